//! "X and Y accounted between them for a third": X and Y together accounted for a third. "Its six models gave X 4 trillion tokens": X
//! processed 4 trillion tokens.

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop, named_to};
use crate::en::lexicon::Noun;
use crate::en::phrase::{Chunks, Phrase};

/// Several as one, told behind their verb.
pub(super) fn between_them(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let end = named_to(c, start)?;
    let verb = (end..c.len().min(end + 3)).find(|place| c.verb(*place).is_some())?;
    let between = (verb + 1..c.len().min(verb + 8))
        .take_while(|place| !is_stop(c, *place))
        .find(|place| c.is(*place, words!["between"]) && c.is(place + 1, words!["them"]))?;
    let draft = Draft::new(c).keep(0, end).say("together", between).keep(end, between);
    Some(draft.keep(between + 2, c.len()).done())
}

/// What the parts of somebody gave them, they had.
pub(super) fn gave_whole(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let its = c.is(start, words!["its", "their", "the"]);
    let counted = matches!(c.phrase(start + 1), Some(Phrase::Number(_)));
    let verb = start + 2 + usize::from(counted);
    let things = c.noun(verb - 1) == Some(Noun::Thing);
    if !its || !things || !c.is(verb, words!["gave", "brought", "earned", "gives", "bring", "give"]) {
        return None;
    }
    let end = named_to(c, verb + 1)?;
    let figure = (end..end + 3).find(|place| is_amount(c, *place))?;
    let units = matches!(c.phrase(figure), Some(Phrase::Amount { metrics, .. }) if !metrics.is_empty());
    (units && !(end..figure).any(|place| is_stop(c, place))).then(|| {
        Draft::new(c).keep(0, start).keep(verb + 1, end).say("processed", verb).keep(end, c.len()).done()
    })
}

/// "ahead of X, whose four managed 9 trillion": X managed 9 trillion.
pub(super) fn whose_several(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![","]))?;
    let name = comma.checked_sub(1).filter(|name| matches!(c.phrase(*name), Some(Phrase::Name(_))))?;
    if !c.is(start, words!["whose"]) || !matches!(c.phrase(start + 1), Some(Phrase::Number(_))) {
        return None;
    }
    let verb = start + 2 + usize::from(c.noun(start + 2) == Some(Noun::Thing));
    let figure = (verb + 1..verb + 4).find(|place| is_amount(c, *place))?;
    let told = c.verb(verb).is_some() && !(verb..figure).any(|place| is_stop(c, place));
    told.then(|| {
        Draft::new(c).keep(0, comma).say(", and", start).again(name, name + 1).keep(verb, c.len()).done()
    })
}
