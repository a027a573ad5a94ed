//! Wholes that belong to somebody: `of the maker's total`, `of the volume that X processed`.

use super::*;
use crate::token::Words;

/// "the maker's total": that of somebody who is named elsewhere, not everything.
pub(super) fn of_an_owner(c: Chunks<'_>) -> bool {
    const OWNERS: &Words = words![
        "maker", "company", "country", "lab", "firm", "developer", "studio", "family", "owner", "parent",
        "group", "region", "publisher", "nation", "label", "vendor", "startup",
    ];
    c.is(0, words!["the", "its", "their"]) && c.is(1, OWNERS) && c.is(2, words!["'s", "’s"])
}

/// "of the volume that X processed": of what X did, not of everything.
pub(super) fn is_another_s(c: Chunks<'_>) -> bool {
    let look = c.skip(usize::from(c.is(0, words!["that", "which"])));
    look.at > c.at
        && noun_phrase(look).is_some_and(|(rest, np)| {
            matches!(np.who, Who::Named(_)) && rest.verb(0).is_some_and(|verb| verb.frames.any(Frames::USE))
        })
}

/// "of the top five's volume", "of the chart's tokens".
pub(super) fn of_the_top(look: Chunks<'_>) -> Option<(Chunks<'_>, Of)> {
    // "of the chart's tokens".
    if let Some(Phrase::Place(Place::Board)) = look.phrase(0)
        && look.is(1, words!["'s", "’s"])
    {
        let rest = skip_figure_words(look.skip(2));
        return Some((rest, Of::top(None, Act::LIST))).filter(|_| rest.at > look.at + 2);
    }
    if let Some(Phrase::Place(Place::Top(n))) = look.phrase(0) {
        let mut rest = look.skip(1);
        if rest.is(0, words!["'s", "’s", "'", "’"]) {
            rest = rest.skip(1);
        }
        rest = skip_figure_words(rest);
        return Some((rest, Of::top(None, *n)));
    }
    None
}
