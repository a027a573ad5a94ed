//! Long sets among many statements: what supports one clash in other words makes
//! dozens of them that differ in nothing that matters. What is made of them is
//! decided here: which ways are followed on the search, and which sets are told.

use std::collections::{BTreeMap, BTreeSet};

use super::WORK;

/// Of so many statements every set is looked for, however long it is …
pub(super) const FEW: usize = 24;

/// … and of more of them where so much work is enough …
pub(super) const QUICK: usize = WORK / 4;

/// … and else every set of so many.
pub(super) const SHORT: usize = 5;

/// What is known of long sets.
pub(super) struct Longer {
    /// Are all looked for?
    all: bool,
    /// Statements of which each set has one.
    suspects: BTreeSet<usize>,
    /// What was left out where the first long set of some suspects was found.
    first: BTreeMap<Vec<usize>, BTreeSet<usize>>,
    /// Was any left out, or not looked for?
    pub(super) some: bool,
}

impl Longer {
    /// All are looked for.
    pub(super) fn new(suspects: &[usize]) -> Self {
        let suspects = suspects.iter().copied().collect();
        Self { all: true, suspects, first: BTreeMap::new(), some: false }
    }

    /// Not all are looked for any more.
    pub(super) const fn follow_some(&mut self) {
        self.all = false;
    }

    /// The suspects of a set, if it is a long one.
    fn around(&self, set: &[usize]) -> Option<Vec<usize>> {
        let suspects: Vec<usize> = set.iter().copied().filter(|one| self.suspects.contains(one)).collect();
        (set.len() > SHORT && !self.all && !suspects.is_empty()).then_some(suspects)
    }

    /// What is left out one after another to find further sets than this one: all of it,
    /// the suspects first. Of a long set that is not the first one of its suspects nothing
    /// where the first was found on the way here, as all that avoids them is known then,
    /// and else the suspects alone.
    pub(super) fn ways(&mut self, mut set: Vec<usize>, left_out: &BTreeSet<usize>) -> Vec<usize> {
        set.sort_by_key(|one| (!self.suspects.contains(one), *one));
        let Some(suspects) = self.around(&set) else {
            return set;
        };
        match self.first.get(&suspects) {
            None => {
                self.first.insert(suspects, left_out.clone());
                set
            }
            Some(first) => {
                self.some = true;
                if first.is_subset(left_out) { Vec::new() } else { suspects }
            }
        }
    }

    /// Those that are told of sets that are in the order of their length: of the long ones
    /// the first around each suspect.
    pub(super) fn told(&mut self, mut sets: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let all = sets.len();
        let mut known = BTreeSet::new();
        sets.retain(|set| self.around(set).is_none_or(|suspects| known.insert(suspects)));
        self.some |= sets.len() < all;
        sets
    }
}
