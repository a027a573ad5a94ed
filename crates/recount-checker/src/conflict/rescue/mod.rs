//! What would have to be true instead: for each statement of a conflict, the
//! interval in which it would not contradict the others, whatever else is said.
//!
//! A quantity is pushed to its ends under all the other statements; weeks and
//! places, being whole, are tried one by one. Of several intervals the one next
//! to what is stated is given, and the words tell of the others too.

mod measured;
mod places;
mod say;
mod weeks;

use recount_model::{Assertion, Bound, Interval, MetricId, Number, Predicate, Unit};

use super::Rescue;
use super::formula::Terms;
use super::own::Own;
use super::statements::Statement;
use super::system::Answer;
use crate::finding::Amount;
use crate::shift::state;

/// Checks for the rescues of a set together, after which one is left out.
const PATIENCE: usize = 400;

/// A quantity that a statement states.
#[derive(Clone, Debug)]
pub(crate) struct Measure {
    /// What is measured.
    pub(crate) terms: Terms,
    /// Against what, for a ratio.
    pub(crate) base: Option<Terms>,
    /// The stated number is `terms / base · scale − offset`.
    pub(crate) scale: Number,
    pub(crate) offset: Number,
    /// The unit of the stated number.
    pub(crate) unit: Unit,
}

/// The unit in which a metric's amounts are measured.
pub(crate) const fn own(terms: Terms) -> Measure {
    Measure { terms, base: None, scale: Number::ONE, offset: Number::ZERO, unit: Unit::Own }
}

/// What would do, if anything, and the same in words.
type Found = (Option<Amount>, String);

/// One rescue for each statement: against the others of its set, whatever else
/// is said. A statement of which nothing could be told in time has none.
pub(crate) fn rescues(own: &mut Own<'_>, set: &[&Statement], speakers: &[usize]) -> Vec<Rescue> {
    let mut rescues = Vec::new();
    for (at, statement) in (0..).zip(speakers) {
        let found = Rescuer { own, set, at }.any();
        if let Some((holds_if, words)) = found {
            rescues.push(Rescue { statement: *statement, holds_if, words });
        }
    }
    rescues
}

/// Looks for what would rescue one statement of a set.
struct Rescuer<'r, 'w> {
    own: &'r mut Own<'w>,
    set: &'r [&'r Statement],
    at: usize,
}

impl Rescuer<'_, '_> {
    fn any(&mut self) -> Option<Found> {
        let statement = self.set[self.at];
        let said = &statement.assertion;
        if said.negated {
            return self.denial(said);
        }
        if let Some(found) = self.of_kind(said) {
            return Some(found);
        }
        // What it says of an earlier week may be all that is wrong with it.
        let plain = state(said);
        if plain != *said {
            if self.fits(plain.clone())? {
                return Some((None, format!("holds only as {}", self.state_words(&plain))));
            }
            if let Some((_, words)) = self.of_kind(&plain) {
                return Some((None, format!("{words}, without what it says of the time before")));
            }
        }
        let words = match self.set.len() {
            1 => "holds only if it is denied: no number of its kind would do",
            _ => "holds only if it is denied: no number of its kind fits the others",
        };
        Some((None, words.to_owned()))
    }

    fn of_kind(&mut self, said: &Assertion) -> Option<Found> {
        match &said.predicate {
            Predicate::Streak(streak) => self.streak(said, streak).or_else(|| self.inner(said, &streak.of)),
            Predicate::First(first) => self.first(said, first).or_else(|| self.inner(said, &first.of)),
            Predicate::Record(record) => self.record(said, record),
            Predicate::Rank(rank) => self.rank(said, rank),
            Predicate::Top(top) => self.top(said, top),
            Predicate::Level(_) | Predicate::Change(_) | Predicate::Compare(_) | Predicate::Share(_) => {
                self.measured(said)
            }
        }
    }

    /// What is inside a streak or a first time, in its own week.
    fn inner(&mut self, said: &Assertion, of: &Assertion) -> Option<Found> {
        let inner = match of.period {
            Some(_) => of.moved_to(said.period),
            None => Assertion { period: said.period, ..of.clone() },
        };
        match inner.negated {
            true => None,
            false => self.of_kind(&inner),
        }
    }

    fn denial(&self, said: &Assertion) -> Option<Found> {
        let turned = Assertion { negated: false, ..said.clone() };
        let words = match self.fits(turned)? {
            true if self.set.len() == 1 => "does not hold: what it denies does",
            true => "does not hold; what it denies fits the others",
            false => "holds neither denied nor as it is",
        };
        Some((None, words.to_owned()))
    }

    /// Is there a solution with another statement in the place of this one?
    /// `None` where it could not be told in time, or where the other says
    /// nothing at all.
    fn fits(&self, instead: Assertion) -> Option<bool> {
        let mut other = self.set[self.at].clone();
        other.readings = vec![instead.clone()];
        other.assertion = instead;
        let own = self.own.with(self.set, self.at, &other);
        if own.clauses[self.at].is_empty() {
            return None;
        }
        match own.system().patient(self.patience()).solve(&own.but(None)) {
            Answer::Possible => Some(true),
            Answer::Impossible { .. } => Some(false),
            Answer::Unknown => None,
        }
    }

    fn patience(&self) -> usize {
        PATIENCE / self.own.clauses.len().max(1)
    }
}

/// Runs of whole numbers that would do, ascending.
#[derive(Debug, Default)]
struct Runs {
    /// First and last of each.
    runs: Vec<(u32, u32)>,
    /// Does the last one go on without an end?
    open: bool,
}

impl Runs {
    /// Of `first` to `last` those that fit; what fits at the end of them goes on.
    fn of(first: u32, last: u32, endless: bool, mut fits: impl FnMut(u32) -> bool) -> Self {
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for n in first..=last {
            if !fits(n) {
                continue;
            }
            match runs.last_mut() {
                Some((_, end)) if *end + 1 == n => *end = n,
                _ => runs.push((n, n)),
            }
        }
        let open = endless && runs.last().is_some_and(|(_, end)| *end == last);
        Self { runs, open }
    }

    /// The runs, that which is nearest to `stated` first; `None` if there are none.
    fn nearest(&self, stated: u32, metric: MetricId, unit: Unit) -> Option<(Amount, Vec<Run>)> {
        let all = self.runs.iter().enumerate().map(|(at, (first, last))| Run {
            first: *first,
            last: (!self.open || at + 1 < self.runs.len()).then_some(*last),
        });
        let mut all: Vec<Run> = all.collect();
        let distance = |run: &Run| match run.last {
            Some(last) if last < stated => stated - last,
            _ => run.first.saturating_sub(stated),
        };
        all.sort_by_key(|run| (distance(run), run.first));
        let best = all.first()?;
        let interval = Interval {
            low: Some(Bound::closed(Number::from(best.first))),
            high: best.last.map(|last| Bound::closed(Number::from(last))),
        };
        Some((Amount { interval, unit, metric }, all))
    }
}

/// Whole numbers from `first` to `last`, or without an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    first: u32,
    last: Option<u32>,
}
