//! Days of a week: `Monday of last week`, `from Tuesday to Thursday`, `Friday
//! the 11th`, `the first Friday of July`.

use jiff::civil::Weekday;
use nom::Parser;
use nom::combinator::opt;

use super::date::{day_in_words, day_number, weekday};
use super::{Day, TimeUnit, When, YearRef, block, relative, week};
use crate::en::phrase::quantity::ordinal;
use crate::token::{Parsed, Tokens, is_dash, stop, word};

/// Any of them, without a preposition.
pub(super) fn weekday_of(input: Tokens<'_>) -> Parsed<'_, When> {
    match input.peek() {
        "last" | "this" | "next" | "previous" | "following" | "the" | "coming" => {
            super::longest(&[week_first, nth, span], input)
        }
        "from" | "between" => span(input),
        name if weekday(name).is_some() => super::longest(&[day_first, span, pair, numbered], input),
        "first" | "second" | "third" | "fourth" | "fifth" => nth(input),
        _ => Err(stop(input)),
    }
}

/// A weekday's name; abbreviations only where something shows what they are.
fn name(input: Tokens<'_>, short: bool) -> Parsed<'_, Weekday> {
    let found = weekday(input.peek()).filter(|_| short || input.peek().len() > 5);
    found.map(|day| (input.skip(1), day)).ok_or_else(|| stop(input))
}

/// A week that is told by its place: `last week`, `the week of June 22`.
fn a_week(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, found) = super::longest(&[relative::modified, relative::before, week::named], input)?;
    let week = match &found {
        When::Unit { unit, .. } | When::Previous(unit) | When::Forward { unit, count: 1 } => {
            *unit == TimeUnit::Week
        }
        When::Back { count: 1, unit, .. } => *unit == TimeUnit::Week,
        When::PastWeek | When::WeekHolding(_) | When::WeekFrom(_) | When::WeekTo(_) | When::Days { .. } => {
            true
        }
        _ => false,
    };
    if week { Ok((rest, found)) } else { Err(stop(rest)) }
}

fn of(day: Weekday, week: &When) -> When {
    When::DayOf { day, of: Box::new(week.clone()) }
}

/// `Monday of last week`, `Friday next week`.
fn day_first(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, day) = name(input, false)?;
    let (rest, of_week) = opt(word(words!["of", "in"])).parse(rest)?;
    let (rest, week) = a_week(rest)?;
    let told = matches!(week, When::Unit { .. } | When::PastWeek | When::Previous(_) | When::Back { .. });
    if of_week.is_none() && !told { Err(stop(rest)) } else { Ok((rest, of(day, &week))) }
}

/// `last week on Friday`, `this week from Tuesday to Thursday`.
fn week_first(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, week) = a_week(input)?;
    if let Ok((rest, (first, last))) = days(rest) {
        return Ok((rest, When::Through(Box::new(of(first, &week)), Box::new(of(last, &week)))));
    }
    let (rest, _) = opt(word(words!["on", "'s", "’s"])).parse(rest)?;
    let (rest, day) = name(rest, false)?;
    Ok((rest, of(day, &week)))
}

/// `from Monday to Friday`, `between Tuesday and Thursday`.
fn days(input: Tokens<'_>) -> Parsed<'_, (Weekday, Weekday)> {
    let (rest, lead) = opt(word(words!["from", "between"])).parse(input)?;
    let between = lead.is_some_and(|token| input.lower_of(token) == "between");
    let (rest, first) = name(rest, lead.is_some())?;
    let joint = rest.peek();
    let fits = match between {
        true => joint == "and",
        false => is_dash(joint) || matches!(joint, "to" | "through" | "thru" | "until" | "till"),
    };
    if !fits {
        return Err(stop(rest));
    }
    let (rest, last) = name(rest.skip(1), lead.is_some())?;
    Ok((rest, (first, last)))
}

/// `from Monday to Friday`, `Monday to Friday of last week`; without a word
/// that says when, days are only a habit ("open Monday to Friday"), "Monday
/// through Friday" apart.
fn span(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, (first, last)) = days(input)?;
    let after = opt(word(words!["of", "in"])).parse(rest)?.0;
    if let Ok((rest, week)) = a_week(after) {
        return Ok((rest, When::Through(Box::new(of(first, &week)), Box::new(of(last, &week)))));
    }
    // "Monday to Friday" may be a habit, or where something moved.
    let through = matches!(input.peek_at(1), "through" | "thru");
    if !matches!(input.peek(), "from" | "between") && !through {
        return Err(stop(rest));
    }
    let day = |day| Box::new(When::Weekday { day, shift: 0 });
    Ok((rest, When::Through(day(first), day(last))))
}

/// `Monday and Tuesday of last week`: two days, the second behind the first.
fn pair(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, first) = name(input, false)?;
    let (rest, _) = word(words!["and"]).parse(rest)?;
    let (rest, last) = name(rest, false)?;
    let (rest, _) = opt(word(words!["of", "in"])).parse(rest)?;
    let (rest, week) = a_week(rest)?;
    match last.since(first) {
        1 => Ok((rest, When::Through(Box::new(of(first, &week)), Box::new(of(last, &week))))),
        _ => Err(stop(rest)),
    }
}

/// `Friday the 11th`, `Thursday, the twenty-first`.
pub(super) fn numbered(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, weekday) = name(input, true)?;
    let (rest, _) = opt(word(words![","])).parse(rest)?;
    let (rest, _) = word(words!["the"]).parse(rest)?;
    let (rest, day) = match day_number(rest) {
        Ok((rest, (day, true))) => (rest, day),
        _ => day_in_words(rest)?,
    };
    Ok((rest, When::Day(Day { year: YearRef::Missing, month: None, day, weekday: Some(weekday) })))
}

/// `the first Friday of July`, `the last Monday in this month`.
fn nth(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = opt(word(words!["the"])).parse(input)?;
    let (rest, nth) = match rest.peek() {
        "last" => (rest.skip(1), -1),
        _ => {
            let (after, n) = ordinal(rest)?;
            (after, i8::try_from(n).ok().filter(|n| *n <= 5).ok_or_else(|| stop(rest))?)
        }
    };
    let (rest, day) = name(rest, false)?;
    let (rest, _) = word(words!["of", "in"]).parse(rest)?;
    let (rest, of) = block::plain(rest)?;
    Ok((rest, When::NthWeekday { nth, day, of: Box::new(of) }))
}
