//! Peaks: `peaked at No. 2 in the week of June 1`, `peaked at 9,330 three weeks ago`.

use super::super::level;
use super::super::predicate::{figure, level_of};
use super::*;

/// "peaked at No. 2 in the week of June 1", "peaked at 9,330 three weeks ago": only
/// where it says when that was.
pub(super) fn peaked<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    if !frames.any(Frames::PEAK) || !c.is(0, words!["at", "in"]) {
        return None;
    }
    let (rest, mut outcome) = match at_place(c) {
        Some((rest, place @ Place::At(_))) => {
            (rest, Outcome::one(Act::Rank { place, movement: None, among: None }))
        }
        _ => {
            let (rest, phrase @ Phrase::Amount { .. }) = figure(c.skip(1))? else {
                return None;
            };
            (level::skip_unit(rest), Outcome::one(level_of(phrase)?))
        }
    };
    let Some(Phrase::Time(time)) = rest.phrase(0) else { return None };
    outcome.adjuncts.times.push(time.clone());
    Some((rest.skip(1), outcome))
}
