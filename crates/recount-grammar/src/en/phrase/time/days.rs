//! Ranges of days: `June 22–28`, `22 to 28 June`, `between March 2 and 8`.

use nom::Parser;
use nom::combinator::opt;

use super::date::{day, day_first, day_number, is_amount, is_capital, month, month_first, year_behind};
use super::mixed::between;
use super::numeric::days_in;
use super::{Day, When, YearRef};
use crate::en::lexicon::Starts;
use crate::token::{Kind, Parsed, Token, Tokens, is_dash, stop, word};

/// `31.1.` before a dash: the first day of a range.
fn dotted_day(input: Tokens<'_>) -> Parsed<'_, Day> {
    let [both, point, dash, ..] = input.rest else {
        return Err(stop(input));
    };
    let (day, month) = input.text_of(*both).split_once('.').unwrap_or(("", ""));
    let joined = point.glued && input.text_of(*point) == "." && is_dash(input.text_of(*dash));
    match (day.parse(), month.parse()) {
        (Ok(day @ 1..=31), Ok(month @ 1..=12)) if joined => Ok((input.skip(2), missing(month, day))),
        _ => Err(stop(input)),
    }
}

/// `6/22`: only where a range or a week says that it is a date.
pub(super) fn month_slash_day(input: Tokens<'_>) -> Parsed<'_, Day> {
    let [a, slash, b, ..] = input.rest else {
        return Err(stop(input));
    };
    let joined = input.text_of(*slash) == "/" && slash.glued && b.glued;
    let small = |token: &Token| input.text_of(*token).parse::<i8>().ok();
    let rest = input.skip(3);
    let open =
        rest.first().is_some_and(|next| next.glued && (next.kind != Kind::Symbol || rest.peek() == "/"));
    match (small(a), small(b)) {
        (Some(x @ 1..=12), Some(y @ 1..=31)) if joined && !open => Ok((rest, missing(x, y))),
        (Some(x @ 13..=31), Some(y @ 1..=12)) if joined && !open => Ok((rest, missing(y, x))),
        _ => Err(stop(input)),
    }
}

const fn missing(month: i8, day: i8) -> Day {
    Day { year: YearRef::Missing, month: Some(month), day, weekday: None }
}

/// `June 22`, `June 22–28`, `March 30 to April 5, 2026`, `22–28 June`.
pub(super) fn days_or_day(input: Tokens<'_>) -> Parsed<'_, When> {
    let dates = Starts::MONTH.and(Starts::WEEKDAY).and(Starts::ORDINAL);
    let lead = matches!(input.peek(), "from" | "between");
    match (lead || super::opening(input).any(dates), is_joined(input)) {
        (true, true) => {
            super::longest(&[one_day, days, days_between, pair, days_in, between, span_of_days], input)
        }
        (true, false) => super::longest(&[one_day, days, days_between, pair, days_in, span_of_days], input),
        (false, true) => between(input),
        (false, false) => Err(stop(input)),
    }
}

/// `the March 9–15 window`, `that same March 9–15 period`.
fn span_of_days(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, the) = opt(word(words!["the", "that", "this"])).parse(input)?;
    let (rest, same) = opt(word(words!["same", "latest", "most-recent"])).parse(rest)?;
    let (rest, found) = days(rest)?;
    match rest.peek() {
        "window" | "period" | "span" | "stretch" | "timeframe" | "interval" | "frame" | "week"
            if matches!(found, When::Days { .. }) =>
        {
            Ok((rest.skip(1), found))
        }
        // "that same March 9–15".
        _ if the.is_some() && same.is_some() => Ok((rest, found)),
        _ => Err(stop(rest)),
    }
}

/// Does a word that joins the ends of a range stand close by?
fn is_joined(input: Tokens<'_>) -> bool {
    let near = input.rest.get(..2 * super::REACH).unwrap_or(input.rest);
    let numbers = input.peek() == "weeks";
    near.iter().any(|token| {
        (numbers || token.kind == Kind::Word)
            && (token.starts.any(Starts::JOINT) || matches!(input.lower_of(*token), "and" | "until" | "till"))
    })
}

/// `June between 22 and 28`, `Feb between 2-7, 2026`.
fn days_between(input: Tokens<'_>) -> Parsed<'_, When> {
    if input.peek_at(1) != "between" || !is_capital(input) {
        return Err(stop(input));
    }
    let (rest, month) = month(input)?;
    let (rest, (first, _)) = day_number(rest.skip(1))?;
    if rest.peek() != "and" && !is_dash(rest.peek()) {
        return Err(stop(rest));
    }
    let (rest, (last, suffixed)) = day_number(rest.skip(1))?;
    if first >= last || !suffixed && is_amount(rest) {
        return Err(stop(rest));
    }
    let (rest, year) = year_behind(rest);
    let day = |day| Day { year, month: Some(month), day, weekday: None };
    Ok((rest, When::Days { from: day(first), to: day(last) }))
}

/// `June 22 and 23`, `22 and 23 June`: two days, the second behind the first.
fn pair(input: Tokens<'_>) -> Parsed<'_, When> {
    if let Ok((rest, (first, _))) = day_number(input)
        && rest.peek() == "and"
    {
        let (rest, to) = day_first(rest.skip(1))?;
        let from = Day { day: first, weekday: None, ..to };
        return if first + 1 == to.day { Ok((rest, When::Days { from, to })) } else { Err(stop(rest)) };
    }
    let (rest, from) = month_first(input)?;
    let (rest, _) = word(words!["and"]).parse(rest)?;
    let (rest, _) = opt(word(words!["the"])).parse(rest)?;
    let (rest, (last, suffixed)) = day_number(rest)?;
    let (after, year) = year_behind(rest);
    // "June 22 and 23 models" is a day and a count.
    let ends =
        suffixed || year != YearRef::Missing || rest.first().is_none_or(|next| next.kind == Kind::Symbol);
    if last != from.day + 1 || !ends || is_amount(rest) {
        return Err(stop(rest));
    }
    let to = Day { year, day: last, weekday: None, ..from };
    Ok((after, When::Days { from: Day { weekday: None, ..from }, to }))
}

fn one_day(input: Tokens<'_>) -> Parsed<'_, When> {
    day(input).map(|(rest, day)| (rest, When::Day(day)))
}

/// A range of days. Its ends may be set apart by a dash, "to" or "through".
pub(super) fn days(input: Tokens<'_>) -> Parsed<'_, When> {
    range(input, |rest| {
        is_dash(rest.peek()) || matches!(rest.peek(), "to" | "through" | "thru" | "until" | "till")
    })
}

fn range<'t>(input: Tokens<'t>, joins: impl Fn(Tokens<'t>) -> bool + Copy) -> Parsed<'t, When> {
    let first = super::longest(&[day, month_slash_day, dotted_day], input);
    if let Ok((rest, from)) = first {
        let iso = from.weekday.is_none() && rest.peek() == "/";
        if joins(rest) || iso {
            // "through to June 28".
            let behind = rest.skip(1 + usize::from(rest.peek() == "through" && rest.peek_at(1) == "to"));
            let (after, found) = second_end(behind, from)?;
            return Ok((after, one_order(found, order(input), order(behind))));
        }
    }
    // "22–28 June 2026": the first end is a number alone.
    let (rest, _) = opt(word(words!["the"])).parse(input)?;
    let (rest, (first, _)) = day_number(rest)?;
    if !joins(rest) {
        return Err(stop(rest));
    }
    let (rest, to) = super::longest(&[day_first, month_first], rest.skip(1))?;
    let from = Day { day: first, weekday: None, ..to };
    if first >= to.day { Err(stop(rest)) } else { Ok((rest, When::Days { from, to })) }
}

/// Which comes first in a date of figures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Day,
    Month,
    /// It may be either.
    Either,
}

/// The order of `30/05/2026` or `5/30`; `None` where it is no such date.
fn order(input: Tokens<'_>) -> Option<Order> {
    let [a, sign, b, ..] = input.rest else { return None };
    let small =
        |token: &Token| input.text_of(*token).parse::<i8>().ok().filter(|_| token.end - token.start <= 2);
    let joined = matches!(input.text_of(*sign), "/" | "-") && sign.glued && b.glued;
    match (small(a)?, small(b)?) {
        _ if !joined => None,
        (13.., _) => Some(Order::Day),
        (_, 13..) => Some(Order::Month),
        _ => Some(Order::Either),
    }
}

/// "30/05/2026 to 05/06/2026": both ends are written in one order.
fn one_order(found: When, first: Option<Order>, last: Option<Order>) -> When {
    let swapped = |day: Day| match day.month {
        Some(month) => Day { day: month, month: Some(day.day), ..day },
        None => day,
    };
    match (found, first, last) {
        (When::Days { from, to }, Some(Order::Day), Some(Order::Either)) => {
            When::Days { from, to: swapped(to) }
        }
        (When::Days { from, to }, Some(Order::Either), Some(Order::Day)) => {
            When::Days { from: swapped(from), to }
        }
        (found, ..) => found,
    }
}

fn second_end(input: Tokens<'_>, from: Day) -> Parsed<'_, When> {
    let end = super::longest(&[day, month_slash_day], input);
    if let Ok((rest, to)) = end {
        // "1/4 and 1/2" are parts, if anything.
        let slashes =
            from.year == YearRef::Missing && month_slash_day(input).is_ok_and(|(end, _)| end == rest);
        if slashes && from.month == to.month && from.day >= to.day {
            return Err(stop(rest));
        }
        return Ok((rest, When::Days { from, to }));
    }
    // "June 22–28": the second end is a number alone.
    let (rest, _) = opt(word(words!["the"])).parse(input)?;
    let (rest, (day, suffixed)) = day_number(rest)?;
    if day <= from.day || (!suffixed && is_amount(rest)) {
        return Err(stop(rest));
    }
    let (rest, year) = year_behind(rest);
    let to = Day { year, day, weekday: None, ..from };
    Ok((rest, When::Days { from, to }))
}

/// `from March 2 to March 8`, `between March 2 and 8`, `from January to
/// March`, `the period from …`.
pub(super) fn from_to(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = opt(word(words!["the"])).parse(input)?;
    let (rest, period) = opt(word(words!["period", "week", "days", "stretch"])).parse(rest)?;
    let (rest, of) = opt(word(words!["from", "between", "of", "running"])).parse(rest)?;
    let lead = of.map_or("", |token| input.lower_of(token));
    let (rest, _) = opt(word(words!["from"])).parse(rest)?;
    match (lead, period) {
        ("between", _) => longest_range(rest, |rest| rest.peek() == "and"),
        ("from" | "running", _) => longest_range(rest, |rest| {
            is_dash(rest.peek()) || matches!(rest.peek(), "to" | "through" | "thru" | "until" | "till")
        }),
        // "the week of June 22–28" is read as a week.
        ("of" | "", Some(period)) if input.lower_of(period) != "week" => days(rest),
        _ => Err(stop(input)),
    }
}

fn longest_range<'t>(input: Tokens<'t>, joins: impl Fn(Tokens<'t>) -> bool + Copy) -> Parsed<'t, When> {
    let (days, blocks) = (range(input, joins), super::block::range(input, joins));
    match (days, blocks) {
        (Ok(days), Ok(blocks)) => Ok(if blocks.0.len() < days.0.len() { blocks } else { days }),
        (Ok(found), Err(_)) | (Err(_), Ok(found)) => Ok(found),
        (Err(error), Err(_)) => Err(error),
    }
}
