//! The words of recount, as types: numbers and intervals, quantities as they
//! are written, weeks and periods, the vocabulary, assertions of every kind,
//! claims and verdicts.
//!
//! This crate uses nothing else of the project; everything else uses it.

#![deny(clippy::print_stdout, clippy::print_stderr)]

pub mod assertion;
pub mod claim;
pub mod fields;
pub mod interval;
pub mod kind;
pub mod number;
pub mod quantity;
mod statement;
pub mod time;
pub mod unit;
pub mod verdict;
pub mod vocabulary;

pub use assertion::{Assertion, Predicate, Subject, Subjects};
pub use claim::{Assumption, Claim, OpenWeek, Remark, Span, Voice};
pub use fields::AssertionFields;
pub use interval::{Bound, Interval};
pub use kind::{Change, Compare, Extreme, First, Level, Movement, Rank, Record, Share, Streak, Top, Weeks};
pub use number::Number;
pub use quantity::{Decimal, Figure, Hedge, Quantity};
pub use statement::{article, number_words, ordinal, period_words, statement};
pub use time::{Cadence, Period};
pub use unit::Unit;
pub use verdict::{Direction, Flag, Verdict};
pub use vocabulary::{EntityId, GroupId, MetricId, Name, ScopeId, SeriesId, Vocabulary};
