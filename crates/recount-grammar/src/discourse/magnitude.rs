//! How large the figures of one sentence are: "above 4 and Birch below 5
//! trillion" leaves the first without its scale.

use recount_model::{Decimal, Figure};

use crate::en::clause::{Act, Item, Said};

/// How far apart two levels of one sentence may be before the smaller one
/// lacks its scale.
const APART: i32 = 6;

/// The power of ten of the largest level of a sentence.
pub(super) fn largest(items: &[Item]) -> i32 {
    let power = |item: &Item| match item {
        Item::Said(said) => level(said).map(power),
        Item::Time(_) | Item::Passing(_) | Item::Unread { .. } => None,
    };
    items.iter().filter_map(power).max().unwrap_or(0)
}

/// Is it a level without a scale or a unit, beside one that is a million times
/// as large?
pub(super) fn lacks_scale(said: &Said, largest: i32) -> bool {
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
