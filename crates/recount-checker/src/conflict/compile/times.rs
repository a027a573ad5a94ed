//! So many weeks in all: a count of those in which something was so, whatever
//! lies between them.

use recount_model::{Assertion, First, Interval, Number, Period, Predicate, ScopeId, Streak, Weeks, time};

use super::run::placed;
use super::{Compiler, Counted, SaidOf, World};
use crate::conflict::explain;
use crate::conflict::formula::{Formula, UnknownId};
use crate::conflict::statements::{canonical, key};
use crate::conflict::unknown::{Of, Unknown, What};
use crate::conflict::words::Words;

/// Told of the first week from this day on, what is counted has one key in every week.
const FIRST: jiff::civil::Date = jiff::civil::date(2000, 1, 3);

impl World<'_> {
    /// Notes what the assertion counts in all.
    pub(crate) fn note_counted(&mut self, said: &Assertion, scope: Option<ScopeId>) {
        let (Predicate::Streak(streak), Some(period)) = (&said.predicate, said.period) else {
            return;
        };
        if streak.cumulative && period.days() == 7 {
            let of = placed(&streak.of, period);
            let what = self.counted_as(&of, scope);
            self.counted.entry((said.metric, what)).or_insert(Counted { of, scope });
        }
    }

    /// What is counted, whatever the week of which it is said.
    fn counted_as(&self, of: &Assertion, scope: Option<ScopeId>) -> What {
        let weeks = |period: Period| time::days_between(FIRST, period.start).div_euclid(7);
        let first = of.period.map(|period| period.weeks_later(-weeks(period)));
        let of = canonical(self.vocabulary, &of.moved_to(first));
        What {
            key: key(self.vocabulary, &of, scope),
            words: explain::clause(Words::new(self.vocabulary), &of),
        }
    }
}

impl Compiler<'_, '_> {
    /// It is so in that week, and with it in so many.
    pub(super) fn in_all(&mut self, inner: &Assertion, period: Period, streak: &Streak) -> Option<SaidOf> {
        let now = self.assertion(inner)?;
        let Some(count) = self.times(inner, period) else {
            return Some(SaidOf::plain(now).opened(true));
        };
        let least = Number::from(streak.weeks.low());
        let within = match streak.weeks {
            Weeks::Exactly(_) if streak.ordinal => Interval::point(least),
            Weeks::Range { high: Some(high), .. } if streak.ordinal => {
                Interval::closed(least, Number::from(high))
            }
            // In more weeks than that is understated only.
            Weeks::Exactly(_) | Weeks::Range { .. } => Interval::at_least(least),
        };
        Some(SaidOf::plain(now.and(Formula::whole(&[(count, Number::ONE)], &within))))
    }

    /// What is so for the first time, where somebody counts how often it was: once
    /// since then.
    pub(super) fn first_of_all(&mut self, inner: &Assertion, period: Period, first: &First) -> Formula {
        let before = match (first.weeks, first.base) {
            (Some(weeks), _) => Some(period.weeks_later(-i64::from(weeks.low().max(1)))),
            (None, base) => base,
        };
        if before.is_some_and(|before| before.days() != 7 || before.end >= period.start) {
            return Formula::TRUE;
        }
        let Some(now) = self.times(inner, period) else {
            return Formula::TRUE;
        };
        let before = before.and_then(|before| self.times(inner, before));
        let mut since = vec![(now, Number::ONE)];
        since.extend(before.map(|before| (before, -Number::ONE)));
        Formula::whole(&since, &Interval::point(Number::ONE))
    }

    /// The count of the weeks in which it is so, where anybody counts them.
    fn times(&mut self, inner: &Assertion, period: Period) -> Option<UnknownId> {
        let what = self.world.counted_as(inner, self.scope);
        let (metric, at) = (inner.metric, (inner.metric, what.clone()));
        // Who lets things share places counts other weeks than the rest.
        let known = period.days() == 7 && self.shared.is_empty() && self.world.counted.contains_key(&at);
        known.then(|| self.world.unknowns.id(Unknown { metric, period, of: Of::Times { what } }))
    }
}
