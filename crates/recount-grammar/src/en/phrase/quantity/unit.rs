//! The words behind a number that say what it measures.

use nom::Parser;

use super::number::scales;
use super::{Measure, TimeUnit, ends_well, unit_of_time};
use crate::token::{Kind, Tokens, is_hyphen, phrase};

/// The words of a unit: what they measure and the power of ten that they
/// multiply by.
pub(super) fn unit(input: Tokens<'_>) -> Option<(Tokens<'_>, Measure, i32)> {
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
    // "0.4 of a percentage point", "two tenths of a percent".
    if word == "of" {
        let (rest, _) = nom::branch::alt((phrase("of a"), phrase("of one"))).parse(input).ok()?;
        let (rest, measure, power) = if rest.peek() == "of" { None } else { unit(rest) }?;
        return matches!(measure, Measure::Point | Measure::Percent).then_some((rest, measure, power));
    }
    if matches!(word, "percentage" | "percent" | "%" | "per" | "basis") {
        for (words, measure, power) in PHRASES {
            if let Ok((rest, ())) = phrase(words).parse(input) {
                return Some((rest, *measure, *power));
            }
        }
    }
    let (measure, power) = match word {
        "%" | "percent" | "percents" | "percentage" | "pct" | "pc" | "％" => (Measure::Percent, 0),
        "points" | "point" | "pp" | "ppt" | "ppts" | "pps" | "pts" | "pt" => (Measure::Point, 0),
        "bp" | "bps" => (Measure::Point, -2),
        "times" | "x" | "×" | "fold" if is_factor(input) => (Measure::Times, 0),
        "decade" | "decades" => (Measure::Duration(TimeUnit::Year), 1),
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
            // "less than three times a week earlier": so much, then.
            let then = matches!(after.peek_at(2), "earlier" | "ago" | "before");
            then || !(matches!(after.peek(), "a" | "per" | "each" | "every") && unit)
        }
        "x" | "×" => !after.first().is_some_and(|next| next.kind == Kind::Number),
        _ => true,
    }
}

/// The unit behind a number, a hyphen between them or not.
pub(super) fn unit_behind(rest: Tokens<'_>) -> (Tokens<'_>, Option<(Measure, i32)>) {
    let joined = is_hyphen(rest.peek()) && rest.first().is_some_and(|token| token.glued);
    let at = if joined { rest.skip(1) } else { rest };
    match unit(at) {
        // "4.19 trillion-point" and the like: a unit that a hyphen joins.
        Some((end, measure, power)) if ends_well(end) => (end, Some((measure, power))),
        _ => (rest, None),
    }
}

/// Does a scale or a unit of measure come next, so that the number before is
/// an amount and no day or year?
#[must_use]
pub fn is_unit_or_scale(rest: Tokens<'_>) -> bool {
    let unit = unit(rest).is_some_and(|(_, measure, _)| !matches!(measure, Measure::Duration(_)));
    unit || scales(rest).1.is_some()
}
