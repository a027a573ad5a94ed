//! Mistakes of any file, and of several at once.

use insta::assert_snapshot;
use recount_dataset::import::{Dates, Options, import};

use crate::world::{FIGURES, VOCABULARY, file, load, wrong};

#[test]
fn the_world_is_right() {
    assert_eq!(wrong(VOCABULARY, FIGURES, ""), "nothing");
}

#[test]
fn a_folder_without_vocabulary() {
    assert_snapshot!(wrong("", "metric = 1", ""), @r#"
    nowhere:1: there is no vocabulary.toml
      ^  — 
      = the folder of claims needs a vocabulary.toml with at least one [[metric]]
    figures.toml:1: `source` is missing in a figures file
      ^  — expected `source`: who published the figures, and as of when
    figures.toml:1: `period` is missing in a figures file
      ^  — expected `period`: at least one [[period]]
    figures.toml:1: `metric` is an integer
      ^ 1 — expected a string
    "#);
}

#[test]
fn syntax_errors_of_all_files() {
    assert_snapshot!(wrong("[[metric]\nid = \"visits\"\n", "metric = \nsource = 'a\n", "[[claim]]\nsays = says\nsource = \"s\"\nsource = \"t\"\n"), @r#"
    vocabulary.toml:1: TOML: unclosed array table
      ^  — expected `]`
    figures.toml:1: TOML: string values must be quoted
      ^  — expected literal string
    figures.toml:2: TOML: invalid literal string
      ^  — expected `'`
    hand.toml:2: TOML: string values must be quoted
      ^ says — expected literal string
    hand.toml:4: the key source is given twice
      ^ source — expected each key once
    "#);
}

#[test]
fn unknown_keys_are_all_found() {
    assert_snapshot!(wrong(
        "[[metric]]\nid = \"visits\"\nunit = \"visit\"\nname = [\"a\"]\nweekstarts = \"monday\"\nzzz = 1\n[[metrics]]\n",
        "metric = \"visits\"\nsource = \"s\"\nlicence = \"l\"\n[[period]]\nweek = 2026-03-02\ncompleted = true\nfigures = { a = { low = 1, high = 2, mid = 3 } }\n",
        "[[claim]]\nsays = \"x\"\nsource = \"s\"\nexpects = \"refuted\"\n",
    ), @r#"
    vocabulary.toml:4: unknown key `name` in [[metric]]
      ^ name — expected one of id, names, unit, units, adds_up, signed, best, week_starts, default_scope, of
      = did you mean "names"?
    vocabulary.toml:5: unknown key `weekstarts` in [[metric]]
      ^ weekstarts — expected one of id, names, unit, units, adds_up, signed, best, week_starts, default_scope, of
      = did you mean "week_starts"?
    vocabulary.toml:6: unknown key `zzz` in [[metric]]
      ^ zzz — expected one of id, names, unit, units, adds_up, signed, best, week_starts, default_scope, of
    vocabulary.toml:7: unknown key `metrics` in vocabulary.toml
      ^ metrics — expected one of metric, scope, series, entity, group
      = did you mean "metric"?
    figures.toml:3: unknown key `licence` in a figures file
      ^ licence — expected one of metric, source, license, tolerance, period
      = did you mean "license"?
    figures.toml:6: unknown key `completed` in [[period]]
      ^ completed — expected one of week, day, month, complete, unlisted_at_most, figures
      = did you mean "complete"?
    figures.toml:7: unknown key `mid` in a figure's bounds
      ^ mid — expected one of low, high
    hand.toml:4: unknown key `expects` in [[claim]]
      ^ expects — expected one of says, assertion, week, day, month, source, url, expect
      = did you mean "expect"?
    "#);
}

#[test]
fn missing_keys() {
    assert_snapshot!(wrong(
        "[[metric]]\n[[scope]]\n[[series]]\n[[entity]]\n[[group]]\n",
        "[[period]]\n",
        "[[claim]]\n",
    ), @r#"
    vocabulary.toml:1: `id` is missing in [[metric]]
      ^ [[metric]] — expected `id`: what files call the metric
    vocabulary.toml:1: `unit` is missing in [[metric]]
      ^ [[metric]] — expected `unit`: what is counted, in the singular
    vocabulary.toml:2: `id` is missing in [[scope]]
      ^ [[scope]] — expected `id`: what files call the scope
    vocabulary.toml:3: `match` is missing in [[series]]
      ^ [[series]] — expected `match`: a pattern of series ids such as "maker/*"
    vocabulary.toml:3: `attributes` is missing in [[series]]
      ^ [[series]] — expected `attributes`: a table such as { country = "…" }
    vocabulary.toml:4: `id` is missing in [[entity]]
      ^ [[entity]] — expected `id`: what files call the entity
    vocabulary.toml:5: `id` is missing in [[group]]
      ^ [[group]] — expected `id`: what files call the group
    vocabulary.toml:5: `where` is missing in [[group]]
      ^ [[group]] — expected `where`: the attributes of its members; {} selects all
    figures.toml:1: `metric` is missing in a figures file
      ^  — expected `metric`: the id of a metric of the vocabulary
    figures.toml:1: `source` is missing in a figures file
      ^  — expected `source`: who published the figures, and as of when
    figures.toml:1: `week` is missing in [[period]]
      ^ [[period]] — expected `week`: its first day (or `day`, or `month`)
    figures.toml:1: `figures` is missing in [[period]]
      ^ [[period]] — expected `figures`: a table [period.figures]
    hand.toml:1: a claim that says nothing
      ^ [[claim]] — expected one of `says` and `assertion`
    hand.toml:1: `source` is missing in [[claim]]
      ^ [[claim]] — expected `source`: who said it
    "#);
}

#[test]
fn an_empty_vocabulary() {
    assert_snapshot!(wrong("# nothing\n", "", ""), @r#"
    vocabulary.toml:1: `metric` is missing in vocabulary.toml
      ^  — expected `metric`: at least one [[metric]]
    "#);
}

#[test]
fn a_table_where_a_list_of_tables_belongs() {
    assert_snapshot!(wrong("metric = 5\n", "period = [1]\n", "[claim]\nsays = \"x\"\n"), @r#"
    vocabulary.toml:1: `metric` is an integer
      ^ 5 — expected [[metric]]
    figures.toml:1: `metric` is missing in a figures file
      ^  — expected `metric`: the id of a metric of the vocabulary
    figures.toml:1: `source` is missing in a figures file
      ^  — expected `source`: who published the figures, and as of when
    figures.toml:1: `period` holds an integer
      ^ 1 — expected [[period]]
    hand.toml:1: `claim` is a table
      ^ [claim] — expected [[claim]]
    "#);
}

#[test]
fn a_broken_vocabulary_is_not_blamed_on_others() {
    assert_snapshot!(wrong(
        "[[metric]]\nid = \"visits\nunit = \"visit\"\n",
        FIGURES,
        "[[claim]]\nsource = \"s\"\nassertion = { kind = \"level\", subject = \"alder\", value = { low = 5 } }\n"
    ), @r#"
    vocabulary.toml:2: TOML: invalid basic string
      ^  — expected `"`
    "#);
}

#[test]
fn a_report_underlines_the_words() {
    let vocabulary = "# «Bäume»\n[[metric]]\nid = \"visits\"\nunit = \"visit\"\nweek_starts = \"mönday\"\n";
    let problems = load(vocabulary, "", "").unwrap_err();
    let mut text = String::new();
    let handler = miette::NarratableReportHandler::new();
    handler.render_report(&mut text, &problems[0]).unwrap();
    assert_snapshot!(text, @r#"
    unknown weekday "mönday"
        Diagnostic severity: error
    Begin snippet for vocabulary.toml starting at line 4, column 1

    snippet line 4: unit = "visit"
    snippet line 5: week_starts = "mönday"
        label at line 5, columns 15 to 22: expected one of monday, tuesday, wednesday, thursday, friday, saturday, sunday
    diagnostic help: did you mean "monday"?
    "#);
}

/// Texts with a few bytes changed: whatever comes of it, it comes to an end.
#[test]
fn no_text_makes_it_panic() {
    let hand = "[[claim]]\nsource = \"s\"\nweek = 2026-03-02\nassertion = { kind = \"streak\", \
                weeks = 2, of = { kind = \"share\", subject = [\"north\"], value = { low = 1.5 } } }\n";
    let rows = "date,series,value\n2026-03-02,alder,5\n2026-03-02,other,6.5\n";
    let json = "[{\"date\": \"2026-03-02\", \"series\": \"a\", \"value\": -1e3}]";
    let bytes = b"\"'[]{}=,.-#\n 09aex\xc3";
    let mut state = 1u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let mut problems = 0;
    for _ in 0..600 {
        let mut texts = [VOCABULARY, FIGURES, hand, rows, json].map(|text| text.as_bytes().to_vec());
        for text in &mut texts {
            for _ in 0..1 + next(3) {
                let (at, byte) = (next(text.len()), bytes[next(bytes.len())]);
                match next(3) {
                    0 => text[at] = byte,
                    1 => text.insert(at, byte),
                    _ => text.truncate(at.max(1)),
                }
            }
        }
        let [vocabulary, figures, hand, rows, json] =
            texts.map(|text| String::from_utf8_lossy(&text).into_owned());
        problems += load(&vocabulary, FIGURES, "").err().map_or(0, |p| p.len());
        problems += load(VOCABULARY, &figures, &hand).err().map_or(0, |p| p.len());
        let known = load(VOCABULARY, "", "").unwrap().vocabulary;
        for dates in [Dates::Day, Dates::WeekEnd] {
            let options =
                Options { metric: "visits".into(), source: "s".into(), dates, ..Options::default() };
            for export in [&rows, &json] {
                let old = [file("visits-2026.toml", &figures)];
                let made = import(&options, &file("export", export), &known, &old);
                problems += made.err().map_or(0, |p| p.len());
            }
        }
    }
    assert!(problems > 1_000, "{problems}");
}
