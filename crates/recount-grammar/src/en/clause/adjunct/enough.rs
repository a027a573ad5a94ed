//! What a figure was enough for: a place, or a further week at one.

use crate::en::clause::predicate::{Outcome, Piece};
use crate::en::clause::{Act, rank};
use crate::en::phrase::Chunks;

/// "[earned 3 million] for fifth place", "good enough for third".
pub(super) fn enough_for<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    let comma = usize::from(c.is(0, words![","]) && c.is(1, words!["good", "enough"]));
    let c = c.skip(comma);
    let look = c.skip(usize::from(c.is(0, words!["good", "enough"])));
    let look = look.skip(usize::from(look.at > c.at && look.is(0, words!["enough"])));
    let told = |piece: &Piece| matches!(piece.act, Act::Level { .. } | Act::Compare { .. });
    // "enough for a fourth week at the top".
    if look.at > c.at
        && outcome.pieces.last().is_some_and(told)
        && let Some((rest, at)) = rank::weeks_at(look)
    {
        let weeks = at.adjuncts.weeks;
        outcome.pieces.extend(at.pieces.into_iter().map(|piece| Piece { weeks, main: false, ..piece }));
        return Some(rest);
    }
    if !look.is(0, words!["for"]) || !outcome.pieces.last().is_some_and(told) {
        return None;
    }
    let (rest, place) = rank::place(look.skip(1))?;
    let one = matches!(place, crate::en::phrase::place::Place::At(_));
    one.then(|| {
        outcome.pieces.push(Piece::beside(Act::Rank { place, movement: None, among: None }));
        rest
    })
}
