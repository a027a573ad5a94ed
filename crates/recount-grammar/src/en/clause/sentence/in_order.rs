//! Lists whose parts belong together in order: `X and Y rose 8 % and 3 %, respectively`.

use super::*;

/// "X and Y were up 8 % and down 1 %": two changes of the same several, where
/// each has one of them.
pub(super) fn crossed(items: &[Item]) -> bool {
    let changes = || {
        items.iter().filter_map(|item| match item {
            Item::Said(said) if matches!(&said.who.who, Who::Named(names) if names.len() > 1) => {
                matches!(&said.act, Act::Change { .. }).then_some(said)
            }
            _ => None,
        })
    };
    changes().enumerate().any(|(place, said)| {
        changes().skip(place + 1).any(|other| {
            other.who.who == said.who.who
                && other.act != said.act
                && (other.adjuncts.times == said.adjuncts.times
                    || said.adjuncts.times.is_empty()
                    || other.adjuncts.times.is_empty())
        })
    })
}

/// A sentence with lists in parallel: what stands before them, what they say
/// place by place, and what stands behind. `None` where a place is not read as
/// a whole.
pub(super) fn lists_in_order(c: Chunks<'_>, lists: &Parallel<'_>) -> Option<Vec<Item>> {
    let mut items = plain(c.until(lists.from));
    for (place, chunks) in (1u32..).zip(&lists.parts) {
        let mut inner = plain(Chunks { depth: c.depth, ..Chunks::new(c.tokens, chunks) });
        let says = inner.iter().any(|item| matches!(item, Item::Said(_)));
        if !says || inner.iter().any(|item| matters(item, chunks)) {
            return None;
        }
        if lists.those && !is_of_one(&mut inner, place, lists.parts.len()) {
            return None;
        }
        // "A week earlier, they had 4 and 3 trillion": the time in front is told once.
        let told = |item: &Item| matches!(item, Item::Time(_)) && items.contains(item);
        let again = inner.iter().take_while(|item| place > 1 && told(item)).count();
        inner.drain(..again);
        items.extend(inner.into_iter().filter(|item| !matches!(item, Item::Unread { .. })));
    }
    dated::date_alike(&mut items);
    let behind = plain(Chunks { at: lists.to, ..c });
    // "…, respectively, in the week of June 15": of every place.
    if behind.iter().all(|item| matches!(item, Item::Time(_))) {
        items.splice(0..0, behind);
    } else {
        items.extend(behind);
    }
    Some(items)
}

/// What is said of "them" is said of the `place`-th of so many; `false` where it is said of others.
fn is_of_one(items: &mut [Item], place: u32, count: usize) -> bool {
    let Ok(of) = u32::try_from(count) else { return false };
    items.iter_mut().all(|item| match item {
        Item::Said(said) if matches!(said.who.who, Who::Carried | Who::These { .. }) && !said.who.bare => {
            said.who.who = Who::Nth(place, of);
            true
        }
        Item::Said(_) => false,
        Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => true,
    })
}

/// Is it a stretch that no rule read, with more in it than words that the
/// grammar does not know?
fn matters(item: &Item, chunks: &[Chunk<'_>]) -> bool {
    let known = |chunk: &Chunk<'_>| !matches!(chunk.phrase, Phrase::Word(entry) if entry.is_unknown());
    match item {
        Item::Unread { from, to, .. } => chunks.get(*from..*to).unwrap_or(&[]).iter().any(known),
        Item::Said(_) | Item::Time(_) | Item::Passing { .. } => false,
    }
}
