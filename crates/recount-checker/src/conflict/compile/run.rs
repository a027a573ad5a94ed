//! Streaks and first times: conjunctions over weeks.

use recount_model::{Assertion, First, Period, Streak, Weeks};

use super::{Compiler, SaidOf};
use crate::conflict::formula::Formula;

/// The weeks of a streak that are followed: the latest so many, and its start.
const WEEKS: u32 = 120;

/// An ordinal that is hedged over more weeks than this says only the least.
const STARTS: u32 = 8;

impl Compiler<'_, '_> {
    pub(super) fn streak(&mut self, said: &Assertion, period: Period, streak: &Streak) -> Option<SaidOf> {
        if period.days() != 7 {
            return None;
        }
        let inner = placed(&streak.of, period);
        let least = streak.weeks.low();
        if least == 0 || streak.of.metric != said.metric {
            return None;
        }
        if streak.cumulative {
            return self.in_all(&inner, period, streak);
        }
        let running = SaidOf::plain(self.running(&inner, period, least)?).opened(least > WEEKS);
        if !streak.ordinal {
            return Some(running);
        }
        let most = match streak.weeks {
            Weeks::Exactly(weeks) => Some(weeks),
            Weeks::Range { high, .. } => high,
        };
        let Some(most) = most.filter(|most| *most >= least && most - least <= STARTS) else {
            return Some(running.opened(true));
        };
        let mut starts = Vec::new();
        for weeks in least..=most {
            let running = self.running(&inner, period, weeks)?;
            let before = period.weeks_later(-i64::from(weeks));
            let not_yet = self.denied(&inner.moved_to(Some(before)))?;
            starts.push(running.and(not_yet));
        }
        let only = if starts.len() == 1 { starts.pop() } else { None };
        Some(SaidOf::plain(only.unwrap_or(Formula::Any(starts))))
    }

    /// The inner assertion holds in the `weeks` weeks that end with `last`.
    fn running(&mut self, inner: &Assertion, last: Period, weeks: u32) -> Option<Formula> {
        let mut parts = Vec::new();
        for back in 0..weeks.min(WEEKS) {
            let week = last.weeks_later(-i64::from(back));
            parts.push(self.assertion(&inner.moved_to(Some(week)))?);
        }
        Some(Formula::All(parts))
    }

    pub(super) fn first(&mut self, said: &Assertion, period: Period, first: &First) -> Option<SaidOf> {
        let inner = placed(&first.of, period);
        if first.of.metric != said.metric {
            return None;
        }
        let mut parts = vec![self.assertion(&inner)?];
        let after = match (first.weeks, first.base) {
            (Some(weeks), _) if period.days() == 7 => {
                let last = period.weeks_later(-i64::from(weeks.low().max(1)));
                Some(last.start)
            }
            (Some(_), _) => return None,
            (None, base) => base.map(|base| base.end),
        };
        // What speaks of two weeks at once joins weeks of which nothing is said.
        let all = self.sharp || first.of.predicate.base().is_some();
        for week in self.earlier(said, period, after, all) {
            parts.push(self.denied_before(&inner, week)?);
        }
        if let (None, Some(base)) = (first.weeks, first.base) {
            match self.fits(said.metric, base) && base.end < period.start {
                true => parts.push(self.assertion(&inner.moved_to(Some(base)))?),
                false => return Some(SaidOf::plain(Formula::All(parts)).opened(true)),
            }
        }
        let beside = self.first_of_all(&inner, period, first);
        // Who denies a first time means any earlier week.
        Some(SaidOf { beside, ..SaidOf::plain(Formula::All(parts)).opened(after.is_none()) })
    }
}

/// The inner assertion at the outer one's period.
pub(super) fn placed(of: &Assertion, period: Period) -> Assertion {
    match of.period {
        Some(_) => of.moved_to(Some(period)),
        None => Assertion { period: Some(period), ..of.clone() },
    }
}
