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
const SETS: usize = 64;

/// … and at most so many times is the solver asked for one more.
const QUESTIONS: usize = 400;

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

/// All minimal sets among `statements`, up to the limits.
pub(crate) fn sets(system: &mut System, statements: &[usize]) -> Minimal {
    let mut minimal = Minimal::default();
    minimal.grow(system, statements, &BTreeSet::new());
    minimal.sets.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    minimal
}

impl Minimal {
    fn grow(&mut self, system: &mut System, all: &[usize], left_out: &BTreeSet<usize>) {
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
                let set = smallest(system, statements);
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
            self.grow(system, all, &next);
        }
    }
}

/// A minimal subset of `set`, which has no common solution.
fn smallest(system: &mut System, mut set: Vec<usize>) -> Vec<usize> {
    let mut needed = 0;
    while needed < set.len() {
        let mut without = set.clone();
        without.remove(needed);
        match system.solve(&without) {
            Answer::Possible => needed += 1,
            Answer::Impossible { statements, .. } => set = statements,
        }
    }
    set
}
