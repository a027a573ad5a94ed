//! Components of many statements.
//!
//! To ask of thousands of statements at once which of them exclude each other
//! takes too long, and conflicts are local: a few statements about a few weeks.
//! So figures are looked for that satisfy as many statements as possible
//! ([`super::model`]); what clashes with the rest is set aside, and around each
//! statement that was set aside the nearest ones are searched for every minimal
//! set ([`around`]).

mod around;
mod witnesses;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use recount_model::Number;

use super::formula::{Clause, UnknownId};
use super::left_out::LeftOut;
use super::minimal::{self, Limits, Minimal, WORK};
use super::model::Model;
use super::system::System;
use super::unknown::Unknowns;
use around::Near;
use witnesses::{Aside, Witnesses};

/// A component of more statements than this is large.
const LARGE: usize = 150;

/// In a large component at most so many statements are searched around …
const CENTRES: usize = 1_000;

/// … and at most so many sets are looked for in all …
const SETS: usize = 600;

/// … of which around one statement at least so many …
const FEWEST: usize = 4;

/// … and at most so many.
const MOST: usize = 40;

/// Checks for all searches of a large component together …
const CHECKS: usize = 60_000;

/// … of which each gets at least so many …
const LEAST: usize = 120;

/// … and at most so many.
const PATIENCE: usize = 1_500;

/// A refutation of so many statements shows where to search.
const SHORT: usize = 8;

/// A component.
pub(crate) struct Parts<'a> {
    /// What each statement says.
    pub(crate) statements: &'a [&'a [Clause]],
    /// What holds in any case.
    pub(crate) rules: &'a [&'a Clause],
    /// What the unknowns are.
    pub(crate) unknowns: &'a Unknowns,
    /// The system of some of the statements alone, in their order.
    pub(crate) own: &'a (dyn Fn(&[usize]) -> System + Sync),
    /// What an unknown may well be: where figures that satisfy the statements are
    /// looked for first. Nothing follows from it.
    pub(crate) guess: &'a (dyn Fn(UnknownId) -> Option<Number> + Sync),
}

/// How much one search may take.
#[derive(Clone, Copy, Debug)]
struct Effort {
    sets: usize,
    /// Checks of the solver.
    patience: usize,
}

/// The minimal sets of a component, the smallest first.
pub(crate) fn sets(parts: &Parts<'_>) -> Minimal {
    let count = parts.statements.len();
    if count > LARGE {
        return parts.large();
    }
    let mut witnesses = Witnesses::new(parts);
    if witnesses.satisfy_all() {
        return Minimal::default();
    }
    minimal::sets(&mut witnesses, count, Limits::COMPONENT, parts.own)
}

impl Parts<'_> {
    /// The same of a large one; nothing here depends on the number of threads.
    fn large(&self) -> Minimal {
        let mut model = Model::new(self);
        let mut left_out = LeftOut { questions: model.fit_rules(), ..LeftOut::default() };
        let (mut aside, given_up) = self.set_aside(&mut model);
        left_out.questions += given_up.len();
        // What could not be decided among all may be plain among a few.
        aside.extend(given_up.into_iter().map(|statement| Aside { statement, core: vec![statement] }));
        drop(model);
        left_out.statements = aside.len().saturating_sub(CENTRES);
        aside.truncate(CENTRES);
        let each = aside.len().max(1);
        let effort = Effort {
            sets: (SETS / each).clamp(FEWEST, MOST),
            patience: (CHECKS / each).clamp(LEAST, PATIENCE),
        };
        let near = Near::new(self.statements);
        let found: Vec<Minimal> = aside.par_iter().map(|centre| self.around(&near, centre, effort)).collect();
        let mut sets = BTreeSet::new();
        for one in found {
            sets.extend(one.sets);
            left_out.add(&one.left_out.unwrap_or_default());
        }
        let mut sets: Vec<Vec<usize>> = sets.into_iter().collect();
        sets.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        Minimal { sets, left_out: Some(left_out).filter(|left_out| *left_out != LeftOut::default()) }
    }

    /// What clashes with the rest, and what could not be decided. Of two that
    /// exclude each other the one is set aside that clashes with more: that is seen
    /// in a first pass.
    fn set_aside(&self, model: &mut Model<'_>) -> (Vec<Aside>, Vec<usize>) {
        let all: Vec<usize> = (0..self.statements.len()).collect();
        let first = witnesses::satisfy(model, &all);
        let suspects = suspects(&first.0);
        if first.0.iter().all(|aside| suspects.contains(&aside.statement)) {
            return first;
        }
        let trusted: Vec<usize> = all.into_iter().filter(|s| !suspects.contains(s)).collect();
        let (mut aside, mut given_up) = witnesses::satisfy(model, &trusted);
        let last: Vec<usize> = suspects.into_iter().rev().collect();
        let more = witnesses::add(model, &last);
        aside.extend(more.0);
        given_up.extend(more.1);
        (aside, given_up)
    }

    /// The minimal sets near a statement that was set aside.
    fn around(&self, near: &Near, centre: &Aside, effort: Effort) -> Minimal {
        let most = effort.sets;
        let inside = |among: &[usize], limits: Limits| {
            let own = |core: &[usize]| {
                let core: Vec<usize> = core.iter().map(|at| among[*at]).collect();
                (self.own)(&core).patient(effort.patience)
            };
            let mut system = (self.own)(among).patient(effort.patience);
            let mut found = minimal::sets(&mut system, among.len(), limits, &own);
            for statement in found.sets.iter_mut().flatten() {
                *statement = among[*statement];
            }
            found
        };
        // What bounds found is one way to the conflict, and maybe not the shortest.
        let short = centre.core.len() <= SHORT;
        let start = if short { centre.core.as_slice() } else { std::slice::from_ref(&centre.statement) };
        let ball = near.ball(start);
        let mut found = inside(&ball.statements, Limits { sets: most, questions: 3 * most, work: WORK });
        if ball.cut {
            found.left_out.get_or_insert_default().far = true;
        }
        if !found.sets.iter().any(|set| set.contains(&centre.statement)) {
            let core = inside(&centre.core, Limits { sets: 1, questions: 1, work: WORK });
            found.sets.extend(core.sets);
            found.left_out.get_or_insert_default().add(&core.left_out.unwrap_or_default());
        }
        found
    }
}

/// Statements of which each core has one, those of most cores first; where none
/// is in more cores than another, the one that was set aside.
fn suspects(aside: &[Aside]) -> Vec<usize> {
    let mut open: Vec<&Aside> = aside.iter().collect();
    let mut suspects = Vec::new();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for statement in open.iter().flat_map(|aside| &aside.core) {
        *counts.entry(*statement).or_default() += 1;
    }
    loop {
        let worst = counts.iter().max_by_key(|(statement, count)| (**count, std::cmp::Reverse(**statement)));
        let Some((worst, _)) = worst.map(|(s, count)| (*s, *count)).filter(|(_, count)| *count > 1) else {
            suspects.extend(open.iter().map(|aside| aside.statement));
            return suspects;
        };
        suspects.push(worst);
        open.retain(|aside| {
            let has = aside.core.binary_search(&worst).is_ok();
            if has {
                for statement in &aside.core {
                    counts.entry(*statement).and_modify(|count| *count -= 1);
                }
            }
            !has
        });
    }
}
