//! "…, a volume that accounted for 8 % of the total": which accounted for 8 %. "…, a share that has slipped": and its share has
//! slipped. "X, a model that handled 90 billion a year ago, led": X, which handled 90 billion a year ago, led.

use super::draft::{Draft, Recast};
use crate::en::lexicon::Noun;
use crate::en::phrase::Chunks;
use crate::token::Words;

/// A noun for what was told, or for whom it was told of, with a relative clause.
pub(super) fn figure_that(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![",", "—", "–"]))?;
    if comma == 0 || !c.is(start, words!["a", "an", "the"]) {
        return None;
    }
    let kind = start + 1 + usize::from(c.entry(start + 1).is_unknown() && !c.is(start + 2, words!["that"]));
    let that = kind + 1;
    if !c.is(that, words!["that", "which"]) || c.verb(that + 1).is_none() {
        return None;
    }
    let draft = Draft::new(c).keep(0, comma);
    let draft = match () {
        () if c.is(kind, words!["share", "proportion", "slice"]) => draft.say(", and its share", start),
        () if c.is(kind, FIGURES)
            || matches!(c.noun(kind), Some(Noun::Volume | Noun::Total | Noun::Level | Noun::Thing)) =>
        {
            draft.say(", which", start)
        }
        () => return None,
    };
    Some(draft.keep(that + 1, c.len()).done())
}

const FIGURES: &Words = words![
    "volume", "figure", "total", "amount", "tally", "level", "result", "sum", "count", "maker", "company"
];
