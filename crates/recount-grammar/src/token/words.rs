//! Lists of words that a token is held against: told apart by a hash that is
//! made when the program is compiled, so that most tokens are turned away
//! without a look at a letter.

use super::{Token, Tokens};
use crate::en::lexicon::Key;

/// A list of words in lower case; `words!["a", "an"]`.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// A bit for the hash of each.
    bits: u64,
    /// The hash of each, in the order of the list: most tokens that the bits let through are turned away by these.
    hashes: &'static [u16],
    list: &'static [&'static str],
}

impl Words {
    /// These words, with the [`hashes`] of them.
    #[must_use]
    pub const fn new(list: &'static [&'static str], hashes: &'static [u16]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < hashes.len() {
            bits |= bit(hashes[at]);
            at += 1;
        }
        Self { bits, hashes, list }
    }

    /// Has one of them this hash?
    #[inline]
    fn has_hash(&self, hash: u16) -> bool {
        // Without a stop at the first, several are held against it at once.
        self.hashes.iter().fold(false, |found, one| found | (*one == hash))
    }

    /// Is a text one of them?
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        let hash = hash(word.as_bytes());
        self.bits & bit(hash) != 0 && self.has_hash(hash) && self.list.contains(&word)
    }
}

/// A hash of the bytes of a word.
#[must_use]
pub const fn hash(word: &[u8]) -> u16 {
    Key::of(word).short()
}

/// The hash of each of these words.
#[must_use]
pub const fn hashes<const N: usize>(list: &[&str]) -> [u16; N] {
    let mut all = [0; N];
    let mut at = 0;
    while at < N {
        all[at] = hash(list[at].as_bytes());
        at += 1;
    }
    all
}

const fn bit(hash: u16) -> u64 {
    1 << (hash % 64)
}

/// Which words a sentence has, or which a rule needs one of: a bit for the hash of each. What is in no such set does
/// not stand there; what is in one may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordSet([u64; WordSet::PARTS]);

impl WordSet {
    const PARTS: usize = 8;
    /// No word at all.
    pub const NONE: Self = Self([0; Self::PARTS]);

    /// The words of a list.
    #[must_use]
    pub const fn of(words: &Words) -> Self {
        let mut set = Self::NONE;
        let mut at = 0;
        while at < words.hashes.len() {
            set.insert(words.hashes[at]);
            at += 1;
        }
        set
    }

    /// Both sets.
    #[must_use]
    pub const fn and(mut self, other: &Words) -> Self {
        let more = Self::of(other);
        let mut at = 0;
        while at < Self::PARTS {
            self.0[at] |= more.0[at];
            at += 1;
        }
        self
    }

    /// Adds the word of a token.
    #[inline]
    pub const fn insert(&mut self, hash: u16) {
        let place = Self::place(hash);
        self.0[place / 64] |= 1 << (place % 64);
    }

    /// May the word of a token be one of them?
    #[inline]
    #[must_use]
    pub const fn may_have(&self, hash: u16) -> bool {
        let place = Self::place(hash);
        self.0[place / 64] >> (place % 64) & 1 == 1
    }

    /// May a word be in both?
    #[inline]
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).fold(0, |all, (a, b)| all | a & b) != 0
    }

    /// Of as many places as the set has bits, the one of a word.
    const fn place(hash: u16) -> usize {
        hash as usize % (64 * Self::PARTS)
    }
}

/// Words, one of which a token may be.
pub trait OneOf: Copy {
    /// Is the token, one of `tokens`, one of them?
    fn has(self, tokens: Tokens<'_>, token: Token) -> bool;
}

impl OneOf for &Words {
    #[inline]
    fn has(self, tokens: Tokens<'_>, token: Token) -> bool {
        self.bits & bit(token.hash) != 0 && self.has_hash(token.hash) && self.list.has(tokens, token)
    }
}

impl OneOf for &[&str] {
    #[inline]
    fn has(self, tokens: Tokens<'_>, token: Token) -> bool {
        self.contains(&tokens.lower_of(token))
    }
}

impl<const N: usize> OneOf for &[&str; N] {
    #[inline]
    fn has(self, tokens: Tokens<'_>, token: Token) -> bool {
        self.contains(&tokens.lower_of(token))
    }
}

/// A list of words, [`Words`], made when the program is compiled.
macro_rules! words {
    ($($word:expr),+ $(,)?) => { const { $crate::token::word_list!(&[$($word),+]) } };
}

/// The same of a constant list.
macro_rules! word_list {
    ($list:expr) => {{
        const LIST: &[&str] = $list;
        const HASHES: &[u16] = &$crate::token::hashes::<{ LIST.len() }>(LIST);
        &$crate::token::Words::new(LIST, HASHES)
    }};
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokenise;

    #[test]
    fn a_token_is_one_of_them_or_not() {
        let text = "The internationalisation—it’s over 5%.";
        let (mut lower, mut tokens) = (String::new(), Vec::new());
        tokenise(text, &mut lower, &mut tokens);
        let tokens = Tokens { text, lower: &lower, rest: &tokens };
        let found = |list: &Words| tokens.rest.iter().filter(|token| list.has(tokens, **token)).count();
        assert_eq!(found(words!["the", "internationalisation", "—", "’s", "%", "5"]), 6);
        assert_eq!(found(words!["th", "internationalization", "-", "'s", "", "55", "ove"]), 0);
    }
}
