//! Which periods of a table stand for a period of a claim.

use jiff::ToSpan;
use recount_dataset::Table;
use recount_model::vocabulary::Metric;
use recount_model::{Cadence, Period};

use crate::truth::Gap;
use crate::words;

/// The most periods that one claim may sum: a hundred years of weeks.
const MOST: i64 = 5_300;

/// The periods of the table of which `period` consists: one, or several whole
/// ones of a flow, all of them covered; of a stock the last covered one inside.
///
/// # Errors
/// The first period that is not covered; or why the period does not compare.
pub(crate) fn parts(table: &Table, metric: &Metric, period: Period) -> Result<Vec<Period>, Gap> {
    if table.periods.contains_key(&period) {
        return Ok(vec![period]);
    }
    if table.periods.is_empty() {
        return Err(Gap::Missing {
            words: format!("no figures of {} at all", metric.names[0]),
            period: Some(period),
        });
    }
    let pieces = match table.cadence {
        Cadence::Week => weeks(metric, period),
        Cadence::Day => days(period),
        Cadence::Month => months(period),
    };
    let Some(pieces) = pieces else {
        if !table.periods.keys().any(|covered| covered.overlaps(&period)) {
            return Err(Gap::uncovered(period));
        }
        let (cadence, whole) = match table.cadence {
            Cadence::Week => ("weekly", "weeks"),
            Cadence::Day => ("daily", "days"),
            Cadence::Month => ("monthly", "months"),
        };
        return Err(Gap::incomparable(format!(
            "the figures are {cadence}, and {} is not made of whole {whole}",
            words::when(period)
        )));
    };
    if !metric.adds_up {
        let inside = table
            .periods
            .range(Period::day(period.start)..=Period { start: period.end, end: jiff::civil::Date::MAX });
        let last = inside.map(|(p, _)| *p).rfind(|p| p.is_within(&period));
        return last.map(|p| vec![p]).ok_or(Gap::uncovered(period));
    }
    match pieces.iter().find(|piece| !table.periods.contains_key(piece)) {
        Some(gap) => Err(Gap::uncovered(*gap)),
        None => Ok(pieces),
    }
}

fn weeks(metric: &Metric, period: Period) -> Option<Vec<Period>> {
    let days = period.days();
    let whole = period.start.weekday() == metric.week_starts && days % 7 == 0;
    (whole && days / 7 <= MOST).then(|| {
        let first = Period::week(period.start);
        (0..days / 7).map(|n| first.weeks_later(n)).collect()
    })
}

fn days(period: Period) -> Option<Vec<Period>> {
    let all = period.start.series(1.day());
    let days = all.take_while(|day| *day <= period.end);
    (period.days() <= MOST).then(|| days.map(Period::day).collect())
}

fn months(period: Period) -> Option<Vec<Period>> {
    let whole = period.start.day() == 1 && period.end == period.end.last_of_month();
    let all = period.start.series(1.month());
    let months = all.take_while(|day| *day <= period.end);
    (whole && period.days() <= 31 * MOST).then(|| months.map(Period::month_of).collect())
}

/// The weeks wholly or partly inside a longer period, oldest first, covered or
/// not; none where `period` is not longer than a week, or figures are not weekly.
pub(crate) fn weeks_inside(table: &Table, metric: &Metric, period: Period) -> Vec<Period> {
    if table.cadence != Cadence::Week || period.days() <= 7 {
        return Vec::new();
    }
    let first = Period::week_of(period.start, metric.week_starts);
    (0..MOST).map(|n| first.weeks_later(n)).take_while(|week| week.overlaps(&period)).collect()
}

/// The period `steps` later (earlier, if negative): months where figures are
/// monthly and the period is made of months, else weeks.
pub(crate) fn later(cadence: Cadence, period: Period, steps: i64) -> Period {
    let monthly = cadence == Cadence::Month && months(period).is_some();
    if !monthly {
        return period.weeks_later(steps);
    }
    let span = steps.clamp(-24_000, 24_000).months();
    Period {
        start: period.start.saturating_add(span),
        end: period.end.first_of_month().saturating_add(span).last_of_month(),
    }
}

/// The same period of another year: months stay months, weeks stay weeks.
pub(crate) fn years_later(metric: &Metric, period: Period, years: i64) -> Period {
    if period.is_week(metric.week_starts) {
        return period.weeks_later(52 * years);
    }
    let span = years.clamp(-2_000, 2_000).years();
    let end = if period.end == period.end.last_of_month() {
        period.end.first_of_month().saturating_add(span).last_of_month()
    } else {
        period.end.saturating_add(span)
    };
    Period { start: period.start.saturating_add(span), end }
}
