//! One and no other: `the only southern model in the top five`, `no other model
//! processed more`.

use super::*;
use crate::en::clause::predicate::{figure, level_of, predicate};
use crate::en::clause::{About, rank};
use recount_model::Hedge;

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
    if let Some((rest, outcome)) = only_one_above(rest.skip(2)) {
        return Some((rest, np, outcome, group));
    }
    let (rest, outcome) = only_one_of(rest)?;
    Some((rest, np, outcome, group))
}

/// "the only southern model in the top five", "the only southern one on the list": in it, and
/// no other of them is.
pub(in crate::en::clause) fn only_one_of<'p>(c: Chunks<'p>) -> Read<'p> {
    if !c.is(0, words!["the", "its"]) || !c.is(1, words!["only", "sole", "lone"]) {
        return None;
    }
    let (rest, among) = noun_phrase::of_them(c.skip(2))?;
    let look = rest.is(0, words!["in", "among", "of", "inside", "within", "on"]).then(|| rest.skip(1))?;
    let (rest, place @ (Place::Top(_) | Place::Board)) = rank::place(look)? else { return None };
    let top = if let Place::Top(top) = place { top } else { Act::LIST };
    let count = Act::Top { top, count: Quantity::whole(1, Unit::Count), among: None };
    let place = Act::Rank { place, movement: None, among: None };
    let pieces = vec![Piece::main(place), Piece { who: Some(among), ..Piece::main(count) }];
    let mut outcome = Outcome { pieces, ..Outcome::default() };
    outcome.adjuncts.of_list = top == Act::LIST;
    Some((rest, outcome))
}

/// "X and Y are the only southern models on the list": they are there, and no others of them.
pub(super) fn only_ones(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    let (rest, np) = noun_phrase(c)?;
    let Who::Named(names) = &np.who else { return None };
    let things = names.iter().flatten().all(|one| matches!(one, Subject::Entity(_)));
    let (rest, group) = verb_group(rest, false)?;
    let stands = group.verb.frames.any(Frames::BE.and(Frames::STAY)) && !group.passive && !group.negated;
    if names.len() < 2 || !things || np.about != About::Nothing || np.share || !stands {
        return None;
    }
    let look = rest.is(0, words!["the"]).then(|| rest.skip(1))?;
    let look = look.is(0, words!["only", "sole", "lone"]).then(|| look.skip(1))?;
    let number = match look.phrase(0) {
        Some(Phrase::Number(n)) => Some(*n as usize),
        _ => None,
    };
    let look = look.skip(usize::from(number.is_some()));
    let (rest, among) = noun_phrase::of_them(look)?;
    let look = rest.is(0, words!["in", "among", "on", "inside", "within"]).then(|| rest.skip(1))?;
    let Some(Phrase::Place(place @ (Place::Top(_) | Place::Board))) = look.phrase(0) else { return None };
    let top = if let Place::Top(top) = place { *top } else { Act::LIST };
    let count = u32::try_from(names.len()).ok().filter(|_| number.is_none_or(|n| n == names.len()))?;
    let act = Act::Top { top, count: Quantity::whole(count, Unit::Count), among: None };
    let there = Act::Rank { place: *place, movement: None, among: None };
    let pieces = vec![Piece::main(there), Piece { who: Some(among), ..Piece::main(act) }];
    let mut outcome = Outcome { pieces, ..Outcome::default() };
    outcome.adjuncts.of_list = top == Act::LIST;
    Some((look.skip(1), np, outcome, group))
}

/// "[No] model other than X processed more than 6 trillion", "[nobody] but X": X did, and so is first.
fn none_but(c: Chunks<'_>, nobody: bool) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    let (rest, among) = match noun_phrase::of_them(c) {
        _ if nobody => (c, None),
        Some((rest, np)) => (rest, Some(np)),
        None => (noun_phrase::thing(c)?, None),
    };
    let count = match (rest.word(0), rest.word(1)) {
        ("other", "than") => 2,
        ("but" | "except", _) => 1,
        _ => return None,
    };
    let (rest, np) = noun_phrase(rest.skip(count))?;
    let one = matches!(&np.who, Who::Named(names) if matches!(names.as_slice(), [name] if !matches!(name.first(), Some(Subject::Group(_)))));
    if !one || np.about != About::Nothing {
        return None;
    }
    let (rest, group) = verb_group(rest, false)?;
    if group.negated || group.passive || group.mood != crate::en::clause::Mood::Plain {
        return None;
    }
    let (rest, mut outcome) = predicate(rest, &np, &group)?;
    // "No model other than X has been first since May": X has.
    if let [Piece { act: Act::Rank { place: Place::At(1), movement: None, among: whom }, who: None, .. }] =
        outcome.pieces.as_mut_slice()
        && whom.is_none()
    {
        *whom = among;
        return Some((rest, np, outcome, group));
    }
    let (rest, outcome) = first_above(rest, outcome, &group, among)?;
    Some((rest, np, outcome, group))
}

/// "[X was the only] model above 6 trillion", "southern model to process more than 6 trillion":
/// it is, and so it is first.
fn only_one_above(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let (rest, among) = match noun_phrase::of_them(c) {
        Some((rest, np)) => (rest, Some(np)),
        None => (noun_phrase::thing(c)?, None),
    };
    let rest = if rest.is(0, words!["to"]) {
        let verb = rest.verb(1).filter(|verb| verb.frames.any(Frames::LEVEL.and(Frames::OVERTAKE)))?;
        let group = Group { verb, ..Group::PLAIN };
        let nobody = Np::carried(c.span(c.at, c.at + 1));
        let (rest, outcome) = predicate(rest.skip(2), &nobody, &group)?;
        return first_above(rest, outcome, &group, among);
    } else {
        rest.skip(usize::from(rest.is(0, words!["with", "at"])))
    };
    let (rest, phrase @ Phrase::Amount { .. }) = figure(rest)? else { return None };
    let outcome = Outcome::one(level_of(phrase)?);
    first_above(crate::en::clause::level::skip_unit(rest), outcome, &Group::PLAIN, among)
}

/// The least that only one has, as its level, and that it is first.
fn first_above<'p>(
    rest: Chunks<'p>,
    outcome: Outcome,
    group: &Group,
    among: Option<Np>,
) -> Option<(Chunks<'p>, Outcome)> {
    let [Piece { act: Act::Level { value, metrics }, who: None, .. }] = outcome.pieces.as_slice() else {
        return None;
    };
    let act = Act::Level { value: least(value, group)?, metrics: metrics.clone() };
    let place = Act::Rank { place: Place::At(1), movement: None, among };
    Some((rest, Outcome { pieces: vec![Piece::main(act), Piece::main(place)], ..outcome }))
}

/// More than so much, or at least so much where that was reached.
fn least(value: &Quantity, group: &Group) -> Option<Quantity> {
    match value.hedge {
        Hedge::MoreThan | Hedge::AtLeast => Some(value.clone()),
        Hedge::Bare if group.verb.frames.any(Frames::REACH) => {
            Some(Quantity { hedge: Hedge::AtLeast, ..value.clone() })
        }
        _ => None,
    }
}

/// "No other model is above 6 trillion", "nobody else topped 6 trillion": the one whose figure
/// was told last is, and so is first.
pub(super) fn nobody_else(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    let nobody = c.is(0, words!["nobody"]) || c.is(0, words!["no"]) && c.is(1, words!["one"]);
    let look = c.skip(1 + usize::from(nobody && c.is(0, words!["no"])));
    if !nobody && !c.is(0, words!["no"]) {
        return None;
    }
    if !look.is(0, words!["other", "else"]) {
        return none_but(look, nobody);
    }
    let look = look.skip(1);
    let (rest, among) = match noun_phrase(look) {
        _ if nobody => (look, None),
        Some((rest, np)) if matches!(np.who, Who::Named(_)) && np.about == About::Nothing => {
            (rest, Some(Np { each: false, ..np }))
        }
        _ if look.noun(0) == Some(Noun::Thing) => (look.skip(1), None),
        _ => return None,
    };
    let (rest, group) = verb_group(rest, false)?;
    if group.negated || group.passive || group.mood != crate::en::clause::Mood::Plain {
        return None;
    }
    let span = c.span(c.at, rest.at);
    let np = Np { who: Who::Figure, ..Np::carried(span) };
    let (rest, outcome) = predicate(rest, &Np::carried(span), &group)?;
    let [Piece { act: Act::Level { value, .. }, who: None, .. }] = outcome.pieces.as_slice() else {
        return None;
    };
    let value = least(value, &group)?;
    let act = Act::Rank { place: Place::At(1), movement: None, among };
    let mut outcome = Outcome { pieces: vec![Piece::main(act)], ..outcome };
    outcome.adjuncts.only_above = Some(value);
    Some((rest, np, outcome, group))
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
