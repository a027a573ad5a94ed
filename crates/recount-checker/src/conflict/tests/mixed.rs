//! One voice that mixes two definitions of a group.

use std::sync::Arc;

use recount_dataset::{Dataset, SourceFile, Sources};

use super::*;
use crate::check;

const VOCABULARY: &str = r#"
[[metric]]
id = "tokens"
names = ["token usage"]
unit = "token"
units = ["token", "tokens"]
adds_up = true
week_starts = "monday"
default_scope = "chart"

[[scope]]
id = "chart"
names = ["the charted ones"]
top = 2

[[scope]]
id = "listed"
names = ["all listed ones"]

[[series]]
match = "n-*"
attributes = { side = "north" }

[[series]]
match = "s-*"
attributes = { side = "south" }

[[group]]
id = "north"
names = ["the north"]
where = { side = "north" }

[[group]]
id = "south"
names = ["the south"]
where = { side = "south" }

[[group]]
id = "total"
names = ["everything"]
where = {}
scope = "listed"
"#;

const FIGURES: &str = r#"
metric = "tokens"
source = "a table"

[[period]]
week = 2026-03-02
complete = true
[period.figures]
n-one = 400
s-one = 300
s-two = 200
other = 100

[[period]]
week = 2026-03-09
complete = true
[period.figures]
n-one = 400
s-one = 320
s-two = 180
other = 100
"#;

fn file(name: &str, text: &str) -> SourceFile {
    SourceFile { name: name.to_owned(), text: Arc::from(text) }
}

fn dataset() -> Dataset {
    Dataset::load(Sources {
        vocabulary: Some(file("vocabulary.toml", VOCABULARY)),
        figures: vec![file("figures.toml", FIGURES)],
        by_hand: Vec::new(),
    })
    .unwrap()
}

fn mixed(claims: &[(Voice, Claim)]) -> Vec<Conflict> {
    let said: Vec<Said<'_>> = claims.iter().map(|(voice, claim)| Said { claim, voice: *voice }).collect();
    check(&dataset(), &said).conflicts
}

fn two(voice: u32) -> Vec<(Voice, Claim)> {
    claims(&[
        (0, level(SOUTH, week(0), figure(300, 0, Unit::Own))),
        (voice, share(SOUTH, TOTAL, week(0), figure(50, 0, Unit::Percent))),
        (0, level(TOTAL, week(0), figure(1000, 0, Unit::Own))),
    ])
}

#[test]
fn one_voice_mixes_two_definitions() {
    let found = mixed(&two(0));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].code, Code::MixedScope);
    assert_eq!(found[0].statements, [0, 1]);
    assert_eq!(
        found[0].explanation,
        [
            "300 of 1 thousand tokens is 30.0 percent, yet the text says 50 percent.",
            "For the south, 300 tokens fits the charted ones only (300 tokens).",
            "For the south, 50 percent fits all listed ones only (50 percent in the weeks of March \
             2026).",
        ]
    );
    let words: Vec<&str> = found[0].rescue.iter().map(|r| r.words.as_str()).collect();
    assert_eq!(
        words,
        ["among the charted ones it would be 30 percent", "among all listed ones it would be 500 tokens",]
    );
}

#[test]
fn two_voices_may_each_have_their_definition() {
    assert_eq!(mixed(&two(1)), Vec::new());
}

#[test]
fn a_named_scope_mixes_nothing() {
    let mut claims = two(0);
    claims[1].1.assertion.scope = Some(ScopeId(1));
    assert_eq!(mixed(&claims), Vec::new());
}

#[test]
fn a_count_that_the_text_explains_mixes_nothing() {
    let mut claims = two(0);
    claims[1].1.assumptions.push(recount_model::Assumption::Count);
    assert_eq!(mixed(&claims), Vec::new());
}

#[test]
fn statements_of_one_definition_do_not_conflict() {
    let claims = claims(&[
        (0, level(SOUTH, week(0), figure(300, 0, Unit::Own))),
        (0, share(SOUTH, TOTAL, week(0), figure(30, 0, Unit::Percent))),
    ]);
    assert_eq!(mixed(&claims), Vec::new());
}
