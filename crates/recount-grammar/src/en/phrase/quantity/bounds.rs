//! Two numbers that share a scale or a unit, where they stand apart: `above 4
//! and below 5 trillion`, `from 4 to 5 trillion`.

use recount_model::{Decimal, Figure, Hedge, Quantity};

use super::number::{And, Value};
use super::plain::plain;
use super::unit::unit_behind;
use super::{Measure, Measured, hedge, measured, unhedged, within_of};
use crate::token::Tokens;

/// What stands behind a bound.
pub(super) enum Bound<'t> {
    /// No other bound.
    None,
    /// A bound that does not fit it.
    Unclear,
    /// The other bound: what is left, and what lies between both.
    Both(Tokens<'t>, Box<Measured>),
}

/// The other bound behind one: `and below 1,500` behind `above 1,000`.
pub(super) fn other<'t>(input: Tokens<'t>, rest: Tokens<'t>, found: &Measured) -> Bound<'t> {
    use Hedge::{AtLeast, AtMost, LessThan, MoreThan};
    let opens = match found.quantity.hedge {
        MoreThan | AtLeast => true,
        LessThan | AtMost => false,
        _ => return Bound::None,
    };
    if !matches!(rest.peek(), "and" | "but") || found.quantity.falling {
        return Bound::None;
    }
    let (hedge, start) = hedge::before(rest.skip(1));
    let closes = if opens { matches!(hedge, LessThan | AtMost) } else { matches!(hedge, MoreThan | AtLeast) };
    let Ok((end, other)) = unhedged(start, false, hedge).map_err(|_| ()) else {
        return Bound::None;
    };
    if !closes || other.quantity.falling {
        return Bound::None;
    }
    let found = match like(hedge::before(input).1, start, found) {
        Like::Itself => found.clone(),
        Like::Shared(shared) => *shared,
        Like::Unclear => return Bound::Unclear,
    };
    if other.measure != found.measure {
        return Bound::None;
    }
    let both = found.quantity.written().intersection(&other.quantity.written());
    if both.is_empty() || both.low.is_none() || both.high.is_none() {
        return Bound::Unclear;
    }
    Bound::Both(end, Box::new(within_of(&other, both)))
}

/// The first of "from 4 to 5 trillion" or "from 20 to 30 percent", read at
/// `input` as `found`, with `rest` behind it: with the scale and the unit that
/// it shares.
#[must_use]
pub fn shared(input: Tokens<'_>, rest: Tokens<'_>, found: &Measured) -> Option<Measured> {
    if rest.peek() != "to" || found.measure != Measure::Bare {
        return None;
    }
    let second = hedge::before(rest.skip(1)).1;
    match like(hedge::before(input).1, second, found) {
        Like::Shared(shared) => Some(*shared),
        Like::Itself | Like::Unclear => None,
    }
}

/// What a number becomes beside another.
enum Like {
    /// It has its own scale and unit, or the other has none.
    Itself,
    /// It shares them.
    Shared(Box<Measured>),
    /// It may share them or not.
    Unclear,
}

/// The number at `first`, read as `found`, with the scale and unit of that at
/// `second`, if it has none of its own.
fn like(first: Tokens<'_>, second: Tokens<'_>, found: &Measured) -> Like {
    let (Ok((_, own)), Ok((rest, other))) = (plain(first, And::Joins), plain(second, And::Joins)) else {
        return Like::Itself;
    };
    let unit = unit_behind(rest).1;
    if own.scale.is_some() || found.measure != Measure::Bare || (other.scale.is_none() && unit.is_none()) {
        return Like::Itself;
    }
    let (Value::Decimal(from), Value::Decimal(to)) = (own.value, other.value) else {
        return Like::Itself;
    };
    let scale = other.scale.unwrap_or(0);
    let scaled = Decimal { exponent: from.exponent + scale, ..from };
    // "from 900 to 1.1 trillion": billions, or trillions?
    let hundred = recount_model::Number::from(100);
    let near = scaled.value() <= to.value() * hundred.clone() && to.value() <= scaled.value() * hundred;
    if !near {
        return Like::Unclear;
    }
    let (measure, power) = unit.unwrap_or((Measure::Bare, 0));
    if matches!(measure, Measure::Duration(_)) {
        return Like::Itself;
    }
    let figure = Figure::Decimal(Decimal { exponent: scaled.exponent + power, ..scaled });
    let shared = measured(figure, found.quantity.hedge, measure);
    let quantity = Quantity { falling: found.quantity.falling, ..shared.quantity };
    Like::Shared(Box::new(Measured { quantity, signed: found.signed, currency: found.currency, ..shared }))
}
