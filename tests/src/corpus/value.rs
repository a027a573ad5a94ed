//! The values of labels: section 3 of the design once more, written without a
//! look at the program's own reading of numbers.
//!
//! | label | means |
//! |---|---|
//! | `4.19T` | as written: half of the last digit to either side |
//! | `=4T` | exactly |
//! | `~4T` | about |
//! | `<~4T`, `>~4T` | nearly, just over |
//! | `>4T`, `>=4T`, `<4T`, `<=4T` | more than, at least, less than, at most |
//! | `3T..4T` | between, a range |
//! | `2x`, `1.81x` | a multiple, a written ratio |
//! | `1/3%`, `1/2T` | a third, half a trillion: one part in a hundred to either side |
//! | `[0.475, 0.525]x`, `(2T, 3T]` | the interval itself |
//! | `-8%`, `->8%`, `-1/5%` | the same, falling |
//!
//! A number ends in K, M, B, T or Q and then in `%`, `pt`, `x`, or nothing for
//! the metric's own unit.

use recount_model::fields::ValueFields;
use recount_model::{Bound, Interval, Number};

/// A number as it is written: its worth, that of its last digit, and that of
/// its last digit that is not zero.
struct Written {
    value: Number,
    last: Number,
    round: Number,
    whole: bool,
}

/// An interval and the name of its unit; `own` is the metric's.
///
/// # Errors
/// A sentence that says what is wrong with the words.
pub fn value(words: &str, own: &str) -> Result<ValueFields, String> {
    let (body, unit) = unit(words, own);
    let interval = match body.strip_prefix('-') {
        Some(falling) => interval(falling, unit)?.mirrored(),
        None => interval(body, unit)?,
    };
    Ok(ValueFields::new(&interval, unit))
}

/// A count, a place: the number itself.
///
/// # Errors
/// A sentence that says what is wrong with the words.
pub fn count(words: &str, unit: &str) -> Result<ValueFields, String> {
    Ok(ValueFields::new(&exact(words)?, unit))
}

fn unit<'w>(words: &'w str, own: &'w str) -> (&'w str, &'w str) {
    for (ending, unit) in [("%", "percent"), ("pt", "point"), ("x", "ratio")] {
        if let Some(body) = words.strip_suffix(ending) {
            return (body, unit);
        }
    }
    (words, own)
}

fn interval(words: &str, unit: &str) -> Result<Interval, String> {
    if words.starts_with(['[', '(']) {
        return bracketed(words);
    }
    if let Some((low, high)) = words.split_once("..") {
        let scale = high.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let low = if low.ends_with(char::is_alphabetic) { low.to_owned() } else { format!("{low}{scale}") };
        let (low, high) = (written(&low)?, written(high)?);
        let half = |number: &Written| &number.last / &Number::from(2);
        return Ok(Interval::closed(&low.value - &half(&low), &high.value + &half(&high)));
    }
    if let Some((part, whole)) = words.split_once('/') {
        return fraction(part, whole, unit);
    }
    hedged(words, unit)
}

fn hedged(words: &str, unit: &str) -> Result<Interval, String> {
    let hedge_ends = words.find(|c: char| c.is_ascii_digit()).unwrap_or(words.len());
    let (hedge, number) = words.split_at(hedge_ends);
    let number = written(number)?;
    let value = number.value.clone();
    let around = (&number.round / &Number::from(2)).max(&value / &Number::from(20));
    Ok(match hedge {
        "" if unit == "ratio" && number.whole => {
            Interval::closed(&value * &Number::decimal(95, -2), &value * &Number::decimal(105, -2))
        }
        "" => {
            let half = &number.last / &Number::from(2);
            Interval::closed(&value - &half, &value + &half)
        }
        other => shifted(other, &value, &around)?,
    })
}

fn shifted(hedge: &str, value: &Number, around: &Number) -> Result<Interval, String> {
    let value = value.clone();
    Ok(match hedge {
        "" | "=" => Interval::point(value),
        "~" => Interval::closed(&value - around, &value + around),
        "<~" => Interval { low: Some(Bound::closed(&value - around)), high: Some(Bound::open(value)) },
        ">~" => Interval { high: Some(Bound::closed(&value + around)), low: Some(Bound::open(value)) },
        ">" => Interval::above(value),
        ">=" => Interval::at_least(value),
        "<" => Interval::below(value),
        "<=" => Interval::at_most(value),
        other => return Err(format!("`{other}` is no hedge: one of = ~ <~ >~ > >= < <=")),
    })
}

/// `1/3` of a hundred percent, or of a scale (`1/2T`): a hundredth of the whole
/// to either side, 5 % of the part where it is hedged.
fn fraction(part: &str, whole: &str, unit: &str) -> Result<Interval, String> {
    let digits = part.find(|c: char| c.is_ascii_digit()).unwrap_or(part.len());
    let (hedge, above) = part.split_at(digits);
    let scale = whole.trim_start_matches(|c: char| c.is_ascii_digit());
    let below = written(&whole[..whole.len() - scale.len()])?.value;
    let one = match unit {
        "percent" => Number::from(100),
        _ => written(&format!("1{scale}"))?.value,
    };
    let share = written(above)?.value.checked_div(&below).ok_or("a fraction of zero")?;
    let value = &share * &one;
    let percent = &one / &Number::from(100);
    match hedge {
        "" => Ok(Interval::closed(&value - &percent, &value + &percent)),
        hedge => shifted(hedge, &value, &percent.max(&value / &Number::from(20))),
    }
}

fn bracketed(words: &str) -> Result<Interval, String> {
    let inside = words.get(1..words.len().saturating_sub(1)).unwrap_or("");
    let (low, high) = inside.split_once(',').ok_or_else(|| format!("`{words}` has no comma"))?;
    let bound = |words: &str, open: bool| match words.trim() {
        "" | "∞" | "-∞" => Ok(None),
        number => signed(number).map(|value| Some(Bound { value, open })),
    };
    let (low, high) = (bound(low, words.starts_with('('))?, bound(high, words.ends_with(')'))?);
    Ok(Interval { low, high })
}

fn exact(words: &str) -> Result<Interval, String> {
    if let Some((low, high)) = words.split_once("..") {
        return Ok(Interval::closed(signed(low)?, signed(high)?));
    }
    let digits = words.find(|c: char| c.is_ascii_digit()).unwrap_or(words.len());
    let (hedge, number) = words.split_at(digits);
    shifted(hedge, &signed(number)?, &Number::ZERO)
}

fn signed(words: &str) -> Result<Number, String> {
    match words.strip_prefix('-') {
        Some(number) => Ok(-written(number)?.value),
        None => Ok(written(words)?.value),
    }
}

fn written(words: &str) -> Result<Written, String> {
    let bad = || format!("`{words}` is no number");
    let digits_end = words.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(words.len());
    let (number, scale) = words.split_at(digits_end);
    let scale = match scale {
        "" => 0,
        "K" => 3,
        "M" => 6,
        "B" => 9,
        "T" => 12,
        "Q" => 15,
        _ => return Err(bad()),
    };
    let places = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let mantissa: i128 = digits.parse().map_err(|_| bad())?;
    let last = scale - i32::try_from(places).map_err(|_| bad())?;
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    let zeros = if mantissa == 0 { 0 } else { i32::try_from(zeros).map_err(|_| bad())? };
    Ok(Written {
        value: Number::decimal(mantissa, last),
        last: Number::decimal(1, last),
        round: Number::decimal(1, last + zeros),
        whole: places == 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of section 3.
    #[test]
    fn labels_mean_what_the_design_says() {
        let rows = [
            ("4.19T", "[4.185T, 4.195T]", "token"),
            ("34.9%", "[34.85, 34.95]%", "percent"),
            ("-26.22%", "[-26.225, -26.215]%", "percent"),
            ("=4.19T", "[4.19T, 4.19T]", "token"),
            ("~600M", "[550M, 650M]", "token"),
            ("~4.19T", "[3.9805T, 4.3995T]", "token"),
            ("<~5T", "[4.5T, 5T)", "token"),
            (">~5T", "(5T, 5.5T]", "token"),
            (">4T", "(4T, ∞)", "token"),
            ("->8%", "(∞, -8)%", "percent"),
            (">=4T", "[4T, ∞)", "token"),
            ("<0.1T", "(∞, 0.1T)", "token"),
            ("<=3%", "(∞, 3]%", "percent"),
            ("30..40%", "[29.5, 40.5]%", "percent"),
            ("4..5.5T", "[3.5T, 5.55T]", "token"),
            ("900B..1.2T", "[899.5B, 1.25T]", "token"),
            ("3x", "[2.85, 3.15]x", "ratio"),
            ("1.81x", "[1.805, 1.815]x", "ratio"),
            (">2x", "(2, ∞)x", "ratio"),
            ("<~2x", "[1.5, 2)x", "ratio"),
            ("1/2T", "[490B, 510B]", "token"),
            ("2/5%", "[39, 41]%", "percent"),
            ("-1/5%", "[-21, -19]%", "percent"),
            ("<~1/2%", "[47.5, 50)%", "percent"),
            ("6.5pt", "[6.45, 6.55]pt", "point"),
            ("997B", "[996.5B, 997.5B]", "token"),
        ];
        for (label, interval, unit) in rows {
            let found = value(label, "token").unwrap_or_else(|error| panic!("{label}: {error}"));
            assert_eq!(found, value(interval, "token").expect("an interval"), "{label}");
            assert_eq!(found.unit, unit, "{label}");
        }
    }

    #[test]
    fn counts_are_exact() {
        assert_eq!(count("3", "rank"), count("3..3", "rank"));
        assert_eq!(count("1..5", "rank").expect("places").high, Some(Number::from(5)));
        assert_eq!(count(">=3", "count").expect("a count").high, None);
    }

    #[test]
    fn what_is_no_value_is_an_error() {
        for bad in ["", "x", "abc", "4.19Z", "!4T", "[3T]", "1/0%", "4..%"] {
            assert!(value(bad, "token").is_err(), "{bad}");
        }
    }
}
