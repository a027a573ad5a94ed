//! TOML to a validated dataset: the vocabulary, the figures and the claims by
//! hand of a `claims/` folder, with every mistake of all files at once.
//!
//! Everything here is pure: it takes texts and gives values, and never touches
//! the file system. What a file may hold is section 8 of the design.

#![deny(clippy::print_stdout, clippy::print_stderr)]

mod dataset;
pub mod import;
mod load;
mod number;
mod problem;
mod raw;

pub use dataset::{Dataset, Figure, HandClaim, Place, Sheet, Source, SourceFile, Sources, Table};
pub use problem::Problem;
