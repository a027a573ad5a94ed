//! The same assertion at another time.

use recount_model::{Assertion, Period, Predicate};

use crate::figures::Ground;

/// The assertion with each of its periods, bases and inner ones included,
/// replaced.
pub(crate) fn map_periods(assertion: &Assertion, to: &impl Fn(Period) -> Period) -> Assertion {
    let mut copy = assertion.clone();
    copy.period = copy.period.map(to);
    let change = |base: &mut Option<Period>| *base = base.map(to);
    match &mut copy.predicate {
        Predicate::Change(kind) => change(&mut kind.base),
        Predicate::Compare(kind) => change(&mut kind.base),
        Predicate::Rank(kind) => change(&mut kind.base),
        Predicate::Record(kind) => change(&mut kind.base),
        Predicate::Streak(kind) => *kind.of = map_periods(&kind.of, to),
        Predicate::First(kind) => {
            change(&mut kind.base);
            *kind.of = map_periods(&kind.of, to);
        }
        Predicate::Level(_) | Predicate::Share(_) | Predicate::Top(_) => {}
    }
    copy
}

/// The assertion, `steps` of the figures later; earlier, if negative.
pub(crate) fn moved(ground: &Ground<'_>, assertion: &Assertion, steps: i64) -> Assertion {
    map_periods(assertion, &|period| ground.later(period, steps))
}

/// The assertion without what it presupposes of the period before.
pub(crate) fn state(assertion: &Assertion) -> Assertion {
    let mut copy = assertion.clone();
    match &mut copy.predicate {
        Predicate::Compare(compare) => compare.base = None,
        Predicate::Rank(rank) => {
            rank.base = None;
            rank.movement = None;
        }
        Predicate::Level(_) | Predicate::Change(_) | Predicate::Share(_) | Predicate::Top(_) => {}
        Predicate::Record(_) | Predicate::Streak(_) | Predicate::First(_) => {}
    }
    copy
}
