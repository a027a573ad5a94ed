//! Behind a statement: causes, comments, who told it.

use super::told_by::{is_day_of_telling, told_by};
use super::{LONGEST, has_verb, is_plain, is_plain_but};
use crate::en::clause::fronted::{NEGATED, RUMOURS, is_stop};
use crate::en::lexicon::{Form, Frames, sources};
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// From where up to where a remark stands at the end, its comma with it.
#[must_use]
pub fn behind(c: Chunks<'_>) -> Option<(usize, usize)> {
    let end = c.len() - usize::from(!c.is_empty() && c.is(c.len() - 1, words![".", "!"]));
    let from = end.saturating_sub(LONGEST);
    if let Some(place) = (from.max(2)..end).rev().find(|place| joins(c, *place)) {
        let tail = c.skip(place).until(c.at + end);
        if (clause(tail) || beside(tail)) && !(place..end).any(|place| is_stop(c, place)) {
            return Some((place, end));
        }
    }
    let comma = (from..end).rev().find(|place| is_stop(c, *place))?;
    if comma < 2 || end < comma + 2 || !c.is(comma, words![","]) {
        return None;
    }
    let tail = c.skip(comma + 1).until(c.at + end);
    let says_nothing =
        clause(tail) || not_that(tail) || apposition(tail) || beside(tail) || said(tail) || told_by(tail);
    says_nothing.then_some((comma, end))
}

/// "even though it is no longer free", "despite a two-day outage": joined without a comma.
fn joins(c: Chunks<'_>, place: usize) -> bool {
    let word = c.is(place, words!["although", "though", "because", "despite", "amid", "thanks"])
        || c.is(place, words!["even"]) && c.is(place + 1, words!["though", "as"]);
    word && !is_stop(c, place - 1)
        && !c.is(place - 1, words!["even", "as", "if", "only", "just", "not", "partly", "largely", "mainly"])
}

/// From where up to where a word or a turn stands at the end that changes nothing: "after all", "too", "no less".
#[must_use]
pub fn last_word(c: Chunks<'_>) -> Option<(usize, usize)> {
    const TURNS: &[&[&str]] = &[
        &["after", "all"],
        &["in", "the", "end"],
        &["all", "the", "same"],
        &["no", "less"],
        &["of", "all", "things"],
        &["for", "a", "change"],
        &["for", "what", "it", "is", "worth"],
        &["as", "well"],
        &["nonetheless"],
        &["nevertheless"],
        &["too"],
        &["though"],
        &["however"],
    ];
    const BOUND: &Words = words![
        "did", "do", "does", "was", "is", "were", "are", "has", "have", "had", "not", "n't", "n’t", "just",
        "only", "even", "so", "and", "but", "it", "that", "them", "nor", "than",
    ];
    let end = c.len() - usize::from(!c.is_empty() && c.is(c.len() - 1, words![".", "!"]));
    let fits = |turn: &&&[&str]| end > turn.len() + 2 && c.skip(end - turn.len()).are(turn);
    let turn = TURNS.iter().find(fits)?;
    let from = end - turn.len();
    let comma = usize::from(c.is(from - 1, words![","]));
    let bound = c.is(from - 1 - comma, BOUND) || comma == 0 && c.is(from, words!["though", "however", "no"]);
    (!bound).then_some((from - comma, end))
}

/// "as developers rushed to try it", "though nobody expects that to last", "which says something about tastes".
fn clause(c: Chunks<'_>) -> bool {
    let count = match c.word(0) {
        "because" | "as" | "although" | "though" => 1,
        "even" if c.is(1, words!["as", "though"]) => 2,
        "partly" | "largely" | "mainly" if c.is(1, words!["because", "as"]) => 2,
        "which" if c.is(1, words!["says", "say"]) && c.is(2, words!["something", "much", "a"]) => 2,
        _ => return false,
    };
    let rest = c.skip(count);
    // "as it did the week before", "though it was not enough for third": what it did tells.
    let free = rest.is(0, words!["it", "its", "they"]) && c.is(0, words!["as"]);
    let subject = !free
        && !rest.is(
            0,
            words![
                "this", "that", "these", "of", "for", "in", "on", "not", "did", "was", "is", "were", "has",
                "had", "does", "do", "well", "a", "with", "against", "to", "if", "though", "expected", "at",
            ],
        )
        || c.is(0, words!["which"]);
    // "though nobody expects that to last".
    let nobody =
        rest.is(0, words!["nobody", "few", "none"]) && rest.is(1, words!["expects", "expected", "expect"]);
    subject
        && (rest.verb(0).is_none() || c.is(0, words!["which"]))
        && has_verb(rest)
        && (is_plain(rest) || nobody && is_plain(rest.skip(2)))
}

/// "not that anyone noticed".
fn not_that(c: Chunks<'_>) -> bool {
    const ANYBODY: &Words = words!["anyone", "anybody", "it", "many", "you"];
    c.are(&["not", "that"]) && c.is(2, ANYBODY) && is_plain(c.skip(2)) && has_verb(c.skip(2))
}

/// "a result few had foreseen", "proof that price matters", "something its backers had long hoped for".
fn apposition(c: Chunks<'_>) -> bool {
    const OPENS: &Words =
        words!["a", "an", "the", "something", "proof", "evidence", "testimony", "testament"];
    const HEADS: &Words = words![
        "result", "reminder", "sign", "proof", "kind", "sort", "feat", "turn", "twist", "development",
        "surprise", "outcome", "testament", "signal", "point", "coup", "shift", "trend", "pattern",
        "reflection", "fact", "far", "move", "change", "moment", "relief", "blow", "boost", "triumph",
        "embarrassment", "disappointment", "state", "scenario", "sight", "echo", "warning", "illustration",
    ];
    let head = c.is(0, words!["something", "proof", "evidence", "testament"])
        || (1..5).any(|ahead| c.is(ahead, HEADS));
    c.is(0, OPENS) && head && is_plain(c)
}

/// "undaunted by the outage", "despite a two-day outage", "with no sign of fatigue", "thanks largely to schools".
fn beside(c: Chunks<'_>) -> bool {
    let first = c.word(0);
    let participle = first.len() > 4
        && first.ends_with("ed")
        && c.is(1, words!["by", "with"])
        && !c.is(
            0,
            words![
                "measured", "counted", "judged", "ranked", "weighted", "used", "followed", "joined",
                "trailed", "chased", "excluded", "included", "compared", "combined", "helped", "driven"
            ],
        )
        && c.verb(0).is_none_or(|verb| {
            verb.frames == Frames::NONE && matches!(verb.form, Form::Past | Form::Participle)
        });
    let sign = c.is(0, words!["with"])
        && c.is(1, words!["no", "little"])
        && c.is(2, words!["sign", "signs", "end", "hint"]);
    let cause = c.is(0, words!["despite", "amid"])
        || c.is(0, words!["thanks"]) && (1..4).any(|ahead| c.is(ahead, words!["to"]));
    let length = |ahead: usize| cause && matches!(c.phrase(ahead), Some(Phrase::Other(_)));
    c.len() > 1 && (participle || sign || cause) && is_plain_but(c, length)
}

/// "the group that compiles the chart announced on Monday", "a look at the platform's tables reveals".
fn said(c: Chunks<'_>) -> bool {
    let day = c.len().checked_sub(1).is_some_and(|last| is_day_of_telling(c, last));
    let last = c.len().saturating_sub(1 + usize::from(day));
    let says = c.verb(last).is_some_and(|verb| {
        verb.frames.any(Frames::SAY) && matches!(verb.form, Form::Past | Form::Third | Form::Base)
    });
    let denied = (0..c.len()).any(|ahead| c.is(ahead, NEGATED) || c.is(ahead, RUMOURS));
    let somebody = c.is(0, words!["the", "a", "people", "its", "those", "officials"])
        || (0..last).any(|ahead| c.is(ahead, sources::COUNTS) || c.is(ahead, sources::SPEAKERS));
    last > 0
        && says
        && somebody
        && !denied
        && !c.is(0, words!["or", "so", "which", "who", "as", "and", "but"])
        && is_plain_but(c, |ahead| is_day_of_telling(c, ahead))
}
