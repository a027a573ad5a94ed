//! "X's share fell to 36 %, whereas that of Y widened": Y's share widened.

use super::draft::{Draft, Recast};
use super::named;
use crate::en::clause::About;
use crate::en::phrase::Chunks;

/// "That of Y" as a subject, behind "X's …": Y's.
pub(super) fn that_of(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if !c.is(start, words!["that", "those"]) || !c.is(start + 1, words!["of"]) {
        return None;
    }
    let (end, _) = named(c, start + 2)?;
    c.verb(end)?;
    // What X's was called.
    let (first, last) = (0..start).rev().find_map(|place| {
        let (end, np) = named(c, place)?;
        let thing = np.share || np.about != About::Nothing;
        let owned = (place + 1..end).find(|at| c.is(*at, words!["'s", "’s", "'", "’"]))?;
        (thing && owned + 1 < end && end <= start).then_some((owned + 1, end))
    })?;
    let draft = Draft::new(c).keep(0, start).keep(start + 2, end).say("'s", start).again(first, last);
    Some(draft.keep(end, c.len()).done())
}
