//! Who tells it, and when: `As the newsletter put it on Monday`, `Going by figures that the platform put out on
//! Friday`, `As anyone who follows the tables knows`. The time is that of the telling.

use super::is_plain_but;
use crate::en::lexicon::{Frames, sources};
use crate::en::phrase::time::When;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// What says or knows it.
const TELLS: &Words = words![
    "know", "knows", "knew", "put", "puts", "makes", "make", "made", "suggests", "attests", "attest",
    "shows", "show", "showed", "tells", "tell", "told", "remember", "remembers", "noted", "notes", "wrote",
    "writes", "demonstrate", "demonstrates", "proves", "prove", "revealed", "reveals", "said", "says",
    "remarked", "observed", "illustrates", "illustrate", "confirms", "confirmed", "agree", "agrees",
];

/// What is told, and comes out on a day.
const UPDATES: &Words = words![
    "update", "report", "release", "bulletin", "newsletter", "figures", "numbers", "data", "tables", "tally",
    "edition", "issue", "post", "statement", "snapshot", "readings", "statistics", "count",
];

/// Is it told by somebody?
pub(super) fn told_by(c: Chunks<'_>) -> bool {
    let (count, as_clause) = match c.word(0) {
        "as" if !c.is(1, words!["of", "it", "they", "in", "for", "a", "was", "did", "has", "had"]) => {
            (1, true)
        }
        "going" | "judging" if c.is(1, words!["by", "from"]) => (2, false),
        "to" if c.is(1, words!["go", "judge"]) && c.is(2, words!["by", "from"]) => (3, false),
        "on" | "by" if c.is(1, words!["the"]) && c.is(2, words!["evidence", "look", "looks"]) => (3, false),
        _ => return false,
    };
    let rest = c.skip(count);
    let named = |ahead: usize| matches!(rest.phrase(ahead), Some(Phrase::Name(_)));
    if rest.is_empty() || !is_plain_but(rest, |ahead| is_day_of_telling(rest, ahead) || named(ahead)) {
        return false;
    }
    let told = (0..rest.len()).any(|ahead| rest.is(ahead, TELLS));
    let source = (0..rest.len()).any(|ahead| {
        rest.is(ahead, sources::COUNTS) || rest.is(ahead, sources::SPEAKERS) || rest.is(ahead, UPDATES)
    });
    if as_clause { told } else { source }
}

/// "… on Friday", "Monday's update": when it was told.
pub(super) fn is_day_of_telling(c: Chunks<'_>, ahead: usize) -> bool {
    let Some(Phrase::Time(time)) = c.phrase(ahead) else { return false };
    if !matches!(time.when, When::Weekday { .. } | When::Day(_) | When::DaysAway(_)) {
        return false;
    }
    let owned = c.is(ahead + 1, words!["'s", "’s"]) && (2..4).any(|more| c.is(ahead + more, UPDATES));
    let told = (ahead.saturating_sub(4)..ahead).any(|before| {
        c.is(before, TELLS)
            || c.is(before, words!["out", "released", "published", "posted", "issued", "announced"])
            || c.verb(before).is_some_and(|verb| verb.frames.any(Frames::SAY))
    });
    owned || told
}
