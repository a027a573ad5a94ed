//! One voice that says a thing twice, once in rounder words: a conflict of the
//! one is the conflict of the other.

use std::collections::BTreeSet;

use recount_model::{Assertion, Figure, Hedge, Interval, Predicate, Quantity, Vocabulary, Voice};

use super::statements::{Statement, key};
use crate::Said;

/// A set, and for each of its statements the witnesses.
type Witnessed<'s> = (Vec<&'s Statement>, Vec<Vec<usize>>);

/// Sets that differ in one statement only, which the same voice gives once with
/// a narrower and once with a wider figure, are one: that of the narrower, with
/// the wider as its witness. Either of them makes the set impossible.
pub(crate) fn merged<'s>(
    vocabulary: &Vocabulary,
    said: &[Said<'_>],
    sets: Vec<Vec<&'s Statement>>,
) -> Vec<Witnessed<'s>> {
    let mut kept: Vec<Witnessed<'s>> = sets
        .into_iter()
        .map(|set| {
            let witnesses = set.iter().map(|s| s.witnesses.clone()).collect();
            (set, witnesses)
        })
        .collect();
    let mut at = 0;
    while at < kept.len() {
        let home = (0..kept.len()).find_map(|other| {
            let (narrow, wide) = restated(vocabulary, said, &kept[other], &kept[at])?;
            Some((other, narrow, wide))
        });
        let Some((other, narrow, wide)) = home else {
            at += 1;
            continue;
        };
        let (_, mut gone) = kept.remove(at);
        let other = if other > at { other - 1 } else { other };
        let own = &mut kept[other].1[narrow];
        own.append(&mut gone[wide]);
        own.sort_unstable();
        own.dedup();
        at = 0;
    }
    kept
}

/// Where the two sets differ, if what the second has there is a rounder way to
/// say what the first has.
fn restated(
    vocabulary: &Vocabulary,
    said: &[Said<'_>],
    (first, _): &Witnessed<'_>,
    (second, _): &Witnessed<'_>,
) -> Option<(usize, usize)> {
    if first.len() != second.len() {
        return None;
    }
    let alone = |a: &[&Statement], b: &[&Statement]| {
        let has = |s: &&Statement| b.iter().any(|other| std::ptr::eq(*other, *s));
        let mut alone = (0..a.len()).filter(|at| !has(&a[*at]));
        let only = alone.next()?;
        alone.next().is_none().then_some(only)
    };
    let (narrow, wide) = (alone(first, second)?, alone(second, first)?);
    let (a, b) = (first[narrow], second[wide]);
    let voices = |s: &Statement| -> BTreeSet<Voice> { s.witnesses.iter().map(|w| said[*w].voice).collect() };
    (!voices(a).is_disjoint(&voices(b)) && rounder(vocabulary, a, b)).then_some((narrow, wide))
}

/// Do both state the same quantity, the second in a wider interval?
fn rounder(vocabulary: &Vocabulary, a: &Statement, b: &Statement) -> bool {
    if a.readings.len() > 1 || b.readings.len() > 1 {
        return false;
    }
    let (x, y) = (&a.assertion, &b.assertion);
    if x.negated || y.negated {
        return false;
    }
    let (Some(within), Some(around)) = (value(x), value(y)) else {
        return false;
    };
    let bare = |said: &Assertion, s: &Statement| key(vocabulary, &without(said), s.scope);
    within != around && within.is_within(&around) && bare(x, a) == bare(y, b)
}

fn value(said: &Assertion) -> Option<Interval> {
    let value = said.predicate.value()?;
    (!value.is_direction()).then(|| value.admissible())
}

/// The assertion with any number in the place of its own.
fn without(said: &Assertion) -> Assertion {
    let mut said = said.clone();
    let any = |value: &mut Quantity| {
        *value = Quantity {
            hedge: Hedge::Bare,
            figure: Figure::Within(Interval::ALL),
            falling: false,
            unit: value.unit,
        };
    };
    match &mut said.predicate {
        Predicate::Level(level) => any(&mut level.value),
        Predicate::Change(change) => any(&mut change.value),
        Predicate::Compare(compare) => any(&mut compare.value),
        Predicate::Share(share) => any(&mut share.value),
        Predicate::Rank(_) | Predicate::Top(_) | Predicate::Record(_) => {}
        Predicate::Streak(_) | Predicate::First(_) => {}
    }
    said
}
