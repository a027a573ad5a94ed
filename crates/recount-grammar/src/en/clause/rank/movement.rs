//! What a verb says of the place before: `climbed to`, `took`, `kept`, `entered`.

use recount_model::Movement;

use crate::en::clause::verb_group::Group;
use crate::en::lexicon::Frames;
use crate::en::phrase::Chunks;
use crate::en::phrase::place::Place;

/// The movement to a place, as the words around the verb change it.
pub(super) fn moved(
    presupposed: Option<Movement>,
    way: &str,
    entering: bool,
    group: &Group,
) -> Option<Movement> {
    match (presupposed, way) {
        // "moved up to seventh".
        (Some(Movement::Took), "up") if !group.verb.frames.any(Frames::TAKE) => Some(Movement::Up),
        (Some(Movement::Took), "down") if !group.verb.frames.any(Frames::TAKE) => Some(Movement::Down),
        // "shot down to ninth"; "slid up to third" says no more than the place.
        (Some(Movement::Up), "down") => Some(Movement::Down),
        (Some(Movement::Down), "up") => None,
        // "Did not make the top five": it is not in it, whatever was before.
        (Some(Movement::Entered), _) if group.negated && !entering => None,
        _ => presupposed,
    }
}

/// The small word before a place, and what follows it.
pub(super) fn preposition(c: Chunks<'_>) -> (&str, Chunks<'_>) {
    // "held on to first place".
    if c.is(0, words!["on", "onto"]) && c.is(1, words!["to"]) {
        return ("", c.skip(2));
    }
    // "settled for second".
    if c.is(0, words!["for"]) && matches!(c.word_before(), "settle" | "settled" | "settles") {
        return ("", c.skip(1));
    }
    // "moved up to", "came in at", "came out on top", "shot straight to".
    let particle = c.is(0, words!["back", "up", "down", "straight", "right"])
        // "Closed in on the leader": it is not there.
        || c.is(0, words!["in", "out"]) && c.is(1, words!["at", "on", "as"]) && (!c.are(&["in", "on"]) || c.is(2, words!["top"]))
        || c.is(0, words!["out"]) && c.is(1, words!["in"]);
    let c = if particle { c.skip(1) } else { c };
    // "went straight in at number six".
    let c = c.skip(usize::from(particle && c.is(0, words!["in"]) && c.is(1, words!["at"])));
    if c.is(0, words!["in", "at", "to", "into", "as", "on", "among", "onto"]) {
        (c.word(0), c.skip(1))
    } else {
        ("", c)
    }
}

/// What the verb presupposes; `None` where verb, preposition and place make no
/// sense together.
pub(super) fn movement(frames: Frames, preposition: &str, place: Place) -> Option<Option<Movement>> {
    // "climbed to between third and fifth" says more than a place.
    if matches!(place, Place::Between(..)) && !(frames.any(Frames::RANK) && preposition.is_empty()) {
        return None;
    }
    let one = matches!(place, Place::At(_));
    let towards = matches!(preposition, "to" | "into" | "onto");
    if frames.any(Frames::ENTER) && !one && matches!(preposition, "" | "into") {
        return Some(Some(Movement::Entered));
    }
    // "made it to third".
    if frames.any(Frames::ENTER) && one && towards {
        return Some(None);
    }
    // "debuted at No. 3", "bowed in second place".
    if frames.any(Frames::DEBUT) {
        let entered = Some(Some(Movement::Entered));
        return matches!(preposition, "" | "at" | "in" | "as" | "on" | "into").then_some(entered).flatten();
    }
    // "trails in second place", "followed in fourth place".
    if frames.any(Frames::BEHIND.and(Frames::FOLLOW)) && one && matches!(preposition, "in" | "at") {
        return Some(None);
    }
    // "crashed into the chart".
    if preposition == "into" && place == Place::Board {
        return frames.any(Frames::RANK).then_some(Some(Movement::Entered));
    }
    // "gained third place", "recovered the top spot".
    if frames.any(Frames::TAKE) && frames.any(Frames::UP) && one && preposition.is_empty() {
        return Some(Some(Movement::Took));
    }
    if frames.any(Frames::UP.and(Frames::DOWN)) {
        if !towards {
            return None;
        }
        let falling = frames.any(Frames::DOWN);
        return Some(Some(match (one, falling) {
            (false, false) => Movement::Entered,
            (_, true) => Movement::Down,
            (true, false) => Movement::Up,
        }));
    }
    if frames.any(Frames::HOLD.and(Frames::STAY)) && !frames.any(Frames::TAKE) {
        return one.then_some(Some(Movement::Kept));
    }
    if frames.any(Frames::TAKE) {
        let returned = frames.any(Frames::RANK) && towards;
        // "returned to the top five": it was not in it.
        if returned && !one {
            return Some(Some(Movement::Entered));
        }
        return (one && (preposition.is_empty() || returned)).then_some(Some(Movement::Took));
    }
    if frames.any(Frames::RANK) {
        return Some(if towards && one {
            Some(Movement::Took)
        } else if towards {
            Some(Movement::Entered)
        } else {
            None
        });
    }
    reached(frames, preposition, place)
}

/// "reached the top five", "hit number one", "managed fifth".
fn reached(frames: Frames, preposition: &str, place: Place) -> Option<Option<Movement>> {
    let one = matches!(place, Place::At(_));
    // "reached the top five"; "passed the list" says nothing of a place.
    let reaches = frames.any(Frames::REACH) && !frames.any(Frames::OVERTAKE) && preposition.is_empty();
    if reaches && matches!(place, Place::Top(_)) {
        return Some(Some(Movement::Entered));
    }
    // "hit number one", "reached third place"; "managed fifth" says nothing of before.
    if frames.any(Frames::LEVEL) && one && preposition.is_empty() && matches!(place, Place::At(_)) {
        return Some(frames.any(Frames::REACH.and(Frames::SET)).then_some(Movement::Took));
    }
    None
}
