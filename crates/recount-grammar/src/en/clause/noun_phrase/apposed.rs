//! Members that are named beside what they are members of: `Norvane's two models, X and Y,`.

use super::*;

/// Words for a few of them.
const FEW: &Words = words![
    "leading", "top", "biggest", "largest", "best", "charted", "ranked", "strongest", "flagship", "main",
];

impl Builder<'_> {
    /// "[Norvane]'s two models, X and Y,": X and Y. `None` where no members stand here, nothing
    /// inside where their number is another one.
    pub(super) fn apposed(&mut self, owned: usize, found: &[Subject]) -> Option<Option<Vec<Vec<Subject>>>> {
        if !found.iter().all(|subject| matches!(subject, Subject::Group(_))) {
            return None;
        }
        let number = match self.c.phrase(owned) {
            Some(Phrase::Number(n)) if owned > 0 => Some(*n),
            _ => None,
        };
        let mut count = owned + usize::from(number.is_some());
        while self.c.is(count, FEW) || self.c.is(count, words!["-"]) && count > owned {
            count += 1;
        }
        while group::is_filler(self.c, count) {
            count += 1;
        }
        let several = self.c.noun(count) == Some(Noun::Thing) && self.c.word(count).ends_with('s');
        // "Southern models" may be a name of its own.
        let whole = owned == 0 && self.names_things();
        if !whole && (!several || owned == 0 && count > 0) {
            return None;
        }
        let behind = self.c.skip(if whole { 0 } else { count + 1 });
        let mut inner = Builder { c: behind, ..Builder::new(self.c) };
        let names = inner.named_behind(number)?;
        self.c = inner.c;
        Some(names)
    }

    /// "[the] seven northern models on the chart": as many as stand there.
    pub(super) fn counted_members(&mut self) -> Option<()> {
        let number = match self.c.phrase(0) {
            Some(Phrase::Number(number)) => Some(*number),
            _ => None,
        };
        self.step(1);
        self.core()?;
        let last = self.c.at.checked_sub(1).and_then(|last| self.c.all.get(last));
        let placed = last.is_some_and(|chunk| matches!(chunk.phrase, Phrase::Place(Place::Board)));
        let group = matches!(&self.np.who, Who::Named(names) if matches!(names.as_slice(),
            [name] if name.iter().all(|one| matches!(one, Subject::Group(_)))));
        if placed || self.np.top.is_some() || self.np.scope.is_some() {
            return Some(());
        }
        // "the two northern models, X and Y,": those.
        if self.are_things(number) {
            return Some(());
        }
        self.np.counted = number;
        group.then_some(())
    }

    /// "Two northern models, X and Y,": X and Y.
    pub(super) fn so_many_named(&mut self) -> Option<()> {
        let number = match (self.c.phrase(0), self.c.phrase(1)) {
            (Some(Phrase::Number(n)), Some(Phrase::Adjective(_) | Phrase::Name(_))) => Some(*n),
            _ => return None,
        };
        self.step(1);
        self.core()?;
        self.are_things(number).then_some(())
    }

    /// Does the name just read end in a word for things: "southern models"?
    fn names_things(&self) -> bool {
        let last = self.c.at.checked_sub(1).and_then(|at| self.c.all.get(at));
        last.is_some_and(|chunk| chunk.end > chunk.first + 1 && self.c.lower(chunk.end - 1).ends_with('s'))
    }

    /// Are just so many things named?
    pub(super) fn are_things(&self, number: Option<u32>) -> bool {
        let Who::Named(names) = &self.np.who else { return false };
        names.iter().flatten().all(|one| matches!(one, Subject::Entity(_)))
            && number.is_some_and(|number| u32::try_from(names.len()).is_ok_and(|found| found == number))
    }

    /// ", X and Y," or "(X and Y)" or "— X and Y —" behind the word for things: those.
    pub(super) fn named_behind(&mut self, number: Option<u32>) -> Option<Option<Vec<Vec<Subject>>>> {
        let close: &[&str] = match self.c.word(0) {
            "," => &[","],
            "(" => &[")"],
            "—" | "–" => &["—", "–"],
            _ => return None,
        };
        let mut names = Vec::new();
        let mut look = self.c.skip(1);
        loop {
            let Some(Phrase::Name(found)) = look.phrase(0) else { return None };
            let found: Vec<Subject> = subjects(found).collect();
            let one = found.iter().all(|subject| matches!(subject, Subject::Entity(_)));
            if found.is_empty() || !one {
                return None;
            }
            names.push(found);
            look = look.skip(1);
            let comma = usize::from(look.is(0, words![","]));
            let and = usize::from(look.is(comma, words!["and", "&"]));
            if comma + and == 0 || !matches!(look.phrase(comma + and), Some(Phrase::Name(_))) {
                break;
            }
            look = look.skip(comma + and);
        }
        if names.len() < 2 || !look.is(0, close) {
            return None;
        }
        self.c = look.skip(1);
        let fits = number.is_none_or(|number| u32::try_from(names.len()).is_ok_and(|found| found == number));
        Some(fits.then_some(names))
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    const SUM: &[&str] = &["Birch and Cedar together was 7.3 trillion tokens"];

    #[test]
    fn the_members_that_are_named() {
        for sentence in [
            "The south's two models, Birch and Cedar, together processed 7.3 trillion tokens last week.",
            "The south's models, Birch and Cedar, processed 7.3 trillion tokens between them last week.",
            "The south's two models (Birch and Cedar) processed a combined 7.3 trillion tokens last week.",
            "Two southern models, Birch and Cedar, together processed 7.3 trillion tokens last week.",
            "The two southern models, Birch and Cedar, together processed 7.3 trillion tokens last week.",
            "Southern models — Birch and Cedar — together processed 7.3 trillion tokens last week.",
            "The south's two leading models, Birch and Cedar, jointly processed 7.3 trillion tokens last week.",
        ] {
            assert_read(&[(sentence, SUM)]);
        }
        assert_read(&[(
            "The south's two models, Birch and Cedar, both rose last week.",
            &["Birch rose", "Cedar rose"],
        )]);
    }

    #[test]
    fn others_than_so_many() {
        assert_listed(&[
            "The south's three models, Birch and Cedar, together processed 7.3 trillion tokens last week.",
            "The south's two models, Birch and Cedar, processed 7.3 trillion tokens last week.",
        ]);
    }
}
