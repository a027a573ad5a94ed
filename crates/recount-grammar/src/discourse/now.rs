//! What is told as of now.

use recount_model::Period;

use crate::en::clause::Said;

/// Is a statement told as of now, and what was told so before?
#[derive(Debug)]
pub(super) struct Now {
    /// Does the statement say "now"?
    pub(super) said: bool,
    /// Does the sentence begin with the day of publication, "today", or say "now" before?
    pub(super) today: bool,
    /// The period that was told in the present tense where it was named.
    pub(super) retold: Option<Period>,
    /// Was the last verb of this sentence in the present tense?
    present: Option<bool>,
    /// Was a time told last that cannot be placed? Then nobody knows when what follows was.
    pub(super) astray: bool,
}

impl Now {
    pub(super) const NONE: Self =
        Self { said: false, today: false, retold: None, present: None, astray: false };

    /// A new sentence.
    pub(super) const fn begin(&mut self) {
        self.today = false;
        self.present = None;
    }

    /// "X is first, Y second": a verb for both.
    pub(super) fn lend(&mut self, said: &mut Said) {
        self.present = said.adjuncts.present.or(self.present);
        said.adjuncts.present = self.present;
    }

    /// Is a statement without a time of its own told as of now?
    pub(super) fn holds(&self, said: &Said) -> bool {
        self.said || self.today && said.adjuncts.present == Some(true)
    }
}
