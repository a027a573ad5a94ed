//! Figures that satisfy many statements: the proof that they contradict nothing.
//!
//! They start where bounds leave them room. Where a clause is broken, one of its
//! unknowns is moved to where everything that speaks of it holds; where there is
//! no such place, all of its unknowns are set anew while all others stay as they
//! are; where that is impossible, the others that the refutation used are set anew, too, and so on:
//! refinement guided by the refutation (E. Clarke, O. Grumberg, S. Jha, Y. Lu and
//! H. Veith, "Counterexample-guided abstraction refinement", 2000). A refutation
//! that uses none of the others is a conflict. So what is asked at once is as
//! large as the trouble is, and not as the component.

use std::collections::{BTreeMap, BTreeSet};

use recount_model::{Bound, Interval, Number};

use super::Parts;
use crate::conflict::formula::{Atom, Clause, UnknownId};
use crate::conflict::system::{Answer, Aside, System};
use crate::conflict::unknown::Of;

/// So many unknowns at once are set anew, …
const FREE: usize = 60;

/// … in so many rounds at most.
const ROUNDS: usize = 24;

/// Clauses that may be looked at together in all, for each clause there is …
const EFFORT: usize = 40;

/// … and at least so many.
const LEAST: usize = 60_000;

/// What was found.
#[derive(Default)]
pub(super) struct Rest {
    /// What clashes with the rest.
    pub(super) aside: Vec<Aside>,
    /// So many clauses could not be decided.
    pub(super) given_up: usize,
}

/// Looks for figures of all statements but those that are `out`; `sifted` knows
/// what bounds leave them.
pub(super) fn find(large: &Parts<'_>, sifted: &System, out: &BTreeSet<usize>) -> Rest {
    let mut witness = Witness::new(large, out);
    witness.start(large, sifted);
    for at in 0..witness.units.len() {
        while !witness.is_settled(at) && !witness.nudge(at) {
            witness.mend(at);
        }
    }
    witness.rest
}

/// One clause.
struct Unit<'a> {
    clause: &'a Clause,
    /// Whose it is; `None` for what always holds.
    statement: Option<usize>,
    /// Is it looked at no more?
    off: bool,
}

struct Witness<'a> {
    units: Vec<Unit<'a>>,
    users: BTreeMap<UnknownId, Vec<usize>>,
    values: BTreeMap<UnknownId, Number>,
    rest: Rest,
    /// So many clauses may yet be looked at.
    effort: usize,
}

impl<'a> Witness<'a> {
    fn new(large: &Parts<'a>, out: &BTreeSet<usize>) -> Self {
        let rules = large.rules.iter().map(|clause| Unit { clause, statement: None, off: false });
        let mut units: Vec<Unit<'a>> = rules.collect();
        for (statement, clauses) in large.statements.iter().enumerate() {
            if !out.contains(&statement) {
                let own = |clause| Unit { clause, statement: Some(statement), off: false };
                units.extend(clauses.iter().map(own));
            }
        }
        let mut users: BTreeMap<UnknownId, Vec<usize>> = BTreeMap::new();
        for (at, unit) in units.iter().enumerate() {
            for unknown in unknowns(unit.clause) {
                users.entry(unknown).or_default().push(at);
            }
        }
        let effort = LEAST.max(EFFORT * units.len());
        Self { units, users, values: BTreeMap::new(), rest: Rest::default(), effort }
    }

    /// A value for every unknown: within what bounds leave, and places that
    /// nobody gave in the order of the figures.
    fn start(&mut self, large: &Parts<'_>, sifted: &System) {
        let mut lists: BTreeMap<_, Vec<UnknownId>> = BTreeMap::new();
        for unknown in self.users.keys() {
            let (low, high) = sifted.ends(*unknown);
            let value = between(low.map(|d| &d.value), high.map(|d| &d.value));
            self.values.insert(*unknown, value);
            let what = large.unknowns.get(*unknown);
            if let Of::Place { among, .. } = what.of {
                lists.entry((what.metric, what.period, among)).or_default().push(*unknown);
            }
        }
        for list in lists.into_values() {
            self.order(large, sifted, list);
        }
    }

    fn order(&mut self, large: &Parts<'_>, sifted: &System, list: Vec<UnknownId>) {
        let figure = |place: &UnknownId| {
            let what = large.unknowns.get(*place);
            let Of::Place { subject, .. } = what.of else {
                return None;
            };
            let of = Of::Volume { subject, scope: None };
            let id = large.unknowns.find(&crate::conflict::unknown::Unknown { of, ..what.clone() })?;
            self.values.get(&id).cloned()
        };
        let mut order: Vec<(Number, UnknownId)> =
            list.into_iter().map(|place| (-figure(&place).unwrap_or_default(), place)).collect();
        order.sort();
        let mut last = Number::ZERO;
        for (_, place) in order {
            let (low, high) = sifted.ends(place);
            let least = &last + &Number::ONE;
            let own = low.map_or(&Number::ONE, |low| &low.value).clone().max(least);
            let own = high.map_or(own.clone(), |high| own.min(high.value.clone()));
            last = own.clone();
            self.values.insert(place, own);
        }
    }

    fn is_settled(&self, at: usize) -> bool {
        self.units[at].off || holds(self.units[at].clause, &self.values)
    }

    /// Moves one unknown of a broken clause to where it holds, and all else that
    /// holds still does; false where that is nowhere.
    fn nudge(&mut self, at: usize) -> bool {
        for unknown in unknowns(self.units[at].clause) {
            let Some(room) = self.room(at, unknown).filter(|room| !room.is_empty()) else {
                continue;
            };
            let old = self.values.insert(unknown, inside(&room));
            if self.is_settled(at) {
                return true;
            }
            self.values.insert(unknown, old.unwrap_or_default());
        }
        false
    }

    /// Where an unknown may go if a broken clause is to hold and what holds is
    /// not to break.
    fn room(&self, broken: usize, unknown: UnknownId) -> Option<Interval> {
        let mut room = Interval::ALL;
        for unit in self.users.get(&unknown)? {
            let clause = self.units[*unit].clause;
            if self.units[*unit].off {
                continue;
            }
            let kept = |alternative: &&Vec<Atom>| alternative.iter().all(|atom| keeps(atom, &self.values));
            let others = |alternative: &&Vec<Atom>| {
                let mut others = alternative.iter().filter(|atom| factor(atom, unknown).is_none());
                others.all(|atom| keeps(atom, &self.values))
            };
            let alternative = match (clause.iter().find(kept), *unit == broken) {
                (Some(kept), _) => kept,
                (None, true) => clause.iter().find(others)?,
                (None, false) => continue,
            };
            for atom in alternative {
                let Some(own) = factor(atom, unknown) else {
                    continue;
                };
                let rest = &sum(atom, &self.values) - &(self.values.get(&unknown)? * own);
                let inverse = Number::ONE.checked_div(own)?;
                room = room.intersection(&atom.within.shifted(&-rest).scaled(&inverse));
                if room.is_empty() {
                    return None;
                }
            }
        }
        Some(room)
    }

    /// Sets the unknowns of a broken clause anew, and others as far as need be.
    /// Afterwards it holds or is looked at no more.
    fn mend(&mut self, at: usize) {
        let mut free: BTreeSet<UnknownId> = unknowns(self.units[at].clause);
        for _ in 0..ROUNDS {
            let touched = self.touched(&free);
            if self.effort < touched.len() {
                break;
            }
            self.effort -= touched.len();
            let fixed: BTreeSet<UnknownId> = touched
                .iter()
                .flat_map(|unit| unknowns(self.units[*unit].clause))
                .filter(|unknown| !free.contains(unknown))
                .collect();
            let fixed: Vec<(UnknownId, Clause)> =
                fixed.into_iter().map(|unknown| (unknown, self.pin(unknown))).collect();
            let clauses = touched.iter().map(|unit| std::slice::from_ref(self.units[*unit].clause));
            let pins = fixed.iter().map(|(_, pin)| std::slice::from_ref(pin));
            let all: Vec<&[Clause]> = clauses.chain(pins).collect();
            let mut system = System::new(&all, &[]);
            match system.solve(&(0..all.len()).collect::<Vec<usize>>()) {
                Answer::Possible if self.settle(&system, &free, &touched) => return,
                Answer::Possible | Answer::Unknown => break,
                Answer::Impossible { statements, .. } => {
                    let pins = statements.iter().filter_map(|s| s.checked_sub(touched.len()));
                    let more: Vec<UnknownId> = pins.map(|pin| fixed[pin].0).collect();
                    if more.is_empty() {
                        let used: Vec<usize> = statements.iter().map(|s| touched[*s]).collect();
                        if self.set_aside(&used) {
                            return;
                        }
                        break;
                    }
                    free.extend(more);
                    if free.len() > FREE {
                        break;
                    }
                }
            }
        }
        self.units[at].off = true;
        self.rest.given_up += 1;
    }

    /// Everything that speaks of the unknowns.
    fn touched(&self, free: &BTreeSet<UnknownId>) -> Vec<usize> {
        let users = free.iter().filter_map(|unknown| self.users.get(unknown)).flatten();
        let mut touched: Vec<usize> = users.copied().filter(|unit| !self.units[*unit].off).collect();
        touched.sort_unstable();
        touched.dedup();
        touched
    }

    fn pin(&self, unknown: UnknownId) -> Clause {
        let value = self.values.get(&unknown).cloned().unwrap_or_default();
        vec![vec![Atom { form: vec![(unknown, Number::ONE)], within: Interval::point(value) }]]
    }

    /// Takes the values of a solution, with a number small enough in the place of
    /// the infinitesimal.
    fn settle(&mut self, system: &System, free: &BTreeSet<UnknownId>, touched: &[usize]) -> bool {
        let old: Vec<(UnknownId, Number)> =
            free.iter().filter_map(|unknown| Some((*unknown, self.values.get(unknown)?.clone()))).collect();
        for exponent in [0, -3, -6, -9, -15, -25, -40] {
            let tiny = Number::decimal(1, exponent);
            for unknown in free {
                if let Some(value) = system.value(*unknown) {
                    let value = &value.value + &(&value.tiny * &tiny);
                    self.values.insert(*unknown, value);
                }
            }
            if touched.iter().all(|unit| holds(self.units[*unit].clause, &self.values)) {
                return true;
            }
        }
        self.values.extend(old);
        false
    }

    /// Sets aside the last of the statements of a conflict.
    fn set_aside(&mut self, used: &[usize]) -> bool {
        let core: BTreeSet<usize> = used.iter().filter_map(|unit| self.units[*unit].statement).collect();
        let Some(statement) = core.last().copied() else {
            return false;
        };
        for unit in &mut self.units {
            unit.off |= unit.statement == Some(statement);
        }
        self.rest.aside.push(Aside { statement, core: core.into_iter().collect() });
        true
    }
}

fn unknowns(clause: &Clause) -> BTreeSet<UnknownId> {
    let atoms = clause.iter().flatten();
    atoms.flat_map(|atom| atom.form.iter().map(|(unknown, _)| *unknown)).collect()
}

fn holds(clause: &Clause, values: &BTreeMap<UnknownId, Number>) -> bool {
    clause.iter().any(|alternative| alternative.iter().all(|atom| keeps(atom, values)))
}

fn keeps(atom: &Atom, values: &BTreeMap<UnknownId, Number>) -> bool {
    atom.within.contains(&sum(atom, values))
}

fn sum(atom: &Atom, values: &BTreeMap<UnknownId, Number>) -> Number {
    let zero = Number::ZERO;
    let terms = atom.form.iter();
    terms.fold(Number::ZERO, |sum, (unknown, factor)| sum + values.get(unknown).unwrap_or(&zero) * factor)
}

fn factor(atom: &Atom, unknown: UnknownId) -> Option<&Number> {
    atom.form.iter().find(|(own, _)| *own == unknown).map(|(_, factor)| factor)
}

/// A number inside of an interval that is not empty.
fn inside(room: &Interval) -> Number {
    let beyond = |bound: &Bound| match bound.open {
        true => bound.value.abs() * Number::ratio(1, 100) + Number::ONE,
        false => Number::ZERO,
    };
    match (&room.low, &room.high) {
        (Some(low), None) => &low.value + &beyond(low),
        (None, Some(high)) => &high.value - &beyond(high),
        (low, high) => between(low.as_ref().map(|b| &b.value), high.as_ref().map(|b| &b.value)),
    }
}

/// A number well inside, with few digits.
fn between(low: Option<&Number>, high: Option<&Number>) -> Number {
    let (low, high) = match (low, high) {
        (Some(low), Some(high)) => (low, high),
        (Some(one), None) | (None, Some(one)) => return one.clone(),
        (None, None) => return Number::ZERO,
    };
    let width = (high - low).to_f64();
    let middle = &(low + high) * &Number::ratio(1, 2);
    if width <= 0.0 || !width.is_finite() {
        return middle;
    }
    let step = Number::decimal(1, (width / 4.0).log10().floor() as i32);
    middle.checked_div(&step).map_or(middle, |steps| steps.floor() * step)
}
