//! "X printed 4.4 trillion tokens": whatever it is that is done with what is counted, somebody did it with so much.

use super::draft::{Draft, Recast};
use super::{behind_times, named};
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// A verb that says nothing by itself, before an amount in the unit of what is counted.
pub(super) fn did_so_much(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let (name, np) = named(c, start)?;
    let verb = behind_times(c, name);
    if np.share || !c.is(verb, DID) {
        return None;
    }
    let particle = verb + 1 + usize::from(c.is(verb + 1, words!["through", "up", "in", "out", "away"]));
    let lead = |place: usize| {
        c.entry(place).adverb
            || c.is(place, words!["a", "an", "some", "just", "only", "total", "of", "its", "their", "the"])
    };
    let figure = (particle..particle + 4).find(|place| !lead(*place))?;
    let Some(Phrase::Amount { metrics, .. }) = c.phrase(figure) else { return None };
    if metrics.is_empty() {
        return None;
    }
    let draft = Draft::new(c).keep(0, verb).say("processed", verb);
    Some(draft.keep(particle, c.len()).done())
}

/// Verbs of common speech that mean it beside an amount in such a unit, and much else beside other things.
pub(super) const DID: &Words = words![
    "did", "does", "printed", "drew", "drank", "ate", "burnt", "spun", "swept", "chewed", "crunched",
    "churned", "gobbled", "guzzled", "devoured", "inhaled", "hoovered", "ploughed", "plowed", "powered",
    "pumped", "shifted", "mustered", "netted", "hauled", "raked", "reeled", "ground", "blew", "burned",
    "sucked", "wolfed", "digested", "ingested",
];
