//! Tokens: words, numbers and symbols of one sentence, without copying text.

mod gloss;
mod scanner;
#[macro_use]
mod words;

pub use self::words::{OneOf, WordSet, Words, hash, hashes};
pub(crate) use word_list;

use self::scanner::Scanner;
use crate::en::lexicon::{Cue, Key, Lexicon, Seen, Starts, WordId};
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

    /// Is the next token one of these words?
    #[inline]
    #[must_use]
    pub fn opens(&self, words: &Words) -> bool {
        self.rest.first().is_some_and(|token| words.has(*self, *token))
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
pub fn word<'t>(words: impl OneOf) -> impl Parser<Tokens<'t>, Output = Token, Error = Stop> {
    move |input: Tokens<'t>| match input.rest.split_first() {
        Some((token, rest)) if words.has(input, *token) => Ok((Tokens { rest, ..input }, *token)),
        _ => Err(stop(input)),
    }
}

/// Several words in a row: `phrase("week over week")`. Hyphens between them
/// may stand in the text, whether or not the phrase has them.
pub fn phrase<'t>(words: &'static str) -> impl Parser<Tokens<'t>, Output = (), Error = Stop> {
    move |input: Tokens<'t>| {
        // Most phrases fail at their first letter.
        let first = input.rest.first().and_then(|token| input.lower.as_bytes().get(token.start as usize));
        if first != words.as_bytes().first() {
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
/// has another length stay as they are. Returns which telling words it has.
pub fn tokenise(text: &str, lower: &mut String, tokens: &mut Vec<Token>) -> Seen {
    lower_case(text, lower);
    tokens.clear();
    // Places are kept in four bytes; no sentence is longer.
    let text = if u32::try_from(text.len()).is_ok() { text } else { "" };
    let mut scanner = Scanner::new(text);
    let mut last_end = usize::MAX;
    let mut seen = Seen::NONE;
    let lexicon = Lexicon::get();
    while let Some((start, end, kind, letters)) = scanner.token() {
        let key = match letters {
            Some(letters) => Key::short_word(letters, end - start),
            None => Key::within(lower.as_bytes(), start, end),
        };
        let (word, starts, cue) = match kind {
            Kind::Word => {
                let (word, known) = lexicon.find(lower.as_bytes().get(start..end).unwrap_or(&[]), key);
                known.map_or((word, Starts::NONE, Cue::None), |known| {
                    seen = seen.and(known.seen);
                    (word, known.starts, known.cue)
                })
            }
            Kind::Number => (WordId::default(), Starts::NUMBER, Cue::Strong),
            Kind::Symbol => {
                let (starts, cue) = match lower.as_bytes().get(start..end) {
                    Some(b"," | b"." | b"(" | b")" | b";" | b"\"") => (Starts::NONE, Cue::None),
                    _ => symbol(lower.get(start..end).unwrap_or("")),
                };
                (WordId::default(), starts, cue)
            }
        };
        let glued = start == last_end;
        let hash = key.short();
        tokens.push(Token { start: start as u32, end: end as u32, kind, glued, starts, cue, word, hash });
        last_end = end;
        if kind == Kind::Symbol && gloss::ends(text, tokens) {
            tokens.truncate(tokens.len() - gloss::TOKENS);
        }
    }
    seen
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

/// May a character beyond ASCII be a capital? None of U+0080 to U+00BF and of U+2000 to
/// U+20FF is, the signs that most texts have.
fn may_have_capitals(text: &str) -> bool {
    let leads = |pair: &[u8]| pair[0] >= 0xc3 && !(pair[0] == 0xe2 && pair[1] <= 0x83);
    !text.is_ascii() && text.as_bytes().windows(2).any(leads)
}

/// Writes `text` into `lower` in lower case, byte for byte as long.
fn lower_case(text: &str, lower: &mut String) {
    lower.clear();
    if may_have_capitals(text) && text.chars().any(|c| !c.is_ascii() && c.is_uppercase()) {
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

/// An apostrophe, straight or typographic.
#[must_use]
pub const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇')
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
    fn an_address_is_one_token() {
        let address = "https://example.org/2026?share=30%25&week=26";
        assert_eq!(split(&format!("See {address}, it")), ["See", address, ",", "it"]);
        assert_eq!(split(&format!("({address})")), ["(", address, ")"]);
        assert_eq!(split(&format!("{address}.")), [address, "."]);
        assert_eq!(split("ratio:/2"), ["ratio", ":", "/", "2"]);
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
