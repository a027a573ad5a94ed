//! A sentence in other words, and where each of its words stands in the sentence itself.

use recount_model::Span;

use crate::en::phrase::{Chunks, Phrase};

/// A sentence in other words.
#[derive(Clone, Debug)]
pub struct Recast {
    /// Its text.
    pub text: String,
    /// From which bytes of the sentence each stretch of the text comes, in the order of the text.
    pieces: Vec<Piece>,
    /// The chunks of the sentence, from and up to, that the text leaves out.
    pub(crate) dropped: Option<(usize, usize)>,
}

/// A stretch of a text.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// In the text.
    here: Span,
    /// In the sentence.
    there: Span,
    /// Word for word.
    kept: bool,
}

impl Recast {
    /// A text of parts, each with the bytes of the sentence that it stands for, and whether it stands there
    /// word for word.
    #[must_use]
    pub fn of_parts(parts: &[(&str, Span, bool)]) -> Self {
        let mut made = Self { text: String::new(), pieces: Vec::new(), dropped: None };
        for (words, there, kept) in parts {
            let start = made.text.len();
            made.text.push_str(words);
            made.pieces.push(Piece { here: Span::new(start, made.text.len()), there: *there, kept: *kept });
        }
        made
    }

    /// The bytes of the sentence that a stretch of the text stands for.
    #[must_use]
    pub fn back(&self, span: Span) -> Span {
        let touched =
            self.pieces.iter().filter(|piece| piece.here.start < span.end && span.start < piece.here.end);
        let there = touched.map(|piece| {
            if !piece.kept {
                return piece.there;
            }
            let start = piece.there.start + span.start.saturating_sub(piece.here.start);
            let end = piece.there.end - piece.here.end.saturating_sub(span.end);
            Span::new(start, end.max(start))
        });
        there.reduce(|all, one| Span::new(all.start.min(one.start), all.end.max(one.end))).unwrap_or_default()
    }

    /// The same, told of the sentence that `first` was made from.
    #[must_use]
    pub fn behind(self, first: &Self) -> Self {
        let pieces = self.pieces.iter().map(|piece| {
            let there = first.back(piece.there);
            let kept = piece.kept && there.end - there.start == piece.there.end - piece.there.start;
            Piece { there, kept, ..*piece }
        });
        Self { pieces: pieces.collect(), text: self.text, dropped: None }
    }
}

/// A text that is being put together from the words of a sentence.
pub(super) struct Draft<'p> {
    c: Chunks<'p>,
    made: Recast,
}

impl<'p> Draft<'p> {
    /// Nothing yet.
    pub(super) fn new(c: Chunks<'p>) -> Self {
        Self { c, made: Recast { text: String::new(), pieces: Vec::new(), dropped: None } }
    }

    /// The words from chunk `from` up to chunk `to`.
    pub(super) fn keep(mut self, from: usize, to: usize) -> Self {
        if from >= to {
            return self;
        }
        let there = self.c.span(from, to);
        let words = there.of(self.c.tokens.text);
        let moved = from == 0 && !self.made.text.is_empty();
        let word = matches!(
            self.c.all.first().map(|chunk| &chunk.phrase),
            Some(Phrase::Word(_) | Phrase::Time(_) | Phrase::Ordinal(_))
        );
        let small = moved && word && words.chars().skip(1).take(1).all(char::is_lowercase);
        let words = if small {
            words.get(..1).unwrap_or("").to_ascii_lowercase() + words.get(1..).unwrap_or("")
        } else {
            words.to_owned()
        };
        self.put(&words, there, true);
        self
    }

    /// Words of our own, in the place of chunk `near`.
    pub(super) fn say(mut self, words: &str, near: usize) -> Self {
        let near = near.min(self.c.all.len().saturating_sub(1));
        self.put(words, self.c.span(near, near + 1), false);
        self
    }

    /// The words from chunk `from` up to chunk `to` once more.
    pub(super) fn again(mut self, from: usize, to: usize) -> Self {
        let there = self.c.span(from, to);
        self.put(there.of(self.c.tokens.text), there, true);
        self
    }

    fn put(&mut self, words: &str, there: Span, kept: bool) {
        let text = &mut self.made.text;
        let joins = words.starts_with([',', ';', '.', ':', ')', '%'])
            || words.starts_with("'s")
            || words.starts_with("’s");
        if !text.is_empty() && !joins && !text.ends_with(['(', '“', '$']) {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(words);
        self.made.pieces.push(Piece { here: Span::new(start, text.len()), there, kept });
    }

    /// Without the words from chunk `from` up to chunk `to`: whoever reads it lists them.
    pub(super) fn drop(mut self, from: usize, to: usize) -> Self {
        self.made.dropped = (from < to).then_some((from, to));
        self
    }

    /// What was put together.
    pub(super) fn done(self) -> Recast {
        self.made
    }
}
