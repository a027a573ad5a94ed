//! "Last week's 297 admissions were the fewest since May": last week, so many admissions were the fewest since May.

use super::draft::{Draft, Recast};
use super::{is_stop, named as named_alone};
use crate::en::clause::About;
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::{Chunks, Phrase};

/// "Last week's 297 admissions were the fewest in X since May", "last week's audience of 8 million viewers was a record
/// for X": last week, X's 297 admissions were the fewest since May.
pub(super) fn amount_of_a_week(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let time = matches!(c.phrase(start), Some(Phrase::Time(_)));
    if !time || !c.is(start + 1, words!["'s", "’s", "'", "’"]) || !is_week(c, start) {
        return None;
    }
    let noun = |place: usize| matches!(c.noun(place), Some(Noun::Total | Noun::Volume | Noun::Level));
    let named = c.is(start + 3, words!["of"]) && (noun(start + 2) || c.entry(start + 2).known);
    let amount = start + 2 + if named { 2 } else { 0 };
    if !matches!(c.phrase(amount), Some(Phrase::Amount { metrics, .. }) if !metrics.is_empty()) {
        return None;
    }
    let be = c.verb(amount + 1).is_some_and(|verb| verb.frames.any(Frames::BE.and(Frames::MARK)));
    let (record, whose) = (amount + 2, amount + 3);
    let record = matches!(c.phrase(record), Some(Phrase::Record(_) | Phrase::Word(_)));
    let whose = (whose..whose + 3).find(|place| c.is(*place, words!["for", "in", "at", "of"]))?;
    let (end, np) = named_alone(c, whose + 1)?;
    if !be
        || !record
        || np.about != About::Nothing
        || np.share
        || (amount + 2..whose).any(|place| is_stop(c, place))
    {
        return None;
    }
    let draft = Draft::new(c).keep(0, start + 1).say(",", start).keep(whose + 1, end).say("'s", whose);
    Some(draft.keep(amount, whose).keep(end, c.len()).done())
}

/// A week, not a month whose figures are summed.
fn is_week(c: Chunks<'_>, place: usize) -> bool {
    let Some(chunk) = c.get(place) else { return false };
    (chunk.first..chunk.end).any(|token| matches!(c.lower(token), "week" | "weeks"))
}
