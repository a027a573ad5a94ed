//! Runs that go on: `extended its rally to a seventh week`, `stretched its losing streak to
//! four weeks`.

use recount_model::{Quantity, Unit};

use crate::en::clause::Act;
use crate::en::clause::growth::rise_or_fall;
use crate::en::clause::predicate::{Outcome, Read};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::Chunks;
use crate::en::phrase::weeks::{WeeksRunning, running};

/// "[extended] its rally to a seventh week": so many weeks of it in a row.
pub(super) fn complement<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    if !frames.any(Frames::EXTEND) {
        return None;
    }
    let look = c.skip(usize::from(c.is(0, words!["its", "their", "the", "a"])));
    let look = look.skip(usize::from(look.is(0, words!["weekly", "recent"])));
    let (rest, falling) = streak(look).or_else(|| rise_or_fall(look))?;
    let rest = rest.is(0, words!["to", "into"]).then(|| rest.skip(1))?;
    let weeks = running(rest.phrase(0)?)?;
    let mut outcome = Outcome::one(Act::Change { value: Quantity::direction(falling, Unit::Percent) });
    outcome.adjuncts.weeks = Some(WeeksRunning { cumulative: false, consecutive: true, ..weeks });
    Some((rest.skip(1), outcome))
}

/// "losing streak", "run of gains". A "winning streak" may be one at the top.
fn streak(c: Chunks<'_>) -> Option<(Chunks<'_>, bool)> {
    let run = |ahead: usize| c.noun(ahead) == Some(Noun::Streak);
    if run(0) && c.is(1, words!["of"]) {
        return rise_or_fall(c.skip(2));
    }
    match c.word(0) {
        "losing" if run(1) => Some((c.skip(2), true)),
        "growth" if run(1) => Some((c.skip(2), false)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn so_many_weeks_of_it() {
        assert_read(&[
            ("Alder extended its rally to a seventh week.", &["Alder rose for the 7th consecutive week"]),
            ("Alder extended its decline to a fourth week.", &["Alder fell for the 4th consecutive week"]),
            ("Alder stretched its losing streak to four weeks.", &["Alder fell for 4 consecutive weeks"]),
            ("Alder extended its run of gains to five weeks.", &["Alder rose for 5 consecutive weeks"]),
        ]);
    }

    #[test]
    fn what_else_went_on() {
        assert_listed(&[
            "Alder extended its streak to a seventh week.",
            "Alder extended its winning streak to a seventh week.",
        ]);
    }
}
