//! The lines of a text that a report shows, broken to its width.
//!
//! An article may be one line of ten megabytes, and miette neither breaks a
//! line of source nor counts its columns in characters. So a report shows an
//! excerpt: the lines around the labels, long ones cut ("…") and broken into
//! rows, together with the true line number of each row.

use std::fmt;

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use recount_model::Span;
use unicode_width::UnicodeWidthChar;

use crate::lines::Position;
use crate::view::Text;
use crate::words::harmless;

/// What is underlined, and what is written there; an empty text writes nothing.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    pub(crate) span: Span,
    pub(crate) text: String,
}

/// A longer label is cut to so many bytes.
const LONGEST_LABEL: usize = 800;
/// So many bytes of a long line are shown before and after a label.
const AROUND: usize = 60;
/// A line is cut only where it goes on for more than this.
const NEAR: usize = 160;
const CUT: &str = "… ";

/// Rows of text with the labels in them.
pub(crate) struct Excerpt {
    name: String,
    text: String,
    rows: Vec<Row>,
    /// Rows of one window follow each other in the source; a gap lies between windows.
    windows: Vec<Span>,
    labels: Vec<Piece>,
}

struct Row {
    /// The line's number, on its first row.
    number: Option<usize>,
    /// Which bytes of the source it shows, and where they start in the excerpt.
    source: Span,
    start: usize,
}

struct Piece {
    label: LabeledSpan,
    position: Position,
}

impl Excerpt {
    /// The lines of `text` around the labels, in rows of at most `width` columns.
    pub(crate) fn new(text: Text<'_>, labels: &[Label], width: usize) -> Self {
        let mut labels: Vec<Label> = labels.iter().map(|label| fitted(label, text.text)).collect();
        labels.sort_by_key(|label| (label.span.start, label.span.end));
        let mut excerpt = Self {
            name: text.path.to_owned(),
            text: String::new(),
            rows: Vec::new(),
            windows: Vec::new(),
            labels: Vec::new(),
        };
        for window in windows(text, &labels) {
            excerpt.show(text, window, width.max(20));
        }
        for label in &labels {
            excerpt.underline(text, label);
        }
        excerpt
    }

    /// The number of each row, `None` where it goes on with the line above.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = Option<usize>> {
        self.rows.iter().map(|row| row.number)
    }

    /// The labels, in bytes of the excerpt: one for each row that they touch.
    pub(crate) fn labels(&self) -> impl Iterator<Item = LabeledSpan> {
        self.labels.iter().map(|piece| piece.label.clone())
    }

    fn show(&mut self, text: Text<'_>, window: Span, width: usize) {
        let window_start = self.text.len();
        let mut start = window.start;
        loop {
            let line = text.lines.line_of(text.text, start);
            let end = line.end.min(window.end);
            let mut cut = start > line.start;
            let mut number = Some(text.lines.position(text.text, start).line);
            let shown = text.text.get(start..end).unwrap_or("");
            let shown = shown.strip_suffix('\r').unwrap_or(shown);
            for row in rows(shown, width) {
                let row = Span::new(start + row.start, start + row.end);
                self.row(text.text, row, number.take(), cut);
                cut = false;
            }
            if end < line.end.min(text.text.len()) && end == window.end {
                let end = self.text.trim_end_matches('\n').len();
                self.text.insert_str(end, " …");
            }
            if end >= window.end || line.end + 1 > window.end {
                break;
            }
            start = line.end + 1;
        }
        self.windows.push(Span::new(window_start, self.text.len()));
    }

    fn row(&mut self, text: &str, source: Span, number: Option<usize>, cut: bool) {
        if cut {
            self.text.push_str(CUT);
        }
        let start = self.text.len();
        self.text.extend(source.of(text).chars().map(harmless));
        self.text.push('\n');
        self.rows.push(Row { number, source, start });
    }

    fn underline(&mut self, text: Text<'_>, label: &Label) {
        let mut pieces: Vec<Span> = Vec::new();
        for row in &self.rows {
            let start = label.span.start.max(row.source.start);
            let end = label.span.end.min(row.source.end);
            let words = text.text.get(start..end.max(start)).unwrap_or("");
            let start = start + (words.len() - words.trim_start().len());
            let length = words.trim().len();
            if length > 0 {
                let at = row.start + start - row.source.start;
                pieces.push(Span::new(at, at + length));
            }
        }
        if pieces.is_empty() {
            let holds = |row: &&Row| row.source.end >= label.span.start;
            let Some(row) = self.rows.iter().find(holds).or(self.rows.last()) else {
                return;
            };
            let inside = label.span.start.clamp(row.source.start, row.source.end);
            let at = row.start + inside - row.source.start;
            pieces.push(Span::new(at, at));
        }
        let position = text.start(label.span);
        let last = pieces.len() - 1;
        for (number, piece) in pieces.into_iter().enumerate() {
            let words = (number == last && !label.text.is_empty()).then(|| label.text.clone());
            let label = LabeledSpan::new(words, piece.start, piece.end - piece.start);
            self.labels.push(Piece { label, position });
        }
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Excerpt").field("name", &self.name).finish_non_exhaustive()
    }
}

impl SourceCode for Excerpt {
    /// Always the whole window that holds `span`, with the line and column of
    /// the label that starts there. The numbers in the gutter are mended after
    /// drawing, from [`Excerpt::numbers`].
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, end) = (span.offset(), span.offset() + span.len());
        let window = self
            .windows
            .iter()
            .find(|window| window.start <= start && end <= window.end)
            .ok_or(MietteError::OutOfBounds)?;
        let piece = self.labels.iter().find(|piece| piece.label.offset() == start);
        let position = piece.map_or(Position { line: 1, column: 1 }, |piece| piece.position);
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            window.of(&self.text).as_bytes(),
            SourceSpan::from((window.start, window.end - window.start)),
            position.line - 1,
            position.column - 1,
            // Labels of one window share one snippet, however far apart: so
            // each seems to reach the next. Windows cannot be joined.
            usize::MAX / 2,
        )))
    }
}

/// The label inside the text, on whole characters, not too long.
fn fitted(label: &Label, text: &str) -> Label {
    let start = floor(text, label.span.start);
    let end = label.span.end.clamp(start, text.len());
    let end = ceil(text, end);
    let end = match end - start > LONGEST_LABEL {
        true => floor(text, start + LONGEST_LABEL),
        false => end,
    };
    Label { span: Span::new(start, end), text: label.text.clone() }
}

/// The parts of the source to show, ascending and apart from each other.
fn windows(text: Text<'_>, labels: &[Label]) -> Vec<Span> {
    let mut windows: Vec<Span> = Vec::new();
    for label in labels {
        let next = window(text, label.span);
        match windows.last_mut() {
            Some(last) if next.start <= last.end + 1 || is_near(text, *last, next) => {
                last.end = last.end.max(next.end);
            }
            _ => windows.push(next),
        }
    }
    windows
}

/// Is there no more than a short line or two between the two?
fn is_near(text: Text<'_>, last: Span, next: Span) -> bool {
    let between = Span::new(last.end, next.start).of(text.text);
    between.len() <= NEAR && between.matches('\n').count() <= 3
}

/// The lines of a span; of a long line, what is around it.
fn window(text: Text<'_>, span: Span) -> Span {
    let first = text.lines.line_of(text.text, span.start);
    let last = text.lines.line_of(text.text, span.end.max(span.start));
    let mut start = first.start;
    if span.start - first.start > NEAR {
        let from = ceil(text.text, span.start - AROUND);
        let before = text.text.get(from..span.start).unwrap_or("");
        start = from + before.find(char::is_whitespace).map_or(0, |space| space + 1);
        start = ceil(text.text, start.min(span.start));
    }
    let mut end = last.end.max(span.end);
    if last.end > span.end + NEAR {
        let to = floor(text.text, span.end + AROUND);
        let after = text.text.get(span.end..to).unwrap_or("");
        end = span.end + after.rfind(char::is_whitespace).unwrap_or(after.len());
    }
    Span::new(start, end)
}

/// Where a line breaks so that no row is wider than `width`: after a space
/// where there is one, else after any character. At least one row.
fn rows(line: &str, width: usize) -> Vec<Span> {
    let mut rows = Vec::new();
    let (mut start, mut columns, mut space) = (0, 0, None);
    for (at, character) in line.char_indices() {
        let wide = harmless(character).width().unwrap_or(0);
        if columns + wide > width && at > start && character != ' ' {
            let end = space.take().filter(|space| *space > start).unwrap_or(at);
            let shown = line.get(start..end).unwrap_or("").trim_end().len();
            rows.push(Span::new(start, start + shown));
            columns = line.get(end..at).map_or(0, columns_of);
            start = end;
        }
        columns += wide;
        if character == ' ' {
            space = Some(at + 1);
        }
    }
    rows.push(Span::new(start, line.len()));
    rows
}

fn columns_of(text: &str) -> usize {
    text.chars().filter_map(|c| harmless(c).width()).sum()
}

/// The nearest start of a character at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The nearest start of a character at or after `at`, or the end.
fn ceil(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::Lines;

    fn excerpt(text: &str, spans: &[(usize, usize)], width: usize) -> (Vec<String>, Vec<String>) {
        let lines = Lines::new(text);
        let labels =
            spans.iter().map(|(start, end)| Label { span: Span::new(*start, *end), text: String::new() });
        let labels: Vec<Label> = labels.collect();
        let text = Text { path: "a.md", text, lines: &lines };
        let excerpt = Excerpt::new(text, &labels, width);
        let rows = excerpt.text.lines().zip(excerpt.numbers());
        let rows = rows.map(|(row, number)| match number {
            Some(number) => format!("{number} {row}"),
            None => format!("- {row}"),
        });
        let words = excerpt.labels.iter().map(|piece| {
            let label = &piece.label;
            Span::new(label.offset(), label.offset() + label.len()).of(&excerpt.text).to_owned()
        });
        (rows.collect(), words.collect())
    }

    #[test]
    fn long_lines_break_at_spaces_and_labels_with_them() {
        let text = "first\r\nthe second line goes on for long\nthird";
        let (rows, words) = excerpt(text, &[(11, 30)], 20);
        assert_eq!(rows, ["2 the second line goes", "- on for long"]);
        assert_eq!(words, ["second line goes", "on"]);
    }

    #[test]
    fn text_without_spaces_breaks_anywhere_by_columns() {
        let text = "万".repeat(15);
        let (rows, words) = excerpt(&text, &[(27, 33)], 20);
        assert_eq!(rows, [format!("1 {}", "万".repeat(10)), format!("- {}", "万".repeat(5))]);
        assert_eq!(words, ["万", "万"]);
    }

    #[test]
    fn far_parts_of_one_line_are_apart() {
        let text = format!("alpha {} omega", "x ".repeat(5000));
        let (rows, words) = excerpt(&text, &[(0, 5), (text.len() - 5, text.len())], 40);
        assert_eq!(words, ["alpha", "omega"]);
        assert!(rows.len() < 10, "{rows:#?}");
        assert!(rows.iter().any(|row| row.ends_with(" …")), "{rows:#?}");
        assert!(rows.iter().any(|row| row.contains("… ")), "{rows:#?}");
    }

    #[test]
    fn labels_outside_the_text_or_inside_a_character_do_no_harm() {
        for span in [(0, 0), (1, 2), (2, 1), (3, 99), (99, 100), (4, 5)] {
            let (rows, words) = excerpt("Ää\nb", &[span], 20);
            assert!(!rows.is_empty(), "{span:?}");
            assert!(!words.is_empty(), "{span:?}");
        }
        let (rows, words) = excerpt("", &[(0, 0)], 20);
        assert_eq!((rows.len(), words.len()), (1, 1));
    }
}
