//! The noun phrases of a sentence that were read already: many rules begin with one, and
//! ask at the same place.

use std::cell::RefCell;

use super::{Chunks, Np};

/// For each place the noun phrase that was read there last.
#[derive(Debug)]
pub(in crate::en::clause) struct Kept(RefCell<Vec<Slot>>);

#[derive(Clone, Debug, Default)]
struct Slot {
    /// Where reading had to stop, and how deep it was; nothing was read at all where that is zero.
    to: usize,
    depth: u8,
    /// What was read, and where it ends.
    found: Option<(usize, Np)>,
}

impl Kept {
    /// Nothing yet, for a sentence of so many chunks.
    pub(in crate::en::clause) fn new(chunks: usize) -> Self {
        Self(RefCell::new(vec![Slot::default(); chunks]))
    }

    /// What was read here, if something was.
    #[expect(clippy::option_option, reason = "nothing may have been read, or nothing been found")]
    pub(super) fn at(&self, c: Chunks<'_>) -> Option<Option<(usize, Np)>> {
        let slots = self.0.borrow();
        let slot = slots.get(c.at).filter(|slot| slot.to == c.to && slot.depth == c.depth)?;
        Some(slot.found.clone())
    }

    /// Keeps what was read here.
    pub(super) fn keep(&self, c: Chunks<'_>, found: Option<(usize, Np)>) {
        if let Some(slot) = self.0.borrow_mut().get_mut(c.at) {
            *slot = Slot { to: c.to, depth: c.depth, found };
        }
    }
}
