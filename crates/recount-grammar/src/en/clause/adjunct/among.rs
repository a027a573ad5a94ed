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
    if let Some(rest) = counting_all(c, outcome) {
        return Some(rest);
    }
    if !c.is(0, words!["among", "amongst", "across"]) {
        return None;
    }
    // "Among them, …": those of whom the sentence before spoke.
    if c.is(1, words!["them", "these", "those"]) {
        let place = outcome.pieces.iter_mut().find_map(|piece| match &mut piece.act {
            Act::Rank { among: among @ None, .. } if piece.who.is_none() => Some(among),
            _ => None,
        });
        if let Some(among) = place {
            *among = Some(Np::carried(c.span(c.at + 1, c.at + 2)));
        }
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
        let mut slots: Vec<&mut Option<Np>> = outcome.pieces.iter_mut().filter_map(slot).collect();
        if slots.is_empty() {
            return None;
        }
        // "Fell from first to fourth among the southern models": both places are.
        slots.iter_mut().for_each(|slot| **slot = Some(np.clone()));
    }
    Some(rest)
}

/// Among whom a place is.
fn slot(piece: &mut Piece) -> Option<&mut Option<Np>> {
    match &mut piece.act {
        Act::Rank { among, .. } | Act::Top { among, .. } => Some(among),
        _ => None,
    }
}

/// "Including all listed models", "counting charted models only": which of them count.
fn counting_all<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    let look = c.is(0, words!["including", "counting"]).then(|| c.skip(1))?;
    let only = usize::from(look.is(0, words!["only"]));
    let look = look.skip(only);
    let article = usize::from(!matches!(look.phrase(0), Some(Phrase::Name(_))));
    let look = if look.is(0, words!["the", "all"]) { look.skip(article) } else { look };
    let Some(Phrase::Name(names)) = look.phrase(0) else { return None };
    outcome.adjuncts.scope = Some(scope(names)?);
    Some(look.skip(1 + usize::from(look.is(1, words!["only", "alone"]))))
}
