//! "X and Y followed, each processing more than 600 billion tokens": X and Y followed; X and Y each processed so many.

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop, names_somebody, stop_behind, subjects_before};
use crate::en::clause::Who;
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::lexicon::{Form, past_of};
use crate::en::phrase::Chunks;

/// What each of several did, behind a comma.
pub(super) fn each_exceeding(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![",", "—", "–"]))?;
    if !c.is(start, words!["each"]) {
        return None;
    }
    // "each of them processing".
    let of_them = 2 * usize::from(c.is(start + 1, words!["of"]) && c.is(start + 2, words!["them", "which"]));
    let own = start + 1 + of_them;
    let own = own + usize::from(c.entry(own).adverb && c.verb(own).is_none());
    let close = stop_behind(c, own);
    let (says, behind) = match c.verb(own) {
        Some(verb) if verb.form == Form::Ing => past_of(c.word(own)).map(|past| (past, own + 1))?,
        _ if c.is(own, words!["with", "at", "on"]) => ("had", own + 1),
        _ if c.is(own, words!["above", "over", "below", "under"]) => ("had", own),
        // "exceeding 600 billion" is a figure.
        _ if is_amount(c, own) => ("had", own),
        _ => return None,
    };
    let figure = (behind..close.min(behind + 2)).any(|place| is_amount(c, place));
    let (from, to) = several(c, comma)?;
    let last = super::before_last_stop(c);
    if !figure {
        return None;
    }
    let draft =
        Draft::new(c).keep(0, comma).keep(close, last).say(";", comma).again(from, to).say("each", start);
    Some(draft.say(says, own).keep(behind, close).keep(last, c.len()).done())
}

/// Several that are named one by one: the subject of the clause before, or behind "including".
fn several(c: Chunks<'_>, comma: usize) -> Option<(usize, usize)> {
    let list = |from: usize| {
        let (rest, np) = noun_phrase(c.skip(from))?;
        let many = matches!(&np.who, Who::Named(names) if names.len() > 1) && !np.together;
        many.then_some((from, rest.at))
    };
    let behind = |place: usize| {
        c.is(place, words!["including"])
            || place > 0 && c.is(place - 1, words!["such"]) && c.is(place, words!["as"])
    };
    let examples = (0..comma).find(|place| behind(*place)).map(|place| place + 1);
    match examples {
        Some(from) => list(from),
        None => {
            let (from, _) = subjects_before(c, comma).last()?;
            // Of nobody else: "X beat Y and Z, each processing".
            let (from, to) = list(from)?;
            let others = names_somebody(c, to, comma);
            (!others && !(from..to).any(|place| is_stop(c, place) && !c.is(place, words![","])))
                .then_some((from, to))
        }
    }
}
