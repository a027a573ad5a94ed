//! Where noun phrases may begin: most places of a sentence begin none.

use super::members::is_quoted;
use crate::en::lexicon::Seen;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Kind;

/// May a noun phrase begin here? A figure, a weekday or a comma begins none.
pub(super) fn may_open(c: Chunks<'_>) -> bool {
    // "Chart-topping X", "second-placed X": what describes who made it may be anything.
    if c.seen.any(Seen::MAKER) {
        return true;
    }
    match c.phrase(0) {
        Some(Phrase::Name(_) | Phrase::Adjective(_) | Phrase::Number(_) | Phrase::Place(_)) => true,
        // "Last week's leader X".
        Some(Phrase::Time(_)) => c.is(1, words!["'s", "’s"]),
        Some(Phrase::Word(_)) => {
            let token = c.get(0).and_then(|chunk| c.tokens.rest.get(chunk.first));
            token.is_none_or(|token| token.kind != Kind::Symbol) || is_quoted(c)
        }
        Some(
            Phrase::Amount { .. }
            | Phrase::Percent(_)
            | Phrase::Points(_)
            | Phrase::Ratio(_)
            | Phrase::Other(_)
            | Phrase::Ordinal(_)
            | Phrase::Weeks(_)
            | Phrase::First(_)
            | Phrase::Record(_),
        )
        | None => false,
    }
}
