//! What would have to be true instead: for each statement of a conflict, the
//! interval in which its quantity would not contradict the others, found by
//! pushing the quantity to its ends under all the other statements.

use recount_model::{Assertion, Bound, Interval, Number, Predicate, Streak, Unit, Weeks};

use super::Rescue;
use super::compile::Compiler;
use super::explain::role;
use super::formula::Terms;
use super::own::Own;
use super::statements::Statement;
use super::system::{Answer, Reach, System};
use super::words::Words;
use crate::finding::Amount;
use recount_model::{article, ordinal};

/// Checks for the rescues of a set together, after which one is left out.
const PATIENCE: usize = 400;

/// A streak is tried with so many weeks more than it says.
const LONGER: u32 = 12;

/// A streak of more weeks than this is not tried with fewer.
const LONGEST: u32 = 120;

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

/// One rescue for each statement that has one: against the others of its set,
/// whatever else is said.
pub(crate) fn rescues(own: &mut Own<'_>, set: &[&Statement], speakers: &[usize]) -> Vec<Rescue> {
    let mut rescues = Vec::new();
    for (at, statement) in set.iter().enumerate() {
        let rescue = match &statement.assertion.predicate {
            Predicate::Streak(streak) => weeks(own, set, at, streak),
            _ => measured(own, statement, at),
        };
        if let Some((holds_if, words)) = rescue {
            rescues.push(Rescue { statement: speakers[at], holds_if: Some(holds_if), words });
        }
    }
    rescues
}

fn measured(own: &mut Own<'_>, statement: &Statement, at: usize) -> Option<(Amount, String)> {
    let said = &statement.assertion;
    if said.negated {
        return None;
    }
    let measure = Compiler::new(&mut own.world, statement.scope).measure(said)?;
    let stated = said.predicate.value()?.admissible();
    let allowed = range(own, at, &measure)?;
    let allowed = near(allowed, &stated, &measure)?;
    let words = Words::new(own.world.vocabulary);
    let value = words.interval(&allowed, measure.unit, said.metric);
    let amount = Amount { interval: allowed, unit: measure.unit, metric: said.metric };
    Some((amount, only_if(words, said, &value)))
}

/// From where to where the quantity can go, given all but the one statement.
fn range(own: &Own<'_>, at: usize, measure: &Measure) -> Option<Interval> {
    let mut system = match &measure.base {
        None => own.system(),
        Some(base) => System::scaled(&own.said(), &own.given(), base, own.bare()),
    }
    .patient(PATIENCE / own.clauses.len().max(1));
    let others = own.but(Some(at));
    let high = end(system.maximum(&others, &measure.terms))?;
    let turned: Terms = measure.terms.iter().map(|(u, f)| (*u, -f)).collect();
    let low = end(system.maximum(&others, &turned))?;
    let low = low.map(|bound| Bound { value: -bound.value, open: bound.open });
    let range = Interval { low, high }.scaled(&measure.scale);
    Some(range.shifted(&-&measure.offset))
}

/// With how many weeks the streak would fit.
fn weeks(own: &Own<'_>, set: &[&Statement], at: usize, streak: &Streak) -> Option<(Amount, String)> {
    let said = &set[at].assertion;
    let Weeks::Exactly(weeks) = streak.weeks else {
        return None;
    };
    if said.negated || streak.cumulative || weeks > LONGEST {
        return None;
    }
    let fits: Vec<u32> =
        (1..=weeks + LONGER).filter(|n| *n != weeks && fits(own, set, at, streak, *n)).collect();
    let first = *fits.first()?;
    let last = first + u32::try_from(fits.len()).ok()? - 1;
    if *fits.last()? != last {
        return None;
    }
    let open = last == weeks + LONGER;
    let high = (!open).then(|| Bound::closed(Number::from(last)));
    let amount = Amount {
        interval: Interval { low: Some(Bound::closed(Number::from(first))), high },
        unit: Unit::Count,
        metric: said.metric,
    };
    let which = match (streak.ordinal, first == last, open) {
        (true, true, _) => format!("as {} {} week", article(first), ordinal(first)),
        (true, false, false) => {
            format!("as {} {} to {} consecutive week", article(first), ordinal(first), ordinal(last))
        }
        (true, false, true) => format!("as {} {} consecutive week or later", article(first), ordinal(first)),
        (false, _, _) => format!("for {last} weeks at most"),
    };
    Some((amount, format!("holds only {which}")))
}

fn fits(own: &Own<'_>, set: &[&Statement], at: usize, streak: &Streak, weeks: u32) -> bool {
    let mut other = set[at].clone();
    other.assertion.predicate = Predicate::Streak(Streak { weeks: Weeks::Exactly(weeks), ..streak.clone() });
    other.readings = vec![other.assertion.clone()];
    let mut all = set.to_vec();
    all[at] = &other;
    let own = Own::of(&own.world, &all);
    // Where it takes no part, it says nothing that could fit.
    let part = !own.clauses[at].is_empty();
    part && own.system().patient(PATIENCE / own.clauses.len().max(1)).solve(&own.but(None))
        == Answer::Possible
}

/// `Some(None)` where there is no end, `None` where nothing can be said.
fn end(reach: Reach) -> Option<Option<Bound>> {
    match reach {
        Reach::To(bound) => Some(Some(bound)),
        Reach::Endless => Some(None),
        Reach::Nothing | Reach::Unknown => None,
    }
}

/// Without an end that says nothing: nothing is below an amount of zero, a
/// share of nothing or a fall to nothing.
fn near(mut allowed: Interval, stated: &Interval, measure: &Measure) -> Option<Interval> {
    if allowed.is_empty() || !allowed.is_disjoint(stated) {
        return None;
    }
    let floor = -&measure.offset;
    let place = matches!(measure.unit, Unit::Rank | Unit::Count);
    let idle = |low: &Bound| !place && low.value == floor;
    if allowed.high.is_some() && allowed.low.as_ref().is_some_and(idle) {
        allowed.low = None;
    }
    Some(allowed)
}

fn only_if(words: Words<'_>, said: &Assertion, value: &str) -> String {
    let names: Vec<&str> = said.subject.iter().map(|s| words.vocabulary.subject_name(*s)).collect();
    let subject = names.join(" and ");
    let when = said.period.map_or_else(String::new, |period| format!(" in {}", words.period(period)));
    let of = match &said.predicate {
        Predicate::Level(_) => format!("the figure of {subject}"),
        Predicate::Change(_) => format!("the change of {subject}"),
        Predicate::Share(_) => format!("the share of {subject}"),
        Predicate::Rank(_) => format!("the rank of {subject}"),
        Predicate::Compare(_) => format!("the lead of {subject}"),
        Predicate::Top(_) => format!("the number of {subject}"),
        Predicate::Record(_) | Predicate::Streak(_) | Predicate::First(_) => role(words, said),
    };
    format!("holds only if {of}{when} is {value}")
}

/// The unit in which a metric's amounts are measured.
pub(crate) const fn own(terms: Terms) -> Measure {
    Measure { terms, base: None, scale: Number::ONE, offset: Number::ZERO, unit: Unit::Own }
}
