//! Weeks, months and their parts, counted on the calendar.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use recount_model::Period;

use super::{Part, TimeUnit};

/// From the last such day at or before `end` to `end`.
pub(super) fn before(end: Date, start: impl Fn(i16) -> Option<Date>) -> Option<Period> {
    let same = start(end.year()).filter(|start| *start <= end);
    Period::new(same.or_else(|| start(end.year() - 1))?, end)
}

pub(super) const fn months_in(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::Day | TimeUnit::Week => 0,
        TimeUnit::Month => 1,
        TimeUnit::Quarter => 3,
        TimeUnit::Year => 12,
    }
}

/// Whole weeks nearest to so many months: 52 to the year.
pub(super) const fn weeks_in_months(months: i64) -> i64 {
    // The Gregorian calendar has 20,871 weeks in 4,800 months.
    let twice = months.saturating_mul(2 * 20_871);
    let half = if months < 0 { -4_800 } else { 4_800 };
    twice.saturating_add(half) / (2 * 4_800)
}

/// The unit that holds a day.
pub(super) fn unit_holding(day: Date, unit: TimeUnit, starts: Weekday) -> Period {
    match unit {
        TimeUnit::Day => Period::day(day),
        TimeUnit::Week => Period::week_of(day, starts),
        TimeUnit::Month => Period::month_of(day),
        TimeUnit::Quarter => {
            let back = i64::from((day.month() - 1) % 3);
            let first = day.first_of_month().saturating_sub(back.months());
            Period { start: first, end: first.saturating_add(2.months()).last_of_month() }
        }
        TimeUnit::Year => Period { start: day.first_of_year(), end: day.last_of_year() },
    }
}

/// The period so many units later (earlier, if negative).
pub(super) fn stepped(period: Period, by: i64, unit: TimeUnit) -> Option<Period> {
    let by = by.clamp(-100_000, 100_000);
    match unit {
        TimeUnit::Day => {
            Period::new(period.start.checked_add(by.days()).ok()?, period.end.checked_add(by.days()).ok()?)
        }
        TimeUnit::Week => Some(period.weeks_later(by)),
        TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year => in_months(period, by * months_in(unit)),
    }
}

/// The period so many months later; one that ends with its month still does.
pub(super) fn in_months(period: Period, months: i64) -> Option<Period> {
    let months = months.clamp(-100_000, 100_000).months();
    let start = period.start.checked_add(months).ok()?;
    let end = period.end.checked_add(months).ok()?;
    let whole = period.start == period.start.first_of_month() && period.end == period.end.last_of_month();
    Period::new(start, if whole { end.last_of_month() } else { end })
}

pub(super) fn part_of(period: Period, part: Part) -> Option<Period> {
    let month = period == Period::month_of(period.start);
    let whole_months = period.start.day() == 1 && period.end == period.end.last_of_month();
    let months = i64::from(period.end.month()) - i64::from(period.start.month()) + 1;
    let day = |offset: i64| period.start.checked_add(offset.days()).ok();
    let from_month = |offset: i64| period.start.checked_add(offset.months()).ok();
    let days = period.days();
    let (first, after) = match part {
        Part::Start => return Some(Period::day(period.start)),
        Part::End => return Some(Period::day(period.end)),
        Part::Early => (0, 1),
        Part::Mid => (1, 2),
        Part::Late => (2, 3),
        Part::FirstHalf if month => return Period::new(period.start, day(14)?),
        Part::SecondHalf if month => return Period::new(day(15)?, period.end),
        Part::FirstHalf => return Period::new(period.start, day((days + 1) / 2 - 1)?),
        Part::SecondHalf => return Period::new(day((days + 1) / 2)?, period.end),
    };
    let (start, next) = if month {
        (day(first * 10)?, day(after * 10)?)
    } else if whole_months && months % 3 == 0 {
        (from_month(first * months / 3)?, from_month(after * months / 3)?)
    } else {
        (day(first * days / 3)?, day(after * days / 3)?)
    };
    let end = if after == 3 { period.end } else { next.checked_sub(1.days()).ok()? };
    Period::new(start, end)
}

/// The n-th week that has most of its days in a period, or all of them.
pub(super) fn nth_week(of: Period, nth: i8, full: bool, starts: Weekday) -> Option<Period> {
    let inside = |week: &Period| match full {
        true => week.is_within(&of),
        // Most of a week is inside where its fourth day is.
        false => week.start.checked_add(3.days()).is_ok_and(|middle| of.contains(middle)),
    };
    let edge = if nth > 0 { of.start } else { of.end };
    let step = if nth > 0 { 1 } else { -1 };
    let mut week = Period::week_of(edge, starts);
    if !inside(&week) {
        week = week.weeks_later(step);
    }
    Some(week.weeks_later(i64::from(nth) - step)).filter(inside)
}

/// The first or last so many units of a period.
pub(super) fn edge(of: Period, first: bool, count: u32, unit: TimeUnit) -> Option<Period> {
    let count = i64::from(count).max(1);
    let inside = |period: &Period| period.is_within(&of);
    let days = match unit {
        TimeUnit::Day => count,
        TimeUnit::Week => count.checked_mul(7)?,
        TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year => {
            let months = count.checked_mul(months_in(unit))?.clamp(1, 100_000);
            let period = match first {
                true => Period::new(
                    of.start,
                    of.start.checked_add(months.months()).ok()?.checked_sub(1.days()).ok()?,
                ),
                false => {
                    Period::new(of.end.first_of_month().checked_sub((months - 1).months()).ok()?, of.end)
                }
            };
            return period.filter(inside);
        }
    };
    let reach = (days - 1).clamp(0, 100_000).days();
    let period = match first {
        true => Period::new(of.start, of.start.checked_add(reach).ok()?),
        false => Period::new(of.end.checked_sub(reach).ok()?, of.end),
    };
    period.filter(inside)
}
