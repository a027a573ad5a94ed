//! Weeks that the text leaves open, found by arithmetic.

use recount_model::{Assumption, Claim, OpenWeek, Span, Voice};

use super::world::{World, outcome};
use crate::{Finding, Said, check};

/// Alder doubles and falls back; Cedar is the same in two weeks.
fn world() -> World {
    let mut world = World::new("0.5%");
    world.weeks(
        "2026-06-01",
        &[
            "alder 2_000, cedar 1_000, other 10", "alder 2_600, cedar 1_200, other 10",
            "alder 2_000, cedar 1_400, other 10", "alder 2_400, cedar 1_200, other 10",
        ],
    );
    world
}

const fn told(week: i16, base: Option<i16>) -> Option<OpenWeek> {
    Some(OpenWeek { week, base })
}

fn level(subject: &str, low: u32, high: u32) -> String {
    format!(
        r#"kind = "level", subject = ["{subject}"], metric = "tokens", value = {{ low = {low}, high = {high}, unit = "token" }}"#
    )
}

fn change(subject: &str, low: i32, high: i32) -> String {
    format!(
        r#"kind = "change", subject = ["{subject}"], metric = "tokens", value = {{ low = {low}, high = {high}, unit = "percent" }}"#
    )
}

/// What is found of claims of one voice, each in a sentence of its own.
fn read(said: &[(String, Option<OpenWeek>)]) -> Vec<Finding> {
    read_in(said, &(0..said.len()).collect::<Vec<_>>())
}

/// The same of claims in the sentences of those numbers.
fn read_in(said: &[(String, Option<OpenWeek>)], sentences: &[usize]) -> Vec<Finding> {
    let all: Vec<&str> = said.iter().map(|(fields, _)| fields.as_str()).collect();
    let dataset = world().dataset(&all);
    let assertions = dataset.hand_claims.iter().map(|hand| hand.assertion.clone().unwrap());
    let claims: Vec<Claim> = assertions
        .zip(said)
        .zip(sentences)
        .map(|((assertion, (_, open)), sentence)| Claim {
            span: Span::default(),
            sentence: Span::new(*sentence, *sentence + 1),
            assertion,
            readings: Vec::new(),
            assumptions: open.iter().copied().map(Assumption::OpenWeek).collect(),
        })
        .collect();
    let said: Vec<Said<'_>> = claims.iter().map(|claim| Said { claim, voice: Voice(0) }).collect();
    check(&dataset, &said).findings
}

/// The outcome, and the day on which the week begins that was found.
fn dated(said: &[(String, Option<OpenWeek>)]) -> Vec<String> {
    weeks(&read(said))
}

fn weeks(found: &[Finding]) -> Vec<String> {
    let words = |finding: &Finding| {
        let week = finding.dated.as_ref().and_then(|dated| dated.period);
        let week = week.map_or_else(|| "open".to_owned(), |week| week.start.to_string());
        format!("{}: {week}", outcome(finding))
    };
    found.iter().map(words).collect()
}

#[test]
fn one_week_alone_fits() {
    let said = [(level("alder", 2_590, 2_610), None)];
    assert_eq!(dated(&said), ["supported [derived]: 2026-06-08"]);
    assert!(
        read(&said)[0]
            .reason
            .starts_with("no week is named; of those with figures it fits the week of 8 June 2026 alone")
    );
    assert_eq!(dated(&[(change("alder", 19, 21), None)]), ["supported [derived]: 2026-06-22"]);
}

#[test]
fn what_fits_several_weeks_stays_open() {
    assert_eq!(dated(&[(level("alder", 1_950, 2_050), None)]), ["supported: open"]);
    assert_eq!(dated(&[(level("alder", 2_000, 3_000), None)]), ["supported: open"]);
    assert_eq!(dated(&[(level("alder", 5_000, 6_000), None)]), ["undecided: open"]);
}

#[test]
fn two_levels_and_a_growth_date_each_other() {
    let said = [
        (level("alder", 1_900, 2_100), told(-2, None)),
        (level("alder", 2_300, 2_700), told(-1, None)),
        (change("alder", 19, 21), told(-1, Some(-2))),
    ];
    let found = ["2026-06-15", "2026-06-22", "2026-06-22"];
    assert_eq!(dated(&said), found.map(|week| format!("supported [derived]: {week}")));
    // Without the growth either pair of weeks may be meant.
    assert_eq!(dated(&said[..2]), ["supported: open", "supported: open"]);
}

#[test]
fn what_does_not_fit_where_others_are_dated_is_left_open() {
    let said = [
        (level("alder", 2_590, 2_610), told(-1, None)),
        (change("alder", 29, 31), told(-1, Some(-2))),
        (level("cedar", 5_000, 6_000), told(-1, None)),
    ];
    let found = dated(&said);
    assert_eq!(
        found,
        ["supported [derived]: 2026-06-08", "supported [derived]: 2026-06-08", "undecided: open"]
    );
}

#[test]
fn where_all_but_one_fit_several_weeks_none_is_left_out() {
    let said = [
        (level("alder", 1_990, 2_010), told(-1, None)),
        (level("alder", 1_900, 2_450), told(-1, None)),
        (level("alder", 2_390, 2_410), told(-1, None)),
    ];
    // Without the third it is the first week or the third, without the first the fourth.
    assert_eq!(dated(&said), ["supported: open", "supported: open", "supported [derived]: 2026-06-22"]);
}

#[test]
fn two_dated_claims_date_the_rest() {
    let said = [
        (level("alder", 2_590, 2_610), told(-1, None)),
        (level("cedar", 1_390, 1_410), told(0, None)),
        (level("cedar", 1_190, 1_210), told(-1, None)),
        (level("alder", 5_000, 6_000), told(-1, None)),
    ];
    let found = read(&said);
    assert_eq!(outcome(&found[2]), "supported [derived]");
    assert_eq!(outcome(&found[3]), "undecided");
    let line =
        "other statements of this text would make it the week of 8 June 2026, and there it does not hold";
    assert!(found[3].reason.contains(line), "{}", found[3].reason);
}

#[test]
fn what_one_sentence_says_is_of_one_week() {
    // 2.6 thousand in the second week alone; a rise of 20 percent in the last alone.
    let said = [(level("alder", 2_590, 2_610), None), (change("alder", 19, 21), None)];
    let apart = ["supported [derived]: 2026-06-08", "supported [derived]: 2026-06-22"];
    assert_eq!(dated(&said), apart);
    assert_eq!(weeks(&read_in(&said, &[0, 0])), ["supported: open", "supported: open"]);
    // One fits two weeks, and the other of its sentence says which.
    let said = [
        (level("cedar", 1_190, 1_210), None),
        (change("alder", 19, 21), None),
        (level("alder", 2_590, 2_610), None),
    ];
    assert_eq!(dated(&said)[0], "supported: open");
    let found = read_in(&said, &[0, 0, 1]);
    let [last, other] = ["2026-06-22", "2026-06-08"].map(|week| format!("supported [derived]: {week}"));
    assert_eq!(weeks(&found), [last.clone(), last, other]);
    let how = "no week is named; of those with figures only the week of 22 June 2026 fits what this sentence says (2 statements)";
    assert!(found[0].reason.starts_with(how), "{}", found[0].reason);
}

#[test]
fn what_one_sentence_tells_from_an_open_week_is_told_from_one() {
    let last = || told(-1, None);
    let said = [(level("alder", 2_590, 2_610), last()), (change("cedar", -15, -14), last())];
    assert_eq!(dated(&said), ["supported [derived]: 2026-06-08", "supported [derived]: 2026-06-22"]);
    assert_eq!(weeks(&read_in(&said, &[0, 0])), ["supported: open", "supported: open"]);
}
