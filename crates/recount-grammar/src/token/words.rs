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
    list: &'static [&'static str],
}

impl Words {
    /// These words.
    #[must_use]
    pub const fn new(list: &'static [&'static str]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < list.len() {
            bits |= bit(hash(list[at].as_bytes()));
            at += 1;
        }
        Self { bits, list }
    }

    /// Is a text one of them?
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.bits & bit(hash(word.as_bytes())) != 0 && self.list.contains(&word)
    }
}

/// A hash of the bytes of a word.
#[must_use]
pub const fn hash(word: &[u8]) -> u16 {
    Key::of(word).short()
}

const fn bit(hash: u16) -> u64 {
    1 << (hash % 64)
}

/// Words, one of which a token may be.
pub trait OneOf: Copy {
    /// Is the token, one of `tokens`, one of them?
    fn has(self, tokens: Tokens<'_>, token: Token) -> bool;
}

impl OneOf for &Words {
    #[inline]
    fn has(self, tokens: Tokens<'_>, token: Token) -> bool {
        self.bits & bit(token.hash) != 0 && self.list.has(tokens, token)
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
    ($($word:expr),+ $(,)?) => { const { &$crate::token::Words::new(&[$($word),+]) } };
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
