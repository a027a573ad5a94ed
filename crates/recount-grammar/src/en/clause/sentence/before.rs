//! What stands before a clause of another time: `Third a week ago, X is now sixth`, `Over the
//! past month, X has doubled`.

use super::*;
use crate::en::clause::Anchor;
use crate::en::clause::adjunct::long_way;
use crate::en::phrase::place::Place;
use crate::en::phrase::time::{Role, Time};

impl Parser<'_> {
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
                "Over the past month, Alder has risen 40%.",
                &["Alder rose by 40 percent from the week of 25 May 2026"],
            ),
        ]);
    }
}
