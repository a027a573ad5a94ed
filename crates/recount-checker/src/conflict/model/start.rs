//! Where values start: at the published figures, or where a statement puts them.

use std::collections::BTreeMap;

use recount_model::{Interval, Number};

use super::unit::{At, Values};
use super::{Frame, inside};
use crate::conflict::large::Parts;
use crate::conflict::unknown::{Of, Unknown};

/// A value for every unknown of the component.
pub(super) fn values(parts: &Parts<'_>, frame: &Frame<'_>) -> Values {
    let mut bounds = vec![Interval::ALL; frame.unknowns.len()];
    for (at, within) in frame.units.iter().filter_map(super::unit::Unit::bound) {
        let both = bounds[at].intersection(&within);
        if !both.is_empty() {
            bounds[at] = both;
        }
    }
    let guess: Vec<Option<Number>> = frame.unknowns.iter().map(|id| (parts.guess)(*id)).collect();
    let own = guess.iter().zip(&bounds).map(|(guess, bound)| guess.clone().unwrap_or_else(|| inside(bound)));
    let mut values: Values = own.collect();
    let mut lists: BTreeMap<_, Vec<At>> = BTreeMap::new();
    for (at, id) in frame.unknowns.iter().enumerate() {
        let what = parts.unknowns.get(*id);
        if let (Of::Place { among, .. }, None) = (&what.of, &guess[at]) {
            lists.entry((what.metric, what.period, *among)).or_default().push(at);
        }
    }
    for list in lists.into_values() {
        order(parts, frame, &bounds, &mut values, list);
    }
    let mut follow = Follow { parts, frame, values };
    let open: Vec<At> = (0..guess.len()).filter(|at| guess[*at].is_none()).collect();
    follow.slots(&open);
    for at in open {
        if let Some(value) = follow.of(at) {
            follow.values[at] = value;
        }
    }
    follow.values
}

/// What follows from figures and places.
struct Follow<'f, 'a> {
    parts: &'f Parts<'a>,
    frame: &'f Frame<'a>,
    values: Values,
}

impl Follow<'_, '_> {
    /// The value of another unknown of the same metric and period.
    fn value(&self, what: &Unknown, of: Of) -> Option<&Number> {
        let id = self.parts.unknowns.find(&Unknown { of, ..what.clone() })?;
        Some(&self.values[self.frame.unknowns.binary_search(&id).ok()?])
    }

    /// The figures of places: of who holds them, or else that of the next place.
    fn slots(&mut self, open: &[At]) {
        let mut held: BTreeMap<_, Number> = BTreeMap::new();
        for (at, id) in self.frame.unknowns.iter().enumerate() {
            let what = self.parts.unknowns.get(*id);
            if let Of::Place { subject, among } = what.of
                && let Some(figure) = self.value(what, Of::Volume { subject, scope: None })
            {
                held.insert((what.metric, what.period, among, self.values[at].clone()), figure.clone());
            }
        }
        let mut slots = BTreeMap::new();
        for at in open {
            let what = self.parts.unknowns.get(self.frame.unknowns[*at]);
            if let Of::Slot { among, place } = what.of {
                slots.insert((what.metric, what.period, among, place), *at);
            }
        }
        let mut next: Option<(_, Number)> = None;
        for ((metric, period, among, place), at) in slots.into_iter().rev() {
            let list = (metric, period, among);
            let least = next.filter(|(of, _)| *of == list).map_or(Number::ZERO, |(_, figure)| figure);
            let own = held.get(&(metric, period, among, Number::from(place)));
            let figure = own.map_or(least.clone(), |own| own.clone().max(least));
            self.values[at] = figure.clone();
            next = Some((list, figure));
        }
    }

    /// What the unknown is; nothing where figures and places do not tell.
    fn of(&self, at: At) -> Option<Number> {
        let what = self.parts.unknowns.get(self.frame.unknowns[at]);
        let place = |subject, among| self.value(what, Of::Place { subject, among });
        let is = |is: bool| Some(if is { Number::ONE } else { Number::ZERO });
        match &what.of {
            Of::Inside { subject, among, top } => is(*place(*subject, *among)? <= Number::from(*top)),
            Of::Ahead { first, second } => is(place(*first, None)? < place(*second, None)?),
            Of::InTop { subject, top, .. } => {
                let [(subject, None)] = subject.as_slice() else {
                    return None;
                };
                match *place(*subject, None)? <= Number::from(*top) {
                    true => self.value(what, Of::Volume { subject: *subject, scope: None }).cloned(),
                    false => Some(Number::ZERO),
                }
            }
            Of::Charted { subject, .. } => {
                self.value(what, Of::Volume { subject: *subject, scope: None }).cloned()
            }
            Of::There { .. } => Some(Number::ONE),
            Of::Volume { .. } | Of::Portion { .. } | Of::Place { .. } => None,
            Of::TopSum { .. } | Of::Count { .. } | Of::Slot { .. } | Of::Times { .. } => None,
        }
    }
}

/// Places that nobody gave, in the order of the figures.
fn order(parts: &Parts<'_>, frame: &Frame<'_>, bounds: &[Interval], values: &mut Values, list: Vec<At>) {
    let figure = |place: At| {
        let what = parts.unknowns.get(frame.unknowns[place]);
        let Of::Place { subject, .. } = what.of else {
            return None;
        };
        let of = Of::Volume { subject, scope: None };
        let id = parts.unknowns.find(&Unknown { of, ..what.clone() })?;
        frame.unknowns.binary_search(&id).ok().map(|at| values[at].clone())
    };
    let mut order: Vec<(Number, At)> =
        list.into_iter().map(|place| (-figure(place).unwrap_or_default(), place)).collect();
    order.sort();
    let mut last = Number::ZERO;
    for (_, place) in order {
        let least = &last + &Number::ONE;
        let bound = &bounds[place];
        let own = bound.low.as_ref().map_or(Number::ONE, |low| low.value.clone()).max(least);
        let own = bound.high.as_ref().map_or(own.clone(), |high| own.min(high.value.clone()));
        last = own.clone();
        values[place] = own;
    }
}
