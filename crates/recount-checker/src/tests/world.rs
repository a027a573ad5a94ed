//! The invented world: its vocabulary, its weeks, and claims by hand about it.

use std::fmt::Write as _;
use std::sync::Arc;

use recount_dataset::{Dataset, SourceFile, Sources};
use recount_model::{Assertion, Claim, Decimal, Figure, Flag, Hedge, Quantity, Span, Unit, Verdict, Voice};

use crate::{Finding, Said, check};

const VOCABULARY: &str = r#"
[[metric]]
id = "tokens"
names = ["token usage"]
unit = "token"
units = ["token", "tokens"]
adds_up = true
week_starts = "monday"
default_scope = "chart"

[[metric]]
id = "users"
names = ["users"]
unit = "user"
units = ["user", "users"]
adds_up = false

[[metric]]
id = "visits"
names = ["visits"]
unit = "visit"
units = ["visit", "visits"]
week_starts = "monday"

[[metric]]
id = "cases"
names = ["cases"]
unit = "case"
units = ["case", "cases"]
adds_up = true
signed = true
week_starts = "monday"

[[scope]]
id = "chart"
names = ["charted models"]
top = 3

[[scope]]
id = "listed"
names = ["all listed models"]

[[series]]
match = "n/*"
attributes = { side = "north" }

[[series]]
match = "s/*"
attributes = { side = "south" }

[[series]]
match = "e/*"
attributes = { side = "east" }

[[entity]]
id = "alder"
names = ["Alder"]
series = ["n/alder"]

[[entity]]
id = "birch"
names = ["Birch"]
series = ["n/birch"]

[[entity]]
id = "fir"
names = ["Fir"]
series = ["n/fir", "n/fir:free"]

[[entity]]
id = "cedar"
names = ["Cedar"]
series = ["s/cedar"]

[[entity]]
id = "dogwood"
names = ["Dogwood"]
series = ["s/dogwood"]

[[entity]]
id = "people"
names = ["people"]

[[group]]
id = "north"
names = ["northern models"]
where = { side = "north" }

[[group]]
id = "south"
names = ["southern models"]
where = { side = "south" }

[[group]]
id = "total"
names = ["all models"]
where = {}
scope = "listed"
"#;

/// The figures of one source, week by week.
pub(super) struct World {
    files: Vec<String>,
}

impl World {
    /// A source of weekly figures with that tolerance.
    pub(super) fn new(tolerance: &str) -> Self {
        let mut world = Self::empty();
        world.source("tokens", "the table", tolerance);
        world
    }

    /// Two weeks with figures, from 15 June 2026 on.
    pub(super) fn of_two_weeks() -> Self {
        let mut world = Self::new("0.5%");
        world.weeks(
            "2026-06-15",
            &[
                "alder 2_000, birch 1_500, cedar 1_000, dogwood 800, other 700",
                "alder 2_300, birch 1_490, cedar 1_000, dogwood 995, other 715",
            ],
        );
        world
    }

    /// A source of users, day by day.
    pub(super) fn of_users() -> Self {
        let mut world = Self::empty();
        world.source("users", "the count", "0%");
        world
    }

    /// A source of figures that may be negative.
    pub(super) fn of_cases() -> Self {
        let mut world = Self::empty();
        world.source("cases", "the register", "0%");
        world
    }

    fn empty() -> Self {
        let mut world = Self { files: Vec::new() };
        // Every name has to be listed somewhere.
        world.source("visits", "the log", "0%");
        let all = "alder 1, birch 1, cedar 1, dogwood 1, elm 1, fir 1, fir:free 1, people 1";
        world.week("2020-01-06", all);
        world
    }

    /// A further source.
    pub(super) fn source(&mut self, metric: &str, name: &str, tolerance: &str) {
        self.files.push(format!("metric = \"{metric}\"\nsource = \"{name}\"\ntolerance = \"{tolerance}\"\n"));
    }

    /// A complete week: "alder 100, cedar 90, other 5".
    pub(super) fn week(&mut self, monday: &str, figures: &str) {
        self.period(&format!("week = {monday}\ncomplete = true"), figures);
    }

    /// Any period.
    pub(super) fn period(&mut self, head: &str, figures: &str) {
        let mut text = format!("\n[[period]]\n{head}\n[period.figures]\n");
        for figure in figures.split(", ") {
            let (name, value) = figure.split_once(' ').expect("a name and a figure");
            let id = match name {
                "alder" | "birch" | "fir" | "fir:free" => format!("n/{name}"),
                "cedar" | "dogwood" => format!("s/{name}"),
                "elm" => "e/elm".to_owned(),
                other => other.to_owned(),
            };
            writeln!(text, "\"{id}\" = {value}").expect("writing to a string");
        }
        if let Some(file) = self.files.last_mut() {
            file.push_str(&text);
        }
    }

    /// Weeks from a Monday on, one for each list of figures.
    pub(super) fn weeks(&mut self, first: &str, figures: &[&str]) {
        let first: jiff::civil::Date = first.parse().expect("a date");
        let mut monday = first;
        for figures in figures {
            self.week(&monday.to_string(), figures);
            monday = monday.saturating_add(jiff::ToSpan::days(7));
        }
    }

    /// The dataset, with claims by hand: each the fields of an assertion.
    pub(super) fn dataset(&self, claims: &[&str]) -> Dataset {
        let file = |name: &str, text: &str| SourceFile { name: name.to_owned(), text: Arc::from(text) };
        let by_hand: String = claims
            .iter()
            .map(|claim| format!("[[claim]]\nsource = \"s\"\nassertion = {{ {claim} }}\n"))
            .collect();
        let figures = self.files.iter().enumerate();
        let sources = Sources {
            vocabulary: Some(file("vocabulary.toml", VOCABULARY)),
            figures: figures.map(|(n, text)| file(&format!("figures/{n}.toml"), text)).collect(),
            by_hand: vec![file("by-hand/claims.toml", &by_hand)],
        };
        Dataset::load(sources).unwrap_or_else(|problems| {
            let words: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("{}", words.join("\n"))
        })
    }

    /// What the data say about one claim, given by the fields of its assertion.
    pub(super) fn finding(&self, claim: &str) -> Finding {
        self.adjusted(claim, |_| ())
    }

    /// The same of an assertion that no file can write.
    pub(super) fn adjusted(&self, claim: &str, adjust: impl Fn(&mut Assertion)) -> Finding {
        let dataset = self.dataset(&[claim]);
        let mut assertion = dataset.hand_claims[0].assertion.clone().expect("an assertion");
        adjust(&mut assertion);
        self.read(&dataset, assertion, Vec::new())
    }

    /// The same of a claim that may be read in a second way.
    pub(super) fn either(&self, claim: &str, other: &str) -> Finding {
        let dataset = self.dataset(&[claim, other]);
        let assertion = |at: usize| dataset.hand_claims[at].assertion.clone();
        let other = assertion(1).into_iter().collect();
        self.read(&dataset, assertion(0).expect("an assertion"), other)
    }

    fn read(&self, dataset: &Dataset, assertion: Assertion, readings: Vec<Assertion>) -> Finding {
        let (span, assumptions) = (Span::default(), Vec::new());
        let claim = Claim { span, sentence: span, assertion, readings, assumptions };
        let said = Said { claim: &claim, voice: Voice(0) };
        let mut checked = check(dataset, &[said]);
        assert_eq!(checked.findings.len(), 1);
        checked.findings.remove(0)
    }
}

/// A number as it is written: `digits("34.9", Unit::Percent, Hedge::Bare)`.
pub(super) fn digits(text: &str, unit: Unit, hedge: Hedge) -> Quantity {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let decimal = Decimal {
        mantissa: format!("{whole}{fraction}").parse().expect("digits"),
        exponent: -i32::try_from(fraction.len()).expect("a few digits"),
    };
    Quantity { hedge, ..Quantity::bare(Figure::Decimal(decimal), unit) }
}

/// Verdict, direction and flags in words: "refuted exaggerated [truncated]".
pub(super) fn outcome(finding: &Finding) -> String {
    let mut words = finding.verdict.word().to_owned();
    if let Some(direction) = finding.direction {
        write!(words, " {}", direction.word()).expect("writing to a string");
    }
    let flags: Vec<&str> = finding.flags.iter().copied().map(Flag::word).collect();
    if !flags.is_empty() {
        write!(words, " [{}]", flags.join(", ")).expect("writing to a string");
    }
    words
}

/// Asserts the outcome, and that the reason holds these words.
#[track_caller]
pub(super) fn expect(finding: &Finding, wanted: &str, reason: &str) {
    assert_eq!(outcome(finding), wanted, "{}", finding.reason);
    assert!(finding.reason.contains(reason), "{:?} not in {:?}", reason, finding.reason);
    assert!(finding.direction.is_none() || finding.verdict == Verdict::Refuted);
}

/// Asserts the outcome and the words of the repair.
#[track_caller]
pub(super) fn expect_repair(finding: &Finding, wanted: &str, repair: &str) {
    assert_eq!(outcome(finding), wanted, "{}", finding.reason);
    let words = finding.repair.as_ref().map(|repair| repair.words.as_str());
    assert_eq!(words, Some(repair), "{}", finding.reason);
}
