//! Two numbers that stand apart and belong together: `above 4 and below 5
//! trillion`, `more than 5 but less than 10`, `from 4 to 5 trillion`, `4
//! trillion, plus or minus 5%`.

use recount_model::{Bound as Edge, Decimal, Figure, Hedge, Interval, Number, Quantity};

use super::end::{End, end};
use super::number::{And, Value};
use super::plain::plain;
use super::unit::unit_behind;
use super::{Currency, Measure, Measured, hedge, measured, within_of};
use crate::token::{Kind, Tokens};

/// What stands behind a number.
pub(super) enum Bound<'t> {
    /// Nothing that bounds it.
    None,
    /// A bound that does not fit it.
    Unclear,
    /// The other bound: what is left, and what lies between both.
    Both(Tokens<'t>, Box<Measured>),
}

/// The other bound behind one: `and below 1,500` behind `above 1,000`, in
/// either order, signs included.
pub(super) fn other<'t>(input: Tokens<'t>, rest: Tokens<'t>, found: &Measured) -> Bound<'t> {
    use Hedge::{AtLeast, AtMost, LessThan, MoreThan};
    let opens = match found.quantity.hedge {
        MoreThan | AtLeast => true,
        LessThan | AtMost => false,
        _ => return Bound::None,
    };
    let comma = rest.peek() == ",";
    let joined = matches!(rest.peek(), "and" | "but");
    // "more than 4 less than 9"; "more than 1 trillion below 5 trillion" is by how much.
    let bare = !comma && !joined;
    let apart = || {
        let named = found.measure == Measure::Bare && after_digits(input, rest);
        named && (rest.peek_at(1) == "than" || matches!(rest.peek(), "<" | ">" | "≤" | "≥"))
    };
    if bare && !apart() {
        return Bound::None;
    }
    let start = rest.skip(usize::from(!bare));
    let start = start.skip(usize::from(comma && matches!(start.peek(), "and" | "but")));
    let (closing, start) = hedge::before(start);
    let closes =
        if opens { matches!(closing, LessThan | AtMost) } else { matches!(closing, MoreThan | AtLeast) };
    let first = hedge::before(input).1;
    let (Ok((_, first)), Ok((after, second)), true) =
        (end(first, And::Joins), end(start, And::Joins), closes)
    else {
        return Bound::None;
    };
    // "above 4 trillion, below 5 trillion of a year ago" is of two figures.
    if !joined && after.first().is_some_and(|next| next.kind != Kind::Symbol) {
        return Bound::None;
    }
    let first = match like(&first, &second) {
        Like::Itself => first,
        Like::Shared(shared) => shared,
        Like::Unclear => return Bound::Unclear,
    };
    let (Some((from, measure)), Some((to, other))) = (first.number(), second.number()) else {
        return Bound::None;
    };
    if measure != other {
        return Bound::None;
    }
    let edge = |value, hedge| Some(Edge { value, open: matches!(hedge, MoreThan | LessThan) });
    let (from, to) = (edge(from, found.quantity.hedge), edge(to, closing));
    let within = if opens { Interval { low: from, high: to } } else { Interval { low: to, high: from } };
    if within.is_empty() {
        return Bound::Unclear;
    }
    let found = measured(Figure::Within(within), Hedge::Bare, measure);
    let currency = first.plain.currency.or(second.plain.currency);
    Bound::Both(after, Box::new(Measured { currency, ..found }))
}

/// Is the last word of what was read a number, without a scale?
fn after_digits(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let last = (input.len() - rest.len()).saturating_sub(1);
    input.rest.get(last).is_some_and(|token| token.kind == Kind::Number)
}

/// `greater than -5`, `below minus 5%`: on the scale of all numbers, where "a fall
/// of more than 5%" is told by its size. "More than -5%" may be either.
pub(super) fn below_zero(input: Tokens<'_>, found: Measured) -> Measured {
    use Hedge::{AtLeast, AtMost, LessThan, MoreThan};
    let sized = matches!(input.peek(), "more" | "less" | "fewer" | "at" | "no" | "not");
    let amount = matches!(found.measure, Measure::Bare | Measure::Money);
    let Figure::Decimal(decimal) = &found.quantity.figure else { return found };
    if !found.quantity.falling || sized && !amount {
        return found;
    }
    let value = -decimal.value();
    let within = match found.quantity.hedge {
        MoreThan => Interval::above(value),
        AtLeast => Interval::at_least(value),
        LessThan => Interval::below(value),
        AtMost => Interval::at_most(value),
        _ => return found,
    };
    within_of(&found, within)
}

/// `± 2`, `plus or minus 5%` behind a number: what lies between both ends. A
/// percentage of an amount is so much of it.
#[must_use]
pub fn margin<'t>(rest: Tokens<'t>, found: &Measured) -> Option<(Tokens<'t>, Measured)> {
    let quantity = &found.quantity;
    let Figure::Decimal(decimal) = quantity.figure else { return None };
    if quantity.hedge != Hedge::Bare || quantity.falling {
        return None;
    }
    let (after, spread) = end(margin_words(rest)?, And::Joins).ok()?;
    let (size, measure) = spread.number()?;
    let percent = measure == Measure::Percent && found.measure != Measure::Percent;
    let points = measure == Measure::Point && found.measure == Measure::Percent;
    let mut value = decimal.value();
    // "4.2 ± 0.1 trillion": the scale is that of both.
    if let Some(scale) = spread.plain.scale.filter(|_| measure == Measure::Bare && value < size) {
        value = value * Number::decimal(1, scale);
    }
    let apart = match () {
        () if percent => &value * &(size * Number::ratio(1, 100)),
        () if measure == found.measure || points => size,
        () => return None,
    };
    if apart.is_negative() || apart > value {
        return None;
    }
    let within = Interval::closed(&value - &apart, &value + &apart);
    Some((after, within_of(found, within)))
}

fn margin_words(rest: Tokens<'_>) -> Option<Tokens<'_>> {
    let comma = usize::from(rest.peek() == ",");
    let rest = rest.skip(comma);
    match (rest.peek(), rest.peek_at(1), rest.peek_at(2)) {
        ("±", ..) => Some(rest.skip(1)),
        ("plus", "or", "minus") | ("give", "or", "take") | ("+", "/", "-" | "\u{2212}") => Some(rest.skip(3)),
        _ => None,
    }
}

/// The first of "from 4 to 5 trillion" or "from 20 to 30 percent", read at
/// `input` as `found`, with `rest` behind it: with the scale and the unit that
/// it shares.
#[must_use]
pub fn shared(input: Tokens<'_>, rest: Tokens<'_>, found: &Measured) -> Option<Measured> {
    if rest.peek() != "to" || found.measure != Measure::Bare {
        return None;
    }
    let (_, first) = alone(hedge::before(input).1)?;
    let (_, second) = alone(hedge::before(rest.skip(1)).1)?;
    let Like::Shared(shared) = like(&first, &second) else { return None };
    let (measure, power) = shared.unit.unwrap_or((Measure::Bare, 0));
    if matches!(measure, Measure::Duration(_)) {
        return None;
    }
    let decimal = shared.decimal()?;
    let figure = Figure::Decimal(Decimal { exponent: decimal.exponent + power, ..decimal });
    let shared = measured(figure, found.quantity.hedge, measure);
    let quantity = Quantity { falling: found.quantity.falling, ..shared.quantity };
    Some(Measured { quantity, signed: found.signed, currency: found.currency, ..shared })
}

/// A number with the unit behind it.
fn alone(input: Tokens<'_>) -> Option<(Tokens<'_>, End)> {
    let (rest, plain) = plain(input, And::Joins).ok()?;
    let (rest, unit) = unit_behind(rest);
    Some((rest, End { plain, unit, dozens: false }))
}

/// What a number becomes beside another.
enum Like {
    /// It has its own scale and unit, or the other has none.
    Itself,
    /// It shares them.
    Shared(End),
    /// It may share them or not.
    Unclear,
}

/// A number with the scale and unit of that behind it, if it has none of its own.
fn like(own: &End, other: &End) -> Like {
    let scale = other.plain.scale.filter(|_| own.plain.scale.is_none());
    let currency = other.plain.currency.filter(|_| own.plain.currency.is_none());
    if own.unit.is_some() || (scale.is_none() && other.unit.is_none() && currency.is_none()) {
        return Like::Itself;
    }
    let (Value::Decimal(from), Value::Decimal(to)) = (&own.plain.value, &other.plain.value) else {
        return Like::Itself;
    };
    let cents = if currency.is_some_and(Currency::is_small) { 2 } else { 0 };
    let scaled = Decimal { exponent: from.exponent + scale.unwrap_or(0) - cents, ..*from };
    // "from 900 to 1.1 trillion": billions, or trillions?
    let hundred = Number::from(100);
    let near = scaled.value() <= to.value() * hundred.clone() && to.value() <= scaled.value() * hundred;
    if !near && scaled.mantissa != 0 {
        return Like::Unclear;
    }
    let mut plain = own.plain.with(Value::Decimal(scaled), own.plain.scale.or(scale));
    plain.currency = own.plain.currency.or(currency);
    Like::Shared(End { plain, unit: other.unit, dozens: false })
}
