//! A change behind the figure of another one: `X, up 3 %, was ahead of Y at 3.4 trillion, down 5 %`.

use super::*;
use crate::en::clause::tail::either_of_two;

impl Parser<'_> {
    /// ", down 5 %" behind the name or the figure of another one: of that one where the change of
    /// the first was told, or else of either.
    pub(super) fn change_of_other(&mut self, focus: &Np) -> bool {
        if !matches!(self.c.word_before(), "," | "(") || self.items.is_empty() {
            return false;
        }
        let start = self.c.at;
        let changed = self.has_changed(focus);
        let figure = match self.items.last() {
            Some(Item::Said(said))
                if said.beside
                    && matches!(said.act, Act::Level { .. })
                    && said.anchor == crate::en::clause::Anchor::Clause
                    && said.who.who != focus.who =>
            {
                Some(said.who.clone())
            }
            _ => None,
        };
        let lost = matches!(self.items.last(), Some(Item::Said(said)) if said.beside && matches!(said.act, Act::Rank { .. }));
        let other = figure.or_else(|| self.other.clone().filter(|_| changed && lost));
        let Some(other) = other.filter(|np| matches!(np.who, Who::Named(_)) && !self.has_changed(np)) else {
            return false;
        };
        let Some((rest, found)) = either_of_two(self.c) else { return false };
        let change = |piece: &Piece| matches!(piece.act, Act::Change { .. });
        let fits = found.pieces.first().is_some_and(change)
            && found
                .pieces
                .iter()
                .all(|piece| piece.who.is_none() && (change(piece) || !self.has_level(&other)));
        if !fits {
            return false;
        }
        let whose = match &focus.who {
            Who::Named(names) if !changed => Np { narrowed: names.clone(), ..other },
            _ => other,
        };
        let whose = Np { about: About::Nothing, share: false, ..whose };
        let read = self.accept(start, rest, &whose, found, Group::PLAIN);
        if read {
            self.focus = Some(focus.clone());
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn whose_change_it_is() {
        assert_read(&[
            (
                "Alder was second at 3.9 trillion tokens, up 2.3%, ahead of Birch at 3.4 trillion, down 5%.",
                &[
                    "Alder ranked number 2 by call volume", "Alder was 3.9 trillion tokens",
                    "Alder rose by 2.3 percent", "Alder was above that of Birch",
                    "Birch was 3.4 trillion tokens", "Birch fell by 5 percent",
                ],
            ),
            (
                "Alder, down 6% to 3.1 trillion tokens, lost second place to Birch, up 4% to 3.3 trillion.",
                &[
                    "Alder fell by 6 percent",
                    "Alder was 3.1 trillion tokens",
                    "Alder was no longer number 2 by call volume compared with the week of 15 June 2026",
                    "Birch took number 2 by call volume compared with the week of 15 June 2026",
                    "Birch rose by 4 percent",
                    "Birch was 3.3 trillion tokens",
                ],
            ),
        ]);
    }
}
