//! What would have to be true instead: for each statement of a conflict, the
//! interval in which its quantity would not contradict the others, found by
//! pushing the quantity to its ends under all the other statements.

use recount_model::{Assertion, Bound, Interval, Number, Predicate, Streak, Unit, Weeks};

use super::Rescue;
use super::claims_alone::Set;
use super::compile::{Compiler, World};
use super::explain::role;
use super::formula::{Clause, Terms};
use super::statements::Statement;
use super::system::{Answer, Reach, System};
use super::words::{Words, ordinal};
use crate::finding::Amount;

/// Checks for one rescue, after which it is left out.
const PATIENCE: usize = 60;

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

/// One rescue for each statement that has one.
pub(crate) fn rescues(world: &mut World<'_>, set: &Set<'_>) -> Vec<Rescue> {
    let mut rescues = Vec::new();
    for (at, statement) in set.statements.iter().enumerate() {
        let others: Vec<&[Clause]> = set
            .statements
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .map(|(_, other)| other.clauses.as_slice())
            .collect();
        let rules: Vec<&Clause> = set.rules.iter().map(|rule| &rule.clause).collect();
        let rest = Rest { others, rules };
        let rescue = match &statement.assertion.predicate {
            Predicate::Streak(streak) => rest.streak(world, statement, streak),
            _ => rest.measured(world, statement),
        };
        if let Some((holds_if, words)) = rescue {
            rescues.push(Rescue {
                statement: set.speakers[at],
                holds_if,
                words,
            });
        }
    }
    rescues
}

/// Everything but the one statement.
struct Rest<'a> {
    others: Vec<&'a [Clause]>,
    rules: Vec<&'a Clause>,
}

impl Rest<'_> {
    fn measured(&self, world: &mut World<'_>, statement: &Statement) -> Option<(Amount, String)> {
        let said = &statement.assertion;
        if said.negated {
            return None;
        }
        let measure = Compiler::new(world, statement.scope).measure(said)?;
        let stated = said.predicate.value()?.admissible();
        let allowed = self.range(&measure)?;
        let allowed = near(allowed, &stated, &measure)?;
        let words = Words::new(world.vocabulary);
        let value = words.interval(&allowed, measure.unit, said.metric);
        let amount = Amount {
            interval: allowed,
            unit: measure.unit,
            metric: said.metric,
        };
        Some((amount, only_if(words, said, &value)))
    }

    /// From where to where the quantity can go.
    fn range(&self, measure: &Measure) -> Option<Interval> {
        let mut system = match &measure.base {
            None => System::new(&self.others, &self.rules),
            Some(base) => System::scaled(&self.others, &self.rules, base),
        }
        .patient(PATIENCE);
        let all: Vec<usize> = (0..self.others.len()).collect();
        let high = end(system.maximum(&all, &measure.terms))?;
        let turned: Terms = measure.terms.iter().map(|(u, f)| (*u, -f)).collect();
        let low = end(system.maximum(&all, &turned))?;
        let low = low.map(|bound| Bound {
            value: -bound.value,
            open: bound.open,
        });
        let range = Interval { low, high }.scaled(&measure.scale);
        Some(range.shifted(&-&measure.offset))
    }

    /// With how many weeks the streak would fit.
    fn streak(
        &self,
        world: &mut World<'_>,
        statement: &Statement,
        streak: &Streak,
    ) -> Option<(Amount, String)> {
        let said = &statement.assertion;
        let Weeks::Exactly(weeks) = streak.weeks else {
            return None;
        };
        if said.negated || streak.cumulative || weeks > LONGEST {
            return None;
        }
        let fits: Vec<u32> = (1..=weeks + LONGER)
            .filter(|n| *n != weeks && self.fits(world, statement, said, streak, *n))
            .collect();
        let first = *fits.first()?;
        let last = first + u32::try_from(fits.len()).ok()? - 1;
        if *fits.last()? != last {
            return None;
        }
        let open = last == weeks + LONGER;
        let high = (!open).then(|| Bound::closed(Number::from(last)));
        let amount = Amount {
            interval: Interval {
                low: Some(Bound::closed(Number::from(first))),
                high,
            },
            unit: Unit::Count,
            metric: said.metric,
        };
        let which = match (streak.ordinal, first == last, open) {
            (true, true, _) => format!("as a {} week", ordinal(first)),
            (true, false, false) => {
                format!(
                    "as a {} to {} consecutive week",
                    ordinal(first),
                    ordinal(last)
                )
            }
            (true, false, true) => format!("as a {} consecutive week or later", ordinal(first)),
            (false, _, _) => format!("for {last} weeks at most"),
        };
        Some((amount, format!("holds only {which}")))
    }

    fn fits(
        &self,
        world: &mut World<'_>,
        statement: &Statement,
        said: &Assertion,
        streak: &Streak,
        weeks: u32,
    ) -> bool {
        let mut other = said.clone();
        other.predicate = Predicate::Streak(Streak {
            weeks: Weeks::Exactly(weeks),
            ..streak.clone()
        });
        let Some(formula) = Compiler::new(world, statement.scope).assertion(&other) else {
            return false;
        };
        let clauses = formula.clauses();
        let mut all = self.others.clone();
        all.push(&clauses);
        let every: Vec<usize> = (0..all.len()).collect();
        let mut system = System::new(&all, &self.rules).patient(PATIENCE);
        system.solve(&every) == Answer::Possible
    }
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
    let names: Vec<&str> = said
        .subject
        .iter()
        .map(|s| words.vocabulary.subject_name(*s))
        .collect();
    let subject = names.join(" and ");
    let when = said.period.map_or_else(String::new, |period| {
        format!(" in {}", words.period(period))
    });
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
    Measure {
        terms,
        base: None,
        scale: Number::ONE,
        offset: Number::ZERO,
        unit: Unit::Own,
    }
}
