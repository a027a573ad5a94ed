//! Figures behind what they belong to: `twice as much: 4 trillion`, `0.8 trillion, or 66 %`.

use super::*;
use crate::en::clause::gap::ratio;
use crate::en::phrase::time::{Role, Time};

/// "More than 100 trillion tokens", how much exactly is told behind it.
fn is_bound(said: &Said) -> bool {
    matches!(&said.act, Act::Level { value, .. } if matches!(value.hedge, recount_model::Hedge::MoreThan | recount_model::Hedge::LessThan))
}

impl<'p> Parser<'p> {
    /// "X handled twice as much: 4 trillion tokens": how much that was.
    pub(super) fn figure_behind_colon(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        // "X's share of the total: 43 %".
        if focus.share
            && matches!(self.c.word_before(), ":" | "—" | "–")
            && self.items.iter().all(|item| matches!(item, Item::Time(_)))
            && let Some((rest, Phrase::Percent(value))) = figure(self.c)
        {
            let act = Act::Share { value: value.clone(), whole: None, top: None };
            let mut outcome = Outcome::one(act);
            let rest = adjuncts(rest, &mut outcome);
            return (is_stop(rest, 0) || rest.is(0, words!["("]))
                && self.accept(start, rest, focus, outcome, Group::PLAIN);
        }
        let compared = matches!(self.items.last(), Some(Item::Said(said))
            if (matches!(said.act, Act::Compare { .. } | Act::Record(_) | Act::Rank { .. }) || is_bound(said))
                && said.who.who == focus.who && !said.negated);
        if !compared || !matches!(self.c.word_before(), ":" | "—" | "–") {
            return false;
        }
        let Some((rest, phrase @ Phrase::Amount { .. })) = figure(self.c) else { return false };
        let Some(act) = level_of(phrase) else { return false };
        let mut outcome = Outcome::one(act);
        let rest = adjuncts(level::skip_unit(rest), &mut outcome);
        if !is_stop(rest, 0) && !rest.is(0, JOINS) {
            return false;
        }
        // "The southern total was three times that: 18 trillion": of the same week.
        let np = Np { window: crate::en::clause::Window::Week, ..focus.clone() };
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "X vs. Y: 4.19 trillion to 3.63 trillion tokens": what each of the two had.
    pub(super) fn versus_label(&mut self) -> bool {
        if self.c.at != 0 {
            return false;
        }
        let one =
            |np: &Np| matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing;
        let Some((rest, first)) = noun_phrase(self.c).filter(|(_, np)| one(np)) else { return false };
        if !rest.is(0, words!["vs", "versus", "v", "vs.", "v."]) {
            return false;
        }
        let rest = rest.skip(1 + usize::from(rest.is(1, words!["."])));
        let Some((rest, second)) = noun_phrase(rest).filter(|(_, np)| one(np)) else { return false };
        if !rest.is(0, words![":", "—", "–", "-"]) {
            return false;
        }
        let Some((rest, mine @ Phrase::Amount { .. })) = figure(rest.skip(1)) else { return false };
        let rest = level::skip_unit(rest);
        let count = usize::from(rest.is(0, words!["to", "against", "vs", "versus", "vs."]));
        let Some((rest, theirs @ Phrase::Amount { .. })) = figure(rest.skip(count)).filter(|_| count > 0)
        else {
            return false;
        };
        let (Some(mine), Some(theirs)) = (level_of(mine), level_of(theirs)) else { return false };
        let mut outcome = Outcome::one(mine);
        outcome.pieces.push(Piece { who: Some(second), ..Piece::main(theirs) });
        let rest = adjuncts(level::skip_unit(rest), &mut outcome);
        (rest.is_empty() || is_stop(rest, 0)) && self.accept(0, rest, &first, outcome, Group::PLAIN)
    }

    /// "against 4.5 trillion the week before and a record 5.1 trillion the week before that":
    /// another one of before.
    pub(super) fn another_of_before(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let before = matches!(self.items.last(), Some(Item::Said(said))
            if matches!(said.act, Act::Level { .. } | Act::Record(_)) && said.who.who == focus.who
                && said.anchor == Anchor::Earlier && !said.negated);
        if !before || !matches!(self.c.word_before(), "and" | "," | "after") {
            return false;
        }
        let (rest, pieces) = match change::was(self.c) {
            Some((rest, found)) => match found.pieces() {
                Some(pieces) => (rest, pieces),
                None => return false,
            },
            None => {
                let Some((rest, phrase @ Phrase::Amount { .. })) = figure(self.c) else { return false };
                let (rest, times) = crate::en::clause::adjunct::times(level::skip_unit(rest));
                let past = times.iter().all(|time| matches!(time.role, Role::At | Role::Base));
                let Some(act) = level_of(phrase).filter(|_| past && !times.is_empty()) else { return false };
                let times = times.into_iter().map(|time| Time { role: Role::At, ..time }).collect();
                (rest, vec![Piece { times, anchor: Anchor::Earlier, ..Piece::beside(act) }])
            }
        };
        let outcome = Outcome { pieces, ..Outcome::default() };
        (is_stop(rest, 0) || rest.is(0, words!["and"]))
            && self.accept(start, rest, focus, outcome, Group::PLAIN)
    }

    /// "a quarter of all tokens last week, or 6.8 trillion": the part in an amount.
    pub(super) fn or_amount(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let share = matches!(self.items.last(), Some(Item::Said(said))
            if matches!(said.act, Act::Share { .. }) && said.who.who == focus.who && !said.negated
                && said.anchor == crate::en::clause::Anchor::Clause);
        if self.c.word_before() != "or" || !share {
            return false;
        }
        let Some((rest, phrase @ Phrase::Amount { .. })) = figure(skip_adverbs(self.c)) else { return false };
        let rest = level::skip_unit(rest);
        let Some(act) = level_of(phrase) else { return false };
        let mut outcome = Outcome::one(act);
        let rest = adjuncts(rest, &mut outcome);
        let np = Np { share: false, about: About::Nothing, ..focus.clone() };
        is_stop(rest, 0) && self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "[slid to third after] losing two thirds of its volume": by how much.
    pub(super) fn having_changed(
        &self,
    ) -> Option<(Chunks<'p>, recount_model::Quantity, Vec<crate::en::phrase::time::Time>, Vec<Piece>)> {
        let (rest, group) = verb_group(self.c.skip(1), true)?;
        if group.verb.form != Form::Ing || group.negated || group.passive {
            return None;
        }
        let nobody = Np::carried(self.c.span(self.c.at, self.c.at + 1));
        let (rest, outcome) = change::complement(rest, &nobody, &group)?;
        match outcome.pieces.as_slice() {
            [Piece { act: Act::Change { value }, .. }, to @ ..]
                if to.iter().all(|piece| matches!(piece.act, Act::Level { .. }) && piece.who.is_none()) =>
            {
                Some((rest, value.clone(), outcome.adjuncts.times, to.to_vec()))
            }
            _ => None,
        }
    }

    /// ", with volume down 46 % at 2.05 trillion", ", its volume down 46 %": of the one who is
    /// spoken of.
    pub(super) fn with_volume(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let its = self.c.word_before() == "," && self.c.is(0, words!["its", "their"]) && self.other.is_none();
        // "climbs to third; volume up 19.8 % to 5.31 trillion".
        let bare = matches!(self.c.word_before(), "," | ";" | "—" | "–" | ":") && self.other.is_none();
        if !matches!(self.c.word_before(), "with" | "despite") && !its && !bare {
            return false;
        }
        let Some((rest, np)) = noun_phrase(self.c) else { return false };
        let own = np.who == Who::Carried && np.about != About::Nothing && !np.share;
        let weekly = np.window == crate::en::clause::Window::Week && np.of.is_none();
        let Some((rest, value, times)) = change::adverbial(rest).filter(|_| own && weekly) else {
            return false;
        };
        let mut outcome = Outcome::one(Act::Change { value });
        outcome.adjuncts.times = times;
        let rest = change::to_and_from(rest, &mut outcome).unwrap_or(rest);
        let mut rest = rest;
        if rest.is(0, words!["at"])
            && let Some((after, phrase @ Phrase::Amount { .. })) = figure(rest.skip(1))
        {
            outcome.pieces.extend(level_of(phrase).map(Piece::main));
            rest = level::skip_unit(after);
        }
        let rest = adjuncts(rest, &mut outcome);
        outcome.adjuncts.about = Some(np.about);
        self.accept(start, rest, focus, outcome, Group::PLAIN)
    }

    /// "X in second place did 9.95 trillion": its place, told beside its name.
    pub(super) fn bracket_says(&mut self, c: Chunks<'p>, np: &Np, act: Act) {
        let span = np.span.to(c.span(c.at, c.to));
        self.items.push(Item::Said(Box::new(Said {
            who: np.clone(),
            beside: false,
            act,
            negated: false,
            no_longer: false,
            mood: self.mood,
            adjuncts: Adjuncts::default(),
            anchor: Anchor::Clause,
            span,
        })));
    }

    /// "fell to its lowest since May, 7.6 trillion tokens": how much that was.
    pub(super) fn amount_of_record(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let record = matches!(self.items.last(), Some(Item::Said(said))
            if matches!(said.act, Act::Record(_)) && said.who.who == focus.who && !said.negated);
        if !record || !matches!(self.c.word_before(), "," | "—" | "–" | ":") || self.has_level(focus) {
            return false;
        }
        let Some((rest, phrase @ Phrase::Amount { metrics, .. })) = figure(self.c) else { return false };
        let rest = level::skip_unit(rest);
        let ends = is_stop(rest, 0) || versus_words(rest).is_some();
        let Some(act) = level_of(phrase).filter(|_| ends && !metrics.is_empty()) else { return false };
        self.accept(start, rest, focus, Outcome::one(act), Group::PLAIN)
    }

    /// "gained 0.8 trillion tokens, or 66 %": the same change once more.
    pub(super) fn or_percent(&mut self, focus: &Np) -> bool {
        let start = self.c.at;

        let falling = match self.items.last() {
            Some(Item::Said(said)) if said.who.who == focus.who && !said.negated => match &said.act {
                Act::Change { value } if value.unit == recount_model::Unit::Own => value.falling,
                _ => return false,
            },
            _ => return false,
        };
        let Some((rest, Phrase::Percent(value))) = figure(self.c).filter(|_| self.c.word_before() == "or")
        else {
            return false;
        };
        let ends = is_stop(rest, 0) || rest.is(0, words!["to"]);
        let value = crate::en::clause::predicate::directed(value, falling);
        ends && self.accept(start, rest, focus, Outcome::one(Act::Change { value }), Group::PLAIN)
    }

    /// "up from 13.9 trillion the week before, or 2.8 times as much": against what it was
    /// then.
    pub(super) fn or_times_as_much(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let base = match self.items.last() {
            Some(Item::Said(said)) if said.who.who == focus.who && !said.negated => {
                match (&said.act, said.anchor) {
                    (Act::Level { .. }, Anchor::Earlier | Anchor::Before) => said.adjuncts.times.clone(),
                    _ => return false,
                }
            }
            _ => return false,
        };
        if self.c.word_before() != "or" {
            return false;
        }
        let Some((rest, Phrase::Ratio(value))) = figure(skip_adverbs(self.c)) else { return false };
        if !rest.is(0, words!["as"]) || !rest.is(1, words!["much", "many"]) || !is_stop(rest, 2) {
            return false;
        }
        let mut outcome = Outcome::one(Act::Change { value: value.clone() });
        outcome.adjuncts.times = base.into_iter().map(|time| Time { role: Role::Base, ..time }).collect();
        self.accept(start, rest.skip(2), focus, outcome, Group::PLAIN)
    }

    /// "was 3.2 times that of X, down from 4.4 times a week earlier": how many times it was
    /// then. Without a time it was so in the week before.
    pub(super) fn held_against_ratio(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let last = match self.items.last() {
            Some(Item::Said(said)) if !said.negated && said.who.who == focus.who => said,
            _ => return false,
        };
        let object = match &last.act {
            Act::Compare { object, value, .. } if value.unit == recount_model::Unit::Ratio => object.clone(),
            _ => return false,
        };
        let count = match versus_words(self.c) {
            Some(count) => count,
            None if self.c.is(0, words!["up", "down"]) && self.c.is(1, words!["from"]) => 2,
            None => usize::from(self.c.is(0, words!["after", "from"])),
        };
        let either = last.adjuncts.either;
        let and = count == 0 && matches!(self.c.word_before(), "and" | "but");
        let Some((rest, value)) = ratio::value(self.c.skip(count)).filter(|_| count > 0 || and) else {
            return false;
        };
        let (rest, times) =
            crate::en::clause::adjunct::times(rest.skip(usize::from(
                rest.is(0, words!["in"]) && matches!(rest.phrase(1), Some(Phrase::Time(_))),
            )));
        let anchor = if times.is_empty() { Anchor::Before } else { Anchor::Earlier };
        if and && times.is_empty() {
            return false;
        }
        let times = times.into_iter().map(|time| Time { role: Role::At, ..time }).collect();
        let act = Act::Compare { object, value, event: false };
        let piece = Piece { times, anchor, ..Piece::beside(act) };
        let mut outcome = Outcome { pieces: vec![piece], ..Outcome::default() };
        outcome.adjuncts.either = either;
        is_stop(rest, 0) && self.accept(start, rest, focus, outcome, Group::PLAIN)
    }

    /// "a bit less than the week before (40.4 trillion)": how much it was then.
    pub(super) fn level_of_then(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let before = start.checked_sub(2).and_then(|place| self.c.all.get(place));
        let Some(Chunk { phrase: Phrase::Time(time), .. }) = before else { return false };
        if self.c.word_before() != "(" || time.role != Role::Base {
            return false;
        }
        let Some((rest, phrase @ Phrase::Amount { .. })) = figure(self.c) else { return false };
        let rest = level::skip_unit(rest);
        let Some(act) = level_of(phrase).filter(|_| rest.is(0, words![")"])) else { return false };
        let times = vec![Time { role: Role::At, ..time.clone() }];
        let piece = Piece { times, anchor: Anchor::Earlier, ..Piece::beside(act) };
        let outcome = Outcome { pieces: vec![piece], ..Outcome::default() };
        self.accept(start, rest, focus, outcome, Group::PLAIN)
    }

    /// ", compared with 993 billion a week ago" behind a figure that no rule read: it may be
    /// of anything.
    pub(super) fn held_against_unread(&self, tail: &Tail) -> bool {
        let figure = |from: usize, to: usize| {
            let told = |chunk: &Chunk<'_>| {
                matches!(
                    chunk.phrase,
                    Phrase::Amount { .. } | Phrase::Ratio(_) | Phrase::Points(_) | Phrase::Percent(_)
                )
            };
            self.c.all.get(from..to).unwrap_or(&[]).iter().any(told)
        };
        let unread = matches!(self.items.last(), Some(Item::Unread { from, to, .. }) if figure(*from, *to));
        let earlier =
            |piece: &Piece| piece.who.is_none() && matches!(piece.anchor, Anchor::Earlier | Anchor::Before);
        unread && tail.focus.is_none() && tail.outcome.pieces.iter().any(earlier)
    }

    /// "led Y by 41 trillion tokens, the smallest in four weeks": the lead is, whatever X had.
    pub(super) fn record_of_lead(&self, tail: &Tail) -> bool {
        let lead = matches!(self.items.last(), Some(Item::Said(said))
            if matches!(&said.act, Act::Compare { value, .. } if !value.is_direction() || said.adjuncts.apart));
        let record = tail.outcome.pieces.iter().any(|piece| matches!(piece.act, Act::Record(_)));
        record && (lead || self.best_place())
    }

    /// "third place, its best ever": of its places, where no figure is named.
    fn best_place(&self) -> bool {
        let ranked = matches!(self.items.last(), Some(Item::Said(said))
            if matches!(said.act, Act::Rank { place: crate::en::phrase::place::Place::At(_), .. }));
        let told = |token: usize| {
            let entry = crate::en::lexicon::look_up(self.c.lower(token));
            entry.noun.is_some_and(|noun| noun != crate::en::lexicon::Noun::Record)
        };
        let words = |chunk: &Chunk<'_>| {
            let best = (chunk.first..chunk.end)
                .any(|token| matches!(self.c.lower(token), "best" | "highest" | "lowest" | "worst"));
            best && !(chunk.first..chunk.end).any(told)
        };
        ranked && self.c.get(0).is_some_and(words)
    }

    /// "Less than 300 billion tokens separated X and Y", "Only 176 billion separates the
    /// two": how far apart they are; who is ahead, is not said.
    pub(super) fn separated(&mut self) -> bool {
        const SEPARATES: &crate::token::Words =
            words!["separated", "separates", "separate", "divided", "divides"];
        let start = self.c.at;
        let Some((rest, phrase)) = figure(self.c) else { return false };
        let value = match phrase {
            Phrase::Amount { .. } => crate::en::clause::predicate::quantity_of(phrase),
            _ => None,
        };
        let rest = level::skip_unit(rest);
        let look = rest.skip(usize::from(rest.is(0, words!["now", "still"])));
        let Some(value) = value.filter(|_| look.is(0, SEPARATES)) else { return false };
        let Some((rest, first, second)) = crate::en::clause::gap::two(look.skip(1)) else { return false };
        let act = Act::Compare { object: second, value, event: false };
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.either = true;
        outcome.adjuncts.apart = true;
        let rest = adjuncts(rest, &mut outcome);
        let accepted = self.accept(start, rest, &first, outcome, Group::PLAIN);
        // "…, on 3.58 million": of which of the two?
        if accepted {
            (self.focus, self.lost) = (None, true);
        }
        accepted
    }
}

/// "X's 4.19 trillion tokens": the amount behind the possessive.
pub(super) fn owned_amount<'p>(c: Chunks<'p>, np: &Np) -> (Chunks<'p>, Option<Act>) {
    let owned = matches!(c.word_before(), "'s" | "’s" | "'" | "’");
    let one = matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing;
    match c.phrase(0) {
        Some(phrase @ Phrase::Amount { .. }) if owned && one && !np.share => {
            match crate::en::clause::predicate::level_of(phrase) {
                Some(act) => (level::skip_unit(c.skip(1)), Some(act)),
                None => (c, None),
            }
        }
        _ => (c, None),
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn how_far_two_are_apart() {
        let apart: &[&str] = &["Alder was less than 300 billion tokens above that of Birch"];
        assert_read(&[
            ("Less than 300 billion tokens separated Alder and Birch last week.", apart),
            ("Less than 300 billion tokens separated Alder from Birch last week.", apart),
            ("Alder rose 8% last week, or 8%.", &["Alder rose by 8 percent", "?"]),
            (
                "Alder accounted for 20% of all tokens last week, or 6.8 trillion.",
                &["Alder accounted for 20 percent of the total call volume", "Alder was 6.8 trillion tokens"],
            ),
            (
                "Alder gained 300 billion tokens, or 8.4%, last week.",
                &["Alder rose by 300 billion tokens", "Alder rose by 8.4 percent"],
            ),
        ]);
        assert_listed(&[
            "Less than 300 billion tokens separated the two.",
            "300 billion reasons separate Alder from Birch.",
        ]);
    }
}
