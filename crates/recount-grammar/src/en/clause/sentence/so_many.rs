//! How many places of a top n that was told before: `… six were northern, two southern`, `Two are
//! southern.`

use super::*;
use recount_model::{Quantity, Subject, Unit};

impl Parser<'_> {
    /// So many places of the top n that was spoken of last.
    pub(super) fn so_many(&self, n: u32) -> Option<Outcome> {
        let last = self.items.iter().rev().find_map(|item| match item {
            Item::Said(said) => Some(said),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
        });
        let top = match last.map(|last| (&last.act, last.negated)) {
            Some((Act::Top { top, among: None, .. }, false)) => *top,
            Some(_) => return None,
            // "Of the top nine, six …".
            None => self.pending.adjuncts.top?,
        };
        if n > top && top > 0 {
            return None;
        }
        let count = Quantity::whole(n, Unit::Count);
        Some(Outcome::one(Act::Top { top, count, among: None }))
    }

    /// "three southern", "two from X", "one X" behind how many places of the top n
    /// another one had; "Two are southern.", where the sentence before told of them.
    pub(super) fn so_many_of(&mut self) -> bool {
        let start = self.c.at;
        let look = skip_adverbs(self.c);
        let look =
            look.skip(usize::from(look.is(0, words!["the"]) && look.is(1, words!["other", "remaining"])));
        let look =
            look.skip(usize::from(look.is(0, words!["only", "just", "another", "other", "remaining"])));
        let Some(Phrase::Number(n)) = look.phrase(0) else { return false };
        let look = look.skip(1);
        let look =
            look.skip(2 * usize::from(look.is(0, words!["of"]) && look.is(1, words!["them", "those"])));
        let verb = look.is(
            0,
            words!["were", "was", "are", "is", "came", "come", "belong", "belonged", "went", "go", "fell"],
        );
        let look = look.skip(usize::from(verb));
        let look = look.skip(usize::from(look.is(0, words!["from", "to"])));
        let Some((rest, np)) = crate::en::clause::be::member(look) else { return false };
        let group = matches!(&np.who, Who::Named(names) if matches!(names.as_slice(), [name] if matches!(name.first(), Some(Subject::Group(_)))));
        let ends = is_stop(rest, 0) || rest.is(0, words!["and", "but", "while"]);
        if !group || np.about != About::Nothing || !ends {
            return false;
        }
        // Of which top, the sentence before tells.
        let before = || {
            let count = Quantity::whole(*n, Unit::Count);
            (self.items.is_empty() && start == 0 && verb)
                .then(|| Outcome::one(Act::Top { top: 0, count, among: None }))
        };
        let Some(outcome) = self.so_many(*n).or_else(before) else { return false };
        self.pending.adjuncts.top = None;
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_read};

    const BOTH: &[&str] = &[
        "the north held 6 of the top 9 places by call volume",
        "the south held 2 of the top 9 places by call volume",
    ];

    #[test]
    fn of_the_top_that_was_told() {
        for sentence in [
            "Of last week's top nine, six were northern, two southern.",
            "Of last week's top nine, six were northern and two were southern.",
            "Of the top nine, six were northern. Only two were southern.",
            "Six of last week's top nine were northern, the other two southern.",
        ] {
            assert_read(&[(sentence, BOTH)]);
        }
        for text in [
            "Six of last week's top nine were northern. Two are southern.",
            "Last week's top nine had six northern models. Only two of them were southern.",
        ] {
            assert_eq!(article(text), BOTH, "{text}");
        }
    }

    #[test]
    fn of_which_top_is_not_said() {
        for text in [
            "Alder processed 4.1 trillion tokens last week. Two are southern.",
            "Two of the top three were northern. Alder rose 8% last week. Five are southern.",
        ] {
            assert!(article(text).iter().all(|said| !said.contains("south")), "{text}");
        }
    }
}
