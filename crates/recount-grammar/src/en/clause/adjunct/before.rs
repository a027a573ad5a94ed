//! Weeks that were over by then: `in each of the two preceding weeks`, `for the previous two
//! weeks`, `in both previous weeks`.

use crate::en::clause::predicate::{Outcome, Piece};
use crate::en::clause::{Act, Anchor};
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Role, Time, When};
use crate::en::phrase::weeks::WeeksRunning;
use crate::en::phrase::{Chunks, Phrase};
use recount_model::{Hedge, Weeks};

/// "in each of the two preceding weeks", "for the previous two weeks" behind a place or an
/// order: in each of them, up to the week before. A change "over the previous two weeks" is
/// told against the first of them.
pub(super) fn each_week_before<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    let each = c.is(1, words!["each", "all"]) && c.is(2, words!["of"]);
    let state = |piece: &Piece| match &piece.act {
        Act::Rank { movement, .. } => movement.is_none(),
        Act::Compare { event, .. } => !event,
        // "It had risen in each of the three weeks before".
        Act::Change { value } => each && value.is_direction(),
        _ => false,
    };
    let plain = outcome.adjuncts.weeks.is_none() && outcome.adjuncts.times.is_empty();
    let main = outcome.pieces.iter().all(|piece| piece.anchor == Anchor::Clause && piece.weeks.is_none());
    if !plain || !main || outcome.pieces.is_empty() || !outcome.pieces.iter().all(state) {
        return None;
    }
    let (rest, count) = weeks_before(c)?;
    let weeks = WeeksRunning {
        weeks: Weeks::Exactly(count),
        ordinal: false,
        cumulative: false,
        consecutive: true,
        in_all: false,
        unit: TimeUnit::Week,
    };
    for piece in &mut outcome.pieces {
        piece.anchor = Anchor::Before;
        piece.weeks = Some(weeks);
    }
    Some(rest)
}

/// How many weeks before.
pub(super) fn weeks_before(c: Chunks<'_>) -> Option<(Chunks<'_>, u32)> {
    const BEFORE: &crate::token::Words = words!["previous", "preceding", "prior"];
    let inside = c.is(0, words!["in", "for", "during", "over", "throughout"]);
    if inside && c.is(1, words!["both"]) && c.is(2, BEFORE) && c.is(3, words!["weeks"]) {
        return Some((c.skip(4), 2));
    }
    let each = 2 * usize::from(c.is(1, words!["each", "all"]) && c.is(2, words!["of"]));
    let look = inside.then(|| c.skip(1 + each))?;
    if let Some(found) = previous(look, each > 0) {
        return Some(found);
    }
    let look = look.skip(usize::from(look.is(0, words!["the"])));
    if let Some(found) = previous(look, each > 0) {
        return Some(found);
    }
    let Phrase::Number(count) = look.phrase(0)? else { return None };
    let weeks = look.is(1, BEFORE) && look.is(2, words!["weeks"]);
    (weeks && *count > 1).then(|| (look.skip(3), *count))
}

/// "the previous two weeks".
fn previous(c: Chunks<'_>, each: bool) -> Option<(Chunks<'_>, u32)> {
    let Phrase::Time(Time { when: When::Back { count, unit: TimeUnit::Week, hedge: Hedge::Bare }, role }) =
        c.phrase(0)?
    else {
        return None;
    };
    let chunk = c.get(0)?;
    let before =
        (chunk.first..chunk.end).any(|token| matches!(c.lower(token), "previous" | "preceding" | "prior"));
    // "each of the three weeks before".
    let before = before || each && c.lower(chunk.end - 1) == "before";
    (before && *count > 1 && matches!(role, Role::At | Role::Within | Role::Base))
        .then(|| (c.skip(1), *count))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn weeks_up_to_the_one_before() {
        let two = "In the week of 15 June 2026, Alder ranked number 1 by call volume for 2 consecutive weeks";
        assert_read(&[
            ("Alder was first in each of the two preceding weeks.", &[two]),
            ("Alder had been first in each of the previous two weeks.", &[two]),
            ("Alder was No. 1 in both previous weeks.", &[two]),
            ("Alder, No. 1 in each of the two preceding weeks, fell 8%.", &[two, "Alder fell by 8 percent"]),
            (
                "Alder, the leader in each of the previous two weeks, was second.",
                &[two, "Alder ranked number 2 by call volume"],
            ),
            (
                "Alder led Birch in each of the two preceding weeks.",
                &["In the week of 15 June 2026, Alder was above that of Birch for 2 consecutive weeks"],
            ),
        ]);
    }

    #[test]
    fn weeks_of_something_else() {
        assert_listed(&["Alder was first in each of the two preceding tests."]);
    }
}
