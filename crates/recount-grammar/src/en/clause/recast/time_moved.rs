//! "A third of them went last week to X": a third of them went to X last week.

use super::draft::{Draft, Recast};
use super::{JOINS, stop_behind};
use crate::en::clause::predicate::is_finite;
use crate::en::lexicon::Frames;
use crate::en::phrase::place::Place;
use crate::en::phrase::time::Role;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// The only time of a clause, at its end.
pub(super) fn to_the_end(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let end = stop_behind(c, start);
    let mut times = (start..end).filter(|place| matches!(c.phrase(*place), Some(Phrase::Time(_))));
    let (time, None) = (times.next()?, times.next()) else { return None };
    // "Rose to 0.9 trillion last week after a 17 % drop": of the drop, it would be.
    let plain = |place: usize| {
        !matches!(c.phrase(place), Some(Phrase::Weeks(_) | Phrase::First(_) | Phrase::Record(_)))
            && !c.is(place, BOUNDS)
            && c.verb(place).is_none()
            && !c.is(place, JOINS)
    };
    if !(time + 1..end).all(plain) {
        return None;
    }
    let at = matches!(c.phrase(time), Some(Phrase::Time(time)) if time.role == Role::At);
    if !at || time + 1 == end || time == start || c.is(time + 1, words!["'s", "’s"]) {
        return None;
    }
    let draft = Draft::new(c).keep(0, time).keep(time + 1, end).keep(time, time + 1);
    Some(draft.keep(end, c.len()).done())
}

/// "Was last week at its lowest since March", "moved as many tokens last week as X": the only time of its own that a
/// clause has, amid the words of its predicate, in front of it.
pub(super) fn to_the_front(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let end = stop_behind(c, start);
    let mut times = (start..end).filter(|place| is_own_time(c, *place));
    let (time, None) = (times.next()?, times.next()) else { return None };
    if time < start + 2 || time + 1 >= end || c.is(time + 1, words!["'s", "’s"]) || c.is(time + 1, JOINS) {
        return None;
    }
    let bound = (start..time).any(|place| c.is(place, BOUNDS) || c.is(place, JOINS));
    let verb = (start..time).any(|place| c.verb(place).is_some_and(|verb| is_finite(verb.form)));
    // "Rose 4 % last week on higher sales": what stands behind a plain predicate may wait there.
    let goes_on = c.verb(time - 1).is_some_and(|verb| verb.frames.any(Frames::BE.and(Frames::STAY)))
        || c.is(time + 1, words!["as", "since", "than"])
        || matches!(c.phrase(time + 1), Some(Phrase::Time(time)) if time.role == Role::Since);
    if bound || !verb || !goes_on {
        return None;
    }
    let draft = Draft::new(c).keep(0, start).keep(time, time + 1).say(",", time).keep(start, time);
    Some(draft.keep(time + 1, c.len()).done())
}

/// "Placed two models in last week's top ten", "first on last week's list": the only time of a sentence, with what was ranked then.
pub(super) fn ranking_of(c: Chunks<'_>, start: usize) -> Option<Recast> {
    const RANKINGS: &Words = words![
        "list", "ranking", "rankings", "chart", "charts", "table", "leaderboard", "board", "standings"
    ];
    // Once for all of the sentence.
    if start > 0 {
        return None;
    }
    let mut times = (0..c.len()).filter(|place| matches!(c.phrase(*place), Some(Phrase::Time(_))));
    let (time, None) = (times.next()?, times.next()) else { return None };
    let owned = is_own_time(c, time) && c.is(time + 1, words!["'s", "’s"]);
    let ranked = time + 2 + usize::from(matches!(c.phrase(time + 2), Some(Phrase::Name(_))));
    let placed = matches!(c.phrase(ranked), Some(Phrase::Place(Place::Top(_) | Place::Board)))
        || c.is(ranked, RANKINGS);
    let other = (0..c.len()).any(|place| c.is(place, words!["since", "until", "than", "before", "after"]));
    if !owned || !placed || other || time == 0 {
        return None;
    }
    // The time may have taken the word before it.
    let words = c.span(time, time + 1).of(c.tokens.text).to_ascii_lowercase();
    let the = match words.split_whitespace().next() {
        Some("in" | "on") => "in the",
        Some("of") => "of the",
        _ => "the",
    };
    let draft = Draft::new(c).again(time, time + 1).say(",", time).keep(0, time).say(the, time);
    Some(draft.keep(time + 2, c.len()).done())
}

/// A time at which something is so.
fn is_own_time(c: Chunks<'_>, place: usize) -> bool {
    matches!(c.phrase(place), Some(Phrase::Time(time)) if time.role == Role::At)
}

/// Words behind which another time is spoken of.
const BOUNDS: &Words = words![
    "after", "before", "following", "from", "than", "against", "versus", "compared", "since", "until",
    "when", "that", "which", "who", "whose",
];
