//! Lengths of time: `nine weeks`, `nearly four months`, `more than a year`.

use recount_model::{Decimal, Figure, Hedge, Number, Quantity, Unit, Weeks};

use crate::en::lexicon::{Noun, Starts, look_up};
use crate::en::phrase::quantity::{Measure, TimeUnit, cardinal, quantity, unit_of_time};
use crate::token::{Parsed, Tokens, is_hyphen, stop};

/// How many tokens on the unit of a length may stand: "more than two hundred
/// and twenty-five weeks".
const REACH: usize = 10;

/// A length of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duration {
    /// How many; its unit is [`Unit::Count`].
    pub quantity: Quantity,
    /// Of what.
    pub unit: TimeUnit,
}

/// A length of time, its hedge included: `nine weeks`, `a week`, `nearly four
/// months`, `three to four weeks`, `half a year`, `nine-week`.
///
/// # Errors
/// Where none starts.
pub fn duration(input: Tokens<'_>) -> Parsed<'_, Duration> {
    if !input.near(REACH).any(Starts::UNIT) {
        return Err(stop(input));
    }
    if let Ok((rest, found)) = quantity(input)
        && let Measure::Duration(unit) = found.measure
    {
        let (rest, quantity) = and_a_half(rest, found.quantity);
        return Ok((rest, Duration { quantity, unit }));
    }
    if let Some(found) = whole_units(input) {
        return Ok(found);
    }
    if !matches!(input.peek(), "a" | "an") {
        return Err(stop(input));
    }
    let rest = input.skip(1);
    if let Some((count, unit)) = several(rest.peek()) {
        return Ok((rest.skip(1), Duration { quantity: Quantity::whole(count, Unit::Count), unit }));
    }
    let rest = rest.skip(usize::from(is_hyphen(rest.peek())));
    // "over a quarter of all tokens" is a part of them.
    let noun = look_up(rest.peek_at(2)).noun;
    if rest.peek() == "quarter" && rest.peek_at(1) == "of" && !matches!(noun, Some(Noun::Rise | Noun::Fall)) {
        return Err(stop(input));
    }
    let unit = unit_of_time(rest.peek()).filter(|_| !rest.peek().ends_with('s')).ok_or_else(|| stop(rest))?;
    let (rest, quantity) = and_a_half(rest.skip(1), Quantity::whole(1, Unit::Count));
    Ok((rest, Duration { quantity, unit }))
}

/// `two full weeks`, `a whole month`: as long as without the adjective.
fn whole_units(input: Tokens<'_>) -> Option<(Tokens<'_>, Duration)> {
    let (rest, count) = match input.peek() {
        "a" | "an" | "one" => (input.skip(1), 1),
        _ => cardinal(input).ok()?,
    };
    // "in a single year"; "a single week" is any of them.
    let single = count == 1 && rest.peek() == "single";
    if !single && !rest.opens(words!["full", "whole", "entire", "complete", "solid", "calendar"]) {
        return None;
    }
    let name = rest.peek_at(1);
    let unit = unit_of_time(name).filter(|_| name.ends_with('s') == (count > 1))?;
    if single && !matches!(unit, TimeUnit::Year | TimeUnit::Month) {
        return None;
    }
    Some((rest.skip(2), Duration { quantity: Quantity::whole(count, Unit::Count), unit }))
}

/// What is several of a unit: a fortnight, a decade.
pub(super) fn several(name: &str) -> Option<(u32, TimeUnit)> {
    match name {
        "fortnight" => Some((2, TimeUnit::Week)),
        "decade" => Some((10, TimeUnit::Year)),
        _ => None,
    }
}

/// `a year and a half`.
fn and_a_half(rest: Tokens<'_>, quantity: Quantity) -> (Tokens<'_>, Quantity) {
    let said = rest.peek() == "and" && rest.peek_at(1) == "a" && rest.peek_at(2) == "half";
    match (&quantity.figure, said) {
        (Figure::Decimal(decimal), true) if decimal.exponent == 0 && decimal.mantissa < 1_000_000 => {
            let half = Decimal { mantissa: decimal.mantissa * 10 + 5, exponent: -1 };
            (rest.skip(3), Quantity { figure: Figure::Decimal(half), ..quantity })
        }
        _ => (rest, quantity),
    }
}

impl Duration {
    /// The whole number that is named, and its hedge. `None` for a range or a
    /// part of a unit, and beyond 100,000.
    #[must_use]
    pub fn nominal(&self) -> Option<(u32, Hedge)> {
        let Figure::Decimal(decimal) = self.quantity.figure else {
            return None;
        };
        let n = u32::try_from(decimal.value().to_i64()?).ok()?;
        (1..=100_000).contains(&n).then_some((n, self.quantity.hedge))
    }

    /// As [`Self::nominal`], with its unit; halves of a year are months.
    #[must_use]
    pub fn counted(&self) -> Option<(u32, TimeUnit, Hedge)> {
        if let Some((count, hedge)) = self.nominal() {
            return Some((count, self.unit, hedge));
        }
        let (Figure::Decimal(decimal), TimeUnit::Year) = (&self.quantity.figure, self.unit) else {
            return None;
        };
        let months = u32::try_from((decimal.value() * Number::from(12)).to_i64()?).ok()?;
        let half = decimal.exponent == -1 && months % 6 == 0;
        (half && (1..=1_000).contains(&months)).then_some((months, TimeUnit::Month, self.quantity.hedge))
    }

    /// How many weeks it is. Weeks are counted exactly; other units are
    /// converted by their mean length, and rounded outward: four months are 17
    /// to 18 weeks, nearly four months 16 to 17.
    #[must_use]
    pub fn in_weeks(&self) -> Weeks {
        let exact = self.unit == TimeUnit::Week;
        if let (true, Some((n, hedge))) = (exact, self.nominal()) {
            return whole_weeks(n, hedge);
        }
        let days = match self.unit {
            TimeUnit::Day => Number::ONE,
            TimeUnit::Week => Number::from(7),
            // The Gregorian calendar repeats after 146,097 days.
            TimeUnit::Month => Number::ratio(146_097, 4_800),
            TimeUnit::Quarter => Number::ratio(146_097, 1_600),
            TimeUnit::Year => Number::ratio(146_097, 400),
        };
        let weeks = days * Number::ratio(1, 7);
        let bare = self.quantity.hedge == Hedge::Bare;
        let interval = match (&self.quantity.figure, bare) {
            (Figure::Decimal(decimal), true) => recount_model::Interval::point(decimal.value()),
            _ => self.quantity.written(),
        };
        let interval = interval.scaled(&weeks);
        let low = interval.low.map(|bound| bound.value);
        let high = interval.high.map(|bound| bound.value);
        let nearly = self.quantity.hedge == Hedge::Nearly;
        // What is nearly four months is not longer, and not much shorter.
        let low = low.map_or(0, |low| if nearly { ceiling(&low) } else { floor(&low) });
        let high = high.map(|high| if nearly { floor(&high) } else { ceiling(&high) });
        Weeks::Range { low: low.min(high.unwrap_or(low)), high }
    }
}

fn whole_weeks(n: u32, hedge: Hedge) -> Weeks {
    let spread = (n / 10).max(1);
    let range = |low: u32, high: Option<u32>| Weeks::Range { low, high };
    match hedge {
        Hedge::Bare | Hedge::Exactly => Weeks::Exactly(n),
        Hedge::About => range(n.saturating_sub(spread), Some(n + spread)),
        Hedge::Nearly => range(n.saturating_sub(spread), Some(n)),
        Hedge::JustOver => range(n, Some(n + spread)),
        Hedge::MoreThan => range(n + 1, None),
        Hedge::AtLeast | Hedge::DownTo => range(n, None),
        Hedge::LessThan => range(0, Some(n.saturating_sub(1))),
        Hedge::AtMost | Hedge::UpTo => range(0, Some(n)),
    }
}

/// The whole number at or below, from 0 to a million.
fn floor(number: &Number) -> u32 {
    if number.is_negative() {
        return 0;
    }
    let most = Number::from(1_000_000);
    if *number >= most {
        return 1_000_000;
    }
    let text = number.to_decimal(6);
    text.split('.').next().and_then(|whole| whole.parse().ok()).unwrap_or(0)
}

/// The whole number at or above, from 0 to a million.
fn ceiling(number: &Number) -> u32 {
    let below = floor(number);
    if *number > Number::from(below) && below < 1_000_000 { below + 1 } else { below }
}
