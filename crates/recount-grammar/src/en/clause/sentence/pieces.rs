//! Pieces of a sentence that no rule reads: do they limit the statement beside
//! them?
//!
//! A piece limits unless its form tells that it does not: a clause of its own
//! ("analysts noted"), a cause ("thanks to new users"), an apposition ("the
//! maker of chatbots"), a participle ("helped by a price cut") or a turn of
//! phrase ("in fact"). "In the north", "among open models", "measured by users",
//! "most weeks" and "paying customers only" limit it.

use super::*;
use crate::token::Words;

/// Prepositions, and participles that are used like them.
const PREPOSITIONS: &Words = words![
    "in", "on", "at", "for", "by", "with", "among", "amongst", "within", "excluding", "except", "outside",
    "inside", "across", "counting", "including", "measured", "counted", "judged", "ranked", "weighted",
    "adjusted", "since", "until", "through", "throughout", "before", "during", "without", "beyond", "under",
    "via", "per", "over", "between", "barring", "above", "below", "near", "around", "towards", "toward",
    "against",
];

/// Words in front that limit whatever follows them.
const LIMITS: &Words = words![
    "every", "each", "next", "back", "previously", "formerly", "initially", "earlier", "later", "soon",
    "eventually", "apart", "along", "together", "alongside", "domestically", "internationally", "regionally",
    "locally", "nationally", "nationwide", "overseas", "abroad", "privately", "supposedly", "probably",
    "possibly", "theoretically", "annualised", "annualized", "seasonally", "not", "if", "unless", "assuming",
    "provided", "once", "recently", "lately",
];

/// Words behind a preposition that make it a turn of phrase: "in fact", "at
/// present".
const TURNS: &[(&str, &[&str])] = &[
    (
        "in",
        &[
            "fact", "addition", "particular", "contrast", "turn", "short", "response", "sum", "brief", "all",
            "doing", "general", "line", "part", "what", "spite", "light", "keeping", "comparison",
        ],
    ),
    ("on", &["balance", "strong", "weak", "top", "our"]),
    ("at", &["present", "last", "large", "a"]),
    ("for", &["example", "instance", "now", "once", "comparison"]),
    ("by", &["contrast", "comparison", "a", "far", "much", "less", "more"]),
];

/// The same with more words.
const LONG_TURNS: &[&[&str]] = &[
    &["in", "other", "words"],
    &["by", "the", "way"],
    &["for", "its", "part"],
    &["for", "their", "part"],
    &["if", "anything"],
    &["as", "expected"],
    &["at", "the", "same", "time"],
    &["at", "the", "expense", "of"],
];

/// Nouns and adjectives behind "in the", "in its" and "in a" that limit nothing.
const SCENES: &Words = words![
    "latest", "meantime", "process", "end", "face", "wake", "race", "context", "same", "interim", "other",
    "one", "contrary", "whole", "meanwhile", "background", "news", "latter",
];
const EVENTS: &Words = words![
    "surprise", "sign", "statement", "report", "note", "blow", "move", "twist", "bid", "boost", "post",
    "tweet", "interview", "setback", "turnaround", "reversal", "shift", "change", "win", "victory", "rare",
    "sharp", "dramatic", "stunning", "quieter",
];

/// How a list is put in order: "ranked by weekly tokens".
pub(super) const ORDERED: &Words = words!["ranked", "sorted", "ordered", "listed"];

/// "Having fallen to 3 trillion tokens, X …": how much it was by then, no one knows when.
pub(super) fn was_then(piece: &Piece) -> bool {
    matches!(piece.act, Act::Level { .. } | Act::Share { .. } | Act::Change { .. })
}

/// Does a piece limit the statement beside it?
pub(super) fn limits(c: Chunks<'_>) -> bool {
    let lone = c.len() == 1;
    if !c.is_empty() && aside::aside(c) == c.len() || aside::is_label(c) || aside::is_interjection(c) {
        return false;
    }
    // ", six if you count X": then it is another number.
    let otherwise =
        matches!(c.phrase(0), Some(Phrase::Number(_) | Phrase::Amount { .. })) && c.is(1, words!["if"]);
    // "X, less Y, handled 4 trillion".
    let without = c.is(0, words!["less", "minus"]) && matches!(c.phrase(1), Some(Phrase::Name(_)));
    if otherwise || without {
        return true;
    }
    const MARKERS: &Words = words![
        "together", "combined", "collectively", "jointly", "elsewhere", "meanwhile", "separately", "finally",
        "lastly", "similarly", "likewise", "conversely", "however",
    ];
    if lone && c.is(0, MARKERS) {
        return false;
    }
    if is_long(c) || is_before_something(c) || is_some_time(c) {
        return true;
    }
    // "Last week in tokens: …": what is counted, not of what.
    let counted_in = c.len() == 2
        && c.is(0, words!["in", "by"])
        && matches!(c.phrase(1), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_none());
    if counted_in {
        return false;
    }
    let whole = c;
    let c = skip_markers(c);
    if c.is_empty() || is_long_turn(c) || is_story(c) {
        return false;
    }
    // "Not everybody had fun: X fell".
    let denial = c.is(0, words!["not"]) && (c.is(1, words!["everybody", "everyone", "all", "a"]));
    if denial && (c.is(1, words!["a"]) || clause(c.skip(1))) {
        return false;
    }
    if c.is(0, words!["given", "considering"]) && aside::is_of_a_part(c) {
        return true;
    }
    if c.is(0, LIMITS) || c.are(&["as", "of"]) || counted(c) || is_about(c) {
        return true;
    }
    // "In this year's forecast".
    if matches!(c.phrase(0), Some(Phrase::Time(_))) && c.is(1, words!["'s", "’s"]) {
        return true;
    }
    // "Overseas, X leads": a lone word before the comma says where or how.
    let word = matches!(c.phrase(0), Some(Phrase::Word(_)));
    if lone && word && !c.entry(0).adverb && c.entry(0).verb.is_none() {
        return true;
    }
    if c.is(0, PREPOSITIONS) {
        // "newly in the top ten" is a place.
        let place = c.at > whole.at && matches!(c.phrase(1), Some(Phrase::Place(_)));
        return !is_turn(c) && !place;
    }
    // "most weeks", "paying customers only", "free usage included".
    if c.len() > 1 && c.is(c.len() - 1, words!["only"]) {
        return true;
    }
    let known =
        c.is(0, REASONS) || c.is(0, words!["which", "who", "whose", "where", "to", "of"]) || clause(c);
    !known && is_restriction(c)
}

/// One of [`LONG_TURNS`], or "Back then, in the week of June 15, …": when that was, is said.
fn is_long_turn(c: Chunks<'_>) -> bool {
    let dated = || matches!(c.all.get(c.to + 1), Some(Chunk { phrase: Phrase::Time(_), .. }));
    LONG_TURNS.iter().any(|turn| c.are(turn)) || c.are(&["back", "then"]) && c.len() == 2 && dated()
}

/// "At first", "A little later": when that was, is not said.
fn is_some_time(c: Chunks<'_>) -> bool {
    const FRONTS: &Words = words!["a", "much", "some", "shortly", "soon", "long", "not"];
    const ENDS: &Words =
        words!["later", "earlier", "before", "beforehand", "afterwards", "afterward", "after"];
    let first = c.len() == 2 && c.is(0, words!["at"]) && matches!(c.phrase(1), Some(Phrase::Ordinal(1)));
    first || (2..5).contains(&c.len()) && c.is(0, FRONTS) && c.is(c.len() - 1, ENDS)
}

/// "In the whole of 2025": a time that no rule reads.
fn is_long(c: Chunks<'_>) -> bool {
    c.is(0, words!["in", "for", "during", "over", "throughout", "across", "all"])
        && any(c, |ahead| c.is(ahead, words!["whole", "all", "entire", "entirety", "full"]))
        && any(c, |ahead| is_time_or_number(c, ahead))
}

/// "Among the winners was X", "Not so X".
fn is_story(c: Chunks<'_>) -> bool {
    const STORY: &Words =
        words!["winners", "losers", "gainers", "risers", "fallers", "surprises", "highlights", "movers"];
    let among = c.is(0, words!["among"]) && c.is(1, words!["the"]);
    among && (2..6).any(|ahead| c.is(ahead, STORY)) || c.are(&["not", "so"])
}

/// "Before the launch", "two weeks before the launch", "shortly prior to it",
/// "for two weeks before June 22": a time that no rule places.
fn is_before_something(c: Chunks<'_>) -> bool {
    const LENGTHS: &Words = words![
        "the", "a", "an", "not", "long", "short", "just", "right", "only", "day", "days", "week", "weeks",
        "month", "months", "year", "years", "time",
    ];
    let joint = |ahead: usize| {
        c.is(ahead, words!["before", "until", "till"])
            || c.is(ahead, words!["prior"]) && c.is(ahead + 1, words!["to"])
            || c.is(ahead, words!["ahead"]) && c.is(ahead + 1, words!["of"])
    };
    let Some(place) = (0..c.len()).find(|ahead| joint(*ahead)) else { return false };
    let length = |ahead: usize| match c.phrase(ahead) {
        Some(Phrase::Word(entry)) => entry.adverb || c.is(ahead, LENGTHS),
        Some(Phrase::Other(_) | Phrase::Weeks(_) | Phrase::Number(_) | Phrase::Time(_)) => true,
        _ => false,
    };
    place + 1 < c.len() && (0..place).all(length)
}

/// Is it a single word that limits what stands before it?
pub(super) fn limits_alone(c: Chunks<'_>) -> bool {
    // "; together, X and Y": of what follows.
    let together =
        c.is(0, words!["together"]) && c.all.get(c.to).is_some_and(|next| c.lower(next.first) == ",");
    c.len() == 1 && c.is(0, LIMITS) && !together
}

fn any(c: Chunks<'_>, is: impl Fn(usize) -> bool) -> bool {
    (0..c.len()).any(is)
}

/// "1.4 trillion tokens in a single day", "the daily rankings": what follows, "a record", is of a day too.
pub(super) fn is_of_a_day(c: Chunks<'_>) -> bool {
    const DAY: &Words = words!["day", "day's", "hour"];
    // "The Harbour Daily" is a paper.
    let small =
        |ahead: usize| c.get(ahead).is_some_and(|chunk| c.text(chunk.first).starts_with(char::is_lowercase));
    any(c, |ahead| {
        small(ahead) && c.is(ahead, words!["daily", "single-day", "hourly", "one-day"])
            || c.is(ahead, words!["single", "one", "a", "per", "any"])
                && (c.is(ahead + 1, DAY) || c.is(ahead + 2, DAY))
    })
}

/// Adverbs that say nothing of where, when or how far.
fn skip_markers(c: Chunks<'_>) -> Chunks<'_> {
    let mut look = c;
    while look.len() > 1 && look.entry(0).adverb && !look.is(0, LIMITS) && !look.is(0, words!["only"]) {
        look = look.skip(1);
    }
    look
}

/// "when free usage is included".
fn counted(c: Chunks<'_>) -> bool {
    c.is(0, words!["when", "once"])
        && any(c, |ahead| {
            c.is(
                ahead,
                words!["included", "excluded", "counted", "measured", "adjusted", "confirmed", "only"],
            )
        })
}

/// "As far as free usage goes", "When it comes to coding", "Used by schools": of whom or what it holds. What is
/// counted limits nothing.
pub(super) fn is_about(c: Chunks<'_>) -> bool {
    if !c.is(0, words!["as", "when", "used", "because", "since"]) {
        return false;
    }
    const ABOUT: &[&[&str]] = &[&["as", "far", "as"], &["when", "it", "comes", "to"]];
    let about = ABOUT.iter().find(|words| c.are(words)).map(|words| words.len());
    let metric = |ahead: usize| {
        matches!(c.phrase(ahead), Some(Phrase::Name(names)) if crate::en::phrase::metric(names).is_some())
            || c.noun(ahead) == Some(crate::en::lexicon::Noun::Volume)
    };
    about.is_some_and(|count| !metric(count))
        || c.is(0, words!["used"]) && c.is(1, words!["by", "in", "for"])
        || c.is(0, words!["because", "since", "as"])
            && any(c, |ahead| c.is(ahead, words!["counted", "excluded", "included", "measured"]))
}

/// Has it a verb of its own behind its first word?
fn clause(c: Chunks<'_>) -> bool {
    const MODALS: &Words = words!["will", "would", "can", "could", "may", "might", "should", "must"];
    any(c, |ahead| c.is(ahead, MODALS))
        || (0..c.len())
            .any(|ahead| c.verb(ahead).is_some_and(|verb| verb.form != Form::Base) && c.noun(ahead).is_none())
}

/// "in fact", "in a first for the region", "with users flocking to it".
fn is_turn(c: Chunks<'_>) -> bool {
    if c.is(0, words!["with"]) {
        let last = c.word(c.len().saturating_sub(1));
        let restricted = last.ends_with("ed")
            || any(c, |ahead| c.is(ahead, words!["excluded", "included", "excluding", "including", "only"]));
        return !restricted;
    }
    let turn = TURNS.iter().any(|(word, behind)| c.is(0, &[*word]) && c.is(1, *behind));
    let scene = c.is(1, words!["the", "its", "their", "his", "her"]) && c.is(2, SCENES);
    let first = matches!(c.phrase(2), Some(Phrase::Ordinal(1)));
    let event = c.is(0, words!["in"]) && c.is(1, words!["a", "an", "another"]) && (first || c.is(2, EVENTS));
    turn || scene || event || rank::is_everything(c.skip(1)) > 0
}

/// Nouns without an article that tell when or of whom: "week after week", "most
/// weeks", "paying customers only", "free usage included".
fn is_restriction(c: Chunks<'_>) -> bool {
    let apposition = c.is(0, words!["a", "an", "the", "its", "their", "this", "that", "another"])
        || !matches!(c.phrase(0), Some(Phrase::Word(_)));
    let time = |ahead| {
        c.is(
            ahead,
            words![
                "day", "days", "week", "weeks", "month", "months", "year", "years", "weekdays", "while",
                "moment",
            ],
        )
    };
    let last = c.word(c.len().saturating_sub(1));
    let marked = last.ends_with("ed") && c.len() > 1;
    !apposition && (marked || any(c, time))
}

fn is_time_or_number(c: Chunks<'_>, ahead: usize) -> bool {
    let Some(chunk) = c.get(ahead) else { return false };
    let digits = || c.text(chunk.first).starts_with(|first: char| first.is_ascii_digit());
    matches!(chunk.phrase, Phrase::Time(_)) || digits()
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    const LIMITING: &[&str] = &[
        "on average", "per user", "in a test", "in other weeks", "with free usage excluded", "if confirmed",
        "in recent weeks", "for a while", "most weeks", "week after week", "in this year's forecast",
        "in Europe", "in the enterprise segment", "via the API", "among free users", "excluding bots",
        "measured in requests", "at least on paper", "paying customers only", "free usage included",
    ];
    const HARMLESS: &[&str] = &[
        "despite the outage", "thanks to new users", "driven by free usage", "as expected", "in fact",
        "for example", "the maker of chatbots said", "amid a price war", "a surprise to many",
        "helped by a price cut", "at the same time", "with users flocking to it",
        "in a first for the region", "analysts noted", "by the way",
    ];

    #[test]
    fn a_limited_statement_is_not_read() {
        for piece in LIMITING {
            let mut front = format!("{piece}, Alder led Birch last week.");
            front[..1].make_ascii_uppercase();
            let middle = format!("Alder, {piece}, processed 4.19 trillion tokens last week.");
            let behind = format!("Alder rose 8% last week, {piece}.");
            assert_listed(&[front.as_str(), middle.as_str(), behind.as_str()]);
        }
    }

    #[test]
    fn what_limits_nothing_leaves_it() {
        for piece in HARMLESS {
            let behind = format!("Alder rose 8% last week, {piece}.");
            assert_read(&[(behind.as_str(), &["Alder rose by 8 percent"])]);
        }
    }
}
