//! The other way round: `Last week the order was reversed`.

use super::*;
use recount_model::{Quantity, Unit};

impl Parser<'_> {
    /// "the order was reversed", "the roles had been reversed": the one who was told to be
    /// behind is ahead.
    pub(super) fn reversed(&mut self) -> bool {
        let start = self.c.at;
        let order = self.c.is(0, words!["the", "their"])
            && self.c.is(1, words!["order", "positions", "roles", "places", "ranking", "picture"]);
        let it = self.c.is(0, words!["it", "things"]);
        if !order && !it {
            return false;
        }
        let look = self.c.skip(if it { 1 } else { 2 });
        let had = usize::from(look.is(0, words!["had"]) && look.is(1, words!["been"]));
        let look = look.skip(had);
        if !look.is(0, words!["was", "were", "is", "are", "been"]) {
            return false;
        }
        let rest = look.skip(1);
        // "By last week it was the other way round."
        let other = rest.are(&["the", "other", "way"]) && rest.is(3, words!["round", "around"]);
        if !(other || order && rest.is(0, words!["reversed", "inverted"])) {
            return false;
        }
        let rest = rest.skip(if other { 4 } else { 1 });
        let object = Np { who: Who::Other, ..Np::carried(self.c.span(start, rest.at)) };
        let value = Quantity::direction(false, Unit::Own);
        let mut outcome = Outcome::one(Act::Compare { object, value, event: false });
        outcome.adjuncts.apart = true;
        outcome.adjuncts.reversed = true;
        let rest = adjuncts(rest, &mut outcome);
        let np = Np::carried(self.c.span(start, start + 1));
        is_stop(rest, 0) && self.accept(start, rest, &np, outcome, Group::PLAIN)
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn the_order_was_reversed() {
        let lead = "In the week of June 15, Alder led Birch.";
        for behind in [
            "Last week the order was reversed.", "The roles were reversed last week.",
            "Last week it was the other way round.",
        ] {
            let read = article(&format!("{lead} {behind}"));
            assert_eq!(read.last().map(String::as_str), Some("Birch was above that of Alder"), "{behind}");
        }
        for text in [
            "Alder processed 4 trillion tokens. Last week the order was reversed.",
            "Alder led Birch last week. The order was reversed.",
            "Alder led Birch last week. Cedar bartered 3 trillion tokens. A week earlier the order was reversed.",
        ] {
            let read = article(text);
            assert!(!read.iter().any(|line| line.contains("Birch was above")), "{text}: {read:?}");
        }
    }
}
