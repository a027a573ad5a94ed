//! What holds without anybody saying it: figures are not negative, a whole is
//! at least the sum of its disjoint parts, ranks are an order.
//!
//! A definition counts only under the scope in which it holds. A charted group
//! is the sum of the largest series only, so an entity is part of it as far as
//! a rank has put it on the chart ([`Of::Charted`]). The whole of everything
//! holds every part under every scope.

use std::collections::{BTreeMap, BTreeSet};

use recount_model::vocabulary::Best;
use recount_model::{GroupId, Interval, MetricId, Number, Period, Subject};

use super::compile::World;
use super::formula::{Clause, Formula, UnknownId};
use super::unknown::{Of, Unknown};

/// Why a rule holds: for explanations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// The range that every such unknown has.
    Range,
    /// The whole is at least the sum of the parts.
    Parts {
        whole: UnknownId,
        parts: Vec<UnknownId>,
    },
    /// The whole is exactly the sum of the parts.
    Sum { whole: UnknownId },
    /// Two ranks of one list differ, and the better one has the figure.
    Order { places: (UnknownId, UnknownId) },
    /// A place among some is no worse than the place among all.
    Among,
    /// What is known to be in the top n, against how many are.
    Count,
}

/// A clause that always holds.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// The clause.
    pub(crate) clause: Clause,
    /// Why it holds.
    pub(crate) why: Why,
}

/// Of more ranked subjects of one list than this, or more parts of one whole,
/// the rest is left out.
const MANY: usize = 40;

/// Of one whole, so many families of disjoint parts are followed.
const FAMILIES: usize = 64;

/// All definitions over the unknowns of the world. Subjects of `ties` (each
/// pair ascending) may share a rank.
pub(crate) fn rules(
    world: &mut World<'_>,
    ties: &BTreeSet<(MetricId, Period, Subject, Subject)>,
) -> Vec<Rule> {
    let mut rules = Vec::new();
    place_all(world);
    places(world, ties, &mut rules);
    counts(world, &mut rules);
    let mut sheets: BTreeMap<(MetricId, Period), Vec<(Of, UnknownId)>> = BTreeMap::new();
    for (unknown, id) in world.unknowns.ordered() {
        range(world, &unknown, id, &mut rules);
        let sheet = sheets.entry((unknown.metric, unknown.period)).or_default();
        sheet.push((unknown.of, id));
    }
    for ((metric, _), sheet) in &sheets {
        if world.adds_up(*metric) {
            wholes(world, sheet, &mut rules);
        }
    }
    rules
}

fn push(rules: &mut Vec<Rule>, formula: &Formula, why: &Why) {
    for clause in formula.clauses() {
        rules.push(Rule {
            clause,
            why: why.clone(),
        });
    }
}

fn range(world: &World<'_>, unknown: &Unknown, id: UnknownId, rules: &mut Vec<Rule>) {
    let signed = world.vocabulary.metric(unknown.metric).signed;
    let (zero, one) = (Number::ZERO, Number::ONE);
    let within = match &unknown.of {
        Of::Volume { .. } | Of::Charted { .. } if signed => return,
        Of::InTop { .. } | Of::TopSum { .. } if signed => return,
        Of::Volume { .. } | Of::Charted { .. } => Interval::at_least(zero),
        Of::InTop { .. } | Of::TopSum { .. } => Interval::at_least(zero),
        Of::Portion { subject, object } => match (subject.as_slice(), object.as_slice()) {
            _ if signed => return,
            ([part], [whole]) if world.adds_up(unknown.metric) && part_of(world, *part, *whole) => {
                Interval::closed(zero, one)
            }
            _ => Interval::at_least(zero),
        },
        Of::Place { .. } => Interval::at_least(one),
        Of::Count { top, .. } => Interval::closed(zero, Number::from(*top)),
        Of::Inside { .. } => Interval::closed(zero, one),
    };
    push(
        rules,
        &Formula::bound(&[(id, one_of())], within),
        &Why::Range,
    );
}

fn one_of() -> Number {
    Number::ONE
}

type Scoped = (Subject, Option<recount_model::ScopeId>);

/// Is the first certainly part of the second, each under its scope?
fn part_of(world: &World<'_>, part: Scoped, whole: Scoped) -> bool {
    if part == whole {
        return false;
    }
    if world.is_universe(whole.0, whole.1) {
        return true;
    }
    if !world.within(part.0, whole.0) {
        return false;
    }
    match part.0 {
        Subject::Group(_) => part.1 == whole.1,
        Subject::Entity(_) | Subject::Series(_) => {
            part.1.is_none() && world.chart(whole.1).is_none()
        }
    }
}

/// One sheet's unknowns as parts of each other.
fn holds(world: &World<'_>, part: &Of, whole: &Of) -> bool {
    match (part, whole) {
        (
            Of::Volume { subject, scope },
            Of::Volume {
                subject: all,
                scope: under,
            },
        ) => part_of(world, (*subject, *scope), (*all, *under)),
        (
            Of::Charted { subject, scope },
            Of::Volume {
                subject: all,
                scope: under,
            },
        ) => match all {
            Subject::Group(_) => *under == Some(*scope) && world.within(*subject, *all),
            Subject::Entity(_) | Subject::Series(_) => subject == all && under.is_none(),
        },
        (
            Of::InTop { object, top, .. },
            Of::TopSum {
                object: all,
                top: of,
            },
        ) => object == all && top == of,
        (Of::TopSum { object, .. }, Of::Volume { subject, scope }) => {
            world.is_universe(*subject, *scope)
                && matches!(object.as_slice(), [(all, _)] if all == subject)
        }
        _ => false,
    }
}

fn apart(world: &World<'_>, a: &Of, b: &Of) -> bool {
    let subjects = |of: &Of| match of {
        Of::Volume { subject, .. } | Of::Charted { subject, .. } => vec![*subject],
        Of::InTop { subject, .. } => subject.iter().map(|(s, _)| *s).collect(),
        _ => Vec::new(),
    };
    let (a, b) = (subjects(a), subjects(b));
    let apart = |a: &Subject| b.iter().all(|b| world.disjoint(*a, *b));
    !a.is_empty() && !b.is_empty() && a.iter().all(apart)
}

fn wholes(world: &World<'_>, sheet: &[(Of, UnknownId)], rules: &mut Vec<Rule>) {
    for (whole, whole_id) in sheet {
        let parts: Vec<usize> = (0..sheet.len())
            .filter(|at| sheet[*at].1 != *whole_id && holds(world, &sheet[*at].0, whole))
            .take(MANY)
            .collect();
        if parts.is_empty() {
            continue;
        }
        let apart = |a: usize, b: usize| apart(world, &sheet[a].0, &sheet[b].0);
        let inside = |a: usize, b: usize| holds(world, &sheet[a].0, &sheet[b].0);
        let mut families = Families::default();
        families.grow(&mut Vec::new(), parts.clone(), Vec::new(), &apart);
        for family in families.found {
            if dominated(&family, &parts, &apart, &inside) {
                continue;
            }
            let ids: Vec<UnknownId> = family.iter().map(|at| sheet[*at].1).collect();
            let mut terms = vec![(*whole_id, Number::ONE)];
            terms.extend(ids.iter().map(|id| (*id, -Number::ONE)));
            let why = Why::Parts {
                whole: *whole_id,
                parts: ids,
            };
            let rest = Interval::at_least(Number::ZERO);
            push(rules, &Formula::bound(&terms, rest), &why);
        }
        entity_sum(world, sheet, whole, *whole_id, rules);
    }
}

/// An entity all of whose series are spoken of is no more than their sum.
fn entity_sum(
    world: &World<'_>,
    sheet: &[(Of, UnknownId)],
    whole: &Of,
    whole_id: UnknownId,
    rules: &mut Vec<Rule>,
) {
    let Of::Volume {
        subject: Subject::Entity(entity),
        scope: None,
    } = whole
    else {
        return;
    };
    let series = &world.vocabulary.entity(*entity).series;
    let mut terms = vec![(whole_id, Number::ONE)];
    for one in series {
        let of = Of::Volume {
            subject: Subject::Series(*one),
            scope: None,
        };
        let Some((_, id)) = sheet.iter().find(|(found, _)| *found == of) else {
            return;
        };
        terms.push((*id, -Number::ONE));
    }
    let none = Interval::at_most(Number::ZERO);
    let why = Why::Sum { whole: whole_id };
    push(rules, &Formula::bound(&terms, none), &why);
}

/// Maximal families of pairwise disjoint parts: C. Bron and J. Kerbosch,
/// "Finding all cliques of an undirected graph", 1973, with a pivot.
#[derive(Default)]
struct Families {
    found: Vec<Vec<usize>>,
    steps: usize,
}

impl Families {
    fn grow(
        &mut self,
        family: &mut Vec<usize>,
        mut open: Vec<usize>,
        mut done: Vec<usize>,
        apart: &impl Fn(usize, usize) -> bool,
    ) {
        self.steps += 1;
        if self.found.len() >= FAMILIES || self.steps > 4_000 {
            return;
        }
        if open.is_empty() {
            if done.is_empty() {
                self.found.push(family.clone());
            }
            return;
        }
        let reach = |a: &usize| open.iter().filter(|b| apart(*a, **b)).count();
        let pivot = open.iter().chain(&done).copied().max_by_key(reach);
        let choices: Vec<usize> = open
            .iter()
            .copied()
            .filter(|at| pivot.is_none_or(|pivot| !apart(pivot, *at)))
            .collect();
        for choice in choices {
            let next = open.iter().copied().filter(|b| apart(choice, *b)).collect();
            let seen = done.iter().copied().filter(|b| apart(choice, *b)).collect();
            family.push(choice);
            self.grow(family, next, seen, apart);
            family.pop();
            open.retain(|at| *at != choice);
            done.push(choice);
        }
    }
}

/// Does another part hold some of the family and nothing of the rest? Then the
/// family with that part in their place says more.
fn dominated(
    family: &[usize],
    parts: &[usize],
    apart: &impl Fn(usize, usize) -> bool,
    inside: &impl Fn(usize, usize) -> bool,
) -> bool {
    parts.iter().filter(|at| !family.contains(at)).any(|wider| {
        let (held, rest): (Vec<usize>, Vec<usize>) =
            family.iter().partition(|part| inside(**part, *wider));
        !held.is_empty() && rest.iter().all(|part| apart(*part, *wider))
    })
}

/// Where anything is ranked, every single series with a figure has a place too.
fn place_all(world: &mut World<'_>) {
    let all = world.unknowns.ordered();
    let ranked: BTreeSet<(MetricId, Period)> = all
        .iter()
        .filter(|(unknown, _)| matches!(unknown.of, Of::Place { among: None, .. }))
        .map(|(unknown, _)| (unknown.metric, unknown.period))
        .collect();
    for (unknown, _) in all {
        let Of::Volume {
            subject,
            scope: None,
        } = unknown.of
        else {
            continue;
        };
        let single = world.series_of(subject).is_some_and(|s| s.len() == 1);
        if single && ranked.contains(&(unknown.metric, unknown.period)) {
            let of = Of::Place {
                subject,
                among: None,
            };
            world.unknowns.id(Unknown { of, ..unknown });
        }
    }
}

type Listed = (Subject, UnknownId);

fn places(
    world: &mut World<'_>,
    ties: &BTreeSet<(MetricId, Period, Subject, Subject)>,
    rules: &mut Vec<Rule>,
) {
    let mut lists: BTreeMap<(MetricId, Period, Option<GroupId>), Vec<Listed>> = BTreeMap::new();
    for (unknown, id) in world.unknowns.ordered() {
        if let Of::Place { subject, among } = unknown.of {
            let list = lists
                .entry((unknown.metric, unknown.period, among))
                .or_default();
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
                group
                    .scope
                    .or(world.vocabulary.metric(metric).default_scope)
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

/// Counts of the top n: against each other, and against ranks.
fn counts(world: &mut World<'_>, rules: &mut Vec<Rule>) {
    let all = world.unknowns.ordered();
    for (unknown, id) in &all {
        let Of::Count { group, top } = unknown.of else {
            continue;
        };
        let same = |other: &&(Unknown, UnknownId)| {
            other.1 > *id && (other.0.metric, other.0.period) == (unknown.metric, unknown.period)
        };
        for (other, other_id) in all.iter().filter(same) {
            if let Of::Count { group: g, top: n } = other.of {
                pair(world, (group, top, *id), (g, n, *other_id), rules);
            }
        }
        let ranked = |other: &&(Unknown, UnknownId)| {
            (other.0.metric, other.0.period) == (unknown.metric, unknown.period)
        };
        let (mut members, mut others) = (Vec::new(), Vec::new());
        for (other, place) in all.iter().filter(ranked) {
            let Of::Place {
                subject,
                among: None,
            } = other.of
            else {
                continue;
            };
            let whole = Subject::Group(group);
            let list = match (world.within(subject, whole), world.disjoint(subject, whole)) {
                _ if matches!(subject, Subject::Group(_)) => continue,
                (true, _) => &mut members,
                (false, true) => &mut others,
                (false, false) => continue,
            };
            if list.len() < MANY {
                list.push(inside(world, unknown, subject, top, *place, rules));
            }
        }
        let sum = |list: &[UnknownId], sign: &Number| -> Vec<(UnknownId, Number)> {
            list.iter().map(|id| (*id, sign.clone())).collect()
        };
        let own = [(*id, Number::ONE)];
        let least = [own.to_vec(), sum(&members, &-Number::ONE)].concat();
        let zero = Interval::at_least(Number::ZERO);
        push(rules, &Formula::bound(&least, zero), &Why::Count);
        let most = [own.to_vec(), sum(&others, &Number::ONE)].concat();
        let top = Interval::at_most(Number::from(top));
        push(rules, &Formula::bound(&most, top), &Why::Count);
    }
}

/// Two counts of one week.
fn pair(
    world: &World<'_>,
    (a, top_a, id_a): (GroupId, u32, UnknownId),
    (b, top_b, id_b): (GroupId, u32, UnknownId),
    rules: &mut Vec<Rule>,
) {
    let (one, less) = (Number::ONE, -Number::ONE);
    if a == b {
        let (narrow, wide) = match top_a < top_b {
            true => ((id_a, top_a), (id_b, top_b)),
            false => ((id_b, top_b), (id_a, top_a)),
        };
        let step = [(wide.0, one), (narrow.0, less)];
        let more = Interval::closed(Number::ZERO, Number::from(wide.1 - narrow.1));
        push(rules, &Formula::bound(&step, more), &Why::Count);
    } else if top_a == top_b && world.disjoint(Subject::Group(a), Subject::Group(b)) {
        let sum = [(id_a, one.clone()), (id_b, one)];
        let most = Interval::at_most(Number::from(top_a));
        push(rules, &Formula::bound(&sum, most), &Why::Count);
    } else if top_a == top_b {
        let (a, b) = (Subject::Group(a), Subject::Group(b));
        for (part, whole, inner, outer) in [(a, b, id_a, id_b), (b, a, id_b, id_a)] {
            if world.within(part, whole) {
                let step = [(outer, one.clone()), (inner, less.clone())];
                let more = Interval::at_least(Number::ZERO);
                push(rules, &Formula::bound(&step, more), &Why::Count);
            }
        }
    }
}

/// Whether a ranked subject is in the top n, as a number.
fn inside(
    world: &mut World<'_>,
    like: &Unknown,
    subject: Subject,
    top: u32,
    place: UnknownId,
    rules: &mut Vec<Rule>,
) -> UnknownId {
    let inside = Unknown {
        metric: like.metric,
        period: like.period,
        of: Of::Inside { subject, top },
    };
    if let Some(id) = world.unknowns.find(&inside) {
        return id;
    }
    let id = world.unknowns.id(inside);
    let is =
        |value: i32| Formula::bound(&[(id, Number::ONE)], Interval::point(Number::from(value)));
    let at = |within: Interval| Formula::bound(&[(place, Number::ONE)], within);
    let within = at(Interval::at_most(Number::from(top))).and(is(1));
    let beyond = at(Interval::at_least(Number::from(top) + Number::ONE)).and(is(0));
    push(rules, &Formula::Any(vec![within, beyond]), &Why::Count);
    id
}
