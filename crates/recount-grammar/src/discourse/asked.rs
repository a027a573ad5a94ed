//! Behind a question: `Did X catch up with Y? It was 640 billion tokens behind.` "It" is X, and the other one Y.

use recount_model::Subject;

use super::pronoun::{starts_with, without_joins};
use super::{Discourse, Hint};
use crate::en::clause::Mood;
use crate::en::clause::Said;
use crate::en::clause::Who;
use crate::en::clause::{Act, Np};

/// What a question begins with that asks whether something is so.
const WHETHER: &[&str] =
    &["did", "was", "were", "is", "are", "has", "have", "had", "does", "do", "will", "can", "could", "would"];

/// Whom a question names that way may be anybody.
const NOBODY: &[&str] = &[
    "it", "they", "anyone", "anybody", "someone", "somebody", "any", "there", "this", "that", "we", "you",
    "nobody", "these", "those", "he", "she", "one",
];

impl Discourse<'_> {
    /// Of whom a question that no rule read asks, and who else it names.
    pub(super) fn ask(&mut self, hint: &Hint, text: &str) {
        if !text.trim_end().ends_with('?') {
            return;
        }
        let label = without_joins(text);
        let asked = starts_with(label, WHETHER);
        let second = label.split_whitespace().nth(1).unwrap_or("");
        let everything = self.setting.vocabulary.total().map(Subject::Group);
        let named: Vec<Subject> = hint.named.iter().copied().filter(|one| Some(*one) != everything).collect();
        if !asked || named.len() != 2 || starts_with(second, NOBODY) {
            return;
        }
        self.keep_asked(named.first().copied(), named.get(1).copied());
    }

    /// The same of one that was read, which says nothing.
    pub(super) fn asked_of(&mut self, said: &Said) {
        let (Mood::Question, Who::Named(names)) = (said.mood, &said.who.who) else { return };
        let [subject] = names.as_slice() else { return };
        let other = match &said.act {
            Act::Compare { object: Np { who: Who::Named(others), .. }, .. } => match others.as_slice() {
                [other] => other.first().copied(),
                _ => None,
            },
            _ => None,
        };
        if other.is_some() {
            self.keep_asked(subject.first().copied(), other);
        }
    }

    fn keep_asked(&mut self, subject: Option<Subject>, other: Option<Subject>) {
        let both = other.into_iter().chain(subject);
        self.mentioned.clear();
        for one in both {
            self.unname(one);
            self.named.push(one);
            self.mentioned.insert(0, vec![one]);
        }
        self.subject = subject.map(|one| vec![one]).into_iter().collect();
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn an_answer_speaks_of_whom_it_was_asked() {
        let behind = "Alder was 640 billion tokens below that of Birch";
        let ahead = "Alder was 640 billion tokens above that of Birch";
        for (text, expected) in [
            (
                "Did Alder beat Birch in token usage last week? It did. Alder was ahead by 640 billion tokens.",
                ahead,
            ),
            (
                "Has Alder caught up with Birch in token usage? Not last week. It was still 640 billion tokens behind.",
                behind,
            ),
            (
                "Will Alder catch up with Birch in token usage? Nobody knows. Last week it was 640 billion tokens behind Birch.",
                behind,
            ),
        ] {
            let read = article(text);
            assert!(read.iter().any(|claim| claim == expected), "{text}: {read:?}");
        }
        for text in [
            "Did anybody beat Alder or Birch in token usage last week? It was 640 billion tokens behind.",
            "Is it time to write off Alder or Birch in token usage? Last week it had 640 billion tokens.",
        ] {
            let read = article(text);
            assert!(
                !read.iter().any(|claim| claim.starts_with("Alder") || claim.starts_with("Birch")),
                "{text}: {read:?}"
            );
        }
    }
}
