//! Tails about another one: who follows, who is compared, who is ahead.

use super::*;
use crate::en::clause::adjunct::{other_level, times};
use crate::en::clause::{About, Anchor};
use crate::en::phrase::place::Place;

/// "followed [closely] by X at 4.48 trillion".
pub(super) fn followed(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let follows = c.verb(0).is_some_and(|verb| verb.frames.any(Frames::FOLLOW) && verb.form != Form::Ing)
        || c.is(0, words!["trailed", "chased", "pursued", "shadowed", "tailed"]) && c.word_before() == ",";
    if !follows {
        return None;
    }
    let look = skip_adverbs(c.skip(1));
    if !look.is(0, words!["by"]) {
        return None;
    }
    let (rest, np) = noun_phrase(look.skip(1))?;
    matches!(np.who, Who::Named(_)).then(|| after_follower(rest, np))
}

/// What is said of one who follows: the rank below, and the level.
pub(in crate::en::clause) fn after_follower(c: Chunks<'_>, np: Np) -> (Chunks<'_>, Tail) {
    let mut outcome = Outcome::default();
    // "followed by X and Y": one place after the other.
    let several = match &np.who {
        Who::Named(names) if names.len() > 1 => names.as_slice(),
        _ => &[],
    };
    for name in several {
        let one = Np { who: Who::Named(vec![name.clone()]), ..np.clone() };
        outcome.pieces.push(Piece { who: Some(one), ..Piece::main(Act::Follows) });
    }
    if !several.is_empty() {
        let mut tail = Tail::new(outcome);
        tail.focus = Some(np);
        return (c, tail);
    }
    outcome.pieces.push(Piece { who: Some(np.clone()), ..Piece::main(Act::Follows) });
    let mut rest = c;
    if let Some((after, mut piece)) = level::beside(rest) {
        piece.who = Some(np.clone());
        outcome.pieces.push(piece);
        rest = after;
    }
    let mut tail = Tail::new(outcome);
    tail.focus = Some(np);
    (rest, tail)
}

/// "compared with", "versus", "against": how many chunks it takes.
pub(in crate::en::clause) fn versus_words(c: Chunks<'_>) -> Option<usize> {
    if c.is(0, words!["compared", "against", "compares"]) && c.is(1, words!["with", "to"]) {
        Some(2)
    } else if c.is(0, words!["versus", "vs", "against"]) {
        Some(if c.is(1, words!["."]) { 2 } else { 1 })
    } else {
        None
    }
}

/// "compare with 3.63 trillion for X".
pub(in crate::en::clause) fn compared_with(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    c.is(1, words!["with", "to"]).then(|| against(skip_adverbs(c.skip(2)))).flatten()
}

/// "compared with 3.63 trillion for X", "versus X's 3.63 trillion".
pub(in crate::en::clause) fn versus(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    against(skip_adverbs(c.skip(versus_words(c)?)))
}

fn against(look: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    if let Some((rest, found)) = change::was(look) {
        return Some((rest, Tail::new(Outcome { pieces: found.pieces()?, ..Outcome::default() })));
    }
    if let Some((after, phrase @ Phrase::Amount { .. })) = figure(look) {
        let after = level::skip_unit(after);
        if after.is(0, words!["for", "by", "from", "in", "at", "among"]) {
            let (rest, np) = noun_phrase(after.skip(1))?;
            return np.is_named().then(|| other(rest, np, level_of(phrase)));
        }
        return before_that(after, level_of(phrase)?);
    }
    // "compared with No. 3 a week ago".
    if let Some((after, place @ Place::At(_))) = rank::place(look)
        && matches!(after.phrase(0), Some(Phrase::Time(_)))
    {
        return before_that(after, Act::Rank { place, movement: None, among: None });
    }
    let (rest, np) = noun_phrase(look)?;
    let rest =
        if rest.is(0, words!["'s", "’s", "'", "’", "at", "with", ":"]) { rest.skip(1) } else { rest };
    match figure(rest)? {
        (after, phrase @ Phrase::Amount { .. }) if np.is_named() || np.who == Who::Other => {
            Some(other(level::skip_unit(after), np, level_of(phrase)))
        }
        _ => None,
    }
}

/// ", after 488 the week before".
pub(super) fn after_amount(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    if !c.is(0, words!["after", "following"]) {
        return None;
    }
    if let Some((rest, found)) = change::was(c.skip(1)) {
        return Some((rest, Tail::new(Outcome { pieces: found.pieces()?, ..Outcome::default() })));
    }
    let (rest, phrase @ Phrase::Amount { .. }) = figure(c.skip(1))? else { return None };
    let rest = level::skip_unit(rest);
    // "4.28 trillion after 4.24 trillion": in the week before.
    let told = c.at.checked_sub(1).and_then(|at| c.all.get(at));
    let directly = told.is_some_and(|chunk| matches!(chunk.phrase, Phrase::Amount { .. }));
    if directly && c.is(0, words!["after"]) && crate::en::clause::fronted::is_stop(rest, 0) {
        let before = Piece { anchor: Anchor::Before, ..Piece::beside(level_of(phrase)?) };
        return Some((rest, Tail::new(Outcome { pieces: vec![before], ..Outcome::default() })));
    }
    let (rest, tail) = before_that(rest, level_of(phrase)?)?;
    (crate::en::clause::fronted::is_stop(rest, 0) || rest.is(0, words!["and", "but"])).then_some((rest, tail))
}

/// "compared with 488 the week before": of the same one, earlier.
fn before_that(c: Chunks<'_>, act: Act) -> Option<(Chunks<'_>, Tail)> {
    let c = skip_in(c);
    let Some(Phrase::Time(time)) = c.phrase(0) else { return None };
    let (rest, times) = times(c);
    let earlier = Piece { anchor: Anchor::Earlier, times, ..Piece::beside(act) };
    let past = matches!(time.role, Role::Base | Role::At);
    past.then(|| (rest, Tail::new(Outcome { pieces: vec![earlier], ..Outcome::default() })))
}

/// The figure of another one, and when that was.
fn other(c: Chunks<'_>, np: Np, act: Option<Act>) -> (Chunks<'_>, Tail) {
    let (c, told) = times(c);
    let when = told.iter().all(|time| matches!(time.role, Role::At | Role::AsOf));
    let mut pieces: Vec<Piece> =
        act.map(|act| Piece { who: Some(np.clone()), ..Piece::main(act) }).into_iter().collect();
    // "against 3.1 trillion for Y a week earlier": then, and only of Y.
    if !when {
        let then: Vec<Time> = told.iter().map(|time| Time { role: Role::At, ..time.clone() }).collect();
        for piece in &mut pieces {
            piece.times.clone_from(&then);
            piece.anchor = Anchor::Earlier;
        }
    }
    let mut tail = Tail::new(Outcome { pieces, ..Outcome::default() });
    tail.focus = Some(np);
    tail.outcome.adjuncts.times = if when { told } else { Vec::new() };
    (c, tail)
}

/// ", almost double the volume of X".
pub(super) fn times_as_much<'p>(c: Chunks<'p>, focus: &Np) -> Option<(Chunks<'p>, Tail)> {
    // "two thirds of what it was in March", "half of X's volume".
    let part = matches!(c.phrase(0)?, Phrase::Percent(_))
        && (c.is(1, words!["what"]) || c.skip(1).are(&["of", "what"]));
    if !part && !matches!(c.phrase(0)?, Phrase::Ratio(_)) {
        return None;
    }
    let (rest, mut outcome) = compare::comparative(c, focus)?;
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// ", more than X (3.6 trillion)": behind how much it was.
pub(super) fn more_than_another<'p>(c: Chunks<'p>, focus: &Np) -> Option<(Chunks<'p>, Tail)> {
    if let Some((rest, mut outcome)) = compare::all_others(c, focus) {
        return Some((adjuncts(rest, &mut outcome), Tail::new(outcome)));
    }
    // ", slightly fewer than X".
    let c = super::super::verb_group::skip_degree(c);
    if !c.is(0, words!["more", "less", "fewer"]) || !c.is(1, words!["than"]) {
        return None;
    }
    let (rest, outcome) = compare::comparative(c, focus)?;
    let named = outcome.pieces.iter().all(|piece| match &piece.act {
        Act::Compare { object, .. } => object.is_named() && object.about == About::Nothing,
        _ => false,
    });
    named.then(|| (rest, Tail::new(outcome)))
}

/// "ahead of X at 4.48 trillion".
pub(super) fn ahead(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    // ", past that of X".
    if c.is(0, words!["past"]) {
        let (rest, np) =
            noun_phrase(c.skip(1)).filter(|(_, np)| matches!(np.who, Who::Named(_)) && !np.share)?;
        let value = Quantity::direction(false, Unit::Own);
        let mut outcome = Outcome::one(Act::Compare { object: np, value, event: false });
        return Some((adjuncts(rest, &mut outcome), Tail::new(outcome)));
    }
    let apart = compare::steps_apart(c);
    let clear = c.is(0, words!["clear", "short"]) && c.is(1, words!["of"]) || c.are(&["in", "front", "of"]);
    if apart == 0 && !clear && !c.is(0, words!["ahead", "behind"]) {
        return None;
    }
    let (rest, act) = compare::position(c)?;
    let Act::Compare { object, .. } = &act else {
        return None;
    };
    let object = object.clone();
    let mut outcome = Outcome::one(act);
    let rest = other_level(rest, &object, &mut outcome).unwrap_or(rest);
    // "ahead of X in third".
    let place = rest.is(0, words!["in", "at"]).then(|| rank::place(rest.skip(1))).flatten();
    let rest = match place.filter(|(after, _)| crate::en::clause::fronted::is_stop(*after, 0)) {
        Some((after, place @ Place::At(_))) => {
            let act = Act::Rank { place, movement: None, among: None };
            outcome.pieces.push(Piece { who: Some(object), ..Piece::beside(act) });
            after
        }
        _ => rest,
    };
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}
