//! Bounds that follow from bounds, one step at a time, each with its reason:
//! the arithmetic of an explanation.
//!
//! This is interval propagation (E. Davis, "Constraint propagation with
//! interval labels", 1987): weaker than the solver, which has already decided;
//! where it reaches a contradiction too, its steps can be shown line by line.

use std::collections::{BTreeMap, BTreeSet};

use recount_model::{Bound, Interval, Number};

use crate::conflict::formula::{Atom, Clause, UnknownId};

/// A clause and an index that tells the caller where it is from.
pub(super) type Sourced<'a> = (usize, &'a Clause);

/// One bound that follows.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// Whose bound it is.
    pub(super) unknown: UnknownId,
    /// From below?
    pub(super) is_low: bool,
    /// The bound.
    pub(super) bound: Bound,
    /// Where the clause is from.
    pub(super) source: usize,
    /// Earlier steps that it uses.
    pub(super) inputs: Vec<usize>,
    /// It is this number and a multiple of each of these bounds together.
    pub(super) plus: Number,
    pub(super) parts: Vec<(Number, usize)>,
}

/// How the bounds exclude each other.
#[derive(Clone, Debug)]
pub(super) enum Clash {
    /// The bounds of one unknown: the two steps, the earlier first.
    Bounds { earlier: usize, later: usize },
    /// No alternative of the clause from this source is left, because of these
    /// steps.
    Clause { source: usize, inputs: Vec<usize> },
}

/// Every step on the way to a contradiction.
#[derive(Clone, Debug)]
pub(super) struct Derivation {
    /// In the order in which they follow.
    pub(super) steps: Vec<Step>,
    /// The contradiction.
    pub(super) clash: Clash,
}

impl Derivation {
    /// The steps that the contradiction follows from, in order.
    pub(super) fn needed(&self) -> BTreeSet<usize> {
        let mut needed = BTreeSet::new();
        let mut open = match &self.clash {
            Clash::Bounds { earlier, later } => vec![*earlier, *later],
            Clash::Clause { inputs, .. } => inputs.clone(),
        };
        while let Some(step) = open.pop() {
            if needed.insert(step) {
                open.extend(&self.steps[step].inputs);
            }
        }
        needed
    }

    /// What the needed steps say of an unknown in the end.
    pub(super) fn known(&self, unknown: UnknownId) -> Interval {
        let mut known = Interval::ALL;
        for at in self.needed() {
            let step = &self.steps[at];
            if step.unknown == unknown {
                *(if step.is_low { &mut known.low } else { &mut known.high }) = Some(step.bound.clone());
            }
        }
        known
    }
}

/// Steps after which it gives up.
const STEPS: usize = 600;

#[derive(Default)]
struct Propagation {
    steps: Vec<Step>,
    lows: BTreeMap<UnknownId, usize>,
    highs: BTreeMap<UnknownId, usize>,
}

/// The derivation of a contradiction from the clauses, if bounds alone reach one.
pub(super) fn derive(clauses: &[Sourced<'_>]) -> Option<Derivation> {
    let mut run = Propagation::default();
    let mut before = usize::MAX;
    while before != run.steps.len() && run.steps.len() < STEPS {
        before = run.steps.len();
        // What is said of one figure alone comes first, then what joins two.
        for width in 1..=clauses.iter().map(width).max()? {
            for clause in clauses.iter().filter(|c| self::width(c) == width) {
                if let Some(clash) = run.clause(clause) {
                    return Some(Derivation { steps: run.steps, clash });
                }
            }
        }
    }
    None
}

fn width((_, clause): &Sourced<'_>) -> usize {
    let plain = clause.iter().flatten().map(|atom| {
        let difference = atom.form.len() == 2 && atom.form.iter().all(|(_, f)| f.abs() == Number::ONE);
        2 * atom.form.len() + usize::from(difference)
    });
    plain.max().unwrap_or(1) + if clause.len() == 1 { 0 } else { 20 }
}

impl Propagation {
    fn clause(&mut self, (source, clause): &Sourced<'_>) -> Option<Clash> {
        if let [alternative] = clause.as_slice() {
            return self.alternative(*source, alternative, &[]);
        }
        let mut because = Vec::new();
        let mut left = Vec::new();
        for alternative in *clause {
            match alternative.iter().find_map(|atom| self.excluded(atom)) {
                Some(inputs) => because.extend(inputs),
                None => left.push(alternative),
            }
        }
        match left.as_slice() {
            [] => Some(Clash::Clause { source: *source, inputs: because }),
            [only] => self.alternative(*source, only, &because),
            _ => None,
        }
    }

    fn alternative(&mut self, source: usize, atoms: &[Atom], because: &[usize]) -> Option<Clash> {
        atoms.iter().find_map(|atom| self.atom(source, atom, because))
    }

    fn atom(&mut self, source: usize, atom: &Atom, because: &[usize]) -> Option<Clash> {
        for (at, (unknown, factor)) in atom.form.iter().enumerate() {
            let rest: Vec<&(UnknownId, Number)> = atom
                .form
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != at)
                .map(|(_, term)| term)
                .collect();
            for (end, upper) in [(&atom.within.high, true), (&atom.within.low, false)] {
                let Some(end) = end else { continue };
                // factor · x ≤ end − min(rest), or ≥ end − max(rest).
                let Some((sum, mut inputs)) = self.extreme(&rest, !upper) else {
                    continue;
                };
                let Some(inverse) = Number::ONE.checked_div(factor) else {
                    continue;
                };
                let bound = Bound { value: (&end.value - &sum.value) * &inverse, open: end.open || sum.open };
                let turned = |(term, at): (&&(UnknownId, Number), &usize)| (-(&term.1 * &inverse), *at);
                let parts = rest.iter().zip(&inputs).map(turned).collect();
                inputs.extend(because);
                let step = Step {
                    unknown: *unknown,
                    is_low: upper == inverse.is_negative(),
                    bound,
                    source,
                    inputs,
                    plus: &end.value * &inverse,
                    parts,
                };
                if let Some(clash) = self.note(step) {
                    return Some(clash);
                }
            }
        }
        None
    }

    /// The greatest (or least) value of a sum, and the steps that say so.
    fn extreme(&self, terms: &[&(UnknownId, Number)], most: bool) -> Option<(Bound, Vec<usize>)> {
        let mut sum = Bound::closed(Number::ZERO);
        let mut inputs = Vec::new();
        for (unknown, factor) in terms {
            let ends = match most != factor.is_negative() {
                true => &self.highs,
                false => &self.lows,
            };
            let step = *ends.get(unknown)?;
            let bound = &self.steps[step].bound;
            sum = Bound { value: sum.value + &bound.value * factor, open: sum.open || bound.open };
            inputs.push(step);
        }
        Some((sum, inputs))
    }

    /// The steps that leave the atom no value, if there are any.
    fn excluded(&self, atom: &Atom) -> Option<Vec<usize>> {
        let terms: Vec<&(UnknownId, Number)> = atom.form.iter().collect();
        let beyond = |most: bool| {
            let (end, inputs) = self.extreme(&terms, most)?;
            let range = match most {
                true => Interval { low: None, high: Some(end) },
                false => Interval { low: Some(end), high: None },
            };
            range.is_disjoint(&atom.within).then_some(inputs)
        };
        beyond(true).or_else(|| beyond(false))
    }

    /// Keeps a step that says more than is known; a contradiction ends it all.
    fn note(&mut self, step: Step) -> Option<Clash> {
        let (own, other) = match step.is_low {
            true => (&mut self.lows, &self.highs),
            false => (&mut self.highs, &self.lows),
        };
        let known = own.get(&step.unknown).map(|at| &self.steps[*at].bound);
        if known.is_some_and(|known| !tighter(&step.bound, known, step.is_low)) {
            return None;
        }
        let later = self.steps.len();
        own.insert(step.unknown, later);
        let clash = other.get(&step.unknown).copied().filter(|at| {
            let ends = (Some(step.bound.clone()), Some(self.steps[*at].bound.clone()));
            let (low, high) = if step.is_low { ends } else { (ends.1, ends.0) };
            Interval { low, high }.is_empty()
        });
        self.steps.push(step);
        clash.map(|earlier| Clash::Bounds { earlier, later })
    }
}

fn tighter(new: &Bound, old: &Bound, is_low: bool) -> bool {
    if new.value == old.value {
        return new.open && !old.open;
    }
    (new.value > old.value) == is_low
}
