//! "Last week's total was 25.9 trillion": last week the total was 25.9 trillion.

use super::draft::{Draft, Recast};
use crate::en::lexicon::Noun;
use crate::en::phrase::{Chunks, Phrase, metric};

/// A time that owns what is spoken of.
pub(super) fn times_own(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let time = matches!(c.phrase(start), Some(Phrase::Time(_)));
    if !time || !c.is(start + 1, words!["'s", "’s", "'", "’"]) || !is_week(c, start) {
        return None;
    }
    // "Last week's leader" was so then.
    let adjective = usize::from(c.is(start + 2, words!["overall", "weekly", "combined", "platform"]));
    let thing = start + 2 + adjective;
    let counted = matches!(c.noun(thing), Some(Noun::Total | Noun::Volume))
        || matches!(c.phrase(thing), Some(Phrase::Name(names)) if metric(names).is_some());
    if !counted {
        return None;
    }
    let draft = Draft::new(c).keep(0, start).keep(start, start + 1).say("the", start + 1);
    Some(draft.keep(start + 2, c.len()).done())
}

/// A week, not a month whose figures are summed.
fn is_week(c: Chunks<'_>, place: usize) -> bool {
    let Some(chunk) = c.get(place) else { return false };
    (chunk.first..chunk.end).any(|token| matches!(c.lower(token), "week" | "weeks"))
}
