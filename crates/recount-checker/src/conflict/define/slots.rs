//! The figures of places: whoever holds it, named or not, the first place has
//! the largest figure, the top n have no more than the whole, and who is not
//! among them has no more than the last of them.

use std::collections::{BTreeMap, BTreeSet};

use recount_model::vocabulary::Best;
use recount_model::{GroupId, Interval, MetricId, Number, Period, ScopeId, Subject};

use super::counts::{Inside, inside};
use super::{Rule, Why, push};
use crate::conflict::compile::World;
use crate::conflict::formula::{Formula, Terms, UnknownId};
use crate::conflict::unknown::{Of, Unknown};

/// Of longer lists than this the figures of places are not followed …
const THINGS: usize = 8;

/// … nor those of further places …
const PLACES: u32 = 20;

/// … and up to this one each place is followed, spoken of or not.
const EACH: u32 = 4;

type Scoped = (Subject, Option<ScopeId>);

/// What is known of one list.
#[derive(Default)]
struct List {
    /// The ends of tops of which something is said.
    tops: BTreeSet<u32>,
    /// Who has a place in it.
    places: BTreeMap<Subject, UnknownId>,
}

/// What is known in one period.
#[derive(Default)]
struct Sheet {
    lists: BTreeMap<Option<GroupId>, List>,
    /// Groups with a figure.
    groups: BTreeMap<Scoped, UnknownId>,
    /// Counts of the top n, by group.
    counts: BTreeMap<(GroupId, u32), UnknownId>,
    /// Does anybody speak of the figures of a top?
    sums: bool,
}

/// Rules for every list in which the figures of places matter.
pub(super) fn slots(world: &mut World<'_>, rules: &mut Vec<Rule>) {
    let mut sheets: BTreeMap<(MetricId, Period), Sheet> = BTreeMap::new();
    for (unknown, id) in world.unknowns.ordered() {
        let metric = world.vocabulary.metric(unknown.metric);
        if metric.best != Best::Highest || !world.adds_up(unknown.metric) {
            continue;
        }
        let sheet = sheets.entry((unknown.metric, unknown.period)).or_default();
        match unknown.of {
            Of::Place { subject, among } if !matches!(subject, Subject::Group(_)) => {
                sheet.lists.entry(among).or_default().places.insert(subject, id);
            }
            Of::Volume { subject: subject @ Subject::Group(_), scope } => {
                sheet.groups.insert((subject, scope), id);
            }
            Of::Count { group, top } => {
                sheet.counts.insert((group, top), id);
                sheet.lists.entry(None).or_default().tops.insert(top);
            }
            Of::TopSum { ref object, top } => {
                sheet.sums = true;
                let among = match object.as_slice() {
                    [(subject, scope)] if world.is_universe(*subject, *scope) => None,
                    [(Subject::Group(group), _)] => Some(*group),
                    _ => continue,
                };
                sheet.lists.entry(among).or_default().tops.insert(top);
            }
            _ => {}
        }
    }
    for ((metric, period), sheet) in sheets {
        for (among, list) in &sheet.lists {
            let mut tops = list.tops.clone();
            let said = world.places.get(&(metric, period, *among)).into_iter().flatten();
            tops.extend(said.flat_map(|place| [*place, place.saturating_sub(1)]));
            let last = tops.last().copied().unwrap_or(0);
            tops.extend(1..=last.min(EACH));
            tops.retain(|top| (1..=PLACES).contains(top));
            let things: Vec<(Subject, UnknownId)> = list.places.iter().map(|(s, id)| (*s, *id)).collect();
            let apart = |(at, (a, _)): (usize, &(Subject, UnknownId))| {
                things[at + 1..].iter().all(|(b, _)| world.disjoint(*a, *b))
            };
            let single = things.iter().enumerate().all(apart);
            if let Some(object) = object(world, metric, *among)
                && things.len() <= THINGS
                && single
                && (sheet.sums || !sheet.groups.is_empty())
                && !tops.is_empty()
            {
                let mut run = Run { world, metric, period, among: *among, object, sheet: &sheet };
                run.list(&tops, &things, rules);
            }
        }
    }
}

/// What the list is a list of, counted without a chart.
fn object(world: &World<'_>, metric: MetricId, among: Option<GroupId>) -> Option<Scoped> {
    let Some(group) = among else {
        let Of::Volume { subject, scope } = world.universe(metric)? else {
            return None;
        };
        return Some((subject, scope));
    };
    let scope = world.vocabulary.group(group).scope;
    let scope = scope.or(world.vocabulary.metric(metric).default_scope);
    world.chart(scope).is_none().then_some((Subject::Group(group), scope))
}

struct Run<'r, 'w> {
    world: &'r mut World<'w>,
    metric: MetricId,
    period: Period,
    among: Option<GroupId>,
    object: Scoped,
    sheet: &'r Sheet,
}

/// A thing of the list: its figure, and what of it is in the top n.
struct Thing {
    subject: Subject,
    volume: UnknownId,
    inside: UnknownId,
    /// 1 if it is in the top n, else 0.
    flag: UnknownId,
}

impl Run<'_, '_> {
    fn unknown(&mut self, of: Of) -> UnknownId {
        self.world.unknowns.id(Unknown { metric: self.metric, period: self.period, of })
    }

    fn list(&mut self, tops: &BTreeSet<u32>, things: &[(Subject, UnknownId)], rules: &mut Vec<Rule>) {
        let last = tops.last().copied().unwrap_or(0);
        let among = self.among;
        let slots: Vec<UnknownId> = (1..=last).map(|place| self.unknown(Of::Slot { among, place })).collect();
        for pair in slots.windows(2) {
            let step = [(pair[0], Number::ONE), (pair[1], -Number::ONE)];
            push(rules, &Formula::bound(&step, at_least_none()), &Why::Slots);
        }
        for top in tops {
            let upto = usize::try_from(*top).unwrap_or(0).min(slots.len());
            let slots = &slots[..upto];
            let things = self.things(*top, slots, things, rules);
            let sum = self.unknown(Of::TopSum { object: vec![self.object], top: *top });
            let mut equal = vec![(sum, Number::ONE)];
            equal.extend(slots.iter().map(|slot| (*slot, -Number::ONE)));
            push(rules, &Formula::bound(&equal, Interval::point(Number::ZERO)), &Why::Slots);
            // A group of which nobody speaks is part of the whole all the same.
            let (subject, scope) = self.object;
            let whole = match self.among {
                Some(_) => Some(self.unknown(Of::Volume { subject, scope })),
                None => self.sheet.groups.get(&self.object).copied(),
            };
            if let Some(whole) = whole {
                let rest = outside(whole, sum, things.iter());
                push(rules, &Formula::bound(&rest, at_least_none()), &Why::Slots);
            }
            if self.among.is_none() {
                self.groups(*top, slots, &things, rules);
            }
        }
    }

    /// Who is in the top has no less than its last, who is not has no more.
    fn things(
        &mut self,
        top: u32,
        slots: &[UnknownId],
        things: &[(Subject, UnknownId)],
        rules: &mut Vec<Rule>,
    ) -> Vec<Thing> {
        let last = slots.last().copied();
        let mut found = Vec::new();
        for (subject, place) in things {
            let (subject, place) = (*subject, *place);
            let (metric, period, among) = (self.metric, self.period, self.among);
            let flag = inside(self.world, &Inside { metric, period, subject, among, top, place }, rules);
            let volume = self.unknown(Of::Volume { subject, scope: None });
            let object = vec![self.object];
            let part = self.unknown(Of::InTop { subject: vec![(subject, None)], object, top });
            let is =
                |value: i32| Formula::bound(&[(flag, Number::ONE)], Interval::point(Number::from(value)));
            let all =
                Formula::bound(&[(part, Number::ONE), (volume, -Number::ONE)], Interval::point(Number::ZERO));
            let none = Formula::bound(&[(part, Number::ONE)], Interval::point(Number::ZERO));
            let against = |within: Interval| match last {
                Some(last) => Formula::bound(&[(volume, Number::ONE), (last, -Number::ONE)], within),
                None => Formula::TRUE,
            };
            let within = Formula::All(vec![is(1), all, against(at_least_none())]);
            let beyond = Formula::All(vec![is(0), none, against(Interval::at_most(Number::ZERO))]);
            push(rules, &Formula::Any(vec![within, beyond]), &Why::Slots);
            found.push(Thing { subject, volume, inside: part, flag });
        }
        found
    }

    /// What groups have of the top n: no more than they have at all, and as much
    /// as so many of its places.
    fn groups(&mut self, top: u32, slots: &[UnknownId], things: &[Thing], rules: &mut Vec<Rule>) {
        let counted = self.sheet.counts.keys().filter(|(_, of)| *of == top).map(|(group, _)| *group);
        let known = self.sheet.groups.keys().filter_map(|(subject, _)| match subject {
            Subject::Group(group) => Some(*group),
            Subject::Entity(_) | Subject::Series(_) => None,
        });
        let groups: BTreeSet<GroupId> = counted.chain(known).collect();
        for group in groups {
            if self.world.vocabulary.group(group).is_total() {
                continue;
            }
            let whole = Subject::Group(group);
            let scopes = || self.sheet.groups.iter().filter(|((subject, _), _)| *subject == whole);
            let own = self.world.vocabulary.group(group).scope;
            let scope = own.or(self.world.vocabulary.metric(self.metric).default_scope);
            let of = Of::InTop { subject: vec![(whole, scope)], object: vec![self.object], top };
            let part = self.unknown(of);
            let member = |thing: &&Thing| self.world.within(thing.subject, whole);
            let members: Vec<&Thing> = things.iter().filter(member).collect();
            for ((_, scope), volume) in scopes() {
                let rest = match self.world.chart(*scope) {
                    None => outside(*volume, part, members.iter().copied()),
                    Some(chart) if chart >= top => vec![(*volume, Number::ONE), (part, -Number::ONE)],
                    Some(_) => continue,
                };
                push(rules, &Formula::bound(&rest, at_least_none()), &Why::Slots);
            }
            if let Some(count) = self.sheet.counts.get(&(group, top)) {
                let count = [(*count, Number::ONE)];
                let part = [(part, Number::ONE)];
                push(rules, &held_by(&count, &part, slots), &Why::Slots);
                if !members.is_empty() {
                    let less = |id: fn(&Thing) -> UnknownId| {
                        members.iter().map(move |thing| (id(thing), -Number::ONE))
                    };
                    let unnamed: Terms = count.into_iter().chain(less(|thing| thing.flag)).collect();
                    let theirs: Terms = part.into_iter().chain(less(|thing| thing.inside)).collect();
                    push(rules, &held_by(&unnamed, &theirs, slots), &Why::Slots);
                }
            }
        }
    }
}

/// The whole is at least what is in the top and what of the things is not.
fn outside<'t>(whole: UnknownId, inside: UnknownId, things: impl Iterator<Item = &'t Thing>) -> Terms {
    let mut terms = vec![(whole, Number::ONE), (inside, -Number::ONE)];
    for thing in things {
        terms.push((thing.volume, -Number::ONE));
        terms.push((thing.inside, Number::ONE));
    }
    terms
}

/// So many of the places are held, by those who have so much: as the last ones
/// at least, as the first ones at most.
fn held_by(count: &[(UnknownId, Number)], part: &[(UnknownId, Number)], slots: &[UnknownId]) -> Formula {
    let against = |slots: &[UnknownId], within: Interval| {
        let slots = slots.iter().map(|slot| (*slot, -Number::ONE));
        let terms: Terms = part.iter().cloned().chain(slots).collect();
        Formula::bound(&terms, within)
    };
    let way = |held: usize| {
        let number = Interval::point(Number::from(i64::try_from(held).unwrap_or(i64::MAX)));
        Formula::All(vec![
            Formula::bound(count, number),
            against(&slots[slots.len() - held..], at_least_none()),
            against(&slots[..held], Interval::at_most(Number::ZERO)),
        ])
    };
    Formula::Any((0..=slots.len()).map(way).collect())
}

fn at_least_none() -> Interval {
    Interval::at_least(Number::ZERO)
}
