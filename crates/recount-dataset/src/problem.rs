//! One thing that is wrong with a file, for people.

use std::fmt;
use std::sync::Arc;

use miette::{Diagnostic, LabeledSpan, NamedSource, SourceCode};
use recount_model::Span;

use crate::dataset::SourceFile;

/// One mistake: what is wrong, where, what was expected, and what may have
/// been meant.
#[derive(Clone)]
pub struct Problem {
    message: String,
    label: String,
    help: Option<String>,
    place: Option<(u32, Span)>,
    first: Option<(Span, String)>,
    source: Option<NamedSource<Arc<str>>>,
}

impl Problem {
    /// A mistake at `span` of the `file`-th file; `label` stands under the
    /// words and says what was expected.
    pub(crate) fn at(file: u32, span: Span, message: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            label: label.into(),
            help: None,
            place: Some((file, span)),
            first: None,
            source: None,
        }
    }

    /// A mistake that is in no file.
    pub(crate) fn nowhere(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            label: String::new(),
            help: None,
            place: None,
            first: None,
            source: None,
        }
    }

    /// The same, with help.
    pub(crate) fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, with help where there is some.
    pub(crate) fn with_hint(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// The same, with a second place of the same file that it clashes with.
    pub(crate) fn with_first(mut self, span: Span, label: impl Into<String>) -> Self {
        self.first = Some((span, label.into()));
        self
    }

    /// Where it stands, for the order of reports.
    pub(crate) fn place(&self) -> Option<(u32, Span)> {
        self.place
    }

    /// Takes the text along, so that a report can underline it. The span is
    /// cut to the text, and grown to whole characters.
    pub(crate) fn attach(&mut self, files: &[SourceFile]) {
        let Some((file, span)) = &mut self.place else {
            return;
        };
        let Some(file) = files.get(*file as usize) else {
            return;
        };
        let text = &file.text;
        *span = whole_characters(*span, text);
        if let Some((first, _)) = &mut self.first {
            *first = whole_characters(*first, text);
        }
        self.source = Some(NamedSource::new(&file.name, Arc::clone(text)));
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What was expected at the span; may be empty.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// What may have been meant, or how to mend it.
    #[must_use]
    pub fn advice(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// The path of the file, as it was given.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.source.as_ref().map(NamedSource::name)
    }

    /// Where in the file, in bytes.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.place.map(|(_, span)| span)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Problem {
    /// Without the text of the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problem")
            .field("message", &self.message)
            .field("label", &self.label)
            .field("help", &self.help)
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Problem {}

impl Diagnostic for Problem {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = self.help.as_ref()?;
        Some(Box::new(help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = self.span()?;
        self.source.as_ref()?;
        let label = (!self.label.is_empty()).then(|| self.label.clone());
        let here = LabeledSpan::new_primary_with_span(label, range(span));
        let first = self.first.as_ref();
        let first = first.map(|(span, label)| LabeledSpan::new_with_span(Some(label.clone()), range(*span)));
        Some(Box::new(std::iter::once(here).chain(first)))
    }
}

fn range(span: Span) -> std::ops::Range<usize> {
    span.start..span.end
}

/// The span cut to the text, and grown to whole characters.
fn whole_characters(mut span: Span, text: &str) -> Span {
    span.end = span.end.min(text.len());
    span.start = span.start.min(span.end);
    while !text.is_char_boundary(span.start) {
        span.start -= 1;
    }
    while !text.is_char_boundary(span.end) {
        span.end += 1;
    }
    span
}

/// "did you mean …?", for the valid word nearest to `found`: nothing where
/// none is near.
pub(crate) fn nearest<'a>(found: &str, valid: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let folded = found.to_lowercase();
    let (score, word) = valid
        .into_iter()
        .map(|word| (strsim::jaro_winkler(&folded, &word.to_lowercase()), word))
        .fold(None, |best: Option<(f64, &str)>, next| match best {
            // The first of equals, so that the order of the file decides.
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        })?;
    (score > 0.75).then(|| format!("did you mean \"{word}\"?"))
}
