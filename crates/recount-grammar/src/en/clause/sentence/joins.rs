//! Words that join a clause to the one before, and those that look like them: `after it fell`,
//! `that took X below 3 trillion`.

use super::*;

/// "after its volume surged 12 %", "when it rose 3 %": a clause of its own.
/// "When free usage is counted" is none of ours.
pub(super) fn is_cause(c: Chunks<'_>) -> bool {
    if !c.is(0, words!["after", "once", "when"]) {
        return false;
    }
    let Some((rest, np)) = noun_phrase(c.skip(1)) else { return false };
    let Some((rest, group)) = verb_group(rest, false) else { return false };
    !c.is(0, words!["when"]) || predicate(rest, &np, &group).is_some()
}

/// "that of X rose", "that makes it three weeks", "that took X below 3 trillion": is "that"
/// who the sentence speaks of, not what joins it to another?
pub(super) fn is_subject(c: Chunks<'_>) -> bool {
    let makes = c.at == 0
        && c.is(0, words!["that"])
        && c.is(1, words!["makes", "made"])
        && (c.is(2, words!["it"]) || matches!(c.phrase(2), Some(Phrase::Weeks(_))));
    let starts = c.at == 0 || matches!(c.word_before(), ";" | "." | "—" | "–" | ":" | "and" | "but");
    // "That took X below 3 trillion", ", which ended a run of five weekly gains".
    let moved = c.is(0, words!["that", "which"])
        && (crate::en::clause::growth::caused(c).is_some() || crate::en::clause::growth::ended(c).is_some());
    moved || c.is(0, words!["that"]) && c.is(1, words!["of", "in"]) || makes || (starts && is_figure(c))
}
