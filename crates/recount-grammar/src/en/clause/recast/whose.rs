//! "…, ahead of X, whose 4 trillion tokens were unchanged": X's 4 trillion tokens were unchanged.

use super::draft::{Draft, Recast};
use super::{is_stop, stop_behind};
use crate::en::clause::sentence::apposition;
use crate::en::phrase::{Chunks, Phrase, subjects};

/// A relative clause of what somebody has, told as a sentence of its own.
pub(super) fn whose(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if !c.is(start, words!["whose"]) {
        return None;
    }
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![","]))?;
    let name = comma.checked_sub(1)?;
    let one = matches!(c.phrase(name), Some(Phrase::Name(names)) if subjects(names).next().is_some());
    if !one {
        return None;
    }
    // "X, whose …, led": what is said of X itself first.
    let inside = apposition(c.skip(comma)).map(|close| comma + close);
    let end = inside.unwrap_or_else(|| stop_behind(c, start));
    let draft = Draft::new(c);
    Some(match inside {
        Some(close) => {
            let last = c.len() - usize::from(is_stop(c, c.len() - 1));
            draft
                .keep(0, comma)
                .keep(close + 1, last)
                .say(";", comma)
                .again(name, name + 1)
                .say("'s", start)
                .keep(start + 1, close)
                .keep(last, c.len())
                .done()
        }
        None => draft
            .keep(0, comma)
            .say(";", comma)
            .again(name, name + 1)
            .say("'s", start)
            .keep(start + 1, end)
            .keep(end, c.len())
            .done(),
    })
}
