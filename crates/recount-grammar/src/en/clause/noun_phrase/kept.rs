//! The noun phrases of a sentence that were read already: many rules begin with one, and
//! ask at the same place.

use std::any::Any;
use std::cell::{Cell, RefCell};

use super::{Chunks, Np, read};

/// A noun phrase, with what is left.
pub(in crate::en::clause) fn noun_phrase(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    let Some(kept) = c.kept.and_then(<dyn Any>::downcast_ref::<Kept>) else {
        return read(c);
    };
    let found = kept.at(c).unwrap_or_else(|| {
        let found = read(c).map(|(rest, np)| (rest.at, np));
        kept.keep(c, found.clone());
        found
    });
    found.map(|(at, np)| (Chunks { at, ..c }, np))
}

/// Where a noun phrase ends, if it `fits`: for whoever does not need it, or seldom.
pub(in crate::en::clause) fn end_of(c: Chunks<'_>, fits: impl Fn(&Np) -> bool) -> Option<usize> {
    let Some(kept) = c.kept.and_then(<dyn Any>::downcast_ref::<Kept>) else {
        return read(c).filter(|(_, np)| fits(np)).map(|(rest, _)| rest.at);
    };
    let end = |at: usize, np: &Np| fits(np).then_some(at);
    kept.ask(c, end).unwrap_or_else(|| {
        let found = read(c).map(|(rest, np)| (rest.at, np));
        let at = found.as_ref().and_then(|(at, np)| end(*at, np));
        kept.keep(c, found);
        at
    })
}

/// What was read at each place of a sentence.
#[derive(Debug)]
pub(crate) struct Kept {
    /// The noun phrase that was read there last.
    phrases: RefCell<Vec<Slot>>,
    /// Behind the adverbs that stand there.
    adverbs: Vec<Cell<Skipped>>,
    /// Behind whatever a clause may begin with.
    leading: Vec<Cell<Skipped>>,
}

/// Where reading had to stop, how deep it was, and the place behind what was skipped; nothing was
/// skipped yet where the first is zero.
type Skipped = (usize, u8, usize);

/// What is skipped.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Skip {
    /// Adverbs.
    Adverbs,
    /// Whatever a clause may begin with.
    Leading,
}

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
    pub(crate) fn new(chunks: usize) -> Self {
        let nothing = || vec![Cell::new((0, 0, 0)); chunks];
        Self { phrases: RefCell::new(vec![Slot::default(); chunks]), adverbs: nothing(), leading: nothing() }
    }

    /// What was read here, if something was.
    #[expect(clippy::option_option, reason = "nothing may have been read, or nothing been found")]
    pub(super) fn at(&self, c: Chunks<'_>) -> Option<Option<(usize, Np)>> {
        let slots = self.phrases.borrow();
        let slot = slots.get(c.at).filter(|slot| slot.to == c.to && slot.depth == c.depth)?;
        Some(slot.found.clone())
    }

    /// What is asked of what was read here, if something was.
    #[expect(clippy::option_option, reason = "nothing may have been read, or nothing been found")]
    pub(super) fn ask<T>(&self, c: Chunks<'_>, ask: impl Fn(usize, &Np) -> Option<T>) -> Option<Option<T>> {
        let slots = self.phrases.borrow();
        let slot = slots.get(c.at).filter(|slot| slot.to == c.to && slot.depth == c.depth)?;
        Some(slot.found.as_ref().and_then(|(at, np)| ask(*at, np)))
    }

    /// Keeps what was read here.
    pub(super) fn keep(&self, c: Chunks<'_>, found: Option<(usize, Np)>) {
        if let Some(slot) = self.phrases.borrow_mut().get_mut(c.at) {
            *slot = Slot { to: c.to, depth: c.depth, found };
        }
    }

    /// What is left behind what is skipped at a place, found out once.
    pub(in crate::en::clause) fn behind<'p>(
        c: Chunks<'p>,
        what: Skip,
        find: fn(Chunks<'p>) -> Chunks<'p>,
    ) -> Chunks<'p> {
        let places = c.kept.and_then(<dyn Any>::downcast_ref::<Self>).map(|kept| match what {
            Skip::Adverbs => &kept.adverbs,
            Skip::Leading => &kept.leading,
        });
        let Some(place) = places.and_then(|places| places.get(c.at)).filter(|_| !c.is_empty()) else {
            return find(c);
        };
        let (to, depth, at) = place.get();
        if (to, depth) == (c.to, c.depth) {
            return Chunks { at, ..c };
        }
        let rest = find(c);
        place.set((c.to, c.depth, rest.at));
        rest
    }
}
