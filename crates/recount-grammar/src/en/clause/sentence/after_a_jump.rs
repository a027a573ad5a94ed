//! The change that led to what was said: `climbed to seventh after a 66 % jump`, `handled 780
//! billion tokens after growing 30 %`.

use super::*;

impl Parser<'_> {
    /// "climbed to seventh after a 66 % jump to 2.11 trillion tokens": the jump that took
    /// it there, in the same week.
    pub(super) fn after_a_jump(&mut self, focus: &Np) -> bool {
        use recount_model::Movement::{Down, Entered, Left, Took, Up};
        let start = self.c.at;
        let aside = |item: &&Item| matches!(item, Item::Unread { named: false, .. });
        let moved = match self.items.iter().rev().find(|item| !aside(item)) {
            Some(Item::Said(said)) if !said.negated => match said.act {
                // "handled 780 billion after a 30 % jump", not "rose to 780 billion".
                Act::Level { .. } | Act::Compare { .. } | Act::Share { .. }
                    if said.who.who == focus.who
                        && said.anchor == crate::en::clause::Anchor::Clause
                        && !self.moves_before(said.span) =>
                {
                    None
                }
                Act::Rank { movement, .. }
                    if movement.is_some()
                        || said.adjuncts.weeks.is_none() && said.adjuncts.first.is_none() =>
                {
                    movement
                }
                _ => return false,
            },
            _ => return false,
        };
        if !self.c.is(0, words!["after", "following", "on"]) || self.other.is_some() {
            return false;
        }
        let noun =
            change::change_noun(self.c.skip(1)).map(|(rest, value, times)| (rest, value, times, Vec::new()));
        let Some((rest, value, times, to)) = noun.or_else(|| self.having_changed()) else { return false };
        let way = match moved {
            Some(Up | Entered | Took) => !value.falling,
            Some(Down | Left) => value.falling,
            Some(recount_model::Movement::Kept) => false,
            // "is third after a 9 % decline": the week's.
            None => true,
        };
        if !way || value.is_direction() || !times.is_empty() {
            return false;
        }
        let mut outcome = Outcome::one(Act::Change { value });
        outcome.pieces.extend(to);
        let rest = change::to_and_from(rest, &mut outcome).unwrap_or(rest);
        let rest = adjuncts(rest, &mut outcome);
        outcome.adjuncts.times.is_empty() && self.accept(start, rest, focus, outcome, Group::PLAIN)
    }

    /// Is a verb of rising or falling in those words?
    fn moves_before(&self, span: recount_model::Span) -> bool {
        let all = self.c.all;
        (0..self.c.at).rev().take(24).any(|at| {
            let c = Chunks { at, ..self.c };
            all.get(at).is_some_and(|_| c.span(at, at + 1).start >= span.start)
                && c.verb(0)
                    .is_some_and(|verb| verb.frames.any(Frames::UP.and(Frames::DOWN).and(Frames::ADD)))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn what_led_to_it() {
        let level = "Alder was 780 billion tokens";
        let rose = "Alder rose by 30 percent";
        assert_read(&[
            ("Alder processed 780 billion tokens last week after a 30% jump.", &[level, rose]),
            ("Alder accounted for 780 billion tokens last week after growing 30%.", &[level, rose]),
            (
                "Alder led Birch by 41% last week after growing 5.9% to 13.3 trillion tokens.",
                &[
                    "Alder was 41 percent above that of Birch",
                    "Alder rose by 5.9 percent",
                    "Alder was 13.3 trillion tokens",
                ],
            ),
            // The week before, or this one.
            ("Alder rose to 780 billion tokens last week after a 30% drop.", &[level, "?"]),
            ("Alder fell 3% last week after a 30% jump.", &["Alder fell by 3 percent", "?"]),
        ]);
    }
}
