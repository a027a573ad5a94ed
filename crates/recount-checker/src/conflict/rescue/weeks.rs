//! With how many weeks a streak, a first time or a record would fit.

use recount_model::{
    Assertion, Bound, First, Interval, Number, Period, Predicate, Record, Streak, Unit, Weeks, article,
    ordinal, time,
};

use super::{Found, Rescuer, Run, Runs};
use crate::conflict::words::Words;
use crate::finding::Amount;

/// A streak is tried with so many weeks more than it says.
const LONGER: u32 = 12;

/// A streak of more weeks than this is not tried with fewer.
const LONGEST: u32 = 120;

/// So many earlier weeks are tried as the last of which a record does not speak.
const EARLIER: usize = 120;

impl Rescuer<'_, '_> {
    pub(super) fn streak(&self, said: &Assertion, streak: &Streak) -> Option<Found> {
        let weeks = streak.weeks.low();
        if weeks > LONGEST {
            return None;
        }
        let with = |n: u32| Assertion {
            predicate: Predicate::Streak(Streak { weeks: Weeks::Exactly(n), ..streak.clone() }),
            ..said.clone()
        };
        let exact = streak.weeks == Weeks::Exactly(weeks);
        let fits = |n: u32| !(exact && n == weeks) && self.fits(with(n)) == Some(true);
        let runs = Runs::of(1, weeks + LONGER, true, fits);
        let (amount, runs) = runs.nearest(weeks, said.metric, Unit::Count)?;
        let words = match streak.ordinal {
            true => {
                let kind = if streak.cumulative { "week in all" } else { "consecutive week" };
                let each: Vec<String> = runs.iter().map(|run| nth(*run, kind)).collect();
                each.join(", or ")
            }
            false => runs.first().and_then(|run| run.last).map_or_else(
                || "for more weeks".to_owned(),
                |last| {
                    let all = if streak.cumulative { " in all" } else { "" };
                    format!("for {}{all} at most", weeks_in_words(last))
                },
            ),
        };
        Some((Some(amount), format!("holds only {words}")))
    }

    pub(super) fn first(&self, said: &Assertion, first: &First) -> Option<Found> {
        let with = |base: Period, weeks: Option<u32>| Assertion {
            predicate: Predicate::First(First {
                weeks: weeks.map(Weeks::Exactly),
                base: if weeks.is_some() { None } else { Some(base) },
                of: first.of.clone(),
            }),
            ..said.clone()
        };
        let after = match (first.weeks, first.base) {
            (Some(weeks), _) => said.period.map(|p| p.weeks_later(-i64::from(weeks.low()))),
            (None, base) => base,
        };
        let (base, weeks) =
            self.since(said, after, |base, weeks| self.fits(with(base, weeks)) == Some(true))?;
        Some(self.weeks_back(said, base, weeks, "the first time"))
    }

    pub(super) fn record(&self, said: &Assertion, record: &Record) -> Option<Found> {
        let with = |base: Period| Assertion {
            predicate: Predicate::Record(Record { base: Some(base), extreme: record.extreme }),
            ..said.clone()
        };
        // With nothing said of the weeks between, it says nothing that could
        // be wrong.
        let fits = |base: Period, _| self.fits(with(base)) != Some(false);
        let (base, weeks) = self.since(said, record.base, fits)?;
        let which = match record.extreme {
            recount_model::Extreme::Highest => "the highest",
            recount_model::Extreme::Lowest => "the lowest",
        };
        Some(self.weeks_back(said, base, weeks, which))
    }

    /// The earliest period of which anything is said, later than `after`, since
    /// which it would hold, and how many weeks that is.
    fn since(
        &self,
        said: &Assertion,
        after: Option<Period>,
        fits: impl Fn(Period, Option<u32>) -> bool,
    ) -> Option<(Period, Option<u32>)> {
        let period = said.period?;
        let spoken = self.own.world.spoken.get(&said.metric)?;
        let earlier = spoken.iter().filter(|other| {
            let later = after.is_none_or(|after| other.start > after.start);
            other.end < period.start && other.days() == period.days() && later
        });
        for base in earlier.take(EARLIER).copied() {
            let weeks = weeks_between(base, period);
            // Since the very period before is no more than a rise.
            let near = weeks.is_some_and(|weeks| weeks < 2);
            if !near && fits(base, weeks) {
                return Some((base, weeks));
            }
        }
        None
    }

    fn weeks_back(&self, said: &Assertion, base: Period, weeks: Option<u32>, which: &str) -> Found {
        let words = Words::new(self.own.world.vocabulary);
        let since = words.period(base);
        let Some(weeks) = weeks else {
            return (None, format!("holds only as {which} since {since}"));
        };
        let interval = Interval { low: None, high: Some(Bound::closed(Number::from(weeks))) };
        let amount = Amount { interval, unit: Unit::Count, metric: said.metric };
        (Some(amount), format!("holds only as {which} in {weeks} weeks, since {since}"))
    }
}

fn weeks_between(from: Period, to: Period) -> Option<u32> {
    let days = time::days_between(from.start, to.start);
    (from.days() == 7).then(|| u32::try_from(days / 7).ok())?
}

/// "as a 1st to 3rd consecutive week".
fn nth(run: Run, kind: &str) -> String {
    let first = format!("as {} {}", article(run.first), ordinal(run.first));
    match run.last {
        None => format!("{first} {kind} or later"),
        Some(last) if last == run.first => format!("{first} {kind}"),
        Some(last) => format!("{first} to {} {kind}", ordinal(last)),
    }
}

fn weeks_in_words(weeks: u32) -> String {
    match weeks {
        1 => "1 week".to_owned(),
        _ => format!("{weeks} weeks"),
    }
}
