//! "Northern models such as X and Y led": northern models led. "The X model developed by Z leads": X leads. Who belongs to a group, or
//! who made something, says nothing of a figure.

use recount_model::Subject;

use super::draft::{Draft, Recast};
use super::{is_stop, names_somebody};
use crate::en::lexicon::{Form, Noun, is_grammatical};
use crate::en::phrase::{Chunks, Phrase, subjects};
use crate::token::Words;

/// How many chunks such words take at most.
const REACH: usize = 16;

/// Examples behind a group's name, left out.
pub(super) fn such_as(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let group = |place: usize| match c.phrase(place) {
        Some(Phrase::Name(names)) => subjects(names).any(|one| matches!(one, Subject::Group(_))),
        _ => false,
    };
    let such = (1..c.len()).find(|place| c.is(*place, words!["such"]) && c.is(place + 1, words!["as"]))?;
    let comma = usize::from(c.is(such - 1, words![","]));
    let from = such.checked_sub(1 + comma).filter(|name| group(*name))? + 1;
    let end = end_of_list(c, such + 2)?;
    // A comma in front wants one behind.
    let closes = usize::from(comma > 0 && c.is(end, words![","]));
    let tells = c.verb(end + closes).is_some() || c.entry(end + closes).adverb;
    (tells && closes == comma).then(|| Draft::new(c).keep(0, from).keep(end + closes, c.len()).done())
}

/// The place behind names, known or not, from `from` on.
fn end_of_list(c: Chunks<'_>, from: usize) -> Option<usize> {
    let name = |place: usize| match c.phrase(place) {
        Some(Phrase::Name(_)) => names_somebody(c, place, place + 1),
        Some(Phrase::Word(_)) => c.span(place, place + 1).of(c.tokens.text).starts_with(char::is_uppercase),
        _ => false,
    };
    let joins = |place: usize| c.is(place, words![",", "and", "&", "from", "'s", "’s"]) && name(place + 1);
    // "A, B, and C".
    let twice = |place: usize| c.is(place, words![","]) && c.is(place + 1, words!["and"]) && name(place + 2);
    let mut end = from;
    while end < c.len().min(from + REACH) && (name(end) || end > from && (joins(end) || twice(end))) {
        end += 1 + usize::from(end > from && twice(end) && !name(end));
    }
    (end > from).then_some(end)
}

/// Who made it, behind a name: "the X model developed by the startup Z".
pub(super) fn made_by(c: Chunks<'_>, start: usize) -> Option<Recast> {
    const MADE: &Words = words![
        "developed", "made", "built", "created", "designed", "trained", "launched", "released", "owned",
        "introduced", "unveiled", "produced", "published", "written", "directed", "distributed"
    ];
    if start > 0 {
        return None;
    }
    let known = |place: usize| names_somebody(c, place, place + 1);
    let made = (1..c.len()).find(|place| {
        let thing = usize::from(c.noun(place - 1) == Some(Noun::Thing) || c.entry(place - 1).known);
        c.is(*place, MADE) && c.is(place + 1, words!["by"]) && *place > thing && known(place - 1 - thing)
    })?;
    let by = made + 2;
    // Up to the last word in capitals: "by the Norvane startup Fenwick".
    let plain = |place: usize| {
        let word = c.span(place, place + 1).of(c.tokens.text);
        match c.phrase(place) {
            Some(Phrase::Name(_) | Phrase::Adjective(_)) => true,
            Some(Phrase::Word(entry)) => {
                let maker = crate::en::lexicon::MAKERS.contains(&c.word(place))
                    || c.is(place, words!["the", "a", "'s", "’s", "-", "based"]);
                maker
                    || word.starts_with(char::is_uppercase)
                        && entry.verb.is_none()
                        && !is_grammatical(c.word(place))
            }
            _ => false,
        }
    };
    let end = by + (by..c.len().min(by + 7)).take_while(|place| plain(*place)).count();
    let verb = end + usize::from(c.entry(end).adverb && c.verb(end).is_none());
    let tells = c.verb(verb).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third | Form::Base));
    (end > by && tells && !is_stop(c, end)).then(|| Draft::new(c).keep(0, made).keep(end, c.len()).done())
}
