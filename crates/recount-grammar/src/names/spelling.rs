//! The spellings of names, squeezed and sorted: which of them starts at a
//! token, and how far the longest goes.
//!
//! Most tokens open no name, so a set of bits over hashes of everything that a
//! name may open with is asked first; where it says yes, the sorted list is
//! narrowed token by token.

use rustc_hash::FxHashMap;

use crate::token::{Kind, Token, Tokens, hash, is_apostrophe, is_hyphen};

/// Spellings, each with its place in the list that it was made from.
#[derive(Debug)]
pub(super) struct Spellings {
    /// Sorted by their text.
    sorted: Vec<(String, usize)>,
    /// A bit for the hash of every opening of every spelling.
    openings: Vec<u64>,
    /// Which of `sorted` have an opening with that hash: from the first to
    /// behind the last, those of other openings between them included.
    places: FxHashMap<u16, (usize, usize)>,
}

/// Bits of the hash of an opening.
const BITS: usize = 1 << 16;

impl Spellings {
    /// These spellings, none of them empty or twice.
    pub(super) fn new(spellings: &[String]) -> Self {
        let mut sorted: Vec<(String, usize)> = spellings.iter().cloned().zip(0..).collect();
        sorted.sort();
        let mut openings = vec![0u64; BITS / 64];
        let mut places: FxHashMap<u16, (usize, usize)> = FxHashMap::default();
        for (place, (spelling, _)) in sorted.iter().enumerate() {
            for (at, c) in spelling.char_indices() {
                let hash = hash(&spelling.as_bytes()[..at + c.len_utf8()]);
                openings[usize::from(hash) / 64] |= 1 << (hash % 64);
                places.entry(hash).or_insert((place, place)).1 = place + 1;
            }
        }
        Self { sorted, openings, places }
    }

    /// May a spelling open with this token?
    #[inline]
    pub(super) fn may_open(&self, token: &Token) -> bool {
        let bit = usize::from(token.hash);
        self.openings[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// The longest spelling from token `first` on that `fits`: its place, and
    /// the token after its last. `squeezed` is a buffer to reuse.
    pub(super) fn longest(
        &self,
        tokens: Tokens<'_>,
        first: usize,
        squeezed: &mut String,
        fits: impl Fn(usize) -> bool,
    ) -> Option<(usize, usize)> {
        squeezed.clear();
        let (from, to) = *self.places.get(&tokens.rest.get(first)?.hash)?;
        let mut left = self.sorted.get(from..to)?;
        let mut best = None;
        for (end, token) in (first + 1..).zip(tokens.rest.get(first..)?) {
            let text = tokens.lower_of(*token);
            if token.kind == Kind::Symbol && text.chars().all(is_filler) {
                if end == first + 1 {
                    return None;
                }
                continue;
            }
            squeezed.extend(text.chars().filter(|c| !is_filler(*c)));
            let from = left.partition_point(|(spelling, _)| spelling.as_str() < squeezed.as_str());
            left = &left[from..];
            let to = left.partition_point(|(spelling, _)| spelling.starts_with(squeezed.as_str()));
            left = &left[..to];
            let Some((spelling, place)) = left.first() else { break };
            if spelling.len() == squeezed.len() && fits(*place) {
                best = Some((*place, end));
            }
        }
        best
    }
}

/// What a name may have between its letters, or not: white space, hyphens and
/// apostrophes.
pub(super) fn is_filler(c: char) -> bool {
    c.is_whitespace() || is_apostrophe(c) || is_hyphen(c.encode_utf8(&mut [0; 4]))
}
