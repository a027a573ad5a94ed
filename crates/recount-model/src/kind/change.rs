use crate::quantity::Quantity;
use crate::time::Period;

/// v(subject, period) against v(subject, base). With an object it is the
/// change of a share of that object, in points.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// The period compared with; `None` leaves it open.
    pub base: Option<Period>,
    /// By how much: percent, ratio (new over old), points, or an amount in the
    /// metric's unit.
    pub value: Quantity,
}
