//! Changes that are the n-th running, or the first ones: `up 7.4 % for a fifth week`,
//! `fell 3 % for the first time in two months`. The figure is that of the week; what goes on
//! for weeks, or has not been so before, is that it rises or falls.

use super::super::{Act, Item, Said};
use recount_model::{Quantity, Unit};

/// Both of what each of them says.
pub(super) fn told_apart(items: Vec<Item>) -> Vec<Item> {
    let apart = |item: Item| match item {
        Item::Said(said) => match direction(&said) {
            Some(direction) => both(*said, direction),
            None => vec![Item::Said(said)],
        },
        other => vec![other],
    };
    items.into_iter().flat_map(apart).collect()
}

/// The figure of its week, and the way it went on.
fn both(said: Said, direction: Quantity) -> Vec<Item> {
    let mut figure = said.clone();
    figure.adjuncts.weeks = None;
    figure.adjuncts.first = None;
    let way = Said { act: Act::Change { value: direction }, ..said };
    vec![Item::Said(Box::new(figure)), Item::Said(Box::new(way))]
}

/// The way in which it went, where it is told by how much. "More than 5 % for a third
/// week" was more each time, and what doubled for a second week did so twice.
fn direction(said: &Said) -> Option<Quantity> {
    let Act::Change { value } = &said.act else { return None };
    let told = &said.adjuncts;
    let nth = told.weeks.is_some_and(|weeks| weeks.ordinal && !weeks.cumulative);
    let counted = nth || told.weeks.is_none() && told.first.is_some();
    let unit = match value.unit {
        Unit::Own => Unit::Percent,
        unit @ (Unit::Percent | Unit::Point) => unit,
        _ => return None,
    };
    let apart = counted && value.is_measured() && !said.negated && !told.as_much;
    apart.then(|| Quantity::direction(value.falling, unit))
}
