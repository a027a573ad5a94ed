//! Turns of phrase of several words that stand anywhere in a clause and change nothing about
//! what it says: `in turn`, `of course`, `all the same`, `this time around`.

mod anywhere;

pub(super) use self::anywhere::anywhere;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// The turns, longest first where one begins like another.
const TURNS: &[&[&str]] = &[
    &["all", "the", "same"],
    &["all", "the", "way"],
    &["as", "a", "result"],
    &["as", "of", "late"],
    &["far", "and", "away"],
    &["at", "long", "last"],
    &["for", "its", "part"],
    &["for", "their", "part"],
    &["in", "the", "process"],
    &["to", "be", "sure"],
    &["yet", "again"],
    &["once", "more"],
    &["once", "again"],
    &["of", "course"],
    &["in", "turn"],
    &["in", "fact"],
    &["at", "last"],
];

/// The first words of all.
const FIRST: &Words = words!["all", "as", "at", "far", "for", "in", "of", "once", "this", "to", "yet"];

/// How many chunks a turn takes; zero where none stands.
pub(super) fn turn(c: Chunks<'_>) -> usize {
    if !c.is(0, FIRST) {
        return 0;
    }
    TURNS.iter().find(|turn| c.are(turn)).map_or_else(|| this_time(c), |turn| turn.len())
}

/// ", however,", ", of course,": a word or a turn between two commas; how many chunks it takes.
pub(super) fn aside(c: Chunks<'_>) -> usize {
    if !c.is(0, words![","]) {
        return 0;
    }
    let adverb = c.entry(1).adverb && c.verb(1).is_none() && !c.is(1, words!["up", "down", "only", "far"]);
    let though = c.is(1, words!["though"]);
    let so_far = 2 * usize::from(c.is(1, words!["so", "as"]) && c.is(2, words!["far", "yet"]));
    let known = turn(c.skip(1)).max(usize::from(adverb || though)).max(so_far);
    let count = if known > 0 { known } else { anywhere(c, 1) };
    if count > 0 && c.is(count + 1, words![","]) { count + 2 } else { 0 }
}

/// "this time", "this time around": the week that is spoken of. Not "this time last year".
fn this_time(c: Chunks<'_>) -> usize {
    if !c.is(0, words!["this"]) || !c.is(1, words!["time"]) {
        return 0;
    }
    let count = 2 + usize::from(c.is(2, words!["around", "round"]));
    let dated = matches!(c.phrase(count), Some(Phrase::Time(_)))
        || c.is(count, words!["last", "next", "a", "of", "in", "each", "every", "two", "yesterday"]);
    if dated { 0 } else { count }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn turns_change_nothing() {
        let third: &[&str] = &["Alder ranked number 3 by call volume"];
        assert_read(&[
            ("Alder was in turn third.", third),
            ("Alder was third all the same.", third),
            ("Alder was, of course, third.", third),
            ("Alder was third this time around.", third),
            ("Alder was at last third.", third),
            (
                "Birch was in turn 0.9 trillion tokens ahead of Alder.",
                &["Birch was 0.9 trillion tokens above that of Alder"],
            ),
        ]);
    }

    #[test]
    fn another_time_is_no_turn() {
        assert_read(&[(
            "Alder was third this time last year.",
            &["In the week of 23 June 2025, Alder ranked number 3 by call volume"],
        )]);
        assert_listed(&["Alder was third in turn four.", "Alder was, on weekdays, third."]);
    }
}
