//! Figures of another time in few words: "Week before: 850 billion." is "The week before, it was 850 billion", "Last week
//! brought 590 billion." is "Last week, it was 590 billion", "By last week that had grown to 710 billion." tells of
//! that figure, "It has since climbed to fifth." of what it has done since then.

use super::draft::{Draft, Recast};
use super::{behind_times, is_amount, is_stop};
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::time::Role;
use crate::en::phrase::{Chunks, Phrase};

/// A time and a figure, and nothing else.
pub(super) fn figure_then(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    // "Week before that": without its article.
    let bare = c.is(0, words!["week"]) && c.is(1, words!["before", "earlier", "prior"]);
    let that = usize::from(bare && c.is(2, words!["that"]));
    let timed = matches!(c.phrase(0), Some(Phrase::Time(time)) if matches!(time.role, Role::At | Role::Base));
    let end = match (timed, bare) {
        (true, _) => 1,
        (_, true) => 2 + that,
        _ => return None,
    };
    let brought = c.is(end, words!["brought", "saw", "yielded", "delivered", "produced"]);
    let joined = brought || c.is(end, words![":", ",", "—", "–"]);
    let plain = words!["just", "only", "another", "about", "around", "nearly", "some"];
    let figure = end + 1 + usize::from(c.is(end + 1, plain));
    let amount = matches!(c.phrase(figure), Some(Phrase::Amount { .. }));
    if !joined || !amount || !(figure + 1 >= c.len() || is_stop(c, figure + 1)) {
        return None;
    }
    let bare = bare
        || c.get(0)
            .is_some_and(|chunk| matches!(c.lower(chunk.first), "previous" | "prior" | "preceding" | "week"));
    let when = if that > 0 { "the week before that" } else { "the week before" };
    let draft = Draft::new(c);
    let draft = if bare { draft.say(when, 0) } else { draft.keep(0, end) };
    Some(draft.say(", it was", end).keep(end + 1, c.len()).done())
}

/// "[By last week] that had grown to 710 billion".
pub(super) fn that_had_grown(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let moves = |place: usize| {
        c.verb(place)
            .is_some_and(|verb| verb.frames.any(Frames::UP.and(Frames::DOWN)) && verb.form != Form::Ing)
    };
    let had = c.is(start + 1, words!["had", "has"]);
    let alone =
        start == 0 || matches!(c.phrase(start - 1), Some(Phrase::Time(_))) || c.is(start - 1, words![","]);
    let adverb = usize::from(c.entry(start + 2).adverb);
    let to = c.is(start + 3 + adverb, words!["to", "by"]) && is_amount(c, start + 4 + adverb);
    if !alone || !c.is(start, words!["that", "this"]) || !had || !moves(start + 2 + adverb) || !to {
        return None;
    }
    Some(Draft::new(c).keep(0, start + 1).say("figure", start).keep(start + 1, c.len()).done())
}

/// "It has since climbed to fifth": since then, it has climbed to fifth.
pub(super) fn has_since(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let front = behind_times(c, 0);
    let (rest, _) = noun_phrase(c.skip(front))?;
    let have = rest.at;
    let since = have + 1;
    let verb = c.verb(since + 1).is_some_and(|verb| verb.form != Form::Ing);
    if front > 0 || !c.is(have, words!["has", "have"]) || !is_since(c, since) || !verb {
        return None;
    }
    Some(Draft::new(c).say("Since then ,", 0).keep(0, have + 1).keep(since + 1, c.len()).done())
}

/// The word "since" alone.
fn is_since(c: Chunks<'_>, place: usize) -> bool {
    c.get(place).is_some_and(|chunk| chunk.end == chunk.first + 1 && c.lower(chunk.first) == "since")
}
