//! What is a record: `rose 3 %, the most since May` is one of the change, `rose 3 %, its highest level
//! since May` one of the level.

use super::*;
use crate::en::clause::extreme;

impl Parser<'_> {
    /// "rose 3 %, the smallest since May", "gained 0.4 trillion, a record": of the step that was told
    /// last, whatever came of it. Not behind a level of the same one ("up 3 % at 4.2 trillion, the most
    /// since May"), nor where the words are those of a level ("its highest since May").
    pub(super) fn record_of_change(&self, tail: &Tail) -> bool {
        // "rose 3 %, to a record 4.2 trillion" tells its own.
        let [Piece { act: Act::Record(_), .. }] = tail.outcome.pieces.as_slice() else { return false };
        let Some(Item::Said(last)) = self.items.last() else { return false };
        // "One of the nine was northern, fewer than ever before": so few of them.
        let step = match &last.act {
            Act::Change { value } => !value.is_direction(),
            Act::Top { .. } => true,
            _ => false,
        };
        let level = |item: &Item| {
            matches!(item, Item::Said(said) if matches!(said.act, Act::Level { .. } | Act::Share { .. })
                && said.who.who == last.who.who)
        };
        if !step || self.items.iter().any(level) {
            return false;
        }
        let is = usize::from(self.c.is(0, words!["was", "is", "were"]));
        extreme::may_be_of_step(self.c.skip(is))
    }
}
