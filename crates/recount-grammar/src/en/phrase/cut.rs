//! Cutting a sentence into phrases: at each place the longest phrase that any
//! rule reads.

use recount_model::{Figure, MetricId, Name, Quantity, Unit};

use super::hyphen::joined;
use super::money::{by_and_to, money};
use super::quantity::{Measure, Measured};
use super::settled::settled;
use super::{
    Chunk, Phrase, described, first, glued, metric, place, quantity, quoted, record, time, times_counted,
    units, weeks,
};
use crate::en::lexicon::{Entry, Frames, Noun, Starts};
use crate::names::{Mention, Names};
use crate::token::{Kind, OneOf, Token, Tokens};

/// Cuts a sentence into phrases.
#[must_use]
pub fn chunk<'v>(tokens: Tokens<'_>, mentions: &[Mention<'v>], names: &Names) -> Vec<Chunk<'v>> {
    let absent = absent(tokens);
    let mut chunks = cut(tokens, mentions, names, |tokens, at, names| starting(tokens, at, names, absent));
    if !names.rates().is_empty() {
        glued::rates(&mut chunks, tokens, names);
    }
    described::names(&mut chunks, tokens);
    chunks
}

/// Cuts a sentence into phrases; `starting` says which kinds may start at a
/// place.
fn cut<'v>(
    tokens: Tokens<'_>,
    mentions: &[Mention<'v>],
    names: &Names,
    starting: impl Fn(Tokens<'_>, usize, &Names) -> Starts,
) -> Vec<Chunk<'v>> {
    let mut chunks = Vec::with_capacity(tokens.len());
    let mut at = 0;
    let mut next_mention = 0;
    while let Some(token) = tokens.rest.get(at) {
        while mentions.get(next_mention).is_some_and(|mention| mention.first < at) {
            next_mention += 1;
        }
        let mention = mentions.get(next_mention).filter(|mention| mention.first == at);
        if token.kind == Kind::Symbol
            && let Some((name, stop)) = quoted::quoted(tokens, at, &mentions[next_mention..])
        {
            at = stop.as_ref().map_or(name.end, |stop| stop.end);
            chunks.push(name);
            chunks.extend(stop);
            continue;
        }
        if let Some(entry) = joined(tokens, at) {
            chunks.push(Chunk { phrase: Phrase::Word(entry), first: at, end: at + 3 });
            at += 3;
            continue;
        }
        let starts = starting(tokens, at, names);
        // Most words begin no phrase.
        let compared = || {
            words!["more", "less", "fewer", "higher", "lower"].has(tokens, *token)
                && chunks.last().is_some_and(Chunk::is_figure)
        };
        if mention.is_none() && starts.is_empty() || compared() {
            chunks.push(Chunk {
                phrase: Phrase::Word(entry(tokens.skip(at), names)),
                first: at,
                end: at + 1,
            });
            at += 1;
            continue;
        }
        let (phrase, end) = longest(tokens, at, mention, &mentions[next_mention..], names, starts)
            .unwrap_or_else(|| (Phrase::Word(entry(tokens.skip(at), names)), at + 1));
        let (phrase, end) = settled(tokens, &chunks, phrase, end);
        chunks.push(Chunk { phrase, first: at, end });
        at = end.max(at + 1);
    }
    chunks
}

/// The most small words in a row that are looked behind.
const MOST_LINKS: usize = 4;

/// The kinds of phrases that may start at a place, by its word and, where
/// that decides nothing, by the next one.
/// Those of `absent` do not.
fn starting(tokens: Tokens<'_>, at: usize, names: &Names, absent: Starts) -> Starts {
    let of = |place: usize| {
        let token = tokens.rest.get(place)?;
        // "the albums chart": of what is counted, where a word for the list follows.
        let listed = || tokens.rest.get(place + 1).is_some_and(|next| next.starts.any(Starts::PLACE));
        let role = names.role_of(tokens, *token);
        let place = token.kind == Kind::Word && (role.thing || role.known && listed());
        Some(if place { token.starts.and(Starts::PLACE) } else { token.starts })
    };
    let (Some(token), Some(mut starts)) = (tokens.rest.get(at), of(at)) else {
        return Starts::NONE;
    };
    let mut last = starts;
    starts = starts.without(absent);
    if starts.is_empty() {
        return Starts::NONE;
    }
    if starts.any(Starts::INNER) {
        starts = starts.without(Starts::TIME);
    }
    for ahead in 1..=MOST_LINKS {
        if !last.any(Starts::LINK) {
            break;
        }
        last = of(at + ahead).unwrap_or(Starts::NONE);
        starts = starts.common(last);
    }
    starts = starts.without(missing(tokens, at, starts));
    // "4.19 trillion", "34.9%": a figure and nothing else.
    let scaled = token.kind == Kind::Number && quantity::is_unit_or_scale(tokens.skip(at + 1));
    if scaled { starts.common(Starts::SCALED) } else { starts }
}

/// The kinds of phrases of which a sentence has none, because it has no word that each
/// of them needs somewhere.
fn absent(tokens: Tokens<'_>) -> Starts {
    let (mut all, mut number, mut symbol, mut sign) = (Starts::NONE, false, false, false);
    for token in tokens.rest {
        all = all.and(token.starts);
        number |= token.kind == Kind::Number;
        // A sign that may stand for a number, or before one.
        let odd = token.kind == Kind::Symbol && !token.starts.is_empty();
        symbol |= odd;
        sign |= odd && !tokens.lower_of(*token).is_ascii();
    }
    let without = |kind: Starts, is_there: bool| if is_there { Starts::NONE } else { kind };
    without(Starts::TIME, number || all.any(Starts::CALENDAR))
        .and(without(Starts::QUANTITY, number || sign || all.any(Starts::NUMERAL)))
        .and(without(Starts::WEEKS, all.any(Starts::UNIT)))
        .and(without(Starts::RECORD, all.any(Starts::EXTREME)))
        .and(without(Starts::PLACE, symbol || all.any(Starts::SPOT)))
}

/// How many tokens on the number of a quantity may stand.
const REACH: usize = 9;

/// The same of the unit of weeks running: "for more than two hundred and
/// twenty-five weeks".
const TO_UNIT: usize = 12;

/// The same of the word that makes a phrase a record: "to a new weekly high".
const TO_EXTREME: usize = 6;

/// The same of the word that makes it a place: "the global twenty-third place".
const TO_SPOT: usize = 8;

/// Of the kinds those for which nothing is there: no number, or no unit of
/// time, before a word that stands in no such phrase; no word of being the
/// most, or of places, close by. Times look ahead themselves.
fn missing(tokens: Tokens<'_>, at: usize, starts: Starts) -> Starts {
    let input = tokens.skip(at);
    let without = |kind: Starts, is_there: fn(Tokens<'_>) -> bool| match starts.any(kind) && !is_there(input)
    {
        true => kind,
        false => Starts::NONE,
    };
    without(Starts::QUANTITY, has_number)
        .and(without(Starts::WEEKS, has_unit))
        .and(without(Starts::RECORD, |input| input.near(TO_EXTREME).any(Starts::EXTREME)))
        .and(without(Starts::PLACE, has_spot))
}

fn has_number(input: Tokens<'_>) -> bool {
    for token in input.rest.iter().take(REACH) {
        let sign = token.kind == Kind::Symbol && !input.lower_of(*token).is_ascii();
        if token.kind == Kind::Number || sign || token.starts.any(Starts::NUMERAL) {
            return true;
        }
        if token.kind == Kind::Word && !token.starts.any(Starts::WITHIN) {
            return false;
        }
    }
    false
}

fn has_unit(input: Tokens<'_>) -> bool {
    for token in input.rest.iter().take(TO_UNIT) {
        if token.starts.any(Starts::UNIT) {
            return true;
        }
        if token.kind == Kind::Word && !token.starts.any(Starts::WITHIN.and(Starts::WEEKS)) {
            return false;
        }
    }
    false
}

fn has_spot(input: Tokens<'_>) -> bool {
    let signed = input.rest.first().is_some_and(|token| token.kind == Kind::Symbol);
    signed || input.near(TO_SPOT).any(Starts::SPOT)
}

fn longest<'v>(
    tokens: Tokens<'_>,
    at: usize,
    mention: Option<&Mention<'v>>,
    mentions: &[Mention<'v>],
    names: &Names,
    starts: Starts,
) -> Option<(Phrase<'v>, usize)> {
    let input = tokens.skip(at);
    let mut best: Option<(Phrase<'v>, usize)> = None;
    let mut offer = |phrase: Phrase<'v>, end: usize| {
        if best.as_ref().is_none_or(|(_, best_end)| end > *best_end) {
            best = Some((phrase, end));
        }
    };
    let end = |rest: Tokens<'_>| tokens.len() - rest.len();
    // "the top ten" as the name of a scope is a place all the same.
    let scope = |mention: &&Mention<'_>| mention.names.iter().all(|name| matches!(name, Name::Scope(_)));
    let placed = mention.filter(scope).is_some_and(|mention| {
        place::place(input, names).is_ok_and(|(rest, _)| tokens.len() - rest.len() == mention.end)
    });
    if let Some(mention) = mention.filter(|_| !placed) {
        match names_one_member(tokens, mention, names) {
            // The noun stands alone: "northern model" is no name of them all.
            true => offer(Phrase::Adjective(mention.names), mention.end - 1),
            false if mention.adjective => offer(Phrase::Adjective(mention.names), mention.end),
            false => offer(Phrase::Name(mention.names), mention.end),
        }
    }
    if starts.any(Starts::TIME)
        && let Ok((rest, time)) = time::time(input)
    {
        offer(Phrase::Time(time), end(rest));
    }
    if starts.any(Starts::WEEKS)
        && let Ok((rest, weeks)) = weeks::weeks(input)
    {
        offer(Phrase::Weeks(weeks), end(rest));
    }
    if starts.any(Starts::FIRST)
        && let Ok((rest, first)) = first::first_time(input)
    {
        offer(Phrase::First(first), end(rest));
    }
    if starts.any(Starts::RECORD)
        && let Ok((rest, mut record)) = record::record(input, names)
    {
        let inside = mentions.iter().take_while(|mention| mention.end <= end(rest));
        record.of = inside.filter_map(|m| metric(m.names).or_else(|| units(m.names).first().copied())).next();
        offer(Phrase::Record(record), end(rest));
    }
    if starts.any(Starts::PLACE)
        && let Ok((rest, place)) = place::place(input, names)
        && !cuts(mentions, end(rest))
        && !(place == place::Place::Board && of_a_group(mentions, end(rest)))
    {
        offer(Phrase::Place(place), end(rest));
    }
    if starts.any(Starts::QUANTITY)
        && let Some((phrase, end)) = measured(tokens, at, mentions, names)
    {
        offer(phrase, end);
    }
    if starts.any(Starts::ORDINAL)
        && let Ok((rest, ordinal)) = quantity::large_ordinal(input)
    {
        offer(ranked(ordinal), end(rest));
    }
    best
}

/// An ordinal: a rank, unless it is too large for one.
fn ranked<'v>(ordinal: u64) -> Phrase<'v> {
    match u32::try_from(ordinal) {
        Ok(rank) if rank <= 999_999 => Phrase::Ordinal(rank),
        _ => Phrase::Other(Measured::rank(ordinal)),
    }
}

/// Does a name go on behind token `end`? "The chart" is no list in "the chart
/// position" where that is the name of a metric.
fn cuts(mentions: &[Mention<'_>], end: usize) -> bool {
    mentions.iter().take_while(|mention| mention.first < end).any(|mention| mention.end > end)
}

/// Is a group named before token `end`? "The northern chart" is not the list of all.
fn of_a_group(mentions: &[Mention<'_>], end: usize) -> bool {
    let group = |name: &Name| matches!(name, Name::Subject(recount_model::Subject::Group(_)));
    let inside = |mention: &&Mention<'_>| mention.first < end && mention.end < end;
    mentions
        .iter()
        .take_while(|mention| mention.first < end)
        .filter(inside)
        .any(|m| m.names.iter().all(group))
}

/// A quantity, with the unit of a metric behind it if there is one.
fn measured<'v>(
    tokens: Tokens<'_>,
    at: usize,
    mentions: &[Mention<'v>],
    names: &Names,
) -> Option<(Phrase<'v>, usize)> {
    let input = tokens.skip(at);
    if let Some(found) = glued::amount(tokens, at, mentions) {
        return Some(found);
    }
    let from = at > 0 && tokens.peek_at(at - 1) == "from";
    let read = if from { quantity::single(input) } else { quantity::quantity(input) };
    let (mut rest, mut measured) = read.ok()?;
    if from {
        measured = quantity::shared(input, rest, &measured).unwrap_or(measured);
    } else if let (true, Ok((after, alone))) =
        (by_and_to(tokens, at, rest, &measured), quantity::single(input))
        && matches!((&alone.quantity.figure, &measured.quantity.figure),
            (Figure::Decimal(own), Figure::Range { low, .. }) if own == low)
        && after.peek() == "to"
    {
        (rest, measured) = (after, alone);
    }
    let end = tokens.len() - rest.len();
    Some(match measured.measure {
        Measure::Percent | Measure::Fraction => (Phrase::Percent(measured.quantity), end),
        Measure::Point => match points_of_a_metric(tokens, end, mentions) {
            Some(metrics) => {
                (Phrase::Amount { quantity: Quantity { unit: Unit::Own, ..measured.quantity }, metrics }, end)
            }
            None => (Phrase::Points(measured.quantity), end),
        },
        Measure::Times => match times_counted::amount(tokens, at, end, names) {
            Some(amount) => (amount, end),
            None => (Phrase::Ratio(measured.quantity), end),
        },
        Measure::Money => money(tokens, end, measured, names),
        Measure::Duration(_) => (Phrase::Other(measured), end),
        Measure::Bare => bare(tokens, end, measured, mentions),
    })
}

/// "2,088 points", where an index is counted in points: its metrics. "Percentage points" are
/// never such.
fn points_of_a_metric(tokens: Tokens<'_>, end: usize, mentions: &[Mention<'_>]) -> Option<Vec<MetricId>> {
    let unit = mentions.iter().find(|mention| mention.end == end)?;
    let percentage = unit.first.checked_sub(1).is_some_and(|before| {
        matches!(tokens.peek_at(before), "percentage" | "percent" | "%" | "basis" | "-")
    });
    let metrics = units(unit.names);
    (!percentage && !metrics.is_empty()).then_some(metrics)
}

fn bare<'v>(
    tokens: Tokens<'_>,
    end: usize,
    measured: Measured,
    mentions: &[Mention<'v>],
) -> (Phrase<'v>, usize) {
    let hyphen = usize::from(crate::token::is_hyphen(tokens.peek_at(end)));
    let named = |place: usize| mentions.iter().find(|mention| mention.first == place);
    let unit = named(end + hyphen).or_else(|| named(weekly(tokens, end + hyphen)));
    let metrics = unit.map(|mention| counted(mention.names)).unwrap_or_default();
    if let (Some(unit), false) = (unit, metrics.is_empty()) {
        // "4 trillion tokens, plus or minus 5%".
        if let Some((rest, within)) = quantity::margin(tokens.skip(unit.end), &measured) {
            return (Phrase::Amount { quantity: within.quantity, metrics }, tokens.len() - rest.len());
        }
        let (quantity, end) = or_more(tokens, unit.end, measured.quantity);
        return (Phrase::Amount { quantity, metrics }, end);
    }
    match whole(&measured) {
        Some(number) => (Phrase::Number(number), end),
        None => (Phrase::Amount { quantity: measured.quantity, metrics }, end),
    }
}

/// "4 trillion tokens or more", "or so", "or less": the hedge behind the unit.
fn or_more(tokens: Tokens<'_>, end: usize, quantity: Quantity) -> (Quantity, usize) {
    match quantity::behind_unit(tokens.skip(end)) {
        Some((rest, hedge)) => (Quantity { hedge, ..quantity }, tokens.len() - rest.len()),
        None => (quantity, end),
    }
}

/// The metrics that a name behind a number counts in: its units, or a metric
/// whose name begins with the unit, "600 million users of M".
fn counted(names: &[Name]) -> Vec<MetricId> {
    let mut metrics = units(names);
    if metrics.is_empty() {
        metrics.extend(metric(names));
    }
    metrics
}

/// `4.19 trillion weekly tokens`, `4.19 trillion of tokens`: the place behind
/// the words that may stand before the unit.
fn weekly(tokens: Tokens<'_>, at: usize) -> usize {
    let count = match tokens.peek_at(at) {
        "weekly" | "new" | "total" | "of" | "confirmed" | "individual" | "ai" | "api" | "llm" => 1,
        "input" if tokens.peek_at(at + 1) == "and" && tokens.peek_at(at + 2) == "output" => 3,
        _ => 0,
    };
    at + count
}

/// The number, if it is a small whole one without a scale or a hedge.
fn whole(measured: &Measured) -> Option<u32> {
    use recount_model::{Figure, Hedge};
    match (&measured.quantity.figure, measured.quantity.hedge) {
        (Figure::Decimal(decimal), Hedge::Bare) if decimal.exponent == 0 && !measured.signed => {
            u32::try_from(decimal.mantissa).ok().filter(|n| *n <= 100)
        }
        _ => None,
    }
}

/// A group's name that ends in the singular of what its members are called, "northern
/// model": its noun tells whether one of them is meant or, as in "northern model
/// usage", all of them.
fn names_one_member(tokens: Tokens<'_>, mention: &Mention<'_>, names: &Names) -> bool {
    let Some(last) = mention.end.checked_sub(1).filter(|last| *last > mention.first) else { return false };
    let group = |name: &Name| matches!(name, Name::Subject(recount_model::Subject::Group(_)));
    let Some(token) = tokens.rest.get(last) else { return false };
    let word = tokens.lower_of(*token);
    names.role_of(tokens, *token).thing
        && mention.names.iter().all(group)
        && names.is_thing(&format!("{word}s"))
}

fn entry(input: Tokens<'_>, names: &Names) -> Entry {
    let Some(token @ Token { kind: Kind::Word, .. }) = input.first() else {
        return Entry::default();
    };
    let mut entry = token.word.entry();
    let role = names.role_of(input, token);
    entry.known = role.known;
    if entry.verb.is_some_and(|verb| verb.frames.any(Frames::OUTSELL)) && !names.sells() {
        // Ahead in what was sold, and something else is counted.
        entry.verb = None;
    }
    if entry.noun.is_none() && role.thing {
        entry.noun = Some(Noun::Thing);
    }
    entry.source = role.source;
    entry
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::token::tokenise;

    /// The words that a phrase may start with are listed apart from the rules;
    /// here every rule is tried at every place of every sentence of the tests.
    #[test]
    fn no_phrase_is_lost_by_the_list_of_first_words() {
        let names = Names::new(&recount_model::Vocabulary::default());
        let (mut lower, mut tokens, mut lost) = (String::new(), Vec::new(), String::new());
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut folders =
            vec![root.join("../../tests/sentences"), root.join("../../articles"), root.join("src/en")];
        let mut read = 0;
        while let Some(folder) = folders.pop() {
            for file in std::fs::read_dir(folder).expect("a folder") {
                let path = file.expect("a file").path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                for text in std::fs::read_to_string(path).expect("a text").lines() {
                    tokenise(text, &mut lower, &mut tokens);
                    let tokens = Tokens { text, lower: &lower, rest: &tokens };
                    let listed = chunk(tokens, &[], &names);
                    let mut free = tokens.rest.to_vec();
                    free.iter_mut().for_each(|token| token.starts = Starts::EVERYTHING);
                    let all = cut(Tokens { rest: &free, ..tokens }, &[], &names, |_, _, _| Starts::ALL);
                    read += 1;
                    for chunk in all.iter().filter(|chunk| !listed.contains(chunk)) {
                        let from = tokens.rest[chunk.first].start as usize;
                        let to = tokens.rest[chunk.end - 1].end as usize;
                        let _ = writeln!(lost, "{}", &text[from..to]);
                    }
                }
            }
        }
        assert!(read > 100);
        assert_eq!(lost, "");
    }
}
