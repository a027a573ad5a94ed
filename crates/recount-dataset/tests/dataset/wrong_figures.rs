//! Mistakes of figures files.

use insta::assert_snapshot;
use recount_dataset::{Dataset, Sources};

use crate::world::{FIGURES, VOCABULARY, file, wrong};

/// Figures of the world's vocabulary.
fn figures(text: &str) -> String {
    wrong(VOCABULARY, text, "")
}

/// One period of figures that is right up to its figures.
fn figure(line: &str) -> String {
    figures(&format!(
        "metric = \"visits\"\nsource = \"s\"\n[[period]]\nweek = 2026-03-02\n[period.figures]\n\
         \"north/alder\" = 1\n\"north/alder:free\" = 1\n\"south/birch\" = 1\n{line}"
    ))
}

#[test]
fn an_unknown_metric_and_a_bad_tolerance() {
    assert_snapshot!(figures(
        "metric = \"visit\"\nsource = \" \"\ntolerance = \"0.5\"\n[[period]]\nday = 2026-03-02\nfigures = {}\n"
    ), @r#"
    figures.toml:1: unknown metric "visit"
      ^ "visit" — expected one of visits, balance
      = did you mean "visits"?
    figures.toml:2: `source` is empty
      ^ " " — expected some text
    figures.toml:3: "0.5" is no tolerance
      ^ "0.5" — expected a percentage from 0 to below 100 such as "0.5%"
    figures.toml:6: no figures
      ^ {} — expected lines such as "series" = 1200
    "#);
}

#[test]
fn a_figures_file_without_periods() {
    let empty = "metric = \"visits\"\nsource = \"s\"\nperiod = []\n";
    assert!(figures(empty).contains("`period` is missing"));
    assert_snapshot!(figures("metric = \"visits\"\nsource = \"s\"\n"), @r#"
    figures.toml:1: `period` is missing in a figures file
      ^  — expected `period`: at least one [[period]]
    "#);
}

#[test]
fn a_week_that_starts_on_another_day() {
    let text = |metric: &str| {
        format!(
            "metric = \"{metric}\"\nsource = \"s\"\n[[period]]\nweek = 2026-03-04\n\
             figures = {{ \"north/alder\" = 1, \"north/alder:free\" = 1, \"south/birch\" = 1 }}\n"
        )
    };
    assert_snapshot!(figures(&text("visits")), @r#"
    figures.toml:4: 2026-03-04 is a Wednesday
      ^ week = 2026-03-04 — the weeks of `visits` start on a Monday: expected 2026-03-02
    "#);
    assert_snapshot!(figures(&text("balance")), @r#"
    figures.toml:4: 2026-03-04 is a Wednesday
      ^ week = 2026-03-04 — the weeks of `balance` start on a Saturday: expected 2026-02-28
    "#);
}

#[test]
fn periods_that_are_none() {
    assert_snapshot!(wrong("[[metric]]\nid = \"m\"\nunit = \"u\"\n",
        "metric = \"m\"\nsource = \"s\"\n[[period]]\nweek = \"2026-03-02\"\nfigures = { a = 1 }\n\
         [[period]]\nweek = 2026-03-02T10:00:00\nfigures = { a = 1 }\n\
         [[period]]\nmonth = \"2026-13\"\nfigures = { a = 1 }\n\
         [[period]]\nweek = 2026-03-02\nday = 2026-03-02\nfigures = { a = 1 }\n\
         [[period]]\nfigures = { a = 1 }\n", ""), @r#"
    figures.toml:4: `week` is a string
      ^ "2026-03-02" — expected a date such as 2026-03-02, without quotes
    figures.toml:7: `week` is a date or time
      ^ 2026-03-02T10:00:00 — expected a date such as 2026-03-02, without quotes
    figures.toml:10: "2026-13" is no month
      ^ "2026-13" — expected a month such as "2026-06"
    figures.toml:14: both `week` and `day` are given
      ^ day = 2026-03-02 — expected one of `week`, `day` and `month`
    figures.toml:16: `week` is missing in [[period]]
      ^ [[period]] — expected `week`: its first day (or `day`, or `month`)
    "#);
}

#[test]
fn a_week_given_twice() {
    let twice = format!("{FIGURES}\n[[period]]\nweek = 2026-03-02\n[period.figures]\n\"south/birch\" = 1\n");
    assert_snapshot!(figures(&twice), @r#"
    figures.toml:18: the period from 2026-03-02 is given twice
      ^ week = 2026-03-02 — expected each period once for each source
    "#);
    let sources = Sources {
        vocabulary: Some(file("vocabulary.toml", VOCABULARY)),
        figures: vec![file("figures.toml", FIGURES), file("figures2.toml", FIGURES)],
        by_hand: Vec::new(),
    };
    let problems = Dataset::load(sources).unwrap_err();
    let found: Vec<_> = problems.iter().map(|p| (p.file(), p.message(), p.advice())).collect();
    assert_eq!(
        found,
        [(
            Some("figures2.toml"),
            "the period from 2026-03-02 is given twice",
            Some("\"the counter, as of 1 April\" gives it in another file too")
        )]
    );
}

#[test]
fn weeks_and_days_of_one_metric() {
    let mixed = format!("{FIGURES}\n[[period]]\nday = 2026-03-09\n[period.figures]\n\"south/birch\" = 1\n");
    assert_snapshot!(figures(&mixed), @r#"
    figures.toml:18: `visits` has a figure for each week, and here for a day
      ^ day = 2026-03-09 — expected `week`
      = a metric has figures of one length: make the other one a [[metric]] of its own
    "#);
}

#[test]
fn figures_that_are_none() {
    assert_snapshot!(figure(
        "a = 1.5\nb = \"1,23\"\nc = \"many\"\nd = [1]\ne = { low = 5, high = 4 }\nf = { low = 5 }\n\
         g = 1970-01-01\n\"\" = 3\nh = { low = true, high = 0.5 }\n"
    ), @r#"
    figures.toml:9: the figure of "a": 1.5 is a bare float, which has no precision of its own
      ^ 1.5 — write a string: "1.5"
    figures.toml:10: the figure of "b": "1,23" is not a number
      ^ "1,23" — expected a number such as "0.83T", "602M" or "1,234.5"
    figures.toml:11: the figure of "c": "many" is not a number
      ^ "many" — expected a number such as "0.83T", "602M" or "1,234.5"
    figures.toml:12: the figure of "d" is a list
      ^ [1] — expected an integer, a string such as "0.83T", or { low, high }
    figures.toml:13: the figure of "e" has its low above its high
      ^ e = { low = 5, high = 4 } — expected `low` at most `high`
    figures.toml:14: `high` is missing in a figure's bounds
      ^ { low = 5 } — expected `high`: a number
    figures.toml:15: the figure of "g" is a date or time
      ^ 1970-01-01 — expected an integer, a string such as "0.83T", or { low, high }
    figures.toml:16: a figure without a name
      ^ "" — expected a series id
    figures.toml:17: `low` is a boolean
      ^ true — expected an integer, or a string such as "0.83T"
    "#);
}

#[test]
fn negative_figures_need_a_signed_metric() {
    assert_snapshot!(figure("a = -1\nb = \"-0.5\"\nc = { low = -3, high = 5 }\nd = \"0\"\n"), @r#"
    figures.toml:9: the figure of "a" is negative
      ^ -1 — `visits` is not signed: expected 0 or more
      = a metric that may fall below zero needs `signed = true`
    figures.toml:10: the figure of "b" is negative
      ^ "-0.5" — `visits` is not signed: expected 0 or more
      = a metric that may fall below zero needs `signed = true`
    figures.toml:11: the figure of "c" is negative
      ^ -3 — `visits` is not signed: expected 0 or more
      = a metric that may fall below zero needs `signed = true`
    "#);
    let signed = "metric = \"balance\"\nsource = \"s\"\n[[period]]\nweek = 2026-02-28\n[period.figures]\n\
                  \"north/alder\" = -1\n\"north/alder:free\" = \"-2.5\"\n\"south/birch\" = { low = -5, high = -3 }\n";
    assert_eq!(figures(signed), "nothing");
}
