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
pub(super) const EACH: u32 = 4;

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
            if among.is_none() && !tops.is_empty() {
                // A chart is a top too.
                let charts = sheet.groups.keys().filter_map(|(_, scope)| world.chart(*scope));
                tops.extend(charts.filter(|chart| *chart <= EACH));
            }
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
                let (among, sheet) = (*among, &sheet);
                Run { world, metric, period, among, object, sheet, tops }.list(&things, rules);
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
    tops: BTreeSet<u32>,
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

    fn list(&mut self, things: &[(Subject, UnknownId)], rules: &mut Vec<Rule>) {
        let tops = self.tops.clone();
        let last = tops.last().copied().unwrap_or(0);
        let among = self.among;
        let slots: Vec<UnknownId> = (1..=last).map(|place| self.unknown(Of::Slot { among, place })).collect();
        for pair in slots.windows(2) {
            let step = [(pair[0], Number::ONE), (pair[1], -Number::ONE)];
            push(rules, &Formula::bound(&step, at_least_none()), &Why::Slots);
        }
        let mut before = Top::default();
        for top in &tops {
            let upto = usize::try_from(*top).unwrap_or(0).min(slots.len());
            let (next, slots) = (slots.get(upto).copied(), &slots[..upto]);
            let things = self.things(*top, (slots, next), things, rules);
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
                let groups = self.groups(*top, slots, &things, rules);
                let top = Top { slots: slots.to_vec(), groups, things };
                self.steps(&before, &top, rules);
                before = top;
            }
        }
    }

    /// Who is in the top has no less than its last, who is not has no more than the
    /// `next` one.
    fn things(
        &mut self,
        top: u32,
        (slots, next): (&[UnknownId], Option<UnknownId>),
        things: &[(Subject, UnknownId)],
        rules: &mut Vec<Rule>,
    ) -> Vec<Thing> {
        let last = slots.last().copied();
        let sum = self.unknown(Of::TopSum { object: vec![self.object], top });
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
            let against = |place: Option<UnknownId>, within: Interval| match place {
                Some(last) => Formula::bound(&[(volume, Number::ONE), (last, -Number::ONE)], within),
                None => Formula::TRUE,
            };
            let within = Formula::All(vec![is(1), all, against(last, at_least_none())]);
            let most = against(next.or(last), Interval::at_most(Number::ZERO));
            // Each of the top has as much at least: that follows, and is shorter to tell.
            let each = [(sum, Number::ONE), (volume, -Number::from(top))];
            let beyond = Formula::All(vec![is(0), none, most, Formula::bound(&each, at_least_none())]);
            push(rules, &Formula::Any(vec![within, beyond]), &Why::Slots);
            found.push(Thing { subject, volume, inside: part, flag });
        }
        found
    }

    /// What groups have of the top n: no more than they have at all.
    fn groups(
        &mut self,
        top: u32,
        slots: &[UnknownId],
        things: &[Thing],
        rules: &mut Vec<Rule>,
    ) -> BTreeMap<GroupId, Held> {
        let counted = self.sheet.counts.keys().filter(|(_, of)| *of == top).map(|(group, _)| *group);
        let known = self.sheet.groups.keys().filter_map(|(subject, _)| match subject {
            Subject::Group(group) => Some(*group),
            Subject::Entity(_) | Subject::Series(_) => None,
        });
        let groups: BTreeSet<GroupId> = counted.chain(known).collect();
        let mut found = BTreeMap::new();
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
                let Some(chart) = self.world.chart(*scope) else {
                    let rest = outside(*volume, part, members.iter().copied());
                    push(rules, &Formula::bound(&rest, at_least_none()), &Why::Slots);
                    continue;
                };
                self.charted((*volume, chart), (top, part), slots, rules);
            }
            let Some(count) = self.sheet.counts.get(&(group, top)).copied() else {
                continue;
            };
            push(rules, &held_by(&[(count, Number::ONE)], &[(part, Number::ONE)], slots), &Why::Slots);
            if !members.is_empty() {
                let (unnamed, theirs) = unnamed(Held { count, part }, members.iter().copied());
                push(rules, &held_by(&unnamed, &theirs, slots), &Why::Slots);
            }
            found.insert(group, Held { count, part });
        }
        found
    }

    /// What a group has on the chart, beside what it has in the top.
    fn charted(
        &self,
        (volume, chart): (UnknownId, u32),
        (top, part): (u32, UnknownId),
        slots: &[UnknownId],
        rules: &mut Vec<Rule>,
    ) {
        // What of the chart is behind the top has no more than the last of it,
        // place by place.
        let more = vec![(volume, Number::ONE), (part, -Number::ONE)];
        if chart >= top {
            push(rules, &Formula::bound(&more, at_least_none()), &Why::Slots);
        }
        // Of who is charted each has as much as the last of the chart.
        if chart <= top && self.tops.range(chart..).next() == Some(&top) {
            let last = slots.last().map(|last| (*last, -Number::ONE));
            let least: Terms = std::iter::once((volume, Number::ONE)).chain(last).collect();
            let some = Formula::bound(&least, at_least_none());
            let none = Formula::bound(&[(volume, Number::ONE)], Interval::point(Number::ZERO));
            push(rules, &Formula::Any(vec![none, some]), &Why::Slots);
        }
        let last = slots.last().filter(|_| chart > top);
        let behind = last.map(|last| (*last, -Number::from(chart - top)));
        let most: Terms = more.into_iter().chain(behind).collect();
        push(rules, &Formula::bound(&most, Interval::at_most(Number::ZERO)), &Why::Slots);
    }

    /// From one top to the next larger one: what comes to a group or a thing are places
    /// between the two.
    fn steps(&self, before: &Top, top: &Top, rules: &mut Vec<Rule>) {
        let first = before.slots.len();
        if first == 0 {
            return;
        }
        let slots = &top.slots[first..];
        let less = |terms: &Terms| terms.iter().map(|(id, factor)| (*id, -factor)).collect::<Terms>();
        for (group, held) in &top.groups {
            let Some(then) = before.groups.get(group) else {
                continue;
            };
            let own = |held: &Held| (vec![(held.count, Number::ONE)], vec![(held.part, Number::ONE)]);
            let member = |thing: &&Thing| self.world.within(thing.subject, Subject::Group(*group));
            let rest = |held: &Held, things: &[Thing]| unnamed(*held, things.iter().filter(member));
            let mut both = vec![(own(held), own(then))];
            if top.things.iter().any(|thing| member(&thing)) {
                both.push((rest(held, &top.things), rest(then, &before.things)));
            }
            for ((count, part), (less_count, less_part)) in both {
                let count = [count, less(&less_count)].concat();
                let part = [part, less(&less_part)].concat();
                push(rules, &held_by(&count, &part, slots), &Why::Slots);
            }
        }
    }
}

/// What is known of one top.
#[derive(Default)]
struct Top {
    slots: Vec<UnknownId>,
    groups: BTreeMap<GroupId, Held>,
    things: Vec<Thing>,
}

/// How many places of a top a group holds, and what it has in them.
#[derive(Clone, Copy)]
struct Held {
    count: UnknownId,
    part: UnknownId,
}

/// The places of a group, and what it has in them, without these things.
fn unnamed<'t>(held: Held, members: impl Iterator<Item = &'t Thing>) -> (Terms, Terms) {
    let (mut count, mut part) = (vec![(held.count, Number::ONE)], vec![(held.part, Number::ONE)]);
    for thing in members {
        count.push((thing.flag, -Number::ONE));
        part.push((thing.inside, -Number::ONE));
    }
    (count, part)
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
