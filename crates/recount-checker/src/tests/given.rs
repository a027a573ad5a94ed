//! Statements that cannot all be true given the figures, and sets that can.

use std::ops::Range;

use recount_model::{Claim, Span, Voice};

use super::world::World;
use crate::conflict::{Code, Conflict};
use crate::{Said, check};

/// Two weeks with figures, the next without.
fn world() -> World {
    World::of_two_weeks()
}

fn level(subject: &str, week: &str, value: Range<u32>) -> String {
    let Range { start, end } = value;
    format!(
        r#"kind = "level", subject = ["{subject}"], metric = "tokens", period = {week}, value = {{ low = {start}, high = {end}, unit = "token" }}"#
    )
}

fn change(subject: &str, week: &str, base: &str, percent: Range<i32>) -> String {
    let Range { start, end } = percent;
    format!(
        r#"kind = "change", subject = ["{subject}"], metric = "tokens", period = {week}, base = {base}, value = {{ low = {start}, high = {end}, unit = "percent" }}"#
    )
}

fn ahead(a: &str, b: &str, week: &str) -> String {
    format!(
        r#"kind = "compare", subject = ["{a}"], object = ["{b}"], metric = "tokens", period = {week}, value = {{ low = 0, low_open = true, unit = "token" }}"#
    )
}

/// The conflicts of claims, each of a voice of its own.
fn conflicts(world: &World, said: &[String]) -> Vec<Conflict> {
    read(world, &said.iter().map(|one| vec![one.as_str()]).collect::<Vec<_>>())
}

/// The same of claims with several readings.
fn read(world: &World, said: &[Vec<&str>]) -> Vec<Conflict> {
    let all: Vec<&str> = said.iter().flatten().copied().collect();
    let dataset = world.dataset(&all);
    let mut assertions = dataset.hand_claims.iter().map(|hand| hand.assertion.clone().unwrap());
    let claims: Vec<Claim> = said
        .iter()
        .map(|readings| {
            let mut own = assertions.by_ref().take(readings.len());
            let assertion = own.next().unwrap();
            let (span, readings) = (Span::default(), own.collect());
            Claim { span, sentence: span, assertion, readings, assumptions: Vec::new() }
        })
        .collect();
    let voices = (0..).map(Voice);
    let said: Vec<Said<'_>> = claims.iter().zip(voices).map(|(claim, voice)| Said { claim, voice }).collect();
    let checked = check(&dataset, &said);
    assert_eq!(checked.left_out, Vec::<String>::new());
    checked.conflicts
}

/// The figures that take part, in words.
fn figures(conflict: &Conflict) -> Vec<String> {
    let words = |evidence: &crate::Evidence| {
        let value = &evidence.value.interval;
        let end = |end: &Option<recount_model::Bound>| {
            end.as_ref().map_or_else(String::new, |e| e.value.to_string())
        };
        format!("{:?} {} {} to {}", evidence.of, evidence.period.start, end(&value.low), end(&value.high))
    };
    conflict.figures.iter().map(words).collect()
}

#[track_caller]
fn one(world: &World, said: &[String]) -> Conflict {
    let mut found = conflicts(world, said);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

#[track_caller]
fn none(world: &World, said: &[String]) {
    let found = conflicts(world, said);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn growth_from_a_known_week_against_a_level() {
    let grown = change("alder", "2026-06-29", "2026-06-22", 9..11);
    let found = one(&world(), &[grown.clone(), level("alder", "2026-06-29", 2_400..2_400)]);
    assert_eq!(found.code, Code::Contradicting);
    assert_eq!(found.statements, [0, 1]);
    assert_eq!(figures(&found), ["[Entity(EntityId(0))] 2026-06-22 2288.5 to 2311.5"]);
    assert_eq!(
        found.explanation,
        [
            "By (2) Alder in the week of 29 June 2026 is 2.4 thousand tokens.",
            "By the data, Alder in the week of 22 June 2026 is 2.289 to 2.312 thousand tokens (the table).",
            "But (1), a rise of 9 to 11 percent, needs Alder in the week of 29 June 2026 to be at least 2.494 \
             thousand tokens (2.289 thousand × 1.09), and it is at most 2.4 thousand tokens.",
        ]
    );
    // The tolerance of the data is the claim's to use.
    none(&world(), &[grown.clone(), level("alder", "2026-06-29", 2_495..2_495)]);
    none(&world(), &[grown, level("alder", "2026-06-29", 2_550..2_550)]);
}

#[test]
fn a_gap_between_two_known_weeks() {
    let mut world = World::new("0%");
    world.week("2026-06-01", "alder 100, cedar 90, birch 80, other 5");
    world.week("2026-06-15", "alder 100, cedar 90, birch 80, other 5");
    let said = [
        change("alder", "2026-06-08", "2026-06-01", -21..-19),
        change("alder", "2026-06-15", "2026-06-08", -11..-9),
    ];
    let found = one(&world, &said);
    let known =
        ["[Entity(EntityId(0))] 2026-06-01 100 to 100", "[Entity(EntityId(0))] 2026-06-15 100 to 100"];
    assert_eq!(figures(&found), known);
    none(
        &world,
        &[
            change("alder", "2026-06-08", "2026-06-01", -21..-19),
            change("alder", "2026-06-15", "2026-06-08", 20..30),
        ],
    );
}

#[test]
fn a_record_below_an_earlier_figure() {
    let record = r#"kind = "record", subject = ["alder"], metric = "tokens", period = 2026-06-29, value = { low = 0, unit = "token" }"#;
    let said = |value: u32| [record.to_owned(), level("alder", "2026-06-29", value..value)];
    let found = one(&world(), &said(2_200));
    assert_eq!(figures(&found), ["[Entity(EntityId(0))] 2026-06-22 2288.5 to 2311.5"]);
    none(&world(), &said(2_300));
    none(&world(), &said(2_500));
}

#[test]
fn a_run_of_growth_ends_above_a_known_week() {
    let run = r#"kind = "streak", weeks = 2, metric = "tokens", period = 2026-06-29, of = { kind = "change", subject = ["alder"], metric = "tokens", base = 2026-06-22, period = 2026-06-29, value = { low = 0, low_open = true, unit = "percent" } }"#;
    let said = |value: u32| [run.to_owned(), level("alder", "2026-06-29", value..value)];
    let found = one(&world(), &said(2_200));
    assert_eq!(figures(&found), ["[Entity(EntityId(0))] 2026-06-22 2288.5 to 2311.5"]);
    none(&world(), &said(2_400));
}

#[test]
fn what_is_ahead_of_what_grew_from_a_known_week() {
    let said = |percent: Range<i32>| {
        [
            change("alder", "2026-06-29", "2026-06-22", percent),
            change("cedar", "2026-06-29", "2026-06-22", 0..1),
            ahead("cedar", "alder", "2026-06-29"),
        ]
    };
    let found = one(&world(), &said(-50..-40));
    assert_eq!(found.statements, [0, 1, 2]);
    assert_eq!(found.figures.len(), 2);
    none(&world(), &said(-60..-55));
}

#[test]
fn a_share_that_moved_from_a_known_one() {
    let points = |low: i32, high: i32| {
        format!(
            r#"kind = "change", subject = ["alder"], object = ["total"], metric = "tokens", period = 2026-06-29, base = 2026-06-22, value = {{ low = {low}, high = {high}, unit = "point" }}"#
        )
    };
    let share = r#"kind = "share", subject = ["alder"], object = ["total"], metric = "tokens", period = 2026-06-29, value = { low = 50, high = 51, unit = "percent" }"#;
    let found = one(&world(), &[points(3, 4), share.to_owned()]);
    assert_eq!(figures(&found).len(), 2, "{:?}", figures(&found));
    none(&world(), &[points(15, 16), share.to_owned()]);
}

#[test]
fn what_the_data_refute_alone_is_a_verdict() {
    none(&world(), &[level("alder", "2026-06-22", 1..1), level("alder", "2026-06-29", 2_400..2_400)]);
    none(
        &world(),
        &[change("alder", "2026-06-22", "2026-06-15", 50..51), level("alder", "2026-06-29", 2_400..2_400)],
    );
}

#[test]
fn what_conflicts_without_the_data_may_take_fewer_with_them() {
    let said = [
        change("alder", "2026-06-29", "2026-06-22", 9..11),
        level("alder", "2026-06-22", 2_290..2_310),
        level("alder", "2026-06-29", 2_400..2_400),
    ];
    let found = conflicts(&world(), &said);
    assert_eq!(found.iter().map(|c| c.statements.as_slice()).collect::<Vec<_>>(), [&[0, 1, 2][..], &[0, 2]]);
    assert_eq!(found.iter().map(|c| figures(c).len()).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn with_the_data_fewer_may_conflict() {
    let said = [
        change("alder", "2026-06-29", "2026-06-22", 9..11),
        level("alder", "2026-06-29", 2_400..2_400),
        change("alder", "2026-07-06", "2026-06-22", 0..0),
        level("alder", "2026-07-06", 2_300..2_300),
    ];
    // The last two say what the data do, but the data do not support them.
    let found: Vec<Vec<usize>> = conflicts(&world(), &said).into_iter().map(|c| c.statements).collect();
    assert_eq!(found, [vec![0, 1, 2, 3], vec![0, 1]]);
}

#[test]
fn what_the_data_support_conflicts_with_nothing() {
    let said = |value: u32| level("alder", "2026-06-22", value..value);
    none(&world(), &[said(2_290), said(2_310)]);
    assert_eq!(one(&world(), &[said(2_290), said(2_330)]).statements, [0, 1]);
    let mut level = World::new("0%");
    level.week("2026-06-22", "alder 300, birch 200, cedar 200, other 100");
    let second = |who: &str, week: &str| {
        format!(
            r#"kind = "rank", subject = ["{who}"], metric = "tokens", period = {week}, value = {{ low = 2, high = 2, unit = "rank" }}"#
        )
    };
    none(&level, &[second("birch", "2026-06-22"), second("cedar", "2026-06-22")]);
    one(&level, &[second("birch", "2026-06-29"), second("cedar", "2026-06-29")]);
}

#[test]
fn a_claim_with_two_weeks_takes_part_in_what_both_say() {
    let grown = change("alder", "2026-06-29", "2026-06-22", 9..11);
    let either = [level("alder", "2026-06-29", 2_400..2_400), level("alder", "2026-07-06", 2_400..2_400)];
    let either: Vec<&str> = either.iter().map(String::as_str).collect();
    assert_eq!(read(&world(), &[vec![&grown], either]), Vec::new());
    let both = [level("alder", "2026-06-29", 2_400..2_400), level("alder", "2026-06-29", 2_350..2_350)];
    let both: Vec<&str> = both.iter().map(String::as_str).collect();
    assert_eq!(read(&world(), &[vec![&grown], both]).len(), 1);
}

#[test]
fn each_statement_may_have_its_scope() {
    // North: 3800 charted and listed; south: 1000 charted, 1995 listed.
    let grown = |percent| change("south", "2026-06-29", "2026-06-22", percent);
    let then = |value: u32| level("south", "2026-06-29", value..value);
    none(&world(), &[grown(0..1), then(1_000)]);
    none(&world(), &[grown(0..1), then(2_000)]);
    // The level of the chart, the growth of what is listed.
    none(&world(), &[grown(8..9), then(1_020)]);
    // A named scope is the one that is meant.
    let listed = |said: String| format!(r#"{said}, scope = "listed""#);
    let found = one(&world(), &[listed(grown(8..9)), listed(then(1_020))]);
    assert_eq!(found.figures[0].scope.map(|scope| scope.index()), Some(1));
}

#[test]
fn of_two_series_either_or_both_may_be_meant() {
    let mut world = World::new("0%");
    world.week("2026-06-22", "fir 600, fir:free 400, cedar 900, other 100");
    let grown = change("fir", "2026-06-29", "2026-06-22", 9..11);
    for value in [1_100, 660, 440] {
        none(&world, &[grown.clone(), level("fir", "2026-06-29", value..value)]);
    }
}

#[test]
fn what_two_groups_leave_of_a_known_total() {
    let mut world = World::new("0%");
    world.week("2026-06-22", "alder 400, cedar 300, dogwood 200, birch 100, other 1000");
    let level =
        |side: &str, value: u32| format!(r#"{}, scope = "listed""#, level(side, "2026-06-22", value..value));
    let found = one(&world, &[level("north", 1_200), level("south", 1_200)]);
    assert_eq!(figures(&found).len(), 1, "{:?}", figures(&found));
    none(&world, &[level("north", 900), level("south", 1_050)]);
}

#[test]
fn a_metric_of_two_sources_has_no_one_figure() {
    let mut world = world();
    world.source("tokens", "another table", "0%");
    world.week("2026-06-22", "alder 2_600, birch 1_490, cedar 1_000, dogwood 995, other 715");
    let grown = change("alder", "2026-06-29", "2026-06-22", 9..11);
    none(&world, &[grown, level("alder", "2026-06-29", 2_400..2_400)]);
}

#[test]
fn what_is_not_listed_is_bounded() {
    let mut world = World::new("0%");
    world.week("2026-06-01", "alder 400, birch 60, cedar 300, other 1000");
    let head = "week = 2026-06-22\ncomplete = true\nunlisted_at_most = 50";
    world.period(head, "alder 400, cedar 300, dogwood 200, other 1000");
    let said = |value: u32| {
        [change("birch", "2026-06-29", "2026-06-22", 90..100), level("birch", "2026-06-29", value..value)]
    };
    let found = one(&world, &said(150));
    assert_eq!(figures(&found), ["[Entity(EntityId(1))] 2026-06-22 0 to 50"]);
    none(&world, &said(100));
    let mut open = World::new("0%");
    open.week("2026-06-01", "alder 400, birch 60, cedar 300, other 1000");
    open.period("week = 2026-06-22", "alder 400, cedar 300");
    none(&open, &said(150));
}

#[test]
fn the_chart_is_no_more_than_all_that_is_listed() {
    let said = |value: u32, scope: &str| {
        format!(r#"{}, scope = "{scope}""#, level("south", "2026-06-29", value..value))
    };
    none(&world(), &[said(900, "chart"), said(1_000, "listed")]);
    let found = one(&world(), &[said(1_000, "chart"), said(900, "listed")]);
    assert_eq!(figures(&found), Vec::<String>::new());
}

#[test]
fn weeks_in_all_are_those_with_figures_too() {
    let mut world = World::new("0%");
    world.week("2026-06-01", "alder 100, cedar 90, birch 80, other 5");
    world.week("2026-06-08", "alder 100, cedar 90, birch 80, other 5");
    let more = |week: &str| {
        format!(
            r#"kind = "level", subject = ["alder"], metric = "tokens", period = {week}, value = {{ low = 90, low_open = true, unit = "token" }}"#
        )
    };
    let third = format!(
        r#"kind = "streak", subject = ["alder"], metric = "tokens", period = 2026-06-22, weeks = 3, ordinal = true, cumulative = true, of = {{ {} }}"#,
        more("2026-06-22")
    );
    // It was so in both weeks with figures, and is in the week of the claim.
    let rose = |percent| change("alder", "2026-06-15", "2026-06-08", percent);
    assert_eq!(one(&world, &[third.clone(), rose(10..20)]).statements, [0, 1]);
    none(&world, &[third, rose(-30..-20)]);
}
