//! What an unknown is in the published figures, as one number: where the search
//! for values that satisfy many statements starts. No answer depends on it.

use recount_model::{GroupId, MetricId, Number, Period, ScopeId, Subject};

use crate::conflict::unknown::{Of, Unknown};
use crate::figures::{Data, Frame, Ground, Placed, Units};

/// A subject, and the scope under which it counts.
type Scoped = (Subject, Option<ScopeId>);

/// The number; `None` where nothing is published, or too little.
pub(crate) fn guess(data: &Data<'_>, unknown: &Unknown) -> Option<Number> {
    let week = Week { data, metric: unknown.metric, period: unknown.period };
    week.ground(None).covers(unknown.period).then_some(())?;
    match &unknown.of {
        Of::Volume { subject, scope } => week.sum(&[(*subject, *scope)]),
        Of::Charted { subject, scope } => {
            let top = data.dataset.vocabulary.scope(*scope).top?;
            week.within(None, top)?
                .iter()
                .find(|placed| placed.unit == *subject)
                .map_or_else(|| Some(Number::ZERO), |placed| Some(placed.middle.clone()))
        }
        Of::Portion { subject, object } => week.sum(subject)?.checked_div(&week.sum(object)?),
        Of::InTop { subject, object, top } => {
            let top = week.within(week.among(object)?, *top)?;
            let of = |placed: &&Placed| subject.iter().any(|(subject, _)| week.belongs(placed, *subject));
            Some(top.iter().filter(of).map(|placed| placed.middle.clone()).sum())
        }
        Of::TopSum { object, top } => {
            let top = week.within(week.among(object)?, *top)?;
            Some(top.into_iter().map(|placed| placed.middle).sum())
        }
        Of::Place { subject, among } => week.place(*subject, *among).map(Number::from),
        Of::Count { group, top } => {
            let of = |placed: &&Placed| week.belongs(placed, Subject::Group(*group));
            let count = week.within(None, *top)?.iter().filter(of).count();
            u32::try_from(count).ok().map(Number::from)
        }
        Of::Inside { subject, among, top } => Some(whether(week.place(*subject, *among)? <= *top)),
        Of::Ahead { first, second } => Some(whether(week.place(*first, None)? < week.place(*second, None)?)),
        Of::Slot { among, place } => week.within(*among, *place)?.pop().map(|placed| placed.middle),
        Of::There { .. } => Some(Number::ONE),
        Of::Times { .. } => None,
    }
}

fn whether(is: bool) -> Number {
    if is { Number::ONE } else { Number::ZERO }
}

struct Week<'d> {
    data: &'d Data<'d>,
    metric: MetricId,
    period: Period,
}

impl Week<'_> {
    fn ground(&self, scope: Option<ScopeId>) -> Ground<'_> {
        let frame = Frame { scope, overrides: scope.is_some(), units: Units::Entities, source: None };
        Ground { data: self.data, metric: self.metric, frame }
    }

    fn sum(&self, subjects: &[Scoped]) -> Option<Number> {
        let one = |(subject, scope): &Scoped| {
            let datum = self.ground(*scope).sum(&[*subject], self.period).ok()?;
            datum.given.middle()
        };
        subjects.iter().map(one).sum::<Option<Number>>()
    }

    /// The group that a list is a list of; everything is none.
    fn among(&self, object: &[Scoped]) -> Option<Option<GroupId>> {
        match object {
            [(Subject::Group(id), _)] if self.data.dataset.vocabulary.group(*id).is_total() => Some(None),
            [(Subject::Group(id), _)] => Some(Some(*id)),
            _ => None,
        }
    }

    fn belongs(&self, placed: &Placed, subject: Subject) -> bool {
        let ground = self.ground(None);
        placed.series.iter().all(|series| ground.belongs(*series, subject))
    }

    /// The first places of a list, as far as there are so many.
    fn within(&self, among: Option<GroupId>, top: u32) -> Option<Vec<Placed>> {
        let order = self.ground(None).order(&[self.period], Units::Entities).ok()?;
        let of = |placed: &&Placed| among.is_none_or(|id| self.belongs(placed, Subject::Group(id)));
        let top = usize::try_from(top).ok()?;
        let first: Vec<Placed> = order.iter().filter(of).take(top).cloned().collect();
        (first.len() == top).then_some(first)
    }

    fn place(&self, subject: Subject, among: Option<GroupId>) -> Option<u32> {
        let order = self.ground(None).order(&[self.period], Units::Entities).ok()?;
        let of = |placed: &&Placed| among.is_none_or(|id| self.belongs(placed, Subject::Group(id)));
        let place = order.iter().filter(of).position(|placed| placed.unit == subject)?;
        u32::try_from(place + 1).ok()
    }
}
