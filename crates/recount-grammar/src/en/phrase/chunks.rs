//! The chunks of a sentence from some place on.

use std::any::Any;

use recount_model::Span;

use super::{Chunk, Phrase, has};
use crate::en::lexicon::{Entry, Frames, Noun, Seen, Verb};
use crate::token::{OneOf, Tokens};

/// The chunks of a sentence from some place on: what clause parsers read.
#[derive(Clone, Copy, Debug)]
pub struct Chunks<'p> {
    /// The sentence's tokens.
    pub tokens: Tokens<'p>,
    /// All chunks of the sentence.
    pub all: &'p [Chunk<'p>],
    /// Where reading goes on.
    pub at: usize,
    /// Where it must stop.
    pub to: usize,
    /// How many phrases deep it stands in others; no sentence that a person
    /// wrote needs many.
    pub depth: u8,
    /// Has the sentence a verb of saying, expecting or denying?
    pub reports: bool,
    /// Which telling words it has.
    pub seen: Seen,
    /// What was found at its places already, kept by whom looks there often.
    pub kept: Option<&'p dyn Any>,
}

impl<'p> Chunks<'p> {
    /// The whole sentence.
    #[must_use]
    pub fn new(tokens: Tokens<'p>, all: &'p [Chunk<'p>]) -> Self {
        let says = Frames::SAY.and(Frames::FORECAST).and(Frames::DENY);
        let reports =
            |chunk: &Chunk<'_>| matches!(&chunk.phrase, Phrase::Word(entry) if has(entry.verb, says));
        let reports = all.iter().any(reports);
        let seen = tokens.rest.iter().fold(Seen::NONE, |seen, token| seen.and(token.word.seen()));
        Self { tokens, all, at: 0, to: all.len(), depth: 0, reports, seen, kept: None }
    }

    /// The same for whoever asks neither [`Self::reports`] nor [`Self::seen`].
    #[must_use]
    pub const fn bare(tokens: Tokens<'p>, all: &'p [Chunk<'p>]) -> Self {
        Self { tokens, all, at: 0, to: all.len(), depth: 0, reports: false, seen: Seen::NONE, kept: None }
    }

    /// The chunk `ahead` places on.
    #[must_use]
    pub fn get(&self, ahead: usize) -> Option<&'p Chunk<'p>> {
        let place = self.at + ahead;
        if place < self.to { self.all.get(place) } else { None }
    }

    /// The phrase `ahead` places on.
    #[must_use]
    pub fn phrase(&self, ahead: usize) -> Option<&'p Phrase<'p>> {
        self.get(ahead).map(|chunk| &chunk.phrase)
    }

    /// The text of the word `ahead` places on, in lower case; empty where
    /// there is no single word or symbol.
    #[must_use]
    pub fn word(&self, ahead: usize) -> &'p str {
        match self.get(ahead) {
            Some(chunk) if matches!(chunk.phrase, Phrase::Word(_)) => self.lower(chunk.first),
            _ => "",
        }
    }

    /// The text of the word just before, in lower case; empty where there is
    /// no single word.
    #[must_use]
    pub fn word_before(&self) -> &'p str {
        match self.at.checked_sub(1).and_then(|before| self.all.get(before)) {
            Some(chunk) if matches!(chunk.phrase, Phrase::Word(_)) => self.lower(chunk.first),
            _ => "",
        }
    }

    /// What the word `ahead` places on can be.
    #[must_use]
    pub fn entry(&self, ahead: usize) -> Entry {
        match self.phrase(ahead) {
            Some(Phrase::Word(entry)) => *entry,
            _ => Entry::default(),
        }
    }

    /// As a verb.
    #[must_use]
    pub fn verb(&self, ahead: usize) -> Option<Verb> {
        self.entry(ahead).verb
    }

    /// As a noun.
    #[must_use]
    pub fn noun(&self, ahead: usize) -> Option<Noun> {
        self.entry(ahead).noun
    }

    /// Is the word `ahead` places on one of `words`?
    #[must_use]
    #[inline]
    pub fn is(&self, ahead: usize, words: impl OneOf) -> bool {
        let Some(Chunk { phrase: Phrase::Word(_), first, .. }) = self.get(ahead) else { return false };
        self.tokens.rest.get(*first).is_some_and(|token| words.has(self.tokens, *token))
    }

    /// Are the next words these?
    #[must_use]
    #[inline]
    pub fn are(&self, words: &[&str]) -> bool {
        // Most first words differ in their length.
        words.first().is_none_or(|word| self.length(0) == word.len()) && self.are_all(words)
    }

    fn are_all(&self, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(ahead, word)| self.length(ahead) == word.len() && self.word(ahead) == *word)
    }

    /// How many bytes the word `ahead` places on has; none where there is no
    /// single word.
    #[inline]
    fn length(&self, ahead: usize) -> usize {
        match self.get(ahead) {
            Some(Chunk { phrase: Phrase::Word(_), first, .. }) => {
                self.tokens.rest.get(*first).map_or(0, |token| (token.end - token.start) as usize)
            }
            _ => 0,
        }
    }

    /// What is left after `count` chunks.
    #[must_use]
    pub fn skip(&self, count: usize) -> Self {
        Self { at: (self.at + count).min(self.to), ..*self }
    }

    /// The same place, but reading must stop before chunk `to`.
    #[must_use]
    pub fn until(&self, to: usize) -> Self {
        Self { to: to.min(self.to).max(self.at), ..*self }
    }

    /// Is nothing left?
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.at >= self.to
    }

    /// How many chunks are left.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.to - self.at
    }

    /// The token's text in lower case.
    #[must_use]
    pub fn lower(&self, token: usize) -> &'p str {
        self.tokens.rest.get(token).map_or("", |token| self.tokens.lower_of(*token))
    }

    /// The token's text as written.
    #[must_use]
    pub fn text(&self, token: usize) -> &'p str {
        self.tokens.rest.get(token).map_or("", |token| self.tokens.text_of(*token))
    }

    /// The bracket that chunk `close` closes: where it was opened, at most `reach` chunks before.
    #[must_use]
    pub fn opened(&self, close: usize, reach: usize) -> Option<usize> {
        let is = |place: usize, text: &str| {
            self.all.get(place).is_some_and(|chunk| self.lower(chunk.first) == text)
        };
        (0..close).rev().take(reach).find(|place| is(*place, "(")).filter(|_| is(close, ")"))
    }

    /// The bytes of the sentence from chunk `from` up to chunk `to`.
    #[must_use]
    pub fn span(&self, from: usize, to: usize) -> Span {
        let token = |place: usize| self.tokens.rest.get(place).copied();
        let start = self.all.get(from).and_then(|chunk| token(chunk.first));
        let end = to.checked_sub(1).and_then(|last| self.all.get(last));
        let end = end.and_then(|chunk| chunk.end.checked_sub(1)).and_then(token);
        match (start, end) {
            (Some(start), Some(end)) if start.start <= end.end => {
                Span::new(start.start as usize, end.end as usize)
            }
            (Some(start), _) => Span::new(start.start as usize, start.end as usize),
            (None, _) => Span::default(),
        }
    }
}
