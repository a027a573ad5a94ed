//! Phrases: the smallest groups of words that mean something by themselves.
//!
//! [`chunk`] cuts a sentence into phrases: at each place the longest phrase
//! that any rule reads. Every token belongs to just one phrase, so that no
//! word between two phrases is ever passed over unseen.

pub mod before_that;
mod chunks;
mod cut;
mod described;
pub mod first;
mod glued;
mod hyphen;
mod money;
pub mod place;
pub mod quantity;
mod quoted;
pub mod record;
mod settled;
pub mod time;
mod times_counted;
pub mod weeks;

use recount_model::{MetricId, Name, Quantity, ScopeId, Subject};

pub use self::chunks::Chunks;
pub use self::cut::chunk;

use self::first::FirstTime;
use self::place::Place;
use self::quantity::{Measured, TimeUnit};
use self::record::RecordHigh;
use self::time::Time;
use self::weeks::WeeksRunning;
use super::lexicon::{Entry, Frames, Verb};

/// What a phrase is.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase<'v> {
    /// A name of the vocabulary: subjects, metrics or scopes.
    Name(&'v [Name]),
    /// An adjective of a group of the vocabulary: `northern`.
    Adjective(&'v [Name]),
    /// A number with a metric's unit, or with none but large enough to be an
    /// amount: `4.19 trillion tokens`, `4.19 trillion`.
    Amount {
        /// The number.
        quantity: Quantity,
        /// The metrics whose unit follows.
        metrics: Vec<MetricId>,
    },
    /// A percentage.
    Percent(Quantity),
    /// Percentage points.
    Points(Quantity),
    /// A factor.
    Ratio(Quantity),
    /// An amount of money, or a length of time: never a weekly figure here.
    Other(Measured),
    /// A small whole number: `four`.
    Number(u32),
    /// `third`.
    Ordinal(u32),
    /// A place of the order, the top n, or the order itself.
    Place(Place),
    /// `nine consecutive weeks`.
    Weeks(WeeksRunning),
    /// `for the first time in five weeks`.
    First(FirstTime),
    /// `a record high`.
    Record(RecordHigh),
    /// A time, with its preposition.
    Time(Time),
    /// Any other word, or a symbol.
    Word(Entry),
}

/// A phrase and the tokens it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Chunk<'v> {
    /// What it is.
    pub phrase: Phrase<'v>,
    /// The first token.
    pub first: usize,
    /// The token after the last.
    pub end: usize,
}

impl Chunk<'_> {
    /// Does it carry a figure, a rank, a streak or a record?
    #[must_use]
    pub const fn is_figure(&self) -> bool {
        match &self.phrase {
            Phrase::Amount { .. } | Phrase::Percent(_) | Phrase::Points(_) | Phrase::Ratio(_) => true,
            Phrase::Place(_) | Phrase::Weeks(_) | Phrase::First(_) | Phrase::Record(_) => true,
            Phrase::Name(_) | Phrase::Adjective(_) | Phrase::Other(_) => false,
            Phrase::Number(_) | Phrase::Ordinal(_) => false,
            Phrase::Time(_) | Phrase::Word(_) => false,
        }
    }
}

/// The subjects that a name may stand for.
pub fn subjects<'v>(names: &'v [Name]) -> impl Iterator<Item = Subject> + 'v {
    names.iter().filter_map(|name| match name {
        Name::Subject(subject) => Some(*subject),
        Name::Metric(_) | Name::Unit(_) | Name::Scope(_) => None,
    })
}

/// Does a name stand for groups only?
#[must_use]
pub fn are_groups(names: &[Name]) -> bool {
    names.iter().all(|name| matches!(name, Name::Subject(Subject::Group(_))))
}

/// The metric that a name may stand for.
#[must_use]
pub fn metric(names: &[Name]) -> Option<MetricId> {
    names.iter().find_map(|name| match name {
        Name::Metric(metric) => Some(*metric),
        Name::Subject(_) | Name::Unit(_) | Name::Scope(_) => None,
    })
}

/// The scope that a name may stand for.
#[must_use]
pub fn scope(names: &[Name]) -> Option<ScopeId> {
    names.iter().find_map(|name| match name {
        Name::Scope(scope) => Some(*scope),
        Name::Subject(_) | Name::Unit(_) | Name::Metric(_) => None,
    })
}

/// The metrics whose unit a name may be.
#[must_use]
pub fn units(names: &[Name]) -> Vec<MetricId> {
    let unit = |name: &Name| match name {
        Name::Unit(metric) => Some(*metric),
        Name::Subject(_) | Name::Metric(_) | Name::Scope(_) => None,
    };
    names.iter().filter_map(unit).collect()
}

/// Is it a verb with one of these frames?
#[must_use]
pub fn has(verb: Option<Verb>, frames: Frames) -> bool {
    verb.is_some_and(|verb| verb.frames.any(frames))
}

/// The unit in which a duration's weeks are counted.
#[must_use]
pub const fn is_week(unit: TimeUnit) -> bool {
    matches!(unit, TimeUnit::Week)
}
