//! Claims of weeks that an undated text tells only from each other.

use recount_model::{Assertion, Assumption, Claim, OpenWeek, Period, Predicate};

use super::Refusal;
use crate::en::phrase::time::{is_open, weeks_after};

/// The claim with its open weeks left open, and how far they are from each other.
///
/// # Errors
/// Where it says more of an open week than can be left open.
pub(super) fn left_open(mut claim: Claim) -> Result<Claim, Refusal> {
    let mut all = std::iter::once(&claim.assertion).chain(&claim.readings);
    if !all.any(has_open) {
        return Ok(claim);
    }
    let mut all = std::iter::once(&claim.assertion).chain(&claim.readings);
    if !all.all(can_be_open) {
        return Err(Refusal::unread("the time it speaks of cannot be placed"));
    }
    let week = claim.assertion.period.filter(|week| is_open(*week));
    let base = base(&claim.assertion).filter(|base| is_open(*base));
    let others = claim.readings.len();
    claim.assertion = opened(&claim.assertion);
    claim.readings = claim.readings.iter().map(opened).collect();
    claim.readings.retain(|reading| *reading != claim.assertion);
    claim.readings.dedup();
    // Of two open weeks that may be meant, neither is told.
    if let (Some(week), true) = (week.and_then(weeks_after), claim.readings.len() == others) {
        let base = base.and_then(weeks_after);
        claim.assumptions.push(Assumption::OpenWeek(OpenWeek { week, base }));
    }
    Ok(claim)
}

fn has_open(said: &Assertion) -> bool {
    said.period.is_some_and(is_open)
        || base(said).is_some_and(is_open)
        || said.predicate.inner().is_some_and(has_open)
}

fn base(said: &Assertion) -> Option<Period> {
    match &said.predicate {
        Predicate::Change(change) => change.base,
        Predicate::Compare(compare) => compare.base,
        Predicate::Rank(rank) => rank.base,
        Predicate::Record(record) => record.base,
        Predicate::First(first) => first.base,
        Predicate::Level(_) | Predicate::Share(_) | Predicate::Top(_) | Predicate::Streak(_) => None,
    }
}

/// Of a month of an unknown year, and of a record since an open week, nothing is left.
fn can_be_open(said: &Assertion) -> bool {
    let whole = |period: Option<Period>| period.is_none_or(|period| !is_open(period) || period.days() == 7);
    let since = matches!(said.predicate, Predicate::Record(_) | Predicate::First(_));
    let told = base(said).is_some_and(is_open);
    whole(said.period)
        && whole(base(said))
        && !(since && told)
        && said.predicate.inner().is_none_or(can_be_open)
}

fn opened(said: &Assertion) -> Assertion {
    let mut copy = said.clone();
    let open = |period: &mut Option<Period>| {
        if period.is_some_and(is_open) {
            *period = None;
        }
    };
    open(&mut copy.period);
    match &mut copy.predicate {
        Predicate::Change(change) => open(&mut change.base),
        Predicate::Compare(compare) => open(&mut compare.base),
        Predicate::Rank(rank) => open(&mut rank.base),
        Predicate::Record(record) => open(&mut record.base),
        Predicate::First(first) => {
            open(&mut first.base);
            *first.of = opened(&first.of);
        }
        Predicate::Streak(streak) => *streak.of = opened(&streak.of),
        Predicate::Level(_) | Predicate::Share(_) | Predicate::Top(_) => {}
    }
    copy
}
