use crate::assertion::Assertion;

/// The inner assertion holds in each of the weeks that end with the period.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Streak {
    /// How many weeks.
    pub weeks: Weeks,
    /// "the n-th consecutive week": it did not hold in the week before them.
    pub ordinal: bool,
    /// "an n-th week": n weeks in all, adjacency not asserted.
    pub cumulative: bool,
    /// What holds; its period is the last week.
    pub of: Box<Assertion>,
}

/// A number of weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weeks {
    /// Exactly so many, as written.
    Exactly(u32),
    /// Hedged: from `low` to `high`, `None` for no limit.
    Range {
        /// At least so many.
        low: u32,
        /// At most so many.
        high: Option<u32>,
    },
}

impl Weeks {
    /// The fewest weeks that satisfy it.
    #[must_use]
    pub const fn low(self) -> u32 {
        match self {
            Self::Exactly(weeks) => weeks,
            Self::Range { low, .. } => low,
        }
    }
}
