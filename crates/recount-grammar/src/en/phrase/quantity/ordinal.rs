//! Ordinals and whole numbers.

use recount_model::Decimal;

use crate::token::{Kind, Parsed, Tokens, is_hyphen, stop};

use super::number::{And, Numeral, Value, numeral};
use super::words::{group, tens_word};

/// `third`, `3rd`, `twenty-first`, `21st`, `one hundred and fifth`: at most
/// 999,999.
///
/// Does not read `seconds`, `thirds`, `third-party`.
///
/// # Errors
/// Where no ordinal starts.
pub fn ordinal(input: Tokens<'_>) -> Parsed<'_, u32> {
    let Some(token) = input.first() else {
        return Err(stop(input));
    };
    let (rest, n) = match token.kind {
        Kind::Number => in_digits(input)?,
        Kind::Word => in_words(input).ok_or_else(|| stop(input))?,
        Kind::Symbol => return Err(stop(input)),
    };
    if is_hyphen(rest.peek()) && matches!(rest.peek_at(1), "party" | "hand" | "class" | "rate" | "in") {
        return Err(stop(rest));
    }
    Ok((rest, n))
}

fn in_digits(input: Tokens<'_>) -> Parsed<'_, u32> {
    let [number, suffix, ..] = input.rest else {
        return Err(stop(input));
    };
    let suffixed = suffix.glued && matches!(input.lower_of(*suffix), "st" | "nd" | "rd" | "th");
    let digits: String = input.text_of(*number).chars().filter(|c| *c != ',').collect();
    match digits.parse() {
        Ok(n) if suffixed && (1..=999_999).contains(&n) => Ok((input.skip(2), n)),
        _ => Err(stop(input)),
    }
}

fn in_words(input: Tokens<'_>) -> Option<(Tokens<'_>, u32)> {
    if let Some(n) = last_word(input.peek()) {
        return Some((input.skip(1), n));
    }
    if let Some(tens) = tens_word(input.peek()) {
        let hyphen = usize::from(is_hyphen(input.peek_at(1)));
        let unit = last_word(input.peek_at(1 + hyphen)).filter(|n| *n < 10);
        if let Some(unit) = unit {
            return Some((input.skip(2 + hyphen), tens + unit));
        }
    }
    // "one hundred and fifth", "two hundredth", "three thousandth".
    let (rest, whole) = before_last(input)?;
    let rest = rest.skip(usize::from(is_hyphen(rest.peek())));
    match rest.peek() {
        "hundredth" if whole < 100 => return Some((rest.skip(1), whole * 100)),
        "thousandth" if whole < 1000 => return Some((rest.skip(1), whole * 1000)),
        _ => {}
    }
    if whole < 100 || whole % 100 != 0 {
        return None;
    }
    let rest = rest.skip(usize::from(rest.peek() == "and"));
    if let Some(last) = last_word(rest.peek()).filter(|n| *n < 100) {
        return Some((rest.skip(1), whole + last));
    }
    let tens = tens_word(rest.peek())?;
    let hyphen = usize::from(is_hyphen(rest.peek_at(1)));
    let unit = last_word(rest.peek_at(1 + hyphen)).filter(|n| *n < 10)?;
    Some((rest.skip(2 + hyphen), whole + tens + unit))
}

/// The whole number before the last word of an ordinal.
fn before_last(input: Tokens<'_>) -> Option<(Tokens<'_>, u32)> {
    let article = matches!(input.peek(), "a" | "an");
    if article && !matches!(input.peek_at(1), "hundred" | "thousand") {
        return None;
    }
    let (rest, value) = group(input, And::Separates)?;
    if rest.peek() == "thousand" {
        Some((rest.skip(1), value.checked_mul(1000)?))
    } else {
        Some((rest, value))
    }
}

fn last_word(word: &str) -> Option<u32> {
    Some(match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "seventeenth" => 17,
        "eighteenth" => 18,
        "nineteenth" => 19,
        "twentieth" => 20,
        "thirtieth" => 30,
        "fortieth" => 40,
        "fiftieth" => 50,
        "sixtieth" => 60,
        "seventieth" => 70,
        "eightieth" => 80,
        "ninetieth" => 90,
        "hundredth" => 100,
        _ => return None,
    })
}

/// A whole number in words or digits, at most 999,999: `nine`, `12`, `1,200`,
/// `a dozen`, `two dozen`. It may follow a hyphen ("top-ten").
///
/// Does not read decimals, percentages, ordinals, versions (`M2`) or decades.
///
/// # Errors
/// Where no such number starts.
pub fn cardinal(input: Tokens<'_>) -> Parsed<'_, u32> {
    let Some(token) = input.first() else {
        return Err(stop(input));
    };
    let joined = token.glued
        && input.text.get(..token.start as usize).is_some_and(|before| before.ends_with(['-', '‑', '‐']));
    let free = [crate::token::Token { glued: token.glued && !joined, ..token }];
    let (rest, value) = match token.kind {
        Kind::Number => {
            // The same token, as if it stood alone.
            let alone = Tokens { rest: &free, ..input };
            let after = input.skip(1);
            let tail = after.first().is_some_and(|next| next.glued && is_tail(after));
            let scaled = super::number::scales(after).1.is_some();
            match numeral(alone, And::Joins) {
                Ok((_, found)) if !tail && !scaled => (after, found.value),
                _ => return Err(stop(input)),
            }
        }
        Kind::Word => {
            let (rest, number) = if joined { words_joined(input)? } else { numeral(input, And::Joins)? };
            (rest, number.value)
        }
        Kind::Symbol => return Err(stop(input)),
    };
    let Value::Decimal(decimal) = value else {
        return Err(stop(input));
    };
    let whole = u32::try_from(decimal.exponent)
        .ok()
        .and_then(|power| 10i128.checked_pow(power))
        .and_then(|power| power.checked_mul(decimal.mantissa))
        .and_then(|n| u32::try_from(n).ok())
        .filter(|n| *n <= 999_999);
    whole.map(|n| (rest, n)).ok_or_else(|| stop(input))
}

/// Number words behind a hyphen: `top-ten`.
fn words_joined(input: Tokens<'_>) -> Parsed<'_, Numeral> {
    let (rest, n) = group(input, And::Joins).ok_or_else(|| stop(input))?;
    let value = Value::Decimal(Decimal { mantissa: i128::from(n), exponent: 0 });
    Ok((rest, Numeral { value, scale: None, words: true }))
}

/// Does what is glued behind a number make it something else: letters, a
/// percent sign, the minutes of a time, the rest of a date?
fn is_tail(after: Tokens<'_>) -> bool {
    let number_next = after.rest.get(1).is_some_and(|next| next.glued && next.kind == Kind::Number);
    match after.first() {
        Some(token) if token.kind == Kind::Word => !matches!(after.peek(), "'s" | "’s"),
        Some(_) => after.peek() == "%" || (number_next && matches!(after.peek(), ":" | "." | "," | "/")),
        None => false,
    }
}
