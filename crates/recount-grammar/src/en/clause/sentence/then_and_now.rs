//! The same figure at another time: `3.8 trillion tokens a month ago and 6.2 trillion in June`.

use super::accept::is_when;
use super::*;

impl<'p> Parser<'p> {
    /// "[handled 3.8 trillion tokens a month ago] and 6.2 trillion now": a second level of the
    /// same one, with a time of its own.
    pub(super) fn then_and_now(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let last = match self.items.last() {
            Some(Item::Said(said)) if !said.negated && said.who.who == focus.who => {
                Some(said).filter(|said| said.adjuncts.times.iter().any(is_when))
            }
            _ => None,
        };
        let Some((known, who, of_share)) =
            last.map(|said| (said.act.clone(), said.who.clone(), said.adjuncts.of_share))
        else {
            return false;
        };
        if !matches!(self.c.word_before(), "and" | "but" | "," | ";") {
            return false;
        }
        let Some((rest, phrase)) = figure(skip_adverbs(self.c)) else { return false };
        let Some((rest, act)) = another_of(rest, phrase, known) else { return false };
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.of_share = of_share;
        let now = rest.is(0, words!["now", "today"]);
        let rest = adjuncts(rest.skip(usize::from(now)), &mut outcome);
        let then = outcome.adjuncts.times.iter().any(is_when);
        if then == now || !is_stop(rest, 0) && !rest.is(0, words!["and", "but"]) {
            return false;
        }
        let group = Group { present: now.then_some(true), ..Group::PLAIN };
        let who = Np { span: self.c.span(start, start + 1), ..who };
        self.accept(start, rest, &who, outcome, group)
    }
}

/// A further figure of the same kind: an amount behind an amount, a percentage behind a share.
fn another_of<'p>(rest: Chunks<'p>, phrase: &Phrase<'_>, known: Act) -> Option<(Chunks<'p>, Act)> {
    match (phrase, known) {
        (Phrase::Amount { .. }, Act::Level { .. }) => Some((level::skip_unit(rest), level_of(phrase)?)),
        (Phrase::Percent(value), Act::Share { whole, top, .. }) => {
            Some((rest, Act::Share { value: value.clone(), whole, top }))
        }
        _ => None,
    }
}

impl<'p> Parser<'p> {
    /// "[it had processed 610 billion], and in the week before that 580 billion": a second figure of the same
    /// one, behind a time of its own.
    pub(super) fn figure_then(&mut self) -> bool {
        let start = self.c.at;
        let [.., Item::Said(last), Item::Time(time)] = self.items.as_slice() else { return false };
        let timed = last.adjuncts.times.iter().any(is_when)
            || self.items.iter().take(self.items.len() - 2).any(|item| matches!(item, Item::Time(_)));
        if !timed || !is_when(time) || last.negated || last.mood != self.mood || self.unread.is_some() {
            return false;
        }
        let (mut who, act, of_share) = (last.who.clone(), last.act.clone(), last.adjuncts.of_share);
        let Some((rest, phrase)) = figure(skip_adverbs(self.c)) else { return false };
        let Some((rest, act)) = another_of(rest, phrase, act) else { return false };
        if !(is_stop(rest, 0) || rest.is(0, words!["and"])) {
            return false;
        }
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.of_share = of_share;
        who.span = self.c.span(start, start + 1);
        self.accept(start, rest, &who, outcome, Group::PLAIN)
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn each_figure_has_its_time() {
        let two: &[&str] = &[
            "In the week of 8 June 2026, Alder was 3.8 trillion tokens",
            "In the week of 15 June 2026, Alder was 6.2 trillion tokens",
        ];
        assert_read(&[
            (
                "Alder handled 3.8 trillion tokens in the week of June 8 and 6.2 trillion in the week of June 15.",
                two,
            ),
            (
                "Alder handled 3.8 trillion tokens in the week of June 8 but 6.2 trillion in the week of June 15.",
                two,
            ),
        ]);
        assert_read(&[(
            "Alder handled 3.8 trillion tokens in the week of June 8 and 6.2 trillion elsewhere.",
            &["In the week of 8 June 2026, Alder was 3.8 trillion tokens", "?"],
        )]);
    }
}
