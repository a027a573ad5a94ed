//! Figures of something else beside a statement, and when: `from 3,312 shops`, `for a
//! total of 291`, `as recently as the week of June 1`.

use super::*;
use crate::en::clause::predicate::{figure, level_of};

/// "as recently as the week of June 1": then; "[earned 3 million] from 3,312 shops".
pub(super) fn as_recently<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    if c.are(&["as", "recently", "as"])
        && let Some(Phrase::Time(time)) = c.phrase(3)
    {
        outcome.adjuncts.times.push(time.clone());
        // Whatever else the sentence says is of another week.
        outcome.adjuncts.local = true;
        return Some(c.skip(4));
    }
    // "for a total of 291".
    let total = c.is(0, words!["for"]) && c.is(1, words!["a"]) && c.are(&["for", "a", "total", "of"]);
    let brought = c.are(&["bringing", "the", "total", "to"]) || c.are(&["taking", "the", "total", "to"]);
    if (total || brought)
        && let Some((rest, phrase @ Phrase::Amount { .. })) = figure(c.skip(4))
    {
        outcome.pieces.extend(level_of(phrase).map(Piece::beside));
        return Some(level::skip_unit(rest));
    }
    let (rest, piece) = of_another_metric(c, outcome)?;
    outcome.pieces.push(piece);
    Some(rest)
}

/// "[earned 3 million] from 3,312 shops": how much of something else.
fn of_another_metric<'p>(c: Chunks<'p>, outcome: &Outcome) -> Option<(Chunks<'p>, Piece)> {
    let Act::Level { metrics: told, .. } = &outcome.pieces.last()?.act else { return None };
    if !c.is(0, words!["from", "in", "at", "across", "on", "over"]) || told.is_empty() {
        return None;
    }
    let (rest, phrase @ Phrase::Amount { metrics, .. }) = figure(c.skip(1))? else {
        return None;
    };
    let another = !metrics.is_empty() && metrics.iter().all(|metric| !told.contains(metric));
    another.then(|| level_of(phrase)).flatten().map(|act| (rest, Piece::beside(act)))
}

/// "at 4.48 trillion", "'s 4.48 trillion", "(4.48 trillion)" behind another
/// name: its level.
pub(in crate::en::clause) fn other_level<'p>(
    c: Chunks<'p>,
    who: &Np,
    outcome: &mut Outcome,
) -> Option<Chunks<'p>> {
    let (rest, mut piece) = level::beside(c)?;
    piece.who = Some(who.clone());
    outcome.pieces.push(piece);
    Some(rest)
}
