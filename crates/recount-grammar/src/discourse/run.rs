//! Ways told over weeks running: "has fallen for four weeks in a row, from 17.5
//! trillion to 9.2 trillion" begins before the first of them.

use recount_model::{Period, Weeks};

use super::when::before;
use super::{Placed, Refusal};
use crate::en::clause::{Act, Anchor, Item, Said};
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::weeks::WeeksRunning;

/// The same, with the weeks over which its way went, where the change beside it
/// is told over several.
pub(super) fn over_weeks(items: &[Item], at: usize, said: &mut Said) {
    let beside = |item: Option<&Item>, end: bool| match item {
        Some(Item::Said(other)) if other.who.who == said.who.who => {
            let tells = match other.act {
                Act::Change { .. } => !end,
                _ => end && other.anchor == Anchor::End,
            };
            other.adjuncts.weeks.filter(|_| tells)
        }
        _ => None,
    };
    let previous = at.checked_sub(1).and_then(|last| items.get(last));
    match (said.anchor, &said.act) {
        (Anchor::Before | Anchor::Open, Act::Level { .. } | Act::Share { .. }) => {
            said.adjuncts.run = beside(previous, false).or_else(|| beside(items.get(at + 1), true));
        }
        // "fell from A to B in four straight weeks": B is that of the last one.
        (Anchor::End, Act::Level { .. } | Act::Share { .. }) => said.adjuncts.weeks = None,
        _ => {}
    }
}

/// The week before the first one: where the way began.
pub(super) fn begin(run: WeeksRunning, placed: &mut Placed) -> Result<(), Refusal> {
    let (Weeks::Exactly(weeks), TimeUnit::Week) = (run.weeks, run.unit) else {
        return Err(Refusal::unread("where a way over several weeks began"));
    };
    let start = |week: Period| week.weeks_later(-i64::from(weeks));
    let (first, last) = (placed.period.map(start), placed.period.map(before));
    // "for a fourth week, from A to B" tells the way of the fourth.
    let (told, other) = if run.ordinal { (last, first) } else { (first, last) };
    let others: Vec<Period> = placed.others.iter().flat_map(|week| [start(*week), before(*week)]).collect();
    placed.period = told;
    placed.others = other.into_iter().chain(others).collect();
    Ok(())
}
