//! v(subject, period) lies in an interval.

use recount_model::{Assertion, Level, Number, Period, Unit};

use super::{Measure, contrast, weigh};
use crate::figures::Ground;
use crate::truth::{Attempt, Gap};
use crate::words;

pub(super) fn answer(ground: &Ground<'_>, assertion: &Assertion, level: &Level, period: Period) -> Attempt {
    if level.value.unit != Unit::Own {
        return Err(Gap::incomparable("a level is an amount in the unit of its metric"));
    }
    let datum = ground.sum(&assertion.subject, period)?;
    let line = format!(
        "{}: {} {} {}",
        words::when(period),
        words::names(ground.vocabulary(), &assertion.subject),
        datum.words(),
        words::unit(ground.about())
    );
    let measure = Measure { given: datum.given, admitted: datum.admitted, beyond: datum.beyond };
    let mut answer = weigh(&level.value, &measure, &Number::ZERO);
    answer.lines.insert(0, line);
    answer.said = contrast(&answer, &level.value);
    answer.actual = Some(ground.amount(measure.admitted, Unit::Own));
    answer.evidence = datum.evidence;
    Ok(answer)
}
