//! Words before a verb that belong to its group: `kept leading`, `ended up trailing`, `is about to pass`, `it's
//! leading`.

use crate::en::lexicon::{Form, Frames, Verb};
use crate::en::phrase::Chunks;

/// "kept", "ended up", "found itself", "succeeded in", before what somebody is doing: how many words
/// it takes.
pub(super) fn doing(c: Chunks<'_>) -> usize {
    match c.word(0) {
        "keep" | "keeps" | "kept" => 1 + usize::from(c.is(1, words!["on"])),
        "end" | "ends" | "ended" | "wind" | "winds" | "wound" | "finish" | "finishes" | "finished"
            if c.is(1, words!["up"]) =>
        {
            2
        }
        "find" | "finds" | "found" if c.is(1, words!["itself", "themselves"]) => 2,
        "succeed" | "succeeds" | "succeeded" if c.is(1, words!["in"]) => 2,
        _ => 0,
    }
}

/// "[is] about to", "[is] on track to", before a verb: how many words it takes.
pub(super) fn about_to(c: Chunks<'_>) -> Option<usize> {
    let count = if c.are(&["about", "to"]) {
        2
    } else if c.is(0, words!["on"]) && c.is(1, words!["track", "course"]) && c.is(2, words!["to"]) {
        3
    } else {
        return None;
    };
    c.verb(count).is_some().then_some(count)
}

/// "It's", "that's": the verb behind a pronoun.
pub(super) fn contracted(c: Chunks<'_>) -> Option<Verb> {
    let pronoun = matches!(c.word_before(), "it" | "that" | "this" | "there" | "he" | "she" | "they");
    let form = if c.is(0, words!["’re"]) { Form::Base } else { Form::Third };
    let is = pronoun && c.is(0, words!["'s", "’s", "’re"]);
    is.then_some(Verb { frames: Frames::BE, form })
}
