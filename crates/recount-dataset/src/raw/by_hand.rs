//! The shapes of `by-hand/*.toml`.

use jiff::civil::Date;
use recount_model::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::Keys;
use super::{At, RawNumber, RawPeriod, Word, date_of, month_of, span_of, type_of};
use crate::problem::Problem;

/// `[[claim]]`
#[derive(Debug)]
pub(crate) struct RawClaim<'a> {
    pub(crate) file: u32,
    /// From the key of what it says to the end of that.
    pub(crate) line: Span,
    pub(crate) says: Option<Word<'a>>,
    pub(crate) assertion: Option<RawAssertion<'a>>,
    /// The span is that of its line.
    pub(crate) period: Option<At<RawPeriod>>,
    pub(crate) source: Option<Word<'a>>,
    pub(crate) url: Option<Word<'a>>,
    pub(crate) expect: Option<Word<'a>>,
}

/// `assertion = { … }`: the fields of section 9 of the design.
#[derive(Debug)]
pub(crate) struct RawAssertion<'a> {
    pub(crate) span: Span,
    /// For the places of its fields.
    pub(crate) table: &'a DeTable<'a>,
    pub(crate) kind: Option<Word<'a>>,
    pub(crate) subject: Vec<Word<'a>>,
    pub(crate) object: Vec<Word<'a>>,
    pub(crate) metric: Option<Word<'a>>,
    pub(crate) scope: Option<Word<'a>>,
    pub(crate) negated: bool,
    pub(crate) period: Option<At<RawRange>>,
    pub(crate) base: Option<At<RawRange>>,
    pub(crate) movement: Option<Word<'a>>,
    pub(crate) value: Option<RawBounds<'a>>,
    pub(crate) weeks: Option<u32>,
    pub(crate) weeks_range: Option<(Option<u32>, Option<u32>)>,
    pub(crate) ordinal: bool,
    pub(crate) cumulative: bool,
    pub(crate) of: Option<Box<RawAssertion<'a>>>,
    pub(crate) top: Option<u32>,
}

/// A period of an assertion.
#[derive(Clone, Copy, Debug)]
pub(crate) enum RawRange {
    /// A bare date: the first day of a period of the metric.
    From(Date),
    /// `"2026-06"`: the first day of that month.
    Month(Date),
    /// `{ start, end }`
    Days { start: Date, end: Date },
}

/// `value = { low = 0, high = 5, unit = "percent" }`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawBounds<'a> {
    pub(crate) low: Option<At<RawNumber<'a>>>,
    pub(crate) high: Option<At<RawNumber<'a>>>,
    pub(crate) low_open: bool,
    pub(crate) high_open: bool,
    pub(crate) unit: Option<Word<'a>>,
}

/// Reads the whole file.
pub(crate) fn read<'a>(
    file: u32,
    root: &'a Spanned<DeTable<'a>>,
    problems: &mut Vec<Problem>,
) -> Vec<RawClaim<'a>> {
    let start = Span::default();
    let mut keys = Keys::new(file, "a file of claims", start, root.get_ref(), problems);
    let claims = keys.tables("claim");
    keys.finish();
    let mut all = Vec::with_capacity(claims.len());
    for (table, span) in claims {
        let mut keys = Keys::new(file, "[[claim]]", span, table, problems);
        all.push(RawClaim::read(&mut keys, table, span));
        keys.finish();
    }
    all
}

impl<'a> RawClaim<'a> {
    fn read(keys: &mut Keys<'a, 'a, '_>, table: &'a DeTable<'a>, span: Span) -> Self {
        let says = keys.text("says");
        let assertion = keys.table("assertion");
        let assertion = assertion.map(|(table, span)| RawAssertion::read(keys, table, span));
        let expected = "expected one of `says` and `assertion`";
        let line = match (table.contains_key("says"), table.contains_key("assertion")) {
            (false, false) => {
                keys.problem(span, "a claim that says nothing", expected);
                span
            }
            (true, true) => {
                let second = keys.line("assertion");
                keys.problem(second, "both `says` and `assertion` are given", expected);
                second
            }
            (true, false) => keys.line("says"),
            (false, true) => keys.line("assertion"),
        };
        Self {
            file: keys.file,
            line,
            says,
            assertion,
            period: keys.period(false),
            source: keys.required("source", "who said it"),
            url: keys.text("url"),
            expect: keys.text("expect"),
        }
    }
}

impl<'a> RawAssertion<'a> {
    fn read(outer: &mut Keys<'a, 'a, '_>, table: &'a DeTable<'a>, span: Span) -> Self {
        let mut keys = Keys::new(outer.file, "an assertion", span, table, outer.problems);
        let kind = keys.required("kind", "the name of a kind of assertion");
        let [subject, object] = ["subject", "object"].map(|key| match keys.value(key) {
            Some(value) => keys.words(key, value, true),
            None => Vec::new(),
        });
        let [metric, scope, movement] = ["metric", "scope", "move"].map(|key| keys.text(key));
        let [negated, ordinal, cumulative] =
            ["negated", "ordinal", "cumulative"].map(|key| keys.flag(key).unwrap_or(false));
        let [period, base] = ["period", "base"].map(|key| range(&mut keys, key));
        let [weeks, top] = ["weeks", "top"].map(|key| keys.count(key));
        let weeks_range = keys.table("weeks_range").map(|(table, span)| {
            let what = "`weeks_range`";
            let mut range = Keys::new(keys.file, what, span, table, keys.problems);
            let ends = (range.count("low"), range.count("high"));
            range.finish();
            ends
        });
        let value = keys.table("value").map(|(table, span)| RawBounds::read(&mut keys, table, span));
        let of = keys.table("of").map(|(table, span)| Box::new(Self::read(&mut keys, table, span)));
        keys.finish();
        Self {
            span,
            table,
            kind,
            subject,
            object,
            metric,
            scope,
            negated,
            period,
            base,
            movement,
            value,
            weeks,
            weeks_range,
            ordinal,
            cumulative,
            of,
            top,
        }
    }
}

impl<'a> RawBounds<'a> {
    fn read(outer: &mut Keys<'a, 'a, '_>, table: &'a DeTable<'a>, span: Span) -> Self {
        let mut keys = Keys::new(outer.file, "`value`", span, table, outer.problems);
        let [low, high] = ["low", "high"].map(|end| keys.number(end));
        if !table.contains_key("low") && !table.contains_key("high") {
            keys.problem(span, "a value without an end", "expected `low`, `high` or both");
        }
        let [low_open, high_open] = ["low_open", "high_open"].map(|key| keys.flag(key).unwrap_or(false));
        let unit = keys.text("unit");
        keys.finish();
        Self { low, high, low_open, high_open, unit }
    }
}

/// A date, a month, or a table of two dates.
fn range(keys: &mut Keys<'_, '_, '_>, key: &'static str) -> Option<At<RawRange>> {
    let value = keys.value(key)?;
    let span = span_of(value);
    let range = match value.get_ref() {
        DeValue::Table(table) => {
            let mut days = Keys::new(keys.file, "a period", span, table, keys.problems);
            let [start, end] = ["start", "end"].map(|end| {
                if !table.contains_key(end) {
                    days.missing(end, "a date");
                }
                days.date(end)
            });
            days.finish();
            RawRange::Days { start: start?.value, end: end?.value }
        }
        other => {
            let month = other.as_str().and_then(month_of).map(RawRange::Month);
            let Some(range) = date_of(other).map(RawRange::From).or(month) else {
                let message = format!("`{key}` is {}", type_of(other));
                let expected = "expected a date, a month such as \"2026-06\", or { start, end }";
                keys.problem(span, message, expected);
                return None;
            };
            range
        }
    };
    Some(At { value: range, span })
}
