//! From where to where a quantity could go without contradicting the others.

use recount_model::{Assertion, Bound, Figure, Interval, Number, Predicate, Quantity, Unit};

use super::{Found, Measure, Rescuer, say};
use crate::conflict::compile::Compiler;
use crate::conflict::formula::{Clause, Formula, Terms};
use crate::conflict::statements;
use crate::conflict::system::{Reach, System};
use crate::conflict::words::Words;
use crate::finding::Amount;

impl Rescuer<'_, '_> {
    pub(super) fn measured(&mut self, said: &Assertion) -> Option<Found> {
        let scope = self.set[self.at].scope;
        let measures = Compiler::new(&mut self.own.world, scope).measures(said);
        let stated = said.predicate.value()?.admissible();
        // With another number it speaks of the same weeks.
        let there = statements::presence(&mut self.own.world, said).clauses();
        let found = measures.into_iter().find_map(|measure| {
            let pieces = self.pieces(&measure, &there, &stated)?;
            Some((measure, pieces))
        });
        let (measure, mut pieces) = found?;
        // A difference may well be negative.
        if measure.base.is_some() || matches!(said.predicate, Predicate::Level(_)) {
            pieces = pieces.into_iter().map(|piece| near(piece, &measure, &stated)).collect();
        }
        if measure.unit == Unit::Point {
            pieces.iter_mut().for_each(|piece| self.settle_ends(said, piece));
        }
        let nearest = pieces.first()?;
        let words = say::only_if(Words::new(self.own.world.vocabulary), said, &measure, &pieces);
        let amount = Amount { interval: nearest.clone(), unit: measure.unit, metric: said.metric };
        Some((Some(amount), words))
    }

    /// Of a change in points only what follows in lines is known beside the others: each
    /// end is tried as it is.
    fn settle_ends(&self, said: &Assertion, piece: &mut Interval) {
        for end in piece.low.iter_mut().chain(&mut piece.high) {
            let mut instead = said.clone();
            let Predicate::Change(change) = &mut instead.predicate else {
                return;
            };
            let only = Figure::Within(Interval::point(end.value.clone()));
            change.value = Quantity::bare(only, change.value.unit);
            end.open |= self.fits(instead) == Some(false);
        }
    }

    /// Where the quantity may lie: all of it on one side of what is stated, or a
    /// piece on each, the nearer one first.
    fn pieces(&self, measure: &Measure, there: &[Clause], stated: &Interval) -> Option<Vec<Interval>> {
        let whole = self.range(measure, there, None)?;
        let mut pieces = match whole.is_disjoint(stated) {
            true => self.on_both_sides(measure, there, whole),
            // Where the stated number would do, it is something else that
            // contradicts the others.
            false if self.range(measure, there, Some(stated)).is_some() => return None,
            false => {
                let low = stated.low.as_ref().map(|low| Interval { low: None, high: Some(turned(low)) });
                let high = stated.high.as_ref().map(|high| Interval { low: Some(turned(high)), high: None });
                let sides = low.into_iter().chain(high);
                sides.filter_map(|side| self.range(measure, there, Some(&side))).collect()
            }
        };
        pieces.retain(|piece| !piece.is_empty() && piece.is_disjoint(stated));
        pieces.sort_by_key(|piece| gap(piece, stated));
        Some(pieces).filter(|pieces| !pieces.is_empty())
    }

    /// Where another statement may be meant in several ways, the middle may be no place
    /// for it: then there is a piece on each side of it.
    fn on_both_sides(&self, measure: &Measure, there: &[Clause], whole: Interval) -> Vec<Interval> {
        let choice = self.set.iter().enumerate().any(|(at, one)| at != self.at && one.readings.len() > 1);
        let middle = whole.low.as_ref().zip(whole.high.as_ref()).filter(|_| choice);
        let Some(middle) = middle.map(|(low, high)| (&low.value + &high.value) * Number::ratio(1, 2)) else {
            return vec![whole];
        };
        let middle = || Some(Bound::closed(middle.clone()));
        let from = |low, high| self.range(measure, there, Some(&Interval { low, high }));
        if from(middle(), middle()).is_some() {
            return vec![whole];
        }
        match (from(None, middle()), from(middle(), None)) {
            (Some(below), Some(above)) if below.is_disjoint(&above) => vec![below, above],
            _ => vec![whole],
        }
    }

    /// From where to where the quantity can go, given all but the one statement,
    /// and on one `side` where one is given.
    fn range(&self, measure: &Measure, there: &[Clause], side: Option<&Interval>) -> Option<Interval> {
        let aside: Vec<Clause> =
            side.map_or_else(Vec::new, |side| on_side(measure, side)).into_iter().collect();
        let mut rules = self.own.given();
        rules.extend(aside.iter().chain(there));
        let mut system = match &measure.base {
            None => System::new(&self.own.said(), &rules),
            Some(base) => System::scaled(&self.own.said(), &rules, base, self.own.bare(base)),
        }
        .patient(self.patience());
        let others = self.own.but(Some(self.at));
        let high = end(system.maximum(&others, &measure.terms))?;
        let turned: Terms = measure.terms.iter().map(|(u, f)| (*u, -f)).collect();
        let low = end(system.maximum(&others, &turned))?;
        let low = low.map(|bound| Bound { value: -bound.value, open: bound.open });
        let range = Interval { low, high }.scaled(&measure.scale);
        Some(range.shifted(&-&measure.offset))
    }
}

/// That the stated number lies on a side: `terms − factor · base` is above or
/// below zero, or above or below a number where there is no base.
fn on_side(measure: &Measure, side: &Interval) -> Vec<Clause> {
    let end = |bound: &Bound, low: bool| {
        let factor = (&bound.value + &measure.offset).checked_div(&measure.scale)?;
        let (terms, value) = match &measure.base {
            None => (measure.terms.clone(), factor),
            Some(base) => {
                let less = base.iter().map(|(u, f)| (*u, -(f * &factor)));
                (measure.terms.iter().cloned().chain(less).collect(), Number::ZERO)
            }
        };
        let bound = Some(Bound { value, open: bound.open });
        let (low, high) = if low { (bound, None) } else { (None, bound) };
        Some(Formula::bound(&terms, Interval { low, high }))
    };
    let low = side.low.as_ref().and_then(|bound| end(bound, true));
    let high = side.high.as_ref().and_then(|bound| end(bound, false));
    low.into_iter().chain(high).flat_map(|formula| formula.clauses()).collect()
}

fn turned(bound: &Bound) -> Bound {
    Bound { value: bound.value.clone(), open: !bound.open }
}

fn gap(piece: &Interval, stated: &Interval) -> Number {
    let between = |low: &Option<Bound>, high: &Option<Bound>| {
        let (low, high) = (low.as_ref()?, high.as_ref()?);
        let gap = &low.value - &high.value;
        (!gap.is_negative()).then_some(gap)
    };
    let above = between(&piece.low, &stated.high);
    above.or_else(|| between(&stated.low, &piece.high)).unwrap_or_default()
}

/// `Some(None)` where there is no end, `None` where nothing can be said.
fn end(reach: Reach) -> Option<Option<Bound>> {
    match reach {
        Reach::To(bound) => Some(Some(bound)),
        Reach::Endless => Some(None),
        Reach::Nothing | Reach::Unknown => None,
    }
}

/// Without an end that says nothing: nothing is below an amount of zero, a
/// share of nothing or a fall to nothing. Where nothing is what is said, that it has to
/// be more does say something.
fn near(mut allowed: Interval, measure: &Measure, stated: &Interval) -> Interval {
    let floor = -&measure.offset;
    let denied = floor.is_zero() && stated.contains(&floor);
    let idle = |low: &Bound| low.value == floor && !(low.open && denied);
    if allowed.high.is_some() && allowed.low.as_ref().is_some_and(idle) {
        allowed.low = None;
    }
    allowed
}
