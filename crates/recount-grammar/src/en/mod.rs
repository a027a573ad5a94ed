//! English: a lexicon, phrases, clauses. Another language is another module
//! of this shape.

pub mod another;
pub mod clause;
pub mod lexicon;
pub mod phrase;
