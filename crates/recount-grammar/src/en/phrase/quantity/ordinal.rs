//! Ordinals and whole numbers.

use recount_model::Decimal;

use crate::en::lexicon::Starts;
use crate::token::{Kind, Parsed, Tokens, is_hyphen, stop};

use super::number::{And, Numeral, Value, numeral};
use super::words::{group, tens_word, unit_word};

/// `third`, `3rd`, `twenty-first`, `21st`, `one hundred and fifth`: at most
/// 999,999.
///
/// Does not read `seconds`, `thirds`, `third-party`.
///
/// # Errors
/// Where no ordinal starts.
pub fn ordinal(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (rest, n) = large_ordinal(input)?;
    match u32::try_from(n) {
        Ok(n) if n <= 999_999 => Ok((rest, n)),
        _ => Err(stop(rest)),
    }
}

/// As [`ordinal`], of any size: `three trillionth`.
///
/// # Errors
/// Where no ordinal starts.
pub fn large_ordinal(input: Tokens<'_>) -> Parsed<'_, u64> {
    let Some(token) = input.first() else {
        return Err(stop(input));
    };
    let (rest, n) = match token.kind {
        Kind::Number => in_digits(input)?,
        Kind::Word if token.starts.any(Starts::ORDINAL) => in_words(input).ok_or_else(|| stop(input))?,
        Kind::Word | Kind::Symbol => return Err(stop(input)),
    };
    if is_hyphen(rest.peek()) && matches!(rest.peek_at(1), "party" | "hand" | "class" | "rate" | "in") {
        return Err(stop(rest));
    }
    Ok((rest, n))
}

fn in_digits(input: Tokens<'_>) -> Parsed<'_, u64> {
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

fn in_words(input: Tokens<'_>) -> Option<(Tokens<'_>, u64)> {
    let word = input.peek();
    if let Some(n) = name(word) {
        return Some((input.skip(1), n));
    }
    let counts = unit_word(word).is_some_and(|n| n > 0) || tens_word(word).is_some();
    let article = word == "a" && matches!(input.peek_at(1), "hundred" | "thousand");
    let hundred = matches!(word, "hundred" | "thousand") && input.peek_at(1) == "and";
    if counts || article || hundred { series(input) } else { None }
}

/// A series of number words that ends in an ordinal: each smaller than what
/// stands before it, or a factor of it.
fn series(input: Tokens<'_>) -> Option<(Tokens<'_>, u64)> {
    // What is summed up, what a scale word would still multiply, and the
    // bounds that the next word and the next scale must stay below.
    let (mut total, mut group, mut below, mut scale_below) = (0u64, 0u64, 1000u64, u64::MAX);
    let mut rest = input;
    if matches!(input.peek(), "hundred" | "thousand") {
        group = 1;
    }
    for place in 0..MOST_WORDS {
        let hyphen = usize::from(place > 0 && is_hyphen(rest.peek()));
        let said = usize::from(hyphen == 0 && rest.peek() == "and" && group + total >= 100);
        rest = rest.skip(hyphen + said);
        let word = rest.peek();
        if let Some(n) = last_word(word).filter(|n| *n < below) {
            let n = total.checked_add(group)?.checked_add(n)?;
            return Some((rest.skip(1), n));
        }
        if let Some(factor) = ordinal_scale(word).filter(|_| said == 0) {
            let last = group.max(1).checked_mul(factor).filter(|_| factor < scale_below)?;
            return Some((rest.skip(1), total.checked_add(last)?));
        }
        let small = if word == "a" && place == 0 { Some(1) } else { unit_word(word).map(u64::from) };
        if let Some(n) = small.filter(|n| (1..below).contains(n)) {
            (group, below) = (group + n, 1);
        } else if let Some(n) = tens_word(word).map(u64::from).filter(|n| *n < below) {
            (group, below) = (group + n, 10);
        } else if word == "hundred" && (1..100).contains(&group) && said == 0 {
            (group, below) = (group * 100, 100);
        } else {
            let power = super::number::scale_word(word).filter(|power| (3..=15).contains(power))?;
            let factor = 10u64.pow(u32::try_from(power).ok()?);
            let product = group.checked_mul(factor).filter(|_| factor < scale_below && group > 0)?;
            (total, group, below, scale_below) = (total.checked_add(product)?, 0, 1000, factor);
        }
        rest = rest.skip(1);
    }
    None
}

/// As many words as an ordinal may have.
const MOST_WORDS: usize = 16;

/// An ordinal of one word: `third`, `thirtieth`, `hundredth`.
pub(super) fn name(word: &str) -> Option<u64> {
    last_word(word).or_else(|| ordinal_scale(word))
}

/// `hundredth`, `trillionth`: its factor.
fn ordinal_scale(word: &str) -> Option<u64> {
    Some(match word {
        "hundredth" => 100,
        "thousandth" => 1000,
        "millionth" => 1_000_000,
        "billionth" => 1_000_000_000,
        "trillionth" => 1_000_000_000_000,
        _ => return None,
    })
}

fn last_word(word: &str) -> Option<u64> {
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
