//! One drawn report: a message, underlined words, help.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode, SourceSpan,
};
use recount_model::Span;

use crate::excerpt::{Excerpt, Label};
use crate::lines::Lines;
use crate::view::Text;

/// How a report is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Columns of a line, at least 40.
    pub width: usize,
    /// With the escape sequences that colour a terminal.
    pub color: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { width: 100, color: false }
    }
}

impl Look {
    /// The columns that are left for a line of source.
    pub(crate) const fn source_width(self) -> usize {
        self.width.saturating_sub(12)
    }
}

/// Any diagnostic, drawn like every report of this crate: its lines broken to
/// the width, its columns counted in characters.
#[must_use]
pub fn problem(diagnostic: &dyn Diagnostic, look: Look) -> String {
    let notice = Notice {
        code: None,
        severity: diagnostic.severity().unwrap_or(Severity::Error),
        message: diagnostic.to_string(),
        help: diagnostic.help().map(|help| help.to_string()),
        excerpt: excerpt_of(diagnostic, look),
    };
    notice.draw(look)
}

/// The labels of a diagnostic in an excerpt of its source.
fn excerpt_of(diagnostic: &dyn Diagnostic, look: Look) -> Option<Excerpt> {
    let source = diagnostic.source_code()?;
    let labels = diagnostic.labels()?.map(|label| Label {
        span: Span::new(label.offset(), label.offset() + label.len()),
        text: label.label().unwrap_or("").to_owned(),
    });
    let labels: Vec<Label> = labels.collect();
    let start = SourceSpan::from((0, 0));
    // Every line after the first byte: the whole text.
    let contents = source.read_span(&start, 0, usize::MAX).ok()?;
    let text = std::str::from_utf8(contents.data()).ok()?;
    let lines = Lines::new(text);
    let text = Text { path: contents.name().unwrap_or("-"), text, lines: &lines };
    Some(Excerpt::new(text, &labels, look.source_width()))
}

/// What is drawn.
#[derive(Debug)]
pub(crate) struct Notice {
    /// What kind of report it is, in a line above.
    pub(crate) code: Option<String>,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) excerpt: Option<Excerpt>,
}

impl Notice {
    /// The report, ending with a line break.
    pub(crate) fn draw(&self, look: Look) -> String {
        let theme = match look.color {
            true => GraphicalTheme::unicode(),
            false => GraphicalTheme::unicode_nocolor(),
        };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(look.width.max(40))
            .with_context_lines(0)
            .with_word_splitter(textwrap::WordSplitter::NoHyphenation)
            .without_syntax_highlighting();
        let mut drawn = String::new();
        // Writing to a string cannot fail; a label outside the source can.
        if handler.render_report(&mut drawn, self).is_err() {
            drawn = format!("  × {}\n", self.message);
        }
        match &self.excerpt {
            Some(excerpt) => numbered(&drawn, excerpt),
            None => drawn,
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Notice {}

impl Diagnostic for Notice {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.code.as_ref().map(|code| Box::new(code) as _)
    }

    fn severity(&self) -> Option<Severity> {
        Some(self.severity)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as _)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|excerpt| excerpt as _)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.excerpt.as_ref().map(|excerpt| Box::new(excerpt.labels()) as _)
    }
}

/// The drawing with the true number before each line, none before the rows
/// that go on with it: miette numbers rows as if each were a line.
fn numbered(drawn: &str, excerpt: &Excerpt) -> String {
    let mut numbers = excerpt.numbers();
    let mut mended = String::with_capacity(drawn.len());
    for line in drawn.split_inclusive('\n') {
        match gutter(line).and_then(|field| Some((field, numbers.next()?))) {
            Some((field, number)) => {
                let width = field.end - field.start;
                let number = number.map_or_else(String::new, |number| number.to_string());
                mended.push_str(&line[..field.start]);
                mended.push_str(&format!("{number:>width$}"));
                mended.push_str(&line[field.end..]);
            }
            None => mended.push_str(line),
        }
    }
    mended
}

/// The digits of a line that starts with a number and a bar, colours aside.
fn gutter(line: &str) -> Option<Span> {
    let (mut start, mut end) = (None, None);
    let mut rest = line.char_indices();
    while let Some((at, character)) = rest.next() {
        match character {
            '\u{1b}' => {
                rest.by_ref().find(|(_, c)| *c == 'm')?;
            }
            ' ' => {}
            '0'..='9' if end.is_none_or(|end| end == at) => {
                start.get_or_insert(at);
                end = Some(at + 1);
            }
            '│' => return Some(Span::new(start?, end?)),
            _ => return None,
        }
    }
    None
}
