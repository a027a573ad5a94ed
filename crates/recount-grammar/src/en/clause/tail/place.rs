//! Where somebody came, or went from, behind what was said: `and into seventh place`, `and out of the top nine`.

use super::*;

/// "and straight to first place", ", into seventh place from tenth".
pub(super) fn into_place(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    // "[fell 14 %] and out of the top nine".
    if matches!(c.word_before(), "and" | ",")
        && c.are(&["out", "of"])
        && let Some(Phrase::Place(found @ crate::en::phrase::place::Place::Top(_))) = c.phrase(2)
    {
        let movement = Some(recount_model::Movement::Left);
        let mut outcome = Outcome::one(Act::Rank { place: *found, movement, among: None });
        let rest = adjuncts(c.skip(3), &mut outcome);
        let group = Group { negated: true, ..Group::PLAIN };
        return Some((rest, Tail { group, ..Tail::new(outcome) }));
    }
    let behind = matches!(c.word_before(), "and" | "," | "straight" | "right" | "directly" | "back");
    let look = c.skip(usize::from(c.is(0, words!["straight", "right"])));
    let (rest, place) =
        (behind && look.is(0, words!["to", "into"])).then(|| rank::place(look.skip(1))).flatten()?;
    matches!(place, crate::en::phrase::place::Place::At(_)).then_some(())?;
    let mut outcome = Outcome::one(Act::Rank { place, movement: None, among: None });
    let from = rest.is(0, words!["from"]).then(|| rank::place(rest.skip(1))).flatten();
    let rest = match from {
        Some((after, old @ crate::en::phrase::place::Place::At(_))) => {
            let act = Act::Rank { place: old, movement: None, among: None };
            outcome
                .pieces
                .insert(0, Piece { anchor: crate::en::clause::Anchor::Before, ..Piece::beside(act) });
            after
        }
        _ => rest,
    };
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}
