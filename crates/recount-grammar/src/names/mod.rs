//! Mentions: every name of the vocabulary, found in one pass.
//!
//! Names match whatever their case, hyphens, apostrophes and spaces: both the
//! names and the sentence are squeezed to what is left, and a match counts
//! only where it starts and ends with a token. The longest match wins.

use recount_model::{Name, Vocabulary};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::en::lexicon::is_grammatical;
use crate::token::{Token, Tokens, hash};

mod source;
mod spelling;
mod stacked;

use source::{SourceName, SourceText};
use spelling::{Hashes, Spellings, is_filler};
use stacked::Stacked;

/// The names of a vocabulary, ready to be found.
#[derive(Debug)]
pub struct Names {
    spellings: Spellings,
    /// The words between the first and the last of groups' names.
    stacked: Stacked,
    /// What each spelling stands for; one spelling may stand for several
    /// things (a unit that is also a metric's name).
    targets: Vec<Vec<Name>>,
    /// The spellings that match capitals only: names of up to three capitals,
    /// so that "us" is nobody.
    capitals: FxHashSet<usize>,
    /// The spellings that end in an apostrophe and "s".
    owning: FxHashSet<usize>,
    /// From this spelling on, they are adjectives of groups.
    adjectives: usize,
    /// What single words of names are.
    roles: FxHashMap<String, Role>,
    /// A bit for the hash of every word that has a role.
    with_role: Hashes,
    /// The stems of the words of metrics and their units, "stream", each with
    /// its metric; `None` where several have it.
    stems: FxHashMap<String, Option<recount_model::MetricId>>,
    /// The names of units, for amounts of money: each metric once.
    units: Vec<(recount_model::MetricId, String)>,
    /// The names of the sources of the figures in lower case, with what each
    /// counts.
    sources: Vec<(recount_model::MetricId, SourceName)>,
    /// The metrics that are counted in percent.
    rates: Rates,
}

/// What a single word of the names is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// A word of the names of metrics, units, scopes and groups.
    pub known: bool,
    /// What the members of groups are called, "hospitals", "hospital".
    pub thing: bool,
    /// A word of the name of a source.
    pub source: bool,
}

/// A name in a sentence: tokens `first..end` stand for `names`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention<'v> {
    /// The first token.
    pub first: usize,
    /// The token after the last.
    pub end: usize,
    /// What it may stand for, in the order of the vocabulary. Never empty.
    pub names: &'v [Name],
    /// An adjective of a group: "northern" where "northern models" is its name.
    pub adjective: bool,
}

impl Names {
    /// The names of `vocabulary`.
    #[must_use]
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut patterns: Vec<String> = Vec::new();
        let mut targets: Vec<Vec<Name>> = Vec::new();
        let mut places: FxHashMap<String, usize> = FxHashMap::default();
        for (text, name) in vocabulary.names() {
            let squeezed = squeeze(text);
            if squeezed.is_empty() {
                continue;
            }
            let place = *places.entry(squeezed.clone()).or_insert_with(|| {
                patterns.push(squeezed);
                targets.push(Vec::new());
                targets.len() - 1
            });
            if !targets[place].contains(&name) {
                targets[place].push(name);
            }
        }
        let places_of = |fits: fn(&str) -> bool| -> FxHashSet<usize> {
            let fitting = vocabulary.names().filter(|(text, _)| fits(text));
            fitting.filter_map(|(text, _)| places.get(&squeeze(text)).copied()).collect()
        };
        let capitals = places_of(|text| text.len() <= 3 && text.chars().all(char::is_uppercase));
        let owning = places_of(|text| text.ends_with("'s") || text.ends_with("’s"));
        let adjectives = patterns.len();
        let of_groups = vocabulary
            .names()
            .filter_map(|(text, name)| Some((adjective_of(text, name, vocabulary)?, name)))
            .chain(kinds(vocabulary).into_iter().map(|(_, singular, name)| (squeeze(&singular), name)));
        for (adjective, name) in of_groups.filter(|(adjective, _)| !places.contains_key(adjective)) {
            match patterns[adjectives..].iter().position(|pattern| *pattern == adjective) {
                Some(place) if !targets[adjectives + place].contains(&name) => {
                    targets[adjectives + place].push(name);
                }
                Some(_) => {}
                None => {
                    patterns.push(adjective);
                    targets.push(vec![name]);
                }
            }
        }
        let roles = roles(vocabulary);
        Self {
            with_role: roles.keys().map(|word| hash(word.as_bytes())).collect(),
            spellings: Spellings::new(&patterns),
            stacked: Stacked::new(vocabulary),
            targets,
            capitals,
            owning,
            adjectives,
            roles,
            stems: stems(vocabulary),
            units: units(vocabulary),
            sources: Vec::new(),
            rates: Rates { metrics: rates(vocabulary), of: rated(vocabulary) },
        }
    }

    /// The metric that a verb counts: "streamed 4 million times" where "streams"
    /// is a word of its name.
    #[must_use]
    pub fn counted_by(&self, verb: &str) -> Option<recount_model::MetricId> {
        self.stems.get(stem(verb)).copied().flatten()
    }

    /// Is anything counted that is sold?
    #[must_use]
    pub fn sells(&self) -> bool {
        self.counted_by("sold").or_else(|| self.counted_by("sales")).is_some()
    }

    /// Adds the names of the sources of the figures, so that "on X" is known
    /// to be where they were counted.
    pub fn add_source(&mut self, metric: recount_model::MetricId, source: &str) {
        let name = source.split(['(', ',', ';']).next().unwrap_or("");
        // Many files have one source.
        let known = (metric, SourceName::new(name.trim().to_lowercase()));
        if !self.sources.contains(&known) {
            self.sources.push(known);
        }
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2);
        for word in words.map(str::to_lowercase) {
            self.with_role.insert(hash(word.as_bytes()));
            self.roles.entry(word).or_default().source = true;
        }
    }

    /// The metric whose source a text names; `None` where it names sources of
    /// several, or none.
    #[must_use]
    pub fn metric_of_source(&self, text: &str) -> Option<recount_model::MetricId> {
        let mut text = SourceText::new(text);
        let mut last: Option<(&SourceName, bool)> = None;
        let mut names = |name| {
            // What one source counts stands together.
            let known = last.filter(|(other, _)| *other == name).map(|(_, names)| names);
            let named = known.unwrap_or_else(|| text.names(name));
            last = Some((name, named));
            named
        };
        let mut found = self.sources.iter().filter(|(_, name)| names(name)).map(|(metric, _)| *metric);
        let first = found.next()?;
        found.all(|metric| metric == first).then_some(first)
    }

    /// What a word in lower case is among the words of the names.
    #[must_use]
    pub fn role(&self, lower: &str) -> Role {
        self.roles.get(lower).copied().unwrap_or_default()
    }

    /// What a token is among the words of the names.
    #[must_use]
    #[inline]
    pub fn role_of(&self, tokens: Tokens<'_>, token: Token) -> Role {
        match self.with_role.has(token.hash) {
            true => self.role(tokens.lower_of(token)),
            false => Role::default(),
        }
    }

    /// Is it a word of the names of metrics, units, scopes and groups?
    #[must_use]
    pub fn knows(&self, lower: &str) -> bool {
        self.role(lower).known
    }

    /// The metrics that count in a unit of that name.
    #[must_use]
    pub fn counted_in(&self, unit: &str) -> Vec<recount_model::MetricId> {
        let first =
            |name: &str| name.split_whitespace().next().map(|word| word.trim_end_matches('s').to_lowercase());
        let is = |name: &String| !unit.is_empty() && first(name).as_deref() == Some(unit);
        self.units.iter().filter(|(_, name)| is(name)).map(|(metric, _)| *metric).collect()
    }

    /// The metrics that are counted in percent: what "6.2 %" may be an amount of.
    #[must_use]
    pub fn rates(&self) -> &[recount_model::MetricId] {
        &self.rates.metrics
    }

    /// Is what a name stands for counted in percent only: "the two-year fix"?
    #[must_use]
    pub fn is_rated(&self, name: &Name) -> bool {
        matches!(name, Name::Subject(subject) if self.rates.of.contains(subject))
    }

    /// Is nothing else counted?
    #[must_use]
    pub fn only_rates(&self) -> bool {
        self.rates.metrics.len() == self.units.len()
    }

    /// Is it what the members of the vocabulary's groups are called?
    #[must_use]
    pub fn is_thing(&self, lower: &str) -> bool {
        self.role(lower).thing
    }

    /// Every mention of a sentence, the longest at each place, in order and
    /// without overlap. `squeezed` is a buffer to reuse.
    #[must_use]
    pub fn find<'v>(&'v self, tokens: Tokens<'_>, squeezed: &mut String) -> Vec<Mention<'v>> {
        let mut found: Vec<Mention<'v>> = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.rest.get(at) {
            let first = at;
            at += 1;
            if !self.spellings.may_open(tokens, token) {
                continue;
            }
            let small = || tokens.text_of(*token).chars().any(char::is_lowercase);
            // "The Alder model's volume" does not name "Alder models".
            let fits = |place: usize, owns: bool| {
                (!self.capitals.contains(&place) || !small()) && (!owns || self.owning.contains(&place))
            };
            let plain = self.spellings.longest(tokens, first, squeezed, fits);
            let found_at = self.with_more_words(tokens, first, plain).or(plain);
            if let Some((place, end)) = found_at {
                let adjective = place >= self.adjectives;
                let end = self.behind_kind(tokens, place, end, squeezed);
                found.push(Mention { first, end, names: &self.targets[place], adjective });
                at = end;
            }
        }
        found
    }
}

/// The adjective in a group's name of two words: "northern" in "northern
/// models".
fn adjective_of(text: &str, name: Name, vocabulary: &Vocabulary) -> Option<String> {
    let Name::Subject(recount_model::Subject::Group(group)) = name else {
        return None;
    };
    if vocabulary.group(group).is_total() {
        return None;
    }
    let mut words = text.split_whitespace();
    let (adjective, noun) = (words.next()?, words.next()?);
    let plain =
        adjective.chars().all(|c| c.is_alphabetic() || c == '.') && noun.chars().all(char::is_lowercase);
    let word = !matches!(
        adjective.to_lowercase().as_str(),
        "all" | "the" | "every" | "total" | "whole" | "entire" | "any"
    );
    (plain && word && words.next().is_none() && adjective.len() > 1).then(|| squeeze(adjective))
}

/// Groups that a single word names and that are only some of all things:
/// "films" beside series, in the plural and the singular. "The No. 1 film" is
/// first among them, not among all.
fn kinds(vocabulary: &Vocabulary) -> Vec<(String, String, Name)> {
    let mut kinds = Vec::new();
    for (text, name) in vocabulary.names() {
        let Name::Subject(recount_model::Subject::Group(id)) = name else { continue };
        let group = vocabulary.group(id);
        let word = text.chars().all(char::is_lowercase) && text.len() > 3;
        let mut series = vocabulary.entities.iter().flat_map(|entity| &entity.series);
        let some = !group.is_total() && series.any(|one| !group.members.contains(one));
        if word && some && !group.members.is_empty() {
            let singular = text.strip_suffix('s').unwrap_or(text).to_owned();
            kinds.push((text.to_owned(), singular, name));
        }
    }
    kinds
}

fn units(vocabulary: &Vocabulary) -> Vec<(recount_model::MetricId, String)> {
    (0u32..)
        .zip(&vocabulary.metrics)
        .map(|(at, metric)| (recount_model::MetricId(at), metric.unit.clone()))
        .collect()
}

/// What is counted in percent.
#[derive(Debug)]
struct Rates {
    /// The metrics.
    metrics: Vec<recount_model::MetricId>,
    /// Whatever has a rate and nothing else that is counted, as far as the vocabulary tells.
    of: Vec<recount_model::Subject>,
}

fn rates(vocabulary: &Vocabulary) -> Vec<recount_model::MetricId> {
    let percent = |(_, metric): &(u32, &recount_model::vocabulary::Metric)| metric.is_percent();
    let metrics = (0u32..).zip(&vocabulary.metrics).filter(percent);
    metrics.map(|(at, _)| recount_model::MetricId(at)).collect()
}

/// Those whose figure a rate alone speaks of, things that are called as they are ("the two-year fix", "the
/// five-year fix"), and those of which only rates are known.
fn rated(vocabulary: &Vocabulary) -> Vec<recount_model::Subject> {
    use recount_model::Subject;
    let rates = rates(vocabulary);
    // Most vocabularies have none; whoever is called alike would be looked for among all names.
    if rates.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Subject> = rates.iter().filter_map(|rate| vocabulary.metric(*rate).of).collect();
    let last = |text: &str| text.split([' ', '-']).next_back().map(str::to_lowercase);
    let called = |subject: &Subject| {
        let subject = *subject;
        vocabulary
            .names()
            .filter(move |(_, name)| *name == Name::Subject(subject))
            .filter_map(|(text, _)| last(text))
    };
    let kinds: Vec<String> = found.iter().flat_map(called).collect();
    for (id, entity) in (0u32..).zip(&vocabulary.entities) {
        let subject = Subject::Entity(recount_model::EntityId(id));
        let mut metrics =
            entity.series.iter().flat_map(|series| &vocabulary.series(*series).metrics).peekable();
        let known = metrics.peek().is_some();
        let only = metrics.all(|metric| rates.contains(metric));
        let alike = || called(&subject).any(|word| kinds.contains(&word));
        if (known && only || !known && alike()) && !found.contains(&subject) {
            found.push(subject);
        }
    }
    found
}

/// The nouns of groups' names, "hospitals" in "northern hospitals", in the
/// plural and the singular.
fn things(vocabulary: &Vocabulary) -> FxHashSet<String> {
    let noun = |(text, name): (&str, Name)| {
        adjective_of(text, name, vocabulary)?;
        text.split_whitespace().nth(1).map(str::to_lowercase)
    };
    let kinds = kinds(vocabulary);
    let some = |word: &String| kinds.iter().any(|(plural, singular, _)| word == plural || word == singular);
    // "songs", where every thing is one.
    let all = |(text, name): (&str, Name)| {
        let group = matches!(name, Name::Subject(recount_model::Subject::Group(_)));
        (group && text.len() > 3 && text.ends_with('s') && text.chars().all(char::is_lowercase))
            .then(|| text.to_owned())
    };
    // "all songs", where some things are none.
    let every = |(text, name): (&str, Name)| {
        let group = matches!(name, Name::Subject(recount_model::Subject::Group(_)));
        let word = text.strip_prefix("all ").filter(|word| word.chars().all(char::is_lowercase))?;
        (group && word.len() > 3 && word.ends_with('s')).then(|| word.to_owned())
    };
    let named = vocabulary.names().filter_map(noun).chain(vocabulary.names().filter_map(all));
    let named = named.chain(vocabulary.names().filter_map(every));
    let plural: Vec<String> = named.filter(|word| !some(word)).collect();
    let singular = plural.iter().filter_map(|word| word.strip_suffix('s').map(str::to_owned));
    singular.chain(plural.iter().cloned()).collect()
}

fn roles(vocabulary: &Vocabulary) -> FxHashMap<String, Role> {
    let mut roles: FxHashMap<String, Role> = FxHashMap::default();
    words(vocabulary).into_iter().for_each(|word| roles.entry(word).or_default().known = true);
    things(vocabulary).into_iter().for_each(|word| roles.entry(word).or_default().thing = true);
    roles
}

fn words(vocabulary: &Vocabulary) -> FxHashSet<String> {
    let entity = |name: &Name| matches!(name, Name::Subject(recount_model::Subject::Entity(_)));
    let named = vocabulary.names().filter(|(_, name)| !entity(name));
    let words = named.flat_map(|(text, _)| text.split(|c: char| !c.is_alphabetic()));
    let words = words.filter(|word| word.len() > 1).map(str::to_lowercase);
    // "Of" in "users of X" ties phrases together there and everywhere else.
    words.filter(|word| !is_grammatical(word)).collect()
}

fn stems(vocabulary: &Vocabulary) -> FxHashMap<String, Option<recount_model::MetricId>> {
    let mut stems = FxHashMap::default();
    for (text, name) in vocabulary.names() {
        let (Name::Metric(metric) | Name::Unit(metric)) = name else { continue };
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 3) {
            let found = stems.entry(stem(&word.to_lowercase()).to_owned()).or_insert(Some(metric));
            *found = found.filter(|old| *old == metric);
        }
    }
    stems
}

/// A word without the endings of verbs and plurals.
fn stem(word: &str) -> &str {
    let cut = ["ing", "ed", "s"].iter().find_map(|ending| word.strip_suffix(ending));
    cut.filter(|stem| stem.len() > 2).unwrap_or(word)
}

fn squeeze(name: &str) -> String {
    name.chars().filter(|c| !is_filler(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use recount_model::vocabulary::Scope;

    use super::*;

    #[test]
    fn names_match_whatever_their_hyphens_apostrophes_and_spaces() {
        let scope =
            |id: &str, name: &str| Scope { id: id.to_owned(), names: vec![name.to_owned()], top: None };
        let scopes = vec![scope("song", "Don't Look-Up"), scope("longer", "Don't Look-Up 2")];
        let names = Names::new(&Vocabulary { scopes, ..Vocabulary::default() });
        for (text, found) in [
            ("Then Don’t Look Up led.", &[(1, 5)][..]),
            ("dont lookup, don't look-up 2", &[(0, 2), (3, 9)]),
            ("Don't look", &[]),
        ] {
            let (mut lower, mut tokens) = (String::new(), Vec::new());
            crate::token::tokenise(text, &mut lower, &mut tokens);
            let tokens = Tokens { text, lower: &lower, rest: &tokens };
            let mentions = names.find(tokens, &mut String::new());
            let places: Vec<_> = mentions.iter().map(|mention| (mention.first, mention.end)).collect();
            assert_eq!(places, found, "{text}");
        }
    }

    #[test]
    fn words_that_tie_phrases_together_are_no_words_of_names() {
        let names = vec!["the users of north and south, in all".to_owned(), "not more than ten".to_owned()];
        let scope = Scope { id: "listed".to_owned(), names, top: None };
        let names = Names::new(&Vocabulary { scopes: vec![scope], ..Vocabulary::default() });
        let known = ["users", "north", "south", "ten"];
        assert!(known.iter().all(|word| names.knows(word)));
        let tying = ["the", "of", "and", "in", "all", "not", "more", "than"];
        assert!(tying.iter().all(|word| !names.knows(word)));
    }
}
