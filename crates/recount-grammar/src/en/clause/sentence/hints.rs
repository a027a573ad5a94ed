//! What the words of a clause tell besides its figures: whose they are, when it
//! was.

use super::*;
use crate::token::Words;

/// "The increase": words that may be the subject of a verb behind a comma.
pub(super) fn is_bare_subject(c: Chunks<'_>) -> bool {
    c.len() > 1
        && c.is(0, words!["the", "a", "an", "its", "their", "this", "these", "that", "those"])
        && !(1..c.len())
            .any(|ahead| c.verb(ahead).is_some_and(|verb| is_finite(verb.form)) && c.noun(ahead).is_none())
}

/// "Then X led", "X once led", "X recently overtook Y", "X briefly led": when that
/// was, the text does not say, or not for the whole of the week.
pub(super) fn is_at_some_time(c: Chunks<'_>, timed: bool) -> bool {
    const PARTLY: &Words = words!["briefly", "temporarily", "occasionally", "sometimes", "intermittently"];
    const UNTOLD: &Words =
        words!["once", "recently", "lately", "formerly", "previously", "originally", "initially"];
    let again = |ahead: usize| c.is(ahead, words!["once"]) && c.is(ahead + 1, words!["again", "more"]);
    // "X, once a top-five model, was ninth": said apart.
    let aside = |ahead: usize| {
        ahead > 0
            && c.is(ahead - 1, words![","])
            && c.is(ahead + 1, words!["a", "an", "the"])
            && (ahead..c.len()).any(|close| c.is(close, words![","]))
    };
    let untold = |ahead: usize| {
        (c.is(ahead, UNTOLD) || ahead == 0 && c.is(0, words!["then"]))
            && !timed
            && !again(ahead)
            && !aside(ahead)
    };
    (0..c.len()).any(|ahead| c.is(ahead, PARTLY) || untold(ahead))
}

/// What is denied with its reason behind it: that, or not for that reason.
pub(super) fn for_a_reason(mood: Mood, negated: bool, c: Chunks<'_>) -> Mood {
    let reason = negated && c.is(0, words!["because", "due", "thanks", "owing", "just", "simply"]);
    if reason && mood == Mood::Plain { Mood::Framed } else { mood }
}
