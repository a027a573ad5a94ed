//! Between a subject and its verb: `X, whose maker has yet to turn a profit, rose`, `X (formerly a research project) rose`.

use super::{LONGEST, has_verb, is_plain};
use crate::en::clause::fronted::is_stop;
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::{Chunks, Phrase, subjects};
use crate::token::Words;

/// From where up to where a remark stands behind the first name, its marks with it.
#[must_use]
pub fn inside(c: Chunks<'_>) -> Option<(usize, usize)> {
    const NEAR: usize = 4;
    let named = |place: &usize| matches!(c.phrase(*place), Some(Phrase::Name(names)) if subjects(names).next().is_some());
    let open = (0..NEAR).find(named)? + 1;
    if !is_stop(c, open) {
        return None;
    }
    let closing: &Words = match c.word(open) {
        "(" => words![")"],
        "[" => words!["]"],
        "," => words![","],
        "—" | "–" | "-" => words!["—", "–", "-"],
        _ => return None,
    };
    let close = (open + 1..open + LONGEST).find(|place| is_stop(c, *place))?;
    let words = c.skip(open + 1).until(c.at + close);
    let bracket = c.is(open, words!["(", "["]);
    let told = c.is(close, closing)
        && (bracket && words.len() > 1 || describes(words))
        && goes_on(c.skip(close + 1));
    (told && is_plain(words)).then_some((open, close + 1))
}

/// "whose maker has yet to turn a profit", "the work of a small team", "once a byword for reliability".
fn describes(c: Chunks<'_>) -> bool {
    let relative = c.is(0, words!["whose", "which", "who"]) && has_verb(c);
    let article = |ahead: usize| c.is(ahead, words!["a", "an", "the"]);
    let once =
        c.is(0, words!["once", "long", "still", "already", "formerly", "perhaps", "also"]) && article(1);
    relative || c.len() > 2 && (article(0) || once)
}

/// Does its verb follow?
fn goes_on(c: Chunks<'_>) -> bool {
    let adverbs = (0..3).take_while(|ahead| c.entry(*ahead).adverb).count();
    c.verb(adverbs).is_some_and(|verb| {
        matches!(verb.form, Form::Past | Form::Third) || verb.frames.any(Frames::BE.and(Frames::AUX))
    })
}
