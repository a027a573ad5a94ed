//! "…, a share that has slipped by 3 points", "…, a volume that made up 8 % of the total": it has slipped, it made up.

use super::draft::{Draft, Recast};
use super::named;
use crate::en::lexicon::Noun;
use crate::en::phrase::{Chunks, Phrase, metric};

/// What is said of a figure in a relative clause behind it.
pub(super) fn told_of_it(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![",", "—", "–"]))?;
    if !c.is(start, words!["a", "an", "the"]) {
        return None;
    }
    let noun = start + 1;
    let that = noun + 1;
    let share = c.noun(noun) == Some(Noun::Share);
    let counted = matches!(c.noun(noun), Some(Noun::Volume | Noun::Total | Noun::Level))
        || c.is(noun, words!["number", "sum", "amount", "tally", "count", "figure", "haul"])
        || matches!(c.phrase(noun), Some(Phrase::Name(names)) if metric(names).is_some());
    if !(share || counted) || !c.is(that, words!["that", "which"]) || c.verb(that + 1).is_none() {
        return None;
    }
    // Of the only one that the sentence names before it.
    let mut names = (0..comma).filter_map(|place| {
        let one = matches!(c.phrase(place), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_some());
        one.then(|| named(c, place)).flatten().map(|(end, _)| (place, end))
    });
    let (first, _) = names.next()?;
    if names.next().is_some() {
        return None;
    }
    let draft = Draft::new(c).keep(0, comma).say(";", comma).again(first, first + 1);
    let draft = if share { draft.say("'s", start).keep(noun, that) } else { draft };
    Some(draft.keep(that + 1, c.len()).done())
}
