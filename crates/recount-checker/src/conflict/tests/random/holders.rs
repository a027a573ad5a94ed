//! Who may hold the first places of a week.

use super::say::{THINGS, Who};

/// Who holds a place: one of the things, or a series that nobody named, of a
/// group or (of `Total`) of neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    Thing(Who),
    Unnamed(Who),
}

impl Holder {
    pub(super) fn of(self, group: Who) -> bool {
        match self {
            Self::Thing(who) => who.side() == group,
            Self::Unnamed(side) => side == group,
        }
    }
}

/// Every way to hold so many places.
pub(super) fn line_ups(places: u32, counts: bool, among: Option<Who>) -> Vec<Vec<Holder>> {
    let sides: &[Who] = match (counts, among) {
        (true, _) => &[Who::North, Who::South, Who::Total],
        (false, Some(_)) => &[Who::North],
        (false, None) => &[Who::Total],
    };
    let things = THINGS.into_iter().filter(|thing| among.is_none_or(|group| thing.side() == group));
    let things: Vec<Holder> = things.map(Holder::Thing).collect();
    let mut every: Vec<Vec<Holder>> = vec![Vec::new()];
    for _ in 0..places {
        let further = |line_up: Vec<Holder>| {
            let free = things.iter().filter(|thing| !line_up.contains(thing)).copied();
            let next: Vec<Holder> = free.chain(sides.iter().copied().map(Holder::Unnamed)).collect();
            next.into_iter().map(move |holder| [line_up.clone(), vec![holder]].concat())
        };
        every = every.into_iter().flat_map(further).collect();
    }
    every
}
