//! "4 trillion last week, 5 the week before and 3 in the one before that": in the week before that.

use super::draft::{Draft, Recast};
use crate::en::phrase::{Chunks, Phrase};

/// One that stands for a week which is named before it.
pub(super) fn one_before(c: Chunks<'_>, start: usize) -> Option<Recast> {
    // Once for all of the sentence.
    if start > 0 {
        return None;
    }
    let one = (1..c.len()).find(|place| {
        let one = matches!(c.phrase(*place), Some(Phrase::Number(1))) || c.is(*place, words!["one"]);
        one && c.is(place - 1, words!["the"]) && c.is(place + 1, words!["before"])
    })?;
    let week = |place: usize| {
        c.get(place).is_some_and(|chunk| (chunk.first..chunk.end).any(|token| c.lower(token) == "week"))
    };
    let other = |place: usize| {
        c.get(place).is_some_and(|chunk| {
            (chunk.first..chunk.end).any(|token| matches!(c.lower(token), "month" | "year" | "day"))
        })
    };
    if !(0..one).any(week) || (0..one).any(other) {
        return None;
    }
    Some(Draft::new(c).keep(0, one).say("week", one).keep(one + 1, c.len()).done())
}
