//! Records: `a record`, `its highest ever`, `the lowest since March`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use recount_model::{Extreme, MetricId, Weeks};

use super::time::{Role, Time, duration, time};
use crate::en::lexicon::{Form, Frames, Kind, Noun, look_up};
use crate::names::Names;
use crate::token::{Parsed, Tokens, is_hyphen, phrase, stop, word};

/// That no earlier figure is higher, or lower.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordHigh {
    /// Which end.
    pub extreme: Extreme,
    /// Only since then.
    pub since: Option<Time>,
    /// Only so many weeks back.
    pub weeks: Option<Weeks>,
    /// Of what: "its lowest price since March".
    pub of: Option<MetricId>,
}

/// The phrase.
///
/// Reads: "a record", "an all-time high", "its highest ever", "the lowest level
/// since the week of April 27", "its highest in five weeks". Does not read: "on
/// record" alone, "the highest-ranked", "the highest of the three", "recorded".
///
/// # Errors
/// Where no such phrase starts.
pub fn record<'t>(input: Tokens<'t>, names: &Names) -> Parsed<'t, RecordHigh> {
    if matches!(input.peek(), "more" | "higher" | "fewer" | "less" | "lower") {
        return more_than_ever(input, names);
    }
    let (rest, _) = opt(word(words!["to", "at"])).parse(input)?;
    let (rest, article) = opt(word(words!["a", "an", "the", "its", "their", "new"])).parse(rest)?;
    // "the song's lowest total since May".
    let owner = look_up(rest.peek()).kind == Kind::Work && matches!(rest.peek_at(1), "'s" | "’s");
    let rest = rest.skip(if owner && article.is_some() { 2 } else { 0 });
    let (rest, new) = opt(word(words!["new", "fresh", "another"])).parse(rest)?;
    // "a new high of 4 trillion".
    // "a new high for the model", not "for the month".
    let own = rest.peek_at(1) == "for"
        && (matches!(rest.peek_at(2), "it" | "them")
            || rest.peek_at(2) == "the" && look_up(rest.peek_at(3)).noun == Some(Noun::Thing));
    let ends = own || matches!(rest.peek_at(1), "of" | "at" | "" | "." | "," | ";");
    let extreme = match (new.is_some() && article.is_some() && ends, rest.peek()) {
        (true, "high" | "peak") => Some(Extreme::Highest),
        (true, "low") => Some(Extreme::Lowest),
        _ => None,
    };
    if let Some(extreme) = extreme {
        return Ok((rest.skip(1), RecordHigh { extreme, since: None, weeks: None, of: None }));
    }
    let (rest, _) = opt(word(words!["weekly", "platform"])).parse(rest)?;
    let owned = input.len() > rest.len() && matches!(article_of(input), "its" | "their");
    alt((|rest| superlative(rest, names, owned), all_time, named_record)).parse(rest).and_then(
        |(rest, found)| {
            let plain = found.since.is_none() && found.weeks.is_none();
            // "a record week"; "the record week before" is a time.
            if plain && rest.peek() == "week" {
                return match rest.peek_at(1) {
                    "before" | "earlier" | "prior" | "of" => Err(stop(input)),
                    _ => Ok((rest.skip(1), found)),
                };
            }
            let noun = input.peek() == "record" && article.is_none();
            // "Processes Record 4.2 Trillion Tokens": a headline leaves out the article.
            let scaled = matches!(rest.peek_at(1), "trillion" | "billion" | "million")
                && rest.first().is_some_and(|token| token.kind == crate::token::Kind::Number);
            if noun
                && !scaled
                && plain
                && !matches!(rest.peek(), "" | "," | "." | ";" | ")" | "—" | "–")
                && input.len() - rest.len() == 1
            {
                return Err(stop(input));
            }
            Ok((rest, found))
        },
    )
}

/// `more than ever`, `more tokens than in any week before`, `fewer than it had ever handled`, `more
/// than at any time since March`. Not "more than any other model", which is a place.
fn more_than_ever<'t>(input: Tokens<'t>, names: &Names) -> Parsed<'t, RecordHigh> {
    let extreme = match input.peek() {
        "more" | "higher" => Extreme::Highest,
        _ => Extreme::Lowest,
    };
    let rest = input.skip(1);
    let counted = rest.peek() != "than" && names.knows(rest.peek());
    let (rest, _) = word(words!["than"]).parse(rest.skip(usize::from(counted)))?;
    let found = |since| RecordHigh { extreme, since, weeks: None, of: None };
    if let Ok((rest, ())) = ever_so_far(rest) {
        return Ok((opt(word(words!["before"])).parse(rest)?.0, found(None)));
    }
    if let Ok((rest, _)) = word(words!["ever"]).parse(rest) {
        return Ok((opt(word(words!["before"])).parse(rest)?.0, found(None)));
    }
    let (rest, _) = opt(word(words!["in", "at", "during"])).parse(rest)?;
    let (rest, _) = word(words!["any"]).parse(rest)?;
    let (rest, other) = opt(word(words!["other", "previous", "earlier", "prior", "single"])).parse(rest)?;
    let (rest, _) = word(words!["week", "time", "point"]).parse(rest)?;
    if let Ok((rest, (since, None))) = reach(rest) {
        return Ok((rest, found(since)));
    }
    let (rest, before) = opt(word(words!["before"])).parse(rest)?;
    match other.is_some() || before.is_some() {
        true => Ok((rest, found(None))),
        false => Err(stop(rest)),
    }
}

/// The article or the owner behind "to" and "at".
fn article_of(input: Tokens<'_>) -> &str {
    let ahead = usize::from(matches!(input.peek(), "to" | "at"));
    input.peek_at(ahead)
}

/// `highest ever`, `lowest level since March`, `best week on record`.
fn superlative<'t>(input: Tokens<'t>, names: &Names, owned: bool) -> Parsed<'t, RecordHigh> {
    let (rest, extreme) = alt((
        value(Extreme::Highest, word(words!["highest", "largest", "biggest", "best", "strongest", "most"])),
        value(Extreme::Lowest, word(words!["lowest", "smallest", "weakest", "worst", "fewest"])),
    ))
    .parse(input)?;
    // "the most the platform has ever handled in a week".
    if matches!(input.peek(), "most" | "fewest" | "least")
        && let Ok((rest, ())) = ever_so_far(rest)
    {
        return Ok((rest, RecordHigh { extreme, since: None, weeks: None, of: None }));
    }
    let (rest, (since, weeks)) = what_and_reach(rest, names, owned)?;
    Ok((rest, RecordHigh { extreme, since, weeks, of: None }))
}

/// "weekly price since March": up to three words for what it is that is
/// highest, and how far back.
fn what_and_reach<'t>(
    input: Tokens<'t>,
    names: &Names,
    owned: bool,
) -> Parsed<'t, (Option<Time>, Option<Weeks>)> {
    let mut rest = input;
    for _ in 0..4 {
        if let Ok((after, found)) = reach(rest) {
            // "The highest price this year" may be the highest of all; "its highest price", "the
            // best week this year" is not.
            let running = found.0.as_ref().is_some_and(is_running);
            let weekly = owned || (0..input.len() - rest.len()).any(|ahead| is_weekly(input.peek_at(ahead)));
            if running && rest.len() < input.len() && !weekly {
                break;
            }
            return Ok((after, found));
        }
        let noun = crate::en::lexicon::look_up(rest.peek()).noun;
        let measure = matches!(noun, Some(Noun::Volume | Noun::Level | Noun::Total | Noun::Mark))
            || matches!(
                rest.peek(),
                "weekly"
                    | "week"
                    | "value"
                    | "point"
                    | "showing"
                    | "result"
                    | "performance"
                    | "figure"
                    | "tally"
            )
            || names.knows(rest.peek());
        let other = matches!(
            noun,
            Some(Noun::Rise | Noun::Fall | Noun::Change | Noun::Share | Noun::Gap | Noun::Lead)
        );
        if !measure || other {
            break;
        }
        rest = rest.skip(1);
    }
    Err(stop(input))
}

fn is_weekly(word: &str) -> bool {
    matches!(word, "week" | "weekly")
}

/// How far back a superlative speaks; without any of these it compares with
/// others, not with earlier weeks.
fn reach(input: Tokens<'_>) -> Parsed<'_, (Option<Time>, Option<Weeks>)> {
    // "the most so far this year".
    let (running, _) = opt(phrase("so far")).parse(input)?;
    if let Ok((rest, found)) = time(running)
        && is_running(&found)
    {
        return Ok((rest, (Some(Time { role: Role::Since, ..found }), None)));
    }
    if let Ok((rest, ())) = forever(input) {
        return Ok((rest, (None, None)));
    }
    if let Ok((rest, since)) = of_the_year(input) {
        return Ok((rest, (Some(since), None)));
    }
    // "Its highest since … ever": since when, is not said.
    if let Ok((rest, found)) = time(input)
        && found.role == Role::Since
        && rest.len() + 1 < input.len()
    {
        return Ok((rest, (Some(found), None)));
    }
    let (rest, _) = word(words!["in", "for"]).parse(input)?;
    let (rest, back) = duration(rest)?;
    Ok((rest, (None, Some(back.in_weeks()))))
}

/// "of the year", "of any week this year": told since it began.
fn of_the_year(input: Tokens<'_>) -> Parsed<'_, Time> {
    use super::time::When;
    let (rest, _) = word(words!["of", "in"]).parse(input)?;
    if let Ok((rest, _)) = phrase("any week").parse(rest) {
        let (rest, _) = opt(phrase("so far")).parse(rest)?;
        let (rest, found) = time(rest)?;
        return match is_running(&found) || found.role == Role::Since {
            true => Ok((rest, Time { role: Role::Since, ..found })),
            false => Err(stop(input)),
        };
    }
    let (rest, _) = word(words!["the"]).parse(rest)?;
    let unit = match rest.peek() {
        "year" => super::quantity::TimeUnit::Year,
        "quarter" => super::quantity::TimeUnit::Quarter,
        _ => return Err(stop(input)),
    };
    let (rest, _) = opt(phrase("so far")).parse(rest.skip(1))?;
    Ok((rest, Time { role: Role::Since, when: When::Unit { unit, shift: 0 } }))
}

/// "this year", "so far this month": a time that still runs.
fn is_running(time: &Time) -> bool {
    use super::time::When;
    let longer = |unit| unit > super::quantity::TimeUnit::Week;
    matches!(time.role, Role::At | Role::Since)
        && matches!(time.when, When::Unit { unit, shift: 0 } if longer(unit))
}

/// "the platform has ever handled [in a week]", "it had ever seen".
fn ever_so_far(input: Tokens<'_>) -> Parsed<'_, ()> {
    const HAS: &[&str] = &["has", "have", "had"];
    let near =
        (0..4).find(|ahead| HAS.contains(&input.peek_at(*ahead)) && input.peek_at(ahead + 1) == "ever");
    let Some(near) = near.filter(|near| *near > 0) else { return Err(stop(input)) };
    let rest = input.skip(near + 2);
    let verb = crate::en::lexicon::look_up(rest.peek()).verb;
    let carries = Frames::USE.and(Frames::LEVEL);
    let done = matches!(rest.peek(), "done" | "had" | "managed");
    if !done
        && verb.is_none_or(|verb| {
            !matches!(verb.form, Form::Past | Form::Participle) || !verb.frames.any(carries)
        })
    {
        return Err(stop(input));
    }
    let rest = rest.skip(1);
    let (rest, _) =
        opt(alt((phrase("in a single week"), phrase("in a week"), phrase("in one week")))).parse(rest)?;
    Ok((rest, ()))
}

fn forever(input: Tokens<'_>) -> Parsed<'_, ()> {
    alt((
        value((), word(&["ever", "yet"])),
        since_it_is_counted,
        phrase("on record"),
        phrase("of all time"),
        phrase("to date"),
        phrase("so far"),
        phrase("in history"),
        phrase("in its history"),
        phrase("of its history"),
        phrase("in their history"),
        phrase("yet"),
        phrase("ever recorded"),
        phrase("ever seen"),
        value(
            (),
            (
                word(words!["since"]),
                opt(word(words!["its", "their", "the"])),
                word(words!["release", "launch", "debut", "premiere"]),
            ),
        ),
    ))
    .parse(input)
}

/// `since the records began`, `since they have been tracked`, `since tracking started`.
fn since_it_is_counted(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, _) = word(words!["since"]).parse(input)?;
    let passive = rest.peek_at(2) == "been" && matches!(rest.peek_at(1), "has" | "have");
    let counted = matches!(rest.peek_at(3), "tracked" | "counted" | "recorded" | "measured" | "published");
    if passive && counted && matches!(rest.peek(), "it" | "they") {
        return Ok((rest.skip(4), ()));
    }
    let (rest, _) = opt(word(words!["the", "its", "their", "our"])).parse(rest)?;
    let (rest, _) = word(words!["records", "tracking", "counting", "measurements", "record"]).parse(rest)?;
    let (rest, _) = opt(word(words!["keeping"])).parse(rest)?;
    let (rest, _) = word(words!["began", "begin", "started"]).parse(rest)?;
    // "since records began in February": since February.
    let dated = matches!(rest.peek(), "in" | "on") && crate::en::phrase::time::time(rest).is_ok();
    if dated { Err(stop(rest)) } else { Ok((rest, ())) }
}

/// `all-time high`, `record high`, `record low`.
fn all_time(input: Tokens<'_>) -> Parsed<'_, RecordHigh> {
    let (rest, _) = alt((phrase("all time"), value((), word(words!["record"])))).parse(input)?;
    let rest = if is_hyphen(rest.peek()) { rest.skip(1) } else { rest };
    let (rest, _) = opt(word(words!["weekly"])).parse(rest)?;
    let (rest, extreme) = alt((
        value(Extreme::Highest, word(words!["high", "peak"])),
        value(Extreme::Lowest, word(words!["low", "trough"])),
        value(Extreme::Highest, word(words!["record"])),
    ))
    .parse(rest)?;
    Ok((rest, RecordHigh { extreme, since: None, weeks: None, of: None }))
}

/// `a record`.
fn named_record(input: Tokens<'_>) -> Parsed<'_, RecordHigh> {
    if let Ok((rest, ())) = phrase("personal best").parse(input) {
        return Ok((rest, RecordHigh { extreme: Extreme::Highest, since: None, weeks: None, of: None }));
    }
    let (rest, _) = word(words!["record", "unprecedented"]).parse(input)?;
    Ok((rest, RecordHigh { extreme: Extreme::Highest, since: None, weeks: None, of: None }))
}
