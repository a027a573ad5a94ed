//! Who is new on the list: `a new entry at No. 3`, `the week's highest debut, at No. 8`, `The
//! highest new entry is X, in fifth`.

use super::*;
use crate::en::clause::adjunct::times;
use crate::en::clause::rank;
use crate::en::clause::verb_group::verb_group;

/// What a first week on the list is called.
pub(super) const ARRIVALS: &Words =
    words!["debut", "bow", "entry", "entrance", "re-entry", "arrival", "premiere", "opening"];

/// "new at No. 3", "a new entry at No. 3", "the highest new entry at No. 5", "a non-mover at
/// No. 5": behind "be", or between commas.
pub(in crate::en::clause) fn newcomer(c: Chunks<'_>) -> Option<(Chunks<'_>, Act)> {
    let look = of_the_week(c.skip(usize::from(c.is(0, words!["a", "the", "another", "this", "its"]))));
    let (look, movement) = if look.are(&["non"]) && look.is(2, words!["mover"]) {
        (look.skip(3), Movement::Kept)
    } else if look.is(0, words!["unmoved", "steady", "static"]) {
        (look.skip(1), Movement::Kept)
    } else if let Some(rest) = new_entry(look) {
        (rest, Movement::Entered)
    } else if look.is(0, words!["new"]) {
        (look.skip(1), Movement::Entered)
    } else {
        return None;
    };
    // "new on the list", "new to the top nine".
    let arrived = movement == Movement::Entered && look.is(0, words!["on", "to", "in"]);
    if arrived && let Some(Phrase::Place(found @ (Place::Board | Place::Top(_)))) = look.phrase(1) {
        return Some((look.skip(2), ranked(*found, Some(movement))));
    }
    let comma = usize::from(look.is(0, words![","]) && look.is(1, words!["at", "in"]));
    let (rest, found) = in_place(look.skip(comma))?;
    matches!(found, Place::At(_)).then(|| (rest, ranked(found, Some(movement))))
}

/// "The highest new entry is X, at No. 5", "The only newcomer was X": in that place, or on the
/// list at all.
pub(in crate::en::clause) fn newcomer_is(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    // "Last week's highest debut": behind the time.
    let owned = matches!(c.word_before(), "'s" | "’s");
    let look = if owned { c } else { of_the_week(c.is(0, words!["the"]).then(|| c.skip(1))?) };
    let (rest, told) = times(new_entry(look)?);
    let (rest, group) = verb_group(rest, false)?;
    if !group.verb.frames.any(Frames::BE) || group.negated || group.passive {
        return None;
    }
    let (rest, np) = noun_phrase(skip_adverbs(rest)).filter(|(_, np)| is_one(np))?;
    let comma = usize::from(rest.is(0, words![","]) && rest.is(1, words!["at", "in"]));
    let (rest, place) = in_place(rest.skip(comma)).unwrap_or((rest, Place::Board));
    let mut outcome = Outcome::one(ranked(place, Some(Movement::Entered)));
    outcome.adjuncts.times = told;
    Some((rest, np, outcome, group))
}

/// "at No. 5", "in fifth [place]".
fn in_place(c: Chunks<'_>) -> Option<(Chunks<'_>, Place)> {
    at_place(c).or_else(|| c.is(0, words!["in", "at"]).then(|| rank::place(c.skip(1))).flatten())
}

/// "week's".
fn of_the_week(c: Chunks<'_>) -> Chunks<'_> {
    let week = c.is(0, words!["week", "chart", "list"]) && c.is(1, words!["'s", "’s"]);
    c.skip(if week { 2 } else { 0 })
}

/// "[highest] new entry", "highest debut", "only newcomer". "First entry" may be an earlier one.
fn new_entry(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let most = c.is(0, words!["highest", "biggest", "top", "only", "sole", "lone", "best", "strongest"]);
    let look = c.skip(usize::from(most));
    let fresh = look.is(0, words!["new", "fresh"]);
    let look = look.skip(usize::from(fresh));
    let arrival = look.is(0, ARRIVALS) || look.is(0, words!["entrant", "newcomer"]);
    (arrival && (most || fresh)).then(|| look.skip(1))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn who_is_new_and_where() {
        let third: &[&str] =
            &["Alder entered at number 3 by call volume compared with the week of 15 June 2026"];
        assert_read(&[
            ("The highest new entry is Alder at No. 3.", third),
            ("The week's highest new entry was Alder, in third.", third),
            ("Last week's highest debut was Alder, at No. 3.", third),
            ("Alder is the highest new entry at No. 3.", third),
            ("Alder is the week's highest debut, at No. 3.", third),
            ("The only newcomer last week was Alder, in third place.", third),
        ]);
    }

    #[test]
    fn no_newcomer_of_the_list() {
        assert_listed(&[
            "The highest entry fee is that of Alder, at No. 3.",
            "The first entry was Alder at No. 3.",
        ]);
    }
}
