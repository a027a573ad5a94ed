//! Counts of weeks: from one week to a later one they grow by the weeks in which
//! it was so, of which there are no more than lie between.

use std::collections::{BTreeMap, BTreeSet};

use recount_model::{Interval, MetricId, Number, Period, Subject, time};

use super::{Rule, Why, push};
use crate::conflict::compile::unspoken::unspoken_before;
use crate::conflict::compile::{Compiler, Counted, World};
use crate::conflict::formula::{Formula, Terms, UnknownId};
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
    in_a_row(world, rules);
}

/// After a week that there was there are all later ones, and whatever was there in a
/// week, that week was.
fn in_a_row(world: &mut World<'_>, rules: &mut Vec<Rule>) {
    let weeks: Vec<(MetricId, Period)> = world.on_record.iter().copied().collect();
    if weeks.is_empty() {
        return;
    }
    for (unknown, thing) in world.unknowns.ordered() {
        let at = (unknown.metric, unknown.period);
        if matches!(unknown.of, Of::There { subject: Subject::Entity(_) | Subject::Series(_) })
            && world.on_record.contains(&at)
            && let Some(week) = world.on_record(at.0, at.1)
        {
            let both = [(week, Number::ONE), (thing, -Number::ONE)];
            push(rules, &Formula::whole(&both, &Interval::at_least(Number::ZERO)), &Why::Life);
        }
    }
    for pair in weeks.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        let both = [pair[0], pair[1]].map(|(metric, week)| world.on_record(metric, week));
        if let [Some(before), Some(after)] = both {
            let step = [(after, Number::ONE), (before, -Number::ONE)];
            push(rules, &Formula::whole(&step, &Interval::at_least(Number::ZERO)), &Why::Life);
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
        if self.world.joins(&self.counted) {
            let back = |back: i64| last.weeks_later(-back);
            let first = weeks.first().copied().unwrap_or(last);
            let all = (0..).map(back).take_while(|week| *week > first).take(WEEKS);
            weeks.extend(all.collect::<Vec<_>>());
        }
        let rests = self.rests(&mut weeks);
        let skipped = weeks.len().saturating_sub(WEEKS);
        let from = weeks.iter().nth(skipped).copied().filter(|_| skipped > 0);
        let looked = weeks.into_iter().map(|week| (week, None));
        let rests = rests.into_iter().map(|(week, own)| (week, Some(own)));
        let mut all: Vec<(Period, Option<Option<Period>>)> = looked.chain(rests).collect();
        all.retain(|(week, _)| from.is_none_or(|from| *week >= from));
        all.sort_unstable();
        let mut before: Option<(Period, UnknownId)> = None;
        for (week, rest) in all {
            let of = Of::Times { what: self.what.clone() };
            let count = self.world.unknowns.id(Unknown { metric: self.metric, period: week, of });
            match rest {
                None => self.step(before, (week, count), rules),
                Some(own) => self.rest(before, (week, count), own, rules),
            }
            before = Some((week, count));
        }
    }

    /// Where something is said of all weeks: the last of those that nobody looks at,
    /// between two others and before all, and the one in which it was so if it was so
    /// in any of them. That one is looked at.
    fn rests(&self, weeks: &mut BTreeSet<Period>) -> Vec<(Period, Option<Period>)> {
        let (metric, world) = (self.metric, &*self.world);
        if !world.looking_back.contains_key(&metric) {
            return Vec::new();
        }
        if world.joins(&self.counted) {
            let first = weeks.first().copied().filter(|first| world.first_spoken(metric) == Some(*first));
            let (Some(first), Some(own)) = (first, world.pair(metric, &self.what)) else {
                return Vec::new();
            };
            weeks.insert(first.weeks_later(-1));
            return vec![(first.weeks_later(-2), Some(own))];
        }
        let each = world.unspoken(metric);
        let own = world.stand_in(metric, &self.what);
        let mut rests = Vec::new();
        let mut unspoken = Vec::new();
        for week in &*weeks {
            let before: Vec<Period> = unspoken_before(weeks, *week, each).collect();
            let until = before.last().unwrap_or(week).weeks_later(-1);
            if !weeks.contains(&until) {
                rests.push((until, own.and_then(|own| before.get(own).copied())));
            }
            unspoken.extend(before);
        }
        weeks.extend(unspoken);
        rests
    }

    /// Up to the last of the weeks that nobody looks at: in none of them was it so, if
    /// not in the one that stands for them.
    fn rest(
        &mut self,
        before: Option<(Period, UnknownId)>,
        now: (Period, UnknownId),
        own: Option<Period>,
        rules: &mut Vec<Rule>,
    ) {
        let form = grown(before, now);
        let why = Why::Times { before: before.map(|(_, id)| id), now: now.1 };
        let mut within = Interval::at_least(Number::ZERO);
        if let Some((then, _)) = before {
            within = within.intersection(&Interval::at_most(Number::from(weeks_between(then, now.0))));
        }
        push(rules, &Formula::whole(&form, &within), &why);
        let of = own.map(|own| self.counted.of.moved_to(Some(own)));
        let scope = self.counted.scope;
        if let Some(so) = of.and_then(|of| Compiler::new(self.world, scope).assertion(&of)) {
            let none = Formula::whole(&form, &Interval::point(Number::ZERO));
            // Before a week that there was not there is none.
            let joined = self.world.joins(&self.counted);
            let meant =
                |week: Period| !joined || own.is_some_and(|own| week == own || week == own.weeks_later(-1));
            let so = if before.is_none() { so.and(self.there(meant)) } else { so };
            push(rules, &Formula::Any(vec![none, so]), &why);
        }
    }

    /// From one week to the next that is looked at.
    fn step(&mut self, before: Option<(Period, UnknownId)>, now: (Period, UnknownId), rules: &mut Vec<Rule>) {
        let form = grown(before, now);
        let most = before.map(|(then, _)| Number::from(weeks_between(then, now.0)));
        let by = |least: u32, less: u32| {
            let high = most.as_ref().map(|most| most - &Number::from(less));
            let low = Interval::at_least(Number::from(least));
            let within = high.map_or(low.clone(), |high| low.intersection(&Interval::at_most(high)));
            Formula::whole(&form, &within)
        };
        let why = Why::Times { before: before.map(|(_, id)| id), now: now.1 };
        push(rules, &by(0, 0), &why);
        let of = self.counted.of.moved_to(Some(now.0));
        let denied = recount_model::Assertion { negated: !of.negated, ..of.clone() };
        let scope = self.counted.scope;
        let mut said = |one| Compiler::new(self.world, scope).assertion(one);
        // Where either says nothing, the count is bounded by the weeks alone.
        if let (Some(so), Some(not)) = (said(&of), said(&denied)) {
            let there = self.there(|week| week == now.0);
            let mut ways = vec![so.and(there.clone()).and(by(1, 0)), not.and(by(0, 1))];
            if there != Formula::TRUE {
                // In a week that was not nothing was so.
                let unknowns = &self.world.unknowns;
                ways.push(there.negated(&|id| unknowns.get(id).of.is_whole()).and(by(0, 1)));
            }
            push(rules, &Formula::Any(ways), &why);
        }
    }

    /// There were these of the weeks of which it matters whether there were any.
    fn there(&mut self, which: impl Fn(Period) -> bool) -> Formula {
        let own = |(metric, week): &&(MetricId, Period)| *metric == self.metric && which(*week);
        let weeks: Vec<(MetricId, Period)> = self.world.on_record.iter().filter(own).copied().collect();
        let is = |id| Formula::whole(&[(id, Number::ONE)], &Interval::point(Number::ONE));
        let there = weeks.into_iter().filter_map(|(metric, week)| self.world.on_record(metric, week));
        let parts: Vec<Formula> = there.map(is).collect();
        if parts.is_empty() { Formula::TRUE } else { Formula::All(parts) }
    }
}

/// How much larger the count is than the one before.
fn grown(before: Option<(Period, UnknownId)>, now: (Period, UnknownId)) -> Terms {
    let mut form = vec![(now.1, Number::ONE)];
    form.extend(before.map(|(_, id)| (id, -Number::ONE)));
    form
}

/// How many weeks later the second is.
fn weeks_between(first: Period, second: Period) -> u32 {
    u32::try_from(time::days_between(first.start, second.start) / 7).unwrap_or(0)
}

/// Is it a week that begins on the same day of the week?
fn is_weeks_from(one: Period, other: Period) -> bool {
    other.days() == 7 && time::days_between(one.start, other.start) % 7 == 0
}
