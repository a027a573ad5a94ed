//! How clauses exclude each other: by bounds that follow from bounds, by adding
//! inequalities up, or case by case.
//!
//! The solver has already decided; this looks for the refutation that a reader
//! can redo. Bounds alone come first ([`propagate`]), then a sum of inequalities
//! ([`farkas`]), and where neither is enough the alternatives of one clause
//! are refuted one by one, that clause first which leaves the fewest of them
//! open.

use std::collections::BTreeSet;

use super::farkas::{self, Addend};
use super::propagate::{self, Clash, Derivation};
use crate::conflict::formula::{Atom, Clause};

/// A clause of the argument.
#[derive(Clone, Debug)]
pub(super) struct Given {
    /// Where it is from: the number of a statement, or of a rule after them.
    pub(super) source: usize,
    /// What holds.
    pub(super) clause: Clause,
    /// Is it an alternative that is assumed in order to be refuted?
    pub(super) assumed: bool,
}

/// Why there is no solution. Numbers are those of [`Argument::givens`].
#[derive(Clone, Debug)]
pub(super) enum Proof {
    /// Bounds follow from bounds until two of them exclude each other.
    Bounds(Derivation),
    /// Inequalities whose weighted sum says that zero is more than zero.
    Sum(Vec<Addend>),
    /// One of the alternatives of a given holds, and each is refuted; what is
    /// assumed in a branch is a given of its own.
    Cases { given: usize, branches: Vec<(usize, Proof)> },
}

/// A refutation with all that it speaks of.
#[derive(Clone, Debug)]
pub(super) struct Argument {
    pub(super) givens: Vec<Given>,
    pub(super) proof: Proof,
}

/// So deep cases are distinguished inside cases.
const DEPTH: usize = 5;

/// So many refutations are looked for on the way with the fewest rules.
pub(super) const PATIENCE: usize = 1_500;

/// A refutation of the clauses together, if one of this kind is found among so many.
pub(super) fn prove(givens: Vec<Given>, patience: usize) -> Option<Argument> {
    let scope: Vec<usize> = (0..givens.len()).collect();
    let mut search = Search { givens, patience };
    let proof = search.refute(&scope, 0)?;
    Some(Argument { givens: search.givens, proof })
}

impl Proof {
    /// The givens that it needs.
    pub(super) fn needs(&self) -> BTreeSet<usize> {
        match self {
            Self::Bounds(derivation) => {
                let steps = derivation.needed().into_iter().map(|at| derivation.steps[at].source);
                let clash = match &derivation.clash {
                    Clash::Clause { source, .. } => Some(*source),
                    Clash::Bounds { .. } => None,
                };
                steps.chain(clash).collect()
            }
            Self::Sum(addends) => addends.iter().map(|addend| addend.given).collect(),
            Self::Cases { given, branches } => {
                let inner = branches.iter().flat_map(|(assumed, proof)| {
                    let mut needs = proof.needs();
                    needs.remove(assumed);
                    needs
                });
                inner.chain([*given]).collect()
            }
        }
    }
}

struct Search {
    givens: Vec<Given>,
    patience: usize,
}

/// For each alternative of a clause what was assumed, and its refutation where
/// one was found.
type Branches = Vec<(usize, Option<Proof>)>;

/// A clause whose alternatives were tried: how many are still open.
type Tried = (usize, usize, Branches);

impl Search {
    fn refute(&mut self, scope: &[usize], depth: usize) -> Option<Proof> {
        if let Some(proof) = self.direct(scope) {
            return Some(proof);
        }
        if depth == DEPTH {
            return None;
        }
        let (given, branches) = self.split(scope)?;
        // Where one way alone is left, nothing branches.
        let left = branches.iter().filter(|(_, proof)| proof.is_none()).count();
        let depth = if left > 1 { depth + 1 } else { depth };
        let mut refuted = Vec::new();
        for (assumed, proof) in branches {
            let proof = match proof {
                Some(proof) => proof,
                None => self.refute(&within(scope, given, assumed), depth)?,
            };
            // What is not needed need not be told.
            if !proof.needs().contains(&assumed) {
                return Some(proof);
            }
            refuted.push((assumed, proof));
        }
        Some(Proof::Cases { given, branches: refuted })
    }

    /// The clause that leaves the fewest alternatives open.
    fn split(&mut self, scope: &[usize]) -> Option<(usize, Branches)> {
        let open: Vec<usize> = scope.iter().copied().filter(|at| self.givens[*at].clause.len() > 1).collect();
        let mut best: Option<Tried> = None;
        for given in open {
            let mut branches = Vec::new();
            for alternative in 0..self.givens[given].clause.len() {
                let assumed = self.assume(given, alternative);
                let proof = self.direct(&within(scope, given, assumed));
                branches.push((assumed, proof));
            }
            let left = branches.iter().filter(|(_, proof)| proof.is_none()).count();
            let rank = (left, branches.len());
            if best.as_ref().is_none_or(|(least, _, tried)| rank < (*least, tried.len())) {
                best = Some((left, given, branches));
            }
            if left == 0 || self.patience == 0 {
                break;
            }
        }
        best.map(|(_, given, branches)| (given, branches))
    }

    fn assume(&mut self, given: usize, alternative: usize) -> usize {
        let Given { source, clause, .. } = &self.givens[given];
        let assumed = Given { source: *source, clause: vec![clause[alternative].clone()], assumed: true };
        self.givens.push(assumed);
        self.givens.len() - 1
    }

    /// A refutation without cases.
    fn direct(&mut self, scope: &[usize]) -> Option<Proof> {
        self.patience = self.patience.checked_sub(1)?;
        let clauses: Vec<(usize, &Clause)> = scope.iter().map(|at| (*at, &self.givens[*at].clause)).collect();
        if let Some(derivation) = propagate::derive(&clauses) {
            return Some(Proof::Bounds(derivation));
        }
        let certain: Vec<(usize, &Atom)> = clauses
            .iter()
            .filter(|(_, clause)| clause.len() == 1)
            .flat_map(|(at, clause)| clause.iter().flatten().map(|atom| (*at, atom)))
            .collect();
        farkas::addends(&certain).map(Proof::Sum)
    }
}

fn within(scope: &[usize], given: usize, assumed: usize) -> Vec<usize> {
    let rest = scope.iter().copied().filter(|at| *at != given);
    rest.chain([assumed]).collect()
}
