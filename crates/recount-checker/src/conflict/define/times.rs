//! Counts of weeks: from one week to a later one they grow by the weeks in which
//! it was so, of which there are no more than lie between.

use std::collections::{BTreeMap, BTreeSet};

use recount_model::{Interval, MetricId, Number, Period, time};

use super::{Rule, Why, push};
use crate::conflict::compile::{Compiler, Counted, World};
use crate::conflict::formula::{Formula, UnknownId};
use crate::conflict::unknown::{Of, Unknown, What};

/// Of so many weeks, the last ones, it is followed whether it was so.
const WEEKS: usize = 120;

/// Rules for everything that is counted in all.
pub(super) fn times(world: &mut World<'_>, rules: &mut Vec<Rule>) {
    let mut counts: BTreeMap<(MetricId, What), BTreeSet<Period>> = BTreeMap::new();
    for (unknown, _) in world.unknowns.ordered() {
        if let Of::Times { what } = unknown.of {
            counts.entry((unknown.metric, what)).or_default().insert(unknown.period);
        }
    }
    for ((metric, what), told) in counts {
        if let Some(counted) = world.counted.get(&(metric, what.clone())).cloned() {
            Count { world, metric, what, counted }.follow(&told, rules);
        }
    }
}

struct Count<'r, 'w> {
    world: &'r mut World<'w>,
    metric: MetricId,
    what: What,
    counted: Counted,
}

impl Count<'_, '_> {
    /// Every week of which something is said, from one to the next; `told` are those
    /// whose count matters.
    fn follow(&mut self, told: &BTreeSet<Period>, rules: &mut Vec<Rule>) {
        let (Some(first), Some(last)) = (told.first().copied(), told.last().copied()) else {
            return;
        };
        let like = |week: &Period| *week <= last && is_weeks_from(first, *week);
        let spoken = self.world.spoken.get(&self.metric);
        let ends = self.world.looking_back.get(&self.metric);
        let looked = spoken.into_iter().chain(ends).flatten().copied();
        let mut weeks: BTreeSet<Period> = looked.filter(like).chain(told.iter().copied()).collect();
        // What speaks of two weeks at once joins weeks of which nothing is said.
        if self.counted.of.predicate.base().is_some() {
            let back = |back: i64| last.weeks_later(-back);
            let first = weeks.first().copied().unwrap_or(last);
            let all = (0..).map(back).take_while(|week| *week > first).take(WEEKS);
            weeks.extend(all.collect::<Vec<_>>());
        }
        let stand_ins = self.stand_ins(&weeks);
        weeks.extend(&stand_ins);
        let skipped = weeks.len().saturating_sub(WEEKS);
        let mut before: Option<(Period, UnknownId)> = None;
        for week in weeks.into_iter().skip(skipped) {
            let of = Of::Times { what: self.what.clone() };
            let count = self.world.unknowns.id(Unknown { metric: self.metric, period: week, of });
            self.step(before, (week, count), stand_ins.contains(&week), rules);
            before = Some((week, count));
        }
    }

    /// Of the weeks between of which nothing is said, and of those before all, one
    /// each, where something is said of all of them: if it was not so in that one, it
    /// was in none.
    fn stand_ins(&self, weeks: &BTreeSet<Period>) -> BTreeSet<Period> {
        let joined = self.world.joined.contains(&self.metric);
        if joined || !self.world.looking_back.contains_key(&self.metric) {
            return BTreeSet::new();
        }
        let before = weeks.iter().map(|week| week.weeks_later(-1));
        before.filter(|week| !weeks.contains(week)).collect()
    }

    /// From one week to the next that is looked at; if the latter is one `for_all`,
    /// those between are like it.
    fn step(
        &mut self,
        before: Option<(Period, UnknownId)>,
        now: (Period, UnknownId),
        for_all: bool,
        rules: &mut Vec<Rule>,
    ) {
        let mut form = vec![(now.1, Number::ONE)];
        form.extend(before.map(|(_, id)| (id, -Number::ONE)));
        let most = before.map(|(then, _)| Number::from(weeks_between(then, now.0)));
        let grown = |least: u32, less: u32| {
            let high = most.as_ref().map(|most| most - &Number::from(less));
            let low = Interval::at_least(Number::from(least));
            let within = high.map_or(low.clone(), |high| low.intersection(&Interval::at_most(high)));
            Formula::whole(&form, &within)
        };
        let why = Why::Times { before: before.map(|(_, id)| id), now: now.1 };
        push(rules, &grown(0, 0), &why);
        let of = self.counted.of.moved_to(Some(now.0));
        let denied = recount_model::Assertion { negated: !of.negated, ..of.clone() };
        let scope = self.counted.scope;
        let mut said = |one| Compiler::new(self.world, scope).assertion(one);
        let idle = match for_all {
            true => Formula::whole(&form, &Interval::point(Number::ZERO)),
            false => grown(0, 1),
        };
        // Where either says nothing, the count is bounded by the weeks alone.
        if let (Some(so), Some(not)) = (said(&of), said(&denied)) {
            push(rules, &Formula::Any(vec![so.and(grown(1, 0)), not.and(idle)]), &why);
        }
    }
}

/// How many weeks later the second is.
fn weeks_between(first: Period, second: Period) -> u32 {
    u32::try_from(time::days_between(first.start, second.start) / 7).unwrap_or(0)
}

/// Is it a week that begins on the same day of the week?
fn is_weeks_from(one: Period, other: Period) -> bool {
    other.days() == 7 && time::days_between(one.start, other.start) % 7 == 0
}
