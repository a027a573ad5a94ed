//! Weeks running and first times behind what they belong to.

use super::*;
use crate::en::phrase::first::FirstTime;

impl Parser<'_> {
    /// Where a bracket has just been closed: the byte at which it was opened.
    fn closed_bracket(&self) -> Option<usize> {
        let open = self.c.opened(self.c.at.checked_sub(1)?, 24)?;
        Some(self.c.span(open, open + 1).start)
    }

    /// ", for a ninth consecutive week" behind what it belongs to: "beat Y (down 8 %) for a ninth
    /// week" says nothing of weeks of the 8 %.
    pub(super) fn adverbial_weeks(&mut self) -> bool {
        let open = self.closed_bracket();
        let outside = |item: &&mut Item| match item {
            Item::Said(said) => open.is_none_or(|open| said.span.start < open),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => open.is_none(),
        };
        let Some(Item::Said(last)) = self.items.iter_mut().rev().find(outside) else {
            return false;
        };
        let said =
            matches!(last.act, Act::Rank { .. } | Act::Compare { .. } | Act::Change { .. } | Act::Top { .. });
        // "passed 4 trillion tokens, a first".
        let first = self.c.is(0, words!["a"]) && matches!(self.c.phrase(1), Some(Phrase::Ordinal(1)));
        if first && is_stop(self.c, 2) && last.adjuncts.first.is_none() {
            last.adjuncts.first = Some(FirstTime { weeks: None, since: None });
            last.span = last.span.to(self.c.span(self.c.at, self.c.at + 2));
            self.c = self.c.skip(2);
            return true;
        }
        match self.c.phrase(0) {
            Some(Phrase::Weeks(weeks)) if said && last.adjuncts.weeks.is_none() && is_stop(self.c, 1) => {
                last.adjuncts.weeks = Some(*weeks);
            }
            Some(Phrase::First(first)) if last.adjuncts.first.is_none() && is_stop(self.c, 1) => {
                last.adjuncts.first = Some(first.clone());
            }
            _ => return false,
        }
        last.span = last.span.to(self.c.span(self.c.at, self.c.at + 1));
        self.c = self.c.skip(1);
        true
    }
}

impl Parser<'_> {
    /// Does a finite verb stand directly behind it?
    pub(super) fn is_before_verb(&self, c: Chunks<'_>) -> bool {
        c.verb(1).is_some_and(|verb| is_finite(verb.form) && c.noun(1).is_none())
    }

    /// "[X led Y,] and for a seventh straight week handled more than Z": for so many weeks.
    pub(super) fn weeks_then_verb(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let Some(Phrase::Weeks(weeks)) = self.c.phrase(0) else { return false };
        let weeks = *weeks;
        if !self.is_before_verb(self.c)
            || self.other.is_some()
            || !matches!(self.c.word_before(), "and" | "but")
        {
            return false;
        }
        let Some((rest, mut tail)) = finite(self.c.skip(1), focus) else { return false };
        if tail.outcome.adjuncts.weeks.is_some() || tail.outcome.adjuncts.first.is_some() {
            return false;
        }
        tail.outcome.adjuncts.weeks = Some(weeks);
        self.accept_tail(start, rest, tail)
    }

    /// "Fourth straight week on top.", "Third week of growth in a row.": a sentence of its own, of
    /// the one who is spoken of.
    pub(super) fn weeks_alone(&mut self) -> bool {
        let start = self.c.at;
        let first = start == 0 || self.c.word_before() == ".";
        let own = usize::from(self.c.is(0, words!["its", "their"]));
        let ordinal = crate::en::phrase::weeks::running(match self.c.phrase(own) {
            Some(phrase) => phrase,
            None => return false,
        })
        .is_some_and(|weeks| weeks.ordinal);
        if !first || !ordinal {
            return false;
        }
        let look = self.c.skip(own);
        let Some((rest, mut outcome)) = rank::weeks_at(look).or_else(|| change::weeks_of_change(look)) else {
            return false;
        };
        let rest = adjuncts(rest, &mut outcome);
        let np = Np::carried(self.c.span(start, start + 1));
        is_stop(rest, 0) && self.accept(start, rest, &np, outcome, Group::PLAIN)
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn weeks_behind_a_bracket_are_those_of_what_stands_before_it() {
        let ahead = "Alder was above that of Birch for the 2nd consecutive week";
        let fell = "Birch fell by 9.5 percent";
        assert_read(&[
            ("Alder exceeded Birch (down 9.5%) for the second consecutive week.", &[ahead, fell]),
            (
                "Alder exceeded Birch (3.29 trillion tokens, down 9.5%) for the second consecutive week.",
                &[ahead, "Birch was 3.29 trillion tokens", fell],
            ),
        ]);
    }
}
