//! A few statements as a world of their own: what they say and what follows
//! from it, whatever else is said elsewhere.
//!
//! A set is shown to be minimal, explained and rescued in its own world, so a
//! conflict reads the same alone and inside a bigger run.

use std::collections::BTreeSet;

use super::compile::World;
use super::define::{self, Rule, Why};
use super::formula::{Clause, Terms, UnknownId};
use super::statements::{self, Statement};
use super::system::System;
use super::unknown::Of;

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
        for statement in statements {
            statement.readings.iter().for_each(|one| statements::note(&mut world, one, statement.scope));
        }
        let clauses = statements.iter().map(|statement| {
            let clauses = statements::clauses(&mut world, statement);
            clauses.unwrap_or_default()
        });
        let clauses = clauses.collect();
        let rules = define::rules(&mut world);
        Self { world, clauses, rules }
    }

    /// The same with another statement in one place; figures of the data stay.
    pub(crate) fn with(&self, set: &[&Statement], at: usize, instead: &'_ Statement) -> Self {
        let mut all = set.to_vec();
        all[at] = instead;
        let figures: Vec<&Rule> =
            self.rules.iter().filter(|rule| matches!(rule.why, Why::Figure { .. })).collect();
        if figures.is_empty() {
            return Self::of(&self.world, &all);
        }
        // What the others say is settled with the figures; only the one is new.
        let mut world = self.world.clone();
        for reading in &instead.readings {
            statements::note(&mut world, reading, instead.scope);
        }
        let mut clauses = self.clauses.clone();
        let new = statements::clauses(&mut world, instead);
        clauses[at] = new.unwrap_or_default();
        let mut rules = define::rules(&mut world);
        rules.extend(figures.into_iter().cloned());
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

    /// What is not counted in the unit of the denominator: beside an amount
    /// ranks, counts and shares; beside a share everything else.
    pub(crate) fn bare(&self, denominator: &Terms) -> BTreeSet<UnknownId> {
        let of = |id: UnknownId| &self.world.unknowns.get(id).of;
        let share = |of: &Of| matches!(of, Of::Portion { .. });
        let by_share = denominator.iter().any(|(id, _)| share(of(*id)));
        let counted = |id: UnknownId| if by_share { share(of(id)) } else { of(id).is_amount() };
        (0..self.world.unknowns.len()).filter(|id| !counted(*id)).collect()
    }

    /// The numbers of all statements but one.
    pub(crate) fn but(&self, left_out: Option<usize>) -> Vec<usize> {
        let all = 0..self.clauses.len();
        all.filter(|at| Some(*at) != left_out).collect()
    }
}
