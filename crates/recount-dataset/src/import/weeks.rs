//! Rows to periods: days summed to full weeks with their bounds, or one figure
//! a row.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use recount_model::vocabulary::Metric;
use recount_model::{Number, Period};

use super::Dates;
use super::rows::{Amount, Row};
use crate::problem::Problem;
use crate::raw::figures::OTHER;

/// One period of a figures file.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The key that names the period.
    pub(super) key: &'static str,
    /// Its first day.
    pub(super) start: Date,
    /// Does the source give the sum of what it does not list?
    pub(super) complete: bool,
    pub(super) unlisted_at_most: Option<Amount>,
    /// The largest first, those of a size by their name; `other` last.
    pub(super) figures: Vec<(String, Value)>,
}

/// A figure of a series.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// As the source gives it.
    Exact(Amount),
    /// Known within bounds.
    Within { low: Amount, high: Amount },
}

impl Value {
    fn low(&self) -> &Number {
        match self {
            Self::Exact(amount) | Self::Within { low: amount, .. } => &amount.number,
        }
    }
}

impl Amount {
    /// Of whole numbers the sum is one; else it is written with its decimals.
    fn of(number: Number) -> Self {
        let digits = (!number.is_whole()).then(|| number.to_decimal(30));
        Self { number, digits }
    }
}

/// What the rows say of each period, in their order; `notes` gets what is
/// left out.
pub(super) fn periods(
    rows: &[Row],
    dates: Dates,
    metric: &Metric,
    notes: &mut Vec<String>,
    problems: &mut Vec<Problem>,
) -> Vec<Entry> {
    if !metric.signed {
        unsigned(rows, metric, problems);
    }
    match dates {
        Dates::Day if metric.adds_up => summed(rows, metric, notes),
        Dates::Day => single(rows, "day", |row| Some(row.date)),
        Dates::WeekStart | Dates::WeekEnd => {
            single(rows, "week", |row| first_day(row, dates == Dates::WeekEnd, metric, problems))
        }
    }
}

fn unsigned(rows: &[Row], metric: &Metric, problems: &mut Vec<Problem>) {
    for row in rows.iter().filter(|row| row.amount.number.is_negative()) {
        let message = format!("the figure of \"{}\" is negative", row.series);
        let expected = format!("`{}` is not signed: expected 0 or more", metric.id);
        let problem = Problem::at(0, row.span, message, expected);
        let help = "a metric that may fall below zero needs `signed = true`";
        problems.push(problem.with_help(help));
    }
}

/// The first day of the row's week.
fn first_day(row: &Row, ends: bool, metric: &Metric, problems: &mut Vec<Problem>) -> Option<Date> {
    let start = if ends { row.date.saturating_sub(6.days()) } else { row.date };
    if Period::week(start).is_week(metric.week_starts) {
        return Some(start);
    }
    let week = Period::week_of(row.date, metric.week_starts);
    let (verb, date) = if ends { ("end", week.end) } else { ("start", week.start) };
    let message = format!("no week of `{}` {verb}s on {}", metric.id, row.date);
    let expected = format!("expected {date}, where the week that holds it {verb}s");
    let problem = Problem::at(0, row.span, message, expected);
    let help = "the metric's `week_starts` says on which day its weeks start";
    problems.push(problem.with_help(help));
    None
}

/// One figure for each row.
fn single(rows: &[Row], key: &'static str, mut start: impl FnMut(&Row) -> Option<Date>) -> Vec<Entry> {
    let mut periods: BTreeMap<Date, Vec<(String, Value)>> = BTreeMap::new();
    for row in rows {
        if let Some(start) = start(row) {
            let value = Value::Exact(row.amount.clone());
            let figures = periods.entry(start).or_default();
            figures.push((row.series.clone(), value));
        }
    }
    let entries = periods.into_iter().map(|(start, mut figures)| {
        sort(&mut figures);
        Entry {
            key,
            start,
            complete: figures.iter().any(|(series, _)| series == OTHER),
            unlisted_at_most: None,
            figures,
        }
    });
    entries.collect()
}

fn sort(figures: &mut [(String, Value)]) {
    figures.sort_by(|(name, value), (other_name, other)| {
        let last = |name: &str| name == OTHER;
        let order = last(name).cmp(&last(other_name));
        order.then_with(|| other.low().cmp(value.low())).then_with(|| name.cmp(other_name))
    });
}

/// What one day lists.
#[derive(Default)]
struct Day<'a> {
    listed: BTreeMap<&'a str, &'a Number>,
    other: Option<&'a Number>,
}

impl Day<'_> {
    fn is_there(&self) -> bool {
        !self.listed.is_empty() || self.other.is_some()
    }

    /// What a series that is not listed had at most. Where nothing is listed,
    /// that is all of the rest.
    fn smallest(&self) -> Number {
        let smallest = self.listed.values().copied().min();
        smallest.or(self.other).cloned().unwrap_or_default()
    }
}

/// Full weeks of daily rows.
fn summed(rows: &[Row], metric: &Metric, notes: &mut Vec<String>) -> Vec<Entry> {
    let mut weeks: BTreeMap<Date, [Day<'_>; 7]> = BTreeMap::new();
    for row in rows {
        let week = Period::week_of(row.date, metric.week_starts);
        let days = weeks.entry(week.start).or_default();
        let place = usize::from(row.date.weekday().since(metric.week_starts).unsigned_abs());
        let Some(day) = days.get_mut(place) else {
            continue;
        };
        if row.series == OTHER {
            day.other = Some(&row.amount.number);
        } else {
            day.listed.insert(&row.series, &row.amount.number);
        }
    }
    let mut entries = Vec::with_capacity(weeks.len());
    for (start, days) in &weeks {
        let there = days.iter().filter(|day| day.is_there()).count();
        if there == days.len() {
            entries.push(week(*start, days, metric, notes));
        } else {
            let left = format!("the week from {start} has {there} of its 7 days: left out");
            notes.push(left);
        }
    }
    entries
}

fn week(start: Date, days: &[Day<'_>; 7], metric: &Metric, notes: &mut Vec<String>) -> Entry {
    let smallest: Vec<Number> = days.iter().map(Day::smallest).collect();
    let mut sums: BTreeMap<&str, (Number, Number)> = BTreeMap::new();
    for series in days.iter().flat_map(|day| day.listed.keys()) {
        sums.entry(series).or_default();
    }
    let mut open = 0usize;
    sums.retain(|series, (sum, slack)| {
        for (day, smallest) in days.iter().zip(&smallest) {
            match day.listed.get(series) {
                Some(figure) => *sum = &*sum + figure,
                None => *slack = &*slack + smallest,
            }
        }
        let missed = days.iter().any(|day| !day.listed.contains_key(series));
        // Below zero there is no smallest figure that would bound it.
        let unbounded = missed && metric.signed;
        open += usize::from(unbounded);
        !unbounded
    });
    if open > 0 {
        let left = format!("the week from {start}: {open} series without all days left out");
        notes.push(left);
    }
    let slack: Number = sums.values().map(|(_, slack)| slack.clone()).sum();
    let mut figures: Vec<(String, Value)> = sums
        .into_iter()
        .map(|(series, (low, slack))| (series.to_owned(), bounded(&low, &(&low + &slack))))
        .collect();
    let complete = open == 0 && days.iter().all(|day| day.other.is_some());
    let with_other = days.iter().filter(|day| day.other.is_some()).count();
    if !complete && with_other > 0 {
        let left =
            format!("the week from {start} has `{OTHER}` on {with_other} of its 7 days: `{OTHER}` left out");
        notes.push(left);
    }
    if complete {
        let other: Number = days.iter().filter_map(|day| day.other.cloned()).sum();
        let rest = (&other - &slack).max(Number::ZERO.min(other.clone()));
        figures.push((OTHER.to_owned(), bounded(&rest, &other)));
    }
    sort(&mut figures);
    Entry {
        key: "week",
        start,
        complete,
        unlisted_at_most: complete.then(|| Amount::of(smallest.into_iter().sum())),
        figures,
    }
}

fn bounded(low: &Number, high: &Number) -> Value {
    let low_amount = Amount::of(low.clone());
    if low == high {
        return Value::Exact(low_amount);
    }
    Value::Within { low: low_amount, high: Amount::of(high.clone()) }
}
