//! From text to claims: document, tokens, mentions, phrases, clauses,
//! discourse. Names are known only through the vocabulary that is given.

#![deny(clippy::print_stdout, clippy::print_stderr)]

#[macro_use]
pub mod token;

pub mod discourse;
pub mod document;
pub mod en;
mod explain;
pub mod names;
mod reader;
mod stop;

pub use document::{Format, Front, FrontProblem};
pub use explain::Explanation;
pub use reader::{Options, Reader, Reading};
pub use stop::{Stop, WayOut};
