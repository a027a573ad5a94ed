//! Conflicts: every statement underlined where it stands, then the arithmetic.

use miette::Severity;
use recount_checker::{Code, Conflict};
use recount_model::{period_words, statement};

use super::Report;
use crate::excerpt::{Excerpt, Label};
use crate::notice::Notice;
use crate::words;

impl Report<'_> {
    pub(super) fn conflicts(&self, text: &mut String) {
        let conflicts = self.view.run.checked.map(|checked| &checked.conflicts);
        for conflict in conflicts.into_iter().flatten() {
            self.conflict(conflict, text);
        }
    }

    fn conflict(&self, conflict: &Conflict, text: &mut String) {
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
            let others = witnesses.iter().filter(|witness| *witness != claim);
            let others: Vec<String> = others.map(|witness| self.place(*witness)).collect();
            let also = match others.is_empty() {
                true => String::new(),
                false => format!(" (also {})", others.join(", ")),
            };
            let first = format!("   ({}) ", number + 1);
            text.push_str(&self.paragraph(&first, "       ", &format!("{words}{also}")));
        }
        for line in &conflict.explanation {
            text.push_str(&self.paragraph("     = ", "       ", line));
        }
        for rescue in &conflict.rescue {
            let number = conflict.statements.iter().position(|c| *c == rescue.statement);
            let number = number.map_or_else(String::new, |number| format!("({}) ", number + 1));
            let line = format!("{number}{}", rescue.words);
            text.push_str(&self.paragraph("     → ", "       ", &line));
        }
    }

    fn place(&self, claim: usize) -> String {
        let home = self.view.home(claim);
        let start = home.start(self.view.claim(claim).span);
        format!("{}:{}:{}", home.path, start.line, start.column)
    }
}

fn message(conflict: &Conflict, paths: &[&str]) -> String {
    let statements = words::count(conflict.statements.len(), "statement");
    let given = match conflict.figures.first() {
        Some(figure) => format!(", given the figures of {}", period_words(figure.period)),
        None => String::new(),
    };
    let first = paths.first().copied().unwrap_or("-");
    match conflict.code {
        Code::SelfContradictory => {
            format!("{first} contradicts itself: these {statements} cannot all be true{given}")
        }
        Code::Contradicting => {
            format!("these {statements} cannot all be true{given}")
        }
        Code::MixedScope => {
            format!("{first} mixes definitions: these {statements} hold under no single one{given}")
        }
    }
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
