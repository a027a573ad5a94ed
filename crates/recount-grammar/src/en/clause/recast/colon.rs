//! "X is doing the mirror image: 3.3 trillion, down from 3.5": what stands before the colon says nothing of figures, and
//! names nobody else.

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop, named_to, names_somebody};
use crate::en::clause::predicate::is_finite;
use crate::en::lexicon::Frames;
use crate::en::phrase::{Chunks, Phrase};

/// A figure behind a colon, of the only one that is named before it.
pub(super) fn colon(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let adverb = start + usize::from(c.entry(start).adverb);
    let first = (adverb..c.len().min(adverb + 3)).find(|place| named_to(c, *place).is_some())?;
    let end = named_to(c, first)?;
    let plain = |place: &usize| {
        !is_stop(c, *place) && !c.get(*place).is_some_and(crate::en::phrase::Chunk::is_figure)
    };
    let colon = (end..c.len().min(end + 14)).take_while(plain).last()? + 1;
    let figure = colon
        + 1
        + usize::from(c.is(colon + 1, words!["plus", "minus", "just", "only", "up", "down", "+", "-"]));
    if !c.is(colon, words![":", "—", "–"])
        || !is_amount(c, figure)
        || names_somebody(c, start, first)
        || names_somebody(c, end, colon)
    {
        return None;
    }
    let verb = (end..colon)
        .find(|place| c.verb(*place).is_some_and(|verb| is_finite(verb.form) || verb.frames.any(Frames::BE)));
    let verb = verb.or_else(|| {
        (end..colon).find(|place| c.entry(*place).is_unknown() && c.word(*place).ends_with("ed"))
    })?;
    let frames = c.verb(verb).map_or(Frames::NONE, |verb| verb.frames);
    let draft = Draft::new(c).keep(0, start).keep(first, end);
    let told = matches!(c.phrase(figure), Some(Phrase::Amount { .. })) || figure > colon + 1;
    // "X lost even more: 16 %".
    let moved = frames.any(Frames::UP.and(Frames::DOWN).and(Frames::ADD).and(Frames::LOSE));
    let draft = match (told, moved) {
        (true, false) => draft.say(":", colon),
        (false, true) => {
            draft.say(if frames.any(Frames::DOWN.and(Frames::LOSE)) { "fell" } else { "rose" }, verb)
        }
        _ => return None,
    };
    Some(draft.keep(colon + 1, c.len()).drop(end, colon).done())
}
