//! Numerals in words.

use recount_model::Decimal;

use super::number::{And, Numeral, Value, and_part, checked, mixed, scale_word, scaled, scales, sum};
use crate::token::{Parsed, Tokens, is_hyphen, stop};

/// Number words: `nine`, `twenty-five`, `two hundred and fifty three
/// thousand`, `two million five hundred thousand`, `four point two trillion`.
pub(super) fn in_words(input: Tokens<'_>, and: And) -> Parsed<'_, Numeral> {
    if input.peek() == "point" {
        return point_first(input);
    }
    let (rest, first) = group(input, and).ok_or_else(|| stop(input))?;
    if let Some((rest, decimal)) = point(rest, first) {
        return scaled(input, rest, decimal, true);
    }
    let whole = Decimal { mantissa: i128::from(first), exponent: 0 };
    if let Some((rest, part)) = and_part(rest, and) {
        return mixed(input, rest, whole, &part, true);
    }
    if let Some((rest, dozens)) = and_dozens(rest, and) {
        let mantissa = whole.mantissa + dozens;
        return scaled(input, rest, Decimal { mantissa, ..whole }, true);
    }
    let (end, Some(first_scale)) = scales(rest) else {
        return scaled(input, rest, whole, true);
    };
    let unscaled = rest;
    let mut total = checked(whole.mantissa, first_scale).ok_or_else(|| stop(input))?;
    let mut lowest = first_scale;
    let mut rest = end;
    if let Some((rest, decimal, scale)) = thousands_of(end, total, first_scale, and) {
        return Ok((rest, Numeral { value: Value::Decimal(decimal), scale: Some(scale), words: true }));
    }
    while let Some((after, term, scale)) = further_term(rest, lowest, and) {
        total = sum(total, term).ok_or_else(|| stop(input))?;
        (rest, lowest) = (after, scale);
    }
    if lowest < first_scale {
        return Ok((rest, Numeral { value: Value::Decimal(total), scale: Some(lowest), words: true }));
    }
    scaled(input, unscaled, whole, true)
}

/// `point five` before a scale or a percentage. "At this point five percent" is
/// five, and "one point five" has begun before.
fn point_first(input: Tokens<'_>) -> Parsed<'_, Numeral> {
    const TOLD: &[&str] =
        &["this", "that", "the", "one", "a", "some", "which", "each", "every", "any", "to", "no"];
    let found = point(input, 0).filter(|(rest, _)| {
        let joined = is_hyphen(rest.peek());
        let share = matches!(rest.peek(), "percent" | "per" | "pct" | "%");
        !joined && (share || scales(*rest).1.is_some_and(|scale| scale > 2))
    });
    match found {
        Some((rest, decimal)) if !super::fraction::follows(input, TOLD) => scaled(input, rest, decimal, true),
        _ => Err(stop(input)),
    }
}

/// `and two dozen` behind a number: how many those are.
fn and_dozens(rest: Tokens<'_>, and: And) -> Option<(Tokens<'_>, i128)> {
    if rest.peek() != "and" || and == And::Separates {
        return None;
    }
    let (after, count) = below_hundred(rest.skip(1))?;
    matches!(after.peek(), "dozen" | "dozens").then(|| (after.skip(1), i128::from(count) * 12))
}

/// `two thousand [and] five hundred billion`: the scale is that of all of it.
fn thousands_of(
    rest: Tokens<'_>,
    thousands: Decimal,
    scale: i32,
    and: And,
) -> Option<(Tokens<'_>, Decimal, i32)> {
    let said = rest.peek() == "and" && and == And::Joins;
    let (after, value) = group(rest.skip(usize::from(said)), and).filter(|(_, value)| *value < 1000)?;
    let (end, larger) = scales(after);
    let larger = larger.filter(|larger| scale == 3 && *larger > 3 && !is_one_each(end))?;
    let small = Decimal { mantissa: i128::from(value), exponent: 0 };
    let all = sum(thousands, small)?;
    Some((end, checked(all.mantissa, all.exponent + larger)?, larger))
}

/// "Two trillion and three hundred billion tokens, respectively": two numbers.
fn is_one_each(rest: Tokens<'_>) -> bool {
    (0..MOST_TO_EACH).any(|ahead| rest.peek_at(ahead) == "respectively")
}

/// How many tokens on "respectively" may stand.
const MOST_TO_EACH: usize = 8;

/// A further, smaller term: `five hundred thousand` after `two million`. One
/// without a scale must be said with "and" or be large enough that it does
/// not start the next phrase ("five trillion two weeks ago").
fn further_term(rest: Tokens<'_>, lowest: i32, and: And) -> Option<(Tokens<'_>, Decimal, i32)> {
    if lowest < 3 {
        return None;
    }
    let said = rest.peek() == "and" && and == And::Joins;
    let start = rest.skip(usize::from(said));
    let (after, value) = group(start, and)?;
    let (end, scale) = scales(after);
    let mantissa = i128::from(value);
    match scale {
        Some(scale) if scale < lowest && !(said && is_one_each(end)) => {
            Some((end, Decimal { mantissa, exponent: scale }, scale))
        }
        None if said || value >= 100 || lowest == 3 && (value >= 20 || ends(after)) => {
            Some((after, Decimal { mantissa, exponent: 0 }, 0))
        }
        _ => None,
    }
}

/// `point two five` after a whole number.
fn point(rest: Tokens<'_>, whole: u32) -> Option<(Tokens<'_>, Decimal)> {
    // "six-point-two".
    let hyphen =
        |at: Tokens<'_>| usize::from(is_hyphen(at.peek()) && at.first().is_some_and(|sign| sign.glued));
    let tied = hyphen(rest) > 0 && hyphen(rest.skip(2)) > 0;
    let rest = rest.skip(usize::from(tied));
    if rest.peek() != "point" {
        return None;
    }
    let mut after = rest.skip(1 + usize::from(tied));
    let mut decimal = Decimal { mantissa: i128::from(whole), exponent: 0 };
    // "point seventy-one".
    if let Some((after, two)) = below_hundred(after).filter(|(_, two)| *two >= 10) {
        let mantissa = decimal.mantissa * 100 + i128::from(two);
        return Some((after, Decimal { mantissa, exponent: -2 }));
    }
    while let Some(digit) = unit_word(after.peek()).filter(|digit| *digit < 10) {
        if decimal.exponent <= -12 {
            break;
        }
        decimal.mantissa = decimal.mantissa * 10 + i128::from(digit);
        decimal.exponent -= 1;
        after = after.skip(1);
    }
    (decimal.exponent < 0).then_some((after, decimal))
}

/// A number below ten thousand in words, without scale: `nine`,
/// `twenty-five`, `a hundred and one`, `fifteen hundred`; the article of `a
/// trillion` is one.
pub(super) fn group(input: Tokens<'_>, and: And) -> Option<(Tokens<'_>, u32)> {
    let (rest, value) = match input.peek() {
        "a" | "an" => {
            let next = input.peek_at(1);
            if next == "couple" {
                let of = usize::from(input.peek_at(2) == "of");
                return Some((input.skip(2 + of), 2));
            }
            let counts =
                next != "hundreds" && (scale_word(next).is_some() && !next.ends_with('s') || next == "dozen");
            (counts.then(|| input.skip(1))?, 1)
        }
        "hundred" if is_one_hundred(input, and) => (input, 1),
        _ => below_hundred(input)?,
    };
    let hyphen = usize::from(is_hyphen(rest.peek()) && rest.peek_at(1) == "hundred");
    if rest.peek_at(hyphen) != "hundred" {
        return Some((rest, value));
    }
    let rest = rest.skip(hyphen + 1);
    // "One-hundred-and-one".
    let joined = is_hyphen(rest.peek()) && rest.peek_at(1) == "and" && is_hyphen(rest.peek_at(2));
    if joined && let Some((after, more)) = below_hundred(rest.skip(3)) {
        return Some((after, value * 100 + more));
    }
    let said = usize::from(rest.peek() == "and" && and == And::Joins);
    let hundreds = value * 100;
    // "a hundred and three quarters" is more than a hundred, and less than a hundred and one.
    if said == 1 && super::fraction::is_part(rest.skip(1)) {
        return Some((rest, hundreds));
    }
    match below_hundred(rest.skip(said)) {
        Some((after, _)) if said == 1 && matches!(after.peek(), "dozen" | "dozens") => Some((rest, hundreds)),
        Some((after, more)) if after.peek() != "hundred" && (said == 1 || more >= 10 || ends(after)) => {
            Some((after, hundreds + more))
        }
        _ => Some((rest, hundreds)),
    }
}

/// Is "hundred" alone a number: `hundred thousand`, `hundred and fifty`?
fn is_one_hundred(input: Tokens<'_>, and: And) -> bool {
    let counted = || super::fraction::follows(input, &["few", "several", "many", "some"]);
    let said = input.peek_at(1) == "and" && and == And::Joins;
    let percent = matches!(input.peek_at(1), "percent" | "per" | "pct") && !counted();
    scale_word(input.peek_at(1)).is_some_and(|power| power > 2)
        || percent
        || said && below_hundred(input.skip(2)).is_some() && !counted()
}

/// Is a small number the last word of a large one? "One hundred four" is one
/// number, "a hundred two weeks ago" are two.
fn ends(after: Tokens<'_>) -> bool {
    let joined =
        is_hyphen(after.peek()) || matches!(after.peek(), "of" | "in" | "out" | "consecutive" | "straight");
    !joined && super::unit_of_time(after.peek()).is_none()
}

fn below_hundred(input: Tokens<'_>) -> Option<(Tokens<'_>, u32)> {
    if let Some(unit) = unit_word(input.peek()) {
        return Some((input.skip(1), unit));
    }
    let tens = tens_word(input.peek())?;
    let hyphen = usize::from(is_hyphen(input.peek_at(1)));
    match unit_word(input.peek_at(1 + hyphen)) {
        Some(unit) if (1..10).contains(&unit) => Some((input.skip(2 + hyphen), tens + unit)),
        _ => Some((input.skip(1), tens)),
    }
}

/// Zero to nineteen.
#[must_use]
pub fn small_number(word: &str) -> Option<i16> {
    unit_word(word).and_then(|n| i16::try_from(n).ok())
}

/// Twenty to ninety.
#[must_use]
pub fn tens_of(word: &str) -> Option<i16> {
    tens_word(word).and_then(|n| i16::try_from(n).ok())
}

/// Zero to nineteen.
pub(super) fn unit_word(word: &str) -> Option<u32> {
    Some(match word {
        "zero" | "nil" | "nought" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        _ => return None,
    })
}

/// Twenty to ninety.
pub(super) fn tens_word(word: &str) -> Option<u32> {
    Some(match word {
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}
