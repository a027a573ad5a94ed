//! Periods into the text of a figures file, a new one or one that is there.

use jiff::civil::Date;
use recount_model::Span;
use toml_edit::{ArrayOfTables, Datetime, DocumentMut, InlineTable, Item, Table, TableLike, value};

use super::weeks::{Entry, Value};
use super::{Options, Written};
use crate::problem::Problem;

/// What an update did to one period.
enum Change {
    Added,
    Updated,
    Kept,
}

/// The file with the entries in it; `old` is the text that is there, and its
/// place among the files. `None` where that one is broken.
pub(super) fn file(
    options: &Options,
    name: String,
    old: Option<(u32, &str)>,
    entries: &[Entry],
    problems: &mut Vec<Problem>,
) -> Option<Written> {
    let mut document = match old {
        None => DocumentMut::new(),
        Some((file, text)) => parsed(file, text, options, problems)?,
    };
    let root = document.as_table_mut();
    let mut changed = header(options, root);
    let periods = root.entry("period").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(periods) = periods.as_array_of_tables_mut() else {
        let (file, _) = old?;
        let message = "`period` is no list of tables";
        let expected = "expected [[period]] tables";
        problems.push(Problem::at(file, Span::default(), message, expected));
        return None;
    };
    let (mut added, mut updated, mut kept) = (0, 0, 0);
    for entry in entries {
        if let (Some((file, _)), Some(other)) = (old, other_key(periods, entry.key)) {
            let message = format!("{name} has a figure for each {other}");
            let expected = format!("expected one for each {}, as the import has", entry.key);
            let problem = Problem::at(file, Span::default(), message, expected);
            problems.push(problem.with_help("--dates says what the dates of the export are"));
            return None;
        }
        match put(periods, entry) {
            Change::Added => added += 1,
            Change::Updated => updated += 1,
            Change::Kept => kept += 1,
        }
    }
    changed |= added + updated > 0;
    let text = match old {
        Some((_, text)) if !changed => text.to_owned(),
        _ => document.to_string(),
    };
    Some(Written { name, text, changed, added, updated, kept })
}

fn parsed(file: u32, text: &str, options: &Options, problems: &mut Vec<Problem>) -> Option<DocumentMut> {
    let document: DocumentMut = match text.parse() {
        Ok(document) => document,
        Err(error) => {
            let error: toml_edit::TomlError = error;
            let span = error.span().unwrap_or(0..0);
            let span = Span::new(span.start, span.end);
            let message = format!("TOML: {}", error.message());
            let expected = "expected TOML, to be updated in place";
            problems.push(Problem::at(file, span, message, expected));
            return None;
        }
    };
    let metric = document.get("metric").and_then(Item::as_str);
    if metric != Some(options.metric.as_str()) {
        let message = format!("the file is not about the metric `{}`", options.metric);
        let line = Span::new(0, text.find('\n').unwrap_or(text.len()));
        let expected = format!("expected metric = \"{}\"", options.metric);
        problems.push(Problem::at(file, line, message, expected));
        return None;
    }
    Some(document)
}

/// Writes what is known of the source; was it other than it is there?
fn header(options: &Options, root: &mut Table) -> bool {
    let mut changed = false;
    let given = [
        ("metric", Some(&options.metric)),
        ("source", Some(&options.source)),
        ("license", options.license.as_ref()),
        ("tolerance", options.tolerance.as_ref()),
    ];
    for (key, text) in given {
        if let Some(text) = text {
            changed |= set(root, key, value(text));
        }
    }
    changed
}

/// Sets a value where it is not the same already; what stands around the old
/// one stays.
fn set(table: &mut dyn TableLike, key: &str, new: Item) -> bool {
    let Some(old) = table.get_mut(key) else {
        table.insert(key, new);
        return true;
    };
    if same(old, &new) {
        return false;
    }
    let decor = old.as_value().map(|old| old.decor().clone());
    *old = new;
    if let (Some(decor), Some(new)) = (decor, old.as_value_mut()) {
        *new.decor_mut() = decor;
    }
    true
}

/// Do both say the same, however they are written?
fn same(old: &Item, new: &Item) -> bool {
    match (old.as_table_like(), new.as_table_like()) {
        (Some(old), Some(new)) => {
            old.len() == new.len()
                && new.iter().all(|(key, new)| old.get(key).is_some_and(|old| same(old, new)))
        }
        (None, None) => match (old.as_integer(), new.as_integer()) {
            (Some(old), Some(new)) => old == new,
            _ => {
                (old.as_str().is_some() && old.as_str() == new.as_str())
                    || (old.as_bool().is_some() && old.as_bool() == new.as_bool())
            }
        },
        _ => false,
    }
}

/// The key by which some period is named, if it is another one.
fn other_key(periods: &ArrayOfTables, key: &str) -> Option<&'static str> {
    ["week", "day", "month"]
        .into_iter()
        .filter(|other| *other != key)
        .find(|other| periods.iter().any(|period| period.contains_key(other)))
}

/// The first day that a period's `key` names.
fn start(period: &Table, key: &str) -> Option<Date> {
    let date = period.get(key)?.as_datetime()?.date?;
    let year = i16::try_from(date.year).ok()?;
    let month = i8::try_from(date.month).ok()?;
    Date::new(year, month, i8::try_from(date.day).ok()?).ok()
}

/// Adds the entry in its order, or brings the period that is there up to it.
fn put(periods: &mut ArrayOfTables, entry: &Entry) -> Change {
    let starts: Vec<Option<Date>> = periods.iter().map(|period| start(period, entry.key)).collect();
    if let Some(place) = starts.iter().position(|day| *day == Some(entry.start)) {
        let changed = periods.get_mut(place).is_some_and(|period| update(period, entry));
        return if changed { Change::Updated } else { Change::Kept };
    }
    let later = |day: &Option<Date>| day.is_some_and(|day| day > entry.start);
    let place = starts.iter().position(later).unwrap_or(starts.len());
    let mut period = Table::new();
    period.insert(entry.key, value(toml_date(entry.start)));
    update(&mut period, entry);
    periods.insert(place, period);
    Change::Added
}

fn toml_date(date: Date) -> Datetime {
    let unsigned = |part: i8| part.unsigned_abs();
    toml_edit::Date {
        year: date.year().unsigned_abs(),
        month: unsigned(date.month()),
        day: unsigned(date.day()),
    }
    .into()
}

/// Makes the period say what the entry says; did it say something else?
fn update(period: &mut Table, entry: &Entry) -> bool {
    let mut changed = if entry.complete {
        set(period, "complete", value(true))
    } else {
        period.remove("complete").is_some()
    };
    changed |= match &entry.unlisted_at_most {
        Some(amount) => set(period, "unlisted_at_most", amount.item()),
        None => period.remove("unlisted_at_most").is_some(),
    };
    let figures = period.entry("figures").or_insert_with(|| {
        let mut table = Table::new();
        table.decor_mut().set_prefix("");
        Item::Table(table)
    });
    let Some(figures) = figures.as_table_like_mut() else {
        *figures = Item::Table(Table::new());
        return update(period, entry);
    };
    let gone: Vec<String> = figures
        .iter()
        .map(|(name, _)| name.to_owned())
        .filter(|name| !entry.figures.iter().any(|(series, _)| series == name))
        .collect();
    for name in &gone {
        figures.remove(name);
    }
    changed |= !gone.is_empty();
    for (series, figure) in &entry.figures {
        changed |= set(figures, series, figure.item());
    }
    changed
}

impl super::rows::Amount {
    /// An integer where it is one that TOML can hold, else a string.
    fn item(&self) -> Item {
        match (&self.digits, self.number.to_i64()) {
            (None, Some(whole)) => value(whole),
            (None, None) => value(self.number.to_decimal(0)),
            (Some(digits), _) => value(digits.as_str()),
        }
    }
}

impl Value {
    fn item(&self) -> Item {
        match self {
            Self::Exact(amount) => amount.item(),
            Self::Within { low, high } => {
                let mut bounds = InlineTable::new();
                for (end, amount) in [("low", low), ("high", high)] {
                    if let Ok(amount) = amount.item().into_value() {
                        bounds.insert(end, amount);
                    }
                }
                value(bounds)
            }
        }
    }
}
