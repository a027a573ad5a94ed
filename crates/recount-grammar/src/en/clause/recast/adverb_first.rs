//! "slightly dropped to second", ", directly occupying the top six places": without the adverb, which changes nothing there.

use super::draft::{Draft, Recast};
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::Chunks;

/// The sentence without the adverb before a verb of moving, or behind a comma before a participle.
pub(super) fn adverb_first(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let adverb = (1..c.len()).find(|place| {
        let Some(verb) = c.verb(place + 1) else { return false };
        let moves = verb.frames.any(Frames::UP.and(Frames::DOWN)) && verb.form != Form::Base;
        let apart = c.is(place - 1, words![",", "—", "–"]) && verb.form == Form::Participle;
        moves && c.is(*place, DEGREES) || apart && (c.entry(*place).adverb || c.is(*place, DEGREES))
    })?;
    Some(Draft::new(c).keep(0, adverb).keep(adverb + 1, c.len()).done())
}

/// How far something moved, without a figure.
const DEGREES: &crate::token::Words = words![
    "slightly", "marginally", "sharply", "significantly", "substantially", "dramatically", "modestly",
    "markedly", "considerably", "noticeably", "steeply", "greatly", "moderately", "drastically",
    "immediately", "directly", "successfully", "swiftly", "promptly", "firmly",
];

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn adverbs_of_degree_before_the_verb() {
        assert_read(&[
            (
                "Alder slightly dropped to second place.",
                &["Alder dropped to number 2 by call volume compared with the week of 15 June 2026"],
            ),
            ("Alder drastically rose by 8%.", &["Alder rose by 8 percent"]),
        ]);
        assert_listed(&["Alder reportedly dropped to a new home in fifth gear by 8%."]);
    }
}
