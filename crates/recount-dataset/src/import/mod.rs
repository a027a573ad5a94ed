//! A source's export to figures files, week by week.
//!
//! Pure: from texts to texts. The program reads the files, and writes what
//! comes back.
//!
//! # What is made of the rows
//!
//! - Daily rows of a metric that adds up become weeks: only those of which all
//!   seven days are there; the others are named in the notes. A series that a
//!   day's list misses had anything from nothing to that day's smallest listed
//!   figure on it, so its week is written as bounds, and `other` gives way by
//!   as much, so that the total stays the source's. `other` in the series
//!   column is the reserved name of the sum of what is not listed; a week that
//!   has it on every day is `complete`.
//! - Daily rows of a metric that does not add up (a stock) stay days.
//! - Weekly rows, dated by their first or last day, are one figure each.
//!
//! A period is also `complete` where the options say that of all of them.
//!
//! There is one file for each metric and year (of the period's first day).
//! Where it exists it is updated in place: a period whose figures changed gets
//! the new ones, new periods are put in their order, and everything else,
//! comments included, stays as it is. A period that the source no longer gives
//! stays. Nothing new leaves every byte alone.

mod rows;
mod weeks;
mod write;

use std::collections::BTreeMap;

use recount_model::Vocabulary;

use crate::dataset::SourceFile;
use crate::number::percentage;
use crate::problem::{Problem, nearest};

/// What the rows of an export are, and what is known of their source.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The id of the metric.
    pub metric: String,
    /// Who published it, and as of when.
    pub source: String,
    /// The licence; `None` leaves what a file has.
    pub license: Option<String>,
    /// A percentage such as `0.5%`; `None` leaves what a file has.
    pub tolerance: Option<String>,
    /// The name of the column of dates: else `date`, else the first one.
    pub date: Option<String>,
    /// The name of the column of series: else `series`, else the second one.
    pub series: Option<String>,
    /// The name of the column of figures: else `value`, else the third one.
    pub value: Option<String>,
    /// What the dates are.
    pub dates: Dates,
    /// Does every period list the largest there are, so that ranks are known
    /// though the source gives no `other`? Not of daily rows that become weeks:
    /// who is missing from a day's list may still be large in a week.
    pub complete: bool,
}

/// What the date of a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Dates {
    /// That day.
    #[default]
    Day,
    /// The week that starts on it.
    WeekStart,
    /// The week that ends on it.
    WeekEnd,
}

impl Dates {
    /// Every value with its word.
    pub const WORDS: [(&'static str, Self); 3] =
        [("day", Self::Day), ("week-start", Self::WeekStart), ("week-end", Self::WeekEnd)];

    /// The value of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let found = Self::WORDS.iter().find(|(known, _)| *known == word);
        found.map(|(_, dates)| *dates)
    }
}

/// What an import makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// One for each metric and year that the rows are about, by name.
    pub files: Vec<Written>,
    /// What was left out, and why, in plain sentences.
    pub notes: Vec<String>,
}

/// One figures file after the import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its name in the folder: `<metric>-<year>.toml`.
    pub name: String,
    /// All of its text; byte for byte the old one where nothing changed.
    pub text: String,
    /// Is the text another than the old one?
    pub changed: bool,
    /// Periods that were not there.
    pub added: usize,
    /// Periods with other figures than before.
    pub updated: usize,
    /// Periods that are as they were.
    pub kept: usize,
}

/// More than so many mistakes of one export are counted, not shown.
const MOST_PROBLEMS: usize = 30;

/// Makes figures of `input`, an export in CSV or a JSON array of flat objects.
/// `existing` are the files of the folder that the figures go to; the part of
/// their name after the last slash counts.
///
/// # Errors
/// Everything that is wrong with the options, the rows and the files that
/// would be updated, by file and place; of very many only the first.
pub fn import(
    options: &Options,
    input: &SourceFile,
    vocabulary: &Vocabulary,
    existing: &[SourceFile],
) -> Result<Import, Vec<Problem>> {
    let mut problems = Vec::new();
    let files: Vec<SourceFile> = std::iter::once(input).chain(existing).cloned().collect();
    let made = make(options, &files, vocabulary, &mut problems);
    match made {
        Some(import) if problems.is_empty() => Ok(import),
        _ => Err(finished(problems, &files)),
    }
}

/// The input is the first of the files.
fn make(
    options: &Options,
    files: &[SourceFile],
    vocabulary: &Vocabulary,
    problems: &mut Vec<Problem>,
) -> Option<Import> {
    check(options, problems);
    let Some(metric) = vocabulary.find_metric(&options.metric) else {
        let ids = vocabulary.metrics.iter().map(|metric| metric.id.as_str());
        let message = format!("unknown metric \"{}\"", options.metric);
        let known = format!("expected one of {}", ids.clone().collect::<Vec<_>>().join(", "));
        let help = nearest(&options.metric, ids).unwrap_or(known);
        problems.push(Problem::nowhere(message).with_help(help));
        return None;
    };
    let metric = vocabulary.metric(metric);
    let rows = rows::read(options, &files.first()?.text, problems);
    let mut notes = Vec::new();
    let mut periods = weeks::periods(&rows, options.dates, metric, &mut notes, problems);
    if options.complete && options.dates == Dates::Day && metric.adds_up {
        let message = "weeks made of days cannot be called complete";
        let help = "a row with the series `other` on every day makes them so: the sum of what is not listed";
        problems.push(Problem::nowhere(message).with_help(help));
    }
    for entry in &mut periods {
        entry.complete |= options.complete;
    }
    if !problems.is_empty() {
        return None;
    }
    let mut years: BTreeMap<i16, Vec<weeks::Entry>> = BTreeMap::new();
    for entry in periods {
        years.entry(entry.start.year()).or_default().push(entry);
    }
    let written = years.into_iter().map(|(year, entries)| {
        let name = format!("{}-{year}.toml", metric.id);
        let place = files.iter().skip(1).position(|file| {
            let last = file.name.rsplit(['/', '\\']).next();
            last == Some(name.as_str())
        });
        let old = place.and_then(|place| {
            let text = files.get(place + 1)?.text.as_ref();
            Some((u32::try_from(place + 1).ok()?, text))
        });
        write::file(options, name, old, &entries, problems)
    });
    let files = written.collect::<Option<Vec<_>>>()?;
    Some(Import { files, notes })
}

fn check(options: &Options, problems: &mut Vec<Problem>) {
    if options.source.trim().is_empty() {
        let missing = Problem::nowhere("the source is empty");
        problems.push(missing.with_help("say who published the figures, and as of when"));
    }
    if let Some(tolerance) = &options.tolerance
        && percentage(tolerance).is_none()
    {
        let message = format!("\"{tolerance}\" is no tolerance");
        let help = "expected a percentage from 0 to below 100 such as 0.5%";
        problems.push(Problem::nowhere(message).with_help(help));
    }
}

/// The problems in their order, with the texts that they underline.
fn finished(mut problems: Vec<Problem>, files: &[SourceFile]) -> Vec<Problem> {
    problems.sort_by_key(Problem::place);
    let rest = problems.len().saturating_sub(MOST_PROBLEMS);
    problems.truncate(MOST_PROBLEMS);
    if rest > 0 {
        problems.push(Problem::nowhere(format!("… and {rest} more of them")));
    }
    for problem in &mut problems {
        problem.attach(files);
    }
    problems
}
