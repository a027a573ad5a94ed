//! What is left of "8 % more than in the week before" where it was said of another one just now: `X got 4 % more requests than the week
//! before, and Y 3 % fewer`, `… and 3 % fewer to Y`, `X received 6 % more tokens, but 2 % fewer requests`.

use super::tails::owner;
use super::*;
use crate::en::clause::predicate::directed;
use crate::en::phrase::{subjects, units};

impl<'p> Parser<'p> {
    /// "[Y] 3 % fewer": the change of another one, against the same week.
    pub(super) fn by_more(&self, c: Chunks<'p>) -> Option<(Chunks<'p>, Outcome)> {
        let (rest, outcome, metric) = self.so_much_more(c)?;
        (metric.is_none() && is_stop(rest, 0)).then_some((rest, outcome))
    }

    /// "3 % fewer to Y", "2 % fewer requests".
    pub(super) fn more_of_another(&mut self) -> bool {
        if !matches!(self.c.word_before(), "and" | "but" | "," | "while") {
            return false;
        }
        let start = self.c.at;
        let Some((rest, outcome, metric)) = self.so_much_more(skip_adverbs(self.c)) else { return false };
        let (behind, np) = owner(rest, &["to", "through", "via", "on"]);
        let Some(focus) = self.focus.clone() else { return false };
        match (np, metric) {
            (Some(np), None) if is_stop(behind, 0) => {
                let np = Np { about: focus.about, ..np };
                self.accept(start, behind, &np, outcome, Group::PLAIN)
            }
            (None, Some(metric)) if is_stop(rest, 0) => {
                let np = Np { about: About::Metric(metric), ..focus };
                self.accept(start, rest, &np, outcome, Group::PLAIN)
            }
            _ => false,
        }
    }

    fn so_much_more(&self, c: Chunks<'p>) -> Option<(Chunks<'p>, Outcome, Option<recount_model::MetricId>)> {
        let (rest, Phrase::Percent(value)) = figure(c)? else { return None };
        let falling = match rest.word(0) {
            "more" | "higher" => false,
            "fewer" | "less" | "lower" => true,
            _ => return None,
        };
        let Some(Item::Said(last)) = self.items.last() else { return None };
        let known = matches!(&last.act, Act::Change { value } if !value.is_direction());
        let rest = rest.skip(1);
        let metric = match rest.phrase(0) {
            Some(Phrase::Name(names)) if subjects(names).next().is_none() => units(names).first().copied(),
            _ => None,
        };
        let rest = rest.skip(usize::from(metric.is_some()));
        if !known || last.negated || last.adjuncts.weeks.is_some() {
            return None;
        }
        let mut outcome = Outcome::one(Act::Change { value: directed(value, falling) });
        let bases = last.adjuncts.times.iter();
        outcome.adjuncts.times.extend(bases.cloned());
        outcome.adjuncts.about = last.adjuncts.about;
        outcome.adjuncts.counted.clone_from(&last.adjuncts.counted);
        Some((rest, outcome, metric))
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn another_one_by_so_much() {
        assert_read(&[(
            "Alder got 4% more tokens last week than the week before, and Birch 3% fewer.",
            &["Alder rose by 4 percent", "Birch fell by 3 percent"],
        )]);
    }
}
