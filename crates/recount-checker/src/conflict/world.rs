//! What the vocabulary says of parts and wholes: who is part of whom, and who
//! shares nothing with whom.

use std::collections::BTreeSet;

use recount_model::{GroupId, MetricId, ScopeId, SeriesId, Subject, Vocabulary};

use super::compile::World;
use super::unknown::Of;

impl World<'_> {
    /// The entity of which a series is all, else the subject itself: so that
    /// both names stand for one unknown.
    pub(crate) fn single(&self, subject: Subject) -> Subject {
        let Subject::Series(series) = subject else {
            return subject;
        };
        let entities = (0_u32..).zip(&self.vocabulary.entities);
        let mut alone = entities.filter(|(_, entity)| entity.series == [series]);
        alone.next().map_or(subject, |(id, _)| Subject::Entity(recount_model::EntityId(id)))
    }

    /// The series of an entity; `None` for a group, whose series are not all known.
    pub(crate) fn series_of(&self, subject: Subject) -> Option<BTreeSet<SeriesId>> {
        match subject {
            Subject::Entity(id) => {
                let series = &self.vocabulary.entity(id).series;
                Some(series.iter().copied().collect())
            }
            Subject::Series(id) => Some(BTreeSet::from([id])),
            Subject::Group(_) => None,
        }
    }

    /// Do the two certainly share no series?
    pub(crate) fn disjoint(&self, a: Subject, b: Subject) -> bool {
        match (a, b) {
            (Subject::Group(a), Subject::Group(b)) => groups_apart(self.vocabulary, a, b),
            (Subject::Group(group), other) | (other, Subject::Group(group)) => {
                let group = self.vocabulary.group(group);
                let series = self.series_of(other).unwrap_or_default();
                !group.is_total() && series.iter().all(|s| !group.members.contains(s))
            }
            (a, b) => match (self.series_of(a), self.series_of(b)) {
                (Some(a), Some(b)) => a.is_disjoint(&b),
                (None, _) | (_, None) => false,
            },
        }
    }

    /// Is every series of `part` certainly one of `whole`?
    pub(crate) fn within(&self, part: Subject, whole: Subject) -> bool {
        match (part, whole) {
            (Subject::Group(part), Subject::Group(whole)) => {
                let (part, whole) = (self.vocabulary.group(part), self.vocabulary.group(whole));
                whole.selects.iter().all(|(attribute, values)| {
                    let own = part.selects.get(attribute);
                    own.is_some_and(|own| own.iter().all(|value| values.contains(value)))
                })
            }
            (part, Subject::Group(whole)) => {
                let whole = self.vocabulary.group(whole);
                let series = self.series_of(part).unwrap_or_default();
                whole.is_total() || series.iter().all(|s| whole.members.contains(s))
            }
            (part, whole) => match (self.series_of(part), self.series_of(whole)) {
                (Some(part), Some(whole)) => part.is_subset(&whole),
                (None, _) | (_, None) => false,
            },
        }
    }

    /// Is the first certainly part of the second, each under its scope?
    pub(crate) fn is_part(
        &self,
        part: (Subject, Option<ScopeId>),
        whole: (Subject, Option<ScopeId>),
    ) -> bool {
        if part == whole {
            return false;
        }
        if self.is_universe(whole.0, whole.1) {
            return true;
        }
        if !self.within(part.0, whole.0) {
            return false;
        }
        match part.0 {
            // The largest are among all.
            Subject::Group(_) => part.1 == whole.1 || self.chart(whole.1).is_none(),
            Subject::Entity(_) | Subject::Series(_) => part.1.is_none() && self.chart(whole.1).is_none(),
        }
    }

    /// Do figures of the metric add up to wholes without turning negative?
    pub(crate) fn adds_up(&self, metric: MetricId) -> bool {
        let metric = self.vocabulary.metric(metric);
        metric.adds_up && !metric.signed
    }

    /// Of how many of the largest a scope consists; `None` where it takes all.
    pub(crate) fn chart(&self, scope: Option<ScopeId>) -> Option<u32> {
        self.vocabulary.scope(scope?).top
    }

    /// Every scope that takes the largest only, with their number.
    pub(crate) fn charts(&self) -> Vec<(ScopeId, u32)> {
        let scopes = (0_u32..).zip(&self.vocabulary.scopes);
        scopes.filter_map(|(id, scope)| Some((ScopeId(id), scope.top?))).collect()
    }

    /// Is it the whole of everything, the largest or not, listed or not?
    pub(crate) fn is_universe(&self, subject: Subject, scope: Option<ScopeId>) -> bool {
        let Subject::Group(group) = subject else {
            return false;
        };
        self.vocabulary.group(group).is_total() && self.chart(scope).is_none()
    }

    /// The whole of everything of a metric, where the vocabulary names one.
    pub(crate) fn universe(&self, metric: MetricId) -> Option<Of> {
        let group = self.vocabulary.total()?;
        let scope = self.vocabulary.group(group).scope;
        let scope = scope.or(self.vocabulary.metric(metric).default_scope);
        let subject = Subject::Group(group);
        self.is_universe(subject, scope).then_some(Of::Volume { subject, scope })
    }
}

/// Groups over different values of one attribute share no member, unless some
/// series has several values of it.
fn groups_apart(vocabulary: &Vocabulary, a: GroupId, b: GroupId) -> bool {
    let (a, b) = (vocabulary.group(a), vocabulary.group(b));
    a.selects.iter().any(|(attribute, values)| {
        let other = b.selects.get(attribute);
        let apart = other.is_some_and(|other| values.iter().all(|v| !other.contains(v)));
        let several = |series: &recount_model::vocabulary::Series| {
            series.attributes.get(attribute).is_some_and(|v| v.len() > 1)
        };
        apart && !vocabulary.series.iter().any(several)
    })
}
