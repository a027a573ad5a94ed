//! Weeks and periods of civil days.

use jiff::civil::{Date, Weekday};
use jiff::{SignedDuration, ToSpan};

/// A closed range of days; a week is a period of seven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    /// The first day.
    pub start: Date,
    /// The last day; never before `start`.
    pub end: Date,
}

impl Period {
    /// From `start` to `end`, or `None` where `end` comes first.
    #[must_use]
    pub fn new(start: Date, end: Date) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    /// One day.
    #[must_use]
    pub const fn day(date: Date) -> Self {
        Self { start: date, end: date }
    }

    /// The seven days from `start`.
    #[must_use]
    pub fn week(start: Date) -> Self {
        Self { start, end: start.saturating_add(6.days()) }
    }

    /// The week that holds `date`, where weeks start on `first`.
    #[must_use]
    pub fn week_of(date: Date, first: Weekday) -> Self {
        let back = i64::from(date.weekday().since(first));
        Self::week(date.saturating_sub(back.days()))
    }

    /// The calendar month that holds `date`.
    #[must_use]
    pub fn month_of(date: Date) -> Self {
        Self { start: date.first_of_month(), end: date.last_of_month() }
    }

    /// How many days.
    #[must_use]
    pub fn days(&self) -> i64 {
        days_between(self.start, self.end) + 1
    }

    /// Is it one week that starts on `first`?
    #[must_use]
    pub fn is_week(&self, first: Weekday) -> bool {
        self.days() == 7 && self.start.weekday() == first
    }

    /// The period of the same length `weeks` weeks later (earlier, if negative).
    #[must_use]
    pub fn weeks_later(&self, weeks: i64) -> Self {
        // Hours are added without a look at a calendar.
        let span = SignedDuration::from_hours(weeks.clamp(-100_000, 100_000) * 7 * 24);
        Self { start: self.start.saturating_add(span), end: self.end.saturating_add(span) }
    }

    /// Does `date` lie in it?
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        self.start <= date && date <= self.end
    }

    /// Have the two a day in common?
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// Is every day of `self` in `other`?
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        other.start <= self.start && self.end <= other.end
    }
}

/// Days from `from` to `to`; negative where `to` comes first.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// How often a metric has a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cadence {
    /// A figure for each seven days from the metric's first weekday.
    Week,
    /// A figure as of a day.
    Day,
    /// A figure for each calendar month.
    Month,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_week_is_found_from_any_of_its_days() {
        for day in 2..=8 {
            let week = Period::week_of(date(2026, 3, day), Weekday::Monday);
            assert_eq!(week, Period::week(date(2026, 3, 2)));
        }
        assert_eq!(Period::week_of(date(2026, 3, 7), Weekday::Saturday).start, date(2026, 3, 7));
    }

    #[test]
    fn weeks_cross_years() {
        let week = Period::week(date(2025, 12, 29));
        assert_eq!(week.end, date(2026, 1, 4));
        assert_eq!(week.weeks_later(-52).start, date(2024, 12, 30));
        assert_eq!(Period::week(Date::MAX).days(), 1);
    }
}
