//! Is a sentence or a clause about somebody whom the vocabulary does not know?
//! Who "it" is behind "An unnamed rival did better" is not the one of before.

use super::lexicon::{Entry, Form, Noun, Starts, is_grammatical};
use crate::token::{Kind, Token, Tokens, Words};

/// So many words a noun phrase has at most before its verb.
const LONGEST: usize = 12;

/// "Coding agents drove the growth", "An unnamed rival did better", "The five largest
/// apps rose", "Norvane, a newcomer, was the surprise": does it begin with a noun
/// phrase, the subject of a verb, that is nobody of whom was spoken before? Not "The
/// increase took", "The newcomer did", "Both did", which go on about the same.
#[must_use]
pub fn begins_with_another(tokens: Tokens<'_>) -> bool {
    let tokens = behind_joins(tokens);
    let first = tokens.peek();
    if is_at_another(tokens) {
        return true;
    }
    let (single, many, from) = match first {
        "a" | "an" | "another" => (true, true, 1),
        // "One other model handled more".
        "one" if tokens.peek_at(1) == "other" => (true, true, 2),
        "one" if tokens.peek_at(1) != "of" => (true, true, 1),
        "the" | "some" | "several" | "many" | "most" | "few" => (false, true, 1),
        // "Its closest rival did better".
        "its" | "their" => (false, false, 1),
        _ if is_grammatical(first) || tokens.opens(PRONOUNS) => return false,
        _ => (false, true, 0),
    };
    let phrase = tokens.skip(from);
    let Some(end) = end_of_phrase(phrase) else { return false };
    let drove = unknown_verb(phrase, end);
    let end = end - usize::from(drove);
    let Some(head) = end.checked_sub(1).and_then(|last| phrase.rest.get(last)) else { return false };
    let entry = head.word.entry();
    if !matches!(entry.noun, None | Some(Noun::Thing | Noun::Counterpart | Noun::Rest)) {
        return false;
    }
    let word = phrase.lower_of(*head);
    let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    // "The two models": those of before.
    let again = from == 1 && !single && end < 3 && counts(phrase);
    let words = phrase.rest.get(..end).unwrap_or(&[]);
    let other = matches!(entry.noun, Some(Noun::Counterpart | Noun::Rest));
    let called = first == "the" && words.iter().any(|word| is_unknown_name(phrase, word));
    let unknown = other || called || from == 0 && are_a_name(phrase, words);
    let dated = words.iter().any(|word| word.starts.any(Starts::CALENDAR));
    let another = !dated && (single || many && plural && !again || unknown);
    another && (drove || has_verb(phrase.skip(end), plural || unknown))
}

/// Words that stand for what was spoken of, or for nobody.
const PRONOUNS: &Words = words![
    "it", "they", "he", "she", "we", "you", "i", "one", "none", "neither", "nobody", "what", "there", "here",
    "such", "others", "everyone", "nothing", "how", "why", "analysts", "researchers", "observers", "experts",
    "figures", "numbers", "results", "gains", "losses",
];

/// Words that a sentence may begin with and that name nobody, though the lexicon has no use for them.
const OF_NOBODY: &Words = words![
    "everybody", "anybody", "somebody", "someone", "anyone", "everything", "something", "us", "my", "our",
    "your", "why", "what", "when", "how", "where", "who", "yes", "no", "not", "indeed", "perhaps", "maybe",
    "these", "those", "surprise", "surprisingly", "unsurprisingly", "remember", "note", "recall",
    "expectations", "hopes", "fears", "reasons", "credit", "blame", "luck", "hardly", "oddly", "curiously",
    "critics", "fans", "readers", "many", "few", "some", "most", "little", "much", "good", "bad", "sure",
    "please", "thanks", "let", "look", "see", "think",
];

/// Does the first word of a sentence name nobody: "Nobody had expected it", "Why is not clear"?
#[must_use]
pub fn begins_with_nobody(tokens: Tokens<'_>) -> bool {
    tokens.opens(PRONOUNS) || tokens.opens(OF_NOBODY)
}

/// Behind "But", "And while", "Only".
fn behind_joins(tokens: Tokens<'_>) -> Tokens<'_> {
    const JOINS: &Words = words![
        "and", "but", "yet", "while", "meanwhile", "though", "although", "still", "then", "only", "just",
        "even", ",",
    ];
    let count = (0..4).take_while(|ahead| tokens.skip(*ahead).opens(JOINS)).count();
    tokens.skip(count)
}

/// Does a number stand first?
fn counts(tokens: Tokens<'_>) -> bool {
    const FEW: &[&str] = &["two", "three", "four", "five", "latter", "former", "same"];
    FEW.contains(&tokens.peek())
}

/// How many words a noun phrase has: up to a verb, a preposition or a stop.
fn end_of_phrase(tokens: Tokens<'_>) -> Option<usize> {
    let ends = |(place, token): (usize, &Token)| {
        let word = tokens.lower_of(*token);
        let hyphen = crate::token::is_hyphen(word) || matches!(word, "'s" | "’s" | "'" | "’");
        let verb = place > 0 && is_verb(token.word.entry(), word);
        !hyphen && (verb || token.kind != Kind::Word && token.kind != Kind::Number || is_grammatical(word))
            || place > 0 && token.word.entry().adverb
    };
    let end = tokens.rest.iter().take(LONGEST).enumerate().position(|(place, token)| ends((place, token)))?;
    (end > 0).then_some(end)
}

/// "Coding agents drove the", "A rival stole the": is the last of the words before an
/// article a verb that the lexicon does not know?
fn unknown_verb(tokens: Tokens<'_>, end: usize) -> bool {
    let article =
        matches!(tokens.peek_at(end), "the" | "a" | "an" | "its" | "their" | "this" | "all" | "most");
    let last = end.checked_sub(1).and_then(|last| tokens.rest.get(last));
    let verb = |token: &Token| {
        let small = tokens.text_of(*token).starts_with(char::is_lowercase);
        small && token.word.entry().noun.is_none() && !token.word.entry().adverb
    };
    article && end > 1 && last.is_some_and(verb)
}

/// A word in capitals that the lexicon does not know.
fn is_unknown_name(tokens: Tokens<'_>, token: &Token) -> bool {
    tokens.text_of(*token).starts_with(char::is_uppercase) && token.word.entry().is_unknown()
}

/// "At the rival gateway Norvane, business is brisk": somewhere that nobody knows.
fn is_at_another(tokens: Tokens<'_>) -> bool {
    if !matches!(tokens.peek(), "at" | "in" | "for" | "among" | "over") {
        return false;
    }
    let Some(comma) = (2..LONGEST).find(|ahead| tokens.peek_at(*ahead) == ",") else { return false };
    let place = tokens.rest.get(1..comma).unwrap_or(&[]);
    place.iter().any(|token| is_unknown_name(tokens, token))
        && !place.iter().any(|token| token.starts.any(Starts::CALENDAR))
}

/// A finite verb, and no noun.
fn is_verb(entry: Entry, word: &str) -> bool {
    const AUXILIARIES: &[&str] = &[
        "is", "are", "was", "were", "has", "have", "had", "did", "does", "do", "will", "can", "could", "may",
    ];
    let finite = entry.verb.is_some_and(|verb| {
        matches!(verb.form, Form::Past | Form::Third | Form::Base) && entry.noun.is_none()
    });
    let past = entry.is_unknown() && word.len() > 4 && word.ends_with("ed") && word != "unnamed";
    finite || past || AUXILIARIES.contains(&word)
}

/// "Together AI", "Foo-9", "Roleplay": names that nobody knows.
fn are_a_name(tokens: Tokens<'_>, words: &[Token]) -> bool {
    let capital = |token: &Token| tokens.text_of(*token).starts_with(char::is_uppercase);
    // "Image generation".
    let strange = words.iter().all(|token| token.kind == Kind::Word && token.word.entry().is_unknown());
    let last = words.iter().rev().find(|token| token.kind == Kind::Word);
    let entry = words.first().map(|token| token.word.entry()).unwrap_or_default();
    let lone = words.len() == 1 && (entry.noun.is_some() || entry.verb.is_some() || entry.adverb);
    words.first().is_some_and(capital) && (strange || last.is_some_and(capital)) && !lone
}

/// Does a verb follow, behind "as a whole" or ", a newcomer," too? Behind what is
/// surely a noun phrase an unknown word is one: "drove".
fn has_verb(tokens: Tokens<'_>, sure: bool) -> bool {
    let Some(first) = tokens.first() else { return false };
    let word = tokens.peek();
    // "A week later the order changed".
    if matches!(word, "the" | "a" | "an" | "its" | "their" | "it" | "they") {
        return false;
    }
    if word == "," {
        const APART: &[&str] = &[
            "a", "an", "the", "once", "which", "who", "whose", "one", "long", "until", "on", "by", "however",
            "meanwhile", "too", "like", "unlike", "as", "in",
        ];
        let more = (2..LONGEST).find(|ahead| tokens.peek_at(*ahead) == ",");
        return APART.contains(&tokens.peek_at(1)) && more.is_some();
    }
    let verb = |token: &Token| is_verb(token.word.entry(), tokens.lower_of(*token));
    let stop = |token: &&Token| !matches!(tokens.lower_of(**token), "," | ";" | ":" | "." | "—" | "–");
    let found = tokens.rest.iter().take(LONGEST).take_while(stop).any(verb);
    found || sure && first.kind == Kind::Word && first.word.entry().is_unknown()
}

#[cfg(test)]
mod tests {
    use super::begins_with_another;
    use crate::token::{Tokens, tokenise};

    fn another(text: &str) -> bool {
        let (mut lower, mut rest) = (String::new(), Vec::new());
        tokenise(text, &mut lower, &mut rest);
        begins_with_another(Tokens { text, lower: &lower, rest: &rest })
    }

    #[test]
    fn somebody_else_is_spoken_of() {
        for text in [
            "Coding agents drove the growth: their usage rose.",
            "Business customers were behind the rise.",
            "But an unnamed rival did better.",
            "A smaller rival stole the show.",
            "One newcomer surprised everyone.",
            "Some smaller labs did better.",
            "Open-weight entrants as a whole did better.",
            "The five largest apps rose by 9 %.",
            "The rest of the market struggled.",
            "Its closest rival struggled.",
            "The editor Norvane Code was busy.",
            "Roleplay, once the largest category, fell.",
            "Hobbyists, on the other hand, lost interest.",
            "Image generation was a bright spot.",
            "Norvane-9, a newcomer, was the surprise.",
            "At the rival gateway Norvane, business is brisk.",
        ] {
            assert!(another(text), "{text}");
        }
    }

    #[test]
    fn the_same_one_is_spoken_of() {
        for text in [
            "It was a good week.",
            "Their volume rose.",
            "The increase took its volume to 4 trillion.",
            "The gain was its largest since May.",
            "A surge followed.",
            "The lead is growing.",
            "The newcomer did well.",
            "The two entrants did well.",
            "The figures are striking.",
            "That week changed everything.",
            "Both did well.",
            "Analysts were surprised.",
            "A week later the order had changed.",
            "In March, the order changed.",
            "Elsewhere, the picture is mixed.",
        ] {
            assert!(!another(text), "{text}");
        }
    }
}
