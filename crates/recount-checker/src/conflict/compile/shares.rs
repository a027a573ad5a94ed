//! Shares of one whole whose change is told, beside the figures that they are shares of.
//!
//! A change in points joins shares of two periods, so what is said of figures matters
//! as far as it says something of these shares: where two figures are held against each
//! other, so are their shares; the ends of figures are ends of shares ([`Ends`]).

use std::collections::{BTreeMap, BTreeSet};

use recount_model::{Assertion, Bound, Interval, MetricId, Number, Period, Predicate, ScopeId, Subject};

use super::{World, resolve_scope};
use crate::conflict::formula::{Atom, Clause, Formula, Terms, UnknownId};
use crate::conflict::statements::periods;
use crate::conflict::unknown::{Of, Unknown};

/// A subject, and the scope under which it counts.
type Scoped = (Subject, Option<ScopeId>);

/// What matters for the shares whose change is told.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shares {
    /// The wholes, period by period.
    pub(crate) wholes: BTreeMap<(MetricId, Period), BTreeSet<Scoped>>,
    /// The ends that are said of figures and of shares.
    pub(crate) ends: BTreeMap<UnknownId, Ends>,
    /// Shares that are told by another one: the first less the second.
    pub(crate) steps: Vec<(UnknownId, UnknownId, Interval)>,
}

/// What somebody says that something is at least, and at most.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ends {
    pub(crate) lows: Vec<Bound>,
    pub(crate) highs: Vec<Bound>,
}

impl Ends {
    pub(crate) fn add(&mut self, within: &Interval) {
        let sides = [(&mut self.lows, &within.low), (&mut self.highs, &within.high)];
        for (list, end) in sides {
            list.extend(end.iter().filter(|end| !list.contains(end)).cloned().collect::<Vec<_>>());
        }
    }
}

impl World<'_> {
    /// Notes the whole of a share whose change is told.
    pub(crate) fn note_shares(&mut self, said: &Assertion, scope: Option<ScopeId>) {
        let mut inner = Some(said);
        while let Some(one) = inner {
            let changes = matches!(one.predicate, Predicate::Change(_) | Predicate::Record(_));
            if let ([whole], true) = (one.object.as_slice(), changes && self.adds_up(one.metric)) {
                let scope = resolve_scope(self.vocabulary, one, *whole, scope);
                let whole = (self.single(*whole), scope);
                for at in periods(said) {
                    self.shares.wholes.entry(at).or_default().insert(whole);
                }
            }
            inner = one.predicate.inner();
        }
    }

    /// What a statement says, with what it says of shares besides.
    pub(crate) fn with_shares(&mut self, mut clauses: Vec<Clause>) -> Vec<Clause> {
        if self.shares.wholes.is_empty() {
            return clauses;
        }
        let certain: Vec<Atom> =
            clauses.iter().filter(|clause| clause.len() == 1).flat_map(|clause| clause[0].clone()).collect();
        for atoms in clauses.iter_mut().flatten() {
            let own = atoms.clone();
            for atom in own {
                self.note_ends(&atom);
                for share in self.of_shares(&atom, &certain) {
                    if !atoms.contains(&share) {
                        atoms.push(share);
                    }
                }
            }
        }
        clauses
    }

    fn note_ends(&mut self, atom: &Atom) {
        let of = |id: UnknownId| self.unknowns.get(id);
        match atom.form.as_slice() {
            [(id, one)] if *one == Number::ONE => {
                let unknown = of(*id);
                let told = self.shares.wholes.contains_key(&(unknown.metric, unknown.period));
                if told && matches!(unknown.of, Of::Volume { .. } | Of::Portion { .. }) {
                    self.shares.ends.entry(*id).or_default().add(&atom.within);
                }
            }
            [(now, one), (then, less)] if *one == Number::ONE && *less == -Number::ONE => {
                let is_share = |id: &UnknownId| matches!(of(*id).of, Of::Portion { .. });
                if is_share(now) && is_share(then) && of(*now).period != of(*then).period {
                    self.shares.steps.push((*now, *then, atom.within.clone()));
                }
            }
            _ => {}
        }
    }

    /// The same of the shares of every whole: where figures are held against each other,
    /// so are their shares. `certain` is said in any case.
    fn of_shares(&mut self, atom: &Atom, certain: &[Atom]) -> Vec<Atom> {
        let homogeneous = |end: &Option<Bound>| end.as_ref().is_none_or(|end| end.value.is_zero());
        let mut sheets = atom.form.iter().map(|(id, _)| {
            let unknown = self.unknowns.get(*id);
            (unknown.metric, unknown.period)
        });
        let Some(sheet) = sheets.next().filter(|first| sheets.all(|other| other == *first)) else {
            return Vec::new();
        };
        if !homogeneous(&atom.within.low) || !homogeneous(&atom.within.high) {
            return Vec::new();
        }
        let wholes: Vec<Scoped> = self.shares.wholes.get(&sheet).into_iter().flatten().copied().collect();
        wholes.into_iter().filter_map(|whole| self.of_share(atom, sheet, whole, certain)).collect()
    }

    fn of_share(
        &mut self,
        atom: &Atom,
        (metric, period): (MetricId, Period),
        whole: Scoped,
        certain: &[Atom],
    ) -> Option<Atom> {
        let mut terms: Terms = Vec::new();
        let mut constant = Number::ZERO;
        for (id, factor) in &atom.form {
            let Of::Volume { subject, scope } = self.unknowns.get(*id).of else {
                return None;
            };
            let part = (subject, scope);
            if part == whole {
                // Nothing has a share of nothing.
                let above = |atom: &Atom| {
                    let low = atom.within.low.as_ref();
                    atom.form.as_slice() == [(*id, Number::ONE)]
                        && low.is_some_and(|low| low.open && !low.value.is_negative())
                };
                if !certain.iter().any(above) {
                    return None;
                }
                constant = constant + factor.clone();
                continue;
            }
            if !self.is_part(part, whole) {
                return None;
            }
            let of = Of::Portion { subject: vec![part], object: vec![whole] };
            terms.push((self.unknowns.id(Unknown { metric, period, of }), factor.clone()));
        }
        match Formula::bound(&terms, atom.within.shifted(&-constant)) {
            Formula::Atom(share) => Some(share),
            Formula::All(_) | Formula::Any(_) => None,
        }
    }
}
