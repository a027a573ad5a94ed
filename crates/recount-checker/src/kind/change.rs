//! v(subject, period) against v(subject, base).

use recount_model::{Assertion, Change, Interval, Number, Period, Quantity, Unit};

use super::{Measure, contrast, hundred, is_order, measured, weigh};
use crate::figures::{Datum, Ground};
use crate::kind::share;
use crate::truth::{Answer, Attempt, Gap, Holds};
use crate::words;

pub(super) fn answer(ground: &Ground<'_>, assertion: &Assertion, change: &Change, period: Period) -> Attempt {
    let value = measured(&change.value);
    if let Some(base) = change.base {
        return against(ground, assertion, &value, period, base);
    }
    // No base is named: the period before, else any earlier one.
    let usual = ground.later(period, -1);
    let first = against(ground, assertion, &value, period, usual);
    let first = first.unwrap_or_else(Answer::of_gap);
    if first.holds.supports() {
        return Ok(first);
    }
    for base in ground.earlier(period).filter(|base| *base != usual) {
        match against(ground, assertion, &value, period, base) {
            Ok(mut answer) if answer.holds.supports() => {
                let line = format!("no base is named; it holds against {}", words::when(base));
                answer.lines.push(line);
                return Ok(answer);
            }
            Ok(_) | Err(_) => {}
        }
    }
    let mut open = first;
    open.holds = open.holds.max(Holds::Open);
    open.lines.push("no base is named, and no covered one fits".to_owned());
    Ok(open)
}

fn against(
    ground: &Ground<'_>,
    assertion: &Assertion,
    value: &Quantity,
    period: Period,
    base: Period,
) -> Attempt {
    let (new_parts, old_parts) = (ground.parts(period)?, ground.parts(base)?);
    if new_parts.len() != old_parts.len() {
        return Err(Gap::incomparable(format!(
            "{} and {} are not of one length",
            words::when(period),
            words::when(base)
        )));
    }
    if !assertion.object.is_empty() {
        return of_share(ground, assertion, value, period, base);
    }
    let new = ground.sum(&assertion.subject, period)?;
    let old = ground.sum(&assertion.subject, base)?;
    // Points of a rate are amounts of it.
    let points = value.unit == Unit::Point && ground.about().is_percent();
    let counted = if points { Unit::Own } else { value.unit };
    let measure = if is_order(value) { amounts(&new, &old) } else { in_unit(counted, &new, &old, base)? };
    let plain = in_unit(counted, &new, &old, base);
    let origin = if value.unit == Unit::Ratio { Number::ONE } else { Number::ZERO };
    // The amounts of an order are above or below zero whatever its unit.
    let mut answer = match is_order(value) {
        true => weigh(&direction_of(value), &measure, &Number::ZERO),
        false => weigh(value, &measure, &origin),
    };
    let unit = value.unit;
    let change = plain.as_ref().ok().map_or_else(
        || words::range(&measure.given, |n| words::signed(n, Unit::Own)),
        |plain| words::range(&plain.given, |n| words::signed(n, unit)),
    );
    let line = format!(
        "{}: {} in {}, {} in {}: {change}",
        words::names(ground.vocabulary(), &assertion.subject),
        old.words(),
        words::when(base),
        new.words(),
        words::when(period),
    );
    answer.lines.insert(0, line);
    answer.said = contrast(&answer, value);
    if let Ok(plain) = plain {
        answer.actual = Some(ground.amount(plain.admitted, unit));
    }
    answer.evidence = new.evidence;
    answer.evidence.extend(old.evidence);
    Ok(answer)
}

/// The same direction as an amount.
pub(super) fn direction_of(value: &Quantity) -> Quantity {
    let falling = value.written().low.is_none();
    Quantity::direction(falling, Unit::Own)
}

fn amounts(new: &Datum, old: &Datum) -> Measure {
    Measure { given: new.given.minus(&old.given), admitted: new.admitted.minus(&old.admitted), beyond: None }
}

fn in_unit(unit: Unit, new: &Datum, old: &Datum, base: Period) -> Result<Measure, Gap> {
    let relative = |new: &Interval, old: &Interval| -> Result<Interval, Gap> {
        let none = || Gap::Missing {
            words: format!("the figure of {} is not above zero: no percentage", words::when(base)),
            period: None,
        };
        let negative = Interval::below(Number::ZERO);
        if !old.is_disjoint(&negative) || !new.is_disjoint(&negative) {
            return Err(none());
        }
        let ratio = new.quotient(old).ok_or_else(none)?;
        Ok(match unit {
            Unit::Percent => ratio.shifted(&Number::from(-1)).scaled(&hundred()),
            Unit::Ratio | Unit::Own | Unit::Point | Unit::Rank | Unit::Count => ratio,
        })
    };
    match unit {
        Unit::Own => Ok(amounts(new, old)),
        Unit::Percent | Unit::Ratio => Ok(Measure {
            given: relative(&new.given, &old.given)?,
            admitted: relative(&new.admitted, &old.admitted)?,
            beyond: None,
        }),
        Unit::Point => Err(Gap::incomparable("points are of a share, and no whole is named")),
        Unit::Rank | Unit::Count => Err(Gap::incomparable("a change is no rank and no count")),
    }
}

/// The change of a share of the object.
fn of_share(
    ground: &Ground<'_>,
    assertion: &Assertion,
    value: &Quantity,
    period: Period,
    base: Period,
) -> Attempt {
    let new = share::of(ground, &assertion.subject, &assertion.object, None, period)?;
    let old = share::of(ground, &assertion.subject, &assertion.object, None, base)?;
    let (new_share, old_share) = (new.datum(), old.datum());
    let (measure, unit) = match value.unit {
        Unit::Point => (amounts(&new_share, &old_share), Unit::Point),
        Unit::Percent | Unit::Ratio if is_order(value) => (amounts(&new_share, &old_share), Unit::Point),
        Unit::Percent | Unit::Ratio => (in_unit(value.unit, &new_share, &old_share, base)?, value.unit),
        Unit::Own | Unit::Rank | Unit::Count => {
            return Err(Gap::incomparable("the change of a share is in points or percent"));
        }
    };
    let origin = if unit == Unit::Ratio { Number::ONE } else { Number::ZERO };
    let mut answer = if is_order(value) {
        weigh(&direction_of(value), &measure, &Number::ZERO)
    } else {
        weigh(value, &measure, &origin)
    };
    let change = words::range(&measure.given, |n| words::signed(n, unit));
    answer.lines.insert(0, old.line(base));
    answer.lines.insert(1, new.line(period));
    let line = format!("the share changed by {change}");
    answer.said = contrast(&answer, value);
    answer.lines.insert(2, line);
    answer.actual = Some(ground.amount(measure.admitted, unit));
    answer.evidence = new.evidence();
    answer.evidence.extend(old.evidence());
    Ok(answer)
}
