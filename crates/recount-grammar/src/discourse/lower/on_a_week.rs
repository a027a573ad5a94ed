//! A change "on the week of June 1", "over the week of June 1": against that week, or in it.

use super::*;

impl Discourse<'_> {
    /// The other one of the two.
    pub(super) fn on_a_week(&self, said: &Said, first: &Assertion, text: &str) -> Option<Assertion> {
        let Predicate::Change(change) = &first.predicate else { return None };
        let words = said.span.of(text);
        let named = |role: Role| {
            said.adjuncts.times.iter().any(|time| time.role == role && time.when.is_dated_week())
        };
        let told = |period: Option<Period>, base| {
            let predicate = Predicate::Change(Change { base, ..change.clone() });
            Assertion { period, predicate, ..first.clone() }
        };
        let week = |period: Option<Period>| period.filter(|period| period.days() == 7);
        if named(Role::Base) && has_word(words, &["on"]) {
            let base = week(change.base)?;
            return Some(told(Some(base), Some(crate::discourse::when::before(base))));
        }
        // Before the clause, or behind it.
        let front = self.fronted.as_ref().is_some_and(|placed| placed.week) && starts_with(text, &["over"]);
        if front || named(Role::At) && has_word(words, &["over"]) {
            let base = week(first.period)?;
            let last = week(self.reported(None)?.period).filter(|last| *last > base)?;
            return Some(told(Some(last), Some(base)));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_read, claims_and_readings};

    #[test]
    fn up_on_a_week_is_held_against_it() {
        let since = "Alder rose by a third from the week of 1 June 2026";
        assert_read(&[
            ("Alder was up a third on the week of June 1.", &[since]),
            ("Alder gained a third on the first week of June.", &[since]),
            ("Alder was up a third on June 1-7.", &[since]),
            (
                "Alder, up a third on the week of June 1, processed 4.2 trillion tokens last week.",
                &[since, "Alder was 4.2 trillion tokens"],
            ),
            (
                "Against the first week of the quarter, March 30 to April 5, Alder was up a third.",
                &["Alder rose by a third from the week of 30 March 2026"],
            ),
            (
                "Alder processed 4.2 trillion tokens on the week of June 1.",
                &["In the week of 1 June 2026, Alder was 4.2 trillion tokens"],
            ),
        ]);
    }

    #[test]
    fn in_it_or_since_it_is_a_further_reading() {
        let during = "In the week of 1 June 2026, Alder rose by a third from the week of 25 May 2026";
        let since = "Alder rose by a third from the week of 1 June 2026";
        for (sentence, first, other) in [
            ("Alder was up a third on the week of June 1.", since, during),
            ("Alder was up a third over the week of June 1.", during, since),
            ("Over the week of June 1, Alder was up a third.", during, since),
        ] {
            let found = claims_and_readings(sentence);
            assert_eq!(found.first().map(String::as_str), Some(first), "{sentence}");
            assert!(found.iter().any(|reading| reading == other), "{sentence}: {found:?}");
        }
    }
}
