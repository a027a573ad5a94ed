//! Turns of phrase that change nothing about what is said beside them, wherever they stand:
//! `as expected`, `in style`, `to everyone's surprise`, `in line with expectations`, `this time`.

use super::fronted::{clause_ends, is_stop};
use super::turns;
use crate::en::lexicon::Noun;
use crate::en::phrase::{Chunks, Phrase, metric, subjects};
use crate::token::{OneOf, Words, hash};

/// Turns by their first word, and the words behind it.
const TURNS: &[(&str, &[&[&str]])] = &[
    (
        "as",
        &[
            &["expected"],
            &["predicted"],
            &["usual"],
            &["ever"],
            &["always"],
            &["so", "often"],
            &["well"],
            &["a", "consequence"],
            &["it", "happens"],
            &["it", "were"],
        ],
    ),
    (
        "in",
        &[
            &["style"],
            &["response"],
            &["contrast"],
            &["comparison"],
            &["summary"],
            &["short"],
            &["brief"],
            &["reality"],
            &["truth"],
            &["particular"],
            &["addition"],
            &["one", "go"],
            &["no", "time"],
            &["short", "order"],
            &["any", "case"],
            &["any", "event"],
            &["the", "meantime"],
            &["the", "end"],
            &["the", "event"],
            &["other", "words"],
            &["other", "news"],
            &["the", "week", "under", "review"],
            &["the", "week", "in", "question"],
            &["one", "fell", "swoop"],
            &["absolute", "terms"],
            &["percentage", "terms"],
            &["relative", "terms"],
            &["case", "you", "missed", "it"],
        ],
    ),
    (
        "for",
        &[
            &["now"],
            &["once"],
            &["good", "measure"],
            &["a", "change"],
            &["its", "part"],
            &["their", "part"],
            &["the", "record"],
            &["example"],
            &["instance"],
            &["comparison"],
            &["context"],
            &["what", "it", "is", "worth"],
            &["that", "matter"],
        ],
    ),
    (
        "at",
        &[
            &["any", "rate"],
            &["a", "stroke"],
            &["the", "same", "time"],
            &["the", "end", "of", "the", "day"],
            &["the", "expense", "of", "others"],
        ],
    ),
    (
        "on",
        &[
            &["the", "one", "hand"],
            &["the", "other", "hand"],
            &["the", "downside"],
            &["the", "upside"],
            &["the", "plus", "side"],
            &["the", "bright", "side"],
            &["the", "flip", "side"],
            &["the", "whole"],
            &["balance"],
            &["top", "of", "that"],
        ],
    ),
    ("to", &[&["boot"], &["be", "precise"], &["be", "exact"], &["be", "fair"]]),
    ("by", &[&["comparison"], &["contrast"], &["the", "way"], &["the", "end", "of", "the", "week"]]),
    ("out", &[&["of", "the", "blue"], &["of", "nowhere"]]),
    ("all", &[&["the", "while"]]),
    ("after", &[&["all"]]),
    ("above", &[&["all"]]),
    ("sure", &[&["enough"]]),
    ("with", &[&["ease"], &["flying", "colours"], &["flying", "colors"], &["aplomb"], &["a", "bang"]]),
    ("against", &[&["all", "odds"], &["the", "odds"], &["expectations"], &["all", "expectations"]]),
    ("contrary", &[&["to", "expectations"], &["to", "all", "expectations"], &["to", "forecasts"]]),
    ("once", &[&["again"], &["more"]]),
    ("not", &[&["surprisingly"], &["unexpectedly"], &["for", "the", "last", "time"]]),
    ("perhaps", &[&["surprisingly"], &["unsurprisingly"], &["not", "surprisingly"]]),
    ("then", &[&["again"]]),
    ("or", &[&["so", "it", "seems"]]),
    ("if", &[&["you", "missed", "it"], &["you", "ask", "me"], &["you", "like"]]),
    ("believe", &[&["it", "or", "not"]]),
    ("what", &[&["a", "week"]]),
];

/// With which words a turn may begin.
const FIRST: &Words = words![
    "as", "in", "for", "at", "on", "to", "by", "out", "all", "above", "sure", "after", "with", "against",
    "contrary", "this", "once", "yet", "not", "perhaps", "then", "or", "if", "believe", "what", "much",
    "given", "considering", "ahead", "under", "across", "of", "among", "even", "without", "that", "these",
];

/// Nouns of what happened in a week and with what feelings: "in a surprise move", "to the delight
/// of its maker".
const EVENTS: &Words = words![
    "surprise", "move", "twist", "fashion", "style", "manner", "upset", "sign", "rush", "hurry",
    "development", "turnaround", "reversal", "sweep", "flash", "breeze", "feat", "finish", "week", "way",
];
const FEELINGS: &Words = words![
    "surprise", "relief", "delight", "dismay", "chagrin", "astonishment", "amazement", "consternation",
    "joy", "horror", "satisfaction", "annoyance", "disappointment", "frustration", "embarrassment",
];

/// What nothing counted depends on: "without much fanfare".
const FUSS: &Words = words![
    "noise", "fanfare", "promotion", "discount", "warning", "effort", "trouble", "fuss", "difficulty",
    "interruption", "drama", "sweat", "ado", "hype", "marketing",
];

/// Behind these, whatever they name is a reason: "on the back of strong demand".
const REASONS: &[&[&str]] = &[
    &["on", "the", "back", "of"],
    &["on", "the", "strength", "of"],
    &["on", "the", "heels", "of"],
    &["in", "the", "wake", "of"],
    &["in", "the", "face", "of"],
    &["in", "the", "midst", "of"],
    &["in", "line", "with"],
    &["in", "keeping", "with"],
    &["in", "response", "to"],
    &["in", "spite", "of"],
    &["given"],
    &["considering"],
];

/// Words that may say of what part of the figures a turn speaks: then it is none.
const PARTS: &Words = words![
    "usage", "users", "user", "traffic", "tier", "tiers", "segment", "category", "customers", "models",
    "free", "paid", "only", "excluding", "including", "excluded", "included", "counted", "counting",
    "measured", "adjusted",
];

/// How many chunks a turn of phrase takes that changes nothing, up to where the clause ends; 0
/// where none stands here.
pub(super) fn aside(c: Chunks<'_>) -> usize {
    let Some(chunk) = c.get(0) else { return 0 };
    if !c.tokens.rest.get(chunk.first).is_some_and(|token| FIRST.has(c.tokens, *token)) {
        return 0;
    }
    let count = fixed(c)
        .or_else(|| event(c))
        .or_else(|| feeling(c))
        .or_else(|| reason(c))
        .or_else(|| measure(c))
        .or_else(|| without(c))
        .or_else(|| bounds(c))
        .unwrap_or(0);
    let behind = c.skip(count);
    let ends = behind.is_empty() || clause_ends(behind) || matches!(behind.phrase(0), Some(Phrase::Time(_)));
    if count > 0 && ends { count } else { 0 }
}

/// Does it speak of a part of the figures: "given only free usage"?
pub(super) fn is_of_a_part(c: Chunks<'_>) -> bool {
    (0..c.len()).any(|ahead| c.is(ahead, PARTS))
}

/// The same in front of a clause, "in fact X rose": not where the turn has a complement, "as a
/// result of X's fall".
pub(super) fn in_front(c: Chunks<'_>) -> usize {
    let Some(count) = c.get(0).and_then(|_| fixed(c)) else { return 0 };
    let rest = c.skip(count);
    let goes_on = rest.is(
        0,
        words![
            "of", "to", "with", "from", "for", "in", "than", "that", "as", "at", "on", "count", "check",
            "reading"
        ],
    );
    let opens = rest.is(0, words!["neither", "there", "it", "they", "both"])
        || super::noun_phrase::noun_phrase(rest).is_some();
    if !goes_on && opens { count } else { 0 }
}

/// The hash of the word that each begins with.
static TURNS_BY_WORD: [u16; TURNS.len()] = {
    let (mut all, mut at) = ([0; TURNS.len()], 0);
    while at < TURNS.len() {
        all[at] = hash(TURNS[at].0.as_bytes());
        at += 1;
    }
    all
};

/// A turn of [`TURNS`], word by word: some of its words may be a phrase of their own, "the record".
fn fixed(c: Chunks<'_>) -> Option<usize> {
    let start = c.get(0)?.first;
    let anywhere = turns::turn(c);
    if anywhere > 0 {
        return Some(anywhere);
    }
    let token = c.tokens.rest.get(start)?;
    // Most turns begin with another word: so the hashes say, without a look at one.
    let mut near = TURNS.iter().zip(&TURNS_BY_WORD).filter(|(_, hash)| **hash == token.hash);
    let ((_, turns), _) = near.find(|((first, _), _)| c.lower(start) == *first)?;
    let fits =
        |turn: &&&[&str]| turn.iter().enumerate().all(|(place, word)| c.lower(start + 1 + place) == *word);
    let longest = turns.iter().filter(fits).map(|turn| turn.len() + 1).max()?;
    (1..=longest).find(|count| c.get(count - 1).is_some_and(|last| last.end == start + longest))
}

/// "in a surprise move", "in another strong week", "in an otherwise quiet week", "in a week of
/// records".
fn event(c: Chunks<'_>) -> Option<usize> {
    if !c.is(0, words!["in"]) || !c.is(1, words!["a", "an", "another", "what", "spectacular", "dramatic"]) {
        return None;
    }
    let article = c.is(1, words!["a", "an", "another"]);
    let end = plain_words(c, 1);
    let head = end.checked_sub(1).filter(|head| *head > 1 && c.is(*head, EVENTS))?;
    // "In a week" is how long it took, "in a typical week" what happens again and again; "in an
    // otherwise quiet week" is what this one was like.
    const UNIQUE: &Words = words![
        "otherwise", "historic", "wild", "remarkable", "extraordinary", "memorable", "dramatic",
        "surprising",
    ];
    let week = c.is(head, words!["week", "way"]);
    if week && !(article && head > 2 && (c.is(1, words!["another"]) || c.is(2, UNIQUE))) {
        return None;
    }
    Some(end)
}

/// "to everyone's surprise", "to the delight of its maker", "much to the relief of its maker".
fn feeling(c: Chunks<'_>) -> Option<usize> {
    let much = usize::from(c.is(0, words!["much"]));
    if !c.is(much, words!["to"]) {
        return None;
    }
    let end = plain_words(c, much + 1);
    (much + 1..end).any(|ahead| c.is(ahead, FEELINGS)).then_some(end)
}

/// "on the back of strong demand", "given its low price", "for obvious reasons", "on strong
/// demand", "ahead of the holidays".
fn reason(c: Chunks<'_>) -> Option<usize> {
    let named = REASONS.iter().find(|words| c.are(words)).map(|words| words.len());
    if let Some(count) = named {
        let end = plain_words(c, count);
        return (end > count && !is_of_a_part(c.until(c.at + end))).then_some(end);
    }
    let end = plain_words(c, 1);
    let last = end.checked_sub(1).filter(|last| *last > 0)?;
    let fits = match c.word(0) {
        "for" => c.is(last, words!["reason", "reasons"]),
        "on" => c.is(last, words!["demand"]),
        "ahead" => {
            c.is(1, words!["of"])
                && c.is(
                    last,
                    words![
                        "holidays", "holiday", "launch", "release", "summer", "season", "weekend", "election"
                    ],
                )
        }
        "under" => c.is(1, words!["its"]) && c.is(2, words!["own"]) && c.is(last, words!["name", "brand"]),
        _ => false,
    };
    fits.then_some(end)
}

/// "on this measure", "by that yardstick", "in volume terms", "in our ranking", "across all
/// providers", "of all models".
fn measure(c: Chunks<'_>) -> Option<usize> {
    const MEASURES: &Words = words![
        "measure", "yardstick", "metric", "count", "criterion", "score", "basis", "definition", "reckoning"
    ];
    // "in the reporting week".
    let week = |ahead: usize| c.get(ahead).is_some_and(|chunk| c.lower(chunk.end - 1) == "week");
    if c.is(0, words!["in"])
        && c.is(1, words!["the"])
        && c.is(2, words!["reporting", "review", "relevant"])
        && week(3)
    {
        return Some(4);
    }
    let this = c.is(1, words!["this", "that", "our", "any", "either"]);
    if c.is(0, words!["on", "by"]) && this && c.is(2, MEASURES) {
        return Some(3);
    }
    let counted = match c.phrase(1) {
        Some(Phrase::Name(names)) => metric(names).is_some() && subjects(names).next().is_none(),
        _ => c.noun(1) == Some(Noun::Volume),
    };
    if c.is(0, words!["in"]) && counted && c.is(2, words!["terms"]) {
        return Some(3);
    }
    let board = |ahead: usize| {
        matches!(c.phrase(ahead), Some(Phrase::Place(crate::en::phrase::place::Place::Board)))
            || c.noun(ahead) == Some(Noun::Board)
    };
    let ours = c.is(1, words!["our", "this", "that"]) && c.is(0, words!["in", "on"]);
    let weekly = usize::from(c.is(2, words!["weekly", "latest"]));
    if ours && board(2 + weekly) {
        return Some(3 + weekly);
    }
    let all = c.is(1, words!["all"]) && c.is(0, words!["across", "of", "among"]);
    let the = usize::from(c.is(2, words!["the"]));
    let things = c.noun(2 + the) == Some(Noun::Thing) || c.is(2 + the, words!["providers", "providers'"]);
    (all && things).then_some(3 + the)
}

/// "without much fanfare", "without breaking a sweat", "even without a promotion".
fn without(c: Chunks<'_>) -> Option<usize> {
    let even = usize::from(c.is(0, words!["even"]));
    if !c.is(even, words!["without"]) {
        return None;
    }
    let end = plain_words(c, even + 1);
    let last = end.checked_sub(1).filter(|last| *last > even)?;
    c.is(last, FUSS).then_some(end)
}

/// "to start the month", "to end the quarter".
fn bounds(c: Chunks<'_>) -> Option<usize> {
    const BOUNDS: &Words = words!["start", "open", "begin", "end", "close", "finish", "round"];
    const SPANS: &Words = words!["week", "month", "quarter", "year", "half", "summer", "season"];
    let off = usize::from(c.is(2, words!["off", "out"]));
    let span = c.is(2 + off, words!["the", "its"]) && c.is(3 + off, SPANS);
    (c.is(0, words!["to"]) && c.is(1, BOUNDS) && span).then_some(4 + off)
}

/// Up to where words go on from `from` that name nobody, no figure and no time.
fn plain_words(c: Chunks<'_>, from: usize) -> usize {
    const LONGEST: usize = 10;
    let plain = |ahead: &usize| {
        matches!(c.phrase(*ahead), Some(Phrase::Word(_)))
            && !is_stop(c, *ahead)
            && !(*ahead > from && clause_ends(c.skip(*ahead)))
    };
    (from..from + LONGEST).take_while(plain).last().map_or(from, |last| last + 1)
}

/// Is it a label that says nothing of what stands behind its colon: "Takeaway:", "Good news:"?
pub(super) fn is_label(c: Chunks<'_>) -> bool {
    const LABELS: &Words = words![
        "gainers", "risers", "fallers", "movers", "decliners", "climbers", "newcomers", "update", "news",
        "breaking", "exclusive", "spoiler", "reminder", "takeaway", "takeaways", "tldr", "tl;dr", "dr",
        "icymi", "ps", "note", "wow", "surprise", "fact", "headline", "verdict", "result", "results",
        "summary", "winner", "winners", "loser", "losers", "line", "point", "conclusion", "upshot", "thing",
        "week", "truth", "answer", "highlight", "highlights", "story", "question", "sum", "nutshell", "day",
    ];
    let last = c.len().checked_sub(1);
    let colon = c.all.get(c.to).is_some_and(|chunk| c.lower(chunk.first) == ":");
    colon && c.len() <= 5 && last.is_some_and(|last| c.is(last, LABELS))
}

/// "Yes,", "Sure,", "Granted,": a word that answers or concedes.
pub(super) fn is_interjection(c: Chunks<'_>) -> bool {
    const WORDS: &Words = words![
        "yes", "yep", "yup", "yeah", "sure", "ok", "okay", "true", "granted", "right", "oh", "wow", "hey",
        "alas", "indeed", "well", "admittedly", "regardless", "anyway", "anyhow", "hello", "ah", "hm", "so",
        "now",
    ];
    let last = c.len().checked_sub(1);
    c.is(0, WORDS)
        && (c.len() == 1
            || c.len() == 2 && last.is_some_and(|last| c.is(last, words!["and", "but", "again"])))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    const HARMLESS: &[&str] = &[
        "as expected", "as usual", "in style", "for now", "this time around", "to everyone's surprise",
        "to the delight of its fans", "in line with expectations", "on the back of strong demand",
        "in a surprise move", "in an otherwise quiet week", "for obvious reasons", "on this measure",
        "in volume terms", "without much fanfare", "at the same time", "once again", "to start the month",
        "contrary to expectations", "given its low price",
    ];
    const LIMITING: &[&str] = &[
        "in a test", "in Europe", "on a mobile device", "without free usage", "given only free usage",
        "for some users",
    ];

    #[test]
    fn what_changes_nothing_stands_anywhere() {
        let rose: &[&str] = &["Alder rose by 8 percent"];
        for turn in HARMLESS {
            let mut front = format!("{turn}, Alder rose 8% last week.");
            front[..1].make_ascii_uppercase();
            let behind = format!("Alder rose 8% last week {turn}.");
            let apart = format!("Alder rose 8% last week, {turn}.");
            assert_read(&[(front.as_str(), rose), (behind.as_str(), rose), (apart.as_str(), rose)]);
        }
    }

    #[test]
    fn in_front_it_may_stand_without_a_comma() {
        let rose: &[&str] = &["Alder rose by 8 percent"];
        assert_read(&[
            ("In fact Alder rose 8% last week.", rose),
            ("In the end Alder grew by 8% last week.", rose),
            ("As a result Alder rose 8% last week.", rose),
            (
                "Birch fell 3% last week, and as a result Alder rose 8%.",
                &["Birch fell by 3 percent", rose[0]],
            ),
        ]);
        assert_listed(&["As a result of Alder, 8% were lost."]);
    }

    #[test]
    fn what_limits_is_none() {
        for turn in LIMITING {
            let mut front = format!("{turn}, Alder led Birch last week.");
            front[..1].make_ascii_uppercase();
            let behind = format!("Alder led Birch last week {turn}.");
            assert_listed(&[front.as_str(), behind.as_str()]);
        }
    }

    #[test]
    fn labels_and_interjections() {
        let rose: &[&str] = &["Alder rose by 8 percent"];
        assert_read(&[
            ("Yes, Alder rose 8% last week.", rose),
            ("Takeaway: Alder rose 8% last week.", rose),
            ("Good news: Alder rose 8% last week.", rose),
        ]);
        assert_listed(&["Students: Alder rose 8% last week.", "Europe: Alder rose 8% last week."]);
    }
}
