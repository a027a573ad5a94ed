//! What a number counts.

/// The unit of a quantity. Different units never compare: a percentage is not
/// a percentage point, and neither is an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// The unit of the assertion's metric (`token`, `user`, `dollar`): an
    /// amount. Its name is in the vocabulary.
    Own,
    /// Hundredths of a base.
    Percent,
    /// Percentage points: the difference of two percentages.
    Point,
    /// A factor: 2 is twice.
    Ratio,
    /// A place in an order, from 1.
    Rank,
    /// How many.
    Count,
}

impl Unit {
    /// The name in the JSON of section 9 of the design; `own` is the name of
    /// the metric's unit.
    #[must_use]
    pub const fn name(self, own: &str) -> &str {
        match self {
            Self::Own => own,
            Self::Percent => "percent",
            Self::Point => "point",
            Self::Ratio => "ratio",
            Self::Rank => "rank",
            Self::Count => "count",
        }
    }

    /// The unit of that name; `own` is the name of the metric's unit.
    #[must_use]
    pub fn named(name: &str, own: &str) -> Option<Self> {
        [Self::Own, Self::Percent, Self::Point, Self::Ratio, Self::Rank, Self::Count]
            .into_iter()
            .find(|unit| unit.name(own) == name)
    }
}
