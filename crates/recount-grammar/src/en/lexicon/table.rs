//! A table from words to what is known of them, for a look-up a word of every
//! text that is read.

use super::Lexeme;

/// Words and what is known of them, found by a hash of their bytes.
#[derive(Debug)]
pub(super) struct Table {
    /// Places of `words`, plus one; zero where nothing stands. A power of two
    /// of them, at most half of them taken.
    slots: Vec<u16>,
    words: Vec<(String, Lexeme)>,
}

impl Table {
    /// A table of these words, each of which stands once.
    pub(super) fn new(words: Vec<(String, Lexeme)>) -> Self {
        let size = (words.len() * 4).next_power_of_two();
        let mut table = Self { slots: vec![0; size], words };
        for place in 0..table.words.len() {
            let mut slot = table.slot(table.words[place].0.as_bytes());
            while table.slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            table.slots[slot] = u16::try_from(place + 1).unwrap_or(0);
        }
        table
    }

    /// The place of a word, counted from one; zero for an unknown word.
    #[inline]
    pub(super) fn find(&self, word: &[u8]) -> u16 {
        let mut slot = self.slot(word);
        loop {
            let place = self.slots[slot];
            match place.checked_sub(1).and_then(|place| self.words.get(usize::from(place))) {
                Some((known, _)) if known.as_bytes() == word => return place,
                Some(_) => slot = (slot + 1) & (self.slots.len() - 1),
                None => return 0,
            }
        }
    }

    /// What is known of the word at a place.
    #[inline]
    pub(super) fn at(&self, place: u16) -> Option<&Lexeme> {
        self.words.get(usize::from(place).checked_sub(1)?).map(|(_, lexeme)| lexeme)
    }

    fn slot(&self, word: &[u8]) -> usize {
        hash(word) as usize & (self.slots.len() - 1)
    }
}

/// A hash of a word's first and last eight bytes and its length: English words
/// of up to sixteen letters differ in them.
#[inline]
fn hash(word: &[u8]) -> u64 {
    let (first, last) = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => match (word.first_chunk::<4>(), word.last_chunk::<4>()) {
            (Some(first), Some(last)) => {
                (u64::from(u32::from_le_bytes(*first)), u64::from(u32::from_le_bytes(*last)))
            }
            _ => (word.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)), 0),
        },
    };
    let mixed = (first ^ 0x9e37_79b9_7f4a_7c15).wrapping_mul(0xff51_afd7_ed55_8ccd)
        ^ last.wrapping_add(word.len() as u64).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    mixed ^ mixed >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let words: Vec<String> = (0..500u32).map(|n| format!("word{}", n * n)).collect();
        let table = Table::new(words.iter().map(|word| (word.clone(), Lexeme::default())).collect());
        for (place, word) in (1..).zip(&words) {
            assert_eq!(table.find(word.as_bytes()), place);
        }
        for word in ["", "w", "word", "words0", "another one that is long"] {
            assert_eq!(table.find(word.as_bytes()), 0, "{word}");
        }
    }
}
