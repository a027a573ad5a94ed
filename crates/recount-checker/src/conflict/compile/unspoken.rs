//! Weeks of which nothing is said, where something is said of all of them: a few
//! stand for the rest.
//!
//! That something was so in some earlier week, as a number of weeks in all and the
//! lowest on record tell, may be by a week of which nothing is said. For each such
//! thing there is a week of its own: two of them need not have been so in one week.

use std::collections::BTreeSet;

use recount_model::{MetricId, Period};

use super::{Counted, World};
use crate::conflict::unknown::What;

/// Of more things than this it is not followed in which of these weeks they were so.
const THINGS: usize = 6;

impl World<'_> {
    /// How many weeks without a word stand for all of those that lie between two
    /// others, or before all.
    pub(crate) fn stand_ins(&self, metric: MetricId) -> usize {
        self.needed(metric).clamp(1, THINGS)
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

/// The last `most` weeks before one of them, as far as none of them is looked at.
pub(crate) fn unspoken_before(
    looked: &BTreeSet<Period>,
    week: Period,
    most: usize,
) -> impl Iterator<Item = Period> {
    let back = (1_i64..).map(move |back| week.weeks_later(-back));
    back.take_while(|week| !looked.contains(week)).take(most)
}
