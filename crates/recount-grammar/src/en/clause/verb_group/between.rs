//! What stands in between in a verb group, and belongs to the clause: `has for the ninth week led`.

use super::*;
use crate::en::phrase::first::FirstTime;

/// What stands in between in a verb group: for the first time, or for so many weeks.
pub(in crate::en::clause) fn put_between(
    from: Chunks<'_>,
    to: Chunks<'_>,
    adjuncts: &mut crate::en::clause::Adjuncts,
) {
    for place in from.at..to.at {
        match (Chunks { at: place, ..from }).phrase(0) {
            Some(Phrase::First(first)) => adjuncts.first = Some(first.clone()),
            Some(Phrase::Weeks(weeks)) => adjuncts.weeks = Some(*weeks),
            _ if is_for_the_first_time(Chunks { at: place, ..from }) => {
                adjuncts.first = Some(FirstTime { weeks: None, since: None });
            }
            _ => {}
        }
    }
}

/// "X first overtook Y [in the week of June 8]": for the first time.
pub(in crate::en::clause) fn is_for_the_first_time(c: Chunks<'_>) -> bool {
    const DONE: Frames = Frames::AHEAD
        .and(Frames::OVERTAKE)
        .and(Frames::REACH)
        .and(Frames::ENTER)
        .and(Frames::TAKE)
        .and(Frames::LEAD);
    let first = c.get(0).is_some_and(|chunk| chunk.end == chunk.first + 1 && c.lower(chunk.first) == "first");
    // "First moved ahead of Y", "first went past Y".
    let moved = c.is(1, words!["moved", "went", "pulled", "got", "edged", "came", "nosed", "jumped"])
        && c.is(2, words!["ahead", "past", "clear"]);
    first && (moved || c.verb(1).is_some_and(|verb| verb.form == Form::Past && verb.frames.any(DONE)))
}
