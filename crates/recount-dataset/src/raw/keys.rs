//! Reading the keys of one table: each value of the expected type, with its
//! span, and in the end every key that nothing asked for.

use jiff::civil::Date;
use recount_model::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{At, RawNumber, RawPeriod, Word, date_of, month_of, span_of, type_of, whole_of};
use crate::problem::{Problem, nearest};

/// A table that is being read.
pub(crate) struct Keys<'a, 'i, 'p> {
    /// An index into the files.
    pub(crate) file: u32,
    /// How reports call the table: `[[metric]]`.
    what: &'static str,
    /// Where a missing key is reported.
    span: Span,
    table: &'a DeTable<'i>,
    asked: Vec<&'static str>,
    /// Where mistakes go.
    pub(crate) problems: &'p mut Vec<Problem>,
}

impl<'a, 'i, 'p> Keys<'a, 'i, 'p> {
    /// Starts to read `table`, which stands at `span`.
    pub(crate) fn new(
        file: u32,
        what: &'static str,
        span: Span,
        table: &'a DeTable<'i>,
        problems: &'p mut Vec<Problem>,
    ) -> Self {
        Self { file, what, span, table, asked: Vec::new(), problems }
    }

    /// Reports a mistake of this table's file.
    pub(crate) fn problem(&mut self, span: Span, message: impl Into<String>, label: impl Into<String>) {
        self.problems.push(Problem::at(self.file, span, message, label));
    }

    /// Makes `key` one of the known ones.
    fn ask(&mut self, key: &'static str) {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
    }

    /// The value of `key`, whatever it is.
    pub(crate) fn value(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'i>>> {
        self.ask(key);
        self.table.get(key)
    }

    /// The span from the key to the end of its value; the table's where there
    /// is no such key.
    pub(crate) fn line(&self, key: &str) -> Span {
        match self.table.get_key_value(key) {
            Some((key, value)) => span_of(key).to(span_of(value)),
            None => self.span,
        }
    }

    /// Reports that `key` is not of the type that it should be.
    fn wrong(&mut self, key: &str, value: &Spanned<DeValue<'_>>, expected: &str) {
        let found = type_of(value.get_ref());
        self.problem(span_of(value), format!("`{key}` is {found}"), format!("expected {expected}"));
    }

    /// Reports that `key` is not there.
    pub(crate) fn missing(&mut self, key: &str, expected: &str) {
        let message = format!("`{key}` is missing in {}", self.what);
        self.problem(self.span, message, format!("expected `{key}`: {expected}"));
    }

    /// A string that is not empty.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<Word<'a>> {
        let value = self.value(key)?;
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(key, value, "a string");
            return None;
        };
        let span = span_of(value);
        if text.trim().is_empty() {
            self.problem(span, format!("`{key}` is empty"), "expected some text");
            return None;
        }
        Some(Word { text, span })
    }

    /// A string that must be there.
    pub(crate) fn required(&mut self, key: &'static str, expected: &str) -> Option<Word<'a>> {
        if !self.table.contains_key(key) {
            self.ask(key);
            self.missing(key, expected);
            return None;
        }
        self.text(key)
    }

    /// A list of strings; `None` where there is no such key.
    pub(crate) fn texts(&mut self, key: &'static str) -> Option<Vec<Word<'a>>> {
        let value = self.value(key)?;
        Some(self.words(key, value, false))
    }

    /// A string or a list of strings, none of them empty.
    pub(crate) fn words(&mut self, key: &str, value: &'a Spanned<DeValue<'i>>, one: bool) -> Vec<Word<'a>> {
        let expected = if one { "a string, or a list of strings" } else { "a list of strings" };
        let items: &[Spanned<DeValue<'i>>] = match value.get_ref() {
            DeValue::Array(items) => items,
            DeValue::String(_) if one => std::slice::from_ref(value),
            _ => {
                self.wrong(key, value, expected);
                return Vec::new();
            }
        };
        let mut words = Vec::with_capacity(items.len());
        for item in items {
            let span = span_of(item);
            match item.get_ref().as_str() {
                Some(text) if text.trim().is_empty() => {
                    self.problem(span, format!("an empty string in `{key}`"), "expected text");
                }
                Some(text) => words.push(Word { text, span }),
                None => {
                    let found = type_of(item.get_ref());
                    let message = format!("`{key}` holds {found}");
                    self.problem(span, message, format!("expected {expected}"));
                }
            }
        }
        words
    }

    /// `true` or `false`.
    pub(crate) fn flag(&mut self, key: &'static str) -> Option<bool> {
        let value = self.value(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong(key, value, "true or false");
        }
        flag
    }

    /// A whole number from 1.
    pub(crate) fn count(&mut self, key: &'static str) -> Option<u32> {
        let value = self.value(key)?;
        let count = whole_of(value.get_ref()).and_then(|count| u32::try_from(count).ok());
        if let Some(count @ 1..) = count {
            return Some(count);
        }
        if value.get_ref().is_integer() {
            let message = format!("`{key}` is out of range");
            self.problem(span_of(value), message, "expected a whole number from 1");
        } else {
            self.wrong(key, value, "a whole number from 1");
        }
        None
    }

    /// A day.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<At<Date>> {
        let value = self.value(key)?;
        let span = span_of(value);
        match date_of(value.get_ref()) {
            Some(value) => Some(At { value, span }),
            None => {
                self.wrong(key, value, "a date such as 2026-03-02, without quotes");
                None
            }
        }
    }

    /// A number: an integer, a float or a string.
    pub(crate) fn number(&mut self, key: &'static str) -> Option<At<RawNumber<'a>>> {
        let value = self.value(key)?;
        let span = span_of(value);
        let number = match value.get_ref() {
            DeValue::Integer(_) => match whole_of(value.get_ref()) {
                Some(whole) => RawNumber::Whole(whole),
                None => {
                    self.problem(span, format!("`{key}` is too large"), "expected a number");
                    return None;
                }
            },
            DeValue::Float(float) => RawNumber::Float(float.as_str()),
            DeValue::String(text) => RawNumber::Text(text),
            DeValue::Boolean(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => {
                self.wrong(key, value, "an integer, or a string such as \"0.83T\"");
                return None;
            }
        };
        Some(At { value: number, span })
    }

    /// The one of `week`, `day` and `month` that is there, with the span of
    /// its line.
    pub(crate) fn period(&mut self, required: bool) -> Option<At<RawPeriod>> {
        let given: Vec<&'static str> =
            ["week", "day", "month"].into_iter().filter(|key| self.table.contains_key(*key)).collect();
        let week = self.date("week").map(|at| RawPeriod::Week(at.value));
        let day = self.date("day").map(|at| RawPeriod::Day(at.value));
        let month = self.month();
        match given.as_slice() {
            [] => {
                if required {
                    self.missing("week", "its first day (or `day`, or `month`)");
                }
                None
            }
            [key] => week.or(day).or(month).map(|value| At { value, span: self.line(key) }),
            [first, second, ..] => {
                let message = format!("both `{first}` and `{second}` are given");
                let span = self.line(second);
                self.problem(span, message, "expected one of `week`, `day` and `month`");
                None
            }
        }
    }

    fn month(&mut self) -> Option<RawPeriod> {
        let word = self.text("month")?;
        let month = month_of(word.text);
        if month.is_none() {
            let message = format!("\"{}\" is no month", word.text);
            self.problem(word.span, message, "expected a month such as \"2026-06\"");
        }
        month.map(RawPeriod::Month)
    }

    /// A table, with its span.
    pub(crate) fn table(&mut self, key: &'static str) -> Option<(&'a DeTable<'i>, Span)> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some((table, span_of(value))),
            _ => {
                self.wrong(key, value, "a table");
                None
            }
        }
    }

    /// Every `[[key]]`, with the span of each; none where there is no such key.
    pub(crate) fn tables(&mut self, key: &'static str) -> Vec<(&'a DeTable<'i>, Span)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            let message = format!("`{key}` is {}", type_of(value.get_ref()));
            self.problem(span_of(value), message, format!("expected [[{key}]]"));
            return Vec::new();
        };
        let mut tables = Vec::with_capacity(items.len());
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => tables.push((table, span_of(item))),
                other => {
                    let message = format!("`{key}` holds {}", type_of(other));
                    self.problem(span_of(item), message, format!("expected [[{key}]]"));
                }
            }
        }
        tables
    }

    /// Ends the reading: every key that nothing asked for is a mistake.
    pub(crate) fn finish(self) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if self.asked.contains(&name) {
                continue;
            }
            let message = format!("unknown key `{name}` in {}", self.what);
            let known = format!("expected one of {}", self.asked.join(", "));
            let help = nearest(name, self.asked.iter().copied());
            let problem = Problem::at(self.file, span_of(key), message, known);
            self.problems.push(problem.with_hint(help));
        }
    }
}
