//! Quantities: numbers in words and digits with their hedges, and what they
//! measure. What a quantity means as an interval is the model's.

mod fraction;
mod hedge;
mod number;
mod ordinal;
mod range;
#[cfg(test)]
mod tests;
mod words;

use nom::Parser;
use recount_model::{Decimal, Figure, Hedge, Number, Quantity, Unit};

use self::number::{And, Value, numeral, scales};
use crate::token::{Kind, Parsed, Tokens, is_hyphen, phrase, stop};

pub use self::ordinal::{cardinal, ordinal};
pub use self::range::range;

/// A quantity as a text gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The number, its hedge and its unit.
    pub quantity: Quantity,
    /// What it measures.
    pub measure: Measure,
    /// Was a sign written: `+34.9%`, `-8.5%`? Then it is a change.
    pub signed: bool,
    /// Of an amount of money: in what.
    pub currency: Option<Currency>,
}

/// What a quantity measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// A number alone; a metric's unit may follow. Its unit is [`Unit::Own`].
    Bare,
    /// `34.9%`, `34.9 percent`.
    Percent,
    /// `a third`, `two-thirds`, `half`: as a [`Figure::Fraction`] of 100 percent.
    Fraction,
    /// `8.4 percentage points`, `6.5pp`, `40 basis points`.
    Point,
    /// `1.81 times`, `2.5x`, `threefold`, `twice`, `three-to-one`.
    Times,
    /// `$7M`, `7 million dollars`. Its unit is [`Unit::Own`].
    Money,
    /// `nine weeks`. Its unit is [`Unit::Count`].
    Duration(TimeUnit),
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeUnit {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A calendar month.
    Month,
    /// Three calendar months.
    Quarter,
    /// A calendar year.
    Year,
}

/// What an amount of money is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Currency {
    /// `$`, dollars of any kind.
    Dollar,
    /// `€`.
    Euro,
    /// `£`.
    Pound,
    /// `¥`: yen or yuan.
    Yen,
    /// Yuan, renminbi.
    Yuan,
    /// Rupees.
    Rupee,
    /// Won.
    Won,
}

impl Currency {
    /// Its name in the singular.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dollar => "dollar",
            Self::Euro => "euro",
            Self::Pound => "pound",
            Self::Yen => "yen",
            Self::Yuan => "yuan",
            Self::Rupee => "rupee",
            Self::Won => "won",
        }
    }

    fn signed(sign: &str) -> Option<Self> {
        Some(match sign {
            "$" => Self::Dollar,
            "€" => Self::Euro,
            "£" => Self::Pound,
            "¥" | "￥" => Self::Yen,
            "₹" => Self::Rupee,
            "₩" => Self::Won,
            _ => return None,
        })
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "dollar" | "dollars" | "usd" => Self::Dollar,
            "euro" | "euros" | "eur" => Self::Euro,
            "pounds" | "gbp" => Self::Pound,
            "yen" | "jpy" => Self::Yen,
            "yuan" | "renminbi" | "rmb" | "cny" => Self::Yuan,
            "rupee" | "rupees" | "inr" => Self::Rupee,
            "krw" => Self::Won,
            _ => return None,
        })
    }
}

impl TimeUnit {
    /// Its name in the singular.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

/// The unit of time that a word names, in the singular or the plural.
#[must_use]
pub fn unit_of_time(word: &str) -> Option<TimeUnit> {
    Some(match word {
        "day" | "days" => TimeUnit::Day,
        "week" | "weeks" | "wk" | "wks" => TimeUnit::Week,
        "month" | "months" => TimeUnit::Month,
        "quarter" | "quarters" => TimeUnit::Quarter,
        "year" | "years" | "yr" | "yrs" => TimeUnit::Year,
        _ => return None,
    })
}

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

fn hedged(input: Tokens<'_>, ranges: bool) -> Parsed<'_, Measured> {
    let (hedge, rest) = hedge::before(input);
    let ranges = ranges && !fraction::follows(input, &["from"]);
    unhedged(rest, ranges, hedge).map(|(rest, found)| hedged_behind(rest, found))
}

fn hedged_behind(rest: Tokens<'_>, found: Measured) -> (Tokens<'_>, Measured) {
    match hedge::after(rest) {
        Some((rest, hedge)) if found.quantity.hedge == Hedge::Bare => (
            rest,
            Measured {
                quantity: Quantity {
                    hedge,
                    ..found.quantity
                },
                ..found
            },
        ),
        _ => (rest, found),
    }
}

fn unhedged(input: Tokens<'_>, ranges: bool, hedge: Hedge) -> Parsed<'_, Measured> {
    if input.peek() == "between" {
        return range::between(input, hedge);
    }
    if number::continues(input) {
        return Err(stop(input));
    }
    if let Some((rest, factor)) = factor(input) {
        return Ok((
            rest,
            measured(Figure::Multiple(factor), hedge, Measure::Times),
        ));
    }
    let tied = is_hyphen(input.peek_at(1)) || input.peek_at(1) == ":";
    if let Some((rest, ratio)) = range::ratio(input).ok().filter(|_| ranges || tied) {
        return Ok((rest, measured(ratio, hedge, Measure::Times)));
    }
    if ranges {
        if let Ok(found) = range::unhedged(input, hedge, false) {
            return Ok(found);
        }
    }
    let amount = amount(input, hedge);
    let part = fraction::fraction(input).ok();
    // The longer of the two: "a quarter of a million", but "one in five".
    let part = part.filter(|(rest, _)| {
        amount
            .as_ref()
            .is_ok_and(|(end, _)| end.len() >= rest.len())
            || amount.is_err()
    });
    if let Some((rest, part)) = part {
        let figure = Figure::Fraction {
            part: part.number(),
            whole: Number::from(100),
        };
        return Ok((rest, measured(figure, hedge, Measure::Fraction)));
    }
    amount.or_else(|error| one_unit(input, hedge).ok_or(error))
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
        quantity: Quantity {
            hedge,
            figure,
            falling: false,
            unit,
        },
        measure,
        signed: false,
        currency: None,
    }
}

/// `twice`, `double`, `threefold`, `a factor of three`. Not `double-digit`.
fn factor(input: Tokens<'_>) -> Option<(Tokens<'_>, Number)> {
    let word = input.peek();
    let times = match word {
        "twice" | "double" => 2,
        "thrice" | "triple" | "treble" => 3,
        "quadruple" => 4,
        "quintuple" => 5,
        "a" if input.peek_at(1) == "factor" && input.peek_at(2) == "of" => {
            let (rest, found) = numeral(input.skip(3), And::Separates).ok()?;
            let Value::Decimal(decimal) = found.value else {
                return None;
            };
            return Some((rest, decimal.value()));
        }
        _ => {
            let stem = word.strip_suffix("fold")?;
            let stem = stem.strip_suffix('-').unwrap_or(stem);
            let hundred = (stem == "hundred")
                .then_some(100)
                .or((stem == "thousand").then_some(1000));
            words::unit_word(stem)
                .or_else(|| words::tens_word(stem))
                .or(hundred)?
        }
    };
    let next = input.skip(1);
    let other = is_hyphen(next.peek()) && next.first().is_some_and(|token| token.glued);
    (!other && !next.peek().starts_with("digit")).then(|| (next, Number::from(times)))
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
        true => Decimal {
            mantissa: 5,
            exponent: power - 1,
        },
        false => Decimal {
            mantissa: 1,
            exponent: power,
        },
    };
    Some((end, measured(Figure::Decimal(decimal), hedge, measure)))
}

/// The words of a unit: what they measure and the power of ten that they
/// multiply by.
fn unit(input: Tokens<'_>) -> Option<(Tokens<'_>, Measure, i32)> {
    const PHRASES: &[(&str, Measure, i32)] = &[
        ("percentage points", Measure::Point, 0),
        ("percentage point", Measure::Point, 0),
        ("percent points", Measure::Point, 0),
        ("% points", Measure::Point, 0),
        ("% point", Measure::Point, 0),
        ("per cent", Measure::Percent, 0),
        ("basis points", Measure::Point, -2),
        ("basis point", Measure::Point, -2),
    ];
    let word = input.peek();
    if matches!(word, "percentage" | "percent" | "%" | "per" | "basis") {
        for (words, measure, power) in PHRASES {
            if let Ok((rest, ())) = phrase(words).parse(input) {
                return Some((rest, *measure, *power));
            }
        }
    }
    let (measure, power) = match word {
        "%" | "percent" | "percents" | "pct" | "pc" | "％" => (Measure::Percent, 0),
        "points" | "point" | "pp" | "ppt" | "ppts" | "pps" | "pts" | "pt" => (Measure::Point, 0),
        "bp" | "bps" => (Measure::Point, -2),
        "times" | "x" | "×" | "fold" if is_factor(input) => (Measure::Times, 0),
        _ => (Measure::Duration(unit_of_time(word)?), 0),
    };
    let rest = input.skip(1);
    let stopped = word == "pct" && rest.peek() == "." && !rest.skip(1).is_empty();
    Some((rest.skip(usize::from(stopped)), measure, power))
}

/// Is it a factor, not a count of occasions ("three times a week") or an axis
/// ("3 x 4")?
fn is_factor(input: Tokens<'_>) -> bool {
    let after = input.skip(1);
    match input.peek() {
        "times" => {
            let unit = unit_of_time(after.peek_at(1)).is_some();
            !(matches!(after.peek(), "a" | "per" | "each" | "every") && unit)
        }
        "x" | "×" => !after.first().is_some_and(|next| next.kind == Kind::Number),
        _ => true,
    }
}

/// A signed number with its currency and scale, before its unit.
struct Plain {
    value: Value,
    scale: Option<i32>,
    words: bool,
    sign: Option<bool>,
    currency: Option<Currency>,
}

fn plain(input: Tokens<'_>, and: And) -> Parsed<'_, Plain> {
    let (rest, sign) = sign(input);
    let (rest, currency) = currency(rest);
    let (rest, sign) = if sign.is_none() && currency.is_some() {
        self::sign(rest)
    } else {
        (rest, sign)
    };
    let (rest, found) = numeral(rest, and)?;
    let (rest, named) = match Currency::named(rest.peek()) {
        Some(named) if currency.is_none() => (rest.skip(1), Some(named)),
        _ => (rest, None),
    };
    let currency = currency.or(named);
    Ok((
        rest,
        Plain {
            value: found.value,
            scale: found.scale,
            words: found.words,
            sign,
            currency,
        },
    ))
}

/// A sign glued to its number and to nothing before: `Some(true)` is a minus.
fn sign(input: Tokens<'_>) -> (Tokens<'_>, Option<bool>) {
    let Some(token) = input.first() else {
        return (input, None);
    };
    let rest = input.skip(1);
    if token.kind == Kind::Word && matches!(input.peek(), "minus" | "negative") {
        return (rest, Some(true));
    }
    let before = input
        .text
        .get(..token.start as usize)
        .and_then(|before| before.chars().next_back());
    let free =
        !token.glued || before.is_some_and(|c| !c.is_alphanumeric() && !matches!(c, '%' | '-'));
    let glued = rest.first().is_some_and(|next| next.glued);
    let falling = match input.text_of(token) {
        "+" => false,
        "-" | "\u{2212}" | "\u{2010}" | "\u{2011}" => true,
        // As a minus only before a percentage: else it sets a list item off.
        "–" if matches!(rest.peek_at(1), "%" | "percent") => true,
        _ => return (input, None),
    };
    if free && glued {
        (rest, Some(falling))
    } else {
        (input, None)
    }
}

/// `$`, `US$`, `RMB`, `€`.
fn currency(input: Tokens<'_>) -> (Tokens<'_>, Option<Currency>) {
    if let Some(found) = Currency::signed(input.peek()) {
        return (input.skip(1), Some(found));
    }
    let next = input
        .rest
        .get(1)
        .filter(|next| next.glued)
        .map_or("", |next| input.lower_of(*next));
    let country = matches!(
        input.peek(),
        "us" | "u.s." | "a" | "c" | "s" | "hk" | "nt" | "cn" | "jp"
    );
    if let (true, Some(found)) = (country, Currency::signed(next)) {
        return (input.skip(2), Some(found));
    }
    let number_next = input
        .rest
        .get(1)
        .is_some_and(|next| next.kind == Kind::Number);
    match Currency::named(input.peek()) {
        Some(found)
            if number_next
                && matches!(input.peek(), "rmb" | "usd" | "eur" | "gbp" | "cny" | "jpy") =>
        {
            (input.skip(1), Some(found))
        }
        _ => (input, None),
    }
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
    let hedge = if hedge == Hedge::Bare {
        glued.unwrap_or(hedge)
    } else {
        hedge
    };
    let (rest, found) = match unit_behind(rest) {
        // "a 4 trillion week" is no length of time.
        (_, Some((Measure::Duration(_), _))) if plain.scale.is_some_and(|scale| scale > 3) => {
            (rest, None)
        }
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
    let measure = if currency.is_some() {
        Measure::Money
    } else {
        measure
    };
    let mut found = measured(
        figure(plain.value, plain.words, measure, power),
        hedge,
        measure,
    );
    found.quantity.falling = plain.sign == Some(true);
    found.signed = plain.sign.is_some();
    found.currency = currency;
    Ok((rest, found))
}

/// The scale behind a hedge that is glued to the number: `100+ trillion`.
fn scaled_behind(rest: Tokens<'_>, plain: Plain) -> (Tokens<'_>, Plain) {
    match (&plain.value, plain.scale, scales(rest)) {
        (Value::Decimal(decimal), None, (end, Some(scale))) => {
            let decimal = Decimal {
                exponent: decimal.exponent + scale,
                ..*decimal
            };
            (
                end,
                Plain {
                    value: Value::Decimal(decimal),
                    scale: Some(scale),
                    ..plain
                },
            )
        }
        _ => (rest, plain),
    }
}

/// The unit behind a number, a hyphen between them or not.
fn unit_behind(rest: Tokens<'_>) -> (Tokens<'_>, Option<(Measure, i32)>) {
    let joined = is_hyphen(rest.peek()) && rest.first().is_some_and(|token| token.glued);
    let at = if joined { rest.skip(1) } else { rest };
    match unit(at) {
        // "4.19 trillion-point" and the like: a unit that a hyphen joins.
        Some((end, measure, power)) if ends_well(end) => (end, Some((measure, power))),
        _ => (rest, None),
    }
}

/// Does the number end here, or is something glued to it that makes it a
/// version, a date, a decade or a time of day?
fn ends_well(rest: Tokens<'_>) -> bool {
    let Some(next) = rest.first().filter(|next| next.glued) else {
        return true;
    };
    let number_after = rest
        .rest
        .get(1)
        .is_some_and(|token| token.glued && token.kind == Kind::Number);
    match next.kind {
        Kind::Word => matches!(rest.peek(), "'s" | "’s"),
        Kind::Number => false,
        Kind::Symbol => {
            let joint = is_hyphen(rest.peek())
                || matches!(rest.peek(), ":" | "/" | "." | "," | "–" | "\u{2212}");
            !(joint && number_after) && !(number_after && rest.peek() == "%")
        }
    }
}

fn figure(value: Value, words: bool, measure: Measure, power: i32) -> Figure {
    match value {
        Value::Decimal(decimal)
            if measure == Measure::Times && (words || decimal.exponent >= 0) =>
        {
            Figure::Multiple(decimal.value())
        }
        Value::Decimal(decimal) => Figure::Decimal(Decimal {
            exponent: decimal.exponent + power,
            ..decimal
        }),
        Value::Part { part, whole } if measure == Measure::Times => Figure::Multiple(part * whole),
        Value::Part { part, whole } => Figure::Fraction {
            part,
            whole: whole * Number::decimal(1, power),
        },
    }
}

/// Does a scale or a unit of measure come next, so that the number before is
/// an amount and no day or year?
#[must_use]
pub fn is_unit_or_scale(rest: Tokens<'_>) -> bool {
    let unit = unit(rest).is_some_and(|(_, measure, _)| !matches!(measure, Measure::Duration(_)));
    unit || scales(rest).1.is_some()
}

/// Is it a bare four-digit number that may be a year, 1900 to 2100?
#[must_use]
pub fn may_be_year(measured: &Measured) -> bool {
    match &measured.quantity.figure {
        Figure::Decimal(decimal) => {
            measured.measure == Measure::Bare
                && decimal.exponent == 0
                && (1900..=2100).contains(&decimal.mantissa)
        }
        Figure::Range { .. } | Figure::Multiple(_) | Figure::Fraction { .. } => false,
        Figure::Flat | Figure::Any | Figure::Within(_) => false,
    }
}
