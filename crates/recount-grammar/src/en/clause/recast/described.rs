//! "Its bigger sibling X fell", "the maker's other model, X, fell": X fell. Who somebody is besides, says nothing of a figure.

use recount_model::Subject;

use super::draft::{Draft, Recast};
use crate::en::clause::noun_phrase::owner_named;
use crate::en::phrase::{Chunks, Phrase, subjects};
use crate::token::Words;

/// A name without the words that describe it.
pub(super) fn described(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let owner = owner_named(c.skip(start)).map(|(rest, _)| rest.at);
    let article = usize::from(c.is(start, words!["its", "their", "the", "a", "our", "my"]));
    let from = owner.unwrap_or(start + article);
    if from == start {
        return None;
    }
    let mut at = from;
    while at < from + 5 && (c.is(at, NOUNS) || c.is(at, LIKE) || c.is(at, words!["-"]) && at > from) {
        at += 1;
    }
    let noun = at > from && c.is(at - 1, NOUNS);
    let known = at > from && (noun || (from..at).all(|place| !c.is(place, NOUNS)));
    let comma = usize::from(noun && c.is(at, words![","]));
    let name = at + comma;
    // "The smaller Sorrel" is one of that family.
    let sized = (from..at).any(|place| c.is(place, SIZES));
    let group = |subject: &Subject| matches!(subject, Subject::Group(_));
    let one = match c.phrase(name) {
        Some(Phrase::Name(names)) => {
            let mut all = subjects(names).peekable();
            all.peek().is_some() && !(sized && all.any(|subject| group(&subject)))
        }
        _ => false,
    };
    if !known || !one {
        return None;
    }
    let close = name + 1;
    let close = close + usize::from(comma > 0 && c.is(close, words![","]));
    let bare = comma > 0 && close == name + 1;
    (!bare).then(|| Draft::new(c).keep(0, start).keep(name, name + 1).keep(close, c.len()).done())
}

/// Words that may tell one of a family.
const SIZES: &Words = words![
    "bigger", "smaller", "larger", "lighter", "heavier", "cheaper", "pricier", "faster", "slower", "other",
    "lightweight", "heavyweight", "compact", "budget", "big", "small", "little", "tiny", "giant", "low-cost",
    "low", "open", "open-weight",
];

/// What somebody is called besides.
const NOUNS: &Words = words![
    "sibling", "stablemate", "rival", "peer", "cousin", "counterpart", "flagship", "model", "offering",
    "challenger", "contender", "neighbour", "neighbor", "competitor", "workhorse", "veteran", "newcomer",
    "relative", "companion", "partner", "brother", "sister", "title", "film", "song", "series", "show",
    "book", "version", "variant",
];

/// What they are like; no word of a part of the figures ("free", "new", "paid", "older version").
const LIKE: &Words = words![
    "other", "bigger", "smaller", "larger", "lighter", "heavier", "cheaper", "pricier", "faster", "slower",
    "open", "weight", "open-weight", "lightweight", "heavyweight", "compact", "budget", "low", "cost",
    "low-cost", "nimble", "beloved", "venerable", "perennial", "closest", "nearest", "fellow", "stable",
    "much", "far", "long", "time", "arch", "big", "small", "little", "tiny", "giant", "domestic", "chief",
    "preview",
];
