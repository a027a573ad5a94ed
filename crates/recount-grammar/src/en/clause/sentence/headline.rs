//! Headlines without "be": `X still first`, `X up one spot to second`, `X ahead of Y for
//! a ninth week`, `X out of top nine`.

use super::*;
use crate::en::clause::be;
use crate::en::lexicon::Verb;
use crate::en::phrase::place::Place;

/// "is", as a headline leaves it out.
const IS: Group = Group { verb: Verb { frames: Frames::BE, form: Form::Third }, ..Group::PLAIN };

impl<'p> Parser<'p> {
    /// Where a thing stands, or whom it is ahead of, without a verb: the whole of its part
    /// of the sentence, no verb behind it.
    pub(super) fn without_be(&self, c: Chunks<'p>, np: &Np) -> Option<(Chunks<'p>, Outcome)> {
        let one = matches!(&np.who, Who::Named(names) if names.len() == 1);
        if !one || np.about != About::Nothing || np.share || !self.begins_here() {
            return None;
        }
        let look = c.skip(usize::from(c.is(0, words!["still", "again", "now", "already", "back", "once"])));
        let (rest, mut outcome) = be::complement(look, np, &IS)?;
        let told = |piece: &Piece| match &piece.act {
            Act::Rank { place, .. } => !matches!(place, Place::Board) || piece.act_leaves(),
            Act::Compare { .. } | Act::Level { .. } => true,
            _ => false,
        };
        let stands = matches!(
            outcome.pieces.first().map(|piece| &piece.act),
            Some(Act::Rank { .. } | Act::Compare { .. })
        );
        let rest = adjuncts(rest, &mut outcome);
        (stands && outcome.pieces.iter().all(told) && ends(rest)).then_some((rest, outcome))
    }

    /// Does a part of the sentence begin at this place?
    fn begins_here(&self) -> bool {
        let first = self.items.iter().all(|item| matches!(item, Item::Time(_)));
        let parted = matches!(self.c.word_before(), ";" | ":" | "—" | "–" | "." | "while" | "as" | "with");
        self.unread.is_none() && (first && self.c.word_before() != "," || parted)
    }
}

/// Does what was said end there?
fn ends(c: Chunks<'_>) -> bool {
    crate::en::clause::fronted::clause_ends(c) || c.is(0, words!["with"])
}

impl Piece {
    /// Is it a place that was left?
    const fn act_leaves(&self) -> bool {
        matches!(self.act, Act::Rank { movement: Some(recount_model::Movement::Left), .. })
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn places_and_orders_without_a_verb() {
        assert_read(&[
            ("Alder still first", &["Alder ranked number 1 by call volume"]),
            ("Alder in second place", &["Alder ranked number 2 by call volume"]),
            (
                "Alder still number one despite a 64% decline",
                &["Alder ranked number 1 by call volume", "Alder fell by 64 percent"],
            ),
            (
                "Alder up one spot to second",
                &["Alder climbed to number 2 by call volume compared with the week of 15 June 2026"],
            ),
            (
                "Alder ahead of Birch for a ninth straight week",
                &["Alder was above that of Birch for the 9th consecutive week"],
            ),
        ]);
    }

    #[test]
    fn what_only_looks_like_it() {
        assert_listed(&[
            "Alder first processed 4 trillion tokens in a lab.",
            "Alder second only in price.",
            "Analysts called Alder first.",
            "Alder ahead of schedule.",
        ]);
    }
}
