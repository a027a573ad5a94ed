//! What a statement says of unknowns: linear bounds joined by "and" and "or".

use std::collections::BTreeMap;

use recount_model::{Bound, Interval, Number};

/// An unknown's place in [`super::unknown::Unknowns`].
pub(crate) type UnknownId = usize;

/// A sum of unknowns, each with its factor.
pub(crate) type Terms = Vec<(UnknownId, Number)>;

/// A linear form that lies within an interval. The form is normalised: sorted
/// by unknown, no factor zero, the first one 1; so equal forms are equal values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Atom {
    /// The form; never empty.
    pub(crate) form: Terms,
    /// Where it lies.
    pub(crate) within: Interval,
}

/// Atoms joined by "and" and "or". `All` of nothing is true, `Any` of nothing
/// false.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Formula {
    /// One bound form.
    Atom(Atom),
    /// Every part holds.
    All(Vec<Formula>),
    /// Some part holds.
    Any(Vec<Formula>),
}

/// Alternatives, of which one holds; each is a conjunction. One alternative is
/// a plain conjunction, none a contradiction.
pub(crate) type Clause = Vec<Vec<Atom>>;

/// So many alternatives of one clause are followed; a clause with more is left
/// out, which only makes a set look more possible than it is.
const ALTERNATIVES: usize = 64;

impl Formula {
    /// What always holds.
    pub(crate) const TRUE: Self = Self::All(Vec::new());
    /// What never holds.
    pub(crate) const FALSE: Self = Self::Any(Vec::new());

    /// The sum of `terms` lies within `within`.
    pub(crate) fn bound(terms: &[(UnknownId, Number)], within: Interval) -> Self {
        let mut sums: BTreeMap<UnknownId, Number> = BTreeMap::new();
        for (unknown, factor) in terms {
            let sum = sums.entry(*unknown).or_default();
            *sum = &*sum + factor;
        }
        sums.retain(|_, factor| !factor.is_zero());
        let Some(lead) = sums.values().next().cloned() else {
            return match within.contains(&Number::ZERO) {
                true => Self::TRUE,
                false => Self::FALSE,
            };
        };
        let inverse = Number::ONE.checked_div(&lead).unwrap_or(Number::ONE);
        let form = sums.into_iter().map(|(u, f)| (u, f * &inverse)).collect();
        let within = match lead == Number::ONE {
            true => within,
            false => within.scaled(&inverse),
        };
        match within.is_empty() {
            true => Self::FALSE,
            false => Self::Atom(Atom { form, within }),
        }
    }

    /// The whole-numbered sum of `terms` lies within `within`: open and
    /// fractional ends move inward to the next whole number.
    pub(crate) fn whole(terms: &[(UnknownId, Number)], within: &Interval) -> Self {
        let low = within.low.as_ref().map(|bound| {
            let above = -(-&bound.value).floor();
            let skip = bound.open && above == bound.value;
            Bound::closed(if skip { above + Number::ONE } else { above })
        });
        let high = within.high.as_ref().map(|bound| {
            let below = bound.value.floor();
            let skip = bound.open && below == bound.value;
            Bound::closed(if skip { below - Number::ONE } else { below })
        });
        Self::bound(terms, Interval { low, high })
    }

    /// Both hold.
    pub(crate) fn and(self, other: Self) -> Self {
        Self::All(vec![self, other])
    }

    /// It does not hold. `whole` tells which unknowns are whole numbers.
    pub(crate) fn negated(&self, whole: &impl Fn(UnknownId) -> bool) -> Self {
        match self {
            Self::Atom(atom) => Self::Any(outside(atom, whole)),
            Self::All(parts) => Self::Any(parts.iter().map(|p| p.negated(whole)).collect()),
            Self::Any(parts) => Self::All(parts.iter().map(|p| p.negated(whole)).collect()),
        }
    }

    /// As clauses that all hold. A clause with too many alternatives is left out.
    pub(crate) fn clauses(&self) -> Vec<Clause> {
        match self {
            Self::Atom(atom) => vec![vec![vec![atom.clone()]]],
            Self::All(parts) => parts.iter().flat_map(Self::clauses).collect(),
            Self::Any(_) => self.alternatives().into_iter().collect(),
        }
    }

    /// As alternatives; `None` where there are too many.
    fn alternatives(&self) -> Option<Clause> {
        match self {
            Self::Atom(atom) => Some(vec![vec![atom.clone()]]),
            Self::Any(parts) => {
                let parts: Option<Vec<Clause>> = parts.iter().map(Self::alternatives).collect();
                let all: Clause = parts?.into_iter().flatten().collect();
                (all.len() <= ALTERNATIVES).then_some(all)
            }
            Self::All(parts) => {
                let mut product: Clause = vec![Vec::new()];
                for part in parts {
                    let part = part.alternatives()?;
                    if product.len() * part.len() > ALTERNATIVES {
                        return None;
                    }
                    let joined = |left: &Vec<Atom>| {
                        let left = left.clone();
                        let join = move |right: &Vec<Atom>| [left.clone(), right.clone()].concat();
                        part.iter().map(join).collect::<Clause>()
                    };
                    product = product.iter().flat_map(joined).collect();
                }
                Some(product)
            }
        }
    }
}

fn outside(atom: &Atom, whole: &impl Fn(UnknownId) -> bool) -> Vec<Formula> {
    let discrete = atom.form.iter().all(|(u, f)| f.is_whole() && whole(*u));
    let below = atom.within.low.as_ref().map(|bound| Interval { low: None, high: Some(turned(bound)) });
    let above = atom.within.high.as_ref().map(|bound| Interval { low: Some(turned(bound)), high: None });
    let sides = below.into_iter().chain(above);
    let side = |within: Interval| match discrete {
        true => Formula::whole(&atom.form, &within),
        false => Formula::bound(&atom.form, within),
    };
    sides.map(side).collect()
}

fn turned(bound: &Bound) -> Bound {
    Bound { value: bound.value.clone(), open: !bound.open }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(value: i64) -> Number {
        Number::from(value)
    }

    #[test]
    fn equal_meanings_are_equal_values() {
        let ahead = Formula::bound(&[(0, n(1)), (1, n(-1))], Interval::above(n(0)));
        let behind = Formula::bound(&[(1, n(1)), (0, n(-1))], Interval::below(n(0)));
        assert_eq!(ahead, behind);
    }

    #[test]
    fn a_denied_interval_leaves_two_sides() {
        let inside = Formula::bound(&[(0, n(1))], Interval::closed(n(2), n(3)));
        let below = Formula::bound(&[(0, n(1))], Interval::below(n(2)));
        let above = Formula::bound(&[(0, n(1))], Interval::above(n(3)));
        assert_eq!(inside.negated(&|_| false), Formula::Any(vec![below, above]));
        let whole = inside.negated(&|_| true);
        let below = Formula::bound(&[(0, n(1))], Interval::at_most(n(1)));
        let above = Formula::bound(&[(0, n(1))], Interval::at_least(n(4)));
        assert_eq!(whole, Formula::Any(vec![below, above]));
    }

    #[test]
    fn what_has_no_unknown_left_is_true_or_false() {
        let same = [(0, n(1)), (0, n(-1))];
        assert_eq!(Formula::bound(&same, Interval::above(n(0))), Formula::FALSE);
        assert_eq!(Formula::bound(&same, Interval::at_least(n(0))), Formula::TRUE);
    }
}
