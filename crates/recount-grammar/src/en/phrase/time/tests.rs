//! What times read, and the days they mean.

use jiff::civil::{Date, Weekday, date};
use recount_model::{Period, Weeks};

use super::*;
use crate::token::{Token, tokenise};

mod days;
mod further;

/// Reads at the first token of `text` behind `skip` tokens.
fn read<T>(text: &str, skip: usize, parse: impl Fn(Tokens<'_>) -> Parsed<'_, T>) -> Option<(T, String)> {
    let (mut lower, mut tokens): (String, Vec<Token>) = (String::new(), Vec::new());
    tokenise(text, &mut lower, &mut tokens);
    let input = Tokens { text, lower: &lower, rest: &tokens };
    let (rest, found) = parse(input.skip(skip)).ok()?;
    let end = rest.first().map_or(text.len(), |token| token.start as usize);
    Some((found, text[end..].to_owned()))
}

/// Published on Tuesday 30 June 2026, about the week of 22 June.
fn june() -> TimeContext {
    TimeContext {
        published: Some(date(2026, 6, 30)),
        reference: date(2026, 10, 9),
        week_starts: Weekday::Monday,
        current: Some(Period::week(date(2026, 6, 22))),
    }
}

fn days(text: &str, context: &TimeContext) -> String {
    let Some((found, left)) = read(text, 0, time) else {
        return "not read".to_owned();
    };
    let left = if left.is_empty() { left } else { format!(" | {left}") };
    match found.when.resolve(context) {
        Some(Resolved { period: Period { start, end }, .. }) if start == end => {
            format!("{:?} {start}{left}", found.role)
        }
        Some(Resolved { period, .. }) => {
            format!("{:?} {}..{}{left}", found.role, period.start, period.end)
        }
        None => format!("{:?} nowhere{left}", found.role),
    }
}

fn check(context: &TimeContext, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, expected)| (text, expected, days(text, context)))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(text, expected, found)| format!("{text}: {found}, not {expected}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn single_days() {
    check(
        &june(),
        &[
            ("June 22", "At 2026-06-22"),
            ("on 22 June", "At 2026-06-22"),
            ("June 22nd, 2026,", "At 2026-06-22 | ,"),
            ("22 June 2025", "At 2025-06-22"),
            ("the 22nd of June", "At 2026-06-22"),
            ("2026-06-22", "At 2026-06-22"),
            ("22/06/2026", "At 2026-06-22"),
            ("6/22/2026", "At 2026-06-22"),
            ("22.06.2026", "At 2026-06-22"),
            ("Jun. 22", "At 2026-06-22"),
            ("Monday, June 22", "At 2026-06-22"),
            ("on Sunday", "At 2026-06-28"),
            ("Tuesday", "At 2026-06-30"),
            ("last Tuesday", "At 2026-06-23"),
            ("yesterday", "At 2026-06-29"),
            ("December 24", "At 2025-12-24"),
            ("December 31, 2024", "At 2024-12-31"),
            ("June 28 last year", "At 2025-06-28"),
            ("as of June 28", "AsOf 2026-06-28"),
            ("through June 28", "Until 2026-06-28"),
            ("at the end of 2025", "At 2025-12-31"),
            ("by the end of June", "AsOf 2026-06-30"),
            ("year-end 2025", "At 2025-12-31"),
            ("as of the end of December 2024", "AsOf 2024-12-31"),
            ("June 22 models", "At 2026-06-22 | models"),
            ("February 30", "At nowhere"),
            ("February 29", "At 2024-02-29"),
        ],
    );
}

#[rustfmt::skip]
const LAST_WEEK: &[&str] = &[
    "the week of June 22", "in the week of June 24", "the week of June 22-28",
    "during the week of June 22 to June 28, 2026", "the week ended Sunday",
    "the week ending June 28", "for the week ended 28 June", "the week beginning Monday, June 22",
    "the week starting June 22", "the seven days to June 28",
    "the seven-day period ended June 28", "the 7-day window through June 28", "week 26 of 2026",
    "week 26", "ISO week 2026-W26", "2026-W26", "the 26th week of 2026",
    "the period from June 22 to June 28", "between June 22 and June 28", "between June 22 and 28",
    "from June 22 to 28", "June 22-28", "22–28 June 2026", "22 to 28 June",
    "June 22nd through 28th", "2026-06-22 to 2026-06-28", "2026-06-22/2026-06-28", "6/22-6/28",
    "the week of the 22nd", "the week from June 22 to June 28", "the week June 22–28",
    "last week", "in the past week", "the latest week", "this past week", "the last seven days",
    "in the same period", "that week", "for the week",
];

#[test]
fn weeks_by_their_days() {
    let week = "At 2026-06-22..2026-06-28";
    for text in LAST_WEEK {
        check(&june(), &[(text, week)]);
    }
    check(
        &june(),
        &[
            ("week of March 30 to April 5", "At 2026-03-30..2026-04-05"),
            ("March 2-8", "At 2026-03-02..2026-03-08"),
            ("2–8 March 2025", "At 2025-03-02..2025-03-08"),
            ("Dec. 29 to Jan. 4, 2026", "At 2025-12-29..2026-01-04"),
            ("December 29, 2025 to January 4", "At 2025-12-29..2026-01-04"),
            ("December 29 – January 4", "At 2025-12-29..2026-01-04"),
            ("June 28-22", "At 2026-06-28 | -22"),
            ("the first week of June", "At 2026-06-01..2026-06-07"),
            ("the last week of May", "At 2026-05-25..2026-05-31"),
            ("the last full week of April", "At 2026-04-20..2026-04-26"),
            ("in the first week of March 2026", "At 2026-03-02..2026-03-08"),
            ("the second week of March", "At 2026-03-09..2026-03-15"),
        ],
    );
}

#[test]
fn weeks_before_and_after() {
    check(
        &june(),
        &[
            ("the previous week", "At 2026-06-15..2026-06-21"),
            ("from the previous week", "Base 2026-06-15..2026-06-21"),
            ("the week before", "At 2026-06-15..2026-06-21"),
            ("than the week before.", "Base 2026-06-15..2026-06-21 | ."),
            ("a week earlier", "At 2026-06-15..2026-06-21"),
            ("from a week earlier", "Base 2026-06-15..2026-06-21"),
            ("two weeks ago", "At 2026-06-08..2026-06-14"),
            ("week-over-week", "Base 2026-06-15..2026-06-21"),
            ("week on week", "Base 2026-06-15..2026-06-21"),
            ("WoW", "Base 2026-06-15..2026-06-21"),
            ("w/w", "Base 2026-06-15..2026-06-21"),
            ("on a weekly basis", "Base 2026-06-15..2026-06-21"),
            ("sequentially", "Base 2026-06-15..2026-06-21"),
            ("on the week", "Base 2026-06-15..2026-06-21"),
            ("over the previous week", "Base 2026-06-15..2026-06-21"),
            ("compared with the prior week", "Base 2026-06-15..2026-06-21"),
            ("compared to that of the previous week", "Base 2026-06-15..2026-06-21"),
            ("against the week before", "Base 2026-06-15..2026-06-21"),
            ("vs. the previous week", "Base 2026-06-15..2026-06-21"),
            ("from last week", "Base 2026-06-22..2026-06-28"),
            ("on last week", "Base 2026-06-22..2026-06-28"),
            ("the week before last", "At 2026-06-15..2026-06-21"),
            ("the following week", "At 2026-06-29..2026-07-05"),
            ("two weeks later", "At 2026-07-06..2026-07-12"),
            ("this week", "At 2026-06-29..2026-07-05"),
            ("a year ago", "At 2025-06-23..2025-06-29"),
            ("year-on-year", "Base 2025-06-23..2025-06-29"),
            ("y/y", "Base 2025-06-23..2025-06-29"),
            ("from a year earlier", "Base 2025-06-23..2025-06-29"),
            ("than a year ago", "Base 2025-06-23..2025-06-29"),
            ("the same week last year", "At 2025-06-23..2025-06-29"),
            ("in the same period of last year", "At 2025-06-23..2025-06-29"),
            ("the same week a year earlier", "At 2025-06-23..2025-06-29"),
            ("from the year-ago week", "Base 2025-06-23..2025-06-29"),
            ("the same week in 2025", "At 2025-06-23..2025-06-29"),
            ("this time last year", "At 2025-06-23..2025-06-29"),
            ("six months earlier", "At 2025-12-22..2025-12-28"),
            ("in three weeks", "Within 2026-06-01..2026-06-07"),
            ("over four weeks", "Within 2026-05-25..2026-05-31"),
            ("in a year", "Within 2025-06-23..2025-06-29"),
            ("over the past three weeks", "Within 2026-06-01..2026-06-07"),
            ("since the week of April 27", "Since 2026-04-27..2026-05-03"),
        ],
    );
}

#[test]
fn the_words_of_reports() {
    check(
        &june(),
        &[
            ("in the week of 15 June 2026, the", "At 2026-06-15..2026-06-21 | , the"),
            ("in 15 June 2026,", "At 2026-06-15 | ,"),
            ("in June 2026,", "At 2026-06-01..2026-06-30 | ,"),
            ("in 2026,", "At 2026-01-01..2026-12-31 | ,"),
            ("in the period from 2 March 2026 to 15 March 2026,", "At 2026-03-02..2026-03-15 | ,"),
            ("from the week of 15 June 2026", "Base 2026-06-15..2026-06-21"),
            ("since the week of 15 June 2026", "Since 2026-06-15..2026-06-21"),
            ("compared with the week of 15 June 2026", "Base 2026-06-15..2026-06-21"),
            ("since the period from 2 March 2026 to 15 March 2026", "Since 2026-03-02..2026-03-15"),
            ("from the period from 2 March 2026 to 15 March 2026", "Base 2026-03-02..2026-03-15"),
        ],
    );
}

#[test]
fn months_and_longer() {
    check(
        &june(),
        &[
            ("in June", "At 2026-06-01..2026-06-30"),
            ("in May", "At 2026-05-01..2026-05-31"),
            ("in June 2025", "At 2025-06-01..2025-06-30"),
            ("December 2024", "At 2024-12-01..2024-12-31"),
            ("in December", "At 2025-12-01..2025-12-31"),
            ("since late February", "Since 2026-02-16..2026-02-28"),
            ("early June", "At 2026-06-01..2026-06-15"),
            ("in mid-June", "At 2026-06-10..2026-06-20"),
            ("the first half of June", "At 2026-06-01..2026-06-15"),
            ("this month", "At 2026-06-01..2026-06-30"),
            ("last month", "At 2026-05-01..2026-05-31"),
            ("late last month", "At 2026-05-16..2026-05-31"),
            ("so far this month", "At 2026-06-01..2026-06-30"),
            ("so far this year", "At 2026-01-01..2026-06-30"),
            ("year to date", "At 2026-01-01..2026-06-30"),
            ("the first half of 2026", "At 2026-01-01..2026-06-30"),
            ("H1 2026", "At 2026-01-01..2026-06-30"),
            ("Q2 2026", "At 2026-04-01..2026-06-30"),
            ("2026 Q2", "At 2026-04-01..2026-06-30"),
            ("in the second quarter", "At 2026-04-01..2026-06-30"),
            ("the fourth quarter of 2025", "At 2025-10-01..2025-12-31"),
            ("in 2026", "At 2026-01-01..2026-12-31"),
            ("this year", "At 2026-01-01..2026-12-31"),
            ("last year", "At 2025-01-01..2025-12-31"),
            ("late 2025", "At 2025-07-01..2025-12-31"),
            ("from January to March 2026", "At 2026-01-01..2026-03-31"),
            ("January–March", "At 2026-01-01..2026-03-31"),
            ("between 2024 and 2025", "At 2024-01-01..2025-12-31"),
            ("the first three months of 2026", "At 2026-01-01..2026-03-31"),
            ("the last ten days of May", "At 2026-05-22..2026-05-31"),
            ("month-over-month", "Base 2026-05-25..2026-05-31"),
            ("in December last year", "At 2025-12-01..2025-12-31"),
            ("June's", "At 2026-06-01..2026-06-30 | 's"),
        ],
    );
}

#[test]
fn what_is_known_decides_the_year() {
    let unknown = TimeContext { published: None, current: None, ..june() };
    check(
        &unknown,
        &[
            // The 2nd of March is a Monday in 2026, not in 2025.
            ("March 2-8", "At 2026-03-02..2026-03-08"),
            ("March 3-9", "At 2025-03-03..2025-03-09"),
            ("December 24", "At 2025-12-24"),
            ("last week", "At nowhere"),
            ("the previous week", "At nowhere"),
            ("yesterday", "At nowhere"),
            ("that week", "At nowhere"),
        ],
    );
    let old = TimeContext { current: Some(Period::week(date(2024, 12, 30))), ..unknown };
    check(
        &old,
        &[
            ("December 28", "At 2024-12-28"),
            ("January 3", "At 2025-01-03"),
            ("this week", "At 2024-12-30..2025-01-05"),
            ("a year earlier", "At 2024-01-01..2024-01-07"),
        ],
    );
    let month = TimeContext { current: Some(Period::month_of(date(2026, 2, 1))), ..unknown };
    check(
        &month,
        &[
            ("a year earlier", "At 2025-02-01..2025-02-28"),
            ("the previous month", "At 2026-01-01..2026-01-31"),
            ("two years earlier", "At 2024-02-01..2024-02-29"),
        ],
    );
}

#[test]
fn what_was_assumed_is_told() {
    let assumed = |text: &str, context: &TimeContext| {
        let found = read(text, 0, time).and_then(|(found, _)| found.when.resolve(context));
        found.map(|found| (found.assumed_year, found.from_publication, found.relative_to_current))
    };
    assert_eq!(assumed("June 22", &june()), Some((true, false, false)));
    assert_eq!(assumed("June 22, 2026", &june()), Some((false, false, false)));
    assert_eq!(assumed("last week", &june()), Some((false, true, false)));
    assert_eq!(assumed("the previous week", &june()), Some((false, false, true)));
}

#[test]
fn no_times() {
    for (text, skip) in [
        ("may surpass", 0),
        ("march ahead", 0),
        ("2026 units", 0),
        ("in 2026 units", 3),
        ("wow", 0),
        ("Wow", 0),
        ("mom", 0),
        ("for nine weeks", 0),
        ("nine weeks", 0),
        ("a third week", 0),
        ("the week", 0),
        ("on 22 million", 0),
        ("in 4.19 trillion", 0),
        ("June 22%", 2),
        ("12:15", 0),
        ("the same", 0),
        ("at the same time", 0),
        ("than Birch", 0),
        ("from 3.9 trillion to 4.5 trillion", 0),
        ("by 8.4%", 0),
        ("over 100 trillion", 0),
        ("up to 5 trillion", 0),
        ("the first model", 0),
        ("last", 0),
        ("", 0),
        ("the", 0),
        ("week", 0),
        ("between", 0),
        ("from", 0),
        ("the week before the launch", 0),
    ] {
        let found = read(text, skip, time);
        assert!(found.is_none(), "{text}: {found:?}");
    }
}

#[test]
fn lengths_in_weeks() {
    let range = |low, high| Some(Weeks::Range { low, high });
    for (text, expected) in [
        ("five weeks", Some(Weeks::Exactly(5))),
        ("a week", Some(Weeks::Exactly(1))),
        ("nearly five weeks", range(4, Some(5))),
        ("more than five weeks", range(6, None)),
        ("about five weeks", range(4, Some(6))),
        ("three to four weeks", range(3, Some(4))),
        ("four months", range(17, Some(18))),
        ("nearly four months", range(16, Some(17))),
        ("a year", range(52, Some(53))),
        ("more than a year", range(52, None)),
        ("a year and a half", range(78, Some(79))),
        ("five trillion", None),
        ("five", None),
        ("days", None),
    ] {
        assert_eq!(read(text, 0, duration).map(|found| found.0.in_weeks()), expected, "{text}");
    }
}

#[test]
fn nothing_panics_at_the_ends_of_the_calendar() {
    let texts = [
        "the previous week", "99999 years ago", "in 99999 weeks", "a year later", "100000 months earlier",
        "last year", "the first 99 weeks of 2026", "the last 300 months of 2026", "week 53 of 2025",
        "January 1", "next week", "the same week in 1900", "the 31st", "the week ended January 1, 1900",
        "so far this year", "Q1", "mid-1900",
    ];
    for day in [Date::MIN, Date::MAX, date(2026, 6, 30)] {
        for current in [None, Some(Period::day(Date::MIN)), Some(Period::week(Date::MAX))] {
            for published in [None, Some(day)] {
                let context =
                    TimeContext { published, reference: day, week_starts: Weekday::Sunday, current };
                for text in texts {
                    if let Some((found, _)) = read(text, 0, time) {
                        let period = found.when.resolve(&context).map(|found| found.period);
                        assert!(period.is_none_or(|period| period.start <= period.end), "{text}");
                    }
                }
            }
        }
    }
}
