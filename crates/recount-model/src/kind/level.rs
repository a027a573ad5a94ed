use crate::quantity::Quantity;

/// v(subject, period) lies in `value`; several subjects are their sum.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Level {
    /// The amount, in the metric's unit.
    pub value: Quantity,
}
