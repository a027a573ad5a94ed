//! Everything that keeps the program from running.

use std::path::Path;
use std::sync::Arc;

use miette::{Diagnostic, NamedSource, SourceSpan};
use recount_dataset::Problem;
use recount_model::Span;
use recount_report::Lines;
use thiserror::Error;

/// One thing that keeps the program from running.
#[derive(Debug, Error, Diagnostic)]
pub(crate) enum Trouble {
    #[error("{path} does not exist")]
    #[diagnostic(help("{help}"))]
    Missing { path: String, help: String },

    #[error("{path} cannot be read: {reason}")]
    Unreadable { path: String, reason: String },

    #[error("{path} cannot be written: {reason}")]
    Unwritable { path: String, reason: String },

    #[error("{path}:{line}:{column}: not UTF-8 text: byte {byte:#04x} (at {offset})")]
    #[diagnostic(help("expected text in UTF-8: save the file with that encoding"))]
    NotText { path: String, line: usize, column: usize, byte: u8, offset: usize },

    #[error("{path} is not a kind of file that is read")]
    #[diagnostic(help("expected {accepted}"))]
    OtherKind { path: String, accepted: String },

    #[error("{path} holds no article")]
    #[diagnostic(help("expected files that end in .md, .txt, .html or .htm"))]
    NoArticles { path: String },

    #[error("there is no claims/ folder in {from}, nor in any folder above it")]
    #[diagnostic(help("run recount beside a claims/ folder, or name one with --claims DIR"))]
    NoClaims { from: String },

    #[error("{path} holds no TOML")]
    #[diagnostic(help("expected {expected}"))]
    NoToml { path: String, expected: String },

    #[error(transparent)]
    #[diagnostic(transparent)]
    Words(Box<Mistake>),

    #[error("{message}")]
    Plain {
        message: String,
        #[help]
        help: Option<String>,
    },

    #[error(transparent)]
    #[diagnostic(transparent)]
    Dataset(Box<Problem>),
}

/// Words of a text that are a mistake.
#[derive(Debug, Error, Diagnostic)]
#[error("{message}")]
pub(crate) struct Mistake {
    message: String,
    #[source_code]
    text: NamedSource<Arc<str>>,
    #[label("{label}")]
    span: SourceSpan,
    label: String,
}

impl From<Problem> for Trouble {
    fn from(problem: Problem) -> Self {
        Self::Dataset(Box::new(problem))
    }
}

impl Trouble {
    /// Words of a text that are a mistake.
    pub(crate) fn words(path: &str, text: &Arc<str>, span: Span, message: &str, label: &str) -> Self {
        Self::Words(Box::new(Mistake {
            message: message.to_owned(),
            text: NamedSource::new(path, Arc::clone(text)),
            span: SourceSpan::from((span.start, span.end.saturating_sub(span.start))),
            label: label.to_owned(),
        }))
    }

    /// A file that the system does not give.
    pub(crate) fn unreadable(path: &str, error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::Missing {
                path: path.to_owned(),
                help: "paths start from the current folder".to_owned(),
            },
            _ => Self::Unreadable { path: path.to_owned(), reason: error.to_string() },
        }
    }

    /// A file that could not be written.
    pub(crate) fn unwritable(path: &str, error: &std::io::Error) -> Self {
        Self::Unwritable { path: path.to_owned(), reason: error.to_string() }
    }
}

/// A path as reports show it.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The text of a file, or where it stops being text.
pub(crate) fn text_of(path: &str, bytes: Vec<u8>) -> Result<Arc<str>, Trouble> {
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Arc::from(text)),
        Err(error) => error,
    };
    let offset = error.utf8_error().valid_up_to();
    let valid = String::from_utf8_lossy(&error.as_bytes()[..offset]).into_owned();
    let position = Lines::new(&valid).position(&valid, offset);
    Err(Trouble::NotText {
        path: path.to_owned(),
        line: position.line,
        column: position.column,
        byte: error.as_bytes().get(offset).copied().unwrap_or_default(),
        offset,
    })
}
