//! A change that was told, and the how manieth of its kind it is: `rose 5 %, its third in a row`, `fell 3 %, which was
//! the maker's fourth in succession`.

use super::*;
use crate::en::clause::growth::in_a_row;
use crate::en::lexicon::Noun;

impl Parser<'_> {
    /// What was told once more: for how manieth time, or of another one.
    pub(super) fn said_again(&mut self) -> bool {
        self.nth_again() || self.as_did()
    }

    /// What a week is called by what happened in it.
    pub(super) fn week_told(&mut self) -> bool {
        self.week_of() || self.record_week()
    }

    /// Weeks running as a subject.
    pub(super) fn weeks_told(&mut self) -> bool {
        self.weeks_that() || self.weeks_alone()
    }

    /// "its third in a row", "the seventh straight" behind a change, whose noun is not said again.
    pub(super) fn nth_again(&mut self) -> bool {
        let start = self.c.at;
        if !matches!(self.c.word_before(), "," | "—" | "–" | "which" | "that") {
            return false;
        }
        let said = self.items.iter().rev().take(3).find_map(|item| match item {
            Item::Said(said) => match &said.act {
                Act::Change { value } => Some((value.falling, said)),
                _ => None,
            },
            _ => None,
        });
        let Some((falling, last)) = said else { return false };
        if last.negated || last.adjuncts.weeks.is_some() || last.mood != Mood::Plain {
            return false;
        }
        let is = usize::from(self.c.is(0, words!["was", "is", "marked", "marks"]));
        let look = self.c.skip(is);
        let article = usize::from(look.is(0, words!["its", "their", "the", "a"]));
        let owner = usize::from(
            look.is(article, words!["maker", "company"]) || look.noun(article) == Some(Noun::Thing),
        );
        let owner = if owner > 0 && look.is(article + 1, words!["'s", "’s"]) { 2 } else { 0 };
        let look = look.skip(article + owner);
        let Some(Phrase::Ordinal(count @ 2..=99)) = look.phrase(0).filter(|_| article > 0) else {
            return false;
        };
        let rows: &[&[&str]] = &[
            &["in", "a", "row"],
            &["in", "succession"],
            &["running"],
            &["on", "the", "trot"],
            &["straight"],
        ];
        let Some(row) = rows.iter().find(|words| look.skip(1).are(words)) else { return false };
        let rest = look.skip(1 + row.len());
        let who = last.who.clone();
        let outcome = in_a_row(falling, *count, true);
        is_stop(rest, 0) && self.accept(start, rest, &who, outcome, Group::PLAIN)
    }
}
