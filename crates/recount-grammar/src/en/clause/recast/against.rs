//! ", 7.6 trillion tokens against 13.2 trillion for Y": X processed 7.6 trillion tokens, and Y processed 13.2 trillion.

use super::draft::{Draft, Recast};
use super::{behind_times, is_amount, is_stop, named, subjects_before};
use crate::en::clause::predicate::is_finite;
use crate::en::phrase::{Chunks, Phrase};

/// Two figures held against each other behind what is said of the first one's.
pub(super) fn against(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![",", "—", "–", ":"]))?;
    let with = start + usize::from(c.is(start, words!["with", "at"]));
    let counted = |place: usize| matches!(c.phrase(place), Some(Phrase::Amount { .. }));
    if !counted(with) {
        return None;
    }
    let time = behind_times(c, with + 1);
    let joins = c.is(time, words!["against", "versus", "vs", "to"]);
    let compared = c.is(time, words!["compared"]) && c.is(time + 1, words!["with", "to"]);
    let other = time + if compared { 2 } else { 1 };
    if !joins && !compared || !is_amount(c, other) || !counted(other) {
        return None;
    }
    if !c.is(other + 1, words!["for", "at", "by", "from"]) {
        return None;
    }
    let (end, _) = named(c, other + 2)?;
    let after = behind_times(c, end);
    let finite = |verb: usize| c.verb(verb).is_some_and(|verb| is_finite(verb.form));
    let (from, to) = subjects_before(c, comma).find(|(_, to)| finite(*to) || is_stop(c, *to))?;
    if !is_stop(c, after) {
        return None;
    }
    let draft =
        Draft::new(c).keep(0, comma).say(";", comma).again(from, to).say("processed", with).keep(with, time);
    let draft = draft
        .say(";", time)
        .keep(other + 2, end)
        .say("processed", other)
        .keep(other, other + 1)
        .keep(end, after);
    Some(draft.keep(after, c.len()).done())
}
