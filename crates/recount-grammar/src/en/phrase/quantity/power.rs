//! Powers: `1.2e12`, `4.2 × 10^12`, `10^5`, `2.5^-1`.

use recount_model::{Decimal, Number};

use super::number::{Value, checked};
use crate::token::{Kind, Tokens, is_hyphen};

/// The largest exponents that are reckoned.
const MOST: i32 = 64;

/// `e12`, `e+12`, `e-3` behind a decimal: the decimal with its exponent.
pub(super) fn exponent(rest: Tokens<'_>, decimal: Decimal) -> (Tokens<'_>, Decimal) {
    let lead = rest.first().is_some_and(|token| token.glued) && rest.peek() == "e";
    match signed(rest.skip(1)).filter(|_| lead) {
        Some((after, power)) if power <= 24 => {
            (after, Decimal { exponent: decimal.exponent + power, ..decimal })
        }
        _ => (rest, decimal),
    }
}

/// `× 10^12`, `x 10^12` behind a decimal: the decimal with its exponent.
pub(super) fn times_ten(rest: Tokens<'_>, decimal: Decimal) -> (Tokens<'_>, Decimal) {
    let lead = matches!(rest.peek(), "×" | "x" | "*") && rest.peek_at(1) == "10" && rest.peek_at(2) == "^";
    match signed(rest.skip(3)).filter(|_| lead) {
        Some((after, power)) if power <= 24 => {
            (after, Decimal { exponent: decimal.exponent + power, ..decimal })
        }
        _ => (rest, decimal),
    }
}

/// `^5` behind a decimal: the power, as exact as it is written.
pub(super) fn raised(rest: Tokens<'_>, base: Decimal) -> Option<(Tokens<'_>, Value)> {
    if rest.peek() != "^" || !rest.first().is_some_and(|token| token.glued) {
        return None;
    }
    let (after, power) = signed(rest.skip(1))?;
    let mantissa = base.mantissa.checked_pow(power.unsigned_abs())?;
    let exponent = base.exponent.checked_mul(power.abs())?;
    if power < 0 {
        let value = Number::ONE.checked_div(&Number::decimal(mantissa, exponent))?;
        return Some((after, Value::Exact(value)));
    }
    checked(mantissa, exponent).map(|decimal| (after, Value::Exact(decimal.value())))
}

/// A small whole number with its sign, glued to what stands before.
fn signed(input: Tokens<'_>) -> Option<(Tokens<'_>, i32)> {
    let first = input.first().filter(|token| token.glued)?;
    let minus = is_hyphen(input.peek()) || input.peek() == "\u{2212}";
    let skipped = usize::from(first.kind == Kind::Symbol && (minus || input.peek() == "+"));
    let at = input.skip(skipped);
    let token = at.first().filter(|token| token.glued && token.kind == Kind::Number)?;
    let n: i32 = at.lower_of(token).parse().ok().filter(|n| (0..=MOST).contains(n))?;
    Some((at.skip(1), if minus { -n } else { n }))
}
