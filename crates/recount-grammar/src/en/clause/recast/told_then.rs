//! "X: 640 billion (previous week: 610 billion)": X: 640 billion (610 billion the previous week).

use super::draft::{Draft, Recast};
use super::is_amount;
use crate::en::phrase::{Chunks, Phrase};

/// A time as the label of a figure, in a bracket.
pub(super) fn told_then(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let open = start.checked_sub(1).filter(|place| c.is(*place, words!["("]))?;
    let timed = matches!(c.phrase(start), Some(Phrase::Time(_)));
    let before = c.is(start, words!["week"]) && c.is(start + 1, words!["before", "earlier", "prior"]);
    let colon = start + if timed { 1 } else { 2 };
    let (figure, close) = (colon + 1, colon + 2);
    if !(timed || before) || !c.is(colon, words![":"]) || !is_amount(c, figure) || !c.is(close, words![")"]) {
        return None;
    }
    let draft = Draft::new(c).keep(0, open + 1).keep(figure, figure + 1);
    // "Week before", "previous week": without its article.
    let bare = c
        .get(start)
        .is_some_and(|chunk| matches!(c.lower(chunk.first), "previous" | "prior" | "preceding" | "week"));
    let draft = if bare { draft.say("the week before", start) } else { draft.keep(start, colon) };
    Some(draft.keep(close, c.len()).done())
}
