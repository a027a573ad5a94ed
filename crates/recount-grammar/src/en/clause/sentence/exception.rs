//! Who it was instead: `four of the top five were southern, the exception being X in fourth place`,
//! `X was not first: that was Y`.

use super::*;
use crate::en::phrase::place::Place;

impl Parser<'_> {
    /// Of whom a relative clause, an exception or a correction speaks.
    pub(super) fn told_of_another(&mut self) -> bool {
        self.led_object() || self.exception() || self.that_was()
    }

    /// ", the only exception being X [in fourth place]": X is in the top n as well.
    pub(super) fn exception(&mut self) -> bool {
        let start = self.c.at;
        let the = usize::from(self.c.is(0, words!["the"]));
        let only = usize::from(self.c.is(the, words!["only", "sole", "lone", "one", "single"]));
        if !self.c.is(the + only, words!["exception", "outlier", "interloper"]) {
            return false;
        }
        let (top, among) = match self.items.last() {
            Some(Item::Said(said)) if !said.negated && said.mood == Mood::Plain => match &said.act {
                Act::Top { top, count, among: None } => (*top, count.clone()),
                _ => return false,
            },
            _ => return false,
        };
        let one_less = recount_model::Quantity::whole(top.saturating_sub(1), recount_model::Unit::Count);
        let look = self.c.skip(the + only + 1);
        let joined = look.is(0, words!["being", "was", "is", ",", ":", "—"]);
        let Some((rest, np)) = joined.then(|| noun_phrase(look.skip(1))).flatten() else { return false };
        let one = matches!(&np.who, Who::Named(names) if names.len() == 1)
            && np.about == About::Nothing
            && among.figure == one_less.figure;
        let (rest, place) = match rank::at_place(rest) {
            Some((after, place @ Place::At(k))) if k <= top => (after, place),
            _ => (rest, Place::Top(top)),
        };
        let mut outcome = Outcome::one(Act::Rank { place, movement: None, among: None });
        let rest = adjuncts(rest, &mut outcome);
        one && is_stop(rest, 0) && self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "X was not first last week: that was Y[, with 4 trillion tokens]": Y was.
    pub(super) fn that_was(&mut self) -> bool {
        let start = self.c.at;
        let verb = self.c.is(0, words!["that", "it"]) && self.c.is(1, words!["was", "is"]);
        if !verb || !matches!(self.c.word_before(), ":" | ";" | "—" | "–" | "," | "-") {
            return false;
        }
        let (act, adjuncts_then) = match self.items.last() {
            Some(Item::Said(said)) if said.negated && !said.no_longer && said.mood == Mood::Plain => {
                match &said.act {
                    Act::Rank { place: place @ Place::At(_), movement: None, among } => {
                        let act = Act::Rank { place: *place, movement: None, among: among.clone() };
                        (act, said.adjuncts.times.clone())
                    }
                    _ => return false,
                }
            }
            _ => return false,
        };
        let Some((rest, np)) = noun_phrase(self.c.skip(2)) else { return false };
        let one = matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing;
        if !one || !is_stop(rest, 0) {
            return false;
        }
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.times = adjuncts_then;
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn who_it_was_instead() {
        let four = "the south held 4 of the top 5 places by call volume";
        assert_read(&[
            (
                "Four of the top five models were southern, the only exception being Alder in fourth place.",
                &[four, "Alder ranked number 4 by call volume"],
            ),
            (
                "Four of the top five models were southern, the exception being Alder.",
                &[four, "Alder was in the top 5 by call volume"],
            ),
            (
                "Alder was not first last week: that was Birch, with 4.4 trillion tokens.",
                &[
                    "Alder did not rank number 1 by call volume",
                    "Birch ranked number 1 by call volume",
                    "Birch was 4.4 trillion tokens",
                ],
            ),
        ]);
        assert_listed(&["The only exception was Alder in fourth place."]);
    }
}
