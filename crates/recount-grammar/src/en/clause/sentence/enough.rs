//! What was enough for something: `that was enough to overtake X`, `good for second place`, `the gain was
//! enough to keep it ahead of X`: it came so.

use super::causative::{behind_mover, state};
use super::*;

/// Words before "enough" that change nothing about it.
pub(super) const BARELY: &crate::token::Words =
    words!["still", "also", "just", "good", "more", "than", "easily", "only", "again", "barely"];

impl<'p> Parser<'p> {
    /// Behind "that was", a noun of moving with its verb, or a comma: what it was enough for.
    pub(super) fn enough(&mut self) -> bool {
        let start = self.c.at;
        let c = skip_leading(self.c);
        let subject = match () {
            () if matches!(c.word_before(), "that" | "this" | "which" | "it") => Some(c),
            () if c.is(0, words!["that", "it", "this", "which"]) => Some(c.skip(1)),
            () => behind_mover(c),
        };
        let was =
            subject.filter(|rest| rest.is(0, words!["was", "is", "proved", "were"])).map(|rest| rest.skip(1));
        // ", a showing good enough for third".
        let alone = subject.filter(|_| c.is(0, words!["a", "an"]));
        let mut look = was.or(alone).unwrap_or(self.c);
        if look.word_before() == "not" || matches!(look.word_before(), "n't" | "n’t") {
            return false;
        }
        for _ in 0..3 {
            look = look.skip(usize::from(look.is(0, BARELY)));
        }
        let good = look.word_before() == "good";
        let enough = look.is(0, words!["enough"]);
        let rest = look.skip(usize::from(enough));
        if !(enough && rest.is(0, words!["to", "for"]) || good && rest.is(0, words!["for"])) {
            return false;
        }
        let to = rest.is(0, words!["to"]);
        // A figure has no place, whom it counts has.
        let who = if to { Who::Figure } else { Who::Carried };
        let nobody = Np { who, ..Np::carried(self.c.span(start, start + 1)) };
        let np = self.focus.clone().unwrap_or(nobody);
        let found = match to {
            true => enough_to(rest.skip(1), &np),
            false => state(rest.skip(1), &np).map(|(rest, outcome)| (rest, outcome, Group::PLAIN)),
        };
        let Some((rest, mut outcome, group)) = found else { return false };
        let order =
            outcome.pieces.iter().all(|piece| matches!(piece.act, Act::Compare { .. } | Act::Rank { .. }));
        let rest = adjuncts(rest, &mut outcome);
        order && !group.negated && self.accept(start, rest, &np, outcome, group)
    }
}

/// "[enough to] overtake X", "keep it ahead of X".
pub(super) fn enough_to<'p>(c: Chunks<'p>, np: &Np) -> Option<(Chunks<'p>, Outcome, Group)> {
    const MOVES: &crate::token::Words =
        words!["keep", "put", "leave", "lift", "push", "place", "send", "take", "make", "move", "carry"];
    let moved = c.is(0, MOVES) && c.is(1, words!["it", "them"]);
    if moved {
        return state(c.skip(2), np).map(|(rest, outcome)| (rest, outcome, Group::PLAIN));
    }
    let (rest, group) = verb_group(c, false)?;
    let (rest, outcome) = predicate(rest, np, &group)?;
    Some((rest, outcome, group))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn enough_to_be_so() {
        let lead = "Alder processed 4.19 trillion tokens last week.";
        let ahead = Some("Alder was above that of Birch");
        for behind in ["That was enough to keep it ahead of Birch.", "That was enough to beat Birch."] {
            assert_eq!(article(&format!("{lead} {behind}")).last().map(String::as_str), ahead, "{behind}");
        }
        for behind in ["That was not enough to beat Birch.", "That was enough to please Birch."] {
            assert_ne!(article(&format!("{lead} {behind}")).last().map(String::as_str), ahead, "{behind}");
        }
    }

    #[test]
    fn enough_for_a_place() {
        let lead = "Alder processed 4.19 trillion tokens last week.";
        let second = Some("Alder ranked number 2 by call volume");
        for behind in [
            "That was enough for second place.",
            "That was good for second place.",
            "The gain was just enough for second place.",
            "That was good enough for second.",
        ] {
            assert_eq!(article(&format!("{lead} {behind}")).last().map(String::as_str), second, "{behind}");
        }
        for behind in ["That was not good enough for second place.", "That would be enough for second place."]
        {
            assert_ne!(article(&format!("{lead} {behind}")).last().map(String::as_str), second, "{behind}");
        }
    }
}
