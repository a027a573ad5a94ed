//! Which statements are near others.

use std::collections::{BTreeMap, BTreeSet};

use crate::conflict::formula::{Clause, UnknownId};

/// So many statements are searched together.
const BALL: usize = 24;

/// An unknown of which more statements speak than this leads nowhere: what the
/// whole of a week has in common is much.
const HUB: usize = 400;

/// Who speaks of what.
pub(super) struct Near {
    unknowns: Vec<BTreeSet<UnknownId>>,
    speak: BTreeMap<UnknownId, Vec<usize>>,
}

/// Statements near each other, ascending.
pub(super) struct Ball {
    pub(super) statements: Vec<usize>,
    /// Are there more that touch them?
    pub(super) cut: bool,
}

impl Near {
    pub(super) fn new(statements: &[&[Clause]]) -> Self {
        let of = |clauses: &&[Clause]| {
            let atoms = clauses.iter().flatten().flatten();
            atoms.flat_map(|atom| atom.form.iter().map(|(unknown, _)| *unknown)).collect()
        };
        let unknowns: Vec<BTreeSet<UnknownId>> = statements.iter().map(of).collect();
        let mut speak: BTreeMap<UnknownId, Vec<usize>> = BTreeMap::new();
        for (statement, own) in unknowns.iter().enumerate() {
            for unknown in own {
                speak.entry(*unknown).or_default().push(statement);
            }
        }
        speak.retain(|_, statements| statements.len() <= HUB);
        Self { unknowns, speak }
    }

    /// The statements of `core`, and one after another the nearest: first those
    /// that speak of known unknowns only, then those that bring few new ones and are
    /// few steps away.
    pub(super) fn ball(&self, core: &[usize]) -> Ball {
        let mut inside: BTreeSet<usize> = BTreeSet::new();
        let mut known: BTreeSet<UnknownId> = BTreeSet::new();
        // How many unknowns each statement that touches the ball would bring, and how
        // many steps it is away.
        let mut news: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        let mut add = |statement: usize, inside: &BTreeSet<usize>, news: &mut BTreeMap<usize, _>| {
            let (_, steps) = news.remove(&statement).unwrap_or((0, 0));
            for unknown in &self.unknowns[statement] {
                if !known.insert(*unknown) {
                    continue;
                }
                for other in self.speak.get(unknown).into_iter().flatten() {
                    if !inside.contains(other) {
                        let own = news.entry(*other).or_insert((self.unknowns[*other].len(), steps + 1));
                        own.0 -= 1;
                    }
                }
            }
        };
        inside.extend(core);
        for statement in core {
            add(*statement, &inside, &mut news);
        }
        while inside.len() < BALL.max(core.len()) {
            let far = |(new, steps): &(usize, usize)| if *new == 0 { 0 } else { new + steps };
            let nearest = news.iter().min_by_key(|(statement, own)| (far(own), **statement));
            let Some(nearest) = nearest.map(|(statement, _)| *statement) else {
                break;
            };
            inside.insert(nearest);
            add(nearest, &inside, &mut news);
        }
        news.retain(|statement, _| !inside.contains(statement));
        Ball { statements: inside.into_iter().collect(), cut: !news.is_empty() }
    }
}
