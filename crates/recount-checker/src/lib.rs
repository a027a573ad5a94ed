//! Claims against figures: one evaluator, one contradiction finder.
//!
//! Every assertion compiles to constraints over weekly figures. Checking a
//! claim asks whether they hold for all, some or none of the values that the
//! dataset admits; finding conflicts asks which small sets of claims have no
//! common solution. This crate does not know the grammar: a claim made by
//! hand is checked like one that was read.

#![deny(clippy::print_stdout, clippy::print_stderr)]

pub mod conflict;
mod dating;
mod figures;
mod finding;
mod kind;
mod readings;
mod repair;
mod shift;
#[cfg(test)]
mod tests;
mod truth;
mod verdict;
mod words;

pub use conflict::{Code, Conflict, Rescue};
pub use finding::{Amount, Evidence, Finding, Repair};

use rayon::prelude::*;
use recount_dataset::Dataset;
use recount_model::{Claim, Voice};

use crate::figures::Data;

/// A claim, and whose it is.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// What is said, and where.
    pub claim: &'a Claim,
    /// Claims of one voice contradict themselves; claims of several contradict
    /// each other.
    pub voice: Voice,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// One for each claim, in the order of the claims.
    pub findings: Vec<Finding>,
    /// The minimal sets of claims that cannot all be true.
    pub conflicts: Vec<Conflict>,
    /// What the search for them did not look at, because a limit was reached: a
    /// sentence each.
    pub left_out: Vec<String>,
}

/// Checks every claim against the data and the claims against each other.
#[must_use]
pub fn check(dataset: &Dataset, said: &[Said<'_>]) -> Checked {
    let data = Data::new(dataset);
    let mut findings: Vec<Finding> =
        said.par_iter().map(|said| verdict::finding(&data, said.claim)).collect();
    dating::place(&data, said, &mut findings);
    conflict::refute(dataset, said, &mut findings);
    let found = conflict::find(dataset, said, &findings);
    Checked { findings, conflicts: found.conflicts, left_out: found.left_out }
}
