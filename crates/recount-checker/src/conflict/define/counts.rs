//! How many of the top n belong to whom.

use std::collections::{BTreeMap, BTreeSet};

use recount_model::{GroupId, Interval, MetricId, Number, Period, Subject};

use super::families::{Families, dominated};
use super::slots::EACH;
use super::{MANY, Rule, Why, push};
use crate::conflict::compile::World;
use crate::conflict::formula::{Formula, Terms, UnknownId};
use crate::conflict::unknown::{Of, Unknown};

/// So many counts of one period are held against each other.
const COUNTS: usize = 32;

/// The tops of one metric in one period of which something is counted, and the
/// groups that are counted in them.
#[derive(Default)]
struct Tops {
    tops: BTreeSet<u32>,
    groups: BTreeSet<GroupId>,
    said: Vec<(GroupId, u32)>,
    placed: Vec<(Subject, UnknownId)>,
    /// Places among the members of a group.
    members: Vec<(GroupId, Subject, UnknownId)>,
}

/// Counts of the top n: against each other, and against ranks.
pub(super) fn counts(world: &mut World<'_>, rules: &mut Vec<Rule>) {
    count_all(world);
    let mut sheets: BTreeMap<(MetricId, Period), Tops> = BTreeMap::new();
    for (unknown, id) in world.unknowns.ordered() {
        let sheet = || (unknown.metric, unknown.period);
        match unknown.of {
            Of::Count { group, top } => {
                let tops = sheets.entry(sheet()).or_default();
                tops.tops.insert(top);
                tops.groups.insert(group);
                tops.said.push((group, top));
            }
            Of::Place { subject, among: Some(group) } if !matches!(subject, Subject::Group(_)) => {
                sheets.entry(sheet()).or_default().members.push((group, subject, id));
            }
            Of::Place { subject, among: None } if !matches!(subject, Subject::Group(_)) => {
                let tops = sheets.entry(sheet()).or_default();
                if tops.placed.len() < MANY {
                    tops.placed.push((subject, id));
                }
            }
            _ => {}
        }
    }
    for (sheet, tops) in sheets {
        if !tops.said.is_empty() {
            fit(world, sheet, &tops, rules);
        }
    }
}

/// What a group has of a top depends on how many of its places it holds, and where
/// figures are told, on which.
fn count_all(world: &mut World<'_>) {
    let mut figures: BTreeSet<(MetricId, Period)> = BTreeSet::new();
    let mut ranked: BTreeSet<(MetricId, Period)> = BTreeSet::new();
    let mut charted: Vec<(Unknown, GroupId, u32)> = Vec::new();
    let mut counts: Vec<(Unknown, GroupId, u32)> = Vec::new();
    for (unknown, _) in world.unknowns.ordered() {
        let sheet = (unknown.metric, unknown.period);
        match &unknown.of {
            Of::Place { among: None, .. } => {
                ranked.insert(sheet);
            }
            Of::InTop { subject, object, top } => {
                figures.insert(sheet);
                ranked.insert(sheet);
                if let ([(Subject::Group(group), _)], [(whole, scope)]) =
                    (subject.as_slice(), object.as_slice())
                    && world.is_universe(*whole, *scope)
                {
                    let (group, top) = (*group, *top);
                    counts.push((unknown, group, top));
                }
            }
            Of::Count { group, top } => {
                ranked.insert(sheet);
                let (group, top) = (*group, *top);
                counts.push((unknown, group, top));
            }
            Of::Volume { subject: Subject::Group(group), scope } => {
                let (group, chart) = (*group, world.chart(*scope));
                let total = world.vocabulary.group(group).is_total();
                figures.extend(Some(sheet).filter(|_| !total));
                let top = chart.filter(|top| *top <= EACH && !total);
                charted.extend(top.map(|top| (unknown, group, top)));
            }
            _ => {}
        }
    }
    counts.extend(charted.into_iter().filter(|(one, ..)| ranked.contains(&(one.metric, one.period))));
    for (unknown, group, top) in counts {
        let told = figures.contains(&(unknown.metric, unknown.period));
        let each = (1..=top.min(EACH)).filter(|_| told);
        for top in each.chain([top]) {
            world.unknowns.id(Unknown { of: Of::Count { group, top }, ..unknown.clone() });
        }
    }
}

/// A part of the top n: its subject, and how much of each top it has.
type Part = (Subject, BTreeMap<u32, UnknownId>);

/// The groups and the things with places, in every top.
fn parts(
    world: &mut World<'_>,
    (metric, period): (MetricId, Period),
    tops: &Tops,
    rules: &mut Vec<Rule>,
) -> Vec<Part> {
    let every = tops.groups.len() * tops.tops.len() <= COUNTS;
    let mut parts: Vec<Part> = Vec::new();
    for group in &tops.groups {
        let mut own = BTreeMap::new();
        for top in &tops.tops {
            if every || tops.said.contains(&(*group, *top)) {
                let of = Of::Count { group: *group, top: *top };
                own.insert(*top, world.unknowns.id(Unknown { metric, period, of }));
            }
        }
        parts.push((Subject::Group(*group), own));
    }
    for (subject, place) in &tops.placed {
        let mut own = BTreeMap::new();
        for top in &tops.tops {
            let at = Inside { metric, period, subject: *subject, among: None, top: *top, place: *place };
            own.insert(*top, inside(world, &at, rules));
        }
        parts.push((*subject, own));
    }
    parts
}

fn fit(world: &mut World<'_>, sheet: (MetricId, Period), tops: &Tops, rules: &mut Vec<Rule>) {
    let parts = parts(world, sheet, tops, rules);
    ranked(world, tops, &parts, rules);
    let steps = || {
        let wide = tops.tops.iter();
        wide.flat_map(|wide| {
            let narrow = tops.tops.iter().filter(move |narrow| *narrow < wide).copied();
            narrow.chain([0]).map(move |narrow| (narrow, *wide))
        })
    };
    for (narrow, wide) in steps() {
        for (_, own) in &parts {
            if let Some(grown) = grown(own, narrow, wide) {
                let within = Interval::closed(Number::ZERO, Number::from(wide - narrow));
                push(rules, &Formula::bound(&grown, within), &Why::Count);
            }
        }
    }
    let apart = |a: usize, b: usize| world.disjoint(parts[a].0, parts[b].0);
    let inside = |a: usize, b: usize| a != b && world.within(parts[a].0, parts[b].0);
    let wholes = (0..parts.len()).filter(|at| matches!(parts[*at].0, Subject::Group(_))).map(Some);
    for whole in wholes.chain([None]) {
        let of: Vec<usize> = (0..parts.len()).filter(|at| whole.is_none_or(|w| inside(*at, w))).collect();
        let mut families = Families::default();
        families.grow(&mut Vec::new(), of.clone(), Vec::new(), &apart);
        for family in families.found {
            if family.is_empty() || dominated(&family, &of, &apart, &inside) {
                continue;
            }
            for (narrow, wide) in steps() {
                let sum: Option<Vec<Terms>> =
                    family.iter().map(|at| grown(&parts[*at].1, narrow, wide)).collect();
                let Some(mut sum) = sum.map(|sum| sum.concat()) else {
                    continue;
                };
                let mut most = Number::from(wide - narrow);
                if let Some(whole) = whole {
                    let Some(all) = grown(&parts[whole].1, narrow, wide) else {
                        continue;
                    };
                    sum.extend(all.into_iter().map(|(id, factor)| (id, -factor)));
                    most = Number::ZERO;
                }
                push(rules, &Formula::bound(&sum, Interval::at_most(most)), &Why::Count);
            }
        }
    }
}

/// Who is k-th of its group has k − 1 members of it ahead, and its place tells how
/// many others: where it is in the top n, all of them are there too; where it is
/// not, the top n has no more of either than that.
fn ranked(world: &World<'_>, tops: &Tops, parts: &[Part], rules: &mut Vec<Rule>) {
    for (group, subject, among) in &tops.members {
        let Some((_, place)) = tops.placed.iter().find(|(placed, _)| placed == subject) else {
            continue;
        };
        let group = Subject::Group(*group);
        for (part, own) in parts.iter().filter(|(part, _)| matches!(part, Subject::Group(_))) {
            for (top, count) in own {
                let at = Ranked { top: *top, count: *count, among: *among, place: *place };
                if *part == group {
                    push(rules, &at.of_its_own(), &Why::Count);
                } else if world.disjoint(*part, group) {
                    push(rules, &at.of_others(), &Why::Count);
                }
            }
        }
    }
}

/// A thing with a place among all and one in its group, and how many of a top
/// belong to somebody.
struct Ranked {
    top: u32,
    count: UnknownId,
    among: UnknownId,
    place: UnknownId,
}

impl Ranked {
    /// `count + among · a + place · p` lies within.
    fn sum(&self, (among, place): (i32, i32), within: Interval) -> Formula {
        let terms = [(self.count, 1), (self.among, among), (self.place, place)];
        Formula::bound(&terms.map(|(id, factor)| (id, Number::from(factor))), within)
    }

    /// In the top n, or not, with what holds then.
    fn either(&self, within: Formula, beyond: Formula) -> Formula {
        let place = |within: Interval| Formula::bound(&[(self.place, Number::ONE)], within);
        let inside = place(Interval::at_most(Number::from(self.top)));
        let outside = place(Interval::at_least(Number::from(self.top) + Number::ONE));
        Formula::Any(vec![inside.and(within), outside.and(beyond)])
    }

    /// The places of its own group.
    fn of_its_own(&self) -> Formula {
        let top = Number::from(self.top);
        let least = self.sum((-1, 0), Interval::at_least(Number::ZERO));
        let most = self.sum((-1, 1), Interval::at_most(top.clone()));
        let before = self.sum((-1, 0), Interval::at_most(-Number::ONE));
        self.either(least.and(most), before.and(self.sum((-1, 1), Interval::at_least(top))))
    }

    /// The places of a group that has no member in common with its own.
    fn of_others(&self) -> Formula {
        let within = self.sum((1, 0), Interval::at_most(Number::from(self.top)));
        self.either(within, self.sum((1, -1), Interval::at_most(Number::ZERO)))
    }
}

/// How much more of the wide top it has than of the narrow one; of no top at
/// all it has nothing.
fn grown(own: &BTreeMap<u32, UnknownId>, narrow: u32, wide: u32) -> Option<Terms> {
    let mut terms = vec![(*own.get(&wide)?, Number::ONE)];
    if narrow > 0 {
        terms.push((*own.get(&narrow)?, -Number::ONE));
    }
    Some(terms)
}

/// A thing with a place, and a top in which it may be.
pub(super) struct Inside {
    pub(super) metric: MetricId,
    pub(super) period: Period,
    pub(super) subject: Subject,
    pub(super) among: Option<GroupId>,
    pub(super) top: u32,
    pub(super) place: UnknownId,
}

/// Whether a ranked subject is in the top n, as a number.
pub(super) fn inside(world: &mut World<'_>, at: &Inside, rules: &mut Vec<Rule>) -> UnknownId {
    let of = Of::Inside { subject: at.subject, among: at.among, top: at.top };
    let inside = Unknown { metric: at.metric, period: at.period, of };
    let id = world.unknowns.id(inside);
    if !world.defined.insert(id) {
        return id;
    }
    let is = |value: i32| Formula::bound(&[(id, Number::ONE)], Interval::point(Number::from(value)));
    let place = |within: Interval| Formula::bound(&[(at.place, Number::ONE)], within);
    let within = place(Interval::at_most(Number::from(at.top))).and(is(1));
    let beyond = place(Interval::at_least(Number::from(at.top) + Number::ONE)).and(is(0));
    push(rules, &Formula::Any(vec![within, beyond]), &Why::Count);
    id
}
