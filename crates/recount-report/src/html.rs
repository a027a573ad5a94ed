//! The report as one HTML page that needs nothing else.

use maud::{DOCTYPE, Markup, html as page};
use recount_checker::Conflict;
use recount_model::{Remark, Verdict, statement};

use crate::run::{Hand, Run};
use crate::view::{Text, View};
use crate::words;

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;\
padding:0 1rem}li{margin:.4rem 0}q{color:#555}.refuted,.conflict{color:#a00}.undecided,\
.not-comparable{color:#850}.supported{color:#060}pre{white-space:pre-wrap}td{text-align:right;\
padding:0 .6rem}";

/// The whole page.
#[must_use]
pub fn html(run: &Run<'_>) -> String {
    let view = View::new(run);
    let conflicts = run.checked.iter().flat_map(|checked| &checked.conflicts);
    let left_out = run.checked.iter().flat_map(|checked| &checked.left_out);
    let markup = page! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { "Recount" }
                style { (STYLE) }
            }
            body {
                h1 { "Recount" }
                (view.counts_page())
                @for article in 0..run.articles.len() { (view.article_page(article)) }
                @if !run.hand.is_empty() { h2 { "Claims by hand" } }
                ul { @for hand in &run.hand { (view.hand_page(hand)) } }
                @for conflict in conflicts { (view.conflict_page(conflict)) }
                @for line in left_out { p { "Left out: " (line) } }
            }
        }
    };
    let mut text = markup.into_string();
    text.push('\n');
    text
}

impl View<'_> {
    fn article_page(&self, number: usize) -> Markup {
        let article = &self.run.articles[number];
        let home = self.article(number);
        let worthy = words::count(article.worthy, "check-worthy sentence");
        page! {
            h2 { (article.path) }
            p {
                @if let Some(published) = article.published { "Published " (published.to_string()) ". " }
                (article.read) " of " (worthy) " read."
            }
            ul {
                @for claim in article.claims.clone() { (self.claim_page(claim)) }
                (remarks_page("not checkable", home, &article.not_checkable))
                (remarks_page("not understood", home, &article.not_understood))
            }
        }
    }

    fn claim_page(&self, number: usize) -> Markup {
        let claim = self.claim(number);
        let home = self.home(number);
        let words = statement(self.read(number), self.vocabulary());
        let Some(finding) = self.finding(number) else {
            return page! { li { (words) " " q { (home.words(claim.span)) } } };
        };
        page! {
            li id=(self.id(number)) {
                strong class=(finding.verdict.word()) {
                    (words::verdict(finding.verdict, finding.direction))
                }
                " line " (home.start(claim.span).line) ": " (words) " "
                q { (home.words(claim.span)) }
                @if finding.verdict != Verdict::Supported { pre { (finding.reason) } }
                @if let Some(repair) = &finding.repair { p { (words::repair(&repair.words)) } }
                @for flag in &finding.flags { p { (words::flag(*flag)) } }
                @if !finding.evidence.is_empty() {
                    details {
                        summary { "figures" }
                        ul {
                            @for one in &finding.evidence {
                                li { (words::evidence(one, self.vocabulary())) " · " (one.source) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn hand_page(&self, hand: &Hand) -> Markup {
        page! {
            @for claim in hand.claims.clone() { (self.claim_page(claim)) }
            @if let Some((expected, found)) = self.run.broken_expectation(hand) {
                li class="refuted" { "expected " (expected.word()) ", found " (found.word()) }
            }
        }
    }

    fn conflict_page(&self, conflict: &Conflict) -> Markup {
        page! {
            h2 class="conflict" { (conflict.code.word()) }
            p { (conflict.title) }
            ol {
                @for claim in &conflict.statements {
                    li {
                        a href={ "#" (self.id(*claim)) } { (self.home(*claim).path) }
                        ": " (statement(&self.claim(*claim).assertion, self.vocabulary()))
                    }
                }
            }
            ol class="steps" { @for line in &conflict.explanation { li { (line) } } }
            ul { @for rescue in &conflict.rescue { li { (conflict.number(rescue.statement)) (rescue.words) } } }
        }
    }

    fn counts_page(&self) -> Markup {
        let summary = self.run.summary();
        let counts = [
            ("articles", summary.articles),
            ("claims", summary.claims),
            ("supported", summary.supported),
            ("refuted", summary.refuted),
            ("undecided", summary.undecided),
            ("not comparable", summary.not_comparable),
            ("not checkable", summary.not_checkable),
            ("conflicts", summary.conflicts),
            ("not understood", summary.not_understood),
        ];
        page! {
            table {
                tr { @for (name, _) in counts { th { (name) } } }
                tr { @for (_, count) in counts { td { (count) } } }
            }
        }
    }
}

fn remarks_page(kind: &str, home: Text<'_>, remarks: &[Remark]) -> Markup {
    page! {
        @for remark in remarks {
            li {
                strong { (kind) } " line " (home.start(remark.span).line) ": " (remark.reason) " "
                q { (home.words(remark.span)) }
            }
        }
    }
}
