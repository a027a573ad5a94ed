//! Numerals with their sign and currency.

use recount_model::{Decimal, Number};

use super::Currency;
use super::number::{And, Value, numeral};
use crate::token::{Kind, Parsed, Tokens, is_hyphen};

/// A signed number with its currency and scale, before its unit.
pub(super) struct Plain {
    pub(super) value: Value,
    pub(super) scale: Option<i32>,
    pub(super) words: bool,
    pub(super) sign: Option<bool>,
    pub(super) currency: Option<Currency>,
}

impl Plain {
    /// The same with another number.
    pub(super) const fn with(&self, value: Value, scale: Option<i32>) -> Self {
        Self { value, scale, words: self.words, sign: self.sign, currency: self.currency }
    }
}

pub(super) fn plain(input: Tokens<'_>, and: And) -> Parsed<'_, Plain> {
    let (rest, sign) = sign(input);
    let (rest, currency) = currency(rest);
    let (rest, sign) = if sign.is_none() && currency.is_some() { self::sign(rest) } else { (rest, sign) };
    let (rest, found) = numeral(rest, and)?;
    // "a three-cent decline".
    let coin = is_hyphen(rest.peek()) && Currency::named(rest.peek_at(1)).is_some_and(Currency::is_small);
    let rest = rest.skip(usize::from(coin && currency.is_none()));
    let (rest, named) = match Currency::named(rest.peek()) {
        // "27 cents on the dollar" is a part.
        Some(named) if named.is_small() && rest.peek_at(1) == "on" => (rest, None),
        Some(named) if currency.is_none() => (rest.skip(1), Some(named)),
        _ => (rest, None),
    };
    let currency = currency.or(named);
    let value = match (found.value, named.is_some_and(Currency::is_small)) {
        (Value::Decimal(decimal), true) => {
            Value::Decimal(Decimal { exponent: decimal.exponent.saturating_sub(2), ..decimal })
        }
        (Value::Exact(number), true) => Value::Exact(number * Number::decimal(1, -2)),
        (Value::Part { part, whole }, true) => Value::Part { part, whole: whole * Number::decimal(1, -2) },
        (value, false) => value,
    };
    Ok((rest, Plain { value, scale: found.scale, words: found.words, sign, currency }))
}

/// A sign glued to its number and to nothing before: `Some(true)` is a minus.
pub(super) fn sign(input: Tokens<'_>) -> (Tokens<'_>, Option<bool>) {
    let Some(token) = input.first() else {
        return (input, None);
    };
    let rest = input.skip(1);
    if token.kind == Kind::Word && matches!(input.peek(), "minus" | "negative") {
        return (rest, Some(true));
    }
    // "minus 5 to plus 5".
    let number = || rest.first().is_some_and(|next| next.kind == Kind::Number);
    if input.peek() == "plus" && number() && super::fraction::follows(input, &["to", "and"]) {
        return (rest, Some(false));
    }
    let before = input.text.get(..token.start as usize).and_then(|before| before.chars().next_back());
    let free = !token.glued || before.is_some_and(|c| !c.is_alphanumeric() && !matches!(c, '%' | '-'));
    let glued = rest.first().is_some_and(|next| next.glued);
    let falling = match input.text_of(token) {
        "+" => false,
        "-" | "\u{2212}" | "\u{2010}" | "\u{2011}" => true,
        // As a minus only before a percentage: else it sets a list item off.
        "–" if matches!(rest.peek_at(1), "%" | "percent") => true,
        _ => return (input, None),
    };
    if free && glued { (rest, Some(falling)) } else { (input, None) }
}

/// `$`, `US$`, `RMB`, `€`.
fn currency(input: Tokens<'_>) -> (Tokens<'_>, Option<Currency>) {
    if let Some(found) = Currency::signed(input.peek()) {
        return (input.skip(1), Some(found));
    }
    let next = input.rest.get(1).filter(|next| next.glued).map_or("", |next| input.lower_of(*next));
    let country = matches!(input.peek(), "us" | "u.s." | "a" | "c" | "s" | "hk" | "nt" | "cn" | "jp");
    if let (true, Some(found)) = (country, Currency::signed(next)) {
        return (input.skip(2), Some(found));
    }
    let number_next = input.rest.get(1).is_some_and(|next| next.kind == Kind::Number);
    match Currency::named(input.peek()) {
        Some(found)
            if number_next && matches!(input.peek(), "rmb" | "usd" | "eur" | "gbp" | "cny" | "jpy") =>
        {
            (input.skip(1), Some(found))
        }
        _ => (input, None),
    }
}
