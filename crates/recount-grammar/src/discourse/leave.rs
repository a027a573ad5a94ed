//! Behind a sentence: of whom the next one may speak.

use recount_model::Subject;

use super::{Discourse, Hint};
use crate::en::clause::Item;

impl Discourse<'_> {
    /// Goes on behind a sentence. One that names somebody in words that no rule
    /// read speaks of nobody who was spoken of before: "X rose. Y was the surprise
    /// of the week. It …".
    pub fn leave(&mut self, items: &[Item], hint: &Hint, text: &str) {
        // "by Norvane" below the name of what it makes.
        if text.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by ")) {
            return;
        }
        // "The total." over figures.
        const WHOLE: &[&str] = &["total", "the total", "totals", "overall", "everything", "grand total"];
        let label = text.trim_matches(|c: char| !c.is_alphabetic());
        if WHOLE.iter().any(|whole| whole.eq_ignore_ascii_case(label)) {
            self.subject = self
                .setting
                .vocabulary
                .total()
                .map(|total| vec![Subject::Group(total)])
                .into_iter()
                .collect();
            return;
        }
        let told = items.iter().any(|item| match item {
            Item::Said(said) => said.who.is_named(),
            Item::Time(_) | Item::Passing(_) | Item::Unread { .. } => false,
        });
        if hint.anybody && !told {
            self.before.clear();
            self.subject = hint.subject.clone().map(|subject| vec![subject]).unwrap_or_default();
        }
    }
}
