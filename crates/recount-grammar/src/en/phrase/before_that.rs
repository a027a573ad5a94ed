//! `down from 4.4 the week before and up from 3.9 the week before that`: the week before
//! the one that was just told so.

use super::time::{Role, Time, When};
use super::{Chunk, Phrase};
use crate::en::phrase::quantity::TimeUnit;
use crate::token::Tokens;
use recount_model::Hedge;

/// The last time of the sentences before that was told against the week that is spoken of.
pub type Told = Option<(u32, TimeUnit)>;

/// Counts the times that end in "before that" on from the one that was told before: in this
/// sentence, or in those before it.
pub fn count_on(chunks: &mut [Chunk<'_>], tokens: Tokens<'_>, told: &mut Told) {
    if !chunks.iter().any(|chunk| matches!(chunk.phrase, Phrase::Time(_))) {
        return;
    }
    let mut last = *told;
    // In front of its clause, it is what the rest of the sentence is told from.
    let mut front = true;
    for chunk in chunks {
        let Phrase::Time(time) = &mut chunk.phrase else {
            let word = tokens.peek_at(chunk.first);
            front = matches!(word, "." | ";" | "," | "and" | "but" | "while" | ":" | "—" | "–");
            last = last.filter(|_| !matches!(word, "." | ";"));
            continue;
        };
        let that = chunk.end.checked_sub(1).is_some_and(|end| tokens.peek_at(end) == "that");
        let own = back(time);
        if let (true, Some((_, unit)), Some((before, of)), When::Back { count, .. }) =
            (that, own, last, &mut time.when)
            && unit == of
        {
            *count = count.saturating_add(before);
        }
        // "Last week" begins anew.
        *told = back(time);
        last = told.filter(|_| !front);
        front = false;
    }
}

/// How far before the one that is spoken of: "the week before", "two weeks earlier".
fn back(time: &Time) -> Option<(u32, TimeUnit)> {
    match &time.when {
        _ if !matches!(time.role, Role::At | Role::Base) => None,
        When::Back { count, unit, hedge: Hedge::Bare } => Some((*count, *unit)),
        When::Previous(unit) => Some((1, *unit)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_read};

    const NOW: &str = "Alder was 4.2 trillion tokens";
    const THEN: &str = "In the week of 15 June 2026, Alder was 4.4 trillion tokens";
    const BEFORE: &str = "In the week of 8 June 2026, Alder was 3.9 trillion tokens";

    #[test]
    fn the_week_before_the_week_before() {
        assert_read(&[
            (
                "Alder processed 4.2 trillion tokens last week, down from 4.4 trillion the week before and up from 3.9 trillion the week before that.",
                &[NOW, THEN, BEFORE],
            ),
            (
                "Alder processed 4.2 trillion tokens last week, down from 4.4 trillion a week earlier and up from 3.9 trillion a week before that.",
                &[NOW, THEN, BEFORE],
            ),
            (
                "Alder was second last week, third the week before and fifth the week before that.",
                &[
                    "Alder ranked number 2 by call volume",
                    "In the week of 15 June 2026, Alder ranked number 3 by call volume",
                    "In the week of 8 June 2026, Alder ranked number 5 by call volume",
                ],
            ),
        ]);
    }

    #[test]
    fn in_front_of_its_clause_it_is_told_already() {
        for text in [
            "Alder processed 4.2 trillion tokens last week. The week before, it had processed 4.4 trillion. The week before that, it had processed 3.9 trillion.",
            "Alder processed 4.2 trillion tokens last week. The week before, it had processed 4.4 trillion; the week before that, it had processed 3.9 trillion.",
        ] {
            assert_eq!(article(text), [NOW, THEN, BEFORE], "{text}");
        }
    }

    #[test]
    fn that_is_the_week_that_is_told() {
        assert_read(&[(
            "Alder processed 4.2 trillion tokens last week, down from 4.4 trillion the week before that.",
            &[NOW, THEN],
        )]);
    }
}
