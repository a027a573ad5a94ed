//! Names with more words in them, or behind them, than the vocabulary has: `northern open-weight AI models` where `northern
//! AI models` and `northern open-weight models` are names of one group; `the Alder model`.

use recount_model::{Name, Subject, Vocabulary};
use rustc_hash::FxHashMap;

use super::spelling::Hashes;
use super::{Names, squeeze};
use crate::en::lexicon::is_grammatical;
use crate::token::{Kind, Tokens, hash, is_hyphen};

/// How many words more a name may have.
const MOST: usize = 6;

/// The words that stand between the first and the last word of groups' names.
#[derive(Debug, Default)]
pub(super) struct Stacked {
    /// Each with the groups in whose names it does.
    words: FxHashMap<String, Vec<Name>>,
    /// A bit for the hash of each.
    known: Hashes,
    /// The first letters of those that may be initials.
    letters: String,
}

impl Stacked {
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let things = super::things(vocabulary);
        let mut words: FxHashMap<String, Vec<Name>> = FxHashMap::default();
        for (text, name) in vocabulary.names() {
            if !matches!(name, Name::Subject(Subject::Group(_))) {
                continue;
            }
            let parts: Vec<&str> = text.split([' ', '-']).filter(|part| !part.is_empty()).collect();
            let [first, middle @ .., last] = parts.as_slice() else { continue };
            let called = first.starts_with(char::is_uppercase) && things.contains(&last.to_lowercase());
            let all = middle.iter().map(|word| word.to_lowercase());
            if called && middle.iter().all(|word| !is_grammatical(&word.to_lowercase())) {
                for word in all {
                    let groups = words.entry(word).or_default();
                    if !groups.contains(&name) {
                        groups.push(name);
                    }
                }
            }
        }
        let known = words.keys().map(|word| hash(word.as_bytes())).collect();
        let letters =
            words.keys().filter(|word| word.len() > 1).filter_map(|word| word.chars().next()).collect();
        Self { words, known, letters }
    }
}

impl Names {
    /// May it stand between the words of a group's name: "AI" in "northern AI models"?
    #[must_use]
    pub fn describes(&self, lower: &str) -> bool {
        self.stacked.words.contains_key(lower)
    }

    /// A group's name of two words with more words between them, each of which stands there in another name of the group,
    /// where that is longer than what was found: its place, and the token after its last.
    pub(super) fn with_more_words(
        &self,
        tokens: Tokens<'_>,
        first: usize,
        found: Option<(usize, usize)>,
    ) -> Option<(usize, usize)> {
        let owns =
            tokens.rest.get(first + 1).is_some_and(|token| tokens.lower_of(*token).starts_with(['\'', '’']));
        let from = first + 1 + usize::from(owns);
        let mut end = from;
        let mut between: Vec<&str> = Vec::new();
        while let Some(token) = tokens.rest.get(end).filter(|_| end < from + MOST) {
            let text = tokens.lower_of(*token);
            if token.kind == Kind::Word && self.stacked.known.has(token.hash) {
                between.push(text);
            } else if let Some((initials, count)) = self.spelt_out(tokens, end) {
                between.push(initials);
                end += count - 1;
            } else if !is_hyphen(text) {
                break;
            }
            end += 1;
        }
        let head = tokens.rest.get(end).filter(|_| !between.is_empty())?;
        if head.kind != Kind::Word || found.is_some_and(|(_, longest)| longest > end) {
            return None;
        }
        let opens: String = tokens
            .rest
            .get(first..first + 1 + usize::from(owns))?
            .iter()
            .map(|t| tokens.lower_of(*t))
            .collect();
        let place = self.spellings.place_of(&squeeze(&(opens + tokens.lower_of(*head))))?;
        let group =
            self.targets.get(place)?.iter().find(|name| matches!(name, Name::Subject(Subject::Group(_))))?;
        let fits = |word: &&str| self.stacked.words.get(*word).is_some_and(|groups| groups.contains(group));
        let capital = tokens.text_of(*tokens.rest.get(first)?).starts_with(char::is_uppercase);
        (capital && place < self.adjectives && between.iter().all(fits)).then_some((place, end + 1))
    }

    /// A word of groups' names spelt out: "artificial intelligence" for "AI". The word, and how many tokens it takes.
    fn spelt_out(&self, tokens: Tokens<'_>, first: usize) -> Option<(&str, usize)> {
        let ahead = tokens.rest.get(first..)?;
        let opens = ahead.first().and_then(|token| tokens.lower_of(*token).chars().next());
        if !opens.is_some_and(|letter| self.stacked.letters.contains(letter)) {
            return None;
        }
        let word = |token: &&crate::token::Token| token.kind == Kind::Word && token.end - token.start > 3;
        let initials: String = ahead
            .iter()
            .take(4)
            .take_while(word)
            .filter_map(|token| tokens.lower_of(*token).chars().next())
            .collect();
        let fits = |(word, _): &(&String, &Vec<Name>)| word.len() > 1 && initials.starts_with(word.as_str());
        self.stacked.words.iter().filter(fits).map(|(word, _)| (word.as_str(), word.len())).max()
    }

    /// Where a name ends that the word for what it is stands behind: "the Alder model", "Alder's Birch 2 language model". Not
    /// "Alder model calls", where these words are a name themselves, nor "Alder models", which are several.
    pub(super) fn behind_kind(
        &self,
        tokens: Tokens<'_>,
        place: usize,
        end: usize,
        squeezed: &mut String,
    ) -> usize {
        let one = self.targets.get(place).is_some_and(|names| {
            names.iter().all(|name| matches!(name, Name::Subject(Subject::Entity(_))))
                && place < self.adjectives
        });
        if !one {
            return end;
        }
        let mut kind = end;
        while let Some(token) = tokens.rest.get(kind).filter(|_| kind < end + MOST) {
            let text = tokens.lower_of(*token);
            if self.role(text).thing && token.kind == Kind::Word {
                let singular = !text.ends_with('s');
                let other = self
                    .spellings
                    .longest(tokens, kind, squeezed, |place, _| place < self.adjectives)
                    .is_some();
                return if singular && !other { kind + 1 } else { end };
            }
            if !(token.kind == Kind::Word
                && self.stacked.known.has(token.hash)
                && self.stacked.words.contains_key(text))
            {
                return end;
            }
            kind += 1;
        }
        end
    }
}
