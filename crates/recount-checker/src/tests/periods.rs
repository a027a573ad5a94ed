//! Which figures stand for a period of a claim.

use super::world::{World, expect};

fn world() -> World {
    let mut world = World::new("0.5%");
    world.weeks(
        "2026-06-01",
        &["alder 100, cedar 120, other 1", "alder 110, cedar 100, other 1", "alder 120, cedar 140, other 1"],
    );
    world
}

fn level(period: &str, value: u32) -> crate::Finding {
    world().finding(&format!(
        r#"kind = "level", subject = ["alder"], metric = "tokens", period = {period}, value = {{ low = {value}, high = {value}, unit = "token" }}"#
    ))
}

fn ahead(period: &str, rest: &str) -> crate::Finding {
    world().finding(&format!(
        r#"kind = "compare", subject = ["alder"], object = ["cedar"], metric = "tokens"{period}, value = {{ low = 0, low_open = true, unit = "token" }}{rest}"#
    ))
}

#[test]
fn a_flow_adds_up_over_whole_weeks() {
    expect(&level("{ start = 2026-06-01, end = 2026-06-14 }", 210), "supported", "Alder 210");
    expect(&level("{ start = 2026-06-01, end = 2026-06-14 }", 300), "refuted exaggerated", "Alder 210");
    expect(
        &level("{ start = 2026-06-01, end = 2026-06-28 }", 300),
        "undecided",
        "no figures for the week of 22 June 2026",
    );
}

#[test]
fn other_windows_do_not_compare() {
    expect(
        &level("{ start = 2026-06-01, end = 2026-06-30 }", 300),
        "not-comparable",
        "June 2026 is not made of whole weeks",
    );
    expect(
        &level("{ start = 2026-06-02, end = 2026-06-08 }", 300),
        "not-comparable",
        "not made of whole weeks",
    );
    expect(
        &level("{ start = 2026-06-02, end = 2026-06-02 }", 300),
        "not-comparable",
        "2 June 2026 is not made of whole weeks",
    );
}

#[test]
fn an_order_in_a_month_holds_in_some_week() {
    let june = ", period = { start = 2026-06-01, end = 2026-06-23 }";
    let found = ahead(june, "");
    expect(&found, "supported", "it holds in the week of 8 June 2026");
    let never = ahead(june, "").reason;
    assert!(never.contains("Alder 110, Cedar 100: ahead"));
    let behind = ", period = { start = 2026-05-31, end = 2026-06-07 }";
    expect(
        &ahead(behind, ""),
        "refuted wrong-way",
        "it holds in no week of the period from 31 May 2026 to 7 June 2026",
    );
    let open = ", period = { start = 2026-06-16, end = 2026-06-30 }";
    expect(&ahead(open, ""), "undecided", "no figures for the week of 22 June 2026");
}

#[test]
fn an_open_period_is_never_refuted() {
    expect(
        &ahead("", ""),
        "supported [derived]",
        "of those with figures it fits the week of 8 June 2026 alone",
    );
    let mut world = World::new("0.5%");
    world.week("2026-06-01", "alder 100, cedar 120, other 1");
    let claim = r#"kind = "compare", subject = ["alder"], object = ["cedar"], metric = "tokens", value = { low = 0, low_open = true, unit = "token" }"#;
    expect(&world.finding(claim), "undecided", "it holds for no covered one");
}

#[test]
fn a_week_that_is_not_covered_is_named() {
    expect(&level("2026-07-06", 100), "undecided", "no figures for the week of 6 July 2026");
    expect(&ahead(", period = 2026-07-06", ""), "undecided", "no figures for the week of 6 July 2026");
}

#[test]
fn a_stock_is_as_of_its_last_day_inside() {
    let mut world = World::of_users();
    world.period("day = 2024-06-30", "people 200");
    world.period("day = 2024-12-31", "people 249");
    let users = |period: &str, value: u32| {
        world.finding(&format!(
            r#"kind = "level", subject = ["people"], metric = "users", period = {period}, value = {{ low = {value}, high = {value}, unit = "user" }}"#
        ))
    };
    expect(&users("{ start = 2024-12-01, end = 2024-12-31 }", 249), "supported", "people 249");
    expect(&users("{ start = 2024-01-01, end = 2024-12-31 }", 249), "supported", "2024: people 249");
    expect(&users("{ start = 2024-06-30, end = 2024-06-30 }", 200), "supported", "30 June 2024: people 200");
    expect(
        &users("{ start = 2024-06-29, end = 2024-06-29 }", 200),
        "undecided",
        "no figures for 29 June 2024",
    );
}

#[test]
fn a_base_is_taken_for_the_week_before_where_none_is_named() {
    let change = |low: i32| {
        world().finding(&format!(
            r#"kind = "change", subject = ["alder"], metric = "tokens", period = 2026-06-15, value = {{ low = {low}, high = {}, unit = "percent" }}"#,
            low + 1
        ))
    };
    expect(&change(9), "supported", "110 in the week of 8 June 2026, 120 in the week of 15 June 2026");
    expect(&change(20), "supported", "no base is named; it holds against the week of 1 June 2026");
    expect(&change(50), "undecided", "no base is named, and no covered one fits");
}

#[test]
fn a_second_reading_may_support_and_all_must_fail_to_refute() {
    let claim = |week: &str| {
        format!(
            r#"kind = "level", subject = ["alder"], metric = "tokens", period = {week}, value = {{ low = 110, high = 110, unit = "token" }}"#
        )
    };
    let found = world().either(&claim("2026-06-01"), &claim("2026-06-08"));
    expect(&found, "supported", "Alder 110");
    assert_eq!(found.reading, 1);
    let unknown = world().either(&claim("2026-06-01"), &claim("2026-07-06"));
    expect(&unknown, "undecided", "no figures for the week of 6 July 2026");
}
