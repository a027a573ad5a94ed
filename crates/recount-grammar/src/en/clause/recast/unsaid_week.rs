//! A week without its word, behind one that is named in the same sentence: "4 trillion last week and 3 in the one before that",
//! "4.6 % above the previous one", "adding 2.7 % in the latest".

use super::draft::{Draft, Recast};
use super::is_stop;
use crate::en::phrase::{Chunks, Phrase};

/// The sentence with its word, once for all of it.
pub(super) fn unsaid_week(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    (1..c.len())
        .find_map(|place| one_before(c, place).or_else(|| previous(c, place)).or_else(|| latest(c, place)))
}

/// "the one before", "the one before that".
fn one_before(c: Chunks<'_>, place: usize) -> Option<Recast> {
    let before = c.is(place, words!["the"]) && is_one(c, place + 1) && c.is(place + 2, words!["before"]);
    (before && has_week(c, place))
        .then(|| Draft::new(c).keep(0, place + 1).say("week", place + 1).keep(place + 2, c.len()).done())
}

/// "than the previous one": what is compared.
fn previous(c: Chunks<'_>, place: usize) -> Option<Recast> {
    let compares =
        c.is(place - 1, words!["from", "than", "on", "over", "above", "below", "against", "vs", "versus"]);
    let one = c.is(place, words!["the"])
        && c.is(place + 1, words!["previous", "preceding", "prior"])
        && is_one(c, place + 2);
    let end = place + 3;
    let ends = end >= c.len() || is_stop(c, end) || c.is(end, words!["and", "while", "but"]);
    (compares && one && ends && has_week(c, place))
        .then(|| Draft::new(c).keep(0, place).say("the week before", place).keep(end, c.len()).done())
}

/// "in the latest", "in the most recent", of some weeks running.
fn latest(c: Chunks<'_>, place: usize) -> Option<Recast> {
    if !c.is(place, words!["in"]) || !c.is(place + 1, words!["the"]) {
        return None;
    }
    let latest = if c.is(place + 2, words!["most"]) && c.is(place + 3, words!["recent"]) {
        4
    } else {
        3 * usize::from(c.is(place + 2, words!["latest", "last"]))
    };
    let end = place + latest + usize::from(is_one(c, place + latest));
    let ends = end >= c.len() || is_stop(c, end);
    let weeks = (0..place).any(|at| matches!(c.phrase(at), Some(Phrase::Weeks(_))));
    (latest > 0 && ends && weeks).then(|| Draft::new(c).keep(0, place).keep(end, c.len()).done())
}

/// "one", which is a number too.
fn is_one(c: Chunks<'_>, place: usize) -> bool {
    c.get(place).is_some_and(|chunk| c.lower(chunk.first) == "one")
}

/// Does a week stand before it, and no other length of time?
fn has_week(c: Chunks<'_>, place: usize) -> bool {
    let has = |units: &[&str]| {
        let mut chunks = (0..place).filter_map(|at| c.get(at));
        chunks.any(|chunk| (chunk.first..chunk.end).any(|token| units.contains(&c.lower(token))))
    };
    has(&["week"]) && !has(&["month", "year", "day"])
}
