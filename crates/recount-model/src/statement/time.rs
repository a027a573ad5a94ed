//! The words for periods and ordinals.

use jiff::civil::{Date, Weekday};

use crate::time::Period;

const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
];

/// The words for a period: a day, a week, a month, a year or a range of days.
#[must_use]
pub fn period_words(period: Period) -> String {
    if period.days() == 7 {
        format!("the week of {}", day(period.start))
    } else if period.days() == 1 {
        day(period.start)
    } else if period == Period::month_of(period.start) {
        format!("{} {}", month(period.start), period.start.year())
    } else if period.start == period.start.first_of_year() && period.end == period.start.last_of_year() {
        period.start.year().to_string()
    } else {
        format!("the period from {} to {}", day(period.start), day(period.end))
    }
}

/// The same where weeks start on `first`: seven days from another weekday are
/// no week.
pub(super) fn period_of(period: Period, first: Weekday) -> String {
    match period.days() == 7 && !period.is_week(first) {
        true => format!("the seven days from {}", day(period.start)),
        false => period_words(period),
    }
}

/// The words for the time at which something is said to hold.
pub(super) fn at(period: Period, first: Weekday) -> String {
    let preposition = if period.days() == 1 { "on" } else { "in" };
    format!("{preposition} {}", period_of(period, first))
}

fn month(date: Date) -> &'static str {
    MONTHS[usize::from(date.month().unsigned_abs()).clamp(1, 12) - 1]
}

fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// An ordinal in digits: "2nd", "11th".
#[must_use]
pub fn ordinal(n: u32) -> String {
    let suffix = match (n % 10, n % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}

/// The article before an ordinal: "an 8th", "a 9th".
#[must_use]
pub fn article(n: u32) -> &'static str {
    let digits = n.to_string();
    if digits.starts_with('8') || n == 11 || n == 18 { "an" } else { "a" }
}
