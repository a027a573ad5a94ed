//! A table from words to what is known of them, for a look-up a word of every
//! text that is read.

use super::Lexeme;

/// Words and what is known of them, found by a hash of their bytes.
#[derive(Debug)]
pub(super) struct Table {
    /// Places of `words`, plus one; zero where nothing stands. A power of two
    /// of them, at most a quarter of them taken.
    slots: Vec<u16>,
    keys: Vec<Key>,
    words: Vec<(String, Lexeme)>,
}

/// The first eight bytes of a word, of a longer one also the last eight, and its
/// length: all of a word of up to sixteen bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    first: u64,
    last: u64,
    length: usize,
}

impl Table {
    /// A table of these words, each of which stands once: fewer than 65,535.
    pub(super) fn new(words: Vec<(String, Lexeme)>) -> Self {
        let size = (words.len() * 4).next_power_of_two();
        let keys = words.iter().map(|(word, _)| Key::of(word.as_bytes())).collect();
        let mut table = Self { slots: vec![0; size], keys, words };
        for (place, key) in (1..).zip(&table.keys) {
            let mut slot = key.hash() & (size - 1);
            while table.slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            table.slots[slot] = place;
        }
        table
    }

    /// The place of a word, counted from one; zero for an unknown word.
    pub(super) fn find_word(&self, word: &str) -> u16 {
        self.find(word.as_bytes(), Key::of(word.as_bytes()))
    }

    /// The place of the word with this key, counted from one; zero for an
    /// unknown word.
    #[inline]
    pub(super) fn find(&self, word: &[u8], key: Key) -> u16 {
        let mut slot = key.hash() & (self.slots.len() - 1);
        loop {
            let place = self.slots[slot];
            if place == 0 {
                return 0;
            }
            let known = usize::from(place) - 1;
            if self.keys[known] == key && (word.len() <= 16 || self.words[known].0.as_bytes() == word) {
                return place;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    /// What is known of the word at a place.
    #[inline]
    pub(super) fn at(&self, place: u16) -> Option<&Lexeme> {
        self.words.get(usize::from(place).wrapping_sub(1)).map(|(_, lexeme)| lexeme)
    }
}

impl Key {
    /// The key of a word in lower case.
    #[must_use]
    pub const fn of(word: &[u8]) -> Self {
        let (first, last) = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
            (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
            _ => {
                let (mut padded, mut at) = ([0; 8], 0);
                while at < word.len() {
                    padded[at] = word[at];
                    at += 1;
                }
                (u64::from_le_bytes(padded), 0)
            }
        };
        let last = if word.len() > 8 { last } else { 0 };
        Self { first, last, length: word.len() }
    }

    /// The key of the word from `start` to `end` of a text in lower case.
    #[must_use]
    #[inline]
    pub fn within(text: &[u8], start: usize, end: usize) -> Self {
        let length = end.saturating_sub(start);
        match text.get(start..).and_then(|rest| rest.first_chunk::<8>()) {
            // Eight bytes at once, and those behind the word wiped out.
            Some(bytes) if (1..=8).contains(&length) => {
                let first = u64::from_le_bytes(*bytes) & (u64::MAX >> (64 - 8 * length));
                Self { first, last: 0, length }
            }
            _ => Self::of(text.get(start..end).unwrap_or(&[])),
        }
    }

    /// The key of a word of at most eight letters, the first in the lowest byte.
    #[must_use]
    #[inline]
    pub const fn short_word(letters: u64, length: usize) -> Self {
        Self { first: letters, last: 0, length }
    }

    /// A short hash.
    #[must_use]
    #[inline]
    pub const fn short(self) -> u16 {
        (self.hash() >> 16) as u16
    }

    #[inline]
    const fn hash(self) -> usize {
        let mixed = (self.first ^ 0x9e37_79b9_7f4a_7c15).wrapping_mul(0xff51_afd7_ed55_8ccd)
            ^ self.last.wrapping_add(self.length as u64).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        (mixed ^ mixed >> 32) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let words: Vec<String> = (0..500u32).map(|n| format!("word{}", n * n)).collect();
        let table = Table::new(words.iter().map(|word| (word.clone(), Lexeme::default())).collect());
        for (place, word) in (1..).zip(&words) {
            assert_eq!(table.find_word(word), place);
        }
        for word in ["", "w", "word", "words0", "another one that is long"] {
            assert_eq!(table.find_word(word), 0, "{word}");
        }
    }
}
