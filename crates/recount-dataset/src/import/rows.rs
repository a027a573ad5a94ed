//! The rows of an export: CSV with a header line, or a JSON array of flat
//! objects.

use std::borrow::Cow;
use std::fmt;

use csv::{ReaderBuilder, StringRecord, Trim};
use jiff::civil::Date;
use recount_model::{Number, Span};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;

use super::Options;
use crate::number::exact;
use crate::problem::{Problem, nearest};

/// The export is the first file of an import.
const FILE: u32 = 0;

/// One figure of one series on one date.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) date: Date,
    pub(super) series: String,
    pub(super) amount: Amount,
    /// The line of the row.
    pub(super) span: Span,
}

/// A figure, and its digits where they are not those of a whole number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) number: Number,
    pub(super) digits: Option<String>,
}

/// One row as it is written, by the columns.
struct Fields<'a> {
    span: Span,
    values: Vec<Cow<'a, str>>,
}

/// Every row that can be read, in the order of the text.
pub(super) fn read(options: &Options, text: &str, problems: &mut Vec<Problem>) -> Vec<Row> {
    let body = text.trim_start_matches('\u{feff}');
    if body.trim().is_empty() {
        let message = "the export is empty";
        let expected = "expected CSV with a header line, or JSON";
        problems.push(Problem::at(FILE, Span::default(), message, expected));
        return Vec::new();
    }
    let json = body.trim_start().starts_with(['[', '{']);
    let fields =
        if json { from_json(options, text, body, problems) } else { from_csv(options, text, problems) };
    let mut seen: FxHashMap<(Date, String), Span> = FxHashMap::default();
    let mut rows = Vec::with_capacity(fields.len());
    let reported = !problems.is_empty();
    for fields in &fields {
        let Some(row) = row(fields, problems) else {
            continue;
        };
        let first = *seen.entry((row.date, row.series.clone())).or_insert(row.span);
        if first != row.span {
            let message = format!("\"{}\" has two figures for {}", row.series, row.date);
            let problem = Problem::at(FILE, row.span, message, "expected one");
            problems.push(problem.with_first(first, "the first one"));
        }
        rows.push(row);
    }
    if fields.is_empty() && !reported {
        let message = "the export has no rows";
        problems.push(Problem::at(FILE, Span::default(), message, "expected rows"));
    }
    rows
}

fn row(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Row> {
    let [date, series, value] = fields.values.as_slice() else {
        return None;
    };
    let mut wrong = |message: String, expected: &str| {
        problems.push(Problem::at(FILE, fields.span, message, expected));
    };
    // A year of TOML has four digits and no sign.
    let day = date.parse::<Date>().ok().filter(|day| day.year() >= 0);
    if day.is_none() {
        let message = format!("\"{date}\" is no date");
        wrong(message, "expected a date such as 2026-03-02");
    }
    if series.is_empty() {
        wrong("a row without a series".into(), "expected the name of a series");
    }
    let amount = amount(value);
    if amount.is_none() {
        let message = format!("\"{value}\" is no number");
        wrong(message, "expected a number such as 1234 or 19.52");
    }
    Some(Row { date: day?, series: series.clone().into_owned(), amount: amount?, span: fields.span })
}

fn amount(text: &str) -> Option<Amount> {
    let number = exact(text)?;
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | ',');
    let digits = if text.chars().all(plain) {
        None
    } else if text.contains(['e', 'E']) {
        (!number.is_whole()).then(|| number.to_decimal(30))
    } else {
        Some(text.to_owned())
    };
    Some(Amount { number, digits })
}

/// Which of the columns are meant.
fn columns(
    options: &Options,
    header: &[&str],
    span: Span,
    problems: &mut Vec<Problem>,
) -> Option<[usize; 3]> {
    let named = [&options.date, &options.series, &options.value];
    let usual = ["date", "series", "value"];
    let mut found = [None; 3];
    for (at, (named, usual)) in named.into_iter().zip(usual).enumerate() {
        let place = |name: &str| header.iter().position(|column| *column == name);
        found[at] = match named {
            Some(name) => place(name),
            None => place(usual).or_else(|| (at < header.len()).then_some(at)),
        };
        if found[at].is_none() {
            let name = named.as_deref().unwrap_or(usual);
            let message = format!("there is no column \"{name}\"");
            let expected = format!("the columns are {}", header.join(", "));
            let help = nearest(name, header.iter().copied())
                .unwrap_or_else(|| format!("--{usual} names the column of that"));
            problems.push(Problem::at(FILE, span, message, expected).with_help(help));
        }
    }
    let [Some(date), Some(series), Some(value)] = found else {
        return None;
    };
    if date == series || series == value || date == value {
        let message = "one column is taken for two things";
        let expected = format!("the columns are {}", header.join(", "));
        let help = "--date, --series and --value name a column each";
        problems.push(Problem::at(FILE, span, message, expected).with_help(help));
        return None;
    }
    Some([date, series, value])
}

fn from_csv<'a>(options: &Options, text: &str, problems: &mut Vec<Problem>) -> Vec<Fields<'a>> {
    let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(text.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    let names: Vec<&str> = header.iter().collect();
    let first = Span::new(0, text.find('\n').unwrap_or(text.len()));
    let Some(columns) = columns(options, &names, first, problems) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    let mut record = StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return all,
            Ok(true) => {
                let values = columns.map(|at| record.get(at).unwrap_or("").to_owned().into());
                all.push(Fields { span: line(text, record.position()), values: values.into() });
            }
            Err(error) => {
                let (message, expected) = match error.kind() {
                    csv::ErrorKind::UnequalLengths { expected_len, len, .. } => (
                        format!("a row of {len} fields"),
                        format!("expected {expected_len}, as in the first line"),
                    ),
                    _ => (error.to_string(), "expected CSV".to_owned()),
                };
                problems.push(Problem::at(FILE, line(text, error.position()), message, expected));
                if error.is_io_error() {
                    return all;
                }
            }
        }
    }
}

/// The line at a record's place.
fn line(text: &str, position: Option<&csv::Position>) -> Span {
    let start = position.map_or(0, csv::Position::byte);
    let start = usize::try_from(start).unwrap_or(text.len());
    let rest = text.get(start..).unwrap_or("");
    let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    let rest = &rest[blank..];
    let length = rest.find(['\r', '\n']).unwrap_or(rest.len());
    Span::new(start + blank, start + blank + length)
}

/// A flat object, its fields in their order and by their text.
struct Object<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Object<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a flat object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some((key, value)) = map.next_entry::<String, &'de RawValue>()? {
                    entries.push((Cow::Owned(key), value));
                }
                Ok(Object(entries))
            }
        }
        from.deserialize_map(Entries)
    }
}

fn from_json<'a>(
    options: &Options,
    text: &'a str,
    body: &'a str,
    problems: &mut Vec<Problem>,
) -> Vec<Fields<'a>> {
    let skipped = text.len() - body.len();
    let items: Vec<&RawValue> = match serde_json::from_str(body) {
        Ok(items) => items,
        Err(error) => {
            let span = json_place(body, &error, skipped);
            let message = format!("JSON: {error}");
            let expected = "expected an array of flat objects";
            problems.push(Problem::at(FILE, span, message, expected));
            return Vec::new();
        }
    };
    let mut found: Option<Option<[String; 3]>> = None;
    let mut all = Vec::with_capacity(items.len());
    for item in items {
        // The item is a part of the text: the distance is its place.
        let start = item.get().as_ptr() as usize - text.as_ptr() as usize;
        let span = Span::new(start, start + item.get().len());
        let Ok(Object(entries)) = serde_json::from_str::<Object<'_>>(item.get()) else {
            let message = "an item that is no object";
            problems.push(Problem::at(FILE, span, message, "expected a flat object"));
            continue;
        };
        let names = found.get_or_insert_with(|| {
            let header: Vec<&str> = entries.iter().map(|(name, _)| name.as_ref()).collect();
            let places = columns(options, &header, span, problems)?;
            Some(places.map(|at| header[at].to_owned()))
        });
        let Some(names) = names else {
            return Vec::new();
        };
        let mut values = Vec::with_capacity(3);
        for name in names.iter() {
            match entries.iter().find(|(key, _)| key.as_ref() == name) {
                Some((_, value)) => values.push(plain(value)),
                None => {
                    let message = format!("an object without \"{name}\"");
                    problems.push(Problem::at(FILE, span, message, "expected every column"));
                }
            }
        }
        all.push(Fields { span, values });
    }
    all
}

/// A string without its quotes and escapes; anything else as it is written.
fn plain(value: &RawValue) -> Cow<'_, str> {
    let text = value.get();
    match serde_json::from_str::<String>(text) {
        Ok(text) => Cow::Owned(text.trim().to_owned()),
        Err(_) => Cow::Borrowed(text),
    }
}

fn json_place(body: &str, error: &serde_json::Error, skipped: usize) -> Span {
    let before: usize = body.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = skipped + before + error.column().saturating_sub(1);
    Span::new(at, at + 1)
}
