//! How far ahead of another somebody is, behind a figure of theirs: `4.2 trillion tokens, 560 billion more
//! than X`, `46 % of all tokens, and for the first time more than X`.

use super::*;

impl Parser<'_> {
    /// ", 560 billion more than X" behind a level: how far ahead of X.
    pub(super) fn surplus(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        // ", some 560 billion tokens adrift of X" behind a place.
        let apart = figure(self.c).is_some_and(|(rest, phrase)| {
            matches!(phrase, Phrase::Amount { .. })
                && (rest.is(0, words!["behind", "ahead", "adrift", "clear"])
                    || rest.are(&["in", "front", "of"]))
        });
        // "4.2 trillion tokens (+4 %), more than X": its change stands between.
        let change = |item: &&Item| matches!(item, Item::Said(said) if matches!(said.act, Act::Change { .. }) && said.who.who == focus.who);
        let level = matches!(self.items.iter().rev().find(|item| !change(item)), Some(Item::Said(said))
            if matches!(said.act, Act::Level { .. })
                || apart && matches!(said.act, Act::Rank { .. })
                || matches!(said.act, Act::Share { .. }) && matches!(self.c.phrase(0), Some(Phrase::Amount { .. })));
        // "12 % more tokens than X and 30 % more than Y".
        let further = self.c.word_before() == "and"
            && matches!(self.items.last(), Some(Item::Said(said))
                if matches!(&said.act, Act::Compare { value, .. } if !value.is_direction())
                    && said.who.who == focus.who);
        let level = level || further;
        // ", more than X", ", 8 % more than X".
        let firstly = match self.c.phrase(0) {
            Some(Phrase::First(first)) if self.c.word_before() == "and" => Some(first.clone()),
            _ => None,
        };
        let told = self.c.skip(usize::from(firstly.is_some()));
        let order = told.is(0, words!["more", "less", "fewer"]) && told.is(1, words!["than"]);
        let level = level || firstly.is_some() && order && self.has_share(focus);
        let amount = order
            || figure(self.c).is_some_and(|(_, phrase)| {
                matches!(
                    phrase,
                    Phrase::Amount { .. } | Phrase::Percent(_) | Phrase::Ratio(_) | Phrase::Number(_)
                )
            });
        if !level || !amount {
            return false;
        }
        let Some((rest, mut outcome)) = crate::en::clause::compare::comparative(told, focus) else {
            return false;
        };
        outcome.adjuncts.first = firstly.or(outcome.adjuncts.first.take());
        let compares = outcome.pieces.iter().all(|piece| matches!(piece.act, Act::Compare { .. }));
        let rest = adjuncts(rest, &mut outcome);
        compares && self.accept(start, rest, focus, outcome, Group::PLAIN)
    }
}
