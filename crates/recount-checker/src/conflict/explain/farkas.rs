//! Inequalities that add up to a contradiction (J. Farkas, "Theorie der
//! einfachen Ungleichungen", 1902): where linear inequalities have no common
//! solution, some weighted sum of them says that zero is more than zero.

use std::collections::{BTreeMap, BTreeSet};

use recount_model::{Bound, Number};

use crate::conflict::formula::{Atom, Terms, UnknownId};
use crate::conflict::solver::{Delta, Outcome, Simplex, Tag, Var};

/// One inequality of the sum: `form ≥ bound`, or `>` where the bound is open.
#[derive(Clone, Debug)]
pub(super) struct Addend {
    /// The given that says so.
    pub(super) given: usize,
    pub(super) form: Terms,
    pub(super) bound: Bound,
    /// How many times it is taken; above zero.
    pub(super) weight: Number,
}

/// A sum that no values keep, if there is one; no part of it can be left out.
pub(super) fn addends(atoms: &[(usize, &Atom)]) -> Option<Vec<Addend>> {
    let all: Vec<Addend> = atoms.iter().flat_map(|(given, atom)| ends(*given, atom)).collect();
    let mut core = infeasible(&all, &(0..all.len()).collect::<Vec<_>>())?;
    let mut at = 0;
    while at < core.len() {
        let mut rest = core.clone();
        rest.remove(at);
        match infeasible(&all, &rest) {
            Some(smaller) => core = smaller,
            None => at += 1,
        }
    }
    let mut sum: Vec<Addend> = core.iter().map(|at| all[*at].clone()).collect();
    let weights = weights(&sum)?;
    for (addend, weight) in sum.iter_mut().zip(weights) {
        addend.weight = weight;
    }
    Some(sum)
}

fn ends(given: usize, atom: &Atom) -> Vec<Addend> {
    let low = atom.within.low.as_ref().map(|bound| (atom.form.clone(), bound.clone()));
    let high = atom.within.high.as_ref().map(|bound| {
        let form = atom.form.iter().map(|(u, f)| (*u, -f)).collect();
        (form, Bound { value: -&bound.value, open: bound.open })
    });
    let end = |(form, bound)| Addend { given, form, bound, weight: Number::ONE };
    low.into_iter().chain(high).map(end).collect()
}

/// Those of the chosen inequalities that a refutation used.
fn infeasible(all: &[Addend], chosen: &[usize]) -> Option<Vec<usize>> {
    let mut simplex = Simplex::default();
    let mut vars: BTreeMap<UnknownId, Var> = BTreeMap::new();
    for (unknown, _) in chosen.iter().flat_map(|at| &all[*at].form) {
        vars.entry(*unknown).or_insert_with(|| simplex.variable());
    }
    let forms: Vec<Var> = chosen
        .iter()
        .map(|at| {
            let terms: Vec<(Var, Number)> = all[*at].form.iter().map(|(u, f)| (vars[u], f.clone())).collect();
            simplex.define(&terms)
        })
        .collect();
    let back = |tags: Vec<Tag>| -> Vec<usize> {
        let number = |tag: Tag| usize::try_from(tag).ok();
        tags.into_iter().filter_map(number).filter_map(|at| chosen.get(at).copied()).collect()
    };
    for (at, form) in forms.iter().enumerate() {
        let tag = Tag::try_from(at).ok()?;
        let end = Delta::lower(&all[chosen[at]].bound);
        if let Err(tags) = simplex.at_least(*form, end, tag) {
            return Some(back(tags));
        }
    }
    match simplex.check() {
        Outcome::Infeasible(tags) => Some(back(tags)),
        Outcome::Feasible | Outcome::GaveUp => None,
    }
}

/// The weights under which all unknowns cancel out: the one solution of a
/// homogeneous system, by elimination. `None` where there is more than one, or
/// where they do not refute anything.
fn weights(sum: &[Addend]) -> Option<Vec<Number>> {
    let unknowns: BTreeSet<UnknownId> = sum.iter().flat_map(|a| a.form.iter().map(|(u, _)| *u)).collect();
    let factor = |addend: &Addend, unknown: UnknownId| {
        let own = addend.form.iter().find(|(u, _)| *u == unknown);
        own.map_or(Number::ZERO, |(_, f)| f.clone())
    };
    let mut rows: Vec<Vec<Number>> =
        unknowns.iter().map(|u| sum.iter().map(|a| factor(a, *u)).collect()).collect();
    let mut pivots: Vec<(usize, usize)> = Vec::new();
    for column in 0..sum.len() {
        let used = pivots.len();
        let Some(row) = (used..rows.len()).find(|row| !rows[*row][column].is_zero()) else {
            continue;
        };
        rows.swap(used, row);
        let inverse = Number::ONE.checked_div(&rows[used][column])?;
        let lead: Vec<Number> = rows[used].iter().map(|n| n * &inverse).collect();
        for (at, other) in rows.iter_mut().enumerate() {
            let times = other[column].clone();
            if at != used && !times.is_zero() {
                *other = other.iter().zip(&lead).map(|(n, l)| n - &(l * &times)).collect();
            }
        }
        rows[used] = lead;
        pivots.push((used, column));
    }
    let bound: BTreeSet<usize> = pivots.iter().map(|(_, column)| *column).collect();
    let mut free = (0..sum.len()).filter(|column| !bound.contains(column));
    let one = free.next()?;
    if free.next().is_some() {
        return None;
    }
    let mut weights = vec![Number::ZERO; sum.len()];
    weights[one] = Number::ONE;
    for (row, column) in pivots {
        weights[column] = -&rows[row][one];
    }
    let above = |weight: &Number| !weight.is_zero() && !weight.is_negative();
    let total = |weights: &[Number]| {
        let parts = weights.iter().zip(sum).map(|(w, a)| w * &a.bound.value);
        parts.fold(Number::ZERO, |all, part| all + part)
    };
    let refutes = |weights: &[Number]| {
        let total = total(weights);
        above(&total) || (total.is_zero() && sum.iter().any(|a| a.bound.open))
    };
    (weights.iter().all(above) && refutes(&weights)).then_some(weights)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::formula::Formula;
    use recount_model::Interval;

    fn atom(terms: &[(UnknownId, i64)], within: Interval) -> Atom {
        let terms: Terms = terms.iter().map(|(u, f)| (*u, Number::from(*f))).collect();
        match Formula::bound(&terms, within) {
            Formula::Atom(atom) => atom,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_circle_of_comparisons_adds_up_to_nothing() {
        let above = |a, b| atom(&[(a, 1), (b, -1)], Interval::above(Number::ZERO));
        let atoms = [above(0, 1), above(1, 2), above(2, 0), above(0, 3)];
        let given: Vec<(usize, &Atom)> = atoms.iter().enumerate().collect();
        let sum = addends(&given).unwrap();
        let used: Vec<usize> = sum.iter().map(|a| a.given).collect();
        assert_eq!(used, [0, 1, 2]);
        assert!(sum.iter().all(|a| a.weight == sum[0].weight));
        assert!(addends(&given[..2]).is_none());
    }

    #[test]
    fn weights_make_the_unknowns_cancel_out() {
        let least = |terms: &[(UnknownId, i64)], n: i64| atom(terms, Interval::at_least(Number::from(n)));
        // a ≥ 2b + 1, b ≥ c, 2c ≥ a.
        let atoms =
            [least(&[(0, 1), (1, -2)], 1), least(&[(1, 1), (2, -1)], 0), least(&[(2, 2), (0, -1)], 0)];
        let given: Vec<(usize, &Atom)> = atoms.iter().enumerate().collect();
        let sum = addends(&given).unwrap();
        let mut totals: BTreeMap<UnknownId, Number> = BTreeMap::new();
        for (unknown, factor, weight) in
            sum.iter().flat_map(|a| a.form.iter().map(|(u, f)| (*u, f, &a.weight)))
        {
            let total = totals.entry(unknown).or_default();
            *total = &*total + &(factor * weight);
        }
        assert!(totals.values().all(Number::is_zero), "{totals:?}");
    }
}
