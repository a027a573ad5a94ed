//! Times: dates, weeks, ranges and relative times, with the preposition that
//! says what they are for, and the days that they mean.

mod ahead;
mod block;
mod calendar;
mod compound;
mod date;
mod days;
mod decade;
mod duration;
mod mixed;
mod numeric;
mod offset;
mod open;
mod relative;
mod resolve;
mod season;
#[cfg(test)]
mod tests;
mod week;
mod weekday;
mod when;
mod whole;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};

use super::quantity::{TimeUnit, unit_of_time};
use crate::en::lexicon::Starts;
use crate::token::{Kind, Parsed, Token, Tokens, is_hyphen, phrase, stop, word};

pub use self::duration::{Duration, duration};
pub use self::numeric::days_of_a_month;
pub(crate) use self::open::{is_open, open_week, weeks_after};
pub use self::resolve::{Resolved, TimeContext};
pub use self::when::{Block, Day, Part, Role, Time, When, YearRef};

/// The longest time from here on, with its preposition where it has one.
///
/// Reads: `June 22`, `in the week of June 22–28`, `last week`, `week-on-week`,
/// `compared with a year earlier`, `since late February`, `as of June 28`, `by
/// the end of 2025`, `in three weeks`, `Q2 2026`, `2026-W26`.
///
/// Does not read: `for nine weeks` (a streak), `may` the verb, a bare year,
/// `times of day`, `a third week`.
///
/// # Errors
/// Where no time starts.
pub fn time(input: Tokens<'_>) -> Parsed<'_, Time> {
    let Some(first) = input.first().filter(|token| token.kind != Kind::Symbol) else {
        return Err(stop(input));
    };
    if first.kind == Kind::Number && date::continues(input) {
        return Err(stop(input));
    }
    if let ("back" | "at", Ok(found)) = (input.peek(), then(input)) {
        return Ok(found);
    }
    if !first.starts.any(Starts::TIME) || !has_calendar(input) {
        return Err(stop(input));
    }
    match input.peek() {
        "in" | "during" | "for" | "at" | "throughout" | "across" | "around" | "within" | "since"
        | "until" | "till" | "through" | "thru" | "by" => prepositioned(input),
        "on" | "over" => longest(&[over, base, prepositioned], input),
        // "when compared to the same week of 2019".
        "when" if input.peek_at(1) == "compared" => base(input.skip(1)),
        "compared" | "relative" | "vs" | "versus" | "against" | "than" => base(input),
        "from" | "as" | "up" => longest(&[base, prepositioned, bare], input),
        _ => longest(&[over, bare], input),
    }
    .and_then(whole)
}

/// Not "the last week and a half".
fn whole<'t>((rest, time): (Tokens<'t>, Time)) -> Parsed<'t, Time> {
    let half = rest.peek() == "and" && rest.peek_at(1) == "a" && rest.peek_at(2) == "half";
    if half { Err(stop(rest)) } else { Ok((rest, time)) }
}

/// `back then`, `at that time`, `at the time`, where nothing behind it says when that was.
fn then(input: Tokens<'_>) -> Parsed<'_, Time> {
    let (rest, ()) =
        alt((phrase("back then"), phrase("at that time"), phrase("at the time"))).parse(input)?;
    let next = rest.skip(usize::from(rest.peek() == ","));
    let told = matches!(next.peek(), "in" | "during" | "on" | "around" | "early" | "late");
    let more = matches!(rest.peek(), "of" | "when" | "that" | "being");
    if told || more { Err(stop(rest)) } else { Ok((rest, Time { role: Role::At, when: When::Then })) }
}

/// How many tokens on the word that makes a phrase a time may stand.
const REACH: usize = 9;

/// Does a word of the calendar, a year or a date in figures stand close by,
/// before a word that stands in no time? A quick test before anything is tried.
fn has_calendar(input: Tokens<'_>) -> bool {
    for (ahead, token) in input.rest.iter().take(REACH).enumerate() {
        let found = match token.kind {
            Kind::Word => token.starts.any(Starts::CALENDAR),
            Kind::Number => is_dated(input.skip(ahead)),
            Kind::Symbol => false,
        };
        if found {
            return true;
        }
        if token.kind == Kind::Word && !token.starts.any(Starts::WITHIN) {
            return false;
        }
    }
    false
}

/// Does a number start a date in figures, is it a year, a decade or the number of
/// a day?
fn is_dated(input: Tokens<'_>) -> bool {
    let Some(number) = input.first() else { return false };
    let joint = matches!(input.peek_at(1), "/" | "-" | "." | "s" | "'s" | "’s" | "–" | "w");
    let year_behind = || {
        let year = input.skip(2).first().is_some_and(|next| is_number(&next) && next.end - next.start == 4);
        input.peek_at(1) == "/" && year
    };
    matches!(number.end - number.start, 4 | 8)
        || year_behind()
        || joint && input.rest.get(1).is_some_and(|next| next.glued)
        || is_ordinal_day(input)
}

/// `22nd`, a day of the month or the number of a week.
fn is_ordinal_day(input: Tokens<'_>) -> bool {
    matches!(input.peek_at(1), "st" | "nd" | "rd" | "th")
}

/// A parser of one form.
type Rule<T> = for<'a> fn(Tokens<'a>) -> Parsed<'a, T>;

/// Reads with each parser and keeps what leaves the least.
fn longest<'t, T>(parsers: &[Rule<T>], input: Tokens<'t>) -> Parsed<'t, T> {
    let mut best: Option<(Tokens<'t>, T)> = None;
    for parse in parsers {
        if let Ok((rest, found)) = parse(input)
            && best.as_ref().is_none_or(|(left, _)| rest.len() < left.len())
        {
            best = Some((rest, found));
        }
    }
    best.ok_or_else(|| stop(input))
}

/// `week over week`, `WoW`, `y/y`, `sequentially`, `on a weekly basis`.
fn over(input: Tokens<'_>) -> Parsed<'_, Time> {
    use TimeUnit::{Day, Month, Quarter, Week, Year};
    let word = input.peek();
    let short = match (input.first().map_or("", |token| input.text_of(token)), word) {
        // "Wow" and "mom" are words.
        ("WoW" | "WOW", _) => Some(Week),
        ("MoM" | "MOM", _) => Some(Month),
        ("DoD", _) => Some(Day),
        (_, "yoy") => Some(Year),
        (_, "qoq") => Some(Quarter),
        (_, "sequentially") => Some(Week),
        _ => None,
    };
    if let Some(unit) = short {
        return Ok((input.skip(1), base_back(unit)));
    }
    if let Some(found) = lettered(input) {
        return Ok(found);
    }
    if word == "on" {
        let (rest, _) = phrase("on a").or(phrase("on an")).parse(input)?;
        let unit = match rest.peek() {
            "daily" => Day,
            "weekly" => Week,
            "monthly" => Month,
            "quarterly" => Quarter,
            "yearly" | "annual" | "annualised" | "annualized" => Year,
            _ => return Err(stop(rest)),
        };
        let (rest, ()) = phrase("basis").parse(rest.skip(1))?;
        return Ok((rest, base_back(unit)));
    }
    let unit = unit_of_time(word).ok_or_else(|| stop(input))?;
    let hyphen = |rest: Tokens<'_>| usize::from(is_hyphen(rest.peek()));
    let rest = input.skip(1);
    let rest = rest.skip(hyphen(rest));
    let (rest, _) = crate::token::word(words!["over", "on", "to"]).parse(rest)?;
    let rest = rest.skip(hyphen(rest));
    match unit_of_time(rest.peek()) {
        // "week to week" is no base; "year to date" is read elsewhere.
        Some(again) if again == unit && !input.peek().ends_with('s') => Ok((rest.skip(1), base_back(unit))),
        _ => Err(stop(rest)),
    }
}

const fn base_back(unit: TimeUnit) -> Time {
    Time { role: Role::Base, when: When::back(1, unit) }
}

/// `w/w`, `y/y`, `y-o-y`, `w-o-w`.
fn lettered(input: Tokens<'_>) -> Option<(Tokens<'_>, Time)> {
    let unit = match input.peek() {
        "d" => TimeUnit::Day,
        "w" => TimeUnit::Week,
        "m" => TimeUnit::Month,
        "q" => TimeUnit::Quarter,
        "y" => TimeUnit::Year,
        _ => return None,
    };
    let letter = input.peek();
    if input.peek_at(1) == "/" && input.peek_at(2) == letter {
        return Some((input.skip(3), base_back(unit)));
    }
    let joined = is_hyphen(input.peek_at(1)) && is_hyphen(input.peek_at(3));
    let fits = joined && matches!(input.peek_at(2), "o" | "on" | "over") && input.peek_at(4) == letter;
    fits.then(|| (input.skip(5), base_back(unit)))
}

/// `compared with the previous week`, `than a year earlier`, `from last
/// week`, `up 12% on last week`, `on the week`.
fn base(input: Tokens<'_>) -> Parsed<'_, Time> {
    let (rest, when) = match input.peek() {
        "on" | "over" => {
            let (rest, past) = relative::base(input.skip(1), input.peek() == "on")?;
            (rest, past)
        }
        "from" => {
            let rest = input.skip(1);
            let (rest, _) = opt(phrase("that of").or(phrase("that in"))).parse(rest)?;
            let (end, found) = when(rest, true)?;
            let named = matches!(rest.peek(), "the" | "week");
            let range = matches!(found, When::Days { .. }) && !named;
            let open = range || matches!(found, When::DaysIn { .. } | When::Through(..));
            // "from June 22 to June 28" is when, not against what.
            if open && has_to(rest, end) {
                return Err(stop(end));
            }
            (end, found)
        }
        _ => {
            let (rest, ()) = held_against(input)?;
            let (rest, _) = opt(alt((
                phrase("that of"),
                phrase("that in"),
                phrase("that for"),
                phrase("those of"),
                phrase("those in"),
            )))
            .parse(rest)?;
            let (rest, _) = opt(word(words!["in", "during", "for", "at", "on"])).parse(rest)?;
            when(rest, true)?
        }
    };
    Ok((rest, Time { role: Role::Base, when }))
}

/// Is one of the words from `start` up to `end` a "to"?
fn has_to(start: Tokens<'_>, end: Tokens<'_>) -> bool {
    let read = start.rest.iter().take(start.len() - end.len());
    read.into_iter()
        .any(|token| matches!(start.lower_of(*token), "to" | "through" | "thru" | "until" | "till"))
}

fn held_against(input: Tokens<'_>) -> Parsed<'_, ()> {
    if !input.opens(words!["as", "compared", "relative", "against", "versus", "vs", "than"]) {
        return Err(stop(input));
    }
    alt((
        phrase("as compared with"),
        phrase("as compared to"),
        phrase("compared with"),
        phrase("compared to"),
        phrase("compared against"),
        phrase("relative to"),
        phrase("vs ."),
        value((), word(words!["against", "versus", "vs", "than"])),
    ))
    .parse(input)
}

/// A time behind a preposition.
fn prepositioned(input: Tokens<'_>) -> Parsed<'_, Time> {
    longest(&[at, since_until_as_of, within], input)
}

fn at(input: Tokens<'_>) -> Parsed<'_, Time> {
    let (rest, _) = word(words!["in", "on", "during", "for", "over", "at", "throughout", "across", "around"])
        .parse(input)?;
    let long = matches!(input.peek(), "for" | "on" | "in" | "during" | "over" | "throughout");
    let on_day = if input.peek() == "on" { days::month_slash_day(rest).ok() } else { None };
    if let Some((rest, day)) = on_day.filter(|(rest, _)| rest.peek() != "of") {
        return Ok((rest, Time { role: Role::At, when: When::Day(day) }));
    }
    let short = on_short(rest).filter(|_| input.peek() == "on");
    let found = when(rest, true).map(so_far);
    let found =
        found.or_else(|error| short.ok_or(error)).or_else(|error| match long && input.peek() != "on" {
            // "for the week", "in the week".
            true => relative::that_unit(rest).map_err(|_| error),
            false => Err(error),
        });
    let (rest, when) = found?;
    // "For two weeks before June 22" is how long it was.
    let point = matches!(input.peek(), "at" | "on" | "around") || input.peek_at(1) == "the";
    let length = matches!(when, When::Offset { .. }) && !point;
    if length { Err(stop(rest)) } else { Ok((rest, Time { role: Role::At, when })) }
}

/// What only "on" shows to be a day: `on the 27th`, `on Fri`.
fn on_short(input: Tokens<'_>) -> Option<(Tokens<'_>, When)> {
    if let Some(day) = date::weekday(input.peek()) {
        let short = input.peek().len() <= 5 && date::is_capital(input) && input.peek() != "sun";
        let rest = input.skip(1);
        let stopped = usize::from(rest.peek() == "." && !rest.skip(1).is_empty());
        let ends = rest.first().is_none_or(|next| next.kind == Kind::Symbol);
        return (short && ends).then(|| (rest.skip(stopped), When::Weekday { day, shift: 0 }));
    }
    let rest = if input.peek() == "the" { input.skip(1) } else { return None };
    let (rest, (day, suffixed)) = date::day_number(rest).ok()?;
    // "On the 27th try".
    let ends = rest.first().is_none_or(|next| next.kind == Kind::Symbol && !is_hyphen(rest.peek()));
    let day = Day { year: YearRef::Missing, month: None, day, weekday: None };
    (suffixed && ends).then_some((rest, When::Day(day)))
}

/// `[in 2026] so far`.
fn so_far((rest, found): (Tokens<'_>, When)) -> (Tokens<'_>, When) {
    match (&found, phrase("so far").parse(rest)) {
        (When::Block { .. }, Ok((rest, ()))) => {
            (rest, When::Through(Box::new(found), Box::new(When::DaysAway(0))))
        }
        _ => (rest, found),
    }
}

/// `[since] records began in [February]`.
fn records_began(input: Tokens<'_>) -> Option<Tokens<'_>> {
    let input = input.skip(usize::from(matches!(input.peek(), "the" | "its" | "our")));
    let noun = matches!(input.peek(), "records" | "tracking" | "counting" | "measurements");
    let began = matches!(input.peek_at(1), "began" | "started") && matches!(input.peek_at(2), "in" | "on");
    (noun && began).then(|| input.skip(3))
}

fn since_until_as_of(input: Tokens<'_>) -> Parsed<'_, Time> {
    if !input.opens(words!["since", "up", "until", "till", "through", "thru", "as", "by"]) {
        return Err(stop(input));
    }
    let (rest, role) = alt((
        value(Role::Since, (word(words!["since"]), opt(phrase("at least")))),
        value(Role::Until, phrase("up until")),
        value(Role::Until, phrase("up through")),
        value(Role::Until, phrase("up to")),
        value(Role::Until, word(words!["until", "till", "through", "thru"])),
        value(Role::AsOf, phrase("as of")),
        value(Role::AsOf, phrase("as at")),
        value(Role::AsOf, word(words!["by"])),
    ))
    .parse(input)?;
    let rest = if role == Role::Since { records_began(rest).unwrap_or(rest) } else { rest };
    // "since then", and "since" behind everything else.
    let then = rest.peek() == "then" && !matches!(rest.peek_at(1), "on" | "and");
    let ends = rest
        .first()
        .is_none_or(|next| next.kind == Kind::Symbol && matches!(rest.peek(), "." | "," | ";" | ")"));
    if role == Role::Since && (then || ends) {
        return Ok((rest.skip(usize::from(then)), Time { role, when: When::Same }));
    }
    let (rest, when) = when(rest, true)?;
    Ok((rest, Time { role, when }))
}

/// `in three weeks`, `over the past nine months`, `within a year`.
fn within(input: Tokens<'_>) -> Parsed<'_, Time> {
    let (rest, _) = word(words!["in", "within", "over", "during", "across"]).parse(input)?;
    if let Ok((rest, when @ When::Ahead { .. })) = ahead::ahead(rest) {
        return Ok((rest, Time { role: Role::At, when }));
    }
    let (rest, _) = opt(alt((phrase("the course of"), phrase("the space of")))).parse(rest)?;
    if let Ok((rest, when)) = relative::past_units(rest) {
        return Ok((rest, Time { role: Role::Within, when }));
    }
    let (rest, _) = opt(word(words!["just", "only"])).parse(rest)?;
    let (rest, found) = duration(rest)?;
    if matches!(rest.peek(), "running" | "straight" | "ago" | "earlier" | "later" | "consecutive") {
        return Err(stop(rest));
    }
    let (count, hedge) = found.nominal().ok_or_else(|| stop(input))?;
    Ok((rest, Time { role: Role::Within, when: When::Back { count, unit: found.unit, hedge } }))
}

/// A time without a preposition.
fn bare(input: Tokens<'_>) -> Parsed<'_, Time> {
    if let Ok((rest, when)) = relative::past_units(input) {
        return Ok((rest, Time { role: Role::Within, when }));
    }
    let (rest, when) = when(input, false)?;
    // Alone, "the weekend" may still be to come.
    let when = if when == When::Weekend(None) && input.peek() == "the" && input.peek_at(1) == "weekend" {
        When::Weekend(Some(0))
    } else {
        when
    };
    Ok((rest, Time { role: Role::At, when }))
}

/// A time after its preposition; `governed` where it has one. Of the rules
/// only those are tried whose words stand close by.
fn when(input: Tokens<'_>, governed: bool) -> Parsed<'_, When> {
    if is_plain_number(input) {
        return Err(stop(input));
    }
    let near = input.near(REACH);
    let number = input.first().is_some_and(|token| token.kind == Kind::Number);
    let block: Rule<When> = if governed { block::governed } else { block::bare };
    let weekday = near.any(Starts::WEEKDAY);
    let dated = near.any(Starts::MONTH.and(Starts::DEICTIC))
        || weekday
        || input.rest.iter().take(REACH).any(is_number);
    let unit = near.any(Starts::UNIT);
    let rules: [(bool, Rule<When>); 11] = [
        (dated, days::days_or_day),
        (unit || number || near.any(Starts::CALENDAR), week::week),
        (unit || weekday || near.any(Starts::DEICTIC) || input.peek() == "so", relative::relative),
        (weekday, date::weekday_alone),
        (dated, days::from_to),
        (unit, ahead::ahead),
        (weekday, weekday::weekday_of),
        (near.any(Starts::SEASON), season::season),
        (input.opens(words!["all", "the"]), whole::whole),
        (true, decade::decade),
        (true, block),
    ];
    let mut best: Option<(Tokens<'_>, When)> = None;
    for (applies, rule) in rules {
        if applies
            && let Ok((rest, found)) = rule(input)
            && best.as_ref().is_none_or(|(left, _)| rest.len() < left.len())
        {
            best = Some((rest, found));
        }
    }
    best.ok_or_else(|| stop(input))
}

/// "4.5 %", "6.5 of a name": a number that no time goes on from.
fn is_plain_number(input: Tokens<'_>) -> bool {
    let [number, next, ..] = input.rest else { return false };
    let unit = || input.skip(2).near(3).any(Starts::UNIT);
    // "22 and 23 June".
    let two = || input.peek_at(1) == "and" && input.skip(2).first().is_some_and(|next| is_number(&next));
    // Four digits may be a year.
    number.kind == Kind::Number
        && number.end - number.start != 4
        && match next.kind {
            Kind::Word => !next.glued && next.starts == Starts::NONE && !unit() && !two(),
            Kind::Symbol => input.peek_at(1) == "%",
            Kind::Number => false,
        }
}

/// What the first word may start; behind an article, the word after it.
fn opening(input: Tokens<'_>) -> Starts {
    let article = matches!(input.peek(), "the" | "a" | "its" | "this" | "that");
    let same = usize::from(article && input.peek_at(1) == "same");
    input.rest.get(usize::from(article) + same).map_or(Starts::NONE, |token| token.starts)
}

fn is_number(token: &Token) -> bool {
    token.kind == Kind::Number
}
