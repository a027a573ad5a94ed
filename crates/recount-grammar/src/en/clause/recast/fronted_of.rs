//! "Of the top five's volume, 71 % came from X": 71 % of the top five's volume came from X. "The token top ten": the top ten
//! by tokens.

use super::draft::{Draft, Recast};
use super::{is_stop, named_to, names_somebody, stop_behind};
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase, metric, units};

/// The whole of a share, in front of it.
pub(super) fn of_the_whole(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if !c.is(start, words!["of"]) || names_somebody(c, start, start + 2) {
        return None;
    }
    let comma = stop_behind(c, start + 1);
    let hedge =
        |place: usize| c.entry(place).adverb || c.is(place, words!["just", "only", "some", "about", "fully"]);
    let share = (comma + 1..comma + 4).find(|place| !hedge(*place))?;
    let verb = share + 1;
    let told = matches!(c.phrase(share), Some(Phrase::Percent(_))) && c.verb(verb).is_some();
    if comma < start + 2
        || comma > start + 6
        || !c.is(comma, words![","])
        || !told
        || c.is(share + 1, words!["of"])
    {
        return None;
    }
    let draft = Draft::new(c).keep(0, start).keep(comma + 1, verb).keep(start, comma);
    Some(draft.keep(verb, c.len()).done())
}

/// What the places are told by, in front of them.
pub(super) fn measured_top(c: Chunks<'_>, start: usize) -> Option<Recast> {
    // Once for all of the sentence.
    if start > 0 {
        return None;
    }
    let top = (1..c.len()).find(|place| {
        let measure = matches!(c.phrase(place - 1), Some(Phrase::Name(names)) if metric(names).is_some() || !units(names).is_empty());
        measure && matches!(c.phrase(*place), Some(Phrase::Place(Place::Top(_))))
    })?;
    let article = top.checked_sub(2).is_some_and(|before| c.is(before, words!["the", "'s", "’s", "its"]));
    if !article || is_stop(c, top - 1) {
        return None;
    }
    let draft = Draft::new(c).keep(0, top - 1).keep(top, top + 1).say("by", top).keep(top - 1, top);
    Some(draft.keep(top + 1, c.len()).done())
}

/// "Of the 28 trillion tokens processed last week, X handled 21 %": it accounted for 21 %.
pub(super) fn part_of_so_much(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = stop_behind(c, start);
    let amount = (start..comma).any(|place| matches!(c.phrase(place), Some(Phrase::Amount { .. })));
    if start > 0 || !c.is(start, words!["of"]) || !amount || !c.is(comma, words![","]) {
        return None;
    }
    let verb = named_to(c, comma + 1)?;
    let used = c.verb(verb).is_some_and(|verb| verb.frames.any(Frames::USE) && verb.form == Form::Past);
    let figure = (verb + 1..verb + 4)
        .find(|place| !c.entry(*place).adverb && !c.is(*place, words!["just", "only", "about", "some"]))?;
    let share = matches!(c.phrase(figure), Some(Phrase::Percent(_)))
        && !c.is(figure + 1, words!["of", "more", "less"]);
    (used && share)
        .then(|| Draft::new(c).keep(0, verb).say("accounted for", verb).keep(verb + 1, c.len()).done())
}
