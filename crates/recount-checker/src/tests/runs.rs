//! Streaks, firsts and records.

use super::world::{World, expect};

const AHEAD: &str = r#"kind = "compare", subject = ["alder"], object = ["cedar"], metric = "tokens", period = WEEK, value = { low = 0, low_open = true, unit = "token" }"#;

/// Alder ahead of Cedar in the weeks marked `+`, behind in those marked `-`,
/// level in those marked `=`, not covered in those marked ` `; from 4 May 2026.
fn world(marks: &str) -> World {
    let mut world = World::new("0.5%");
    let mut monday = jiff::civil::date(2026, 5, 4);
    for mark in marks.chars() {
        let figures = match mark {
            '+' => "alder 120, cedar 100, other 1",
            '-' => "alder 80, cedar 100, other 1",
            '=' => "alder 100, cedar 100, other 1",
            _ => "",
        };
        if !figures.is_empty() {
            world.week(&monday.to_string(), figures);
        }
        monday = monday.saturating_add(jiff::ToSpan::days(7));
    }
    world
}

fn streak(marks: &str, rest: &str) -> crate::Finding {
    let weeks = i64::try_from(marks.chars().count()).expect("a few weeks") - 1;
    let last = jiff::civil::date(2026, 5, 4).saturating_add(jiff::ToSpan::weeks(weeks));
    let of = AHEAD.replace("WEEK", &last.to_string());
    world(marks).finding(&format!(
        r#"kind = "streak", subject = ["alder"], object = ["cedar"], metric = "tokens", period = {last}, {rest}, of = {{ {of} }}"#
    ))
}

fn first(marks: &str, rest: &str) -> crate::Finding {
    let weeks = i64::try_from(marks.chars().count()).expect("a few weeks") - 1;
    let last = jiff::civil::date(2026, 5, 4).saturating_add(jiff::ToSpan::weeks(weeks));
    let of = AHEAD.replace("WEEK", &last.to_string());
    world(marks).finding(&format!(
        r#"kind = "first", subject = ["alder"], object = ["cedar"], metric = "tokens", period = {last}{rest}, of = {{ {of} }}"#
    ))
}

#[test]
fn so_many_weeks_running() {
    let each = "it holds in each of 3 weeks from the week of 11 May 2026 to the week of 25 May 2026";
    expect(&streak("-+++", "weeks = 3"), "supported", each);
    expect(&streak("++++", "weeks = 3"), "supported [understated]", "in fact in 4 weeks");
    expect(
        &streak("-++", "weeks = 3"),
        "refuted exaggerated",
        "so 2 weeks up to the week of 18 May 2026, not 3",
    );
    expect(&streak("-+-", "weeks = 3"), "refuted wrong-way", "Alder 80, Cedar 100: not ahead");
    expect(&streak("+=+", "weeks = 3"), "undecided", "the week of 11 May 2026: Alder 100, Cedar 100");
    expect(&streak("+++", r#"weeks_range = { low = 2 }"#), "supported", "2 weeks");
}

#[test]
fn the_nth_week_running_has_a_week_before_it() {
    expect(
        &streak("-++", "weeks = 2, ordinal = true"),
        "supported",
        "the week of 4 May 2026: Alder 80, Cedar 100: not ahead",
    );
    let longer = streak("+++", "weeks = 2, ordinal = true");
    expect(&longer, "refuted understated", "not the 2nd week running, but a later one");
    expect(&streak("--+", "weeks = 2, ordinal = true"), "refuted exaggerated", "so 1 week");
    expect(
        &streak("++", "weeks = 2, ordinal = true"),
        "undecided",
        "no figures for the week of 27 April 2026",
    );
    expect(&streak("=++", "weeks = 2, ordinal = true"), "undecided", "too close to call");
}

#[test]
fn a_missing_week_is_never_skipped_over() {
    expect(&streak("+ +", "weeks = 3"), "undecided", "no figures for the week of 11 May 2026");
    expect(&streak("- ++", "weeks = 3"), "undecided", "no figures for the week of 11 May 2026");
    expect(&streak("++", "weeks = 4"), "undecided", "no figures for the week of 27 April 2026");
    expect(&streak("+ -+", "weeks = 4"), "refuted exaggerated", "so 1 week");
}

#[test]
fn a_last_week_without_figures_hides_no_break() {
    let broken = "so at most 2 weeks up to the week of 25 May 2026, not 4";
    expect(&streak("+-+ ", "weeks = 4"), "refuted exaggerated", broken);
    expect(&streak("+-+ ", "weeks = 2"), "undecided", "no figures for the week of 25 May 2026");
    expect(&streak("-++ ", "weeks = 4, ordinal = true"), "refuted exaggerated", "so at most 3 weeks");
    expect(
        &streak("-++ ", "weeks = 3, ordinal = true"),
        "undecided",
        "no figures for the week of 25 May 2026",
    );
    let before = "the week of 11 May 2026: Alder 120, Cedar 100: ahead";
    expect(&first("-+- ", ""), "refuted exaggerated", before);
    expect(&first("--- ", ""), "undecided", "no figures for the week of 25 May 2026");
    expect(&first("-+- ", ", weeks = 3"), "refuted exaggerated", "that is 2 weeks back");
    expect(&first("+-- ", ", weeks = 3"), "undecided", "no figures for the week of 25 May 2026");
    expect(&first("+-+ ", ", base = 2026-05-04"), "refuted exaggerated", "the week of 18 May 2026");
}

#[test]
fn so_many_weeks_in_all() {
    let all = |marks: &str, n: u32| streak(marks, &format!("weeks = {n}, ordinal = true, cumulative = true"));
    expect(&all("-+-+", 2), "supported [within-coverage]", "2 weeks in all");
    expect(&all("-+++", 2), "refuted understated [within-coverage]", "3 weeks in all");
    // What was before the first week with figures, nobody knows.
    expect(&all("-+-+", 3), "undecided [within-coverage]", "2 weeks in all");
    expect(&all(" -+-+", 3), "undecided [within-coverage]", "2 weeks in all");
    expect(&all("-+- ", 3), "undecided", "no figures for the week of 25 May 2026");
    expect(&all("++-+", 4), "undecided [within-coverage]", "3 weeks in all");
    let denied = |marks: &str| streak(marks, "weeks = 2, ordinal = true, cumulative = true, negated = true");
    expect(&denied("-+-+"), "undecided [within-coverage]", "2 weeks in all");
    expect(&denied("+++"), "supported [within-coverage]", "3 weeks in all");
}

#[test]
fn weeks_in_all_of_a_thing_that_came_later() {
    let mut world = World::new("0.5%");
    world.week("2026-05-04", "cedar 100, birch 20, other 1");
    world.week("2026-05-11", "alder 120, cedar 100, other 1");
    world.week("2026-05-18", "alder 80, cedar 100, other 1");
    world.week("2026-05-25", "alder 120, cedar 100, other 1");
    let last = "2026-05-25";
    let of = AHEAD.replace("WEEK", last);
    let all = |weeks: u32| {
        let head = r#"kind = "streak", subject = ["alder"], object = ["cedar"], metric = "tokens""#;
        world.finding(&format!(
            "{head}, period = {last}, weeks = {weeks}, ordinal = true, cumulative = true, of = {{ {of} }}"
        ))
    };
    expect(&all(2), "supported [within-coverage]", "2 weeks in all");
    expect(&all(3), "refuted exaggerated [within-coverage]", "2 weeks in all");
}

#[test]
fn a_first_time_is_over_what_is_covered() {
    expect(&first("--+", ""), "supported [within-coverage]", "covered: 2026-05-04 to 2026-05-24");
    expect(&first("-+-+", ""), "refuted exaggerated", "the week of 11 May 2026: Alder 120, Cedar 100: ahead");
    expect(&first("---", ""), "refuted wrong-way", "not ahead");
    expect(&first("=-+", ""), "undecided [within-coverage]", "too close to call");
    let gap = first("- -+", "");
    expect(&gap, "supported [within-coverage]", "2026-05-04 to 2026-05-10 and 2026-05-18 to 2026-05-31");
}

#[test]
fn a_first_time_in_so_many_weeks() {
    expect(
        &first("+---+", ", weeks = 4"),
        "supported",
        "the last time before: the week of 4 May 2026, 4 weeks back",
    );
    expect(&first("+----+", ", weeks = 4"), "supported [understated]", "5 weeks back");
    expect(&first("-+--+", ", weeks = 4"), "refuted exaggerated", "that is 3 weeks back");
    expect(&first("-+--+", ", weeks_range = { low = 4, high = 5 }"), "supported", "3 weeks back");
    expect(&first("+ --+", ", weeks = 4"), "undecided", "no figures for the week of 11 May 2026");
}

#[test]
fn a_first_time_since() {
    expect(&first("-+--+", ", base = 2026-05-11"), "supported", "the week of 11 May 2026: Alder 120");
    expect(&first("+-+-+", ", base = 2026-05-04"), "refuted exaggerated", "the week of 18 May 2026");
    expect(
        &first("+---+", ", base = 2026-05-11"),
        "supported [understated]",
        "did not hold in the week of 11 May 2026 either",
    );
}

#[test]
fn dropping_out_for_the_first_time_in_so_many_weeks() {
    let mut world = World::new("0.5%");
    let (inside, outside) = ("alder 30, birch 20, cedar 10, other 1", "alder 5, birch 20, cedar 10, other 1");
    world.weeks("2026-05-04", &[outside, inside, inside, inside, outside]);
    let claim = |weeks: u32| {
        let rank = r#"subject = ["alder"], metric = "tokens", period = 2026-06-01"#;
        world.finding(&format!(
            r#"kind = "first", {rank}, weeks = {weeks}, of = {{ kind = "rank", {rank}, negated = true, move = "left", base = 2026-05-25, value = {{ low = 1, high = 2, unit = "rank" }} }}"#
        ))
    };
    expect(&claim(4), "supported", "the last time before: the week of 4 May 2026, 4 weeks back");
    expect(&claim(6), "refuted exaggerated", "that is 4 weeks back");
}

#[test]
fn leaving_for_the_first_time_is_an_event() {
    let mut world = World::new("0.5%");
    let (inside, outside) = ("alder 30, birch 20, cedar 10, other 1", "alder 5, birch 20, cedar 10, other 1");
    world.weeks("2026-05-04", &[outside, inside, inside, outside, inside, outside]);
    let claim = |week: &str, base: &str| {
        let rank = format!(r#"subject = ["alder"], metric = "tokens", period = {week}"#);
        world.finding(&format!(
            r#"kind = "first", {rank}, of = {{ kind = "rank", {rank}, negated = true, move = "left", base = {base}, value = {{ low = 1, high = 2, unit = "rank" }} }}"#
        ))
    };
    expect(&claim("2026-05-25", "2026-05-18"), "supported [within-coverage]", "number 3");
    expect(&claim("2026-06-08", "2026-06-01"), "refuted exaggerated", "but it held before");
}

#[test]
fn records() {
    let mut world = World::new("0.5%");
    world.weeks(
        "2026-05-04",
        &["alder 100, other 1", "alder 80, other 1", "alder 90, other 1", "alder 110, other 1"],
    );
    let record = |week: &str, low: bool, rest: &str| {
        let end = if low { "high = 0" } else { "low = 0" };
        world.finding(&format!(
            r#"kind = "record", subject = ["alder"], metric = "tokens", period = {week}, value = {{ {end}, unit = "token" }}{rest}"#
        ))
    };
    expect(
        &record("2026-05-25", false, ""),
        "supported [within-coverage]",
        "the highest before: 100 in the week of 4 May 2026",
    );
    expect(
        &record("2026-05-18", false, ""),
        "refuted exaggerated [within-coverage]",
        "the highest before: 100",
    );
    expect(&record("2026-05-11", true, ""), "supported [within-coverage]", "the lowest before: 100");
    expect(&record("2026-05-18", false, ", base = 2026-05-04"), "supported", "the week of 4 May 2026: 100");
    expect(
        &record("2026-05-25", false, ", base = 2026-05-04"),
        "supported [understated]",
        "the nearest since: 90",
    );
    expect(&record("2026-05-04", false, ""), "undecided", "nothing earlier is covered");
}

#[test]
fn a_record_within_the_tolerance_is_open_and_a_gap_keeps_since_open() {
    let mut world = World::new("0.5%");
    world.weeks("2026-05-04", &["alder 100, other 1", "alder 100, other 1"]);
    world.week("2026-05-25", "alder 120, other 1");
    let record = |week: &str, rest: &str| {
        world.finding(&format!(
            r#"kind = "record", subject = ["alder"], metric = "tokens", period = {week}, value = {{ low = 0, unit = "token" }}{rest}"#
        ))
    };
    expect(&record("2026-05-11", ""), "undecided [within-coverage]", "no order");
    expect(
        &record("2026-05-25", ", base = 2026-05-04"),
        "undecided",
        "no figures for the week of 18 May 2026",
    );
}
