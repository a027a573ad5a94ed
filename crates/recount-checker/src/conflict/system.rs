//! Statements and definitions as one system that tells which subsets of the
//! statements have a common solution.
//!
//! Every linear form has its variable from the start, so asking about another
//! subset asserts other bounds on the same tableau. Clauses with several
//! alternatives are followed lazily: only where the solution found so far
//! breaks one is it split, and a refutation that does not need the split ends
//! all of its branches at once.

use std::collections::BTreeMap;

use recount_model::{Bound, Number};

use super::formula::{Atom, Clause, Terms, UnknownId};
use super::solver::{Delta, Extent, Outcome, Simplex, Tag, Var};

/// Checks after which one question is given up: it then counts as solvable.
const CHECKS: usize = 300;

/// Checks after which every further question to one system is given up.
const FUEL: usize = 3_000;

/// One bound form, ready to be asserted.
#[derive(Clone, Debug)]
struct Limit {
    var: Var,
    low: Option<Delta>,
    high: Option<Delta>,
}

/// See the module.
#[derive(Debug)]
pub(crate) struct System {
    simplex: Simplex,
    /// A variable that is 1 / the denominator; only where a ratio is measured.
    scale: Option<Var>,
    vars: BTreeMap<UnknownId, Var>,
    forms: BTreeMap<Terms, Var>,
    shifted: BTreeMap<(Var, Number), Var>,
    clauses: Vec<Vec<Vec<Limit>>>,
    /// For each statement, its clauses.
    statements: Vec<Vec<usize>>,
    /// The clauses that always hold.
    rules: Vec<usize>,
    budget: usize,
    fuel: usize,
}

/// Is there a common solution?
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Yes.
    Possible,
    /// It could not be told in time.
    Unknown,
    /// No; these of the statements, ascending, with these of the rules suffice.
    Impossible {
        statements: Vec<usize>,
        rules: Vec<usize>,
    },
}

/// How far a quantity can go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// There is no solution at all.
    Nothing,
    /// Without end.
    Endless,
    /// Up to this end.
    To(Bound),
    /// It could not be told in time.
    Unknown,
}

impl System {
    /// The same system with so many checks for all of its questions together.
    pub(crate) const fn patient(mut self, checks: usize) -> Self {
        self.fuel = checks;
        self
    }

    /// A system of the clauses of each statement, and of those that always hold.
    pub(crate) fn new(statements: &[&[Clause]], rules: &[&Clause]) -> Self {
        Self::build(statements, rules, None)
    }

    /// The same system in which every unknown is measured in units of
    /// `denominator`: a ratio to it becomes linear (A. Charnes and W. W. Cooper,
    /// "Programming with linear fractional functionals", 1962).
    pub(crate) fn scaled(statements: &[&[Clause]], rules: &[&Clause], denominator: &Terms) -> Self {
        Self::build(statements, rules, Some(denominator))
    }

    fn build(statements: &[&[Clause]], rules: &[&Clause], denominator: Option<&Terms>) -> Self {
        let mut system = Self {
            simplex: Simplex::default(),
            scale: None,
            vars: BTreeMap::new(),
            forms: BTreeMap::new(),
            shifted: BTreeMap::new(),
            clauses: Vec::new(),
            statements: Vec::new(),
            rules: Vec::new(),
            budget: 0,
            fuel: FUEL,
        };
        if let Some(terms) = denominator {
            system.scale = Some(system.simplex.variable());
            let form = system.form(terms);
            let one = || Some(Delta::exact(Number::ONE));
            system.rule(vec![vec![Limit {
                var: form,
                low: one(),
                high: one(),
            }]]);
            let above = Delta::lower(&Bound::open(Number::ZERO));
            system.rule(vec![vec![Limit {
                var: system.scale.unwrap_or(0),
                low: Some(above),
                high: None,
            }]]);
        }
        for clauses in statements {
            let ids = clauses.iter().map(|clause| system.clause(clause)).collect();
            system.statements.push(ids);
        }
        for clause in rules {
            let id = system.clause(clause);
            system.rules.push(id);
        }
        system
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
            let (var, bound) = self.measured(var, bound);
            limits.push(Limit {
                var,
                low: Some(Delta::lower(&bound)),
                high: None,
            });
        }
        if let Some(bound) = &atom.within.high {
            let (var, bound) = self.measured(var, bound);
            limits.push(Limit {
                var,
                low: None,
                high: Some(Delta::upper(&bound)),
            });
        }
        limits
    }

    /// The bound in units of the denominator: `form ≥ c` is
    /// `form − c · scale ≥ 0`.
    fn measured(&mut self, var: Var, bound: &Bound) -> (Var, Bound) {
        let (Some(scale), false) = (self.scale, bound.value.is_zero()) else {
            return (var, bound.clone());
        };
        let key = (var, bound.value.clone());
        let var = match self.shifted.get(&key) {
            Some(var) => *var,
            None => {
                let terms = [(var, Number::ONE), (scale, -&bound.value)];
                let new = self.simplex.define(&terms);
                self.shifted.insert(key, new);
                new
            }
        };
        let zero = Bound {
            value: Number::ZERO,
            open: bound.open,
        };
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

    fn form(&mut self, terms: &Terms) -> Var {
        if let [(unknown, factor)] = terms.as_slice()
            && *factor == Number::ONE
        {
            return self.unknown(*unknown);
        }
        if let Some(var) = self.forms.get(terms) {
            return *var;
        }
        let parts: Vec<(Var, Number)> = terms
            .iter()
            .map(|(id, factor)| (self.unknown(*id), factor.clone()))
            .collect();
        let var = self.simplex.define(&parts);
        self.forms.insert(terms.clone(), var);
        var
    }

    /// Have the statements of `set`, with all rules, a common solution?
    pub(crate) fn solve(&mut self, set: &[usize]) -> Answer {
        let mark = self.simplex.mark();
        let outcome = self.open(set);
        self.simplex.undo(mark);
        let tags = match outcome {
            Outcome::Feasible => return Answer::Possible,
            Outcome::GaveUp => return Answer::Unknown,
            Outcome::Infeasible(tags) => tags,
        };
        let has = |clauses: &[usize]| clauses.iter().any(|c| tags.contains(&tag(*c)));
        let statements = set.iter().copied().filter(|s| has(&self.statements[*s]));
        let rules = (0..self.rules.len()).filter(|r| has(&[self.rules[*r]]));
        Answer::Impossible {
            statements: statements.collect(),
            rules: rules.collect(),
        }
    }

    /// After [`Answer::Possible`]: every statement that the solution found makes
    /// true, whether it was asked for or not.
    pub(crate) fn holding(&self) -> Vec<usize> {
        let clause = |clause: &usize| self.clauses[*clause].iter().any(|l| self.holds(l));
        let statements = 0..self.statements.len();
        statements
            .filter(|s| self.statements[*s].iter().all(clause))
            .collect()
    }

    /// How far the sum of `terms` can go up, given the statements of `set`.
    pub(crate) fn maximum(&mut self, set: &[usize], terms: &Terms) -> Reach {
        let objective = self.form(terms);
        let mark = self.simplex.mark();
        self.budget = CHECKS;
        let reach = match self.assert_plain(set) {
            Err(_) => Reach::Nothing,
            Ok(open) => self.climb(&open, objective),
        };
        self.simplex.undo(mark);
        reach
    }

    fn open(&mut self, set: &[usize]) -> Outcome {
        self.budget = CHECKS;
        match self.assert_plain(set) {
            Err(tags) => Outcome::Infeasible(tags),
            Ok(open) => self.search(&open),
        }
    }

    /// Asserts every clause that is a plain conjunction; the others remain.
    fn assert_plain(&mut self, set: &[usize]) -> Result<Vec<usize>, Vec<Tag>> {
        let statements = set.iter().flat_map(|s| self.statements[*s].clone());
        let all: Vec<usize> = self.rules.iter().copied().chain(statements).collect();
        let mut open = Vec::new();
        for clause in all {
            match self.clauses[clause].len() {
                0 => return Err(vec![tag(clause)]),
                1 => self.assert(clause, 0)?,
                _ => open.push(clause),
            }
        }
        Ok(open)
    }

    fn assert(&mut self, clause: usize, alternative: usize) -> Result<(), Vec<Tag>> {
        for limit in &self.clauses[clause][alternative] {
            if let Some(low) = &limit.low {
                self.simplex.at_least(limit.var, low.clone(), tag(clause))?;
            }
            if let Some(high) = &limit.high {
                self.simplex.at_most(limit.var, high.clone(), tag(clause))?;
            }
        }
        Ok(())
    }

    fn search(&mut self, open: &[usize]) -> Outcome {
        if self.budget == 0 || self.fuel == 0 {
            return Outcome::GaveUp;
        }
        self.budget -= 1;
        self.fuel -= 1;
        match self.simplex.check() {
            Outcome::Feasible => {}
            outcome => return outcome,
        }
        let Some(clause) = self.broken(open) else {
            return Outcome::Feasible;
        };
        let rest: Vec<usize> = open.iter().copied().filter(|c| *c != clause).collect();
        let mut reasons = vec![tag(clause)];
        let mut gave_up = false;
        for alternative in 0..self.clauses[clause].len() {
            let mark = self.simplex.mark();
            let outcome = match self.assert(clause, alternative) {
                Err(tags) => Outcome::Infeasible(tags),
                Ok(()) => self.search(&rest),
            };
            self.simplex.undo(mark);
            match outcome {
                Outcome::Feasible => return Outcome::Feasible,
                Outcome::GaveUp => gave_up = true,
                Outcome::Infeasible(tags) if !tags.contains(&tag(clause)) => {
                    return Outcome::Infeasible(tags);
                }
                Outcome::Infeasible(tags) => reasons.extend(tags),
            }
        }
        if gave_up {
            return Outcome::GaveUp;
        }
        reasons.sort_unstable();
        reasons.dedup();
        Outcome::Infeasible(reasons)
    }

    /// Of the clauses that the values found so far break, the one with the
    /// fewest alternatives left.
    fn broken(&mut self, open: &[usize]) -> Option<usize> {
        let mut best: Option<(usize, usize)> = None;
        for clause in open {
            let alternatives = &self.clauses[*clause];
            if alternatives.iter().any(|limits| self.holds(limits)) {
                continue;
            }
            let mut left = 0;
            for alternative in 0..alternatives.len() {
                let mark = self.simplex.mark();
                left += usize::from(self.assert(*clause, alternative).is_ok());
                self.simplex.undo(mark);
            }
            if best.is_none_or(|(least, _)| left < least) {
                best = Some((left, *clause));
            }
            if left <= 1 {
                break;
            }
        }
        best.map(|(_, clause)| clause)
    }

    fn holds(&self, limits: &[Limit]) -> bool {
        limits.iter().all(|limit| {
            let value = self.simplex.value(limit.var);
            limit.low.as_ref().is_none_or(|low| value >= low)
                && limit.high.as_ref().is_none_or(|high| value <= high)
        })
    }

    /// Branch and bound: the best over all alternatives that the best solution
    /// found so far breaks.
    fn climb(&mut self, open: &[usize], objective: Var) -> Reach {
        if self.budget == 0 || self.fuel == 0 {
            return Reach::Unknown;
        }
        self.budget -= 1;
        self.fuel -= 1;
        match self.simplex.check() {
            Outcome::Feasible => {}
            Outcome::Infeasible(_) => return Reach::Nothing,
            Outcome::GaveUp => return Reach::Unknown,
        }
        let extent = self.simplex.maximum(objective);
        let Some(clause) = self.broken(open) else {
            return match extent {
                Extent::Unbounded => Reach::Endless,
                Extent::GaveUp => Reach::Unknown,
                Extent::Reaches(end) => Reach::To(Bound {
                    open: !end.tiny.is_zero(),
                    value: end.value,
                }),
            };
        };
        let rest: Vec<usize> = open.iter().copied().filter(|c| *c != clause).collect();
        let mut best = Reach::Nothing;
        for alternative in 0..self.clauses[clause].len() {
            let mark = self.simplex.mark();
            let reach = match self.assert(clause, alternative) {
                Err(_) => Reach::Nothing,
                Ok(()) => self.climb(&rest, objective),
            };
            self.simplex.undo(mark);
            best = farther(best, reach);
        }
        best
    }
}

fn farther(a: Reach, b: Reach) -> Reach {
    match (a, b) {
        (Reach::Nothing, other) | (other, Reach::Nothing) => other,
        (Reach::Unknown, _) | (_, Reach::Unknown) => Reach::Unknown,
        (Reach::Endless, _) | (_, Reach::Endless) => Reach::Endless,
        (Reach::To(a), Reach::To(b)) => {
            let (x, y) = (Delta::upper(&a), Delta::upper(&b));
            Reach::To(if x >= y { a } else { b })
        }
    }
}

fn tag(clause: usize) -> Tag {
    Tag::try_from(clause).unwrap_or(Tag::MAX)
}
