//! Marks around a sentence: the number of a post, the question at its end.

use super::*;

/// "3/ X rose", "3/12 X rose": a post of a thread has its number in front.
pub(super) fn behind_number(c: Chunks<'_>) -> Chunks<'_> {
    let text = |ahead: usize| c.get(ahead).map_or("", |chunk| c.text(chunk.first));
    let number = |ahead: usize| {
        let text = text(ahead);
        (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !number(0) || text(1) != "/" {
        return c;
    }
    c.skip(if number(2) { 3 } else { 2 })
}

/// Where the question of a sentence begins: behind its last dash, colon or
/// stop, "X overtakes Y — is it over?".
pub(super) fn asked_from(c: Chunks<'_>) -> usize {
    let last = c.all.len().saturating_sub(1);
    let stop = |place: &usize| {
        c.all.get(*place).is_some_and(|chunk| matches!(c.lower(chunk.first), "—" | "–" | ":" | ";" | "."))
    };
    (0..last).rev().find(stop).map_or(0, |place| place + 1)
}

/// "X – ninth a week earlier – was eighth": the dash that closes it.
pub(super) fn between_dashes(c: Chunks<'_>) -> Option<usize> {
    const DASHES: &crate::token::Words = words!["—", "–", "-"];
    if !c.is(0, DASHES) {
        return None;
    }
    let close = (1..24).find(|ahead| c.is(*ahead, words![";", ":", "—", "–", "-"]))?;
    (c.is(close, DASHES) && super::clauses::verb_follows(c, close)).then_some(close)
}

impl Parser<'_> {
    /// Does a stretch that no rule read end at this comma or joining word? Not one that
    /// names somebody and has no verb yet: "sales of X, Y and Z rose" is one clause.
    pub(super) fn ends_here(&self) -> bool {
        let Some(from) = self.unread else { return true };
        // "Fans flocked back to X, which rose": a clause of its own.
        if self.c.is(0, words![","]) && self.c.is(1, words!["which", "who", "whose"]) {
            return true;
        }
        let stretch = self.c.all.get(from..self.c.at).unwrap_or(&[]);
        let names =
            stretch.iter().any(|chunk| matches!(chunk.phrase, Phrase::Name(_) | Phrase::Adjective(_)));
        let verb = stretch.iter().any(|chunk| match &chunk.phrase {
            Phrase::Word(entry) => {
                entry.verb.is_some_and(|verb| is_finite(verb.form) && entry.noun.is_none())
            }
            _ => false,
        });
        let verb = verb || topic::has_unknown_verb(Chunks { at: from, ..self.c }.until(self.c.at));
        // "No model but X": one name with the words around it.
        verb || !names && !self.c.is(0, words!["but"])
    }
}
