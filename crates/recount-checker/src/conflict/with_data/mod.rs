//! Conflicts among statements, given the data.
//!
//! A statement about a week that the data do not cover is undecided alone. With
//! another one, and a figure of a week that is covered, it may have no
//! solution: "up 10 %" from a known week and a level that is lower than it. The
//! figures that take part are minimal too, so that a pencil can redo it.
//!
//! What the data alone refute is a verdict and takes no part; what they support
//! and settle adds nothing. Every statement may choose its scope and its count
//! of a thing for itself ([`ways`]), as it may where it is judged alone, and no
//! figure is held more exactly than there.

mod facts;
mod given;
mod guess;
mod impossible;
mod ways;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use recount_dataset::Dataset;
use recount_model::{Assertion, Cadence, MetricId, Period, Predicate, Verdict};

use super::compile::World;
use super::component::{Component, components};
use super::own::Own;
use super::statements::{self, Statement};
use super::system::Answer;
use super::{Conflict, Found};
use crate::figures::Data;
use crate::{Finding, Said};
use given::{Given, Grounds, Party};
pub(crate) use guess::guess;
pub(crate) use impossible::impossible;

/// What the metrics' figures are figures of.
type Cadences = BTreeMap<MetricId, Cadence>;

/// Every set of statements that cannot all be true, given the data, and that
/// can without them.
pub(crate) fn find(
    dataset: &Dataset,
    cadences: Cadences,
    said: &[Said<'_>],
    findings: &[Finding],
    alone: &[Conflict],
) -> Found {
    let chosen = chosen(dataset, said, findings);
    let undecided = |at: &usize| findings[*at].verdict == Verdict::Undecided;
    if chosen.len() < 2 || !chosen.iter().any(undecided) {
        return Found::default();
    }
    let data = Data::new(dataset);
    let grounds = Grounds::new(&data, cadences);
    let parties = grounds.parties(&chosen, said, findings);
    let all: Vec<&Party> = parties.iter().collect();
    let given = grounds.given(&all);
    let open = |at: &usize| grounds.is_open(&given, *at, parties[*at].supported);
    let kept: Vec<&Party> = (0..parties.len()).filter(open).map(|at| &parties[at]).collect();
    if kept.len() < 2 || given.facts.is_empty() {
        return Found::default();
    }
    let given = grounds.given(&kept);
    let statements = kept.iter().zip(&given.own.clauses);
    let statements: Vec<Statement> = statements
        .map(|(party, clauses)| Statement { clauses: clauses.clone(), ..party.statement.clone() })
        .collect();
    let components = components(given.own.world.unknowns.len(), &statements, &given.own.rules);
    let search = Search { grounds: &grounds, parties: &kept, given: &given, said, alone };
    let found: Vec<Found> = components.par_iter().map(|c| search.within(c)).collect();
    let mut all = Found::default();
    for part in found {
        all.conflicts.extend(part.conflicts);
        all.left_out.extend(part.left_out);
    }
    all
}

/// What may take part: of a metric with one source, neither refuted nor of
/// another definition; what is supported only where it reaches further than the
/// data.
fn chosen(dataset: &Dataset, said: &[Said<'_>], findings: &[Finding]) -> Vec<usize> {
    let metrics = (0_u32..).zip(&dataset.vocabulary.metrics).map(|(id, _)| MetricId(id));
    let known: BTreeSet<MetricId> = metrics.filter(|id| ways::has_one_source(dataset, *id)).collect();
    let may = |at: &usize| {
        let claim = said[*at].claim;
        let verdict = findings.get(*at).map(|finding| finding.verdict);
        known.contains(&claim.assertion.metric)
            && claim.assertion.period.is_some()
            && match verdict {
                Some(Verdict::Undecided) => true,
                Some(Verdict::Supported) => reaches_out(dataset, &claim.assertion),
                Some(Verdict::Refuted | Verdict::NotComparable | Verdict::NotCheckable) | None => false,
            }
    };
    (0..said.len()).filter(may).collect()
}

/// Does it speak of a week without figures? A record, a first time and a count of
/// weeks in all speak of every earlier one.
fn reaches_out(dataset: &Dataset, said: &Assertion) -> bool {
    let of_all = match &said.predicate {
        Predicate::Record(_) | Predicate::First(_) => true,
        Predicate::Streak(streak) => streak.cumulative,
        _ => false,
    };
    if of_all {
        return true;
    }
    let mut world = World::new(&dataset.vocabulary, Cadences::new());
    statements::note(&mut world, said, None);
    let table = dataset.tables.get(said.metric.index());
    let covered = |week: &Period| table.is_some_and(|table| table.periods.contains_key(week));
    !world.spoken.values().flatten().all(covered)
}

struct Search<'s> {
    grounds: &'s Grounds<'s>,
    parties: &'s [&'s Party],
    given: &'s Given<'s>,
    said: &'s [Said<'s>],
    /// What conflicts without the data.
    alone: &'s [Conflict],
}

impl<'s> Search<'s> {
    fn within(&self, component: &Component) -> Found {
        if component.statements.len() < 2 {
            return Found::default();
        }
        let party = |at: &usize| self.parties[component.statements[*at]];
        let own = |core: &[usize]| {
            let set: Vec<&Party> = core.iter().map(party).collect();
            self.grounds.given(&set).system()
        };
        let count = component.statements.len();
        let found = self.given.sets(self.grounds, component, &own);
        let sets: Vec<Vec<&Party>> = found.sets.iter().map(|set| set.iter().map(party).collect()).collect();
        let sets: Vec<Vec<&Party>> = sets.into_iter().filter(|set| self.is_told(set)).collect();
        let conflicts = sets.par_iter().filter_map(|set| self.grounds.conflict(self.said, set));
        Found {
            conflicts: conflicts.collect(),
            left_out: found.left_out.map_or_else(Vec::new, |what| {
                let members: Vec<&Statement> = (0..count).map(|at| &party(&at).statement).collect();
                vec![what.words(&self.grounds.dataset().vocabulary, &members)]
            }),
        }
    }

    /// Is it no verdict about one statement, not all that the data support, and
    /// possible without them?
    fn is_told(&self, set: &[&Party]) -> bool {
        let statements: Vec<&Statement> = set.iter().map(|party| &party.statement).collect();
        let alone = Own::of(&self.given.own.world, &statements);
        let known = |conflict: &Conflict| {
            let of = |party: &&Party| {
                let witness = |one: &usize| conflict.witnesses.iter().any(|all| all.contains(one));
                party.statement.witnesses.iter().any(witness)
            };
            conflict.statements.len() == set.len() && set.iter().all(of)
        };
        set.len() > 1
            && !set.iter().all(|party| party.supported)
            && !self.alone.iter().any(known)
            && alone.system().solve(&alone.but(None)) == Answer::Possible
    }
}
