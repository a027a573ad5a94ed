//! How far the one behind is from the one ahead, with a word that says which of them is meant: `X leads with 4 trillion; Y trails at 3
//! trillion, a shortfall of 25 %`.

use super::*;
use crate::en::clause::predicate::{directed, quantity_of};

impl<'p> Parser<'p> {
    /// ", a deficit of 1 trillion": of the one who is behind, from the one ahead.
    pub(super) fn shortfall(&mut self) -> bool {
        let start = self.c.at;
        let words = self.c.is(0, words!["a"]) && self.c.is(1, words!["deficit", "shortfall"]);
        let Some((rest, phrase @ (Phrase::Amount { .. } | Phrase::Percent(_)))) =
            figure(self.c.skip(3)).filter(|_| words && self.c.is(2, words!["of"]))
        else {
            return false;
        };
        let rest = match phrase {
            Phrase::Amount { .. } => level::skip_unit(rest),
            _ => rest,
        };
        let Some(value) = quantity_of(phrase).filter(|_| is_stop(rest, 0)) else { return false };
        let Some((behind, ahead)) = self.behind_and_ahead() else { return false };
        let value = directed(&value, true);
        let outcome = Outcome::one(Act::Compare { object: ahead, value, event: false });
        self.accept(start, rest, &behind, outcome, Group::PLAIN)
    }

    /// Who was told to be behind whom last: in a comparison, or by two figures of whom the second is the smaller.
    fn behind_and_ahead(&self) -> Option<(Np, Np)> {
        let mut said = self.items.iter().rev().filter_map(|item| match item {
            Item::Said(said) if !said.negated => Some(said),
            _ => None,
        });
        let last = said.next()?;
        match &last.act {
            Act::Compare { object, value, .. } if value.falling => Some((last.who.clone(), object.clone())),
            Act::Level { value, .. } => {
                let first = said.find(|other| matches!(other.act, Act::Level { .. }))?;
                let Act::Level { value: more, .. } = &first.act else { return None };
                let less = value
                    .written()
                    .high
                    .zip(more.written().low)
                    .is_some_and(|(high, low)| high.value < low.value);
                (less && first.who.who != last.who.who).then(|| (last.who.clone(), first.who.clone()))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn whoever_is_behind() {
        assert_read(&[(
            "Alder processed 4.2 trillion tokens last week; Birch processed 3.1 trillion, a shortfall of 26%.",
            &[
                "Alder was 4.2 trillion tokens",
                "Birch was 3.1 trillion tokens",
                "Birch was 26 percent below that of Alder",
            ],
        )]);
    }
}
