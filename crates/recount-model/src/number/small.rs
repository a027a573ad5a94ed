//! Fractions of machine words. What does not fit is `None`.

use std::cmp::Ordering;

/// A fraction in lowest terms. Neither part is the least number that a word
/// holds, so that turning a sign or a fraction round always fits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Small {
    numerator: i64,
    /// Above zero.
    denominator: i64,
}

impl Small {
    pub(super) const ZERO: Self = Self { numerator: 0, denominator: 1 };
    pub(super) const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// A fraction that is in lowest terms already.
    pub(super) const fn reduced(numerator: i64, denominator: i64) -> Option<Self> {
        match numerator == i64::MIN {
            true => None,
            false => Some(Self { numerator, denominator }),
        }
    }

    /// A fraction in any terms, with a denominator above zero.
    pub(super) fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        let shared = common(denominator, numerator);
        Self::reduced(numerator / shared, denominator / shared)
    }

    /// Numerator and denominator.
    pub(super) const fn parts(self) -> (i64, i64) {
        (self.numerator, self.denominator)
    }

    pub(super) const fn is_zero(self) -> bool {
        self.numerator == 0
    }

    pub(super) const fn is_negative(self) -> bool {
        self.numerator < 0
    }

    pub(super) const fn is_whole(self) -> bool {
        self.denominator == 1
    }

    pub(super) const fn floor(self) -> Self {
        Self { numerator: self.numerator.div_euclid(self.denominator), denominator: 1 }
    }

    pub(super) const fn negated(self) -> Self {
        Self { numerator: -self.numerator, denominator: self.denominator }
    }

    /// `None` for zero.
    pub(super) const fn inverse(self) -> Option<Self> {
        match self.numerator {
            0 => None,
            1.. => Some(Self { numerator: self.denominator, denominator: self.numerator }),
            _ => Some(Self { numerator: -self.denominator, denominator: -self.numerator }),
        }
    }

    pub(super) fn against(self, other: Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        product(self.numerator, other.denominator).cmp(&product(other.numerator, self.denominator))
    }

    /// The sum. Only what the denominators have in common can be common to the
    /// sum's numerator and denominator (D. E. Knuth, "The Art of Computer
    /// Programming", volume 2, 4.5.1).
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        if self.denominator == 1 && other.denominator == 1 {
            return Self::reduced(self.numerator.checked_add(other.numerator)?, 1);
        }
        if self.is_zero() {
            return Some(other);
        }
        if other.is_zero() {
            return Some(self);
        }
        let shared = common(self.denominator, other.denominator);
        let (own, theirs) = (self.denominator / shared, other.denominator / shared);
        let sum = product(self.numerator, theirs) + product(other.numerator, own);
        let (numerator, more) = match i64::try_from(sum) {
            Ok(sum) => {
                let more = common(shared, sum);
                (sum / more, more)
            }
            Err(_) => {
                let more = common(shared, i64::try_from(sum % i128::from(shared)).ok()?);
                (i64::try_from(sum / i128::from(more)).ok()?, more)
            }
        };
        let denominator = own.checked_mul(other.denominator / more)?;
        Self::reduced(numerator, denominator)
    }

    pub(super) fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        if self.denominator == 1 && other.denominator == 1 {
            return Self::reduced(self.numerator.checked_mul(other.numerator)?, 1);
        }
        let (first, second) =
            (common(other.denominator, self.numerator), common(self.denominator, other.numerator));
        let numerator = (self.numerator / first).checked_mul(other.numerator / second)?;
        let denominator = (self.denominator / second).checked_mul(other.denominator / first)?;
        Self::reduced(numerator, denominator)
    }
}

fn product(a: i64, b: i64) -> i128 {
    i128::from(a) * i128::from(b)
}

/// The greatest common divisor of a number above zero and another one.
fn common(above: i64, other: i64) -> i64 {
    let (mut a, mut b) = (above.unsigned_abs(), other.unsigned_abs());
    if a == 1 || b == 1 {
        return 1;
    }
    while b != 0 {
        (a, b) = (b, a % b);
    }
    // It divides `above`, which fits.
    i64::try_from(a).unwrap_or(1)
}
