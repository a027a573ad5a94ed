//! One and no other: `the only southern model in the top five`, `no other model
//! processed more`.

use super::*;
use crate::en::clause::{About, noun_phrase, rank};

/// "X was the only southern model in the top five": one of them, and X is there.
pub(super) fn only_one(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    let (rest, np) = noun_phrase(c)?;
    let one = matches!(&np.who, Who::Named(names) if names.len() == 1) || np.who == Who::Carried;
    if !one || np.about != About::Nothing {
        return None;
    }
    let (rest, group) = verb_group(rest, false)?;
    let stands = group.verb.frames.any(Frames::BE.and(Frames::STAY)) && !group.passive;
    if !stands || group.negated || !rest.is(0, words!["the"]) || !rest.is(1, words!["only", "sole", "lone"]) {
        return None;
    }
    let (rest, among) = noun_phrase::of_them(rest.skip(2))?;
    let look = rest.is(0, words!["in", "among", "of", "inside", "within"]).then(|| rest.skip(1))?;
    let (rest, Place::Top(top)) = rank::place(look)? else { return None };
    let count = Act::Top { top, count: Quantity::whole(1, Unit::Count), among: None };
    let place = Act::Rank { place: Place::Top(top), movement: None, among: None };
    let pieces = vec![Piece::main(place), Piece { who: Some(among), ..Piece::main(count) }];
    Some((rest, np, Outcome { pieces, ..Outcome::default() }, group))
}

/// "No [other] model processed more tokens than X", "nobody processed more than
/// X": X is first. "No other southern model processed as many as X": first
/// among them.
pub(super) fn unsurpassed(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    let nobody = c.is(0, words!["nobody"]) || c.is(0, words!["no"]) && c.is(1, words!["one"]);
    let other = if nobody {
        c.is(if c.is(0, words!["no"]) { 2 } else { 1 }, &["else"])
    } else {
        c.is(1, words!["other"])
    };
    if !nobody && !c.is(0, words!["no"]) {
        return None;
    }
    let look = c.skip(1 + usize::from(nobody && c.is(0, words!["no"])) + usize::from(other));
    let (rest, among) = match noun_phrase(look) {
        _ if nobody => (look, None),
        Some((rest, np)) if other && matches!(np.who, Who::Named(_)) && np.about == About::Nothing => {
            (rest, Some(Np { each: false, ..np }))
        }
        _ if look.entry(0).known || look.noun(0) == Some(Noun::Thing) => (look.skip(1), None),
        _ => return None,
    };
    let (rest, group) = verb_group(rest, false)?;
    let carries = group.verb.frames.any(Frames::LEVEL.and(Frames::USE).and(Frames::AUX));
    if !carries || group.negated || group.passive {
        return None;
    }
    let as_much = rest.is(0, words!["as"]) && rest.is(1, words!["many", "much"]);
    if !as_much && !rest.is(0, words!["more"]) {
        return None;
    }
    let mut look = rest.skip(1 + usize::from(as_much));
    while matches!(look.phrase(0), Some(Phrase::Name(names)) if !units(names).is_empty()) {
        look = look.skip(1);
    }
    let (rest, np) = look.is(0, words!["than", "as"]).then(|| noun_phrase(look.skip(1))).flatten()?;
    let one = matches!(&np.who, Who::Named(names) if names.len() == 1 && !matches!(names[0].first(), Some(Subject::Group(_))));
    let act = Act::Rank { place: Place::At(1), movement: None, among };
    one.then(|| (rest, np, Outcome::one(act), group))
}
