//! Weeks of which nothing is said, where something is said of all of them: a few
//! stand for the rest.
//!
//! That something was so in some earlier week, as a number of weeks in all and the
//! lowest on record tell, may be by a week of which nothing is said. For each such
//! thing there is a week of its own: two of them need not have been so in one week.

use std::collections::BTreeSet;

use recount_model::{Assertion, Interval, MetricId, Number, Period, Predicate, Subject, time};

use super::{Compiler, Counted, World};
use crate::conflict::formula::{Formula, UnknownId};
use crate::conflict::unknown::{Of, Unknown, What};

/// Of more things than this it is not followed in which of these weeks they were so.
const THINGS: usize = 6;

/// So many weeks between two others are all looked at.
const BETWEEN: usize = 6;

impl World<'_> {
    /// How many weeks without a word stand for all of those that lie between two
    /// others, or before all.
    pub(crate) fn stand_ins(&self, metric: MetricId) -> usize {
        self.needed(metric).clamp(1, THINGS)
    }

    /// How many weeks to look at before another one, and whether it matters how many there are.
    pub(crate) fn unspoken(&self, metric: MetricId) -> (usize, bool) {
        let counts = self.counted.keys().any(|(of, _)| *of == metric);
        (self.stand_ins(metric), counts)
    }

    /// Is there such a week for each thing that was so before?
    pub(super) fn stands_for_each(&self, metric: MetricId) -> bool {
        let joined = self.joined.contains(&metric);
        let needed = if joined { self.needed_pairs(metric) } else { self.needed(metric) };
        needed <= THINGS
    }

    fn needed(&self, metric: MetricId) -> usize {
        self.lowest_ever(metric) + self.alike(metric, false).count()
    }

    fn needed_pairs(&self, metric: MetricId) -> usize {
        let joined = self.joined.contains(&metric);
        let lowest = if joined { self.lowest_ever(metric) } else { 0 };
        lowest + self.alike(metric, true).count()
    }

    fn lowest_ever(&self, metric: MetricId) -> usize {
        self.lowest_of_all.iter().filter(|(of, _)| *of == metric).count()
    }

    /// What is counted in all of each week alone, or where weeks are joined.
    fn alike(&self, metric: MetricId, joined: bool) -> impl Iterator<Item = &What> {
        let own = self.counted.iter().filter(move |((of, _), _)| *of == metric);
        let like = own.filter(move |(_, counted)| self.joins(counted) == joined);
        like.map(|((_, what), _)| what)
    }

    /// Does it matter for a count which week is before another one?
    pub(crate) fn joins(&self, counted: &Counted) -> bool {
        counted.of.predicate.base().is_some() || self.joined.contains(&counted.of.metric)
    }

    /// Of the weeks that stand for others the one in which it was so, if in any.
    pub(crate) fn stand_in(&self, metric: MetricId, what: &What) -> Option<usize> {
        let at = self.alike(metric, false).position(|other| other == what)?;
        (at < self.stand_ins(metric)).then_some(at)
    }

    /// The first week of which anything is said.
    pub(crate) fn first_spoken(&self, metric: MetricId) -> Option<Period> {
        let spoken = self.spoken.get(&metric).into_iter().flatten();
        let ends = self.looking_back.get(&metric).into_iter().flatten();
        spoken.chain(ends).filter(|week| week.days() == 7).min().copied()
    }

    /// Is it before all weeks of which anything is said? One week there was before that
    /// one of which something is said now, but maybe not that many.
    pub(crate) fn may_be_none(&self, metric: MetricId, week: Period, now: Period) -> bool {
        self.first_spoken(metric).is_some_and(|first| match first < now {
            true => week < first,
            false => week < first.weeks_later(-1),
        })
    }

    /// Whether there was such a week at all, as an unknown.
    pub(crate) fn on_record(&mut self, metric: MetricId, period: Period) -> Option<UnknownId> {
        let subject = Subject::Group(self.vocabulary.total()?);
        Some(self.unknowns.id(Unknown { metric, period, of: Of::There { subject } }))
    }

    /// Where weeks are joined: the latter of two that stand for all before the
    /// first, apart from it and from other pairs.
    pub(crate) fn pair(&self, metric: MetricId, what: &What) -> Option<Period> {
        self.pair_at(metric, self.alike(metric, true).position(|other| other == what)?)
    }

    fn pair_at(&self, metric: MetricId, at: usize) -> Option<Period> {
        let back = i64::try_from(at).ok().filter(|_| at < THINGS)?;
        Some(self.first_spoken(metric)?.weeks_later(-4 - 3 * back))
    }

    /// Both weeks of every pair.
    pub(super) fn pairs(&self, metric: MetricId) -> Vec<Period> {
        let latter = (0..self.needed_pairs(metric)).filter_map(|at| self.pair_at(metric, at));
        latter.flat_map(|week| [week, week.weeks_later(-1)]).collect()
    }
}

impl Compiler<'_, '_> {
    /// What is denied of an earlier week: it was not so, or there was no such week. Only
    /// what is so of nothing at all needs the latter.
    pub(super) fn denied_before(&mut self, inner: &Assertion, week: Period) -> Option<Formula> {
        let denied = self.denied(&inner.moved_to(Some(week)))?;
        let of_nothing = match &inner.predicate {
            Predicate::Level(level) => inner.negated != level.value.written().contains(&Number::ZERO),
            _ => inner.negated,
        };
        let none = self.no_such_week(inner, week, inner.period?).filter(|_| of_nothing);
        Some(none.map_or(denied.clone(), |none| Formula::Any(vec![none, denied])))
    }

    /// There was no such week, if that may be.
    pub(super) fn no_such_week(&mut self, said: &Assertion, week: Period, now: Period) -> Option<Formula> {
        if !self.world.may_be_none(said.metric, week, now) {
            return None;
        }
        let there = self.world.on_record(said.metric, week)?;
        self.world.on_record.insert((said.metric, week));
        Some(Formula::whole(&[(there, Number::ONE)], &Interval::point(Number::ZERO)))
    }
}

/// The last weeks before one of them, as far as none of them is looked at: so many, or
/// where it `counts` how many there are and there are few, all of them.
pub(crate) fn unspoken_before(
    looked: &BTreeSet<Period>,
    week: Period,
    (most, counts): (usize, bool),
) -> impl Iterator<Item = Period> {
    let back = (1_i64..).map(move |back| week.weeks_later(-back));
    let unspoken = back.take_while(|week| !looked.contains(week));
    let between = looked.range(..week).next_back().filter(|_| counts);
    let between = between.map(|before| time::days_between(before.start, week.start) / 7 - 1);
    let few = between.and_then(|weeks| usize::try_from(weeks).ok()).filter(|weeks| *weeks <= BETWEEN);
    unspoken.take(few.unwrap_or(most).max(most))
}
