//! Intervals of exact numbers, each end open, closed or unbounded.

use std::cmp::Ordering;

use crate::number::Number;

/// One end of an interval.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bound {
    /// Where the interval ends.
    pub value: Number,
    /// Is `value` itself outside?
    pub open: bool,
}

impl Bound {
    /// An end that belongs to the interval.
    #[must_use]
    pub const fn closed(value: Number) -> Self {
        Self { value, open: false }
    }

    /// An end that does not belong to the interval.
    #[must_use]
    pub const fn open(value: Number) -> Self {
        Self { value, open: true }
    }
}

/// A set of numbers between two ends; `None` is unbounded. It may be empty
/// (`low` above `high`), which [`Interval::is_empty`] tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Interval {
    /// The lower end.
    pub low: Option<Bound>,
    /// The upper end.
    pub high: Option<Bound>,
}

impl Interval {
    /// Every number.
    pub const ALL: Self = Self { low: None, high: None };

    /// `[low, high]`.
    #[must_use]
    pub const fn closed(low: Number, high: Number) -> Self {
        Self { low: Some(Bound::closed(low)), high: Some(Bound::closed(high)) }
    }

    /// `[value, value]`.
    #[must_use]
    pub fn point(value: Number) -> Self {
        Self::closed(value.clone(), value)
    }

    /// `(value, ∞)`.
    #[must_use]
    pub const fn above(value: Number) -> Self {
        Self { low: Some(Bound::open(value)), high: None }
    }

    /// `[value, ∞)`.
    #[must_use]
    pub const fn at_least(value: Number) -> Self {
        Self { low: Some(Bound::closed(value)), high: None }
    }

    /// `(−∞, value)`.
    #[must_use]
    pub const fn below(value: Number) -> Self {
        Self { low: None, high: Some(Bound::open(value)) }
    }

    /// `(−∞, value]`.
    #[must_use]
    pub const fn at_most(value: Number) -> Self {
        Self { low: None, high: Some(Bound::closed(value)) }
    }

    /// Does no number lie in it?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match (&self.low, &self.high) {
            (Some(low), Some(high)) => match low.value.cmp(&high.value) {
                Ordering::Less => false,
                Ordering::Equal => low.open || high.open,
                Ordering::Greater => true,
            },
            (None, _) | (_, None) => false,
        }
    }

    /// The single number in it, if there is just one.
    #[must_use]
    pub fn single(&self) -> Option<&Number> {
        match (&self.low, &self.high) {
            (Some(low), Some(high)) if low.value == high.value && !low.open && !high.open => Some(&low.value),
            _ => None,
        }
    }

    /// The midpoint, or the only end there is.
    #[must_use]
    pub fn middle(&self) -> Option<Number> {
        match (&self.low, &self.high) {
            (Some(low), Some(high)) => Some((&low.value + &high.value) * Number::ratio(1, 2)),
            (Some(end), None) | (None, Some(end)) => Some(end.value.clone()),
            (None, None) => None,
        }
    }

    /// Does `value` lie in it?
    #[must_use]
    pub fn contains(&self, value: &Number) -> bool {
        !self.intersection(&Self::point(value.clone())).is_empty()
    }

    /// Is every number of `self` in `other`? An empty interval is in every one.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.is_empty() || self.intersection(other) == *self
    }

    /// Have the two no number in common?
    #[must_use]
    pub fn is_disjoint(&self, other: &Self) -> bool {
        let ends = |one: &Self, two: &Self| crossed(one.low.as_ref(), two.high.as_ref());
        ends(self, self) || ends(self, other) || ends(other, self) || ends(other, other)
    }

    /// The numbers in both.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        Self {
            low: tighter(self.low.as_ref(), other.low.as_ref(), Ordering::Greater),
            high: tighter(self.high.as_ref(), other.high.as_ref(), Ordering::Less),
        }
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        Self {
            low: looser(self.low.as_ref(), other.low.as_ref(), Ordering::Less),
            high: looser(self.high.as_ref(), other.high.as_ref(), Ordering::Greater),
        }
    }

    /// Every sum of a number of `self` and one of `other`.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let add = |a: &Option<Bound>, b: &Option<Bound>| match (a, b) {
            (Some(a), Some(b)) => Some(Bound { value: &a.value + &b.value, open: a.open || b.open }),
            (None, _) | (_, None) => None,
        };
        Self { low: add(&self.low, &other.low), high: add(&self.high, &other.high) }
    }

    /// Every difference of a number of `self` and one of `other`.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.plus(&other.mirrored())
    }

    /// Every number of it with the sign turned.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let turn = |bound: &Option<Bound>| bound.as_ref().map(|b| Bound { value: -&b.value, open: b.open });
        Self { low: turn(&self.high), high: turn(&self.low) }
    }

    /// Every number of it times `factor`; a factor of zero gives `[0, 0]`.
    #[must_use]
    pub fn scaled(&self, factor: &Number) -> Self {
        if factor.is_zero() {
            return Self::point(Number::ZERO);
        }
        if factor.is_negative() {
            return self.mirrored().scaled(&-factor);
        }
        let scale =
            |bound: &Option<Bound>| bound.as_ref().map(|b| Bound { value: &b.value * factor, open: b.open });
        Self { low: scale(&self.low), high: scale(&self.high) }
    }

    /// Every number of it plus `offset`.
    #[must_use]
    pub fn shifted(&self, offset: &Number) -> Self {
        self.plus(&Self::point(offset.clone()))
    }

    /// Every quotient of a number of `self` by one of `divisor`, both taken
    /// as not negative. Where `divisor` reaches zero the quotient has no
    /// upper end. `None` where `divisor` is only zero.
    #[must_use]
    pub fn quotient(&self, divisor: &Self) -> Option<Self> {
        let zero = Self::at_least(Number::ZERO);
        let (top, bottom) = (self.intersection(&zero), divisor.intersection(&zero));
        if bottom.is_empty() || bottom.single().is_some_and(Number::is_zero) {
            return None;
        }
        let low = match (&top.low, &bottom.high) {
            (Some(a), Some(b)) => {
                Some(Bound { value: a.value.checked_div(&b.value)?, open: a.open || b.open })
            }
            (Some(_), None) => Some(Bound::closed(Number::ZERO)),
            (None, _) => None,
        };
        let high = match (&top.high, &bottom.low) {
            (Some(a), Some(b)) if !b.value.is_zero() => {
                Some(Bound { value: a.value.checked_div(&b.value)?, open: a.open || b.open })
            }
            _ => None,
        };
        Some(Self { low, high })
    }
}

/// Does nothing lie between a lower and an upper end?
fn crossed(low: Option<&Bound>, high: Option<&Bound>) -> bool {
    let (Some(low), Some(high)) = (low, high) else {
        return false;
    };
    match low.value.cmp(&high.value) {
        Ordering::Less => false,
        Ordering::Equal => low.open || high.open,
        Ordering::Greater => true,
    }
}

fn tighter(a: Option<&Bound>, b: Option<&Bound>, wins: Ordering) -> Option<Bound> {
    match (a, b) {
        (None, other) | (other, None) => other.cloned(),
        (Some(a), Some(b)) => Some(match a.value.cmp(&b.value) {
            Ordering::Equal => Bound { value: a.value.clone(), open: a.open || b.open },
            order if order == wins => a.clone(),
            _ => b.clone(),
        }),
    }
}

fn looser(a: Option<&Bound>, b: Option<&Bound>, wins: Ordering) -> Option<Bound> {
    match (a, b) {
        (None, _) | (_, None) => None,
        (Some(a), Some(b)) => Some(match a.value.cmp(&b.value) {
            Ordering::Equal => Bound { value: a.value.clone(), open: a.open && b.open },
            order if order == wins => a.clone(),
            _ => b.clone(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(value: i64) -> Number {
        Number::from(value)
    }

    #[test]
    fn touching_closed_ends_share_a_number_and_open_ends_do_not() {
        let left = Interval::closed(n(1), n(2));
        assert!(!left.is_disjoint(&Interval::at_least(n(2))));
        assert!(left.is_disjoint(&Interval::above(n(2))));
    }

    #[test]
    fn quotients_run_outward() {
        let share = Interval::closed(n(1), n(2)).quotient(&Interval::closed(n(4), n(8))).unwrap();
        assert_eq!(share, Interval::closed(Number::ratio(1, 8), Number::ratio(1, 2)));
        assert_eq!(Interval::point(n(1)).quotient(&Interval::point(n(0))), None);
        let open = Interval::point(n(1)).quotient(&Interval::closed(n(0), n(2))).unwrap();
        assert_eq!(open, Interval::at_least(Number::ratio(1, 2)));
    }

    #[test]
    fn scaling_by_a_negative_number_turns_the_ends() {
        let scaled = Interval::above(n(2)).scaled(&n(-3));
        assert_eq!(scaled, Interval::below(n(-6)));
    }
}
