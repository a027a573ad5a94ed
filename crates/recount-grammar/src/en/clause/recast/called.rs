//! Names with what they are called in front, and words amid a frame that say nothing of a figure: "a little-known model called X", "the top
//! six models globally by usage", "all three top spots", "jumped three ranks from #8 to #5".

use super::names_somebody;
use super::plain::Plainer;
use crate::en::lexicon::{Frames, Noun, is_grammatical};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};

/// "a little-known model called X", "an anonymous thing named X": X.
pub(super) fn called(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    if !c.is(place, words!["a", "an", "the"]) {
        return None;
    }
    let by = (place + 2..place + 7).find(|at| c.is(*at, words!["called", "named", "dubbed"]))?;
    let thing = c.noun(by - 1) == Some(Noun::Thing) || c.entry(by - 1).known;
    // What tells one of a family from another stays.
    const PARTS: &crate::token::Words =
        words!["free", "paid", "older", "smaller", "version", "variant", "tier"];
    let plain = |at: usize| {
        let word = matches!(c.phrase(at), Some(Phrase::Word(_) | Phrase::Adjective(_)));
        word && !c.is(at, PARTS)
            && (!is_grammatical(c.word(at)) || c.is(at, words!["-"]))
            && c.verb(at).is_none_or(|_| c.noun(at).is_some() || c.entry(at).is_unknown())
    };
    let name = names_somebody(c, by + 1, by + 2);
    (thing && name && (place + 1..by - 1).all(plain)).then_some((by + 1, ""))
}

/// "the top six models globally by usage", "the top three worldwide by usage": by it.
pub(super) fn top_globally(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let globally =
        c.is(place, words!["globally", "worldwide", "overall"]) && c.is(place + 1, words!["by", "in"]);
    let before = place.checked_sub(1)?;
    let top = |at: usize| matches!(c.phrase(at), Some(Phrase::Place(Place::Top(_))));
    let listed = top(before)
        || before > 0 && top(before - 1) && (c.noun(before) == Some(Noun::Thing) || c.entry(before).known);
    (globally && listed).then_some((place + 1, ""))
}

/// "occupy all three top spots": the top three spots.
pub(super) fn all_top_spots(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    const COUNTS: [(u32, &str); 9] = [
        (2, "the top two"),
        (3, "the top three"),
        (4, "the top four"),
        (5, "the top five"),
        (6, "the top six"),
        (7, "the top seven"),
        (8, "the top eight"),
        (9, "the top nine"),
        (10, "the top ten"),
    ];
    let Some(Phrase::Number(count)) = c.phrase(place + 1) else { return None };
    let spots = c.is(place + 2, words!["top", "leading"]) && c.noun(place + 3) == Some(Noun::Place);
    let says = COUNTS.iter().find(|(number, _)| number == count)?.1;
    (spots && c.is(place, words!["all", "the"])).then_some((place + 3, says))
}

/// "jumped three ranks from #8 to #5": from and to say how far.
pub(super) fn so_many_ranks(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let moves = place > 0
        && c.verb(place - 1)
            .is_some_and(|verb| verb.frames.any(Frames::UP.and(Frames::DOWN).and(Frames::RANK)));
    let ranks = matches!(c.phrase(place), Some(Phrase::Number(_)))
        && (c.noun(place + 1) == Some(Noun::Place)
            || c.is(place + 1, words!["ranks", "places", "spots", "positions", "notches"]));
    let from = c.is(place + 2, words!["from"])
        && matches!(c.phrase(place + 3), Some(Phrase::Place(_) | Phrase::Ordinal(_)))
        && c.is(place + 4, words!["to"]);
    (moves && ranks && from).then_some((place + 2, ""))
}

/// "That model alone made up 10 %" at the beginning: the model.
pub(super) fn that_one(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let one = c.noun(1) == Some(Noun::Thing) && !c.word(1).ends_with('s');
    (place == 0 && c.is(0, words!["that"]) && one).then_some((1, "the"))
}
