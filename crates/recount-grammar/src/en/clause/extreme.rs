//! Of what a record is told by its words: `the most since May` is of a step, `its highest level since May` of
//! how high something stands, `the smallest figure since May` of whichever was told.

use super::{Np, Who};
use crate::en::lexicon::Noun;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// Words for the size of a step, which none uses of how high something stands.
const SIZES: &Words = words!["most", "largest", "biggest", "smallest", "fewest", "least", "steepest"];
/// Words that may stand for either.
const EITHER: &Words = words![
    "figure", "number", "amount", "one", "record", "best", "worst", "strongest", "weakest", "more", "fewer",
    "less"
];
/// Words for a number that was told.
const FIGURES: &Words = words!["figure", "number", "amount"];
/// Words for how high something stands.
const LEVELS: &Words = words!["high", "low", "level", "total", "volume", "tally", "peak"];

/// May the record that stands first be one of a step: "the most since May", "a record", "the lowest figure ever"?
pub(super) fn may_be_of_step(c: Chunks<'_>) -> bool {
    !has(c, LEVELS) && (has(c, SIZES) || has(c, EITHER))
}

/// Is it one of a step where it follows a verb of moving: "rose the most since May"?
pub(super) fn is_of_step(c: Chunks<'_>) -> bool {
    has(c, SIZES) && !has(c, LEVELS) && c.get(0).is_none_or(|chunk| c.lower(chunk.first) != "to")
}

/// "It was the smallest figure since May": it is the figure that was told last, not the one of whom it
/// was told.
pub(super) fn of_figure(c: Chunks<'_>, subject: &Np) -> Option<Np> {
    let bare = subject.who == Who::Carried && has(c, FIGURES);
    bare.then(|| Np { who: Who::Figure, ..subject.clone() })
}

fn has(c: Chunks<'_>, list: &Words) -> bool {
    c.get(0).is_some_and(|chunk| {
        matches!(chunk.phrase, Phrase::Record(_))
            && (chunk.first..chunk.end).any(|token| list.contains(c.lower(token)))
    })
}

/// "[a record] for the model", "for it": of the one that is spoken of anyway.
pub(super) fn for_itself(c: Chunks<'_>) -> Chunks<'_> {
    let thing = c.are(&["for", "the"]) && (c.noun(2) == Some(Noun::Thing) || c.entry(2).known);
    let it = c.is(0, words!["for"]) && c.is(1, words!["it", "them"]);
    let count = if thing { 3 } else { 2 * usize::from(it) };
    if count > 0 && super::fronted::is_stop(c, count) { c.skip(count) } else { c }
}
