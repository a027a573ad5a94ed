//! Ranks and counts in the top n.

use super::world::{World, expect};

fn world() -> World {
    let mut world = World::new("0.5%");
    world.weeks(
        "2026-06-15",
        &[
            "alder 2_000, birch 1_500, cedar 1_000, dogwood 800, other 70",
            "alder 1_400, birch 1_490, cedar 1_000, dogwood 995, elm 100, other 72",
        ],
    );
    world
}

fn rank(subject: &str, low: u32, high: u32, rest: &str) -> crate::Finding {
    world().finding(&format!(
        r#"kind = "rank", subject = ["{subject}"], metric = "tokens", period = 2026-06-22, value = {{ low = {low}, high = {high}, unit = "rank" }}{rest}"#
    ))
}

#[test]
fn a_rank_follows_the_published_order() {
    expect(&rank("birch", 1, 1, ""), "supported", "Birch 1490, number 1 (before Alder 1400)");
    expect(&rank("birch", 3, 3, ""), "refuted understated", "the text says number 3");
    expect(&rank("cedar", 3, 3, ""), "supported", "number 3 (after Alder 1400, before Dogwood 995)");
    expect(&rank("cedar", 1, 2, ""), "refuted exaggerated", "number 3");
}

#[test]
fn places_that_may_swap_within_the_tolerance_are_open_the_other_way() {
    expect(&rank("cedar", 4, 4, ""), "undecided", "swap within their tolerance");
    expect(&rank("dogwood", 3, 3, ""), "undecided", "swap within their tolerance");
    expect(&rank("dogwood", 3, 3, ", negated = true"), "supported", "number 4");
    expect(&rank("dogwood", 4, 4, ", negated = true"), "undecided", "number 4");
}

#[test]
fn moves_presuppose_a_place_before() {
    let moved = |subject: &str, place: u32, word: &str| {
        rank(subject, place, place, &format!(r#", base = 2026-06-15, move = "{word}""#))
    };
    expect(&moved("birch", 1, "took"), "supported", "the week of 15 June 2026: Birch 1500, number 2");
    expect(&moved("birch", 1, "up"), "supported", "number 2");
    expect(&moved("birch", 1, "kept"), "refuted exaggerated", "number 2");
    expect(&moved("alder", 2, "down"), "supported", "Alder 2000, number 1");
    expect(&moved("alder", 2, "up"), "refuted wrong-way", "number 1");
    expect(&moved("cedar", 3, "kept"), "supported", "Cedar 1000, number 3");
    let unknown = rank("birch", 1, 1, r#", base = 2026-06-08, move = "took""#);
    expect(&unknown, "undecided", "no figures for the week of 8 June 2026");
}

#[test]
fn entering_and_leaving_the_top() {
    let mut world = World::new("0.5%");
    world.weeks(
        "2026-06-15",
        &[
            "alder 100, birch 90, cedar 50, dogwood 40, other 10",
            "alder 100, birch 50, cedar 90, dogwood 40, other 10",
        ],
    );
    let claim = |subject: &str, word: &str, negated: bool| {
        world.finding(&format!(
            r#"kind = "rank", subject = ["{subject}"], metric = "tokens", period = 2026-06-22, base = 2026-06-15, move = "{word}", negated = {negated}, value = {{ low = 1, high = 2, unit = "rank" }}"#
        ))
    };
    expect(&claim("cedar", "entered", false), "supported", "number 3");
    expect(&claim("alder", "entered", false), "refuted", "number 1");
    expect(&claim("birch", "left", true), "supported", "number 3");
    expect(&claim("dogwood", "left", true), "refuted exaggerated", "number 4");
    expect(&claim("alder", "left", true), "refuted", "number 1");
}

#[test]
fn a_rank_among_the_members_of_a_group() {
    expect(&rank("dogwood", 2, 2, r#", object = ["south"]"#), "supported", "number 2 (after Cedar 1000)");
    expect(
        &rank("alder", 2, 2, r#", object = ["south"]"#),
        "undecided",
        "not known to belong to southern models",
    );
}

#[test]
fn a_thing_that_is_not_listed_comes_after_all_that_are() {
    let mut world = World::new("0.5%");
    world.weeks("2026-06-15", &["alder 100, cedar 90, dogwood 5, other 3", "alder 100, cedar 90, other 3"]);
    let claim = |low: u32, high: u32, negated: bool| {
        world.finding(&format!(
            r#"kind = "rank", subject = ["dogwood"], metric = "tokens", period = 2026-06-22, negated = {negated}, value = {{ low = {low}, high = {high}, unit = "rank" }}"#
        ))
    };
    expect(&claim(1, 2, true), "supported", "Dogwood is not among the 2 listed");
    expect(&claim(1, 2, false), "refuted exaggerated", "the text says number 1 to number 2");
    expect(&claim(3, 3, false), "undecided", "not among the 2 listed");
}

#[test]
fn a_group_is_ranked_among_the_values_of_its_attribute() {
    expect(&rank("north", 1, 1, r#", scope = "listed""#), "supported", "northern models 2890, number 1 of 3");
    expect(
        &rank("south", 1, 1, r#", scope = "listed""#),
        "refuted exaggerated",
        "southern models 1995, number 2 of 3",
    );
}

#[test]
fn counts_in_the_top() {
    let top = |subject: &str, top: u32, count: u32| {
        world().finding(&format!(
            r#"kind = "top", subject = ["{subject}"], metric = "tokens", top = {top}, period = 2026-06-22, value = {{ low = {count}, high = {count}, unit = "count" }}"#
        ))
    };
    expect(&top("north", 2, 2), "supported", "2 of the top 2 belong to northern models (1. Birch, 2. Alder)");
    expect(&top("south", 4, 2), "supported", "(3. Cedar, 4. Dogwood)");
    expect(
        &top("south", 2, 1),
        "refuted exaggerated",
        "0 of the top 2 belong to southern models (none of them)",
    );
    expect(&top("north", 4, 1), "refuted understated", "the text says 1");
    expect(&top("south", 20, 1), "undecided", "only 5 are listed");
}

#[test]
fn a_count_that_a_swap_would_make_true_is_open() {
    let mut world = World::new("0.5%");
    world.week("2026-06-22", "alder 2_000, cedar 1_000, birch 997, other 70");
    let top = |count: u32| {
        world.finding(&format!(
            r#"kind = "top", subject = ["north"], metric = "tokens", top = 2, period = 2026-06-22, value = {{ low = {count}, high = {count}, unit = "count" }}"#
        ))
    };
    expect(&top(1), "supported", "1 of the top 2");
    expect(&top(2), "undecided", "swap within their tolerance");
    expect(&top(0), "refuted understated", "1 of the top 2");
}

#[test]
fn series_among_series_is_a_reading_too() {
    let mut world = World::new("0.5%");
    world.week("2026-06-22", "alder 100, fir 80, fir:free 70, cedar 10, other 3");
    let claim = |subject: &str, place: u32| {
        world.finding(&format!(
            r#"kind = "rank", subject = ["{subject}"], metric = "tokens", period = 2026-06-22, value = {{ low = {place}, high = {place}, unit = "rank" }}"#
        ))
    };
    expect(&claim("fir", 1), "supported", "Fir 150, number 1");
    expect(&claim("alder", 1), "supported", "number 1");
    expect(&claim("fir", 2), "supported", "number 2");
    expect(&claim("fir", 3), "refuted understated", "number 1");
}
