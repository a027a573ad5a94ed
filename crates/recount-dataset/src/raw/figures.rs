//! The shapes of `figures/*.toml`.

use recount_model::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::Keys;
use super::{At, RawNumber, RawPeriod, Word, span_of, type_of, whole_of};
use crate::problem::Problem;

/// The reserved name of the sum of what is not listed.
pub(crate) const OTHER: &str = "other";

/// One figures file.
#[derive(Debug)]
pub(crate) struct RawFigures<'a> {
    pub(crate) file: u32,
    pub(crate) metric: Option<Word<'a>>,
    pub(crate) source: Option<Word<'a>>,
    pub(crate) license: Option<Word<'a>>,
    pub(crate) tolerance: Option<Word<'a>>,
    pub(crate) sheets: Vec<RawSheet<'a>>,
}

/// `[[period]]`
#[derive(Debug)]
pub(crate) struct RawSheet<'a> {
    /// The span is that of its line.
    pub(crate) period: Option<At<RawPeriod>>,
    pub(crate) complete: bool,
    pub(crate) unlisted_at_most: Option<At<RawNumber<'a>>>,
    pub(crate) figures: Vec<RawFigure<'a>>,
}

/// `"alder" = 1200`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawFigure<'a> {
    pub(crate) series: &'a str,
    /// From the key to the end of the value.
    pub(crate) span: Span,
    pub(crate) value: RawValue<'a>,
}

/// What a figure may be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum RawValue<'a> {
    /// One number.
    Number(At<RawNumber<'a>>),
    /// `{ low = …, high = … }`
    Within { low: At<RawNumber<'a>>, high: At<RawNumber<'a>> },
}

impl<'a> RawFigures<'a> {
    /// Reads the whole file; `cut` are the figures of each period that were left out of it.
    pub(crate) fn read(
        file: u32,
        root: &'a Spanned<DeTable<'_>>,
        cut: &[Vec<RawFigure<'a>>],
        problems: &mut Vec<Problem>,
    ) -> Self {
        let start = Span::default();
        let mut keys = Keys::new(file, "a figures file", start, root.get_ref(), problems);
        let metric = keys.required("metric", "the id of a metric of the vocabulary");
        let source = keys.required("source", "who published the figures, and as of when");
        let license = keys.text("license");
        let tolerance = keys.text("tolerance");
        let before = keys.problems.len();
        let periods = keys.tables("period");
        if periods.is_empty() && keys.problems.len() == before {
            keys.missing("period", "at least one [[period]]");
        }
        keys.finish();
        let mut sheets = Vec::with_capacity(periods.len());
        for (at, (table, span)) in periods.into_iter().enumerate() {
            let mut keys = Keys::new(file, "[[period]]", span, table, problems);
            sheets.push(RawSheet::read(&mut keys, cut.get(at).map_or(&[], Vec::as_slice)));
            keys.finish();
        }
        Self { file, metric, source, license, tolerance, sheets }
    }
}

impl<'a> RawSheet<'a> {
    fn read(keys: &mut Keys<'a, '_, '_>, cut: &[RawFigure<'a>]) -> Self {
        let period = keys.period(true);
        let complete = keys.flag("complete").unwrap_or(false);
        let unlisted_at_most = keys.number("unlisted_at_most");
        let given = keys.value("figures").is_some();
        let mut figures = Vec::new();
        if let Some((table, span)) = keys.table("figures") {
            if table.is_empty() {
                keys.problem(span, "no figures", "expected lines such as \"series\" = 1200");
            }
            figures.reserve(table.len() + cut.len());
            for (key, value) in table {
                figures.extend(RawFigure::read(keys, key.get_ref(), span_of(key), value));
            }
            figures.extend_from_slice(cut);
        } else if !given {
            keys.missing("figures", "a table [period.figures]");
        }
        Self { period, complete, unlisted_at_most, figures }
    }
}

impl<'a> RawFigure<'a> {
    fn read(
        keys: &mut Keys<'a, '_, '_>,
        series: &'a str,
        key: Span,
        value: &'a Spanned<DeValue<'_>>,
    ) -> Option<Self> {
        let span = span_of(value);
        if series.trim().is_empty() {
            keys.problem(key, "a figure without a name", "expected a series id");
        }
        let number = |value| RawValue::Number(At { value, span });
        let value = match value.get_ref() {
            DeValue::Integer(_) => match whole_of(value.get_ref()) {
                Some(whole) => number(RawNumber::Whole(whole)),
                None => {
                    let message = format!("the figure of \"{series}\" is too large");
                    keys.problem(span, message, "expected a number");
                    return None;
                }
            },
            DeValue::String(text) => number(RawNumber::Text(text)),
            DeValue::Float(float) => number(RawNumber::Float(float.as_str())),
            DeValue::Table(table) => {
                let what = "a figure's bounds";
                let mut bounds = Keys::new(keys.file, what, span, table, keys.problems);
                let [low, high] = ["low", "high"].map(|end| {
                    let number = bounds.number(end);
                    if !table.contains_key(end) {
                        bounds.missing(end, "a number");
                    }
                    number
                });
                bounds.finish();
                RawValue::Within { low: low?, high: high? }
            }
            other @ (DeValue::Boolean(_) | DeValue::Datetime(_) | DeValue::Array(_)) => {
                let message = format!("the figure of \"{series}\" is {}", type_of(other));
                let expected = "expected an integer, a string such as \"0.83T\", or { low, high }";
                keys.problem(span, message, expected);
                return None;
            }
        };
        Some(Self { series, span: key.to(span), value })
    }
}
