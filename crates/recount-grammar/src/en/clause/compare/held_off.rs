//! Ahead of somebody in other words: `edged out X`, `held off X`, `left X behind`.

use super::*;

/// "edged out X": narrowly, as a state; "saw off X", "held off X".
pub(super) fn out_or_off(c: Chunks<'_>, frames: Frames) -> Read<'_> {
    let off = c.is(0, words!["off"])
        && matches!(c.word_before(), "saw" | "sees" | "seeing" | "held" | "holds" | "holding");
    // "edged X by 30 billion tokens".
    let edged = matches!(c.word_before(), "edge" | "edges" | "edged" | "edging")
        && matches!(c.phrase(0), Some(Phrase::Name(_)));
    if (c.is(0, words!["out"]) && frames.any(Frames::UP)) || off || edged {
        let (rest, object) = noun_phrase(c.skip(usize::from(!edged)))?;
        if !object.is_named() {
            return None;
        }
        let (rest, outcome) = finish(rest, ahead(object, false, false))?;
        return Some(into_place(rest, outcome, None));
    }
    None
}

/// "leaves X behind", "left X trailing": ahead of X.
pub(super) fn left_behind<'p>(c: Chunks<'p>) -> Read<'p> {
    if !matches!(c.word_before(), "leave" | "leaves" | "left" | "leaving") {
        return None;
    }
    let (rest, object) =
        noun_phrase(c).filter(|(_, np)| np.is_named() || np.who == crate::en::clause::Who::Other)?;
    let count = if rest.is(0, words!["behind", "trailing"]) {
        1
    } else {
        3 * usize::from(rest.are(&["in", "the", "dust"]))
    };
    (count > 0).then(|| (rest.skip(count), Outcome::one(ahead(object, false, false))))
}
