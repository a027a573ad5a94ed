//! The shapes of `vocabulary.toml`.

use recount_model::Span;
use toml::Spanned;
use toml::de::DeTable;

use super::keys::Keys;
use super::{Word, span_of};
use crate::problem::Problem;

/// All of `vocabulary.toml`.
#[derive(Debug, Default)]
pub(crate) struct RawVocabulary<'a> {
    pub(crate) metrics: Vec<RawMetric<'a>>,
    pub(crate) scopes: Vec<RawScope<'a>>,
    pub(crate) series: Vec<RawSeries<'a>>,
    pub(crate) entities: Vec<RawEntity<'a>>,
    pub(crate) groups: Vec<RawGroup<'a>>,
}

/// `[[metric]]`
#[derive(Debug)]
pub(crate) struct RawMetric<'a> {
    pub(crate) id: Word<'a>,
    pub(crate) names: Vec<Word<'a>>,
    pub(crate) unit: Option<Word<'a>>,
    pub(crate) units: Vec<Word<'a>>,
    pub(crate) adds_up: bool,
    pub(crate) signed: bool,
    pub(crate) best: Option<Word<'a>>,
    pub(crate) week_starts: Option<Word<'a>>,
    pub(crate) default_scope: Option<Word<'a>>,
    pub(crate) of: Option<Word<'a>>,
}

/// `[[scope]]`
#[derive(Debug)]
pub(crate) struct RawScope<'a> {
    pub(crate) id: Word<'a>,
    pub(crate) names: Vec<Word<'a>>,
    pub(crate) top: Option<u32>,
}

/// `[[series]]`
#[derive(Debug)]
pub(crate) struct RawSeries<'a> {
    /// What series ids it is about; `*` is any run of characters.
    pub(crate) pattern: Word<'a>,
    pub(crate) attributes: Vec<RawAttribute<'a>>,
}

/// `[[entity]]`
#[derive(Debug)]
pub(crate) struct RawEntity<'a> {
    pub(crate) id: Word<'a>,
    pub(crate) names: Vec<Word<'a>>,
    /// `None` where the id is the series.
    pub(crate) series: Option<Vec<Word<'a>>>,
}

/// `[[group]]`
#[derive(Debug)]
pub(crate) struct RawGroup<'a> {
    pub(crate) id: Word<'a>,
    pub(crate) names: Vec<Word<'a>>,
    pub(crate) selects: Vec<RawAttribute<'a>>,
    pub(crate) scope: Option<Word<'a>>,
}

/// `country = "north"`, or a list of values.
#[derive(Debug)]
pub(crate) struct RawAttribute<'a> {
    pub(crate) key: Word<'a>,
    pub(crate) values: Vec<Word<'a>>,
}

impl<'a> RawVocabulary<'a> {
    /// Reads the whole file.
    pub(crate) fn read(file: u32, root: &'a Spanned<DeTable<'_>>, problems: &mut Vec<Problem>) -> Self {
        let start = Span::default();
        let before = problems.len();
        let mut keys = Keys::new(file, "vocabulary.toml", start, root.get_ref(), problems);
        let [metrics, scopes, series, entities, groups] =
            ["metric", "scope", "series", "entity", "group"].map(|key| keys.tables(key));
        if metrics.is_empty() && keys.problems.len() == before {
            keys.missing("metric", "at least one [[metric]]");
        }
        keys.finish();
        Self {
            metrics: each(file, "[[metric]]", metrics, problems, RawMetric::read),
            scopes: each(file, "[[scope]]", scopes, problems, RawScope::read),
            series: each(file, "[[series]]", series, problems, RawSeries::read),
            entities: each(file, "[[entity]]", entities, problems, RawEntity::read),
            groups: each(file, "[[group]]", groups, problems, RawGroup::read),
        }
    }
}

/// Reads each of the tables that has what it cannot do without.
fn each<'a, 'i, T>(
    file: u32,
    what: &'static str,
    tables: Vec<(&'a DeTable<'i>, Span)>,
    problems: &mut Vec<Problem>,
    read: fn(&mut Keys<'a, 'i, '_>) -> Option<T>,
) -> Vec<T> {
    let mut all = Vec::with_capacity(tables.len());
    for (table, span) in tables {
        let mut keys = Keys::new(file, what, span, table, problems);
        all.extend(read(&mut keys));
        keys.finish();
    }
    all
}

impl<'a> RawMetric<'a> {
    fn read(keys: &mut Keys<'a, '_, '_>) -> Option<Self> {
        let id = keys.required("id", "what files call the metric");
        let names = keys.texts("names").unwrap_or_default();
        let unit = keys.required("unit", "what is counted, in the singular");
        let units = keys.texts("units").unwrap_or_default();
        let adds_up = keys.flag("adds_up").unwrap_or(true);
        let signed = keys.flag("signed").unwrap_or(false);
        let best = keys.text("best");
        let week_starts = keys.text("week_starts");
        let default_scope = keys.text("default_scope");
        let of = keys.text("of");
        Some(Self { id: id?, names, unit, units, adds_up, signed, best, week_starts, default_scope, of })
    }
}

impl<'a> RawScope<'a> {
    fn read(keys: &mut Keys<'a, '_, '_>) -> Option<Self> {
        let id = keys.required("id", "what files call the scope");
        let names = keys.texts("names").unwrap_or_default();
        let top = keys.count("top");
        Some(Self { id: id?, names, top })
    }
}

impl<'a> RawSeries<'a> {
    fn read(keys: &mut Keys<'a, '_, '_>) -> Option<Self> {
        let pattern = keys.required("match", "a pattern of series ids such as \"maker/*\"");
        let attributes = attributes(keys, "attributes");
        if attributes.is_none() {
            keys.missing("attributes", "a table such as { country = \"…\" }");
        }
        Some(Self { pattern: pattern?, attributes: attributes? })
    }
}

impl<'a> RawEntity<'a> {
    fn read(keys: &mut Keys<'a, '_, '_>) -> Option<Self> {
        let id = keys.required("id", "what files call the entity");
        let names = keys.texts("names").unwrap_or_default();
        let before = keys.problems.len();
        let series = keys.texts("series");
        if series.as_ref().is_some_and(Vec::is_empty) && keys.problems.len() == before {
            let span = keys.line("series");
            keys.problem(span, "`series` is empty", "expected at least one series id");
        }
        Some(Self { id: id?, names, series })
    }
}

impl<'a> RawGroup<'a> {
    fn read(keys: &mut Keys<'a, '_, '_>) -> Option<Self> {
        let id = keys.required("id", "what files call the group");
        let names = keys.texts("names").unwrap_or_default();
        let selects = attributes(keys, "where");
        if selects.is_none() {
            keys.missing("where", "the attributes of its members; {} selects all");
        }
        let scope = keys.text("scope");
        Some(Self { id: id?, names, selects: selects?, scope })
    }
}

/// A table of attributes; `None` where there is no such key.
fn attributes<'a>(keys: &mut Keys<'a, '_, '_>, key: &'static str) -> Option<Vec<RawAttribute<'a>>> {
    keys.value(key)?;
    let Some((table, _)) = keys.table(key) else {
        return Some(Vec::new());
    };
    let mut all = Vec::with_capacity(table.len());
    for (name, value) in table {
        let text: &'a str = name.get_ref();
        let before = keys.problems.len();
        let values = keys.words(text, value, true);
        if values.is_empty() && keys.problems.len() == before {
            let message = format!("`{text}` has no value");
            let expected = "expected a string, or a list of strings";
            keys.problem(span_of(value), message, expected);
        }
        all.push(RawAttribute { key: Word { text, span: span_of(name) }, values });
    }
    Some(all)
}
