//! Weeks, months and their parts, counted on the calendar.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use recount_model::{Hedge, Period};

use super::{Part, TimeContext, TimeUnit, When};

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
    let years = i64::from(period.end.year()) - i64::from(period.start.year());
    let months = years * 12 + i64::from(period.end.month()) - i64::from(period.start.month()) + 1;
    let day = |offset: i64| period.start.checked_add(offset.days()).ok();
    let from_month = |offset: i64| period.start.checked_add(offset.months()).ok();
    let days = period.days();
    let (first, after) = match part {
        Part::Start => return Some(Period::day(period.start)),
        Part::End => return Some(Period::day(period.end)),
        Part::Mid if month => return Period::new(day(9)?, day(19)?),
        Part::Early | Part::FirstHalf if month => return Period::new(period.start, day(14)?),
        Part::Late | Part::SecondHalf if month => return Period::new(day(15)?, period.end),
        Part::Mid if days == 7 => return Period::new(day(1)?, day(4)?),
        Part::Early if days == 7 => return Period::new(period.start, day(2)?),
        Part::Late if days == 7 => return Period::new(day(3)?, period.end),
        Part::Mid if whole_months && months == 12 => (3, 9),
        Part::Mid => (4, 8),
        Part::Early | Part::FirstHalf => (0, 6),
        Part::Late | Part::SecondHalf => (6, 12),
    };
    // In twelfths.
    let (start, next) = if whole_months && months % 2 == 0 && (first * months) % 12 == 0 {
        (from_month(first * months / 12)?, from_month(after * months / 12)?)
    } else {
        let at = |part: i64| day((days * part + 11) / 12);
        (at(first)?, at(after)?)
    };
    let end = if after == 12 { period.end } else { next.checked_sub(1.days()).ok()? };
    Period::new(start, end)
}

/// The season that begins in a month of a year, by the month or by the sun.
pub(super) fn season(year: i16, first_month: i8) -> Option<Period> {
    let start = Date::new(year, first_month, 1).ok()?;
    let last = match first_month {
        6 => 22,
        12 => 20,
        _ => 21,
    };
    let end = start.checked_add(3.months()).ok()?;
    Period::new(start, Date::new(end.year(), end.month(), last).ok()?)
}

/// The n-th such weekday of a period; -1 is the last.
pub(super) fn weekday_in(of: Period, day: Weekday, nth: i8) -> Option<Date> {
    let found = if nth > 0 {
        let ahead = i64::from(day.since(of.start.weekday())) + i64::from(nth - 1) * 7;
        of.start.checked_add(ahead.days()).ok()?
    } else {
        let back = i64::from(of.end.weekday().since(day));
        of.end.checked_sub(back.days()).ok()?
    };
    Some(found).filter(|found| of.contains(*found))
}

/// So many units up to `last`; months that end with a month are whole ones.
pub(super) fn ending(last: Date, count: u32, unit: TimeUnit) -> Option<Period> {
    let count = i64::from(count.clamp(1, 100_000));
    let start = match unit {
        TimeUnit::Day => last.checked_sub((count - 1).days()).ok()?,
        TimeUnit::Week => last.checked_sub((count * 7 - 1).days()).ok()?,
        TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year => {
            let months = (count * months_in(unit)).clamp(1, 100_000);
            if last == last.last_of_month() {
                last.first_of_month().checked_sub((months - 1).months()).ok()?
            } else {
                last.checked_sub(months.months()).ok()?.checked_add(1.day()).ok()?
            }
        }
    };
    Period::new(start, last)
}

/// So many units from the day after `today`.
pub(super) fn ahead(today: Date, count: u32, unit: TimeUnit) -> Option<Period> {
    let count = i64::from(count.min(100_000));
    let end = match unit {
        TimeUnit::Day => today.checked_add(count.days()).ok()?,
        TimeUnit::Week => today.checked_add((count * 7).days()).ok()?,
        TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year => {
            today.checked_add((count * months_in(unit)).clamp(0, 100_000).months()).ok()?
        }
    };
    Period::new(today.checked_add(1.day()).ok()?, end)
}

/// So many units up to the day before `today`; weeks are whole ones.
pub(super) fn behind(today: Date, count: u32, unit: TimeUnit, starts: Weekday) -> Option<Period> {
    let count = i64::from(count.min(100_000));
    let yesterday = today.checked_sub(1.day()).ok()?;
    match unit {
        TimeUnit::Day => Period::new(today.checked_sub(count.days()).ok()?, yesterday),
        TimeUnit::Week => {
            let this = Period::week_of(today, starts);
            Period::new(this.weeks_later(-count).start, this.weeks_later(-1).end)
        }
        TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year => {
            let months = (count * months_in(unit)).clamp(0, 100_000);
            Period::new(today.checked_sub(months.months()).ok()?, yesterday)
        }
    }
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

impl When {
    /// Other weeks that the words may mean: "the first week of June", where June began in the
    /// middle of one; "a month earlier", four weeks or a month of the calendar before.
    #[must_use]
    pub fn weeks_too(&self, context: &TimeContext) -> Vec<Period> {
        match self {
            Self::NthWeek { nth, full: false, of } => {
                let of = of.resolve(context).map(|resolved| resolved.period);
                of.and_then(|of| nth_week_too(of, *nth, context.week_starts)).into_iter().collect()
            }
            // "A couple of weeks ago", "nearly three weeks ago".
            Self::Back { count, unit: TimeUnit::Week, hedge } if *hedge != Hedge::Bare => {
                let now = context.current.filter(|now| now.days() == 7);
                let count = i64::from(*count);
                now.map_or_else(Vec::new, |now| [count - 1, count + 1].map(|n| now.weeks_later(-n)).to_vec())
            }
            Self::Back {
                count, unit: unit @ (TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year), ..
            } => {
                let months = i64::from(*count).saturating_mul(months_in(*unit));
                let now = context.current.filter(|now| now.days() == 7);
                now.map_or_else(Vec::new, |now| weeks_of_months_back(now, months, context.week_starts))
            }
            _ => Vec::new(),
        }
    }
}

/// Of the days of a week so many months of the calendar before, those of another week than the one
/// that lies so many weeks back are mere edges up to this many.
const EDGE: i64 = 2;

/// The other week in which, so many months of the calendar before it, much of a week lay.
fn weeks_of_months_back(now: Period, months: i64, starts: Weekday) -> Vec<Period> {
    let told = now.weeks_later(weeks_in_months(-months));
    let Some(then) = in_months(now, -months) else { return Vec::new() };
    let common = |week: &Period| {
        let (start, end) = (week.start.max(then.start), week.end.min(then.end));
        Period::new(start, end).map_or(0, |shared| shared.days())
    };
    let mut weeks: Vec<Period> = [then.start, then.end].map(|day| Period::week_of(day, starts)).to_vec();
    weeks.dedup();
    weeks.retain(|week| *week != told && common(week) > EDGE);
    weeks
}

/// The week that others count as the same one: where the first week of a period is no whole
/// one, those who count it and those who do not are a week apart.
fn nth_week_too(of: Period, nth: i8, starts: Weekday) -> Option<Period> {
    let edge = if nth > 0 { of.start } else { of.end };
    let first = Period::week_of(edge, starts);
    let step = if nth > 0 { 1 } else { -1 };
    let middle = first.start.checked_add(3.days()).is_ok_and(|middle| of.contains(middle));
    let told = nth_week(of, nth, false, starts)?;
    let other = told.weeks_later(if middle { step } else { -step });
    (!first.is_within(&of)).then_some(other).filter(|other| other.overlaps(&of))
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
