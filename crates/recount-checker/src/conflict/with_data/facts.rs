//! What the data say of an unknown, held no more exactly than where a claim is
//! checked alone: with the tolerance, with what may not be listed, and with
//! every order that the figures admit.

use recount_model::{Interval, MetricId, Number, ScopeId, Subject};

use crate::conflict::formula::UnknownId;
use crate::conflict::unknown::{Of, Unknown};
use crate::figures::{Data, Datum, Frame, Ground, Units};
use crate::finding::Evidence;
use crate::kind::share;

/// A figure of the data.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    /// Of what.
    pub(super) of: Unknown,
    /// The number of that.
    pub(super) unknown: UnknownId,
    /// Where it lies.
    pub(super) within: Interval,
    /// Is it known up to the tolerance? Else only bounds are.
    pub(super) settled: bool,
    /// What to show.
    pub(super) evidence: Vec<Evidence>,
}

impl Fact {
    /// The name of its source.
    pub(super) fn source(&self) -> &str {
        self.evidence.first().map_or("", |evidence| &evidence.source)
    }
}

/// What the data say of an unknown, if anything.
pub(super) fn of(data: &Data<'_>, id: UnknownId, unknown: &Unknown) -> Option<Fact> {
    match &unknown.of {
        Of::Volume { subject, scope } => volume(data, unknown, (*subject, *scope), id),
        Of::Portion { subject, object } => portion(data, unknown, (subject, object), id),
        Of::Charted { .. } | Of::InTop { .. } | Of::TopSum { .. } => None,
        Of::Place { .. } | Of::Count { .. } | Of::Inside { .. } => None,
        Of::Ahead { .. } | Of::Slot { .. } | Of::There { .. } | Of::Times { .. } => None,
    }
}

/// A subject, and the scope under which it counts.
type Scoped = (Subject, Option<ScopeId>);

fn ground<'d>(data: &'d Data<'d>, metric: MetricId, scope: Option<ScopeId>) -> Ground<'d> {
    let frame = Frame { scope, overrides: scope.is_some(), units: Units::Entities, source: None };
    Ground { data, metric, frame }
}

fn volume(data: &Data<'_>, of: &Unknown, (subject, scope): Scoped, unknown: UnknownId) -> Option<Fact> {
    let (metric, period) = (of.metric, of.period);
    let ground = ground(data, metric, scope);
    if !ground.covers(period) {
        return None;
    }
    let datum = ground.sum(&[subject], period).ok()?;
    let within = admitted(&datum);
    let settled = datum.beyond.is_none() && ground.lists_all(subject, period);
    let mut evidence = datum.evidence;
    for one in &mut evidence {
        one.value.interval = within.clone();
        one.scope = scope.filter(|_| matches!(subject, Subject::Group(_)));
    }
    Some(Fact { of: of.clone(), unknown, within, settled, evidence })
}

/// What is admitted, with the part of the rest that may belong to it.
fn admitted(datum: &Datum) -> Interval {
    match &datum.beyond {
        Some(beyond) => datum.admitted.hull(beyond),
        None => datum.admitted.clone(),
    }
}

fn portion(
    data: &Data<'_>,
    of: &Unknown,
    (subject, object): (&[Scoped], &[Scoped]),
    unknown: UnknownId,
) -> Option<Fact> {
    let (metric, period) = (of.metric, of.period);
    // One frame has to give every group the scope that the unknown has.
    let all = || subject.iter().chain(object);
    let scopes = all().filter_map(|(_, scope)| *scope);
    let frames = scopes.map(Some).chain([None]).flat_map(|scope| {
        [false, true].map(|overrides| Frame { scope, overrides, units: Units::Entities, source: None })
    });
    let suits = |frame: &Frame| {
        let ground = Ground { data, metric, frame: *frame };
        all().all(|(subject, scope)| match subject {
            Subject::Group(_) => ground.scope_of(*subject) == *scope,
            Subject::Entity(_) | Subject::Series(_) => true,
        })
    };
    let frame = frames.into_iter().find(suits)?;
    let ground = Ground { data, metric, frame };
    if !ground.covers(period) {
        return None;
    }
    let list = |scoped: &[Scoped]| scoped.iter().map(|(subject, _)| *subject).collect::<Vec<_>>();
    let share = share::of(&ground, &list(subject), &list(object), None, period).ok()?;
    let datum = share.datum();
    let settled = datum.beyond.is_none() && all().all(|(subject, _)| ground.lists_all(*subject, period));
    let within = admitted(&datum).scaled(&Number::ratio(1, 100));
    Some(Fact { of: of.clone(), unknown, within, settled, evidence: share.evidence() })
}
