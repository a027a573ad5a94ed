//! Who was the first of all to do something: `became the first model to process more than 5
//! trillion tokens in a week`. What the others did before, no assertion tells; but it was the
//! first time for this one too.

use super::adjunct::adjuncts;
use super::predicate::{Outcome, Piece, Read, predicate};
use super::verb_group::{Group, verb_group};
use super::{Act, Mood, Np};
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::first::FirstTime;
use crate::en::phrase::place::Place;
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::{Chunks, Phrase};
use recount_model::{Hedge, Quantity, Unit};

/// "[became] the first southern model to pass 5 trillion tokens", "[was] the first to lead
/// for nine weeks, in the week of June 1": only where it says when.
pub(super) fn complement<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let became = matches!(c.word_before(), "became" | "becomes" | "become" | "becoming");
    let is = group.verb.frames.any(Frames::BE);
    let first =
        c.is(0, words!["the"]) && matches!(c.phrase(1), Some(Phrase::Ordinal(1))) || c.are(&["the", "first"]);
    if !(is || became) || !first || group.negated {
        return None;
    }
    let look = thing(c.skip(2));
    if became && let Some(found) = first_of_group_since(c.skip(2), look, subject) {
        return Some(found);
    }
    let base = look.is(0, words!["to"]).then(|| look.skip(1))?;
    if base.verb(0).is_none_or(|verb| verb.form != Form::Base) || is_of_some(c.skip(2).until(look.at)) {
        return None;
    }
    let (rest, did) = verb_group(base, false)?;
    if did.negated || did.passive || did.mood != Mood::Plain {
        return None;
    }
    let (rest, mut outcome) = predicate(rest, subject, &did)?;
    let rest = adjuncts(rest, &mut outcome);
    let dated = outcome.adjuncts.times.iter().any(|time| matches!(time.role, Role::At | Role::AsOf));
    let one = matches!(outcome.pieces.as_slice(), [piece] if piece.who.is_none() && tells(&piece.act));
    if !(became || dated) || !one || outcome.negated || outcome.adjuncts.first.is_some() {
        return None;
    }
    outcome.adjuncts.first = Some(FirstTime { weeks: None, since: None });
    Some((rest, outcome))
}

/// "[became] the first southern model since April to lead": it leads, and none of them did since.
fn first_of_group_since<'p>(c: Chunks<'p>, behind: Chunks<'p>, subject: &Np) -> Read<'p> {
    let (_, among) = super::noun_phrase::of_them(c)?;
    let since = |time: &Time| time.role == Role::Since;
    let told = match behind.phrase(0) {
        Some(Phrase::Time(time)) if since(time) => Some(time.clone()),
        _ => None,
    };
    let base = behind.skip(usize::from(told.is_some()));
    let base = base.is(0, words!["to"]).then(|| base.skip(1))?;
    let (rest, did) = verb_group(base, false)?;
    if did.verb.form != Form::Base || did.negated || did.passive || did.mood != Mood::Plain {
        return None;
    }
    let (rest, outcome) = predicate(rest, subject, &did)?;
    let (rest, time) = match (told, rest.phrase(0)) {
        (Some(time), _) => (rest, time),
        (None, Some(Phrase::Time(time))) if since(time) => (rest.skip(1), time.clone()),
        _ => return None,
    };
    let [piece] = outcome.pieces.as_slice() else { return None };
    let (top, place) = match piece.act {
        Act::Rank { place: Place::At(1), among: None, .. } => (1, Place::At(1)),
        Act::Rank { place: Place::Top(top), among: None, .. } => (top, Place::Top(top)),
        _ => return None,
    };
    let hedge = if top == 1 { Hedge::Bare } else { Hedge::AtLeast };
    let one = Quantity { hedge, ..Quantity::whole(1, Unit::Count) };
    let first = FirstTime { weeks: None, since: Some(time) };
    let count = Act::Top { top, count: one, among: None };
    let pieces = vec![
        Piece::main(Act::Rank { place, movement: None, among: None }),
        Piece { who: Some(among), first: Some(first), ..Piece::beside(count) },
    ];
    let plain = piece.who.is_none() && !outcome.negated && outcome.adjuncts.first.is_none();
    plain.then(|| (rest, Outcome { pieces, ..outcome }))
}

/// "the first southern model": the first time for the group, whoever of it did so before.
fn is_of_some(thing: Chunks<'_>) -> bool {
    (0..thing.len()).any(|ahead| matches!(thing.phrase(ahead), Some(Phrase::Adjective(_) | Phrase::Name(_))))
}

/// May it be so for the first time?
const fn tells(act: &Act) -> bool {
    matches!(act, Act::Level { .. } | Act::Rank { .. } | Act::Compare { .. } | Act::Share { .. })
}

/// "[first] model", "southern model", or nobody: what is behind it.
fn thing(c: Chunks<'_>) -> Chunks<'_> {
    if let Some((rest, _)) = super::noun_phrase::of_them(c) {
        return rest;
    }
    let look = c.skip(usize::from(matches!(c.phrase(0), Some(Phrase::Adjective(_) | Phrase::Name(_)))));
    super::noun_phrase::thing(look).unwrap_or(look)
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn the_first_of_all_did_it_for_the_first_time() {
        let first: &[&str] = &["Alder was more than 5 trillion tokens for the first time"];
        assert_read(&[
            ("Alder became the first model to process more than 5 trillion tokens in a week.", first),
            (
                "Alder was the first model to process more than 5 trillion tokens in the week of June 8.",
                &["In the week of 8 June 2026, Alder was more than 5 trillion tokens for the first time"],
            ),
            (
                "Alder became the first model to lead for nine weeks in a row.",
                &["Alder ranked number 1 by call volume for 9 consecutive weeks for the first time"],
            ),
        ]);
    }

    #[test]
    fn when_it_was_is_not_said() {
        assert_listed(&[
            "Alder is the first model to process more than 5 trillion tokens.",
            "Alder became the first model to win 5 trillion fans.",
            "Alder did not become the first model to process more than 5 trillion tokens.",
            "Last week Alder became the first northern model to pass 5 trillion tokens.",
            "Alder became the first northern model to lead the ranking by call volume this year.",
        ]);
    }
}
