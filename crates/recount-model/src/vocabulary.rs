//! The validated vocabulary: every name that the program knows. No name of a
//! domain stands in code; all of them come from `claims/vocabulary.toml`.

use std::collections::BTreeMap;

use jiff::civil::Weekday;

use crate::assertion::Subject;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub u32);

            impl $name {
                /// Its place in the vocabulary's list.
                #[must_use]
                pub const fn index(self) -> usize {
                    self.0 as usize
                }
            }
        )+
    };
}

ids! {
    /// A metric of the vocabulary.
    MetricId,
    /// A scope of the vocabulary.
    ScopeId,
    /// An entity of the vocabulary.
    EntityId,
    /// A group of the vocabulary.
    GroupId,
    /// A series: of the figures, of an entity, or both.
    SeriesId,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metric {
    /// Its id in files.
    pub id: String,
    /// What texts call it; the first is used in reports. Never empty: the id
    /// stands in where the vocabulary gives none.
    pub names: Vec<String>,
    /// The unit in the singular, as in JSON.
    pub unit: String,
    /// What texts call the unit.
    pub units: Vec<String>,
    /// Is it a flow, that adds up over time and over series? A stock does not
    /// add up over time.
    pub adds_up: bool,
    /// May a figure be negative?
    pub signed: bool,
    /// What ranks first.
    pub best: Best,
    /// The first day of its weeks.
    pub week_starts: Weekday,
    /// The scope of a group where the text names none; `None` counts all.
    pub default_scope: Option<ScopeId>,
    /// Whose figure is meant where a text names nobody, "claims rose"; `None`
    /// for the group of everything, if there is one.
    pub of: Option<Subject>,
}

impl Metric {
    /// Is it a place of an order itself, as the positions of a chart are? Then
    /// the smaller figure is the higher place.
    #[must_use]
    pub fn is_place(&self) -> bool {
        self.best == Best::Lowest && matches!(self.unit.as_str(), "position" | "place" | "rank")
    }
}

impl Metric {
    /// May it be a price, of which "cheaper" is said: no flow, no place, no rate?
    #[must_use]
    pub fn may_be_price(&self) -> bool {
        !self.adds_up && !self.is_place() && !self.is_percent()
    }

    /// Is it counted in percent, as a rate is? Then points are amounts of it.
    #[must_use]
    pub fn is_percent(&self) -> bool {
        let unit = self.unit.trim().to_lowercase();
        matches!(unit.as_str(), "%" | "percent" | "per cent" | "pct" | "percentage" | "percentage point")
    }
}

/// Which figure ranks first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Best {
    /// The largest.
    #[default]
    Highest,
    /// The smallest: a metric that is itself a position.
    Lowest,
}

/// Which series count into a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Its id in files.
    pub id: String,
    /// What texts call it; the first is used in reports. Never empty: "the X
    /// scope" stands in, with its id, where the vocabulary gives none.
    pub names: Vec<String>,
    /// Only so many of the largest series of the week; `None` counts all listed.
    pub top: Option<u32>,
}

/// What its source counts separately.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its id in the figures.
    pub id: String,
    /// Attributes from the vocabulary's patterns; an attribute may have
    /// several values.
    pub attributes: BTreeMap<String, Vec<String>>,
    /// The metrics that have figures of it, ascending; empty where nobody knows.
    pub metrics: Vec<MetricId>,
}

/// A thing that articles name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its id in files.
    pub id: String,
    /// What texts call it; the first is used in reports. Never empty.
    pub names: Vec<String>,
    /// What the source counts of it, in the order of the vocabulary. Never empty.
    pub series: Vec<SeriesId>,
}

/// Series selected by attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id in files.
    pub id: String,
    /// What texts call it; the first is used in reports. Never empty.
    pub names: Vec<String>,
    /// The attributes that a member has, with one of the values; empty selects
    /// everything, what the source did not list included.
    pub selects: BTreeMap<String, Vec<String>>,
    /// The scope that the group fixes, if it does.
    pub scope: Option<ScopeId>,
    /// The known series that it selects, ascending.
    pub members: Vec<SeriesId>,
}

impl Group {
    /// Does it select everything, listed or not?
    #[must_use]
    pub fn is_total(&self) -> bool {
        self.selects.is_empty()
    }
}

/// What a name in a text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// A thing or a group.
    Subject(Subject),
    /// What is counted.
    Metric(MetricId),
    /// The unit of a metric.
    Unit(MetricId),
    /// Which series count.
    Scope(ScopeId),
}

/// Every metric, scope, series, entity and group, each by its id.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// What is counted; the first is the default.
    pub metrics: Vec<Metric>,
    /// Which series count.
    pub scopes: Vec<Scope>,
    /// What sources count separately.
    pub series: Vec<Series>,
    /// Things that articles name.
    pub entities: Vec<Entity>,
    /// Series selected by attributes.
    pub groups: Vec<Group>,
}

impl Vocabulary {
    /// The metric of that id. Ids come from this vocabulary only.
    #[must_use]
    pub fn metric(&self, id: MetricId) -> &Metric {
        &self.metrics[id.index()]
    }

    /// The scope of that id.
    #[must_use]
    pub fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.index()]
    }

    /// The entity of that id.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.index()]
    }

    /// The group of that id.
    #[must_use]
    pub fn group(&self, id: GroupId) -> &Group {
        &self.groups[id.index()]
    }

    /// The series of that id.
    #[must_use]
    pub fn series(&self, id: SeriesId) -> &Series {
        &self.series[id.index()]
    }

    /// May there be figures of that metric for it? Not where all that is known of it is of
    /// other metrics.
    #[must_use]
    pub fn may_count(&self, metric: MetricId, subject: Subject) -> bool {
        let one;
        let series = match subject {
            Subject::Entity(id) => self.entity(id).series.as_slice(),
            Subject::Group(id) if self.group(id).is_total() => return true,
            Subject::Group(id) => self.group(id).members.as_slice(),
            Subject::Series(id) => {
                one = [id];
                &one
            }
        };
        let mut known = false;
        let counted = series.iter().any(|id| {
            let metrics = &self.series(*id).metrics;
            known |= !metrics.is_empty();
            metrics.contains(&metric)
        });
        counted || !known
    }

    /// The group that selects everything, if there is one: the default whole
    /// of a share.
    #[must_use]
    pub fn total(&self) -> Option<GroupId> {
        let place = self.groups.iter().position(Group::is_total)?;
        Some(GroupId(u32::try_from(place).ok()?))
    }

    /// The metric whose id in files is `id`.
    #[must_use]
    pub fn find_metric(&self, id: &str) -> Option<MetricId> {
        find(&self.metrics, |metric| metric.id == id).map(MetricId)
    }

    /// The scope whose id in files is `id`.
    #[must_use]
    pub fn find_scope(&self, id: &str) -> Option<ScopeId> {
        find(&self.scopes, |scope| scope.id == id).map(ScopeId)
    }

    /// The group, entity or series whose id in files is `id`, in that order.
    #[must_use]
    pub fn find_subject(&self, id: &str) -> Option<Subject> {
        let group = || find(&self.groups, |group| group.id == id).map(GroupId);
        let entity = || find(&self.entities, |entity| entity.id == id).map(EntityId);
        let series = || find(&self.series, |series| series.id == id).map(SeriesId);
        group()
            .map(Subject::Group)
            .or_else(|| entity().map(Subject::Entity))
            .or_else(|| series().map(Subject::Series))
    }

    /// The id in files.
    #[must_use]
    pub fn subject_id(&self, subject: Subject) -> &str {
        match subject {
            Subject::Entity(id) => &self.entity(id).id,
            Subject::Group(id) => &self.group(id).id,
            Subject::Series(id) => &self.series(id).id,
        }
    }

    /// The name that reports use.
    #[must_use]
    pub fn subject_name(&self, subject: Subject) -> &str {
        match subject {
            Subject::Entity(id) => &self.entity(id).names[0],
            Subject::Group(id) => &self.group(id).names[0],
            Subject::Series(id) => &self.series(id).id,
        }
    }

    /// Every name with what it stands for, in the order of the vocabulary.
    pub fn names(&self) -> impl Iterator<Item = (&str, Name)> {
        let metrics = numbered(&self.metrics).flat_map(|(at, metric)| {
            let id = MetricId(at);
            let names = metric.names.iter().map(move |n| (n.as_str(), Name::Metric(id)));
            names.chain(metric.units.iter().map(move |n| (n.as_str(), Name::Unit(id))))
        });
        let scopes = numbered(&self.scopes)
            .flat_map(|(at, scope)| scope.names.iter().map(move |n| (n.as_str(), Name::Scope(ScopeId(at)))));
        let entities = numbered(&self.entities).flat_map(|(at, entity)| {
            let name = Name::Subject(Subject::Entity(EntityId(at)));
            entity.names.iter().map(move |n| (n.as_str(), name))
        });
        let groups = numbered(&self.groups).flat_map(|(at, group)| {
            let name = Name::Subject(Subject::Group(GroupId(at)));
            group.names.iter().map(move |n| (n.as_str(), name))
        });
        metrics.chain(scopes).chain(entities).chain(groups)
    }
}

fn find<T>(items: &[T], is: impl Fn(&T) -> bool) -> Option<u32> {
    items.iter().position(is).and_then(|place| u32::try_from(place).ok())
}

fn numbered<T>(items: &[T]) -> impl Iterator<Item = (u32, &T)> {
    (0u32..).zip(items)
}
