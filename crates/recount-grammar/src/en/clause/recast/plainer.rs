//! More phrases in plainer words, of charts and trades: `drew another 27 million hours`, `which is a decrease of 3 %`, `held its position
//! at the top of the chart`, `followed closely behind at No. 2`.

use super::is_amount;
use super::plain::Plainer;
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// "drew another 27 million hours in its fourth week", "takes first place with another 41,188": of this week of its run. Alone it
/// may be on top of anything.
pub(super) fn another(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    const MORE: &Words = words!["additional", "further", "extra"];
    let behind = match () {
        () if c.is(place, words!["another"]) => place + 1,
        () if c.is(place, words!["an", "a"]) && c.is(place + 1, MORE) => place + 2,
        () => return None,
    };
    let before = place.checked_sub(1)?;
    // "took in another".
    let verb = before - usize::from(before > 0 && c.is(before, words!["in", "up", "out"]));
    let counts = c.is(before, words!["with"])
        || c.verb(verb).is_some_and(|verb| {
            verb.frames.any(Frames::LEVEL.and(Frames::USE)) && !verb.frames.any(Frames::UP.and(Frames::ADD))
        });
    let run = |place: usize| {
        let nth = c.is(place, words!["its", "their", "his", "her"])
            && matches!(c.phrase(place + 1), Some(Phrase::Ordinal(_) | Phrase::Weeks(_)));
        nth || matches!(c.phrase(place), Some(Phrase::Place(Place::At(_) | Place::Top(_))))
    };
    (counts && is_amount(c, behind) && (0..c.len()).any(run)).then_some((behind, ""))
}

/// "fell only slightly": slightly.
pub(super) fn only_slightly(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    const LITTLE: &Words = words!["slightly", "modestly", "marginally", "fractionally", "narrowly"];
    let only = c.is(place, words!["only", "just", "but"]) && c.is(place + 1, LITTLE);
    (only && place > 0).then_some((place + 1, ""))
}

/// ", which is a decrease of 19 % from 395": a decrease of 19 %.
pub(super) fn which_is(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let which = c.is(place, words!["which"]) && place > 0 && c.is(place - 1, words![","]);
    let is = c.verb(place + 1).is_some_and(|verb| verb.frames.any(Frames::BE.and(Frames::MARK)));
    let article = c.is(place + 2, words!["a", "an"]);
    let noun = matches!(c.noun(place + 3), Some(Noun::Rise | Noun::Fall)) && c.is(place + 4, words!["of"]);
    (which && is && article && noun).then_some((place + 2, ""))
}

/// "maintained its position at the top of the chart": stayed first on it.
pub(super) fn at_the_top(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let holds = c.verb(place).is_some_and(|verb| verb.frames.any(Frames::HOLD));
    let its = c.is(place + 1, words!["its", "his", "her", "their"]);
    let noun = c.is(place + 2, words!["position", "place", "spot", "perch"]);
    let top = c.skip(place + 3).are(&["at", "the", "top", "of"])
        || c.skip(place + 3).are(&["at", "the", "head", "of"])
        || c.skip(place + 3).are(&["at", "the", "summit", "of"]);
    (holds && its && noun && top).then_some((place + 7, "stayed first on"))
}

/// "X followed closely behind at No. 2": X was there.
pub(super) fn followed_behind(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let followed = c.is(place, words!["followed", "follows"]);
    let closely = place + 1 + usize::from(c.is(place + 1, words!["closely", "close", "right", "just"]));
    let behind = closely + usize::from(c.is(closely, words!["behind"]));
    let at = c.is(behind, words!["at", "in"]);
    let there = matches!(c.phrase(behind + 1), Some(Phrase::Place(Place::At(_))));
    (followed && behind > place + 1 && at && there).then_some((behind, "was"))
}

/// "a 5.8 % rise from the same time last year": from a year ago.
pub(super) fn same_time_of(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let from = c.is(place, words!["from", "than", "with", "to", "over"]);
    let same = c.skip(place + 1).are(&["the", "same", "time"]);
    let Some(Phrase::Time(_)) = c.phrase(place + 4) else { return None };
    let year = c.span(place + 4, place + 5).of(c.tokens.text).eq_ignore_ascii_case("last year");
    (from && same && year)
        .then_some((
            place + 5,
            if c.is(place, words!["from"]) { "from a year ago" } else { "than a year ago" },
        ))
        .filter(|_| c.is(place, words!["from", "than"]))
}
