//! Assertions by hand: raw fields to the fields of the model, and its answer
//! back to the places of the raw ones.

use recount_model::fields::{FieldError, PeriodFields, ValueFields, WeeksFields};
use recount_model::vocabulary::Metric;
use recount_model::{Assertion, AssertionFields, Cadence, MetricId, Number, Period, Span, Vocabulary};
use toml::de::{DeTable, DeValue};

use super::figures::week;
use crate::dataset::Table;
use crate::number::{decimal, exact};
use crate::problem::{Problem, nearest};
use crate::raw::by_hand::{RawAssertion, RawBounds, RawRange};
use crate::raw::{At, RawNumber, Word, span_of};

/// What the model says it found where there is nothing.
const NOTHING: &str = "nothing";

/// What assertions are read against.
pub(crate) struct Reader<'a, 'p> {
    pub(crate) file: u32,
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) tables: &'a [Table],
    pub(crate) problems: &'p mut Vec<Problem>,
}

impl Reader<'_, '_> {
    fn problem(&mut self, span: Span, message: impl Into<String>, label: impl Into<String>) {
        self.problems.push(Problem::at(self.file, span, message, label));
    }

    /// The metric that an assertion names, or the default one; `None` where it
    /// names none that there is.
    pub(crate) fn metric(&self, raw: Option<&RawAssertion<'_>>) -> Option<MetricId> {
        let outer = raw.and_then(|raw| raw.metric);
        let inner = || raw?.of.as_deref()?.metric;
        match outer.or_else(inner) {
            Some(word) => self.vocabulary.find_metric(word.text),
            None => (!self.vocabulary.metrics.is_empty()).then_some(MetricId(0)),
        }
    }

    /// The assertion; `period` is the claim's.
    pub(crate) fn assertion(&mut self, raw: &RawAssertion<'_>, period: Option<Period>) -> Option<Assertion> {
        let before = self.problems.len();
        let metric = self.metric(Some(raw));
        let mut fields = self.fields(raw, metric);
        self.one_period(raw, &mut fields, period);
        self.same_period(raw, &fields);
        inherit(&mut fields);
        // Without a kind or with a broken period, only that is reported.
        let errors = match fields.resolve(self.vocabulary) {
            Ok(assertion) => {
                let meant = assertion.fields(self.vocabulary);
                self.unused(raw, &fields, &meant);
                return (self.problems.len() == before).then_some(assertion);
            }
            Err(errors) => errors,
        };
        for error in errors {
            self.field_error(raw, &error);
        }
        None
    }

    fn one_period(&mut self, raw: &RawAssertion<'_>, fields: &mut AssertionFields, period: Option<Period>) {
        let Some(period) = period.map(PeriodFields::from) else {
            return;
        };
        match (fields.period, raw.period) {
            (Some(own), Some(at)) if own != period => {
                let message = "the claim and its assertion give different periods";
                self.problem(at.span, message, "expected one of them");
            }
            _ => fields.period = Some(period),
        }
    }

    /// What is inside a streak or a first is about its period.
    fn same_period(&mut self, raw: &RawAssertion<'_>, fields: &AssertionFields) {
        let (Some(inner), Some(of)) = (raw.of.as_deref(), fields.of.as_deref()) else {
            return;
        };
        if let (Some(outer), Some(own), Some(at)) = (fields.period, of.period, inner.period)
            && outer != own
        {
            let message = "the inner assertion gives another period";
            self.problem(at.span, message, "expected the same one, or none");
        }
        self.same_period(inner, of);
    }

    fn fields(&mut self, raw: &RawAssertion<'_>, metric: Option<MetricId>) -> AssertionFields {
        let ids = |words: &[Word<'_>]| words.iter().map(|word| word.text.to_owned()).collect();
        let owned = |word: Option<Word<'_>>| word.map(|word| word.text.to_owned());
        let kind = owned(raw.kind).unwrap_or_default();
        let fallback = metric.map(|id| self.vocabulary.metric(id).id.clone());
        let value = raw.value.and_then(|value| self.value(raw, &value, &kind, metric));
        AssertionFields {
            kind,
            subject: ids(&raw.subject),
            object: ids(&raw.object),
            metric: owned(raw.metric).or(fallback).unwrap_or_default(),
            scope: owned(raw.scope),
            negated: raw.negated,
            period: self.period(raw.period, metric),
            base: self.period(raw.base, metric),
            movement: owned(raw.movement),
            value,
            weeks: raw.weeks,
            weeks_range: raw.weeks_range.map(|ends| self.weeks_range(raw, ends)),
            ordinal: raw.ordinal,
            cumulative: raw.cumulative,
            of: raw.of.as_deref().map(|of| Box::new(self.fields(of, metric))),
            top: raw.top,
        }
    }

    fn period(&mut self, raw: Option<At<RawRange>>, metric: Option<MetricId>) -> Option<PeriodFields> {
        let raw = raw?;
        let metric = metric?;
        let period = match raw.value {
            // A start after the end is reported with the other fields.
            RawRange::Days { start, end } => return Some(PeriodFields { start, end }),
            RawRange::Month(date) => Period::month_of(date),
            RawRange::From(date) => {
                let at = At { value: date, span: raw.span };
                match self.cadence(metric) {
                    Cadence::Week => self.week(at, self.vocabulary.metric(metric))?,
                    Cadence::Day => Period::day(date),
                    Cadence::Month => Period::month_of(date),
                }
            }
        };
        Some(period.into())
    }

    fn cadence(&self, metric: MetricId) -> Cadence {
        let table = self.tables.get(metric.index());
        table.map_or(Cadence::Week, |table| table.cadence)
    }

    fn week(&mut self, date: At<jiff::civil::Date>, metric: &Metric) -> Option<Period> {
        week(self.file, date, metric, self.problems)
    }

    fn value(
        &mut self,
        raw: &RawAssertion<'_>,
        value: &RawBounds<'_>,
        kind: &str,
        metric: Option<MetricId>,
    ) -> Option<ValueFields> {
        let own = metric.map_or("", |id| self.vocabulary.metric(id).unit.as_str());
        let unit = match (value.unit, kind) {
            (Some(word), _) => word.text,
            (None, "rank") => "rank",
            (None, "top") => "count",
            (None, "share") => "percent",
            (None, "level" | "record") => own,
            (None, _) => {
                let span = raw.table.get("value").map_or(raw.span, span_of);
                let units = "\"percent\", \"ratio\", \"point\" or the metric's own";
                self.problem(span, "`unit` is missing in `value`", format!("expected `unit`: {units}"));
                return None;
            }
        };
        let unit = unit.to_owned();
        let mut end = |at: Option<At<RawNumber<'_>>>| at.and_then(|at| self.end(at));
        let fields = ValueFields {
            low: end(value.low),
            high: end(value.high),
            low_open: value.low_open,
            high_open: value.high_open,
            unit,
        };
        if fields.interval().is_empty() {
            let span = raw.table.get("value").map_or(raw.span, span_of);
            let message = "no number lies in the value";
            self.problem(span, message, "expected `low` below `high`");
        }
        Some(fields)
    }

    fn weeks_range(
        &mut self,
        raw: &RawAssertion<'_>,
        (low, high): (Option<u32>, Option<u32>),
    ) -> WeeksFields {
        if low.zip(high).is_some_and(|(low, high)| low > high) {
            let span = raw.table.get("weeks_range").map_or(raw.span, span_of);
            let message = "no number of weeks lies in the range";
            self.problem(span, message, "expected `low` at most `high`");
        }
        WeeksFields { low, high }
    }

    /// An end of a stated interval is meant exactly as it is written.
    fn end(&mut self, at: At<RawNumber<'_>>) -> Option<Number> {
        let number = match at.value {
            RawNumber::Whole(whole) => Some(Number::from(whole)),
            RawNumber::Float(digits) => exact(digits),
            RawNumber::Text(text) => decimal(text).map(recount_model::Decimal::value),
        };
        if number.is_none() {
            let expected = "expected a number such as 34.85 or \"4.19 trillion\"";
            self.problem(at.span, "an end that is no number", expected);
        }
        number
    }

    /// Nothing is silently ignored: a field that the kind does not use is a
    /// mistake.
    fn unused(&mut self, raw: &RawAssertion<'_>, given: &AssertionFields, meant: &AssertionFields) {
        let weeks = |fields: &AssertionFields| fields.weeks.is_some() || fields.weeks_range.is_some();
        let checks = [
            ("base", given.base.is_some(), meant.base.is_some()),
            ("move", given.movement.is_some(), meant.movement.is_some()),
            ("value", given.value.is_some(), meant.value.is_some()),
            ("weeks", given.weeks.is_some(), weeks(meant)),
            ("weeks_range", given.weeks_range.is_some(), meant.weeks_range.is_some()),
            ("ordinal", given.ordinal, meant.ordinal),
            ("cumulative", given.cumulative, meant.cumulative),
            ("of", given.of.is_some(), meant.of.is_some()),
            ("top", given.top.is_some(), meant.top.is_some()),
        ];
        for (field, given, used) in checks {
            if given && !used {
                let span = field_span(raw.table, field).unwrap_or(raw.span);
                let message = format!("`{field}` means nothing here");
                let label = format!("a {} does not use it", meant.kind);
                self.problem(span, message, label);
            }
        }
        if let (Some(raw), Some(given), Some(meant)) = (&raw.of, &given.of, &meant.of) {
            self.unused(raw, given, meant);
        }
    }

    fn field_error(&mut self, raw: &RawAssertion<'_>, error: &FieldError) {
        let (span, there) = place(raw, &error.field, &error.found);
        let nothing = error.found == NOTHING;
        let reported = |problem: &Problem| {
            let inside = |(file, s): (u32, Span)| file == self.file && span.to(s) == span;
            problem.place().is_some_and(inside)
        };
        let skipped = if nothing {
            // Read as missing only because what stands there was reported.
            there && self.problems.iter().any(reported)
        } else {
            // Inherited from where it is reported, or a missing kind.
            !there
        };
        if skipped {
            return;
        }
        let message = match (nothing, there) {
            (false, _) => format!("`{}` is \"{}\"", error.field, error.found),
            (true, true) => format!("`{}` is empty", error.field),
            (true, false) => format!("`{}` is missing", error.field),
        };
        let label = format!("expected {}", error.expected);
        let help = nearest(&error.found, error.valid.iter().map(String::as_str)).or_else(|| {
            let few = (1..=9).contains(&error.valid.len());
            few.then(|| format!("there are {}", error.valid.join(", ")))
        });
        let problem = Problem::at(self.file, span, message, label);
        self.problems.push(problem.with_hint(help));
    }
}

/// A streak or a first repeats what its inner assertion is about, and the
/// other way round; the files need to say it once.
fn inherit(fields: &mut AssertionFields) {
    let Some(mut of) = fields.of.take() else {
        return;
    };
    if fields.subject.is_empty() && fields.object.is_empty() {
        fields.subject.clone_from(&of.subject);
        fields.object.clone_from(&of.object);
    } else if of.subject.is_empty() && of.object.is_empty() {
        of.subject.clone_from(&fields.subject);
        of.object.clone_from(&fields.object);
    }
    fields.scope = fields.scope.take().or_else(|| of.scope.clone());
    of.scope = of.scope.take().or_else(|| fields.scope.clone());
    fields.period = fields.period.or(of.period);
    of.period = of.period.or(fields.period);
    inherit(&mut of);
    fields.of = Some(of);
}

/// Where a field's value stands, and whether it stands there at all: else the
/// nearest table around it.
fn place(raw: &RawAssertion<'_>, field: &str, found: &str) -> (Span, bool) {
    let (mut table, mut span) = (raw.table, raw.span);
    for key in field.split('.') {
        let Some(value) = table.get(key) else {
            return (span, false);
        };
        span = span_of(value);
        match value.get_ref() {
            DeValue::Table(inner) => table = inner,
            DeValue::Array(items) => {
                // What is none of its words is said of the list as a whole.
                let item = items.iter().find(|i| i.get_ref().as_str() == Some(found));
                return (item.map_or(span, span_of), true);
            }
            _ => return (span, true),
        }
    }
    (span, true)
}

/// The span from a field's key to the end of its value.
fn field_span(table: &DeTable<'_>, field: &str) -> Option<Span> {
    let (key, value) = table.get_key_value(field)?;
    Some(span_of(key).to(span_of(value)))
}
