//! Times so far from another: `two days after November 1`, `a week before June
//! 22`, `the day before the election`'s kind only where the other is a date,
//! `two weeks from Friday`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::value;

use super::{When, date, relative, week};
use crate::en::phrase::quantity::TimeUnit;
use crate::token::{Parsed, Tokens, phrase, stop, word};

/// How many tokens on the word between both may stand: "more than two weeks
/// after".
const REACH: usize = 6;

/// Any of them, without a preposition.
pub(super) fn offset(input: Tokens<'_>) -> Parsed<'_, When> {
    let joint = |ahead| matches!(input.peek_at(ahead), "before" | "after" | "from" | "following" | "prior");
    if !(1..REACH).any(joint) {
        return Err(stop(input));
    }
    // "The week before June 22" is not told by a day.
    let (rest, (count, unit)) = match (input.peek(), input.peek_at(1)) {
        ("the", "day") => (input.skip(2), (1, TimeUnit::Day)),
        ("the", "week") => return beside_a_week(input.skip(2)),
        _ => {
            let (rest, (count, unit, hedge)) = relative::counted(input)?;
            if hedge != recount_model::Hedge::Bare {
                return Err(stop(rest));
            }
            (rest, (count, unit))
        }
    };
    let (rest, (before, from)) = alt((
        value((true, false), word(words!["before"])),
        value((true, false), phrase("prior to")),
        value((false, false), word(words!["after", "following"])),
        value((false, true), word(words!["from"])),
    ))
    .parse(rest)?;
    let (rest, of) = target(rest, from)?;
    Ok((rest, When::Offset { count, unit, before, of: Box::new(of) }))
}

/// `[the week] before the week of June 22`.
fn beside_a_week(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, before) =
        alt((value(true, word(words!["before"])), value(false, word(words!["after"])))).parse(input)?;
    let (rest, of) = week::named(rest)?;
    match of {
        When::WeekHolding(_) | When::WeekFrom(_) | When::WeekTo(_) | When::Days { .. } => {
            Ok((rest, When::Offset { count: 1, unit: TimeUnit::Week, before, of: Box::new(of) }))
        }
        _ => Err(stop(rest)),
    }
}

/// What it is told from: a date, a day near publication, a week that is named
/// by its days; behind "from", a weekday that is still to come.
fn target(input: Tokens<'_>, from: bool) -> Parsed<'_, When> {
    if from {
        let day =
            date::weekday(input.peek()).filter(|_| input.peek().len() > 5).ok_or_else(|| stop(input))?;
        return Ok((input.skip(1), When::Weekday { day, shift: 1 }));
    }
    let dated = |input| {
        let (rest, day) = date::day(input)?;
        Ok((rest, When::Day(day)))
    };
    if let Ok(found) = dated(input).or_else(|_: nom::Err<crate::token::Stop>| relative::day(input)) {
        return Ok(found);
    }
    let (rest, found) = week::named(input)?;
    match found {
        When::WeekHolding(_) | When::WeekFrom(_) | When::WeekTo(_) | When::Days { .. } => Ok((rest, found)),
        _ => Err(stop(rest)),
    }
}
