//! The spellings of names, squeezed: which of them starts at a token, and how
//! far the longest goes.
//!
//! Most tokens open no name, so a set of bits over hashes of everything that a
//! name may open with is asked first, and again for every token that is added.
//! Only where a whole spelling may end is it looked up.

use rustc_hash::FxHashMap;

use crate::token::{Kind, Token, Tokens, hash, is_apostrophe, is_hyphen};

/// Spellings, each with its place in the list that it was made from.
#[derive(Debug)]
pub(super) struct Spellings {
    places: FxHashMap<String, usize>,
    /// A bit for the hash of every opening of every spelling.
    openings: Hashes,
    /// The same for the [`shape`] of each: by two of these sets few words are taken for
    /// an opening that are none.
    shapes: Hashes,
    /// A bit for the hash of every spelling.
    wholes: Hashes,
}

/// A set of hashes.
#[derive(Debug)]
pub(super) struct Hashes(Vec<u64>);

impl Default for Hashes {
    fn default() -> Self {
        Self::new()
    }
}

impl Hashes {
    fn new() -> Self {
        Self(vec![0; (1 << u16::BITS) / 64])
    }

    pub(super) fn insert(&mut self, hash: u16) {
        self.0[usize::from(hash) / 64] |= 1 << (hash % 64);
    }

    #[inline]
    pub(super) fn has(&self, hash: u16) -> bool {
        self.0[usize::from(hash) / 64] >> (hash % 64) & 1 == 1
    }
}

impl FromIterator<u16> for Hashes {
    fn from_iter<I: IntoIterator<Item = u16>>(hashes: I) -> Self {
        let mut all = Self::new();
        hashes.into_iter().for_each(|hash| all.insert(hash));
        all
    }
}

/// The length of a text, its first two bytes and its last one, mixed.
#[inline]
fn shape(text: &[u8]) -> u16 {
    let at = |place: usize| text.get(place).copied().unwrap_or(0);
    let (first, second) = (u32::from(at(0)), u32::from(at(1)));
    let last = u32::from(at(text.len().wrapping_sub(1)));
    let mixed = first | second << 8 | last << 16 | (text.len() as u32) << 24;
    (mixed.wrapping_mul(0x9e37_79b1) >> 16) as u16
}

impl Spellings {
    /// These spellings, none of them empty or twice.
    pub(super) fn new(spellings: &[String]) -> Self {
        let (mut openings, mut shapes, mut wholes) = (Hashes::new(), Hashes::new(), Hashes::new());
        for spelling in spellings {
            wholes.insert(hash(spelling.as_bytes()));
            for (at, c) in spelling.char_indices() {
                let opening = &spelling.as_bytes()[..at + c.len_utf8()];
                openings.insert(hash(opening));
                shapes.insert(shape(opening));
            }
        }
        Self { places: spellings.iter().cloned().zip(0..).collect(), openings, shapes, wholes }
    }

    /// May a spelling open with this token?
    #[inline]
    pub(super) fn may_open(&self, tokens: Tokens<'_>, token: &Token) -> bool {
        self.openings.has(token.hash) && {
            let text = tokens.lower_of(*token).as_bytes();
            // What is left out inside a word changes its shape.
            self.shapes.has(shape(text)) || !text.is_ascii() || text.contains(&b'\'')
        }
    }

    /// The place of a squeezed spelling.
    pub(super) fn place_of(&self, squeezed: &str) -> Option<usize> {
        self.places.get(squeezed).copied()
    }

    /// The longest spelling from token `first` on that `fits`: its place, and
    /// the token after its last. `squeezed` is a buffer to reuse.
    pub(super) fn longest(
        &self,
        tokens: Tokens<'_>,
        first: usize,
        squeezed: &mut String,
        fits: impl Fn(usize, bool) -> bool,
    ) -> Option<(usize, usize)> {
        squeezed.clear();
        let mut best = None;
        for (end, token) in (first + 1..).zip(tokens.rest.get(first..)?) {
            let text = tokens.lower_of(*token);
            match token.kind {
                Kind::Symbol if text.chars().all(is_filler) => {
                    if end == first + 1 {
                        return None;
                    }
                    continue;
                }
                // Of what a name may have between its letters, a word has apostrophes only.
                Kind::Word if !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
                    text.split(is_apostrophe).for_each(|part| squeezed.push_str(part));
                }
                Kind::Number | Kind::Symbol | Kind::Word => squeezed.push_str(text),
            }
            let hash = hash(squeezed.as_bytes());
            if !self.openings.has(hash) {
                break;
            }
            if self.wholes.has(hash)
                && let Some(place) = self.places.get(squeezed.as_str())
                && fits(*place, text.starts_with(is_apostrophe))
            {
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
