//! v(subject, period) against v(object, period).

use recount_model::{Assertion, Compare, Interval, Number, Period, Quantity, Unit};

use super::change::direction_of;
use super::{Measure, contrast, hundred, is_order, measured, weigh};
use crate::figures::{Datum, Ground};
use crate::truth::{Answer, Attempt, Gap, Holds};
use crate::words;

pub(super) fn answer(
    ground: &Ground<'_>,
    assertion: &Assertion,
    compare: &Compare,
    period: Period,
) -> Attempt {
    let now = lead(ground, assertion, &measured(&compare.value), period);
    let Some(base) = compare.base else {
        return now;
    };
    // An event: it did not hold yet in the base.
    let order = direction_of(&compare.value);
    let before = lead(ground, assertion, &order, base).unwrap_or_else(Answer::of_gap).denied();
    match now {
        Ok(now) => Ok(now.and(before)),
        // Who was ahead before overtook nobody, whatever came then.
        Err(Gap::Missing { .. }) if before.holds == Holds::No => {
            Ok(Answer { actual: None, said: None, distance: None, ..before })
        }
        Err(gap) => Err(gap),
    }
}

fn lead(ground: &Ground<'_>, assertion: &Assertion, value: &Quantity, period: Period) -> Attempt {
    if assertion.object.is_empty() {
        return Err(Gap::incomparable("nothing is named to compare with"));
    }
    let subject = ground.sum(&assertion.subject, period)?;
    let object = ground.sum(&assertion.object, period)?;
    let order = is_order(value);
    let unit = value.unit;
    let measure =
        if order { difference(&subject, &object, false) } else { in_unit(unit, &subject, &object)? };
    let origin = if unit == Unit::Ratio { Number::ONE } else { Number::ZERO };
    let mut answer = if order {
        weigh(&direction_of(value), &measure, &Number::ZERO)
    } else {
        weigh(value, &measure, &origin)
    };
    let outcome = if order {
        order_words(&measure, direction_of(value).falling).to_owned()
    } else {
        words::range(&measure.given, |n| words::signed(n, unit))
    };
    let line = format!(
        "{}: {} {}, {} {}: {outcome}",
        words::when(period),
        words::names(ground.vocabulary(), &assertion.subject),
        subject.words(),
        words::names(ground.vocabulary(), &assertion.object),
        object.words(),
    );
    answer.lines.insert(0, line);
    answer.said = contrast(&answer, value);
    answer.actual = Some(ground.amount(measure.admitted, unit_of(order, unit)));
    answer.evidence = subject.evidence;
    answer.evidence.extend(object.evidence);
    Ok(answer)
}

/// An order is decided on the difference, which is an amount.
const fn unit_of(order: bool, unit: Unit) -> Unit {
    if order { Unit::Own } else { unit }
}

fn order_words(measure: &Measure, falling: bool) -> &'static str {
    let above = Interval::above(Number::ZERO);
    let lead = if falling { above.mirrored() } else { above };
    let (yes, no) = match falling {
        false => ("ahead", "not ahead"),
        true => ("behind", "not behind"),
    };
    if measure.admitted.is_within(&lead) {
        yes
    } else if measure.admitted.is_disjoint(&lead) {
        no
    } else {
        "too close to call"
    }
}

fn difference(subject: &Datum, object: &Datum, beyond: bool) -> Measure {
    let wide = |datum: &Datum| datum.beyond.clone().unwrap_or_else(|| datum.admitted.clone());
    Measure {
        given: subject.given.minus(&object.given),
        admitted: subject.admitted.minus(&object.admitted),
        beyond: beyond.then(|| wide(subject).minus(&wide(object))),
    }
}

fn in_unit(unit: Unit, subject: &Datum, object: &Datum) -> Result<Measure, Gap> {
    let wide = |datum: &Datum| datum.beyond.clone().unwrap_or_else(|| datum.admitted.clone());
    let relative = |subject: &Interval, object: &Interval| -> Result<Interval, Gap> {
        let negative = Interval::below(Number::ZERO);
        let none = || Gap::Missing {
            words: "the figure compared with is not above zero: no ratio".to_owned(),
            period: None,
        };
        if !subject.is_disjoint(&negative) || !object.is_disjoint(&negative) {
            return Err(none());
        }
        let ratio = subject.quotient(object).ok_or_else(none)?;
        Ok(match unit {
            Unit::Percent => ratio.shifted(&Number::from(-1)).scaled(&hundred()),
            Unit::Own | Unit::Ratio | Unit::Point | Unit::Rank | Unit::Count => ratio,
        })
    };
    match unit {
        Unit::Own => Ok(difference(subject, object, true)),
        Unit::Percent | Unit::Ratio => Ok(Measure {
            given: relative(&subject.given, &object.given)?,
            admitted: relative(&subject.admitted, &object.admitted)?,
            beyond: relative(&wide(subject), &wide(object)).ok(),
        }),
        Unit::Point | Unit::Rank | Unit::Count => {
            Err(Gap::incomparable("a lead is an amount, a ratio or a percentage"))
        }
    }
}
