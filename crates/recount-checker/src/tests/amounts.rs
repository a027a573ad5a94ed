//! Levels, changes, comparisons and shares.

use recount_model::{Hedge, Predicate, Quantity, Unit, Verdict};

use super::world::{World, digits, expect};

fn world() -> World {
    World::of_two_weeks()
}

fn with(world: &World, claim: &str, quantity: &Quantity) -> crate::Finding {
    world.adjusted(claim, |assertion| match &mut assertion.predicate {
        Predicate::Level(kind) => kind.value = quantity.clone(),
        Predicate::Change(kind) => kind.value = quantity.clone(),
        Predicate::Compare(kind) => kind.value = quantity.clone(),
        Predicate::Share(kind) => kind.value = quantity.clone(),
        other => panic!("no quantity to set in {other:?}"),
    })
}

const LEVEL: &str = r#"kind = "level", subject = ["alder"], metric = "tokens", period = 2026-06-22, value = { low = 1, high = 1, unit = "token" }"#;
const CHANGE: &str = r#"kind = "change", subject = ["alder"], metric = "tokens", period = 2026-06-22, base = 2026-06-15, value = { low = 1, high = 1, unit = "percent" }"#;

#[test]
fn a_level_is_held_against_the_figure() {
    let level = |text: &str, hedge| with(&world(), LEVEL, &digits(text, Unit::Own, hedge));
    expect(&level("2300", Hedge::Bare), "supported", "the week of 22 June 2026: Alder 2300");
    expect(&level("2308", Hedge::Bare), "supported [within-rounding]", "Alder 2300");
    let over = level("2400", Hedge::Bare);
    expect(&over, "refuted exaggerated", "the text says 2400");
    expect(&level("2100", Hedge::Bare), "refuted understated", "the text says 2100");
    expect(&level("1900", Hedge::AtMost), "refuted understated", "at most 1900");
    expect(&level("2000", Hedge::MoreThan), "supported", "Alder 2300");
    expect(&level("2250", Hedge::Nearly), "supported [understated]", "Alder 2300");
    expect(&level("2000", Hedge::UpTo), "supported [understated]", "Alder 2300");
    expect(&level("2000", Hedge::DownTo), "supported", "Alder 2300");
    expect(&level("2400", Hedge::DownTo), "supported [understated]", "Alder 2300");
    let actual = over.actual.expect("an actual figure");
    assert_eq!(actual.unit, Unit::Own);
    assert!(actual.interval.contains(&2300.into()) && !actual.interval.contains(&2320.into()));
    assert_eq!(over.evidence.len(), 1);
    assert_eq!(over.evidence[0].source, "the table");
    assert_eq!(over.evidence[0].places.len(), 1);
}

#[test]
fn what_was_cut_off_is_flagged_and_not_refuted() {
    let mut exact = World::new("0%");
    exact.week("2026-06-22", "alder 3_497, cedar 10");
    let decimal = |m, e| {
        let figure = recount_model::Figure::Decimal(recount_model::Decimal { mantissa: m, exponent: e });
        Quantity::bare(figure, Unit::Own)
    };
    expect(&with(&exact, LEVEL, &decimal(34, 2)), "supported [truncated]", "Alder 3497");
    expect(&with(&exact, LEVEL, &decimal(33, 2)), "refuted understated", "Alder 3497");
    expect(&with(&exact, LEVEL, &decimal(35, 2)), "supported", "Alder 3497");
}

#[test]
fn several_subjects_are_their_sum() {
    let claim = r#"kind = "level", subject = ["alder", "cedar"], metric = "tokens", period = 2026-06-22, value = { low = 3300, high = 3300, unit = "token" }"#;
    expect(&world().finding(claim), "supported", "Alder and Cedar together 3300");
}

#[test]
fn a_change_is_worked_out_from_two_figures() {
    let change = |text: &str, falling: bool, unit| {
        let quantity = Quantity { falling, ..digits(text, unit, Hedge::Bare) };
        with(&world(), CHANGE, &quantity)
    };
    let line = "Alder: 2000 in the week of 15 June 2026, 2300 in the week of 22 June 2026: +15 %";
    expect(&change("15", false, Unit::Percent), "supported", line);
    expect(&change("15.9", false, Unit::Percent), "supported [within-rounding]", line);
    expect(&change("25", false, Unit::Percent), "refuted exaggerated", "the text says 25 %");
    expect(&change("10", false, Unit::Percent), "refuted understated", line);
    expect(&change("15", true, Unit::Percent), "refuted wrong-way", "the text says -15 %");
    expect(&change("1.15", false, Unit::Ratio), "supported", "1.15 times");
    expect(&change("300", false, Unit::Own), "supported", "+300");
    expect(&change("15", false, Unit::Point), "not-comparable", "no whole is named");
}

#[test]
fn a_direction_within_the_tolerance_is_open() {
    let rose = r#"kind = "change", subject = ["birch"], metric = "tokens", period = 2026-06-22, base = 2026-06-15, value = { low = 0, low_open = true, unit = "percent" }"#;
    // 1500 to 1490 is less than the tolerance of both.
    expect(&world().finding(rose), "undecided", "no order");
    let alder = rose.replace("birch", "alder");
    expect(&world().finding(&alder), "supported", "+15 %");
    let fell = alder.replace("low = 0, low_open", "high = 0, high_open");
    expect(&world().finding(&fell), "refuted wrong-way", "+15 %");
    expect(&world().finding(&format!("{fell}, negated = true")), "supported", "+15 %");
    expect(&world().finding(&format!("{alder}, negated = true")), "refuted wrong-way", "+15 %");
}

#[test]
fn little_changed_is_within_one_percent() {
    let flat = |subject: &str| {
        let claim = CHANGE.replace("alder", subject);
        with(&world(), &claim, &Quantity::bare(recount_model::Figure::Flat, Unit::Percent))
    };
    expect(&flat("cedar"), "supported", "+0 %");
    expect(&flat("alder"), "refuted understated", "+15 %");
}

#[test]
fn a_denied_quantity_that_some_figures_admit_is_open() {
    let claim =
        format!("{}, negated = true", LEVEL.replace("low = 1, high = 1", "low = 2_300, high = 2_300"));
    expect(&world().finding(&claim), "undecided", "Alder 2300");
    let claim = claim.replace("2_300", "5_000");
    expect(&world().finding(&claim), "supported", "Alder 2300");
}

#[test]
fn comparisons_by_order_amount_ratio_and_percent() {
    let compare = |subject: &str, object: &str, value: &str| {
        world().finding(&format!(
            r#"kind = "compare", subject = ["{subject}"], object = ["{object}"], metric = "tokens", period = 2026-06-22, value = {{ {value} }}"#
        ))
    };
    let ahead = r#"low = 0, low_open = true, unit = "token""#;
    let behind = r#"high = 0, high_open = true, unit = "token""#;
    expect(&compare("alder", "cedar", ahead), "supported", "Alder 2300, Cedar 1000: ahead");
    expect(&compare("cedar", "alder", ahead), "refuted wrong-way", "Cedar 1000, Alder 2300: not ahead");
    expect(&compare("cedar", "alder", behind), "supported", "behind");
    expect(&compare("cedar", "dogwood", ahead), "undecided", "no order");
    expect(&compare("alder", "cedar", r#"low = 1_300, high = 1_300, unit = "token""#), "supported", "+1300");
    expect(&compare("alder", "cedar", r#"low = 2.3, high = 2.3, unit = "ratio""#), "supported", "2.3 times");
    expect(
        &compare("alder", "cedar", r#"low = 3, high = 4, unit = "ratio""#),
        "refuted exaggerated",
        "the text says 3 times to 4 times",
    );
    expect(&compare("alder", "cedar", r#"low = 129, high = 131, unit = "percent""#), "supported", "+130 %");
}

#[test]
fn overtaking_needs_the_week_before() {
    let mut world = World::new("0.5%");
    world.weeks("2026-06-15", &["alder 90, cedar 100", "alder 110, cedar 100", "alder 120, cedar 100"]);
    let event = |week: &str, base: &str| {
        world.finding(&format!(
            r#"kind = "compare", subject = ["alder"], object = ["cedar"], metric = "tokens", period = {week}, base = {base}, value = {{ low = 0, low_open = true, unit = "token" }}"#
        ))
    };
    expect(&event("2026-06-22", "2026-06-15"), "supported", "Alder 90, Cedar 100: not ahead");
    expect(
        &event("2026-06-29", "2026-06-22"),
        "refuted wrong-way",
        "the week of 22 June 2026: Alder 110, Cedar 100: ahead",
    );
    expect(&event("2026-06-15", "2026-06-08"), "refuted wrong-way", "Alder 90");
}

#[test]
fn shares_of_the_total_of_a_group_and_of_the_top() {
    let share = |subject: &str, rest: &str, value: &str| {
        world().finding(&format!(
            r#"kind = "share", subject = ["{subject}"], metric = "tokens", period = 2026-06-22, value = {{ {value}, unit = "percent" }}{rest}"#
        ))
    };
    let line = "Alder 2300 of 6500 of all models is 35.38 %";
    expect(&share("alder", "", "low = 35, high = 36"), "supported", line);
    expect(&share("alder", "", "low = 45, high = 46"), "refuted exaggerated", line);
    let of_south = r#", object = ["north"]"#;
    expect(
        &share("alder", of_south, "low = 60, high = 61"),
        "supported",
        "2300 of 3790 of northern models is 60.69 %",
    );
    expect(
        &share("north", ", top = 3", "low = 79, high = 80"),
        "supported",
        "3790 of 4790 of the top 3 is 79.12 %",
    );
    assert_eq!(share("alder", "", "low = 35, high = 36").verdict, Verdict::Supported);
}

#[test]
fn the_change_of_a_share_is_in_points() {
    let claim = |low: i32, high: i32| {
        world().finding(&format!(
            r#"kind = "change", subject = ["alder"], object = ["total"], metric = "tokens", period = 2026-06-22, base = 2026-06-15, value = {{ low = {low}, high = {high}, unit = "point" }}"#
        ))
    };
    expect(&claim(2, 3), "supported", "the share changed by +2.05 points");
    expect(&claim(10, 11), "refuted exaggerated", "Alder 2000 of 6000 of all models is 33.33 %");
}

#[test]
fn level_with_is_within_one_percent() {
    let claim = |subject: &str| {
        let claim = format!(
            r#"kind = "compare", subject = ["{subject}"], object = ["cedar"], metric = "tokens", period = 2026-06-22, value = {{ low = 1, high = 1, unit = "token" }}"#
        );
        with(&world(), &claim, &Quantity::bare(recount_model::Figure::Flat, Unit::Own))
    };
    expect(&claim("dogwood"), "supported", "Dogwood 995, Cedar 1000: -0.5 %");
    expect(&claim("alder"), "refuted understated", "+130 %");
}

#[test]
fn what_has_no_ratio_is_open() {
    let mut world = World::new("0%");
    world.weeks("2026-06-15", &["alder 0, cedar 10, other 1", "alder 5, cedar 10, other 1"]);
    expect(&world.finding(CHANGE), "undecided", "not above zero: no percentage");
    let rose = CHANGE.replace("low = 1, high = 1", "low = 0, low_open = true");
    expect(
        &world.finding(&rose),
        "supported",
        "0 in the week of 15 June 2026, 5 in the week of 22 June 2026: +5",
    );
    let share = r#"kind = "share", subject = ["cedar"], object = ["alder"], metric = "tokens", period = 2026-06-15, value = { low = 1, high = 1, unit = "percent" }"#;
    expect(&world.finding(share), "undecided", "Alder has no figure above zero");
}

#[test]
fn negative_figures_have_no_share_and_no_percentage() {
    let mut world = World::of_cases();
    world.weeks("2026-06-15", &["alder 100, cedar -20", "alder -10, cedar 30"]);
    let claim = |kind: &str, subject: &str, rest: &str| {
        world.finding(&format!(
            r#"kind = "{kind}", subject = ["{subject}"], metric = "cases", period = 2026-06-22, value = {{ low = 1, high = 1, unit = "percent" }}{rest}"#
        ))
    };
    expect(&claim("share", "alder", r#", object = ["cedar"]"#), "undecided", "no figure above zero");
    expect(&claim("change", "cedar", ", base = 2026-06-15"), "undecided", "not above zero");
    let fell = r#"kind = "change", subject = ["alder"], metric = "cases", period = 2026-06-22, base = 2026-06-15, value = { high = 0, high_open = true, unit = "percent" }"#;
    expect(&world.finding(fell), "supported", "-110");
}
