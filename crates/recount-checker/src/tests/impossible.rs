//! Single statements that no figures make true, of weeks without figures.

use recount_model::{Claim, Span, Verdict, Voice};

use super::world::{World, expect};
use crate::{Checked, Said, check};

/// Figures of 15 and 22 June 2026, and none of the week after.
fn checked(claim: &str) -> Checked {
    let dataset = World::of_two_weeks().dataset(&[claim]);
    let assertion = dataset.hand_claims[0].assertion.clone().unwrap();
    let claim = Claim {
        span: Span::default(),
        sentence: Span::default(),
        assertion,
        readings: Vec::new(),
        assumptions: Vec::new(),
    };
    check(&dataset, &[Said { claim: &claim, voice: Voice(0) }])
}

fn refuted(claim: &str, reason: &str) {
    let found = checked(claim);
    expect(&found.findings[0], "refuted", reason);
}

fn undecided(claim: &str) {
    let found = checked(claim);
    assert_eq!(found.findings[0].verdict, Verdict::Undecided, "{found:#?}");
    assert!(found.conflicts.is_empty(), "{found:#?}");
}

fn share(low: u32, high: u32) -> String {
    format!(
        r#"kind = "share", subject = ["alder"], object = ["total"], metric = "tokens", period = 2026-06-29, value = {{ low = {low}, high = {high}, unit = "percent" }}"#
    )
}

#[test]
fn a_share_of_more_than_everything() {
    let reason = "this cannot be, whatever the figures are\n\
                  By this statement, a share of 110 percent, the share of Alder in all models in the week \
                  of 29 June 2026 is 110 percent.\n\
                  But the share of Alder in all models would be at least 110 percent, and it is at most 100 \
                  percent in any case.\n\
                  it holds only if the share of Alder in the week of 29 June 2026 is at most 100 percent";
    refuted(&share(110, 110), reason);
    undecided(&share(100, 110));
}

#[test]
fn a_fall_by_more_than_all() {
    let fall = |low: i32, high: i32| {
        format!(
            r#"kind = "change", subject = ["alder"], metric = "tokens", period = 2026-06-29, base = 2026-06-22, value = {{ low = {low}, high = {high}, unit = "percent" }}"#
        )
    };
    refuted(&fall(-120, -110), "it holds only if Alder did not fall by more than 100 percent");
    undecided(&fall(-120, -100));
}

#[test]
fn a_run_that_began_where_it_was_so_before() {
    let run = |low: u32| {
        format!(
            r#"kind = "streak", weeks = 3, ordinal = true, period = 2026-07-06, of = {{ kind = "level", subject = ["alder"], metric = "tokens", value = {{ low = {low}, unit = "token" }} }}"#
        )
    };
    refuted(&run(0), "this cannot be, whatever the figures are");
    undecided(&run(2_300));
    let ended = r#"kind = "streak", weeks = 1, ordinal = true, period = 2026-06-29, of = { kind = "level", subject = ["alder"], metric = "tokens", value = { low = 2_000, unit = "token" } }"#;
    let found = checked(ended);
    expect(&found.findings[0], "refuted", "Alder");
}

#[test]
fn a_place_that_another_had() {
    let moved = |place: u32, word: &str| {
        format!(
            r#"kind = "rank", subject = ["birch"], metric = "tokens", period = 2026-06-29, base = 2026-06-22, move = "{word}", value = {{ low = {place}, high = {place}, unit = "rank" }}"#
        )
    };
    for (place, word) in [(1, "kept"), (2, "took"), (2, "up"), (3, "up"), (1, "down"), (2, "down")] {
        let found = checked(&moved(place, word));
        assert_eq!(found.findings[0].verdict, Verdict::Refuted, "{place} {word}: {found:#?}");
    }
    for (place, word) in [(2, "kept"), (1, "took"), (1, "up"), (3, "down")] {
        undecided(&moved(place, word));
    }
    let left = moved(1, "left").replace("move =", "negated = true, move =");
    expect(&checked(&left).findings[0], "refuted", "Birch 1490, number 2");
}

#[test]
fn who_was_ahead_overtook_nobody() {
    let overtook = |a: &str, b: &str| {
        format!(
            r#"kind = "compare", subject = ["{a}"], object = ["{b}"], metric = "tokens", period = 2026-06-29, base = 2026-06-22, value = {{ low = 0, low_open = true, unit = "token" }}"#
        )
    };
    expect(&checked(&overtook("alder", "birch")).findings[0], "refuted wrong-way", "Alder 2300");
    undecided(&overtook("birch", "alder"));
}

#[test]
fn more_weeks_in_all_than_are_said() {
    let weeks = |weeks: u32| {
        format!(
            r#"kind = "streak", weeks = {weeks}, ordinal = true, cumulative = true, period = 2026-06-29, of = {{ kind = "compare", subject = ["alder"], object = ["birch"], metric = "tokens", value = {{ low = 0, low_open = true, unit = "token" }} }}"#
        )
    };
    expect(&checked(&weeks(2)).findings[0], "refuted understated [within-coverage]", "3 weeks in all");
    undecided(&weeks(3));
    undecided(&weeks(4));
}

#[test]
fn more_of_the_top_than_there_are() {
    let top = |count: u32, monday: &str| {
        format!(
            r#"kind = "top", subject = ["north"], metric = "tokens", top = 3, period = {monday}, value = {{ low = {count}, high = {count}, unit = "count" }}"#
        )
    };
    let reason = "it holds only if northern models hold 0 to 3 of the top 3 places";
    refuted(&top(4, "2026-06-29"), reason);
    expect(&checked(&top(4, "2026-06-22")).findings[0], "refuted exaggerated", "the text says 4");
    undecided(&top(3, "2026-06-29"));
}
