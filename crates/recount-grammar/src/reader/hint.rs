//! What a heading, a caption or the words before a list say of what follows.

use crate::discourse::Hint;
use crate::en::phrase::time::Role;
use crate::en::phrase::{Chunk, Phrase, metric, subjects, units};

/// What a heading, a caption or the words before a list say of what follows.
pub(super) fn hint(chunks: &[Chunk<'_>]) -> Hint {
    let time = chunks.iter().find_map(|chunk| match &chunk.phrase {
        Phrase::Time(time) if matches!(time.role, Role::At | Role::AsOf) => Some(time.clone()),
        _ => None,
    });
    let metric = chunks.iter().find_map(|chunk| match &chunk.phrase {
        Phrase::Name(names) => metric(names).or_else(|| units(names).first().copied()),
        Phrase::Amount { metrics, .. } => metrics.first().copied(),
        _ => None,
    });
    let mut named = chunks.iter().filter_map(|chunk| match &chunk.phrase {
        Phrase::Name(names) => Some(subjects(names).collect::<Vec<_>>()).filter(|found| !found.is_empty()),
        _ => None,
    });
    let subject = named.next().filter(|_| named.next().is_none());
    Hint { time, metric, subject }
}
