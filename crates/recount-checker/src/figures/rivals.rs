//! What a group is ranked among: the other groups, and the values that no
//! group names, of the attribute by which it is selected.

use std::collections::BTreeSet;

use recount_model::vocabulary::Group;
use recount_model::{GroupId, Interval, Number, Period, SeriesId, Subject};

use super::{Ground, Part, Placed};
use crate::truth::Gap;

impl Ground<'_> {
    /// Everything that a group is ranked among, itself left out, with its
    /// figures in `period`; empty where nothing is.
    ///
    /// # Errors
    /// What is not covered.
    pub(crate) fn rivals(&self, id: GroupId, period: Period) -> Result<Vec<Placed>, Gap> {
        let group = self.vocabulary().group(id);
        let mut accepted: Vec<&Group> = vec![group];
        let mut rivals = Vec::new();
        for (at, other) in (0u32..).zip(&self.vocabulary().groups) {
            let same = !other.is_total() && other.selects.keys().eq(group.selects.keys());
            if !same || accepted.iter().any(|one| shares_values(one, other)) {
                continue;
            }
            accepted.push(other);
            if other.members.iter().any(|series| self.knows(*series)) {
                let unit = Subject::Group(GroupId(at));
                let datum = self.one(unit, period)?;
                rivals.push(placed(unit, datum.given, datum.admitted));
            }
        }
        let mut keys = group.selects.keys();
        if let (Some(key), None) = (keys.next(), keys.next()) {
            rivals.extend(self.unnamed(id, key, &accepted, period)?);
        }
        Ok(rivals)
    }

    /// One for each value of the attribute that none of `named` selects.
    fn unnamed(&self, id: GroupId, key: &str, named: &[&Group], period: Period) -> Result<Vec<Placed>, Gap> {
        let series = &self.vocabulary().series;
        let values = series.iter().filter_map(|series| series.attributes.get(key)).flatten();
        let is_named = |value: &&String| {
            let selects = |group: &&Group| group.selects.get(key).is_some_and(|v| v.contains(value));
            named.iter().any(selects)
        };
        let values: BTreeSet<&String> = values.filter(|value| !is_named(value)).collect();
        let has = |series: SeriesId, value: &String| {
            let attributes = &self.vocabulary().series(series).attributes;
            attributes.get(key).is_some_and(|values| values.contains(value))
        };
        let top = self.places_of(self.scope_of(Subject::Group(id)));
        let mut rivals = Vec::new();
        for value in values {
            let mut sum = Part::zero();
            for part in self.parts(period)? {
                let (_, sheet) = self.sheet(part)?;
                sum.add(self.selected(&|series| has(series, value), top, part, sheet)?);
            }
            if sum.given.single().is_none_or(|n| !n.is_zero()) {
                let member = (0u32..).map(SeriesId).zip(series).find(|(id, _)| has(*id, value));
                let unit = member.map_or(Subject::Group(id), |(id, _)| Subject::Series(id));
                rivals.push(placed(unit, sum.given, sum.admitted));
            }
        }
        Ok(rivals)
    }

    /// May something that is not listed in these periods be larger than an
    /// amount?
    pub(crate) fn may_hide_more(&self, amount: &Interval, periods: &[Period]) -> bool {
        let most = |period: &Period| {
            let (_, sheet) = self.sheet(*period).ok()?;
            sheet.unlisted_at_most.clone()
        };
        let most: Option<Number> = periods.iter().map(most).sum();
        match (most, &amount.low) {
            (Some(most), Some(low)) => low.value < most,
            (None, _) | (_, None) => false,
        }
    }
}

fn placed(unit: Subject, given: Interval, admitted: Interval) -> Placed {
    Placed { unit, series: Vec::new(), middle: given.middle().unwrap_or_default(), given, admitted }
}

fn shares_values(one: &Group, other: &Group) -> bool {
    one.selects.iter().all(|(key, values)| {
        let others = other.selects.get(key);
        others.is_some_and(|others| values.iter().any(|value| others.contains(value)))
    })
}
