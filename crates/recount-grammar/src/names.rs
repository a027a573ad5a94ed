//! Mentions: every name of the vocabulary, found in one pass.
//!
//! Names match whatever their case, hyphens, apostrophes and spaces: both the
//! names and the sentence are squeezed to what is left, and a match counts
//! only where it starts and ends with a token. The longest match wins.

use aho_corasick::{AhoCorasick, MatchKind};
use recount_model::{Name, Vocabulary};
use rustc_hash::FxHashMap;

use crate::token::{Kind, Tokens, is_apostrophe, is_hyphen};

/// The names of a vocabulary, ready to be found.
#[derive(Debug)]
pub struct Names {
    /// `None` where the vocabulary has no names.
    automaton: Option<AhoCorasick>,
    /// What each pattern stands for; one spelling may stand for several
    /// things (a unit that is also a metric's name).
    targets: Vec<Vec<Name>>,
}

/// A name in a sentence: tokens `first..end` stand for `names`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention<'v> {
    /// The first token.
    pub first: usize,
    /// The token after the last.
    pub end: usize,
    /// What it may stand for, in the order of the vocabulary. Never empty.
    pub names: &'v [Name],
}

impl Names {
    /// The names of `vocabulary`.
    #[must_use]
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut patterns: Vec<String> = Vec::new();
        let mut targets: Vec<Vec<Name>> = Vec::new();
        let mut places: FxHashMap<String, usize> = FxHashMap::default();
        for (text, name) in vocabulary.names() {
            let squeezed = squeeze(text);
            if squeezed.is_empty() {
                continue;
            }
            let place = *places.entry(squeezed.clone()).or_insert_with(|| {
                patterns.push(squeezed);
                targets.push(Vec::new());
                targets.len() - 1
            });
            if !targets[place].contains(&name) {
                targets[place].push(name);
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&patterns)
            .ok()
            .filter(|_| !patterns.is_empty());
        Self { automaton, targets }
    }

    /// Every mention of a sentence, the longest at each place, in order and
    /// without overlap.
    #[must_use]
    pub fn find<'v>(&'v self, tokens: Tokens<'_>, squeezed: &mut Squeezed) -> Vec<Mention<'v>> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        squeezed.fill(tokens);
        let mut found: Vec<Mention<'v>> = Vec::new();
        for hit in automaton.find_overlapping_iter(&squeezed.text) {
            let (first, last) = (
                squeezed.starts.get(hit.start()),
                squeezed.ends.get(hit.end()),
            );
            if let (Some(Some(first)), Some(Some(last))) = (first, last) {
                let names = &self.targets[hit.pattern().as_usize()];
                found.push(Mention {
                    first: *first,
                    end: *last + 1,
                    names,
                });
            }
        }
        found.sort_by_key(|mention| (mention.first, std::cmp::Reverse(mention.end)));
        let mut end = 0;
        found.retain(|mention| {
            let free = mention.first >= end;
            if free {
                end = mention.end;
            }
            free
        });
        found
    }
}

/// A sentence without its spaces, hyphens and apostrophes, and where its
/// tokens start and end in it. A buffer to reuse.
#[derive(Debug, Default)]
pub struct Squeezed {
    text: String,
    starts: Vec<Option<usize>>,
    ends: Vec<Option<usize>>,
}

impl Squeezed {
    fn fill(&mut self, tokens: Tokens<'_>) {
        self.text.clear();
        self.starts.clear();
        self.ends.clear();
        for (place, token) in tokens.rest.iter().enumerate() {
            let text = tokens.lower_of(*token);
            if token.kind == Kind::Symbol && text.chars().all(is_filler) {
                continue;
            }
            let start = self.text.len();
            self.text.extend(text.chars().filter(|c| !is_filler(*c)));
            let end = self.text.len();
            if end > start {
                self.starts.resize(end, None);
                self.ends.resize(end + 1, None);
                self.starts[start] = Some(place);
                self.ends[end] = Some(place);
            }
        }
    }
}

fn is_filler(c: char) -> bool {
    c.is_whitespace() || is_apostrophe(c) || is_hyphen(c.encode_utf8(&mut [0; 4]))
}

fn squeeze(name: &str) -> String {
    name.chars()
        .filter(|c| !is_filler(*c))
        .flat_map(char::to_lowercase)
        .collect()
}
