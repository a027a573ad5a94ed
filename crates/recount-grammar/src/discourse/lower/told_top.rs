//! "Two are southern." behind how many places of the top n another one had: of those.

use super::*;

/// The top n of which something was told: in this sentence, and in the one before.
#[derive(Debug, Default)]
pub(in crate::discourse) struct ToldTop {
    now: Option<u32>,
    before: Option<u32>,
}

impl ToldTop {
    /// Nothing yet.
    pub(in crate::discourse) const NONE: Self = Self { now: None, before: None };

    /// A new sentence.
    pub(in crate::discourse) const fn begin(&mut self) {
        self.before = self.now.take();
    }

    /// A new paragraph may tell of another list.
    pub(in crate::discourse) const fn new_paragraph(&mut self) {
        self.now = None;
    }

    pub(super) fn note(&mut self, said: &Said) {
        if let (Act::Top { top, among: None, .. }, false) = (&said.act, said.negated) {
            self.now = Some(*top);
        }
    }
}

impl Discourse<'_> {
    /// The same with the number of places; `None` where it says that itself.
    pub(super) fn of_told_top(&self, said: &Said) -> Result<Option<Said>> {
        let Act::Top { top: 0, count, among } = &said.act else { return Ok(None) };
        let top = self.several.top.now.or(self.several.top.before);
        let fits =
            |top: &u32| count.written().high.is_some_and(|high| high.value <= Number::from(i128::from(*top)));
        let top = top.filter(fits).ok_or_else(|| Refusal::unread("of how many places, is not said"))?;
        let act = Act::Top { top, count: count.clone(), among: among.clone() };
        Ok(Some(Said { act, ..said.clone() }))
    }
}
