//! "More than the 8.9 trillion handled by Y": more than Y; Y processed 8.9 trillion. "Up from the 1.1 trillion it processed a week
//! earlier": up from the 1.1 trillion of a week earlier. A figure that a comparison names, with whoever it is of behind it.

use super::draft::{Draft, Recast};
use super::{behind_times, is_amount, is_stop, named, stop_behind};
use crate::en::clause::Who;
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::{Chunks, Phrase, subjects};
use crate::token::Words;

/// Ahead of, or behind, a figure of somebody who is named behind it.
pub(super) fn than_figure(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let close = stop_behind(c, start);
    let (article, combined, figure) = (start + 1..close).find_map(|place| {
        let combined = usize::from(c.is(place + 1, words!["combined", "joint", "total"]));
        let figure = place + 1 + combined;
        let amount = matches!(c.phrase(figure), Some(Phrase::Amount { .. }));
        (c.is(place, words!["the"]) && amount && compares(c, place)).then_some((place, combined, figure))
    })?;
    let (from, end) = whose(c, figure + 1)?;
    let (_, np) = named(c, from)?;
    let several = matches!(&np.who, Who::Named(names) if names.len() > 1);
    // "Than the 3 trillion of X and Y": of each, or of both?
    if several && combined == 0 {
        return None;
    }
    let behind = behind_times(c, end);
    let ends = behind >= c.len() || is_stop(c, behind) || c.is(behind, words!["and", "while", "but"]);
    if !ends {
        return None;
    }
    let draft = Draft::new(c).keep(0, article).keep(from, end);
    let draft = if several { draft.say("combined", article) } else { draft };
    let draft = draft.say(";", figure).again(from, end);
    let draft = if several { draft.say("together", article) } else { draft };
    let draft = draft.say("processed", figure).keep(figure, figure + 1).keep(end, behind);
    Some(draft.keep(behind, c.len()).done())
}

/// "more than", "ahead of", "well above": does a comparison stand before it?
fn compares(c: Chunks<'_>, place: usize) -> bool {
    let Some(last) = place.checked_sub(1) else { return false };
    let more = last.checked_sub(1).is_some_and(|more| {
        c.is(last, words!["than"]) && c.is(more, words!["more", "less", "fewer", "higher", "lower"])
            || c.is(last, words!["of"]) && c.is(more, words!["ahead", "clear"])
    });
    more || c
        .is(last, words!["above", "below", "behind", "exceeding", "topping", "beating", "beat", "topped"])
}

/// "handled by Y", "of Y": whoever had it, from and up to.
fn whose(c: Chunks<'_>, place: usize) -> Option<(usize, usize)> {
    let at = place + unit(c, place);
    let used = c.verb(at).is_some_and(|verb| {
        verb.frames.any(Frames::USE) && matches!(verb.form, Form::Past | Form::Participle)
    });
    if used && c.is(at + 1, words!["by"]) || c.is(at, words!["of", "for"]) {
        let from = at + 1 + usize::from(used);
        return named(c, from).map(|(end, _)| (from, end));
    }
    None
}

/// How many chunks the word for what is counted takes.
fn unit(c: Chunks<'_>, place: usize) -> usize {
    usize::from(matches!(c.phrase(place), Some(Phrase::Name(names)) if subjects(names).next().is_none()))
}

/// "the 1.1 trillion (that) it had drawn the week before": of the week before.
pub(super) fn it_had(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let close = stop_behind(c, start);
    let figure = (start + 1..close).find(|place| is_amount(c, *place) && c.is(*place - 1, words!["the"]))?;
    let at = figure + 1 + unit(c, figure + 1);
    let it = at + usize::from(c.is(at, words!["that", "which"]));
    let had = it + 1 + usize::from(c.is(it + 1, words!["had"]));
    let used = Frames::USE.and(Frames::LEVEL).and(Frames::TAKE);
    let uses =
        c.verb(had).is_some_and(|verb| verb.frames.any(used) && verb.form != Form::Ing) || c.is(had, HAD);
    let time = had + 1;
    let then = matches!(c.phrase(time), Some(Phrase::Time(_))) && behind_times(c, time) == time + 1;
    (c.is(it, words!["it", "they"]) && uses && then)
        .then(|| Draft::new(c).keep(0, figure + 1).say("of", at).keep(time, c.len()).done())
}

const HAD: &Words = words!["had", "managed", "recorded", "posted", "drew", "drawn", "logged", "did", "saw"];

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn figures_of_another_one() {
        assert_read(&[
            (
                "Alder processed 4.19 trillion tokens last week, far more than the 3.1 trillion handled by Birch.",
                &[
                    "Alder was 4.19 trillion tokens", "Alder was above that of Birch",
                    "Birch was 3.1 trillion tokens",
                ],
            ),
            (
                "Alder processed 4.19 trillion tokens last week, a marked increase from the 3.9 trillion it had handled the week before.",
                &[
                    "Alder was 4.19 trillion tokens",
                    "In the week of 15 June 2026, Alder was 3.9 trillion tokens",
                ],
            ),
        ]);
    }
}
