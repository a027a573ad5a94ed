//! Lines and columns of a text, counted in characters.

use recount_model::Span;

/// So many bytes lie between two remembered counts of characters.
const BLOCK: usize = 1024;

/// Where the lines of a text start. Built in one pass; then every position
/// costs a binary search and at most two blocks, however long a line is.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
    /// Characters before each block.
    characters: Vec<usize>,
}

/// A place in a text, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in that line.
    pub column: usize,
}

impl Lines {
    /// The lines of `text`. A line ends with a line feed, or with the text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr_iter(b'\n', bytes);
        let starts = std::iter::once(0).chain(ends.map(|end| end + 1)).collect();
        let mut characters = Vec::with_capacity(bytes.len() / BLOCK + 1);
        let mut before = 0;
        for block in bytes.chunks(BLOCK) {
            characters.push(before);
            before += leading(block);
        }
        characters.push(before);
        Self { starts, characters }
    }

    /// Where the byte `offset` of `text` stands. Beyond the end, the end.
    #[must_use]
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = offset.min(text.len());
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let column = self.before(text, offset) - self.before(text, start) + 1;
        Position { line, column }
    }

    /// The bytes of the line that holds `offset`, its end not included.
    #[must_use]
    pub fn line_of(&self, text: &str, offset: usize) -> Span {
        let line = self.position(text, offset).line;
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let end = self.starts.get(line).map_or(text.len(), |next| next - 1);
        Span::new(start, end.max(start))
    }

    fn before(&self, text: &str, offset: usize) -> usize {
        let block = offset / BLOCK;
        let known = self.characters.get(block).copied().unwrap_or(0);
        let rest = text.as_bytes().get(block * BLOCK..offset).unwrap_or(&[]);
        known + leading(rest)
    }
}

/// How many characters start in these bytes of UTF-8.
fn leading(bytes: &[u8]) -> usize {
    if bytes.is_ascii() {
        return bytes.len();
    }
    // Sums that fit a byte, so that many bytes are counted at a time.
    let count = |part: &[u8]| part.iter().map(|byte| u8::from((byte & 0xC0) != 0x80)).sum::<u8>();
    bytes.chunks(usize::from(u8::MAX)).map(|part| usize::from(count(part))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "one\nÄ万 two\r\nend";
        let lines = Lines::new(text);
        let at = |word: &str| {
            let at = lines.position(text, text.find(word).unwrap_or(0));
            (at.line, at.column)
        };
        assert_eq!(at("one"), (1, 1));
        assert_eq!(at("two"), (2, 4));
        assert_eq!(at("end"), (3, 1));
        assert_eq!(lines.line_of(text, 6), Span::new(4, 14));
    }

    #[test]
    fn a_long_line_is_counted_over_blocks() {
        let text = "ß".repeat(5000);
        let lines = Lines::new(&text);
        assert_eq!(lines.position(&text, 2 * 4321).column, 4322);
        assert_eq!(lines.position(&text, usize::MAX).column, 5001);
    }
}
