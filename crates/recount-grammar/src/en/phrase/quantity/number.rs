//! Numerals: digits and number words with their scale, nothing around them.

use recount_model::{Decimal, Number};

use super::digits::digits;
use super::power;
use super::words::in_words;
use crate::en::lexicon::Starts;
use crate::token::{Kind, Parsed, Token, Tokens, is_hyphen, stop};

/// The most digits that a numeral may have, its scale included: what
/// [`Decimal`] holds with room for arithmetic.
pub(super) const MOST_DIGITS: usize = 36;

/// What a numeral stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// Digits or number words.
    Decimal(Decimal),
    /// `half a trillion`: a part in words of a power of ten.
    Part { part: Number, whole: Number },
    /// `2^-3`: what is reckoned, and not rounded.
    Exact(Number),
}

/// A numeral as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    /// What it stands for, its scale included.
    pub(super) value: Value,
    /// The power of ten of its scale word; `None` without one.
    pub(super) scale: Option<i32>,
    /// Is it written in words?
    pub(super) words: bool,
}

/// May "and" join the parts of a numeral ("one hundred and five")? Not
/// directly after "between", where it stands between the ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum And {
    Joins,
    Separates,
}

/// Does the next token only continue what stands before it: a version
/// (`M2.5`, `GPT-5`), a rank label (`#1`), the rest of a date or time?
pub(super) fn continues(input: Tokens<'_>) -> bool {
    let Some(first) = input.first() else {
        return true;
    };
    if !first.glued {
        return false;
    }
    let mut before = input.text.get(..first.start as usize).unwrap_or("").chars().rev();
    let (last, edge) = (before.next(), before.next());
    match last {
        Some('#' | '№' | '_') => true,
        Some('-' | '\u{2010}' | '\u{2011}') => edge.is_some_and(char::is_alphanumeric),
        Some('/' | '.' | ',' | ':' | '–' | '\'' | '’') => edge.is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric(),
        None => false,
    }
}

/// A numeral with its scale: `4.19 trillion`, `4.19T`, `five trillion`, `a
/// hundred and one`, `four point two billion`, `one and a half trillion`,
/// `half a trillion`, `two dozen`.
pub(super) fn numeral(input: Tokens<'_>, and: And) -> Parsed<'_, Numeral> {
    // "A hundred", or a word that is itself a number.
    let opens = |token: &Token| {
        token.kind != Kind::Word || token.starts.any(Starts::NUMERAL) || input.opens(words!["a", "an"])
    };
    if !input.rest.first().is_some_and(opens) || continues(input) {
        return Err(stop(input));
    }
    match input.first() {
        Some(token) if token.kind == Kind::Number => in_digits(input, and),
        Some(token) if token.kind == Kind::Word => {
            part_of_a_scale(input).or_else(|_| in_words(input, and)).or_else(|_| one_mark(input))
        }
        _ => part_of_a_scale(input),
    }
}

/// `the trillion mark`, `the billion token threshold`: one of it.
fn one_mark(input: Tokens<'_>) -> Parsed<'_, Numeral> {
    let scale = scale_word(input.peek()).filter(|scale| *scale >= 6).ok_or_else(|| stop(input))?;
    let before = input.first().and_then(|first| input.text.get(..first.start as usize)).unwrap_or("");
    let the = before.trim_end().to_ascii_lowercase().ends_with("the");
    let marks = ["mark", "threshold", "barrier", "milestone"];
    let mark = (1..4).any(|ahead| marks.contains(&input.peek_at(ahead)));
    let value = checked(1, scale).filter(|_| the && mark).ok_or_else(|| stop(input))?;
    Ok((input.skip(1), Numeral { value: Value::Decimal(value), scale: Some(scale), words: true }))
}

fn in_digits(input: Tokens<'_>, and: And) -> Parsed<'_, Numeral> {
    let (rest, decimal) = digits(input)?;
    if let Some((rest, part)) = vulgar(rest).filter(|_| decimal.exponent == 0) {
        return mixed(input, rest, decimal, &part, false);
    }
    if let Some((rest, part)) = and_part(rest, and).filter(|_| decimal.exponent == 0) {
        return mixed(input, rest, decimal, &part, false);
    }
    if let Some((rest, value)) = power::raised(rest, decimal) {
        return Ok((rest, Numeral { value, scale: None, words: false }));
    }
    if let Some((rest, part)) = slashed_part(rest).filter(|_| decimal.exponent == 0) {
        return mixed(input, rest, decimal, &part, false);
    }
    let (rest, decimal) = power::exponent(rest, decimal);
    let (rest, decimal) = power::times_ten(rest, decimal);
    scaled(input, rest, decimal, false)
}

/// ` 1/4` behind a whole number: `2 1/4`.
fn slashed_part(rest: Tokens<'_>) -> Option<(Tokens<'_>, Part)> {
    let over = rest.first().filter(|token| token.kind == Kind::Number && !token.glued)?;
    if rest.rest.get(1).is_none_or(|slash| rest.text_of(*slash) != "/" || !slash.glued) {
        return None;
    }
    super::fraction::slashed(rest).filter(|(end, _)| over.end > over.start && end.peek() != "/")
}

/// Applies the scale words that follow; fails where something is glued to
/// the numeral that makes it no number (`4o`, `1990s`, `12:15`, `3.5.2`).
pub(super) fn scaled<'t>(
    input: Tokens<'t>,
    rest: Tokens<'t>,
    decimal: Decimal,
    words: bool,
) -> Parsed<'t, Numeral> {
    let (rest, decimal) = dozens(rest, decimal);
    let (rest, scale) = scales(rest);
    if is_too_large(rest.peek()) {
        return Err(stop(rest));
    }
    let exponent = decimal.exponent + scale.unwrap_or(0);
    let decimal = checked(decimal.mantissa, exponent).ok_or_else(|| stop(input))?;
    let (rest, decimal) = match (scale, and_part(rest, And::Joins)) {
        (Some(scale), Some((after, part))) if after.peek() != "of" => {
            let part = part.decimal().and_then(|part| checked(part.mantissa, part.exponent + scale));
            match part.and_then(|part| sum(decimal, part)) {
                Some(decimal) => (after, decimal),
                None => (rest, decimal),
            }
        }
        _ => (rest, decimal),
    };
    Ok((rest, Numeral { value: Value::Decimal(decimal), scale, words }))
}

/// `2 dozen`.
fn dozens(rest: Tokens<'_>, decimal: Decimal) -> (Tokens<'_>, Decimal) {
    if !matches!(rest.peek(), "dozen" | "dozens") {
        return (rest, decimal);
    }
    match decimal.mantissa.checked_mul(12) {
        Some(mantissa) => (rest.skip(1), Decimal { mantissa, ..decimal }),
        None => (rest, decimal),
    }
}

pub(super) fn glued(input: Tokens<'_>) -> bool {
    input.first().is_some_and(|token| token.glued)
}

/// The scale words from here on, and the power of ten of their product.
pub(super) fn scales(input: Tokens<'_>) -> (Tokens<'_>, Option<i32>) {
    let mut rest = input;
    let mut sum = None;
    while let Some((after, power)) = scale(rest, sum.is_none()) {
        let total = sum.unwrap_or(0) + power;
        if total > 24 {
            break;
        }
        sum = Some(total);
        rest = after;
    }
    (rest, sum)
}

fn scale(input: Tokens<'_>, first: bool) -> Option<(Tokens<'_>, i32)> {
    let hyphen = usize::from(is_hyphen(input.peek()) && glued(input));
    let word = input.skip(hyphen);
    if let Some(power) = scale_word(word.peek()) {
        return Some((word.skip(1), power));
    }
    let token = input.first().filter(|token| first && token.kind == Kind::Word)?;
    let after = input.skip(1);
    let alone = !after.first().is_some_and(|next| next.glued && next.kind != Kind::Symbol);
    let power = match input.text_of(token) {
        // "10 k" is a thousand, "10 m" may be metres.
        "k" if !token.glued => 3,
        letters => scale_letter(letters, token.glued)?,
    };
    alone.then_some((after, power))
}

/// Is it a scale word of a thousand or more?
#[must_use]
pub fn is_large(word: &str) -> bool {
    scale_word(word).is_some_and(|power| power > 2)
}

pub(super) fn scale_word(word: &str) -> Option<i32> {
    Some(match word {
        "hundred" | "hundreds" => 2,
        "thousand" | "thousands" => 3,
        "lakh" | "lakhs" => 5,
        "million" | "millions" | "mn" | "mln" | "mio" => 6,
        "crore" | "crores" => 7,
        "billion" | "billions" | "bn" | "bln" => 9,
        "trillion" | "trillions" | "tn" | "trn" | "trln" => 12,
        "quadrillion" | "quadrillions" => 15,
        "quintillion" | "quintillions" => 18,
        _ => return None,
    })
}

/// Letters count only where they are glued to the digits or are capitals.
fn scale_letter(letters: &str, glued: bool) -> Option<i32> {
    Some(match letters {
        "k" | "m" | "b" | "t" | "mil" | "Mil" | "bil" | "tril" if !glued => return None,
        "k" | "K" => 3,
        "m" | "M" | "mil" | "Mil" => 6,
        "b" | "B" | "bil" => 9,
        "t" | "T" | "tril" => 12,
        _ => return None,
    })
}

fn is_too_large(word: &str) -> bool {
    ["sextillion", "septillion", "octillion", "nonillion", "decillion", "googol"]
        .iter()
        .any(|name| word.starts_with(name))
}

pub(super) fn checked(mantissa: i128, exponent: i32) -> Option<Decimal> {
    let length = mantissa.unsigned_abs().checked_ilog10().unwrap_or(0) as usize + 1;
    let zeros = usize::try_from(exponent).unwrap_or(0);
    (length + zeros <= MOST_DIGITS).then_some(Decimal { mantissa, exponent })
}

/// The sum, with the last digit of the finer one.
pub(super) fn sum(a: Decimal, b: Decimal) -> Option<Decimal> {
    let exponent = a.exponent.min(b.exponent);
    let at = |d: Decimal| {
        let places = u32::try_from(d.exponent - exponent).ok()?;
        10i128.checked_pow(places)?.checked_mul(d.mantissa)
    };
    checked(at(a)?.checked_add(at(b)?)?, exponent)
}

/// A part of one in words: numerator and denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) over: u64,
    pub(super) under: u64,
}

impl Part {
    pub(super) fn number(self) -> Number {
        Number::ratio(i128::from(self.over), u128::from(self.under))
    }

    /// As a decimal with the fewest places, where two are enough.
    pub(super) fn decimal(self) -> Option<Decimal> {
        let (over, under) = (i128::from(self.over), i128::from(self.under.max(1)));
        let places = if over * 10 % under == 0 { 1 } else { 2 };
        let scaled = over * if places == 1 { 10 } else { 100 };
        (scaled % under == 0).then_some(Decimal { mantissa: scaled / under, exponent: -places })
    }
}

/// `and a half`, `and three quarters`, `and two fifths`.
pub(super) fn and_part(rest: Tokens<'_>, and: And) -> Option<(Tokens<'_>, Part)> {
    let hyphen = usize::from(is_hyphen(rest.peek()));
    let rest = rest.skip(hyphen);
    if rest.peek() != "and" || and == And::Separates {
        return None;
    }
    let after = rest.skip(1);
    let after = after.skip(usize::from(is_hyphen(after.peek())));
    if after.peek() == "half" {
        return None;
    }
    let (end, part) = super::fraction::part(after).ok().or_else(|| super::fraction::slashed(after))?;
    let proper = part.over < 10 && part.over < part.under && part.under <= 100;
    // "four and a third place" are a number and a place.
    let place = super::fraction::is_counted(end.peek()) && end.peek() != "times" && part.under != 2;
    (proper && !place && end.peek() != "of").then_some((end, part))
}

/// A whole number and a part, with the scale that follows.
pub(super) fn mixed<'t>(
    input: Tokens<'t>,
    rest: Tokens<'t>,
    whole: Decimal,
    part: &Part,
    words: bool,
) -> Parsed<'t, Numeral> {
    if let Some(decimal) = part.decimal().and_then(|part| sum(whole, part)) {
        return scaled(input, rest, decimal, words);
    }
    let (rest, scale) = scales(rest);
    let value =
        Value::Part { part: whole.value() + part.number(), whole: Number::decimal(1, scale.unwrap_or(0)) };
    Ok((rest, Numeral { value, scale, words }))
}

/// `½`, `⅔`, `⅞`: a part in one sign.
pub(super) fn vulgar(input: Tokens<'_>) -> Option<(Tokens<'_>, Part)> {
    let (over, under) = match input.peek() {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    Some((input.skip(1), Part { over, under }))
}

/// `half a trillion`, `a half million`, `a quarter of a billion`, `two-thirds
/// of a million`; `half a dozen` is six.
fn part_of_a_scale(input: Tokens<'_>) -> Parsed<'_, Numeral> {
    let (rest, part) = super::fraction::part(input)?;
    let mut rest = rest;
    for word in ["of", "a"] {
        rest = rest.skip(usize::from(is_hyphen(rest.peek())));
        if rest.peek() == word {
            rest = rest.skip(1);
        }
    }
    rest = rest.skip(usize::from(is_hyphen(rest.peek())));
    if rest.peek() == "dozen" && part.under == 2 {
        let value = Value::Decimal(Decimal { mantissa: 6, exponent: 0 });
        return Ok((rest.skip(1), Numeral { value, scale: None, words: true }));
    }
    let scale = scale_word(rest.peek()).filter(|power| *power > 2).ok_or_else(|| stop(rest))?;
    let value = Value::Part { part: part.number(), whole: Number::decimal(1, scale) };
    Ok((rest.skip(1), Numeral { value, scale: Some(scale), words: true }))
}
