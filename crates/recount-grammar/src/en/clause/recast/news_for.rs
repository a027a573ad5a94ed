//! "Bad news for X: its volume dropped 9 %", "A strong week for X: up 21 %": what stands before the colon says of
//! whom the words behind it speak, and nothing else.

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop, named, named_to, names_somebody};
use crate::en::clause::Who;
use crate::en::clause::predicate::is_finite;
use crate::en::phrase::{Chunk, Chunks};

/// What is said behind it, of the one named before it.
pub(super) fn news_for(c: Chunks<'_>, start: usize) -> Option<Recast> {
    const LONGEST: usize = 10;
    let colon = (1..c.len().min(LONGEST)).find(|place| c.is(*place, words![":", "—", "–"]))?;
    let name =
        (1..colon).find(|place| c.is(place - 1, words!["for", "at"]) && named_to(c, *place).is_some())?;
    let (end, np) = named(c, name)?;
    let one = matches!(&np.who, Who::Named(names) if names.len() == 1) && !np.share;
    let finite = (0..name).any(|place| {
        c.noun(place).is_none()
            && c.verb(place).is_some_and(|verb| is_finite(verb.form))
            && !c.entry(place).known
    });
    let stops = (0..name).any(|place| is_stop(c, place))
        || (0..colon).any(|place| c.get(place).is_some_and(Chunk::is_figure));
    if start > 0 || !one || finite || stops || end != colon || names_somebody(c, 0, name) {
        return None;
    }
    let first = colon + 1;
    let draft = Draft::new(c).keep(name, end);
    let draft = match () {
        () if c.is(first, words!["its", "their"]) => draft.say("'s", colon).keep(first + 1, c.len()),
        () if c.is(first, words!["it", "they"]) => draft.keep(first + 1, c.len()),
        () if c.is(first, words!["up", "down"]) && is_amount(c, first + 1) => {
            draft.say("was", colon).keep(first, c.len())
        }
        _ => return None,
    };
    Some(draft.done())
}
