//! Ranges between ends of any kind: `today till tomorrow`, `between 2015 and
//! February 2018`, `from the week of June 1 to the week of June 22`.

use nom::Parser;
use nom::combinator::opt;

use super::date::{day, weekday, weekday_alone};
use super::{Block, Rule, When, YearRef, block, relative, week, weekday as days};
use crate::token::{Kind, Parsed, Tokens, is_dash, stop, word};

/// A range whose ends are written in two ways, or are days or weeks that are
/// told otherwise than by dates.
pub(super) fn between(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, lead) = opt(word(words!["from", "between"])).parse(input)?;
    let lead = lead.map_or("", |token| input.lower_of(token));
    let relative = weekday(rest.peek()).is_some()
        || super::date::month_name(rest.peek()).is_some()
        || matches!(
            rest.peek(),
            "today" | "yesterday" | "tomorrow" | "the" | "week" | "weeks" | "w" | "last" | "this" | "next"
        );
    if !relative && lead.is_empty() {
        return Err(stop(rest));
    }
    if let Ok(found) = weeks(rest, lead) {
        return Ok(found);
    }
    if let Ok((after, from)) = block::plain(rest)
        && let Some((after, now)) = until_now(after, lead)
    {
        return Ok((after, When::Through(Box::new(from), Box::new(now))));
    }
    let (rest, from) = end(rest)?;
    if !joins(rest, lead, &from) {
        return Err(stop(rest));
    }
    let (rest, mut to) = until_now(rest, lead).map_or_else(|| end(rest.skip(1)), Ok)?;
    // "next Monday to Friday": of the same week.
    if let (When::DayOf { day: first, of }, When::Weekday { day, shift: 0 }) = (&from, &to)
        && day.since(jiff::civil::Weekday::Monday) > first.since(jiff::civil::Weekday::Monday)
    {
        to = When::DayOf { day: *day, of: of.clone() };
    }
    match fits(&from, &to) {
        true => Ok((rest, When::Through(Box::new(from), Box::new(to)))),
        false => Err(stop(rest)),
    }
}

fn joins(rest: Tokens<'_>, lead: &str, from: &When) -> bool {
    match (lead, rest.peek()) {
        ("between", joint) => joint == "and",
        // "Monday to Friday" is a habit, "June 1 to today" is not.
        ("", joint) => {
            let habit = matches!(from, When::Weekday { shift: 0, .. });
            matches!(joint, "till" | "until" | "through" | "to") && !habit
        }
        (_, joint) => matches!(joint, "to" | "through" | "thru" | "until" | "till"),
    }
}

/// Ranges of two dates, and of two months or years, are read elsewhere, with
/// the year that they share.
fn fits(from: &When, to: &When) -> bool {
    let dated = |when: &When| matches!(when, When::Day(day) if day.month.is_some());
    let block = |when: &When| matches!(when, When::Block { .. });
    let year = |when: &When| matches!(when, When::Block { year: YearRef::Given(_), .. });
    match (block(from), block(to)) {
        (true, true) => false,
        (true, false) => year(from),
        (false, true) => year(to),
        (false, false) => !(dated(from) && dated(to)),
    }
}

fn end(input: Tokens<'_>) -> Parsed<'_, When> {
    const ENDS: [Rule<When>; 7] =
        [one_day, relative::day, days::numbered, weekday_alone, week_of, dated_block, told_weekday];
    super::longest(&ENDS, input)
}

/// `last Friday`, `this Sunday`.
fn told_weekday(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, found) = relative::modified(input)?;
    match found {
        When::Weekday { .. } | When::DayOf { .. } => Ok((rest, found)),
        _ => Err(stop(rest)),
    }
}

/// `to date`, `until now`: today.
fn until_now<'t>(rest: Tokens<'t>, lead: &str) -> Option<(Tokens<'t>, When)> {
    let now = match rest.peek_at(1) {
        "date" => rest.peek() == "to" && rest.peek_at(2) != "with",
        "now" => true,
        _ => false,
    };
    (now && lead == "from").then(|| (rest.skip(2), When::DaysAway(0)))
}

fn one_day(input: Tokens<'_>) -> Parsed<'_, When> {
    day(input).map(|(rest, day)| (rest, When::Day(day)))
}

/// `the week of June 1`, `that of June 1`, `week 31`.
fn week_of(input: Tokens<'_>) -> Parsed<'_, When> {
    if input.peek() == "that" && input.peek_at(1) == "of" {
        return day(input.skip(2)).map(|(rest, day)| (rest, When::WeekHolding(day)));
    }
    let (rest, found) = week::week(input)?;
    let week =
        matches!(found, When::WeekHolding(_) | When::IsoWeek { .. } | When::WeekFrom(_) | When::WeekTo(_));
    if week { Ok((rest, found)) } else { Err(stop(rest)) }
}

/// `2015`, `February 2018`.
fn dated_block(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, found) = block::plain(input)?;
    match &found {
        When::Block { block: Block::Year | Block::Month(_) | Block::Quarter(_), year: YearRef::Given(_) } => {
            Ok((rest, found))
        }
        _ => Err(stop(rest)),
    }
}

/// `weeks 31 to 35`, `weeks 10–12 of 2026`.
fn weeks<'t>(input: Tokens<'t>, lead: &str) -> Parsed<'t, When> {
    let (rest, _) = word(words!["weeks"]).parse(input)?;
    let (rest, first) = number(rest)?;
    let joint = rest.peek();
    // "weeks 40 and 41": two in a row.
    let pair = joint == "and" && number(rest.skip(1)).is_ok_and(|(_, last)| last == first + 1);
    let joined = match lead {
        "between" => joint == "and",
        "" if pair => true,
        _ => is_dash(joint) || matches!(joint, "to" | "through" | "thru" | "until" | "till"),
    };
    if !joined {
        return Err(stop(rest));
    }
    let (rest, last) = number(rest.skip(1))?;
    let (after, _) = opt(word(words!["of", ",", "in"])).parse(rest)?;
    let (rest, year) = match super::date::year(after) {
        Ok((rest, year)) => (rest, YearRef::Given(year)),
        Err(_) => (rest, YearRef::Missing),
    };
    let week = |week| Box::new(When::IsoWeek { week, year });
    if first < last { Ok((rest, When::Through(week(first), week(last)))) } else { Err(stop(rest)) }
}

fn number(input: Tokens<'_>) -> Parsed<'_, i8> {
    let token = input.first().filter(|token| token.kind == Kind::Number).ok_or_else(|| stop(input))?;
    let week = input.text_of(token).parse().ok().filter(|week| (1..=53).contains(week));
    let rest = input.skip(1);
    let open = rest.first().is_some_and(|next| next.glued && next.kind == Kind::Word);
    week.filter(|_| !open && rest.peek() != "%").map(|week| (rest, week)).ok_or_else(|| stop(rest))
}
