//! Weeks: `the week of June 22`, `the week ended Sunday`, `week 26 of 2026`,
//! `the first week of June`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};

use super::date::{day_of_week, year};
use super::days::days;
use super::{Block, Part, When, YearRef, block};
use crate::en::lexicon::Starts;
use crate::en::phrase::quantity::{TimeUnit, cardinal, ordinal, unit_of_time};
use crate::token::{Kind, Parsed, Tokens, is_hyphen, phrase, stop, word};

/// Any week that is named by its days or its number.
pub(super) fn week(input: Tokens<'_>) -> Parsed<'_, When> {
    // "June's last week" is more than "June".
    if let Ok(found) = possessed(input) {
        return Ok(found);
    }
    let first = super::opening(input);
    if first.any(Starts::ORDINAL) {
        return super::longest(&[named, numbered, nth, edge, units_to], input);
    }
    if first.any(Starts::UNIT) {
        return super::longest(&[named, numbered, units_to], input);
    }
    super::longest(&[named, numbered, nth, edge], input)
}

/// `the week of June 22`, `the week ended June 28`, `the seven days to June
/// 28`, `the week June 22–28`.
pub(super) fn named(input: Tokens<'_>) -> Parsed<'_, When> {
    if let Some(found) = abbreviated(input) {
        return Ok(found);
    }
    let (rest, _) = opt(word(words!["the", "a", "its", "that", "this"])).parse(input)?;
    let (rest, _) = opt(word(words![
        "full", "reporting", "tracking", "trading", "calendar", "chart", "survey", "sales", "latest",
        "statistical", "holiday",
    ]))
    .parse(rest)?;
    // "the previous week ended June 28": that one.
    let dated = rest.peek_at(1) == "week" && matches!(rest.peek_at(2), "ended" | "ending");
    let rest = rest.skip(usize::from(dated && matches!(rest.peek(), "previous" | "prior")));
    let (rest, ()) = seven_days(rest)?;
    let (rest, _) = opt(word(words![","])).parse(rest)?;
    if let Ok(found) = of(rest) {
        return Ok(found);
    }
    if let Ok((rest, ())) = ended(rest) {
        let (rest, day) = day_of_week(rest)?;
        return Ok((rest, When::WeekTo(Box::new(day))));
    }
    // "A week from Friday" is still to come.
    let ahead = rest.peek() == "from" && matches!(input.peek(), "a" | "one");
    if let Ok((rest, ())) = began(rest).and_then(|found| if ahead { Err(stop(rest)) } else { Ok(found) }) {
        if let Ok(found) = days(rest) {
            return Ok(found);
        }
        let (rest, day) = day_of_week(rest)?;
        return Ok((rest, When::WeekFrom(Box::new(day))));
    }
    days(rest)
}

/// `the four weeks to June 28`, `the 12 months ended June`, `the year to March
/// 2026`.
fn units_to(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, the) = opt(word(words!["the"])).parse(input)?;
    // "a two-week period ending June 28".
    let article = input.peek() == "a" && matches!(input.peek_at(4), "period" | "stretch" | "span");
    let (rest, the) = if article { (input.skip(1), input.first()) } else { (rest, the) };
    let ended_unit = matches!(input.peek(), "year" | "quarter" | "month")
        && matches!(input.peek_at(1), "ended" | "ending");
    if the.is_none() && !ended_unit && !input.first().is_some_and(|token| token.kind == Kind::Number) {
        return Err(stop(input));
    }
    let (rest, count) = cardinal(rest).unwrap_or((rest, 1));
    let rest = rest.skip(usize::from(count > 1 && is_hyphen(rest.peek())));
    let unit = unit_of_time(rest.peek()).filter(|unit| count > 1 || *unit > TimeUnit::Week);
    let unit = unit.ok_or_else(|| stop(rest))?;
    let rest = rest.skip(1);
    let (rest, _) = opt(word(words!["period", "stretch", "span"])).parse(rest)?;
    if let (Ok((after, ())), true) = (began(rest), count > 1) {
        let (rest, day) = day_of_week(after)?;
        return Ok((rest, When::UnitsFrom { count, unit, from: Box::new(day) }));
    }
    let (rest, ()) = ended(rest)?;
    if let Ok((rest, day)) = day_of_week(rest) {
        return Ok((rest, When::UnitsTo { count, unit, to: Box::new(day) }));
    }
    // "to end-June" is to June.
    let end = rest.peek() == "end" && is_hyphen(rest.peek_at(1));
    let (rest, of) = block::plain(rest.skip(if end { 2 } else { 0 }))?;
    match &of {
        When::Block { block: Block::Month(_), .. } => {
            Ok((rest, When::UnitsTo { count, unit, to: Box::new(of) }))
        }
        _ => Err(stop(rest)),
    }
}

/// `w/c 22 June`, `w/e 28 June`.
fn abbreviated(input: Tokens<'_>) -> Option<(Tokens<'_>, When)> {
    if input.peek() != "w" || input.peek_at(1) != "/" {
        return None;
    }
    let (rest, day) = day_of_week(input.skip(3)).ok()?;
    match input.peek_at(2) {
        "c" | "b" => Some((rest, When::WeekFrom(Box::new(day)))),
        "e" => Some((rest, When::WeekTo(Box::new(day)))),
        _ => None,
    }
}

fn seven_days(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, ()) = alt((
        value((), word(words!["week"])),
        phrase("seven day"),
        phrase("7 day"),
        phrase("seven days"),
        phrase("7 days"),
    ))
    .parse(input)?;
    let (rest, _) = opt(word(words!["period", "window", "stretch", "span"])).parse(rest)?;
    Ok((rest, ()))
}

fn of(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = word(words!["of", "containing", "including"]).parse(input)?;
    if let Ok(found) = days(rest) {
        return Ok(found);
    }
    match day_of_week(rest)? {
        (rest, When::Day(day)) => Ok((rest, When::WeekHolding(day))),
        (rest, weekday) => Ok((rest, When::WeekFrom(Box::new(weekday)))),
    }
}

fn ended(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, _) = opt(word(words!["that", "which"])).parse(input)?;
    let (rest, ()) = alt((
        phrase("up to"),
        value((), word(words!["ended", "ending", "ends", "to", "through", "until", "till", "closing"])),
    ))
    .parse(rest)?;
    Ok((rest, ()))
}

fn began(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, _) = opt(word(words!["that", "which"])).parse(input)?;
    let words = &["beginning", "starting", "commencing", "from", "began", "started", "begins", "starts"];
    let (rest, _) = word(words).parse(rest)?;
    Ok((rest, ()))
}

/// `week 26 of 2026`, `ISO week 26`, `2026-W26`, `W26`, `the 26th week of 2026`.
fn numbered(input: Tokens<'_>) -> Parsed<'_, When> {
    if let Some(found) = iso(input).or_else(|| year_first(input)) {
        return Ok(found);
    }
    let (rest, _) = opt(word(words!["the"])).parse(input)?;
    if let Ok((rest, nth)) = ordinal(rest) {
        let (rest, _) = phrase("week of").parse(rest)?;
        let (rest, year) = whole_year(rest)?;
        return number(input, rest, nth, year);
    }
    let (rest, _) = opt(word(words!["iso", "calendar"])).parse(rest)?;
    let (rest, name) = word(words!["week", "wk", "w", "cw"]).parse(rest)?;
    if let Some(found) = iso(rest) {
        return Ok(found);
    }
    let glued = rest.first().is_some_and(|token| token.glued);
    // "CW 26", but "CW 26 million viewers".
    let counted = || crate::en::phrase::quantity::is_unit_or_scale(rest.skip(1));
    let capitals = || input.text_of(name) == "CW" && !counted();
    if matches!(input.lower_of(name), "w" | "cw") && !glued && !capitals() {
        return Err(stop(rest));
    }
    let (rest, _) = opt(alt((phrase("no ."), phrase("no"), phrase("number"), phrase("#")))).parse(rest)?;
    let (rest, week) = digits(rest)?;
    let (after, _) = opt(word(words!["of", ",", "in"])).parse(rest)?;
    match whole_year(after) {
        Ok((rest, year)) => number(input, rest, week, year),
        Err(_) => number(input, rest, week, YearRef::Missing),
    }
}

/// `2026 week 26`, `2026, week 26`.
fn year_first(input: Tokens<'_>) -> Option<(Tokens<'_>, When)> {
    input.first().filter(|token| token.kind == Kind::Number)?;
    let (rest, found) = year(input).ok()?;
    let rest = rest.skip(usize::from(rest.peek() == ","));
    let (rest, _) = word(words!["week"]).parse(rest).ok()?;
    let (rest, week) = digits(rest).ok()?;
    number(input, rest, week, YearRef::Given(found)).ok()
}

fn digits(input: Tokens<'_>) -> Parsed<'_, u32> {
    let token = input.first().filter(|token| token.kind == Kind::Number).ok_or_else(|| stop(input))?;
    let n = input.text_of(token).parse().map_err(|_| stop(input))?;
    let rest = input.skip(1);
    let glued = rest.first().is_some_and(|next| next.glued && next.kind != Kind::Symbol);
    if glued || rest.peek() == "%" { Err(stop(rest)) } else { Ok((rest, n)) }
}

fn whole_year(input: Tokens<'_>) -> Parsed<'_, YearRef> {
    if let Ok((rest, year)) = year(input) {
        return Ok((rest, YearRef::Given(year)));
    }
    alt((
        value(YearRef::Relative(-1), phrase("last year")),
        value(YearRef::Relative(0), phrase("this year")),
        value(YearRef::Relative(0), phrase("the year")),
    ))
    .parse(input)
}

fn number<'t>(input: Tokens<'t>, rest: Tokens<'t>, week: u32, year: YearRef) -> Parsed<'t, When> {
    match i8::try_from(week) {
        Ok(week @ 1..=53) => Ok((rest, When::IsoWeek { week, year })),
        _ => Err(stop(input)),
    }
}

/// `2026-W26`.
fn iso(input: Tokens<'_>) -> Option<(Tokens<'_>, When)> {
    let dashed = usize::from(is_hyphen(input.peek_at(1)));
    let first = input.rest.first()?;
    let [letter, week, ..] = input.rest.get(1 + dashed..)? else {
        return None;
    };
    let glued = input.rest.get(1..3 + dashed)?.iter().all(|token| token.glued);
    if !glued || input.lower_of(*letter) != "w" {
        return None;
    }
    let year: i16 = input.text_of(*first).parse().ok().filter(|year| (1900..=2100).contains(year))?;
    let week: i8 = input.text_of(*week).parse().ok().filter(|week| (1..=53).contains(week))?;
    Some((input.skip(3 + dashed), When::IsoWeek { week, year: YearRef::Given(year) }))
}

/// `the first week of June`, `the last full week of the month`.
fn nth(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = opt(word(words!["the", "its"])).parse(input)?;
    let (rest, (nth, full)) = which_week(rest)?;
    let (rest, of) = opt(word(words!["of", "in"])).parse(rest)?;
    // "for the third week this year" counts weeks.
    if of.is_none() && rest.peek() != "next" {
        return Err(stop(rest));
    }
    let (rest, of) = block::plain(rest)?;
    Ok((rest, nth_of(nth, full, of)))
}

fn nth_of(nth: i8, full: bool, of: When) -> When {
    match of {
        // Of a year, weeks are counted as the calendar does.
        When::Block { block: Block::Year, year } if nth > 0 && !full => When::IsoWeek { week: nth, year },
        of => When::NthWeek { nth, full, of: Box::new(of) },
    }
}

/// `first week`, `last full week`: which one, and whether it must be a whole one.
fn which_week(input: Tokens<'_>) -> Parsed<'_, (i8, bool)> {
    let (rest, nth) = alt((
        value(-1, word(words!["last", "final", "closing"])),
        value(1, word(words!["opening"])),
        |input| {
            let (rest, n) = ordinal(input)?;
            i8::try_from(n).ok().filter(|n| *n <= 5).map(|n| (rest, n)).ok_or_else(|| stop(input))
        },
    ))
    .parse(input)?;
    let (rest, full) = opt(word(words!["full", "whole", "complete"])).parse(rest)?;
    let (rest, _) = word(words!["week"]).parse(rest)?;
    Ok((rest, (nth, full.is_some())))
}

/// `June's last week`, `last month's second week`.
fn possessed(input: Tokens<'_>) -> Parsed<'_, When> {
    if !(1..4).any(|ahead| matches!(input.peek_at(ahead), "'s" | "’s")) {
        return Err(stop(input));
    }
    let (rest, of) = block::plain(input)?;
    let (rest, _) = word(words!["'s", "’s"]).parse(rest)?;
    let (rest, (nth, full)) = which_week(rest)?;
    Ok((rest, nth_of(nth, full, of)))
}

/// `the first half of June`, `the first three months of 2026`, `the last ten
/// days of June`.
fn edge(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = opt(word(words!["the", "its"])).parse(input)?;
    let (rest, first) = alt((
        value(Some(true), word(words!["first", "opening"])),
        value(Some(false), word(words!["last", "final", "closing"])),
        value(None, word(words!["second", "latter"])),
    ))
    .parse(rest)?;
    if rest.peek() == "half" && rest.peek_at(1) == "of" {
        let (rest, of) = block::plain(rest.skip(2))?;
        let part = if first == Some(true) { Part::FirstHalf } else { Part::SecondHalf };
        if let When::Block { block: Block::Year, year } = of {
            let half = if part == Part::FirstHalf { 1 } else { 2 };
            return Ok((rest, When::Block { block: Block::Half(half), year }));
        }
        return Ok((rest, When::Part { part, of: Box::new(of) }));
    }
    let first = first.ok_or_else(|| stop(rest))?;
    // "The first day", "the last month"; of weeks, those of the calendar count.
    let (rest, count) = match rest.peek() {
        "day" | "month" => (rest, 1),
        _ => cardinal(rest)?,
    };
    let unit = unit_of_time(rest.peek()).filter(|unit| *unit != TimeUnit::Year && count <= 400);
    let unit = unit.ok_or_else(|| stop(rest))?;
    let (rest, _) = word(words!["of", "in"]).parse(rest.skip(1))?;
    let (rest, of) = block::plain(rest)?;
    Ok((rest, When::Edge { first, count, unit, of: Box::new(of) }))
}
