//! "X handled four times as many as Y and 30 % more than Z": X handled 30 % more than Z.

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop, subjects_before};
use crate::en::clause::predicate::is_finite;
use crate::en::phrase::Chunks;

/// A second object without subject and verb of its own.
pub(super) fn object_too(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let and = start.checked_sub(1).filter(|place| c.is(*place, words!["and", "but", "while"]))?;
    let figure = (start..start + 4).find(|place| is_amount(c, *place))?;
    if (start..figure).any(|place| is_stop(c, place) || c.verb(place).is_some()) {
        return None;
    }
    let end = super::stop_behind(c, start);
    // "and 20 % the week before" may be anything's.
    let compared = c.is(figure + 1, words!["more", "fewer", "less", "higher", "lower"])
        && (figure + 2..end).any(|place| c.is(place, words!["than"]));
    if !compared {
        return None;
    }
    if (start..end)
        .any(|place| c.verb(place).is_some_and(|verb| is_finite(verb.form) && c.noun(place).is_none()))
    {
        return None;
    }
    // Whose clause it goes on with.
    let finite = |verb: usize| c.verb(verb).is_some_and(|verb| is_finite(verb.form));
    let (from, verb) = subjects_before(c, and).find(|(_, verb)| finite(*verb) && *verb < and)?;
    let comma = and - usize::from(and > 0 && c.is(and - 1, words![","]));
    let draft = Draft::new(c).keep(0, comma).say(";", and).again(from, verb).again(verb, verb + 1);
    Some(draft.keep(start, c.len()).done())
}
