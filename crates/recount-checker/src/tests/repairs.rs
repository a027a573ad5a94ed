//! The fixed table of single corrections.

use recount_model::{Period, Unit, statement};

use super::world::{World, expect, expect_repair};

fn world() -> World {
    let mut world = World::new("0.5%");
    world.weeks(
        "2026-06-15",
        &[
            "alder 2_000_000_000, birch 1_500_000_000, cedar 1_000_000_000, dogwood 990_000_000, elm 5_000_000, other 710_000_000",
            "alder 2_600_000_000, birch 1_300_000_000, cedar 1_000_000_000, dogwood 995_000_000, elm 5_000_000, other 4_000_000_000",
        ],
    );
    world
}

fn claim(kind: &str, subject: &str, rest: &str, value: &str) -> crate::Finding {
    world().finding(&format!(
        r#"kind = "{kind}", subject = ["{subject}"], metric = "tokens", period = 2026-06-22, value = {{ {value} }}{rest}"#
    ))
}

#[test]
fn billion_for_million() {
    let found = claim("level", "alder", "", r#"low = 2_600_000, high = 2_600_000, unit = "token""#);
    expect_repair(&found, "refuted wrong-unit", "holds for 2.6 billion (token)");
    expect(&found, "refuted wrong-unit", "it would hold so: the week of 22 June 2026: Alder 2.6 billion");
    let open = claim("level", "alder", "", r#"low = 26_000_000_000, unit = "token""#);
    expect(&open, "refuted exaggerated", "Alder 2.6 billion");
    assert_eq!(open.repair, None, "no thousandth of an open end");
}

#[test]
fn points_for_percent() {
    // From 32.23 % to 26.26 % of everything.
    let rest = r#", object = ["total"], base = 2026-06-15"#;
    let found = claim("change", "alder", rest, r#"low = -6, high = -5.9, unit = "percent""#);
    expect_repair(&found, "refuted wrong-unit", "holds in percentage points of the share");
    let unit = found.repair.and_then(|repair| repair.assertion.predicate.value().map(|v| v.unit));
    assert_eq!(unit, Some(Unit::Point));
}

#[test]
fn the_week_before() {
    let found = claim("level", "birch", "", r#"low = 1_500_000_000, high = 1_500_000_000, unit = "token""#);
    expect_repair(&found, "refuted wrong-week", "holds for the week of 15 June 2026");
}

#[test]
fn another_year() {
    let mut world = World::of_users();
    world.period("day = 2024-12-31", "people 249");
    world.period("day = 2025-12-31", "people 602");
    let december = |year: i32, more: &str, value: &str, kind: &str| {
        world.finding(&format!(
            r#"kind = "{kind}", subject = ["people"], metric = "users", period = {{ start = {year}-12-01, end = {year}-12-31 }}{more}, value = {{ {value} }}"#
        ))
    };
    let found = december(2024, "", r#"low = 600, low_open = true, unit = "user""#, "level");
    expect_repair(&found, "refuted wrong-week", "holds for December 2025");
    let base = ", base = { start = 2023-12-01, end = 2023-12-31 }";
    let growth = december(2024, base, r#"low = 141.5, high = 142.5, unit = "percent""#, "change");
    expect_repair(&growth, "undecided", "holds for December 2025");
    expect(&growth, "undecided", "no figures for December 2023\nfor December 2025 it would hold: +141.8 %");
}

#[test]
fn in_all_for_running() {
    let mut world = World::new("0.5%");
    let (on, off) = ("alder 120, cedar 100, other 1", "alder 80, cedar 100, other 1");
    world.weeks("2026-06-01", &[off, on, off, on]);
    let of = r#"subject = ["alder"], object = ["cedar"], metric = "tokens", period = 2026-06-22"#;
    let found = world.finding(&format!(
        r#"kind = "streak", {of}, weeks = 2, of = {{ kind = "compare", {of}, value = {{ low = 0, low_open = true, unit = "token" }} }}"#
    ));
    expect_repair(&found, "refuted exaggerated", "holds as a number of weeks in all, not running");
}

#[test]
fn another_scope() {
    let found = claim(
        "level",
        "south",
        r#", scope = "chart""#,
        r#"low = 1_995_000_000, high = 1_995_000_000, unit = "token""#,
    );
    expect_repair(&found, "refuted exaggerated", "holds among all listed models");
}

#[test]
fn the_top_for_the_total_in_a_week_of_the_month() {
    // Of the top five: 2.6 of 5.9 billion.
    let found = world().finding(
        r#"kind = "share", subject = ["alder"], object = ["total"], metric = "tokens", period = { start = 2026-06-16, end = 2026-06-28 }, value = { low = 44.07, high = 44.07, unit = "percent" }"#,
    );
    expect_repair(&found, "refuted exaggerated", "holds as a share of the top 5 in the week of 22 June 2026");
    let repair = found.repair.expect("a repair");
    let week = Period::week(jiff::civil::date(2026, 6, 22));
    assert_eq!(repair.assertion.period, Some(week));
    let dataset = world().dataset(&[]);
    let words = statement(&repair.assertion, &dataset.vocabulary);
    assert!(words.contains("of the top 5"), "{words}");
}

#[test]
fn the_two_changed_for_each_other() {
    let rest = r#", object = ["cedar"]"#;
    let found = claim("compare", "dogwood", rest, r#"low = 2.5, high = 2.7, unit = "ratio""#);
    expect(&found, "refuted exaggerated", "0.995 times");
    assert_eq!(found.repair, None);
    let found =
        claim("compare", "cedar", r#", object = ["alder"]"#, r#"low = 2.55, high = 2.65, unit = "ratio""#);
    expect_repair(&found, "refuted wrong-entity", "holds with the two changed for each other");
    let order =
        claim("compare", "cedar", r#", object = ["alder"]"#, r#"low = 0, low_open = true, unit = "token""#);
    expect_repair(&order, "refuted wrong-way", "holds with the two changed for each other");
}

#[test]
fn what_runs_for_weeks_is_repaired_inside() {
    let inside = |kind: &str, more: &str, of: &str| {
        let about = r#"subject = ["alder"], object = ["total"], metric = "tokens", period = 2026-06-22"#;
        world().finding(&format!(r#"kind = "{kind}", {about}{more}, of = {{ {about}, {of} }}"#))
    };
    // 57 % of the top three in the week before, 53 % now; of everything 32 % and 26 %.
    let share = r#"kind = "share", value = { low = 44, high = 60, unit = "percent" }"#;
    let top = inside("streak", ", weeks = 2", share);
    expect_repair(&top, "refuted exaggerated", "holds as a share of the top 3");
    let fall = r#"kind = "change", base = 2026-06-15, value = { low = -6, high = -5.9, unit = "percent" }"#;
    let points = inside("first", "", fall);
    expect_repair(&points, "refuted wrong-unit", "holds in percentage points of the share");
    let repaired = points.repair.expect("a repair").assertion;
    let unit = repaired.predicate.inner().and_then(|of| of.predicate.value().map(|value| value.unit));
    assert_eq!(unit, Some(Unit::Point));
}
