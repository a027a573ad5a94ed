//! Adverbs that change nothing, and those that begin a clause of their own.

use super::noun_phrase::{Kept, Skip};
use super::turns;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// Skips adverbs; "up" and "down" only where no figure follows.
pub(super) fn skip_adverbs(c: Chunks<'_>) -> Chunks<'_> {
    Kept::behind(c, Skip::Adverbs, behind_adverbs)
}

/// "Both", with nothing behind it that it is said of.
pub(super) fn stands_alone(both: Chunks<'_>) -> bool {
    let ends = both.len() == 1 || both.is(1, words![".", ",", ";", "of"]);
    let before = Chunks { at: both.at.saturating_sub(1), ..both };
    let object = matches!(both.word_before(), "of" | "behind" | "above" | "below" | "past" | "than");
    ends && both.at > 0 && (object || before.verb(0).is_some())
}

fn behind_adverbs(c: Chunks<'_>) -> Chunks<'_> {
    let mut look = c;
    loop {
        let turn = turns::turn(look);
        if turn > 0 {
            look = look.skip(turn);
            continue;
        }
        // "Y was ahead of both.", "Y led both of them": two who were named.
        if look.is(0, words!["both"]) && stands_alone(look) {
            break;
        }
        if !look.entry(0).adverb || look.verb(0).is_some() || begins_clause(look) {
            break;
        }
        // "led before June": not in June.
        if look.is(0, words!["before"]) && matches!(look.phrase(1), Some(Phrase::Time(_))) {
            break;
        }
        let directed = look.is(0, words!["up", "down"]);
        // "up from 3.9 trillion", "up slightly from last week's 3.9 trillion", "up by 8 %".
        let from = || skip_degree(look.skip(1)).get(0).is_some_and(|chunk| look.lower(chunk.first) == "from");
        if directed && (look.is(1, words!["by"]) || from()) {
            break;
        }
        let told = || {
            matches!(look.phrase(1), Some(Phrase::Weeks(_) | Phrase::First(_)))
                || super::predicate::figure(look.skip(1)).is_some()
        };
        if directed && told() {
            break;
        }
        look = look.skip(1);
    }
    look
}

/// "even though it fell", "though it fell" begin a clause; ", though," does not.
pub(super) fn begins_clause(c: Chunks<'_>) -> bool {
    let even = c.is(0, words!["even"]) && c.is(1, words!["though", "as", "when", "after", "if"]);
    even || c.is(0, words!["though"]) && !super::fronted::is_stop(c, 1) && c.verb(1).is_none()
}

/// Behind "slightly", "sharply", "a touch": a little or a lot, no figure.
pub(super) fn skip_degree(c: Chunks<'_>) -> Chunks<'_> {
    const AMOUNTS: &Words =
        words!["touch", "bit", "shade", "tad", "hair", "fraction", "whisker", "little", "lot"];
    const SLIGHT: &Words =
        words!["slightly", "barely", "marginally", "fractionally", "somewhat", "only", "just"];
    if c.is(0, words!["a"]) && c.is(1, AMOUNTS) {
        return c.skip(2);
    }
    let mut look = c;
    while look.is(0, SLIGHT)
        || look.entry(0).adverb && look.verb(0).is_none() && !look.is(0, words!["up", "down"])
    {
        look = look.skip(1);
    }
    look
}
