//! Figures and places without their verb, as notes and lists give them: "4 trillion — X", "the north's share of all tokens
//! 43 %", ", unchanged at No. 2", "and from tenth place to seventh".

use super::draft::{Draft, Recast};
use super::{behind_times, is_amount, is_stop, named};
use crate::en::clause::{About, Who};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// "4.2 trillion tokens — X", at the beginning of a line: X has so many.
pub(super) fn figure_of_whom(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let amount = start == 0 && matches!(c.phrase(0), Some(Phrase::Amount { .. }));
    let (end, np) = named(c, 2).filter(|_| amount && c.is(1, words!["—", "–", "-", ":"]))?;
    let one = matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing;
    let ends = is_stop(c, end) && (end + 1..c.len()).all(|place| is_stop(c, place));
    (one && !np.share && ends)
        .then(|| Draft::new(c).keep(2, end).say(":", 1).keep(0, 1).keep(end, c.len()).done())
}

/// "The north's share of all tokens 43 % (+3 points)": it was so much.
pub(super) fn share_is(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let (mut end, mut figure) = share_without_verb(c, start)?;
    let mut draft = Draft::new(c).keep(0, end).say("was", end);
    // "…, Y's 12 %": each of them.
    for place in figure + 1..c.len().min(start + LONGEST) {
        if !c.is(place - 1, words![",", ";", "and"]) || place <= figure {
            continue;
        }
        if let Some((next, its)) = share_without_verb(c, place) {
            draft = draft.keep(figure, next).say("was", next);
            (end, figure) = (next, its);
        }
    }
    Some(draft.keep(figure.max(end), c.len()).done())
}

/// Longer sentences are no notes, in chunks.
const LONGEST: usize = 40;

/// Where whose share it is ends, and where the figure stands.
fn share_without_verb(c: Chunks<'_>, start: usize) -> Option<(usize, usize)> {
    let (end, np) = named(c, start).filter(|(_, np)| np.share)?;
    let figure = end + usize::from(start > 0 && c.is(end, words![":"]));
    let behind = behind_times(c, figure + 1);
    let ends = is_stop(c, behind) || c.is(behind, words!["and", "from", "against"]);
    let one = matches!(&np.who, Who::Named(names) if names.len() == 1);
    (matches!(c.phrase(figure), Some(Phrase::Percent(_))) && ends && one).then_some((end, figure))
}

/// "X was second, its best place ever, and Y third with 3 trillion": Y was.
pub(super) fn and_placed(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let joined = start > 2 && c.is(start - 1, words!["and"]) && c.is(start - 2, words![","]);
    let (end, np) = joined.then(|| named(c, start)).flatten()?;
    let one = matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing;
    let ends = is_stop(c, end + 1) || c.is(end + 1, words!["with", "at", "on"]);
    (one && !np.share && is_place(c, end) && ends)
        .then(|| Draft::new(c).keep(0, end).say("was", end).keep(end, c.len()).done())
}

/// ", unchanged at No. 2", ", up to fifth place": it stays there, it climbs there.
pub(super) fn where_it_went(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start == 0 || !c.is(start - 1, words![","]) {
        return None;
    }
    let words = c.span(start, start + 1).of(c.tokens.text);
    let over = ["above ", "over ", "more than "].iter().find_map(|over| words.strip_prefix(over));
    if let Some(amount) = over.filter(|_| is_amount(c, start) && first_time(c, start + 1)) {
        let passing = format!("passing {amount}");
        return Some(Draft::new(c).keep(0, start).say(&passing, start).keep(start + 1, c.len()).done());
    }
    if !c.is(start, WAYS) {
        return None;
    }
    let at = c.is(start + 1, words!["at", "in"]);
    let (verb, place) = match c.word(start) {
        "unchanged" | "steady" | "stable" | "still" if at => ("staying at", start + 2),
        "up" if c.is(start + 1, words!["to"]) => ("climbing to", start + 2),
        "down" if c.is(start + 1, words!["to"]) => ("falling to", start + 2),
        "past" if first_time(c, start + 2) => ("passing", start + 1),
        _ => return None,
    };
    let found = if verb == "passing" { is_amount(c, place) } else { is_place(c, place) };
    let end = place + 1;
    let ends = is_stop(c, end)
        || c.is(end, words!["and", "from"])
        || matches!(c.phrase(end), Some(Phrase::Time(_)))
        || verb == "passing";
    (found && ends).then(|| Draft::new(c).keep(0, start).say(verb, start).keep(place, c.len()).done())
}

/// What such a tail begins with.
const WAYS: &Words = words!["unchanged", "steady", "stable", "still", "up", "down", "past"];

/// "rose from 2 to 3 trillion and from tenth place to seventh": and went there.
pub(super) fn and_from_place(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let joined = start > 2 && c.is(start - 1, words!["and"]) && !c.is(start - 2, words![","]);
    let from = joined && c.is(start, words!["from"]) && is_place(c, start + 1);
    let to = start + 2;
    let way = from && c.is(to, words!["to"]) && is_place(c, to + 1) && is_stop(c, to + 2);
    way.then(|| Draft::new(c).keep(0, start).say("went", start).keep(start, c.len()).done())
}

/// One place of the order.
fn is_place(c: Chunks<'_>, place: usize) -> bool {
    matches!(c.phrase(place), Some(Phrase::Ordinal(_) | Phrase::Place(Place::At(_))))
}

fn first_time(c: Chunks<'_>, place: usize) -> bool {
    matches!(c.phrase(place), Some(Phrase::First(_)))
        || c.is(place, words!["for"]) && c.is(place + 1, words!["the"])
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn notes_without_verbs() {
        let level = "Alder was 4.2 trillion tokens";
        let second = "Alder stayed at number 2 by call volume compared with the week of 15 June 2026";
        assert_read(&[
            ("4.2 trillion tokens — Alder", &[level]),
            ("Alder: 4.2 trillion tokens, unchanged at No. 2", &[level, second]),
            (
                "Alder: 4.2 trillion tokens, above 4 trillion for the first time",
                &[level, "Alder was more than 4 trillion tokens for the first time"],
            ),
        ]);
    }
}
