//! "X and Y processed 600 billion tokens each": X and Y each processed 600 billion tokens.

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop, named};
use crate::en::clause::Who;
use crate::en::phrase::{Chunks, Phrase};

/// "Each" behind the figure, in front of the verb.
pub(super) fn each_had(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let (end, np) = named(c, start)?;
    let several = matches!(&np.who, Who::Named(names) if names.len() > 1) && !np.together;
    let each = (end + 1..c.len()).take(8).find(|place| c.is(*place, words!["each", "apiece"]))?;
    let figure = is_amount(c, each - 1) || is_amount(c, each - 2);
    let ends = each + 1 >= c.len()
        || is_stop(c, each + 1)
        || c.is(each + 1, words!["and", "while", "but"])
        || matches!(c.phrase(each + 1), Some(Phrase::Time(_)));
    if !several || !figure || !ends || c.verb(end).is_none() {
        return None;
    }
    let draft = Draft::new(c).keep(0, end).say("each", each).keep(end, each);
    Some(draft.keep(each + 1, c.len()).done())
}
