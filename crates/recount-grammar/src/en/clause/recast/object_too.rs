//! "X handled four times as many as Y and 30 % more than Z": X handled 30 % more than Z.

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop, named};
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
    let (subject, verb) = (0..and).rev().find_map(|place| {
        let begins = place == 0
            || is_stop(c, place - 1)
            || matches!(c.phrase(place - 1), Some(crate::en::phrase::Phrase::Time(_)));
        let (end, _) = begins.then(|| named(c, place)).flatten()?;
        let verb = c.verb(end)?;
        (is_finite(verb.form) && end < and).then_some(((place, end), end))
    })?;
    let comma = and - usize::from(and > 0 && c.is(and - 1, words![","]));
    let draft = Draft::new(c).keep(0, comma).say(";", and).again(subject.0, subject.1).again(verb, verb + 1);
    Some(draft.keep(start, c.len()).done())
}
