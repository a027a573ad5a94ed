//! Blocks: one contiguous piece of plain text each, with the way back to the
//! bytes of the file.

use std::borrow::Cow;
use std::ops::Range;

use recount_model::Span;

use super::sentence::{self, Sentence};

/// What a block is in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The title, from the front matter, the metadata or the first line.
    Headline,
    /// Running text.
    Paragraph,
    /// A heading inside the article, of level 1 to 6.
    Heading(u8),
    /// An item of a list.
    ListItem {
        /// 1 for an outermost list.
        depth: u8,
        /// Its number, where the list is numbered.
        number: Option<u32>,
    },
    /// A row of a table, header rows included; its cells are in
    /// [`Block::cells`].
    TableRow {
        /// Its table: an index into `Document::tables`.
        table: u32,
        /// 0 for the first row below the headers; `None` for the header row.
        row: Option<u32>,
    },
    /// A block quotation.
    Quote,
    /// A caption of a table or a picture.
    Caption,
    /// Program text; always boilerplate.
    Code,
}

/// Words of an article that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block<'t> {
    /// What it is.
    pub kind: Kind,
    /// Its plain text, markup removed, trimmed, never empty. Where the source
    /// breaks a line inside a paragraph, the break stays as whitespace.
    pub text: Cow<'t, str>,
    /// For a table row, the cells as ranges of `text`, in order, empty ones
    /// included; else empty.
    pub cells: Vec<Range<usize>>,
    /// Its sentences in order; none overlaps another.
    pub sentences: Vec<Sentence>,
    /// Why it is no part of the article, if it is not: it yields no claims.
    pub boilerplate: Option<&'static str>,
    /// The heading above it: an index into `Document::blocks`.
    pub heading: Option<u32>,
    /// For list items, table rows and lines of labels: the block that introduces
    /// them, whose last sentence ends with a colon or which is nothing but a name
    /// for them, or the item that a nested list belongs to. An index into
    /// `Document::blocks`.
    pub lead_in: Option<u32>,
    map: Map,
}

/// The way from a block's text back to the source.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Map {
    /// The text is the source from this byte on.
    Slice(usize),
    /// Sorted by text and by source; the first starts at text byte 0.
    Pieces(Vec<Piece>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    text: usize,
    source: Range<usize>,
    /// Is it the source's own text, byte for byte?
    exact: bool,
}

impl<'t> Block<'t> {
    fn new(kind: Kind, text: Cow<'t, str>, map: Map) -> Self {
        let sentences = sentence::split(&text, kind);
        Self {
            kind,
            text,
            cells: Vec::new(),
            sentences,
            boilerplate: None,
            heading: None,
            lead_in: None,
            map,
        }
    }

    /// The block whose text is a slice of the source, without the whitespace
    /// around it; `None` where nothing else is in it.
    pub(super) fn slice(kind: Kind, source: &'t str, range: Range<usize>) -> Option<Self> {
        let text = source.get(range.clone())?;
        if has_unseen(text) {
            let mut builder = Builder::new(source);
            builder.push(range);
            return builder.finish(kind);
        }
        let trimmed = text.trim_start();
        let start = range.start + (text.len() - trimmed.len());
        let trimmed = trimmed.trim_end();
        (!trimmed.is_empty()).then(|| Self::new(kind, Cow::Borrowed(trimmed), Map::Slice(start)))
    }

    /// The bytes of the file that gave `text[start..end]`. Ends that lie
    /// outside the text or inside a character are moved to the nearest
    /// character boundary before them; where markup stood for a character
    /// (`&amp;`), all of it is covered.
    #[must_use]
    pub fn source(&self, start: usize, end: usize) -> Span {
        let floor = |at: usize| {
            let at = at.min(self.text.len());
            (0..=at).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0)
        };
        let start = floor(start);
        let end = floor(end).max(start);
        match &self.map {
            Map::Slice(base) => Span::new(base + start, base + end),
            Map::Pieces(pieces) => {
                let piece = |at: usize| pieces.partition_point(|piece| piece.text <= at) - 1;
                let first = &pieces[piece(start)];
                let from = match first.exact {
                    true => (first.source.start + (start - first.text)).min(first.source.end),
                    false => first.source.start,
                };
                if end == start {
                    return Span::new(from, from);
                }
                let last = &pieces[piece(end - 1)];
                let to = match last.exact {
                    true => last.source.start + (end - last.text),
                    false => last.source.end,
                };
                Span::new(from, to.max(from))
            }
        }
    }

    /// The bytes of the file that gave the whole block.
    #[must_use]
    pub fn span(&self) -> Span {
        self.source(0, self.text.len())
    }

    /// The sentences as ranges of bytes of `text`.
    pub fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        self.sentences.iter().map(Sentence::range)
    }

    /// The words of a cell of a table row; empty where there is no such cell.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        let range = self.cells.get(column).cloned().unwrap_or(0..0);
        self.text.get(range).unwrap_or("")
    }

    /// Does it end as a sentence does, quotes and brackets aside?
    #[must_use]
    pub fn ends_with_stop(&self) -> bool {
        sentence::ends_with_stop(&self.text)
    }
}

/// Collects the text of one block from pieces of the source.
#[derive(Debug)]
pub(super) struct Builder<'t> {
    source: &'t str,
    parts: Vec<Part>,
    cells: Vec<Range<usize>>,
    length: usize,
    /// Where the current cell starts in the text.
    cell: usize,
    /// The first part of the current cell.
    cell_part: usize,
}

#[derive(Debug)]
struct Part {
    source: Range<usize>,
    /// What stands for the source, where it is not the source itself.
    instead: Option<Box<str>>,
}

/// Characters that nobody sees: the places where a word may be broken, and
/// marks of the order of bytes.
const UNSEEN: [char; 4] = ['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'];

fn has_unseen(text: &str) -> bool {
    !text.is_ascii() && UNSEEN.iter().any(|c| text.contains(*c))
}

impl<'t> Builder<'t> {
    pub(super) const fn new(source: &'t str) -> Self {
        Self { source, parts: Vec::new(), cells: Vec::new(), length: 0, cell: 0, cell_part: 0 }
    }

    /// Has nothing but whitespace been pushed?
    pub(super) fn is_blank(&self) -> bool {
        self.parts.iter().all(|part| self.words(part).trim().is_empty())
    }

    fn words<'a>(&'a self, part: &'a Part) -> &'a str {
        let slice = self.source.get(part.source.clone()).unwrap_or("");
        part.instead.as_deref().unwrap_or(slice)
    }

    /// The source's own text; a range that is no text of it is left out, and
    /// so is one that goes back.
    pub(super) fn push(&mut self, range: Range<usize>) {
        let Some(text) = self.source.get(range.clone()).filter(|text| has_unseen(text)) else {
            return self.push_seen(range);
        };
        let mut from = range.start;
        for (at, c) in text.char_indices().filter(|(_, c)| UNSEEN.contains(c)) {
            self.push_seen(from..range.start + at);
            from = range.start + at + c.len_utf8();
        }
        self.push_seen(from..range.end);
    }

    /// The same of text with nothing unseen in it.
    fn push_seen(&mut self, range: Range<usize>) {
        let starts_late = self.end() <= range.start;
        if range.is_empty() || !starts_late || self.source.get(range.clone()).is_none() {
            return;
        }
        self.length += range.len();
        match self.parts.last_mut() {
            Some(last) if last.instead.is_none() && last.source.end == range.start => {
                last.source.end = range.end;
            }
            _ => self.parts.push(Part { source: range, instead: None }),
        }
    }

    /// Other text in place of the source's; an empty range is an insertion.
    pub(super) fn push_instead(&mut self, range: Range<usize>, text: &str) {
        let range = range.start.max(self.end())..range.end.max(self.end());
        let text = text.trim_matches(UNSEEN);
        if text.is_empty() || self.source.get(range.clone()).is_none() {
            return;
        }
        if !range.is_empty() && self.source.get(range.clone()) == Some(text) {
            return self.push(range);
        }
        self.length += text.len();
        self.parts.push(Part { source: range, instead: Some(text.into()) });
    }

    /// The words of the open cell.
    pub(super) fn cell(&self) -> String {
        let parts = self.parts.get(self.cell_part..).unwrap_or(&[]);
        let words: String = parts.iter().map(|part| self.words(part)).collect();
        words.trim().to_owned()
    }

    /// The last line that was pushed, as far as it is one piece of the source.
    pub(super) fn last_line(&self) -> String {
        let last = self.parts.last().map_or("", |part| self.words(part));
        last.rsplit('\n').next().unwrap_or("").trim().to_owned()
    }

    /// Does what was pushed end with the base of a power, "3 × 10"?
    pub(super) fn ends_with_base(&self) -> bool {
        let words = self.parts.last().map_or("", |part| self.words(part));
        let base = words.strip_suffix("10");
        base.is_some_and(|before| !before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')))
    }

    /// Ends a cell of a table row; cells are kept apart by tabs.
    pub(super) fn end_cell(&mut self) {
        self.cells.push(self.cell..self.length);
        let at = self.end();
        self.push_instead(at..at, "\t");
        self.cell = self.length;
        self.cell_part = self.parts.len();
    }

    fn end(&self) -> usize {
        self.parts.last().map_or(0, |part| part.source.end)
    }

    /// The block of all that was pushed, and an empty builder; `None` where it
    /// was whitespace.
    pub(super) fn finish(&mut self, kind: Kind) -> Option<Block<'t>> {
        let done = std::mem::replace(self, Self::new(self.source));
        if done.parts.is_empty() {
            return None;
        }
        if let ([only], true) = (done.parts.as_slice(), done.cells.is_empty())
            && only.instead.is_none()
        {
            return Block::slice(kind, done.source, only.source.clone());
        }
        done.assembled(kind)
    }

    fn assembled(self, kind: Kind) -> Option<Block<'t>> {
        let mut text = String::with_capacity(self.length);
        let mut pieces = Vec::with_capacity(self.parts.len());
        // Whitespace in front belongs to no sentence.
        let mut left_out = 0;
        for part in &self.parts {
            let mut words = self.words(part);
            let mut source = part.source.clone();
            // What parts two cells is no whitespace in front.
            if text.is_empty() && (part.instead.is_none() || self.cells.is_empty()) {
                let kept = words.trim_start();
                if part.instead.is_none() {
                    source.start += words.len() - kept.len();
                }
                left_out += words.len() - kept.len();
                words = kept;
            }
            if words.is_empty() {
                continue;
            }
            pieces.push(Piece { text: text.len(), source, exact: part.instead.is_none() });
            text.push_str(words);
        }
        if text.trim().is_empty() {
            return None;
        }
        text.truncate(text.trim_end().len());
        pieces.retain(|piece| piece.text < text.len());
        let length = text.len();
        if let Some(piece) = pieces.last_mut().filter(|piece| piece.exact) {
            piece.source.end = piece.source.start + (length - piece.text);
        }
        let moved = |at: usize| at.saturating_sub(left_out);
        let cells =
            self.cells.iter().map(|cell| trimmed(&text, &(moved(cell.start)..moved(cell.end)))).collect();
        let mut block = Block::new(kind, Cow::Owned(text), Map::Pieces(pieces));
        block.cells = cells;
        Some(block)
    }
}

/// The range without the whitespace at its ends, inside the text.
fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let end = range.end.min(text.len());
    let start = range.start.min(end);
    let words = text.get(start..end).unwrap_or("");
    let from = start + (words.len() - words.trim_start().len());
    from..from + words.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slice_is_not_copied() {
        let source = "  Alder rose. ";
        let mut builder = Builder::new(source);
        builder.push(0..7);
        builder.push(7..source.len());
        let block = builder.finish(Kind::Paragraph).unwrap();
        assert!(matches!(block.text, Cow::Borrowed("Alder rose.")));
        assert_eq!(block.source(0, 5), Span::new(2, 7));
        assert!(builder.is_blank());
    }

    #[test]
    fn replaced_text_covers_its_markup() {
        let source = "R&amp;D <b>rose</b>";
        let mut builder = Builder::new(source);
        builder.push(0..1);
        builder.push_instead(1..6, "&");
        builder.push(6..8);
        builder.push(11..15);
        let block = builder.finish(Kind::Paragraph).unwrap();
        assert_eq!(block.text, "R&D rose");
        assert_eq!(block.source(0, 3).of(source), "R&amp;D");
        assert_eq!(block.source(1, 2).of(source), "&amp;");
        assert_eq!(block.source(4, 8).of(source), "rose");
        assert_eq!(block.span().of(source), "R&amp;D <b>rose");
        assert_eq!(block.source(90, 99), Span::new(15, 15));
    }

    #[test]
    fn unseen_characters_are_left_out() {
        let source = "Al\u{ad}der\u{200b} rose.";
        let block = Block::slice(Kind::Paragraph, source, 0..source.len()).unwrap();
        assert_eq!(block.text, "Alder rose.");
        assert_eq!(block.source(0, 5).of(source), "Al\u{ad}der");
        assert_eq!(block.source(6, 10).of(source), "rose");
    }

    #[test]
    fn a_row_begins_with_its_first_word() {
        let source = "|  Alder | 4.19 |";
        let mut builder = Builder::new(source);
        for cell in [1..9, 10..16] {
            builder.push(cell);
            builder.end_cell();
        }
        let block = builder.finish(Kind::TableRow { table: 0, row: Some(0) }).unwrap();
        assert!(block.text.starts_with("Alder"));
        assert_eq!([block.cell(0), block.cell(1)], ["Alder", "4.19"]);
        let cell = block.cells[1].clone();
        assert_eq!(block.source(cell.start, cell.end).of(source), "4.19");
    }

    #[test]
    fn cells_keep_their_columns() {
        let source = "| Alder || 4.19 |";
        let mut builder = Builder::new(source);
        builder.push(1..8);
        builder.end_cell();
        builder.end_cell();
        builder.push(10..15);
        builder.end_cell();
        let kind = Kind::TableRow { table: 0, row: Some(0) };
        let block = builder.finish(kind).unwrap();
        assert_eq!([block.cell(0), block.cell(1), block.cell(2), block.cell(3)], ["Alder", "", "4.19", ""]);
        let cell = block.cells[2].clone();
        assert_eq!(block.source(cell.start, cell.end).of(source), "4.19");
    }
}
