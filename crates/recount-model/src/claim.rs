//! Claims: assertions with the place where they were made.

use jiff::civil::Date;

use crate::assertion::Assertion;

/// A half-open range of bytes of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// From `start` up to, not including, `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The text of the span; empty where it lies outside `text` or cuts a character.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Who speaks: an article, or the source of a claim by hand. Claims of one
/// voice contradict themselves; claims of several contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Voice(pub u32);

/// Something that the text left open and that reading it had to supply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Assumption {
    /// The text gives a day and a month; the year is from the date of
    /// publication or from the weekday.
    Year(i16),
    /// The period was taken over from what was said before (sentence,
    /// paragraph, title).
    CarriedPeriod,
    /// The period follows from the date of publication ("last week").
    Publication(Date),
    /// The metric was taken over from what was said before, or is the default.
    Metric,
    /// The text counts its weeks from one that it does not tell: "last week"
    /// without a date of publication. The period of the assertion is left open.
    OpenWeek(OpenWeek),
    /// The text explains more than one way of counting, and says by which one it
    /// counts here in words that name no scope: "by that count". The scope of the
    /// assertion is left open.
    Count,
}

/// A week told from another one, which nobody tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OpenWeek {
    /// So many weeks later than that; earlier, if negative.
    pub week: i16,
    /// The same of the week that it is compared with, where the text names one.
    pub base: Option<i16>,
}

/// One assertion and where it was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The words that make the claim, in bytes of the original file.
    pub span: Span,
    /// The sentence that they stand in; of a claim by hand all of it.
    pub sentence: Span,
    /// What is said.
    pub assertion: Assertion,
    /// Other admissible readings of the same words, most likely first.
    pub readings: Vec<Assertion>,
    /// What had to be assumed.
    pub assumptions: Vec<Assumption>,
}

/// A span that gave no claim, and why: not checkable, or not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where, in bytes of the original file.
    pub span: Span,
    /// Why, in plain words.
    pub reason: String,
}
