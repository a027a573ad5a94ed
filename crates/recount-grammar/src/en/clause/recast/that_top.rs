//! "X entered the top ten, and Y, down 12 %, dropped out of it": out of the top ten.

use super::draft::{Draft, Recast};
use super::is_stop;
use crate::en::lexicon::Frames;
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};

/// A top that was named before, for the "it" behind a verb of entering or leaving.
pub(super) fn that_top(c: Chunks<'_>, start: usize) -> Option<Recast> {
    // Once for all of the sentence.
    if start > 0 {
        return None;
    }
    let is_top = |place: &usize| matches!(c.phrase(*place), Some(Phrase::Place(Place::Top(_))));
    let top = (1..c.len()).find(is_top)?;
    let it = (top + 2..c.len()).find(|place| {
        c.is(*place, words!["it"])
            && (is_stop(c, *place + 1)
                || c.is(*place + 1, words!["and", "but", "while"])
                || matches!(c.phrase(*place + 1), Some(Phrase::Time(_))))
    })?;
    let moves = |back: usize, frames: Frames| c.verb(it - back).is_some_and(|verb| verb.frames.any(frames));
    let out =
        c.is(it - 1, words!["of"]) && c.is(it - 2, words!["out"]) && moves(3, Frames::EXIT.and(Frames::RANK));
    let into = c.is(it - 1, words!["into"]) && moves(2, Frames::RANK.and(Frames::ENTER));
    let directly = moves(1, Frames::EXIT.and(Frames::ENTER));
    if (top + 1..c.len()).any(|place| is_top(&place)) || !(out || into || directly) {
        return None;
    }
    let draft = Draft::new(c).keep(0, it).say("the", it).again(top, top + 1);
    Some(draft.keep(it + 1, c.len()).done())
}
