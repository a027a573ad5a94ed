//! Before a statement: concessions, causes, settings, comments, what its subject is like.

use super::told_by::{is_day_of_telling, told_by};
use super::{LONGEST, has_verb, is_plain, is_plain_but};
use crate::en::clause::Mood;
use crate::en::clause::aside::{self, is_of_a_part};
use crate::en::clause::fronted::{framed, is_chart, is_stop, saying};
use crate::en::lexicon::{Form, Frames, sources};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// How many chunks a remark takes at the beginning, with the comma behind it, and whether its form alone tells that it
/// says nothing.
#[must_use]
pub fn in_front(c: Chunks<'_>) -> Option<(usize, bool)> {
    if let Some(count) = led_in(c) {
        return Some((count, false));
    }
    if !may_open(c) {
        return None;
    }
    let comma = (1..LONGEST).find(|place| is_stop(c, *place))?;
    if !c.is(comma, words![",", "—", "–"]) {
        return None;
    }
    let front = c.until(c.at + comma);
    if comment(front) || turn(front) {
        return Some((comma + 1, true));
    }
    let count = longer(c, front, comma);
    (count > 0).then_some((count, false))
}

/// "There is no denying that", "One thing is certain:", "The numbers show that": what follows is so, and whose it is
/// stands there.
fn led_in(c: Chunks<'_>) -> Option<usize> {
    let named = |ahead: usize| matches!(c.phrase(ahead), Some(Phrase::Name(_)));
    let day = |ahead: usize| is_day_of_telling(c, ahead);
    let number = |ahead: usize| ahead == 0 && matches!(c.phrase(0), Some(Phrase::Number(1)));
    let word = |ahead: usize| {
        matches!(c.phrase(ahead), Some(Phrase::Word(_) | Phrase::Place(Place::Board)))
            || named(ahead)
            || number(ahead)
            || day(ahead)
    };
    if !word(0) || c.is(0, words![",", "“", "\"", "(", "if", "when", "while", "as", "not"]) {
        return None;
    }
    let end = (1..LONGEST).find(|ahead| c.is(*ahead, words!["that", ":", "—", "–"]) || !word(*ahead))?;
    let front = c.until(c.at + end);
    let that = c.is(end, words!["that"]);
    let count = if that {
        let (count, mood) = framed(c).or_else(|| saying(c))?;
        (mood == Mood::Plain && count == end + 1 && !c.is(end + 1, words!["of", "in"])).then_some(count)?
    } else {
        let tells = (1..end).any(|ahead| {
            c.verb(ahead).is_some_and(|verb| verb.frames.any(Frames::BE) || verb.frames == Frames::SAY)
        });
        let opens = number(0) || c.is(0, words!["the", "a", "one", "here", "this", "it", "there"]);
        let closed = c.is(end, words![":", "—", "–"]);
        // "The coding rankings are more lopsided:" limits what follows to them.
        let list = (0..end).any(|ahead| is_chart(c, ahead) || c.is(ahead, sources::COUNTS));
        (closed && opens && tells && has_verb(front) && !list).then_some(end + 1)?
    };
    let owned = c.is(count, words!["it", "its", "they", "their", "he", "she"]);
    let plain = |ahead: usize| {
        // "There is no denying", "nobody disputes".
        let undenied = that && c.verb(ahead).is_some_and(|verb| verb.frames.any(Frames::DENY));
        that && (named(ahead) || day(ahead)) || number(ahead) || undenied
    };
    (!owned && is_plain_but(front, plain)).then_some(count)
}

/// "Even so", "Truth be told", "As expected".
fn turn(c: Chunks<'_>) -> bool {
    const TURNS: &[&[&str]] = &[
        &["even", "so"],
        &["truth", "be", "told"],
        &["be", "that", "as", "it", "may"],
        &["then", "again"],
        &["that", "said"],
        &["all", "the", "same"],
        &["by", "the", "same", "token"],
        &["if", "anything"],
        &["strange", "but", "true"],
        &["believe", "it", "or", "not"],
        &["make", "no", "mistake"],
    ];
    let known = TURNS.iter().any(|turn| c.len() == turn.len() && c.are(turn));
    known || aside::aside(c) == c.len() && !c.is(0, words!["in", "this", "by"])
}

/// Remarks of several words that speak of something.
fn longer(c: Chunks<'_>, front: Chunks<'_>, comma: usize) -> usize {
    // "Not that anybody was watching, but X rose".
    if c.are(&["not", "that"]) {
        let but = c.is(comma + 1, words!["but"]) && is_plain(front.skip(2)) && has_verb(front.skip(2));
        return if but { comma + 2 } else { 0 };
    }
    let sets = subordinate(front)
        || despite(front)
        || setting(front)
        || as_so_often(front)
        || told_by(front) && !c.is(comma + 1, words!["it", "its", "they", "their"])
        || in_the_end(front)
        || named(c.skip(comma + 1)) && describes(front);
    if sets { comma + 1 } else { 0 }
}

/// Can a remark begin with the first word?
fn may_open(c: Chunks<'_>) -> bool {
    if !matches!(c.phrase(0), Some(Phrase::Word(_))) {
        return is_now_that(c);
    }
    c.is(0, OPENS) || c.word(0).ends_with("ed") || c.word(0).ends_with("ly") || describing(c)
}

const OPENS: &Words = words![
    "now", "although", "though", "while", "whilst", "even", "because", "as", "despite", "in", "amid",
    "amidst", "notwithstanding", "regardless", "irrespective", "thanks", "owing", "due", "contrary", "true",
    "for", "with", "against", "on", "by", "going", "judging", "to", "at", "elsewhere", "further", "lower",
    "higher", "perhaps", "maybe", "just", "equally", "no", "more", "most", "still", "yet", "almost", "not",
    "once", "long", "already", "newly", "freshly", "fresh", "truth", "be", "then", "that", "all", "if",
    "strange", "believe", "make", "when", "new", "keen", "content", "wary", "weary", "mindful", "flush",
    "happy", "unhappy", "unable", "unwilling",
];

/// Does a subject follow, first or behind when it was so?
fn named(c: Chunks<'_>) -> bool {
    let timed = matches!(c.phrase(0), Some(Phrase::Time(_) | Phrase::Weeks(_) | Phrase::First(_)));
    if timed && c.is(1, words![","]) {
        return named(c.skip(2));
    }
    matches!(c.phrase(0), Some(Phrase::Name(_) | Phrase::Adjective(_)))
        || c.is(0, words!["the", "its"]) && !is_stop(c, 1)
}

/// "Now that the buzz has faded", "Although nobody noticed", "Even as critics complained".
fn subordinate(c: Chunks<'_>) -> bool {
    let behind = match c.word(0) {
        "although" | "though" | "while" | "whilst" | "because" => 1,
        _ if is_now_that(c) => 2,
        "even" | "just" if c.is(1, words!["as", "though"]) => 2,
        "as" if !c.is(1, NO_CLAUSE) => 1,
        _ => return false,
    };
    let rest = c.skip(behind);
    let noun = !rest.is(0, words!["it", "they", "this", "that", "these", "measured"]);
    noun && rest.verb(0).is_none() && is_plain(rest) && has_verb(rest)
}

/// "Now that", of which the first is a time.
fn is_now_that(c: Chunks<'_>) -> bool {
    c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "now" && chunk.end == chunk.first + 1)
        && c.is(1, words!["that"])
}

/// Words behind "as" that begin no clause of its own.
const NO_CLAUSE: &Words = words![
    "of", "for", "long", "soon", "far", "well", "in", "with", "to", "per", "against", "compared", "measured",
    "a", "an", "if", "though", "was", "is", "did", "has", "had", "were", "it", "they", "part", "opposed",
    "on", "at", "always", "expected", "usual", "ever",
];

/// "Despite a week of outages", "Thanks in part to a new free tier", "For all the talk of a slowdown": whatever
/// it was, the statement holds.
fn despite(c: Chunks<'_>) -> bool {
    let even = usize::from(c.is(0, words!["even"]) && c.is(1, words!["amid", "with", "after"]));
    let look = c.skip(even);
    let count = match look.word(0) {
        "despite" | "amid" | "amidst" | "notwithstanding" => 1,
        "in" if look.are(&["in", "spite", "of"]) || look.are(&["in", "the", "face", "of"]) => 3,
        "regardless" | "irrespective" if look.is(1, words!["of"]) => 2,
        "thanks" | "owing" | "due" | "contrary" | "true" => {
            let Some(to) = (1..4).find(|ahead| look.is(*ahead, words!["to"])) else { return false };
            to + 1
        }
        "for"
            if look.is(1, words!["all"])
                && look.is(2, words!["the", "its", "their", "this", "that", "his"]) =>
        {
            3
        }
        "with" if absolute(look) => 1,
        _ => return false,
    };
    let rest = look.skip(count);
    // "With schools out for the summer".
    let lasting = |ahead: usize| {
        ahead > 0
            && matches!(rest.phrase(ahead), Some(Phrase::Time(_)))
            && rest
                .is(ahead - 1, words!["out", "away", "off", "closed", "shut", "here", "over", "gone", "near"])
    };
    let length = |ahead: usize| {
        matches!(rest.phrase(ahead), Some(Phrase::Other(_) | Phrase::Number(_))) || lasting(ahead)
    };
    let expected = c
        .is(0, words!["contrary"])
        .then(|| c.len() - 1)
        .filter(|last| c.verb(*last).is_some_and(|verb| verb.frames.any(Frames::FORECAST)));
    let rest = expected.map_or(rest, |last| rest.until(last + c.at));
    // "With free usage counted" is another matter.
    let part = look.is(0, words!["with"]) && is_of_a_part(rest);
    !part && !rest.is_empty() && is_plain_but(rest, length)
}

/// "With rivals cutting prices", "With the holidays over": two behind "with" of which the one is or does the other.
fn absolute(c: Chunks<'_>) -> bool {
    const STATES: &Words = words![
        "over", "out", "gone", "near", "here", "looming", "ahead", "behind", "away", "done", "back", "open",
        "asleep", "busy", "around", "off", "closed", "shut",
    ];
    let last = c.len() - 1;
    let out = matches!(c.phrase(last), Some(Phrase::Time(_))) && last > 1 && c.is(last - 1, STATES);
    let ing = (2..c.len()).any(|ahead| {
        c.verb(ahead).is_some_and(|verb| verb.form == Form::Ing) || c.word(ahead).ends_with("ing")
    });
    let restricted = c.word(last).ends_with("ed");
    !restricted && (ing || out || last > 1 && c.is(last, STATES))
}

/// "Against that backdrop", "On the evidence of the new update", "In what analysts called a turning point",
/// "At the other end of the scale".
fn setting(c: Chunks<'_>) -> bool {
    const HEADS: &[(&str, &[&str])] = &[
        ("against", &["backdrop", "background", "setting", "trend", "grain", "tide"]),
        ("on", &["strength", "back", "heels", "evidence", "face", "heel"]),
        ("in", &["wake", "midst", "shadow", "process", "aftermath", "glow"]),
        ("at", &["end", "extreme"]),
        ("to", &["surprise", "relief", "delight", "dismay", "surprise"]),
    ];
    let first = c.word(0);
    let head = HEADS.iter().find(|(word, _)| *word == first).is_some_and(|(_, heads)| {
        (2..5).any(|ahead| {
            heads.contains(&c.word(ahead)) && (ahead + 1 == c.len() || c.is(ahead + 1, words!["of"]))
        }) && c.is(1, words!["the", "that", "this", "such", "a", "an", "its"])
    });
    let called = c.are(&["in", "what"])
        && (2..c.len()).any(|ahead| {
            c.is(
                ahead,
                words![
                    "called", "described", "dubbed", "termed", "saw", "see", "call", "describe", "became",
                    "was", "is", "felt", "looked"
                ],
            )
        });
    let down = c.is(0, words!["elsewhere", "further", "lower", "higher"])
        && c.len() > 1
        && c.is(1, words!["in", "on", "down", "up", "along"]);
    (head || called || down) && is_plain(c)
}

/// "Perhaps most striking of all", "Just as tellingly", "More surprisingly still", "Notably".
fn comment(c: Chunks<'_>) -> bool {
    const COMMENTS: &Words = words![
        "striking", "telling", "remarkable", "notable", "surprising", "important", "interesting",
        "impressive", "curious", "significant", "worrying", "encouraging", "worryingly", "encouragingly",
        "strikingly", "tellingly", "remarkably", "notably", "surprisingly", "importantly", "interestingly",
        "impressively", "curiously", "significantly", "crucially", "ominously", "unusually", "intriguing",
        "intriguingly", "astonishing", "astonishingly", "dramatic", "dramatically", "revealing",
        "revealingly", "noteworthy", "unexpected", "unexpectedly", "eye-catching", "fittingly", "ironically",
        "puzzling", "puzzlingly", "unsurprisingly", "predictably",
    ];
    const BEFORE: &Words = words![
        "perhaps", "even", "just", "as", "equally", "no", "less", "most", "more", "rather", "almost",
        "still", "yet", "maybe", "not"
    ];
    const AFTER: &[&[&str]] = &[&[], &["of", "all"], &["still"], &["yet"], &["so"], &["enough"], &["again"]];
    let before = (0..c.len()).take_while(|ahead| c.is(*ahead, BEFORE)).count();
    if !c.is(before, COMMENTS) {
        return false;
    }
    let rest = c.skip(before + 1);
    // "Most notably" belongs to something said before, and says nothing of it either.
    AFTER.iter().any(|after| rest.len() == after.len() && rest.are(after))
}

/// "Once the numbers were in", "When the dust had settled".
fn in_the_end(c: Chunks<'_>) -> bool {
    const WHAT: &Words = words![
        "dust", "numbers", "figures", "results", "books", "tally", "counting", "smoke", "votes", "totals"
    ];
    const DONE: &Words =
        words!["in", "settled", "closed", "over", "done", "cleared", "out", "counted", "tallied"];
    let opens = c.is(0, words!["once", "when", "after"]) || c.are(&["now", "that"]);
    opens && c.is(1, words!["the", "all"]) && (2..4).any(|ahead| c.is(ahead, WHAT)) && c.is(c.len() - 1, DONE)
}

/// "As in so many weeks this year", "As on most Mondays": as it is often.
fn as_so_often(c: Chunks<'_>) -> bool {
    let of_late = c.are(&["as", "so", "often"]);
    let often = c.is(0, words!["as"]) && c.is(1, words!["in", "on", "at"]);
    let many = of_late
        || c.is(2, words!["so", "most", "many"])
        || c.is(2, words!["almost"]) && c.is(3, words!["every"]);
    let plain = |ahead: usize| {
        matches!(c.phrase(ahead), Some(Phrase::Word(_) | Phrase::Time(_))) && !is_stop(c, ahead)
    };
    (often || of_late) && many && (0..c.len()).all(plain)
}

/// "Undeterred by the outage", "Fresh from a price cut", "Long dismissed as a niche product", "Once an also-ran":
/// what whoever follows is like.
fn describes(c: Chunks<'_>) -> bool {
    describing(c) && c.len() > 1 && is_plain(c)
}

fn describing(c: Chunks<'_>) -> bool {
    const STATES: &Words = words![
        "fresh", "new", "keen", "content", "wary", "weary", "mindful", "flush", "happy", "unhappy", "unable",
        "unwilling", "eager",
    ];
    // What is told so of the figures, not of whoever follows.
    const COUNTED: &Words = words![
        "measured", "counted", "judged", "adjusted", "ranked", "weighted", "excluded", "included", "based",
        "compared", "combined", "limited", "restricted", "confined", "averaged", "used", "accessed", "sold",
        "offered", "sorted", "ordered", "listed", "viewed", "seen", "expressed", "taken", "added",
        "annualised", "annualized", "spread", "asked", "needed", "granted", "provided", "given",
        "considered", "smoothed", "rebased", "indexed", "released", "published", "updated", "so-called",
        "expected", "indeed",
    ];
    const BEHIND: &Words = words!["by", "as", "from", "off", "with", "to", "of", "at", "for", "in"];
    let participle = |ahead: usize| {
        let word = c.word(ahead);
        let known = c.verb(ahead).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Participle));
        (word.len() > 4 && word.ends_with("ed") || known && c.noun(ahead).is_none())
            && !c.is(ahead, COUNTED)
            && c.is(ahead + 1, BEHIND)
    };
    let article = |ahead: usize| c.is(ahead, words!["a", "an", "the"]);
    match c.word(0) {
        "once" | "long" | "already" | "still" | "now" | "newly" | "freshly" => {
            article(1) || participle(1) || c.is(0, words!["still"]) && c.is(1, words!["without"])
        }
        _ => c.is(0, STATES) && c.is(1, BEHIND) || participle(0),
    }
}
