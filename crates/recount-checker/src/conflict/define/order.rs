//! Ranks: an order, in which the better place has the better figure.

use std::collections::{BTreeMap, BTreeSet};

use recount_model::vocabulary::Best;
use recount_model::{GroupId, Interval, MetricId, Number, Period, Subject};

use super::{MANY, Rule, Why, push};
use crate::conflict::compile::World;
use crate::conflict::formula::{Formula, UnknownId};
use crate::conflict::unknown::{Of, Unknown};

/// More things with figures than this in one list: only those that somebody
/// ranks have a place.
const PLACED: usize = 12;

/// Where anything is ranked, every single series with a figure has a place too.
pub(super) fn place_all(world: &mut World<'_>) {
    let all = world.unknowns.ordered();
    let ranked: BTreeSet<(MetricId, Period)> = all
        .iter()
        .filter(|(unknown, _)| matches!(unknown.of, Of::Place { among: None, .. }))
        .map(|(unknown, _)| (unknown.metric, unknown.period))
        .collect();
    let mut lists: BTreeMap<(MetricId, Period), Vec<Subject>> = BTreeMap::new();
    for (unknown, _) in all {
        let sheet = (unknown.metric, unknown.period);
        if let Of::Volume { subject, scope: None } = unknown.of
            && world.series_of(subject).is_some_and(|s| s.len() == 1)
            && ranked.contains(&sheet)
        {
            lists.entry(sheet).or_default().push(subject);
        }
    }
    lists.retain(|_, list| list.len() <= PLACED);
    for ((metric, period), list) in lists {
        for subject in list {
            let among = None;
            let of = Of::Place { subject, among };
            world.unknowns.id(Unknown { metric, period, of });
        }
    }
}

type Listed = (Subject, UnknownId);

/// Ranks of one list, against each other and against figures.
pub(super) fn places(
    world: &mut World<'_>,
    ties: &BTreeSet<(MetricId, Period, Subject, Subject)>,
    rules: &mut Vec<Rule>,
) {
    let mut lists: BTreeMap<(MetricId, Period, Option<GroupId>), Vec<Listed>> = BTreeMap::new();
    for (unknown, id) in world.unknowns.ordered() {
        if let Of::Place { subject, among } = unknown.of {
            let list = lists.entry((unknown.metric, unknown.period, among)).or_default();
            list.push((subject, id));
        }
    }
    for ((metric, period, among), list) in &lists {
        for (at, (a, place_a)) in list.iter().take(MANY).enumerate() {
            if among.is_some()
                && let Some(all) = lists.get(&(*metric, *period, None))
                && let Some((_, overall)) = all.iter().find(|(s, _)| s == a)
            {
                let step = [(*overall, Number::ONE), (*place_a, -Number::ONE)];
                let no_worse = Interval::at_least(Number::ZERO);
                push(rules, &Formula::bound(&step, no_worse), &Why::Among);
            }
            for (b, place_b) in list[at + 1..].iter().take(MANY) {
                let tied = ties.contains(&(*metric, *period, *a.min(b), *a.max(b)));
                if !tied && comparable(world, *a, *b) {
                    let pair = ((*a, *place_a), (*b, *place_b));
                    order(world, *metric, *period, pair, rules);
                }
            }
        }
    }
}

/// Are the two counted in the same kind of list?
fn comparable(world: &World<'_>, a: Subject, b: Subject) -> bool {
    let same = match (a, b) {
        (Subject::Group(a), Subject::Group(b)) => {
            let keys = |id| world.vocabulary.group(id).selects.keys();
            keys(a).eq(keys(b))
        }
        (Subject::Group(_), _) | (_, Subject::Group(_)) => false,
        _ => true,
    };
    same && world.disjoint(a, b)
}

fn order(
    world: &mut World<'_>,
    metric: MetricId,
    period: Period,
    (a, b): (Listed, Listed),
    rules: &mut Vec<Rule>,
) {
    let mut volume = |subject: Subject| {
        let scope = match subject {
            Subject::Group(id) => {
                let group = world.vocabulary.group(id);
                group.scope.or(world.vocabulary.metric(metric).default_scope)
            }
            Subject::Entity(_) | Subject::Series(_) => None,
        };
        let of = Of::Volume { subject, scope };
        world.unknowns.id(Unknown { metric, period, of })
    };
    let (volume_a, volume_b) = (volume(a.0), volume(b.0));
    let highest = world.vocabulary.metric(metric).best == Best::Highest;
    let before = |first: (UnknownId, UnknownId), second: (UnknownId, UnknownId)| {
        let places = [(second.0, Number::ONE), (first.0, -Number::ONE)];
        let figures = [(first.1, Number::ONE), (second.1, -Number::ONE)];
        let figures = match highest {
            true => Formula::bound(&figures, Interval::at_least(Number::ZERO)),
            false => Formula::bound(&figures, Interval::at_most(Number::ZERO)),
        };
        Formula::bound(&places, Interval::at_least(Number::ONE)).and(figures)
    };
    let (first, second) = ((a.1, volume_a), (b.1, volume_b));
    let either = Formula::Any(vec![before(first, second), before(second, first)]);
    let why = Why::Order { places: (a.1, b.1) };
    push(rules, &either, &why);
}
