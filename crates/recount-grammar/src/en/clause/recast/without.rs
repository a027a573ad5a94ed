//! "X, the budget offering of its maker, led": X led. What stands between commas behind a name, and what a comma parts from
//! the end of a sentence, limits nothing that is said beside it; it is listed by itself.

use super::draft::{Draft, Recast};
use super::{is_stop, stop_behind};
use crate::en::clause::sentence::apposition;
use crate::en::lexicon::{Form, Frames, Noun};
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// The sentence without an apposition or a relative clause between commas.
pub(super) fn between_commas(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![","]))?;
    let named = comma.checked_sub(1).is_some_and(|place| matches!(c.phrase(place), Some(Phrase::Name(_))));
    if !named {
        return None;
    }
    let close = comma + apposition(c.skip(comma))?;
    // "Northern models, less X, processed": not all of them.
    let name = matches!(c.phrase(start), Some(Phrase::Name(_) | Phrase::Adjective(_)));
    let describes =
        name || c.is(start, OPENS) || c.verb(start).is_some_and(|verb| verb.form == Form::Participle);
    let limits = (start..close).any(|place| c.is(place, LIMITS));
    if !describes || limits {
        return None;
    }
    Some(Draft::new(c).keep(0, comma).keep(close + 1, c.len()).drop(start, close).done())
}

/// "X (now in its third season) rose": X rose. A bracket behind a name without figures or other names.
pub(super) fn in_brackets(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let open = (1..c.len()).find(|place| {
        c.is(*place, words!["(", "["]) && matches!(c.phrase(place - 1), Some(Phrase::Name(_)))
    })?;
    let close = (open + 1..c.len().min(open + 12)).find(|place| c.is(*place, words![")", "]"]))?;
    let telling = |place: usize| {
        c.get(place).is_some_and(crate::en::phrase::Chunk::is_figure)
            || matches!(c.phrase(place), Some(Phrase::Name(_) | Phrase::Adjective(_) | Phrase::Time(_)))
            || c.is(place, LIMITS)
            || c.is(place, words!["+", "-", "%", "up", "down"])
    };
    let goes_on = c.verb(close + 1).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third))
        || c.is(close + 1, words!["'s", "’s"]);
    let plain = (open + 1..close).all(|place| !telling(place));
    (plain && goes_on).then(|| Draft::new(c).keep(0, open).keep(close + 1, c.len()).done())
}

/// "X was the week's big winner, up 13.6 %": X, up 13.6 %. What X was, without a figure and another name, is left out and listed.
pub(super) fn complement(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let subject = super::named_to(c, start)?;
    let be = c.verb(subject).filter(|verb| verb.frames.any(Frames::BE.and(Frames::AUX)))?;
    let comma = stop_behind(c, subject);
    let way = c.is(comma, words![",", ":", "—", "–"])
        && c.is(comma + 1, words!["up", "down"])
        && super::is_measure(c, comma + 2);
    let telling = |place: usize| {
        c.get(place).is_some_and(crate::en::phrase::Chunk::is_figure)
            || matches!(
                c.phrase(place),
                Some(Phrase::Name(_) | Phrase::Adjective(_) | Phrase::Place(_) | Phrase::Ordinal(_))
            )
            || c.is(place, LIMITS)
            || c.noun(place) == Some(Noun::Share)
    };
    let plain =
        matches!(be.form, Form::Past | Form::Third) && (subject + 1..comma).all(|place| !telling(place));
    let draft =
        || Draft::new(c).keep(0, subject).say(",", comma).keep(comma + 1, c.len()).drop(subject, comma);
    (way && plain).then(|| draft().done())
}

/// The sentence without what its last comma parts from it.
pub(super) fn last_part(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![","]))?;
    let end = stop_behind(c, start);
    let last = end == c.len() || end + 1 == c.len() || c.is(end, words![";", "."]);
    let apart = c.is(
        start,
        words![
            "which", "who", "whose", "where", "with", "as", "while", "whereas", "though", "although", "even",
            "when", "leaving", "making", "taking", "putting", "giving"
        ],
    );
    if !last
        || !apart
        || c.is(start, words!["as"]) && !c.is(start + 1, words!["did", "was", "has", "had", "were"])
    {
        return None;
    }
    // Words that tell of whom or what all of it holds.
    let limits = (start..end).any(|place| c.is(place, LIMITS));
    (!limits && start < end && !is_stop(c, start))
        .then(|| Draft::new(c).keep(0, comma).keep(end, c.len()).drop(start, end).done())
}

/// The sentence without what it tells of the time before: "After accounting for 18 % of all tokens, X processed 4 trillion tokens last week".
pub(super) fn what_came_before(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let after = start == 0
        && c.is(0, words!["after", "having"])
        && c.verb(1).is_some_and(|verb| matches!(verb.form, Form::Ing | Form::Participle | Form::Past));
    let comma = stop_behind(c, 0);
    if !after || !c.is(comma, words![","]) || (0..comma).any(|place| c.is(place, LIMITS)) {
        return None;
    }
    let name = matches!(c.phrase(comma + 1), Some(Phrase::Name(_) | Phrase::Adjective(_)));
    let verb = (comma + 2..comma + 5)
        .any(|place| c.verb(place).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third)));
    (name && verb).then(|| Draft::new(c).keep(comma + 1, c.len()).drop(0, comma).done())
}

/// What begins with one of these describes.
const OPENS: &Words = words![
    "a", "an", "the", "its", "their", "one", "which", "who", "whose", "once", "now", "then", "still",
    "already", "long", "currently", "formerly", "also", "today", "itself",
];

/// Words that tell of whom or what all of it holds.
const LIMITS: &Words = words![
    "only", "excluding", "counting", "including", "among", "less", "minus", "without", "except", "excluded",
    "included", "counted", "but", "besides", "apart", "aside",
];
