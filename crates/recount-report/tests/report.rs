//! Reports of one invented run, in every format.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;

use jiff::civil::date;
use recount_checker::{Amount, Checked, Code, Conflict, Evidence, Finding, Repair, Rescue};
use recount_dataset::{Dataset, SourceFile, Sources};
use recount_model::{
    Assertion, Assumption, Claim, Decimal, Direction, Figure, Flag, Interval, Level, MetricId, Number,
    Period, Predicate, Quantity, Remark, Span, Subject, Unit, Verdict,
};
use recount_report::{Article, Hand, Look, Run, html, human, json, markdown, sarif};

const ARTICLE: &str = "\
Zürich 万万: Birch processed 4.19 trillion tokens. It is expected to grow, and Alder, which most developers in the north have \
used for years, processed 3.1 trillion tokens in the same week, which is less than it used to be.\n\
Nobody knows how many of them <b>stay</b>.\n";

const VOCABULARY: &str = r#"
[[metric]]
id = "tokens"
names = ["token usage"]
unit = "token"
units = ["token", "tokens"]
adds_up = true
signed = false
best = "highest"
week_starts = "monday"

[[entity]]
id = "alder"
names = ["Alder"]
series = ["alder"]

[[entity]]
id = "birch"
names = ["Birch"]
series = ["birch"]
"#;

const FIGURES: &str = r#"metric = "tokens"
source = "The invented table"

[[period]]
week = 2026-06-22
complete = true
[period.figures]
alder = 3_100_000_000_000
birch = 4_600_000_000_000
"#;

const BY_HAND: &str = r#"[[claim]]
says = "Birch processed 4.6 trillion tokens"
week = 2026-06-22
source = "a slide"
expect = "refuted"
"#;

fn dataset() -> Dataset {
    let file = |name: &str, text: &str| SourceFile { name: name.to_owned(), text: Arc::from(text) };
    Dataset::load(Sources {
        vocabulary: Some(file("claims/vocabulary.toml", VOCABULARY)),
        figures: vec![file("claims/figures/table.toml", FIGURES)],
        by_hand: vec![file("claims/by-hand/some.toml", BY_HAND)],
    })
    .unwrap()
}

fn week() -> Period {
    Period::week(date(2026, 6, 22))
}

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn level(dataset: &Dataset, who: &str, span: Span, mantissa: i128) -> Claim {
    let decimal = Decimal { mantissa, exponent: 10 };
    let value = Quantity::bare(Figure::Decimal(decimal), Unit::Own);
    Claim {
        span,
        sentence: span,
        assertion: Assertion {
            subject: [dataset.vocabulary.find_subject(who).unwrap()].into_iter().collect(),
            object: [].into_iter().collect(),
            metric: MetricId(0),
            scope: None,
            period: Some(week()),
            negated: false,
            predicate: Predicate::Level(Level { value }),
        },
        readings: Vec::new(),
        assumptions: vec![Assumption::CarriedPeriod],
    }
}

fn amount(number: i64) -> Amount {
    Amount { interval: Interval::point(Number::from(number)), unit: Unit::Own, metric: MetricId(0) }
}

fn finding(dataset: &Dataset, of: Subject, verdict: Verdict, line: &str) -> Finding {
    let sheet = &dataset.tables[0].periods[&week()][0];
    let place = sheet.figures.values().find(|figure| {
        let text = &dataset.files[figure.place.file as usize].text;
        figure.place.span.of(text).starts_with(line)
    });
    let value = amount(4_600_000_000_000);
    Finding {
        verdict,
        direction: (verdict == Verdict::Refuted).then_some(Direction::Understated),
        flags: vec![Flag::WithinRounding],
        scope: None,
        actual: Some(value.clone()),
        evidence: vec![Evidence {
            of: vec![of],
            scope: None,
            period: week(),
            value,
            source: "The invented table".to_owned(),
            places: vec![place.unwrap().place],
        }],
        reason: "4.19 trillion is said, 4.6 trillion is in the table".to_owned(),
        repair: None,
        reading: 0,
        dated: None,
    }
}

fn claims(dataset: &Dataset) -> Vec<Claim> {
    let birch = span(ARTICLE, "Birch processed 4.19 trillion tokens");
    let alder = "Alder, which most developers in the north have used for years, processed 3.1 \
                 trillion tokens in the same week";
    let hand = span(BY_HAND, "Birch processed 4.6 trillion tokens");
    vec![
        level(dataset, "birch", birch, 419),
        level(dataset, "alder", span(ARTICLE, alder), 310),
        level(dataset, "birch", hand, 460),
    ]
}

fn checked(dataset: &Dataset, claims: &[Claim]) -> Checked {
    let of = |claim: usize| claims[claim].assertion.subject[0];
    let mut refuted = finding(dataset, of(0), Verdict::Refuted, "birch");
    refuted.repair =
        Some(Repair { assertion: claims[2].assertion.clone(), words: "holds with 4.6 trillion".to_owned() });
    Checked {
        findings: vec![
            refuted,
            finding(dataset, of(1), Verdict::Supported, "alder"),
            finding(dataset, of(2), Verdict::Supported, "birch"),
        ],
        conflicts: vec![Conflict {
            code: Code::Contradicting,
            title: "the figure and the share of Alder do not fit together".to_owned(),
            statements: vec![0, 2],
            witnesses: vec![vec![0], vec![2]],
            figures: Vec::new(),
            explanation: vec!["4.195 trillion at most < 4.595 trillion at least".to_owned()],
            rescue: vec![Rescue {
                statement: 0,
                holds_if: Some(amount(4_595_000_000_000)),
                words: "holds only if Birch had 4.595 trillion tokens".to_owned(),
            }],
        }],
        left_out: vec!["Of 70 statements about tokens: a limit was reached.".to_owned()],
    }
}

fn article(claims: std::ops::Range<usize>) -> Article {
    let remark = |words: &str, reason: &str| Remark { span: span(ARTICLE, words), reason: reason.to_owned() };
    Article {
        path: "articles/june.md".to_owned(),
        text: Arc::from(ARTICLE),
        published: Some(date(2026, 6, 30)),
        claims,
        not_checkable: vec![remark("It is expected to grow", "forecast")],
        not_understood: vec![remark("Nobody knows how many of them <b>stay</b>.", "no verb")],
        worthy: 4,
        read: 3,
    }
}

/// Calls `test` with the run.
fn with_run(test: impl FnOnce(&Run<'_>)) {
    let dataset = dataset();
    let claims = claims(&dataset);
    let checked = checked(&dataset, &claims);
    test(&Run {
        dataset: &dataset,
        articles: vec![article(0..2)],
        hand: vec![Hand { claim: 0, claims: 2..3 }],
        claims: &claims,
        checked: Some(&checked),
    });
}

fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

#[test]
fn a_checked_run_in_every_format() {
    with_run(|run| {
        settings().bind(|| {
            insta::assert_snapshot!("human", human(run, Look::default()));
            insta::assert_snapshot!("json", json(run));
            insta::assert_snapshot!("sarif", sarif(run));
            insta::assert_snapshot!("markdown", markdown(run));
            insta::assert_snapshot!("html", html(run));
        });
    });
}

#[test]
fn an_extract_has_no_verdicts() {
    let dataset = dataset();
    let claims = claims(&dataset);
    let run = Run {
        dataset: &dataset,
        articles: vec![article(0..2)],
        hand: Vec::new(),
        claims: &claims[..2],
        checked: None,
    };
    settings().bind(|| {
        insta::assert_snapshot!("extract-human", human(&run, Look::default()));
        insta::assert_snapshot!("extract-json", json(&run));
    });
}

#[test]
fn a_further_reading_that_holds_is_the_one_that_is_told() {
    with_run(|run| {
        let mut claims = run.claims.to_vec();
        let earlier = Period::week(date(2026, 6, 15));
        let other = Assertion { period: Some(earlier), ..claims[0].assertion.clone() };
        claims[0].readings.push(other);
        let mut checked = run.checked.unwrap().clone();
        checked.findings[0].reading = 1;
        let found = json(&Run {
            dataset: run.dataset,
            articles: vec![article(0..2)],
            hand: vec![Hand { claim: 0, claims: 2..3 }],
            claims: &claims,
            checked: Some(&checked),
        });
        let found: serde_json::Value = serde_json::from_str(&found).unwrap();
        let claim = &found["articles"][0]["claims"][0];
        assert_eq!(claim["reading"], 1);
        assert_eq!(claim["assertion"]["period"]["start"], "2026-06-15");
        assert_eq!(claim["statement"], claim["read_as"]);
    });
}

#[test]
fn what_was_expected_is_not_wrong_and_what_was_not_is() {
    with_run(|run| {
        assert!(!run.is_fine());
        let broken = run.broken_expectation(&run.hand[0]);
        assert_eq!(broken, Some((Verdict::Refuted, Verdict::Supported)));
    });
}

/// An article of one line of ten megabytes: the report shows what is around
/// the claim, and counts its column right.
#[test]
fn a_huge_line_gives_a_short_report() {
    let dataset = dataset();
    let before = "Wörter ohne Ende ".repeat(300_000);
    let sentence = "Birch processed 4.19 trillion tokens.";
    let text = format!("{before}{sentence} {}", "und so weiter ".repeat(400_000));
    let start = before.len();
    let claims = vec![level(&dataset, "birch", Span::new(start, start + sentence.len()), 419)];
    let mut checked = checked(&dataset, &self::claims(&dataset));
    checked.conflicts.clear();
    checked.findings.truncate(1);
    let run = Run {
        dataset: &dataset,
        articles: vec![Article {
            text: Arc::from(text),
            not_checkable: Vec::new(),
            not_understood: Vec::new(),
            ..article(0..1)
        }],
        hand: Vec::new(),
        claims: &claims,
        checked: Some(&checked),
    };
    let report = human(&run, Look::default());
    assert!(report.len() < 4000, "{} bytes", report.len());
    settings().bind(|| insta::assert_snapshot!("huge-line", report));
}

#[test]
fn the_same_run_in_colour_has_the_same_words() {
    with_run(|run| {
        let plain = human(run, Look::default());
        let coloured = human(run, Look { color: true, ..Look::default() });
        let mut stripped = String::new();
        let mut escaped = false;
        for character in coloured.chars() {
            match (escaped, character) {
                (false, '\u{1b}') => escaped = true,
                (false, other) => stripped.push(other),
                (true, 'm') => escaped = false,
                (true, _) => {}
            }
        }
        assert_ne!(plain, coloured);
        assert_eq!(plain, stripped);
    });
}
