use crate::quantity::Quantity;
use crate::time::Period;

/// v(subject, period) against v(object, period).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Compare {
    /// For an event ("overtook"): the period in which it did not hold yet.
    pub base: Option<Period>,
    /// The lead: an amount (subject minus object), a ratio (subject over
    /// object) or a percentage (of the object, above or below it). A direction
    /// alone is an amount above, or below, zero.
    pub value: Quantity,
}
