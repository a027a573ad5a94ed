//! Ahead, of whom the words around tell: `has pulled ahead`, `led by 4.9 trillion tokens to 4.4
//! trillion`.

use recount_model::{Quantity, Subject, Unit};

use super::ratio::score;
use crate::en::clause::predicate::{Outcome, Piece, Read};
use crate::en::clause::verb_group::Group;
use crate::en::clause::{Act, Np, Who};
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::Chunks;

/// "came out ahead", "has pulled ahead", "went back in front": of the one who is spoken of.
pub(super) fn gone_ahead<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    if !frames.any(Frames::RANK.and(Frames::UP)) || frames.any(Frames::DOWN) {
        return None;
    }
    let (rest, mut outcome) = crate::en::clause::be::ahead_alone(c, subject)?;
    let moves = frames.any(Frames::UP.and(Frames::BELONG)) && group.verb.form != Form::Ing;
    for piece in &mut outcome.pieces {
        if let Act::Compare { event, .. } = &mut piece.act {
            *event = moves;
        }
    }
    Some((rest, outcome))
}

/// "led by 4.9 trillion tokens to 4.4 trillion", of a group: what it had, and the other one.
pub(super) fn led_by<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let several = match &subject.who {
        Who::Named(names) => {
            matches!(names.as_slice(), [one] if matches!(one.first(), Some(Subject::Group(_))))
        }
        Who::Carried => true,
        _ => false,
    };
    if !several || !group.verb.frames.any(Frames::LEAD) || group.negated {
        return None;
    }
    let (rest, mine, theirs) = score(c)?;
    let object = Np { who: Who::Other, ..Np::carried(c.span(c.at, rest.at)) };
    let value = Quantity::direction(false, Unit::Own);
    let mut outcome = Outcome::one(Act::Compare { object: object.clone(), value, event: false });
    outcome.pieces.push(Piece::beside(mine));
    outcome.pieces.push(Piece { who: Some(object), ..Piece::beside(theirs) });
    Some((rest, outcome))
}
