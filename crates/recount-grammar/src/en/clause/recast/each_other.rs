//! Clauses that a join puts together, each as a sentence of its own: "X rose, while Y fell", "while X rose, Y fell".

use super::draft::{Draft, Recast};
use super::{behind_times, is_stop, stop_behind};
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::predicate::is_finite;
use crate::en::clause::verb_group::skip_adverbs;
use crate::en::phrase::Chunks;

/// The join is left out.
pub(super) fn joined(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let join = c.is(start, words!["while", "whereas", "although", "though"]);
    if start == 0 && join {
        // "While X rose, Y fell".
        let comma = stop_behind(c, 1);
        if !c.is(comma, words![","]) || !is_clause(c, 1) || !is_clause(c, comma + 1) {
            return None;
        }
        return Some(Draft::new(c).keep(1, comma).say(";", comma).keep(comma + 1, c.len()).done());
    }
    let before = start.checked_sub(1)?;
    let even = c.is(before, words!["as"]) && before > 0 && c.is(before - 1, words!["even"]);
    if !(even || c.is(before, words!["and", "but", "while", "whereas", "though", "although"]))
        || !is_clause(c, start)
    {
        return None;
    }
    // "All but X fell".
    let verb =
        |place: usize| c.verb(place).is_some_and(|verb| is_finite(verb.form) && c.noun(place).is_none());
    if !(0..before).any(verb) {
        return None;
    }
    let from = before - usize::from(even);
    let comma = from - usize::from(from > 0 && is_stop(c, from - 1));
    (comma > 0).then(|| Draft::new(c).keep(0, comma).say(";", from).keep(start, c.len()).done())
}

/// A subject and its verb.
fn is_clause(c: Chunks<'_>, place: usize) -> bool {
    let place = behind_times(c, place);
    let place = if c.is(place, words![","]) { place + 1 } else { place };
    let Some((rest, _)) = noun_phrase(c.skip(place)) else { return false };
    skip_adverbs(rest).verb(0).is_some_and(|verb| is_finite(verb.form))
}
