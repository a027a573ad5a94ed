//! A participle behind its clause, at a time of its own: `X rose 3 % last week after falling 2 % the week
//! before`.

use super::*;
use crate::en::phrase::time::Role;

impl Parser<'_> {
    /// "X rose 3 % last week after falling 2 % the week before", "X rose 8 % in the
    /// week of June 15 before falling 3 % last week": of X, at a time of its own.
    pub(super) fn participle_behind(&mut self) -> bool {
        let Some(focus) = self.focus.clone().filter(|_| self.c.is(0, words!["after", "before"])) else {
            return false;
        };
        let start = self.c.at;
        let Some((rest, mut outcome)) = participle_of_another_time(self.c) else { return false };
        let about = outcome.adjuncts.about;
        outcome.adjuncts = Adjuncts { about, ..Adjuncts::default() };
        self.accept(start, rest, &focus, outcome, Group::PLAIN)
    }
}

/// "after falling 3 % the week before": what the participle says, with its own
/// time. "After falling 3 %" does not say when.
pub(in crate::en::clause) fn participle_of_another_time(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let look = c.skip(1);
    if look.verb(0).is_none_or(|verb| verb.form != Form::Ing) {
        return None;
    }
    let nobody = Np::carried(c.span(c.at, c.at + 1));
    let (rest, group) = verb_group(look, true)?;
    let (rest, mut outcome) = predicate(rest, &nobody, &group)?;
    let rest = adjuncts(rest, &mut outcome);
    let told = outcome.adjuncts.first.is_some() || outcome.adjuncts.scope.is_some() || outcome.negated;
    let mut times = std::mem::take(&mut outcome.adjuncts.times);
    if told || times.is_empty() || group.negated || group.mood != Mood::Plain {
        return None;
    }
    // "After losing 40 % in one week", "after losing 40 % since May": up to the time of the clause.
    let over = |time: &crate::en::phrase::time::Time| matches!(time.role, Role::Within | Role::Since);
    if !times.iter().any(over) {
        times.iter_mut().for_each(|time| time.role = Role::At);
    }
    let weeks = outcome.adjuncts.weeks;
    for piece in &mut outcome.pieces {
        if piece.times.is_empty() {
            piece.times.clone_from(&times);
        }
        piece.weeks = piece.weeks.or(weeks);
    }
    Some((rest, outcome))
}

/// "After June 8", "following the week of June 8", and nothing else: some time later, no one knows when.
pub(super) fn is_after_a_time(rest: Chunks<'_>) -> bool {
    let told = matches!(rest.phrase(1), Some(Phrase::Time(time)) if time.role == Role::At);
    rest.is(0, words!["after", "following"]) && told && is_stop(rest, 2)
}
