//! The report for people.

mod again;
mod article;
mod conflict;
mod longer;
mod parts;

use miette::Severity;

use crate::notice::{Look, Notice};
use crate::run::{Hand, Run};
use crate::view::View;
use crate::words;

/// The whole report: article by article, then what is by hand, then the
/// conflicts, then the counts. Where nothing was checked, the claims alone.
#[must_use]
pub fn human(run: &Run<'_>, look: Look) -> String {
    let report = Report { view: View::new(run), look };
    let mut text = String::new();
    for article in 0..run.articles.len() {
        report.article(article, &mut text);
    }
    report.by_hand(&mut text);
    report.conflicts(&mut text);
    report.last_lines(&mut text);
    text
}

pub(crate) struct Report<'r> {
    pub(crate) view: View<'r>,
    pub(crate) look: Look,
}

impl Report<'_> {
    /// The claims by hand: those that are as they should be in a line each,
    /// the others drawn.
    fn by_hand(&self, text: &mut String) {
        let run = self.view.run;
        if run.hand.is_empty() || run.checked.is_none() {
            return;
        }
        let file = |hand: &Hand| run.hand_claim(hand).place.file;
        let mut last = None;
        for hand in &run.hand {
            if last.replace(file(hand)) != Some(file(hand)) {
                let path = self.view.file(file(hand)).path;
                text.push_str(&format!("{path} (by hand)\n"));
            }
            for claim in hand.claims.clone() {
                self.line(claim, text);
            }
        }
        text.push('\n');
        for hand in &run.hand {
            let expected = run.hand_claim(hand).expect.is_some();
            for claim in hand.claims.clone().filter(|_| !expected) {
                self.finding(claim, text);
            }
            self.expectation(hand, text);
        }
    }

    fn expectation(&self, hand: &Hand, text: &mut String) {
        let run = self.view.run;
        let Some((expected, found)) = run.broken_expectation(hand) else {
            return;
        };
        let place = run.hand_claim(hand).place;
        let message = format!(
            "expected to be {}, and is {}",
            words::verdict(expected, None),
            words::verdict(found, None)
        );
        let reasons = hand.claims.clone().filter_map(|claim| run.finding(claim));
        let reasons: Vec<&str> = reasons.map(|finding| finding.reason.as_str()).collect();
        let notice = Notice {
            code: Some("expectation".to_owned()),
            severity: Severity::Error,
            message,
            help: Some(reasons.join("\n")),
            excerpt: Some(self.excerpt_of_place(place, "this claim by hand")),
        };
        text.push_str(&notice.draw(self.look));
        text.push('\n');
        for claim in hand.claims.clone() {
            self.figures_of(claim, text);
        }
    }

    fn last_lines(&self, text: &mut String) {
        let run = self.view.run;
        for line in run.checked.iter().flat_map(|checked| &checked.left_out) {
            text.push_str(&self.paragraph("left out: ", "  ", line));
        }
        let summary = run.summary();
        let worthy: usize = run.articles.iter().map(|article| article.worthy).sum();
        let read: usize = run.articles.iter().map(|article| article.read).sum();
        if !run.articles.is_empty() {
            text.push_str(&format!(
                "{read} of {} read, {} not understood\n",
                words::count(worthy, "check-worthy sentence"),
                words::count(summary.not_understood, "span"),
            ));
        }
        let mut parts =
            vec![words::count(summary.articles, "article"), words::count(summary.claims, "claim")];
        if run.checked.is_some() {
            parts.push(format!("{} supported", summary.supported));
            parts.push(format!("{} refuted", summary.refuted));
            parts.push(format!("{} undecided", summary.undecided));
            parts.push(format!("{} not comparable", summary.not_comparable));
        }
        parts.push(format!("{} not checkable", summary.not_checkable));
        if run.checked.is_some() {
            parts.push(words::count(summary.conflicts, "conflict"));
        }
        text.push_str(&parts.join(" · "));
        text.push('\n');
    }
}
