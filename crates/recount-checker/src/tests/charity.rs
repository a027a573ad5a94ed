//! Readings that spare a claim a wrong accusation.

use super::world::{World, expect};

/// Three weeks in which Alder's and Cedar's figures lie within the tolerance,
/// in an order of their own, and the week after.
fn close(first: &str, last: &str) -> World {
    let mut world = World::new("0.5%");
    world.weeks("2026-06-01", &[first, first, first, last]);
    world
}

fn rank(subject: &str, place: u32, week: &str) -> String {
    format!(
        r#"kind = "rank", subject = ["{subject}"], metric = "tokens", period = {week}, value = {{ low = {place}, high = {place} }}"#
    )
}

#[test]
fn a_first_time_follows_the_published_order_of_the_weeks_before() {
    let world = close("alder 1000, cedar 1001, other 1", "alder 1200, cedar 1000, other 1");
    let of = rank("alder", 1, "2026-06-22");
    let claim = |rest: &str| {
        format!(
            r#"kind = "first", subject = ["alder"], metric = "tokens", period = 2026-06-22{rest}, of = {{ {of} }}"#
        )
    };
    expect(&world.finding(&claim("")), "supported [within-coverage]", "number 1");
    expect(&world.finding(&claim(", weeks = 3")), "supported [understated, within-coverage]", "number 1");
    let held = close("alder 1001, cedar 1000, other 1", "alder 1200, cedar 1000, other 1");
    expect(&held.finding(&claim("")), "undecided [within-coverage]", "number 1");
}

#[test]
fn the_start_of_a_streak_follows_the_published_order() {
    let claim = |weeks: u32| {
        let of = rank("alder", 1, "2026-06-22");
        format!(
            r#"kind = "streak", subject = ["alder"], metric = "tokens", period = 2026-06-22, weeks = {weeks}, ordinal = true, of = {{ {of} }}"#
        )
    };
    let behind = close("alder 1000, cedar 1001, other 1", "alder 1200, cedar 1000, other 1");
    expect(&behind.finding(&claim(1)), "supported", "it holds in the week of 22 June 2026");
    let before = close("alder 1001, cedar 1000, other 1", "alder 1200, cedar 1000, other 1");
    expect(&before.finding(&claim(1)), "undecided", "whether it held in the week before");
    let surely = close("alder 1100, cedar 1000, other 1", "alder 1200, cedar 1000, other 1");
    expect(&surely.finding(&claim(1)), "refuted understated", "a later one");
}

#[test]
fn an_nth_week_may_be_meant_of_the_weeks_running() {
    let mut world = World::new("0.5%");
    let (on, off) = ("alder 120, cedar 100, other 1", "alder 80, cedar 100, other 1");
    world.weeks("2026-06-01", &[on, off, on, on]);
    let claim = |weeks: u32| {
        let of = rank("alder", 1, "2026-06-22");
        format!(
            r#"kind = "streak", subject = ["alder"], metric = "tokens", period = 2026-06-22, weeks = {weeks}, ordinal = true, cumulative = true, of = {{ {of} }}"#
        )
    };
    expect(&world.finding(&claim(3)), "supported [within-coverage]", "3 weeks in all");
    expect(&world.finding(&claim(2)), "supported", "in each of 2 weeks");
    expect(&world.finding(&claim(1)), "refuted understated [within-coverage]", "3 weeks in all");
}

#[test]
fn a_share_under_a_scope_may_be_of_everything() {
    let mut world = World::new("0.5%");
    world.week("2026-06-01", "alder 100, birch 90, cedar 80, dogwood 30, other 100");
    let claim = |share: u32| {
        format!(
            r#"kind = "share", subject = ["alder"], metric = "tokens", scope = "chart", period = 2026-06-01, value = {{ low = {share}, high = {} }}"#,
            share + 1
        )
    };
    expect(&world.finding(&claim(25)), "supported", "100 of 400");
    expect(&world.finding(&claim(37)), "supported", "100 of 270");
    assert!(world.finding(&claim(31)).reason.contains("the text says"));
}

#[test]
fn a_group_may_have_the_place_of_its_best_member() {
    let mut world = World::new("0.5%");
    world.week("2026-06-01", "alder 100, cedar 90, dogwood 85, birch 2, other 1");
    expect(&world.finding(&rank("north", 2, "2026-06-01")), "supported", "number 2 of 2");
    expect(
        &world.finding(&rank("north", 1, "2026-06-01")),
        "supported [needs-context]",
        "the best of northern models",
    );
    expect(
        &world.finding(&rank("south", 2, "2026-06-01")),
        "supported [needs-context]",
        "Cedar 90, number 2",
    );
    expect(&world.finding(&rank("south", 3, "2026-06-01")), "refuted understated", "the text says number 3");
}

#[test]
fn a_stock_has_other_days() {
    let mut world = World::of_users();
    world.period("day = 2025-06-30\ncomplete = true", "people 400");
    world.period("day = 2025-12-31\ncomplete = true", "people 600");
    let level = |period: &str, value: u32| {
        world.finding(&format!(
            r#"kind = "level", subject = ["people"], metric = "users", period = {period}, value = {{ low = {value}, high = {value} }}"#
        ))
    };
    let year = "{ start = 2025-01-01, end = 2025-12-31 }";
    expect(&level(year, 600), "supported", "people 600");
    expect(&level(year, 400), "supported", "not at the end of 2025, but inside it");
    expect(&level(year, 500), "undecided", "nothing is known of other days of 2025");
    let december = "{ start = 2025-12-01, end = 2025-12-31 }";
    expect(&level(december, 500), "refuted understated", "people 600");
}

#[test]
fn a_month_without_any_figures_is_missing() {
    let mut world = World::new("0.5%");
    world.week("2026-06-01", "alder 100, cedar 90, other 1");
    let level = |period: &str| {
        world.finding(&format!(
            r#"kind = "level", subject = ["alder"], metric = "tokens", period = {period}, value = {{ low = 1, high = 1 }}"#
        ))
    };
    expect(&level("{ start = 2026-04-01, end = 2026-04-30 }"), "undecided", "no figures for April 2026");
    expect(&level("{ start = 2026-06-01, end = 2026-06-30 }"), "not-comparable", "June 2026");
}

#[test]
fn something_unlisted_may_be_in_the_top() {
    let mut world = World::new("0%");
    world.period(
        "week = 2026-06-01\ncomplete = true\nunlisted_at_most = 50",
        "alder 100, cedar 90, birch 20, other 300",
    );
    let top = |count: u32| {
        world.finding(&format!(
            r#"kind = "top", subject = ["north"], metric = "tokens", period = 2026-06-01, top = 3, value = {{ low = {count}, high = {count} }}"#
        ))
    };
    expect(&top(2), "supported", "2 of the top 3");
    expect(&top(1), "undecided", "2 of the top 3");
    expect(&top(3), "refuted exaggerated", "2 of the top 3");
}

#[test]
fn one_listed_series_is_enough_without_a_complete_list() {
    let mut world = World::new("0.5%");
    world.period("week = 2026-06-01", "fir 100, alder 90");
    let level = |value: u32| {
        world.finding(&format!(
            r#"kind = "level", subject = ["fir"], metric = "tokens", period = 2026-06-01, value = {{ low = {value}, high = {value} }}"#
        ))
    };
    expect(&level(100), "supported", "n/fir 100");
    expect(&level(200), "undecided", "no figure of n/fir:free");
}

#[test]
fn a_record_since_a_month_is_held_against_its_weeks() {
    let mut world = World::new("0.5%");
    let week = |figure: u32| format!("alder {figure}, cedar 90, other 1");
    let figures: Vec<String> = [100, 180, 150, 120, 110, 130, 160].map(week).to_vec();
    let figures: Vec<&str> = figures.iter().map(String::as_str).collect();
    world.weeks("2026-05-04", &figures);
    let claim = r#"kind = "record", subject = ["alder"], metric = "tokens", period = 2026-06-15, base = { start = 2026-05-01, end = 2026-05-31 }, value = { low = 0 }"#;
    expect(&world.finding(claim), "supported", "the week of 11 May 2026: 180");
    let early = claim.replace("2026-06-15", "2026-06-08");
    expect(&world.finding(&early), "supported", "the week of 11 May 2026: 180");
}

#[test]
fn a_share_of_a_month_of_which_one_week_is_covered_is_undecided() {
    let mut world = World::new("0.5%");
    world.week("2025-06-23", "alder 100, birch 90, cedar 80, dogwood 30, other 100");
    let claim = r#"kind = "share", subject = ["south"], metric = "tokens", period = { start = 2025-06-01, end = 2025-06-30 }, value = { low = 71.5, high = 72.5 }"#;
    expect(&world.finding(claim), "undecided", "no figures for the week of");
}
