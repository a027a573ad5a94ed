//! "Was overtaken by X", "was led by X".

use super::ahead;
use crate::en::clause::Np;
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::predicate::{Outcome, Piece, Read};
use crate::en::clause::verb_group::Group;
use crate::en::lexicon::Frames;
use crate::en::phrase::Chunks;

/// "was overtaken by X", "was surpassed by X"; "the north was led by X" is told of X,
/// which may be one of the north.
pub(in crate::en::clause) fn passive<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    if !frames.any(Frames::AHEAD.and(Frames::OVERTAKE)) || !c.is(0, words!["by"]) {
        return None;
    }
    let (rest, object) = noun_phrase(c.skip(1))?;
    if !object.is_named() {
        return None;
    }
    if frames.any(Frames::LEAD) && subject.is_named() && !group.negated {
        let piece = Piece { who: Some(object), ..Piece::main(ahead(subject.clone(), false, false)) };
        return Some((rest, Outcome { pieces: vec![piece], ..Outcome::default() }));
    }
    Some((rest, Outcome::one(ahead(object, true, frames.any(Frames::OVERTAKE)))))
}
