//! Places with how long they had been held: `lost the top spot it had held for nine weeks`,
//! `ceded first place, which it had held since May`, `lost its nine-week hold on first place`.

use super::*;
use crate::en::phrase::time::Role;
use crate::en::phrase::weeks::WeeksRunning;

/// A place that was left, and how long it had been held by then.
pub(in crate::en::clause) fn place_held(c: Chunks<'_>) -> Option<(Chunks<'_>, Place, Option<Piece>)> {
    if let Some(found) = hold_on(c) {
        return Some(found);
    }
    let (rest, found) = place(skip_adverbs(c))?;
    match had_held(rest, found).filter(|_| matches!(found, Place::At(_))) {
        // ", which it had held since May, to X".
        Some((rest, held)) => {
            let closed = rest.is(0, words![","]) && rest.is(1, words!["to", "by"]);
            Some((rest.skip(usize::from(closed)), found, Some(held)))
        }
        None => Some((rest, found, None)),
    }
}

/// "its nine-week hold on first place", "its grip on the top spot".
fn hold_on(c: Chunks<'_>) -> Option<(Chunks<'_>, Place, Option<Piece>)> {
    let look = c.is(0, words!["its", "their", "a", "the"]).then(|| c.skip(1))?;
    if let Some((rest, outcome)) = weeks_at(look) {
        let weeks = outcome.adjuncts.weeks.filter(|weeks| !weeks.ordinal)?;
        let [Piece { act: Act::Rank { place: found @ Place::At(_), .. }, .. }] = outcome.pieces.as_slice()
        else {
            return None;
        };
        return Some((rest, *found, Some(held(*found, weeks))));
    }
    let hold = look.is(0, words!["hold", "grip", "stranglehold", "grasp"]) && look.is(1, words!["on"]);
    let (rest, found) = hold.then(|| at_place(look.skip(1))).flatten()?;
    matches!(found, Place::At(_)).then_some((rest, found, None))
}

/// "[the top spot] it had held for nine weeks", ", which it had occupied since May": up to the
/// week before.
fn had_held(c: Chunks<'_>, found: Place) -> Option<(Chunks<'_>, Piece)> {
    let look = c.skip(usize::from(c.is(0, words![","])));
    let look = look.skip(usize::from(look.is(0, words!["which", "that"])));
    let (rest, group) =
        super::super::verb_group::verb_group(look.is(0, words!["it", "they"]).then(|| look.skip(1))?, false)?;
    let holds = group.verb.frames.any(Frames::HOLD.and(Frames::RANK).and(Frames::LEAD))
        || matches!(rest.word_before(), "enjoyed" | "claimed");
    if group.negated || group.passive || !group.earlier || !holds {
        return None;
    }
    match rest.phrase(0)? {
        Phrase::Weeks(weeks) if !weeks.ordinal => Some((rest.skip(1), held(found, *weeks))),
        Phrase::Time(time) if time.role == Role::Since => {
            let act = Act::Rank { place: found, movement: None, among: None };
            let piece = Piece { times: vec![time.clone()], earlier: true, ..Piece::beside(act) };
            Some((rest.skip(1), piece))
        }
        _ => None,
    }
}

/// It was there for so many weeks in a row, up to the week before.
fn held(found: Place, weeks: WeeksRunning) -> Piece {
    let weeks = WeeksRunning { cumulative: false, consecutive: true, ..weeks };
    let act = Act::Rank { place: found, movement: None, among: None };
    Piece { anchor: Anchor::Before, weeks: Some(weeks), ..Piece::beside(act) }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn how_long_a_place_was_held() {
        let lost = "Alder was no longer number 1 by call volume compared with the week of 15 June 2026";
        let nine =
            "In the week of 15 June 2026, Alder ranked number 1 by call volume for 9 consecutive weeks";
        let since =
            "In the week of 15 June 2026, Alder ranked number 1 by call volume for 3 consecutive weeks";
        let took = "Birch took number 1 by call volume compared with the week of 15 June 2026";
        assert_read(&[
            ("Alder lost the top spot it had held for nine weeks.", &[lost, nine]),
            ("Alder lost first place, which it had held for nine weeks.", &[lost, nine]),
            ("Alder gave up the top spot that it had occupied for nine weeks.", &[lost, nine]),
            ("Alder lost its nine-week hold on first place.", &[lost, nine]),
            ("Alder lost the top spot it had held since the week of June 1.", &[lost, since]),
            ("Alder lost first place, which it had held since the week of June 1.", &[lost, since]),
            ("Alder lost its grip on the top spot.", &[lost]),
            ("Alder ceded the top spot it had held for nine weeks to Birch.", &[lost, nine, took]),
            ("Alder ceded first place, which it had held for nine weeks, to Birch.", &[lost, nine, took]),
        ]);
    }

    #[test]
    fn what_was_held_otherwise() {
        assert_listed(&["Alder lost its grip on the market.", "Alder lost its nine-week hold on reality."]);
    }
}
