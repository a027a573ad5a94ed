//! An invented world with every kind of metric, scope, entity and group.

use std::collections::BTreeMap;

use jiff::civil::Weekday;
use recount_model::vocabulary::{Best, Entity, Group, Metric, Scope, Series};
use recount_model::{ScopeId, SeriesId, Vocabulary};

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn metric(id: &str, names: &[&str], unit: &str, units: &[&str]) -> Metric {
    Metric {
        id: id.to_owned(),
        names: texts(names),
        unit: unit.to_owned(),
        units: texts(units),
        adds_up: true,
        signed: false,
        best: Best::Highest,
        week_starts: Weekday::Monday,
        default_scope: Some(ScopeId(0)),
        of: None,
    }
}

/// Two metrics share the word of their unit, one may be negative, one is a
/// position, and their weeks start on different days.
fn metrics() -> Vec<Metric> {
    vec![
        metric("tokens", &["token usage", "call volume"], "token", &["token", "tokens"]),
        metric("requests", &["request volume"], "request", &["requests"]),
        Metric { signed: true, ..metric("balance", &["cash balance"], "dollar", &["dollar", "dollars"]) },
        Metric {
            week_starts: Weekday::Saturday,
            ..metric("spending", &["spending"], "dollar", &["dollar", "dollars"])
        },
        Metric {
            best: Best::Lowest,
            adds_up: false,
            week_starts: Weekday::Friday,
            ..metric("chart", &["chart position"], "position", &[])
        },
    ]
}

fn scopes() -> Vec<Scope> {
    let scope = |id: &str, names: &[&str], top| Scope { id: id.to_owned(), names: texts(names), top };
    vec![
        scope("chart", &["charted models"], Some(9)),
        scope("listed", &["all listed models"], None),
        scope("open", &["the open scope"], None),
    ]
}

const MEMBERS: [(&str, &str, &str); 5] = [
    ("alder", "Alder", "north"),
    ("birch", "Birch", "south"),
    ("cedar", "Cedar", "south"),
    ("dogwood", "Dogwood M2.5", "north"),
    ("elm", "elm", "east"),
];

fn series() -> Vec<Series> {
    let series = MEMBERS.iter().map(|(id, _, region)| Series {
        id: format!("{region}/{id}"),
        attributes: BTreeMap::from([("region".to_owned(), texts(&[region]))]),
        metrics: Vec::new(),
    });
    series.collect()
}

fn entities() -> Vec<Entity> {
    let entities = MEMBERS.iter().zip(0..).map(|((id, name, _), place)| Entity {
        id: (*id).to_owned(),
        names: texts(&[name]),
        series: vec![SeriesId(place)],
    });
    entities.collect()
}

fn groups() -> Vec<Group> {
    let group = |id: &str, names: &[&str], scope| Group {
        id: id.to_owned(),
        names: texts(names),
        selects: BTreeMap::from([("region".to_owned(), texts(&[id]))]),
        scope,
        members: MEMBERS
            .iter()
            .zip(0..)
            .filter(|((_, _, of), _)| *of == id)
            .map(|(_, n)| SeriesId(n))
            .collect(),
    };
    vec![
        group("north", &["northern models", "the north"], None),
        group("south", &["the south", "southern models"], None),
        group("east", &["the east"], Some(ScopeId(1))),
        Group {
            selects: BTreeMap::new(),
            members: (0..5).map(SeriesId).collect(),
            ..group("total", &["all models", "the platform"], Some(ScopeId(1)))
        },
    ]
}

/// The names of that world.
pub(crate) fn vocabulary() -> Vocabulary {
    Vocabulary {
        metrics: metrics(),
        scopes: scopes(),
        series: series(),
        entities: entities(),
        groups: groups(),
    }
}
