//! One file for each kind of assertion: what it asks of the figures, and the
//! words of the arithmetic.

mod change;
mod compare;
mod first;
mod level;
mod rank;
mod record;
pub(crate) mod share;
mod streak;
mod top;

use recount_model::{
    Assertion, Direction, Figure, Flag, Hedge, Interval, Number, Period, Predicate, Quantity, Unit,
};

use crate::figures::Ground;
use crate::truth::{Answer, Attempt, Gap, Holds};
use crate::words;

/// Does the assertion hold in `period`, which is one that the figures can be
/// summed to? Denials are taken into account.
pub(crate) fn answer(ground: &Ground<'_>, assertion: &Assertion, period: Period) -> Attempt {
    let answer = match &assertion.predicate {
        Predicate::Level(level) => level::answer(ground, assertion, level, period),
        Predicate::Change(change) => change::answer(ground, assertion, change, period),
        Predicate::Compare(compare) => compare::answer(ground, assertion, compare, period),
        Predicate::Share(share) => share::answer(ground, assertion, share, period),
        // A rank knows what its denial leaves untouched.
        Predicate::Rank(rank) => return rank::answer(ground, assertion, rank, period),
        Predicate::Top(top) => top::answer(ground, assertion, top, period),
        Predicate::Record(record) => record::answer(ground, assertion, record, period),
        Predicate::Streak(streak) => streak::answer(ground, streak, period),
        Predicate::First(first) => first::answer(ground, first, period),
    }?;
    Ok(if assertion.negated { answer.denied() } else { answer })
}

/// The same, with a gap in the data as an open answer.
pub(crate) fn atom(ground: &Ground<'_>, assertion: &Assertion, period: Period) -> Answer {
    answer(ground, assertion, period).unwrap_or_else(Answer::of_gap)
}

/// Is the period one of the table's? Where it has no figures, that is the gap.
///
/// # Errors
/// Why the period does not compare; that of several parts is `why`.
fn one_part(ground: &Ground<'_>, period: Period, why: &str) -> Result<Option<Gap>, Gap> {
    match ground.parts(period) {
        Ok(parts) if parts.len() == 1 => Ok(None),
        Ok(_) => Err(Gap::incomparable(format!("{why}, and {} has several", words::when(period)))),
        Err(gap @ Gap::Missing { period: Some(missing), .. }) if missing == period => Ok(Some(gap)),
        Err(gap) => Err(gap),
    }
}

/// What is measured, to be held against a quantity.
pub(crate) struct Measure {
    /// As published.
    pub(crate) given: Interval,
    /// As admitted.
    pub(crate) admitted: Interval,
    /// With what may not be listed.
    pub(crate) beyond: Option<Interval>,
}

/// Holds a quantity against what is measured. `origin` is where the scale of
/// the quantity has its middle: no change, no lead, nothing.
pub(crate) fn weigh(value: &Quantity, measure: &Measure, origin: &Number) -> Answer {
    let (written, admissible) = (value.written(), value.admissible());
    let apart = measure.admitted.is_disjoint(&admissible);
    if is_order(value) {
        let holds = match (apart, measure.admitted.is_within(&admissible)) {
            (true, _) => Holds::No,
            (false, true) => Holds::Yes,
            (false, false) => Holds::Open,
        };
        let mut answer = Answer::new(holds);
        if holds == Holds::No {
            answer.direction = Some(Direction::WrongWay);
            answer.distance = Some(gap(&measure.admitted, &admissible));
        }
        if holds == Holds::Open {
            answer.lines.push("the two lie within the tolerance of the data: no order".to_owned());
        }
        return answer;
    }
    if apart {
        let open = measure.beyond.as_ref().is_some_and(|b| !b.is_disjoint(&admissible));
        let mut answer = Answer::new(if open { Holds::Open } else { Holds::No });
        if open {
            answer.lines.push("what is not listed may make up the difference".to_owned());
        } else {
            answer.direction = departure(&admissible, &measure.admitted, origin);
            answer.distance = Some(gap(&measure.given, &written));
        }
        return answer;
    }
    let within = measure.admitted.is_within(&written);
    let mut answer = Answer::new(if within { Holds::Yes } else { Holds::Likely });
    if measure.given.is_disjoint(&written) {
        let flag = if !measure.given.is_disjoint(&admissible) { value.slack() } else { Flag::WithinRounding };
        answer.flags.insert(flag);
        if measure.admitted.is_disjoint(&written) {
            answer.flags.insert(value.slack());
        }
    }
    answer
}

/// Does the quantity say which of two is larger, and nothing else?
pub(crate) fn is_order(value: &Quantity) -> bool {
    if value.is_direction() {
        return true;
    }
    let written = value.written();
    let one = Number::ONE;
    let at_one = written == Interval::above(one.clone()) || written == Interval::below(one);
    value.unit == Unit::Ratio && at_one
}

/// The quantity in the unit in which it is measured: "little changed" is a
/// matter of percent, whatever it is said of.
pub(crate) fn measured(value: &Quantity) -> Quantity {
    let mut value = value.clone();
    if value.figure == Figure::Flat && value.unit != Unit::Point {
        value.unit = Unit::Percent;
    }
    value
}

/// In which way the data depart from what is said.
fn departure(said: &Interval, actual: &Interval, origin: &Number) -> Option<Direction> {
    let from = Interval::at_least(origin.clone());
    let to = Interval::at_most(origin.clone());
    let side = |interval: &Interval| match (interval.is_within(&from), interval.is_within(&to)) {
        (true, false) => 1,
        (false, true) => -1,
        _ => 0,
    };
    let (claimed, found) = (side(said), side(actual));
    if claimed * found < 0 {
        return Some(Direction::WrongWay);
    }
    let above = match (&actual.low, &said.high) {
        (Some(low), Some(high)) => low.value >= high.value,
        (None, _) | (_, None) => false,
    };
    let more = if claimed < 0 || (claimed == 0 && found < 0 && said.low.is_some()) { !above } else { above };
    Some(if more { Direction::Understated } else { Direction::Exaggerated })
}

/// How far apart two intervals lie; zero where they meet.
pub(crate) fn gap(a: &Interval, b: &Interval) -> Number {
    let between = |low: &Interval, high: &Interval| match (&low.high, &high.low) {
        (Some(end), Some(start)) if start.value > end.value => Some(&start.value - &end.value),
        _ => None,
    };
    between(a, b).or_else(|| between(b, a)).unwrap_or_default()
}

/// The quantity that the text states, without rounding.
pub(crate) fn said(value: &Quantity) -> String {
    let number = |number: &Number| words::exact(number, value.unit);
    match (&value.figure, value.hedge) {
        (Figure::Decimal(decimal), Hedge::Bare) => {
            let sign = if value.falling { Number::from(-1) } else { Number::ONE };
            number(&(decimal.value() * sign))
        }
        _ => words::range(&value.written(), number),
    }
}

/// What the text says, where an answer does not hold and it says more than a
/// direction.
pub(crate) fn contrast(answer: &Answer, value: &Quantity) -> Option<String> {
    let tells = answer.holds == Holds::No && !value.is_direction();
    tells.then(|| said(value))
}

/// A hundred, for percentages.
pub(crate) fn hundred() -> Number {
    Number::from(100)
}
