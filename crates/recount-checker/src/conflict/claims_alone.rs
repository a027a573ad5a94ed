//! Conflicts among statements, whatever the data say.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use recount_model::{Assertion, Cadence, MetricId, Number, Vocabulary, Voice};

use super::compile::World;
use super::component::{Component, components};
use super::define::{self, Rule};
use super::formula::Clause;
use super::large::{self, Parts};
use super::own::Own;
use super::statements::{self, Statement};
use super::unknown::Unknown;
use super::words::Words;
use super::{Code, Conflict, Found, explain, rescue};
use crate::{Finding, Said};

/// One minimal set, with what its words need.
pub(crate) struct Set<'s> {
    /// The statements, in the order in which the conflict lists them.
    pub(crate) statements: Vec<&'s Statement>,
    /// For each, the one of its witnesses that speaks for it.
    pub(crate) speakers: Vec<usize>,
    /// What they say, and what follows from it alone.
    pub(crate) own: Own<'s>,
}

/// Every conflict, component by component, of each the shortest sets first.
/// `guess` tells what an unknown may well be; no conflict depends on it.
pub(crate) fn find(
    vocabulary: &Vocabulary,
    cadences: BTreeMap<MetricId, Cadence>,
    said: &[Said<'_>],
    findings: &[Finding],
    guess: &(dyn Fn(&Unknown) -> Option<Number> + Sync),
) -> Found {
    let mut world = World::new(vocabulary, cadences);
    let statements = statements::statements(&mut world, said, findings);
    let rules = define::rules(&mut world);
    let all = All { world: &world, statements: &statements, rules: &rules, said, guess };
    let components = components(world.unknowns.len(), &statements, &rules);
    let found: Vec<Found> = components.par_iter().map(|c| all.within(c)).collect();
    let mut conflicts = Vec::new();
    let mut left_out = Vec::new();
    for part in found {
        conflicts.extend(part.conflicts);
        left_out.extend(part.left_out);
    }
    Found { conflicts, left_out }
}

/// All that is said, and what holds in any case.
struct All<'s> {
    world: &'s World<'s>,
    statements: &'s [Statement],
    rules: &'s [Rule],
    said: &'s [Said<'s>],
    guess: &'s (dyn Fn(&Unknown) -> Option<Number> + Sync),
}

impl<'s> All<'s> {
    /// The conflicts of one component.
    fn within(&self, component: &Component) -> Found {
        let of = |at: &usize| &self.statements[component.statements[*at]];
        let clauses: Vec<&[Clause]> =
            component.statements.iter().map(|s| self.statements[*s].clauses.as_slice()).collect();
        let rules: Vec<&Clause> = component.rules.iter().map(|rule| &self.rules[*rule].clause).collect();
        let own = |core: &[usize]| {
            let set: Vec<&Statement> = core.iter().map(of).collect();
            Own::of(self.world, &set).system()
        };
        let found = large::sets(&Parts {
            statements: &clauses,
            rules: &rules,
            unknowns: &self.world.unknowns,
            own: &own,
            guess: &|id| (self.guess)(self.world.unknowns.get(id)),
        });
        let sets: Vec<Vec<&Statement>> =
            found.sets.par_iter().map(|set| set.iter().map(of).collect()).collect();
        Found {
            conflicts: sets.par_iter().map(|set| self.conflict(set)).collect(),
            left_out: found.left_out.map_or_else(Vec::new, |what| {
                let members = 0..clauses.len();
                let members: Vec<&Statement> = members.map(|at| of(&at)).collect();
                vec![what.words(self.world.vocabulary, &members)]
            }),
        }
    }

    fn conflict(&self, set: &[&'s Statement]) -> Conflict {
        written(self.said, set, |statements| Own::of(self.world, statements))
    }
}

/// The conflict of a set; `own` gives the world of its statements, in the order in
/// which the conflict lists them.
pub(crate) fn written<'s>(
    said: &[Said<'_>],
    set: &[&'s Statement],
    own: impl FnOnce(&[&'s Statement]) -> Own<'s>,
) -> Conflict {
    let witnesses: Vec<&Vec<usize>> = set.iter().map(|statement| &statement.witnesses).collect();
    let voices = |witnesses: &&Vec<usize>| -> BTreeSet<Voice> {
        let voices = witnesses.iter().map(|w| said[*w].voice);
        voices.collect()
    };
    let shared = witnesses.iter().map(voices).reduce(|all, more| &all & &more);
    let shared = shared.and_then(|voices| voices.first().copied());
    let speakers = speakers(said, &witnesses, shared);
    let mut ordered: Vec<(usize, &Statement, &Vec<usize>)> = set
        .iter()
        .zip(&witnesses)
        .zip(speakers)
        .filter_map(|((statement, witnesses), speaker)| Some((speaker?, *statement, *witnesses)))
        .collect();
    ordered.sort_by_key(|(speaker, ..)| *speaker);
    let statements: Vec<&Statement> = ordered.iter().map(|(_, s, _)| *s).collect();
    let mut set = Set {
        speakers: ordered.iter().map(|(speaker, ..)| *speaker).collect(),
        own: own(&statements),
        statements,
    };
    let assertions: Vec<&Assertion> = set.statements.iter().map(|s| &s.assertion).collect();
    Conflict {
        code: match shared {
            Some(_) => Code::SelfContradictory,
            None => Code::Contradicting,
        },
        title: explain::title(Words::new(set.own.world.vocabulary), &assertions),
        statements: set.speakers.clone(),
        witnesses: ordered.iter().map(|(_, _, w)| (*w).clone()).collect(),
        figures: Vec::new(),
        explanation: explain::lines(&set),
        rescue: rescue::rescues(&mut set.own, &set.statements, &set.speakers),
    }
}

/// For each statement the witness that speaks for it: of the voice that says
/// all of them, or else of as few voices as will do, those first that say most.
fn speakers(said: &[Said<'_>], witnesses: &[&Vec<usize>], shared: Option<Voice>) -> Vec<Option<usize>> {
    let mut speakers: Vec<Option<usize>> = vec![None; witnesses.len()];
    let of = |at: usize, voice: Voice| {
        let own = witnesses[at].iter().filter(|w| said[**w].voice == voice);
        own.copied().min_by_key(|w| (said[*w].claim.span.start, *w))
    };
    while speakers.iter().any(Option::is_none) {
        let open: Vec<usize> = (0..witnesses.len()).filter(|at| speakers[*at].is_none()).collect();
        let mut says: BTreeMap<Voice, usize> = BTreeMap::new();
        for at in &open {
            let voices: BTreeSet<Voice> = witnesses[*at].iter().map(|w| said[*w].voice).collect();
            voices.into_iter().for_each(|voice| *says.entry(voice).or_default() += 1);
        }
        let most = says.into_iter().max_by_key(|(voice, count)| (*count, std::cmp::Reverse(*voice)));
        let Some(voice) = shared.or(most.map(|(voice, _)| voice)) else {
            return speakers;
        };
        let before = open.len();
        for at in open {
            speakers[at] = of(at, voice);
        }
        if speakers.iter().filter(|speaker| speaker.is_none()).count() == before {
            return speakers;
        }
    }
    speakers
}
