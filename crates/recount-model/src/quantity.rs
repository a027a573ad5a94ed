//! A quantity as it is written, and the interval that the writing means.
//!
//! [`Quantity::written`] and [`Quantity::admissible`] are the table of
//! section 3 of the design, and the only place where it stands in code.

use crate::interval::{Bound, Interval};
use crate::number::Number;
use crate::unit::Unit;
use crate::verdict::Flag;

/// A number with the precision of its writing: `mantissa` × 10^`exponent`,
/// where the last digit of `mantissa` is the last digit that was written.
/// `4.19 trillion` is 419 × 10^10, `4.0` is 40 × 10^-1, `600 million` is
/// 600 × 10^6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The digits, sign included.
    pub mantissa: i128,
    /// The power of ten of the last digit.
    pub exponent: i32,
}

impl Decimal {
    /// The value.
    #[must_use]
    pub fn value(self) -> Number {
        Number::decimal(self.mantissa, self.exponent)
    }

    /// *u*: the worth of the last written digit.
    #[must_use]
    pub fn last_digit(self) -> Number {
        Number::decimal(1, self.exponent)
    }

    /// *r*: the worth of the last written digit that is not zero; *u* for zero.
    #[must_use]
    pub fn last_nonzero_digit(self) -> Number {
        let mut rest = self.mantissa;
        let mut exponent = self.exponent;
        while rest != 0 && rest % 10 == 0 {
            rest /= 10;
            exponent += 1;
        }
        Number::decimal(1, if rest == 0 { self.exponent } else { exponent })
    }
}

/// The words around a number that shift what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Hedge {
    /// No hedge: rounded to the last written digit.
    #[default]
    Bare,
    /// "exactly".
    Exactly,
    /// "about", "around", "roughly", "some", "approximately", "~", "or so".
    About,
    /// "nearly", "almost", "close to", "just under", "approaching".
    Nearly,
    /// "just over", "slightly more than", "a bit over".
    JustOver,
    /// "more than", "over", "above", "exceeding", "topping", "+".
    MoreThan,
    /// "at least", "no fewer than", "a minimum of".
    AtLeast,
    /// "less than", "under", "below".
    LessThan,
    /// "at most", "no more than".
    AtMost,
    /// "up to", "as many as": weak, exceeding it only understates.
    UpTo,
    /// "as little as", "as few as": weak, falling short of it only understates.
    DownTo,
}

/// The number inside a quantity, in the form in which it is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Digits, or number words: `4.19 trillion`, `34.9`, `nine`.
    Decimal(Decimal),
    /// `between a and b`, `a–b`, `from a to b`: never averaged.
    Range {
        /// The smaller end.
        low: Decimal,
        /// The larger end.
        high: Decimal,
    },
    /// `doubled`, `threefold`, `five times` in words or whole numbers; `halved`
    /// is one half. A written decimal ("1.81 times") is a [`Figure::Decimal`],
    /// a part ("half as much") a [`Figure::Fraction`] of one.
    Multiple(Number),
    /// A fraction in words of a whole: `a third` is 1/3 of 100 percent, `half a
    /// trillion` 1/2 of 10^12.
    Fraction {
        /// The fraction.
        part: Number,
        /// What it is a fraction of, in the quantity's unit.
        whole: Number,
    },
    /// `flat`, `little changed`: between one percent down and one percent up.
    Flat,
    /// A direction alone ("rose", "ahead of"): above zero.
    Any,
    /// Bounds given as they are, in a claim by hand.
    Within(Interval),
}

/// What a text says of one number: the figure, its hedge, its unit, and
/// whether it counts downwards ("fell 8 %" is −8 %).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// The words around the number.
    pub hedge: Hedge,
    /// The number.
    pub figure: Figure,
    /// Does it count downwards? Then every interval is mirrored at zero.
    pub falling: bool,
    /// What the number counts.
    pub unit: Unit,
}

impl Quantity {
    /// A bare figure that counts upwards.
    #[must_use]
    pub const fn bare(figure: Figure, unit: Unit) -> Self {
        Self { hedge: Hedge::Bare, figure, falling: false, unit }
    }

    /// A direction alone: above zero, or below it.
    #[must_use]
    pub const fn direction(falling: bool, unit: Unit) -> Self {
        Self { hedge: Hedge::Bare, figure: Figure::Any, falling, unit }
    }

    /// A whole number: a rank or a count.
    #[must_use]
    pub fn whole(value: u32, unit: Unit) -> Self {
        let decimal = Decimal { mantissa: i128::from(value), exponent: 0 };
        Self::bare(Figure::Decimal(decimal), unit)
    }

    /// Ranks 1 to `last`.
    #[must_use]
    pub fn top(last: u32) -> Self {
        Self::places(1, last)
    }

    /// Ranks `first` to `last`.
    #[must_use]
    pub fn places(first: u32, last: u32) -> Self {
        let within = Interval::closed(Number::from(first), Number::from(last));
        Self::bare(Figure::Within(within), Unit::Rank)
    }

    /// Does it say a direction and no number?
    #[must_use]
    pub const fn is_direction(&self) -> bool {
        matches!(self.figure, Figure::Any)
    }

    /// Does it say by how much: in percent, points or the metric's unit, and neither a factor, a direction, a
    /// bound nor "little changed"?
    #[must_use]
    pub fn is_measured(&self) -> bool {
        let written = self.written();
        let bounded = written.low.is_some() && written.high.is_some();
        let by = matches!(self.unit, Unit::Own | Unit::Percent | Unit::Point);
        by && bounded && !matches!(self.figure, Figure::Any | Figure::Flat)
    }

    /// The interval that the writing means.
    #[must_use]
    pub fn written(&self) -> Interval {
        self.oriented(self.upward().written)
    }

    /// The written interval, widened by truncation (a true 34.97 printed as
    /// 34.9) and by what only understates. A claim is refuted only where this
    /// one and the data have nothing in common.
    #[must_use]
    pub fn admissible(&self) -> Interval {
        self.oriented(self.upward().admissible)
    }

    /// The flag for a value that is admissible but not written.
    #[must_use]
    pub const fn slack(&self) -> Flag {
        match self.hedge {
            Hedge::Nearly | Hedge::UpTo | Hedge::DownTo => Flag::Understated,
            _ => Flag::Truncated,
        }
    }

    fn oriented(&self, interval: Interval) -> Interval {
        // "Nearly halved": the hedge of a fall stops short on the other side of the factor.
        if let (Figure::Multiple(factor), true) = (&self.figure, self.falling) {
            let turned = |bound: Bound| Bound { value: factor + factor - &bound.value, ..bound };
            return Interval { low: interval.high.map(turned), high: interval.low.map(turned) };
        }
        let negative = matches!(&self.figure, Figure::Decimal(d) if d.mantissa < 0);
        if self.falling != negative { interval.mirrored() } else { interval }
    }

    /// Both intervals, for the size of the figure.
    fn upward(&self) -> Meaning {
        let discrete = matches!(self.unit, Unit::Rank | Unit::Count);
        match &self.figure {
            Figure::Decimal(decimal) => {
                let size = Decimal { mantissa: decimal.mantissa.abs(), ..*decimal };
                let (value, unit) = (size.value(), size.last_digit());
                let half = &unit * &Number::ratio(1, 2);
                let rest = if discrete { Number::ZERO } else { half };
                let truncated = if discrete { Number::ZERO } else { unit };
                // "177,000" of a true 176,600: its zeros may stand for the rest.
                let round = if discrete { None } else { round_number(size) };
                let (below, above) = match round {
                    Some(half) => (half.clone(), half),
                    None => (rest.clone(), truncated),
                };
                let spread = size.last_nonzero_digit() * Number::ratio(1, 2);
                self.hedged(&value, &spread).unwrap_or_else(|| Meaning {
                    written: Interval::closed(&value - &rest, &value + &rest),
                    admissible: Interval::closed(&value - &below, &value + &above),
                })
            }
            Figure::Range { low, high } => {
                let half = Number::ratio(1, 2);
                let start = low.value() - low.last_digit() * half.clone();
                let end = high.value() + high.last_digit() * half;
                if discrete {
                    return Meaning::same(Interval::closed(low.value(), high.value()));
                }
                Meaning {
                    written: Interval::closed(start.clone(), end),
                    admissible: Interval::closed(start, high.value() + high.last_digit()),
                }
            }
            Figure::Multiple(factor) => {
                let spread = Number::ratio(1, 2);
                let spread = if factor.is_whole() { spread } else { Number::ZERO };
                self.hedged(factor, &spread).unwrap_or_else(|| {
                    let low = factor * &Number::ratio(19, 20);
                    Meaning::same(Interval::closed(low, factor * &Number::ratio(21, 20)))
                })
            }
            Figure::Fraction { part, whole } => {
                let value = part * whole;
                let point = whole * &Number::ratio(1, 100);
                self.hedged(&value, &point)
                    .unwrap_or_else(|| Meaning::same(Interval::closed(&value - &point, &value + &point)))
            }
            Figure::Flat => Meaning::same(Interval::closed(Number::from(-1), Number::ONE)),
            Figure::Any => Meaning::same(Interval::above(Number::ZERO)),
            Figure::Within(interval) => Meaning::same(interval.clone()),
        }
    }

    /// What the hedge makes of `value`; `None` without a hedge. `spread` is
    /// r/2, half the worth of the last digit that is not zero.
    fn hedged(&self, value: &Number, spread: &Number) -> Option<Meaning> {
        if self.hedge == Hedge::Bare {
            return None;
        }
        let h = spread.clone().max(value * &Number::ratio(1, 20));
        let v = value.clone();
        let from_below = Some(Bound::closed(value - &h));
        Some(match self.hedge {
            Hedge::Bare => return None,
            Hedge::Exactly => Meaning::same(Interval::point(v)),
            Hedge::About => Meaning::same(Interval::closed(value - &h, value + &h)),
            Hedge::Nearly => Meaning {
                written: Interval { low: from_below.clone(), high: Some(Bound::open(v)) },
                admissible: Interval { low: from_below, high: None },
            },
            Hedge::JustOver => {
                Meaning::same(Interval { low: Some(Bound::open(v)), high: Some(Bound::closed(value + &h)) })
            }
            Hedge::MoreThan => Meaning::same(Interval::above(v)),
            Hedge::AtLeast => Meaning::same(Interval::at_least(v)),
            Hedge::LessThan => Meaning::same(Interval::below(v)),
            Hedge::AtMost => Meaning::same(Interval::at_most(v)),
            Hedge::UpTo => Meaning { written: Interval::at_most(v), admissible: Interval::ALL },
            Hedge::DownTo => Meaning { written: Interval::at_least(v), admissible: Interval::ALL },
        })
    }
}

struct Meaning {
    written: Interval,
    admissible: Interval,
}

impl Meaning {
    fn same(interval: Interval) -> Self {
        Self { written: interval.clone(), admissible: interval }
    }
}

/// Half of what the zeros at the end of a whole number may stand for: of
/// hundreds or thousands, "1,200" and "177,000"; `None` where it has none.
fn round_number(size: Decimal) -> Option<Number> {
    if size.exponent != 0 || size.mantissa < 1000 {
        return None;
    }
    let zeros = [1000, 100].into_iter().find(|power| size.mantissa % power == 0)?;
    Some(Number::ratio(zeros, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(mantissa: i128, exponent: i32) -> Figure {
        Figure::Decimal(Decimal { mantissa, exponent })
    }

    fn tokens(hedge: Hedge, mantissa: i128, exponent: i32) -> Quantity {
        Quantity { hedge, figure: decimal(mantissa, exponent), falling: false, unit: Unit::Own }
    }

    fn n(mantissa: i128, exponent: i32) -> Number {
        Number::decimal(mantissa, exponent)
    }

    #[test]
    fn the_hedge_of_a_fall_by_a_factor_shifts_downwards() {
        let half = || Figure::Multiple(Number::ratio(1, 2));
        let halved = |hedge| Quantity { hedge, falling: true, ..Quantity::bare(half(), Unit::Ratio) };
        let open = |value| Some(Bound::open(value));
        let more = halved(Hedge::MoreThan).written();
        assert_eq!(more, Interval { low: None, high: open(Number::ratio(1, 2)) });
        let nearly = halved(Hedge::Nearly);
        let high = Some(Bound::closed(Number::ratio(21, 40)));
        assert_eq!(nearly.written(), Interval { low: open(Number::ratio(1, 2)), high: high.clone() });
        // A fall by more than half only goes beyond what was said.
        assert_eq!(nearly.admissible(), Interval { low: None, high });
    }

    #[test]
    fn a_bare_number_is_rounded_to_its_last_digit_and_may_be_truncated() {
        let q = tokens(Hedge::Bare, 419, 10);
        assert_eq!(q.written(), Interval::closed(n(4185, 9), n(4195, 9)));
        assert_eq!(q.admissible(), Interval::closed(n(4185, 9), n(42, 11)));
    }

    #[test]
    fn a_fall_is_the_mirrored_rise() {
        let q = Quantity { falling: true, ..Quantity::bare(decimal(2622, -2), Unit::Percent) };
        assert_eq!(q.written(), Interval::closed(n(-26225, -3), n(-26215, -3)));
        assert_eq!(q.admissible(), Interval::closed(n(-2623, -2), n(-26215, -3)));
    }

    #[test]
    fn about_takes_the_wider_of_digit_and_five_percent() {
        let wide = tokens(Hedge::About, 600, 6).written();
        assert_eq!(wide, Interval::closed(n(550, 6), n(650, 6)));
        let narrow = tokens(Hedge::About, 419, 10).written();
        assert_eq!(narrow, Interval::closed(n(39805, 8), n(43995, 8)));
    }

    #[test]
    fn nearly_stays_below_and_above_it_is_understated() {
        let q = tokens(Hedge::Nearly, 5, 12);
        assert!(!q.written().contains(&n(5, 12)));
        assert!(q.written().contains(&n(45, 11)));
        assert!(q.admissible().contains(&n(6, 12)));
        assert_eq!(q.slack(), Flag::Understated);
    }

    #[test]
    fn fractions_spread_by_one_point() {
        let half_a_trillion =
            Quantity::bare(Figure::Fraction { part: Number::ratio(1, 2), whole: n(1, 12) }, Unit::Own);
        assert_eq!(half_a_trillion.written(), Interval::closed(n(49, 10), n(51, 10)));
    }

    #[test]
    fn doubling_spreads_by_five_percent_and_hedges_shift_it() {
        let doubled = Quantity::bare(Figure::Multiple(n(2, 0)), Unit::Ratio);
        assert_eq!(doubled.written(), Interval::closed(n(19, -1), n(21, -1)));
        let more = Quantity { hedge: Hedge::MoreThan, ..doubled };
        assert_eq!(more.written(), Interval::above(n(2, 0)));
        let halved = Quantity::bare(Figure::Multiple(Number::ratio(1, 2)), Unit::Ratio);
        assert_eq!(halved.written(), Interval::closed(n(475, -3), n(525, -3)));
    }

    #[test]
    fn ranks_are_whole() {
        assert_eq!(Quantity::whole(3, Unit::Rank).admissible(), Interval::point(n(3, 0)));
    }
}
