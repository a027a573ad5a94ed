//! "There is one new name in the top nine: X": X entered the top nine.

use super::draft::{Draft, Recast};
use super::named;
use crate::en::clause::Who;
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};

/// The only newcomer, named behind a colon.
pub(super) fn one_new(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let there = c.is(0, words!["there"]) && c.is(1, words!["is", "was"]);
    if start > 0 || !there {
        return None;
    }
    let colon = (4..c.len()).find(|place| c.is(*place, words![":", "—", "–"]))?;
    let new = (2..colon).take(3).find(|place| c.is(*place, words!["new", "newcomer"]))?;
    let noun = new
        + usize::from(
            c.is(new + 1, words!["name", "entry", "entrant", "face", "model", "arrival", "title", "song"]),
        );
    let at = noun + 1;
    let listed =
        (at..colon).any(|place| matches!(c.phrase(place), Some(Phrase::Place(Place::Top(_) | Place::Board))));
    let (end, np) = named(c, colon + 1)?;
    let one = matches!(&np.who, Who::Named(names) if names.len() == 1);
    if !c.is(at, words!["in", "on", "to", "among"]) || !listed || !one {
        return None;
    }
    let draft = Draft::new(c).keep(colon + 1, end).say("entered", at).keep(at + 1, colon);
    Some(draft.keep(end, c.len()).done())
}
