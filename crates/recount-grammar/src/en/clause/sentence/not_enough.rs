//! What something was not enough for: `X grew, but not by enough to overtake Y`.

use super::*;

impl Parser<'_> {
    /// What something was enough for, or was not.
    pub(super) fn enough_or_not(&mut self) -> bool {
        self.enough() || self.not_enough_to()
    }

    /// "[X grew,] [but] not [by] enough to overtake Y": it did not.
    pub(super) fn not_enough_to(&mut self) -> bool {
        let start = self.c.at;
        let by = usize::from(self.c.is(1, words!["by", "quite", "nearly"]));
        if !self.c.is(0, words!["not"])
            || !self.c.is(1 + by, words!["enough"])
            || !self.c.is(2 + by, words!["to"])
        {
            return false;
        }
        let Some(focus) = self.focus.clone().filter(|_| self.other.is_none()) else { return false };
        let Some((rest, group)) = verb_group(self.c.skip(3 + by), false) else { return false };
        let Some((rest, mut outcome)) = predicate(rest, &focus, &group) else { return false };
        let order = |piece: &Piece| {
            matches!(&piece.act, Act::Compare { value, .. } if value.is_direction()) && piece.who.is_none()
        };
        // "Not enough to overtake Y" denies that it is ahead, not that it is so now.
        let plain = !group.negated && !group.passive && group.mood == Mood::Plain && !outcome.negated;
        if !plain || !outcome.pieces.iter().all(order) || outcome.pieces.is_empty() {
            return false;
        }
        for piece in &mut outcome.pieces {
            if let Act::Compare { event, .. } = &mut piece.act {
                *event = false;
            }
        }
        let rest = adjuncts(rest, &mut outcome);
        let plain = outcome.adjuncts.weeks.is_none() && outcome.adjuncts.first.is_none();
        plain && self.accept(start, rest, &focus, outcome, Group { negated: true, ..group })
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn not_enough_for_it() {
        let behind = "Alder was not above that of Birch";
        assert_read(&[
            ("Alder grew, but not by enough to overtake Birch last week.", &["Alder rose", behind]),
            ("Alder rose 4% last week, not enough to overtake Birch.", &["Alder rose by 4 percent", behind]),
            ("Alder rose 4% last week, but not enough to please Birch.", &["Alder rose by 4 percent"]),
        ]);
    }
}
