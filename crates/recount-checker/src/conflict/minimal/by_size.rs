//! The smallest sets first, where there are too many to find all.
//!
//! Every set that has no solution shares a statement with each correction set:
//! with what is left where as much as possible holds. So the smallest selection
//! of statements that meets all correction sets known so far, and that contains
//! no minimal set known so far, either has a solution, which gives one correction
//! set more, or is itself a minimal set, and no smaller one is unknown (A.
//! Ignatiev, A. Previti, M. Liffiton and J. Marques-Silva, "Smallest MUS
//! extraction with minimal hitting set dualization", 2015).

use super::{Asked, Search};

/// Sets of more statements than this are not looked for by size.
pub(super) const LONG: usize = 10;

/// So many selections are tried in all.
const SELECTIONS: usize = 400_000;

/// Looks for more sets, up to `most` of the smallest, of no more than `longest`
/// statements each, by so many questions; are there no others?
pub(super) fn search(search: &mut Search<'_>, most: usize, questions: usize, longest: usize) -> bool {
    let complement = |holding: &std::collections::BTreeSet<usize>| -> Vec<usize> {
        (0..search.count).filter(|statement| !holding.contains(statement)).collect()
    };
    let corrections: Vec<Vec<usize>> = search.possible.iter().map(complement).collect();
    let known = search.cores.iter().map(|core| core.statements.clone()).collect();
    let mut map = Map::new(search.count, corrections, known);
    let mut size = 1;
    for _ in 0..questions {
        let Some(selection) = map.selection(&mut size, longest) else {
            return map.left > 0;
        };
        let small = |len: usize| len <= selection.len();
        if search.cores.iter().filter(|core| core.proved && small(core.statements.len())).count() >= most {
            return false;
        }
        if search.work == 0 {
            return false;
        }
        match search.with_share(|asker, work| asker.ask_beside(&selection, work)) {
            Asked::Possible(mut holding) => {
                holding.extend(&selection);
                map.correct((0..search.count).filter(|s| !holding.contains(s)).collect());
            }
            Asked::Impossible(statements) => {
                let core = search.smallest(&statements, &selection);
                map.exclude(core.statements.clone());
                // Where its own world tells otherwise, it is not asked again.
                if core.statements != selection {
                    map.exclude(selection);
                }
                search.cores.push(core);
            }
            Asked::Unknown => {
                search.left_out.questions += 1;
                map.exclude(selection);
            }
        }
    }
    false
}

/// What selections have to meet, and what they may not contain.
struct Map {
    corrections: Vec<Vec<usize>>,
    excluded: Vec<Vec<usize>>,
    /// For each statement, the correction sets that it meets …
    meets: Vec<Vec<usize>>,
    /// … and what is excluded that it is part of.
    part_of: Vec<Vec<usize>>,
    left: usize,
}

impl Map {
    fn new(count: usize, corrections: Vec<Vec<usize>>, excluded: Vec<Vec<usize>>) -> Self {
        let mut map = Self {
            corrections: Vec::new(),
            excluded: Vec::new(),
            meets: vec![Vec::new(); count],
            part_of: vec![Vec::new(); count],
            left: SELECTIONS,
        };
        corrections.into_iter().for_each(|set| map.correct(set));
        excluded.into_iter().for_each(|set| map.exclude(set));
        map
    }

    fn correct(&mut self, set: Vec<usize>) {
        for statement in &set {
            self.meets[*statement].push(self.corrections.len());
        }
        self.corrections.push(set);
    }

    fn exclude(&mut self, set: Vec<usize>) {
        for statement in &set {
            self.part_of[*statement].push(self.excluded.len());
        }
        self.excluded.push(set);
    }

    /// The smallest selection, ascending; there is none of fewer statements than
    /// `size`, which grows. `None` where there is none of at most `longest`.
    fn selection(&mut self, size: &mut usize, longest: usize) -> Option<Vec<usize>> {
        while *size <= longest {
            let mut branch = Branch {
                chosen: Vec::new(),
                met: vec![0; self.corrections.len()],
                inside: vec![0; self.excluded.len()],
                barred: vec![false; self.meets.len()],
                size: *size,
            };
            if self.grow(&mut branch) {
                branch.chosen.sort_unstable();
                return Some(branch.chosen);
            }
            if self.left == 0 {
                return None;
            }
            *size += 1;
        }
        None
    }

    /// Adds to what is chosen until it meets every correction set.
    fn grow(&mut self, branch: &mut Branch) -> bool {
        if self.left == 0 {
            return false;
        }
        self.left -= 1;
        let choice = |set: &usize| self.corrections[*set].iter().filter(|s| !branch.barred[**s]).count();
        let unmet = (0..self.corrections.len()).filter(|set| branch.met[*set] == 0);
        let Some(next) = unmet.min_by_key(choice) else {
            return true;
        };
        if branch.chosen.len() == branch.size {
            return false;
        }
        let open: Vec<usize> =
            self.corrections[next].iter().copied().filter(|s| !branch.barred[*s]).collect();
        let mut found = false;
        let mut tried = Vec::new();
        for statement in open {
            branch.chosen.push(statement);
            self.meets[statement].iter().for_each(|set| branch.met[*set] += 1);
            self.part_of[statement].iter().for_each(|set| branch.inside[*set] += 1);
            let full = |set: &usize| branch.inside[*set] == self.excluded[*set].len();
            found = !self.part_of[statement].iter().any(full) && self.grow(branch);
            if found {
                break;
            }
            branch.chosen.pop();
            self.meets[statement].iter().for_each(|set| branch.met[*set] -= 1);
            self.part_of[statement].iter().for_each(|set| branch.inside[*set] -= 1);
            // Selections with it were all tried.
            branch.barred[statement] = true;
            tried.push(statement);
        }
        tried.into_iter().for_each(|statement| branch.barred[statement] = false);
        found
    }
}

/// A selection as it grows.
struct Branch {
    chosen: Vec<usize>,
    /// By how many of the chosen each correction set is met.
    met: Vec<usize>,
    /// How many of what is excluded are chosen.
    inside: Vec<usize>,
    /// What may not be chosen any more.
    barred: Vec<bool>,
    size: usize,
}
