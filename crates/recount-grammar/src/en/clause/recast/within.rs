//! "X came within 120 billion tokens of Y": X was less than 120 billion tokens behind Y.

use super::draft::{Draft, Recast};
use super::named_to;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// Somebody not far from another one.
pub(super) fn within(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let near = (1..c.len()).find(|place| c.is(*place, words!["within"]))?;
    let counted =
        matches!(c.phrase(near + 1), Some(Phrase::Amount { .. } | Phrase::Percent(_) | Phrase::Points(_)));
    let of = near + 2 + usize::from(matches!(c.phrase(near + 2), Some(Phrase::Name(_))));
    if !counted || !c.is(of, words!["of"]) {
        return None;
    }
    let it = c.is(of + 1, words!["it", "them"]);
    if !it && named_to(c, of + 1).is_none() {
        return None;
    }
    let to = near - usize::from(c.is(near - 1, words!["to"]));
    let verb = (to.saturating_sub(3)..to).rev().find(|place| c.verb(*place).is_some())?;
    let draft = Draft::new(c);
    let draft = match c.is(verb, COMES) {
        true => draft.keep(0, verb).say("was", verb).keep(verb + 1, to),
        false => draft.keep(0, to),
    };
    Some(draft.say("less than", near).keep(near + 1, of).say("behind", of).keep(of + 1, c.len()).done())
}

const COMES: &Words = words![
    "came", "moved", "drew", "pulled", "got", "crept", "closed", "edged", "ended", "finished", "comes",
    "moves", "draws", "pulls", "gets", "creeps", "closes", "inched", "climbed", "remained", "stayed",
];
