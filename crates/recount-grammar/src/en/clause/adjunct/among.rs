//! Among whom: `among the southern models`, `among charted models`, `in the top nine`.

use super::*;
use crate::en::phrase::place::Place;

/// "among the southern models", "among charted models".
pub(super) fn among<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    // "7.4 trillion tokens in the top nine": of those only.
    let inside = c.is(0, words!["in", "within", "inside"])
        && matches!(c.phrase(1), Some(Phrase::Place(Place::Top(_))));
    if inside
        && outcome.pieces.iter().all(is_level)
        && !outcome.pieces.is_empty()
        && outcome.adjuncts.top.is_none()
    {
        let Some(Phrase::Place(Place::Top(n))) = c.phrase(1) else {
            return None;
        };
        outcome.adjuncts.top = Some(*n);
        return Some(c.skip(2));
    }
    if !c.is(0, words!["among", "amongst", "across"]) {
        return None;
    }
    // "Among them, …": those of whom the sentence before spoke.
    if c.is(1, words!["them", "these", "those"]) {
        return Some(c.skip(2));
    }
    let look = if c.is(1, words!["the", "all"]) { c.skip(2) } else { c.skip(1) };
    if let Some(Phrase::Name(names)) = look.phrase(0)
        && let Some(scope) = scope(names)
    {
        outcome.adjuncts.scope = Some(scope);
        return Some(look.skip(1));
    }
    let (rest, found) = rank::among(c);
    if rest.at == c.at {
        // "Among the nine largest models, …".
        let Some(Phrase::Place(Place::Top(n))) = c.phrase(1) else {
            return None;
        };
        let counts =
            outcome.pieces.iter().all(|piece| !matches!(piece.act, Act::Rank { .. } | Act::Top { .. }));
        outcome.adjuncts.top = Some(*n);
        return counts.then(|| c.skip(2));
    }
    if let Some(np) = found {
        let slot = outcome.pieces.iter_mut().find_map(|piece| match &mut piece.act {
            Act::Rank { among, .. } | Act::Top { among, .. } => Some(among),
            _ => None,
        })?;
        *slot = Some(np);
    }
    Some(rest)
}
