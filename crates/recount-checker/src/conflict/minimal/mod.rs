//! Minimal sets: statements that have no common solution, while any of them
//! left out leaves the rest one.
//!
//! One set is found by leaving out statements one after another and keeping
//! only what the last refutation used (J. W. Chinneck and E. W. Dravnieks,
//! "Locating minimal infeasible constraint sets in linear programs", 1991;
//! A. Belov and J. Marques-Silva, "Accelerating MUS extraction with recursive
//! model rotation", 2011, for the clause-set refinement). All sets are found
//! by hitting sets (R. Reiter, "A theory of diagnosis from first principles",
//! 1987): every further set avoids some statement of each set found so far.
//! Where that takes too long, the smallest sets are looked for ([`by_size`]).
//! What one solution makes true beside what was asked for is not asked again
//! (as in M. H. Liffiton, A. Previti, A. Malik and J. Marques-Silva, "Fast,
//! flexible MUS enumeration", 2016).

mod by_size;
mod longer;

use std::collections::BTreeSet;

use super::left_out::LeftOut;
use super::system::{Answer, System};
use longer::{FEW, Longer, QUICK, SHORT};

/// How much is looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// At most so many sets are looked for …
    pub(crate) sets: usize,
    /// … and at most so many times is the solver asked for one more …
    pub(crate) questions: usize,
    /// … by so much work of systems in all, and by as much again where the
    /// smallest sets are looked for.
    pub(crate) work: usize,
}

impl Limits {
    /// Those of one component.
    pub(crate) const COMPONENT: Self = Self { sets: 60, questions: 240, work: 2 * WORK };
}

/// The work of a search, as [`System::work`] counts it: a question can take as
/// much as ten thousand others, so that their number alone is no bound.
pub(crate) const WORK: usize = 2_000_000;

/// One question takes no more than one part in so many of what a search may.
const SHARE: usize = 10;

/// So many statements at most do the sets have together …
const LENGTH: usize = 200;

/// … and at most so many ways to avoid the sets found so far are tried.
const NODES: usize = 20_000;

/// Who tells whether statements have a common solution.
pub(crate) trait Ask {
    /// Have they? What it takes is taken from `work`; where nothing is left, it
    /// cannot be told.
    fn ask(&mut self, statements: &[usize], work: &mut usize) -> Asked;

    /// The same of a few statements. Where they have one, it is one that as many
    /// others have, too, as may be.
    fn ask_beside(&mut self, statements: &[usize], work: &mut usize) -> Asked {
        self.ask(statements, work)
    }

    /// Statements of which each set has one, where that is known.
    fn suspects(&self) -> &[usize] {
        &[]
    }
}

/// The answer.
pub(crate) enum Asked {
    /// Yes, and all of these have it, whether they were asked for or not.
    Possible(BTreeSet<usize>),
    /// It could not be told in time.
    Unknown,
    /// No: these of them have none, ascending.
    Impossible(Vec<usize>),
}

impl Ask for System {
    fn ask(&mut self, statements: &[usize], work: &mut usize) -> Asked {
        let before = self.work();
        self.allow(*work);
        let answer = self.solve(statements);
        *work = work.saturating_sub(self.work() - before);
        match answer {
            Answer::Possible => Asked::Possible(self.holding().into_iter().collect()),
            Answer::Unknown => Asked::Unknown,
            Answer::Impossible { statements, .. } => Asked::Impossible(statements),
        }
    }
}

/// Minimal sets of one component.
#[derive(Debug, Default)]
pub(crate) struct Minimal {
    /// Each ascending; the smallest first, then by their statements.
    pub(crate) sets: Vec<Vec<usize>>,
    /// What was not looked at, if anything.
    pub(crate) left_out: Option<LeftOut>,
}

/// All minimal sets among `count` statements; where there are more than the
/// limits allow, the smallest. `own` gives the
/// system of some of the statements alone, in their order.
pub(crate) fn sets(
    asker: &mut dyn Ask,
    count: usize,
    limits: Limits,
    own: &dyn Fn(&[usize]) -> System,
) -> Minimal {
    let suspects = asker.suspects().to_vec();
    let mut search = Search {
        asker,
        limits,
        count,
        own,
        cores: Vec::new(),
        possible: Vec::new(),
        seen: BTreeSet::new(),
        questions: 0,
        work: limits.work,
        left_out: LeftOut::default(),
        longer: Longer::new(&suspects),
    };
    if count <= FEW {
        search.all();
    } else if !search.all_quickly() {
        search.longer.follow_some();
        search.all();
    }
    if search.left_out.sets {
        search.work = limits.work;
        by_size::search(&mut search, limits.sets, limits.questions, by_size::LONG);
    } else if search.longer.some {
        // On the ways that were not followed there may be short ones.
        search.left_out.sets = !by_size::search(&mut search, limits.sets, limits.questions, SHORT);
    }
    let sets = search.told();
    Minimal { sets, left_out: Some(search.left_out).filter(|left_out| *left_out != LeftOut::default()) }
}

/// Statements that have no common solution.
struct Core {
    statements: Vec<usize>,
    /// Was it shown that each part of them has one?
    proved: bool,
    /// Have they one where nothing else is said? Then it is no set of theirs.
    possible: bool,
}

struct Search<'a> {
    asker: &'a mut dyn Ask,
    limits: Limits,
    count: usize,
    own: &'a dyn Fn(&[usize]) -> System,
    cores: Vec<Core>,
    /// Statements that have a common solution.
    possible: Vec<BTreeSet<usize>>,
    seen: BTreeSet<BTreeSet<usize>>,
    questions: usize,
    /// So much work may yet be done.
    work: usize,
    left_out: LeftOut,
    /// What becomes of long sets.
    longer: Longer,
}

impl Search<'_> {
    /// Looks for every set that there is.
    fn all(&mut self) {
        let mut open = vec![BTreeSet::new()];
        while let Some(left_out) = open.pop() {
            open.extend(self.avoid(left_out));
        }
    }

    /// The same by little work; was it enough to find all, or as many as are told? If not,
    /// what was proved is kept, and all of the work is left.
    fn all_quickly(&mut self) -> bool {
        self.work = QUICK.min(self.limits.work / 4);
        self.all();
        let enough = self.left_out.questions == 0 && (!self.left_out.sets || self.is_full());
        if !enough {
            self.left_out = LeftOut::default();
            self.cores.retain(|core| core.proved || core.possible);
            self.seen.clear();
            self.questions = 0;
            self.work = self.limits.work;
        }
        enough
    }

    /// Are as many sets known as are looked for?
    fn is_full(&self) -> bool {
        let length: usize = self.cores.iter().map(|core| core.statements.len()).sum();
        self.cores.len() >= self.limits.sets || length >= LENGTH
    }

    /// Is there a set among the statements that are not left out? The ways to
    /// avoid that one too; the first is the last.
    fn avoid(&mut self, left_out: BTreeSet<usize>) -> Vec<BTreeSet<usize>> {
        if self.seen.contains(&left_out) {
            return Vec::new();
        }
        if self.seen.len() >= NODES {
            self.left_out.sets = true;
            return Vec::new();
        }
        let avoided = |core: &&Core| core.statements.iter().all(|s| !left_out.contains(s));
        let set = match self.cores.iter().find(avoided) {
            Some(known) => Some(known.statements.clone()),
            None => self.one_more(&left_out),
        };
        let next = |statement: usize| {
            let mut next = left_out.clone();
            next.insert(statement);
            next
        };
        let set = self.longer.ways(set.unwrap_or_default(), &left_out);
        let ways = set.into_iter().rev().map(next).collect();
        self.seen.insert(left_out);
        ways
    }

    /// The sets that are told, the smallest first.
    fn told(&mut self) -> Vec<Vec<usize>> {
        let cores = std::mem::take(&mut self.cores);
        let proved = cores.into_iter().filter(|core| core.proved);
        let mut sets: Vec<Vec<usize>> = proved.map(|core| core.statements).collect();
        sets.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        sets.dedup();
        sets.truncate(self.limits.sets);
        let sets = self.longer.told(sets);
        self.left_out.longer = self.longer.some;
        sets
    }

    fn one_more(&mut self, left_out: &BTreeSet<usize>) -> Option<Vec<usize>> {
        let rest = (0..self.count).filter(|s| !left_out.contains(s));
        let rest: Vec<usize> = rest.collect();
        let solved = |set: &BTreeSet<usize>| rest.iter().all(|s| set.contains(s));
        if self.possible.iter().any(solved) {
            return None;
        }
        if self.is_full() || self.questions >= self.limits.questions || self.work == 0 {
            self.left_out.sets = true;
            return None;
        }
        self.questions += 1;
        match self.with_share(|asker, work| asker.ask(&rest, work)) {
            Asked::Possible(mut holding) => {
                holding.extend(rest);
                self.possible.push(holding);
                None
            }
            Asked::Unknown => {
                self.left_out.questions += 1;
                None
            }
            Asked::Impossible(statements) => {
                let core = self.smallest(&statements, &rest);
                let set = core.statements.clone();
                self.cores.push(core);
                Some(set)
            }
        }
    }

    /// The answer to one question, by its share of the work that is left.
    fn with_share(&mut self, ask: impl FnOnce(&mut dyn Ask, &mut usize) -> Asked) -> Asked {
        let share = self.work.min(self.limits.work / SHARE + 1);
        let mut left = share;
        let answer = ask(&mut *self.asker, &mut left);
        self.work -= share - left;
        answer
    }

    /// A minimal subset of statements that have no common solution where all of `asked`
    /// are said.
    fn smallest(&mut self, statements: &[usize], asked: &[usize]) -> Core {
        let mut system = (self.own)(statements).within(self.work);
        let mut core = smallest(&mut system, statements);
        self.work = self.work.saturating_sub(system.work());
        // Who is left out may have been the only one to speak of some week.
        if core.possible && statements.len() < asked.len() && asked.len() <= FEW {
            if matches!(self.alone(asked), Answer::Impossible { .. }) {
                core = self.one_by_one(asked);
            }
        } else if core.proved && core.statements.len() < statements.len() {
            match self.alone(&core.statements) {
                Answer::Impossible { .. } => {}
                Answer::Possible => core = self.one_by_one(statements),
                Answer::Unknown => core.proved = false,
            }
        }
        self.left_out.unproved += usize::from(!core.proved && !core.possible);
        core
    }

    /// Have the statements a solution where nothing else is said?
    fn alone(&mut self, statements: &[usize]) -> Answer {
        let mut system = (self.own)(statements).within(self.work);
        let all: Vec<usize> = (0..statements.len()).collect();
        let answer = system.solve(&all);
        self.work = self.work.saturating_sub(system.work());
        answer
    }

    /// A minimal subset, where each that is tried is a world of its own.
    fn one_by_one(&mut self, statements: &[usize]) -> Core {
        let mut set = statements.to_vec();
        let mut proved = true;
        let mut needed = 0;
        while needed < set.len() {
            let mut without = set.clone();
            without.remove(needed);
            match self.alone(&without) {
                Answer::Impossible { .. } => set = without,
                Answer::Possible => needed += 1,
                Answer::Unknown => {
                    proved = false;
                    needed += 1;
                }
            }
        }
        Core { statements: set, proved, possible: false }
    }
}

/// A minimal subset of `core`, which has no common solution and of which
/// `system` is made.
fn smallest(system: &mut System, core: &[usize]) -> Core {
    let mut set: Vec<usize> = (0..core.len()).collect();
    let mut doubts = Vec::new();
    let (mut refuted, mut possible) = (false, false);
    match system.solve(&set) {
        Answer::Impossible { statements, .. } => (set, refuted) = (statements, true),
        Answer::Possible => possible = true,
        Answer::Unknown => {}
    }
    let mut needed = 0;
    while refuted && needed < set.len() {
        let mut without = set.clone();
        let statement = without.remove(needed);
        match system.solve(&without) {
            Answer::Impossible { statements, .. } => set = statements,
            Answer::Possible => needed += 1,
            Answer::Unknown => {
                doubts.push(statement);
                needed += 1;
            }
        }
    }
    // What was doubtful among many may be plain among the few that are left.
    let plain = |doubt: &usize| {
        let without: Vec<usize> = set.iter().copied().filter(|s| s != doubt).collect();
        without.len() == set.len() || system.solve(&without) == Answer::Possible
    };
    let proved = refuted && doubts.iter().all(plain);
    Core { statements: set.into_iter().map(|at| core[at]).collect(), proved, possible }
}
