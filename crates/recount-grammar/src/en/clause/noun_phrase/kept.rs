//! The noun phrases of a sentence that were read already: many rules begin with one, and
//! ask at the same place.

use std::any::Any;
use std::cell::{Cell, RefCell};

use super::{Chunks, Np, read};
use crate::en::clause::gate::Has;
use crate::en::clause::verb_group::Group;

/// A noun phrase, with what is left.
pub(in crate::en::clause) fn noun_phrase(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    let Some(kept) = Kept::of(c) else {
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
    let Some(kept) = Kept::of(c) else {
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
    /// The verb that was read at each place last, and the same where it may be a participle.
    verbs: [Vec<Cell<Verbs>>; 2],
    /// What the sentence has.
    pub(in crate::en::clause) has: Has,
}

/// Where reading had to stop, how deep it was, and the verb that was read with its end; nothing was read yet where the
/// first is zero.
type Verbs = (usize, u8, Option<(usize, Group)>);

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
    /// Nothing yet, for a sentence.
    pub(crate) fn new(c: Chunks<'_>) -> Self {
        let chunks = c.all.len();
        let nothing = || vec![Cell::new((0, 0, 0)); chunks];
        let no_verb = || vec![Cell::new((0, 0, None)); chunks];
        Self {
            phrases: RefCell::new(vec![Slot::default(); chunks]),
            adverbs: nothing(),
            leading: nothing(),
            verbs: [no_verb(), no_verb()],
            has: Has::of(c),
        }
    }

    /// What is kept of a sentence, if anything is.
    pub(in crate::en::clause) fn of(c: Chunks<'_>) -> Option<&Self> {
        c.kept.and_then(<dyn Any>::downcast_ref)
    }

    /// The verb at a place, read once.
    pub(in crate::en::clause) fn verb<'p>(
        c: Chunks<'p>,
        participle: bool,
        read: impl FnOnce() -> Option<(Chunks<'p>, Group)>,
    ) -> Option<(Chunks<'p>, Group)> {
        let places = Self::of(c).and_then(|kept| kept.verbs.get(usize::from(participle)));
        let Some(place) = places.and_then(|places| places.get(c.at)).filter(|_| !c.is_empty()) else {
            return read();
        };
        let (to, depth, found) = place.get();
        if (to, depth) == (c.to, c.depth) {
            return found.map(|(at, group)| (Chunks { at, ..c }, group));
        }
        let found = read();
        if found.as_ref().is_none_or(|(rest, _)| (rest.to, rest.depth) == (c.to, c.depth)) {
            place.set((c.to, c.depth, found.as_ref().map(|(rest, group)| (rest.at, *group))));
        }
        found
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
        let places = Self::of(c).map(|kept| match what {
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
