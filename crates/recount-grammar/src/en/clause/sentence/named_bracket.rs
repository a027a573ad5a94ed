//! A figure in brackets behind a name, beside words that no rule reads.

use super::*;

/// Words that put what stands beside them into a place, a group of users, or a mood of its own.
const ELSEWHERE: &crate::token::Words = words![
    "in", "on", "among", "for", "within", "outside", "inside", "across", "per", "without", "excluding",
    "except", "if", "whether", "unless", "would", "could", "may", "might", "should", "will", "had", "users",
    "customers", "daily", "monthly", "average", "revenue", "price", "prices", "costs", "yet", "once",
];

impl<'p> Parser<'p> {
    /// "unseating X (4 trillion)", "the surprise was X (4 trillion tokens)": whatever the words in
    /// front say of X, the figure behind its name is its own, unless they speak of another
    /// time, place or kind of figure.
    pub(super) fn named_bracket(&self) -> Option<Np> {
        if !self.c.is(0, words!["("]) || self.focus.is_some() || self.limited {
            return None;
        }
        let Some(Item::Unread { from, to, .. }) = self.items.last() else { return None };
        if *to != self.c.at || self.mood != Mood::Plain {
            return None;
        }
        let before = Chunks { at: *from, ..self.c }.until(*to);
        let name = before.len().checked_sub(1)?;
        let Phrase::Name(names) = before.phrase(name)? else { return None };
        let found: Vec<_> = crate::en::phrase::subjects(names).collect();
        let plain = (0..name).all(|ahead| match before.phrase(ahead) {
            Some(Phrase::Word(_)) => !before.is(ahead, ELSEWHERE),
            Some(Phrase::Name(_) | Phrase::Place(_) | Phrase::Adjective(_)) => true,
            _ => false,
        });
        let span = self.c.span(self.c.at - 1, self.c.at);
        (!found.is_empty() && plain && self.is_weekly_bracket(before))
            .then(|| Np { who: Who::Named(vec![found]), ..Np::carried(span) })
    }

    /// Does the bracket begin with an amount that says what it counts? Beside words that the
    /// grammar does not know, a bare amount may count anything.
    fn is_weekly_bracket(&self, before: Chunks<'p>) -> bool {
        let Some((_, Phrase::Amount { metrics, .. })) = figure(self.c.skip(1)) else { return false };
        let known = |ahead: usize| match before.phrase(ahead) {
            Some(Phrase::Word(entry)) => {
                let word = before.get(ahead).map_or("", |chunk| before.lower(chunk.first));
                !entry.is_unknown() || word.ends_with("ing") || word.ends_with("ed")
            }
            _ => true,
        };
        let said = self.items.iter().any(|item| {
            matches!(item, Item::Said(said) if matches!(said.act, Act::Level { .. } | Act::Rank { .. }))
        });
        !metrics.is_empty() || said || (0..before.len()).all(known)
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn a_figure_behind_a_name_is_its_own() {
        let birch: &[&str] = &["Birch was 3.63 trillion tokens"];
        assert_read(&[("The surprise was Birch (3.63 trillion tokens).", birch)]);
        assert_listed(&[
            "The surprise in March was Birch (3.63 trillion tokens).",
            "The surprise among students was Birch (3.63 trillion tokens).",
            "The model with the most fans was Birch (3.63 trillion).",
        ]);
    }
}
