//! "Third among northern models last week was X": X was third among northern models last week.

use super::draft::{Draft, Recast};
use super::{is_stop, named, named_to};
use crate::en::clause::predicate::is_finite;
use crate::en::lexicon::Frames;
use crate::en::phrase::{Chunks, Phrase};

/// What is said of somebody stands before "was", and they behind it.
pub(super) fn inverted(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let plain = |place: &usize| {
        !is_stop(c, *place)
            && c.verb(*place).is_none_or(|verb| {
                !is_finite(verb.form) || verb.frames.any(Frames::BE) || c.noun(*place).is_some()
            })
    };
    let be = (start + 1..c.len().min(start + 14)).take_while(plain).find(|place| is_verb(c, *place))?;
    // "X was Y": in order already.
    if named(c, start).is_some_and(|(end, _)| end == be) {
        return None;
    }
    let end = named_to(c, be + 1)?;
    let goes_on = is_stop(c, end)
        || matches!(c.phrase(end), Some(Phrase::Time(_)))
        || c.is(end, words!["with", "at", "on", "and", "while", "but", "whose"]);
    if !goes_on {
        return None;
    }
    let draft = Draft::new(c).keep(0, start).keep(be + 1, end).keep(be, be + 1);
    Some(draft.keep(start, be).keep(end, c.len()).done())
}

fn is_verb(c: Chunks<'_>, place: usize) -> bool {
    c.is(place, words!["was", "were", "is", "are", "came", "comes", "stood", "sat", "ranked", "ranks"])
}
