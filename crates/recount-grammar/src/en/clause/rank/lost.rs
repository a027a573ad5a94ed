//! Places left, missed and lost: `dropped out of the top nine`, `missed the top
//! five`, `lost first place to X`.

use recount_model::{Movement, Quantity, Unit};

use super::{among, one_place, place};
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::predicate::{Outcome, Piece, Read};
use crate::en::clause::{About, Act, Np, Who};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};

/// "dropped out of the top nine", "left the list".
pub(super) fn left<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    if !frames.any(Frames::EXIT.and(Frames::RANK)) {
        return None;
    }
    // "rounded off the top three" is the last of them.
    if frames.any(Frames::COMPLETE) {
        return None;
    }
    // "fell from the top five", "slipped below the top ten", and no farther.
    let fell = frames.any(Frames::DOWN) && c.is(0, words!["from", "below"]) && ends(among(c.skip(2)).0);
    let rest = if c.are(&["out", "of"]) {
        c.skip(2)
    } else if c.are(&["off"]) || fell || c.are(&["from"]) && !frames.any(Frames::RANK) {
        c.skip(1)
    } else {
        c
    };
    let out = rest.at > c.at;
    let leaves = out || (frames.any(Frames::EXIT) && !frames.any(Frames::RANK));
    if let Some((rest, place, among)) = super::kind_top(rest).filter(|_| leaves) {
        let act = Act::Rank { place, movement: Some(Movement::Left), among: Some(among) };
        return Some((rest, Outcome { negated: true, ..Outcome::one(act) }));
    }
    match rest.phrase(0) {
        Some(Phrase::Place(found @ (Place::Top(_) | Place::Board))) if leaves => {
            let (rest, kind) = among(rest.skip(1));
            let act = Act::Rank { place: *found, movement: Some(Movement::Left), among: kind };
            Some((rest, Outcome { negated: true, ..Outcome::one(act) }))
        }
        _ => None,
    }
}

/// "missed the top five", "missed out on first place".
pub(super) fn missed<'p>(c: Chunks<'p>) -> Read<'p> {
    if !matches!(c.word_before(), "miss" | "misses" | "missed" | "missing") {
        return None;
    }
    let (rest, found) = place(if c.are(&["out", "on"]) { c.skip(2) } else { c })?;
    let (rest, kind) = among(rest);
    let act = Act::Rank { place: found, movement: None, among: kind };
    Some((rest, Outcome { negated: true, ..Outcome::one(act) }))
}

/// "lost its lead over X", "lost the lead to X": behind it now, and not before.
fn lost_lead<'p>(c: Chunks<'p>, several: bool) -> Read<'p> {
    let owned = c.is(0, words!["its", "their", "the"]);
    if !owned
        || c.noun(1) != Some(Noun::Lead)
        || !matches!(c.word_before(), "lose" | "loses" | "lost" | "losing")
    {
        return None;
    }
    let rest = c.skip(2);
    let named = rest.is(0, words!["over", "to"]).then(|| noun_phrase(rest.skip(1))).flatten();
    let (rest, object) = match named {
        Some((after, np)) if np.is_named() && np.about == About::Nothing => (after, np),
        // "The north lost its lead": to the other one that is spoken of.
        None if several && crate::en::clause::fronted::is_stop(rest, 0) => {
            (rest, Np { who: Who::Other, ..Np::carried(c.span(c.at, rest.at)) })
        }
        _ => return None,
    };
    let value = Quantity::direction(true, Unit::Own);
    Some((rest, Outcome::one(Act::Compare { object, value, event: true })))
}

fn ends(c: Chunks<'_>) -> bool {
    crate::en::clause::fronted::is_stop(c, 0)
        || c.is(0, words!["and", "but", "while", "for"])
        || matches!(c.phrase(0), Some(Phrase::Time(_) | Phrase::First(_)))
}

/// "lost its place in the top five", "gave up its spot among the top ten", of one thing.
fn lost_spot<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let c = c.skip(usize::from(c.is(0, words!["up"])));
    let spot = c.is(0, words!["its", "their"])
        && c.is(1, words!["place", "spot", "position", "seat", "slot", "berth"])
        && c.is(2, words!["in", "among", "inside"]);
    if !spot || is_group(subject) {
        return None;
    }
    let (rest, found) =
        place(c.skip(3)).filter(|(_, found)| matches!(found, Place::Top(_) | Place::Board))?;
    let act = Act::Rank { place: found, movement: Some(Movement::Left), among: None };
    Some((rest, Outcome { negated: true, ..Outcome::one(act) }))
}

/// One group, by its name.
pub(super) fn is_group(np: &Np) -> bool {
    let group = |name: &recount_model::Subject| matches!(name, recount_model::Subject::Group(_));
    matches!(&np.who, Who::Named(names) if names.len() == 1 && names.iter().flatten().all(group))
        && np.about == About::Nothing
        && !np.share
}

/// "lost first place", "lost the top spot to X". Not "lost its lead": over whom,
/// only the words around it tell.
pub(super) fn lost<'p>(c: Chunks<'p>, subject: &Np, frames: Frames) -> Read<'p> {
    if frames.any(Frames::LOSE.and(Frames::CEDE))
        && let Some(found) = lost_spot(c, subject)
    {
        return Some(found);
    }
    if !frames.any(Frames::LOSE) {
        return None;
    }
    if let Some(found) = lost_lead(c, is_group(subject)) {
        return Some(found);
    }
    let look = if c.is(0, words!["its", "their"]) { c.skip(1) } else { c };
    let (rest, found) = one_place(look).filter(|(_, found)| matches!(found, Place::At(_)))?;
    let act = Act::Rank { place: found, movement: Some(Movement::Left), among: None };
    let mut outcome = Outcome { negated: true, ..Outcome::one(act) };
    if rest.is(0, words!["to"])
        && let Some((after, np)) = noun_phrase(rest.skip(1))
        && matches!(&np.who, Who::Named(names) if names.len() == 1)
        && np.about == crate::en::clause::About::Nothing
    {
        let took = Act::Rank { place: found, movement: Some(Movement::Took), among: None };
        outcome.pieces.push(Piece { who: Some(np), ..Piece::beside(took) });
        return Some((after, outcome));
    }
    Some((rest, outcome))
}
