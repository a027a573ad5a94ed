//! Ranks: an order, in which the better place has the better figure.

use std::collections::{BTreeMap, BTreeSet};

use recount_model::vocabulary::Best;
use recount_model::{GroupId, Interval, MetricId, Number, Period, Subject};

use super::{MANY, Rule, Why, push};
use crate::conflict::compile::World;
use crate::conflict::formula::{Formula, Terms, UnknownId};
use crate::conflict::unknown::{Of, Unknown};

/// More things with figures than this in one list: only those that somebody
/// ranks have a place.
const PLACED: usize = 12;

/// The lists of one metric in one period: the places among all, and among the
/// members of groups.
type Lists = BTreeMap<Option<GroupId>, BTreeMap<Subject, UnknownId>>;

/// Where anything is ranked, every single series with a figure has a place too.
pub(super) fn place_all(world: &mut World<'_>) {
    let mut sheets: BTreeMap<(MetricId, Period), Sheet> = BTreeMap::new();
    for (unknown, _) in world.unknowns.ordered() {
        let sheet = sheets.entry((unknown.metric, unknown.period)).or_default();
        match unknown.of {
            Of::Place { subject, among } => {
                sheet.lists.insert(among);
                sheet.things.insert(subject);
            }
            Of::Count { .. } | Of::TopSum { .. } => {
                sheet.lists.insert(None);
            }
            Of::InTop { subject, .. } => {
                sheet.lists.insert(None);
                sheet.things.extend(subject.iter().map(|(subject, _)| *subject));
            }
            Of::Volume { subject, scope: None } => {
                sheet.things.insert(subject);
            }
            _ => {}
        }
    }
    for ((metric, period), mut sheet) in sheets {
        sheet.things.retain(|thing| world.series_of(*thing).is_some_and(|s| s.len() == 1));
        if sheet.things.len() > PLACED {
            continue;
        }
        for among in sheet.lists {
            let member = |thing: &&Subject| among.is_none_or(|g| world.within(**thing, Subject::Group(g)));
            let members: Vec<Subject> = sheet.things.iter().filter(member).copied().collect();
            for subject in members {
                world.unknowns.id(Unknown { metric, period, of: Of::Place { subject, among } });
            }
        }
    }
}

/// What is ranked in one period, and the things of which something is known.
#[derive(Default)]
struct Sheet {
    lists: BTreeSet<Option<GroupId>>,
    things: BTreeSet<Subject>,
}

/// Ranks of one list, against each other and against figures.
pub(super) fn places(world: &mut World<'_>, rules: &mut Vec<Rule>) {
    let mut sheets: BTreeMap<(MetricId, Period), Lists> = BTreeMap::new();
    for (unknown, id) in world.unknowns.ordered() {
        if let Of::Place { subject, among } = unknown.of {
            let sheet = sheets.entry((unknown.metric, unknown.period)).or_default();
            let list = sheet.entry(among).or_default();
            if list.len() < MANY {
                list.insert(subject, id);
            }
        }
    }
    for ((metric, period), lists) in &sheets {
        let mut order = Order { world, metric: *metric, period: *period, lists, rest: BTreeMap::new() };
        order.members(rules);
        let things: BTreeSet<Subject> = lists.values().flat_map(|list| list.keys().copied()).collect();
        let things: Vec<Subject> = things.into_iter().collect();
        for (at, a) in things.iter().enumerate() {
            for b in &things[at + 1..] {
                if comparable(order.world, *a, *b) {
                    order.pair((*a, *b), rules);
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

/// The order of one metric in one period.
struct Order<'o, 'w> {
    world: &'o mut World<'w>,
    metric: MetricId,
    period: Period,
    lists: &'o Lists,
    /// For a place among the members of a group: who is before it of those that
    /// are no members and that nobody names, as a form.
    rest: BTreeMap<(GroupId, Subject), Terms>,
}

impl Order<'_, '_> {
    fn unknown(&mut self, of: Of) -> UnknownId {
        self.world.unknowns.id(Unknown { metric: self.metric, period: self.period, of })
    }

    /// A place among all counts the members of a group before it, the others
    /// before it that have a name, and those that have none.
    fn members(&mut self, rules: &mut Vec<Rule>) {
        let Some(all) = self.lists.get(&None) else {
            return;
        };
        let groups = self.lists.iter().filter_map(|(among, list)| Some((*among.as_ref()?, list)));
        for (group, list) in groups {
            for (thing, place) in list {
                let Some(overall) = all.get(thing) else {
                    continue;
                };
                let mut rest = vec![(*overall, Number::ONE), (*place, -Number::ONE)];
                let whole = Subject::Group(group);
                let apart = |other: &&Subject| {
                    self.world.disjoint(**other, whole) && comparable(self.world, **other, *thing)
                };
                let others: Vec<Subject> = all.keys().filter(apart).copied().collect();
                for first in others {
                    let ahead = self.unknown(Of::Ahead { first, second: *thing });
                    rest.push((ahead, -Number::ONE));
                }
                push(rules, &Formula::bound(&rest, Interval::at_least(Number::ZERO)), &Why::Among);
                self.rest.insert((group, *thing), rest);
            }
        }
    }

    /// One of the two is first in every list: of two that tie, either.
    fn pair(&mut self, (a, b): (Subject, Subject), rules: &mut Vec<Rule>) {
        let lists = self.lists;
        let both = |list: &BTreeMap<Subject, UnknownId>| Some((*list.get(&a)?, *list.get(&b)?));
        let places: Vec<(UnknownId, UnknownId)> = lists.values().filter_map(both).collect();
        let Some(shown) = places.first().copied() else {
            return;
        };
        let figures = (self.volume(a), self.volume(b));
        let turned = |(x, y): (UnknownId, UnknownId)| (y, x);
        let back: Vec<(UnknownId, UnknownId)> = places.iter().copied().map(turned).collect();
        let ways = vec![self.before((a, b), &places, figures), self.before((b, a), &back, turned(figures))];
        push(rules, &Formula::Any(ways), &Why::Order { places: shown });
    }

    /// The first has the better place in each list, and the figure to it.
    fn before(
        &self,
        (first, second): (Subject, Subject),
        places: &[(UnknownId, UnknownId)],
        figures: (UnknownId, UnknownId),
    ) -> Formula {
        let step = |(first, second): &(UnknownId, UnknownId)| {
            let step = [(*second, Number::ONE), (*first, -Number::ONE)];
            Formula::bound(&step, Interval::at_least(Number::ONE))
        };
        let mut parts: Vec<Formula> = places.iter().map(step).collect();
        let figures = [(figures.0, Number::ONE), (figures.1, -Number::ONE)];
        let highest = self.world.vocabulary.metric(self.metric).best == Best::Highest;
        parts.push(match highest {
            true => Formula::bound(&figures, Interval::at_least(Number::ZERO)),
            false => Formula::bound(&figures, Interval::at_most(Number::ZERO)),
        });
        for ((group, thing), rest) in &self.rest {
            if let Some(other) = self.rest.get(&(*group, second))
                && *thing == first
            {
                let mut more = other.clone();
                more.extend(rest.iter().map(|(id, factor)| (*id, -factor)));
                parts.push(Formula::bound(&more, Interval::at_least(Number::ZERO)));
            }
        }
        for (ahead, value) in [((first, second), 1), ((second, first), 0)] {
            let of = Of::Ahead { first: ahead.0, second: ahead.1 };
            let unknown = Unknown { metric: self.metric, period: self.period, of };
            if let Some(id) = self.world.unknowns.find(&unknown) {
                let is = Interval::point(Number::from(value));
                parts.push(Formula::bound(&[(id, Number::ONE)], is));
            }
        }
        Formula::All(parts)
    }

    fn volume(&mut self, subject: Subject) -> UnknownId {
        let scope = match subject {
            Subject::Group(id) => {
                let group = self.world.vocabulary.group(id);
                group.scope.or(self.world.vocabulary.metric(self.metric).default_scope)
            }
            Subject::Entity(_) | Subject::Series(_) => None,
        };
        self.unknown(Of::Volume { subject, scope })
    }
}
