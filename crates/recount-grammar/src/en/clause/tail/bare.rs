//! Figures alone in a bracket, or behind a colon or a dash.

use recount_model::Hedge;

use super::Tail;
use crate::en::clause::adjunct::adjuncts;
use crate::en::clause::level;
use crate::en::clause::predicate::{Outcome, figure, level_of};
use crate::en::phrase::{Chunks, Phrase};

/// "4.19 trillion tokens" in a bracket, or behind a colon or a dash.
pub(super) fn bare_level(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let (rest, phrase @ Phrase::Amount { quantity, .. }) = figure(c)? else {
        return None;
    };
    // "(-12 cents)" is by how much, or a figure below zero: who knows.
    if (quantity.hedge == Hedge::Bare && quantity.is_direction()) || quantity.falling {
        return None;
    }
    // "fell 4 % (326,000 barrels) to 8.7 million": by how much.
    let after = level::skip_unit(rest);
    let way = matches!(after.phrase(2), Some(Phrase::Amount { .. }));
    if way && after.is(0, words![")"]) && after.is(1, words!["to"]) {
        return None;
    }
    let mut outcome = Outcome::one(level_of(phrase)?);
    Some((adjuncts(after, &mut outcome), Tail::new(outcome)))
}
