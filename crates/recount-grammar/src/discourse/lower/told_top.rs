//! "Two are southern." behind how many places of the top n another one had: of those.

use super::*;

/// What was told in this sentence, and in the one before.
#[derive(Debug, Default)]
pub(in crate::discourse) struct Last<T> {
    pub(super) now: Option<T>,
    pub(super) before: Option<T>,
}

impl<T> Last<T> {
    /// Nothing yet.
    pub(in crate::discourse) const NONE: Self = Self { now: None, before: None };

    /// A new sentence.
    pub(in crate::discourse) fn begin(&mut self) {
        self.before = self.now.take();
    }

    /// A new paragraph may tell of something else.
    pub(in crate::discourse) fn new_paragraph(&mut self) {
        self.now = None;
    }
}

/// The top n that it tells of.
pub(super) fn top_of(said: &Said) -> Option<u32> {
    match (&said.act, said.negated) {
        (Act::Top { top, among: None, .. }, false) => Some(*top),
        _ => None,
    }
}

impl Discourse<'_> {
    /// Of how many places a share is; those of "the chart" are those of the list, unless a longer
    /// or a shorter one was spoken of just before.
    pub(super) fn so_many_places(&self, top: Option<u32>, metric: MetricId) -> Result<Option<u32>> {
        if top != Some(Act::LIST) {
            return Ok(top);
        }
        let told = self.several.top.now.or(self.several.top.before);
        let places = self.board(metric)?;
        match told.is_none_or(|told| told == places) {
            true => Ok(Some(places)),
            false => Err(Refusal::unread("how many places the list has, is not said")),
        }
    }

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
