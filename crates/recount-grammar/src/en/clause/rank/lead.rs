//! Leads: `X and Y led the chart`, `held its lead`, `widened its lead`, `finished the
//! week third`.

use recount_model::Movement;

use super::{ends, leads};
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::predicate::{Outcome, Piece, Read};
use crate::en::clause::verb_group::Group;
use crate::en::clause::{Act, Np, Who};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::time::Time;
use crate::en::phrase::{Chunks, Phrase};

/// "X and Y led the chart": the first two.
pub(super) fn lead_together<'p>(c: Chunks<'p>, subject: &Np, frames: Frames) -> Read<'p> {
    let Who::Named(names) = &subject.who else { return None };
    let one =
        |name: &Vec<recount_model::Subject>| matches!(name.first(), Some(recount_model::Subject::Entity(_)));
    if !frames.any(Frames::LEAD) || names.len() < 2 || !names.iter().all(one) {
        return None;
    }
    let (rest, outcome) = leads(c, frames)?;
    let [Piece { act: Act::Rank { place: Place::At(1), movement: None, among }, .. }] =
        outcome.pieces.as_slice()
    else {
        return None;
    };
    let place = Place::Top(u32::try_from(names.len()).ok()?);
    let act = Act::Rank { place, movement: None, among: among.clone() };
    Some((rest, Outcome { pieces: vec![Piece::main(act)], ..outcome }))
}

/// "[finished] the week", "[ended] last week": what is left behind it, and the time.
pub(super) fn over_the_week<'p>(c: Chunks<'p>, frames: Frames) -> Option<(Chunks<'p>, Vec<Time>)> {
    let closes = matches!(
        c.word_before(),
        "finish"
            | "finished"
            | "finishes"
            | "finishing"
            | "end"
            | "ended"
            | "ends"
            | "ending"
            | "close"
            | "closed"
            | "closes"
            | "concluded"
    );
    if !closes || !frames.any(Frames::RANK.and(Frames::WIDEN)) {
        return None;
    }
    if c.is(0, words!["the"]) && c.is(1, words!["week"]) {
        return Some((c.skip(2), Vec::new()));
    }
    match c.phrase(0)? {
        Phrase::Time(time) => Some((c.skip(1), vec![time.clone()])),
        _ => None,
    }
}

/// "maintained the global lead", "held its lead", "took the lead".
pub(super) fn held_lead<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    // "extended its lead", "widens lead": it leads, whatever was before.
    let widens = matches!(
        c.word_before(),
        "widen" | "widens" | "widened" | "builds" | "built" | "consolidates" | "consolidated"
    );
    let extends = !group.negated && (frames.any(Frames::EXTEND) || widens);
    if !frames.any(Frames::HOLD.and(Frames::TAKE)) && !extends {
        return None;
    }
    let mut look = if c.are(&["on", "to"]) && frames.any(Frames::HOLD) { c.skip(2) } else { c };
    while look.is(0, words!["the", "its", "their", "a", "global", "overall", "worldwide", "weekly"]) {
        look = look.skip(1);
    }
    if look.noun(0) != Some(Noun::Lead) {
        return None;
    }
    let rest = look.skip(1);
    // "extended its lead at the top [of the ranking]".
    let rest = match super::at_place(rest) {
        Some((after, Place::At(1))) if rest.is(0, words!["at", "on"]) => {
            crate::en::clause::adjunct::board_behind(after)
        }
        _ => rest,
    };
    if rest.is(0, words!["over"]) {
        let (after, object) = noun_phrase(rest.skip(1))?;
        let value = recount_model::Quantity::direction(false, recount_model::Unit::Own);
        let event = frames.any(Frames::TAKE);
        return object.is_named().then(|| (after, Outcome::one(Act::Compare { object, value, event })));
    }
    // "Took the lead from X": ahead of X now, and not before.
    if rest.is(0, words!["from"]) && frames.any(Frames::TAKE) && !group.negated {
        let (after, object) = noun_phrase(rest.skip(1))?;
        let value = recount_model::Quantity::direction(false, recount_model::Unit::Own);
        let one = object.is_named() && object.about == crate::en::clause::About::Nothing;
        return one.then(|| (after, Outcome::one(Act::Compare { object, value, event: true })));
    }
    // How large the lead is, is said of something else than of a rank.
    if rest.is(0, words!["of", "at"]) || extends && !ends(rest) {
        return None;
    }
    if extends {
        // Over whom a group leads, only the words around it tell.
        let group = matches!(&subject.who, Who::Named(names)
            if names.iter().any(|name| matches!(name.first(), Some(recount_model::Subject::Group(_)))));
        if group {
            let object = Np { who: Who::Other, ..Np::carried(c.span(c.at, rest.at)) };
            let value = recount_model::Quantity::direction(false, recount_model::Unit::Own);
            return Some((rest, Outcome::one(Act::Compare { object, value, event: false })));
        }
        let act = Act::Rank { place: Place::At(1), movement: None, among: None };
        return Some((rest, Outcome::one(act)));
    }
    let movement =
        if frames.any(Frames::TAKE) && !frames.any(Frames::HOLD) { Movement::Took } else { Movement::Kept };
    let place = Place::At(1);
    Some((rest, Outcome::one(Act::Rank { place, movement: Some(movement), among: None })))
}

/// "rounded out the top three": the last of them.
pub(super) fn completed<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    let out = usize::from(c.is(0, words!["out"]));
    match c.phrase(out) {
        Some(Phrase::Place(Place::Top(last))) if frames.any(Frames::COMPLETE) => {
            let act = Act::Rank { place: Place::At(*last), movement: None, among: None };
            Some((c.skip(out + 1), Outcome::one(act)))
        }
        _ => None,
    }
}
