//! What the data admit for a group: of the chart, of what is listed, of everything.

use recount_dataset::Sheet;
use recount_model::{Bound, GroupId, Interval, Number, Period, ScopeId, SeriesId, Subject};

use super::{Ground, Part, Placed, Units};
use crate::truth::Gap;

impl Ground<'_> {
    /// The sum of a group's members in one sheet, under its scope.
    pub(super) fn group(&self, id: GroupId, period: Period, sheet: &Sheet) -> Result<Part, Gap> {
        let group = self.vocabulary().group(id);
        let subject = Subject::Group(id);
        let known = group.is_total() || group.members.iter().any(|series| self.knows(*series));
        if !known || !sheet.complete {
            let name = self.vocabulary().subject_name(subject);
            return Err(Gap::unlisted(name, period));
        }
        let top = self.places_of(self.scope_of(subject));
        if group.is_total() && top.is_none() {
            return Ok(self.everything(sheet));
        }
        self.selected(&|series| self.is_member(series, id), top, period, sheet)
    }

    /// How many of the largest series count under a scope; `None` for all.
    pub(super) fn places_of(&self, scope: Option<ScopeId>) -> Option<usize> {
        let scope = scope.map(|scope| self.vocabulary().scope(scope));
        scope.and_then(|scope| scope.top).map(|top| top as usize)
    }

    /// The sum of what `is_member` selects: of the `top` largest, or of what
    /// is listed.
    pub(super) fn selected(
        &self,
        is_member: &dyn Fn(SeriesId) -> bool,
        top: Option<usize>,
        period: Period,
        sheet: &Sheet,
    ) -> Result<Part, Gap> {
        let Some(top) = top else {
            return Ok(listed(is_member, sheet));
        };
        let order = self.order(&[period], Units::Series)?;
        let (inside, outside) = order.split_at(top.min(order.len()));
        let (inside, outside): (Vec<_>, Vec<_>) = (inside.iter().collect(), outside.iter().collect());
        let member = |placed: &Placed| placed.series.iter().any(|series| is_member(*series));
        let mut sum = Part::zero();
        for placed in inside.iter().filter(|placed| member(placed)) {
            let place = placed.series.iter().find_map(|s| sheet.figures.get(s));
            sum.add(Part {
                given: placed.given.clone(),
                admitted: placed.admitted.clone(),
                beyond: None,
                places: place.map(|f| (placed.middle.clone(), f.place)).into_iter().collect(),
            });
        }
        sum.admitted = with_swaps(&sum.admitted, &inside, &outside, &member);
        if order.len() < top {
            sum.beyond = with_other(&sum.admitted, sheet);
        }
        if sum.places.is_empty() {
            sum.places.push((Number::ZERO, sheet.place));
        }
        Ok(sum)
    }

    /// Everything listed, and `other`.
    fn everything(&self, sheet: &Sheet) -> Part {
        let mut sum = Part::zero();
        for figure in sheet.figures.values().chain(&sheet.other) {
            sum.add(Part {
                given: figure.given.clone(),
                admitted: figure.admitted.clone(),
                beyond: None,
                places: Vec::new(),
            });
        }
        if let Some(exact) = self.exact_total(sheet) {
            sum.given = Interval::point(exact.clone());
            let source = self.data.dataset.sources.get(sheet.source as usize);
            let tolerance = source.map_or(Number::ZERO, |source| source.tolerance.clone());
            let slack = &exact.abs() * &tolerance;
            sum.admitted = Interval::closed(&exact - &slack, &exact + &slack);
        }
        sum.places = vec![(Number::ZERO, sheet.place)];
        if let Some(other) = &sheet.other {
            sum.places.push((Number::ZERO, other.place));
        }
        sum
    }

    /// A sheet may know its total better than its parts: where `other` is
    /// what the total leaves, its least goes with the most of the listed
    /// figures and its most with their least, and both give the total.
    fn exact_total(&self, sheet: &Sheet) -> Option<Number> {
        let other = sheet.other.as_ref()?;
        let (low, high) = (other.given.low.as_ref()?, other.given.high.as_ref()?);
        let end = |bound: fn(&Interval) -> Option<&Bound>| -> Option<Number> {
            let ends = sheet.figures.values().map(|f| bound(&f.given).map(|b| b.value.clone()));
            ends.sum()
        };
        let one = &end(|i| i.high.as_ref())? + &low.value;
        let two = &end(|i| i.low.as_ref())? + &high.value;
        (one == two).then_some(one)
    }
}

/// `sum`, which is of members among `inside`, widened to every order that the
/// admitted figures allow: what is inside may swap with what is outside.
pub(crate) fn with_swaps<'p>(
    sum: &Interval,
    inside: &[&'p Placed],
    outside: &[&'p Placed],
    is_member: &dyn Fn(&Placed) -> bool,
) -> Interval {
    let swap = |a: &Placed, b: &Placed| !a.admitted.is_disjoint(&b.admitted);
    let span = |placed: &[&Placed]| {
        let all = placed.iter().map(|placed| placed.admitted.clone());
        all.reduce(|one, two| one.hull(&two))
    };
    let meeting = |some: &[&'p Placed], others: &[&'p Placed]| -> Vec<&'p Placed> {
        let Some(near) = span(others) else {
            return Vec::new();
        };
        let meets =
            |one: &&&Placed| !one.admitted.is_disjoint(&near) && others.iter().any(|other| swap(one, other));
        some.iter().filter(meets).copied().collect()
    };
    let (leaving, entering) = (meeting(inside, outside), meeting(outside, inside));
    let most = leaving.len().min(entering.len());
    let (Some(low), Some(high)) = (&sum.low, &sum.high) else {
        return sum.clone();
    };
    // What members lose and gain with each further swap, worst and best first.
    let ends = |placed: &[&Placed], end: fn(&Interval) -> Option<&Bound>| -> Vec<Number> {
        let value = |placed: &&Placed| match end(&placed.admitted) {
            Some(bound) if is_member(placed) => bound.value.clone(),
            Some(_) | None => Number::ZERO,
        };
        let mut ends: Vec<Number> = placed.iter().map(value).collect();
        ends.sort();
        ends
    };
    let (lost, gained) = (ends(&leaving, low_end), ends(&entering, low_end));
    let (mut value, mut least) = (low.value.clone(), low.value.clone());
    for (lost, gained) in lost.iter().rev().zip(&gained).take(most) {
        value = &(&value - lost) + gained;
        least = least.min(value.clone());
    }
    let (lost, gained) = (ends(&leaving, high_end), ends(&entering, high_end));
    let (mut value, mut largest) = (high.value.clone(), high.value.clone());
    for (lost, gained) in lost.iter().zip(gained.iter().rev()).take(most) {
        value = &(&value - lost) + gained;
        largest = largest.max(value.clone());
    }
    Interval::closed(least, largest)
}

/// What is listed of a selection; `other` may hold more of it.
fn listed(is_member: &dyn Fn(SeriesId) -> bool, sheet: &Sheet) -> Part {
    let mut sum = Part::zero();
    for (series, figure) in &sheet.figures {
        if !is_member(*series) {
            continue;
        }
        sum.add(Part {
            given: figure.given.clone(),
            admitted: figure.admitted.clone(),
            beyond: None,
            places: vec![(figure.given.middle().unwrap_or_default(), figure.place)],
        });
    }
    sum.beyond = with_other(&sum.admitted, sheet);
    if sum.places.is_empty() {
        sum.places.push((Number::ZERO, sheet.place));
    }
    sum
}

fn with_other(sum: &Interval, sheet: &Sheet) -> Option<Interval> {
    let other = sheet.other.as_ref()?;
    let most = Interval { low: Some(Bound::closed(Number::ZERO)), high: other.admitted.high.clone() };
    Some(sum.plus(&most))
}

fn low_end(interval: &Interval) -> Option<&Bound> {
    interval.low.as_ref()
}

fn high_end(interval: &Interval) -> Option<&Bound> {
    interval.high.as_ref()
}
