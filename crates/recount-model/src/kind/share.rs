use crate::quantity::Quantity;

/// v(subject, period) as a part of v(object, period).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    /// Of the top n only: what of the subject is in the top n of the object,
    /// as a part of the top n.
    pub top: Option<u32>,
    /// The part, in percent.
    pub value: Quantity,
}
