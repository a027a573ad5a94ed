//! Amounts of money, and the amounts of what is counted in money.

use recount_model::{Decimal, Figure, Number};

use super::Phrase;
use super::quantity::{Measure, Measured};
use crate::en::lexicon::{Frames, is_grammatical, look_up};
use crate::names::Names;
use crate::token::{Kind, Tokens, is_hyphen};

/// The same figure times a power of ten.
fn scaled(figure: Figure, power: i32) -> Figure {
    let by = |decimal: Decimal| Decimal { exponent: decimal.exponent.saturating_add(power), ..decimal };
    match figure {
        Figure::Decimal(decimal) => Figure::Decimal(by(decimal)),
        Figure::Range { low, high } => Figure::Range { low: by(low), high: by(high) },
        Figure::Fraction { part, whole } => {
            Figure::Fraction { part, whole: whole * Number::decimal(1, power) }
        }
        other => other,
    }
}

/// "fell by five to 479": by how much, and to what; no range, whose ends are
/// nearer to each other.
pub(super) fn by_and_to(tokens: Tokens<'_>, at: usize, rest: Tokens<'_>, measured: &Measured) -> bool {
    let Figure::Range { low, high } = &measured.quantity.figure else {
        return false;
    };
    let bare = matches!(measured.measure, Measure::Bare | Measure::Money);
    let moved = |word: &str| {
        let frames = Frames::UP.and(Frames::DOWN).and(Frames::ADD).and(Frames::LOSE);
        matches!(word, "by" | "up" | "down" | "off" | "further" | "another" | "additional" | "extra")
            || look_up(word).verb.is_some_and(|verb| verb.frames.any(frames))
    };
    // "rose 5 % or 102 to 2,102": by 102.
    let or = at > 2
        && tokens.peek_at(at - 1) == "or"
        && matches!(tokens.peek_at(at - 2), "%" | "percent" | "cent")
        && moved(tokens.peek_at(at.saturating_sub(4)));
    let behind = at > 0 && bare && (moved(tokens.peek_at(at - 1)) || or);
    // "fell by 196,000 to 313,220": nobody gives a range that finely.
    if behind && low.exponent == 0 && is_counted_out(low, high) {
        return true;
    }
    // "rose by two to nine.": without a unit behind it not even twice as far.
    let ends = matches!(rest.peek(), "" | "," | "." | ";" | ")" | "in" | "last" | "after" | "and" | "while");
    let money = measured.measure == Measure::Money;
    let apart = Number::from(if ends {
        2
    } else if money {
        3
    } else {
        5
    });
    behind && high.value() > low.value() * apart
}

/// Are two numbers written out, so that they are no ends of a range: in the thousands,
/// and not both as round as each other?
fn is_counted_out(low: &Decimal, high: &Decimal) -> bool {
    let (low, high) = (rounded(low), rounded(high));
    let large = low.0 >= 1000 || high.0 >= 10_000;
    let round = low.1 == high.1 && low.2 < 100 && high.2 < 100;
    large && !round
}

/// The whole number, how many zeros it ends in, and what stands before them.
fn rounded(decimal: &Decimal) -> (i128, u32, i128) {
    let whole = if decimal.exponent == 0 { decimal.mantissa } else { 0 };
    let (mut zeros, mut rest) = (0, whole);
    while rest != 0 && rest % 10 == 0 {
        (zeros, rest) = (zeros + 1, rest / 10);
    }
    (whole, zeros, rest)
}

/// An amount of money: an amount of a metric that is counted in that currency,
/// `$82.50 a barrel`, else nothing of ours.
pub(super) fn money<'v>(
    tokens: Tokens<'_>,
    end: usize,
    measured: Measured,
    names: &Names,
) -> (Phrase<'v>, usize) {
    let coins = measured.currency.map_or(&[][..], |currency| currency.whole());
    let small = measured.currency.filter(|currency| currency.is_small());
    let own = small.map(|currency| names.counted_in(currency.name())).unwrap_or_default();
    let metrics = coins.iter().map(|coin| names.counted_in(coin)).find(|found| !found.is_empty());
    let metrics = if own.is_empty() { metrics.unwrap_or_default() } else { own.clone() };
    if metrics.is_empty() {
        return (Phrase::Other(measured), end);
    }
    // Where the cents themselves are what is counted.
    let mut measured = measured;
    if !own.is_empty() {
        measured.quantity.figure = scaled(measured.quantity.figure, 2);
    }
    // "per 40ft container", "per 40-foot container": not "per 40 containers".
    let sized = tokens.rest.get(end + 1).is_some_and(|token| token.kind == Kind::Number)
        && (is_hyphen(tokens.peek_at(end + 2)) || tokens.rest.get(end + 2).is_some_and(|token| token.glued));
    let of = end + 1 + if sized { 1 + usize::from(is_hyphen(tokens.peek_at(end + 2))) } else { 0 };
    let of = of + usize::from(sized && !names.knows(tokens.peek_at(of)));
    let per = matches!(tokens.peek_at(end), "a" | "per" | "an") && names.knows(tokens.peek_at(of));
    let last = if per { unit_end(tokens, of + 1, names) } else { end };
    (Phrase::Amount { quantity: measured.quantity, metrics }, last)
}

/// Where a unit of several words ends: "a megawatt-hour", "per million units".
fn unit_end(tokens: Tokens<'_>, from: usize, names: &Names) -> usize {
    let mut end = from;
    loop {
        let hyphen = usize::from(is_hyphen(tokens.peek_at(end)));
        if !names.knows(tokens.peek_at(end + hyphen)) || is_grammatical(tokens.peek_at(end)) {
            return end;
        }
        end += hyphen + 1;
    }
}
