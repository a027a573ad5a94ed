//! Whose figure it is, behind the verb: `admissions fell 6 % in X but rose 9 %
//! in Y, and 2 % in Z`.

use super::*;
use crate::en::clause::predicate::directed;
use crate::en::phrase::place::Place;

/// Prepositions before the place, or the one, that something is counted of.
const PLACES: &[&str] = &["in", "at", "on", "for", "across", "among"];

impl<'p> Parser<'p> {
    /// A subject that is only what is counted, "admissions", and its owner
    /// behind the predicate. Not where the subject has an owner of its own:
    /// "its admissions fell in X".
    pub(super) fn located(&mut self, rest: Chunks<'p>, np: Np, outcome: &mut Outcome) -> (Chunks<'p>, Np) {
        let owned = self.c.is(0, &["its", "their", "whose", "his", "her", "our"]);
        let counted = matches!(np.about, About::Metric(_)) && np.who == Who::Carried && !np.share && !owned;
        self.located = None;
        let Some((after, owner)) = counted.then(|| place(rest)).flatten() else {
            return (rest, np);
        };
        self.located = Some(np.about);
        (adjuncts(after, outcome), Np { about: np.about, ..owner })
    }

    /// "No. 2 last week: X", "first: X": a place before the one who has it.
    pub(super) fn label(&mut self) -> bool {
        let fresh = self.items.iter().all(|item| matches!(item, Item::Time(_)));
        if !fresh
            || self.unread.is_some()
            || !(self.c.at == 0 || is_stop(Chunks { at: self.c.at - 1, ..self.c }, 0))
        {
            return false;
        }
        let start = self.c.at;
        let Some((mut rest, place @ Place::At(_))) = rank::place(self.c) else { return false };
        let mut outcome = Outcome::one(Act::Rank { place, movement: None, among: None });
        while let Some(Phrase::Time(time)) = rest.phrase(0) {
            outcome.adjuncts.times.push(time.clone());
            rest = rest.skip(1);
        }
        if !rest.is(0, &[":"]) {
            return false;
        }
        let Some((after, np)) = noun_phrase(rest.skip(1)) else { return false };
        let one = matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing;
        one && self.accept(start, after, &np, outcome, Group::PLAIN)
    }

    /// "but rose 9 % in Y", "8 % in Y and 1 % in Z": the same figure of others.
    pub(super) fn elsewhere(&mut self) -> bool {
        let Some(about) = self.located else { return false };
        let start = self.c.at;
        let Some(focus) = self.focus.clone() else { return false };
        let read = match finite(skip_adverbs(self.c), &focus) {
            Some((rest, found)) => {
                let negated = found.group.negated != found.outcome.negated;
                Some((rest, found.outcome, negated))
            }
            None => self.same_figure().map(|(rest, outcome)| (rest, outcome, false)),
        };
        let Some((rest, mut outcome, negated)) = read else { return false };
        let Some((rest, owner)) = place(rest) else { return false };
        let rest = adjuncts(rest, &mut outcome);
        outcome.negated = false;
        let np = Np { about, ..owner };
        self.accept(start, rest, &np, outcome, Group { negated, ..Group::PLAIN })
    }

    /// A figure without a verb: as the last one.
    fn same_figure(&self) -> Option<(Chunks<'p>, Outcome)> {
        let (rest, phrase) = figure(self.c)?;
        let Some(Item::Said(last)) = self.items.last() else { return None };
        let act = match (&last.act, phrase) {
            (Act::Change { value: old }, Phrase::Percent(value)) => {
                Act::Change { value: directed(value, old.falling) }
            }
            (Act::Level { .. }, Phrase::Amount { .. }) => level_of(phrase)?,
            _ => return None,
        };
        Some((rest, Outcome::one(act)))
    }
}

/// "in X": a name behind a preposition of place.
fn place(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    if !c.is(0, PLACES) {
        return None;
    }
    let (rest, np) = noun_phrase(c.skip(1))?;
    (np.is_named() && np.about == About::Nothing && !np.share).then_some((rest, np))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn the_owner_may_stand_behind_the_verb() {
        assert_read(&[
            ("Call volume fell 6% in the south last week.", &["the south fell by 6 percent"]),
            (
                "Call volume fell 6% in the south last week but rose 9% in the north.",
                &["the south fell by 6 percent", "the north rose by 9 percent"],
            ),
            (
                "Token usage rose 6% at Alder last week, 8% at Birch and 1% at Cedar.",
                &["Alder rose by 6 percent", "Birch rose by 8 percent", "Cedar rose by 1 percent"],
            ),
        ]);
    }

    #[test]
    fn what_stands_in_front_shares_the_time_of_the_clause() {
        assert_read(&[(
            "Surging 8% to 4.2 trillion tokens, Alder ranked first in the week of June 8.",
            &[
                "In the week of 8 June 2026, Alder rose by 8 percent from the week of 1 June 2026",
                "In the week of 8 June 2026, Alder was 4.2 trillion tokens",
                "In the week of 8 June 2026, Alder ranked number 1 by call volume",
            ],
        )]);
    }

    #[test]
    fn an_owner_before_it_stays() {
        assert_listed(&["Alder's call volume fell 6% in the south last week."]);
    }
}
