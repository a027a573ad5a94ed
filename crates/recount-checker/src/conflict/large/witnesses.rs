//! Figures that satisfy many statements at once, and answers from them.

use std::collections::BTreeSet;

use super::Parts;
use crate::conflict::minimal::{Ask, Asked};
use crate::conflict::model::{Fit, Model};
use crate::conflict::system::System;

/// Answers whether statements have a common solution: from figures that are known
/// to satisfy nearly all of them, and where that does not tell, from all that
/// every statement says at once.
pub(super) struct Witnesses<'p, 'a> {
    parts: &'p Parts<'a>,
    /// Which statements hold, and the figures.
    known: Vec<(BTreeSet<usize>, Model<'a>)>,
    system: Option<System>,
    /// What the first figures do not satisfy.
    broken: Vec<usize>,
}

impl<'p, 'a> Witnesses<'p, 'a> {
    pub(super) fn new(parts: &'p Parts<'a>) -> Self {
        Self { parts, known: Vec::new(), system: None, broken: Vec::new() }
    }

    /// Looks for figures that satisfy as many statements as possible; are it all?
    pub(super) fn satisfy_all(&mut self) -> bool {
        let mut model = Model::new(self.parts);
        if model.fit_rules() > 0 {
            return false;
        }
        let all: Vec<usize> = (0..self.parts.statements.len()).collect();
        let (aside, given_up) = satisfy(&mut model, &all);
        let holding = model.holding();
        self.broken = all.into_iter().filter(|statement| !holding.contains(statement)).collect();
        self.known.push((holding, model));
        aside.is_empty() && given_up.is_empty()
    }
}

impl Ask for Witnesses<'_, '_> {
    fn suspects(&self) -> &[usize] {
        &self.broken
    }

    fn ask(&mut self, statements: &[usize], work: &mut usize) -> Asked {
        let misses = |holding: &BTreeSet<usize>| statements.iter().filter(|s| !holding.contains(s)).count();
        // Of equally near ones the last: it is of a question that differs least.
        let nearest = self.known.iter().rev().min_by_key(|(holding, _)| misses(holding));
        if let Some((_, nearest)) = nearest {
            let mut model = nearest.clone();
            model.look_at(statements.iter().copied());
            model.allow(*work);
            let fit = model.fit_all();
            *work = model.left();
            match fit {
                Fit::Holds => {
                    let holding = model.holding();
                    self.known.push((holding.clone(), model));
                    return Asked::Possible(holding);
                }
                Fit::Clash(core) => return Asked::Impossible(core),
                Fit::GaveUp => {}
            }
        }
        let parts = self.parts;
        let system = self.system.get_or_insert_with(|| {
            let mut system = System::new(parts.statements, parts.rules);
            system.start(parts.guess);
            system
        });
        system.ask(statements, work)
    }

    fn ask_beside(&mut self, statements: &[usize], work: &mut usize) -> Asked {
        let holds = |holding: &BTreeSet<usize>| statements.iter().filter(|s| holding.contains(s)).count();
        let nearest = self.known.iter().max_by_key(|(holding, _)| holds(holding));
        let Some((holding, mut model)) = nearest.cloned() else {
            return self.ask(statements, work);
        };
        let mut beside: BTreeSet<usize> = holding;
        beside.extend(statements);
        model.look_at(beside.iter().copied());
        // What is left of it is for the statements without the others.
        let rest = *work / 2;
        *work -= rest;
        loop {
            model.allow(*work);
            let fit = model.fit_all();
            *work = model.left();
            match fit {
                Fit::Holds => {
                    let holding = model.holding();
                    self.known.push((holding.clone(), model));
                    *work += rest;
                    return Asked::Possible(holding);
                }
                Fit::GaveUp => {
                    *work += rest;
                    return self.ask(statements, work);
                }
                // One of the others is in the way.
                Fit::Clash(core) => match core.iter().rfind(|one| !statements.contains(one)) {
                    Some(other) => model.look(*other, false),
                    None => {
                        *work += rest;
                        return Asked::Impossible(core);
                    }
                },
            }
        }
    }
}

/// A statement that clashes with others.
pub(super) struct Aside {
    /// Its number.
    pub(super) statement: usize,
    /// Statements that exclude each other, itself among them, ascending.
    pub(super) core: Vec<usize>,
}

/// Changes figures until the statements hold, in this order but that those come
/// first that hold already; those that clash with the ones before them, and those
/// of which that could not be decided.
pub(super) fn satisfy(model: &mut Model<'_>, order: &[usize]) -> (Vec<Aside>, Vec<usize>) {
    let (held, broken): (Vec<usize>, Vec<usize>) =
        order.iter().partition(|statement| model.satisfies(**statement));
    model.look_at(held.into_iter());
    add(model, &broken)
}

/// The same of more statements beside those that hold.
pub(super) fn add(model: &mut Model<'_>, more: &[usize]) -> (Vec<Aside>, Vec<usize>) {
    let mut given_up = Vec::new();
    let mut clashes = Vec::new();
    for statement in more.iter().copied() {
        model.look(statement, true);
        match model.fit(statement) {
            Fit::Holds => continue,
            Fit::Clash(core) => clashes.push(Aside { statement, core }),
            Fit::GaveUp => given_up.push(statement),
        }
        model.look(statement, false);
    }
    (clashes, given_up)
}
