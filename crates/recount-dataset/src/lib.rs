//! TOML to a validated dataset: the vocabulary, the figures and the claims by
//! hand of a `claims/` folder, with every mistake of all files at once.
//!
//! Everything here is pure: it takes texts and gives values, and never touches
//! the file system. What a file may hold is section 8 of the design; beyond it:
//!
//! - A series is known by the figures that list it. One that an entity's
//!   `series` lists and no figures do is a mistake, where there are figures at
//!   all; an entity that leaves `series` out may be without figures.
//! - A pattern of `[[series]]` may match nothing, and a group may select
//!   nothing, unless it is one letter away from what some series have.
//! - Metrics may share a unit; no other name is of two things.
//! - One metric has figures of one length: weeks, days or months. One source
//!   gives each period once, over all of its files.
//! - What is written as `"0"` reaches half a digit to both sides; below zero it
//!   is cut off where the metric is not `signed`.

#![deny(clippy::print_stdout, clippy::print_stderr)]

mod dataset;
pub mod import;
mod load;
mod number;
mod problem;
mod raw;

pub use dataset::{Dataset, Figure, HandClaim, Place, Sheet, Source, SourceFile, Sources, Table};
pub use problem::Problem;
