use crate::quantity::Quantity;

/// How many of the top `top` places belong to the subject.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Top {
    /// The number of places, from 1.
    pub top: u32,
    /// How many of them.
    pub value: Quantity,
}
