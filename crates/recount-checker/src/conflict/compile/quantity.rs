//! Levels, changes, comparisons and shares.

use recount_model::{
    Assertion, Change, Compare, Figure, Interval, Level, Number, Period, Quantity, Share, Subject, Unit,
};

use super::{Compiler, SaidOf, difference, minus};
use crate::conflict::formula::{Formula, Terms};
use crate::conflict::unknown::Of;

impl Compiler<'_, '_> {
    pub(super) fn level(&mut self, said: &Assertion, period: Period, level: &Level) -> Option<SaidOf> {
        if level.value.unit != Unit::Own {
            return None;
        }
        let sum = self.sum(said, &said.subject, period)?;
        let within = self.interval(&level.value);
        Some(SaidOf::plain(Formula::bound(&sum, within)))
    }

    pub(super) fn change(&mut self, said: &Assertion, period: Period, change: &Change) -> Option<SaidOf> {
        let (now, before) = self.at_both(said, period, change.base?)?;
        let share = !said.object.is_empty();
        let within = self.interval(&change.value);
        match change.value.unit {
            Unit::Own if share => None,
            Unit::Point if !share => {
                let rate = self.world.vocabulary.metric(said.metric).is_percent();
                rate.then(|| SaidOf::plain(amount(&now, &before, within)))
            }
            Unit::Rank | Unit::Count => None,
            Unit::Own => Some(SaidOf::plain(amount(&now, &before, within))),
            Unit::Point => {
                let within = within.scaled(&Number::ratio(1, 100));
                let beside = self.in_points(said, (period, change.base?), &within)?;
                Some(SaidOf { beside, ..SaidOf::plain(amount(&now, &before, within)) })
            }
            Unit::Percent | Unit::Ratio => {
                Some(SaidOf::plain(relative(&now, &before, &change.value, within)))
            }
        }
    }

    /// What a change of a share by so much says of the figures: nothing has a share of
    /// nothing, and who gained so much has so much at least.
    fn in_points(
        &mut self,
        said: &Assertion,
        (now, then): (Period, Period),
        by: &Interval,
    ) -> Option<Formula> {
        let mut parts = Vec::new();
        let sides = [(now, by.low.clone()), (then, by.scaled(&-Number::ONE).low)];
        for (at, least) in sides {
            let (own, whole) = (self.sum(said, &said.subject, at)?, self.sum(said, &said.object, at)?);
            parts.push(Formula::bound(&whole, Interval::above(Number::ZERO)));
            let gained = least.filter(|least| !least.value.is_negative() && !least.value.is_zero());
            let Some(gained) = gained.filter(|_| self.world.adds_up(said.metric)) else {
                continue;
            };
            let more = [own, minus(&whole, &gained.value)].concat();
            parts.push(Formula::bound(&more, Interval::at_least(Number::ZERO)));
            // It was no more than all of the rest.
            let other = if at == now { then } else { now };
            let (own, whole) = (self.sum(said, &said.subject, other)?, self.sum(said, &said.object, other)?);
            if self.is_share(said) {
                let less = [own, minus(&whole, &(Number::ONE - gained.value))].concat();
                parts.push(Formula::bound(&less, Interval::at_most(Number::ZERO)));
            }
        }
        Some(Formula::All(parts))
    }

    /// Is the subject certainly part of the object?
    fn is_share(&self, said: &Assertion) -> bool {
        let scoped = |of: &[Subject]| match of {
            [one] => Some((self.world.single(*one), self.scope_of(said, *one))),
            _ => None,
        };
        let both = scoped(&said.subject).zip(scoped(&said.object));
        both.is_some_and(|(part, whole)| self.world.is_part(part, whole))
    }

    /// The quantity of a change now and then: a sum, or a share of the object.
    pub(super) fn at_both(
        &mut self,
        said: &Assertion,
        period: Period,
        base: Period,
    ) -> Option<(Terms, Terms)> {
        if !self.fits(said.metric, base) || base == period {
            return None;
        }
        Some((self.quantity(said, period)?, self.quantity(said, base)?))
    }

    /// The subjects' sum, or their share of the object where there is one.
    pub(crate) fn quantity(&mut self, said: &Assertion, period: Period) -> Option<Terms> {
        if said.object.is_empty() {
            return self.sum(said, &said.subject, period);
        }
        let of = Of::Portion {
            subject: self.scoped(said, &said.subject),
            object: self.scoped(said, &said.object),
        };
        Some(vec![(self.unknown(said, period, of), Number::ONE)])
    }

    pub(super) fn compare(&mut self, said: &Assertion, period: Period, compare: &Compare) -> Option<SaidOf> {
        let left = self.sum(said, &said.subject, period)?;
        let right = self.sum(said, &said.object, period)?;
        let within = self.interval(&compare.value);
        let now = match compare.value.unit {
            Unit::Own => amount(&left, &right, within.clone()),
            Unit::Percent | Unit::Ratio => relative(&left, &right, &compare.value, within.clone()),
            Unit::Point | Unit::Rank | Unit::Count => return None,
        };
        let Some(base) = compare.base else {
            return Some(SaidOf::plain(now));
        };
        let left = self.sum(said, &said.subject, base)?;
        let right = self.sum(said, &said.object, base)?;
        let even = match compare.value.unit {
            Unit::Ratio => Number::ONE,
            _ => Number::ZERO,
        };
        let not_yet = if within.is_within(&Interval::at_least(even.clone())) {
            Interval::at_most(Number::ZERO)
        } else if within.is_within(&Interval::at_most(even)) {
            Interval::at_least(Number::ZERO)
        } else {
            return Some(SaidOf::plain(now).opened(true));
        };
        Some(SaidOf::plain(now.and(amount(&left, &right, not_yet))))
    }

    pub(super) fn share(&mut self, said: &Assertion, period: Period, share: &Share) -> Option<SaidOf> {
        let mut said = said.clone();
        if said.object.is_empty() {
            said.object.push(Subject::Group(self.world.vocabulary.total()?));
        }
        let fraction = match share.value.unit {
            Unit::Percent => Number::ratio(1, 100),
            Unit::Ratio => Number::ONE,
            Unit::Own | Unit::Point | Unit::Rank | Unit::Count => return None,
        };
        let within = self.interval(&share.value).scaled(&fraction);
        if let Some(top) = share.top {
            let (subject, object) = (self.scoped(&said, &said.subject), self.scoped(&said, &said.object));
            let whole = Of::TopSum { object: object.clone(), top };
            let part = Of::InTop { subject, object, top };
            let part = vec![(self.unknown(&said, period, part), Number::ONE)];
            let whole = vec![(self.unknown(&said, period, whole), Number::ONE)];
            return Some(SaidOf::plain(part_of(&part, &whole, &within)));
        }
        let part = self.sum(&said, &said.subject, period)?;
        let whole = self.sum(&said, &said.object, period)?;
        let portion = self.quantity(&said, period)?;
        Some(SaidOf {
            beside: Formula::bound(&portion, within.clone()),
            ..SaidOf::plain(part_of(&part, &whole, &within))
        })
    }
}

/// `left − right` lies within.
fn amount(left: &Terms, right: &Terms, within: Interval) -> Formula {
    Formula::bound(&difference(left, right), within)
}

/// `left` against `right` by a percentage or a factor. A number needs a base
/// above zero; a direction alone does not.
fn relative(left: &Terms, right: &Terms, value: &Quantity, within: Interval) -> Formula {
    let percent = value.unit == Unit::Percent;
    if percent && value.figure == Figure::Any {
        return amount(left, right, within);
    }
    let factors = match percent {
        true => within.scaled(&Number::ratio(1, 100)).shifted(&Number::ONE),
        false => within,
    };
    part_of(left, right, &factors)
}

/// `part` is a multiple of `whole` within `factors`, and `whole` above zero.
fn part_of(part: &Terms, whole: &Terms, factors: &Interval) -> Formula {
    let end = |factor: &Number| [part.clone(), minus(whole, factor)].concat();
    let low = factors.low.as_ref().map(|bound| {
        let within = match bound.open {
            true => Interval::above(Number::ZERO),
            false => Interval::at_least(Number::ZERO),
        };
        Formula::bound(&end(&bound.value), within)
    });
    let high = factors.high.as_ref().map(|bound| {
        let within = match bound.open {
            true => Interval::below(Number::ZERO),
            false => Interval::at_most(Number::ZERO),
        };
        Formula::bound(&end(&bound.value), within)
    });
    let base = Formula::bound(whole, Interval::above(Number::ZERO));
    Formula::All([Some(base), low, high].into_iter().flatten().collect())
}
