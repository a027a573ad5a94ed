//! Where one stands against another: `ahead of X`, `behind only X`, `short of third place`.

use super::*;
use crate::en::clause;

/// "ahead of X", "behind X", "above X", "level with X".
pub(in crate::en::clause) fn position(c: Chunks<'_>) -> Option<(Chunks<'_>, Act)> {
    let c = c.skip(steps_apart(c));
    // "miles ahead of X".
    let far = c.is(0, words!["way", "miles", "streets", "leagues", "lengths"])
        && c.is(1, words!["ahead", "clear", "behind", "above", "below", "in"]);
    let c = c.skip(usize::from(far));
    let (behind, count) = match (c.word(0), c.word(1)) {
        ("ahead" | "clear", "of") | ("in", "front") => (false, 2),
        ("above" | "over" | "past", _) => (false, 1),
        ("short" | "adrift", "of") => (true, 2),
        ("behind" | "below" | "under", _) => (true, 1),
        _ => return None,
    };
    let count = if c.is(0, words!["in"]) && c.is(2, words!["of"]) { 3 } else { count };
    // "behind only X".
    let count = count + usize::from(behind && c.is(count, words!["only", "just"]));
    // "past both X and Y".
    let both = c.is(count, words!["both"]) && !clause::adverbs::stands_alone(c.skip(count));
    let both = usize::from(both);
    let (rest, object) = noun_phrase(c.skip(count + both)).or_else(|| place_of(c.skip(count)))?;
    // "Y was a place ahead of it": of the one of whom the words before spoke.
    let it = object.who == clause::Who::Carried
        && object.about == clause::About::Nothing
        && c.is(count, words!["it"]);
    let names = object.is_named() || object.who == clause::Who::Other || it;
    names.then(|| (rest, ahead(object, behind, false)))
}

/// "[100 billion short of] third place": of the one who is there.
fn place_of(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    let Some(Phrase::Place(Place::At(place))) = c.phrase(0) else { return None };
    let np = Np { who: clause::Who::Ranked(*place), ..Np::carried(c.span(c.at, c.at + 1)) };
    matches!(c.word_before(), "of" | "behind").then(|| (c.skip(1), np))
}

/// "[Y, which X has led] by 300 billion tokens": ahead of the one in front, by how much if it
/// says so.
pub(in crate::en::clause) fn of_the_one_before<'p>(c: Chunks<'p>, object: Np, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    finish(c, ahead(object, frames.any(Frames::BEHIND), frames.any(Frames::OVERTAKE)))
}
