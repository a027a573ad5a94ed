//! Numbers with an infinitesimal part: what makes strict bounds exact.

use std::ops::{Add, Sub};

use recount_model::Number;

/// `value + tiny · ε`, where ε is positive and smaller than every number:
/// `x < 3` is `x ≤ 3 − ε`. Ordered first by `value`, then by `tiny`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Delta {
    /// The number.
    pub(crate) value: Number,
    /// How many ε beside it.
    pub(crate) tiny: Number,
}

impl Delta {
    /// The number itself.
    pub(crate) fn exact(value: Number) -> Self {
        Self { value, tiny: Number::ZERO }
    }

    /// As a lower end: `value` itself, or just above it where the end is open.
    pub(crate) fn lower(bound: &recount_model::Bound) -> Self {
        let tiny = if bound.open { 1 } else { 0 };
        Self { value: bound.value.clone(), tiny: Number::from(tiny) }
    }

    /// As an upper end: `value` itself, or just below it where the end is open.
    pub(crate) fn upper(bound: &recount_model::Bound) -> Self {
        let tiny = if bound.open { -1 } else { 0 };
        Self { value: bound.value.clone(), tiny: Number::from(tiny) }
    }

    /// The same with a part in ε of −1, 0 or 1: how strict it is, and no more.
    pub(crate) fn signed(self) -> Self {
        let tiny = match (self.tiny.is_zero(), self.tiny.is_negative()) {
            (true, _) => Number::ZERO,
            (false, true) => -Number::ONE,
            (false, false) => Number::ONE,
        };
        Self { value: self.value, tiny }
    }

    /// Both parts times `factor`.
    pub(crate) fn scaled(&self, factor: &Number) -> Self {
        Self { value: &self.value * factor, tiny: &self.tiny * factor }
    }
}

impl Add for &Delta {
    type Output = Delta;
    fn add(self, other: &Delta) -> Delta {
        Delta { value: &self.value + &other.value, tiny: &self.tiny + &other.tiny }
    }
}

impl Sub for &Delta {
    type Output = Delta;
    fn sub(self, other: &Delta) -> Delta {
        Delta { value: &self.value - &other.value, tiny: &self.tiny - &other.tiny }
    }
}
