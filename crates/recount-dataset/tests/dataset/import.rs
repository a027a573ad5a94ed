//! Exports to figures files.

use std::fmt::Write;

use insta::assert_snapshot;
use recount_dataset::import::{Dates, Import, Options, import};
use recount_dataset::{Dataset, Problem, SourceFile, Sources};

use crate::world::{VOCABULARY, file, load};

fn options() -> Options {
    Options {
        metric: "visits".into(),
        source: "the counter, as of 1 April".into(),
        license: Some("CC BY 4.0".into()),
        tolerance: Some("0.5%".into()),
        ..Options::default()
    }
}

fn run(options: &Options, text: &str, existing: &[SourceFile]) -> Result<Import, Vec<Problem>> {
    let vocabulary = load(VOCABULARY, "", "").unwrap().vocabulary;
    import(options, &file("export", text), &vocabulary, existing)
}

fn wrong(options: &Options, text: &str, existing: &[SourceFile]) -> String {
    let Err(problems) = run(options, text, existing) else {
        return "nothing".to_owned();
    };
    let mut words = String::new();
    for problem in problems {
        let span = problem.span().unwrap_or_default();
        let name = problem.file().unwrap_or("options").to_owned();
        let known = existing.iter().find(|file| file.name == name);
        let source = known.map_or(text, |file| file.text.as_ref());
        let line = 1 + source[..span.start].matches('\n').count();
        writeln!(words, "{name}:{line}: {problem} — {}", problem.label()).unwrap();
        if let Some(help) = problem.advice() {
            writeln!(words, "  = {help}").unwrap();
        }
    }
    words
}

/// Days from 2 March 2026, a Monday; each day one list of `series value`.
fn days(days: &[&str]) -> String {
    let mut text = "date,series,value\n".to_owned();
    for (at, list) in days.iter().enumerate() {
        for item in list.split(", ").filter(|item| !item.is_empty()) {
            let (series, value) = item.split_once(' ').unwrap();
            writeln!(text, "2026-03-{:02},{series},{value}", at + 2).unwrap();
        }
    }
    text
}

const WEEK: [&str; 7] = [
    "alder 10, birch 5, other 20", "alder 10, birch 5, other 20", "alder 10, cedar 4, other 20",
    "alder 10, birch 5, other 20", "alder 10, birch 5, other 20", "alder 10, birch 5, other 20",
    "alder 10, birch 5, other 20",
];

#[test]
fn seven_days_are_a_week_with_bounds_where_a_list_missed_a_series() {
    let made = run(&options(), &days(&WEEK), &[]).unwrap();
    assert_eq!(made.notes, Vec::<String>::new());
    assert_eq!(made.files[0].name, "visits-2026.toml");
    assert_snapshot!(made.files[0].text, @r#"
    metric = "visits"
    source = "the counter, as of 1 April"
    license = "CC BY 4.0"
    tolerance = "0.5%"

    [[period]]
    week = 2026-03-02
    complete = true
    unlisted_at_most = 34
    [period.figures]
    alder = 70
    birch = { low = 30, high = 34 }
    cedar = { low = 4, high = 34 }
    other = { low = 106, high = 140 }
    "#);
}

#[test]
fn what_is_imported_loads() {
    let made = run(&options(), &days(&WEEK), &[]).unwrap();
    let vocabulary = "[[metric]]\nid = \"visits\"\nunit = \"visit\"\n";
    let dataset = load(vocabulary, &made.files[0].text, "").unwrap();
    let sheet = &dataset.tables[0].periods.values().next().unwrap()[0];
    assert!(sheet.complete);
    let total = sheet.figures.values().chain(&sheet.other);
    let total = total.fold(recount_model::Interval::point(0.into()), |sum, figure| sum.plus(&figure.given));
    // 7 × 35 less one day of a smaller list.
    assert!(total.contains(&recount_model::Number::from(244)));
}

#[test]
fn only_full_weeks_are_taken_and_the_others_named() {
    let mut list = WEEK.to_vec();
    list.extend(["alder 1, other 2", "alder 1"]);
    let made = run(&options(), &days(&list), &[]).unwrap();
    assert_eq!(made.files[0].added, 1);
    assert_eq!(made.notes, ["the week from 2026-03-09 has 2 of its 7 days: left out"]);
    let no_week = run(&options(), &days(&["alder 1"]), &[]).unwrap();
    assert_eq!(no_week.files, []);
}

#[test]
fn without_other_on_every_day_a_week_is_not_complete() {
    let mut list = WEEK.to_vec();
    list[3] = "alder 10, birch 5";
    let made = run(&options(), &days(&list), &[]).unwrap();
    assert_eq!(made.notes, ["the week from 2026-03-02 has `other` on 6 of its 7 days: `other` left out"]);
    assert_snapshot!(made.files[0].text, @r#"
    metric = "visits"
    source = "the counter, as of 1 April"
    license = "CC BY 4.0"
    tolerance = "0.5%"

    [[period]]
    week = 2026-03-02
    [period.figures]
    alder = 70
    birch = { low = 30, high = 34 }
    cedar = { low = 4, high = 34 }
    "#);
}

#[test]
fn weekly_rows_are_one_figure_each() {
    let export = "week,entity,value,rank\n2026-03-06,alder,19.50,1\n2026-03-06,birch,-18.58,2\n\
                  2026-12-25,alder,20,1\n2027-01-08,alder,21.00,1\n";
    let options = Options {
        metric: "balance".into(),
        license: None,
        tolerance: None,
        dates: Dates::WeekEnd,
        ..options()
    };
    let made = run(&options, export, &[]).unwrap();
    let names: Vec<_> = made.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["balance-2026.toml", "balance-2027.toml"]);
    assert_snapshot!(made.files[0].text, @r#"
    metric = "balance"
    source = "the counter, as of 1 April"

    [[period]]
    week = 2026-02-28
    [period.figures]
    alder = "19.50"
    birch = "-18.58"

    [[period]]
    week = 2026-12-19
    [period.figures]
    alder = 20
    "#);
    assert_snapshot!(made.files[1].text, @r#"
    metric = "balance"
    source = "the counter, as of 1 April"

    [[period]]
    week = 2027-01-02
    [period.figures]
    alder = "21.00"
    "#);
}

#[test]
fn weekly_rows_are_complete_where_the_options_say_so() {
    let export = "week,entity,value\n2026-03-06,alder,19.50\n";
    let options = Options { metric: "balance".into(), dates: Dates::WeekEnd, complete: true, ..options() };
    let made = run(&options, export, &[]).unwrap();
    assert!(made.files[0].text.contains("week = 2026-02-28\ncomplete = true\n"), "{}", made.files[0].text);
    let again = run(&options, export, &[file("balance-2026.toml", &made.files[0].text)]).unwrap();
    assert!(!again.files[0].changed);
    let daily = Options { complete: true, ..self::options() };
    assert_snapshot!(wrong(&daily, &days(&WEEK), &[]), @r"
    options:1: weeks made of days cannot be called complete — 
      = a row with the series `other` on every day makes them so: the sum of what is not listed
    ");
}

#[test]
fn days_of_a_stock_stay_days() {
    let options = Options { metric: "balance".into(), ..options() };
    let export = "date,series,value\n2026-03-02,alder,5\n2026-03-03,alder,6\n";
    let made = run(&options, export, &[]).unwrap();
    assert_snapshot!(made.files[0].text, @r#"
    metric = "balance"
    source = "the counter, as of 1 April"
    license = "CC BY 4.0"
    tolerance = "0.5%"

    [[period]]
    day = 2026-03-02
    [period.figures]
    alder = 5

    [[period]]
    day = 2026-03-03
    [period.figures]
    alder = 6
    "#);
    let weeks = [file(
        "balance-2026.toml",
        "metric = \"balance\"\nsource = \"s\"\n[[period]]\nweek = 2026-02-28\nfigures = { alder = 1 }\n",
    )];
    assert_snapshot!(wrong(&options, export, &weeks), @r#"
    balance-2026.toml:1: balance-2026.toml has a figure for each week — expected one for each day, as the import has
      = --dates says what the dates of the export are
    "#);
}

#[test]
fn json_is_read_as_csv_is() {
    let csv = days(&WEEK);
    let rows: Vec<String> = csv
        .lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            let [date, series, value] = fields.as_slice() else {
                panic!("{line}");
            };
            format!("{{\"on\": \"{date}\", \"name\": \"{series}\", \"n\": {value}, \"rest\": null}}")
        })
        .collect();
    let json = format!("\u{feff} [\n{}\n]", rows.join(",\n"));
    assert_eq!(run(&options(), &json, &[]).unwrap(), run(&options(), &csv, &[]).unwrap());
}

const COMMENTED: &str = "# Ours.\nmetric = \"visits\"   # a flow\nsource = \"the counter, as of 1 April\"\n\
license = \"CC BY 4.0\"\ntolerance = \"0.5%\"\n\n# The week before, from a letter.\n[[period]]\nweek = 2026-02-23\n\
[period.figures]\nalder = \"60\"\n\n# The first.\n[[period]]\nweek = 2026-03-02\ncomplete = true\n\
unlisted_at_most = 34\n[period.figures]\nalder = 7_0   # checked\n\
birch = { high = 34, low = 30 }\ncedar = { low = 4, high = 34 }\nother = { low = 106, high = 140 }\n# The end.\n";

#[test]
fn nothing_new_leaves_every_byte_alone() {
    let old = [file("claims/figures/visits-2026.toml", COMMENTED)];
    let made = run(&options(), &days(&WEEK), &old).unwrap();
    assert_eq!(made.files[0].text, COMMENTED);
    let counts = (made.files[0].added, made.files[0].updated, made.files[0].kept);
    assert_eq!((made.files[0].changed, counts), (false, (0, 0, 1)));
}

#[test]
fn a_grown_source_changes_only_what_is_new() {
    let old = [file("visits-2026.toml", COMMENTED)];
    let mut list = WEEK.to_vec();
    list[0] = "alder 11, birch 5, other 20";
    list.extend(["alder 9, other 20"; 7]);
    let later = Options { source: "the counter, as of 1 May".into(), ..options() };
    let made = run(&later, &days(&list), &old).unwrap();
    let counts = (made.files[0].added, made.files[0].updated, made.files[0].kept);
    assert_eq!((made.files[0].changed, counts), (true, (1, 1, 0)));
    assert_snapshot!(made.files[0].text, @r#"
    # Ours.
    metric = "visits"   # a flow
    source = "the counter, as of 1 May"
    license = "CC BY 4.0"
    tolerance = "0.5%"

    # The week before, from a letter.
    [[period]]
    week = 2026-02-23
    [period.figures]
    alder = "60"

    # The first.
    [[period]]
    week = 2026-03-02
    complete = true
    unlisted_at_most = 34
    [period.figures]
    alder = 71   # checked
    birch = { high = 34, low = 30 }
    cedar = { low = 4, high = 34 }
    other = { low = 106, high = 140 }

    [[period]]
    week = 2026-03-09
    complete = true
    unlisted_at_most = 63
    [period.figures]
    alder = 63
    other = 140
    # The end.
    "#);
}

#[test]
fn importing_in_two_steps_is_importing_at_once() {
    let mut list = WEEK.to_vec();
    list.extend(["alder 9, other 20"; 14]);
    let all = run(&options(), &days(&list), &[]).unwrap();
    let first = run(&options(), &days(&list[..7]), &[]).unwrap();
    let old = file(&first.files[0].name, &first.files[0].text);
    let then = run(&options(), &days(&list), &[old]).unwrap();
    assert_eq!(then.files[0].text, all.files[0].text);
    // Older weeks that come later find their place.
    let newer: String = days(&list)
        .lines()
        .filter(|line| line.starts_with("date") || *line >= "2026-03-09")
        .map(|line| format!("{line}\n"))
        .collect();
    let newer = run(&options(), &newer, &[]).unwrap();
    let old = file(&newer.files[0].name, &newer.files[0].text);
    let then = run(&options(), &days(&list), &[old]).unwrap();
    assert_eq!((then.files[0].added, then.files[0].kept), (1, 2));
    let weeks = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| line.starts_with("week"));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(weeks(&then.files[0].text), weeks(&all.files[0].text));
}

#[test]
fn rows_that_are_wrong_are_all_named() {
    let export = "date,series,value\n2026-03-02,alder,5\n2026-03-02,alder,6\n2026-02-30,birch,many\n\
                  2026-03-03,,1\n2026-03-03,birch,-1\n2026-03-03,cedar\n2026-03-03,fir,\n";
    assert_snapshot!(wrong(&options(), export, &[]), @r#"
    export:3: "alder" has two figures for 2026-03-02 — expected one
    export:4: "2026-02-30" is no date — expected a date such as 2026-03-02
    export:4: "many" is no number — expected a number such as 1234 or 19.52
    export:5: a row without a series — expected the name of a series
    export:6: the figure of "birch" is negative — `visits` is not signed: expected 0 or more
      = a metric that may fall below zero needs `signed = true`
    export:7: a row of 2 fields — expected 3, as in the first line
    export:8: "" is no number — expected a number such as 1234 or 19.52
    "#);
}

#[test]
fn columns_that_are_not_there() {
    let options = Options { date: Some("dat".into()), value: Some("rank".into()), ..options() };
    assert_snapshot!(wrong(&options, "date,series\n2026-03-02,alder\n", &[]), @r#"
    export:1: there is no column "dat" — the columns are date, series
      = did you mean "date"?
    export:1: there is no column "rank" — the columns are date, series
      = --value names the column of that
    "#);
    let twice = Options { series: Some("date".into()), ..self::options() };
    assert_snapshot!(wrong(&twice, "date,series,value\n2026-03-02,alder,1\n", &[]), @r#"
    export:1: one column is taken for two things — the columns are date, series, value
      = --date, --series and --value name a column each
    "#);
}

#[test]
fn weeks_that_start_or_end_on_another_day() {
    let export = "date,series,value\n2026-03-02,alder,5\n2026-03-08,alder,6\n";
    let starts = Options { dates: Dates::WeekStart, ..options() };
    assert_snapshot!(wrong(&starts, export, &[]), @r#"
    export:3: no week of `visits` starts on 2026-03-08 — expected 2026-03-02, where the week that holds it starts
      = the metric's `week_starts` says on which day its weeks start
    "#);
    let ends = Options { dates: Dates::WeekEnd, ..options() };
    assert_snapshot!(wrong(&ends, export, &[]), @r#"
    export:2: no week of `visits` ends on 2026-03-02 — expected 2026-03-08, where the week that holds it ends
      = the metric's `week_starts` says on which day its weeks start
    "#);
}

#[test]
fn options_that_are_wrong() {
    let options =
        Options { metric: "visit".into(), source: " ".into(), tolerance: Some("0.5".into()), ..options() };
    assert_snapshot!(wrong(&options, "date,series,value\n", &[]), @r#"
    options:1: the source is empty — 
      = say who published the figures, and as of when
    options:1: "0.5" is no tolerance — 
      = expected a percentage from 0 to below 100 such as 0.5%
    options:1: unknown metric "visit" — 
      = did you mean "visits"?
    "#);
}

#[test]
fn texts_that_are_no_export() {
    assert_snapshot!(wrong(&options(), "", &[]), @r#"export:1: the export is empty — expected CSV with a header line, or JSON"#);
    assert_snapshot!(wrong(&options(), "date,series,value\n", &[]), @r#"export:1: the export has no rows — expected rows"#);
    assert_snapshot!(wrong(&options(), "[\n{\"date\": 1,\n]", &[]), @r#"export:3: JSON: key must be a string at line 3 column 1 — expected an array of flat objects"#);
    assert_snapshot!(wrong(&options(), "{\"data\": []}", &[]), @r#"export:1: JSON: invalid type: map, expected a sequence at line 1 column 0 — expected an array of flat objects"#);
    assert_snapshot!(wrong(&options(), "[{\"date\": \"2026-03-02\", \"series\": \"a\", \"value\": [1]}, 5, {\"date\": \"2026-03-02\"}]", &[]), @r#"
    export:1: "[1]" is no number — expected a number such as 1234 or 19.52
    export:1: an item that is no object — expected a flat object
    export:1: an object without "series" — expected every column
    export:1: an object without "value" — expected every column
    "#);
}

#[test]
fn a_broken_file_is_not_written_over() {
    let broken = [file("visits-2026.toml", "metric = \"visits\nsource = 1\n")];
    assert_snapshot!(wrong(&options(), &days(&WEEK), &broken), @r#"visits-2026.toml:1: TOML: invalid basic string, expected `"` — expected TOML, to be updated in place"#);
    let other = [file("visits-2026.toml", "metric = \"balance\"\nsource = \"s\"\n")];
    assert_snapshot!(wrong(&options(), &days(&WEEK), &other), @r#"visits-2026.toml:1: the file is not about the metric `visits` — expected metric = "visits""#);
    let shape = [file("visits-2026.toml", "metric = \"visits\"\nperiod = 5\n")];
    assert_snapshot!(wrong(&options(), &days(&WEEK), &shape), @r#"visits-2026.toml:1: `period` is no list of tables — expected [[period]] tables"#);
}

#[test]
fn very_many_mistakes_are_counted() {
    let mut export = "date,series,value\n".to_owned();
    for at in 0..100 {
        writeln!(export, "2026-03-02,s{at},x").unwrap();
    }
    let problems = run(&options(), &export, &[]).unwrap_err();
    assert_eq!(problems.len(), 31);
    assert_eq!(problems[30].message(), "… and 70 more of them");
}

#[test]
fn the_imported_file_is_what_a_dataset_reads() {
    let options = Options { metric: "balance".into(), dates: Dates::WeekStart, ..options() };
    let export = "date,series,value\n2026-02-28,alder,19.52\n2026-02-28,birch,-3\n";
    let made = run(&options, export, &[]).unwrap();
    let vocabulary = VOCABULARY.split("[[entity]]").next().unwrap();
    let dataset = Dataset::load(Sources {
        vocabulary: Some(file("vocabulary.toml", vocabulary)),
        figures: vec![file("f.toml", &made.files[0].text)],
        by_hand: Vec::new(),
    });
    assert!(dataset.is_ok(), "{dataset:?}");
}
