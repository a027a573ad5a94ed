//! The figure of the other of two, said without its name: `X moved ahead of Y, processing 4.2
//! trillion tokens against 3.6 trillion`.

use super::*;
use recount_model::Quantity;

impl Parser<'_> {
    /// "against 3.6 trillion" behind a figure of one who was just compared: the other one's.
    pub(super) fn versus_figure(&mut self) -> bool {
        let start = self.c.at;
        let said = || {
            self.items.iter().rev().filter_map(|item| match item {
                Item::Said(said) => Some(said),
                Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
            })
        };
        let Some(own) = said().next() else { return false };
        let Act::Level { value: mine, .. } = &own.act else { return false };
        let other = said().skip(1).take(3).find_map(|said| match &said.act {
            Act::Compare { object, value, .. } if said.who.who == own.who.who && !said.negated => {
                Some((object.clone(), value.falling))
            }
            _ => None,
        });
        let (Some((object, falling)), Some(count)) = (other, versus_words(self.c)) else { return false };
        let Some((rest, phrase @ Phrase::Amount { quantity: theirs, .. })) = figure(self.c.skip(count))
        else {
            return false;
        };
        let rest = level::skip_unit(rest);
        let (smaller, larger) = if falling { (mine, theirs) } else { (theirs, mine) };
        let plain = own.anchor == Anchor::Clause && !own.negated && less(smaller, larger);
        let Some(act) = level_of(phrase).filter(|_| plain && is_stop(rest, 0)) else { return false };
        let focus = self.focus.clone();
        let np = Np { about: About::Nothing, share: false, ..object };
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.times = own.adjuncts.times.clone();
        let read = self.accept(start, rest, &np, outcome, Group::PLAIN);
        if read {
            self.focus = focus;
        }
        read
    }
}

fn less(one: &Quantity, other: &Quantity) -> bool {
    let size = |value: &Quantity| value.written().high.map(|high| high.value);
    matches!((size(one), size(other)), (Some(one), Some(other)) if one < other)
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn the_figure_of_the_other() {
        let ahead = "The north was above that of the south, unlike in the week of 15 June 2026";
        let ahead = ahead.replacen("The", "the", 1);
        let both = [ahead.as_str(), "the north was 4.2 trillion tokens", "the south was 3.6 trillion tokens"];
        assert_read(&[
            (
                "The north moved ahead of its southern rivals last week, processing 4.2 trillion tokens against 3.6 trillion.",
                &both,
            ),
            ("The north overtook the south, with 4.2 trillion tokens against 3.6 trillion.", &both),
            (
                "The north was ahead of the south with 4.2 trillion tokens versus 3.6 trillion.",
                &["the north was above that of the south", both[1], both[2]],
            ),
        ]);
    }

    #[test]
    fn the_other_way_round() {
        let ahead = "the north was above that of the south";
        assert_read(&[(
            "The north was ahead of the south with 3.6 trillion tokens versus 4.2 trillion.",
            &[ahead, "the north was 3.6 trillion tokens", "?"],
        )]);
    }
}
