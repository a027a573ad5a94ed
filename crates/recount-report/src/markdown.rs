//! The report as Markdown, for a page or a pull request.

use recount_checker::Conflict;
use recount_model::{Remark, Verdict, statement};

use crate::run::Run;
use crate::view::{Text, View};
use crate::words;

/// The report: a heading and a list for each article, the claims by hand, the
/// conflicts and the counts.
#[must_use]
pub fn markdown(run: &Run<'_>) -> String {
    let view = View::new(run);
    let mut text = String::from("# Recount\n");
    for number in 0..run.articles.len() {
        view.article_markdown(number, &mut text);
    }
    if !run.hand.is_empty() {
        text.push_str("\n## Claims by hand\n\n");
    }
    for hand in &run.hand {
        for claim in hand.claims.clone() {
            view.claim_markdown(claim, &mut text);
        }
        if let Some((expected, found)) = run.broken_expectation(hand) {
            let (expected, found) = (expected.word(), found.word());
            text.push_str(&format!("  - **expected {expected}, found {found}**\n"));
        }
    }
    let conflicts = run.checked.iter().flat_map(|checked| &checked.conflicts);
    for (number, conflict) in conflicts.enumerate() {
        view.conflict_markdown(number, conflict, &mut text);
    }
    view.counts_markdown(&mut text);
    text
}

impl View<'_> {
    fn article_markdown(&self, number: usize, text: &mut String) {
        let article = &self.run.articles[number];
        text.push_str(&format!("\n## {}\n\n", escaped(&article.path)));
        if let Some(published) = article.published {
            text.push_str(&format!("Published {published}. "));
        }
        let worthy = words::count(article.worthy, "check-worthy sentence");
        text.push_str(&format!("{} of {worthy} read.\n\n", article.read));
        for claim in article.claims.clone() {
            self.claim_markdown(claim, text);
        }
        let home = self.article(number);
        remarks_markdown("not checkable", home, &article.not_checkable, text);
        remarks_markdown("not understood", home, &article.not_understood, text);
    }

    fn claim_markdown(&self, number: usize, text: &mut String) {
        let claim = self.claim(number);
        let home = self.home(number);
        let line = home.start(claim.span).line;
        let words = escaped(&statement(self.read(number), self.vocabulary()));
        let Some(finding) = self.finding(number) else {
            text.push_str(&format!("- line {line}: {words}\n"));
            return;
        };
        let verdict = words::verdict(finding.verdict, finding.direction);
        text.push_str(&format!("- **{verdict}**, line {line}: {words}\n"));
        if finding.verdict != Verdict::Supported {
            let quote = escaped(&home.words(claim.span));
            text.push_str(&format!("  - said: “{quote}”\n"));
            for reason in finding.reason.lines() {
                text.push_str(&format!("  - {}\n", escaped(reason)));
            }
        }
        if let Some(repair) = &finding.repair {
            let words = escaped(&words::repair(&repair.words));
            text.push_str(&format!("  - {words}\n"));
        }
        for flag in &finding.flags {
            text.push_str(&format!("  - {}\n", words::flag(*flag)));
        }
    }

    fn conflict_markdown(&self, number: usize, conflict: &Conflict, text: &mut String) {
        let code = conflict.code.word();
        text.push_str(&format!("\n## Conflict {}: {code}\n\n", number + 1));
        text.push_str(&format!("{}\n\n", escaped(&conflict.title)));
        for (number, claim) in conflict.statements.iter().enumerate() {
            let (said, home) = (self.claim(*claim), self.home(*claim));
            let line = home.start(said.span).line;
            let words = escaped(&statement(&said.assertion, self.vocabulary()));
            text.push_str(&format!("- ({}) {}, line {line}: {words}\n", number + 1, escaped(home.path)));
        }
        text.push('\n');
        for (number, line) in conflict.explanation.iter().enumerate() {
            text.push_str(&format!("    {}. {line}\n", number + 1));
        }
        if !conflict.rescue.is_empty() {
            text.push('\n');
        }
        for rescue in &conflict.rescue {
            let number = conflict.number(rescue.statement);
            text.push_str(&format!("- {number}{}\n", escaped(&rescue.words)));
        }
    }

    fn counts_markdown(&self, text: &mut String) {
        let s = self.run.summary();
        for line in self.run.checked.iter().flat_map(|checked| &checked.left_out) {
            text.push_str(&format!("\nLeft out: {}\n", escaped(line)));
        }
        text.push_str("\n| articles | claims | supported | refuted | undecided | not comparable ");
        text.push_str("| not checkable | conflicts | not understood |\n");
        text.push_str("| --: | --: | --: | --: | --: | --: | --: | --: | --: |\n");
        let counts = [
            s.articles, s.claims, s.supported, s.refuted, s.undecided, s.not_comparable, s.not_checkable,
            s.conflicts, s.not_understood,
        ];
        let cells = counts.iter().map(|count| format!(" {count} |"));
        text.push_str(&format!("|{}\n", cells.collect::<String>()));
    }
}

fn remarks_markdown(kind: &str, home: Text<'_>, remarks: &[Remark], text: &mut String) {
    for remark in remarks {
        let line = home.start(remark.span).line;
        let (quote, reason) = (escaped(&home.words(remark.span)), escaped(&remark.reason));
        text.push_str(&format!("- {kind}, line {line}: {reason}: “{quote}”\n"));
    }
}

/// With a backslash before what Markdown would act on.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words::printable(words).chars() {
        if "\\`*_[]<>#|~&!".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
