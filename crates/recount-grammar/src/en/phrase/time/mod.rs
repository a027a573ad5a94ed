//! Times: dates, weeks, ranges and relative times, with the preposition that
//! says what they are for, and the days that they mean.

mod block;
mod date;
mod duration;
mod relative;
mod resolve;
#[cfg(test)]
mod tests;
mod week;

use jiff::civil::Weekday;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use recount_model::Hedge;

use super::quantity::{TimeUnit, unit_of_time};
use crate::token::{Kind, Parsed, Tokens, is_hyphen, phrase, stop, word};

pub use self::duration::{Duration, duration};
pub use self::resolve::{Resolved, TimeContext};

/// A time as a text gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// What the time is for.
    pub role: Role,
    /// When.
    pub when: When,
}

/// What a time is for, by its preposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// When it was: `in June`, `last week`, `during the week of June 22`.
    At,
    /// What it is held against: `from the previous week`, `week-on-week`.
    Base,
    /// `since late February`.
    Since,
    /// `through June 28`.
    Until,
    /// `as of June 28`, `by the end of June`.
    AsOf,
    /// `in three weeks`, `over the past nine months`: always a [`When::Back`].
    Within,
}

/// When, as it is said; [`When::resolve`] gives the days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// `June 22, 2026`.
    Day(Day),
    /// `June 22–28`: both ends belong to it.
    Days {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
    },
    /// `Monday`; `shift` is -1 for "last Monday", 1 for "next Monday".
    Weekday {
        /// Which day.
        day: Weekday,
        /// Weeks from the most recent one.
        shift: i8,
    },
    /// `yesterday` is -1.
    DaysAway(i8),
    /// `the week of June 24`: the week that holds the day.
    WeekHolding(Day),
    /// `the week beginning June 22`.
    WeekFrom(Box<When>),
    /// `the week ended June 28`, `the seven days to Sunday`.
    WeekTo(Box<When>),
    /// `week 26 of 2026`: from its Monday.
    IsoWeek {
        /// From 1 to 53.
        week: i8,
        /// Of which year.
        year: YearRef,
    },
    /// `last week` (-1), `this month` (0), `next year` (1): from publication.
    Unit {
        /// What is counted.
        unit: TimeUnit,
        /// How many units from the one that holds the day of publication.
        shift: i8,
    },
    /// `the previous week`: before the one that the text is about.
    Previous(TimeUnit),
    /// `the same period`, `that week`.
    Same,
    /// `the same week of 2025`.
    SameIn(YearRef),
    /// `two weeks earlier`, `a year ago`, `week-on-week`; a length, in
    /// [`Role::Within`].
    Back {
        /// How many; the nominal one where it is hedged.
        count: u32,
        /// Of what.
        unit: TimeUnit,
        /// The words around the count.
        hedge: Hedge,
    },
    /// `the following week`, `two weeks later`.
    Forward {
        /// How many.
        count: u32,
        /// Of what.
        unit: TimeUnit,
    },
    /// A month, quarter, half or year of the calendar.
    Block {
        /// Which of its year.
        block: Block,
        /// Of which year.
        year: YearRef,
    },
    /// `late June`, `the end of last month`.
    Part {
        /// Which part.
        part: Part,
        /// Of what.
        of: Box<When>,
    },
    /// `the first week of June`, `the last full week of June`.
    NthWeek {
        /// From 1; -1 is the last.
        nth: i8,
        /// Must all of it lie inside?
        full: bool,
        /// Of what.
        of: Box<When>,
    },
    /// `the first three months of 2026`, `the last ten days of June`.
    Edge {
        /// At the start? Else at the end.
        first: bool,
        /// How many.
        count: u32,
        /// Of what unit.
        unit: TimeUnit,
        /// Of what.
        of: Box<When>,
    },
    /// `so far this month`, `year to date`.
    SoFar(TimeUnit),
    /// `from January to March`, `between 2024 and 2025`.
    Through(Box<When>, Box<When>),
}

/// A day of the calendar, as far as it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Day {
    /// The year.
    pub year: YearRef,
    /// The month, 1 to 12; `None` for "the 22nd".
    pub month: Option<i8>,
    /// The day of the month, 1 to 31.
    pub day: i8,
    /// The weekday, where it is said as well.
    pub weekday: Option<Weekday>,
}

/// A year, as far as it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearRef {
    /// `2026`.
    Given(i16),
    /// `last year` is -1, `this year` 0.
    Relative(i8),
    /// The text does not say.
    Missing,
}

/// A block of the calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// 1 to 12.
    Month(i8),
    /// 1 to 4.
    Quarter(i8),
    /// 1 or 2.
    Half(i8),
    /// The whole year.
    Year,
}

/// A part of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Its first third: "early"; of a month the first ten days.
    Early,
    /// Its second third: "mid"; of a month the 11th to the 20th.
    Mid,
    /// Its last third: "late".
    Late,
    /// Its first day.
    Start,
    /// Its last day.
    End,
    /// Its first half.
    FirstHalf,
    /// Its second half.
    SecondHalf,
}

impl When {
    /// One step back: "week-on-week" is one week.
    #[must_use]
    pub const fn back(count: u32, unit: TimeUnit) -> Self {
        Self::Back {
            count,
            unit,
            hedge: Hedge::Bare,
        }
    }
}

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
    if first.kind == Kind::Word && !may_start(input) {
        return Err(stop(input));
    }
    longest(&[over, base, prepositioned, bare], input)
}

/// A parser of one form.
type Rule<T> = for<'a> fn(Tokens<'a>) -> Parsed<'a, T>;

/// Reads with each parser and keeps what leaves the least.
fn longest<'t, T>(parsers: &[Rule<T>], input: Tokens<'t>) -> Parsed<'t, T> {
    let mut best: Option<(Tokens<'t>, T)> = None;
    for parse in parsers {
        if let Ok((rest, found)) = parse(input) {
            if best
                .as_ref()
                .is_none_or(|(left, _)| rest.len() < left.len())
            {
                best = Some((rest, found));
            }
        }
    }
    best.ok_or_else(|| stop(input))
}

/// Can a time start with this word? A quick test before anything is tried.
fn may_start(input: Tokens<'_>) -> bool {
    let word = input.peek();
    let known = matches!(
        word,
        "the"
            | "this"
            | "that"
            | "last"
            | "past"
            | "latest"
            | "next"
            | "previous"
            | "prior"
            | "same"
            | "week"
            | "a"
            | "an"
            | "one"
            | "in"
            | "on"
            | "at"
            | "over"
            | "during"
            | "for"
            | "from"
            | "between"
            | "throughout"
            | "within"
            | "since"
            | "until"
            | "till"
            | "through"
            | "thru"
            | "up"
            | "as"
            | "by"
            | "than"
            | "compared"
            | "against"
            | "versus"
            | "vs"
            | "relative"
            | "today"
            | "yesterday"
            | "tomorrow"
            | "early"
            | "mid"
            | "late"
            | "earlier"
            | "later"
            | "end"
            | "year"
            | "month"
            | "quarter"
            | "day"
            | "so"
            | "iso"
            | "calendar"
            | "wow"
            | "yoy"
            | "mom"
            | "qoq"
            | "dod"
            | "w"
            | "y"
            | "m"
            | "q"
            | "h"
            | "cw"
            | "ytd"
            | "sequentially"
            | "across"
            | "half"
            | "first"
            | "its"
            | "their"
            | "around"
            | "before"
            | "per"
    );
    known
        || date::month_name(word).is_some()
        || date::weekday(word).is_some()
        || super::quantity::cardinal(input).is_ok()
        || matches!(
            word,
            "about" | "nearly" | "almost" | "roughly" | "just" | "more" | "some" | "approximately"
        )
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
    let (rest, _) = crate::token::word(&["over", "on", "to"]).parse(rest)?;
    let rest = rest.skip(hyphen(rest));
    match unit_of_time(rest.peek()) {
        // "week to week" is no base; "year to date" is read elsewhere.
        Some(again) if again == unit && !input.peek().ends_with('s') => {
            Ok((rest.skip(1), base_back(unit)))
        }
        _ => Err(stop(rest)),
    }
}

const fn base_back(unit: TimeUnit) -> Time {
    Time {
        role: Role::Base,
        when: When::back(1, unit),
    }
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
    let fits =
        joined && matches!(input.peek_at(2), "o" | "on" | "over") && input.peek_at(4) == letter;
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
            let open = matches!(found, When::Days { .. } | When::Through(..)) && !named;
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
            let (rest, _) = opt(word(&["in", "during", "for", "at", "on"])).parse(rest)?;
            when(rest, true)?
        }
    };
    Ok((
        rest,
        Time {
            role: Role::Base,
            when,
        },
    ))
}

/// Is one of the words from `start` up to `end` a "to"?
fn has_to(start: Tokens<'_>, end: Tokens<'_>) -> bool {
    let read = start.rest.iter().take(start.len() - end.len());
    read.into_iter().any(|token| {
        matches!(
            start.lower_of(*token),
            "to" | "through" | "thru" | "until" | "till"
        )
    })
}

fn held_against(input: Tokens<'_>) -> Parsed<'_, ()> {
    alt((
        phrase("as compared with"),
        phrase("as compared to"),
        phrase("compared with"),
        phrase("compared to"),
        phrase("compared against"),
        phrase("relative to"),
        phrase("vs ."),
        value((), word(&["against", "versus", "vs", "than"])),
    ))
    .parse(input)
}

/// A time behind a preposition.
fn prepositioned(input: Tokens<'_>) -> Parsed<'_, Time> {
    longest(&[at, since_until_as_of, within], input)
}

fn at(input: Tokens<'_>) -> Parsed<'_, Time> {
    let (rest, _) = word(&[
        "in",
        "on",
        "during",
        "for",
        "over",
        "at",
        "throughout",
        "across",
        "around",
    ])
    .parse(input)?;
    let long = matches!(
        input.peek(),
        "for" | "on" | "in" | "during" | "over" | "throughout"
    );
    let found = when(rest, true).or_else(|error| match long && input.peek() != "on" {
        // "for the week", "in the week".
        true => relative::that_unit(rest).map_err(|_| error),
        false => Err(error),
    });
    found.map(|(rest, when)| {
        (
            rest,
            Time {
                role: Role::At,
                when,
            },
        )
    })
}

fn since_until_as_of(input: Tokens<'_>) -> Parsed<'_, Time> {
    let (rest, role) = alt((
        value(Role::Since, word(&["since"])),
        value(Role::Until, phrase("up until")),
        value(Role::Until, phrase("up through")),
        value(Role::Until, phrase("up to")),
        value(Role::Until, word(&["until", "till", "through", "thru"])),
        value(Role::AsOf, phrase("as of")),
        value(Role::AsOf, phrase("as at")),
        value(Role::AsOf, word(&["by"])),
    ))
    .parse(input)?;
    let (rest, when) = when(rest, true)?;
    Ok((rest, Time { role, when }))
}

/// `in three weeks`, `over the past nine months`, `within a year`.
fn within(input: Tokens<'_>) -> Parsed<'_, Time> {
    let (rest, _) = word(&["in", "within", "over", "during", "across"]).parse(input)?;
    let (rest, _) = opt(alt((phrase("the course of"), phrase("the space of")))).parse(rest)?;
    if let Ok((rest, when)) = relative::past_units(rest) {
        return Ok((
            rest,
            Time {
                role: Role::Within,
                when,
            },
        ));
    }
    let (rest, _) = opt(word(&["just", "only"])).parse(rest)?;
    let (rest, found) = duration(rest)?;
    if matches!(
        rest.peek(),
        "running" | "straight" | "ago" | "earlier" | "later" | "consecutive"
    ) {
        return Err(stop(rest));
    }
    let (count, hedge) = found.nominal().ok_or_else(|| stop(input))?;
    Ok((
        rest,
        Time {
            role: Role::Within,
            when: When::Back {
                count,
                unit: found.unit,
                hedge,
            },
        },
    ))
}

/// A time without a preposition.
fn bare(input: Tokens<'_>) -> Parsed<'_, Time> {
    if let Ok((rest, when)) = relative::past_units(input) {
        return Ok((
            rest,
            Time {
                role: Role::Within,
                when,
            },
        ));
    }
    let (rest, when) = when(input, false)?;
    Ok((
        rest,
        Time {
            role: Role::At,
            when,
        },
    ))
}

/// A time after its preposition; `governed` where it has one.
fn when(input: Tokens<'_>, governed: bool) -> Parsed<'_, When> {
    const SHARED: [Rule<When>; 5] = [
        date::days_or_day,
        week::week,
        relative::relative,
        date::weekday_alone,
        date::from_to,
    ];
    let block: Rule<When> = if governed {
        block::governed
    } else {
        block::bare
    };
    let mut best = longest(&SHARED, input).ok();
    if let Ok((rest, found)) = block(input) {
        if best
            .as_ref()
            .is_none_or(|(left, _)| rest.len() < left.len())
        {
            best = Some((rest, found));
        }
    }
    best.ok_or_else(|| stop(input))
}
