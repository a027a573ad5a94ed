//! What held up to a turn: `held at No. 4 for two weeks before dropping to No. 7 last week`,
//! `rose for three weeks before falling 3 % last week`.

use super::*;

impl<'p> Parser<'p> {
    /// The turn is of the week that is told, the weeks running end in the one before it.
    pub(super) fn before_moving(&mut self) -> bool {
        let start = self.c.at;
        let Some(turn) = (3..NEAR).find(|ahead| self.c.is(*ahead, words!["before"])) else { return false };
        if self.c.verb(turn + 1).is_none_or(|verb| verb.form != Form::Ing) {
            return false;
        }
        let front = self.c.until(start + turn);
        let Some((rest, np)) = noun_phrase(skip_leading(front)) else { return false };
        let Some((rest, group)) = verb_group(rest, false) else { return false };
        let plain = |group: &Group| !group.negated && !group.passive && group.mood == Mood::Plain;
        if !plain(&group) {
            return false;
        }
        let Some((rest, mut held)) = predicate(rest, &np, &group) else { return false };
        let rest = adjuncts(rest, &mut held);
        let told = std::mem::take(&mut held.adjuncts);
        let Some(weeks) = told.weeks.filter(|_| told.times.is_empty() && told.first.is_none()) else {
            return false;
        };
        if !rest.is_empty() || held.negated || held.pieces.len() != 1 {
            return false;
        }
        let behind = self.c.skip(turn + 1);
        let Some((rest, group)) = verb_group(behind, true).filter(|(_, group)| plain(group)) else {
            return false;
        };
        let Some((rest, mut outcome)) = predicate(rest, &np, &group) else { return false };
        let rest = adjuncts(rest, &mut outcome);
        // "Dropping out" of what, and "falling" for how long, other words would tell.
        if outcome.adjuncts.weeks.is_some() || outcome.adjuncts.first.is_some() {
            return false;
        }
        let weeks = WeeksRunning { cumulative: weeks.ordinal && weeks.cumulative, ..weeks };
        let weeks = WeeksRunning { consecutive: !weeks.cumulative, ..weeks };
        let before = held.pieces.into_iter().map(|piece| Piece {
            anchor: Anchor::Before,
            weeks: Some(weeks),
            main: false,
            act: as_held(piece.act),
            ..piece
        });
        outcome.pieces.splice(0..0, before);
        self.accept(start, rest, &np, outcome, group)
    }
}

/// How far on the turn may stand.
const NEAR: usize = 16;

/// A place that was held is a state.
fn as_held(act: Act) -> Act {
    match act {
        Act::Rank { place, among, .. } => Act::Rank { place, movement: None, among },
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn so_it_was_up_to_the_turn() {
        let held =
            "In the week of 15 June 2026, Alder ranked number 4 by call volume for 2 consecutive weeks";
        let fell = "Alder dropped to number 7 by call volume compared with the week of 15 June 2026";
        assert_read(&[
            ("Alder held at No. 4 for two weeks before dropping to No. 7 last week.", &[held, fell]),
            ("Alder spent two weeks at No. 4 before slipping to seventh.", &[held, fell]),
            (
                "Alder led the chart for nine weeks before falling to second last week.",
                &[
                    "In the week of 15 June 2026, Alder ranked number 1 by call volume for 9 consecutive weeks",
                    "Alder dropped to number 2 by call volume compared with the week of 15 June 2026",
                ],
            ),
            (
                "Alder rose for three straight weeks before falling 3% last week.",
                &[
                    "In the week of 15 June 2026, Alder rose from the week of 8 June 2026 for 3 consecutive weeks",
                    "Alder fell by 3 percent",
                ],
            ),
        ]);
    }

    #[test]
    fn no_such_turn() {
        assert_listed(&[
            "Alder held at No. 4 for two weeks before dropping out.",
            "Alder held at No. 4 for two weeks before winning a prize.",
        ]);
    }
}
