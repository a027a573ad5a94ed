//! What else a denial may mean: "did not process 5 trillion" that it was less,
//! "did not lead for nine weeks" that it led for fewer. A claim is refuted only
//! where none of its readings holds.

use recount_model::{Assertion, Figure, Hedge, Number, Predicate, Quantity, Streak, Subjects, Unit};

use super::{Act, Discourse, MetricId, Placed, Result, Said, has_word};

impl Discourse<'_> {
    /// Further readings of what is denied.
    pub(super) fn denied_otherwise(
        &self,
        said: &Said,
        subject: &Subjects,
        metric: MetricId,
        placed: &Placed,
    ) -> Result<Vec<Assertion>> {
        if !said.negated {
            return Ok(Vec::new());
        }
        let mut readings = Vec::new();
        if let Some(act) = stops_short(&said.act) {
            let said = Said { act, negated: false, ..said.clone() };
            readings.push(self.assertion(&said, subject, metric, placed)?);
        }
        if said.adjuncts.weeks.is_some() || said.adjuncts.first.is_some() {
            let held = Said { negated: false, ..said.clone() };
            let held = self.assertion(&held, subject, metric, placed)?;
            if matches!(held.predicate, Predicate::Streak(_) | Predicate::First(_)) {
                readings.push(Assertion { negated: true, ..held });
            }
        }
        Ok(readings)
    }
}

/// "Has yet to process 2 trillion", "has never handled 2 trillion": it had less.
pub(super) fn not_yet(said: &Said, words: &str) -> Option<Said> {
    let plain = said.negated && said.adjuncts.weeks.is_none() && said.adjuncts.first.is_none();
    let level = matches!(said.act, Act::Level { .. });
    if !plain || !level || !has_word(words, &["yet", "never"]) {
        return None;
    }
    Some(Said { act: stops_short(&said.act)?, negated: false, ..said.clone() })
}

/// "Has not yet led for nine weeks": so long a run is what is denied, of however many weeks it is.
pub(super) fn not_so_long_yet(claim: Assertion, said: &Said, words: &str) -> Assertion {
    let yet = said.negated && said.adjuncts.weeks.is_some() && has_word(words, &["yet"]);
    match claim.predicate {
        Predicate::Streak(streak) if yet && streak.of.negated => {
            let of = Box::new(Assertion { negated: false, ..*streak.of });
            Assertion { negated: true, predicate: Predicate::Streak(Streak { of, ..streak }), ..claim }
        }
        predicate => Assertion { predicate, ..claim },
    }
}

/// What is not so much may be less: a bare figure that was not reached.
fn stops_short(act: &Act) -> Option<Act> {
    Some(match act {
        Act::Level { value, metrics } => Act::Level { value: less(value)?, metrics: metrics.clone() },
        Act::Change { value } => Act::Change { value: less(value)? },
        // "Not as many as X": fewer.
        Act::Compare { object, value, event } if value.figure == Figure::Flat => {
            let value = Quantity::direction(true, Unit::Own);
            Act::Compare { object: object.clone(), value, event: *event }
        }
        Act::Compare { object, value, event } => {
            Act::Compare { object: object.clone(), value: less(value)?, event: *event }
        }
        Act::Share { value, whole, top } => {
            Act::Share { value: less(value)?, whole: whole.clone(), top: *top }
        }
        Act::Rank { .. } | Act::Top { .. } | Act::Record(_) | Act::Follows | Act::Unexplained { .. } => {
            return None;
        }
    })
}

/// Less than a bare figure; of a halving, more than half.
fn less(value: &Quantity) -> Option<Quantity> {
    let bare = matches!(value.hedge, Hedge::Bare | Hedge::Exactly);
    let figure = match &value.figure {
        Figure::Decimal(_) | Figure::Fraction { .. } => Some(Hedge::LessThan),
        Figure::Multiple(factor) if *factor < Number::ONE => Some(Hedge::MoreThan),
        Figure::Multiple(_) => Some(Hedge::LessThan),
        Figure::Range { .. } | Figure::Flat | Figure::Any | Figure::Within(_) => None,
    };
    figure.filter(|_| bare).map(|hedge| Quantity { hedge, ..value.clone() })
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::readings;

    #[test]
    fn what_was_not_reached_may_be_less() {
        for (sentence, others) in [
            ("Alder did not process 5 trillion tokens.", "Alder was less than 5 trillion tokens"),
            ("Alder did not rise 8%.", "Alder rose by less than 8 percent"),
            ("Alder was not twice the size of Birch.", "Alder was less than twice that of Birch"),
            ("Alder did not process as many tokens as Birch.", "Alder was below that of Birch"),
            (
                "Alder did not rise for 3 consecutive weeks.",
                "It is not the case that Alder rose for 3 consecutive weeks",
            ),
        ] {
            assert_eq!(readings(sentence), [others], "{sentence}");
        }
    }

    #[test]
    fn a_total_that_falls_is_of_the_week() {
        use crate::en::clause::testing::{assert_listed, assert_read};
        assert_read(&[
            (
                "The north's total decreased for a second week.",
                &["the north fell for the 2nd consecutive week"],
            ),
            ("The north's total fell 3% last week.", &["the north fell by 3 percent"]),
            ("Alder's total fell last week.", &["Alder fell"]),
        ]);
        assert_listed(&[
            "Alder's total rose to 4.5 trillion tokens last week.",
            "The north's total reached 4.5 trillion tokens last week.",
            "Alder's monthly total fell 3%.",
        ]);
    }
}
