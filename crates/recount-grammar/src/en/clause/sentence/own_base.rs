//! "X doubled, rising from 1.4 trillion tokens in the week of May 4 to 2.8 trillion": it doubled since that week.

use super::{Act, Anchor, Item};
use crate::en::clause::{Mood, Said, Who};
use crate::en::phrase::time::{Role, Time};

/// Holds a change that names no base against the beginning of the way that is told right behind it.
pub(super) fn since_the_way_began(items: &mut [Item]) {
    for place in 1..items.len() {
        let Some((Item::Said(change), Item::Said(level))) = items.get(place - 1).zip(items.get(place)) else {
            continue;
        };
        if let Some(base) = base(change, level)
            && let Some(Item::Said(change)) = items.get_mut(place - 1)
        {
            change.adjuncts.times.push(base);
        }
    }
}

/// The time of the first end of a way, where a change is of the same one and tells no base.
fn base(change: &Said, level: &Said) -> Option<Time> {
    let by = matches!(&change.act, Act::Change { value } if !value.is_direction());
    let began = matches!(level.act, Act::Level { .. } | Act::Share { .. }) && level.anchor == Anchor::Earlier;
    let same = level.who.who == change.who.who || level.who.who == Who::Carried;
    let based = change.adjuncts.weeks.is_some()
        || change
            .adjuncts
            .times
            .iter()
            .any(|time| matches!(time.role, Role::Base | Role::Since | Role::Within));
    let plain = change.mood == Mood::Plain && level.mood == Mood::Plain && !change.negated;
    let time = level.adjuncts.times.iter().find(|time| time.role == Role::At)?;
    (by && began && same && plain && !based).then(|| Time { role: Role::Base, ..time.clone() })
}
