//! What stands before a clause of another time: `Third a week ago, X is now sixth`, `Over the
//! past month, X has doubled`.

use super::accept::is_when;
use super::*;
use crate::en::clause::Anchor;
use crate::en::clause::adjunct::long_way;
use crate::en::phrase::place::Place;
use crate::en::phrase::time::{Role, Time};

impl<'p> Parser<'p> {
    /// "Third a week ago, X is now sixth": where it was then.
    pub(super) fn earlier_place(&mut self) -> bool {
        let Some((rest, place @ Place::At(_))) = rank::place(self.c) else { return false };
        let Some(Phrase::Time(time)) = rest.phrase(0) else { return false };
        let named = rest.is(1, words![","])
            && noun_phrase(rest.skip(2)).is_some_and(|(after, np)| np.is_named() && after.verb(0).is_some());
        if !named || !matches!(time.role, Role::At | Role::Base) {
            return false;
        }
        let act = Act::Rank { place, movement: None, among: None };
        let times = vec![Time { role: Role::At, ..time.clone() }];
        self.pending.pieces.push(Piece { times, anchor: Anchor::Earlier, ..Piece::beside(act) });
        self.c = rest.skip(1);
        true
    }

    /// "Despite a 5 % drop, X led", "Helped by a 24 % jump in usage of Y, X rose": before what it
    /// changed, or did not.
    pub(super) fn circumstance_before(&mut self) -> bool {
        const FRONTS: &crate::token::Words = words![
            "despite", "in", "notwithstanding", "thanks", "helped", "driven", "boosted", "powered", "lifted",
            "fuelled", "fueled", "buoyed", "propelled", "dragged", "hurt", "led", "even", "with", "on",
            "amid",
        ];
        let even = self.c.is(0, words!["even"]) && !self.c.is(1, words!["after"]);
        if !self.c.is(0, FRONTS) || even || self.c.is(0, words!["in"]) && !self.c.are(&["in", "spite", "of"])
        {
            return false;
        }
        let Some(comma) = (2..16).find(|ahead| self.c.is(*ahead, words![","])) else { return false };
        let front = self.c.until(self.c.at + comma);
        let Some((rest, outcome)) = crate::en::clause::tail::circumstance_alone(front) else { return false };
        let named = noun_phrase(self.c.skip(comma + 1)).is_some_and(|(_, np)| np.is_named());
        let told = outcome.adjuncts
            == super::super::Adjuncts { times: outcome.adjuncts.times.clone(), ..Default::default() };
        if !rest.is_empty() || !named || !told {
            return false;
        }
        let times = outcome.adjuncts.times;
        self.pending.pieces.extend(outcome.pieces.into_iter().map(|piece| Piece {
            times: times.clone(),
            main: false,
            ..piece
        }));
        self.c = self.c.skip(comma);
        true
    }

    /// "Now No. 2 on the chart, X rose", "Still third, X fell", "Second on the chart, X rose": where
    /// it is.
    pub(super) fn place_now(&mut self) -> bool {
        let still = self.c.is(0, words!["still"]);
        let now = still || self.c.is(0, words!["now", "currently", "already"]);
        let look = self.c.skip(usize::from(now));
        let (look, inside) = match look.is(0, words!["in", "at"]) {
            true if now => (look.skip(1), true),
            _ => (look, false),
        };
        let Some((rest, place @ Place::At(_))) = rank::place(look) else { return false };
        let board = crate::en::clause::adjunct::everywhere(rest);
        // "Second, X fell" counts arguments.
        let told = now || inside || board.is_some();
        let rest = board.unwrap_or(rest);
        let named = rest.is(0, words![","])
            && noun_phrase(rest.skip(1)).is_some_and(|(after, np)| {
                let owned = matches!(after.word_before(), "'s" | "’s" | "'" | "’");
                np.is_named()
                    && (after.verb(0).is_some() || owned && after.get(0).is_some_and(Chunk::is_figure))
            });
        if !named || !told {
            return false;
        }
        let movement = still.then_some(recount_model::Movement::Kept);
        self.pending.pieces.push(Piece::beside(Act::Rank { place, movement, among: None }));
        self.c = rest;
        true
    }

    /// "With a gain of 10 %, X led": no clause of its own.
    pub(super) fn gain_in_front(&self, c: Chunks<'p>) -> bool {
        let fresh = self.items.iter().all(|item| matches!(item, Item::Time(_)));
        fresh
            && change::change_noun(c.skip(1))
                .is_some_and(|(rest, value, _)| !value.is_direction() && rest.is(0, words![","]))
    }

    /// "In its first full week at the head of the chart, X rose": there, and since when.
    pub(super) fn nth_week_there(&mut self) -> bool {
        if !(self.c.is(0, words!["in"]) && self.c.is(1, words!["its", "their"])) {
            return false;
        }
        let (rest, nth) = match self.c.phrase(2) {
            Some(Phrase::Ordinal(n)) => (self.c.skip(3), *n),
            _ => return false,
        };
        let rest = rest.skip(usize::from(rest.is(0, words!["full", "complete", "whole"])));
        let behind = rest.is(0, words!["week"]).then(|| rest.skip(1));
        let head = |c: Chunks<'p>| c.are(&["at", "the", "head", "of"]).then(|| (c.skip(3), Place::At(1)));
        let Some((rest, place @ Place::At(_))) = behind.and_then(|c| head(c).or_else(|| rank::at_place(c)))
        else {
            return false;
        };
        let rest = crate::en::clause::adjunct::everywhere(rest).unwrap_or(rest);
        let named = rest.is(0, words![","]) && noun_phrase(rest.skip(1)).is_some_and(|(_, np)| np.is_named());
        if !named {
            return false;
        }
        let weeks = crate::en::phrase::weeks::WeeksRunning {
            weeks: recount_model::Weeks::Exactly(nth),
            ordinal: true,
            cumulative: true,
            consecutive: false,
            in_all: false,
            unit: crate::en::phrase::quantity::TimeUnit::Week,
        };
        let act = Act::Rank { place, movement: None, among: None };
        self.pending.pieces.push(Piece { weeks: (nth > 1).then_some(weeks), ..Piece::beside(act) });
        self.c = rest;
        true
    }

    /// "X was first for two weeks, from March 30 to April 12": those weeks. ", in May and June" does
    /// not say in which of them.
    pub(super) fn of_the_run(&mut self, time: &Time) -> bool {
        let comma = self.c.word_before() == ",";
        let ends = is_stop(self.c, 1) || self.c.len() == 1;
        let several = self.c.is(1, words!["and", "or"]) && matches!(self.c.phrase(2), Some(Phrase::Time(_)));
        match self.items.last_mut() {
            Some(Item::Said(said)) if comma && several && said.adjuncts.weeks.is_some() => {
                said.act = Act::Unexplained { why: "of which of several times it is said, is not clear" };
                false
            }
            Some(Item::Said(said)) if comma && ends && said.adjuncts.weeks.is_some() => {
                let dated = !is_when(time) || said.adjuncts.times.iter().any(is_when);
                if !dated {
                    said.adjuncts.times.push(time.clone());
                }
                !dated
            }
            _ => false,
        }
    }

    /// "X 18.2T (12.9T the week before), Y 16.8T (14.7T)": what stands in the brackets was so then,
    /// and nothing else.
    pub(super) fn of_bracket(&self, start: usize, piece: &Piece, own: &mut Adjuncts) {
        let bracket = start.checked_sub(1).is_some_and(|at| Chunks { at, ..self.c }.is(0, words!["("]));
        if !bracket || !matches!(piece.act, Act::Level { .. }) {
            return;
        }
        let then = |time: &Time| time.role == Role::Base || time.when.weeks_back().is_some();
        if own.times.is_empty() {
            let like = self.items.iter().rev().find_map(|item| match item {
                Item::Said(said) if said.adjuncts.local && matches!(said.act, Act::Level { .. }) => {
                    Some(&said.adjuncts.times).filter(|times| times.iter().any(then))
                }
                _ => None,
            });
            own.local |= like.is_some();
            own.times.extend(like.into_iter().flatten().cloned());
        } else {
            own.local |= own.times.iter().all(then);
        }
    }

    /// "Over the past month, [X has doubled]": a change over so long, from then on, and not that
    /// of the month before.
    pub(super) fn long_before(&mut self, start: usize, told: &mut Outcome) {
        let comma = self.c.all.get(..start).and_then(<[Chunk<'_>]>::last);
        let comma = usize::from(comma.is_some_and(|chunk| self.c.lower(chunk.first) == ","));
        let changes = told.pieces.iter().all(|piece| matches!(piece.act, Act::Change { .. }));
        let Some(at) = start.checked_sub(1 + comma).filter(|_| changes && !told.pieces.is_empty()) else {
            return;
        };
        let Some(time) = long_way(Chunks { at, ..self.c }) else { return };
        if told.adjuncts.times.is_empty() && matches!(self.items.last(), Some(Item::Time(_))) {
            self.items.pop();
            told.adjuncts.times.push(time);
        }
    }
}

/// "After falling 3 % the week before, [X rose]": what comes after it is of a later week.
pub(super) fn of_earlier(piece: Piece) -> Piece {
    match piece.anchor {
        Anchor::Clause => Piece { anchor: Anchor::Earlier, ..piece },
        _ => piece,
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn before_a_clause_of_another_time() {
        assert_read(&[
            (
                "Third a week earlier, Alder is now sixth.",
                &[
                    "In the week of 15 June 2026, Alder ranked number 3 by call volume",
                    "Alder ranked number 6 by call volume",
                ],
            ),
            (
                "Now No. 2 on the chart, Alder was up 19% last week.",
                &["Alder ranked number 2 by call volume", "Alder rose by 19 percent"],
            ),
            (
                "Still in second place, Alder rose 19% last week.",
                &[
                    "Alder stayed at number 2 by call volume compared with the week of 15 June 2026",
                    "Alder rose by 19 percent",
                ],
            ),
            (
                "Over the past month, Alder has risen 40%.",
                &["Alder rose by 40 percent from the week of 25 May 2026"],
            ),
            (
                "Last week: Alder 4.2T (3.9T the week before), Birch 3.1T (2.9T).",
                &[
                    "Alder was 4.2 trillion tokens",
                    "In the week of 15 June 2026, Alder was 3.9 trillion tokens",
                    "Birch was 3.1 trillion tokens",
                    "In the week of 15 June 2026, Birch was 2.9 trillion tokens",
                ],
            ),
        ]);
    }
}
