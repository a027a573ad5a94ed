//! Ahead, of whom the words around tell: `has pulled ahead`, `led by 4.9 trillion tokens to 4.4
//! trillion`.

use recount_model::{Quantity, Subject, Unit};

use super::ratio::score;
use crate::en::clause::predicate::{Outcome, Piece, Read, directed, figure, quantity_of};
use crate::en::clause::verb_group::Group;
use crate::en::clause::{Act, Np, Who};
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::{Chunks, Phrase};

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

/// "[was ahead] by 278 billion", "[led] by 8 %": how far, of the other one who is spoken of.
pub(in crate::en::clause) fn by_so_much(c: Chunks<'_>, behind: bool) -> Read<'_> {
    if !c.is(0, words!["by"]) {
        return None;
    }
    let (rest, phrase) = figure(c.skip(1))?;
    let apart = matches!(phrase, Phrase::Amount { .. } | Phrase::Percent(_));
    let value = quantity_of(phrase).filter(|_| apart)?;
    let rest = crate::en::clause::level::skip_unit(rest);
    // "by 4.9 trillion tokens to 4.4 trillion" is a score.
    let ends = crate::en::clause::fronted::is_stop(rest, 0)
        || matches!(rest.phrase(0), Some(Phrase::Time(_)))
        || rest.is(0, words!["and", "but"]);
    let object = Np { who: Who::Other, ..Np::carried(c.span(c.at, rest.at)) };
    let value = directed(&value, behind);
    ends.then(|| (rest, Outcome::one(Act::Compare { object, value, event: false })))
}

/// "led by 4.9 trillion tokens to 4.4 trillion", "led by 8 %", "trailed by 278 billion".
pub(super) fn led_by<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    let apart = frames.any(Frames::LEAD.and(Frames::BEHIND)) && !group.passive;
    let by = || by_so_much(c, frames.any(Frames::BEHIND)).filter(|_| apart);
    scored(c, subject, group).or_else(by)
}

/// "led by 4.9 trillion tokens to 4.4 trillion", of a group: what it had, and the other one.
fn scored<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
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
