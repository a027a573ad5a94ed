//! What the sentences beside the constructions say, in an invented world:
//! Alder of the north, Birch and Cedar of the south, tokens a week, read on
//! Tuesday 30 June 2026.

use std::collections::BTreeMap;

use jiff::civil::{Weekday, date};
use recount_model::statement;
use recount_model::vocabulary::{Best, Entity, Group, Metric, Scope, Series};
use recount_model::{ScopeId, SeriesId, Vocabulary};

use crate::{Format, Options, Reader, Reading};

/// The claims of one sentence, each in its canonical words; "last week" is left
/// out. A span that was not understood is "?", one that is not checkable "-".
pub(crate) fn claims(sentence: &str) -> Vec<String> {
    claims_in(sentence, &world())
}

fn claims_in(sentence: &str, vocabulary: &Vocabulary) -> Vec<String> {
    told(vocabulary, |reader, options| reader.statement(sentence, None, options))
}

/// What else the first claim of a sentence may mean, of the same week.
pub(crate) fn readings(sentence: &str) -> Vec<String> {
    let vocabulary = world();
    let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
    let reading = Reader::new(&vocabulary).statement(sentence, None, &options);
    let claim = reading.claims.first();
    let same = |other: &&recount_model::Assertion| claim.is_some_and(|c| c.assertion.period == other.period);
    let others = claim.map(|claim| claim.readings.as_slice()).unwrap_or_default().iter().filter(same);
    let words = others.map(|other| statement(other, &vocabulary));
    words.map(|words| shortened(&words)).collect()
}

/// The first claim of a sentence, and whatever else it may mean, in any week.
pub(crate) fn claims_and_readings(sentence: &str) -> Vec<String> {
    let vocabulary = world();
    let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
    let reading = Reader::new(&vocabulary).statement(sentence, None, &options);
    let first = reading.claims.first().into_iter();
    let all = first.flat_map(|claim| std::iter::once(&claim.assertion).chain(&claim.readings));
    all.map(|one| shortened(&statement(one, &vocabulary))).collect()
}

fn shortened(words: &str) -> String {
    let words = words.replace("In the week of 22 June 2026, ", "");
    let words = words.replace(" from the week of 15 June 2026", "").replace("the call volume of ", "");
    let (first, rest) = words.split_at(words.len().min(1));
    first.to_uppercase() + rest
}

/// The same of an article in Markdown.
pub(crate) fn article(text: &str) -> Vec<String> {
    told(&world(), |reader, options| reader.read(text, Format::Markdown, options))
}

fn told(vocabulary: &Vocabulary, read: impl Fn(&Reader<'_>, &Options) -> Reading) -> Vec<String> {
    let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
    let reading = read(&Reader::new(vocabulary), &options);
    let said = reading.claims.iter().map(|claim| {
        let words = statement(&claim.assertion, vocabulary);
        let words = words.replace("In the week of 22 June 2026, ", "");
        words.replace(" from the week of 15 June 2026", "").replace("the call volume of ", "")
    });
    let not_checkable = reading.not_checkable.iter().map(|_| "-".to_owned());
    said.chain(not_checkable).chain(reading.not_understood.iter().map(|_| "?".to_owned())).collect()
}

/// Every sentence says what stands beside it.
pub(crate) fn assert_read(table: &[(&str, &[&str])]) {
    for (sentence, expected) in table {
        assert_eq!(claims(sentence), *expected, "{sentence}");
    }
}

/// The same, where the vocabulary counts places, copies and prices instead.
pub(in crate::en) fn assert_read_in_shops(table: &[(&str, &[&str])]) {
    for (sentence, expected) in table {
        assert_eq!(claims_in(sentence, &shops()), *expected, "{sentence}");
    }
}

/// What an article says of those shops.
pub(crate) fn article_in_shops(text: &str) -> Vec<String> {
    told(&shops(), |reader, options| reader.read(text, Format::Markdown, options))
}

/// No sentence of those shops makes a claim, and none is passed over in silence.
pub(in crate::en) fn assert_listed_in_shops(sentences: &[&str]) {
    for sentence in sentences {
        let found = claims_in(sentence, &shops());
        assert!(
            !found.is_empty() && found.iter().all(|word| word == "?" || word == "-"),
            "{sentence}: {found:?}"
        );
    }
}

/// Alder, Birch and Cedar in a weekly chart: the place, copies sold, and the
/// price in dollars.
fn shops() -> Vocabulary {
    let metric = |id: &str, names: &[&str], units: &[&str], best: Best| Metric {
        id: id.to_owned(),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        unit: units[0].to_owned(),
        units: units.iter().map(|unit| (*unit).to_owned()).collect(),
        adds_up: best == Best::Highest && units[0] != "dollar",
        signed: false,
        best,
        week_starts: Weekday::Monday,
        default_scope: None,
        of: None,
    };
    Vocabulary {
        metrics: vec![
            metric("place", &["chart position"], &["position", "positions"], Best::Lowest),
            metric("copies", &["sales"], &["copy", "copies"], Best::Highest),
            metric("price", &["price", "prices"], &["dollar", "dollars", "dollars a gallon"], Best::Highest),
        ],
        scopes: Vec::new(),
        ..world()
    }
}

/// No sentence makes a claim, and none is passed over in silence.
pub(crate) fn assert_listed(sentences: &[&str]) {
    for sentence in sentences {
        let found = claims(sentence);
        assert!(
            !found.is_empty() && found.iter().all(|word| word == "?" || word == "-"),
            "{sentence}: {found:?}"
        );
    }
}

pub(crate) fn world() -> Vocabulary {
    let text = str::to_owned;
    let region = |region: &str| BTreeMap::from([(text("region"), vec![text(region)])]);
    let series = |id: &str, of: &str| Series { id: text(id), attributes: region(of), metrics: Vec::new() };
    let entity = |name: &str, id: u32| Entity {
        id: name.to_lowercase(),
        names: vec![text(name)],
        series: vec![SeriesId(id)],
    };
    let group = |id: &str, names: &[&str], selects: BTreeMap<String, Vec<String>>, members: &[u32]| Group {
        id: text(id),
        names: names.iter().map(|name| text(name)).collect(),
        selects,
        scope: None,
        members: members.iter().map(|id| SeriesId(*id)).collect(),
    };
    Vocabulary {
        metrics: vec![Metric {
            id: text("tokens"),
            names: vec![text("call volume"), text("token usage")],
            unit: text("token"),
            units: vec![text("token"), text("tokens")],
            adds_up: true,
            signed: false,
            best: Best::Highest,
            week_starts: Weekday::Monday,
            default_scope: Some(ScopeId(0)),
            of: None,
        }],
        scopes: vec![Scope { id: text("chart"), names: vec![text("charted models")], top: Some(9) }],
        series: vec![series("a", "north"), series("b", "south"), series("c", "south")],
        entities: vec![entity("Alder", 0), entity("Birch", 1), entity("Cedar", 2)],
        groups: vec![
            group("north", &["the north", "northern models", "north"], region("north"), &[0]),
            group("south", &["the south", "southern models", "south"], region("south"), &[1, 2]),
            group("total", &["all tokens", "the platform"], BTreeMap::new(), &[0, 1, 2]),
        ],
    }
}
