//! Places of the order: `third place`, `No. 3`, `the top spot`, `the top five`,
//! `atop the chart`, `runner-up`, `the list`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};

use super::quantity::{cardinal, is_unit_or_scale, ordinal};
use crate::names::Names;
use crate::token::{Kind, Parsed, Token, Tokens, Words, is_hyphen, phrase, stop, word};

/// A place, several, or the order itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// One place, from 1.
    At(u32),
    /// Places 1 to n.
    Top(u32),
    /// One of the places from the first to the second.
    Between(u32, u32),
    /// The list that an article speaks of: as many places as the metric's
    /// default scope has.
    Board,
}

const PLACE: &Words =
    words!["place", "position", "spot", "slot", "rank", "seat", "ranking", "perch", "berth"];

/// "place", "spot": the place itself, not who is there.
pub(crate) fn is_place(text: &str) -> bool {
    matches!(text, "place" | "position" | "spot" | "slot" | "rank" | "seat" | "ranking" | "perch" | "berth")
}

/// The phrase, with its article; its preposition stays outside.
///
/// Reads: "third place", "the No. 1 spot", "#3", "number one", "the top spot",
/// "first place globally", "the top five", "the global top ten models", "the
/// list". Does not read: "third-party", "the third week", "top models".
///
/// # Errors
/// Where no such phrase starts.
pub fn place<'t>(input: Tokens<'t>, names: &Names) -> Parsed<'t, Place> {
    if matches!(input.peek(), "between" | "somewhere" | "anywhere") {
        return between(input);
    }
    let (rest, _) = opt(word(words!["the", "a", "its", "their", "this"])).parse(input)?;
    let (rest, _) =
        opt(word(words!["global", "overall", "worldwide", "weekly", "platform", "entire", "whole"]))
            .parse(rest)?;
    // "the new number one", "the market leader", "the undisputed leader".
    let kind = words![
        "new", "current", "reigning", "undisputed", "outright", "clear", "market", "chart", "platform",
        "runaway", "usage", "traffic", "volume", "comfortable"
    ];
    let kinds = (0..2).take_while(|ahead| word(kind).parse(rest.skip(*ahead)).is_ok()).count();
    let told = rest.len() < input.len()
        && kinds > 0
        && matches!(rest.peek_at(kinds), "leader" | "no" | "number" | "runner" | "frontrunner" | "front");
    let rest = if told { rest.skip(kinds) } else { rest };
    // "a leader" is one of many, "last week's leader" is not.
    let one = matches!(rest.peek(), "leader" | "frontrunner" | "front");
    if one && !input.peek().starts_with("the") && !is_of_a_week(input) {
        return Err(stop(input));
    }
    // "the week's five largest models".
    let week = matches!(rest.peek(), "week" | "world" | "platform" | "market" | "globe")
        && matches!(rest.peek_at(1), "'s" | "’s");
    let rest = if week { rest.skip(2) } else { rest };
    // "the chart summit", but "the chart" itself is the list.
    let inside = rest.skip(usize::from(matches!(rest.peek(), "chart" | "charts" | "ranking")));
    let (rest, found) =
        alt((numbered, top_n, |rest| top_place(rest, names), nth_place, |rest| most(rest, names)))
            .parse(rest)
            .or_else(|_| if inside.len() < rest.len() { top_place(inside, names) } else { Err(stop(rest)) })
            .or_else(|_| board(rest, names))?;
    // "the top five hospitals".
    let things = if matches!(found, Place::Top(_)) { behind_things(rest, names) } else { None };
    Ok((things.unwrap_or(rest), found))
}

/// Behind `hospitals`, `most-used AI models`: what has the places.
fn behind_things<'t>(input: Tokens<'t>, names: &Names) -> Option<Tokens<'t>> {
    const USED: &Words =
        words!["used", "popular", "watched", "streamed", "called", "sold", "visited", "read"];
    let mut rest = input;
    if rest.peek() == "most" {
        rest = rest.skip(1 + usize::from(crate::token::is_hyphen(rest.peek_at(1))));
        rest = rest.opens(USED).then(|| rest.skip(1))?;
    }
    for _ in 0..3 {
        if names.is_thing(rest.peek()) {
            return Some(rest.skip(1));
        }
        if !names.describes(rest.peek()) {
            return None;
        }
        rest = rest.skip(1);
    }
    None
}

/// Does "week's" stand before it?
fn is_of_a_week(input: Tokens<'_>) -> bool {
    let start = input.first().map_or(0, |token| token.start as usize);
    let before = input.lower.get(..start).unwrap_or("").trim_end();
    before.strip_suffix("'s").or_else(|| before.strip_suffix("’s")).is_some_and(|week| week.ends_with("week"))
}

/// `between third and fifth`, `between No. 3 and No. 5`, `between the tenth and
/// fifteenth places`.
fn between(input: Tokens<'_>) -> Parsed<'_, Place> {
    let (rest, _) = opt(word(words!["somewhere", "anywhere"])).parse(input)?;
    let (rest, _) = word(words!["between"]).parse(rest)?;
    let (rest, first) = end(rest)?;
    let (rest, _) = word(words!["and"]).parse(rest)?;
    let (rest, last) = end(rest)?;
    let (rest, _) = opt(word(words!["places", "positions", "spots", "ranks"])).parse(rest)?;
    if first < last { Ok((rest, Place::Between(first, last))) } else { Err(stop(rest)) }
}

fn end(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, _) = opt(word(words!["the"])).parse(input)?;
    match numbered(rest).or_else(|_| nth_place(rest)) {
        Ok((rest, Place::At(n))) => Ok((rest, n)),
        Ok(_) => Err(stop(rest)),
        Err(_) => ordinal(rest),
    }
}

/// `No. 3`, `number three`, `#3`, `No. 1 spot`, `position 4`.
fn numbered(input: Tokens<'_>) -> Parsed<'_, Place> {
    if matches!(input.peek(), "position" | "rank" | "slot") {
        let number = input.rest.get(1).is_some_and(|token| token.kind == Kind::Number);
        let (rest, n) = label(input.skip(1))?;
        // "rank 1st" is a verb and its place.
        let glued = rest.first().is_some_and(|next| next.glued && next.kind == Kind::Word);
        return if number && n > 0 && !glued && !is_unit_or_scale(rest) {
            Ok((rest, Place::At(n)))
        } else {
            Err(stop(input))
        };
    }
    let (rest, _) = alt((
        value((), (word(words!["no", "nr", "num"]), opt(word(words!["."])))),
        value((), word(words!["number", "#", "№"])),
    ))
    .parse(input)?;
    let rest = if is_hyphen(rest.peek()) { rest.skip(1) } else { rest };
    let (rest, n) = label(rest)?;
    let decimal = rest.peek() == "%" || rest.first().is_some_and(|t| t.glued && t.kind == Kind::Word);
    if n == 0 || n > 10_000 || decimal {
        return Err(stop(input));
    }
    let (rest, _) = opt(word(PLACE)).parse(rest)?;
    Ok((rest, Place::At(n)))
}

/// The number of a label, also where it is glued to its sign: `#3`.
fn label(input: Tokens<'_>) -> Parsed<'_, u32> {
    match input.first() {
        // "No.1": the point is glued to the number.
        Some(token) if token.kind == Kind::Number => match number(input, token) {
            Ok(number) => Ok((input.skip(1), number)),
            Err(_) => Err(stop(input)),
        },
        _ => cardinal(input),
    }
}

fn number(input: Tokens<'_>, token: Token) -> Result<u32, std::num::ParseIntError> {
    let text = input.lower_of(token);
    let point =
        token.glued && input.lower.get(..token.start as usize).is_some_and(|before| before.ends_with("no"));
    text.strip_prefix('.').filter(|_| point).unwrap_or(text).parse()
}

/// `top five`, `top-5 spots`, `top ten models`.
fn top_n(input: Tokens<'_>) -> Parsed<'_, Place> {
    let (rest, _) = word(words!["top", "leading", "first"]).parse(input)?;
    let rest = if is_hyphen(rest.peek()) { rest.skip(1) } else { rest };
    let (rest, n) = cardinal(rest)?;
    if n == 0 || n > 10_000 {
        return Err(stop(input));
    }
    let (after, _) = opt(word(words![
        "places", "spots", "positions", "slots", "ranks", "list", "entries", "rankings", "seats", "berths",
        "rungs",
    ]))
    .parse(rest)?;
    let first = input.peek() == "first" && after.len() == rest.len();
    if first
        || matches!(after.peek(), "week" | "weeks" | "month" | "months" | "days" | "times" | "percent" | "%")
    {
        return Err(stop(input));
    }
    Ok((after, Place::Top(n)))
}

/// `ten busiest models`, `five most-used models`: only of what is counted.
fn most<'t>(input: Tokens<'t>, names: &Names) -> Parsed<'t, Place> {
    let (rest, n) = cardinal(input)?;
    let (rest, superlative) =
        opt(word(words!["busiest", "best-selling", "highest", "largest", "biggest"])).parse(rest)?;
    let (rest, used) = match superlative {
        Some(_) => (rest, false),
        None => {
            let (rest, _) = word(words!["most"]).parse(rest)?;
            let rest = if is_hyphen(rest.peek()) { rest.skip(1) } else { rest };
            (word(words!["used", "streamed", "played", "watched", "viewed", "popular"]).parse(rest)?.0, true)
        }
    };
    // "its nine most-used", of things that were named.
    let bare = used && input.rest.len() > rest.rest.len() && !names.knows(rest.peek());
    if n == 0 || n > 10_000 || !(names.is_thing(rest.peek()) || bare) {
        return Err(stop(input));
    }
    Ok((rest, Place::Top(n)))
}

/// `top spot`, `first spot`, `pole position`, `summit`, `top of the chart`,
/// `atop the chart`, `runner-up`.
fn top_place<'t>(input: Tokens<'t>, names: &Names) -> Parsed<'t, Place> {
    if matches!(input.peek(), "atop" | "top") && (input.peek() == "atop" || input.peek_at(1) == "of") {
        let rest = input.skip(if input.peek() == "atop" { 1 } else { 2 });
        let (rest, _) = opt(word(words!["the", "a", "its", "this"])).parse(rest)?;
        // "a closely watched ranking", "the popular leaderboard".
        let (rest, _) = opt(word(words!["closely", "widely", "much"])).parse(rest)?;
        let (rest, _) =
            opt(word(words!["watched", "followed", "cited", "popular", "influential", "key", "industry"]))
                .parse(rest)?;
        let heap = word(words!["pack", "heap", "table", "pile", "tree", "field"]).map(|_| ());
        let (rest, ()) = alt((heap, |rest| board(rest, names).map(|(rest, _)| (rest, ())))).parse(rest)?;
        return Ok((rest, Place::At(1)));
    }
    if let Ok((rest, ())) = phrase("runner up").parse(input) {
        return Ok((rest, Place::At(2)));
    }
    if let Ok((rest, ())) = phrase("front runner").parse(input) {
        return Ok((rest, Place::At(1)));
    }
    // Three stand on it.
    if input.peek() == "podium" {
        return Ok((input.skip(1), Place::Top(3)));
    }
    let top = value((), (word(words!["top", "pole", "leading"]), opt(word(words!["-"])), word(PLACE)));
    let noun = value((), word(words!["summit", "throne", "crown", "helm", "leader", "frontrunner"]));
    let (rest, ()) = alt((top, noun)).parse(input)?;
    Ok((rest, Place::At(1)))
}

/// `third place`, `the third spot`, `second position`.
fn nth_place(input: Tokens<'_>) -> Parsed<'_, Place> {
    let (rest, n) = ordinal(input)?;
    let rest = if is_hyphen(rest.peek()) { rest.skip(1) } else { rest };
    let (rest, _) = word(PLACE).parse(rest)?;
    Ok((rest, Place::At(n)))
}

/// `the list`, `the top rankings`, `the charts`.
fn board<'t>(input: Tokens<'t>, names: &Names) -> Parsed<'t, Place> {
    // "ranking ninth", "ranking No. 3" is a verb and its place.
    let verb = ordinal(input.skip(1)).is_ok() || matches!(input.peek_at(1), "no" | "number" | "#" | "in");
    if input.peek() == "ranking" && verb {
        return Err(stop(input));
    }
    let (rest, _) = opt(word(words!["top", "global", "weekly", "usage", "official"])).parse(input)?;
    let (rest, _) = opt(word(words!["usage", "weekly"])).parse(rest)?;
    // "the albums chart", where albums are what is counted.
    let counted = |word: &str| names.knows(word) && !matches!(word, "the" | "of" | "a" | "an" | "all");
    let known = names.is_thing(rest.peek()) || counted(rest.peek()) && is_board(rest.peek_at(1));
    let rest = if known { rest.skip(1) } else { rest };
    if !is_board(rest.peek()) {
        return Err(stop(input));
    }
    Ok((rest.skip(1), Place::Board))
}

fn is_board(word: &str) -> bool {
    matches!(
        word,
        "list" | "chart" | "charts" | "ranking" | "rankings" | "leaderboard" | "leaderboards" | "standings"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokenise;

    fn read(text: &str) -> Option<Place> {
        let (mut lower, mut tokens) = (String::new(), Vec::new());
        tokenise(text, &mut lower, &mut tokens);
        let input = Tokens { text, lower: &lower, rest: &tokens };
        let names = Names::new(&recount_model::Vocabulary::default());
        let (rest, found) = place(input, &names).ok()?;
        rest.is_empty().then_some(found)
    }

    #[test]
    fn places() {
        for (text, expected) in [
            ("between third and fifth", Place::Between(3, 5)),
            ("between number 3 and number 5", Place::Between(3, 5)),
            ("somewhere between the tenth and the fifteenth places", Place::Between(10, 15)),
            ("third place", Place::At(3)),
            ("the third spot", Place::At(3)),
            ("No. 3", Place::At(3)),
            ("No.3", Place::At(3)),
            ("#3", Place::At(3)),
            ("number one", Place::At(1)),
            ("the number one position", Place::At(1)),
            ("the No. 1 spot", Place::At(1)),
            ("the top spot", Place::At(1)),
            ("the top five", Place::Top(5)),
            ("the global top five", Place::Top(5)),
            ("top-10 spots", Place::Top(10)),
            ("atop the weekly chart", Place::At(1)),
            ("the top of the chart", Place::At(1)),
            ("the chart summit", Place::At(1)),
            ("runner-up", Place::At(2)),
            ("position 4", Place::At(4)),
            ("the list", Place::Board),
            ("the chart", Place::Board),
            ("the top rankings", Place::Board),
        ] {
            assert_eq!(read(text), Some(expected), "{text}");
        }
        for text in [
            "third", "third-party", "the third week", "top models", "first five weeks", "no 5%", "atop",
            "position papers", "position 4 million",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
