//! Clauses that begin with their predicate: `In second place came X, at 3.2
//! trillion`, `Leading the list was X`, `Behind it were X and Y`, `Rounding out
//! the top three was X`; and `It was X that led`.

use super::adjunct::times;
use super::noun_phrase::noun_phrase;
use super::predicate::{Outcome, Piece, predicate};
use super::verb_group::{Group, skip_adverbs, verb_group};
use super::{Act, Np, Who, level, rank};
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// A clause, its subject last.
///
/// Reads: "In second place came X", "Third was X", "Leading the list last week
/// was X", "Topping the chart with 4 trillion tokens was X". Does not read:
/// "Third, X fell", "Leading the list, X fell", "In second place, X fell".
pub(super) fn clause(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    let (rest, mut outcome) = head(c)?;
    let (rest, times) = times(rest);
    let rest = beside(rest, &mut outcome);
    let are = rest.word(0);
    let (rest, group) = verb_group(rest, false)?;
    let stands = Frames::BE.and(Frames::RANK).and(Frames::FOLLOW).and(Frames::STAY);
    if group.passive || !group.verb.frames.any(stands) {
        return None;
    }
    let (rest, np) = noun_phrase(skip_adverbs(rest))?;
    let Who::Named(names) = &np.who else { return None };
    let single = !matches!(outcome.pieces.first()?.act, Act::Rank { place: Place::Top(_), .. });
    if names.len() > 1 && single {
        return None;
    }
    // "Rounding out the top five were X with 3.7 trillion, Y with 2.9 and Z": several
    // of its places, not the last one.
    if names.len() == 1
        && c.verb(0).is_some_and(|verb| verb.frames.any(Frames::COMPLETE))
        && matches!(are, "were" | "are")
        && let Some(Piece { act: Act::Rank { place, .. }, .. }) = outcome.pieces.first_mut()
        && let Place::At(last) = *place
    {
        *place = Place::Top(last);
    }
    outcome.adjuncts.times.extend(times);
    Some((rest, np, outcome, group))
}

/// What stands before the verb: a place, or a participle of leading.
fn head(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    // "Then come X and Y".
    if c.is(0, words!["next", "then"]) {
        return Some((c.skip(1), Outcome::one(Act::Follows)));
    }
    let c = skip_adverbs(c);
    let rank = |place| Outcome::one(Act::Rank { place, movement: None, among: None });
    // "Third among the southern models was X".
    let within = |rest, place| {
        let (rest, among) = rank::among(rest);
        Some((rest, Outcome::one(Act::Rank { place, movement: None, among })))
    };
    match c.phrase(0)? {
        Phrase::Place(place @ Place::At(_)) => within(c.skip(1), *place),
        // "First by a distance was X".
        Phrase::Ordinal(1)
            if c.skip(1).are(&["by", "a", "distance"]) || c.skip(1).are(&["by", "some", "distance"]) =>
        {
            within(c.skip(4), Place::At(1))
        }
        Phrase::Ordinal(1) if c.skip(1).are(&["by", "far"]) => within(c.skip(3), Place::At(1)),
        Phrase::Ordinal(n) => within(c.skip(1), Place::At(*n)),
        Phrase::Word(_) if c.is(0, words!["in", "at", "on", "next", "then"]) => {
            let (rest, place) = rank::at_place(c)
                .or_else(|| rank::place(c.skip(1)))
                .filter(|_| !rank::is_another(c.skip(1)))?;
            matches!(place, Place::At(_)).then(|| (rest, rank(place)))
        }
        // "Ranked second was X".
        Phrase::Word(_) if c.is(0, words!["ranked", "placed"]) => {
            let (rest, place) = rank::place(c.skip(1))?;
            matches!(place, Place::At(_)).then(|| (rest, rank(place)))
        }
        Phrase::Word(entry) if entry.verb.is_some_and(|verb| verb.form == Form::Ing) => participle(c),
        // "The most used model last week was X".
        Phrase::Word(_) if c.is(0, words!["the"]) => super::superlative::place(c),
        _ => None,
    }
}

/// "Leading the list", "Topping the chart", "Rounding out the top three",
/// "Taking second place".
fn participle(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let (rest, group) = verb_group(c, true)?;
    let nobody = Np::carried(c.span(c.at, c.at + 1));
    let (rest, outcome) = predicate(rest, &nobody, &group)?;
    let ranks = matches!(outcome.pieces.as_slice(), [Piece { act: Act::Rank { .. }, .. }]);
    (ranks && !group.negated && !outcome.negated).then_some((rest, outcome))
}

/// ", with 4 trillion tokens," or "with 4 trillion tokens" before the verb.
fn beside<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Chunks<'p> {
    let comma = usize::from(c.is(0, words![","]));
    let Some((rest, piece)) = level::beside(c.skip(comma)) else {
        return c;
    };
    if comma == 1 && !rest.is(0, words![","]) {
        return c;
    }
    outcome.pieces.push(piece);
    rest.skip(comma)
}

/// "The highest-ranked southern model was X": the first of them.
pub(super) fn first_of(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    const RANKED: &Words = words!["highest", "best", "top"];
    if !c.is(0, words!["the"]) {
        return None;
    }
    let hyphen = usize::from(crate::token::is_hyphen(c.word(2)));
    let ranked = c.is(1, RANKED) && c.is(2 + hyphen, words!["ranked", "ranking", "placed"]);
    let used = c.is(1, words!["most"]) && c.is(2 + hyphen, words!["used", "popular"]);
    let look = if ranked || used {
        c.skip(3 + hyphen)
    } else if c.is(1, words!["leading", "top"]) {
        c.skip(2)
    } else {
        return None;
    };
    let of_quality = look.at == c.at + 2;
    let (rest, among) = super::noun_phrase::of_them(look)?;
    let thing = matches!(&among.who, Who::Named(_));
    let (rest, told) = times(super::adjunct::everywhere(rest).unwrap_or(rest));
    let (rest, group) = verb_group(rest, false)?;
    if !thing || group.passive || group.negated || !group.verb.frames.any(Frames::BE.and(Frames::STAY)) {
        return None;
    }
    let (rest, np) = noun_phrase(rest)?;
    let one = matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == super::About::Nothing;
    let mut outcome = Outcome::one(Act::Rank { place: Place::At(1), movement: None, among: Some(among) });
    outcome.adjuncts.times = told;
    outcome.adjuncts.local = true;
    // "…, at number five", "…, in fifth place": of everything.
    let comma = usize::from(rest.is(0, words![","]));
    let (rest, outcome) =
        match rest.skip(comma).is(0, words!["at", "in"]).then(|| rank::place(rest.skip(comma + 1))) {
            Some(Some((after, place @ Place::At(_)))) => {
                outcome.pieces.push(Piece::beside(Act::Rank { place, movement: None, among: None }));
                (after, outcome)
            }
            _ => (rest, outcome),
        };
    // "The top southern model is X": it may be the best one, where no place or
    // amount of X follows.
    let told = outcome.pieces.len() > 1 || level::beside(rest.skip(comma)).is_some();
    (one && (told || !of_quality)).then_some((rest, np, outcome, group))
}

/// "Behind it were X with 3.2 trillion and Y with 2.5 trillion": the first of
/// those who follow.
pub(super) fn behind(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    let close = usize::from(c.is(0, words!["close", "right", "just", "directly", "immediately"]));
    let look = c.skip(close);
    let of_it = look.is(0, words!["behind", "below"]) && look.is(1, words!["it", "them"]);
    // "Hot on its heels came Y".
    let heels = c.is(0, words!["hot", "hard", "close"])
        && c.is(1, words!["on"])
        && c.is(2, words!["its", "their", "the"])
        && c.is(3, words!["heels"]);
    let count = match (of_it, close, heels) {
        (_, _, true) => 4,
        (true, ..) => close + 2,
        (_, 1, _) if look.is(0, words!["behind"]) => 2,
        _ => return None,
    };
    let (rest, group) = verb_group(c.skip(count), false)?;
    let stands = group.verb.frames.any(Frames::BE.and(Frames::RANK).and(Frames::FOLLOW));
    if !stands || group.passive || group.negated {
        return None;
    }
    let (rest, np) = noun_phrase(rest)?;
    matches!(&np.who, Who::Named(names) if names.len() == 1).then_some((rest, np))
}

/// "Behind X came Y [in second place]": Y, and that it is behind X.
pub(super) fn behind_other(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome)> {
    let front = c.are(&["in", "front", "of"]);
    if !front && !c.is(0, words!["behind", "below", "ahead"]) {
        return None;
    }
    let of = usize::from(c.is(1, words!["of"])) + 2 * usize::from(front);
    let behind = !front && !c.is(0, words!["ahead"]);
    let (rest, object) = noun_phrase(c.skip(1 + of)).filter(|(_, np)| np.is_named())?;
    let (rest, mut told) = times(rest);
    let (rest, group) = verb_group(rest, false)?;
    let stands = group.verb.frames.any(Frames::BE.and(Frames::RANK).and(Frames::FOLLOW));
    if !stands || group.passive || group.negated {
        return None;
    }
    let (rest, np) = noun_phrase(rest).filter(|(_, np)| np.is_named())?;
    let value = recount_model::Quantity::direction(behind, recount_model::Unit::Own);
    let mut outcome = Outcome::one(Act::Compare { object, value, event: false });
    let mut rest = rest;
    if rest.is(0, words!["in", "at"])
        && let Some((after, place @ Place::At(_))) = rank::place(rest.skip(1))
    {
        outcome.pieces.push(Piece::main(Act::Rank { place, movement: None, among: None }));
        rest = after;
    }
    outcome.adjuncts.times.append(&mut told);
    Some((beside(rest, &mut outcome), np, outcome))
}

/// "It was X that led", "it is X, not Y, that": the subject and the place of
/// its verb.
pub(super) fn cleft(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    if !(c.is(0, words!["it"]) && c.is(1, words!["was", "is"])) {
        return None;
    }
    // "It was not X but Y that": of X nothing is said but that.
    let look = match c.is(2, words!["not"]).then(|| noun_phrase(c.skip(3))).flatten() {
        Some((rest, np)) if np.is_named() => {
            let rest = rest.skip(usize::from(rest.is(0, words![","])));
            rest.is(0, words!["but"]).then(|| rest.skip(1))?
        }
        _ => c.skip(2),
    };
    let (rest, np) = noun_phrase(look)?;
    (np.is_named() && rest.is(0, words!["that", "who", "which"])).then(|| (rest.skip(1), np))
}

/// "The top spot was taken by X", "first place went to X".
pub(super) fn place_taken(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    // "Last week's fifth place went to X".
    let owned = matches!(c.phrase(0), Some(Phrase::Time(_))) && c.is(1, words!["'s", "’s"]);
    let (rest, place) = rank::place(if owned { c.skip(2) } else { c })?;
    let (rest, mut times) = times(rest);
    if let (true, Some(Phrase::Time(time))) = (owned, c.phrase(0)) {
        times.push(time.clone());
    }
    let (rest, group) = verb_group(rest, false)?;
    let frames = group.verb.frames;
    let board = group.passive && frames.any(Frames::LEAD) && rest.is(0, words!["by"]);
    let place = match place {
        Place::At(_) => place,
        Place::Board if board => Place::At(1),
        _ => return None,
    };
    let taken = group.passive
        && frames.any(Frames::TAKE.and(Frames::HOLD).and(Frames::RANK))
        && rest.is(0, words!["by"]);
    let goes = !group.passive && frames.any(Frames::BELONG) && rest.is(0, words!["to"]);
    // "Third place stayed with X".
    let stays = !group.passive && frames.any(Frames::STAY) && rest.is(0, words!["with"]);
    if !taken && !goes && !board && !stays {
        return None;
    }
    let (rest, np) = noun_phrase(rest.skip(1))?;
    let Who::Named(names) = &np.who else { return None };
    if names.len() > 1 {
        return None;
    }
    let movement = (taken && frames.any(Frames::TAKE) && !frames.any(Frames::HOLD.and(Frames::RANK)))
        .then_some(recount_model::Movement::Took)
        .or(stays.then_some(recount_model::Movement::Kept));
    let mut outcome = Outcome::one(Act::Rank { place, movement, among: None });
    outcome.adjuncts.times = times;
    Some((rest, np, outcome, group))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn the_subject_may_come_last() {
        let second: &[&str] = &["Birch ranked number 2 by call volume", "Birch was 3.2 trillion tokens"];
        let first: &[&str] = &["Alder ranked number 1 by call volume"];
        assert_read(&[
            ("In second place came Birch, at 3.2 trillion tokens.", second),
            ("Second was Birch with 3.2 trillion tokens.", second),
            (
                "Second among the southern models last week was Birch with 3.2 trillion tokens.",
                &["Birch ranked number 2 by call volume among the south", "Birch was 3.2 trillion tokens"],
            ),
            ("Leading the list last week was Alder.", first),
            ("Topping the chart was Alder.", first),
            ("It was Alder that led last week.", first),
            ("First place went to Alder.", first),
            (
                "First place stayed with Alder.",
                &["Alder stayed at number 1 by call volume compared with the week of 15 June 2026"],
            ),
            ("Rounding out the top three was Cedar.", &["Cedar ranked number 3 by call volume"]),
            ("The top spot was held by Alder last week.", first),
            (
                "Alder was first. Behind it were Birch with 3.2 trillion tokens and Cedar.",
                &[
                    "Alder ranked number 1 by call volume", "Birch ranked number 2 by call volume",
                    "Birch was 3.2 trillion tokens", "Cedar ranked number 3 by call volume",
                ],
            ),
        ]);
    }

    #[test]
    fn a_place_before_another_subject_is_not_its() {
        assert_listed(&[
            "In second place were Birch and Cedar.",
            "It was not Alder that led Birch last week.",
            "In the fourth, Alder reached 4.6 trillion tokens.",
        ]);
    }
}
