//! What a check says about one claim, and the figures that say so.

use recount_dataset::Place;
use recount_model::{
    Assertion, Direction, Flag, Interval, MetricId, Period, ScopeId, Subject, Unit, Verdict,
};

/// What the data say about one claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Section 6 of the design.
    pub verdict: Verdict,
    /// How a refuted claim departs from the data, where that has a name.
    pub direction: Option<Direction>,
    /// Remarks that do not change the verdict: sorted, each at most once.
    pub flags: Vec<Flag>,
    /// The scope under which it was decided; `None` where no scope matters.
    pub scope: Option<ScopeId>,
    /// What the data give for the stated quantity, in the claim's unit.
    pub actual: Option<Amount>,
    /// The figures that decide, in the order in which the reason names them.
    pub evidence: Vec<Evidence>,
    /// One to a few lines: the arithmetic that a reader can redo.
    pub reason: String,
    /// The one small correction that would make a refuted claim true; `None` too
    /// where several would.
    pub repair: Option<Repair>,
    /// The reading that was decided: 0 is the claim's assertion, n its n-th
    /// further reading, from 1.
    pub reading: usize,
    /// The claim with the week that arithmetic gives it, where the text leaves it
    /// open and exactly one week fits.
    pub dated: Option<Box<Assertion>>,
}

/// A quantity that the data admit.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// From the least to the most, the data's tolerance included.
    pub interval: Interval,
    /// What it counts.
    pub unit: Unit,
    /// The metric whose own unit [`Unit::Own`] stands for.
    pub metric: MetricId,
}

/// One figure that decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Whose figure it is; several are their sum.
    pub of: Vec<Subject>,
    /// Which series counted, where that matters.
    pub scope: Option<ScopeId>,
    /// Of when it is.
    pub period: Period,
    /// The figure.
    pub value: Amount,
    /// The name of the source.
    pub source: String,
    /// The lines of TOML that decide, the largest part first.
    pub places: Vec<Place>,
}

/// What would be true instead.
#[derive(Clone, Debug, PartialEq)]
pub struct Repair {
    /// The corrected assertion, which the data support.
    pub assertion: Assertion,
    /// The correction in words: "holds for the week of …", "holds as a share
    /// of the top 5 …".
    pub words: String,
}
