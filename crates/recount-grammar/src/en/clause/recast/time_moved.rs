//! "A third of them went last week to X": a third of them went to X last week.

use super::draft::{Draft, Recast};
use super::{JOINS, stop_behind};
use crate::en::phrase::time::Role;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// The only time of a clause, at its end.
pub(super) fn to_the_end(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let end = stop_behind(c, start);
    let mut times = (start..end).filter(|place| matches!(c.phrase(*place), Some(Phrase::Time(_))));
    let (time, None) = (times.next()?, times.next()) else { return None };
    // "Rose to 0.9 trillion last week after a 17 % drop": of the drop, it would be.
    let plain = |place: usize| {
        !matches!(c.phrase(place), Some(Phrase::Weeks(_) | Phrase::First(_) | Phrase::Record(_)))
            && !c.is(place, BOUNDS)
            && c.verb(place).is_none()
            && !c.is(place, JOINS)
    };
    if !(time + 1..end).all(plain) {
        return None;
    }
    let at = matches!(c.phrase(time), Some(Phrase::Time(time)) if time.role == Role::At);
    if !at || time + 1 == end || time == start || c.is(time + 1, words!["'s", "’s"]) {
        return None;
    }
    let draft = Draft::new(c).keep(0, time).keep(time + 1, end).keep(time, time + 1);
    Some(draft.keep(end, c.len()).done())
}

/// Words behind which another time is spoken of.
const BOUNDS: &Words = words![
    "after", "before", "following", "from", "than", "against", "versus", "compared", "since", "until",
    "when", "that", "which", "who", "whose",
];
