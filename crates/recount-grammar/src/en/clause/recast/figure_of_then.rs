//! "Up from last week's average of 7.09 %", "from the previous week's revised 3,204", "from last week when it averaged 7.09 %": from
//! 7.09 % last week.

use super::draft::{Draft, Recast};
use super::{is_amount, is_measure};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// What a figure of a week is called.
const CALLED: &Words = words![
    "average", "level", "count", "total", "figure", "reading", "number", "tally", "mark", "rate", "print",
    "sum", "revised", "unrevised", "upwardly", "downwardly", "own",
];

/// A figure told of the week before by its owner, or in a clause of its own.
pub(super) fn figure_of_then(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let (place, figure) = (1..c.len()).find_map(|place| Some((place, told_then(c, place)?)))?;
    let words = c.span(place, place + 1).of(c.tokens.text);
    let (front, time) = parted(words)?;
    let time = match () {
        () if time.contains("year") => "a year ago",
        () if time.ends_with("week-ago") => "a week ago",
        () if time.ends_with("-ago") => return None,
        () => time,
    };
    // "from last week's 3.83 percent average".
    let end = figure + 1 + usize::from(c.is(figure + 1, CALLED));
    let draft = Draft::new(c).keep(0, place);
    let draft = if front.is_empty() { draft } else { draft.say(front, place) };
    Some(draft.keep(figure, figure + 1).say(time, place).keep(end, c.len()).done())
}

/// The place of the figure that is told of a time behind "from" or "than".
fn told_then(c: Chunks<'_>, place: usize) -> Option<usize> {
    let Some(Phrase::Time(_)) = c.phrase(place) else { return None };
    let from = |words: &str| words.starts_with("from ") || words.starts_with("than ");
    let held = from(c.span(place, place + 1).of(c.tokens.text))
        || place > 0
            && c.is(place - 1, words!["from", "than", "below", "above", "beat", "topped", "with", "to"]);
    if !held {
        return None;
    }
    if c.is(place + 1, words!["'s", "’s"]) {
        let figure = behind_its_name(c, place + 2);
        return (is_measure(c, figure) && (figure > place + 2 || is_amount(c, figure))).then_some(figure);
    }
    // "from the year-ago 185 cents", "from the week-ago level of 4.63 %".
    let words = c.span(place, place + 1).of(c.tokens.text);
    if words.ends_with("-ago") || words.ends_with("-earlier") {
        let figure = behind_its_name(c, place + 1);
        return is_amount(c, figure).then_some(figure);
    }
    let when = c.is(place + 1, words!["when", "where"]) && c.is(place + 2, words!["it", "they"]);
    let told = c.verb(place + 3).is_some_and(|verb| verb.frames.any(Frames::LEVEL.and(Frames::BE)));
    (when && told && is_amount(c, place + 4)).then_some(place + 4)
}

/// "[last week's] revised average of": the place behind what a figure is called, if anything.
fn behind_its_name(c: Chunks<'_>, place: usize) -> usize {
    let end = place + (place..c.len()).take_while(|at| c.is(*at, CALLED)).count();
    end + usize::from(end > place && c.is(end, words!["of"]))
}

/// The preposition that a time took for its own, and the time.
fn parted(words: &str) -> Option<(&str, &str)> {
    let begins = ["last ", "the ", "previous ", "prior ", "a year"];
    let at = begins.iter().filter_map(|word| words.find(word)).min()?;
    let (front, time) = words.split_at(at);
    Some((front.trim_end(), time))
}

/// "Up 5 % in viewers and 4 % in requests from a year ago": and up 4 %.
pub(super) fn each_way(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let percent = |place: usize| matches!(c.phrase(place), Some(Phrase::Percent(_)));
    // "up 13 % from 282 the week before and 40 % from 228 a year ago".
    let from = (1..c.len()).find_map(|place| {
        let timed = |at: usize| matches!(c.phrase(at), Some(Phrase::Time(_)));
        let based = |at: usize| c.is(at, words!["from"]) && is_amount(c, at + 1) && timed(at + 2);
        let two = percent(place)
            && based(place + 1)
            && c.is(place + 4, words!["and"])
            && percent(place + 5)
            && based(place + 6);
        let way = ["up", "down"].into_iter().find(|way| place > 0 && c.word(place - 1) == *way);
        let of = place > 2 && c.is(place - 1, words!["of"]) && c.is(place - 3, words!["a", "an"]);
        match (two, way) {
            (true, Some(way)) => Some((place + 4, way)),
            (true, None) if of => match c.noun(place - 2) {
                Some(Noun::Rise) => Some((place + 4, "an increase of")),
                Some(Noun::Fall) => Some((place + 4, "a decrease of")),
                _ => None,
            },
            _ => None,
        }
    });
    if let Some((and, way)) = from {
        return Some(Draft::new(c).keep(0, and + 1).say(way, and + 1).keep(and + 1, c.len()).done());
    }
    let counted = |place: usize| {
        let name = place + usize::from(c.is(place, words!["the"]));
        matches!(c.phrase(name), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_none())
            .then_some(name + 1)
    };
    let (and, way) = (1..c.len()).find_map(|place| {
        let behind = (percent(place) && c.is(place + 1, words!["in"])).then(|| counted(place + 2))??;
        let joined = c.is(behind, words!["and"]) && percent(behind + 1) && c.is(behind + 2, words!["in"]);
        counted(behind + 3).filter(|_| joined)?;
        let before = place - usize::from(place > 1 && c.is(place - 1, words!["by"]));
        let verb = |frames: Frames| c.verb(before - 1).is_some_and(|verb| verb.frames.any(frames));
        match () {
            () if c.is(before - 1, words!["up"]) || verb(Frames::UP) => Some((behind, "up")),
            () if c.is(before - 1, words!["down"]) || verb(Frames::DOWN) => Some((behind, "down")),
            () => None,
        }
    })?;
    Some(Draft::new(c).keep(0, and + 1).say(way, and + 1).keep(and + 1, c.len()).done())
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn what_it_was_then() {
        let then = "In the week of 15 June 2026, Alder was 4 trillion tokens";
        let last = "Alder was 4.5 trillion tokens";
        assert_read(&[
            (
                "Alder rose to 4.5 trillion tokens last week from the previous week's revised 4 trillion tokens.",
                &[then, last],
            ),
            (
                "Alder processed 4.5 trillion tokens last week, up from the previous week's level of 4 trillion tokens.",
                &[last, then],
            ),
        ]);
        assert_listed(&[
            "Alder rose to 4.5 trillion tokens from the previous week's dream of 4 trillion tokens.",
        ]);
    }
}
