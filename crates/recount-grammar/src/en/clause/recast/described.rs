//! "Its bigger sibling X fell", "the maker's other model, X, fell": X fell. Who somebody is besides, says nothing of a figure.

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
    while at < from + 5 && (c.is(at, KINDS) || c.is(at, words!["-"]) && at > from) {
        at += 1;
    }
    let noun = at > from && c.is(at - 1, NOUNS);
    let known = at > from && (noun || (from..at).all(|place| !c.is(place, NOUNS)));
    let comma = usize::from(noun && c.is(at, words![","]));
    let name = at + comma;
    let one = matches!(c.phrase(name), Some(Phrase::Name(names)) if subjects(names).next().is_some());
    if !known || !one {
        return None;
    }
    let close = name + 1;
    let close = close + usize::from(comma > 0 && c.is(close, words![","]));
    let bare = comma > 0 && close == name + 1;
    (!bare).then(|| Draft::new(c).keep(0, start).keep(name, name + 1).keep(close, c.len()).done())
}

/// What somebody is called besides.
const NOUNS: &Words = words![
    "sibling", "stablemate", "rival", "peer", "cousin", "counterpart", "flagship", "model", "offering",
    "challenger", "contender", "neighbour", "neighbor", "competitor", "workhorse", "veteran", "newcomer",
    "relative", "companion", "partner", "brother", "sister", "title", "film", "song", "series", "show",
    "book",
];

/// These, and what they are like; no word of a part of the figures ("free", "new", "paid", "older version").
const KINDS: &Words = words![
    "sibling", "stablemate", "rival", "peer", "cousin", "counterpart", "flagship", "model", "offering",
    "challenger", "contender", "neighbour", "neighbor", "competitor", "workhorse", "veteran", "newcomer",
    "relative", "companion", "partner", "brother", "sister", "title", "film", "song", "series", "show",
    "book", "other", "bigger", "smaller", "larger", "lighter", "heavier", "cheaper", "pricier", "faster",
    "slower", "open", "weight", "open-weight", "lightweight", "heavyweight", "compact", "budget", "low",
    "cost", "low-cost", "nimble", "beloved", "venerable", "perennial", "closest", "nearest", "fellow",
    "stable", "much", "far", "long", "time", "arch", "big", "small", "little", "tiny", "giant", "domestic",
    "chief",
];
