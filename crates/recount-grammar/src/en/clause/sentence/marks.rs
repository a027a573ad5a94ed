//! Marks around a sentence: the number of a post, the question at its end.

use crate::en::phrase::Chunks;

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
