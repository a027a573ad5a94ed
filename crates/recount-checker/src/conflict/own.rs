//! A few statements as a world of their own: what they say and what follows
//! from it, whatever else is said elsewhere.
//!
//! A set is shown to be minimal, explained and rescued in its own world, so a
//! conflict reads the same alone and inside a bigger run.

use std::collections::BTreeSet;

use super::compile::World;
use super::define::{self, Rule};
use super::formula::{Clause, UnknownId};
use super::statements::{self, Statement};
use super::system::System;

/// See the module.
pub(crate) struct Own<'a> {
    /// The unknowns of the statements and of their definitions.
    pub(crate) world: World<'a>,
    /// For each statement, what holds if it does.
    pub(crate) clauses: Vec<Vec<Clause>>,
    /// What holds in any case.
    pub(crate) rules: Vec<Rule>,
}

impl<'a> Own<'a> {
    /// The world of `statements` alone, with the names and cadences of `like`.
    pub(crate) fn of(like: &World<'a>, statements: &[&Statement]) -> Self {
        let mut world = like.emptied();
        for reading in statements.iter().flat_map(|s| &s.readings) {
            statements::note(&mut world, reading);
        }
        let clauses = statements.iter().map(|statement| {
            let clauses = statements::clauses(&mut world, &statement.readings, statement.scope);
            clauses.unwrap_or_default()
        });
        let clauses = clauses.collect();
        let ties = statements::ties(statements.iter().copied());
        let rules = define::rules(&mut world, &ties);
        Self { world, clauses, rules }
    }

    /// The statements, as slices.
    pub(crate) fn said(&self) -> Vec<&[Clause]> {
        self.clauses.iter().map(Vec::as_slice).collect()
    }

    /// The clauses of the definitions.
    pub(crate) fn given(&self) -> Vec<&Clause> {
        self.rules.iter().map(|rule| &rule.clause).collect()
    }

    /// All of it, ready to be asked.
    pub(crate) fn system(&self) -> System {
        System::new(&self.said(), &self.given())
    }

    /// What is no amount: ranks, counts and shares.
    pub(crate) fn bare(&self) -> BTreeSet<UnknownId> {
        let unknowns = &self.world.unknowns;
        let bare = |id: &UnknownId| !unknowns.get(*id).of.is_amount();
        (0..unknowns.len()).filter(bare).collect()
    }

    /// The numbers of all statements but one.
    pub(crate) fn but(&self, left_out: Option<usize>) -> Vec<usize> {
        let all = 0..self.clauses.len();
        all.filter(|at| Some(*at) != left_out).collect()
    }
}
