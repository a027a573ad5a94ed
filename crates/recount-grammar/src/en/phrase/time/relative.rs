//! Relative times: `last week`, `the previous week`, `a year earlier`, `the
//! same period last year`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use recount_model::Hedge;

use super::date::{month_name, weekday, year};
use super::duration::several;
use super::{Part, When, YearRef, duration};
use crate::en::phrase::quantity::{TimeUnit, cardinal, unit_of_time};
use crate::token::{Kind, Parsed, Tokens, Words, is_hyphen, phrase, stop, word};

/// Any relative time, without a preposition.
pub(super) fn relative(input: Tokens<'_>) -> Parsed<'_, When> {
    use super::compound::ago;
    use super::offset::offset;
    match input.peek() {
        "the" => super::longest(&[day, modified, before, same, ago_period, so_far, offset], input),
        "its" | "their" => super::longest(&[modified, ago_period], input),
        "a" | "an" => super::longest(&[earlier, unnamed, offset, ago], input),
        "early" | "mid" | "late" => part(input),
        "this" | "that" | "so" | "ytd" => super::longest(&[day, modified, same, so_far], input),
        "last" | "past" | "latest" | "current" | "next" | "coming" | "upcoming" | "previous" | "prior"
        | "preceding" | "following" | "subsequent" | "most" | "immediately" => {
            super::longest(&[day, modified, earlier], input)
        }
        _ => super::longest(&[day, modified, earlier, same, ago_period, so_far, offset, ago], input),
    }
}

/// `an earlier period`, `an earlier week`: some time before, not said which.
fn unnamed(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, ()) = phrase("an earlier").parse(input)?;
    match rest.peek() {
        "period" | "time" => Ok((rest.skip(1), When::Unnamed)),
        _ => single_unit(rest).map(|(rest, _)| (rest, When::Unnamed)),
    }
}

/// What "on" and "over" hold a change against: `on last week`, `over the
/// previous week`, `on a year earlier`, `on the week`.
pub(super) fn base(input: Tokens<'_>, on: bool) -> Parsed<'_, When> {
    let (rest, found) = super::longest(&[modified, before, earlier, same, ago_period, alone], input)?;
    let fits = match &found {
        When::Previous(_) | When::SameIn(_) | When::Back { .. } => true,
        When::PastWeek | When::Unit { shift: -1, .. } => {
            input.peek() == "last" || (on && input.peek() == "the")
        }
        _ => false,
    };
    if fits { Ok((rest, found)) } else { Err(stop(rest)) }
}

/// `the week`, `the month`, `the year`: on it, a change is against the one before.
fn alone(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = word(words!["the"]).parse(input)?;
    let (rest, unit) = single_unit(rest)?;
    // "fell 3 % on the week to 4 trillion": where it came, not up to when.
    let amount = rest.peek() == "to"
        && crate::en::phrase::quantity::quantity(rest.skip(1)).is_ok_and(|(after, _)| {
            let day = rest.peek_at(1).len() <= 2;
            month_name(after.peek()).is_none() && (after.len() + 3 <= rest.len() || !day)
        });
    // "over the week to close at 4,201".
    let closes = rest.peek() == "to"
        && matches!(rest.peek_at(1), "close" | "end" | "finish" | "settle" | "stand" | "trade");
    let named = !amount
        && !closes
        && matches!(
            rest.peek(),
            "of" | "ended" | "ending" | "to" | "from" | "beginning" | "starting" | "before" | "after"
        );
    let dated =
        rest.first().is_some_and(|token| token.kind == Kind::Number) || month_name(rest.peek()).is_some();
    if named || dated || unit == TimeUnit::Day { Err(stop(rest)) } else { Ok((rest, When::back(1, unit))) }
}

/// `the week`, `the period` behind "for" or "in": the one that the text is about.
pub(super) fn that_unit(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = word(words!["the"]).parse(input)?;
    let (rest, ()) = span_noun(rest)?;
    let named = matches!(
        rest.peek(),
        "of" | "ended" | "ending" | "to" | "from" | "between" | "beginning" | "before" | "after" | "when"
    );
    let dated =
        rest.first().is_some_and(|token| token.kind == Kind::Number) || month_name(rest.peek()).is_some();
    if named || dated { Err(stop(rest)) } else { Ok((rest, When::Same)) }
}

pub(super) fn day(input: Tokens<'_>) -> Parsed<'_, When> {
    let behind = input.skip(usize::from(input.opens(words!["the"])));
    if !behind.opens(words!["day", "next", "today", "tonight", "this", "last", "yesterday", "tomorrow"]) {
        return Err(stop(input));
    }
    alt((
        value(When::DaysAway(-2), phrase("the day before yesterday").or(phrase("day before yesterday"))),
        value(When::DaysAway(0), word(words!["today", "tonight"])),
        value(
            When::DaysAway(0),
            phrase("this morning").or(phrase("this afternoon")).or(phrase("this evening")),
        ),
        value(When::DaysAway(-1), phrase("last night")),
        value(When::DaysAway(-1), word(words!["yesterday"])),
        value(When::DaysAway(1), word(words!["tomorrow"])),
        value(When::DaysAway(2), phrase("the day after tomorrow").or(phrase("day after tomorrow"))),
        value(When::Forward { count: 1, unit: TimeUnit::Day }, phrase("the next day")),
    ))
    .parse(input)
}

fn single_unit(input: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    let unit = unit_of_time(input.peek()).filter(|_| !input.peek().ends_with('s'));
    unit.map(|unit| (input.skip(1), unit)).ok_or_else(|| stop(input))
}

/// `last week`, `this month`, `the latest week`, `the previous quarter`, `last
/// Monday`.
pub(super) fn modified(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = opt(word(words!["the", "its", "their"])).parse(input)?;
    // "The past week" ends where it is told; "this past week" is the one before.
    let rolling = rest.peek() == "past";
    let (rest, how) = how(rest)?;
    let (rest, whole) = opt(word(WHOLE)).parse(rest)?;
    if let (How::Shift(shift), Some(day)) = (how, weekday(rest.peek()).filter(|_| rest.peek().len() > 5)) {
        let coming = matches!(input.peek(), "coming" | "upcoming")
            || matches!(input.peek_at(1), "coming" | "upcoming");
        if coming {
            return Ok((rest.skip(1), When::Weekday { day, shift: 1 }));
        }
        let of = Box::new(When::Unit { unit: TimeUnit::Week, shift });
        // "This Friday" and "next Friday" are told by their weeks, "last Friday" is not.
        let when = if shift < 0 { When::Weekday { day, shift } } else { When::DayOf { day, of } };
        return Ok((rest.skip(1), when));
    }
    if let (How::Shift(-1) | How::Previous, Ok((end, ()))) = (how, seven_days(rest)) {
        let past = matches!(how, How::Shift(_));
        return Ok((end, if past { When::PastWeek } else { how.of(TimeUnit::Week) }));
    }
    if let (How::Previous, "period") = (how, rest.peek()) {
        return Ok((rest.skip(1), how.of(TimeUnit::Week)));
    }
    let (rest, unit) = single_unit(rest)?;
    // "The next week it rose to twelfth": told from the one that is spoken of.
    let narrated = unit == TimeUnit::Week
        && input.peek() == "the"
        && input.peek_at(1) == "next"
        && (matches!(rest.peek(), "it" | "they" | "its" | "their" | ",") || super::date::is_capital(rest));
    let how = if narrated { How::Following } else { how };
    let streak = matches!(rest.peek(), "in" if rest.peek_at(1) == "a" && rest.peek_at(2) == "row");
    let day = unit == TimeUnit::Day && matches!(how, How::Shift(_));
    let rolling = rolling && whole.is_none() && unit == TimeUnit::Week;
    match streak || day {
        true => Err(stop(rest)),
        false => Ok((rest, if rolling { When::PastWeek } else { how.of(unit) })),
    }
}

const WHOLE: &Words = words!["full", "calendar", "reporting", "whole", "entire", "complete", "tracking"];

/// What the adjective before a unit says of it.
#[derive(Clone, Copy)]
enum How {
    /// So many from the one that holds the day of publication.
    Shift(i8),
    /// The one before the current one.
    Previous,
    /// The one after the current one.
    Following,
}

impl How {
    const fn of(self, unit: TimeUnit) -> When {
        match self {
            Self::Shift(shift) => When::Unit { unit, shift },
            Self::Previous => When::Previous(unit),
            Self::Following => When::Forward { count: 1, unit },
        }
    }
}

fn how(input: Tokens<'_>) -> Parsed<'_, How> {
    if !input.opens(words![
        "this", "most", "just", "last", "past", "latest", "current", "next", "coming", "upcoming",
        "immediately", "previous", "prior", "preceding", "following", "subsequent",
    ]) {
        return Err(stop(input));
    }
    alt((
        value(How::Shift(-1), phrase("this past")),
        value(How::Shift(1), phrase("this coming")),
        value(How::Shift(1), phrase("this upcoming")),
        value(How::Shift(-1), phrase("most recent")),
        value(How::Shift(-1), phrase("just ended")),
        value(How::Shift(-1), word(words!["last", "past", "latest"])),
        value(How::Shift(0), word(words!["this", "current"])),
        value(How::Shift(1), word(words!["next", "coming", "upcoming"])),
        value(How::Previous, phrase("immediately preceding")),
        value(How::Previous, word(words!["previous", "prior", "preceding"])),
        value(How::Following, word(words!["following", "subsequent"])),
    ))
    .parse(input)
}

fn seven_days(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, ()) =
        alt((phrase("seven days"), phrase("7 days"), phrase("seven day"), phrase("7 day"))).parse(input)?;
    let (rest, _) = opt(word(words!["period", "window", "stretch", "span"])).parse(rest)?;
    Ok((rest, ()))
}

/// `the week before`, `the year before`, `the week before last`, `the week after`.
pub(super) fn before(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = word(words!["the"]).parse(input)?;
    // "the record week before".
    let (rest, _) = opt(word(words!["record", "bumper", "strong", "weak", "quiet", "busy", "full", "whole"]))
        .parse(rest)?;
    // "the seven days before".
    let week = seven_days(rest).map(|(rest, ())| (rest, TimeUnit::Week));
    let (rest, unit) = week.or_else(|_| single_unit(rest))?;
    if let Ok((end, found)) = alt((
        value(When::back(1, unit), phrase("before that")),
        value(When::Forward { count: 1, unit }, phrase("after that")),
    ))
    .parse(rest)
        && is_free(end)
    {
        return Ok((end, found));
    }
    let (rest, found) = alt((
        value(When::Unit { unit, shift: -2 }, phrase("before last")),
        value(When::Unit { unit, shift: -1 }, phrase("just ended").or(phrase("just past"))),
        value(When::Forward { count: 1, unit }, phrase("that followed")),
        value(When::back(1, unit), word(words!["before", "prior", "earlier", "previous", "previously"])),
        value(When::Forward { count: 1, unit }, word(words!["after"])),
    ))
    .parse(rest)?;
    match found {
        When::Unit { .. } => Ok((rest, found)),
        _ if is_open(rest) || had_been(rest) => Ok((rest, found)),
        _ => Err(stop(rest)),
    }
}

/// "The week before it had risen 3 %.", "The week before it was 17.2 %, and …": a clause with no
/// other clause behind it, so that what was, was in that week.
fn had_been(rest: Tokens<'_>) -> bool {
    const BEEN: &Words = words![
        "had", "was", "were", "stood", "rose", "fell", "grew", "dropped", "climbed", "slipped", "gained",
        "lost", "processed", "handled", "reached", "ranked", "held", "led", "came", "accounted", "totaled",
        "totalled",
    ];
    const JOINS: &Words = words![
        "and", "but", "after", "up", "down", "from", "following", "compared", "against", "on", "a", "when",
        "while",
    ];
    let it = matches!(rest.peek(), "it" | "they") && rest.skip(1).opens(BEEN);
    let mut signs =
        (2..rest.len()).filter(|ahead| matches!(rest.peek_at(*ahead), "," | "." | ";" | "—" | "–"));
    let end = signs.next().unwrap_or(rest.len());
    let joined = rest.peek_at(end) == "," && rest.skip(end + 1).opens(JOINS);
    it && (rest.peek_at(end) != "," || joined)
}

/// "the week after that X led", not "the week after that launch".
fn is_free(rest: Tokens<'_>) -> bool {
    let clause = matches!(rest.peek(), "it" | "they" | "the" | "its" | "their" | "a");
    let figure = rest.first().is_some_and(|next| next.kind == Kind::Number);
    clause || figure || is_open(rest) || super::date::is_capital(rest)
}

/// Does nothing follow that the "before" could govern ("the week before the
/// launch", "a week before June 22")?
fn is_open(rest: Tokens<'_>) -> bool {
    let Some(next) = rest.first() else {
        return true;
    };
    match next.kind {
        Kind::Number => false,
        Kind::Symbol => true,
        Kind::Word => {
            let governed = matches!(
                rest.peek(),
                "the"
                    | "a"
                    | "an"
                    | "its"
                    | "their"
                    | "it"
                    | "they"
                    | "that"
                    | "this"
                    | "launch"
                    | "last"
                    | "next"
                    | "he"
                    | "she"
            );
            // "nine weeks before losing its lead".
            let deed = rest.peek().len() > 4
                && rest.peek().ends_with("ing")
                && !matches!(rest.peek(), "during" | "according" | "following");
            !governed && !deed && month_name(rest.peek()).is_none() && !super::date::is_capital(rest)
        }
    }
}

/// `a week earlier`, `two weeks ago`, `nearly a year ago`, `two weeks later`, `another week on`.
fn earlier(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, (count, unit, hedge)) = another(input).or_else(|_| counted(input))?;
    // "A week on, …": not "a week on top".
    let stops = |input: Tokens<'_>| input.first().is_none_or(|token| token.kind == Kind::Symbol);
    if rest.peek() == "on" && stops(rest.skip(1)) {
        return Ok((rest.skip(1), When::Forward { count, unit }));
    }
    let (end, (found, open)) = alt((
        value((-1, true), word(words!["ago", "earlier", "previously", "back"])),
        value((-1, false), phrase("before that").or(phrase("prior to that"))),
        value((-1, false), word(words!["before", "prior"])),
        value((1, true), word(words!["later", "hence"])),
        value((1, false), phrase("after that")),
        value((1, false), word(words!["after"])),
    ))
    .parse(rest)?;
    if rest.peek() == "back" && end.first().is_some_and(|token| token.kind == Kind::Word)
        || !(open || is_open(end))
    {
        return Err(stop(end));
    }
    Ok((end, if found < 0 { When::Back { count, unit, hedge } } else { When::Forward { count, unit } }))
}

/// `another week`, `yet another month`: one more.
fn another(input: Tokens<'_>) -> Parsed<'_, (u32, TimeUnit, Hedge)> {
    let (rest, _) = opt(word(words!["yet"])).parse(input)?;
    let (rest, _) = word(words!["another"]).parse(rest)?;
    let unit = unit_of_time(rest.peek()).ok_or_else(|| stop(rest))?;
    let told = matches!(rest.peek_at(1), "later" | "earlier" | "before" | "on" | "after");
    if told { Ok((rest.skip(1), (1, unit, Hedge::Bare))) } else { Err(stop(rest)) }
}

/// A count of units: `a week`, `two weeks`, `nearly a year`, `a year and a half`.
pub(super) fn counted(input: Tokens<'_>) -> Parsed<'_, (u32, TimeUnit, Hedge)> {
    if let ("year" | "week" | "month", "ago" | "earlier") = (input.peek(), input.peek_at(1)) {
        let unit = unit_of_time(input.peek()).ok_or_else(|| stop(input))?;
        return Ok((input.skip(1), (1, unit, Hedge::Bare)));
    }
    let (rest, found) = duration(input)?;
    let (count, unit, hedge) = found.counted().ok_or_else(|| stop(input))?;
    Ok((rest, (count, unit, hedge)))
}

/// A noun for the time that a text is about.
fn span_noun(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, _) = opt(word(words!["seven", "7"])).parse(input)?;
    let (rest, _) = opt(word(words!["-"])).parse(rest)?;
    alt((
        phrase("time frame"),
        value(
            (),
            word(words![
                "period", "week", "month", "quarter", "year", "stretch", "span", "window", "timeframe",
                "interval", "days",
            ]),
        ),
    ))
    .parse(rest)
}

/// `the same period`, `that week`, `the same week last year`, `the same week
/// of 2025`, `this time last year`.
fn same(input: Tokens<'_>) -> Parsed<'_, When> {
    let this_time = phrase("this time").parse(input).ok();
    let rest = match this_time {
        Some((rest, ())) => rest,
        None => {
            let (rest, the) = opt(word(words!["the"])).parse(input)?;
            let modifier: &[&str] = &["same", "corresponding", "comparable", "equivalent"];
            let rest = match modifier.contains(&rest.peek()) {
                true => rest.skip(1),
                false if the.is_none() && rest.peek() == "that" => rest.skip(1),
                false => return Err(stop(rest)),
            };
            span_noun(rest)?.0
        }
    };
    let unit_year =
        [("last year", TimeUnit::Year), ("last month", TimeUnit::Month), ("last week", TimeUnit::Week)];
    let after = rest.skip(usize::from(matches!(rest.peek(), "of" | "in")));
    for (words, unit) in unit_year {
        if let Ok((rest, ())) = phrase(words).parse(after) {
            return Ok((rest, When::back(1, unit)));
        }
    }
    if let Ok((rest, When::Previous(unit) | When::Back { count: 1, unit, .. })) =
        alt((modified, before)).parse(after)
    {
        return Ok((rest, When::back(1, unit)));
    }
    if let Ok((rest, year)) = year(after) {
        return Ok((rest, When::SameIn(YearRef::Given(year))));
    }
    if let Ok((rest, found @ When::Back { .. })) = earlier(rest) {
        return Ok((rest, found));
    }
    if this_time.is_some() { Err(stop(rest)) } else { Ok((rest, When::Same)) }
}

/// `the year-ago week`, `the year-earlier period`.
fn ago_period(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = opt(word(words!["the", "its"])).parse(input)?;
    let unit = unit_of_time(rest.peek()).filter(|_| is_hyphen(rest.peek_at(1))).ok_or_else(|| stop(rest))?;
    let (rest, _) = word(words!["ago", "earlier"]).parse(rest.skip(2))?;
    let (rest, _) = opt(span_noun).parse(rest)?;
    Ok((rest, When::back(1, unit)))
}

/// `so far this month`, `this year so far`, `year to date`, `YTD`, `earlier
/// this month`.
fn so_far(input: Tokens<'_>) -> Parsed<'_, When> {
    if let Ok((rest, ())) = phrase("so far in").parse(input) {
        let (rest, of) = super::block::plain(rest)?;
        return match of {
            When::Block { .. } => Ok((rest, When::Through(Box::new(of), Box::new(When::DaysAway(0))))),
            _ => Err(stop(rest)),
        };
    }
    let this = |input| {
        let (rest, _) = word(words!["this"]).parse(input)?;
        single_unit(rest)
    };
    let (rest, unit) = alt((
        |input| {
            let (rest, ()) = phrase("so far").parse(input)?;
            this(rest)
        },
        |input| {
            let (rest, unit) = this(input)?;
            phrase("so far").parse(rest).map(|(rest, ())| (rest, unit))
        },
        |input| {
            let (rest, _) = word(words!["earlier"]).parse(input)?;
            this(rest)
        },
        |input| {
            let (rest, _) = opt(word(words!["the", "this"])).parse(input)?;
            let (rest, unit) = single_unit(rest)?;
            let rest = rest.skip(usize::from(is_hyphen(rest.peek())));
            phrase("to date").parse(rest).map(|(rest, ())| (rest, unit))
        },
        value(TimeUnit::Year, word(words!["ytd"])),
        value(TimeUnit::Quarter, word(words!["qtd"])),
        value(TimeUnit::Month, word(words!["mtd"])),
    ))
    .parse(input)?;
    Ok((rest, When::SoFar(unit)))
}

/// `late last month`, `early this week`, `later this month`.
fn part(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, part) = alt((
        value(Some(Part::Early), word(words!["early"])),
        value(Some(Part::Mid), word(words!["mid"])),
        value(Some(Part::Late), word(words!["late"])),
    ))
    .parse(input)?;
    let (rest, of) = modified(rest)?;
    match (part, of) {
        (Some(part), of @ (When::Unit { .. } | When::PastWeek)) => {
            Ok((rest, When::Part { part, of: Box::new(of) }))
        }
        _ => Err(stop(rest)),
    }
}

/// `the past three weeks`, `the last nine months`: the length behind it.
pub(super) fn past_units(input: Tokens<'_>) -> Parsed<'_, When> {
    let (rest, _) = opt(word(words!["the"])).parse(input)?;
    let (rest, _) = word(words!["past", "last", "previous", "preceding", "prior"]).parse(rest)?;
    if let Some((count, unit)) = several(rest.peek()) {
        return Ok((rest.skip(1), When::back(count, unit)));
    }
    let couple = phrase("couple of").parse(rest).ok().map(|(rest, ())| (rest, 2));
    let hedge = if couple.is_some() { Hedge::About } else { Hedge::Bare };
    let (rest, count) = couple.map_or_else(|| cardinal(rest), Ok)?;
    let rest = rest.skip(usize::from(is_hyphen(rest.peek())));
    let (count, unit) = match rest.peek() {
        "decades" => (count.saturating_mul(10), TimeUnit::Year),
        word => (count, unit_of_time(word).ok_or_else(|| stop(rest))?),
    };
    let end = rest.skip(1);
    let more = matches!(end.peek(), "of" | "in" if end.peek_at(1) != "a") && !matches!(end.peek(), "in");
    let seven = unit == TimeUnit::Day && count == 7;
    if more || seven || matches!(end.peek(), "running" | "straight") {
        return Err(stop(end));
    }
    Ok((end, When::Back { count, unit, hedge }))
}
