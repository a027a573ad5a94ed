//! The unknowns that statements bound: weekly figures, and what ranks, counts
//! and shares speak of beside them.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use recount_model::{GroupId, MetricId, Period, ScopeId, Subject};

use super::formula::UnknownId;

/// What is unknown, of one metric in one period.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Unknown {
    /// What is counted.
    pub(crate) metric: MetricId,
    /// When.
    pub(crate) period: Period,
    /// Of what.
    pub(crate) of: Of,
}

/// The kinds of unknown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Of {
    /// The figure of one subject. The scope of an entity is `None` unless the
    /// text names one.
    Volume { subject: Subject, scope: Option<ScopeId> },
    /// What counts of an entity into its groups under a scope of the largest
    /// only: all of it if it is among them, else nothing.
    Charted { subject: Subject, scope: ScopeId },
    /// The share of the subjects in the objects, as a fraction.
    Portion { subject: Vec<(Subject, Option<ScopeId>)>, object: Vec<(Subject, Option<ScopeId>)> },
    /// What of the subject is in the top `top` of the object.
    InTop { subject: Vec<(Subject, Option<ScopeId>)>, object: Vec<(Subject, Option<ScopeId>)>, top: u32 },
    /// The top `top` of the object.
    TopSum { object: Vec<(Subject, Option<ScopeId>)>, top: u32 },
    /// The rank of a subject, among all or among the members of a group.
    Place { subject: Subject, among: Option<GroupId> },
    /// How many of the top `top` belong to a group.
    Count { group: GroupId, top: u32 },
    /// 1 if a ranked subject is in the top `top`, of all or of a group, else 0.
    Inside { subject: Subject, among: Option<GroupId>, top: u32 },
    /// 1 if the first of two ranked subjects is before the second, else 0.
    Ahead { first: Subject, second: Subject },
    /// The figure of whoever holds a place.
    Slot { among: Option<GroupId>, place: u32 },
    /// 1 if a thing was there at all, else 0.
    There { subject: Subject },
    /// In how many periods something was so, up to this one and with it.
    Times { what: What },
}

/// What may be so in one week and not in another.
#[derive(Clone, Debug)]
pub(crate) struct What {
    /// Equal for what says the same.
    pub(crate) key: String,
    /// "Alder at number 1".
    pub(crate) words: String,
}

impl PartialEq for What {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for What {}

impl PartialOrd for What {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for What {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key)
    }
}

impl Of {
    /// Is it a whole number?
    pub(crate) const fn is_whole(&self) -> bool {
        match self {
            Self::Place { .. } | Self::Count { .. } | Self::Times { .. } => true,
            Self::Inside { .. } | Self::Ahead { .. } | Self::There { .. } => true,
            Self::Volume { .. } | Self::Charted { .. } | Self::Portion { .. } => false,
            Self::InTop { .. } | Self::TopSum { .. } | Self::Slot { .. } => false,
        }
    }

    /// Is it an amount in the metric's own unit?
    pub(crate) const fn is_amount(&self) -> bool {
        match self {
            Self::Volume { .. } | Self::Charted { .. } => true,
            Self::InTop { .. } | Self::TopSum { .. } | Self::Slot { .. } => true,
            Self::Portion { .. } | Self::Place { .. } | Self::Count { .. } => false,
            Self::Inside { .. } | Self::Ahead { .. } | Self::There { .. } | Self::Times { .. } => false,
        }
    }
}

/// Every unknown, numbered as they come.
#[derive(Clone, Debug, Default)]
pub(crate) struct Unknowns {
    ids: BTreeMap<Unknown, UnknownId>,
    list: Vec<Unknown>,
}

impl Unknowns {
    /// Its number; a new one if it is new.
    pub(crate) fn id(&mut self, unknown: Unknown) -> UnknownId {
        if let Some(id) = self.ids.get(&unknown) {
            return *id;
        }
        let id = self.list.len();
        self.ids.insert(unknown.clone(), id);
        self.list.push(unknown);
        id
    }

    /// Its number, if it has one.
    pub(crate) fn find(&self, unknown: &Unknown) -> Option<UnknownId> {
        self.ids.get(unknown).copied()
    }

    /// The unknown of that number.
    pub(crate) fn get(&self, id: UnknownId) -> &Unknown {
        &self.list[id]
    }

    /// How many there are.
    pub(crate) const fn len(&self) -> usize {
        self.list.len()
    }

    /// All of them with their numbers, ordered by metric, period and kind.
    pub(crate) fn ordered(&self) -> Vec<(Unknown, UnknownId)> {
        self.ids.iter().map(|(u, id)| (u.clone(), *id)).collect()
    }
}
