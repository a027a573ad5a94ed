//! From statements and definitions to variables, forms and their limits.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use recount_model::{Bound, Number};

use super::super::bounds::{Bounds, Limit};
use super::super::formula::{Atom, Clause, Terms, UnknownId};
use super::super::places::Places;
use super::super::solver::{Delta, Simplex, Var};
use super::{FUEL, System};

impl System {
    /// The system; `denominator` where one is measured in its units, with what is
    /// not.
    pub(super) fn build(
        statements: &[&[Clause]],
        rules: &[&Clause],
        denominator: Option<(&Terms, BTreeSet<UnknownId>)>,
    ) -> Self {
        let (denominator, bare) = denominator.unzip();
        let mut system = Self {
            bare: bare.unwrap_or_default(),
            simplex: Simplex::default(),
            scale: None,
            vars: BTreeMap::new(),
            forms: BTreeMap::new(),
            shifted: BTreeMap::new(),
            clauses: Vec::new(),
            terms: BTreeMap::new(),
            bounds: Bounds::default(),
            places: Places::default(),
            asked: Vec::new(),
            suited: BTreeMap::new(),
            reached: None,
            joint: Vec::new(),
            statements: Vec::new(),
            rules: Vec::new(),
            budget: 0,
            fuel: FUEL,
            most: usize::MAX,
        };
        if let Some(terms) = denominator {
            system.scale = Some(system.simplex.variable());
            let form = system.form(terms);
            let one = || Some(Delta::exact(Number::ONE));
            let limit = system.limit(form, one(), one());
            system.rule(vec![vec![limit]]);
            let above = Delta::lower(&Bound::open(Number::ZERO));
            let limit = system.limit(system.scale.unwrap_or(0), Some(above), None);
            system.rule(vec![vec![limit]]);
        }
        for clauses in statements {
            let ids = clauses.iter().map(|clause| system.clause(clause)).collect();
            system.statements.push(ids);
        }
        for clause in rules {
            let id = system.clause(clause);
            system.rules.push(id);
        }
        system.bounds = Bounds::new(system.simplex.len(), &system.clauses);
        system.places = Places::of(&system.clauses);
        system
    }

    fn limit(&mut self, var: Var, low: Option<Delta>, high: Option<Delta>) -> Limit {
        let itself = || Rc::new(vec![(var, Number::ONE)]);
        Limit { var, terms: Rc::clone(self.terms.entry(var).or_insert_with(itself)), low, high }
    }

    fn rule(&mut self, clause: Vec<Vec<Limit>>) {
        self.rules.push(self.clauses.len());
        self.clauses.push(clause);
    }

    fn clause(&mut self, clause: &Clause) -> usize {
        let mut ready = Vec::new();
        for alternative in clause {
            let limits = alternative.iter().flat_map(|atom| self.limits(atom));
            ready.push(limits.collect());
        }
        self.clauses.push(ready);
        self.clauses.len() - 1
    }

    fn limits(&mut self, atom: &Atom) -> Vec<Limit> {
        let var = self.form(&atom.form);
        let mut limits = Vec::new();
        if let Some(bound) = &atom.within.low {
            let (var, bound) = self.measured(atom, var, bound);
            limits.push(self.limit(var, Some(Delta::lower(&bound)), None));
        }
        if let Some(bound) = &atom.within.high {
            let (var, bound) = self.measured(atom, var, bound);
            limits.push(self.limit(var, None, Some(Delta::upper(&bound))));
        }
        limits
    }

    /// The bound in units of the denominator: `form ≥ c` is
    /// `form − c · scale ≥ 0`.
    fn measured(&mut self, atom: &Atom, var: Var, bound: &Bound) -> (Var, Bound) {
        let bare = bound.value.is_zero() || atom.form.iter().all(|(u, _)| self.bare.contains(u));
        let (Some(scale), false) = (self.scale, bare) else {
            return (var, bound.clone());
        };
        let key = (var, bound.value.clone());
        let var = match self.shifted.get(&key) {
            Some(var) => *var,
            None => {
                let terms = [(var, Number::ONE), (scale, -&bound.value)];
                let new = self.simplex.define(&terms);
                self.shifted.insert(key, new);
                let own = self.terms.get(&var).map(|terms| terms.to_vec());
                let mut own = own.unwrap_or_else(|| vec![(var, Number::ONE)]);
                own.push((scale, -&bound.value));
                self.terms.insert(new, Rc::new(own));
                new
            }
        };
        let zero = Bound { value: Number::ZERO, open: bound.open };
        (var, zero)
    }

    fn unknown(&mut self, id: UnknownId) -> Var {
        if let Some(var) = self.vars.get(&id) {
            return *var;
        }
        let var = self.simplex.variable();
        self.vars.insert(id, var);
        var
    }

    /// The variable of a linear form.
    pub(super) fn form(&mut self, terms: &Terms) -> Var {
        if let [(unknown, factor)] = terms.as_slice()
            && *factor == Number::ONE
        {
            return self.unknown(*unknown);
        }
        if let Some(var) = self.forms.get(terms) {
            return *var;
        }
        let parts: Vec<(Var, Number)> =
            terms.iter().map(|(id, factor)| (self.unknown(*id), factor.clone())).collect();
        let var = self.simplex.define(&parts);
        self.terms.insert(var, Rc::new(parts));
        self.forms.insert(terms.clone(), var);
        var
    }
}
