//! Figures of a line about one: "X: No. 1 globally, 3.4 trillion weekly" (in first place with so many); "X was at 3.4 trillion in second
//! place" (in second place at so many); "85 % of the tokens in the top five" (of the top five's tokens).

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop, named_to};
use crate::en::clause::rank;
use crate::en::lexicon::Noun;
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase, subjects};

/// A place and a figure behind a name and its mark.
pub(super) fn place_then_figure(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let end = named_to(c, 0)?;
    let mark = c.is(end, words![":", "—", "–"]);
    let one = |place: usize| match c.phrase(place) {
        Some(Phrase::Place(place)) => matches!(place, Place::At(_)),
        Some(Phrase::Ordinal(_)) => true,
        _ => false,
    };
    let place = end + 1;
    if !mark || !one(place) {
        return None;
    }
    let comma = (place + 1..place + 5).find(|at| is_stop(c, *at))?;
    let where_to = (place + 1..comma).all(|at| {
        c.entry(at).adverb
            || c.is(at, words!["in", "the", "world", "single", "worldwide", "global", "overall"])
            || c.noun(at) == Some(Noun::Thing)
    });
    let amount = comma + 1;
    let behind = amount + 1 + usize::from(c.is(amount + 1, words!["weekly"]));
    let ends = behind >= c.len() || is_stop(c, behind);
    let figure = matches!(c.phrase(amount), Some(Phrase::Amount { .. }));
    (c.is(comma, words![",", ";", "—", "–"]) && where_to && figure && ends).then(|| {
        let draft = Draft::new(c).keep(0, end).say("was", end).keep(place, place + 1);
        draft.say("with", comma).keep(amount, amount + 1).keep(behind, c.len()).done()
    })
}

/// "at 3.4 trillion in second place", "at 3.4 trillion on top": the place in front.
pub(super) fn figure_in_place(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let unit = |place: usize| match c.phrase(place) {
        Some(Phrase::Name(names)) => subjects(names).next().is_none(),
        _ => false,
    };
    (1..c.len()).find_map(|at| {
        let figure = c.is(at, words!["at", "with", "on"]) && is_amount(c, at + 1);
        let inside = figure.then(|| at + 2 + usize::from(unit(at + 2)))?;
        if !c.is(inside, words!["in", "on", "at"]) {
            return None;
        }
        let top = c.is(inside, words!["on"]) && c.is(inside + 1, words!["top"]);
        let end = match top {
            true => inside + 2,
            false => rank::place(c.skip(inside + 1)).filter(|(_, place)| matches!(place, Place::At(_)))?.0.at,
        };
        let ends = end >= c.len() || is_stop(c, end) || c.is(end, words!["and", "while", "but"]);
        let draft = ends.then(|| Draft::new(c).keep(0, at))?;
        let draft = if top { draft.say("in first place", inside) } else { draft.keep(inside, end) };
        Some(draft.keep(at, inside).keep(end, c.len()).done())
    })
}

/// "85 % of the total tokens in the top five": of the top five's.
pub(super) fn of_tokens_in_top(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let counted = |place: usize| {
        c.noun(place) == Some(Noun::Volume)
            || matches!(c.phrase(place), Some(Phrase::Name(names)) if subjects(names).next().is_none())
    };
    let top = (5..c.len()).find(|place| {
        matches!(c.phrase(*place), Some(Phrase::Place(Place::Top(_))))
            && c.is(place - 1, words!["in", "among", "within", "of", "across"])
            && counted(place - 2)
    })?;
    let of = (top - 5..top - 2).rev().find(|place| c.is(*place, words!["of"]))?;
    let between = (of + 1..top - 2).all(|at| c.is(at, words!["the", "all", "total", "combined"]));
    let share = of.checked_sub(1).is_some_and(|before| matches!(c.phrase(before), Some(Phrase::Percent(_))));
    (share && between).then(|| {
        let draft = Draft::new(c).keep(0, of + 1).keep(top, top + 1).say("'s", top).keep(top - 2, top - 1);
        draft.keep(top + 1, c.len()).done()
    })
}
