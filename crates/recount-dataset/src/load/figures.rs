//! The figures: one sheet for each period and source.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;
use recount_model::vocabulary::{Best, Metric};
use recount_model::{Bound, Cadence, Interval, MetricId, Number, Period, SeriesId, Vocabulary};
use rustc_hash::FxHashMap;

use super::vocabulary::{Loaded, WEEKDAYS, unknown};
use crate::dataset::{Figure, Place, Sheet, Source, Table};
use crate::number::{Tolerance, percentage, written};
use crate::problem::Problem;
use crate::raw::figures::{OTHER, RawFigure, RawFigures, RawSheet, RawValue};
use crate::raw::{At, RawNumber, RawPeriod, Word};

/// Validates every figures file; also the tables, one for each metric.
pub(crate) fn figures(
    raw: &[RawFigures<'_>],
    loaded: &Loaded,
    problems: &mut Vec<Problem>,
) -> (Vec<Source>, Vec<Table>) {
    let mut sources = Vec::with_capacity(raw.len());
    let empty = Tally { cadence: None, periods: BTreeMap::new() };
    let mut tallies = vec![empty; loaded.vocabulary.metrics.len()];
    let mut seen = FxHashMap::default();
    for file in raw {
        let Some(source) = source(file, &loaded.vocabulary, problems) else {
            continue;
        };
        let rules = Rules {
            metric: loaded.vocabulary.metric(source.metric),
            loaded,
            tolerance: &Tolerance::new(&source.tolerance),
            source: u32::try_from(sources.len()).unwrap_or(u32::MAX),
            file: file.file,
        };
        let sheets = sheets(rules, &file.sheets, problems);
        let mut reader = Reader { rules, problems };
        let tally = &mut tallies[source.metric.index()];
        let mut mixed = false;
        for (raw, sheet) in file.sheets.iter().zip(sheets) {
            let Some((period, cadence)) = reader.period(raw) else {
                continue;
            };
            let expected = *tally.cadence.get_or_insert(cadence);
            if expected != cadence && !mixed {
                mixed = true;
                reader.mixed(raw, expected, cadence);
            }
            reader.twice(raw, period, file, &mut seen);
            tally.periods.entry(period).or_default().push(sheet);
        }
        sources.push(source);
    }
    let tables = tallies.into_iter().map(Tally::table).collect();
    (sources, tables)
}

/// Every sheet of a file, in its order. Exact numbers are most of the work of
/// loading, and no sheet needs another.
fn sheets(rules: Rules<'_>, raw: &[RawSheet<'_>], problems: &mut Vec<Problem>) -> Vec<Sheet> {
    let read = raw.par_iter().map(|raw| {
        let mut problems = Vec::new();
        let mut reader = Reader { rules, problems: &mut problems };
        (reader.sheet(raw), problems)
    });
    let (sheets, found): (Vec<Sheet>, Vec<Vec<Problem>>) = read.unzip();
    problems.extend(found.into_iter().flatten());
    sheets
}

/// The figures of one metric so far.
#[derive(Clone)]
struct Tally {
    cadence: Option<Cadence>,
    periods: BTreeMap<Period, Vec<Sheet>>,
}

impl Tally {
    fn table(self) -> Table {
        Table { cadence: self.cadence.unwrap_or(Cadence::Week), periods: self.periods }
    }
}

/// A metric, a source's name and a period, with where it was first given: two
/// files of one source may not both give it.
type Seen<'a> = FxHashMap<(&'a str, &'a str, Period), At<u32>>;

fn source(file: &RawFigures<'_>, vocabulary: &Vocabulary, problems: &mut Vec<Problem>) -> Option<Source> {
    let tolerance = tolerance(file.file, file.tolerance, problems);
    let metric = metric(file.file, file.metric, vocabulary, problems)?;
    Some(Source {
        metric,
        name: file.source.map_or("", |word| word.text).to_owned(),
        license: file.license.map(|word| word.text.to_owned()),
        tolerance,
        file: file.file,
    })
}

/// The metric of that id.
pub(crate) fn metric(
    file: u32,
    word: Option<Word<'_>>,
    vocabulary: &Vocabulary,
    problems: &mut Vec<Problem>,
) -> Option<MetricId> {
    let word = word?;
    let found = vocabulary.find_metric(word.text);
    if found.is_none() {
        let valid = vocabulary.metrics.iter().map(|m| m.id.as_str());
        problems.push(unknown(file, "metric", word, valid));
    }
    found
}

fn tolerance(file: u32, word: Option<Word<'_>>, problems: &mut Vec<Problem>) -> Number {
    let Some(word) = word else {
        return Number::ZERO;
    };
    percentage(word.text).unwrap_or_else(|| {
        let message = format!("\"{}\" is no tolerance", word.text);
        let expected = "expected a percentage from 0 to below 100 such as \"0.5%\"";
        problems.push(Problem::at(file, word.span, message, expected));
        Number::ZERO
    })
}

/// The period, or why it is none.
pub(crate) fn period(
    file: u32,
    raw: At<RawPeriod>,
    metric: &Metric,
    problems: &mut Vec<Problem>,
) -> Option<(Period, Cadence)> {
    match raw.value {
        RawPeriod::Day(date) => Some((Period::day(date), Cadence::Day)),
        RawPeriod::Month(date) => Some((Period::month_of(date), Cadence::Month)),
        RawPeriod::Week(date) => {
            let at = At { value: date, span: raw.span };
            Some((week(file, at, metric, problems)?, Cadence::Week))
        }
    }
}

/// The week that starts on that day, or why none does.
pub(crate) fn week(
    file: u32,
    date: At<Date>,
    metric: &Metric,
    problems: &mut Vec<Problem>,
) -> Option<Period> {
    let week = Period::week(date.value);
    if week.is_week(metric.week_starts) {
        return Some(week);
    }
    let name = |weekday| {
        let found = WEEKDAYS.iter().find(|(_, day)| *day == weekday);
        found.map_or("", |(name, _)| *name)
    };
    let message = format!("{} is a {}", date.value, name(date.value.weekday()));
    let start = Period::week_of(date.value, metric.week_starts).start;
    let label =
        format!("the weeks of `{}` start on a {}: expected {start}", metric.id, name(metric.week_starts));
    problems.push(Problem::at(file, date.span, message, label));
    None
}

/// How files and reports call a cadence.
fn called(cadence: Cadence) -> &'static str {
    match cadence {
        Cadence::Week => "week",
        Cadence::Day => "day",
        Cadence::Month => "month",
    }
}

/// What all figures of one file are read by.
#[derive(Clone, Copy)]
struct Rules<'a> {
    metric: &'a Metric,
    loaded: &'a Loaded,
    tolerance: &'a Tolerance,
    source: u32,
    file: u32,
}

struct Reader<'a, 'p> {
    rules: Rules<'a>,
    problems: &'p mut Vec<Problem>,
}

impl Reader<'_, '_> {
    fn period(&mut self, sheet: &RawSheet<'_>) -> Option<(Period, Cadence)> {
        period(self.rules.file, sheet.period?, self.rules.metric, self.problems)
    }

    fn mixed(&mut self, sheet: &RawSheet<'_>, expected: Cadence, found: Cadence) {
        let Some(at) = sheet.period else { return };
        let (expected, found) = (called(expected), called(found));
        let message =
            format!("`{}` has a figure for each {expected}, and here for a {found}", self.rules.metric.id);
        let label = format!("expected `{expected}`");
        let problem = Problem::at(self.rules.file, at.span, message, label);
        let help = "a metric has figures of one length: make the other one a [[metric]] of its own";
        self.problems.push(problem.with_help(help));
    }

    fn twice<'f>(
        &mut self,
        sheet: &RawSheet<'_>,
        period: Period,
        file: &RawFigures<'f>,
        seen: &mut Seen<'f>,
    ) {
        let (Some(at), Some(metric), Some(source)) = (sheet.period, file.metric, file.source) else {
            return;
        };
        let here = At { value: self.rules.file, span: at.span };
        let first = *seen.entry((metric.text, source.text, period)).or_insert(here);
        if (first.value, first.span) == (here.value, here.span) {
            return;
        }
        let message = format!("the period from {} is given twice", period.start);
        let label = "expected each period once for each source";
        let problem = Problem::at(self.rules.file, at.span, message, label);
        self.problems.push(if first.value == self.rules.file {
            problem.with_first(first.span, "first given here")
        } else {
            problem.with_help(format!("\"{}\" gives it in another file too", source.text))
        });
    }

    fn sheet(&mut self, raw: &RawSheet<'_>) -> Sheet {
        let (figures, other) = self.figures(raw);
        let given = raw
            .unlisted_at_most
            .and_then(|at| self.number(at, || "`unlisted_at_most`".to_owned()))
            .and_then(|interval| Some(interval.high?.value));
        let smallest = || {
            let highs = figures.values().filter_map(|f| f.given.high.as_ref());
            highs.map(|high| &high.value).min().cloned()
        };
        Sheet {
            source: self.rules.source,
            complete: raw.complete,
            unlisted_at_most: match self.rules.metric.best {
                Best::Highest => given.or_else(smallest),
                // What is not listed is then larger than what is.
                Best::Lowest => given,
            },
            figures,
            other,
            place: Place { file: self.rules.file, span: raw.period.map(|at| at.span).unwrap_or_default() },
        }
    }

    fn figures(&mut self, raw: &RawSheet<'_>) -> (BTreeMap<SeriesId, Figure>, Option<Figure>) {
        let mut listed = Vec::with_capacity(raw.figures.len());
        let mut other = None;
        for raw in &raw.figures {
            let Some(figure) = self.figure(raw) else {
                continue;
            };
            if raw.series == OTHER {
                other = Some(figure);
            } else if let Some(series) = self.rules.loaded.series.get(raw.series) {
                listed.push((*series, figure));
            }
        }
        // Sorted first, the map is built in one go.
        listed.sort_unstable_by_key(|(series, _)| *series);
        (listed.into_iter().collect(), other)
    }

    fn figure(&mut self, raw: &RawFigure<'_>) -> Option<Figure> {
        let what = || format!("the figure of \"{}\"", raw.series);
        let given = match raw.value {
            RawValue::Number(at) => self.number(at, what)?,
            RawValue::Within { low, high } => {
                let (from, to) = (self.number(low, what), self.number(high, what));
                let given = Interval { low: from?.low, high: to?.high };
                if given.is_empty() {
                    let message = format!("{} has its low above its high", what());
                    let expected = "expected `low` at most `high`";
                    self.problems.push(Problem::at(self.rules.file, raw.span, message, expected));
                    return None;
                }
                given
            }
        };
        let admitted = self.rules.tolerance.widened(&given);
        Some(Figure { given, admitted, place: Place { file: self.rules.file, span: raw.span } })
    }

    /// What the number admits. An unsigned metric has nothing below zero.
    fn number(&mut self, at: At<RawNumber<'_>>, what: impl Fn() -> String) -> Option<Interval> {
        let mut interval = match written(at.value) {
            Ok(interval) => interval,
            Err(wrong) => {
                self.problems.push(Problem::at(
                    self.rules.file,
                    at.span,
                    format!("{}: {}", what(), wrong.message),
                    wrong.expected,
                ));
                return None;
            }
        };
        let below = |bound: &Option<Bound>| bound.as_ref().is_some_and(|b| b.value.is_negative());
        if self.rules.metric.signed || !below(&interval.low) {
            return Some(interval);
        }
        // "0" reaches half a digit below zero, and is not negative for that.
        let negative = interval.middle().is_some_and(|middle| middle.is_negative());
        if negative {
            let message = format!("{} is negative", what());
            let label = format!("`{}` is not signed: expected 0 or more", self.rules.metric.id);
            let help = "a metric that may fall below zero needs `signed = true`";
            self.problems.push(Problem::at(self.rules.file, at.span, message, label).with_help(help));
            return None;
        }
        interval.low = Some(Bound::closed(Number::ZERO));
        Some(interval)
    }
}
