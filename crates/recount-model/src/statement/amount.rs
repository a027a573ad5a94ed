//! The words for a quantity: its hedge, its number and its unit.

use crate::interval::{Bound, Interval};
use crate::number::Number;
use crate::quantity::{Decimal, Figure, Hedge, Quantity};
use crate::unit::Unit;
use crate::vocabulary::Metric;

/// A quantity in words, without its direction.
pub(super) struct Amount {
    /// The number with its hedge and its unit.
    pub words: String,
    /// Does it count downwards?
    pub falling: bool,
}

/// The words for `quantity`. Behind "not", "more than" and "less than" would
/// read as "at most" and "at least": there it is "over" and "under".
pub(super) fn amount(quantity: &Quantity, metric: &Metric, negated: bool) -> Amount {
    let shape = Shape { metric, unit: quantity.unit, negated };
    let hedged = |number: &str| format!("{}{number}", shape.hedge(quantity.hedge));
    let words = match &quantity.figure {
        Figure::Decimal(decimal) => {
            let size = Decimal { mantissa: decimal.mantissa.saturating_abs(), ..*decimal };
            let falling = quantity.falling != (decimal.mantissa < 0);
            let words = hedged(&shape.with_unit(&decimal_words(size), size == ONE));
            return Amount { words, falling };
        }
        Figure::Range { low, high } => {
            let both = format!("between {} and {}", beside(*low, *high), decimal_words(*high));
            shape.with_unit(&both, false)
        }
        Figure::Multiple(factor) => hedged(&multiple_words(factor)),
        Figure::Fraction { part, whole } => hedged(&shape.fraction(part, whole)),
        Figure::Flat | Figure::Any | Figure::Within(_) => {
            let written = quantity.written();
            let falling = is_downward(&written);
            let upright = if falling { written.mirrored() } else { written };
            return Amount { words: shape.bounds(&upright), falling };
        }
    };
    Amount { words, falling: quantity.falling }
}

const ONE: Decimal = Decimal { mantissa: 1, exponent: 0 };

/// Is it said as so much below zero, not above it?
fn is_downward(interval: &Interval) -> bool {
    let zero = Number::ZERO;
    match (&interval.low, &interval.high) {
        (Some(low), Some(high)) => low.value < zero && high.value <= zero,
        (Some(low), None) => low.value < zero,
        (None, Some(high)) => high.value < zero || (high.open && high.value == zero),
        (None, None) => false,
    }
}

struct Shape<'a> {
    metric: &'a Metric,
    unit: Unit,
    negated: bool,
}

impl Shape<'_> {
    fn hedge(&self, hedge: Hedge) -> &'static str {
        match (hedge, self.negated) {
            (Hedge::Bare, _) => "",
            (Hedge::Exactly, _) => "exactly ",
            (Hedge::About, _) => "about ",
            (Hedge::Nearly, _) => "nearly ",
            (Hedge::JustOver, _) => "just over ",
            (Hedge::MoreThan, false) => "more than ",
            (Hedge::MoreThan, true) => "over ",
            (Hedge::AtLeast, _) => "at least ",
            (Hedge::LessThan, false) => "less than ",
            (Hedge::LessThan, true) => "under ",
            (Hedge::AtMost, _) => "at most ",
            (Hedge::UpTo, _) => "up to ",
            (Hedge::DownTo, _) => "as little as ",
        }
    }

    fn with_unit(&self, number: &str, one: bool) -> String {
        let unit = match self.unit {
            Unit::Own => match self.metric.units.last() {
                Some(_) if one && self.metric.units.contains(&self.metric.unit) => &self.metric.unit,
                Some(name) => name,
                None => return number.to_owned(),
            },
            Unit::Percent => "percent",
            Unit::Point if one => "percentage point",
            Unit::Point => "percentage points",
            Unit::Ratio => "times",
            Unit::Rank | Unit::Count => return number.to_owned(),
        };
        format!("{number} {unit}")
    }

    /// `a third`, `half a trillion tokens`.
    fn fraction(&self, part: &Number, whole: &Number) -> String {
        let words = fraction_words(part);
        if (self.unit == Unit::Percent && *whole == Number::from(100)) || self.unit == Unit::Ratio {
            return words;
        }
        let joined = if words == "half" { "half a" } else { &format!("{words} of a") };
        let scale = SCALES.iter().find(|(power, _)| *whole == Number::decimal(1, *power));
        let scale = scale.map_or("", |(_, name)| *name);
        match scale.is_empty() {
            true => self.with_unit(&(part * whole).to_decimal(6), false),
            false => self.with_unit(&format!("{joined}{scale}"), false),
        }
    }

    /// Bounds as they are: `at least 4 trillion but less than 5 trillion tokens`.
    fn bounds(&self, interval: &Interval) -> String {
        let low = |bound: &Bound, words: String| match (bound.open, self.negated) {
            (true, false) => format!("more than {words}"),
            (true, true) => format!("over {words}"),
            (false, _) => format!("at least {words}"),
        };
        let high = |bound: &Bound, negated: bool| match (bound.open, negated) {
            (true, false) => format!("less than {}", exact_words(&bound.value)),
            (true, true) => format!("under {}", exact_words(&bound.value)),
            (false, _) => format!("at most {}", exact_words(&bound.value)),
        };
        let discrete = matches!(self.unit, Unit::Rank | Unit::Count);
        let words = match (&interval.low, &interval.high) {
            (Some(_), Some(point)) if interval.single().is_some() => {
                let exactly = if discrete { "" } else { "exactly " };
                let words = exact_words(&point.value);
                return format!("{exactly}{}", self.with_unit(&words, point.value == Number::ONE));
            }
            (Some(start), Some(end)) if !start.open && !end.open && !start.value.is_negative() => {
                let exactly = if discrete { "" } else { "exactly " };
                let low = exact_beside(&start.value, &end.value);
                format!("between {exactly}{low} and {}", exact_words(&end.value))
            }
            (Some(start), Some(end)) => {
                let words = exact_beside(&start.value, &end.value);
                format!("{} but {}", low(start, words), high(end, false))
            }
            (Some(start), None) => low(start, exact_words(&start.value)),
            (None, Some(end)) => high(end, self.negated),
            (None, None) => "any number of".to_owned(),
        };
        let one = match (&interval.low, &interval.high) {
            (Some(end), None) | (None, Some(end)) => end.value == Number::ONE,
            (Some(_), Some(_)) | (None, None) => false,
        };
        self.with_unit(&words, one)
    }
}

const SMALL: [&str; 20] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];

/// The name of one part of so many, where a word names it.
fn part_name(under: i64) -> Option<&'static str> {
    const NAMES: [&str; 9] =
        ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    if under == 100 {
        return Some("hundredth");
    }
    usize::try_from(under).ok()?.checked_sub(2).and_then(|place| NAMES.get(place).copied())
}

/// `half`, `a third`, `two thirds`, `7 in 20`.
fn fraction_words(part: &Number) -> String {
    let Some((over, under)) = part.to_parts() else {
        return part.to_decimal(6);
    };
    let small = usize::try_from(over).ok().and_then(|over| SMALL.get(over));
    match (over, part_name(under), small) {
        (1, Some("half"), _) => "half".to_owned(),
        (1, Some(name), _) => format!("a {name}"),
        (_, Some(name), Some(over)) => format!("{over} {name}s"),
        _ => {
            // Parts that have no name are said of a round number.
            let round = [12, 20, 100, 1000].into_iter().find(|round| round % under == 0);
            let whole = round.unwrap_or(under);
            format!("{} in {whole}", over * (whole / under))
        }
    }
}

/// `twice`, `5 times`, `two and a half times`, `half`.
fn multiple_words(factor: &Number) -> String {
    let whole = factor.floor();
    let rest = factor - &whole;
    match (whole.to_i64(), rest.is_zero()) {
        (Some(2), true) => "twice".to_owned(),
        (_, true) => format!("{whole} times"),
        (Some(0), false) => fraction_words(factor),
        (count, false) => {
            let count = count.and_then(|count| usize::try_from(count).ok());
            let name = count.and_then(|count| SMALL.get(count)).map(|name| (*name).to_owned());
            let part = fraction_words(&rest);
            let part = if part == "half" { "a half" } else { &part };
            format!("{} and {part} times", name.unwrap_or_else(|| whole.to_string()))
        }
    }
}

const SCALES: [(i32, &str); 7] = [
    (18, " quintillion"),
    (15, " quadrillion"),
    (12, " trillion"),
    (9, " billion"),
    (6, " million"),
    (3, " thousand"),
    (0, ""),
];

/// The smaller end of a range. The scale word behind the larger one would count
/// for both where the smaller has none, so it gets the smallest that there is.
fn beside(low: Decimal, high: Decimal) -> String {
    match scale_of(low) == 0 && scale_of(high) > 0 {
        true => at_scale(low, THOUSAND),
        false => decimal_words(low),
    }
}

/// The power of ten of the smallest scale word.
const THOUSAND: i32 = 3;

/// Digits and a scale word whose last digit is the decimal's last digit.
fn decimal_words(decimal: Decimal) -> String {
    if decimal.exponent > 18 {
        let rest = Decimal { exponent: decimal.exponent - 18, ..decimal };
        return format!("{} quintillion", decimal_words(rest));
    }
    at_scale(decimal, scale_of(decimal))
}

/// The power of ten of the scale word that makes it short; whole numbers that are
/// known to their last digit have none, `240,000`.
fn scale_of(decimal: Decimal) -> i32 {
    if decimal.exponent == 0 {
        return 0;
    }
    let value = decimal.value().abs();
    let fits = |scale: i32| scale >= decimal.exponent && value >= Number::decimal(1, scale);
    let mut scales = SCALES.iter().map(|(scale, _)| *scale);
    let short = scales.clone().find(|scale| fits(*scale));
    short.or_else(|| scales.rfind(|scale| *scale >= decimal.exponent)).unwrap_or(18)
}

fn at_scale(decimal: Decimal, scale: i32) -> String {
    let name = scale_name(scale);
    let places = usize::try_from(scale - decimal.exponent).unwrap_or(0);
    let digits = format!("{:0>width$}", decimal.mantissa.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let sign = if decimal.mantissa < 0 { "-" } else { "" };
    match fraction.is_empty() {
        true if scale == 0 => format!("{sign}{}", grouped(whole)),
        true => format!("{sign}{whole}{name}"),
        false => format!("{sign}{whole}.{fraction}{name}"),
    }
}

/// Digits in groups of three: `240,000`.
fn grouped(digits: &str) -> String {
    let mut words = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

fn scale_name(scale: i32) -> &'static str {
    SCALES.iter().find(|(power, _)| *power == scale).map_or("", |(_, name)| *name)
}

/// A number with the scale word that makes it short, none of its digits lost.
fn exact_words(number: &Number) -> String {
    scaled_words(number, number_scale(number), 40)
}

/// The smaller end of bounds, as [`beside`].
fn exact_beside(low: &Number, high: &Number) -> String {
    let alone = number_scale(low) == 0 && number_scale(high) > 0;
    scaled_words(low, if alone { THOUSAND } else { number_scale(low) }, 40)
}

/// A number with the scale word that makes it short, at most four decimals.
#[must_use]
pub fn number_words(number: &Number) -> String {
    scaled_words(number, number_scale(number), 4)
}

fn number_scale(number: &Number) -> i32 {
    let size = number.abs();
    SCALES.iter().map(|(scale, _)| *scale).find(|scale| size >= Number::decimal(1, *scale)).unwrap_or(0)
}

fn scaled_words(number: &Number, scale: i32, places: usize) -> String {
    let name = scale_name(scale);
    format!("{}{name}", (number * &Number::decimal(1, -scale)).to_decimal(places))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_keep_their_last_digit() {
        let words = |mantissa, exponent| decimal_words(Decimal { mantissa, exponent });
        assert_eq!(words(419, 10), "4.19 trillion");
        assert_eq!(words(40, 11), "4.0 trillion");
        assert_eq!(words(600, 6), "600 million");
        assert_eq!(words(83, 10), "0.83 trillion");
        assert_eq!(words(349, -1), "34.9");
        assert_eq!(words(240_000, 0), "240,000");
        assert_eq!(words(-1_234_567, 0), "-1,234,567");
        assert_eq!(words(900, 0), "900");
        assert_eq!(words(5, 1), "0.05 thousand");
        assert_eq!(words(5, 20), "0.5 thousand quintillion");
    }

    #[test]
    fn the_smaller_end_of_a_range_has_a_scale_that_fits() {
        let decimal = |mantissa, exponent| Decimal { mantissa, exponent };
        assert_eq!(beside(decimal(900, 0), decimal(2, 12)), "0.900 thousand");
        assert_eq!(beside(decimal(900, 9), decimal(2, 12)), "900 billion");
        assert_eq!(beside(decimal(3, 0), decimal(40, 0)), "3");
        assert_eq!(exact_beside(&Number::from(900), &Number::decimal(2, 12)), "0.9 thousand");
    }

    #[test]
    fn multiples_and_fractions_are_words() {
        assert_eq!(multiple_words(&Number::from(2)), "twice");
        assert_eq!(multiple_words(&Number::ratio(5, 2)), "two and a half times");
        assert_eq!(multiple_words(&Number::ratio(1, 2)), "half");
        assert_eq!(fraction_words(&Number::ratio(2, 3)), "two thirds");
        assert_eq!(fraction_words(&Number::ratio(7, 20)), "7 in 20");
    }
}
