//! Ranks, places of the top n, and records.

use std::collections::BTreeSet;

use recount_model::{
    Assertion, Extreme, GroupId, Interval, Movement, Number, Period, Rank, Record, Subject, Top, Unit,
};

use super::{Compiler, SaidOf, difference, minus};
use recount_model::vocabulary::Best;

use super::unspoken::unspoken_before;
use crate::conflict::formula::Formula;
use crate::conflict::unknown::Of;

/// Of so many weeks at most a record speaks.
const WEEKS: i64 = 600;

impl Compiler<'_, '_> {
    pub(super) fn rank(&mut self, said: &Assertion, period: Period, rank: &Rank) -> Option<SaidOf> {
        let [subject] = said.subject.as_slice() else {
            return None;
        };
        let subject = self.world.single(*subject);
        let among = self.among(said)?;
        if rank.value.unit != Unit::Rank {
            return None;
        }
        let mut within = self.interval(&rank.value);
        // Places are an order. Of things that share a rank one is before the other,
        // so who says that things are level may mean a later place by the same rank.
        let shared = [Some(period), rank.base].into_iter().flatten();
        let shared: u32 = shared.filter_map(|at| self.shared.get(&(said.metric, at))).sum();
        if let Some(high) = &mut within.high {
            high.value = &high.value + &Number::from(shared);
        }
        let place = vec![(self.unknown(said, period, Of::Place { subject, among }), Number::ONE)];
        let now = Formula::whole(&place, &within);
        let beside = self.ranked(said, period, subject, among, &within);
        self.noted(said, period, among, &within);
        if shared > 0 {
            return Some(SaidOf { beside, ..SaidOf::plain(now).opened(true) });
        }
        let (Some(movement), Some(base)) = (rank.movement, rank.base) else {
            return Some(SaidOf { beside, ..SaidOf::plain(now) });
        };
        if !self.fits(said.metric, base) || base == period {
            return None;
        }
        self.noted(said, base, among, &within);
        let before = vec![(self.unknown(said, base, Of::Place { subject, among }), Number::ONE)];
        let step = difference(&before, &place);
        let was = |within: Interval| Formula::whole(&step, &within);
        let worse = || was(Interval::above(Number::ZERO));
        let better = || was(Interval::below(Number::ZERO));
        let inside = Formula::whole(&before, &within);
        let unknowns = &self.world.unknowns;
        let outside = inside.negated(&|id| unknowns.get(id).of.is_whole());
        let then = match movement {
            Movement::Kept => was(Interval::point(Number::ZERO)),
            Movement::Took => Formula::Any(vec![worse(), better()]),
            Movement::Up => worse(),
            Movement::Down => better(),
            Movement::Entered => outside,
            Movement::Left => {
                return Some(SaidOf { given: inside, ..SaidOf::plain(now) });
            }
        };
        Some(SaidOf { beside, ..SaidOf::plain(now.and(then)) })
    }

    /// Notes of which places something is said.
    fn noted(&mut self, said: &Assertion, period: Period, among: Option<GroupId>, within: &Interval) {
        let ends = within.low.iter().chain(&within.high);
        let ends = ends.filter_map(|end| u32::try_from(end.value.to_i64()?).ok());
        let places = self.world.places.entry((said.metric, period, among)).or_default();
        places.extend(ends);
    }

    /// The group among whose members a rank counts; everything is no group.
    pub(super) fn among(&self, said: &Assertion) -> Option<Option<GroupId>> {
        match said.object.as_slice() {
            [] => Some(None),
            [Subject::Group(id)] if self.world.vocabulary.group(*id).is_total() => Some(None),
            [Subject::Group(id)] => Some(Some(*id)),
            _ => None,
        }
    }

    /// What a rank among all says of figures: where a total is spoken of, one of k
    /// at least, of which this one is the least; and a place on the chart, if it is high enough.
    fn ranked(
        &mut self,
        said: &Assertion,
        period: Period,
        subject: Subject,
        among: Option<GroupId>,
        within: &Interval,
    ) -> Formula {
        let metric = self.world.vocabulary.metric(said.metric);
        let adds = metric.adds_up && !metric.signed && metric.best == Best::Highest;
        let single = self.world.series_of(subject).is_some_and(|s| s.len() == 1);
        if among.is_some() || !adds || !single || said.scope.is_some() {
            return Formula::TRUE;
        }
        let scope = said.scope;
        let volume = self.unknown(said, period, Of::Volume { subject, scope });
        let mut parts = Vec::new();
        let (low, high) = (within.low.as_ref(), within.high.as_ref());
        let universe = self.world.universe(said.metric);
        let spoken = self.world.totals.contains(&(said.metric, period));
        if let (Some(low), Some(whole)) = (low, universe.filter(|_| spoken)) {
            let whole = self.unknown(said, period, whole);
            let least = [(whole, Number::ONE), (volume, -&low.value)];
            parts.push(Formula::bound(&least, Interval::at_least(Number::ZERO)));
        }
        let scopes: Vec<_> = self.world.charts();
        for (scope, top) in scopes {
            if high.is_some_and(|high| high.value <= Number::from(top)) {
                let charted = self.unknown(said, period, Of::Charted { subject, scope });
                let all = [(charted, Number::ONE), (volume, -Number::ONE)];
                parts.push(Formula::bound(&all, Interval::at_least(Number::ZERO)));
            }
        }
        Formula::All(parts)
    }

    pub(super) fn top(&mut self, said: &Assertion, period: Period, top: &Top) -> Option<SaidOf> {
        if top.value.unit != Unit::Count || !said.object.is_empty() {
            return None;
        }
        let mut terms = Vec::new();
        for (at, subject) in said.subject.iter().enumerate() {
            let Subject::Group(group) = *subject else {
                return None;
            };
            let rest = &said.subject[at + 1..];
            if !rest.iter().all(|other| self.world.disjoint(*subject, *other)) {
                return None;
            }
            let of = Of::Count { group, top: top.top };
            terms.push((self.unknown(said, period, of), Number::ONE));
        }
        let within = self.interval(&top.value);
        Some(SaidOf::plain(Formula::whole(&terms, &within)))
    }

    pub(super) fn record(&mut self, said: &Assertion, period: Period, record: &Record) -> Option<SaidOf> {
        let lowest = record.extreme == Extreme::Lowest;
        let now = self.quantity(said, period)?;
        let after = record.base.map(|base| base.end);
        let mut parts = Vec::new();
        let earlier = self.earlier(said, period, after, self.sharp);
        if lowest && after.is_none() && !earlier.is_empty() && self.world.stands_for_each(said.metric) {
            // Of pairs of weeks that stand for others it is not followed what else was so.
            let pairs = self.world.pairs(said.metric);
            let each: Vec<Period> = earlier.iter().copied().filter(|week| !pairs.contains(week)).collect();
            parts.push(self.was_there(said, &each));
        }
        for week in earlier {
            let then = self.quantity(said, week)?;
            let mut ways = if lowest { self.absent(said, week) } else { Vec::new() };
            let signed = self.world.vocabulary.metric(said.metric).signed;
            if ways.is_empty() && (lowest || signed) {
                ways.extend(self.no_such_week(said, week, period));
            }
            ways.push(rises(&then, &now, lowest));
            parts.push(Formula::Any(ways));
        }
        // That the base itself beat the record is not demanded: a record that
        // reaches further back than it says is understated, and nothing else.
        // And who denies a record means any earlier week, also one of which
        // nothing is said.
        Some(SaidOf::plain(Formula::All(parts)).opened(after.is_none()))
    }

    /// One of the things was not there in that week: then it was not lower.
    fn absent(&mut self, said: &Assertion, week: Period) -> Vec<Formula> {
        self.presence(said, week, 0)
    }

    /// For each of the things of which it is not known that it was there in that week, that it
    /// was (1) or was not (0).
    fn presence(&mut self, said: &Assertion, week: Period, is: i32) -> Vec<Formula> {
        let things: Vec<Subject> = said.subject.iter().chain(&said.object).copied().collect();
        let known = |thing: &Subject| self.world.there.contains(&(said.metric, *thing, week));
        let single = |thing: &Subject| !matches!(thing, Subject::Group(_));
        let things: Vec<Subject> = things.into_iter().filter(|t| single(t) && !known(t)).collect();
        let is = Interval::point(Number::from(is));
        let way = |subject: Subject| {
            let subject = self.world.single(subject);
            let there = self.unknown(said, week, Of::There { subject });
            Formula::whole(&[(there, Number::ONE)], &is)
        };
        things.into_iter().map(way).collect()
    }

    /// Nothing is the lowest on record that was never there before.
    fn was_there(&mut self, said: &Assertion, earlier: &[Period]) -> Formula {
        let ways = earlier.iter().map(|week| Formula::All(self.presence(said, *week, 1)));
        Formula::Any(ways.collect())
    }

    /// The periods before `period`, and after `after`: those of which anything is
    /// said, each with the week before it, or `all` from the first of them on.
    pub(super) fn earlier(
        &self,
        said: &Assertion,
        period: Period,
        after: Option<jiff::civil::Date>,
        all: bool,
    ) -> Vec<Period> {
        let spoken = self.world.spoken.get(&said.metric);
        let like = |week: &&Period| {
            let near = week.start >= period.weeks_later(-WEEKS).start;
            near && week.end < period.start && week.days() == period.days()
        };
        let ends = self.world.looking_back.get(&said.metric);
        let looked = spoken.into_iter().chain(ends).flatten();
        let mut earlier: BTreeSet<Period> = looked.filter(like).copied().collect();
        let joined = self.world.joined.contains(&said.metric);
        if period.days() == 7 {
            // There were weeks before, and between, of which nothing is said: a few stand
            // for all of them.
            let each = if joined { (1, false) } else { self.world.unspoken(said.metric) };
            let before = |week: &Period| unspoken_before(&earlier, *week, each);
            let unspoken: Vec<Period> = earlier.iter().chain([&period]).flat_map(before).collect();
            earlier.extend(unspoken);
        }
        if (all || joined) && period.days() == 7 {
            let first = match after {
                Some(after) => Some(after).filter(|_| self.sharp).or(earlier.first().map(|week| week.start)),
                None => earlier.first().map(|week| week.start),
            };
            let back = |back: i64| period.weeks_later(-back);
            let weeks = (1..=WEEKS).map(back).take_while(|w| first.is_some_and(|first| w.start >= first));
            earlier = weeks.collect();
        }
        earlier.extend(self.world.pairs(said.metric).into_iter().filter(|week| like(&week)));
        let since = |week: &Period| after.is_none_or(|after| week.start > after);
        earlier.into_iter().rev().filter(since).collect()
    }
}

/// `right` is at least `left`, or at most it where `lowest`.
fn rises(left: &[(usize, Number)], right: &[(usize, Number)], lowest: bool) -> Formula {
    let step = [right.to_vec(), minus(left, &Number::ONE)].concat();
    let within = match lowest {
        true => Interval::at_most(Number::ZERO),
        false => Interval::at_least(Number::ZERO),
    };
    Formula::bound(&step, within)
}
