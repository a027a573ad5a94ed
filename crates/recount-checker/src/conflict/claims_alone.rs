//! Conflicts among statements, whatever the data say.

use std::collections::{BTreeMap, BTreeSet};

use recount_model::{Cadence, MetricId, Period, Vocabulary, Voice};

use super::compile::World;
use super::define::{self, Rule};
use super::formula::{Clause, UnknownId};
use super::minimal;
use super::statements::{self, Statement};
use super::system::{Answer, System};
use super::unknown::Unknowns;
use super::{Code, Conflict, explain, rescue};
use crate::{Finding, Said};

/// One minimal set, with what its words need.
pub(crate) struct Set<'s> {
    /// The statements, in the order in which the conflict lists them.
    pub(crate) statements: Vec<&'s Statement>,
    /// For each, the one of its witnesses that speaks for it.
    pub(crate) speakers: Vec<usize>,
    /// The definitions of the component that it lies in.
    pub(crate) rules: Vec<&'s Rule>,
}

/// Every conflict, the shortest sets first.
pub(crate) fn find(
    vocabulary: &Vocabulary,
    cadences: BTreeMap<MetricId, Cadence>,
    said: &[Said<'_>],
    findings: &[Finding],
) -> Vec<Conflict> {
    let mut world = World {
        vocabulary,
        cadences,
        spoken: BTreeMap::new(),
        known: BTreeSet::new(),
        unknowns: Unknowns::default(),
    };
    let statements = statements::statements(&mut world, said, findings);
    let rules = define::rules(&mut world, &statements::ties(&statements));
    let mut conflicts = Vec::new();
    for component in components(&world.unknowns, &statements, &rules) {
        for set in minimal_sets(&world.unknowns, &statements, &rules, &component) {
            let set: Vec<&Statement> = set.iter().map(|s| &statements[*s]).collect();
            let rules = component.rules.iter().map(|r| &rules[*r]);
            let rules = near(&world.unknowns, &set, rules.collect());
            conflicts.push(conflict(&mut world, said, &set, rules));
        }
    }
    conflicts
}

/// Statements and rules that have an unknown in common, directly or through
/// others: no set of statements from two components is minimal.
struct Component {
    statements: Vec<usize>,
    rules: Vec<usize>,
}

fn components(unknowns: &Unknowns, statements: &[Statement], rules: &[Rule]) -> Vec<Component> {
    let mut roots: Vec<UnknownId> = (0..unknowns.ordered().len()).collect();
    let mut join = |unknowns: &[UnknownId]| {
        for pair in unknowns.windows(2) {
            let (a, b) = (root(&mut roots, pair[0]), root(&mut roots, pair[1]));
            roots[a.max(b)] = a.min(b);
        }
    };
    let said: Vec<Vec<UnknownId>> = statements.iter().map(|s| of(&s.clauses)).collect();
    let given: Vec<Vec<UnknownId>> = rules
        .iter()
        .map(|rule| of(std::slice::from_ref(&rule.clause)))
        .collect();
    said.iter()
        .chain(&given)
        .for_each(|unknowns| join(unknowns));
    let mut found: BTreeMap<Option<UnknownId>, Component> = BTreeMap::new();
    let mut place = |unknowns: &[UnknownId]| unknowns.first().map(|u| root(&mut roots, *u));
    let mut homes = Vec::new();
    for (at, unknowns) in said.iter().enumerate() {
        homes.push((place(unknowns), at, true));
    }
    for (at, unknowns) in given.iter().enumerate() {
        homes.push((place(unknowns), at, false));
    }
    for (home, at, is_statement) in homes {
        let component = found.entry(home).or_insert_with(|| Component {
            statements: Vec::new(),
            rules: Vec::new(),
        });
        if is_statement {
            component.statements.push(at);
        } else {
            component.rules.push(at);
        }
    }
    let mut list: Vec<Component> = found.into_values().collect();
    list.retain(|component| !component.statements.is_empty());
    list
}

fn root(roots: &mut [UnknownId], mut at: UnknownId) -> UnknownId {
    while roots[at] != at {
        roots[at] = roots[roots[at]];
        at = roots[at];
    }
    at
}

/// The rules of the periods of which the statements speak. A rule never joins
/// two periods, so the others have nothing to say of them.
fn near<'r>(unknowns: &Unknowns, set: &[&Statement], rules: Vec<&'r Rule>) -> Vec<&'r Rule> {
    let sheet = |unknown: &UnknownId| {
        let unknown = unknowns.get(*unknown);
        (unknown.metric, unknown.period)
    };
    let sheets: BTreeSet<(MetricId, Period)> = set
        .iter()
        .flat_map(|statement| of(&statement.clauses))
        .map(|unknown| sheet(&unknown))
        .collect();
    let touches = |rule: &&Rule| {
        let first = of(std::slice::from_ref(&rule.clause));
        first.first().is_none_or(|u| sheets.contains(&sheet(u)))
    };
    rules.into_iter().filter(touches).collect()
}

/// Every unknown of some clauses.
fn of(clauses: &[Clause]) -> Vec<UnknownId> {
    let atoms = clauses.iter().flatten().flatten();
    atoms
        .flat_map(|atom| atom.form.iter().map(|(u, _)| *u))
        .collect()
}

fn minimal_sets(
    unknowns: &Unknowns,
    statements: &[Statement],
    rules: &[Rule],
    component: &Component,
) -> Vec<Vec<usize>> {
    let clauses: Vec<&[Clause]> = component
        .statements
        .iter()
        .map(|s| statements[*s].clauses.as_slice())
        .collect();
    let given: Vec<&Rule> = component.rules.iter().map(|r| &rules[*r]).collect();
    let rules: Vec<&Clause> = given.iter().map(|rule| &rule.clause).collect();
    let mut system = System::new(&clauses, &rules);
    let all: Vec<usize> = (0..clauses.len()).collect();
    if system.solve(&all) == Answer::Possible {
        return Vec::new();
    }
    let part = |core: &[usize]| {
        let of = |at: &usize| &statements[component.statements[*at]];
        let set: Vec<&Statement> = core.iter().map(of).collect();
        let rules = near(unknowns, &set, given.clone());
        let rules: Vec<&Clause> = rules.iter().map(|rule| &rule.clause).collect();
        let clauses: Vec<&[Clause]> = set.iter().map(|s| s.clauses.as_slice()).collect();
        System::new(&clauses, &rules)
    };
    let found = minimal::sets(&mut system, &all, &part);
    let back = |set: Vec<usize>| set.into_iter().map(|at| component.statements[at]);
    found
        .sets
        .into_iter()
        .map(|set| back(set).collect())
        .collect()
}

fn conflict<'s>(
    world: &mut World<'_>,
    said: &[Said<'_>],
    set: &[&'s Statement],
    rules: Vec<&'s Rule>,
) -> Conflict {
    let voices = |statement: &Statement| -> Vec<Voice> {
        statement.witnesses.iter().map(|w| said[*w].voice).collect()
    };
    let shared = set.first().and_then(|first| {
        let mut all = voices(first);
        all.sort_unstable();
        let says_all = |voice: &Voice| set.iter().all(|s| voices(s).contains(voice));
        all.into_iter().find(says_all)
    });
    let speaker = |statement: &Statement| {
        let place = |w: &usize| (said[*w].voice, said[*w].claim.span.start, *w);
        let own = |w: &&usize| shared.is_none_or(|voice| said[**w].voice == voice);
        let witnesses = statement.witnesses.iter();
        witnesses.filter(own).copied().min_by_key(place)
    };
    let mut ordered: Vec<(usize, &Statement)> = set
        .iter()
        .filter_map(|statement| Some((speaker(statement)?, *statement)))
        .collect();
    ordered.sort_by_key(|(speaker, _)| *speaker);
    let set = Set {
        speakers: ordered.iter().map(|(speaker, _)| *speaker).collect(),
        statements: ordered
            .into_iter()
            .map(|(_, statement)| statement)
            .collect(),
        rules,
    };
    Conflict {
        code: match shared {
            Some(_) => Code::SelfContradictory,
            None => Code::Contradicting,
        },
        statements: set.speakers.clone(),
        witnesses: set.statements.iter().map(|s| s.witnesses.clone()).collect(),
        figures: Vec::new(),
        explanation: explain::lines(world, &set),
        rescue: rescue::rescues(world, &set),
    }
}
