//! "hit a five-week high", "surged to a 4-month high of 320": to 320, the highest in four months.

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop};
use crate::en::lexicon::Frames;
use crate::en::phrase::quantity::Measure;
use crate::en::phrase::{Chunks, Phrase};

/// The highest or lowest of a time that is told by its length.
pub(super) fn high_of_weeks(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let length = (2..c.len()).find(|place| {
        let long = matches!(c.phrase(*place), Some(Phrase::Other(found)) if matches!(found.measure, Measure::Duration(_)));
        long && c.is(place - 1, words!["a", "an"]) && c.is(place + 1, words!["high", "low"])
    })?;
    let most = if c.is(length + 1, words!["high"]) { "highest" } else { "lowest" };
    let words = c.span(length, length + 1).of(c.tokens.text);
    let (count, unit) = words.split_once(['-', ' '])?;
    let unit = unit.trim_end_matches('s');
    if !matches!(unit, "week" | "month" | "year") {
        return None;
    }
    let behind = length + 2;
    let ends = |place: usize| {
        place >= c.len() || is_stop(c, place) || matches!(c.phrase(place), Some(Phrase::Time(_)))
    };
    let draft = Draft::new(c);
    // "surged to a 4-month high of 320", "hit a five-week high of 320".
    if c.is(behind, words!["of", "at"]) && is_amount(c, behind + 1) && ends(behind + 2) {
        let since = format!(", the {most} in {count} {unit}s");
        let draft = draft.keep(0, length - 1).keep(behind + 1, behind + 2).say(&since, length);
        return Some(draft.keep(behind + 2, c.len()).done());
    }
    let hits = c.is(length - 2, words!["to", "at"])
        || c.verb(length - 2).is_some_and(|verb| verb.frames.any(Frames::LEVEL.and(Frames::SET)));
    let its = format!("their {most} in {count} {unit}s");
    (hits && ends(behind)).then(|| draft.keep(0, length - 1).say(&its, length).keep(behind, c.len()).done())
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn a_high_of_some_weeks() {
        let record = "Alder was its highest since the week of 18 May 2026";
        assert_read(&[
            ("Alder hit a five-week high.", &[record]),
            (
                "Alder rose to a five-week high of 4 trillion tokens.",
                &["Alder was 4 trillion tokens", record],
            ),
        ]);
        assert_listed(&["Alder hit a five-week high school."]);
    }
}
