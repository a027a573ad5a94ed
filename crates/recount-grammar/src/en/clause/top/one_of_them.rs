//! One of a group at the top, and places told one by one: `a southern model heads the ranking`,
//! `has the first and the second place`.

use super::*;

/// "A southern model heads the ranking", "a southern model made the top five": one of them at
/// least, whichever it is.
pub(super) fn one_of_them(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    let (rest, among) = noun_phrase::of_them(c.is(0, words!["a", "an", "another"]).then(|| c.skip(1))?)?;
    let (rest, group) = verb_group(rest, false)?;
    let stands = Frames::LEAD
        .and(Frames::BE)
        .and(Frames::RANK)
        .and(Frames::STAY)
        .and(Frames::ENTER)
        .and(Frames::TAKE)
        .and(Frames::HOLD);
    if group.negated || group.passive || !group.verb.frames.any(stands) {
        return None;
    }
    let nobody = Np::carried(c.span(c.at, c.at + 1));
    let (rest, outcome) = crate::en::clause::predicate::predicate(rest, &nobody, &group)?;
    let [Piece { act: Act::Rank { place, among: None, .. }, who: None, .. }] = outcome.pieces.as_slice()
    else {
        return None;
    };
    let top = match place {
        Place::At(1) => 1,
        Place::Top(top) => *top,
        Place::At(_) | Place::Between(..) | Place::Board => return None,
    };
    let hedge = if top == 1 { recount_model::Hedge::Bare } else { recount_model::Hedge::AtLeast };
    let count = Quantity { hedge, ..Quantity::whole(1, Unit::Count) };
    let piece = Piece::main(Act::Top { top, count, among: None });
    (!outcome.negated).then(|| (rest, among, Outcome { pieces: vec![piece], ..outcome }, group))
}

/// "the first and the second place", "first, second and third place": so many places at the top.
pub(super) fn first_and_second(c: Chunks<'_>) -> Option<(Chunks<'_>, u32)> {
    let nth = |c: Chunks<'_>, n: u32| match c.phrase(0) {
        Some(Phrase::Ordinal(k) | Phrase::Place(Place::At(k))) => *k == n,
        _ => n == 1 && c.is(0, words!["first"]),
    };
    let article = |c: Chunks<'_>| usize::from(c.is(0, words!["the", "both"]));
    let mut look = c.skip(article(c));
    let mut top = 1;
    while nth(look, top) && look.is(1, words![",", "and"]) {
        let comma = look.is(1, words![","]) && look.is(2, words!["and"]);
        look = look.skip(if comma { 3 } else { 2 });
        look = look.skip(article(look));
        top += 1;
    }
    let last = matches!(look.phrase(0), Some(Phrase::Place(Place::At(_))))
        || look.is(1, words!["places", "spots", "positions"]);
    let count = 1 + usize::from(look.noun(1) == Some(Noun::Place));
    (top > 1 && last && nth(look, top)).then(|| (look.skip(count), top))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn one_of_a_group() {
        assert_read(&[
            (
                "A southern model heads the ranking again.",
                &["the south held 1 of the top 1 places by call volume"],
            ),
            (
                "A southern model made the top five.",
                &["the south held at least 1 of the top 5 places by call volume"],
            ),
            (
                "The south has the first and the second place.",
                &["the south held 2 of the top 2 places by call volume"],
            ),
            (
                "Three southern models occupy the top three places.",
                &["the south held 3 of the top 3 places by call volume"],
            ),
        ]);
    }

    #[test]
    fn one_of_them_elsewhere() {
        assert_listed(&[
            "A southern model heads the ranking of complaints.",
            "The south has the first and the third place.",
        ]);
    }
}
