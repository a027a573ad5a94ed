//! "Two are southern." behind how many places of the top n another one had: of those.

use super::*;

/// What was told in this sentence, and in the one before.
#[derive(Debug, Default)]
pub(in crate::discourse) struct Last<T> {
    pub(in crate::discourse) now: Option<T>,
    pub(in crate::discourse) before: Option<T>,
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
        (Act::Top { top, among: None, .. }, false) if *top != Act::LIST => Some(*top),
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

    /// Of how many places it tells: "two are southern" of those that were told before, "four of the
    /// nine" of the list if it has as many.
    pub(super) fn places_of(&self, said: &Said, metric: MetricId) -> Result<u32> {
        let Act::Top { top, count, .. } = &said.act else { return Ok(Act::LIST) };
        let unsaid = || Refusal::unread("of how many places, is not said");
        let told = self.several.top.now.or(self.several.top.before);
        let found = match (*top, said.adjuncts.of_list) {
            (Act::LIST, true) => self.so_many_places(Some(Act::LIST), metric)?,
            (Act::LIST, false) => told,
            (top, true) => {
                Some(top).filter(|top| told == Some(*top) || self.board(metric).ok() == Some(*top))
            }
            (top, false) => return Ok(top),
        };
        let fits =
            |top: &u32| count.written().high.is_some_and(|high| high.value <= Number::from(i128::from(*top)));
        found.filter(fits).ok_or_else(unsaid)
    }
}
