//! Names and numbers as reasons print them.

use recount_model::vocabulary::Metric;
use recount_model::{Interval, Number, Period, Subject, Unit, Vocabulary, period_words};

/// The words for a period.
pub(crate) fn when(period: Period) -> String {
    period_words(period)
}

/// The names of subjects: "A", "A and B together".
pub(crate) fn names(vocabulary: &Vocabulary, subjects: &[Subject]) -> String {
    let names: Vec<&str> = subjects.iter().map(|subject| vocabulary.subject_name(*subject)).collect();
    match names.split_last() {
        None => "everything".to_owned(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last} together", rest.join(", ")),
    }
}

/// What a metric counts, in the plural.
pub(crate) fn unit(metric: &Metric) -> &str {
    metric.units.last().unwrap_or(&metric.unit)
}

/// A number of weeks.
pub(crate) fn weeks(n: u32) -> String {
    match n {
        1 => "1 week".to_owned(),
        n => format!("{n} weeks"),
    }
}

const SCALES: [(i32, &str); 6] =
    [(15, " quadrillion"), (12, " trillion"), (9, " billion"), (6, " million"), (3, " thousand"), (0, "")];

/// The power of ten that makes a number short, and its word; thousands only
/// from ten thousand.
fn scale(number: &Number) -> (i32, &'static str) {
    let size = number.abs();
    let fits = |(scale, _): &(i32, &str)| {
        let from = if *scale == 3 { Number::from(10_000) } else { Number::decimal(1, *scale) };
        size >= from
    };
    SCALES.into_iter().find(fits).unwrap_or((0, ""))
}

/// Four significant digits and a scale word: "4.186 trillion".
pub(crate) fn short(number: &Number) -> String {
    let (scale, name) = scale(number);
    let scaled = number * &Number::decimal(1, -scale);
    let places = match scaled.abs() {
        size if size >= Number::from(1000) => 0,
        size if size >= Number::from(100) => 1,
        size if size >= Number::from(10) => 2,
        _ => 3,
    };
    format!("{}{name}", scaled.to_decimal(places))
}

/// A number with its unit: "4.186 trillion", "28.3 %", "1.81 times".
pub(crate) fn amount(number: &Number, unit: Unit) -> String {
    let digits = |number: &Number| {
        let places = if number.abs() >= Number::from(100) { 1 } else { 2 };
        number.to_decimal(places)
    };
    match unit {
        Unit::Own => short(number),
        Unit::Percent => format!("{} %", digits(number)),
        Unit::Point => format!("{} points", digits(number)),
        Unit::Ratio => format!("{} times", number.to_decimal(3)),
        Unit::Rank => format!("number {}", number.to_decimal(0)),
        Unit::Count => number.to_decimal(0),
    }
}

/// The same with up to six decimals, as a text states it: "34.85 %".
pub(crate) fn exact(number: &Number, unit: Unit) -> String {
    match unit {
        Unit::Own => {
            let (scale, name) = scale(number);
            format!("{}{name}", (number * &Number::decimal(1, -scale)).to_decimal(6))
        }
        Unit::Percent => format!("{} %", number.to_decimal(6)),
        Unit::Point => format!("{} points", number.to_decimal(6)),
        Unit::Ratio => format!("{} times", number.to_decimal(6)),
        Unit::Rank | Unit::Count => amount(number, unit),
    }
}

/// The same with a sign, for changes.
pub(crate) fn signed(number: &Number, unit: Unit) -> String {
    let words = amount(number, unit);
    if number.is_negative() || words.starts_with('-') || unit == Unit::Ratio {
        words
    } else {
        format!("+{words}")
    }
}

/// An interval by `print`: one number where both ends print alike, else both.
pub(crate) fn range(interval: &Interval, print: impl Fn(&Number) -> String) -> String {
    let end = |bound: &Option<recount_model::Bound>| bound.as_ref().map(|b| print(&b.value));
    match (end(&interval.low), end(&interval.high)) {
        (Some(low), Some(high)) if low == high => low,
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) if interval.low.as_ref().is_some_and(|b| b.open) => {
            format!("more than {low}")
        }
        (Some(low), None) => format!("at least {low}"),
        (None, Some(high)) if interval.high.as_ref().is_some_and(|b| b.open) => {
            format!("less than {high}")
        }
        (None, Some(high)) => format!("at most {high}"),
        (None, None) => "any number".to_owned(),
    }
}
