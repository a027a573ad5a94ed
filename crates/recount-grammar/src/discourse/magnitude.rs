//! How large the figures of one sentence are: "above 4 and Birch below 5
//! trillion" leaves the first without its scale; so does an item of a list, whose
//! scale stands in the words before it.

use recount_model::{Decimal, Figure, MetricId, Quantity};

use super::{Discourse, Refusal};
use crate::en::clause::{Act, Item, Said};

/// How far apart two levels of one sentence may be before the smaller one
/// lacks its scale.
const APART: i32 = 6;

/// The power of ten of the largest level of a sentence.
pub(super) fn largest(items: &[Item]) -> i32 {
    let power = |item: &Item| match item {
        Item::Said(said) => level(said).map(power),
        Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
    };
    items.iter().filter_map(power).max().unwrap_or(0)
}

impl Discourse<'_> {
    /// The same with the scale that the words above its list give, if they do.
    pub(super) fn scaled(&self, said: &Said) -> Result<Option<Said>, Refusal> {
        let scaled = self.listed.flatten().and_then(|power| scaled(said, power));
        if lacks_scale(scaled.as_ref().unwrap_or(said), self.largest) {
            return Err(Refusal::unread("a figure whose scale stands elsewhere"));
        }
        Ok(scaled)
    }

    /// "X: 4.19" in a list: trillions, or billions?
    pub(super) fn refuse_no_scale(&self, said: &Said, metric: MetricId) -> Result<(), Refusal> {
        let flow = self.setting.vocabulary.metric(metric).adds_up;
        if self.listed.is_some() && is_of_no_scale(said) && flow {
            return Err(Refusal::unread("a number whose scale is not said"));
        }
        Ok(())
    }
}

/// An amount of a list without a scale or a unit, under words that give the
/// scale: "in trillions:" over "X: 4.19".
fn scaled(said: &Said, power: i32) -> Option<Said> {
    let Act::Level { value, metrics } = &said.act else { return None };
    let up = |decimal: &mut Decimal| decimal.exponent = decimal.exponent.saturating_add(power);
    let mut figure = bare(value, metrics)?;
    match &mut figure {
        Figure::Decimal(decimal) => up(decimal),
        Figure::Range { low, high } => {
            up(low);
            up(high);
        }
        _ => return None,
    }
    let value = Quantity { figure, ..value.clone() };
    Some(Said { act: Act::Level { value, metrics: Vec::new() }, ..said.clone() })
}

/// Is it an amount with decimals that says neither what it counts nor in what
/// scale?
fn is_of_no_scale(said: &Said) -> bool {
    let Act::Level { value, metrics } = &said.act else { return false };
    match bare(value, metrics) {
        Some(Figure::Decimal(decimal)) => decimal.exponent < 0,
        Some(Figure::Range { low, high }) => low.exponent < 0 || high.exponent < 0,
        _ => false,
    }
}

/// The figure of an amount, if neither a scale nor a unit stands behind it.
fn bare(value: &Quantity, metrics: &[MetricId]) -> Option<Figure> {
    let plain = metrics.is_empty()
        && match &value.figure {
            Figure::Decimal(decimal) => decimal.exponent <= 0,
            Figure::Range { low, high } => low.exponent <= 0 && high.exponent <= 0,
            _ => false,
        };
    plain.then(|| value.figure.clone())
}

/// Is it a level without a scale or a unit, beside one that is a million times
/// as large?
fn lacks_scale(said: &Said, largest: i32) -> bool {
    let bare = matches!(&said.act, Act::Level { metrics, .. } if metrics.is_empty());
    bare && level(said).is_some_and(|decimal| decimal.exponent <= 0 && power(decimal) + APART <= largest)
}

fn level(said: &Said) -> Option<Decimal> {
    match &said.act {
        Act::Level { value, .. } => match value.figure {
            Figure::Decimal(decimal) => Some(decimal),
            _ => None,
        },
        _ => None,
    }
}

fn power(decimal: Decimal) -> i32 {
    let digits = decimal.mantissa.unsigned_abs().checked_ilog10().unwrap_or(0);
    i32::try_from(digits).unwrap_or(0).saturating_add(decimal.exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_ten() {
        let decimal = |mantissa, exponent| Decimal { mantissa, exponent };
        assert_eq!(power(decimal(419, -2)), 0);
        assert_eq!(power(decimal(5, 12)), 12);
        assert_eq!(power(decimal(0, 0)), 0);
    }
}
