//! What is made of files that are right.

use jiff::civil::date;
use recount_dataset::{Dataset, Sources};
use recount_model::{Cadence, Interval, Number, Period, Predicate, Subject, Verdict, Weeks};

use crate::world::{FIGURES, VOCABULARY, file, load};

fn n(value: i64) -> Number {
    Number::from(value)
}

fn world(by_hand: &str) -> Dataset {
    load(VOCABULARY, FIGURES, by_hand).unwrap()
}

fn ids(dataset: &Dataset, group: &str) -> Vec<String> {
    let Some(Subject::Group(group)) = dataset.vocabulary.find_subject(group) else {
        return Vec::new();
    };
    let members = &dataset.vocabulary.group(group).members;
    let ids = members.iter().map(|id| dataset.vocabulary.series(*id).id.clone());
    ids.collect()
}

#[test]
fn figures_are_given_as_written_and_admitted_within_the_tolerance() {
    let dataset = world("");
    let table = &dataset.tables[0];
    assert_eq!(table.cadence, Cadence::Week);
    let sheet = &table.periods[&Period::week(date(2026, 3, 2))][0];
    let figure = |id: &str| {
        let Some(at) = dataset.vocabulary.series.iter().position(|s| s.id == id) else {
            panic!("no {id}");
        };
        let id = recount_model::SeriesId(u32::try_from(at).unwrap());
        sheet.figures[&id].clone()
    };
    let exact = figure("north/alder");
    assert_eq!(exact.given, Interval::point(n(1000)));
    assert_eq!(exact.admitted, Interval::closed(n(995), n(1005)));
    let rounded = figure("north/alder:free").given;
    let (low, high) = (Number::decimal(825, 9), Number::decimal(835, 9));
    assert_eq!(rounded, Interval::closed(low, high));
    let bounded = figure("south/birch");
    assert_eq!(bounded.given, Interval::closed(n(300), n(400)));
    let (low, high) = (Number::ratio(597, 2), n(402));
    assert_eq!(bounded.admitted, Interval::closed(low, high));
    assert_eq!(sheet.unlisted_at_most, Some(n(400)));
    let other = sheet.other.as_ref().unwrap();
    assert_eq!(other.given, Interval::closed(n(1150), n(1250)));
    assert_eq!(dataset.last_day(), Some(date(2026, 3, 8)));
}

#[test]
fn a_figure_knows_its_line() {
    let dataset = world("");
    let sheet = &dataset.tables[0].periods.values().next().unwrap()[0];
    let mut lines: Vec<&str> = sheet
        .figures
        .values()
        .chain(&sheet.other)
        .chain(std::iter::empty())
        .map(|figure| figure.place)
        .chain(std::iter::once(sheet.place))
        .map(|place| place.span.of(&dataset.files[place.file as usize].text))
        .collect();
    lines.sort_unstable();
    assert_eq!(
        lines,
        [
            "\"north/alder\" = 1_000",
            "\"north/alder:free\" = \"0.83T\"",
            "\"south/birch\" = { low = 300, high = 400 }",
            "\"south/cedar\" = 500",
            "other = \"1.2K\"",
            "week = 2026-03-02",
        ]
    );
}

#[test]
fn the_later_pattern_wins_for_each_attribute() {
    let dataset = world("");
    let attributes = |id: &str| {
        let series = dataset.vocabulary.series.iter().find(|s| s.id == id);
        format!("{:?}", series.unwrap().attributes)
    };
    assert_eq!(attributes("north/alder"), r#"{"kind": ["tree", "evergreen"], "region": ["north"]}"#);
    assert_eq!(attributes("south/birch"), r#"{"kind": ["tree"], "region": ["south"]}"#);
    assert_eq!(attributes("south/cedar"), r#"{"kind": ["tree"]}"#);
}

#[test]
fn series_that_no_entity_names_are_members_too() {
    let dataset = world("");
    assert_eq!(ids(&dataset, "north"), ["north/alder", "north/alder:free"]);
    assert_eq!(ids(&dataset, "total").len(), 4);
}

#[test]
fn metrics_have_defaults() {
    let vocabulary = world("").vocabulary;
    let balance = &vocabulary.metrics[1];
    assert_eq!(balance.names, ["balance"]);
    assert_eq!(balance.units, ["dollar"]);
    assert!(balance.signed && !balance.adds_up);
    assert_eq!(balance.week_starts, jiff::civil::Weekday::Saturday);
    assert_eq!(balance.default_scope, None);
    assert!(vocabulary.metrics[0].adds_up);
}

#[test]
fn a_vocabulary_alone_is_enough() {
    let dataset = load(VOCABULARY, "", "").unwrap();
    assert_eq!(dataset.tables.len(), 2);
    assert!(dataset.tables.iter().all(|table| table.periods.is_empty()));
    assert_eq!(dataset.last_day(), None);
}

#[test]
fn two_sources_of_one_week_are_two_sheets_in_the_order_of_the_files() {
    let second = FIGURES.replace("the counter", "another counter");
    let dataset = Dataset::load(Sources {
        vocabulary: Some(file("vocabulary.toml", VOCABULARY)),
        figures: vec![file("one.toml", FIGURES), file("two.toml", &second)],
        by_hand: Vec::new(),
    })
    .unwrap();
    let sheets = &dataset.tables[0].periods[&Period::week(date(2026, 3, 2))];
    let sources = sheets.iter().map(|sheet| &dataset.sources[sheet.source as usize]);
    let sources: Vec<_> = sources.map(|s| (s.name.as_str(), s.file)).collect();
    assert_eq!(sources, [("the counter, as of 1 April", 1), ("another counter, as of 1 April", 2)]);
}

#[test]
fn days_and_months_are_periods() {
    let figures = |period: &str| {
        format!(
            "metric = \"balance\"\nsource = \"s\"\n[[period]]\n{period}\n[period.figures]\n\
             \"north/alder\" = 1\n\"north/alder:free\" = 1\n\"south/birch\" = -1\n"
        )
    };
    let day = load(VOCABULARY, &figures("day = 2024-12-31"), "").unwrap();
    assert_eq!(day.tables[1].cadence, Cadence::Day);
    assert_eq!(day.last_day(), Some(date(2024, 12, 31)));
    let month = load(VOCABULARY, &figures("month = \"2024-02\""), "").unwrap();
    assert_eq!(month.tables[1].cadence, Cadence::Month);
    let period = month.tables[1].periods.keys().next().copied();
    assert_eq!(period, Some(Period::month_of(date(2024, 2, 1))));
}

#[test]
fn a_statement_by_hand_keeps_the_place_of_its_words() {
    let text = "[[claim]]\nsays = \"Alder led\"\nweek = 2026-03-02\nsource = \"radio\"\n\
                url = \"https://example.org\"\nexpect = \"refuted\"\n\
                [[claim]]\nsays = '''\nBirch led'''\nsource = \"radio\"\n";
    let dataset = world(text);
    let claims = &dataset.hand_claims;
    let (says, span) = claims[0].says.clone().unwrap();
    assert_eq!((says.as_str(), span.of(text)), ("Alder led", "Alder led"));
    assert_eq!(claims[0].place.span.of(text), "says = \"Alder led\"");
    assert_eq!(claims[0].period, Some(Period::week(date(2026, 3, 2))));
    assert_eq!(claims[0].expect, Some(Verdict::Refuted));
    assert_eq!(claims[0].url.as_deref(), Some("https://example.org"));
    let (says, span) = claims[1].says.clone().unwrap();
    assert_eq!((says.as_str(), span.of(text)), ("Birch led", "Birch led"));
    assert_eq!(claims[1].period, None);
}

#[test]
fn an_assertion_by_hand_is_read_like_those_of_a_report() {
    let text = "[[claim]]\nsource = \"slide\"\n\
                assertion = { kind = \"streak\", weeks = 2, period = 2026-03-02, \
                of = { kind = \"compare\", subject = [\"north\"], object = [\"birch\"], \
                value = { low = 0, low_open = true, unit = \"visit\" } } }\n";
    let claim = &world(text).hand_claims[0];
    let week = Some(Period::week(date(2026, 3, 2)));
    assert_eq!(claim.period, week);
    let assertion = claim.assertion.as_ref().unwrap();
    assert_eq!(assertion.period, week);
    let Predicate::Streak(streak) = &assertion.predicate else {
        panic!("{assertion:?}");
    };
    assert_eq!(streak.weeks, Weeks::Exactly(2));
    assert_eq!(streak.of.period, week);
    assert_eq!(streak.of.subject, assertion.subject);
    let lead = streak.of.predicate.value().unwrap();
    assert!(lead.is_direction() && !lead.falling);
}

#[test]
fn values_of_an_assertion_are_exact() {
    let text = "[[claim]]\nsource = \"slide\"\nweek = 2026-03-02\n\
                assertion = { kind = \"share\", subject = \"north\", value = { low = 34.85, high = \"34.95\" } }\n\
                [[claim]]\nsource = \"slide\"\nmonth = \"2026-02\"\n\
                assertion = { kind = \"level\", subject = \"south/cedar\", value = { low = \"4.19 trillion\" } }\n";
    let claims = world(text).hand_claims;
    let share = claims[0].assertion.as_ref().unwrap();
    assert_eq!(
        share.predicate.value().unwrap().written(),
        Interval::closed(Number::ratio(697, 20), Number::ratio(699, 20))
    );
    let level = claims[1].assertion.as_ref().unwrap();
    assert_eq!(level.period, Some(Period::month_of(date(2026, 2, 1))));
    assert_eq!(level.predicate.value().unwrap().written(), Interval::at_least(Number::decimal(419, 10)));
    assert!(matches!(level.subject[0], Subject::Series(_)));
}

#[test]
fn what_is_not_listed_is_only_better_where_the_highest_is_best() {
    let vocabulary = VOCABULARY.replacen("unit = \"visit\"", "unit = \"visit\"\nbest = \"lowest\"", 1);
    let dataset = load(&vocabulary, FIGURES, "").unwrap();
    let sheet = &dataset.tables[0].periods.values().next().unwrap()[0];
    assert_eq!(sheet.unlisted_at_most, None);
}

#[test]
fn a_large_vocabulary_with_few_figures_is_read() {
    let mut vocabulary = VOCABULARY.to_owned();
    for at in 0..2_000 {
        vocabulary.push_str(&format!(
            "[[series]]\nmatch = \"m-{at}\"\nattributes = {{ region = \"south\" }}\n\
             [[entity]]\nid = \"m-{at}\"\nnames = [\"Model {at}\"]\n"
        ));
    }
    let dataset = load(&vocabulary, FIGURES, "").unwrap();
    assert_eq!(dataset.vocabulary.entities.len(), 2_002);
    assert_eq!(dataset.vocabulary.series.len(), 2_004);
}
