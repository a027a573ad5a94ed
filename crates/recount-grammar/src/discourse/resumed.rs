//! "It", "they", "the model" at the beginning of a paragraph of running prose,
//! under a title or heading that names somebody: the one of whom the paragraph
//! before spoke last, or else the one of the title.

use recount_model::Subject;

use super::Discourse;
use super::pronoun::{agrees, starts_with};
use crate::en::clause::{Item, Said, Who};

/// Who was spoken of, each with everything that the name may stand for.
type Spoken = Vec<Vec<Subject>>;

/// What a new paragraph takes up.
#[derive(Debug)]
pub(super) struct Resumed {
    /// Does a heading over this paragraph name somebody?
    titled: bool,
    /// Has nobody been spoken of yet in this paragraph, behind another one?
    open: bool,
    /// Did the paragraph before end with somebody whom nobody knows?
    lost: bool,
    /// Everybody who was named last in the paragraph before.
    named: Vec<Vec<Subject>>,
    /// Who was taken to be meant, and who the one of the title is.
    instead: Option<(Spoken, Spoken)>,
    /// Of whom something was said together, where one of them was spoken of before.
    pub(super) summed: Vec<Vec<Subject>>,
}

impl Resumed {
    /// Nothing yet.
    pub(super) const NONE: Self = Self {
        titled: false,
        open: false,
        lost: false,
        named: Vec::new(),
        instead: None,
        summed: Vec::new(),
    };

    /// A heading over this paragraph names somebody.
    pub(super) const fn entitle(&mut self) {
        self.titled = true;
    }

    /// A new paragraph: behind one of prose, of whose last sentence nobody knows whom it
    /// speaks of, and who was named last.
    pub(super) fn new_paragraph(&mut self, goes_on: bool, nobody: bool, named: &[Vec<Subject>]) {
        let named = if goes_on { named.to_vec() } else { Vec::new() };
        let summed = std::mem::take(&mut self.summed);
        *self = Self { open: goes_on, lost: self.titled && nobody, named, summed, ..Self::NONE };
    }

    /// Was nobody spoken of in this paragraph, behind another one?
    pub(super) const fn is_open(&self) -> bool {
        self.open
    }

    /// Somebody was named.
    pub(super) const fn is_over(&mut self) {
        self.open = false;
    }

    /// Those who were named last in the paragraph before.
    pub(super) fn named(&self) -> &[Vec<Subject>] {
        &self.named
    }
}

impl Discourse<'_> {
    /// Whom the first words of a paragraph speak of that name nobody: no longer the
    /// one of the title, where somebody else was spoken of since.
    pub(super) fn resume(&mut self, items: &[Item], text: &str) {
        let first = items.iter().find_map(|item| match item {
            Item::Said(said) => Some(said),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
        });
        let Some(said) = first.filter(|_| self.resumed.open) else { return };
        self.resumed.open = false;
        let words = said.who.span.of(text);
        let pronoun = starts_with(words, &["it", "its", "they", "their", "the", "this", "that"]);
        let carried = said.who.who == Who::Carried && !said.who.bare && pronoun;
        if !carried || self.subject.is_empty() || self.before == self.subject {
            return;
        }
        if agrees(words, &self.before) && !self.before.is_empty() {
            let title = std::mem::replace(&mut self.subject, self.before.clone());
            self.resumed.instead =
                Some((self.before.clone(), title.clone())).filter(|_| agrees(words, &title));
            return;
        }
        // The one of the title, where the paragraph before named no others who
        // could be meant.
        let title = &self.subject;
        let others = self
            .resumed
            .named
            .iter()
            .any(|names| !title.contains(names) && agrees(words, std::slice::from_ref(names)));
        let several = self.resumed.named.len() > 1 && !starts_with(words, &["the", "this", "that"]);
        let unsure = self.resumed.lost || others || several || !agrees(words, title);
        if unsure {
            self.subject.clear();
            self.before.clear();
        }
    }

    /// Of whom else it may be said: the one of the title.
    pub(super) fn of_the_title(&self, said: &Said, subject: &[Subject]) -> Option<Subject> {
        let (meant, title) = self.resumed.instead.as_ref().filter(|_| said.who.who == Who::Carried)?;
        let of = |one: &Subject| meant.iter().any(|names| names.first() == Some(one));
        let title = title.first().and_then(|names| names.first()).copied();
        title.filter(|title| subject.iter().all(of) && !subject.contains(title))
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    /// What is said last, under a title that names somebody else.
    fn last(title: &str, text: &str) -> String {
        article(&format!("# {title}\n\n{text}\n")).last().cloned().unwrap_or_default()
    }

    #[test]
    fn a_pronoun_is_of_the_paragraph_before() {
        let table = [
            (
                "Southern models hit a record",
                "Northern models led last week.\n\nThey processed 9 trillion tokens.",
                "the north was 9 trillion tokens",
            ),
            (
                "Southern models hit a record",
                "Northern models led last week.\n\nIn the week of June 22, they processed 9 trillion tokens.",
                "the north was 9 trillion tokens",
            ),
            (
                "Birch loses its crown",
                "Alder led last week.\n\nIts volume rose 8%.",
                "Alder rose by 8 percent",
            ),
            (
                "Birch loses its crown",
                "Alder led last week.\n\nThe model processed 4 trillion tokens.\n\nIt gained 8%.",
                "Alder rose by 8 percent",
            ),
            (
                "Birch hits a record",
                "Alder has nothing to be ashamed of.\n\nIt processed 4 trillion tokens last week.",
                "Alder was 4 trillion tokens",
            ),
            (
                "Southern models hit a record",
                "Alder and Birch rose last week.\n\nTogether they processed 7 trillion tokens.",
                "Alder and Birch together was 7 trillion tokens",
            ),
        ];
        for (title, text, expected) in table {
            assert_eq!(last(title, text), expected, "{title}: {text}");
        }
    }

    #[test]
    fn the_title_holds_where_nobody_else_was_spoken_of() {
        let table = [
            ("Birch hits a record", "It processed 4 trillion tokens last week."),
            ("Birch hits a record", "The week was calm.\n\nIt processed 4 trillion tokens last week."),
            ("Birch hits a record", "Alder led last week.\n\n## Birch\n\nIt processed 4 trillion tokens."),
        ];
        for (title, text) in table {
            assert_eq!(last(title, text), "Birch was 4 trillion tokens", "{title}: {text}");
        }
    }

    #[test]
    fn whom_nobody_knows_is_not_the_one_of_the_title() {
        let table = [
            // Somebody whom the vocabulary lacks.
            ("Birch hits a record", "Osier was the surprise of the week.\n\nIt processed 4 trillion tokens."),
            // Neither of the two.
            ("Birch hits a record", "Alder led Cedar last week.\n\nThey processed 4 trillion tokens."),
        ];
        for (title, text) in table {
            let claims = article(&format!("# {title}\n\n{text}\n"));
            let told = claims.iter().any(|claim| claim.contains("4 trillion"));
            assert!(!told && claims.contains(&"?".to_owned()), "{title}: {text}: {claims:?}");
        }
    }

    #[test]
    fn a_paragraph_of_nobody_lies_between() {
        let text = "Alder led last week.\n\nThat is a lot.\n\nIt processed 4 trillion tokens.";
        assert_eq!(last("Birch hits a record", text), "Alder was 4 trillion tokens");
    }

    #[test]
    fn behind_a_sum_they_are_not_one_of_the_two() {
        let sides = "Northern models had 5 trillion tokens last week, southern models 3 trillion.";
        for text in ["Their volume rose 8%.", "\n\nTheir volume rose 8%."] {
            let text = format!("{sides} Together they had 8 trillion tokens. {text}");
            assert_eq!(last("News", &text), "?", "{text}");
        }
    }

    #[test]
    fn together_is_of_both_sides() {
        let sides = "Northern models had 5 trillion tokens last week, southern models 3 trillion.";
        let both = "the north and the south together was 8 trillion tokens";
        assert_eq!(last("News", &format!("{sides} Together they had 8 trillion tokens.")), both);
        assert_eq!(last("News", &format!("{sides}\n\nTogether they had 8 trillion tokens.")), both);
        let share = last("News", &format!("{sides}\n\nTheir combined share was 40%."));
        assert!(share.starts_with("the north and the south together"), "{share}");
        // One side alone.
        let one = "Northern models had 5 trillion tokens last week. Together they had 8 trillion tokens.";
        assert_eq!(last("News", one), "the north was 8 trillion tokens");
    }
}
