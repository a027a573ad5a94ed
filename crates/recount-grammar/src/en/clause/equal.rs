//! Equality: `on par with X`, `as many tokens as X`, `level with X`, `X and Y
//! were tied`, `matched X's volume`.

use recount_model::{Figure, Quantity, Unit};

use super::noun_phrase::noun_phrase;
use super::predicate::{Outcome, Piece, Read};
use super::verb_group::{Group, skip_adverbs};
use super::{Act, Np, Who};
use crate::en::lexicon::Frames;
use crate::en::phrase::{Chunks, Phrase};

/// Turns of phrase between "be" and the other one.
const PHRASES: &[&[&str]] = &[
    &["on", "par", "with"],
    &["on", "a", "par", "with"],
    &["level", "with"],
    &["even", "with"],
    &["equal", "to"],
    &["equal", "with"],
    &["identical", "to"],
    &["the", "same", "as"],
    &["neck", "and", "neck", "with"],
    &["neck", "-", "and", "-", "neck", "with"],
    &["tied", "with"],
];

/// The same, of two subjects: "X and Y were level".
const ALONE: &[&[&str]] = &[
    &["on", "par"],
    &["on", "a", "par"],
    &["level"],
    &["even"],
    &["equal"],
    &["neck", "and", "neck"],
    &["neck", "-", "and", "-", "neck"],
    &["tied"],
];

/// What follows "be" or another verb.
///
/// Reads: "on par with X", "as many tokens as X", "level" of two. Does not read:
/// "nearly as many as X", "level for the fifth week", "as fast as X".
pub(super) fn complement<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let first = c.word(0);
    if !matches!(first, "on" | "level" | "even" | "equal" | "identical" | "the" | "neck" | "tied" | "as") {
        return None;
    }
    if first == "as" {
        return other(as_much(c)?, subject);
    }
    if let Some(words) = PHRASES.iter().find(|words| c.are(words)) {
        return other(c.skip(words.len()), subject);
    }
    let words = ALONE.iter().find(|words| c.are(words))?;
    two(c.skip(words.len()), subject)
}

/// "matched X", "tied [with] X".
pub(super) fn verb<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    if !group.verb.frames.any(Frames::EQUAL) || group.hedge != recount_model::Hedge::Bare {
        return None;
    }
    let c = skip_adverbs(c);
    let c = if c.is(0, words!["with"]) { c.skip(1) } else { c };
    if group.passive { other(c, subject).or_else(|| two(c, subject)) } else { other(c, subject) }
}

/// "as much as", "as many tokens as", "as large as".
fn as_much(c: Chunks<'_>) -> Option<Chunks<'_>> {
    if !c.is(0, words!["as"]) || !c.is(1, words!["much", "many", "large", "big", "high"]) {
        return None;
    }
    let mut look = c.skip(2);
    while matches!(look.phrase(0), Some(Phrase::Name(_))) || look.is(0, words!["weekly", "volume", "usage"]) {
        look = look.skip(1);
    }
    look.is(0, words!["as"]).then(|| look.skip(1))
}

/// The other one, with what is counted of it: "X", "X's volume", "that of X".
fn other<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let (rest, object) = noun_phrase(c)?;
    let names = object.is_named() || object.who == Who::Other;
    let rest = if rest.is(0, words!["did"]) { rest.skip(1) } else { rest };
    (names && object.share == subject.share).then(|| (rest, Outcome::one(equal(object))))
}

/// Both of two subjects.
fn two<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let Who::Named(names) = &subject.who else { return None };
    let [first, second] = names.as_slice() else { return None };
    let one =
        |name: &Vec<recount_model::Subject>| Np { who: Who::Named(vec![name.clone()]), ..subject.clone() };
    let piece = Piece { who: Some(one(first)), ..Piece::main(equal(one(second))) };
    Some((c, Outcome { pieces: vec![piece], ..Outcome::default() }))
}

fn equal(object: Np) -> Act {
    let value = Quantity::bare(Figure::Flat, Unit::Percent);
    Act::Compare { object, value, event: false }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn equality() {
        let level: &[&str] = &["Alder was level with that of Birch"];
        for sentence in [
            "Alder was on par with Birch last week.",
            "Alder was level with Birch last week.",
            "Alder processed as many tokens as Birch last week.",
            "Alder matched Birch's volume last week.",
            "Alder and Birch were neck and neck last week.",
            "Alder and Birch were tied.",
            "Alder's volume was equal to Birch's last week.",
        ] {
            assert_read(&[(sentence, level)]);
        }
    }

    #[test]
    fn what_is_not_equality() {
        assert_listed(&[
            "Alder nearly matched Birch last week.",
            "Alder processed nearly as many tokens as Birch last week.",
            "Alder, Birch and Cedar were level last week.",
        ]);
    }
}
