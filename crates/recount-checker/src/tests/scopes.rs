//! Which series count, which sources, and what incomplete lists leave open.

use super::world::{World, expect};

fn level(world: &World, subject: &str, low: u32, high: u32, rest: &str) -> crate::Finding {
    world.finding(&format!(
        r#"kind = "level", subject = ["{subject}"], metric = "tokens", period = 2026-06-22, value = {{ low = {low}, high = {high}, unit = "token" }}{rest}"#
    ))
}

fn world() -> World {
    let mut world = World::new("0.5%");
    world.week("2026-06-22", "alder 1_000, birch 900, cedar 800, dogwood 500, elm 400, other 300");
    world
}

#[test]
fn a_group_is_what_is_charted_and_otherwise_what_is_listed() {
    let south = |value: u32, rest: &str| level(&world(), "south", value, value, rest);
    expect(&south(800, ""), "supported", "southern models 800");
    let listed = south(1300, "");
    expect(&listed, "supported [needs-context]", "southern models 1300");
    let scope = listed.scope.map(|scope| scope.0);
    assert_eq!(scope, Some(1));
    expect(&south(800, r#", scope = "listed""#), "refuted understated", "southern models 1300");
    expect(&south(1300, r#", scope = "chart""#), "refuted exaggerated", "southern models 800");
}

#[test]
fn what_is_not_listed_may_belong_to_the_group() {
    expect(
        &level(&world(), "south", 1500, 1500, ""),
        "undecided",
        "what is not listed may make up the difference",
    );
    expect(&level(&world(), "south", 1700, 1700, ""), "refuted exaggerated", "southern models 800");
    let share = r#"kind = "share", subject = ["south"], metric = "tokens", period = 2026-06-22, scope = "listed", value = { low = LOW, high = LOW, unit = "percent" }"#;
    let share = |low: &str| world().finding(&share.replace("LOW", low));
    expect(&share("33.3"), "supported [within-rounding]", "1300 of 3900 of all models is 33.33 %");
    expect(&share("38"), "undecided", "what is not listed");
    expect(&share("50"), "refuted exaggerated", "33.33 %");
}

#[test]
fn the_total_is_everything_whatever_the_scope() {
    expect(&level(&world(), "total", 3900, 3900, ""), "supported", "all models 3900");
    expect(&level(&world(), "total", 2700, 2700, ""), "refuted understated", "all models 3900");
    expect(&level(&world(), "total", 2700, 2700, r#", scope = "chart""#), "supported", "all models 2700");
}

#[test]
fn where_the_last_of_the_chart_may_swap_both_charts_count() {
    let mut world = World::new("0.5%");
    world.week("2026-06-22", "alder 1_000, birch 900, cedar 800, elm 797, other 300");
    let south = |value: u32| level(&world, "south", value, value, r#", scope = "chart""#);
    expect(&south(800), "supported", "southern models 800");
    expect(&south(100), "supported [within-rounding]", "southern models 800");
    expect(&south(900), "refuted exaggerated", "southern models 800");
}

#[test]
fn a_total_may_be_known_better_than_its_parts() {
    let mut world = World::new("0%");
    world.week("2026-06-22", "alder { low = 100,high = 140 }, cedar 60, other { low = 20,high = 60 }");
    expect(&level(&world, "total", 220, 220, ""), "supported", "all models 220");
    expect(&level(&world, "total", 225, 225, ""), "refuted exaggerated", "all models 220");
    expect(&level(&world, "alder", 130, 130, ""), "supported", "Alder 100 to 140");
    expect(&level(&world, "alder", 150, 150, ""), "refuted exaggerated", "Alder 100 to 140");
}

#[test]
fn a_thing_that_a_complete_list_leaves_out_is_small() {
    let mut world = World::new("0%");
    world.week("2026-06-15", "alder 100, cedar 50, dogwood 20, other 30");
    world.week("2026-06-22", "alder 100, cedar 50, other 30");
    let dogwood = |low: u32| level(&world, "dogwood", low, low, "");
    expect(&dogwood(20), "supported", "Dogwood 0 to 30");
    expect(&dogwood(40), "refuted exaggerated", "Dogwood 0 to 30");
    expect(&level(&world, "birch", 40, 40, ""), "undecided", "no figure of Birch");
}

#[test]
fn an_incomplete_list_says_nothing_of_groups_and_ranks() {
    let mut world = World::new("0.5%");
    world.period("week = 2026-06-22", "alder 1_000, cedar 800");
    expect(&level(&world, "alder", 1000, 1000, ""), "supported", "Alder 1000");
    expect(&level(&world, "south", 800, 800, ""), "undecided", "no figure of southern models");
    expect(&level(&world, "total", 1800, 1800, ""), "undecided", "no figure of all models");
    let rank = r#"kind = "rank", subject = ["alder"], metric = "tokens", period = 2026-06-22, value = { low = 2, high = 2, unit = "rank" }"#;
    expect(&world.finding(rank), "undecided", "no figure of all series");
}

#[test]
fn a_thing_is_its_sum_or_its_largest_series() {
    let mut world = World::new("0.5%");
    world.week("2026-06-22", "alder 1_000, fir 600, fir:free 300, cedar 800, other 3");
    let fir = |value: u32| level(&world, "fir", value, value, "");
    expect(&fir(900), "supported", "Fir 900");
    expect(&fir(600), "supported", "n/fir 600");
    expect(&fir(300), "refuted understated", "Fir 900");
}

#[test]
fn any_source_may_support() {
    let mut world = World::new("0.5%");
    world.week("2026-06-22", "alder 1_000, cedar 800, other 3");
    world.source("tokens", "another table", "0.5%");
    world.week("2026-06-22", "alder 1_200, cedar 800, other 3");
    let alder = |value: u32| level(&world, "alder", value, value, "");
    expect(&alder(1000), "supported [sources-differ]", "Alder 1000");
    let other = alder(1200);
    expect(&other, "supported [sources-differ]", "Alder 1200");
    assert_eq!(other.evidence[0].source, "another table");
    expect(&alder(1400), "refuted exaggerated", "Alder 1000");
    expect(&level(&world, "cedar", 800, 800, ""), "supported", "Cedar 800");
}
