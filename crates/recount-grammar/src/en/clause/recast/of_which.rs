//! "X's 6 trillion tokens, of which Y contributed 4 trillion, were …": X's 6 trillion tokens were …; Y processed 4 trillion.

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop, named, stop_behind};
use crate::en::lexicon::Frames;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// A part of what was told, in a relative clause.
pub(super) fn of_which(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if !c.is(start, words!["of"]) || !c.is(start + 1, words!["which"]) {
        return None;
    }
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![",", "—", "–", "("]))?;
    // "Added 1.6 trillion, of which Y contributed 0.5": of what was added.
    let moved = |place: usize| {
        c.verb(place).is_some_and(|verb| {
            verb.frames.any(Frames::ADD.and(Frames::LOSE).and(Frames::UP).and(Frames::DOWN))
                && c.noun(place).is_none()
        })
    };
    let whole = matches!(c.phrase(comma.checked_sub(1)?), Some(Phrase::Amount { .. }))
        || matches!(c.phrase(comma - 1), Some(Phrase::Time(_)));
    if !whole || (0..comma).any(moved) {
        return None;
    }
    let (name, _) = named(c, start + 2)?;
    if !c.is(name, GAVE) {
        return None;
    }
    let figure = name + 1 + usize::from(c.is(name + 1, words!["for", "just", "about", "some"]));
    if !is_amount(c, figure) || !is_stop(c, figure + 1) {
        return None;
    }
    let close = stop_behind(c, figure);
    let last = c.len() - usize::from(is_stop(c, c.len() - 1));
    let draft = Draft::new(c).keep(0, comma);
    let goes_on = close + 1 < last;
    let draft = if goes_on { draft.keep(close + 1, last) } else { draft };
    let draft = draft.say(";", comma).keep(start + 2, name).say("processed", name).keep(figure, figure + 1);
    Some(draft.keep(last, c.len()).done())
}

const GAVE: &Words = words![
    "contributed", "handled", "processed", "supplied", "provided", "accounted", "generated", "delivered",
    "served", "took"
];
