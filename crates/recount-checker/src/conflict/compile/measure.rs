//! The quantity that an assertion states, as terms whose ends can be sought.

use recount_model::{Assertion, Number, Predicate, Quantity, Subject, Unit};

use super::{Compiler, difference};
use crate::conflict::formula::Terms;
use crate::conflict::rescue::{Measure, own};
use crate::conflict::unknown::Of;

impl Compiler<'_, '_> {
    /// Nothing where the kind states no quantity, or more than one at once. A share
    /// is measured by the figures of both, and as a share.
    pub(crate) fn measures(&mut self, said: &Assertion) -> Vec<Measure> {
        let whole = match &said.predicate {
            Predicate::Share(share) if share.top.is_none() => self.portion(said, share.value.unit),
            _ => None,
        };
        self.measure(said).into_iter().chain(whole).collect()
    }

    fn portion(&mut self, said: &Assertion, unit: Unit) -> Option<Measure> {
        let mut said = said.clone();
        if said.object.is_empty() {
            said.object.push(Subject::Group(self.world.vocabulary.total()?));
        }
        let portion = self.quantity(&said, said.period?)?;
        let percent = unit == Unit::Percent;
        Some(Measure { scale: Number::from(if percent { 100 } else { 1 }), unit, ..own(portion) })
    }

    fn measure(&mut self, said: &Assertion) -> Option<Measure> {
        let period = said.period?;
        match &said.predicate {
            Predicate::Level(_) => Some(own(self.sum(said, &said.subject, period)?)),
            Predicate::Change(change) => {
                let (now, before) = self.at_both(said, period, change.base?)?;
                against(now, before, &change.value)
            }
            Predicate::Compare(compare) => {
                let left = self.sum(said, &said.subject, period)?;
                let right = self.sum(said, &said.object, period)?;
                let mut value = compare.value.clone();
                if value.is_direction() {
                    value.unit = Unit::Own;
                }
                against(left, right, &value)
            }
            Predicate::Share(share) if share.top.is_none() => {
                let mut said = said.clone();
                if said.object.is_empty() {
                    let total = self.world.vocabulary.total()?;
                    said.object.push(Subject::Group(total));
                }
                let part = self.sum(&said, &said.subject, period)?;
                let whole = self.sum(&said, &said.object, period)?;
                let percent = share.value.unit == Unit::Percent;
                Some(Measure {
                    base: Some(whole),
                    scale: Number::from(if percent { 100 } else { 1 }),
                    unit: share.value.unit,
                    ..own(part)
                })
            }
            Predicate::Share(share) => {
                let top = share.top?;
                let mut said = said.clone();
                if said.object.is_empty() {
                    said.object.push(Subject::Group(self.world.vocabulary.total()?));
                }
                let (subject, object) = (self.scoped(&said, &said.subject), self.scoped(&said, &said.object));
                let whole = Of::TopSum { object: object.clone(), top };
                let part = self.unknown(&said, period, Of::InTop { subject, object, top });
                let whole = self.unknown(&said, period, whole);
                let percent = share.value.unit == Unit::Percent;
                Some(Measure {
                    base: Some(vec![(whole, Number::ONE)]),
                    scale: Number::from(if percent { 100 } else { 1 }),
                    unit: share.value.unit,
                    ..own(vec![(part, Number::ONE)])
                })
            }
            Predicate::Rank(_) | Predicate::Top(_) => None,
            Predicate::Record(_) | Predicate::Streak(_) | Predicate::First(_) => None,
        }
    }
}

/// `left` against `right`, in the unit of the stated number.
fn against(left: Terms, right: Terms, value: &Quantity) -> Option<Measure> {
    let ratio = |scale: i32, offset: i32, left: Terms, right: Terms| Measure {
        base: Some(right),
        scale: Number::from(scale),
        offset: Number::from(offset),
        unit: value.unit,
        ..own(left)
    };
    match value.unit {
        Unit::Own => Some(own(difference(&left, &right))),
        Unit::Percent => Some(ratio(100, 100, left, right)),
        Unit::Ratio => Some(ratio(1, 0, left, right)),
        Unit::Point => {
            Some(Measure { scale: Number::from(100), unit: Unit::Point, ..own(difference(&left, &right)) })
        }
        Unit::Rank | Unit::Count => None,
    }
}
