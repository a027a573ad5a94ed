//! Sentences that take back the one before: "In fact, it was third.", "The
//! figures say otherwise.", "Or did it?".

use crate::token::Tokens;

/// What a sentence does to the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TakesBack {
    /// Nothing.
    #[default]
    No,
    /// It says that it is not so.
    Always,
    /// It says what is so, if somebody else said the one before: "In fact, …".
    IfReported,
}

/// What is said of a sentence before by what stands here.
pub(super) fn takes_back(tokens: Tokens<'_>) -> TakesBack {
    let mut t = tokens;
    while ["but", "and", "yet", "however", ",", "\"", "”"].contains(&t.peek()) {
        t = t.skip(1);
    }
    if OPENINGS.iter().any(|words| starts(t, words)) {
        return TakesBack::IfReported;
    }
    let alone = ALONE.iter().any(|words| starts(t, words) && ends(t.skip(words.len())));
    let opposed = opposite(t) || or_did_it(t) || nothing_in_it(t);
    match alone || opposed || at_least(t) || otherwise(t) || withdrawn(t) || wrong_figure(t) {
        true => TakesBack::Always,
        false => TakesBack::No,
    }
}

/// Did somebody else say it, in words or in quotation marks?
#[must_use]
pub fn is_reported(sentence: &str) -> bool {
    const SPEECH: &[&str] = &[
        "said", "says", "say", "claimed", "claims", "claim", "insisted", "insists", "boasted", "boasts",
        "argued", "argues", "told", "announced", "announces", "wrote", "writes", "asserted", "asserts",
        "maintained", "maintains", "declared", "declares", "posted", "tweeted", "estimated", "suggested",
        "thought", "believed", "reported", "rumour", "rumours", "rumor", "rumors",
    ];
    let quoted = sentence.contains(['"', '“', '”', '„']);
    let word = |word: &str| SPEECH.iter().any(|speech| word.eq_ignore_ascii_case(speech));
    quoted || sentence.split(|c: char| !c.is_alphabetic()).any(word)
}

/// What stands before the truth.
const OPENINGS: &[&[&str]] = &[
    &["in", "fact"],
    &["in", "reality"],
    &["in", "truth"],
    &["in", "actual", "fact"],
    &["as", "a", "matter", "of", "fact"],
    &["actually"],
    &["the", "truth"],
    &["the", "reality"],
    &["on", "the", "contrary"],
    &["instead", ","],
    &["rather", ","],
];

/// Sentences of their own.
const ALONE: &[&[&str]] = &[
    &["not", "so"],
    &["not", "so", "fast"],
    &["not", "quite"],
    &["not", "exactly"],
    &["not", "really"],
    &["wrong"],
    &["false"],
    &["untrue"],
    &["hardly"],
    &["nonsense"],
    &["think", "again"],
    &["far", "from", "it"],
    &["quite", "the", "opposite"],
    &["quite", "the", "contrary"],
    &["nothing", "of", "the", "sort"],
    &["nothing", "of", "the", "kind"],
    &["no", "such", "thing"],
    &["verdict", ":", "false"],
    &["verdict", ":", "wrong"],
    &["verdict", ":", "untrue"],
];

fn starts(t: Tokens<'_>, words: &[&str]) -> bool {
    words.iter().enumerate().all(|(ahead, word)| t.peek_at(ahead) == *word)
}

fn ends(t: Tokens<'_>) -> bool {
    matches!(t.peek(), "" | "." | "!" | "?" | "," | ";" | ":" | ")" | "\"" | "”" | "—" | "–")
}

/// "The opposite is true".
fn opposite(t: Tokens<'_>) -> bool {
    let noun = ["opposite", "contrary", "reverse"].contains(&t.peek_at(1)) && t.peek() == "the";
    noun && ["is", "was"].contains(&t.peek_at(2))
}

/// "Or did it?", "Or was it?".
fn or_did_it(t: Tokens<'_>) -> bool {
    const VERBS: &[&str] = &["did", "was", "is", "has", "were", "does", "do", "had", "are", "have"];
    let who = ["it", "they", "he", "she", "that", "this"].contains(&t.peek_at(2));
    t.peek() == "or" && VERBS.contains(&t.peek_at(1)) && who && ends(t.skip(3))
}

/// "There is nothing to it", "there is no truth in that".
fn nothing_in_it(t: Tokens<'_>) -> bool {
    let there = t.peek() == "there" && ["is", "was"].contains(&t.peek_at(1));
    let after = if t.peek_at(2) == "nothing" {
        3
    } else if starts(t.skip(2), &["no", "truth"]) {
        4
    } else {
        return false;
    };
    let it = ["it", "that", "this"].contains(&t.peek_at(after + 1));
    there && ["to", "in"].contains(&t.peek_at(after)) && it && ends(t.skip(after + 2))
}

/// "At least that is what X says", "That is what X says, at least", "That is not
/// what the figures show".
fn at_least(t: Tokens<'_>) -> bool {
    let least = starts(t, &["at", "least"]);
    let rest = if least { t.skip(2) } else { t };
    let rest = if rest.peek() == "," { rest.skip(1) } else { rest };
    if least && rest.peek() == "so" {
        return true;
    }
    let that =
        ["that", "this"].contains(&rest.peek()) && ["is", "was", "'s", "’s"].contains(&rest.peek_at(1));
    let not = ["not", "n't", "n’t"].contains(&rest.peek_at(2));
    if !that || rest.peek_at(2 + usize::from(not)) != "what" {
        return false;
    }
    let late = (3..12).any(|ahead| starts(rest.skip(ahead), &[",", "at", "least"]));
    least || not || late
}

/// "The figures say otherwise", "the data tell a different story".
fn otherwise(t: Tokens<'_>) -> bool {
    const FIGURES: &[&str] = &["figures", "data", "numbers", "statistics", "facts", "records", "rankings"];
    const SHOW: &[&str] = &["say", "says", "show", "shows", "suggest", "suggests", "tell", "tells"];
    let Some(noun) = (0..5).find(|ahead| FIGURES.contains(&t.peek_at(*ahead))) else { return false };
    let rest = t.skip(noun + 1);
    if rest.peek() == "disagree" {
        return true;
    }
    let rest = rest.skip(1);
    let other = rest.peek() == "otherwise"
        || starts(rest, &["a", "different"])
        || starts(rest, &["another", "story"])
        || starts(rest, &["something", "else"])
        || starts(rest, &["the", "opposite"]);
    SHOW.contains(&t.peek_at(noun + 1)) && other
}

/// What somebody said, as a noun.
const SAYINGS: &[&str] = &[
    "claim", "claims", "statement", "assertion", "figure", "figures", "number", "numbers", "report", "boast",
    "post", "account",
];

/// "It later withdrew the statement", "X has since retracted that", "the claim
/// does not hold up".
fn withdrawn(t: Tokens<'_>) -> bool {
    const VERBS: &[&str] =
        &["withdrew", "retracted", "corrected", "revised", "withdrawn", "deleted", "recanted"];
    let Some(verb) = (1..8).find(|ahead| VERBS.contains(&t.peek_at(*ahead))) else {
        let said = SAYINGS.contains(&t.peek_at(1)) && ["the", "this", "that", "its"].contains(&t.peek());
        let not = ["not", "n't", "n’t"].contains(&t.peek_at(3)) || t.peek_at(2) == "cannot";
        let stands =
            (3..6).any(|ahead| ["hold", "stand", "withstand", "add", "check"].contains(&t.peek_at(ahead)));
        return said && not && stands;
    };
    let rest = t.skip(verb + 1);
    let article = usize::from(["the", "its", "that", "this", "their"].contains(&rest.peek()));
    let what = SAYINGS.contains(&rest.peek_at(article));
    let it = ["that", "it", "this"].contains(&rest.peek()) && ends(rest.skip(1));
    let passive = SAYINGS.contains(&t.peek_at(1)) && ends(rest);
    what || it || passive
}

/// "The real figure was", "that figure is too high".
fn wrong_figure(t: Tokens<'_>) -> bool {
    let figure =
        |ahead: usize| SAYINGS.contains(&t.peek_at(ahead)) || ["total", "volume"].contains(&t.peek_at(ahead));
    let real = ["real", "true", "actual", "correct"].contains(&t.peek_at(1)) && figure(2);
    let too = figure(1)
        && ["is", "was", "are", "were"].contains(&t.peek_at(2))
        && (t.peek_at(3) == "too" || ["inflated", "overstated", "understated"].contains(&t.peek_at(3)));
    ["the", "that", "this", "its", "their"].contains(&t.peek()) && (real || too)
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn what_is_put_right_is_no_claim() {
        for behind in [
            "In fact, it was behind.",
            "In reality, nobody knows.",
            "The figures say otherwise.",
            "That is not what the figures show.",
            "Not so.",
            "Wrong.",
            "The opposite is the case.",
            "There is nothing to it.",
            "The claim does not hold up.",
            "The company later withdrew the statement.",
            "The maker has since retracted that.",
            "Or did it?",
            "At least that is what its maker says.",
        ] {
            let found = article(&format!("Alder led Birch last week, its maker said. {behind}"));
            assert!(!found[0].contains("above"), "{behind}: {found:?}");
        }
    }

    #[test]
    fn what_is_confirmed_stays() {
        for behind in
            ["In fact, it has led for weeks.", "It later corrected its course.", "Nobody was surprised."]
        {
            let found = article(&format!("Alder led Birch last week. {behind}"));
            assert!(found[0].contains("above that of Birch"), "{behind}: {found:?}");
        }
    }
}
