//! The vocabulary: every id and name resolved.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Weekday;
use recount_model::vocabulary::{Best, Entity, Group, Metric, Scope, Series};
use recount_model::{EntityId, GroupId, MetricId, Name, ScopeId, SeriesId, Span, Subject, Vocabulary};
use rustc_hash::FxHashMap;

use super::names::Names;
use crate::problem::{Problem, nearest};
use crate::raw::Word;
use crate::raw::figures::OTHER;
use crate::raw::vocabulary::{
    RawAttribute, RawEntity, RawGroup, RawMetric, RawScope, RawSeries, RawVocabulary,
};

/// The days as files and reports name them.
pub(crate) const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];

/// The vocabulary, and its series by their ids.
pub(crate) struct Loaded {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) series: FxHashMap<String, SeriesId>,
}

/// The vocabulary is always the first file.
const FILE: u32 = 0;

/// Validates the vocabulary. `listed` is every series of the figures; `whole`
/// tells whether all figures files could be read.
pub(crate) fn vocabulary(
    raw: &RawVocabulary<'_>,
    listed: &BTreeSet<&str>,
    whole: bool,
    problems: &mut Vec<Problem>,
) -> Loaded {
    unique_ids(raw, problems);
    let mut loader = Loader {
        names: Names::default(),
        series: FxHashMap::default(),
        vocabulary: Vocabulary::default(),
        problems,
    };
    loader.scopes(&raw.scopes);
    loader.metrics(&raw.metrics);
    let known = (whole && !listed.is_empty()).then_some(listed);
    loader.entities(&raw.entities, known);
    for series in listed {
        loader.intern(series);
    }
    loader.attributes(&raw.series);
    loader.groups(&raw.groups, &raw.series);
    loader.owners(&raw.metrics);
    Loaded { vocabulary: loader.vocabulary, series: loader.series }
}

fn unique_ids(raw: &RawVocabulary<'_>, problems: &mut Vec<Problem>) {
    let metrics = raw.metrics.iter().map(|metric| metric.id);
    unique(metrics, problems);
    unique(raw.scopes.iter().map(|scope| scope.id), problems);
    // Claims by hand name both by their id alone.
    let groups = raw.groups.iter().map(|group| group.id);
    unique(raw.entities.iter().map(|entity| entity.id).chain(groups), problems);
}

fn unique<'a>(ids: impl Iterator<Item = Word<'a>>, problems: &mut Vec<Problem>) {
    let mut taken: FxHashMap<&str, Span> = FxHashMap::default();
    for id in ids {
        let first = *taken.entry(id.text).or_insert(id.span);
        if first != id.span {
            let message = format!("the id \"{}\" is given twice", id.text);
            let problem = Problem::at(FILE, id.span, message, "expected another id");
            problems.push(problem.with_first(first, "first used here"));
        }
    }
}

/// The problem that a word is none of the valid ones.
pub(crate) fn unknown<'a>(
    file: u32,
    what: &str,
    word: Word<'_>,
    valid: impl Iterator<Item = &'a str> + Clone,
) -> Problem {
    const SHOWN: usize = 8;
    let message = format!("unknown {what} \"{}\"", word.text);
    let some: Vec<&str> = valid.clone().take(SHOWN + 1).collect();
    let label = match some.as_slice() {
        [] => format!("expected a {what}, and there is none"),
        [only] => format!("expected \"{only}\""),
        few if few.len() <= SHOWN => format!("expected one of {}", few.join(", ")),
        _ => format!("expected a known {what}"),
    };
    let help = nearest(word.text, valid);
    Problem::at(file, word.span, message, label).with_hint(help)
}

fn id(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn texts(words: &[Word<'_>]) -> Vec<String> {
    words.iter().map(|word| word.text.to_owned()).collect()
}

struct Loader<'p> {
    names: Names,
    series: FxHashMap<String, SeriesId>,
    vocabulary: Vocabulary,
    problems: &'p mut Vec<Problem>,
}

impl Loader<'_> {
    fn intern(&mut self, series: &str) -> SeriesId {
        if let Some(id) = self.series.get(series) {
            return *id;
        }
        let next = SeriesId(id(self.vocabulary.series.len()));
        self.vocabulary.series.push(Series {
            id: series.to_owned(),
            attributes: BTreeMap::new(),
            metrics: Vec::new(),
        });
        self.series.insert(series.to_owned(), next);
        next
    }

    /// The names of a thing, or its id where there is none.
    fn named(&mut self, id: Word<'_>, names: &[Word<'_>], thing: Name) -> Vec<String> {
        let names = if names.is_empty() { std::slice::from_ref(&id) } else { names };
        for name in names {
            self.names.add(*name, thing, self.problems);
        }
        texts(names)
    }

    fn scope(&mut self, word: Option<Word<'_>>) -> Option<ScopeId> {
        let word = word?;
        let found = self.vocabulary.find_scope(word.text);
        if found.is_none() {
            let valid = self.vocabulary.scopes.iter().map(|s| s.id.as_str());
            self.problems.push(unknown(FILE, "scope", word, valid));
        }
        found
    }

    fn scopes(&mut self, raw: &[RawScope<'_>]) {
        for (at, scope) in raw.iter().enumerate() {
            for name in &scope.names {
                let thing = Name::Scope(ScopeId(id(at)));
                self.names.add(*name, thing, self.problems);
            }
            self.vocabulary.scopes.push(Scope {
                id: scope.id.text.to_owned(),
                names: match scope.names.as_slice() {
                    [] => vec![format!("the {} scope", scope.id.text)],
                    names => texts(names),
                },
                top: scope.top,
            });
        }
    }

    fn metrics(&mut self, raw: &[RawMetric<'_>]) {
        for (at, metric) in raw.iter().enumerate() {
            let metric_id = MetricId(id(at));
            let names = self.named(metric.id, &metric.names, Name::Metric(metric_id));
            for unit in metric.unit.iter().chain(&metric.units) {
                self.names.add(*unit, Name::Unit(metric_id), self.problems);
            }
            let unit = metric.unit.map_or("", |unit| unit.text).to_owned();
            let units = if metric.units.is_empty() { vec![unit.clone()] } else { texts(&metric.units) };
            let metric = Metric {
                id: metric.id.text.to_owned(),
                names,
                unit,
                units,
                adds_up: metric.adds_up,
                signed: metric.signed,
                best: self.best(metric.best),
                week_starts: self.weekday(metric.week_starts),
                default_scope: self.scope(metric.default_scope),
                of: None,
            };
            self.vocabulary.metrics.push(metric);
        }
    }

    /// Whose figure each metric is where a text names nobody.
    fn owners(&mut self, raw: &[RawMetric<'_>]) {
        for (at, metric) in raw.iter().enumerate() {
            let Some(word) = metric.of else { continue };
            let of = self.vocabulary.find_subject(word.text);
            if of.is_none() {
                let entities = self.vocabulary.entities.iter().map(|entity| entity.id.as_str());
                let valid = entities.chain(self.vocabulary.groups.iter().map(|group| group.id.as_str()));
                self.problems.push(unknown(FILE, "entity or group", word, valid));
            }
            if let Some(metric) = self.vocabulary.metrics.get_mut(at) {
                metric.of = of;
            }
        }
    }

    fn best(&mut self, word: Option<Word<'_>>) -> Best {
        match word {
            None => Best::default(),
            Some(word) if word.text == "highest" => Best::Highest,
            Some(word) if word.text == "lowest" => Best::Lowest,
            Some(word) => {
                let valid = ["highest", "lowest"].into_iter();
                self.problems.push(unknown(FILE, "value of `best`", word, valid));
                Best::default()
            }
        }
    }

    fn weekday(&mut self, word: Option<Word<'_>>) -> Weekday {
        let Some(word) = word else {
            return Weekday::Monday;
        };
        let found = WEEKDAYS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word.text));
        match found {
            Some((_, weekday)) => *weekday,
            None => {
                let lower = WEEKDAYS.map(|(name, _)| name.to_lowercase());
                let valid = lower.iter().map(String::as_str);
                self.problems.push(unknown(FILE, "weekday", word, valid));
                Weekday::Monday
            }
        }
    }

    fn entities(&mut self, raw: &[RawEntity<'_>], known: Option<&BTreeSet<&str>>) {
        for (at, entity) in raw.iter().enumerate() {
            let thing = Name::Subject(Subject::Entity(EntityId(id(at))));
            let names = self.named(entity.id, &entity.names, thing);
            let given = entity.series.as_deref();
            let mut series: Vec<SeriesId> = Vec::new();
            for word in given.unwrap_or(std::slice::from_ref(&entity.id)) {
                let interned = self.intern(word.text);
                if series.contains(&interned) {
                    let message = format!("the series \"{}\" is listed twice", word.text);
                    let expected = "expected each series once";
                    self.problems.push(Problem::at(FILE, word.span, message, expected));
                } else {
                    series.push(interned);
                }
                let wrong = given.is_some() && known.is_some_and(|k| !k.contains(word.text));
                if word.text == OTHER {
                    let message = "`other` is reserved for the sum of what is not listed";
                    let expected = "expected the id of a series";
                    self.problems.push(Problem::at(FILE, word.span, message, expected));
                } else if let (true, Some(known)) = (wrong, known) {
                    let problem = unknown(FILE, "series", *word, known.iter().copied());
                    self.problems.push(problem);
                }
            }
            self.vocabulary.entities.push(Entity { id: entity.id.text.to_owned(), names, series });
        }
    }

    fn attributes(&mut self, raw: &[RawSeries<'_>]) {
        let mut exact: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        let mut patterns = Vec::new();
        for (at, entry) in raw.iter().enumerate() {
            if entry.pattern.text.contains('*') {
                patterns.push(at);
            } else {
                exact.entry(entry.pattern.text).or_default().push(at);
            }
        }
        for series in &mut self.vocabulary.series {
            let mut matching = exact.get(series.id.as_str()).cloned().unwrap_or_default();
            matching.extend(patterns.iter().filter(|at| matches(raw[**at].pattern.text, &series.id)));
            matching.sort_unstable();
            for attribute in matching.iter().flat_map(|at| &raw[*at].attributes) {
                let values = texts(&attribute.values);
                series.attributes.insert(attribute.key.text.to_owned(), values);
            }
        }
    }

    fn groups(&mut self, raw: &[RawGroup<'_>], given: &[RawSeries<'_>]) {
        let known = known_values(given);
        for (at, group) in raw.iter().enumerate() {
            let thing = Name::Subject(Subject::Group(GroupId(id(at))));
            let names = self.named(group.id, &group.names, thing);
            let mut selects = BTreeMap::new();
            for attribute in &group.selects {
                self.slips(attribute, &known);
                selects.insert(attribute.key.text.to_owned(), texts(&attribute.values));
            }
            let members = (0u32..)
                .zip(&self.vocabulary.series)
                .filter(|(_, series)| is_member(series, &selects))
                .map(|(at, _)| SeriesId(at))
                .collect();
            let scope = self.scope(group.scope);
            self.vocabulary.groups.push(Group {
                id: group.id.text.to_owned(),
                names,
                selects,
                scope,
                members,
            });
        }
    }

    /// A group may select what no series has: it is empty. But one letter away
    /// from what some series have is a slip.
    fn slips(&mut self, attribute: &RawAttribute<'_>, known: &BTreeMap<&str, BTreeSet<&str>>) {
        let Some(values) = known.get(attribute.key.text) else {
            if let Some(near) = one_slip_away(attribute.key.text, known.keys().copied()) {
                let message = format!("no series has an attribute `{}`", attribute.key.text);
                let expected = "expected an attribute of some [[series]]";
                let problem = Problem::at(FILE, attribute.key.span, message, expected);
                self.problems.push(problem.with_help(format!("did you mean \"{near}\"?")));
            }
            return;
        };
        for value in &attribute.values {
            if values.contains(value.text) {
                continue;
            }
            if let Some(near) = one_slip_away(value.text, values.iter().copied()) {
                let key = attribute.key.text;
                let message = format!("no series has {key} = \"{}\"", value.text);
                let expected = format!("expected a value that some [[series]] has for `{key}`");
                let problem = Problem::at(FILE, value.span, message, expected);
                self.problems.push(problem.with_help(format!("did you mean \"{near}\"?")));
            }
        }
    }
}

/// The attributes that `[[series]]` entries give, with their values.
fn known_values<'a>(given: &[RawSeries<'a>]) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut known: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for attribute in given.iter().flat_map(|entry| &entry.attributes) {
        let values = attribute.values.iter().map(|value| value.text);
        known.entry(attribute.key.text).or_default().extend(values);
    }
    known
}

fn one_slip_away<'a>(word: &str, valid: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let long = word.chars().count() >= 4;
    let mut valid = valid;
    valid.find(|known| known.eq_ignore_ascii_case(word) || (long && strsim::osa_distance(known, word) == 1))
}

/// Has the series every attribute, with one of its values?
fn is_member(series: &Series, selects: &BTreeMap<String, Vec<String>>) -> bool {
    selects.iter().all(|(key, wanted)| {
        let values = series.attributes.get(key);
        values.is_some_and(|values| values.iter().any(|value| wanted.contains(value)))
    })
}

/// Is `text` what the pattern says, each `*` being any run of characters?
fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or("")) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_is_any_run_of_characters() {
        for (pattern, text) in [
            ("alder/*", "alder/one"),
            ("alder/*", "alder/"),
            ("*", "anything"),
            ("*:free", "alder/one:free"),
            ("a*b*c", "a-b-b-c"),
            ("alder", "alder"),
        ] {
            assert!(matches(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [
            ("alder/*", "birch/one"),
            ("alder", "alders"),
            ("a*a", "a"),
            ("*:free", "alder/one"),
            ("a*b*c", "acb"),
        ] {
            assert!(!matches(pattern, text), "{pattern} {text}");
        }
    }
}
