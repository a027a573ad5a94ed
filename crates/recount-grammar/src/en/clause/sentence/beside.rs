//! What stands beside a change: by how much, since when, in which week of all.

use super::*;
use crate::en::phrase::time::Role;
use crate::en::phrase::{metric, units};

impl Parser<'_> {
    /// "there, X is first": in another ranking. "X added 1.6 trillion tokens, of which Y
    /// contributed 0.5 trillion": of the rise. What follows is limited by it.
    pub(super) fn of_another_whole(&mut self) -> bool {
        self.of_some_kind();
        let rise =
            matches!(self.items.last(), Some(Item::Said(said)) if matches!(said.act, Act::Change { .. }));
        let there = self.c.is(0, words!["there"]) && self.c.is(1, words![","]);
        let found = there || rise && self.c.are(&["of", "which"]);
        if found {
            self.limited = true;
            self.c = self.c.skip(2);
        }
        found
    }

    /// "Of the coding models, X had 40 %": a part of all that nobody knows.
    fn of_some_kind(&mut self) {
        let c = self.c;
        let starts = c.at == 0 || matches!(c.word_before(), "." | ";");
        if !starts || !c.is(0, words!["of"]) || self.limited {
            return;
        }
        let first = 1 + usize::from(c.is(1, words!["the", "all"]));
        let last = (first..first + 5).take_while(|ahead| !is_stop(c, *ahead) && *ahead < c.len()).last();
        let Some(last) = last.filter(|last| *last > first && c.is(last + 1, words![","])) else { return };
        let plain = (first..=last).all(|ahead| matches!(c.phrase(ahead), Some(Phrase::Word(_))));
        let thing = c.noun(last) == Some(crate::en::lexicon::Noun::Thing) || c.entry(last).known;
        let kind = (first..last)
            .any(|ahead| c.entry(ahead).is_unknown() && !crate::en::lexicon::is_grammatical(c.word(ahead)));
        self.limited |= plain && thing && kind;
    }

    /// "fell for a sixth week, by 0.4 million to 132.5 million".
    pub(super) fn by_so_much(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let Some(Item::Said(said)) = self.items.last() else { return false };
        let Act::Change { value } = &said.act else { return false };
        if !self.c.is(0, words!["by"]) || self.c.word_before() != "," || !value.is_direction() {
            return false;
        }
        let Some((rest, mut outcome)) = change::moved(self.c, value.falling, false) else { return false };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, focus, outcome, Group::PLAIN)
    }

    /// "has doubled since May, from 41 to 82": the first was then.
    pub(super) fn since_then(&self, tail: &mut Tail) {
        let Some(Item::Said(said)) = self.items.last() else { return };
        if !self.c.is(0, words!["from"]) || !matches!(said.act, Act::Change { .. }) {
            return;
        }
        let told = said.adjuncts.times.iter().filter(|time| !matches!(time.role, Role::At | Role::AsOf));
        tail.outcome.adjuncts.times.extend(told.cloned());
    }

    /// "X was two places behind Y, in fifth": the place of X.
    pub(super) fn place_of_two(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let Some(Item::Said(last)) = self.items.last() else { return false };
        let order = matches!(&last.act, Act::Compare { value, event: false, .. } if value.is_direction());
        let stands = (1..8)
            .filter_map(|back| self.c.at.checked_sub(back))
            .any(|at| Chunks { at, ..self.c }.is(0, words!["ahead", "behind", "above", "below"]));
        let same = stands && last.who.who == focus.who && !last.negated && self.c.word_before() == ",";
        if !order || !same || !self.c.is(0, words!["in", "at"]) {
            return false;
        }
        let Some((rest, place @ crate::en::phrase::place::Place::At(_))) = rank::place(self.c.skip(1)) else {
            return false;
        };
        let mut outcome = Outcome::one(Act::Rank { place, movement: None, among: None });
        let rest = adjuncts(rest, &mut outcome);
        is_stop(rest, 0) && self.accept(start, rest, focus, outcome, Group::PLAIN)
    }

    /// "[drew 4.6 trillion tokens in its first week] and 1.9 trillion in its second", ", after 6.1
    /// trillion in its first": in another week.
    pub(super) fn in_another_nth_week(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let level = matches!(self.items.last(), Some(Item::Said(said))
            if matches!(said.act, Act::Level { .. }) && said.who.who == focus.who && !said.negated);
        let after = usize::from(self.c.is(0, words!["after", "following"]));
        if !level || !matches!(self.c.word_before(), "and" | ",") {
            return false;
        }
        let Some((rest, phrase @ Phrase::Amount { .. })) = figure(self.c.skip(after)) else { return false };
        let rest = level::skip_unit(rest);
        let behind = crate::en::clause::adjunct::nth_week(rest).filter(|rest| is_stop(*rest, 0));
        let (Some(rest), Some(act)) = (behind, level_of(phrase)) else { return false };
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.nth_week = true;
        outcome.adjuncts.local = true;
        self.accept(start, rest, focus, outcome, Group::PLAIN)
    }

    /// ", in its third week on the list": told beside it.
    pub(super) fn nth_week_alone(&mut self) -> bool {
        let said = matches!(self.items.last(), Some(Item::Said(_)));
        let rest = crate::en::clause::adjunct::nth_week(self.c).filter(|rest| said && is_stop(*rest, 0));
        let Some(rest) = rest else { return false };
        for item in &mut self.items {
            if let Item::Said(said) = item {
                said.adjuncts.nth_week = true;
            }
        }
        self.c = rest;
        true
    }
}

impl Parser<'_> {
    /// "Revenue of X rose 4 %, while Y gained 3 %": behind "while" or "and" and a change
    /// of something that is not counted here, that may be what Y gained as well.
    pub(super) fn beside_other_change(&self, start: usize, np: &Np, outcome: &Outcome) -> bool {
        let c = self.c;
        let bare = np.about == About::Nothing && !np.share;
        if !bare || !outcome.pieces.iter().all(is_so_many_percent) {
            return false;
        }
        let joined = start
            .checked_sub(1)
            .is_some_and(|before| Chunks { at: before, ..c }.is(0, words!["while", "and", "but", "whereas"]));
        let mut before =
            self.items.iter().rev().filter(|item| !matches!(item, Item::Time(_) | Item::Passing { .. }));
        let Some(Item::Unread { from, to, .. }) = before.next().filter(|_| joined) else {
            return false;
        };
        let stretch = Chunks { at: *from, ..c }.until(*to);
        let is = |found: fn(&Phrase<'_>) -> bool| {
            (0..stretch.len()).any(|ahead| stretch.phrase(ahead).is_some_and(found))
        };
        let percent = is(|phrase| matches!(phrase, Phrase::Percent(_)));
        let moves = (0..stretch.len()).any(|ahead| {
            stretch.verb(ahead).is_some_and(|verb| verb.frames.any(Frames::UP.and(Frames::DOWN)))
        });
        let counted = is(
            |phrase| matches!(phrase, Phrase::Name(names) if metric(names).is_some() || !units(names).is_empty()),
        ) || (0..stretch.len())
            .any(|ahead| stretch.noun(ahead) == Some(crate::en::lexicon::Noun::Volume));
        percent && moves && !counted
    }
}

/// More or less by so many percent.
fn is_so_many_percent(piece: &Piece) -> bool {
    matches!(&piece.act, Act::Change { value } if value.unit == recount_model::Unit::Percent)
}
