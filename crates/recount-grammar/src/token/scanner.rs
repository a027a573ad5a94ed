//! The scanner: where each token of a text starts and ends.

use super::{Kind, is_apostrophe};

/// What a byte is: what a plain word, number or symbol is told by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Letter,
    Digit,
    /// A sign that is a token of its own, whatever stands around it.
    Sign,
    /// A byte of a longer character, or a sign that may belong to a word.
    Other,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0u8;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b' ' => Class::Space,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'\'' | b'.' | 0..=31 | 127 => Class::Other,
            _ => Class::Sign,
        };
        byte += 1;
    }
    classes
};

/// So many letters are looked at together.
const EIGHT: usize = 8;

/// How many of the next eight bytes are letters of ASCII before any other byte, and
/// these letters in lower case, the first in the lowest byte; `None` near the end.
#[inline]
fn letters(bytes: &[u8], at: usize) -> Option<(usize, u64)> {
    const EACH: u64 = u64::from_le_bytes([1; EIGHT]);
    const HIGH: u64 = 0x80 * EACH;
    let here = u64::from_le_bytes(*bytes.get(at..)?.first_chunk::<EIGHT>()?);
    let small = (here | (0x20 * EACH)) & !HIGH;
    // The high bit of each byte tells; no sum runs over into the next byte.
    let from_a = small + (0x80 - b'a' as u64) * EACH;
    let past_z = small + (0x80 - b'z' as u64 - 1) * EACH;
    let others = !(from_a & !past_z & !here) & HIGH;
    let count = others.trailing_zeros() as usize / 8;
    let kept = if count == 0 { 0 } else { u64::MAX >> (64 - 8 * count) };
    Some((count, small & kept))
}

/// Where the next token is.
pub(super) struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    /// At the start of a text.
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    /// The next token: its first byte, the byte after its last, its kind; of a word of at
    /// most eight plain letters also these, in lower case.
    #[inline]
    pub(super) fn token(&mut self) -> Option<(usize, usize, Kind, Option<u64>)> {
        let bytes = self.text.as_bytes();
        let class = |at: usize| bytes.get(at).map_or(Class::Space, |byte| CLASSES[usize::from(*byte)]);
        let mut start = self.at;
        while bytes.get(start) == Some(&b' ') {
            start += 1;
        }
        let (plain, mut letters) = letters(bytes, start).unzip();
        let mut end = start + plain.unwrap_or(0);
        if plain.is_none_or(|plain| plain == EIGHT) {
            while class(end) == Class::Letter {
                end += 1;
            }
            letters = letters.filter(|_| end == start + EIGHT);
        }
        let kind = match (class(end), end > start) {
            // A stop behind several letters is no part of them.
            (Class::Other, _) if end >= start + 2 && bytes.get(end) == Some(&b'.') => Kind::Word,
            (Class::Other, false) if self.is_stop(start) => {
                end += 1;
                Kind::Symbol
            }
            (Class::Other, _) | (Class::Space, false) => {
                self.at = start;
                return self.other_token().map(|(start, end, kind)| (start, end, kind, None));
            }
            (_, true) => Kind::Word,
            (Class::Digit, _) => {
                self.number(start);
                return Some((start, self.at, Kind::Number, None));
            }
            _ => {
                // "9.95T -> 8.21T": an arrow is one sign.
                let arrow = bytes.get(start..start + 2) == Some(b"->");
                end += if arrow { 2 } else { 1 };
                Kind::Symbol
            }
        };
        if kind == Kind::Word && bytes.get(end) == Some(&b':') && bytes.get(end + 1) == Some(&b'/') {
            let end = self.address(end);
            self.at = end;
            return Some((start, end, kind, None));
        }
        self.at = end;
        Some((start, end, kind, letters.filter(|_| kind == Kind::Word)))
    }

    /// Where an address whose scheme ends at `at` ends (`https://example.org/2026?share=30%25`):
    /// its figures say nothing. `at` where there is none.
    fn address(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or("");
        if !rest.starts_with("://") {
            return at;
        }
        let inside = |c: char| !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | '”' | ')' | ']' | '|');
        let length = rest.find(|c| !inside(c)).unwrap_or(rest.len());
        let address = rest.get(..length).unwrap_or("");
        // What closes the sentence is no part of it.
        at + address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*', '_']).len()
    }

    /// A stop with no digit behind it?
    #[inline]
    fn is_stop(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        bytes.get(at) == Some(&b'.') && !bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
    }

    /// A token that is no plain word of ASCII letters.
    fn other_token(&mut self) -> Option<(usize, usize, Kind)> {
        while let Some(c) = self.char_at(self.at) {
            if !c.is_whitespace() && !is_invisible(c) {
                break;
            }
            self.at += c.len_utf8();
        }
        let start = self.at;
        let first = self.char_at(start)?;
        let next = self.char_at(start + first.len_utf8());
        let kind = if first.is_ascii_digit()
            || (first == '.' && next.is_some_and(|c| c.is_ascii_digit()) && !self.digit_before(start))
        {
            self.number(start);
            Kind::Number
        } else if first.is_alphabetic() {
            self.word(start);
            Kind::Word
        } else if is_apostrophe(first) && self.suffix(start + first.len_utf8()) {
            Kind::Word
        } else {
            self.at = start + first.len_utf8();
            Kind::Symbol
        };
        Some((start, self.at, kind))
    }

    fn digit_before(&self, at: usize) -> bool {
        at > 0 && self.text.as_bytes().get(at - 1).is_some_and(u8::is_ascii_digit)
    }

    /// Digits; `,ddd` groups; one point with digits behind it.
    fn number(&mut self, start: usize) {
        let bytes = self.text.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let mut at = start;
        while digit(at) {
            at += 1;
        }
        if at - start <= 3 {
            while bytes.get(at) == Some(&b',') && (1..=3).all(|step| digit(at + step)) && !digit(at + 4) {
                at += 4;
            }
        }
        if bytes.get(at) == Some(&b'.') && digit(at + 1) {
            at += 1;
            while digit(at) {
                at += 1;
            }
        }
        self.at = at.max(start + 1);
    }

    fn word(&mut self, start: usize) {
        let mut at = start;
        let mut letters = 0;
        while let Some(c) = self.char_at(at) {
            let after = at + c.len_utf8();
            if c.is_alphabetic() || is_mark(c) {
                if self.is_negation(at) {
                    if letters == 0 {
                        at += 2 + self.char_at(at + 1).map_or(1, char::len_utf8);
                    }
                    break;
                }
                letters += 1;
                at = after;
            } else if c == '.' && self.is_initial(at) {
                at = after;
            } else {
                break;
            }
        }
        self.at = at.max(start + 1);
    }

    /// Does `n't` start at `at`?
    fn is_negation(&self, at: usize) -> bool {
        let Some(rest) = self.text.get(at..) else {
            return false;
        };
        let mut chars = rest.chars();
        matches!(chars.next(), Some('n' | 'N'))
            && chars.next().is_some_and(is_apostrophe)
            && matches!(chars.next(), Some('t' | 'T'))
            && !chars.next().is_some_and(char::is_alphanumeric)
    }

    /// Is the point at `at` part of an abbreviation of single letters, `U.S.`?
    fn is_initial(&self, at: usize) -> bool {
        let before = self.text[..at].chars().rev();
        let mut before = before.take(2);
        let (letter, edge) = (before.next(), before.next());
        let alone =
            letter.is_some_and(char::is_alphabetic) && edge.is_none_or(|c| c == '.' || !c.is_alphanumeric());
        let next = self.char_at(at + 1);
        let next_but_one = self.char_at(at + 1 + next.map_or(0, char::len_utf8));
        let leads = next.is_some_and(char::is_alphabetic) && next_but_one == Some('.');
        let follows = edge == Some('.');
        alone && (leads || follows)
    }

    /// `'s`, `'t`, `'re`, `'ve`, `'ll`, or a bare possessive apostrophe is not
    /// one: takes the letters after an apostrophe that ends a word.
    fn suffix(&mut self, after: usize) -> bool {
        let glued = self.text[..self.at].chars().next_back().is_some_and(char::is_alphanumeric);
        let letters: usize =
            self.text[after..].chars().take_while(|c| c.is_alphabetic()).take(3).map(char::len_utf8).sum();
        if glued && (1..=2).contains(&letters) {
            self.at = after + letters;
            return true;
        }
        false
    }
}

const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' | '\u{ad}' | '\u{2060}')
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}
