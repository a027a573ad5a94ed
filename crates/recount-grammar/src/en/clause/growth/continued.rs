//! Rises and falls that go on: `X's slide continued for a third week`, `the rally extended into
//! a fifth week`.

use recount_model::{Quantity, Unit};

use crate::en::clause::Act;
use crate::en::clause::predicate::{Outcome, Read};
use crate::en::clause::verb_group::skip_adverbs;
use crate::en::phrase::weeks::WeeksRunning;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// "[slide] continued for a third week": behind its verb, how many weeks it has lasted.
pub(super) fn continued(c: Chunks<'_>, falling: bool) -> Read<'_> {
    const GOES_ON: &Words = words![
        "continued", "continues", "extended", "extends", "persisted", "persists", "mounted", "stretched",
        "stretches", "ran", "runs",
    ];
    let verb = Chunks { at: c.at.checked_sub(1)?, ..c };
    let look = skip_adverbs(verb.is(0, GOES_ON).then_some(c)?);
    let look = look.skip(usize::from(look.is(0, words!["into", "to", "for"])));
    let Phrase::Weeks(weeks) = look.phrase(0)? else { return None };
    let mut outcome = Outcome::one(Act::Change { value: Quantity::direction(falling, Unit::Percent) });
    outcome.adjuncts.weeks = Some(WeeksRunning { cumulative: weeks.cumulative && weeks.ordinal, ..*weeks });
    (!weeks.in_all).then(|| (look.skip(1), outcome))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn rises_and_falls_that_go_on() {
        let third: &[&str] = &["Alder fell for the 3rd consecutive week"];
        assert_read(&[
            ("Alder's slide continued for a third week.", third),
            ("Alder's decline extended into a third straight week.", third),
            ("The decline of Alder continued for a third consecutive week.", third),
        ]);
        assert_listed(&[
            "Alder's slide may continue for a third week.",
            "Alder's slide did not continue for a third week.",
            "Alder's slide continued for a third month.",
        ]);
    }
}
