//! Numbers in digits, with what sets their groups apart.

use recount_model::Decimal;

use super::number::{MOST_DIGITS, glued, scales};
use crate::token::{Kind, Parsed, Token, Tokens, stop};

/// One number in digits, without scale. Groups of three may be set apart by
/// apostrophes (`1'234'567`), by narrow or fixed spaces, and by plain spaces
/// where there are at least two of them (`1 234 567`).
pub(super) fn digits(input: Tokens<'_>) -> Parsed<'_, Decimal> {
    let Some(token) = input.first().filter(|token| token.kind == Kind::Number) else {
        return Err(stop(input));
    };
    let text = input.text_of(token);
    let mut found = Digits::default();
    let mut rest = input.skip(1);
    let mut fits = found.push(text);
    if text.len() <= 3 && !found.pointed {
        let step = if is_apostrophe(rest) { 2 } else { 1 };
        let groups = groups(rest, step);
        for place in 0..groups {
            let group = rest.rest.get(place * step + step - 1).copied();
            fits &= group.is_some_and(|group| found.push(rest.text_of(group)));
        }
        rest = rest.skip(groups * step);
    }
    if let Some((after, places)) = decimal_comma(rest).filter(|_| !found.pointed) {
        found.pointed = true;
        fits &= found.push(places);
        rest = after;
    }
    match fits && found.digits > 0 {
        true => Ok((rest, Decimal { mantissa: found.mantissa, exponent: -found.places })),
        false => Err(stop(input)),
    }
}

/// What has been read of a number.
#[derive(Default)]
struct Digits {
    mantissa: i128,
    digits: usize,
    places: i32,
    pointed: bool,
}

impl Digits {
    /// Adds the digits of `text`; fails where there are too many.
    fn push(&mut self, text: &str) -> bool {
        for byte in text.bytes() {
            match byte {
                b'.' => self.pointed = true,
                b'0'..=b'9' if self.digits < MOST_DIGITS => {
                    self.mantissa = self.mantissa * 10 + i128::from(byte - b'0');
                    self.digits += 1;
                    self.places += i32::from(self.pointed);
                }
                b',' => {}
                _ => return false,
            }
        }
        true
    }
}

/// How many groups of three follow.
fn groups(rest: Tokens<'_>, step: usize) -> usize {
    let is_group = |place: usize| {
        let Some(group) = rest.rest.get(place * step + step - 1).filter(|group| group.kind == Kind::Number)
        else {
            return false;
        };
        let apart = match step {
            1 => !group.glued,
            _ => is_apostrophe(rest.skip(place * step)) && group.glued,
        };
        apart && is_three(rest, *group)
    };
    let count = (0..MOST_DIGITS / 3).take_while(|place| is_group(*place)).count();
    // No number of its own starts with a nought: "10 000".
    let nought = rest.peek().starts_with('0');
    let tied = step == 2 || nought || rest.first().is_some_and(|group| is_fixed_space(rest, group));
    if (count >= 2 || tied) && !glued(rest.skip(count * step)) { count } else { 0 }
}

fn is_apostrophe(rest: Tokens<'_>) -> bool {
    glued(rest) && matches!(rest.peek(), "'" | "’")
}

/// Does a space that no line breaks at stand before the token?
fn is_fixed_space(input: Tokens<'_>, token: Token) -> bool {
    let before = input.text.get(..token.start as usize).and_then(|before| before.chars().next_back());
    matches!(before, Some('\u{a0}' | '\u{202f}' | '\u{2009}'))
}

fn is_three(input: Tokens<'_>, token: Token) -> bool {
    let text = input.text_of(token);
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit())
}

/// `4,19 trillion`: a comma before one or two digits is a decimal comma where
/// a scale or a percent sign follows.
fn decimal_comma(rest: Tokens<'_>) -> Option<(Tokens<'_>, &str)> {
    let [comma, places, ..] = rest.rest else {
        return None;
    };
    let joined = rest.text_of(*comma) == "," && comma.glued && places.glued;
    let digits = rest.text_of(*places);
    let after = rest.skip(2);
    let fits = joined
        && digits.len() <= 2
        && digits.bytes().all(|b| b.is_ascii_digit())
        && (matches!(after.peek(), "%" | "percent") || scales(after).1.is_some());
    fits.then_some((after, digits))
}
