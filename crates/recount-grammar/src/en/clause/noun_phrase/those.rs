//! Those who were named before: `the latter`, `the pair`, `both`, `all three`, `each of them`.

use super::*;

/// "the latter", "the pair", "the two models", "both": how many chunks it takes.
pub(super) fn those_named(c: Chunks<'_>) -> Option<(usize, Who)> {
    let these = |count, each| Who::These { count, each };
    if c.is(0, words!["both"])
        && (c.verb(1).is_some() || matches!(c.word(1), "." | "," | ";") || c.len() == 1)
    {
        return Some((1, these(2, true)));
    }
    // "Each rose by 4 %": of all who were named.
    if c.is(0, words!["each"]) && c.at == 0 && c.verb(1).is_some() {
        return Some((1, these(0, true)));
    }
    if let Some(found) = all_of_those(c) {
        return Some(found);
    }
    if let Some(rest) = both_of(c) {
        let side =
            crate::en::clause::gap::is_side(c.skip(rest.at - c.at - 1)).then_some(Who::Sides(Side::Both));
        return Some((rest.at - c.at, side.unwrap_or_else(|| these(2, true))));
    }
    if !c.is(0, words!["the", "these", "those"]) {
        return None;
    }
    match c.word(1) {
        "former" => return Some((2, Who::Former)),
        "latter" => return Some((2, Who::Latter)),
        "pair" | "duo" => return Some((2, these(2, false))),
        "trio" | "quartet" => return Some((2, these(3 + u32::from(c.is(1, words!["quartet"])), false))),
        _ => {}
    }
    match c.phrase(1)? {
        // "The first handled 400 billion tokens, the second 750 billion".
        Phrase::Ordinal(n @ 1..=2) if c.is(0, words!["the"]) && is_told_of(c) => {
            Some((2, if *n == 1 { Who::Former } else { Who::Latter }))
        }
        Phrase::Number(n @ 2..=9) if c.noun(2) == Some(Noun::Thing) => Some((3, these(*n, false))),
        Phrase::Number(n @ 2..=9) if c.verb(2).is_some() => Some((2, these(*n, false))),
        // "the two of them came to 7.3 trillion".
        Phrase::Number(n @ 2..=9) if c.are(&["the"]) && c.is(2, words!["of"]) && c.is(3, words!["them"]) => {
            Some((4, these(*n, false)))
        }
        _ => None,
    }
}

/// "The first handled", ", the second nearly 750 billion": does its verb or its figure follow?
fn is_told_of(c: Chunks<'_>) -> bool {
    let opens = c.at == 0 || matches!(c.word_before(), "," | ";" | "and" | "while" | "but");
    let verb =
        c.noun(2).is_none() && c.verb(2).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third));
    let gapped = matches!(c.word_before(), "," | ";" | "and")
        && c.skip(2).get(0).is_some_and(|chunk| matches!(chunk.phrase, Phrase::Amount { .. }));
    opens && (verb || gapped)
}

/// "Each of them", "all three", "every one of the three": each of those who were named last.
fn all_of_those(c: Chunks<'_>) -> Option<(usize, Who)> {
    let each = |(count, many): (usize, u32)| (count, Who::These { count: many, each: true });
    // "all three rose", "all three models rose".
    if let (true, Some(Phrase::Number(n @ 2..=9))) = (c.is(0, words!["all"]), c.phrase(1)) {
        let count = 2 + usize::from(c.noun(2) == Some(Noun::Thing));
        return c.verb(count).map(|_| each((count, *n)));
    }
    let whole = match (c.phrase(0), c.phrase(1)) {
        _ if c.is(0, words!["each", "all"]) => 1,
        (_, Some(Phrase::Number(1))) if c.is(0, words!["every", "each"]) => 2,
        _ if c.is(0, words!["every"]) && c.is(1, words!["one"]) => 2,
        _ => return None,
    };
    of_those(c.skip(whole)).map(|(count, many)| each((whole + count, many)))
}

/// "of them", "of the three", "of these models": how many chunks it takes, and how many those
/// are; 0 where that is not said.
pub(in crate::en::clause) fn of_those(c: Chunks<'_>) -> Option<(usize, u32)> {
    if !c.is(0, words!["of"]) {
        return None;
    }
    if c.is(1, words!["them", "these", "those"]) && c.noun(2) != Some(Noun::Thing) {
        return match c.phrase(2) {
            Some(Phrase::Number(n @ 2..=9)) if c.is(1, words!["these", "those"]) => Some((3, *n)),
            _ => Some((2, 0)),
        };
    }
    if !c.is(1, words!["the", "these", "those"]) {
        return None;
    }
    match c.phrase(2)? {
        Phrase::Number(n @ 2..=9) => Some((3 + usize::from(c.noun(3) == Some(Noun::Thing)), *n)),
        _ if c.noun(2) == Some(Noun::Thing) && c.is(1, words!["these", "those"]) => Some((3, 0)),
        _ => None,
    }
}
