//! What is counted in weeks, against what else is counted: where each week of the
//! one is a week of the other, too, there are no more of them; where none is, both
//! together are no more than all weeks.

use std::collections::BTreeMap;

use recount_model::{Assertion, Interval, MetricId, Number, Period, ScopeId, Subject, time};

use super::{Rule, Why, push};
use crate::conflict::compile::{Compiler, Counted, World};
use crate::conflict::formula::{Clause, Formula, Terms, UnknownId};
use crate::conflict::statements;
use crate::conflict::system::{Answer, System};
use crate::conflict::unknown::{Of, What};

/// Of more counts of one metric than this none are held against each other.
const COUNTS: usize = 24;

/// A count, week by week.
type Weeks = BTreeMap<Period, UnknownId>;

/// Rules for every two counts of one metric.
pub(super) fn implied(world: &World<'_>, rules: &mut Vec<Rule>) {
    let mut sheets: BTreeMap<MetricId, BTreeMap<What, Weeks>> = BTreeMap::new();
    for (unknown, id) in world.unknowns.ordered() {
        if let Of::Times { what } = unknown.of {
            let counts = sheets.entry(unknown.metric).or_default();
            counts.entry(what).or_default().insert(unknown.period, id);
        }
    }
    for (metric, counts) in sheets.into_iter().filter(|(_, counts)| (2..=COUNTS).contains(&counts.len())) {
        let of = |what: &What| world.counted.get(&(metric, what.clone()));
        for (what, weeks) in &counts {
            for (other, others) in &counts {
                let (Some(one), Some(two)) = (of(what), of(other)) else {
                    continue;
                };
                if what == other || !related(world, &one.of, &two.of) {
                    continue;
                }
                if is_part(world, one, two) {
                    part(weeks, others, rules);
                }
                if what < other && excludes(world, one, two) {
                    apart(weeks, others, rules);
                }
            }
        }
    }
}

/// Is one thing that the first names part of one that the second does, or the other
/// way round? Else nothing follows from the one for the other.
fn related(world: &World<'_>, one: &Assertion, two: &Assertion) -> bool {
    let names = |said: &Assertion| -> Vec<Subject> {
        said.subject.iter().chain(&said.object).map(|subject| world.single(*subject)).collect()
    };
    let (one, two) = (names(one), names(two));
    one.iter().any(|a| two.iter().any(|b| world.within(*a, *b) || world.within(*b, *a)))
}

/// Is each week of the first one of the second?
fn is_part(world: &World<'_>, one: &Counted, two: &Counted) -> bool {
    let denied = Assertion { negated: !two.of.negated, ..two.of.clone() };
    is_impossible(world, [(&one.of, one.scope), (&denied, two.scope)])
}

fn excludes(world: &World<'_>, one: &Counted, two: &Counted) -> bool {
    is_impossible(world, [(&one.of, one.scope), (&two.of, two.scope)])
}

/// Can the two not be so in one week, whatever else is said?
fn is_impossible(world: &World<'_>, both: [(&Assertion, Option<ScopeId>); 2]) -> bool {
    let mut own = world.emptied();
    let period = both[0].0.period;
    let both = both.map(|(said, scope)| (said.moved_to(period), scope));
    for (said, scope) in &both {
        statements::note(&mut own, said, *scope);
    }
    let mut clauses: Vec<Vec<Clause>> = Vec::new();
    for (said, scope) in &both {
        let Some(formula) = Compiler::new(&mut own, *scope).assertion(said) else {
            return false;
        };
        clauses.push(formula.clauses());
    }
    let rules = super::rules(&mut own);
    let said: Vec<&[Clause]> = clauses.iter().map(Vec::as_slice).collect();
    let given: Vec<&Clause> = rules.iter().map(|rule| &rule.clause).collect();
    matches!(System::new(&said, &given).solve(&[0, 1]), Answer::Impossible { .. })
}

/// The weeks that both are counted up to, from one to the next.
fn common<'w>(one: &'w Weeks, two: &'w Weeks) -> Vec<(Period, UnknownId, UnknownId)> {
    one.iter().filter_map(|(week, id)| Some((*week, *id, *two.get(week)?))).collect()
}

/// How much the first grows, less `by` times the growth of the second.
fn growth(steps: &[(Period, UnknownId, UnknownId)], by: i32) -> Terms {
    let by = Number::from(by);
    let mut terms = Vec::new();
    for (at, (_, one, two)) in steps.iter().rev().enumerate() {
        let sign = if at == 0 { Number::ONE } else { -Number::ONE };
        terms.push((*one, sign.clone()));
        terms.push((*two, -(&sign * &by)));
    }
    terms
}

fn part(one: &Weeks, two: &Weeks, rules: &mut Vec<Rule>) {
    let common = common(one, two);
    let first = common.first().map(std::slice::from_ref).into_iter();
    for steps in first.chain(common.windows(2)) {
        let [.., (_, part, whole)] = steps else {
            continue;
        };
        let why = Why::Implied { part: *part, whole: *whole };
        push(rules, &Formula::whole(&growth(steps, 1), &Interval::at_most(Number::ZERO)), &why);
    }
}

fn apart(one: &Weeks, two: &Weeks, rules: &mut Vec<Rule>) {
    for steps in common(one, two).windows(2) {
        let [(since, ..), (until, one, other)] = steps else {
            continue;
        };
        let weeks = time::days_between(since.start, until.start) / 7;
        let why = Why::Apart { one: *one, other: *other };
        push(rules, &Formula::whole(&growth(steps, -1), &Interval::at_most(Number::from(weeks))), &why);
    }
}
