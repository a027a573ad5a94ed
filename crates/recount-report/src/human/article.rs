//! One article: a line for every claim, then what is wrong with it, drawn.

use miette::Severity;
use recount_checker::Finding;
use recount_model::{Flag, Remark, Verdict, statement};

use super::Report;
use crate::excerpt::{Excerpt, Label};
use crate::notice::Notice;
use crate::words;

impl Report<'_> {
    pub(super) fn article(&self, number: usize, text: &mut String) {
        let article = &self.view.run.articles[number];
        let published = article
            .published
            .map_or_else(|| "date of publication unknown".to_owned(), |date| format!("published {date}"));
        text.push_str(&format!("{} ({published})\n", article.path));
        let mut claims: Vec<usize> = article.claims.clone().collect();
        claims.sort_by_key(|claim| (self.view.claim(*claim).span, *claim));
        for claim in &claims {
            self.line(*claim, text);
        }
        self.remarks(number, "–", "not checkable", &article.not_checkable, text);
        self.remarks(number, "!", "not understood", &article.not_understood, text);
        if article.worthy == 0 {
            text.push_str("  no check-worthy sentence\n");
        } else {
            let worthy = words::count(article.worthy, "check-worthy sentence");
            text.push_str(&format!("  {} of {worthy} read\n", article.read));
        }
        text.push('\n');
        for claim in claims {
            self.finding(claim, text);
        }
    }

    /// One line about a claim: where, what was found, what is said.
    pub(super) fn line(&self, claim: usize, text: &mut String) {
        let said = self.view.claim(claim);
        let start = self.view.home(claim).start(said.span);
        let words = statement(self.view.read(claim), self.view.vocabulary());
        let finding = self.view.finding(claim);
        let verdict = finding.map_or_else(String::new, |finding| match finding.verdict {
            Verdict::Supported => String::new(),
            verdict => format!("{}: ", words::verdict(verdict, finding.direction)),
        });
        let mark = finding.map_or("•", |finding| mark(finding.verdict));
        let flags = finding.map_or_else(String::new, flags_in_brackets);
        let reason = match finding {
            Some(finding) if finding.verdict != Verdict::Supported && !is_drawn(finding) => {
                format!(" ({})", finding.reason.replace('\n', "; "))
            }
            Some(_) | None => String::new(),
        };
        let place = format!("{}:{}", start.line, start.column);
        self.bullet(mark, &place, &format!("{verdict}{words}{reason}{flags}"), text);
    }

    fn remarks(&self, number: usize, mark: &str, kind: &str, remarks: &[Remark], to: &mut String) {
        let text = self.view.article(number);
        for remark in remarks {
            let start = text.start(remark.span);
            let place = format!("{}:{}", start.line, start.column);
            let words = shortened(&text.words(remark.span));
            let line = format!("{kind}: {}: “{words}”", remark.reason);
            self.bullet(mark, &place, &line, to);
        }
    }

    /// A mark, a place and a text that is broken to the width.
    fn bullet(&self, mark: &str, place: &str, words: &str, text: &mut String) {
        text.push_str(&self.paragraph(&format!("  {mark} {place:<7} "), "            ", words));
    }

    /// The drawn report about a claim that is refuted, or that the data do
    /// not decide; nothing where it is supported.
    pub(super) fn finding(&self, number: usize, text: &mut String) {
        let Some(finding) = self.view.finding(number) else {
            return;
        };
        let severity = match finding.verdict {
            Verdict::Supported | Verdict::NotCheckable => return,
            Verdict::Refuted => Severity::Error,
            Verdict::Undecided | Verdict::NotComparable => Severity::Warning,
        };
        if !is_drawn(finding) {
            return;
        }
        let claim = self.view.claim(number);
        let words = statement(self.view.read(number), self.view.vocabulary());
        let verdict = words::verdict(finding.verdict, finding.direction);
        let label = Label {
            span: claim.span,
            text: match &finding.actual {
                Some(actual) => {
                    format!("in fact {}", words::amount(actual, self.view.vocabulary()))
                }
                None => verdict.clone(),
            },
        };
        let home = self.view.home(number);
        let notice = Notice {
            code: Some(verdict),
            severity,
            message: format!("{words}\n{}", finding.reason),
            help: self.help(number, finding),
            excerpt: Some(Excerpt::new(home, &[label], self.look.source_width())),
        };
        text.push_str(&notice.draw(self.look));
        text.push('\n');
        self.figures_of(number, text);
    }

    /// What would hold, the flags and what was assumed, in words.
    fn help(&self, number: usize, finding: &Finding) -> Option<String> {
        let mut lines = Vec::new();
        if let Some(repair) = &finding.repair {
            let words = statement(&repair.assertion, self.view.vocabulary());
            lines.push(format!("{}: {words}", words::repair(&repair.words)));
        }
        let flags = finding.flags.iter().map(|flag| words::flag(*flag).to_owned());
        lines.extend(flags.map(|flag| format!("note: {flag}")));
        let assumed = self.view.claim(number).assumptions.iter();
        lines.extend(assumed.map(|one| format!("assumed: {}", words::assumption(*one))));
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}

/// What is refuted is drawn, and what figures were found for; of the rest the
/// line tells all there is.
fn is_drawn(finding: &Finding) -> bool {
    match finding.verdict {
        Verdict::Refuted => true,
        Verdict::Undecided | Verdict::NotComparable => !finding.evidence.is_empty(),
        Verdict::Supported | Verdict::NotCheckable => false,
    }
}

const fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "✓",
        Verdict::Refuted => "✗",
        Verdict::Undecided => "?",
        Verdict::NotComparable => "≠",
        Verdict::NotCheckable => "–",
    }
}

fn flags_in_brackets(finding: &Finding) -> String {
    let flags: Vec<&str> = finding.flags.iter().map(|flag: &Flag| flag.word()).collect();
    match flags.is_empty() {
        true => String::new(),
        false => format!(" [{}]", flags.join(", ")),
    }
}

/// At most 160 characters: a span that was not read may be a megabyte.
fn shortened(words: &str) -> String {
    match words.char_indices().nth(160) {
        Some((at, _)) => format!("{} …", words.get(..at).unwrap_or("").trim_end()),
        None => words.to_owned(),
    }
}
