//! What holds without anybody saying it: figures are not negative, a whole is
//! at least the sum of its disjoint parts, ranks are an order.
//!
//! A definition counts only under the scope in which it holds. A charted group
//! is the sum of the largest series only, so an entity is part of it as far as
//! a rank has put it on the chart ([`Of::Charted`]). The whole of everything
//! holds every part under every scope.

mod counts;
mod families;
mod implied;
mod order;
mod portions;
mod shares;
mod slots;
mod times;

use std::collections::BTreeMap;

use recount_model::{Interval, MetricId, Number, Period, Subject};

use crate::conflict::compile::World;
use crate::conflict::formula::{Clause, Formula, UnknownId};
use crate::conflict::unknown::{Of, Unknown};

/// Why a rule holds: for explanations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// The range that every such unknown has.
    Range,
    /// The whole is at least the sum of the parts.
    Parts { whole: UnknownId, parts: Vec<UnknownId> },
    /// The whole is exactly the sum of the parts.
    Sum { whole: UnknownId },
    /// Two ranks of one list differ, and the better one has the figure.
    Order { places: (UnknownId, UnknownId) },
    /// A place among some is no worse than the place among all.
    Among,
    /// What is known to be in the top n, against how many are.
    Count,
    /// A figure of the data.
    Figure { source: String },
    /// The figures of places: the first has the most, and the top n are part of
    /// the whole.
    Slots,
    /// Between two periods a count grows by those in which it was so.
    Times { before: Option<UnknownId>, now: UnknownId },
    /// After the first week on record there are all later ones.
    Life,
    /// Each week that the one counts the other counts, too.
    Implied { part: UnknownId, whole: UnknownId },
    /// No week is counted by both.
    Apart { one: UnknownId, other: UnknownId },
    /// The shares of disjoint parts are no more than the whole.
    Shares,
    /// A share is the figure of its part over that of the whole.
    ShareOf { share: UnknownId },
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

/// All definitions over the unknowns of the world.
pub(crate) fn rules(world: &mut World<'_>) -> Vec<Rule> {
    let mut rules = Vec::new();
    world.defined.clear();
    times::times(world, &mut rules);
    implied::implied(world, &mut rules);
    order::place_all(world);
    order::places(world, &mut rules);
    counts::counts(world, &mut rules);
    slots::slots(world, &mut rules);
    shares::shares(world, &mut rules);
    let mut sheets: BTreeMap<(MetricId, Period), Vec<(Of, UnknownId)>> = BTreeMap::new();
    for (unknown, id) in world.unknowns.ordered() {
        range(world, &unknown, id, &mut rules);
        let sheet = sheets.entry((unknown.metric, unknown.period)).or_default();
        sheet.push((unknown.of, id));
    }
    for ((metric, _), sheet) in &sheets {
        if world.adds_up(*metric) {
            wholes(world, sheet, &mut rules);
            portions::portions(world, sheet, &mut rules);
        }
    }
    rules
}

fn push(rules: &mut Vec<Rule>, formula: &Formula, why: &Why) {
    for clause in formula.clauses() {
        rules.push(Rule { clause, why: why.clone() });
    }
}

fn range(world: &World<'_>, unknown: &Unknown, id: UnknownId, rules: &mut Vec<Rule>) {
    let signed = world.vocabulary.metric(unknown.metric).signed;
    let (zero, one) = (Number::ZERO, Number::ONE);
    let within = match &unknown.of {
        Of::Volume { .. } | Of::Charted { .. } if signed => return,
        Of::InTop { .. } | Of::TopSum { .. } | Of::Slot { .. } if signed => return,
        Of::Volume { .. } | Of::Charted { .. } => Interval::at_least(zero),
        Of::InTop { .. } | Of::TopSum { .. } | Of::Slot { .. } => Interval::at_least(zero),
        Of::Portion { subject, object } => match (subject.as_slice(), object.as_slice()) {
            _ if signed => return,
            ([part], [whole]) if world.adds_up(unknown.metric) && world.is_part(*part, *whole) => {
                Interval::closed(zero, one)
            }
            _ => Interval::at_least(zero),
        },
        Of::Place { .. } => Interval::at_least(one),
        Of::Times { .. } => Interval::at_least(zero),
        Of::Count { top, .. } => Interval::closed(zero, Number::from(*top)),
        Of::Inside { .. } | Of::Ahead { .. } | Of::There { .. } => Interval::closed(zero, one),
    };
    push(rules, &Formula::bound(&[(id, one_of())], within), &Why::Range);
}

fn one_of() -> Number {
    Number::ONE
}

type Scoped = (Subject, Option<recount_model::ScopeId>);

/// One sheet's unknowns as parts of each other.
fn holds(world: &World<'_>, part: &Of, whole: &Of) -> bool {
    match (part, whole) {
        (Of::Volume { subject, scope }, Of::Volume { subject: all, scope: under }) => {
            world.is_part((*subject, *scope), (*all, *under))
        }
        (Of::Charted { subject, scope }, Of::Volume { subject: all, scope: under }) => match all {
            Subject::Group(_) => *under == Some(*scope) && world.within(*subject, *all),
            Subject::Entity(_) | Subject::Series(_) => subject == all && under.is_none(),
        },
        (Of::InTop { object, top, .. }, Of::TopSum { object: all, top: of }) => object == all && top == of,
        (Of::InTop { subject, object, top }, Of::InTop { subject: whole, object: all, top: of }) => {
            let inside = |part: &Scoped| whole.iter().any(|whole| world.within(part.0, whole.0));
            object == all && top == of && subject != whole && subject.iter().all(inside)
        }
        (Of::TopSum { object, .. }, Of::Volume { subject, scope }) => {
            world.is_universe(*subject, *scope) && matches!(object.as_slice(), [(all, _)] if all == subject)
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
        let mut families = families::Families::default();
        families.grow(&mut Vec::new(), parts.clone(), Vec::new(), &apart);
        for family in families.found {
            if families::dominated(&family, &parts, &apart, &inside) {
                continue;
            }
            let ids: Vec<UnknownId> = family.iter().map(|at| sheet[*at].1).collect();
            let mut terms = vec![(*whole_id, Number::ONE)];
            terms.extend(ids.iter().map(|id| (*id, -Number::ONE)));
            let why = Why::Parts { whole: *whole_id, parts: ids };
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
    let Of::Volume { subject: Subject::Entity(entity), scope: None } = whole else {
        return;
    };
    let series = &world.vocabulary.entity(*entity).series;
    let mut terms = vec![(whole_id, Number::ONE)];
    for one in series {
        let of = Of::Volume { subject: Subject::Series(*one), scope: None };
        let Some((_, id)) = sheet.iter().find(|(found, _)| *found == of) else {
            return;
        };
        terms.push((*id, -Number::ONE));
    }
    let none = Interval::at_most(Number::ZERO);
    let why = Why::Sum { whole: whole_id };
    push(rules, &Formula::bound(&terms, none), &why);
}
