//! Conflicts: every statement underlined where it stands, then the arithmetic.

use std::collections::BTreeSet;

use miette::Severity;
use recount_checker::{Code, Conflict};
use recount_model::{Period, Verdict, period_words, statement};

use super::Report;
use super::again::Group;
use crate::excerpt::{Excerpt, Label};
use crate::notice::Notice;

/// Of a derivation so many lines are told.
const LINES: usize = 20;

/// Of the places that say the same so many are listed beside the first.
const PLACES: usize = 3;

impl Report<'_> {
    pub(super) fn conflicts(&self, text: &mut String) {
        let Some(checked) = self.view.run.checked else {
            return;
        };
        for group in self.groups(&checked.conflicts) {
            self.conflict(&checked.conflicts, &group, text);
        }
    }

    fn conflict(&self, conflicts: &[Conflict], group: &Group, text: &mut String) {
        let conflict = &conflicts[group.shown];
        // What cannot be true alone was refuted, and told with the same lines.
        if let [alone] = conflict.statements.as_slice()
            && self.view.finding(*alone).is_some_and(|finding| finding.verdict == Verdict::Refuted)
        {
            return;
        }
        let statements = conflict.statements.iter();
        let paths: Vec<&str> = statements.map(|claim| self.view.home(*claim).path).collect();
        let message = message(conflict, &paths);
        // A path is one drawing; the order is that of the statements.
        let mut drawn: Vec<&str> = Vec::new();
        for (number, path) in paths.iter().enumerate() {
            if drawn.contains(path) {
                continue;
            }
            let first = drawn.is_empty();
            drawn.push(path);
            if !first {
                text.push('\n');
            }
            let notice = Notice {
                code: first.then(|| conflict.code.word().to_owned()),
                severity: if first { Severity::Error } else { Severity::Advice },
                message: match first {
                    true => message.clone(),
                    false => format!("against {path}"),
                },
                help: None,
                excerpt: Some(self.sides(conflict, number)),
            };
            text.push_str(&notice.draw(self.look));
        }
        self.derivation(conflict, text);
        self.again(conflicts, group, text);
        text.push('\n');
        self.figures(&conflict.figures, text);
    }

    /// The statements that stand in the same text as the given one.
    fn sides(&self, conflict: &Conflict, number: usize) -> Excerpt {
        let home = self.view.home(conflict.statements[number]);
        let numbered = conflict.statements.iter().enumerate();
        let here = numbered.filter(|(_, claim)| self.view.home(**claim).path == home.path);
        let labels = here.map(|(number, claim)| Label {
            span: self.view.claim(*claim).span,
            text: format!("({})", number + 1),
        });
        let labels: Vec<Label> = labels.collect();
        Excerpt::new(home, &joined(labels), self.look.source_width())
    }

    /// The statements as they were read, the arithmetic, and what would end it.
    fn derivation(&self, conflict: &Conflict, text: &mut String) {
        let vocabulary = self.view.vocabulary();
        let statements = conflict.statements.iter().zip(&conflict.witnesses);
        for (number, (claim, witnesses)) in statements.enumerate() {
            let words = statement(&self.view.claim(*claim).assertion, vocabulary);
            let also = self.also(*claim, witnesses);
            let first = format!("   ({}) ", number + 1);
            text.push_str(&self.paragraph(&first, "       ", &format!("{words}{also}")));
        }
        let more = conflict.explanation.len().saturating_sub(LINES);
        let told = conflict.explanation.len() - if more > 1 { more } else { 0 };
        for (number, line) in conflict.explanation.iter().enumerate().take(told) {
            text.push_str(&self.paragraph(&format!("    {:>2}. ", number + 1), "        ", line));
        }
        if more > 1 {
            let line = format!("and {more} more steps, listed by --format json");
            text.push_str(&self.paragraph("        ", "        ", &line));
        }
        for rescue in &conflict.rescue {
            let line = format!("{}{}", conflict.number(rescue.statement), rescue.words);
            text.push_str(&self.paragraph("     → ", "        ", &line));
        }
    }

    /// Where else the same is said; of many places the first few.
    fn also(&self, claim: usize, witnesses: &[usize]) -> String {
        let others = witnesses.iter().filter(|witness| **witness != claim);
        let places: Vec<String> = others.clone().take(PLACES).map(|w| self.place(*w)).collect();
        match others.count().checked_sub(PLACES) {
            _ if places.is_empty() => String::new(),
            None | Some(0) => format!(" (also {})", places.join(", ")),
            Some(more) => {
                format!(" (said {} times: also {} and {more} more)", witnesses.len(), places.join(", "))
            }
        }
    }

    pub(super) fn place(&self, claim: usize) -> String {
        let home = self.view.home(claim);
        let start = home.start(self.view.claim(claim).span);
        format!("{}:{}:{}", home.path, start.line, start.column)
    }
}

/// What clashes, and where; of neither side that it is wrong.
fn message(conflict: &Conflict, paths: &[&str]) -> String {
    let given = given(conflict).map_or_else(String::new, |given| format!(", given {given}"));
    let first = paths.first().copied().unwrap_or("-");
    let title = &conflict.title;
    match conflict.code {
        Code::SelfContradictory => format!("{first} contradicts itself: {title}{given}"),
        Code::Contradicting => format!("{title}{given}"),
        Code::MixedScope => format!("{first} mixes {title}{given}"),
    }
}

/// Of which weeks the figures are that take part.
pub(super) fn given(conflict: &Conflict) -> Option<String> {
    let periods: BTreeSet<Period> = conflict.figures.iter().map(|figure| figure.period).collect();
    let mut words = periods.iter().map(|period| period_words(*period));
    let first = words.next()?;
    Some(match (words.next(), words.count()) {
        (None, _) => format!("the figures of {first}"),
        (Some(second), 0) => format!("the figures of {first} and {second}"),
        (Some(_), more) => format!("the figures of {} periods", more + 2),
    })
}

/// Labels of the same words are one, with both numbers.
fn joined(labels: Vec<Label>) -> Vec<Label> {
    let mut joined: Vec<Label> = Vec::new();
    for label in labels {
        match joined.iter_mut().find(|known| known.span == label.span) {
            Some(known) => known.text = format!("{} {}", known.text, label.text),
            None => joined.push(label),
        }
    }
    joined
}
