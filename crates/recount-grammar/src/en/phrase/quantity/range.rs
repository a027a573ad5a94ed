//! Ranges: `30–40%`, `4 to 5 trillion`, `between a and b`, and ratios of two
//! numbers (`three-to-one`).

use recount_model::{Decimal, Figure, Hedge, Interval, Number, Quantity};

use super::end::{End, end, end_after};
use super::number::And;
use super::unit::unit_behind;
use super::{Currency, Measure, Measured, ends_well, hedged_behind, measured};
use crate::token::{Kind, Parsed, Tokens, is_dash, is_hyphen, stop};

/// A range, also of two amounts that each have a unit of their own: `900
/// million to 1.1 billion`, `30% to 40%`. Where "rose 0.4 trillion to 4.5
/// trillion" may stand, read [`super::quantity`] instead.
///
/// # Errors
/// Where no range starts.
pub fn range(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let (hedge, rest) = super::hedge::before(input);
    let found = if rest.peek() == "between" { between(rest, hedge) } else { unhedged(rest, hedge, true) };
    found.map(|(rest, found)| hedged_behind(rest, found))
}

/// `somewhere between a and b`, `anywhere from a to b`.
pub(super) fn anywhere(input: Tokens<'_>) -> Parsed<'_, Measured> {
    let (rest, found) = range(input.skip(if input.peek_at(1) == "from" { 2 } else { 1 }))?;
    match found.quantity.figure {
        Figure::Range { .. } | Figure::Within(_) => Ok((rest, found)),
        _ => Err(stop(rest)),
    }
}

/// `between a and b`, `between exactly a and b`.
pub(super) fn between(input: Tokens<'_>, hedge: Hedge) -> Parsed<'_, Measured> {
    let exactly = input.peek_at(1) == "exactly";
    let (rest, low) = end(input.skip(1 + usize::from(exactly)), And::Separates)?;
    if rest.peek() != "and" {
        return Err(stop(rest));
    }
    let (rest, high) = end(rest.skip(1), And::Joins)?;
    let (rest, found) = joined(input, rest, &low, &high, hedge)?;
    match found.quantity.figure {
        // The ends themselves, not what is rounded to them.
        Figure::Range { low, high } if exactly => {
            let figure = Figure::Within(Interval::closed(low.value(), high.value()));
            Ok((rest, Measured { quantity: Quantity { figure, ..found.quantity }, ..found }))
        }
        _ => Ok((rest, found)),
    }
}

/// `a to b`, `a–b`, `a or b`; with `wide` also where both have a unit.
pub(super) fn unhedged(input: Tokens<'_>, hedge: Hedge, wide: bool) -> Parsed<'_, Measured> {
    let (rest, low) = end(input, And::Joins)?;
    // "10- to 15-percent": the first hyphen waits for the unit.
    let hung = is_hyphen(rest.peek())
        && rest.first().is_some_and(|token| token.glued)
        && matches!(rest.peek_at(1), "to" | "or")
        && rest.rest.get(1).is_some_and(|token| !token.glued);
    let rest = rest.skip(usize::from(hung));
    let joint = rest.peek();
    let own = low.plain.scale.is_some() || low.unit.is_some();
    // "rose by a quarter to a third": by so much, not to a third.
    let by_parts = low.unit == Some((Measure::Fraction, 0)) && super::fraction::follows(input, &["by"]);
    let dashed = (is_dash(joint) || joint == "~") && is_tight(rest);
    let fits = match joint {
        "to" => wide || !own || by_parts,
        "or" | "through" | "thru" => !own && low.is_whole(),
        _ => dashed,
    };
    if !fits || (number_word_before(rest) && dashed) {
        return Err(stop(rest));
    }
    let (rest, high) = end_after(rest.skip(1), dashed)?;
    if by_parts && rest.peek() == "of" {
        return Err(stop(rest));
    }
    // "5 or 6 trillion".
    let next = || {
        let (Some(first), Some(last)) = (low.decimal(), high.decimal()) else { return false };
        high.plain.scale == Some(last.exponent) && first.mantissa + 1 == last.mantissa
    };
    let consecutive = joint != "or" || high.is_whole() || next();
    // "-5 to 10", "-5 to -10%", but not "5 to -10" nor "-5-10".
    let signs = match (low.plain.sign, high.plain.sign) {
        (None, None) => true,
        (Some(true), None | Some(false)) => joint == "to" && !own,
        (Some(first), Some(second)) => joint == "to" && first == second,
        _ => false,
    };
    if !signs || !consecutive {
        return Err(stop(rest));
    }
    joined(input, rest, &low, &high, hedge)
}

/// A dash with the same space on both sides: `30-40`, `30 – 40`; not `30 -40`.
fn is_tight(rest: Tokens<'_>) -> bool {
    let before = rest.first().is_some_and(|token| token.glued);
    let after = rest.rest.get(1).is_some_and(|token| token.glued);
    let figure = |token: &crate::token::Token| token.kind == Kind::Number || rest.text_of(*token) == "$";
    before == after && rest.rest.get(1).is_some_and(figure)
}

/// Number words join with hyphens otherwise: `twenty-five`, `nine-to-five`.
fn number_word_before(rest: Tokens<'_>) -> bool {
    rest.rest.get(1).is_some_and(|token| token.kind == Kind::Word)
}

/// Between parts of a whole, each a point more or less: `between a third and a
/// half`, `between half a million and a million`.
fn parts<'t>(rest: Tokens<'t>, low: &End, high: &End, hedge: Hedge) -> Parsed<'t, Measured> {
    let (Some((from, measure)), Some((to, other))) = (low.number(), high.number()) else {
        return Err(stop(rest));
    };
    if measure != other || from >= to || from.is_negative() {
        return Err(stop(rest));
    }
    if measure == Measure::Bare {
        let (Some(first), Some(last)) = (low.written(), high.written()) else { return Err(stop(rest)) };
        let within = Interval { low: first.low, high: last.high };
        return Ok((rest, measured(Figure::Within(within), hedge, measure)));
    }
    if measure != Measure::Fraction {
        return Err(stop(rest));
    }
    let within = Interval::closed(from - Number::ONE, to + Number::ONE);
    Ok((rest, measured(Figure::Within(within), hedge, Measure::Fraction)))
}

fn joined<'t>(
    input: Tokens<'t>,
    rest: Tokens<'t>,
    low: &End,
    high: &End,
    hedge: Hedge,
) -> Parsed<'t, Measured> {
    if !ends_well(rest) {
        return Err(stop(rest));
    }
    let (Some(mut from), Some(to)) = (low.decimal(), high.decimal()) else {
        return parts(rest, low, high, hedge);
    };
    // "two to three dozen": both are dozens.
    if high.dozens && !low.dozens && low.unit.is_none() && low.plain.scale.is_none() {
        from.mantissa = from.mantissa.saturating_mul(12);
    }
    let (measure, power) = match (low.unit, high.unit) {
        (None, None) => (Measure::Bare, 0),
        (None, Some(unit)) => unit,
        (Some(a), Some(b)) if a.0 == b.0 => b,
        // "14% to 4.48 trillion" is no range.
        (Some(_), _) => return Err(stop(input)),
    };
    // "4 to 5 trillion": the scale is that of both.
    let shared = high.plain.scale.filter(|_| low.plain.scale.is_none());
    if let Some(scale) = shared {
        let scaled = Decimal { exponent: from.exponent + scale, ..from };
        if scaled.value() < to.value() {
            from = scaled;
        }
    }
    // "3 to 4 cents": both are cents.
    let small = |end: &End| end.plain.currency.is_some_and(Currency::is_small);
    if small(high) && low.plain.currency.is_none() {
        from.exponent = from.exponent.saturating_sub(2);
    } else if small(low) != small(high) {
        return Err(stop(input));
    }
    let shift = |decimal: Decimal| Decimal { exponent: decimal.exponent + power, ..decimal };
    let (mut from, mut to) = (shift(from), shift(to));
    let currency: Option<Currency> = low.plain.currency.or(high.plain.currency);
    let measure = if currency.is_some() && measure == Measure::Bare { Measure::Money } else { measure };
    let signs = (low.plain.sign == Some(true), high.plain.sign == Some(true));
    if signs == (true, false) {
        let below = measured(Figure::Decimal(from), Hedge::Bare, measure).quantity.written().mirrored();
        let above = measured(Figure::Decimal(to), Hedge::Bare, measure).quantity.written();
        let found = measured(Figure::Within(below.hull(&above)), hedge, measure);
        return Ok((rest, Measured { currency, ..found }));
    }
    let falling = signs.0;
    if falling && from.value() > to.value() {
        std::mem::swap(&mut from, &mut to);
    }
    if from.value() >= to.value() || (signs.1 && !falling) {
        return Err(stop(input));
    }
    let found = measured(Figure::Range { low: from, high: to }, hedge, measure);
    Ok((rest, Measured { quantity: Quantity { falling, ..found.quantity }, currency, ..found }))
}

/// `three-to-one`, `3-to-1`, `3 to 1`, `3:1`, `1.8-to-1`: the first by the second.
pub(super) fn ratio(input: Tokens<'_>) -> Parsed<'_, Figure> {
    let (rest, over) = side(input).ok_or_else(|| stop(input))?;
    let colon = rest.peek() == ":" && rest.first().is_some_and(|token| token.glued);
    let hyphen = usize::from(is_hyphen(rest.peek()));
    let rest = rest.skip(hyphen);
    if !colon && rest.peek() != "to" {
        return Err(stop(rest));
    }
    let rest = rest.skip(1);
    let second = usize::from(is_hyphen(rest.peek()));
    let (end, under) = side(rest.skip(second)).ok_or_else(|| stop(rest))?;
    let hyphens = hyphen == 1 && second == 1;
    let one = under.mantissa == 1 && under.exponent == 0;
    let single = end.first().is_none_or(|next| !next.glued || next.kind == Kind::Symbol);
    let more = over.value() > under.value() && under.mantissa > 0;
    if !more || !single || !(hyphens || one) || !ends_well(end) || unit_behind(end).1.is_some() {
        return Err(stop(end));
    }
    let quotient = over.value().checked_div(&under.value()).ok_or_else(|| stop(end))?;
    let written = over.exponent < 0 && one;
    let figure = if written { Figure::Decimal(over) } else { Figure::Multiple(quotient) };
    let end = if matches!((end.peek(), end.peek_at(1)), ("ratio", "of")) { end.skip(2) } else { end };
    Ok((end, figure))
}

/// A side of a ratio: a small number in digits or a word, without scale.
fn side(input: Tokens<'_>) -> Option<(Tokens<'_>, Decimal)> {
    let whole = |n: u32| Decimal { mantissa: i128::from(n), exponent: 0 };
    let token = input.first()?;
    if token.kind == Kind::Word {
        let n = super::words::unit_word(input.peek()).or_else(|| super::words::tens_word(input.peek()))?;
        return (n > 0).then(|| (input.skip(1), whole(n)));
    }
    let text = (token.kind == Kind::Number).then(|| input.text_of(token))?;
    let short = text.len() <= 4 && !text.starts_with('0') && !text.contains(',');
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let places = text.find('.').map_or(0, |point| text.len() - point - 1);
    let decimal = Decimal { mantissa: digits.parse().ok()?, exponent: -i32::try_from(places).ok()? };
    short.then_some((input.skip(1), decimal))
}
