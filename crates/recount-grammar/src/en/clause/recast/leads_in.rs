//! What somebody leads in: "X leads global token usage", "X tops token usage", "ahead in total call volume".

use super::is_stop;
use super::plain::Plainer;
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::{Chunks, Phrase};

/// "X leads global token usage", "X tops token usage": it leads in it.
pub(super) fn leads_in(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let before = place.checked_sub(1)?;
    let leads = c
        .verb(before)
        .is_some_and(|verb| verb.frames.any(Frames::LEAD) && !c.is(before, words!["top"]))
        || c.is(before, words!["top"]) && before > 0 && matches!(c.phrase(before - 1), Some(Phrase::Name(_)));
    if !leads {
        return None;
    }
    // "The leading token volume".
    let tops = c.is(before, words!["tops", "topped", "topping"]);
    let described = before > 0 && c.is(before - 1, words!["the", "its", "their", "a", "of", "in", "with"]);
    let named = (place..place + 3).find(|at| metric_named(c, *at))?;
    let led = (place..named).all(|at| c.is(at, words!["global", "overall", "total", "worldwide"]));
    let end = named + 1;
    let ends = end >= c.len()
        || is_stop(c, end)
        || c.is(end, words!["with", "for", "on", "at", "worldwide", "globally", "and", "as"])
        || matches!(c.phrase(end), Some(Phrase::Time(_) | Phrase::Weeks(_) | Phrase::First(_)));
    (!tops && !described && led && ends).then_some((place, "in"))
}

/// "X tops token usage", which leads in it.
pub(super) fn tops(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let led = usize::from(c.is(place + 1, words!["global", "overall", "total", "worldwide"]));
    let who = place > 0 && !c.is(place - 1, words!["the", "its", "their", "a", "of", "in", "with"]);
    let tops = c.is(place, words!["tops", "topped", "topping"]) && who && metric_named(c, place + 1 + led);
    let says = if c.is(place, words!["tops"]) { "leads in" } else { "led in" };
    tops.then_some((place + 1, says))
}

/// Is it the name of a metric, or a word for a volume?
fn metric_named(c: Chunks<'_>, place: usize) -> bool {
    let metric =
        matches!(c.phrase(place), Some(Phrase::Name(names)) if crate::en::phrase::metric(names).is_some());
    metric || c.noun(place) == Some(Noun::Volume)
}

/// "ahead in total call volume", "ahead by overall call volume": in it.
pub(super) fn in_total(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let inside = place > 0 && c.is(place - 1, words!["in", "by"]);
    let total = c.is(place, words!["total", "overall", "aggregate"]);
    (inside && total && metric_named(c, place + 1)).then_some((place + 1, ""))
}
