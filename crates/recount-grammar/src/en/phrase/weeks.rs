//! Weeks running: `nine consecutive weeks`, `the ninth straight week`, `a
//! nine-week streak`, `a sixth week`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::preceded;
use recount_model::{Decimal, Figure, Hedge, Quantity, Weeks};

use super::quantity::{Measure, TimeUnit, cardinal, ordinal, quantity};
use crate::en::lexicon::{Noun, Starts, look_up};
use crate::token::{Parsed, Tokens, Words, is_hyphen, phrase, stop, word};

/// How many tokens on the unit may stand.
const REACH: usize = 12;

/// A number of weeks in which something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeeksRunning {
    /// How many.
    pub weeks: Weeks,
    /// "the n-th".
    pub ordinal: bool,
    /// Adjacency is not said: "a sixth week".
    pub cumulative: bool,
    /// Was it said that they follow on each other? Not in "for nine weeks".
    pub consecutive: bool,
    /// "in all": surely not in a row.
    pub in_all: bool,
    /// What is counted: weeks, or something that a weekly table cannot tell.
    pub unit: TimeUnit,
}

const CONSECUTIVE: &Words = words!["consecutive", "straight", "successive", "uninterrupted", "unbroken"];

/// That they do not: as much as "in all".
const APART: &Words = words!["nonconsecutive", "non-consecutive", "nonsuccessive"];

/// The phrase, with "for" and its article.
///
/// Reads: "for nine consecutive weeks", "for the ninth straight week", "nine
/// weeks in a row", "a nine-week streak", "for a sixth week", "for more than
/// five weeks running". Does not read: "nine weeks", "the first week of June".
///
/// # Errors
/// Where no such phrase starts.
pub fn weeks(input: Tokens<'_>) -> Parsed<'_, WeeksRunning> {
    if !input.near(REACH).any(Starts::UNIT) {
        return Err(stop(input));
    }
    if let Ok(found) = each_of(input) {
        return Ok(found);
    }
    let (rest, preposition) = opt(word(words!["for", "over", "in", "with"])).parse(input)?;
    let (rest, _) = opt(alt((
        value((), word(words!["a", "an", "the", "its", "their", "his", "her", "this"])),
        value((), phrase("what is")),
    )))
    .parse(rest)?;
    let (rest, _) = opt(word(words!["past", "last", "full", "whole", "record"])).parse(rest)?;
    let bare = preposition.is_some_and(|token| input.lower_of(token) == "for");
    alt((streak_noun, counted, nth, back_to_back))
        .parse(rest)
        .map(|(rest, found)| in_all(rest, found))
        .and_then(|(rest, found)| match in_its_week(input, preposition, &found) {
            true => Err(stop(input)),
            false => Ok((rest, found)),
        })
        .and_then(|(rest, found)| match found.consecutive || found.cumulative || bare {
            true => Ok((rest, found)),
            false => Err(stop(input)),
        })
}

/// `in each of the last six weeks`, `every one of the past four weeks`.
fn each_of(input: Tokens<'_>) -> Parsed<'_, WeeksRunning> {
    let (rest, _) = opt(word(words!["in", "for", "over", "during"])).parse(input)?;
    let (rest, ()) = alt((phrase("each of the"), phrase("every one of the"))).parse(rest)?;
    let (rest, _) = word(words!["past", "last", "latest"]).parse(rest)?;
    let (rest, found) = counted(rest)?;
    Ok((rest, WeeksRunning { consecutive: true, ..found }))
}

/// `nine weeks in all`, `the sixth week in total`: adjacency is not said. Not
/// "in all markets".
fn in_all(rest: Tokens<'_>, found: WeeksRunning) -> (Tokens<'_>, WeeksRunning) {
    let count = match (rest.peek(), rest.peek_at(1)) {
        ("altogether", _) => 1,
        ("in", "all" | "total") => 2,
        _ => return (rest, found),
    };
    let after = rest.skip(count);
    let ends =
        after.first().is_none_or(|next| next.kind == crate::token::Kind::Symbol) || after.peek() == "for";
    let in_a_row = found.consecutive;
    match ends && !in_a_row {
        true => (after, WeeksRunning { cumulative: true, in_all: true, ..found }),
        false => (rest, found),
    }
}

/// "in its second week" tells when, not for how long.
fn in_its_week(input: Tokens<'_>, preposition: Option<crate::token::Token>, found: &WeeksRunning) -> bool {
    found.cumulative && preposition.is_some_and(|token| input.lower_of(token) != "for")
}

/// `nine consecutive weeks`, `nine weeks in a row`, `nine weeks`.
fn counted(input: Tokens<'_>) -> Parsed<'_, WeeksRunning> {
    let (rest, (count, before)) = count(input)?;
    let (rest, joined) = opt(word(CONSECUTIVE)).parse(rest)?;
    // "Two full weeks" are two weeks.
    let (rest, _) = opt(word(words!["full", "whole", "complete", "solid"])).parse(rest)?;
    let (rest, unit) = unit(rest)?;
    let (rest, after) = opt(in_a_row).parse(rest)?;
    let consecutive = before || joined.is_some() || after.is_some();
    Ok((
        rest,
        WeeksRunning { weeks: count, ordinal: false, cumulative: false, consecutive, in_all: false, unit },
    ))
}

/// The number of weeks; a hedge makes it a range. `true` where "consecutive"
/// or the unit was read with it.
fn count(input: Tokens<'_>) -> Parsed<'_, (Weeks, bool)> {
    let (rest, measured) = quantity(input)?;
    if let Measure::Duration(_) = measured.measure {
        // The number alone: its unit is read behind it.
        let unit = input.skip(input.len() - rest.len() - 1);
        let weeks = weeks_of(&measured.quantity).ok_or_else(|| stop(input))?;
        return Ok((unit, (weeks, false)));
    }
    match (measured.measure, weeks_of(&measured.quantity)) {
        (Measure::Bare, Some(weeks)) => Ok((rest, (weeks, false))),
        _ => Err(stop(input)),
    }
}

/// The weeks that a hedged whole number means.
#[must_use]
pub fn weeks_of(quantity: &Quantity) -> Option<Weeks> {
    if let Figure::Range { low, high } = quantity.figure {
        let whole = |decimal: Decimal| weeks_of(&Quantity::bare(Figure::Decimal(decimal), quantity.unit));
        return match (whole(low)?, whole(high)?) {
            (Weeks::Exactly(low), Weeks::Exactly(high)) if low < high => {
                Some(Weeks::Range { low, high: Some(high) })
            }
            _ => None,
        };
    }
    let Figure::Decimal(decimal) = quantity.figure else {
        return None;
    };
    if decimal.exponent != 0 || decimal.mantissa <= 0 {
        return None;
    }
    let n = u32::try_from(decimal.mantissa).ok().filter(|n| *n <= 10_000)?;
    let range = |low: u32, high: Option<u32>| Some(Weeks::Range { low: low.max(1), high });
    match quantity.hedge {
        Hedge::Bare | Hedge::Exactly => Some(Weeks::Exactly(n)),
        Hedge::MoreThan | Hedge::JustOver => range(n + 1, None),
        Hedge::AtLeast | Hedge::DownTo => range(n, None),
        Hedge::About => range(n.saturating_sub(1), Some(n + 1)),
        Hedge::Nearly => range(n.saturating_sub(1), Some(n)),
        Hedge::LessThan => range(1, Some(n.saturating_sub(1).max(1))),
        Hedge::AtMost | Hedge::UpTo => range(1, Some(n)),
    }
}

/// Weeks running, or a length of time as [`counted_weeks`].
#[must_use]
pub fn running(phrase: &super::Phrase<'_>) -> Option<WeeksRunning> {
    match phrase {
        super::Phrase::Weeks(weeks) => Some(*weeks),
        super::Phrase::Other(measured) => counted_weeks(measured),
        _ => None,
    }
}

/// A length of time as weeks in all, adjacency not said: "spent nine weeks at
/// the top".
#[must_use]
pub fn counted_weeks(measured: &super::quantity::Measured) -> Option<WeeksRunning> {
    let Measure::Duration(unit) = measured.measure else {
        return None;
    };
    let quantity = Quantity { unit: recount_model::Unit::Count, ..measured.quantity.clone() };
    let weeks = weeks_of(&quantity)?;
    Some(WeeksRunning { weeks, ordinal: false, cumulative: true, consecutive: false, in_all: false, unit })
}

/// `ninth consecutive week`, `ninth week in a row`, `sixth week`.
fn nth(input: Tokens<'_>) -> Parsed<'_, WeeksRunning> {
    if let Ok((rest, ())) = phrase("at least").parse(input) {
        // "at least the tenth consecutive week": ten weeks or more.
        let (rest, _) = opt(word(words!["the", "a", "its", "their"])).parse(rest)?;
        let (rest, found) = nth(rest)?;
        let weeks = Weeks::Range { low: found.weeks.low(), high: None };
        return Ok((rest, WeeksRunning { weeks, ordinal: false, ..found }));
    }
    let (rest, n) = ordinal(input)?;
    let (rest, joined) = opt(word(CONSECUTIVE)).parse(rest)?;
    let (rest, apart) = opt(word(APART)).parse(rest)?;
    // "for the fifth time running": each week is a time.
    let (rest, times) = match rest.peek() {
        "time" => (rest.skip(1), true),
        _ => (rest, false),
    };
    let (rest, unit) = if times { (rest, TimeUnit::Week) } else { unit(rest)? };
    let (rest, after) = opt(in_a_row).parse(rest)?;
    let consecutive = joined.is_some() || after.is_some();
    if times && (!consecutive || n < 2) {
        return Err(stop(input));
    }
    // "the second week of decline", not "of June".
    let way = rest.peek() == "of"
        && matches!(look_up(rest.peek_at(1)).noun, Some(Noun::Rise | Noun::Fall))
        && n > 1;
    let dated = matches!(rest.peek(), "of" | "in") && !consecutive && !way;
    let total = matches!((rest.peek(), rest.peek_at(1)), ("in", "all" | "total"));
    if (dated && !total) || (!consecutive && n < 2 && !total) {
        return Err(stop(input));
    }
    Ok((
        rest,
        WeeksRunning {
            weeks: Weeks::Exactly(n),
            ordinal: true,
            cumulative: !consecutive,
            consecutive,
            in_all: apart.is_some(),
            unit,
        },
    ))
}

/// `nine-week streak`, `nine week winning run`.
fn streak_noun(input: Tokens<'_>) -> Parsed<'_, WeeksRunning> {
    let (rest, number) = cardinal(input)?;
    let rest = if is_hyphen(rest.peek()) { rest.skip(1) } else { rest };
    let (rest, unit) = unit(rest)?;
    let (rest, _) = opt(word(words!["winning", "long", "unbroken", "growth", "losing"])).parse(rest)?;
    let (rest, _) = word(words!["streak", "run", "stretch", "spell", "string"]).parse(rest)?;
    Ok((
        rest,
        WeeksRunning {
            weeks: Weeks::Exactly(number),
            ordinal: false,
            cumulative: false,
            consecutive: true,
            in_all: false,
            unit,
        },
    ))
}

fn back_to_back(input: Tokens<'_>) -> Parsed<'_, WeeksRunning> {
    let (rest, unit) = preceded(phrase("back to back"), unit).parse(input)?;
    Ok((
        rest,
        WeeksRunning {
            weeks: Weeks::Exactly(2),
            ordinal: false,
            cumulative: false,
            consecutive: true,
            in_all: false,
            unit,
        },
    ))
}

fn in_a_row(input: Tokens<'_>) -> Parsed<'_, ()> {
    alt((
        phrase("in a row"),
        phrase("in succession"),
        phrase("on the trot"),
        phrase("on end"),
        value((), word(words!["running", "straight", "consecutively"])),
    ))
    .parse(input)
}

fn unit(input: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    let unit = match input.peek() {
        // One weekend a week: of a weekly table they are its weeks.
        "week" | "weeks" | "weekend" | "weekends" | "frame" | "frames" => TimeUnit::Week,
        "day" | "days" => TimeUnit::Day,
        "month" | "months" => TimeUnit::Month,
        "quarter" | "quarters" => TimeUnit::Quarter,
        "year" | "years" => TimeUnit::Year,
        _ => return Err(stop(input)),
    };
    Ok((input.skip(1), unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokenise;

    fn read(text: &str) -> Option<(Weeks, bool, bool, bool)> {
        let (mut lower, mut tokens) = (String::new(), Vec::new());
        tokenise(text, &mut lower, &mut tokens);
        let input = Tokens { text, lower: &lower, rest: &tokens };
        let (rest, found) = weeks(input).ok()?;
        Some((found.weeks, found.ordinal, found.cumulative, rest.is_empty()))
    }

    #[test]
    fn weeks_running_in_every_form() {
        for text in [
            "nine consecutive weeks", "for nine straight weeks", "nine weeks in a row", "9 weeks running",
            "for nine weeks", "a nine-week streak", "the past nine consecutive weeks",
        ] {
            assert_eq!(read(text), Some((Weeks::Exactly(9), false, false, true)), "{text}");
        }
        for text in ["for the ninth consecutive week", "a ninth straight week", "the 9th week in a row"] {
            assert_eq!(read(text), Some((Weeks::Exactly(9), true, false, true)), "{text}");
        }
        assert_eq!(read("for a sixth week"), Some((Weeks::Exactly(6), true, true, true)));
        assert_eq!(read("back-to-back weeks"), Some((Weeks::Exactly(2), false, false, true)));
        let five = Weeks::Range { low: 5, high: None };
        assert_eq!(read("for at least five consecutive weeks"), Some((five, false, false, true)));
    }

    #[test]
    fn what_is_not_a_streak() {
        for text in ["nine weeks", "the first week of June", "the second week of March", "nine models"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
