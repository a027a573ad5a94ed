//! Changes and leads that are the n-th running, or the first ones: `up 7.4 % for a fifth week`,
//! `ahead by 2 trillion tokens for the first time`. The figure is that of the week; what goes on
//! for weeks, or has not been so before, is that it rises, falls or leads.

use super::super::{Act, Item, Said};
use recount_model::{Quantity, Unit};

/// Both of what each of them says.
pub(super) fn told_apart(items: Vec<Item>) -> Vec<Item> {
    let apart = |item: Item| match item {
        Item::Said(said) => match without_figure(&said) {
            Some(way) => both(*said, way),
            None => vec![Item::Said(said)],
        },
        other => vec![other],
    };
    items.into_iter().flat_map(apart).collect()
}

/// The figure of its week, and the way it went on.
fn both(said: Said, way: Act) -> Vec<Item> {
    let mut figure = said.clone();
    figure.adjuncts.weeks = None;
    figure.adjuncts.first = None;
    vec![Item::Said(Box::new(figure)), Item::Said(Box::new(Said { act: way, ..said }))]
}

/// The way in which it went, where it is told by how much. "More than 5 % for a third
/// week" was more each time, and what doubled for a second week did so twice.
fn without_figure(said: &Said) -> Option<Act> {
    let told = &said.adjuncts;
    let nth = told.weeks.is_some_and(|weeks| weeks.ordinal && !weeks.cumulative);
    let counted = nth || told.weeks.is_none() && told.first.is_some();
    if !counted || said.negated || told.as_much {
        return None;
    }
    match &said.act {
        Act::Change { value } if value.is_measured() => {
            let unit = if value.unit == Unit::Point { Unit::Point } else { Unit::Percent };
            Some(Act::Change { value: Quantity::direction(value.falling, unit) })
        }
        Act::Compare { object, value, event } if value.is_measured() => {
            let value = Quantity::direction(value.falling, Unit::Own);
            Some(Act::Compare { object: object.clone(), value, event: *event })
        }
        _ => None,
    }
}
