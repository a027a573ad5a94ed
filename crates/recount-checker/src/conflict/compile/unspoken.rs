//! Weeks of which nothing is said, where something is said of all of them: a few
//! stand for the rest.
//!
//! That something was so in some earlier week, as a number of weeks in all and the
//! lowest on record tell, may be by a week of which nothing is said. For each such
//! thing there is a week of its own: two of them need not have been so in one week.

use std::collections::BTreeSet;

use recount_model::{MetricId, Period};

use super::World;
use crate::conflict::unknown::What;

/// Of more things than this it is not followed in which of these weeks they were so.
const THINGS: usize = 5;

impl World<'_> {
    /// How many weeks without a word stand for all of those that lie between two
    /// others, or before all.
    pub(crate) fn stand_ins(&self, metric: MetricId) -> usize {
        self.needed(metric).clamp(1, THINGS)
    }

    /// Is there such a week for each thing that was so before?
    pub(super) fn stands_for_each(&self, metric: MetricId) -> bool {
        let needed = self.needed(metric);
        needed <= if self.joined.contains(&metric) { 1 } else { THINGS }
    }

    fn needed(&self, metric: MetricId) -> usize {
        let lowest = self.lowest_of_all.iter().filter(|(of, _)| *of == metric).count();
        lowest + self.alike(metric, false).count()
    }

    /// What is counted in all that joins two weeks, or that does not.
    fn alike(&self, metric: MetricId, joining: bool) -> impl Iterator<Item = &What> {
        let own = self.counted.iter().filter(move |((of, _), _)| *of == metric);
        let like = own.filter(move |(_, counted)| counted.of.predicate.base().is_some() == joining);
        like.map(|((_, what), _)| what)
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

    /// For what joins two weeks: the latter of two that stand for all before the
    /// first, apart from it and from other pairs.
    pub(crate) fn pair(&self, metric: MetricId, what: &What) -> Option<Period> {
        let at = self.alike(metric, true).position(|other| other == what)?;
        let back = i64::try_from(at.min(THINGS)).ok().filter(|_| at < THINGS)?;
        Some(self.first_spoken(metric)?.weeks_later(-4 - 3 * back))
    }

    /// Both weeks of every pair.
    pub(super) fn pairs(&self, metric: MetricId) -> Vec<Period> {
        let latter = self.alike(metric, true).filter_map(|what| self.pair(metric, what));
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
