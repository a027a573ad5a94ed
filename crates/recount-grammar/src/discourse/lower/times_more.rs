//! "Three times more than X": three times as much, or so much on top of it.

use recount_model::{Decimal, Figure, Number, Quantity, Unit};

use crate::en::clause::{Act, Said};

/// "Three times more than X": four times as much, where the words are taken so.
pub(super) fn on_top(said: &Said) -> Option<Act> {
    let more = |value: &Quantity| {
        let figure = match &value.figure {
            Figure::Multiple(times) => Figure::Multiple(times.clone() + Number::ONE),
            Figure::Decimal(decimal) => {
                let one = 10_i128.checked_pow(u32::try_from(-decimal.exponent).ok()?)?;
                Figure::Decimal(Decimal { mantissa: decimal.mantissa.checked_add(one)?, ..*decimal })
            }
            _ => return None,
        };
        (value.unit == Unit::Ratio).then(|| Quantity { figure, ..value.clone() })
    };
    match &said.act {
        _ if !said.adjuncts.times_more => None,
        Act::Compare { object, value, event } => {
            Some(Act::Compare { object: object.clone(), value: more(value)?, event: *event })
        }
        Act::Change { value } => Some(Act::Change { value: more(value)? }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::readings;

    #[test]
    fn so_many_times_more_may_be_one_more() {
        for (sentence, other) in [
            ("Alder processed three times more tokens than Birch last week.", "4 times"),
            ("Alder's volume was four times larger than Birch's last week.", "5 times"),
            ("Alder's volume was three times higher than a year ago.", "4 times"),
            ("Alder processed 1.5 times more tokens than Birch last week.", "2.5 times"),
        ] {
            let others = readings(sentence);
            assert!(others.len() == 1 && others[0].contains(other), "{sentence}: {others:?}");
        }
    }

    #[test]
    fn so_many_times_as_much_is_just_that() {
        for sentence in [
            "Alder processed three times as many tokens as Birch last week.",
            "Alder's volume was four times that of Birch last week.",
            "Alder processed more than three times the volume of Birch last week.",
            "Alder processed 20% more tokens than Birch last week.",
        ] {
            assert_eq!(readings(sentence), [""; 0], "{sentence}");
        }
    }
}
