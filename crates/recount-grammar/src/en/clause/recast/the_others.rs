//! "The north had the other seven": the other seven went to the north. "A gain of 6 % on the week before and of 40 % on the
//! week of June 1": … and a gain of 40 % on the week of June 1. "2.9 % more than the 27.3 trillion of the week before": …
//! than the previous week's 27.3 trillion.

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop, named_to};
use crate::en::lexicon::Noun;
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Role, When};
use crate::en::phrase::{Chunks, Phrase};

/// "[The north] had the other seven".
pub(super) fn had_the_others(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let end = named_to(c, start)?;
    let had = c.is(
        end,
        words![
            "had", "has", "have", "took", "held", "holds", "hold", "claimed", "got", "filled", "occupied",
            "occupy"
        ],
    );
    let the = c.is(end + 1, words!["the"]) && c.is(end + 2, words!["other", "remaining"]);
    let number = end + 3;
    let places = number + 1 + usize::from(matches!(c.noun(number + 1), Some(Noun::Place | Noun::Thing)));
    let ends = places >= c.len() || is_stop(c, places);
    if start > 0 || !had || !the || !matches!(c.phrase(number), Some(Phrase::Number(_))) || !ends {
        return None;
    }
    let draft = Draft::new(c).keep(end + 1, number + 1).say("went to", end).keep(0, end);
    Some(draft.keep(places, c.len()).done())
}

/// "[a gain of 6 % on the week before] and of 40 % on the week of June 1".
pub(super) fn and_of(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let and = (3..c.len()).find(|place| {
        c.is(*place, words!["and"]) && c.is(place + 1, words!["of"]) && is_amount(c, place + 2)
    })?;
    let of = (1..and).rev().find(|place| c.is(*place, words!["of"]) && is_amount(c, place + 1))?;
    let noun = matches!(c.noun(of - 1), Some(Noun::Rise | Noun::Fall | Noun::Change));
    let time = matches!(c.phrase(and - 1), Some(Phrase::Time(time)) if time.role == Role::Base || time.role == Role::At);
    let time =
        time && (and + 3..c.len()).take(2).any(|place| matches!(c.phrase(place), Some(Phrase::Time(_))));
    if !noun || !time || (of + 2..and).any(|place| is_stop(c, place)) {
        return None;
    }
    let draft = Draft::new(c).keep(0, and + 1).say("a", and + 1).again(of - 1, of);
    Some(draft.keep(and + 1, c.len()).done())
}

/// "[2.9 % above] the 27.3 trillion recorded a week earlier".
pub(super) fn amount_of_before(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let the = (1..c.len()).find(|place| {
        c.is(*place, words!["the"])
            && matches!(c.phrase(place + 1), Some(Phrase::Amount { .. }))
            && c.is(place - 1, words!["than", "above", "below", "over", "under"])
    })?;
    let mut time = the + 2;
    if c.is(
        time,
        words![
            "recorded", "seen", "counted", "processed", "handled", "reached", "logged", "registered", "of",
            "in", "from"
        ],
    ) {
        time += 1;
    }
    let before = matches!(c.phrase(time), Some(Phrase::Time(told)) if matches!(told.when,
        When::Previous(TimeUnit::Week) | When::Back { count: 1, unit: TimeUnit::Week, .. }));
    let ends = time + 1 >= c.len() || is_stop(c, time + 1);
    (before && ends).then(|| {
        let draft = Draft::new(c).keep(0, the).say("the previous week's", the).keep(the + 1, the + 2);
        draft.keep(time + 1, c.len()).done()
    })
}
