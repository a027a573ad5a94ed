//! Turns of phrase that change no figure, wherever they stand: `at some distance`, `in turn`, `by a comfortable
//! margin`, `far and away`, `for the time being`.
//!
//! One table for every frame: a sentence that is not read with them is read without them
//! (`recast/without_turns.rs`). What changes a figure or an order (`barely`, `all but`, `not even`, `at least`)
//! is no such turn; no more are words of a part of the figures (`on its own platform`), of several (`between
//! them`) or of another time (`by then`).

use crate::en::clause::fronted::is_stop;
use crate::en::lexicon::Noun;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::{Words, hash};

/// How many chunks the turn at `at` takes; zero where none stands there.
pub(in crate::en::clause) fn anywhere(c: Chunks<'_>, at: usize) -> usize {
    if !c.is(at, FIRST) || at > 0 && c.is(at - 1, BOUND) {
        return 0;
    }
    let look = c.skip(at);
    let Some(first) = look.get(0).and_then(|chunk| c.tokens.rest.get(chunk.first)) else { return 0 };
    // Most turns begin with another word: so the hashes say, without a look at one.
    let longest = |turns: &[&'static [&'static str]], hashes: &[u16]| {
        let near = turns.iter().zip(hashes).filter(|(_, hash)| **hash == first.hash);
        near.filter(|(turn, _)| look.are(turn)).map(|(turn, _)| turn.len()).max().unwrap_or(0)
    };
    let anywhere = longest(TURNS, &TURNS_BY_WORD).max(margin(look));
    if anywhere > 0 && ends(look.skip(anywhere)) {
        return anywhere;
    }
    let degree = longest(DEGREES, &DEGREES_BY_WORD);
    if degree > 0 && look.is(degree, COMPARED) {
        return degree;
    }
    // "the single most used model".
    let single = look.is(0, words!["single"]) && at > 0 && c.is(at - 1, words!["the", "its"]);
    let extreme = look.word(1).ends_with("est") || look.is(1, words!["most"]) || is_record(look.skip(1));
    // "most recently with 4 trillion tokens".
    let lately = look.are(&["most", "recently"]) && look.is(2, words!["with", "by", "at"]);
    match () {
        () if single && extreme => 1,
        () if lately => 2,
        () => 0,
    }
}

fn is_record(c: Chunks<'_>) -> bool {
    matches!(c.phrase(0), Some(Phrase::Record(_) | Phrase::Place(_)))
}

/// "by a comfortable margin", "at some distance", "with room to spare": how far, without a figure.
fn margin(c: Chunks<'_>) -> usize {
    if !c.is(0, words!["by", "at", "with"]) || !c.is(1, words!["a", "an", "some", "quite", "the"]) {
        return 0;
    }
    let article = 2 + usize::from(c.is(1, words!["quite"]) && c.is(2, words!["a", "some"]));
    let plain =
        |ahead: usize| c.entry(ahead).verb.is_none() && matches!(c.phrase(ahead), Some(Phrase::Word(_)));
    let apart = |ahead: usize| {
        c.is(ahead, words!["margin", "margins", "distance"])
            || c.noun(ahead) == Some(Noun::Gap) && !c.is(ahead, words!["lead"])
    };
    match () {
        () if apart(article) => article + 1,
        () if plain(article) && apart(article + 1) => article + 2,
        () => 0,
    }
}

/// May a turn end here? "A good deal of usage", "on its own platform" are none.
fn ends(c: Chunks<'_>) -> bool {
    match c.phrase(0) {
        None => true,
        Some(Phrase::Word(_)) => is_stop(c, 0) || c.verb(0).is_some() || c.entry(0).adverb || c.is(0, BEHIND),
        Some(_) => true,
    }
}

/// Words in front of which a turn is bound to them: "not at a stroke", "only by a margin".
const BOUND: &Words = words![
    "not", "n't", "n’t", "never", "only", "even", "just", "barely", "hardly", "than", "if", "except", "but",
    "no", "without", "as",
];

/// What may stand behind a turn.
const BEHIND: &Words = words![
    "and", "but", "while", "with", "at", "in", "on", "by", "to", "from", "for", "the", "a", "an", "its",
    "their", "ahead", "behind", "above", "below", "up", "down", "after", "as", "which", "who", "where",
    "when", "that", "it", "they", "most", "more", "less", "fewer", "third", "over", "under", "past",
    "though", "although", "whereas", "against", "than", "through", "since", "into", "out", "of", "between",
    "among", "second", "first", "still", "largest", "biggest", "highest", "lowest", "smallest", "busiest",
];

/// What a degree belongs to.
const COMPARED: &Words = words![
    "ahead", "behind", "above", "below", "more", "less", "fewer", "higher", "lower", "larger", "smaller",
    "bigger", "greater", "clear", "further", "better", "worse", "busier", "over", "under", "short", "beyond",
];

/// With which words turns begin.
const FIRST: &Words = words![
    "all", "along", "as", "at", "by", "duly", "far", "for", "if", "in", "into", "most", "of", "on", "once",
    "quite", "single", "some", "taken", "to", "with", "a", "single-handedly", "itself", "themselves", "yet",
    "narrowly", "no", "hands",
];

/// Turns that stand anywhere.
const TURNS: &[&[&str]] = &[
    &["all", "by", "itself"],
    &["all", "on", "its", "own"],
    &["all", "the", "same"],
    &["all", "the", "while"],
    &["all", "told"],
    &["along", "the", "way"],
    &["as", "a", "result"],
    &["as", "a", "whole"],
    &["as", "ever"],
    &["as", "expected"],
    &["as", "it", "happens"],
    &["as", "it", "were"],
    &["as", "so", "often"],
    &["as", "things", "stand"],
    &["as", "usual"],
    &["as", "well"],
    &["at", "a", "stroke"],
    &["at", "any", "rate"],
    &["at", "last"],
    &["at", "once"],
    &["at", "present"],
    &["at", "the", "moment"],
    &["by", "all", "accounts"],
    &["by", "far"],
    &["by", "itself"],
    &["by", "some", "way"],
    &["by", "the", "way"],
    &["by", "themselves"],
    &["duly"],
    &["far", "and", "away"],
    &["for", "a", "change"],
    &["for", "good", "measure"],
    &["for", "its", "part"],
    &["for", "now"],
    &["for", "once"],
    &["for", "the", "moment"],
    &["for", "the", "record"],
    &["for", "the", "time", "being"],
    &["for", "their", "part"],
    &["hands", "down"],
    &["in", "any", "case"],
    &["in", "any", "event"],
    &["in", "doing", "so"],
    &["in", "effect"],
    &["in", "its", "own", "right"],
    &["in", "one", "go"],
    &["in", "practice"],
    &["in", "so", "doing"],
    &["in", "the", "bargain"],
    &["in", "the", "end"],
    &["in", "the", "event"],
    &["in", "the", "process"],
    &["in", "turn"],
    &["into", "the", "bargain"],
    &["itself"],
    &["of", "course"],
    &["of", "late"],
    &["on", "its", "own"],
    &["on", "paper"],
    &["on", "the", "whole"],
    &["once", "again"],
    &["once", "more"],
    &["some", "way", "back"],
    &["single", "-", "handedly"],
    &["single-handedly"],
    &["taken", "as", "a", "whole"],
    &["taken", "together"],
    &["themselves"],
    &["to", "all", "intents", "and", "purposes"],
    &["to", "be", "precise"],
    &["to", "boot"],
    &["with", "ease"],
    &["with", "room", "to", "spare"],
    &["with", "something", "to", "spare"],
    &["yet", "again"],
];

/// The hash of the word that each begins with.
static TURNS_BY_WORD: [u16; TURNS.len()] = first_words(TURNS);
static DEGREES_BY_WORD: [u16; DEGREES.len()] = first_words(DEGREES);

const fn first_words<const N: usize>(turns: &[&[&str]]) -> [u16; N] {
    let (mut all, mut at) = ([0; N], 0);
    while at < N {
        all[at] = hash(turns[at][0].as_bytes());
        at += 1;
    }
    all
}

/// Words of degree, only before what is compared.
const DEGREES: &[&[&str]] = &[
    &["a", "fair", "bit"],
    &["a", "fair", "way"],
    &["a", "good", "bit"],
    &["a", "good", "deal"],
    &["a", "good", "way"],
    &["a", "great", "deal"],
    &["a", "little", "way"],
    &["a", "long", "way"],
    &["all", "the"],
    &["at", "some", "distance"],
    &["quite", "a", "bit"],
    &["quite", "a", "way"],
    &["quite", "some", "way"],
    &["some", "distance"],
    &["some", "way"],
];
