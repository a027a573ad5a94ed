//! Exact numbers: rationals of any size.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Div, Mul, Neg, Sub};

use dashu_base::{Abs, Signed, UnsignedAbs};
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;

/// An exact rational number. Arithmetic never rounds and never overflows; only
/// [`Number::to_f64`] and the printed forms round, and they come last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Number(RBig);

impl Number {
    /// Zero.
    pub const ZERO: Self = Self(RBig::ZERO);
    /// One.
    pub const ONE: Self = Self(RBig::ONE);

    /// `numerator / denominator`. A denominator of zero is taken for one, so
    /// that no input can make the program panic; callers pass constants.
    #[must_use]
    pub fn ratio(numerator: i128, denominator: u128) -> Self {
        Self(RBig::from_parts(IBig::from(numerator), UBig::from(denominator.max(1))))
    }

    /// `mantissa` times ten to the power of `exponent`, exactly.
    /// `exponent` is in -4096..=4096; beyond, it is clamped.
    #[must_use]
    pub fn decimal(mantissa: i128, exponent: i32) -> Self {
        let power = UBig::from(10u8).pow(exponent.unsigned_abs().min(4096) as usize);
        let mantissa = IBig::from(mantissa);
        Self(if exponent >= 0 {
            RBig::from(mantissa * IBig::from(power))
        } else {
            RBig::from_parts(mantissa, power)
        })
    }

    /// The quotient, or `None` where `divisor` is zero.
    #[must_use]
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        (!divisor.is_zero()).then(|| Self(&self.0 / &divisor.0))
    }

    /// Is it zero?
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Is it below zero?
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// Is it a whole number?
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.is_int()
    }

    /// The largest whole number that is not above it.
    #[must_use]
    pub fn floor(&self) -> Self {
        Self(RBig::from(self.0.floor()))
    }

    /// Its distance from zero.
    #[must_use]
    pub fn abs(&self) -> Self {
        Self(self.0.clone().abs())
    }

    /// The nearest binary floating-point number: for printing only.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        self.0.to_f64().value()
    }

    /// The whole number, where it is one and fits.
    #[must_use]
    pub fn to_i64(&self) -> Option<i64> {
        if !self.is_whole() {
            return None;
        }
        i64::try_from(self.0.numerator()).ok()
    }

    /// Numerator and denominator in lowest terms, where both fit.
    #[must_use]
    pub fn to_parts(&self) -> Option<(i64, i64)> {
        Some((i64::try_from(self.0.numerator()).ok()?, i64::try_from(self.0.denominator()).ok()?))
    }

    /// As decimal digits with at most `places` after the point, rounded half
    /// away from zero, without trailing zeros.
    #[must_use]
    pub fn to_decimal(&self, places: usize) -> String {
        let scale = UBig::from(10u8).pow(places);
        let numerator = self.0.numerator().unsigned_abs() * &scale * UBig::from(2u8);
        let denominator = self.0.denominator();
        let rounded = (numerator + denominator) / (denominator * UBig::from(2u8));
        let digits = format!("{rounded:0>width$}", rounded = rounded.to_string(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let fraction = fraction.trim_end_matches('0');
        let sign = if self.is_negative() && rounded != UBig::ZERO { "-" } else { "" };
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(RBig::from(value))
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Self(RBig::from(value))
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self(RBig::from(value))
    }
}

impl From<i128> for Number {
    fn from(value: i128) -> Self {
        Self(RBig::from(value))
    }
}

impl fmt::Display for Number {
    /// Up to six decimal places.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_decimal(6))
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident) => {
        impl $trait for &Number {
            type Output = Number;
            fn $method(self, other: &Number) -> Number {
                Number((&self.0).$method(&other.0))
            }
        }
        impl $trait for Number {
            type Output = Number;
            fn $method(self, other: Number) -> Number {
                Number(self.0.$method(other.0))
            }
        }
        impl $trait<&Number> for Number {
            type Output = Number;
            fn $method(self, other: &Number) -> Number {
                Number(self.0.$method(&other.0))
            }
        }
    };
}
operator!(Add, add);
operator!(Sub, sub);
operator!(Mul, mul);

impl Div for &Number {
    type Output = Number;
    /// # Panics
    /// Where `other` is zero; use [`Number::checked_div`] where it may be.
    fn div(self, other: &Number) -> Number {
        Number(&self.0 / &other.0)
    }
}

impl Neg for Number {
    type Output = Number;
    fn neg(self) -> Number {
        Number(-self.0)
    }
}

impl Neg for &Number {
    type Output = Number;
    fn neg(self) -> Number {
        Number(-self.0.clone())
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
}
