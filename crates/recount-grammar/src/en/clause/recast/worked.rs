//! "leads with 3 trillion tokens processed": with 3 trillion tokens.

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop};
use crate::en::phrase::{Chunks, Phrase};

/// The sentence without the participle behind a figure that says no more than the figure does.
pub(super) fn worked(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let done = (2..c.len()).find(|place| {
        c.is(*place, words!["processed", "consumed", "handled", "generated", "recorded", "used"])
    })?;
    let unit =
        |place: usize| matches!(c.phrase(place), Some(Phrase::Amount { metrics, .. }) if !metrics.is_empty());
    let figure = done - 1;
    let with = (figure.saturating_sub(2)..figure).any(|place| {
        c.is(place, words!["with", "at", "on"]) && (place + 1..figure).all(|next| c.entry(next).adverb)
    });
    // "processed worldwide".
    let end = done + 1 + usize::from(c.entry(done + 1).adverb);
    let ends = end >= c.len()
        || is_stop(c, end)
        || matches!(c.phrase(end), Some(Phrase::Time(_)))
        || c.is(end, words!["and", "while", "but"]);
    (is_amount(c, figure) && unit(figure) && with && ends)
        .then(|| Draft::new(c).keep(0, done).keep(end, c.len()).done())
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn no_more_than_the_figure() {
        assert_read(&[(
            "Alder led with 3 trillion tokens processed.",
            &["Alder ranked number 1 by call volume", "Alder was 3 trillion tokens"],
        )]);
        assert_listed(&["Alder led with 3 trillion tokens processed by its oldest servers."]);
    }
}
