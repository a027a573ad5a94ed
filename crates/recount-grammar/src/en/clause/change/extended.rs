//! Runs that go on: `extended its rally to a seventh week`, `stretched its losing streak to
//! four weeks`.

use recount_model::{Quantity, Unit};

use crate::en::clause::growth::rise_or_fall;
use crate::en::clause::predicate::{Outcome, Read};
use crate::en::clause::rank::{LASTS, run_owner as owner};
use crate::en::clause::verb_group::skip_adverbs;
use crate::en::clause::{Act, Np};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::weeks::{WeeksRunning, running};
use crate::en::phrase::{Chunks, Phrase};

/// "[extended] its rally to a seventh week": so many weeks of it in a row.
pub(super) fn complement<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    if !frames.any(Frames::EXTEND) {
        return None;
    }
    let look = c.skip(usize::from(c.is(0, words!["its", "their", "the", "a"])));
    let look = look.skip(usize::from(look.is(0, words!["weekly", "recent"])));
    let (rest, falling) = streak(look).or_else(|| rise_or_fall(look))?;
    let rest = rest.is(0, words!["to", "into"]).then(|| rest.skip(1))?;
    let weeks = so_many(rest, look)?;
    Some((rest.skip(1), gone_on(falling, weeks)))
}

/// "X's losing streak reached five weeks", "its run of weekly gains now stretches to six": of whom,
/// and how long it is.
pub(in crate::en::clause) fn lasted(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome)> {
    let (look, who) = owner(c)?;
    let look = look.skip(usize::from(look.is(0, words!["weekly", "recent", "current"])));
    let (rest, falling) = streak(look)?;
    let rest = skip_adverbs(rest);
    let rest = skip_adverbs(rest.skip(usize::from(rest.is(0, words!["has", "have", "had"]))));
    let rest = skip_adverbs(rest.is(0, LASTS).then(|| rest.skip(1))?);
    let rest = rest.skip(usize::from(rest.is(0, words!["to", "at", "for"])));
    let weeks = so_many(rest, look)?;
    let long = usize::from(rest.is(1, words!["long", "old", "now"]));
    Some((rest.skip(1 + long), who, gone_on(falling, weeks)))
}

/// "five weeks", "a fifth week"; "six" behind "a run of weekly gains".
fn so_many(c: Chunks<'_>, run: Chunks<'_>) -> Option<WeeksRunning> {
    if let Some(weeks) = running(c.phrase(0)?) {
        return Some(weeks);
    }
    let weekly = (run.at..c.at).any(|at| Chunks { at, ..run }.is(0, words!["weekly"]))
        || run.word_before() == "weekly";
    match c.phrase(0)? {
        Phrase::Number(count @ 2..=99) if weekly && !c.is(1, words!["-"]) => Some(WeeksRunning {
            weeks: recount_model::Weeks::Exactly(*count),
            ordinal: false,
            consecutive: true,
            cumulative: false,
            in_all: false,
            unit: crate::en::phrase::quantity::TimeUnit::Week,
        }),
        _ => None,
    }
}

fn gone_on(falling: bool, weeks: WeeksRunning) -> Outcome {
    let mut outcome = Outcome::one(Act::Change { value: Quantity::direction(falling, Unit::Percent) });
    outcome.adjuncts.weeks = Some(WeeksRunning { cumulative: false, consecutive: true, ..weeks });
    outcome
}

/// "losing streak", "run of gains". A "winning streak" may be one at the top.
fn streak(c: Chunks<'_>) -> Option<(Chunks<'_>, bool)> {
    let run = |ahead: usize| c.noun(ahead) == Some(Noun::Streak);
    if run(0) && c.is(1, words!["of"]) {
        return rise_or_fall(c.skip(2 + usize::from(c.is(2, words!["weekly"]))));
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
            ("Alder extended its run of weekly gains to five.", &["Alder rose for 5 consecutive weeks"]),
            ("Alder's losing streak reached five weeks.", &["Alder fell for 5 consecutive weeks"]),
            ("Alder's run of weekly gains now stands at six.", &["Alder rose for 6 consecutive weeks"]),
        ]);
    }

    #[test]
    fn what_else_went_on() {
        assert_listed(&[
            "Alder extended its streak to a seventh week.",
            "Alder extended its winning streak to a seventh week.",
            "Alder extended its run of gains to five.",
            "Alder's winning streak reached five weeks.",
        ]);
    }
}
