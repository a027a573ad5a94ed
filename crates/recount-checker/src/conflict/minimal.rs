//! Minimal sets: statements that have no common solution, while any of them
//! left out leaves the rest one.
//!
//! One set is found by leaving out statements one after another and keeping
//! only what the last refutation used (J. W. Chinneck and E. W. Dravnieks,
//! "Locating minimal infeasible constraint sets in linear programs", 1991;
//! A. Belov and J. Marques-Silva, "Accelerating MUS extraction with recursive
//! model rotation", 2011, for the clause-set refinement). All sets are found
//! by hitting sets (R. Reiter, "A theory of diagnosis from first principles",
//! 1987): every further set avoids some statement of each set found so far.

use std::collections::BTreeSet;

use super::system::{Answer, System};

/// Of one component at most so many sets are looked for …
const SETS: usize = 24;

/// … and at most so many times is the solver asked for one more.
const QUESTIONS: usize = 80;

/// Minimal sets of one component.
#[derive(Debug, Default)]
pub(crate) struct Minimal {
    /// Each ascending; the smallest first, then by their statements.
    pub(crate) sets: Vec<Vec<usize>>,
    /// Was a limit reached, so that there may be more?
    pub(crate) cut: bool,
    questions: usize,
    seen: BTreeSet<BTreeSet<usize>>,
}

/// All minimal sets among `statements`, up to the limits. `part` gives the
/// system of some of the statements alone, in their order.
pub(crate) fn sets(
    system: &mut System,
    statements: &[usize],
    part: &dyn Fn(&[usize]) -> System,
) -> Minimal {
    let mut minimal = Minimal::default();
    minimal.grow(system, statements, part, &BTreeSet::new());
    minimal.sets.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    minimal
}

impl Minimal {
    fn grow(
        &mut self,
        system: &mut System,
        all: &[usize],
        part: &dyn Fn(&[usize]) -> System,
        left_out: &BTreeSet<usize>,
    ) {
        if !self.seen.insert(left_out.clone()) {
            return;
        }
        let known = self
            .sets
            .iter()
            .find(|set| set.iter().all(|s| !left_out.contains(s)));
        let set = match known.cloned() {
            Some(set) => set,
            None => {
                if self.sets.len() >= SETS || self.questions >= QUESTIONS {
                    self.cut = true;
                    return;
                }
                self.questions += 1;
                let rest: Vec<usize> = all
                    .iter()
                    .copied()
                    .filter(|s| !left_out.contains(s))
                    .collect();
                let Answer::Impossible { statements, .. } = system.solve(&rest) else {
                    return;
                };
                let set = smallest(&mut part(&statements), &statements);
                self.sets.push(set.clone());
                set
            }
        };
        if self.seen.len() > 20 * QUESTIONS {
            self.cut = true;
            return;
        }
        for statement in set {
            let mut next = left_out.clone();
            next.insert(statement);
            self.grow(system, all, part, &next);
        }
    }
}

/// A minimal subset of `core`, which has no common solution and of which
/// `system` is made.
fn smallest(system: &mut System, core: &[usize]) -> Vec<usize> {
    let mut set: Vec<usize> = (0..core.len()).collect();
    let mut needed = 0;
    while needed < set.len() {
        let mut without = set.clone();
        without.remove(needed);
        match system.solve(&without) {
            Answer::Possible => needed += 1,
            Answer::Impossible { statements, .. } => set = statements,
        }
    }
    set.into_iter().map(|at| core[at]).collect()
}
