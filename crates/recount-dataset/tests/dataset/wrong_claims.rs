//! Mistakes of claims by hand.

use insta::assert_snapshot;

use crate::world::{FIGURES, VOCABULARY, wrong};

/// Claims of the whole world.
fn claims(text: &str) -> String {
    wrong(VOCABULARY, FIGURES, text)
}

/// One claim with that assertion.
fn assertion(text: &str) -> String {
    claims(&format!("[[claim]]\nsource = \"s\"\nassertion = {text}\n"))
}

#[test]
fn a_claim_that_says_nothing_or_twice() {
    assert_snapshot!(claims(
        "[[claim]]\nsource = \"s\"\n\
         [[claim]]\nsource = \"s\"\nsays = \"x\"\nassertion = { kind = \"level\", subject = \"alder\", value = { low = 5 } }\n\
         [[claim]]\nsays = \"x\"\n"
    ), @r#"
    hand.toml:1: a claim that says nothing
      ^ [[claim]] — expected one of `says` and `assertion`
    hand.toml:6: both `says` and `assertion` are given
      ^ assertion = { kind = "level", subject = "alder", value = { low = 5 } } — expected one of `says` and `assertion`
    hand.toml:7: `source` is missing in [[claim]]
      ^ [[claim]] — expected `source`: who said it
    "#);
}

#[test]
fn a_verdict_that_is_none() {
    assert_snapshot!(claims("[[claim]]\nsource = \"s\"\nsays = \"x\"\nexpect = \"refutes\"\n"), @r#"
    hand.toml:4: unknown verdict "refutes"
      ^ "refutes" — expected one of supported, refuted, undecided, not-comparable, not-checkable
      = did you mean "refuted"?
    "#);
}

#[test]
fn a_claim_about_no_week() {
    assert_snapshot!(claims(
        "[[claim]]\nsource = \"s\"\nsays = \"x\"\nweek = 2026-03-03\n\
         [[claim]]\nsource = \"s\"\nassertion = { kind = \"level\", metric = \"balance\", subject = \"alder\", value = { low = 5 } }\nweek = 2026-03-02\n\
         [[claim]]\nsource = \"s\"\nweek = 2026-03-02\nassertion = { kind = \"level\", subject = \"alder\", value = { low = 5 }, period = 2026-03-09 }\n"
    ), @r#"
    hand.toml:4: 2026-03-03 is a Tuesday
      ^ week = 2026-03-03 — the weeks of `visits` start on a Monday: expected 2026-03-02
    hand.toml:8: 2026-03-02 is a Monday
      ^ week = 2026-03-02 — the weeks of `balance` start on a Saturday: expected 2026-02-28
    hand.toml:12: the claim and its assertion give different periods
      ^ 2026-03-09 — expected one of them
    "#);
}

#[test]
fn unknown_ids_of_an_assertion() {
    assert_snapshot!(assertion(
        "{ kind = \"share\", subject = [\"alder\", \"aldr\"], object = [\"totl\"], metric = \"visit\", scope = \"charts\", value = { low = 1, unit = \"percents\" } }"
    ), @r#"
    hand.toml:3: `subject` is "aldr"
      ^ "aldr" — expected the id of an entity, group or series
      = did you mean "alder"?
    hand.toml:3: `object` is "totl"
      ^ "totl" — expected the id of an entity, group or series
      = did you mean "total"?
    hand.toml:3: `metric` is "visit"
      ^ "visit" — expected the id of a metric
      = did you mean "visits"?
    hand.toml:3: `scope` is "charts"
      ^ "charts" — expected the id of a scope
      = did you mean "chart"?
    hand.toml:3: `value.unit` is "percents"
      ^ "percents" — expected the name of a unit
      = did you mean "percent"?
    "#);
    assert_snapshot!(assertion("{ kind = \"levels\", subject = \"alder\" }"), @r#"
    hand.toml:3: `kind` is "levels"
      ^ "levels" — expected the name of a kind
      = did you mean "level"?
    "#);
    assert_snapshot!(assertion(
        "{ kind = \"rank\", subject = \"alder\", move = \"upp\", value = { low = 1, high = 3 }, base = 2026-02-24 }"
    ), @r#"
    hand.toml:3: `move` is "upp"
      ^ "upp" — expected the name of a movement
      = did you mean "up"?
    hand.toml:3: 2026-02-24 is a Tuesday
      ^ 2026-02-24 — the weeks of `visits` start on a Monday: expected 2026-02-23
    "#);
}

#[test]
fn missing_fields_of_an_assertion() {
    assert_snapshot!(assertion("{ subject = \"alder\" }"), @r#"
    hand.toml:3: `kind` is missing in an assertion
      ^ { subject = "alder" } — expected `kind`: the name of a kind of assertion
    "#);
    assert_snapshot!(assertion("{ kind = \"level\" }"), @r#"
    hand.toml:3: `subject` is missing
      ^ { kind = "level" } — expected at least one id
    hand.toml:3: `value` is missing
      ^ { kind = "level" } — expected low, high and unit
    "#);
    assert_snapshot!(assertion("{ kind = \"top\", subject = \"north\", value = { unit = \"count\" } }"), @r#"
    hand.toml:3: `top` is missing
      ^ { kind = "top", subject = "north", value = { unit = "count" } } — expected a number of places, from 1
    hand.toml:3: a value without an end
      ^ { unit = "count" } — expected `low`, `high` or both
    "#);
    assert_snapshot!(assertion("{ kind = \"streak\", subject = \"north\" }"), @r#"
    hand.toml:3: `of` is missing
      ^ { kind = "streak", subject = "north" } — expected the assertion that holds
    hand.toml:3: `weeks` is missing
      ^ { kind = "streak", subject = "north" } — expected a number of weeks
    "#);
    assert_snapshot!(assertion("{ kind = \"change\", subject = \"north\", value = { low = 0 } }"), @r#"
    hand.toml:3: `unit` is missing in `value`
      ^ { low = 0 } — expected `unit`: "percent", "ratio", "point" or the metric's own
    "#);
}

#[test]
fn mistakes_inside_a_streak() {
    assert_snapshot!(assertion(
        "{ kind = \"streak\", weeks = 2, period = 2026-03-02, of = { kind = \"compare\", subject = \"north\", object = \"suth\", period = 2026-03-09, value = { low = \"x\", unit = \"visit\" } } }"
    ), @r#"
    hand.toml:3: `of.object` is "suth"
      ^ "suth" — expected the id of an entity, group or series
      = there are north, total, alder, birch
    hand.toml:3: the inner assertion gives another period
      ^ 2026-03-09 — expected the same one, or none
    hand.toml:3: an end that is no number
      ^ "x" — expected a number such as 34.85 or "4.19 trillion"
    "#);
    assert_snapshot!(assertion(
        "{ kind = \"streak\", weeks = 2, of = { kind = \"compare\", subject = \"north\", object = \"suth\", value = { low = 0, unit = \"visitor\" } } }"
    ), @r#"
    hand.toml:3: `of.object` is "suth"
      ^ "suth" — expected the id of an entity, group or series
      = there are north, total, alder, birch
    hand.toml:3: `of.value.unit` is "visitor"
      ^ "visitor" — expected the name of a unit
      = did you mean "visit"?
    "#);
}

#[test]
fn fields_that_a_kind_does_not_use() {
    assert_snapshot!(assertion(
        "{ kind = \"level\", subject = \"alder\", value = { low = 5 }, weeks = 3, ordinal = true, top = 5, base = 2026-02-23 }"
    ), @r#"
    hand.toml:3: `weeks` means nothing here
      ^ weeks = 3 — a level does not use it
    hand.toml:3: `ordinal` means nothing here
      ^ ordinal = true — a level does not use it
    hand.toml:3: `top` means nothing here
      ^ top = 5 — a level does not use it
    hand.toml:3: `base` means nothing here
      ^ base = 2026-02-23 — a level does not use it
    "#);
}

#[test]
fn periods_of_an_assertion() {
    assert_snapshot!(assertion(
        "{ kind = \"level\", subject = \"alder\", value = { low = 5 }, period = { start = 2026-03-08, end = 2026-03-02 } }"
    ), @r#"
    hand.toml:3: `period` is "2026-03-08 to 2026-03-02"
      ^ { start = 2026-03-08, end = 2026-03-02 } — expected a start not after the end
    "#);
    assert_snapshot!(assertion(
        "{ kind = \"level\", subject = \"alder\", value = { low = 5 }, period = { start = 2026-03-08 } }"
    ), @r#"
    hand.toml:3: `end` is missing in a period
      ^ { start = 2026-03-08 } — expected `end`: a date
    "#);
    assert_snapshot!(assertion(
        "{ kind = \"level\", subject = \"alder\", value = { low = 5 }, period = \"March\" }"
    ), @r#"
    hand.toml:3: `period` is a string
      ^ "March" — expected a date, a month such as "2026-06", or { start, end }
    "#);
}

#[test]
fn ranges_that_nothing_lies_in() {
    assert_snapshot!(assertion(
        "{ kind = \"share\", subject = \"alder\", value = { low = 5, high = \"4.5\" } }"
    ), @r#"
    hand.toml:3: no number lies in the value
      ^ { low = 5, high = "4.5" } — expected `low` below `high`
    "#);
    assert_snapshot!(assertion(
        "{ kind = \"streak\", weeks_range = { low = 5, high = 2 }, of = { kind = \"rank\", subject = \"alder\", value = { high = 1 } } }"
    ), @r#"
    hand.toml:3: no number of weeks lies in the range
      ^ { low = 5, high = 2 } — expected `low` at most `high`
    "#);
}

#[test]
fn what_no_sentence_says() {
    let ahead =
        "kind = \"compare\", object = \"birch\", value = { low = 0, low_open = true, unit = \"percent\" }";
    assert_snapshot!(assertion(&format!(
        "{{ kind = \"streak\", subject = \"alder\", weeks = 2, of = {{ kind = \"streak\", weeks = 3, of = {{ {ahead}, subject = \"alder\", base = 2026-03-02 }} }} }}"
    )), @r#"
    hand.toml:3: `of.kind` is "streak"
      ^ "streak" — expected what holds in one week, no streak and no first
    hand.toml:3: `of.of.base` is "a period"
      ^ 2026-03-02 — expected none: an overtaking holds in no second week
    "#);
}

#[test]
fn a_list_that_is_wrong_as_a_whole() {
    assert_snapshot!(assertion(
        "{ kind = \"compare\", subject = \"alder\", object = [\"total\"], value = { low = 2, unit = \"ratio\" }, period = 2026-03-02 }"
    ), @r#"
    hand.toml:3: `object` is "a whole of which the subject is a part"
      ^ ["total"] — expected another one: a share of a whole is a `share`, being ahead in it a `rank`
    "#);
}
