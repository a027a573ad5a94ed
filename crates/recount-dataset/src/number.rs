//! Numbers as files write them, to exact intervals.

use recount_model::{Bound, Decimal, Figure, Interval, Number, Quantity, Unit};

use crate::raw::RawNumber;

/// Why a text is no number, and what one looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NotANumber {
    pub(crate) message: String,
    pub(crate) expected: String,
}

/// The powers of ten that words and letters after a number stand for.
const SCALES: [(&str, i32); 13] = [
    ("", 0),
    ("k", 3),
    ("thousand", 3),
    ("m", 6),
    ("mn", 6),
    ("million", 6),
    ("b", 9),
    ("bn", 9),
    ("billion", 9),
    ("t", 12),
    ("tn", 12),
    ("trillion", 12),
    ("quadrillion", 15),
];

/// More digits than any figure has, and few enough for every scale.
const MOST_DIGITS: usize = 30;

/// The number of `0.83T`, `4.19 trillion`, `602M`, `1,234`, `-12.5`, with the
/// precision of its writing.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let unsigned = text.strip_prefix(['-', '−']);
    let rest = unsigned.unwrap_or(text);
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
    let (digits, suffix) = rest.split_at(end);
    let suffix = suffix.trim_start();
    let (_, power) = SCALES.iter().find(|(word, _)| word.eq_ignore_ascii_case(suffix))?;
    let (whole, fraction) = match digits.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (digits, ""),
    };
    if !is_grouped(whole) || fraction.contains([',', '.']) {
        return None;
    }
    let written: String = whole.chars().filter(|c| *c != ',').collect();
    if written.len() + fraction.len() > MOST_DIGITS {
        return None;
    }
    let size: i128 = format!("{written}{fraction}").parse().ok()?;
    let places = i32::try_from(fraction.len()).ok()?;
    Some(Decimal { mantissa: if unsigned.is_some() { -size } else { size }, exponent: power - places })
}

/// Digits alone, or with a comma before every three.
fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let commas = whole.contains(',');
    !first.is_empty() && (!commas || first.len() <= 3) && groups.all(|group| group.len() == 3)
}

/// The number that a TOML float or a CSV or JSON field writes, exactly.
pub(crate) fn exact(text: &str) -> Option<Number> {
    let (digits, power) = match text.split_once(['e', 'E']) {
        Some((digits, power)) => (digits, power.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let digits = digits.strip_prefix('+').unwrap_or(digits);
    let Decimal { mantissa, exponent } = decimal(digits)?;
    let exponent = exponent.checked_add(power)?;
    (-4096..=4096).contains(&exponent).then(|| Number::decimal(mantissa, exponent))
}

/// What a figure admits as it is written: an integer itself, a string by its
/// last digit.
pub(crate) fn written(number: RawNumber<'_>) -> Result<Interval, NotANumber> {
    match number {
        RawNumber::Whole(whole) => Ok(Interval::point(Number::from(whole))),
        RawNumber::Text(text) => match decimal(text) {
            Some(decimal) => Ok(Quantity::bare(Figure::Decimal(decimal), Unit::Own).written()),
            None => Err(NotANumber {
                message: format!("\"{text}\" is not a number"),
                expected: "expected a number such as \"0.83T\", \"602M\" or \"1,234.5\"".into(),
            }),
        },
        RawNumber::Float(digits) => Err(NotANumber {
            message: format!("{digits} is a bare float, which has no precision of its own"),
            expected: format!("write a string: \"{digits}\""),
        }),
    }
}

/// The part that `0.5%` is: 1/200. At least 0, below 1.
pub(crate) fn percentage(text: &str) -> Option<Number> {
    let number = exact(text.trim().strip_suffix('%')?.trim_end())?;
    let part = number * Number::ratio(1, 100);
    (!part.is_negative() && part < Number::ONE).then_some(part)
}

/// How far figures may be from what is written.
#[derive(Clone, Debug)]
pub(crate) struct Tolerance {
    /// 1 less the part.
    less: Number,
    /// 1 and the part.
    more: Number,
}

impl Tolerance {
    /// A part of each figure, at least 0.
    pub(crate) fn new(part: &Number) -> Self {
        Self { less: Number::ONE - part.clone(), more: Number::ONE + part }
    }

    /// Both ends moved outward by the part of them.
    pub(crate) fn widened(&self, interval: &Interval) -> Interval {
        if self.less == Number::ONE {
            return interval.clone();
        }
        let outward = |bound: &Bound, positive: &Number, negative: &Number| Bound {
            value: if bound.value.is_negative() { &bound.value * negative } else { &bound.value * positive },
            open: bound.open,
        };
        let (less, more) = (&self.less, &self.more);
        Interval {
            low: interval.low.as_ref().map(|low| outward(low, less, more)),
            high: interval.high.as_ref().map(|high| outward(high, more, less)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(i128, i32)> {
        decimal(text).map(|d| (d.mantissa, d.exponent))
    }

    #[test]
    fn written_numbers_keep_their_last_digit() {
        assert_eq!(read("0.83T"), Some((83, 10)));
        assert_eq!(read("4.19 trillion"), Some((419, 10)));
        assert_eq!(read("4.0bn"), Some((40, 8)));
        assert_eq!(read("602M"), Some((602, 6)));
        assert_eq!(read("1,234"), Some((1234, 0)));
        assert_eq!(read("12,345.60"), Some((1_234_560, -2)));
        assert_eq!(read("−12.5"), Some((-125, -1)));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "T", ".5", "5.", "1,23", "1234,567", "1.2.3", "1.234,5", "5 apples", "1e5", "--5"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"9".repeat(31)), None);
    }

    #[test]
    fn floats_of_a_file_are_exact() {
        assert_eq!(exact("34.85"), Some(Number::ratio(697, 20)));
        assert_eq!(exact("1e14"), Some(Number::decimal(1, 14)));
        assert_eq!(exact("-2.5E-1"), Some(Number::ratio(-1, 4)));
        assert_eq!(exact("1e99999"), None);
        assert_eq!(exact("nan"), None);
    }

    #[test]
    fn tolerances_are_parts() {
        assert_eq!(percentage("0.5%"), Some(Number::ratio(1, 200)));
        assert_eq!(percentage("0 %"), Some(Number::ZERO));
        for text in ["0.5", "100%", "-1%", "%", "x%"] {
            assert_eq!(percentage(text), None, "{text}");
        }
    }

    #[test]
    fn tolerance_moves_both_ends_outward_on_both_sides_of_zero() {
        let n = |value: i64| Number::from(value);
        let tenth = Tolerance::new(&Number::ratio(1, 10));
        assert_eq!(tenth.widened(&Interval::closed(n(100), n(200))), Interval::closed(n(90), n(220)));
        assert_eq!(tenth.widened(&Interval::closed(n(-100), n(200))), Interval::closed(n(-110), n(220)));
    }
}
