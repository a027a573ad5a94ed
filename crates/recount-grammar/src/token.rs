//! Tokens: words, numbers and symbols of one sentence, without copying text.

use crate::en::lexicon::{Cue, Key, Starts, WordId};
use nom::{IResult, Input, Needed, Parser, error::ErrorKind, error::ParseError};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters; `U.S.` is one word, and `'s` and `n't` are words of their own.
    Word,
    /// Digits, with thousands separators and one decimal point inside:
    /// `4.19`, `1,026,966`, `.5`.
    Number,
    /// One character that is neither letter, digit nor white space.
    Symbol,
}

/// A word, number or symbol: a range of bytes of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
    /// What it is made of.
    pub kind: Kind,
    /// Does it follow the token before without white space?
    pub glued: bool,
    /// The phrases that may start with it.
    pub starts: Starts,
    /// What it adds to a sentence being worth reading: a number, or a word of
    /// rising, leading and the like.
    pub cue: Cue,
    /// Which word it is.
    pub word: WordId,
    /// The [`hash`] of its text in lower case.
    pub hash: u16,
}

/// The tokens of a sentence from some place on: what the parsers read.
#[derive(Clone, Copy, Debug)]
pub struct Tokens<'t> {
    /// The sentence.
    pub text: &'t str,
    /// The sentence in lower case, byte for byte as long.
    pub lower: &'t str,
    /// What is left of it.
    pub rest: &'t [Token],
}

impl PartialEq for Tokens<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.rest == other.rest
    }
}

impl<'t> Tokens<'t> {
    /// The next token.
    #[must_use]
    pub fn first(&self) -> Option<Token> {
        self.rest.first().copied()
    }

    /// A token's text as written.
    #[must_use]
    pub fn text_of(&self, token: Token) -> &'t str {
        self.text.get(token.start as usize..token.end as usize).unwrap_or("")
    }

    /// A token's text in lower case.
    #[must_use]
    pub fn lower_of(&self, token: Token) -> &'t str {
        self.lower.get(token.start as usize..token.end as usize).unwrap_or("")
    }

    /// The next token's text in lower case; empty at the end.
    #[must_use]
    pub fn peek(&self) -> &'t str {
        self.first().map_or("", |token| self.lower_of(token))
    }

    /// The text of the token `ahead` places on, in lower case; empty past the end.
    #[must_use]
    pub fn peek_at(&self, ahead: usize) -> &'t str {
        self.rest.get(ahead).map_or("", |token| self.lower_of(*token))
    }

    /// What the next `count` words may start, taken together.
    #[must_use]
    pub fn near(&self, count: usize) -> Starts {
        let near = self.rest.get(..count).unwrap_or(self.rest);
        near.iter().fold(Starts::NONE, |all, token| all.and(token.starts))
    }

    /// What is left after `count` tokens.
    #[must_use]
    pub fn skip(&self, count: usize) -> Self {
        Self { rest: self.rest.get(count..).unwrap_or(&[]), ..*self }
    }

    /// How many tokens are left.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rest.len()
    }

    /// Is nothing left?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }
}

impl<'t> Input for Tokens<'t> {
    type Item = Token;
    type Iter = std::iter::Copied<std::slice::Iter<'t, Token>>;
    type IterIndices = std::iter::Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.rest.len()
    }
    fn take(&self, index: usize) -> Self {
        Self { rest: &self.rest[..index], ..*self }
    }
    fn take_from(&self, index: usize) -> Self {
        Self { rest: &self.rest[index..], ..*self }
    }
    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }
    fn position<P: Fn(Token) -> bool>(&self, predicate: P) -> Option<usize> {
        self.rest.iter().position(|token| predicate(*token))
    }
    fn iter_elements(&self) -> Self::Iter {
        self.rest.iter().copied()
    }
    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }
    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.rest.len() { Ok(count) } else { Err(Needed::new(count - self.rest.len())) }
    }
}

/// Where a parser stopped and what it wanted there; of two failures the
/// farther one is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// How many tokens were left.
    pub left: usize,
}

impl<'t> ParseError<Tokens<'t>> for Stop {
    fn from_error_kind(input: Tokens<'t>, _: ErrorKind) -> Self {
        Self { left: input.len() }
    }
    fn append(_: Tokens<'t>, _: ErrorKind, other: Self) -> Self {
        other
    }
    fn or(self, other: Self) -> Self {
        if other.left < self.left { other } else { self }
    }
}

/// What a parser over tokens returns.
pub type Parsed<'t, T> = IResult<Tokens<'t>, T, Stop>;

/// A failure at `input`.
#[must_use]
pub fn stop<'t>(input: Tokens<'t>) -> nom::Err<Stop> {
    nom::Err::Error(Stop { left: input.len() })
}

/// The next token, if its text in lower case is one of `words`.
pub fn word<'t>(words: &'static [&'static str]) -> impl Parser<Tokens<'t>, Output = Token, Error = Stop> {
    move |input: Tokens<'t>| match input.first() {
        Some(token) if words.contains(&input.lower_of(token)) => Ok((input.skip(1), token)),
        _ => Err(stop(input)),
    }
}

/// Several words in a row: `phrase("week over week")`. Hyphens between them
/// may stand in the text, whether or not the phrase has them.
pub fn phrase<'t>(words: &'static str) -> impl Parser<Tokens<'t>, Output = (), Error = Stop> {
    move |input: Tokens<'t>| {
        // Most phrases fail at their first letter.
        if input.peek().as_bytes().first() != words.as_bytes().first() {
            return Err(stop(input));
        }
        let mut rest = input;
        let mut left = words;
        loop {
            let end = left.bytes().position(|byte| byte == b' ').unwrap_or(left.len());
            let (word, more) = left.split_at(end);
            if rest.peek() != word {
                return Err(stop(rest));
            }
            rest = rest.skip(1);
            if more.is_empty() {
                break;
            }
            left = &more[1..];
            if is_hyphen(rest.peek()) {
                rest = rest.skip(1);
            }
        }
        Ok((rest, ()))
    }
}

/// Is it a hyphen, of any of the kinds that join words?
#[must_use]
pub fn is_hyphen(text: &str) -> bool {
    matches!(text, "-" | "\u{2010}" | "\u{2011}")
}

/// Is it a dash that may stand between the ends of a range?
#[must_use]
pub fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "–" | "—" | "\u{2212}")
}

/// Splits a sentence into tokens, into a buffer that is reused. `lower` gets
/// the sentence in lower case, byte for byte as long: letters whose lower case
/// has another length stay as they are.
pub fn tokenise(text: &str, lower: &mut String, tokens: &mut Vec<Token>) {
    lower_case(text, lower);
    tokens.clear();
    // Places are kept in four bytes; no sentence is longer.
    let text = if u32::try_from(text.len()).is_ok() { text } else { "" };
    let mut scanner = Scanner { text, at: 0 };
    let mut last_end = usize::MAX;
    while let Some((start, end, kind)) = scanner.token() {
        let key = Key::within(lower.as_bytes(), start, end);
        let part = || lower.get(start..end).unwrap_or("");
        let (word, starts, cue) = match kind {
            Kind::Word => WordId::of_key(lower.as_bytes().get(start..end).unwrap_or(&[]), key),
            Kind::Number => (WordId::default(), Starts::NUMBER, Cue::Strong),
            Kind::Symbol => {
                let (starts, cue) = symbol(part());
                (WordId::default(), starts, cue)
            }
        };
        let glued = start == last_end;
        let hash = key.short();
        tokens.push(Token { start: start as u32, end: end as u32, kind, glued, starts, cue, word, hash });
        last_end = end;
    }
}

/// A hash of the bytes of a word.
#[must_use]
pub fn hash(word: &[u8]) -> u16 {
    Key::of(word).short()
}

/// What may start with a symbol, and whether it makes a sentence worth
/// reading.
fn symbol(symbol: &str) -> (Starts, Cue) {
    match symbol {
        ":" => (Starts::JOINT, Cue::None),
        "," | "." | ";" | "(" | ")" | "[" | "]" | "\"" | "“" | "”" | "!" | "?" | "&" | "/" | "|" | "*"
        | "_" => (Starts::NONE, Cue::None),
        "'" | "’" | "‘" => (Starts::TIME, Cue::None),
        "#" | "№" => (Starts::PLACE.and(Starts::QUANTITY), Cue::Strong),
        "%" | "$" | "€" | "£" | "¥" => (Starts::QUANTITY, Cue::Strong),
        _ => (Starts::QUANTITY.and(Starts::TIME).and(Starts::PLACE).and(Starts::JOINT), Cue::None),
    }
}

/// Writes `text` into `lower` in lower case, byte for byte as long.
fn lower_case(text: &str, lower: &mut String) {
    lower.clear();
    if !text.is_ascii() && text.chars().any(|c| !c.is_ascii() && c.is_uppercase()) {
        for c in text.chars() {
            let mut small = c.to_lowercase();
            match (small.next(), small.next()) {
                (Some(l), None) if l.len_utf8() == c.len_utf8() => lower.push(l),
                _ => lower.push(c),
            }
        }
        return;
    }
    lower.push_str(text);
    lower.make_ascii_lowercase();
}

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

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl Scanner<'_> {
    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    #[inline]
    fn token(&mut self) -> Option<(usize, usize, Kind)> {
        let bytes = self.text.as_bytes();
        let class = |at: usize| bytes.get(at).map_or(Class::Space, |byte| CLASSES[usize::from(*byte)]);
        let mut start = self.at;
        while start < bytes.len() && class(start) == Class::Space {
            start += 1;
        }
        let mut end = start;
        while class(end) == Class::Letter {
            end += 1;
        }
        let kind = match (class(end), end > start) {
            (Class::Other, _) | (Class::Space, false) => {
                self.at = start;
                return self.other_token();
            }
            (_, true) => Kind::Word,
            (Class::Digit, _) => {
                self.number(start);
                return Some((start, self.at, Kind::Number));
            }
            _ => {
                end += 1;
                Kind::Symbol
            }
        };
        self.at = end;
        Some((start, end, kind))
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

/// An apostrophe, straight or typographic.
#[must_use]
pub const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇')
}

const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' | '\u{ad}' | '\u{2060}')
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let (mut lower, mut tokens) = (String::new(), Vec::new());
        tokenise(text, &mut lower, &mut tokens);
        assert_eq!(lower.len(), text.len());
        tokens.iter().map(|t| &text[t.start as usize..t.end as usize]).collect()
    }

    #[test]
    fn words_numbers_and_symbols() {
        assert_eq!(
            split("Alder's V4-Flash hit 4.19T (up 8.4%)."),
            ["Alder", "'s", "V", "4", "-", "Flash", "hit", "4.19", "T", "(", "up", "8.4", "%", ")", "."]
        );
        assert_eq!(split("1,026,966 of 12,34 and .5"), ["1,026,966", "of", "12", ",", "34", "and", ".5"]);
    }

    #[test]
    fn negations_and_initials() {
        assert_eq!(split("didn't, can’t"), ["did", "n't", ",", "ca", "n’t"]);
        assert_eq!(split("in the U.S. market"), ["in", "the", "U.S.", "market"]);
        assert_eq!(split("the models' volume"), ["the", "models", "'", "volume"]);
        assert_eq!(split("plan B. Then"), ["plan", "B", ".", "Then"]);
    }

    #[test]
    fn odd_text_gives_tokens_in_order() {
        for text in ["", "'", "''s", ".5.5.", "n't", "ÄÖ’s 万亿", "\u{ad}", "1,2,3", "İstanbul"] {
            let (mut lower, mut tokens) = (String::new(), Vec::new());
            tokenise(text, &mut lower, &mut tokens);
            assert!(tokens.windows(2).all(|pair| pair[0].end <= pair[1].start), "{text}");
        }
    }
}
