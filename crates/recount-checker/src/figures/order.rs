//! The published order of series, or of things, in a period.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use recount_model::vocabulary::Best;
use recount_model::{EntityId, Interval, Number, Period, SeriesId, Subject, Vocabulary};

use super::{Ground, Part, Units};
use crate::truth::Gap;

/// A place in the published order.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    /// The thing, or the single series.
    pub(crate) unit: Subject,
    /// What of it the source counts.
    pub(crate) series: Vec<SeriesId>,
    /// Its published figure.
    pub(crate) given: Interval,
    /// With the tolerance.
    pub(crate) admitted: Interval,
    /// The figure by which it is ordered.
    pub(crate) middle: Number,
}

/// The places that one subject may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Places {
    /// In the published order: the first and, where figures are equal, the last.
    pub(crate) published: (u32, Option<u32>),
    /// The best that the admitted figures allow.
    pub(crate) best: u32,
    /// The worst; `None` where nothing limits it.
    pub(crate) worst: Option<u32>,
}

/// Which thing each series counts into. An entity that holds another one is
/// a family, and no rival of its members.
pub(super) fn units(vocabulary: &Vocabulary) -> BTreeMap<SeriesId, Subject> {
    let mut entities: Vec<(u32, &Vec<SeriesId>)> =
        (0u32..).zip(vocabulary.entities.iter().map(|e| &e.series)).collect();
    entities.sort_by_key(|(id, series)| (series.len(), *id));
    let mut units = BTreeMap::new();
    for (id, series) in entities {
        if series.iter().any(|series| units.contains_key(series)) {
            continue;
        }
        let unit = Subject::Entity(EntityId(id));
        units.extend(series.iter().map(|series| (*series, unit)));
    }
    units
}

impl Ground<'_> {
    /// Everything in the order in which the metric ranks, best first: summed
    /// over `periods`, which are of the table.
    ///
    /// # Errors
    /// The first of the periods that is not covered or not complete.
    pub(crate) fn order(&self, periods: &[Period], units: Units) -> Result<Arc<Vec<Placed>>, Gap> {
        let [period] = periods else {
            return self.ordered(periods, units).map(Arc::new);
        };
        let (at, _) = self.sheet(*period)?;
        let known = self.data.tables.get(self.metric.index());
        let cells = known.and_then(|known| known.orders.get(&(*period, at)));
        let Some(cells) = cells else {
            return self.ordered(periods, units).map(Arc::new);
        };
        let cell = &cells[usize::from(matches!(units, Units::Entities | Units::Best))];
        if let Some(order) = cell.get() {
            return Ok(Arc::clone(order));
        }
        let order = Arc::new(self.ordered(periods, units)?);
        Ok(Arc::clone(cell.get_or_init(|| order)))
    }

    fn ordered(&self, periods: &[Period], units: Units) -> Result<Vec<Placed>, Gap> {
        let mut all: BTreeMap<Subject, BTreeSet<SeriesId>> = BTreeMap::new();
        for period in periods {
            let (_, sheet) = self.sheet(*period)?;
            if !sheet.complete {
                return Err(Gap::unlisted("all series", *period));
            }
            for series in sheet.figures.keys() {
                let alone = Subject::Series(*series);
                let unit = match units {
                    Units::Series | Units::BestSeries => alone,
                    Units::Entities | Units::Best => self.data.unit_of.get(series).copied().unwrap_or(alone),
                };
                all.entry(unit).or_default().insert(*series);
            }
        }
        let mut order = Vec::with_capacity(all.len());
        for (unit, listed) in all {
            let mut sum = Part::zero();
            for period in periods {
                let (_, sheet) = self.sheet(*period)?;
                sum.add(self.part(unit, *period, sheet).unwrap_or_else(|_| Part::zero()));
            }
            order.push(Placed {
                unit,
                series: listed.into_iter().collect(),
                middle: sum.given.middle().unwrap_or_default(),
                given: sum.given,
                admitted: sum.admitted,
            });
        }
        self.sort(&mut order);
        Ok(order)
    }

    /// Sorts best first; equal figures by their ids.
    pub(crate) fn sort(&self, order: &mut [Placed]) {
        let best = self.about().best;
        order.sort_by(|a, b| {
            let size = match best {
                Best::Highest => b.middle.cmp(&a.middle),
                Best::Lowest => a.middle.cmp(&b.middle),
            };
            size.then(a.unit.cmp(&b.unit))
        });
    }

    /// The places that `subject` may have among `others`, itself left out.
    pub(crate) fn places<'p>(&self, subject: &Placed, others: impl Iterator<Item = &'p Placed>) -> Places {
        let lowest = self.about().best == Best::Lowest;
        let oriented = |interval: &Interval| match lowest {
            true => interval.mirrored(),
            false => interval.clone(),
        };
        let mine = oriented(&subject.admitted);
        let (mut ahead, mut equal, mut surely, mut maybe) = (0u32, 0u32, 0u32, 0u32);
        for other in others {
            match other.middle.cmp(&subject.middle) {
                std::cmp::Ordering::Equal => equal += 1,
                order if (order == std::cmp::Ordering::Greater) != lowest => ahead += 1,
                _ => {}
            }
            let theirs = oriented(&other.admitted);
            let difference = theirs.minus(&mine);
            let above = Interval::above(Number::ZERO);
            surely += u32::from(difference.is_within(&above));
            maybe += u32::from(!difference.is_disjoint(&above) || difference.contains(&Number::ZERO));
        }
        Places { published: (ahead + 1, Some(ahead + equal + 1)), best: surely + 1, worst: Some(maybe + 1) }
    }
}
