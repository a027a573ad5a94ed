//! What the data admit for subjects in a period, under a scope: the only way
//! by which the kinds see figures.

mod coverage;
mod group;
mod order;
mod rivals;
pub(crate) mod when;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use recount_dataset::{Dataset, Place, Sheet, Table};
use recount_model::vocabulary::{Best, Metric};
use recount_model::{
    Cadence, EntityId, GroupId, Interval, MetricId, Number, Period, ScopeId, SeriesId, Subject, Unit,
    Vocabulary,
};

pub(crate) use group::with_swaps;
pub(crate) use order::{Placed, Places};

use crate::finding::{Amount, Evidence};
use crate::truth::Gap;
use crate::words;

/// The most lines of TOML that one piece of evidence points at.
const PLACES: usize = 9;

/// The dataset with what is worked out once and used by many claims.
pub(crate) struct Data<'a> {
    pub(crate) dataset: &'a Dataset,
    tables: Vec<Known>,
    /// Which thing a series counts into, where things are ranked.
    unit_of: BTreeMap<SeriesId, Subject>,
    empty: Table,
    /// The sums of groups, as far as they were needed.
    sums: RwLock<BTreeMap<GroupSum, Result<Datum, Gap>>>,
}

/// Which group, measured how, from which source, when.
type GroupSum = (MetricId, GroupId, Option<ScopeId>, Option<u32>, Period);

/// An order, once it has been worked out.
type Order = OnceLock<Arc<Vec<Placed>>>;

/// What is worked out of one table.
struct Known {
    /// Every series that any sheet lists.
    series: OnceLock<BTreeSet<SeriesId>>,
    /// Each sheet's published order: of its series, and of things.
    orders: BTreeMap<(Period, usize), [Order; 2]>,
}

/// Whether things are what is ranked and measured, or single series of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Units {
    /// A thing is the sum of its series.
    Entities,
    /// A thing is its largest series of the week.
    Series,
    /// Things; in an order the best member of a group stands for it.
    Best,
    /// Series; in an order the best member of a group stands for it.
    BestSeries,
}

/// One way of reading figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Frame {
    /// The scope of groups that fix none; `None` counts everything listed.
    pub(crate) scope: Option<ScopeId>,
    /// Does it hold for groups too that fix another?
    pub(crate) overrides: bool,
    /// What is ranked and measured.
    pub(crate) units: Units,
    /// The source to use where there are several; an index into the dataset's.
    pub(crate) source: Option<u32>,
}

/// The figures of one metric, read in one way.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub(crate) data: &'a Data<'a>,
    pub(crate) metric: MetricId,
    pub(crate) frame: Frame,
}

/// What the data admit of one amount.
#[derive(Clone, Debug)]
pub(crate) struct Datum {
    /// As published.
    pub(crate) given: Interval,
    /// With the tolerance, and whatever is not listed but bounded.
    pub(crate) admitted: Interval,
    /// Wider still: a group with the part of `other` that may belong to it.
    pub(crate) beyond: Option<Interval>,
    /// The figure to show.
    pub(crate) evidence: Vec<Evidence>,
}

/// The same of one sheet, with its lines of TOML.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    given: Interval,
    admitted: Interval,
    beyond: Option<Interval>,
    places: Vec<(Number, Place)>,
}

impl Part {
    fn zero() -> Self {
        Self {
            given: Interval::point(Number::ZERO),
            admitted: Interval::point(Number::ZERO),
            beyond: None,
            places: Vec::new(),
        }
    }

    fn add(&mut self, other: Self) {
        self.beyond = match (&self.beyond, &other.beyond) {
            (None, None) => None,
            (one, two) => {
                let one = one.as_ref().unwrap_or(&self.admitted);
                Some(one.plus(two.as_ref().unwrap_or(&other.admitted)))
            }
        };
        self.given = self.given.plus(&other.given);
        self.admitted = self.admitted.plus(&other.admitted);
        self.places.extend(other.places);
    }
}

impl Datum {
    /// The published figure for printing.
    pub(crate) fn words(&self) -> String {
        words::range(&self.given, words::short)
    }
}

impl<'a> Data<'a> {
    pub(crate) fn new(dataset: &'a Dataset) -> Self {
        let known = |table: &Table| {
            let keys = table.periods.iter().flat_map(|(period, sheets)| {
                (0..sheets.len()).map(move |at| ((*period, at), <[Order; 2]>::default()))
            });
            Known { series: OnceLock::new(), orders: keys.collect() }
        };
        Self {
            dataset,
            tables: dataset.tables.iter().map(known).collect(),
            unit_of: order::units(&dataset.vocabulary),
            empty: Table { cadence: Cadence::Week, periods: BTreeMap::new() },
            sums: RwLock::default(),
        }
    }

    /// The figures of `metric`; empty where there are none.
    pub(crate) fn table(&self, metric: MetricId) -> &Table {
        self.dataset.tables.get(metric.index()).unwrap_or(&self.empty)
    }

    /// The sources of `metric`, where there is a choice.
    pub(crate) fn sources(&self, metric: MetricId) -> Vec<u32> {
        let several = self.table(metric).periods.values().any(|sheets| sheets.len() > 1);
        if !several {
            return Vec::new();
        }
        (0u32..)
            .zip(&self.dataset.sources)
            .filter(|(_, source)| source.metric == metric)
            .map(|(at, _)| at)
            .collect()
    }
}

impl<'a> Ground<'a> {
    pub(crate) fn vocabulary(&self) -> &'a Vocabulary {
        &self.data.dataset.vocabulary
    }

    pub(crate) fn table(&self) -> &'a Table {
        self.data.table(self.metric)
    }

    pub(crate) fn about(&self) -> &'a Metric {
        self.vocabulary().metric(self.metric)
    }

    /// The periods of the table of which `period` consists.
    pub(crate) fn parts(&self, period: Period) -> Result<Vec<Period>, Gap> {
        when::parts(self.table(), self.about(), period)
    }

    /// The period `steps` later, in the steps of the figures.
    pub(crate) fn later(&self, period: Period, steps: i64) -> Period {
        when::later(self.table().cadence, period, steps)
    }

    /// Every covered period that ends before `period` starts, latest first.
    pub(crate) fn earlier(&self, period: Period) -> impl Iterator<Item = Period> + use<'a> {
        let bound = Period::day(period.start);
        let before = self.table().periods.range(..bound).rev();
        before.map(|(p, _)| *p).filter(move |p| p.end < period.start)
    }

    /// An amount of this metric, for evidence and for `actual`.
    pub(crate) fn amount(&self, interval: Interval, unit: Unit) -> Amount {
        Amount { interval, unit, metric: self.metric }
    }

    /// The sheet of one period of the table.
    fn sheet(&self, period: Period) -> Result<(usize, &'a Sheet), Gap> {
        let sheets = self.table().periods.get(&period);
        let sheets = sheets.ok_or(Gap::uncovered(period))?;
        let chosen =
            self.frame.source.and_then(|source| sheets.iter().position(|sheet| sheet.source == source));
        let at = chosen.unwrap_or(0);
        sheets.get(at).map(|sheet| (at, sheet)).ok_or(Gap::uncovered(period))
    }

    /// Does any sheet of the metric list it?
    fn knows(&self, series: SeriesId) -> bool {
        let Some(known) = self.data.tables.get(self.metric.index()) else {
            return false;
        };
        let all = known.series.get_or_init(|| {
            let sheets = self.table().periods.values().flatten();
            sheets.flat_map(|sheet| sheet.figures.keys().copied()).collect()
        });
        all.contains(&series)
    }

    /// The sum of `subjects` in `period`.
    ///
    /// # Errors
    /// What is not covered, or why the period does not compare.
    pub(crate) fn sum(&self, subjects: &[Subject], period: Period) -> Result<Datum, Gap> {
        let mut sum = Datum {
            given: Interval::point(Number::ZERO),
            admitted: Interval::point(Number::ZERO),
            beyond: None,
            evidence: Vec::new(),
        };
        for subject in subjects {
            let one = self.one(*subject, period)?;
            sum.beyond = match (&sum.beyond, &one.beyond) {
                (None, None) => None,
                (a, b) => {
                    let a = a.as_ref().unwrap_or(&sum.admitted);
                    Some(a.plus(b.as_ref().unwrap_or(&one.admitted)))
                }
            };
            sum.given = sum.given.plus(&one.given);
            sum.admitted = sum.admitted.plus(&one.admitted);
            sum.evidence.extend(one.evidence);
        }
        Ok(sum)
    }

    /// The figure of one subject in `period`; that of a group is worked out once.
    fn one(&self, subject: Subject, period: Period) -> Result<Datum, Gap> {
        let Subject::Group(id) = subject else {
            return self.summed(subject, period);
        };
        let key = (self.metric, id, self.scope_of(subject), self.frame.source, period);
        let sums = &self.data.sums;
        let known = sums.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        known.unwrap_or_else(|| {
            let sum = self.summed(subject, period);
            sums.write().unwrap_or_else(PoisonError::into_inner).insert(key, sum.clone());
            sum
        })
    }

    /// The figure of one subject in `period`, which may be several of the table's.
    fn summed(&self, subject: Subject, period: Period) -> Result<Datum, Gap> {
        let mut total = Part::zero();
        let mut source = None;
        for piece in self.parts(period)? {
            let (_, sheet) = self.sheet(piece)?;
            total.add(self.part(subject, piece, sheet)?);
            source.get_or_insert(sheet.source);
        }
        total.places.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let evidence = Evidence {
            of: vec![subject],
            scope: self.scope_of(subject),
            period,
            value: self.amount(total.admitted.clone(), Unit::Own),
            source: self.source_name(source),
            places: total.places.iter().map(|(_, place)| *place).take(PLACES).collect(),
        };
        Ok(Datum {
            given: total.given,
            admitted: total.admitted,
            beyond: total.beyond,
            evidence: vec![evidence],
        })
    }

    fn source_name(&self, source: Option<u32>) -> String {
        let source = source.and_then(|at| self.data.dataset.sources.get(at as usize));
        source.map_or_else(String::new, |source| source.name.clone())
    }

    /// The scope under which a subject is measured here; `None` where none matters.
    pub(crate) fn scope_of(&self, subject: Subject) -> Option<ScopeId> {
        match subject {
            Subject::Group(id) => {
                let group = self.vocabulary().group(id);
                if self.frame.overrides && self.frame.scope.is_some() {
                    return self.frame.scope;
                }
                let free = if group.is_total() { None } else { self.frame.scope };
                group.scope.or(free)
            }
            Subject::Entity(_) | Subject::Series(_) => None,
        }
    }

    fn part(&self, subject: Subject, period: Period, sheet: &Sheet) -> Result<Part, Gap> {
        match subject {
            Subject::Series(id) => self.series(id, period, sheet),
            Subject::Entity(id) => self.entity(id, period, sheet),
            Subject::Group(id) => self.group(id, period, sheet),
        }
    }

    fn entity(&self, id: EntityId, period: Period, sheet: &Sheet) -> Result<Part, Gap> {
        let entity = self.vocabulary().entity(id);
        if !entity.series.iter().any(|series| self.knows(*series)) {
            return Err(Gap::unlisted(self.vocabulary().subject_name(Subject::Entity(id)), period));
        }
        let listed = |id: &&SeriesId| sheet.figures.contains_key(id);
        let mut sum = Part::zero();
        for series in &entity.series {
            let part = self.series_or_bound(*series, period, sheet)?;
            // What is not listed beside a listed series widens what is
            // admitted, not what is published.
            let beside = !listed(&series) && entity.series.iter().any(|s| listed(&s));
            let given = if beside { Interval::point(Number::ZERO) } else { part.given.clone() };
            sum.add(Part { given, ..part });
        }
        Ok(sum)
    }

    fn series(&self, id: SeriesId, period: Period, sheet: &Sheet) -> Result<Part, Gap> {
        if !self.knows(id) {
            return Err(Gap::unlisted(self.vocabulary().subject_name(Subject::Series(id)), period));
        }
        self.series_or_bound(id, period, sheet)
    }

    /// The listed figure; else what a complete sheet leaves for it.
    fn series_or_bound(&self, id: SeriesId, period: Period, sheet: &Sheet) -> Result<Part, Gap> {
        if let Some(figure) = sheet.figures.get(&id) {
            let middle = figure.given.middle().unwrap_or_default();
            return Ok(Part {
                given: figure.given.clone(),
                admitted: figure.admitted.clone(),
                beyond: None,
                places: vec![(middle, figure.place)],
            });
        }
        let bound = self.bound(sheet);
        let missing = Gap::unlisted(self.vocabulary().subject_name(Subject::Series(id)), period);
        let interval = bound.map(|most| Interval::closed(Number::ZERO, most)).ok_or(missing)?;
        Ok(Part {
            given: interval.clone(),
            admitted: interval,
            beyond: None,
            places: vec![(Number::ZERO, sheet.place)],
        })
    }

    /// The most that a series may have that a complete sheet does not list;
    /// `None` where nothing is known of it.
    fn bound(&self, sheet: &Sheet) -> Option<Number> {
        let about = self.about();
        if !sheet.complete || about.signed || about.best == Best::Lowest {
            return None;
        }
        let most = sheet.unlisted_at_most.clone()?;
        let rest = sheet.other.as_ref().and_then(|other| other.admitted.high.clone());
        Some(rest.map_or(most.clone(), |rest| rest.value.min(most)))
    }

    /// The largest listed series of an entity in `period`.
    pub(crate) fn largest(&self, id: EntityId, period: Period) -> Option<SeriesId> {
        let last = self.parts(period).ok()?.into_iter().next_back()?;
        let (_, sheet) = self.sheet(last).ok()?;
        let middle = |series: &SeriesId| Some((sheet.figures.get(series)?.given.middle()?, *series));
        let listed = self.vocabulary().entity(id).series.iter().filter_map(middle);
        let best = listed.reduce(|best, next| {
            let lowest = self.about().best == Best::Lowest;
            let closer = if lowest { next.0 < best.0 } else { next.0 > best.0 };
            if closer { next } else { best }
        });
        best.map(|(_, series)| series)
    }

    /// What the source counts of a subject.
    pub(crate) fn series_of(&self, subject: Subject) -> Vec<SeriesId> {
        match subject {
            Subject::Series(id) => vec![id],
            Subject::Entity(id) => self.vocabulary().entity(id).series.clone(),
            Subject::Group(id) => self.vocabulary().group(id).members.clone(),
        }
    }

    /// Does the series belong to the subject?
    pub(crate) fn belongs(&self, series: SeriesId, subject: Subject) -> bool {
        match subject {
            Subject::Series(id) => id == series,
            Subject::Entity(id) => self.vocabulary().entity(id).series.contains(&series),
            Subject::Group(id) => self.is_member(series, id),
        }
    }

    fn is_member(&self, series: SeriesId, id: GroupId) -> bool {
        let group = self.vocabulary().group(id);
        group.is_total() || group.members.binary_search(&series).is_ok()
    }
}
