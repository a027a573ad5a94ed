//! The shapes that the files are written in, before anything is checked
//! against anything else: plain structs whose every value knows its span.
//!
//! They are filled by walking the parsed document rather than by serde, which
//! stops at the first unknown key or wrong type of a file; here every mistake
//! of a file is found in one pass, and the keys that a shape asks for are the
//! keys that it knows.

pub(crate) mod by_hand;
pub(crate) mod figures;
pub(crate) mod keys;
pub(crate) mod plain;
pub(crate) mod vocabulary;

use jiff::civil::Date;
use recount_model::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::problem::Problem;

/// A string of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    pub(crate) span: Span,
}

/// Any other value of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

/// Which period something is about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum RawPeriod {
    /// `week = 2026-03-02`: the seven days from that one.
    Week(Date),
    /// `day = 2026-03-02`.
    Day(Date),
    /// `month = "2026-03"`: its first day.
    Month(Date),
}

/// A number as a file gives it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum RawNumber<'a> {
    /// A bare integer.
    Whole(i128),
    /// A bare float, by its digits.
    Float(&'a str),
    /// A string.
    Text(&'a str),
}

/// The TOML of one file.
pub(crate) struct Parsed<'a> {
    /// What can be read of it.
    pub(crate) root: Spanned<DeTable<'a>>,
    /// Every syntax error.
    pub(crate) errors: Vec<Problem>,
    /// Is there nothing else to be said of it? Beside a syntax error, what is
    /// missing or unknown may be so for that reason alone.
    pub(crate) broken: bool,
}

/// Reads the TOML of one file, to the end whatever is wrong with it.
pub(crate) fn parse(file: u32, text: &str) -> Parsed<'_> {
    let (root, found) = DeTable::parse_recoverable(text);
    let mut broken = false;
    let errors = found.into_iter().map(|error| {
        let span = error.span().unwrap_or(0..0);
        let span = Span::new(span.start, span.end);
        if error.message() == "duplicate key" {
            let message = format!("the key {} is given twice", span.of(text));
            return Problem::at(file, span, message, "expected each key once");
        }
        broken = true;
        let (message, expected) = match error.message().split_once(", expected ") {
            Some((message, expected)) => (message, format!("expected {expected}")),
            None => (error.message(), "expected TOML".to_owned()),
        };
        Problem::at(file, span, format!("TOML: {message}"), expected)
    });
    let errors = errors.collect();
    Parsed { root, errors, broken }
}

/// The span of a value.
pub(crate) fn span_of<T>(spanned: &Spanned<T>) -> Span {
    let span = spanned.span();
    Span::new(span.start, span.end)
}

/// What a value is, for "expected … but this is …".
pub(crate) fn type_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// The day that a value names: a date without a time.
pub(crate) fn date_of(value: &DeValue<'_>) -> Option<Date> {
    let DeValue::Datetime(found) = value else {
        return None;
    };
    let (Some(date), None, None) = (found.date, found.time, found.offset) else {
        return None;
    };
    let year = i16::try_from(date.year).ok()?;
    let month = i8::try_from(date.month).ok()?;
    Date::new(year, month, i8::try_from(date.day).ok()?).ok()
}

/// The first day of the month that `2026-06` names.
pub(crate) fn month_of(text: &str) -> Option<Date> {
    let well_formed = text.len() == 7 && text.as_bytes().get(4) == Some(&b'-');
    well_formed.then(|| format!("{text}-01").parse().ok())?
}

/// The whole number that a value is.
pub(crate) fn whole_of(value: &DeValue<'_>) -> Option<i128> {
    let integer = value.as_integer()?;
    i128::from_str_radix(integer.as_str(), integer.radix()).ok()
}
