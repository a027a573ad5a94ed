//! Exact numbers: rationals of any size.
//!
//! Nearly all numbers are small, so they are kept as a fraction of two machine
//! words, and only what does not fit is kept as a big one.

mod small;

use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Div, Mul, Neg, Sub};

use dashu_base::{Signed, UnsignedAbs};
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;

use small::Small;

/// An exact rational number. Arithmetic never rounds and never overflows; only
/// [`Number::to_f64`] and the printed forms round, and they come last.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(Kept);

/// What fits is always small, so equal numbers are kept alike.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Kept {
    Small(Small),
    Big(Box<RBig>),
}

use Kept::{Big, Small as Fits};

impl Number {
    /// Zero.
    pub const ZERO: Self = Self(Fits(Small::ZERO));
    /// One.
    pub const ONE: Self = Self(Fits(Small::ONE));

    /// `numerator / denominator`. A denominator of zero is taken for one, so
    /// that no input can make the program panic; callers pass constants.
    #[must_use]
    pub fn ratio(numerator: i128, denominator: u128) -> Self {
        let small = || Small::ratio(i64::try_from(numerator).ok()?, i64::try_from(denominator.max(1)).ok()?);
        small().map_or_else(
            || Self::big(RBig::from_parts(IBig::from(numerator), UBig::from(denominator.max(1)))),
            Self::small_one,
        )
    }

    /// `mantissa` times ten to the power of `exponent`, exactly.
    /// `exponent` is in -4096..=4096; beyond, it is clamped.
    #[must_use]
    pub fn decimal(mantissa: i128, exponent: i32) -> Self {
        let small = || {
            let (mantissa, power) =
                (i64::try_from(mantissa).ok()?, 10_i64.checked_pow(exponent.unsigned_abs())?);
            if exponent < 0 {
                return Small::ratio(mantissa, power);
            }
            Small::reduced(mantissa.checked_mul(power)?, 1)
        };
        if let Some(small) = small() {
            return Self::small_one(small);
        }
        let power = UBig::from(10u8).pow(exponent.unsigned_abs().min(4096) as usize);
        let mantissa = IBig::from(mantissa);
        Self::big(if exponent >= 0 {
            RBig::from(mantissa * IBig::from(power))
        } else {
            RBig::from_parts(mantissa, power)
        })
    }

    /// The quotient, or `None` where `divisor` is zero.
    #[must_use]
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        (!divisor.is_zero()).then(|| match (&self.0, divisor.small().and_then(Small::inverse)) {
            (Fits(own), Some(inverse)) => {
                own.times(inverse).map_or_else(|| self.divided(divisor), Self::small_one)
            }
            _ => self.divided(divisor),
        })
    }

    /// Is it zero?
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        matches!(&self.0, Fits(own) if own.is_zero())
    }

    /// Is it below zero?
    #[must_use]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Fits(own) => own.is_negative(),
            Big(own) => own.is_negative(),
        }
    }

    /// Is it a whole number?
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Fits(own) => own.is_whole(),
            Big(own) => own.is_int(),
        }
    }

    /// The largest whole number that is not above it.
    #[must_use]
    pub fn floor(&self) -> Self {
        match &self.0 {
            Fits(own) => Self(Fits(own.floor())),
            Big(own) => Self::big(RBig::from(own.floor())),
        }
    }

    /// Its distance from zero.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// The nearest binary floating-point number: for printing only.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        self.to_big().to_f64().value()
    }

    /// The whole number, where it is one and fits.
    #[must_use]
    pub fn to_i64(&self) -> Option<i64> {
        let (numerator, denominator) = self.to_parts()?;
        (denominator == 1).then_some(numerator)
    }

    /// Numerator and denominator in lowest terms, where both fit.
    #[must_use]
    pub const fn to_parts(&self) -> Option<(i64, i64)> {
        match &self.0 {
            Fits(own) => Some(own.parts()),
            Big(_) => None,
        }
    }

    /// As decimal digits with at most `places` after the point, rounded half
    /// away from zero, without trailing zeros.
    #[must_use]
    pub fn to_decimal(&self, places: usize) -> String {
        let scale = UBig::from(10u8).pow(places);
        let own = self.to_big();
        let numerator = own.numerator().unsigned_abs() * &scale * UBig::from(2u8);
        let denominator = own.denominator();
        let rounded = (numerator + denominator) / (denominator * UBig::from(2u8));
        let digits = format!("{rounded:0>width$}", rounded = rounded.to_string(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let fraction = fraction.trim_end_matches('0');
        let sign = if self.is_negative() && rounded != UBig::ZERO { "-" } else { "" };
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }

    const fn small_one(small: Small) -> Self {
        Self(Fits(small))
    }

    const fn small(&self) -> Option<Small> {
        match &self.0 {
            Fits(own) => Some(*own),
            Big(_) => None,
        }
    }

    fn big(big: RBig) -> Self {
        let parts = || Some((i64::try_from(big.numerator()).ok()?, i64::try_from(big.denominator()).ok()?));
        let small = parts().and_then(|(numerator, denominator)| Small::reduced(numerator, denominator));
        Self(small.map_or_else(|| Big(Box::new(big)), Fits))
    }

    fn to_big(&self) -> RBig {
        match &self.0 {
            Fits(own) => {
                let (numerator, denominator) = own.parts();
                RBig::from_parts(IBig::from(numerator), UBig::from(denominator.unsigned_abs()))
            }
            Big(own) => RBig::clone(own),
        }
    }

    #[cold]
    fn divided(&self, divisor: &Self) -> Self {
        Self::big(self.to_big() / divisor.to_big())
    }
}

impl Default for Number {
    fn default() -> Self {
        Self::ZERO
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Number").field(&self.to_big()).finish()
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Fits(a), Fits(b)) => a.against(*b),
            (Big(a), Big(b)) => a.cmp(b),
            (Fits(_), Big(_)) | (Big(_), Fits(_)) => self.to_big().cmp(&other.to_big()),
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Small::reduced(value, 1).map_or_else(|| Self::big(RBig::from(value)), Self::small_one)
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Self::from(i64::from(value))
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self::from(i64::from(value))
    }
}

impl From<i128> for Number {
    fn from(value: i128) -> Self {
        Self::big(RBig::from(value))
    }
}

impl fmt::Display for Number {
    /// Up to six decimal places.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_decimal(6))
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident, $small:ident) => {
        impl $trait for &Number {
            type Output = Number;
            fn $method(self, other: &Number) -> Number {
                if let (Fits(a), Fits(b)) = (&self.0, &other.0)
                    && let Some(small) = a.$small(*b)
                {
                    return Number(Fits(small));
                }
                Number::big(self.to_big().$method(other.to_big()))
            }
        }
        impl $trait for Number {
            type Output = Number;
            fn $method(self, other: Number) -> Number {
                (&self).$method(&other)
            }
        }
        impl $trait<&Number> for Number {
            type Output = Number;
            fn $method(self, other: &Number) -> Number {
                (&self).$method(other)
            }
        }
    };
}
operator!(Add, add, plus);
operator!(Sub, sub, minus);
operator!(Mul, mul, times);

impl Div for &Number {
    type Output = Number;
    /// # Panics
    /// Where `other` is zero; use [`Number::checked_div`] where it may be.
    fn div(self, other: &Number) -> Number {
        self.checked_div(other).unwrap_or_else(|| self.divided(other))
    }
}

impl Neg for Number {
    type Output = Number;
    fn neg(self) -> Number {
        match self.0 {
            Fits(own) => Number(Fits(own.negated())),
            Big(own) => Number::big(-*own),
        }
    }
}

impl Neg for &Number {
    type Output = Number;
    fn neg(self) -> Number {
        -self.clone()
    }
}

impl Sum for Number {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::ZERO, |sum, number| sum + number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact() {
        assert_eq!(Number::decimal(419, 10), Number::from(4_190_000_000_000_i64));
        assert_eq!(Number::decimal(3485, -2), Number::ratio(697, 20));
        assert_eq!(Number::ratio(1, 3).to_decimal(4), "0.3333");
        assert_eq!(Number::ratio(-2, 3).to_decimal(2), "-0.67");
        assert_eq!(Number::ratio(-1, 1000).to_decimal(2), "0");
        assert_eq!(Number::from(120).to_decimal(2), "120");
    }

    #[test]
    fn dividing_by_zero_is_none() {
        assert_eq!(Number::ONE.checked_div(&Number::ZERO), None);
    }

    /// Small and big numbers are one kind: every operation is as with big ones alone.
    #[test]
    fn where_words_end_nothing_changes() {
        let edges = [0, 1, -1, 2, 3, 10, 1 << 31, i64::MAX, i64::MIN, i64::MAX - 1, i64::MIN + 1];
        let mut numbers = Vec::new();
        for a in edges {
            for b in [1, 2, 3, 7, 1 << 32, (1 << 63) - 1, 1 << 63] {
                numbers.push(Number::ratio(i128::from(a), b));
            }
        }
        numbers.push(Number::ratio(i128::MAX, 3));
        numbers.push(Number::ratio(i128::MIN, 5));
        for a in &numbers {
            assert_eq!(Number::big(a.to_big()), *a);
            assert_eq!(a.floor().to_big(), RBig::from(a.to_big().floor()));
            assert_eq!((-a).to_big(), -a.to_big());
            for b in &numbers {
                assert_eq!((a + b), Number::big(a.to_big() + b.to_big()));
                assert_eq!((a - b), Number::big(a.to_big() - b.to_big()));
                assert_eq!((a * b), Number::big(a.to_big() * b.to_big()));
                assert_eq!(a.cmp(b), a.to_big().cmp(&b.to_big()));
                if !b.is_zero() {
                    assert_eq!((a / b), Number::big(a.to_big() / b.to_big()));
                }
            }
        }
    }
}
