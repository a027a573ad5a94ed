//! Statements and definitions as one system that tells which subsets of the
//! statements have a common solution.
//!
//! Every linear form has its variable from the start, so asking about another
//! subset asserts other bounds on the same tableau. Clauses with several
//! alternatives are followed lazily: only where the solution found so far
//! breaks one is it split, and a refutation that does not need the split ends
//! all of its branches at once.

mod build;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use recount_model::{Bound, Number};

use super::bounds::{Bounds, Choice, Limit};
use super::formula::{Clause, Terms, UnknownId};
use super::places::Places;
use super::solver::{Delta, Extent, Outcome, Simplex, Tag, Var};

/// Checks after which one question is given up: it then counts as solvable.
const CHECKS: usize = 300;

/// Checks after which every further question to one system is given up.
const FUEL: usize = 3_000;

/// See the module.
#[derive(Debug)]
pub(crate) struct System {
    simplex: Simplex,
    /// A variable that is 1 / the denominator; only where a ratio is measured.
    scale: Option<Var>,
    /// What is not measured in units of the denominator.
    bare: BTreeSet<UnknownId>,
    vars: BTreeMap<UnknownId, Var>,
    forms: BTreeMap<Terms, Var>,
    shifted: BTreeMap<(Var, Number), Var>,
    clauses: Vec<Choice>,
    /// What each variable is in terms of the plain ones.
    terms: BTreeMap<Var, Rc<Vec<(Var, Number)>>>,
    bounds: Bounds,
    places: Places,
    /// The clauses of the present question.
    asked: Vec<usize>,
    /// Values of places that nobody gave, instead of those of the simplex.
    suited: BTreeMap<Var, Delta>,
    /// The farthest that the objective is known to reach.
    reached: Option<Delta>,
    /// Tags that stand for several: what they stand for, by their distance from
    /// the number of clauses.
    joint: Vec<Vec<Tag>>,
    /// For each statement, its clauses.
    statements: Vec<Vec<usize>>,
    /// The clauses that always hold.
    rules: Vec<usize>,
    budget: usize,
    fuel: usize,
    /// The work after which every question is given up.
    most: usize,
}

/// Is there a common solution?
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Yes.
    Possible,
    /// It could not be told in time.
    Unknown,
    /// No; these of the statements, ascending, with these of the rules suffice.
    Impossible { statements: Vec<usize>, rules: Vec<usize> },
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

    /// The same system for so much more work ([`System::work`]).
    pub(crate) const fn within(mut self, work: usize) -> Self {
        self.allow(work);
        self
    }

    /// From now on so much more work.
    pub(crate) const fn allow(&mut self, work: usize) {
        self.most = self.work().saturating_add(work);
    }

    /// How much was done so far. Checks are not all alike: one of many statements
    /// takes as long as a hundred of two.
    pub(crate) const fn work(&self) -> usize {
        self.clauses.len() + self.simplex.work() + self.bounds.work()
    }

    /// A system of the clauses of each statement, and of those that always hold.
    pub(crate) fn new(statements: &[&[Clause]], rules: &[&Clause]) -> Self {
        Self::build(statements, rules, None)
    }

    /// The same system in which every unknown but the `bare` ones (ranks, counts,
    /// shares) is measured in units of `denominator`: a ratio to it becomes
    /// linear (A. Charnes and W. W. Cooper, "Programming with linear fractional
    /// functionals", 1962).
    pub(crate) fn scaled(
        statements: &[&[Clause]],
        rules: &[&Clause],
        denominator: &Terms,
        bare: BTreeSet<UnknownId>,
    ) -> Self {
        Self::build(statements, rules, Some((denominator, bare)))
    }

    /// Looks for solutions from these values on: no answer depends on them, but
    /// what satisfies nearly everything is soon found from what nearly does.
    pub(crate) fn start(&mut self, guess: &dyn Fn(UnknownId) -> Option<Number>) {
        let known = self.vars.iter().filter_map(|(unknown, var)| Some((*var, guess(*unknown)?)));
        self.simplex.start(known);
    }

    /// Have the statements of `set`, with all rules, a common solution?
    pub(crate) fn solve(&mut self, set: &[usize]) -> Answer {
        let outcome = self.ask(set, None);
        let tags = match outcome {
            Found::Impossible(tags) => tags,
            Found::Solved(_) => return Answer::Possible,
            Found::GaveUp => return Answer::Unknown,
        };
        let has = |clauses: &[usize]| clauses.iter().any(|c| tags.contains(&tag(*c)));
        let statements = set.iter().copied().filter(|s| has(&self.statements[*s]));
        let rules = (0..self.rules.len()).filter(|r| has(&[self.rules[*r]]));
        Answer::Impossible { statements: statements.collect(), rules: rules.collect() }
    }

    /// After [`Answer::Possible`]: every statement that the solution found makes
    /// true, whether it was asked for or not.
    pub(crate) fn holding(&self) -> Vec<usize> {
        let clause = |clause: &usize| self.clauses[*clause].iter().any(|l| self.holds(l));
        let statements = 0..self.statements.len();
        statements.filter(|s| self.statements[*s].iter().all(clause)).collect()
    }

    /// After [`Answer::Possible`]: the value of an unknown in the solution found.
    pub(crate) fn value(&self, unknown: UnknownId) -> Option<&Delta> {
        let var = self.vars.get(&unknown)?;
        Some(self.suited.get(var).unwrap_or_else(|| self.simplex.value(*var)))
    }

    /// How far the sum of `terms` can go up, given the statements of `set`.
    pub(crate) fn maximum(&mut self, set: &[usize], terms: &Terms) -> Reach {
        let objective = self.form(terms);
        self.bounds = Bounds::new(self.simplex.len(), &self.clauses);
        match self.ask(set, Some(objective)) {
            Found::Impossible(_) => Reach::Nothing,
            Found::GaveUp => Reach::Unknown,
            Found::Solved(reach) => reach,
        }
    }

    fn ask(&mut self, set: &[usize], objective: Option<Var>) -> Found {
        let (mark, start) = (self.simplex.mark(), self.bounds.mark());
        self.budget = CHECKS;
        self.joint.clear();
        self.reached = None;
        let statements = set.iter().flat_map(|s| self.statements[*s].clone());
        let all: Vec<usize> = self.rules.iter().copied().chain(statements).collect();
        self.asked.clone_from(&all);
        let impossible = all.iter().find(|clause| self.clauses[**clause].is_empty());
        let found = match impossible {
            Some(clause) => Found::Impossible(vec![tag(*clause)]),
            None => {
                let (plain, open): (Vec<usize>, Vec<usize>) =
                    all.into_iter().partition(|clause| self.clauses[*clause].len() == 1);
                let plain: Vec<(usize, usize)> = plain.into_iter().map(|c| (c, 0)).collect();
                self.search(&plain, &open, &open, objective)
            }
        };
        self.simplex.undo(mark);
        self.bounds.undo(start);
        found
    }

    /// Adds the `fixed` alternatives and the `new` clauses, and looks for values
    /// that keep them and all that are `open`; the best ones for the objective,
    /// where there is one, by branch and bound.
    fn search(
        &mut self,
        fixed: &[(usize, usize)],
        new: &[usize],
        open: &[usize],
        objective: Option<Var>,
    ) -> Found {
        if self.budget == 0 || self.fuel == 0 || self.work() >= self.most {
            return Found::GaveUp;
        }
        self.budget -= 1;
        self.fuel -= 1;
        let open = match self.narrow(fixed, new, open) {
            Err(tags) => return Found::Impossible(tags),
            Ok(open) => open,
        };
        match self.simplex.check() {
            Outcome::Feasible => {}
            Outcome::Infeasible(tags) => return Found::Impossible(self.single(tags)),
            Outcome::GaveUp => return Found::GaveUp,
        }
        let extent = objective.map(|objective| self.simplex.maximum(objective));
        if let (Some(Extent::Reaches(end)), Some(reached)) = (&extent, &self.reached)
            && end <= reached
        {
            return Found::Solved(Reach::Nothing);
        }
        let Some(clause) = self.unsuited(&open) else {
            return match extent {
                None | Some(Extent::Unbounded) => Found::Solved(Reach::Endless),
                Some(Extent::GaveUp) => Found::GaveUp,
                Some(Extent::Reaches(end)) => {
                    self.reached = Some(end.clone());
                    Found::Solved(Reach::To(Bound { open: !end.tiny.is_zero(), value: end.value }))
                }
            };
        };
        let rest: Vec<usize> = open.iter().copied().filter(|c| *c != clause).collect();
        let mut reasons = vec![tag(clause)];
        let (mut gave_up, mut best) = (false, None);
        for alternative in self.by_nearness(clause) {
            let (mark, start) = (self.simplex.mark(), self.bounds.mark());
            let found = self.search(&[(clause, alternative)], &[], &rest, objective);
            self.simplex.undo(mark);
            self.bounds.undo(start);
            match found {
                Found::Solved(reach) if objective.is_none() => return Found::Solved(reach),
                Found::Solved(Reach::Endless) => return Found::Solved(Reach::Endless),
                Found::Solved(reach) => best = Some(farther(best, reach)),
                Found::GaveUp => gave_up = true,
                Found::Impossible(tags) if !tags.contains(&tag(clause)) => {
                    return Found::Impossible(tags);
                }
                Found::Impossible(tags) => reasons.extend(tags),
            }
        }
        match best {
            _ if gave_up => Found::GaveUp,
            Some(reach) => Found::Solved(reach),
            None => {
                reasons.sort_unstable();
                reasons.dedup();
                Found::Impossible(reasons)
            }
        }
    }

    /// Follows what is new through all bounds, asserts it and what it leaves no
    /// choice about; the clauses that may yet be broken.
    fn narrow(
        &mut self,
        fixed: &[(usize, usize)],
        new: &[usize],
        open: &[usize],
    ) -> Result<Vec<usize>, Vec<Tag>> {
        let chosen = self.bounds.follow(&self.clauses, fixed, new)?;
        for (clause, alternative) in fixed {
            let own = tag(*clause);
            self.assert(*clause, *alternative, own).map_err(|tags| self.single(tags))?;
        }
        for one in chosen {
            let joint = self.clauses.len() + self.joint.len();
            let mut tags = one.because;
            tags.push(tag(one.clause));
            self.joint.push(tags);
            self.assert(one.clause, one.alternative, tag(joint)).map_err(|tags| self.single(tags))?;
        }
        Ok(self.bounds.unsettled(&self.clauses, open))
    }

    /// The tags of clauses behind tags that stand for several.
    fn single(&self, tags: Vec<Tag>) -> Vec<Tag> {
        let mut single = Vec::new();
        for tag in tags {
            let at = usize::try_from(tag).unwrap_or(usize::MAX);
            match at.checked_sub(self.clauses.len()) {
                Some(joint) => single.extend(self.joint.get(joint).into_iter().flatten()),
                None => single.push(tag),
            }
        }
        single.sort_unstable();
        single.dedup();
        single
    }

    fn assert(&mut self, clause: usize, alternative: usize, own: Tag) -> Result<(), Vec<Tag>> {
        for limit in &self.clauses[clause][alternative] {
            if let Some(low) = &limit.low {
                self.simplex.at_least(limit.var, low.clone(), own)?;
            }
            if let Some(high) = &limit.high {
                self.simplex.at_most(limit.var, high.clone(), own)?;
            }
        }
        Ok(())
    }

    /// A broken clause, where the places that nobody gave are as they suit best.
    fn unsuited(&mut self, open: &[usize]) -> Option<usize> {
        self.suited.clear();
        let broken = self.broken(open)?;
        let value = |var: Var| self.simplex.value(var);
        let suited = self.places.suited(&self.asked, &value);
        if suited.is_empty() {
            return Some(broken);
        }
        self.suited = suited;
        let asked = |clause: &usize| self.asked.contains(clause);
        let ordered: Vec<usize> = self.places.clauses().filter(asked).collect();
        if self.broken(&ordered).is_some() {
            self.suited.clear();
            return Some(broken);
        }
        self.broken(open)
    }

    /// Of the clauses that the values found so far break, the one with the
    /// fewest alternatives.
    fn broken(&self, open: &[usize]) -> Option<usize> {
        let broken = |clause: &&usize| {
            let alternatives = &self.clauses[**clause];
            !alternatives.iter().any(|limits| self.holds(limits))
        };
        let broken = open.iter().filter(broken);
        broken.min_by_key(|c| self.clauses[**c].len()).copied()
    }

    /// The alternatives of a clause, those first of which the values found so
    /// far keep the most.
    fn by_nearness(&self, clause: usize) -> Vec<usize> {
        let missed = |at: &usize| {
            let limits = self.clauses[clause][*at].iter();
            limits.filter(|l| !self.keeps(l)).count()
        };
        let mut order: Vec<usize> = (0..self.clauses[clause].len()).collect();
        order.sort_by_key(missed);
        order
    }

    fn holds(&self, limits: &[Limit]) -> bool {
        limits.iter().all(|limit| self.keeps(limit))
    }

    fn keeps(&self, limit: &Limit) -> bool {
        let suited = |(var, _): &(Var, Number)| self.suited.contains_key(var);
        if !self.suited.is_empty() && limit.terms.iter().any(suited) {
            let value = limit.terms.iter().fold(Delta::default(), |sum, (var, f)| {
                let own = self.suited.get(var);
                &sum + &own.unwrap_or_else(|| self.simplex.value(*var)).scaled(f)
            });
            return is_kept(limit, &value);
        }
        is_kept(limit, self.simplex.value(limit.var))
    }
}

fn is_kept(limit: &Limit, value: &Delta) -> bool {
    limit.low.as_ref().is_none_or(|low| value >= low) && limit.high.as_ref().is_none_or(|high| value <= high)
}

/// What a search found.
enum Found {
    /// Values, and how far they let the objective go.
    Solved(Reach),
    /// None: the clauses of these tags exclude each other.
    Impossible(Vec<Tag>),
    /// It could not be told in time.
    GaveUp,
}

fn farther(best: Option<Reach>, reach: Reach) -> Reach {
    match (best, reach) {
        (None, reach) => reach,
        (Some(Reach::Nothing), other) | (Some(other), Reach::Nothing) => other,
        (Some(Reach::Unknown), _) | (Some(_), Reach::Unknown) => Reach::Unknown,
        (Some(Reach::Endless), _) | (Some(_), Reach::Endless) => Reach::Endless,
        (Some(Reach::To(a)), Reach::To(b)) => {
            let (x, y) = (Delta::upper(&a), Delta::upper(&b));
            Reach::To(if x >= y { a } else { b })
        }
    }
}

fn tag(clause: usize) -> Tag {
    Tag::try_from(clause).unwrap_or(Tag::MAX)
}
