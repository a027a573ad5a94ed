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

/// Four weeks in which one thing has 2.0, 2.6, 2.0 and 2.4 billion, and another
/// what nobody knows, 1.2, 2.0 and 3.0 billion.
fn weeks() -> World {
    let mut world = World::new("0.5%");
    world.weeks(
        "2026-06-08",
        &[
            "alder 2_000_000_000, birch {low=0,high=5_000_000_000}, other 1",
            "alder 2_600_000_000, birch 1_200_000_000, other 1",
            "alder 2_000_000_000, birch 2_000_000_000, other 1",
            "alder 2_400_000_000, birch 3_000_000_000, other 1",
        ],
    );
    world
}

/// Of a level in one of these weeks.
fn of_weeks(subject: &str, week: &str, low: i64, high: i64) -> crate::Finding {
    weeks().finding(&format!(
        r#"kind = "level", subject = ["{subject}"], metric = "tokens", period = {week}, value = {{ low = {low}, high = {high}, unit = "token" }}"#
    ))
}

#[test]
fn where_several_would_do_none_is_told() {
    // 2.0 billion in the week before and in the week after.
    let both = of_weeks("alder", "2026-06-15", 1_995_000_000, 2_005_000_000);
    assert_eq!(both.repair, None, "{}", both.reason);
    let named =
        "by any one of several corrections: for the week of 8 June 2026; for the week of 22 June 2026";
    expect(&both, "refuted wrong-week", named);
    let one = of_weeks("alder", "2026-06-08", 2_595_000_000, 2_605_000_000);
    expect_repair(&one, "refuted wrong-week", "holds for the week of 15 June 2026");
    let none = of_weeks("alder", "2026-06-08", 2_395_000_000, 2_405_000_000);
    assert_eq!((none.repair, none.reason.contains("it would hold")), (None, false));
}

#[test]
fn a_figure_that_is_not_known_is_no_rival() {
    let unit = of_weeks("birch", "2026-06-22", 1_995_000, 2_005_000);
    expect_repair(&unit, "refuted wrong-unit", "holds for 2 billion (token)");
    // A figure that the data only do not exclude is no rival of one that they tell.
    let known = of_weeks("birch", "2026-06-15", 1_999_000_000, 2_001_000_000);
    expect_repair(&known, "refuted wrong-week", "holds for the week of 22 June 2026");
    // In the week before they are level.
    let compared = |week: &str| {
        let about = r#"subject = ["alder"], object = ["birch"], metric = "tokens""#;
        let value = r#"value = { low = 0, low_open = true, unit = "token" }"#;
        weeks().finding(&format!(r#"kind = "compare", {about}, period = {week}, {value}"#))
    };
    let order = compared("2026-06-29");
    expect_repair(&order, "refuted wrong-way", "holds with the two changed for each other");
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
        r#"kind = "share", subject = ["alder"], object = ["total"], metric = "tokens", period = { start = 2026-06-16, end = 2026-06-28 }, value = { low = 44.06, high = 44.08, unit = "percent" }"#,
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

/// Every level that could be claimed of three weeks of few different figures, held
/// against what the table comes to when it is gone through by hand.
#[test]
fn exactly_one_correction_is_told_and_no_other() {
    const FIGURES: [i64; 4] = [2, 3, 2_000, 3_000];
    let mut told = 0;
    let mut several = 0;
    for number in 0..FIGURES.len().pow(3) {
        let weeks = [number / 16, number / 4 % 4, number % 4].map(|at| FIGURES[at]);
        let mut world = World::new("0%");
        let figures = weeks.map(|value| format!("alder {value}, other 1"));
        world.weeks("2026-06-08", &figures.each_ref().map(String::as_str));
        for said in FIGURES.into_iter().filter(|said| *said != weeks[1]) {
            let found = world.finding(&format!(
                r#"kind = "level", subject = ["alder"], metric = "tokens", period = 2026-06-15, value = {{ low = {said}, high = {said}, unit = "token" }}"#
            ));
            let ways = [
                (said * 1_000 == weeks[1]).then(|| format!("holds for {said}000 (token)")),
                (said == weeks[1] * 1_000).then(|| format!("holds for {} (token)", said / 1_000)),
                (said == weeks[0]).then(|| "holds for the week of 8 June 2026".to_owned()),
                (said == weeks[2]).then(|| "holds for the week of 22 June 2026".to_owned()),
            ];
            let ways: Vec<String> = ways.into_iter().flatten().collect();
            let repair = found.repair.as_ref().map(|repair| repair.words.clone());
            let only = <[String; 1]>::try_from(ways.clone()).ok().map(|[only]| only);
            assert_eq!(repair, only, "{said} of {weeks:?}: {}", found.reason);
            told += usize::from(repair.is_some());
            several += usize::from(ways.len() > 1);
            let named = found.reason.contains("by any one of several corrections");
            assert_eq!(named, ways.len() > 1, "{said} of {weeks:?}: {}", found.reason);
            if let Some(repair) = found.repair {
                let dataset = world.dataset(&[]);
                let finding = crate::verdict::of(
                    &crate::figures::Data::new(&dataset),
                    &repair.assertion,
                    &[&repair.assertion],
                );
                assert_eq!(finding.verdict, recount_model::Verdict::Supported, "{}", repair.words);
            }
        }
    }
    assert!(told > 50 && several > 20, "{told} told, {several} of several");
}
