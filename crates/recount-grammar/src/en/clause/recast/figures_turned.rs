//! Figures in another order than that of their verb: `was 5 % up`, `fell by 4 % or 326,000 barrels`.

use super::draft::{Draft, Recast};
use super::{is_amount, is_measure, is_stop};
use crate::en::lexicon::Frames;
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};

/// "X was 5 % up from the week before", ", 5 % down": up 5 %.
pub(super) fn figure_before_way(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let figure = (1..c.len()).find(|place| is_measure(c, *place) && is_way(c, *place))?;
    let way = if c.is(figure + 1, words!["up", "higher"]) { "up" } else { "down" };
    let draft = Draft::new(c).keep(0, figure).say(way, figure + 1).keep(figure, figure + 1);
    Some(draft.keep(figure + 2, c.len()).done())
}

/// Is it by how much, behind "was" or a comma, and the way behind it?
fn is_way(c: Chunks<'_>, figure: usize) -> bool {
    let front = figure - usize::from(figure > 1 && c.entry(figure - 1).adverb);
    let was = c.verb(front - 1).is_some_and(|verb| verb.frames.any(Frames::BE));
    let behind = figure + 2;
    let ends = is_stop(c, behind)
        || behind >= c.len()
        || c.is(behind, words!["from", "compared", "and", "but", "while", "at", "to", "when"])
        || matches!(c.phrase(behind), Some(Phrase::Time(_)));
    let way = c.is(figure + 1, words!["up", "down", "higher", "lower"]);
    way && ends && (was || c.is(front - 1, words![","]))
}

/// "fell by 4 % or 326,000 barrels", "rose 4 %, or 13, to 320": by 326,000 barrels, or 4 %.
pub(super) fn share_before_amount(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let (first, or) = (1..c.len()).find_map(|place| {
        let comma = usize::from(c.is(place + 1, words![","]));
        let number = matches!(c.phrase(place), Some(Phrase::Number(_)));
        ((is_measure(c, place) || number) && c.is(place + 1 + comma, words!["or"]) && is_moved(c, place))
            .then_some((place, place + 1 + comma))
    })?;
    let second = or + 1;
    let percent = |place: usize| matches!(c.phrase(place), Some(Phrase::Percent(_)));
    let amount = |place: usize| {
        is_amount(c, place) && !percent(place) || matches!(c.phrase(place), Some(Phrase::Number(_)))
    };
    let (size, share) = match () {
        () if percent(first) && amount(second) => (second, first),
        () if percent(second) && amount(first) => (first, second),
        () => return None,
    };
    let by = first - usize::from(c.is(first - 1, words!["by"]));
    let behind = second + 1 + usize::from(c.is(second + 1, words![","]));
    let ends = behind >= c.len()
        || is_stop(c, behind)
        || c.is(second + 1, words![","]) && !c.is(behind, words!["to"]);
    let draft = Draft::new(c).keep(0, by).say("by", first).keep(size, size + 1);
    let draft = draft.say(", or", or).keep(share, share + 1);
    let draft = if !ends { draft.say(",", second) } else { draft };
    Some(draft.keep(if ends { second + 1 } else { behind }, c.len()).done())
}

/// "is down seven from last week to 753": down seven to 753 from last week.
pub(super) fn base_before_end(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let figure = (2..c.len()).find(|place| {
        let sized = is_measure(c, *place) || matches!(c.phrase(*place), Some(Phrase::Number(_)));
        let way = c.is(place - 1, words!["up", "down"]);
        let was = c.verb(place - 2).is_some_and(|verb| verb.frames.any(Frames::BE));
        let base = matches!(c.phrase(place + 1), Some(Phrase::Time(_)));
        sized && way && was && base && c.is(place + 2, words!["to", "at"]) && is_amount(c, place + 3)
    })?;
    let draft = Draft::new(c).keep(0, figure + 1).keep(figure + 2, figure + 4);
    Some(draft.keep(figure + 1, figure + 2).keep(figure + 4, c.len()).done())
}

/// "moved to fourth from sixth": from sixth to fourth.
pub(super) fn places_turned(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let placed =
        |place: usize| matches!(c.phrase(place), Some(Phrase::Place(Place::At(_)) | Phrase::Ordinal(_)));
    let to = (1..c.len()).find(|place| {
        let moves = c.verb(place - 1).is_some_and(|verb| {
            verb.frames.any(Frames::UP.and(Frames::DOWN))
                || c.is(place - 1, words!["moved", "moves", "moving", "went"])
        });
        moves
            && c.is(*place, words!["to"])
            && placed(place + 1)
            && c.is(place + 2, words!["from"])
            && placed(place + 3)
    })?;
    let draft = Draft::new(c).keep(0, to).keep(to + 2, to + 4).keep(to, to + 2);
    Some(draft.keep(to + 4, c.len()).done())
}

/// Does something rise or fall by what stands there?
fn is_moved(c: Chunks<'_>, place: usize) -> bool {
    let before = place - usize::from(c.is(place - 1, words!["by"]));
    before > 0
        && (c.verb(before - 1).is_some_and(|verb| verb.frames.any(Frames::UP.and(Frames::DOWN)))
            || c.is(before - 1, words!["up", "down"]))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn the_way_and_how_far() {
        assert_read(&[
            ("Alder was 5% up from the week before.", &["Alder rose by 5 percent"]),
            (
                "Alder fell by 4% or 300 billion tokens last week.",
                &["Alder fell by 300 billion tokens", "Alder fell by 4 percent"],
            ),
        ]);
        assert_listed(&["Alder was 5% up to its makers."]);
    }
}
