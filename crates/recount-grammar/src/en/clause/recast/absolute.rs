//! "X led, with Y far behind in third": X led, while Y was far behind in third. A subject with any complement that
//! "was" takes, behind "with", beside "being" or alone behind a comma, is told as a clause of its own.

use super::draft::{Draft, Recast};
use super::{before_last_stop, is_amount, is_stop, named, named_to, stop_behind, subjects_before};
use crate::en::clause::predicate::is_finite;
use crate::en::lexicon::Form;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// Somebody and what they were, without a verb.
pub(super) fn absolute(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let with = start.checked_sub(1).filter(|place| c.is(*place, words!["with"]));
    let from = with.unwrap_or(start);
    let comma = from.checked_sub(1).filter(|place| c.is(*place, words![",", "—", "–", "and"]));
    if with.is_none() && comma.is_none_or(|comma| c.is(comma, words!["and"])) {
        return None;
    }
    let end = named_to(c, start)?;
    let being = usize::from(c.is(end, words!["being"]));
    let own = end + being;
    let close = close_of(c, own);
    if !is_complement(c, own, close) {
        return None;
    }
    // "With Y far behind, X led".
    if from == 0 {
        let last = before_last_stop(c);
        let draft = Draft::new(c).keep(close + 1, last).say(", while", from).keep(start, end).say("was", own);
        return (c.is(close, words![","]) && close + 1 < last)
            .then(|| draft.keep(own, close).keep(last, c.len()).done());
    }
    let before = comma.unwrap_or(from);
    let led = subjects_before(c, before).find(|(_, to)| *to < before);
    let draft = Draft::new(c).keep(0, before).say(", while", from).keep(start, end).say("was", own);
    let draft = draft.keep(own, close);
    let draft = match (led, lacks_object(c, own, close)) {
        (Some((from, to)), Some("of" | "ahead of")) => draft.say("of", close).again(from, to),
        (Some((from, to)), Some(_)) if c.is(close - 1, words!["ahead"]) => {
            draft.say("of", close).again(from, to)
        }
        (Some((from, to)), Some(_)) => draft.again(from, to),
        _ => draft,
    };
    Some(draft.keep(close, c.len()).done())
}

/// ", with Y, in second place, the only one from the south", ", with Y the highest at No. 3", "; the other, in ninth place, was Y": and Y was
/// in that place. What else it is called there is listed.
pub(super) fn placed(c: Chunks<'_>, start: usize) -> Option<Recast> {
    const CALLED: &Words =
        words!["only", "highest", "best", "lone", "sole", "exception", "highest-ranked", "top"];
    if c.is(start, words!["the"]) && c.is(start + 1, words!["other", "exception", "remaining"]) {
        let comma = start + 2 + usize::from(c.is(start + 2, words!["one"]));
        let (place, close) = in_place(c, comma + 1).filter(|_| c.is(comma, words![","]))?;
        let was = close + 1;
        let (end, _) =
            named(c, was + 1).filter(|_| c.is(close, words![","]) && c.is(was, words!["was", "is"]))?;
        let draft = Draft::new(c).keep(0, start).keep(was + 1, end).keep(was, was + 1).keep(place, close);
        return Some(draft.keep(end, c.len()).done());
    }
    let with = start.checked_sub(1)?;
    let comma = if c.is(with, words!["with"]) { with.checked_sub(1)? } else { with };
    let end = named_to(c, start).filter(|_| c.is(comma, words![",", "—", "–"]))?;
    let aside = usize::from(c.is(end, words![","]));
    let draft = Draft::new(c).keep(0, comma).say(", and", comma).keep(start, end).say("was", end);
    // "Y, in second place, the only one": "Y in third being the exception".
    if let Some((place, close)) = in_place(c, end + aside) {
        let after = close + aside;
        let stop = stop_behind(c, after);
        let called = (after..stop).any(|place| c.is(place, CALLED));
        let apart = aside == 0 || c.is(close, words![","]);
        let draft = draft.keep(place, close).keep(stop, c.len()).drop(after, stop);
        return (called && apart && (c.is(after, words!["the", "being", "as"]))).then(|| draft.done());
    }
    // "Y the highest at No. 3".
    let article = usize::from(c.is(end, words!["the"]));
    let called = end + article;
    let placed = called
        + 1
        + usize::from(c.is(called + 1, words!["placed", "ranked", "of"]) && !c.is(called + 1, words!["of"]));
    let (place, close) = in_place(c, placed).filter(|_| article > 0 && c.is(called, CALLED))?;
    Some(draft.keep(place, close).keep(close, c.len()).done())
}

/// "in second place", "at No. 3", "in third": from and up to.
fn in_place(c: Chunks<'_>, at: usize) -> Option<(usize, usize)> {
    let inside = usize::from(c.is(at, words!["in", "at", "on"]));
    let place = crate::en::clause::rank::place(c.skip(at + inside));
    let (rest, _) = place.filter(|(_, place)| matches!(place, crate::en::phrase::place::Place::At(_)))?;
    (inside > 0).then_some((at, rest.at))
}

/// Where the complement ends: at the next stop, or behind the comma of "third, at 2 trillion".
fn close_of(c: Chunks<'_>, own: usize) -> usize {
    let close = stop_behind(c, own);
    let more = c.is(close, words![","]) && c.is(close + 1, words!["at", "on"]) && is_amount(c, close + 2);
    if more { stop_behind(c, close + 1) } else { close }
}

/// "[with Y now] within 120 billion", "[with Y] 120 billion behind": of the one in front.
fn lacks_object(c: Chunks<'_>, own: usize, close: usize) -> Option<&'static str> {
    let last = close.checked_sub(1).filter(|last| *last > own)?;
    match () {
        () if c.is(last, words!["behind", "ahead"]) && is_amount(c, last - 1) => Some(""),
        () if is_amount(c, last) && c.is(last - 1, words!["within"]) => Some("of"),
        () => None,
    }
}

/// What "was" may take, and no clause of its own.
fn is_complement(c: Chunks<'_>, from: usize, to: usize) -> bool {
    let verb = |place: usize| {
        // "Little changed at 4 trillion".
        let changed = c.is(place, words!["changed"]) && c.is(place - 1, words!["little", "barely", "hardly"]);
        !changed
            && c.noun(place).is_none()
            && c.verb(place).is_some_and(|verb| {
                is_finite(verb.form) && verb.form != Form::Participle
                    || matches!(verb.form, Form::Ing | Form::Base)
            })
            && !c.entry(place).adverb
            && !c.is(place, words!["up", "down"])
    };
    let other = |place: usize| c.is(place, OTHERWISE);
    from < to
        && !is_stop(c, from)
        && !c.is(from, NEXT)
        && !(from..to).any(|place| verb(place) || other(place))
        && (from..to).any(|place| !matches!(c.phrase(place), Some(Phrase::Time(_))))
}

/// Behind a name, these go on with it, or with what stood before it.
const NEXT: &Words = words![
    "and", "or", "'s", "’s", "of", "than", "that", "which", "who", "to", "but", ":", "from", "for", "as",
];

/// What tells of whom or what all of it holds.
const OTHERWISE: &Words = words![
    "included", "excluded", "counted", "including", "excluding", "combined", "together", "or", "expected",
    "likely", "set", "perhaps", "respectively",
];
