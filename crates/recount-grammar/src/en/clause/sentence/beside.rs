//! What stands beside a change: by how much, since when, in which week of all.

use super::*;
use crate::en::phrase::time::Role;

impl Parser<'_> {
    /// "fell for a sixth week, by 0.4 million to 132.5 million".
    pub(super) fn by_so_much(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        let Some(Item::Said(said)) = self.items.last() else { return false };
        let Act::Change { value } = &said.act else { return false };
        if !self.c.is(0, &["by"]) || self.c.word_before() != "," || !value.is_direction() {
            return false;
        }
        let Some((rest, mut outcome)) = change::moved(self.c, value.falling, false) else { return false };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, focus, outcome, Group::PLAIN)
    }

    /// "has doubled since May, from 41 to 82": the first was then.
    pub(super) fn since_then(&self, tail: &mut Tail) {
        let Some(Item::Said(said)) = self.items.last() else { return };
        if !self.c.is(0, &["from"]) || !matches!(said.act, Act::Change { .. }) {
            return;
        }
        let told = said.adjuncts.times.iter().filter(|time| !matches!(time.role, Role::At | Role::AsOf));
        tail.outcome.adjuncts.times.extend(told.cloned());
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
