//! One end of a range: a number with its unit.

use recount_model::{Decimal, Figure, Interval, Number, Quantity, Unit};

use super::number::{And, Value};
use super::plain::{Plain, plain, sign};
use super::unit::{unit, unit_behind};
use super::{Measure, fraction};
use crate::token::{Kind, Parsed, Token, Tokens, is_dash, stop};

/// One end of a range.
pub(super) struct End {
    pub(super) plain: Plain,
    pub(super) unit: Option<(Measure, i32)>,
    /// Is it counted in dozens?
    pub(super) dozens: bool,
}

impl End {
    pub(super) fn decimal(&self) -> Option<Decimal> {
        match self.plain.value {
            Value::Decimal(decimal) => Some(decimal),
            Value::Part { .. } | Value::Exact(_) => None,
        }
    }

    pub(super) fn is_whole(&self) -> bool {
        self.decimal().is_some_and(|decimal| decimal.exponent == 0)
    }

    /// What an amount without a unit stands for, as it is written.
    pub(super) fn written(&self) -> Option<Interval> {
        let figure = match &self.plain.value {
            Value::Decimal(decimal) => Figure::Decimal(*decimal),
            Value::Part { part, whole } => Figure::Fraction { part: part.clone(), whole: whole.clone() },
            Value::Exact(_) => return None,
        };
        let plain = self.unit.is_none() && self.plain.sign.is_none();
        plain.then(|| Quantity::bare(figure, Unit::Own).written())
    }

    /// What it stands for, sign included, and what that measures.
    pub(super) fn number(&self) -> Option<(Number, Measure)> {
        let (measure, power) = match (self.unit, self.plain.currency) {
            (Some(unit), _) => unit,
            (None, Some(_)) => (Measure::Money, 0),
            (None, None) => (Measure::Bare, 0),
        };
        let value = match &self.plain.value {
            Value::Decimal(decimal) => decimal.value(),
            Value::Part { part, whole } => part * whole,
            Value::Exact(_) => return None,
        };
        let value = value * Number::decimal(1, power);
        let falling = self.plain.sign == Some(true);
        Some((if falling { -value } else { value }, measure))
    }
}

/// A number with its unit, or a part: `5 trillion`, `20%`, `a third`.
pub(super) fn end(input: Tokens<'_>, and: And) -> Parsed<'_, End> {
    if let Some(found) = fold(input) {
        return Ok(found);
    }
    let amount = amount(input, and);
    let (unsigned, sign) = sign(input);
    let part = fraction::fraction(unsigned).ok();
    let left = amount.as_ref().map_or(usize::MAX, |(rest, _)| rest.len());
    match part.filter(|(rest, _)| rest.len() <= left) {
        Some((rest, part)) => {
            let value = Value::Part { part: part.number(), whole: Number::from(100) };
            let plain = Plain { value, scale: None, words: true, sign, currency: None };
            Ok((rest, End { plain, unit: Some((Measure::Fraction, 0)), dozens: false }))
        }
        None => amount,
    }
}

/// `threefold`, the last end of "two- to threefold".
fn fold(input: Tokens<'_>) -> Option<(Tokens<'_>, End)> {
    let stem = input.peek().strip_suffix("fold")?;
    let n = super::words::unit_word(stem).or_else(|| super::words::tens_word(stem))?;
    let value = Value::Decimal(Decimal { mantissa: i128::from(n), exponent: 0 });
    let plain = Plain { value, scale: None, words: true, sign: None, currency: None };
    Some((input.skip(1), End { plain, unit: Some((Measure::Times, 0)), dozens: false }))
}

fn amount(input: Tokens<'_>, and: And) -> Parsed<'_, End> {
    let (rest, plain) = plain(input, and)?;
    let last = (input.len() - rest.len()).saturating_sub(1);
    let dozens = matches!(input.peek_at(last), "dozen" | "dozens");
    let (rest, unit) = match unit_behind(rest) {
        (_, None) => dashed_unit(rest).map_or((rest, None), |(rest, unit)| (rest, Some(unit))),
        found => found,
    };
    Ok((rest, End { plain, unit, dozens }))
}

/// The unit of the first end, where the second is glued behind it: `10%-20%`.
fn dashed_unit(rest: Tokens<'_>) -> Option<(Tokens<'_>, (Measure, i32))> {
    let (after, measure, power) = unit(rest)?;
    let dash = is_dash(after.peek()) && after.first().is_some_and(|token| token.glued);
    let number = after.rest.get(1).is_some_and(|token| token.glued && token.kind == Kind::Number);
    (dash && number).then_some((after, (measure, power)))
}

/// The second end: after a dash, its number is glued to it.
pub(super) fn end_after(input: Tokens<'_>, dashed: bool) -> Parsed<'_, End> {
    let Some(token) = input.first() else {
        return Err(stop(input));
    };
    if !dashed || !token.glued {
        return end(input, And::Joins);
    }
    // Read the number as if it stood alone.
    let mut alone: smallvec::SmallVec<[Token; 8]> = input.rest.iter().take(8).copied().collect();
    if let Some(first) = alone.first_mut() {
        first.glued = false;
    }
    let (rest, found) = end(Tokens { rest: &alone, ..input }, And::Joins).map_err(|_| stop(input))?;
    Ok((input.skip(alone.len() - rest.len()), found))
}
