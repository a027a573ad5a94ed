//! Quantities: numbers in words and digits with their hedges, and what they
//! measure. What a quantity means as an interval is the model's.

mod bounds;
mod digits;
mod end;
mod fraction;
mod hedge;
mod measured;
mod number;
mod ordinal;
mod percentage;
mod plain;
mod power;
mod range;
#[cfg(test)]
mod tests;
mod unit;
mod words;

use recount_model::{Decimal, Figure, Hedge, Interval, Number, Quantity, Unit};

use self::bounds::Bound;
use self::number::{And, Value, numeral, scales};
use self::plain::{Plain, plain};
use self::unit::{unit, unit_behind};
use crate::en::lexicon::Starts;
use crate::token::{Kind, Parsed, Tokens, is_hyphen, stop};

pub use self::bounds::{margin, shared};
pub(super) use self::hedge::behind_unit;
pub use self::measured::{Currency, Measure, Measured, TimeUnit, may_be_year, unit_of_time};
pub use self::number::is_large;
pub use self::ordinal::{cardinal, large_ordinal, ordinal};
pub use self::range::range;
pub use self::unit::is_unit_or_scale;
pub use self::words::{small_number, tens_of};

/// The longest quantity from here on, hedges before and behind it included.
///
/// Reads: `4.19 trillion`, `nearly five trillion`, `34.9%`, `−8.5 %`, `30–40%`,
/// `4 to 5 trillion`, `between 900 billion and 1.1 trillion`, `two-thirds`,
/// `2.5x`, `100+`, `nine weeks`. Of two amounts that each have a scale or unit
/// of their own, "a to b" is no range here ("rose 0.4 trillion to 4.5
/// trillion"); see [`range`].
///
/// Does not read: versions (`M2.5`), dates, times of day, decades, rank labels
/// (`#1`). A bare year is a number like any other: read times first.
///
/// # Errors
/// Where no quantity starts.
pub fn quantity(input: Tokens<'_>) -> Parsed<'_, Measured> {
    hedged(input, true)
}

/// As [`quantity`], but never a range: for what follows "from" in "from 3.9
/// trillion to 4.5 trillion".
///
/// # Errors
/// Where no quantity starts.
pub fn single(input: Tokens<'_>) -> Parsed<'_, Measured> {
    hedged(input, false)
}

/// How many tokens on the word between the ends of a range may stand.
const REACH: usize = 14;

fn hedged(input: Tokens<'_>, ranges: bool) -> Parsed<'_, Measured> {
    if matches!(input.peek(), "somewhere" | "anywhere" | "anything")
        && matches!(input.peek_at(1), "between" | "from")
    {
        return range::anywhere(input);
    }
    let (hedge, rest) = hedge::before(input);
    // "roughly a 61 % share": the article is that of the noun.
    let article = hedge != Hedge::Bare && matches!(rest.peek(), "a" | "an");
    let percentage = article
        && rest.rest.get(1).is_some_and(|token| token.kind == Kind::Number)
        && rest.rest.iter().take(5).any(|token| rest.lower_of(*token) == "%");
    let rest = rest.skip(usize::from(percentage));
    let ranges = ranges && !fraction::follows(input, &["from"]);
    let (rest, found) = unhedged(rest, ranges, hedge)?;
    let (rest, found) = hedged_behind(rest, found);
    if let Some(found) = bounds::margin(rest, &found) {
        return Ok(found);
    }
    match bounds::other(input, rest, &found) {
        Bound::None => Ok((rest, bounds::below_zero(input, found))),
        Bound::Unclear => Err(stop(rest)),
        Bound::Both(rest, found) => Ok((rest, *found)),
    }
}

fn hedged_behind(rest: Tokens<'_>, found: Measured) -> (Tokens<'_>, Measured) {
    if let Some((after, hedge)) = hedge::or_equal(rest, found.quantity.hedge) {
        return (after, Measured { quantity: Quantity { hedge, ..found.quantity }, ..found });
    }
    let Some((after, hedge)) = hedge::after(rest) else {
        return (rest, found);
    };
    let figure = match (found.quantity.hedge, hedge) {
        (Hedge::Bare, _) => {
            return (after, Measured { quantity: Quantity { hedge, ..found.quantity }, ..found });
        }
        // "about 500 or more": from somewhat below 500.
        (Hedge::About, Hedge::AtLeast) => {
            found.quantity.written().low.map(|low| Interval::at_least(low.value))
        }
        (Hedge::About, Hedge::AtMost) => {
            found.quantity.written().high.map(|high| Interval::at_most(high.value))
        }
        _ => None,
    };
    match figure.filter(|_| !found.quantity.falling) {
        Some(within) => (after, within_of(&found, within)),
        None => (rest, found),
    }
}

fn within_of(found: &Measured, within: Interval) -> Measured {
    let unit = found.quantity.unit;
    let quantity = Quantity { hedge: Hedge::Bare, figure: Figure::Within(within), falling: false, unit };
    Measured { quantity, ..*found }
}

fn unhedged(input: Tokens<'_>, ranges: bool, hedge: Hedge) -> Parsed<'_, Measured> {
    if input.peek() == "between" {
        return range::between(input, hedge);
    }
    let other = input.first().is_none_or(|first| !first.starts.any(Starts::QUANTITY));
    if other || number::continues(input) {
        return Err(stop(input));
    }
    if is_alone(input) {
        return amount(input, hedge);
    }
    if let Some(found) = percentage::percentage(input, hedge) {
        return Ok(found);
    }
    if let Some((rest, factor)) = factor(input) {
        return Ok((rest, measured(factor, hedge, Measure::Times)));
    }
    let tied = is_hyphen(input.peek_at(1)) || input.peek_at(1) == ":";
    let joint = input.near(REACH).any(Starts::JOINT);
    if joint && let Some((rest, ratio)) = range::ratio(input).ok().filter(|_| ranges || tied) {
        return Ok((rest, measured(ratio, hedge, Measure::Times)));
    }
    if joint
        && ranges
        && let Ok(found) = range::unhedged(input, hedge, false)
    {
        return Ok(found);
    }
    let amount = amount(input, hedge);
    let (unsigned, sign) = plain::sign(input);
    if let Some((end, figure, measure)) = fraction::of_a_percent(unsigned) {
        let mut found = measured(figure, hedge, measure);
        found.quantity.falling = sign == Some(true);
        return Ok((end, found));
    }
    let part = fraction::fraction(unsigned).ok();
    // The longer of the two: "a quarter of a million", but "one in five".
    let part = part
        .filter(|(rest, _)| amount.as_ref().is_ok_and(|(end, _)| end.len() >= rest.len()) || amount.is_err());
    if let Some((rest, part)) = part {
        let figure = Figure::Fraction { part: part.number(), whole: Number::from(100) };
        let mut found = measured(figure, hedge, Measure::Fraction);
        found.quantity.falling = sign == Some(true);
        found.signed = sign.is_some();
        return Ok((rest, found));
    }
    amount.or_else(|error| one_unit(input, hedge).ok_or(error))
}

/// Is it a number in digits with nothing behind it that could make it an end of
/// a range, a ratio or a part: most numbers there are?
fn is_alone(input: Tokens<'_>) -> bool {
    let Some((number, behind)) = input.rest.split_first() else { return false };
    let mut alone = number.kind == Kind::Number;
    for token in behind.iter().take(3) {
        let text = input.lower_of(*token);
        let closes = matches!(text, "." | "," | ";" | "(" | ")" | "\"" | "”");
        match token.kind {
            Kind::Number => alone = false,
            Kind::Symbol if closes && !token.glued => break,
            Kind::Symbol => alone &= closes || text == "%",
            Kind::Word => {
                let open = token.starts.any(Starts::JOINT)
                    || matches!(text, "and" | "or" | "but" | "in" | "out" | "of" | "over" | "x" | "e" | "s")
                    // "2 thirds".
                    || text == "thirds" || text.ends_with("ths");
                alone &= !open;
            }
        }
    }
    alone
}

/// A quantity without sign or currency.
fn measured(figure: Figure, hedge: Hedge, measure: Measure) -> Measured {
    let unit = match measure {
        Measure::Bare | Measure::Money => Unit::Own,
        Measure::Percent | Measure::Fraction => Unit::Percent,
        Measure::Point => Unit::Point,
        Measure::Times => Unit::Ratio,
        Measure::Duration(_) => Unit::Count,
    };
    Measured {
        quantity: Quantity { hedge, figure, falling: false, unit },
        measure,
        signed: false,
        currency: None,
    }
}

/// `twice`, `double`, `threefold`, `a factor of three`. Not `double-digit`.
fn factor(input: Tokens<'_>) -> Option<(Tokens<'_>, Figure)> {
    let word = input.peek();
    let times = match word {
        "twice" | "double" => 2,
        "thrice" | "triple" | "treble" => 3,
        "quadruple" => 4,
        "quintuple" => 5,
        "a" if input.peek_at(1) == "factor" && input.peek_at(2) == "of" => {
            let (rest, found) = numeral(input.skip(3), And::Joins).ok()?;
            let Value::Decimal(decimal) = found.value else {
                return None;
            };
            // "A factor of 2.5" is as exact as it is written.
            let exact = decimal.exponent < 0 && !found.words;
            let figure = if exact { Figure::Decimal(decimal) } else { Figure::Multiple(decimal.value()) };
            return Some((rest, figure));
        }
        _ => {
            let stem = word.strip_suffix("fold")?;
            let stem = stem.strip_suffix('-').unwrap_or(stem);
            let hundred = (stem == "hundred").then_some(100).or((stem == "thousand").then_some(1000));
            words::unit_word(stem).or_else(|| words::tens_word(stem)).or(hundred)?
        }
    };
    let next = input.skip(1);
    let other = is_hyphen(next.peek()) && next.first().is_some_and(|token| token.glued);
    (!other && !next.peek().starts_with("digit")).then(|| (next, Figure::Multiple(Number::from(times))))
}

/// `a week`, `a year`, `a percent`, `half a year`: one of a unit, where a hedge
/// says that it is a quantity.
fn one_unit(input: Tokens<'_>, hedge: Hedge) -> Option<(Tokens<'_>, Measured)> {
    let half = input.peek() == "half";
    let rest = input.skip(usize::from(half));
    let rest = rest.skip(usize::from(is_hyphen(rest.peek())));
    if !matches!(rest.peek(), "a" | "an") || (hedge == Hedge::Bare && !half) {
        return None;
    }
    let rest = rest.skip(1);
    let rest = rest.skip(usize::from(is_hyphen(rest.peek())));
    let (end, measure, power) = unit(rest)?;
    let decimal = match half {
        true => Decimal { mantissa: 5, exponent: power - 1 },
        false => Decimal { mantissa: 1, exponent: power },
    };
    Some((end, measured(Figure::Decimal(decimal), hedge, measure)))
}

/// A number with its unit: no range.
fn amount(input: Tokens<'_>, hedge: Hedge) -> Parsed<'_, Measured> {
    let (rest, plain) = plain(input, And::Joins)?;
    let (rest, plain, glued) = match hedge::glued(rest) {
        Some((rest, glued)) => {
            let (rest, plain) = scaled_behind(rest, plain);
            (rest, plain, Some(glued))
        }
        None => (rest, plain, None),
    };
    let hedge = if hedge == Hedge::Bare { glued.unwrap_or(hedge) } else { hedge };
    let (rest, found) = match unit_behind(rest) {
        // "a 4 trillion week" is no length of time.
        (_, Some((Measure::Duration(_), _))) if plain.scale.is_some_and(|scale| scale > 3) => (rest, None),
        found => found,
    };
    if found.is_none() && !ends_well(rest) {
        return Err(stop(rest));
    }
    // "a couple of" is not exactly two.
    let vague = input.peek() == "a" && input.peek_at(1) == "couple" && hedge == Hedge::Bare;
    let hedge = if vague { Hedge::About } else { hedge };
    let (measure, power) = found.unwrap_or((Measure::Bare, 0));
    let currency = plain.currency.filter(|_| measure == Measure::Bare);
    let measure = if currency.is_some() { Measure::Money } else { measure };
    let whole = |decimal: &Decimal| decimal.exponent >= plain.scale.unwrap_or(0);
    let whole = plain.words || matches!(&plain.value, Value::Decimal(decimal) if whole(decimal));
    let mut found = measured(figure(plain.value, whole, measure, power), hedge, measure);
    found.quantity.falling = plain.sign == Some(true);
    found.signed = plain.sign.is_some();
    found.currency = currency;
    Ok((rest, found))
}

/// The scale behind a hedge that is glued to the number: `100+ trillion`.
fn scaled_behind(rest: Tokens<'_>, plain: Plain) -> (Tokens<'_>, Plain) {
    match (&plain.value, plain.scale, scales(rest)) {
        (Value::Decimal(decimal), None, (end, Some(scale))) => {
            let decimal = Decimal { exponent: decimal.exponent + scale, ..*decimal };
            (end, Plain { value: Value::Decimal(decimal), scale: Some(scale), ..plain })
        }
        _ => (rest, plain),
    }
}

/// Does the number end here, or is something glued to it that makes it a
/// version, a date, a decade or a time of day?
fn ends_well(rest: Tokens<'_>) -> bool {
    let Some(next) = rest.first().filter(|next| next.glued) else {
        return true;
    };
    let number_after = rest.rest.get(1).is_some_and(|token| token.glued && token.kind == Kind::Number);
    match next.kind {
        Kind::Word => matches!(rest.peek(), "'s" | "’s"),
        Kind::Number => false,
        Kind::Symbol => {
            let joint =
                is_hyphen(rest.peek()) || matches!(rest.peek(), ":" | "/" | "." | "," | "–" | "\u{2212}");
            !(number_after && (joint || rest.peek() == "%"))
        }
    }
}

/// `whole`: in words, or without a decimal point.
fn figure(value: Value, whole: bool, measure: Measure, power: i32) -> Figure {
    match value {
        Value::Decimal(decimal) if measure == Measure::Times && whole => Figure::Multiple(decimal.value()),
        Value::Decimal(decimal) => Figure::Decimal(Decimal { exponent: decimal.exponent + power, ..decimal }),
        Value::Exact(value) => Figure::Within(Interval::point(value * Number::decimal(1, power))),
        Value::Part { part, whole } if measure == Measure::Times => Figure::Multiple(part * whole),
        Value::Part { part, whole } => Figure::Fraction { part, whole: whole * Number::decimal(1, power) },
    }
}
