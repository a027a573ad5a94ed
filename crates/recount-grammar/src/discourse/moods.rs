//! Moods of whole sentences: what only tells what others say, and what is denied together.

use recount_model::Claim;

use super::Refusal;
use crate::en::clause::{Item, Mood, Said};

/// The mood of everything in a sentence that only tells what others say.
pub(super) fn told(items: &[Item]) -> Option<Mood> {
    let mut moods = items.iter().filter_map(|item| match item {
        Item::Said(said) => Some(said.mood),
        Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
    });
    let first = moods.next().filter(|mood| matches!(mood, Mood::Framed | Mood::Denied | Mood::Forecast))?;
    moods.all(|mood| mood == first).then_some(first)
}

/// "A rumour said that X led. It had processed 5 trillion." So it said; but "X is expected to grow. It had processed 5
/// trillion": it had.
pub(super) fn lend(told: Option<Mood>, said: &mut Said) {
    if let (true, Mood::Plain, Some(mood @ (Mood::Framed | Mood::Denied))) =
        (said.adjuncts.earlier, said.mood, told)
    {
        said.mood = mood;
    }
}

/// "It is not the case that": of several things together, no one knows which is
/// not so.
pub(super) fn denied(mut claims: Vec<Claim>, alone: bool) -> Result<Vec<Claim>, Refusal> {
    let [claim] = claims.as_mut_slice() else {
        return Err(Refusal::unchecked(DENIED_TOGETHER));
    };
    if !alone {
        return Err(Refusal::unchecked(DENIED_TOGETHER));
    }
    for said in std::iter::once(&mut claim.assertion).chain(&mut claim.readings) {
        said.negated = !said.negated;
    }
    Ok(claims)
}

const DENIED_TOGETHER: &str = "denied together with something else: which of them is not so, is not said";
