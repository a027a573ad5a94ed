//! Bounds that follow from bounds, before any solver is asked.
//!
//! Interval propagation (E. Davis, "Constraint propagation with interval
//! labels", 1987) over the same clauses as the simplex: it finds most
//! contradictions alone, and leaves few alternatives open where it does not.
//! Every bound remembers which clauses it follows from.

use std::collections::{BinaryHeap, VecDeque};
use std::rc::Rc;

use recount_model::Number;

use super::solver::{Delta, Tag, Var};

/// A form that lies between two ends.
#[derive(Clone, Debug)]
pub(crate) struct Limit {
    /// Its variable in the simplex.
    pub(crate) var: Var,
    /// The form itself.
    pub(crate) terms: Rc<Vec<(Var, Number)>>,
    /// From here …
    pub(crate) low: Option<Delta>,
    /// … to here.
    pub(crate) high: Option<Delta>,
}

/// Alternatives, each a conjunction.
pub(crate) type Choice = Vec<Vec<Limit>>;

/// So many times one end of one variable is moved: propagation may creep
/// towards a limit for ever.
const MOVES: u8 = 6;

/// A bound that leaves a variable less room by no more than one part in so many
/// is not kept: thousands of statements would move every bound a little.
const PART: i32 = 64;

/// A bound, and the step that it came with.
type End = Option<(Delta, usize)>;

#[derive(Debug)]
struct Step {
    tag: Tag,
    inputs: Vec<usize>,
}

/// What a clause is to a question.
#[derive(Clone, Debug, Default, PartialEq)]
enum Role {
    /// Nothing: it was not asked for.
    #[default]
    Off,
    /// One of its alternatives holds, and it is not known which.
    Open,
    /// This alternative holds, because of these steps.
    Fixed(usize, Vec<usize>),
}

#[derive(Debug)]
enum Undo {
    End { var: Var, high: bool, old: End },
    Role { clause: usize, old: Role },
}

/// What is known of every variable.
#[derive(Debug, Default)]
pub(crate) struct Bounds {
    lows: Vec<End>,
    highs: Vec<End>,
    moves: Vec<[u8; 2]>,
    steps: Vec<Step>,
    roles: Vec<Role>,
    trail: Vec<Undo>,
    /// The clauses that speak of a variable.
    users: Vec<Vec<usize>>,
    /// The clauses to look at, and whether each is among them.
    queue: VecDeque<usize>,
    queued: Vec<bool>,
    /// The variables of which an end was moved since the last question.
    moved: Vec<Var>,
    /// So many terms of limits were looked at.
    work: usize,
}

/// A clause of which one alternative is left, and the clauses that exclude the
/// others.
#[derive(Debug)]
pub(crate) struct Chosen {
    pub(crate) clause: usize,
    pub(crate) alternative: usize,
    pub(crate) because: Vec<Tag>,
}

impl Bounds {
    /// Nothing is known of so many variables, and nothing asked yet.
    pub(crate) fn new(vars: usize, clauses: &[Choice]) -> Self {
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); vars];
        for (clause, choice) in clauses.iter().enumerate() {
            for limit in choice.iter().flatten() {
                for (var, _) in limit.terms.iter() {
                    if users[*var].last() != Some(&clause) {
                        users[*var].push(clause);
                    }
                }
            }
        }
        Self {
            lows: vec![None; vars],
            highs: vec![None; vars],
            moves: vec![[0; 2]; vars],
            steps: Vec::new(),
            roles: vec![Role::Off; clauses.len()],
            trail: Vec::new(),
            users,
            queue: VecDeque::new(),
            queued: vec![false; clauses.len()],
            moved: Vec::new(),
            work: 0,
        }
    }

    /// How much was done so far: terms of limits that were looked at.
    pub(crate) const fn work(&self) -> usize {
        self.work
    }

    /// A place to come back to with [`Bounds::undo`].
    pub(crate) fn mark(&self) -> (usize, usize) {
        (self.trail.len(), self.steps.len())
    }

    /// Forgets what was learnt since the mark.
    pub(crate) fn undo(&mut self, (trail, steps): (usize, usize)) {
        for undo in self.trail.drain(trail..).rev() {
            match undo {
                Undo::End { var, high, old } => match high {
                    true => self.highs[var] = old,
                    false => self.lows[var] = old,
                },
                Undo::Role { clause, old } => self.roles[clause] = old,
            }
        }
        self.steps.truncate(steps);
    }

    /// Follows more clauses: those of which an alternative is given, and those
    /// of which any may hold. `Err` names clauses that exclude each other.
    pub(crate) fn follow(
        &mut self,
        clauses: &[Choice],
        fixed: &[(usize, usize)],
        open: &[usize],
    ) -> Result<Vec<Chosen>, Vec<Tag>> {
        let chosen = self.learn(clauses, fixed, open)?;
        let because = |clause: usize| match &self.roles[clause] {
            Role::Fixed(alternative, steps) => {
                Some(Chosen { clause, alternative: *alternative, because: self.reasons(steps.clone()) })
            }
            Role::Open | Role::Off => None,
        };
        Ok(chosen.into_iter().filter_map(because).collect())
    }

    /// The same, and only the numbers of the clauses of which one alternative is
    /// left. What it costs depends on what follows, not on how much is known.
    pub(crate) fn learn(
        &mut self,
        clauses: &[Choice],
        fixed: &[(usize, usize)],
        open: &[usize],
    ) -> Result<Vec<usize>, Vec<Tag>> {
        for var in self.moved.drain(..) {
            self.moves[var] = [0; 2];
        }
        for clause in self.queue.drain(..) {
            self.queued[clause] = false;
        }
        let fixed =
            fixed.iter().map(|(clause, alternative)| (*clause, Role::Fixed(*alternative, Vec::new())));
        let open = open.iter().map(|clause| (*clause, Role::Open));
        let mut run = Run { chosen: Vec::new(), bounds: self, clauses };
        for (clause, role) in fixed.chain(open) {
            run.bounds.play(clause, role);
            run.put(clause);
        }
        run.exhaust()?;
        Ok(run.chosen)
    }

    /// Of some clauses those that may yet be broken.
    pub(crate) fn unsettled(&self, clauses: &[Choice], open: &[usize]) -> Vec<usize> {
        let settled = |clause: &usize| {
            let holds = |limits: &Vec<Limit>| limits.iter().all(|l| self.holds(l));
            self.roles[*clause] != Role::Open || clauses[*clause].iter().any(holds)
        };
        open.iter().copied().filter(|c| !settled(c)).collect()
    }

    fn play(&mut self, clause: usize, role: Role) {
        let old = std::mem::replace(&mut self.roles[clause], role);
        self.trail.push(Undo::Role { clause, old });
    }

    /// The clauses behind some steps. A step uses earlier ones only, so the
    /// latest comes first, and equal ones side by side.
    fn reasons(&self, open: Vec<usize>) -> Vec<Tag> {
        let mut open = BinaryHeap::from(open);
        let mut tags = Vec::new();
        let mut last = None;
        while let Some(step) = open.pop() {
            if last != Some(step) {
                last = Some(step);
                tags.push(self.steps[step].tag);
                open.extend(&self.steps[step].inputs);
            }
        }
        tags.sort_unstable();
        tags.dedup();
        tags
    }

    /// The greatest (or least) value of one term.
    fn end(&self, (var, factor): &(Var, Number), most: bool) -> Option<&(Delta, usize)> {
        let ends = match most != factor.is_negative() {
            true => &self.highs,
            false => &self.lows,
        };
        ends[*var].as_ref()
    }

    /// The greatest (or least) value of a form.
    fn extreme(&self, terms: &[(Var, Number)], most: bool) -> Option<Delta> {
        let mut sum = Delta::default();
        for term in terms {
            let (end, _) = self.end(term, most)?;
            sum = &sum + &end.scaled(&term.1);
        }
        Some(sum)
    }

    fn steps_of(&self, terms: &[(Var, Number)], most: bool) -> Vec<usize> {
        let ends = terms.iter().filter_map(|term| self.end(term, most));
        ends.map(|(_, step)| *step).collect()
    }

    /// Is the limit kept by whatever is possible?
    fn holds(&self, limit: &Limit) -> bool {
        let above = |low: &Delta| self.extreme(&limit.terms, false).is_some_and(|e| e >= *low);
        let below = |high: &Delta| self.extreme(&limit.terms, true).is_some_and(|e| e <= *high);
        limit.low.as_ref().is_none_or(above) && limit.high.as_ref().is_none_or(below)
    }

    /// The steps that leave the limit no way, if there are any.
    fn excluded(&self, limit: &Limit) -> Option<Vec<usize>> {
        let below = limit.low.as_ref().is_some_and(|low| {
            let most = self.extreme(&limit.terms, true);
            most.is_some_and(|most| most < *low)
        });
        if below {
            return Some(self.steps_of(&limit.terms, true));
        }
        let above = limit.high.as_ref().is_some_and(|high| {
            let least = self.extreme(&limit.terms, false);
            least.is_some_and(|least| least > *high)
        });
        above.then(|| self.steps_of(&limit.terms, false))
    }
}

struct Run<'r> {
    bounds: &'r mut Bounds,
    clauses: &'r [Choice],
    /// Clauses of which one alternative is left, as they are found.
    chosen: Vec<usize>,
}

impl Run<'_> {
    fn put(&mut self, clause: usize) {
        let bounds = &mut *self.bounds;
        if !std::mem::replace(&mut bounds.queued[clause], true) {
            bounds.queue.push_back(clause);
        }
    }

    fn exhaust(&mut self) -> Result<(), Vec<Tag>> {
        while let Some(clause) = self.bounds.queue.pop_front() {
            self.bounds.queued[clause] = false;
            self.clause(clause)?;
        }
        Ok(())
    }

    fn clause(&mut self, clause: usize) -> Result<(), Vec<Tag>> {
        let clauses = self.clauses;
        if self.bounds.roles[clause] == Role::Open {
            let mut because = Vec::new();
            let mut left = Vec::new();
            for (at, limits) in clauses[clause].iter().enumerate() {
                match limits.iter().find_map(|l| self.bounds.excluded(l)) {
                    Some(steps) => because.extend(steps),
                    None => left.push(at),
                }
            }
            match left.as_slice() {
                [] => {
                    let mut tags = self.bounds.reasons(because);
                    tags.push(tag(clause));
                    tags.sort_unstable();
                    return Err(tags);
                }
                [only] => {
                    self.chosen.push(clause);
                    self.bounds.play(clause, Role::Fixed(*only, because));
                }
                _ => return Ok(()),
            }
        }
        let Role::Fixed(alternative, because) = self.bounds.roles[clause].clone() else {
            return Ok(());
        };
        for limit in &clauses[clause][alternative] {
            self.limit(clause, limit, &because)?;
        }
        Ok(())
    }

    fn limit(&mut self, clause: usize, limit: &Limit, because: &[usize]) -> Result<(), Vec<Tag>> {
        for (end, most) in [(&limit.high, true), (&limit.low, false)] {
            let Some(end) = end else { continue };
            // Σ ≤ end, so each term is at most end less the least of the others
            // (and the other way round).
            let terms = &limit.terms;
            let known = |at: &usize| self.bounds.end(&terms[*at], !most).is_some();
            let unknown: Vec<usize> = (0..terms.len()).filter(|at| !known(at)).take(2).collect();
            let which = match unknown.as_slice() {
                [] => 0..terms.len(),
                [one] => *one..*one + 1,
                _ => continue,
            };
            for at in which {
                self.bounds.work += terms.len();
                let others = || {
                    let all = terms.iter().enumerate();
                    all.filter(move |(other, _)| *other != at)
                };
                let mut rest = end.clone();
                let mut inputs = because.to_vec();
                for (_, term) in others() {
                    if let Some((least, step)) = self.bounds.end(term, !most) {
                        rest = &rest - &least.scaled(&term.1);
                        inputs.push(*step);
                    }
                }
                let (var, factor) = &terms[at];
                let Some(inverse) = Number::ONE.checked_div(factor) else {
                    continue;
                };
                let high = most != factor.is_negative();
                self.tighten(*var, high, rest.scaled(&inverse), clause, inputs)?;
            }
        }
        Ok(())
    }

    fn tighten(
        &mut self,
        var: Var,
        high: bool,
        end: Delta,
        clause: usize,
        inputs: Vec<usize>,
    ) -> Result<(), Vec<Tag>> {
        let end = end.signed();
        let bounds = &mut *self.bounds;
        let (own, other) = match high {
            true => (&bounds.highs[var], &bounds.lows[var]),
            false => (&bounds.lows[var], &bounds.highs[var]),
        };
        let tighter = |old: &Delta| if high { end < *old } else { end > *old };
        let moves = &mut bounds.moves[var][usize::from(high)];
        if own.as_ref().is_some_and(|(old, _)| !tighter(old)) {
            return Ok(());
        }
        let crossed = |other: &Delta| if high { end < *other } else { end > *other };
        let clash = other.as_ref().filter(|(other, _)| crossed(other));
        if let Some((_, step)) = clash {
            let mut open = inputs;
            open.push(*step);
            let mut tags = bounds.reasons(open);
            tags.push(tag(clause));
            tags.sort_unstable();
            tags.dedup();
            return Err(tags);
        }
        let idle = |(old, _): &(Delta, usize)| !inputs.is_empty() && is_little(old, &end, other.as_ref());
        if *moves >= MOVES || own.as_ref().is_some_and(idle) {
            return Ok(());
        }
        *moves += 1;
        bounds.moved.push(var);
        let step = bounds.steps.len();
        bounds.steps.push(Step { tag: tag(clause), inputs });
        let end = Some((end, step));
        let old = match high {
            true => std::mem::replace(&mut bounds.highs[var], end),
            false => std::mem::replace(&mut bounds.lows[var], end),
        };
        bounds.trail.push(Undo::End { var, high, old });
        for at in 0..self.bounds.users[var].len() {
            let user = self.bounds.users[var][at];
            if self.bounds.roles[user] != Role::Off {
                self.put(user);
            }
        }
        Ok(())
    }
}

/// Does the new end take little of the room between the old one and the other,
/// or of what the old one is where there is no other?
fn is_little(old: &Delta, new: &Delta, other: Option<&(Delta, usize)>) -> bool {
    let step = (&new.value - &old.value).abs();
    let room = match other {
        Some((other, _)) => (&other.value - &old.value).abs(),
        None => old.value.abs(),
    };
    !step.is_zero() && step * Number::from(PART) < room
}

fn tag(clause: usize) -> Tag {
    Tag::try_from(clause).unwrap_or(Tag::MAX)
}
