//! Words that are written with a hyphen as well as without: `out-drew`, `drop-off`.

use crate::en::lexicon::{Entry, look_up};
use crate::token::{OneOf, Tokens, Words, is_hyphen};

/// "out-drew", "re-entered", "drop-off": the verb or the noun that it is without its hyphen.
pub(super) fn joined(tokens: Tokens<'_>, at: usize) -> Option<Entry> {
    let first = tokens.rest.get(at)?;
    const FIRST: &Words = words![
        "out", "leap", "re", "nose", "drop", "fall", "pull", "sell", "run", "step", "pick", "build", "come",
    ];
    if !FIRST.has(tokens, *first)
        || !is_hyphen(tokens.peek_at(at + 1))
        || !tokens.rest.get(at + 1)?.glued
        || !tokens.rest.get(at + 2)?.glued
    {
        return None;
    }
    let word = format!("{}{}", tokens.lower_of(*first), tokens.peek_at(at + 2));
    Some(look_up(&word)).filter(|entry| entry.verb.is_some() || entry.noun.is_some())
}
