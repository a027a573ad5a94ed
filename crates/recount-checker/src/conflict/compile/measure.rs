//! The quantity that an assertion states, as terms whose ends can be sought.

use recount_model::{Assertion, Number, Period, Predicate, Quantity, Subject, Unit};

use super::{Compiler, difference};
use crate::conflict::formula::Terms;
use crate::conflict::rescue::{Measure, own};
use crate::conflict::unknown::Of;

impl Compiler<'_, '_> {
    /// `None` where the kind states no quantity, or more than one at once.
    pub(crate) fn measure(&mut self, said: &Assertion) -> Option<Measure> {
        let period = said.period?;
        match &said.predicate {
            Predicate::Level(_) => Some(own(self.sum(said, &said.subject, period)?)),
            Predicate::Change(change) => {
                let (now, before) = self.at_both(said, period, change.base?)?;
                against(now, before, &change.value)
            }
            Predicate::Compare(compare) if compare.base.is_none() => {
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
            Predicate::Rank(rank) if rank.movement.is_none() => self.place(said, period),
            Predicate::Top(top) => {
                let [Subject::Group(group)] = said.subject.as_slice() else {
                    return None;
                };
                let of = Of::Count { group: *group, top: top.top };
                let count = self.unknown(said, period, of);
                Some(Measure { unit: Unit::Count, ..own(vec![(count, Number::ONE)]) })
            }
            Predicate::Compare(_) | Predicate::Share(_) | Predicate::Rank(_) => None,
            Predicate::Record(_) | Predicate::Streak(_) | Predicate::First(_) => None,
        }
    }
}

impl Compiler<'_, '_> {
    fn place(&mut self, said: &Assertion, period: Period) -> Option<Measure> {
        let [subject] = said.subject.as_slice() else {
            return None;
        };
        let subject = self.world.single(*subject);
        let among = self.among(said)?;
        let place = self.unknown(said, period, Of::Place { subject, among });
        Some(Measure { unit: Unit::Rank, ..own(vec![(place, Number::ONE)]) })
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
