//! Figures that are held against something unknown or are of more than a week: `rose 3 % compared with the
//! average of the last five years`, `stands at 61 million after two weeks`.

use super::*;
use crate::en::phrase::quantity::Measure;
use crate::en::phrase::time::Role;

/// "[stands at 61 million] after two weeks", "so far": all of it together, where nothing names a week.
pub(super) fn is_sum_so_far(c: Chunks<'_>) -> bool {
    let after = c.is(0, words!["after"])
        && (matches!(c.phrase(1), Some(Phrase::Weeks(_))) || is_length(c.phrase(1)))
        && (is_stop(c, 2) || c.is(2, words!["of", "in", "on", "and", "but", "while", "with"]));
    let ends = |count: usize| is_stop(c, count) || c.is(count, words!["and", "but", "while", "after"]);
    after || up_to_now(c) && ends(2) || ends(0) && c.at > 1 && up_to_now(Chunks { at: c.at - 2, ..c })
}

/// "So far", "to date": not "so far this week".
fn up_to_now(c: Chunks<'_>) -> bool {
    c.are(&["so", "far"]) || c.are(&["thus", "far"]) || c.are(&["to", "date"])
}

fn is_length(phrase: Option<&Phrase<'_>>) -> bool {
    matches!(phrase, Some(Phrase::Other(measured)) if matches!(measured.measure, Measure::Duration(_)))
}

/// "[rose 3 %] compared with the four-week average of a year ago": a change against something that no
/// rule reads is none against the week before.
pub(super) fn is_against_unknown(c: Chunks<'_>, outcome: &Outcome) -> bool {
    let based = outcome.adjuncts.times.iter().any(|time| time.role == Role::Base);
    let changes = outcome.pieces.iter().any(|piece| matches!(piece.act, Act::Change { .. }));
    if based || !changes || matches!(c.phrase(0), Some(Phrase::Time(_) | Phrase::Weeks(_))) {
        return false;
    }
    // "rose versus expectations for a drop": it rose all the same.
    const EXPECTED: &crate::token::Words =
        words!["expectations", "forecasts", "estimates", "predictions", "consensus", "forecast", "estimate"];
    if (0..5).take_while(|ahead| !is_stop(c, *ahead)).any(|ahead| c.is(ahead, EXPECTED)) {
        return false;
    }
    let mut rest = c;
    while !is_stop(rest, 0) {
        let told =
            matches!(rest.phrase(0), Some(Phrase::Time(_) | Phrase::Weeks(_))) || is_length(rest.phrase(0));
        if rest.get(0).is_some_and(Chunk::is_figure) && !told {
            return false;
        }
        rest = rest.skip(1);
    }
    noun_phrase(c).is_none_or(|(_, np)| !np.is_named()) && change::change_noun(c).is_none()
}
