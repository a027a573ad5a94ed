//! Words that join a clause to the one before, and those that look like them: `after it fell`,
//! `that took X below 3 trillion`.

use super::*;

impl Parser<'_> {
    /// "It is unclear whether X fell".
    pub(super) fn whether(&mut self) -> bool {
        let asks = self.unread.is_some() && self.c.is(0, words!["whether"]);
        if asks {
            self.close_unread();
            self.mood = Mood::Question;
            self.base_mood = Mood::Question;
            self.limited = false;
            self.c = self.c.skip(1);
        }
        asks
    }

    /// "overtook X to take first place".
    pub(super) fn purpose(&mut self) -> bool {
        let c = self.c;
        let purpose = c.is(0, words!["to"])
            && c.verb(1).is_some_and(|verb| verb.form == Form::Base)
            && self.unread.is_none()
            && self.focus.is_some()
            && !change::closes(c);
        if purpose {
            // "Must grow 8 % to overtake X": no more asserted than what leads to it.
            match self.items.last() {
                Some(Item::Said(said)) if said.negated => self.mood = Mood::Denied,
                Some(Item::Said(said)) if said.mood != Mood::Plain => self.mood = said.mood,
                _ => {}
            }
            self.c = c.skip(1);
        }
        purpose
    }
}

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

/// "despite its volume rising 8 %", "despite Y's volume falling": a clause with a participle
/// for its verb.
pub(super) fn is_despite(c: Chunks<'_>) -> bool {
    if !c.is(0, words!["despite"]) {
        return false;
    }
    let Some((rest, np)) = noun_phrase(c.skip(1)) else { return false };
    let ing = rest.verb(0).is_some_and(|verb| verb.form == Form::Ing);
    np.about != About::Nothing && ing
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
    // "That model processed 4 trillion tokens."
    // "In fact, that model …", not "X said, that model …".
    let front = c.at > 1
        && c.at < 5
        && c.word_before() == ","
        && (0..c.at).all(|at| Chunks { at, ..c }.verb(0).is_none());
    let that_one =
        (c.at == 0 || front) && c.is(0, words!["that"]) && crate::en::clause::noun_phrase::is_the_one(c);
    moved
        || that_one
        || c.is(0, words!["that"]) && c.is(1, words!["of", "in"])
        || makes
        || (starts && is_figure(c))
}
