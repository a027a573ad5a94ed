//! SARIF 2.1.0, for the tools that show results beside the text.

use recount_checker::{Code, Conflict};
use recount_model::{Span, Verdict, statement};
use serde_json::{Value, json};

use crate::run::Run;
use crate::view::{Text, View};
use crate::words;

/// One SARIF log, ending with a line break: a result for each refuted claim,
/// each broken expectation and each conflict, with its figures and its other
/// sides as related locations.
#[must_use]
pub fn sarif(run: &Run<'_>) -> String {
    let view = View::new(run);
    let mut results: Vec<Value> = (0..run.claims.len()).filter_map(|claim| view.refuted(claim)).collect();
    results.extend(run.hand.iter().filter_map(|hand| view.broken(hand)));
    let conflicts = run.checked.iter().flat_map(|checked| &checked.conflicts);
    results.extend(conflicts.map(|conflict| view.conflicting(conflict)));
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "recount",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

fn rules() -> Vec<Value> {
    let conflicts = Code::ALL.iter().map(|code| (code.word(), conflict_rule(*code)));
    let own = [
        (Verdict::Refuted.word(), "The figures say otherwise."),
        (EXPECTATION, "A claim by hand has another verdict than it is held to."),
    ];
    let rule = |(id, text): (&str, &str)| json!({ "id": id, "shortDescription": { "text": text } });
    own.into_iter().chain(conflicts).map(rule).collect()
}

const EXPECTATION: &str = "expectation";

const fn conflict_rule(code: Code) -> &'static str {
    match code {
        Code::SelfContradictory => "Statements of one text cannot all be true.",
        Code::Contradicting => "Statements of several texts cannot all be true.",
        Code::MixedScope => "Statements of one text hold under no single definition.",
    }
}

/// A path as a relative reference: the characters that a path may have and a
/// reference may not.
fn uri(path: &str) -> String {
    let path = path.replace('%', "%25").replace(' ', "%20");
    path.replace('#', "%23").replace('?', "%3F").replace('\\', "/")
}

fn location(text: Text<'_>, span: Span, message: &str) -> Value {
    let (start, end) = (text.start(span), text.end(span));
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(text.path) },
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
                "byteOffset": span.start,
                "byteLength": span.end.saturating_sub(span.start),
            },
        },
        "message": { "text": message },
    })
}

impl View<'_> {
    fn said(&self, claim: usize) -> String {
        statement(&self.claim(claim).assertion, self.vocabulary())
    }

    fn claim_location(&self, claim: usize) -> Value {
        location(self.home(claim), self.claim(claim).span, &self.said(claim))
    }

    fn figure_locations(&self, figures: &[recount_checker::Evidence]) -> Vec<Value> {
        let places = figures.iter().flat_map(|figure| {
            let words = words::evidence(figure, self.vocabulary());
            figure.places.iter().map(move |place| (*place, words.clone()))
        });
        let located = places.map(|(place, words)| {
            let (text, span) = self.place(place);
            location(text, span, &words)
        });
        located.collect()
    }

    fn refuted(&self, claim: usize) -> Option<Value> {
        let finding = self.finding(claim)?;
        let expected = self
            .run
            .hand
            .iter()
            .any(|hand| hand.claims.contains(&claim) && self.run.hand_claim(hand).expect.is_some());
        if finding.verdict != Verdict::Refuted || expected {
            return None;
        }
        let verdict = words::verdict(finding.verdict, finding.direction);
        let mut text = format!("{verdict}: {}\n{}", self.said(claim), finding.reason);
        if let Some(repair) = &finding.repair {
            text.push_str(&format!("\n{}", words::repair(&repair.words)));
        }
        Some(json!({
            "ruleId": Verdict::Refuted.word(),
            "level": "error",
            "message": { "text": text },
            "locations": [self.claim_location(claim)],
            "relatedLocations": self.figure_locations(&finding.evidence),
        }))
    }

    fn broken(&self, hand: &crate::run::Hand) -> Option<Value> {
        let (expected, found) = self.run.broken_expectation(hand)?;
        let (text, span) = self.place(self.run.hand_claim(hand).place);
        let message = format!("expected to be {}, and is {}", expected.word(), found.word());
        Some(json!({
            "ruleId": EXPECTATION,
            "level": "error",
            "message": { "text": message },
            "locations": [location(text, span, &message)],
        }))
    }

    fn conflicting(&self, conflict: &Conflict) -> Value {
        let mut sides: Vec<Value> = Vec::new();
        for claim in &conflict.statements {
            sides.push(self.claim_location(*claim));
        }
        let first = sides.first().cloned();
        sides.extend(self.figure_locations(&conflict.figures));
        json!({
            "ruleId": conflict.code.word(),
            "level": "error",
            "message": { "text": format!("{}\n{}", conflict.title, conflict.explanation.join("\n")) },
            "locations": first.into_iter().collect::<Vec<_>>(),
            "relatedLocations": sides,
        })
    }
}
