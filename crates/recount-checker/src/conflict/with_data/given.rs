//! Statements with the figures of the data that they reach.

use std::collections::BTreeSet;

use recount_dataset::Dataset;
use recount_model::{Extreme, MetricId, Number, Period, Predicate, Record, Subject, Verdict};

use super::Cadences;
use super::facts::{self, Fact};
use super::guess::guess;
use super::ways::{Way, ways};
use crate::conflict::compile::{Compiler, Shared, World};
use crate::conflict::component::Component;
use crate::conflict::define::{self, Rule, Why};
use crate::conflict::formula::{Clause, Formula, UnknownId};
use crate::conflict::large::{self, Parts};
use crate::conflict::minimal::Minimal;
use crate::conflict::own::Own;
use crate::conflict::statements::{self, Statement};
use crate::conflict::system::{Answer, System};
use crate::conflict::unknown::{Of, Unknown};
use crate::conflict::{Conflict, claims_alone};
use crate::figures::Data;
use crate::{Finding, Said};

/// A statement that takes part.
pub(super) struct Party {
    /// What is said.
    pub(super) statement: Statement,
    /// Do the data alone support it?
    pub(super) supported: bool,
    ways: Vec<Way>,
    /// Of a record of a week without figures: the weeks that come nearest to it.
    nearest: Vec<Period>,
}

/// What the figures of everything are read from.
pub(super) struct Grounds<'d> {
    data: &'d Data<'d>,
    cadences: Cadences,
}

/// Statements, and what the data and the definitions say of their unknowns.
pub(super) struct Given<'d> {
    /// The statements with the definitions alone.
    pub(super) own: Own<'d>,
    /// The figures.
    pub(super) facts: Vec<Fact>,
}

impl<'d> Grounds<'d> {
    pub(super) const fn new(data: &'d Data<'d>, cadences: Cadences) -> Self {
        Self { data, cadences }
    }

    pub(super) const fn dataset(&self) -> &'d Dataset {
        self.data.dataset
    }

    fn guess(&self, unknown: &Unknown) -> Option<Number> {
        guess(self.data, unknown)
    }

    fn world(&self) -> World<'d> {
        World::new(&self.dataset().vocabulary, self.cadences.clone())
    }

    /// The statements among the `chosen` of what was said.
    pub(super) fn parties(&self, chosen: &[usize], said: &[Said<'_>], findings: &[Finding]) -> Vec<Party> {
        let some: Vec<Said<'_>> = chosen.iter().map(|at| said[*at]).collect();
        let found: Vec<Finding> = chosen.iter().map(|at| findings[*at].clone()).collect();
        let statements = statements::heard(&mut self.world(), &some, &found, &statements::ties(said));
        let mut parties = Vec::new();
        for mut statement in statements {
            let Some(ways) = ways(self.dataset(), &statement.readings) else {
                continue;
            };
            statement.witnesses = statement.witnesses.iter().map(|at| chosen[*at]).collect();
            let supported = |at: &usize| findings[*at].verdict == Verdict::Supported;
            parties.push(Party {
                supported: statement.witnesses.iter().any(supported),
                nearest: ways.iter().flat_map(|way| self.nearest(way)).collect(),
                ways,
                statement,
            });
        }
        parties
    }

    /// Of a record, the covered week that comes nearest to it.
    fn nearest(&self, way: &Way) -> Option<Period> {
        let said = &way.assertion;
        let (Predicate::Record(record), Some(period)) = (&said.predicate, said.period) else {
            return None;
        };
        let table = self.data.table(said.metric);
        if table.periods.contains_key(&period) {
            return None;
        }
        let after = record.base.map(|base| base.end);
        let earlier = table
            .periods
            .keys()
            .filter(|week| week.end < period.start && after.is_none_or(|after| week.start > after));
        let ends = earlier.filter_map(|week| Some((self.end(way, record, *week)?, *week)));
        let best = ends.reduce(|best, next| {
            let beats = match record.extreme {
                Extreme::Highest => next.0 > best.0,
                Extreme::Lowest => next.0 < best.0,
            };
            if beats { next } else { best }
        });
        best.map(|(_, week)| week)
    }

    /// The least (of a lowest, the most) that the figure of a record surely was
    /// in a week; `None` where that is not known.
    fn end(&self, way: &Way, record: &Record, week: Period) -> Option<Number> {
        let mut world = self.world();
        let said = &way.assertion;
        let terms = Compiler::new(&mut world, way.scope).quantity(said, week)?;
        let mut sum = Number::ZERO;
        for (id, _) in terms {
            let fact = facts::of(self.data, id, world.unknowns.get(id)).filter(|fact| fact.settled)?;
            let end = match record.extreme {
                Extreme::Highest => fact.within.low,
                Extreme::Lowest => fact.within.high,
            };
            sum = sum + end?.value;
        }
        Some(sum)
    }

    /// What holds for some of the statements.
    pub(super) fn given(&self, parties: &[&Party]) -> Given<'d> {
        let mut world = self.world();
        for party in parties {
            party.ways.iter().for_each(|way| statements::note(&mut world, &way.assertion, way.scope));
            let said = &party.statement.assertion;
            for week in &party.nearest {
                world.spoken.entry(said.metric).or_default().insert(*week);
                let known = |subject: &Subject| (said.metric, *subject, *week);
                world.there.extend(said.subject.iter().map(known));
            }
        }
        self.note_covered(&mut world);
        let clauses =
            parties.iter().map(|party| clauses(&mut world, &party.ways, &party.statement.shared)).collect();
        self.note_wholes(&mut world);
        let rules = define::rules(&mut world);
        let ids = 0..world.unknowns.len();
        let facts = ids.filter_map(|id| facts::of(self.data, id, world.unknowns.get(id))).collect();
        Given { own: Own { world, clauses, rules }, facts }
    }

    /// The conflict of a set, with the fewest figures that it needs.
    pub(super) fn conflict(&self, said: &[Said<'_>], set: &[&Party]) -> Option<Conflict> {
        let used = self.given(set).figures()?;
        Some(self.written(said, set, &used))
    }

    /// The same with these figures.
    pub(super) fn written(&self, said: &[Said<'_>], set: &[&Party], used: &[Fact]) -> Conflict {
        let statements: Vec<&Statement> = set.iter().map(|party| &party.statement).collect();
        let given = |set: &[&Statement], parties: &[&Party]| {
            let party = |statement: &&Statement| {
                parties.iter().copied().find(|party| std::ptr::eq(&party.statement, *statement))
            };
            self.given(&set.iter().filter_map(party).collect::<Vec<&Party>>()).with(used)
        };
        let mut conflict = claims_alone::written(said, &statements, |ordered| given(ordered, set));
        for evidence in used.iter().flat_map(|fact| fact.evidence.clone()) {
            if !conflict.figures.contains(&evidence) {
                conflict.figures.push(evidence);
            }
        }
        conflict
    }

    /// Where weeks are counted in all, those with figures are looked at one by one.
    fn note_covered(&self, world: &mut World<'d>) {
        let counted: BTreeSet<MetricId> = world.counted.keys().map(|(metric, _)| *metric).collect();
        for metric in counted {
            let weeks = self.data.table(metric).periods.keys().filter(|week| week.days() == 7);
            world.spoken.entry(metric).or_default().extend(weeks.copied());
        }
    }

    /// Of weeks with figures that the data do not settle, the whole of everything
    /// matters, whether anybody speaks of it or not.
    fn note_wholes(&self, world: &mut World<'d>) {
        let mut open: BTreeSet<(MetricId, Period)> = BTreeSet::new();
        for (unknown, id) in world.unknowns.ordered() {
            let bounded = facts::of(self.data, id, &unknown).is_some_and(|fact| !fact.settled);
            if bounded && matches!(unknown.of, Of::Volume { .. }) {
                open.insert((unknown.metric, unknown.period));
            }
        }
        for (metric, period) in open {
            if let Some(of) = world.universe(metric) {
                world.unknowns.id(Unknown { metric, period, of });
            }
        }
    }
}

/// What holds if one of the ways does; nothing where one of them says nothing.
fn clauses(world: &mut World<'_>, ways: &[Way], shared: &Shared) -> Vec<Clause> {
    let compiled = ways.iter().map(|way| {
        let said = Compiler::new(world, way.scope).sharing(shared).assertion(&way.assertion)?;
        Some(said.and(statements::presence(world, &way.assertion)))
    });
    let compiled: Option<Vec<Formula>> = compiled.collect();
    let Some(mut formulas) = compiled else {
        return Vec::new();
    };
    formulas.dedup();
    let clauses = match formulas.len() {
        1 => Formula::All(formulas).clauses(),
        _ => Formula::Any(formulas).clauses(),
    };
    world.with_shares(clauses)
}

impl Fact {
    fn formula(&self) -> Formula {
        Formula::bound(&[(self.unknown, Number::ONE)], self.within.clone())
    }

    fn clauses(&self) -> Vec<Clause> {
        self.formula().clauses()
    }
}

impl Grounds<'_> {
    /// Does a statement reach what the data do not settle? Of one that they support:
    /// what they do not know at all.
    pub(super) fn is_open(&self, given: &Given<'_>, at: usize, supported: bool) -> bool {
        let atoms = given.own.clauses[at].iter().flatten().flatten();
        let mut ids = atoms.flat_map(|atom| atom.form.iter().map(|(id, _)| *id));
        ids.any(|id| {
            let unknown = given.own.world.unknowns.get(id);
            match (&unknown.of, given.fact(id)) {
                (_, Some(fact)) => !fact.settled && !supported,
                // Weeks in all are those without figures too.
                (Of::Volume { .. } | Of::Portion { .. } | Of::Times { .. }, None) => true,
                (_, None) => !self.data.table(unknown.metric).periods.contains_key(&unknown.period),
            }
        })
    }
}

impl Given<'_> {
    /// The figure of an unknown; they are in the order of the unknowns.
    fn fact(&self, id: UnknownId) -> Option<&Fact> {
        let at = self.facts.binary_search_by_key(&id, |fact| fact.unknown).ok()?;
        self.facts.get(at)
    }

    /// Everything: the statements, and what holds in any case.
    pub(super) fn system(&self) -> System {
        let figures: Vec<Vec<Clause>> = self.facts.iter().map(Fact::clauses).collect();
        let given: Vec<&Clause> = self.own.given().into_iter().chain(figures.iter().flatten()).collect();
        System::new(&self.own.said(), &given)
    }

    /// The minimal sets of one component; `own` gives the system of some of its
    /// statements alone.
    pub(super) fn sets(
        &self,
        grounds: &Grounds<'_>,
        component: &Component,
        own: &(dyn Fn(&[usize]) -> System + Sync),
    ) -> Minimal {
        let said: Vec<&[Clause]> =
            component.statements.iter().map(|at| self.own.clauses[*at].as_slice()).collect();
        let rules: Vec<&Clause> = component.rules.iter().map(|at| &self.own.rules[*at].clause).collect();
        let atoms = said.iter().copied().flatten().chain(rules.iter().copied()).flatten().flatten();
        let reached: BTreeSet<UnknownId> = atoms.flat_map(|a| a.form.iter().map(|(id, _)| *id)).collect();
        let facts = reached.iter().filter_map(|id| self.fact(*id));
        let figures: Vec<Vec<Clause>> = facts.map(Fact::clauses).collect();
        let given: Vec<&Clause> = rules.into_iter().chain(figures.iter().flatten()).collect();
        let unknowns = &self.own.world.unknowns;
        let guess = |id| grounds.guess(unknowns.get(id));
        large::sets(&Parts { statements: &said, rules: &given, unknowns, own, guess: &guess })
    }

    /// The fewest figures with which the statements have no solution; `None`
    /// where that could not be told, or where it takes none.
    pub(super) fn figures(self) -> Option<Vec<Fact>> {
        let clauses: Vec<Vec<Clause>> = self.facts.iter().map(Fact::clauses).collect();
        let mut said = self.own.said();
        let statements = said.len();
        said.extend(clauses.iter().map(Vec::as_slice));
        let mut system = System::new(&said, &self.own.given());
        let all: Vec<usize> = (0..said.len()).collect();
        let Answer::Impossible { statements: core, .. } = system.solve(&all) else {
            return None;
        };
        let mut kept: Vec<usize> = core.into_iter().filter(|at| *at >= statements).collect();
        let mut needed = 0;
        while needed < kept.len() {
            let mut fewer = kept.clone();
            fewer.remove(needed);
            let asked: Vec<usize> = (0..statements).chain(fewer.iter().copied()).collect();
            match system.solve(&asked) {
                Answer::Impossible { .. } => kept = fewer,
                Answer::Possible | Answer::Unknown => needed += 1,
            }
        }
        let kept = kept.into_iter().map(|at| self.facts[at - statements].clone());
        Some(kept.collect()).filter(|kept: &Vec<Fact>| !kept.is_empty())
    }
}

impl<'d> Given<'d> {
    /// The statements in a world in which these figures are definitions.
    pub(super) fn with(mut self, figures: &[Fact]) -> Own<'d> {
        for fact in figures {
            let own = Fact { unknown: self.own.world.unknowns.id(fact.of.clone()), ..fact.clone() };
            let why = Why::Figure { source: fact.source().to_owned() };
            let rules = own.clauses().into_iter().map(|clause| Rule { clause, why: why.clone() });
            self.own.rules.extend(rules);
        }
        self.own
    }
}
