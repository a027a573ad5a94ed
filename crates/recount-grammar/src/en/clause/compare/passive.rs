//! "Was overtaken by X", "was led by X".

use super::ahead;
use crate::en::clause::gap::ratio;
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::predicate::{Outcome, Piece, Read};
use crate::en::clause::verb_group::Group;
use crate::en::clause::{Act, Np, Who};
use crate::en::lexicon::Frames;
use crate::en::phrase::Chunks;

/// "was overtaken by X", "was surpassed by X"; "the north was led by X" is told of X,
/// which may be one of the north.
pub(in crate::en::clause) fn passive<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    if let Some(found) = so_many_to_one(c, subject, group) {
        return Some(found);
    }
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

/// "[they were] outnumbered 3.5 to one [by X]": X, or the other one, had so many times as much.
fn so_many_to_one<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let ahead =
        group.verb.frames.any(Frames::AHEAD) && !group.verb.frames.any(Frames::OVERTAKE.and(Frames::LEAD));
    let first = usize::from(c.is(0, words!["by"]) && ratio::is_of_one(c.skip(1)));
    if !ahead || group.negated || !ratio::is_of_one(c.skip(first)) {
        return None;
    }
    let (rest, value) = ratio::value(c.skip(first))?;
    let (rest, who) = match rest.is(0, words!["by"]) {
        true => noun_phrase(rest.skip(1)).filter(|(_, np)| np.is_named())?,
        false => (rest, Np { who: Who::Other, ..Np::carried(c.span(c.at, rest.at)) }),
    };
    let act = Act::Compare { object: subject.clone(), value, event: false };
    let piece = Piece { who: Some(who), ..Piece::main(act) };
    Some((rest, Outcome { pieces: vec![piece], ..Outcome::default() }))
}
