//! "It was the first week above 3.5 trillion tokens for X", "last week was X's first above 3.5 trillion": X was above 3.5
//! trillion for the first time.

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop, named};
use crate::en::phrase::{Chunks, Phrase};

/// A first week with a bound.
pub(super) fn first_week(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let fronted = c.is(start, words!["for"]).then(|| named(c, start + 1)).flatten();
    let fronted = fronted.map(|(end, _)| (start + 1, end));
    let it = fronted.map_or(start, |(_, end)| end + usize::from(c.is(end, words![","])));
    let timed = matches!(c.phrase(it), Some(Phrase::Time(_)));
    if !timed && !c.is(it, words!["it", "this", "that", "which"])
        || !c.is(it + 1, words!["was", "is", "marked", "marks"])
    {
        return None;
    }
    let owned =
        named(c, it + 2).filter(|(end, _)| c.is(*end, words!["'s", "’s", "'", "’"]) || ends_in_mark(c, *end));
    let owned = owned.map(|(end, _)| end);
    let owner = owned.map(|end| (it + 2, end - usize::from(ends_in_mark(c, end))));
    let first = match owned {
        Some(end) => end + usize::from(!ends_in_mark(c, end)),
        None => it + 2 + usize::from(c.is(it + 2, words!["the", "its", "their"])),
    };
    let is_first =
        c.get(first).is_some_and(|chunk| c.lower(chunk.first) == "first" && chunk.end == chunk.first + 1);
    let bound = first + 1 + usize::from(c.is(first + 1, words!["week"]));
    // "above 3.5 trillion" is one phrase.
    let bounded = c.get(bound).is_some_and(|chunk| {
        matches!(c.lower(chunk.first), "above" | "over" | "below" | "under" | "beyond" | "at" | "with")
    });
    if !is_first || !bounded || !is_amount(c, bound) {
        return None;
    }
    let end = bound + 1;
    let behind =
        c.is(end, words!["for"]).then(|| named(c, end + 1)).flatten().map(|(close, _)| (end + 1, close));
    let (from, to) = owner.or(fronted).or(behind)?;
    let close = behind.map_or(end, |(_, close)| close);
    if !is_stop(c, close) && close < c.len() && !matches!(c.phrase(close), Some(Phrase::Time(_))) {
        return None;
    }
    let draft = Draft::new(c).keep(0, start).again(from, to).say("was", it + 1).keep(bound, end);
    let draft = draft.say("for the first time", first);
    let draft = if timed { draft.keep(it, it + 1) } else { draft };
    Some(draft.keep(close, c.len()).done())
}

/// Does an owner's mark end the name before `end`?
fn ends_in_mark(c: Chunks<'_>, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|last| c.is(last, words!["'s", "’s", "'", "’"]))
}
