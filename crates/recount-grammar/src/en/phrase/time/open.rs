//! Weeks that are told from the day of publication where nobody tells that day:
//! "last week" and "this week" of an undated text. They keep their distance, and
//! nothing else.

use jiff::civil::Date;
use recount_model::Period;
use recount_model::time::days_between;

use super::calendar::{stepped, unit_holding};
use super::{TimeContext, TimeUnit, When};

/// Stands for the day of publication: long before anything was counted.
const DAY: Date = Date::constant(100, 7, 7);

/// Years around it that stand for no year.
const YEARS: std::ops::RangeInclusive<i16> = 90..=110;

/// The week of "last week", told from a day that stands for the one of
/// publication; `None` where the text is dated. A week that the text names
/// elsewhere need not be that one.
pub(crate) fn open_week(when: &When, context: &TimeContext) -> Option<Period> {
    let shift = match when {
        When::Unit { unit: TimeUnit::Week, shift } => *shift,
        When::PastWeek => -1,
        _ => return None,
    };
    let week = unit_holding(DAY, TimeUnit::Week, context.week_starts);
    if context.published.is_none() { stepped(week, i64::from(shift), TimeUnit::Week) } else { None }
}

/// Is it told from that day, or from a week that is?
pub(crate) fn is_open(period: Period) -> bool {
    YEARS.contains(&period.start.year())
}

/// So many weeks after the one before the day of publication; the same for every
/// week of one beginning.
pub(crate) fn weeks_after(period: Period) -> Option<i16> {
    i16::try_from(days_between(DAY, period.start).div_euclid(7)).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};

    use super::*;

    fn undated(current: Option<Period>) -> TimeContext {
        TimeContext { published: None, reference: date(2026, 6, 30), week_starts: Weekday::Monday, current }
    }

    fn week(shift: i8) -> When {
        When::Unit { unit: TimeUnit::Week, shift }
    }

    #[test]
    fn weeks_of_an_undated_text_keep_their_distance() {
        let last = open_week(&week(-1), &undated(None)).unwrap();
        let before = open_week(&week(-2), &undated(Some(last))).unwrap();
        assert_eq!(before, last.weeks_later(-1));
        assert!(is_open(last) && is_open(before));
        assert_eq!(weeks_after(last).unwrap() - weeks_after(before).unwrap(), 1);
        let told = When::Previous(TimeUnit::Week).resolve(&undated(Some(last))).unwrap();
        assert_eq!(told.period, before);
    }

    #[test]
    fn only_a_date_of_publication_tells_last_week() {
        let dated = TimeContext { published: Some(date(2026, 6, 30)), ..undated(None) };
        assert_eq!(open_week(&week(-1), &dated), None);
        let named = Period::week(date(2026, 6, 22));
        assert!(open_week(&week(-1), &undated(Some(named))).is_some_and(is_open));
        assert_eq!(open_week(&When::Unit { unit: TimeUnit::Month, shift: -1 }, &undated(None)), None);
    }
}
