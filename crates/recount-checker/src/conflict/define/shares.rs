//! Shares of which it is told how they changed, against the figures that they are
//! shares of: what is said of figures are ends of shares, and the other way round.

use std::collections::BTreeMap;

use recount_model::{Bound, Interval, MetricId, Number, Period, ScopeId, Subject};

use super::{Rule, Why, push};
use crate::conflict::compile::{Ends, World};
use crate::conflict::formula::{Formula, Terms, UnknownId};
use crate::conflict::unknown::{Of, Unknown};

/// So many ends of one figure or share are followed.
const ENDS: usize = 6;

/// A part of a whole in one period.
struct Part {
    figure: UnknownId,
    share: UnknownId,
}

/// Rules for every share that belongs to a whole of which changes of shares are told.
pub(super) fn shares(world: &mut World<'_>, rules: &mut Vec<Rule>) {
    if world.shares.wholes.is_empty() {
        return;
    }
    let mut ends = world.shares.ends.clone();
    for (sheet, wholes) in world.shares.wholes.clone() {
        for whole in wholes {
            let parts = parts(world, sheet, whole);
            let (subject, scope) = whole;
            let all = id(world, sheet, Of::Volume { subject, scope });
            for part in &parts {
                by_figures(part, all, &mut ends, rules);
            }
            beside(world, &parts, &ends, rules);
        }
    }
    // What a share was follows from what it is and by how much it changed.
    let mut told: Vec<(UnknownId, Ends)> = Vec::new();
    for (now, then, by) in &world.shares.steps {
        let (is, was) = (of(&ends, *now), of(&ends, *then));
        told.push((*now, shifted(&was, by)));
        let back = by.scaled(&-Number::ONE);
        told.push((*then, shifted(&is, &back)));
    }
    for (share, ends) in told {
        figure(world, share, &ends, rules);
    }
}

fn id(world: &mut World<'_>, (metric, period): (MetricId, Period), of: Of) -> UnknownId {
    world.unknowns.id(Unknown { metric, period, of })
}

fn of(ends: &BTreeMap<UnknownId, Ends>, id: UnknownId) -> Ends {
    ends.get(&id).cloned().unwrap_or_default()
}

/// Every part with a share of this whole or with a figure of which ends are told.
fn parts(world: &mut World<'_>, sheet: (MetricId, Period), whole: (Subject, Option<ScopeId>)) -> Vec<Part> {
    let mut subjects: Vec<(Subject, Option<ScopeId>)> = Vec::new();
    for (unknown, id) in world.unknowns.ordered() {
        if (unknown.metric, unknown.period) != sheet {
            continue;
        }
        let part = match &unknown.of {
            Of::Portion { subject, object } if object.as_slice() == [whole] => match subject.as_slice() {
                [part] => *part,
                _ => continue,
            },
            Of::Volume { subject, scope } if world.shares.ends.contains_key(&id) => (*subject, *scope),
            _ => continue,
        };
        if world.is_part(part, whole) && !subjects.contains(&part) {
            subjects.push(part);
        }
    }
    let part = |(subject, scope): (Subject, Option<ScopeId>)| {
        let share = Of::Portion { subject: vec![(subject, scope)], object: vec![whole] };
        Part { figure: id(world, sheet, Of::Volume { subject, scope }), share: id(world, sheet, share) }
    };
    subjects.into_iter().map(part).collect()
}

/// A figure of at least so much is at least such a share of at most so much.
fn by_figures(part: &Part, all: UnknownId, ends: &mut BTreeMap<UnknownId, Ends>, rules: &mut Vec<Rule>) {
    let (own, whole) = (of(ends, part.figure), of(ends, all));
    let mut found = Ends::default();
    // Of nothing every share is nothing.
    if let Some(none) = own.highs.iter().find(|high| high.value.is_zero()) {
        let within = Interval::at_most(Number::ZERO);
        found.add(&within);
        let share = Formula::bound(&[(part.share, Number::ONE)], within);
        let why = Why::ShareOf { share: part.share };
        push(rules, &Formula::Any(vec![above(part.figure, none), share]), &why);
    }
    for (more, low, high) in pairs(&own, &whole) {
        let Some(value) = (if more { &low.value } else { &high.value }).checked_div(if more {
            &high.value
        } else {
            &low.value
        }) else {
            continue;
        };
        let end = Some(share_end(value, low, high));
        let (within, figures) = match more {
            true => (Interval { low: end, high: None }, [below(part.figure, low), above(all, high)]),
            false => (Interval { low: None, high: end }, [above(part.figure, high), below(all, low)]),
        };
        found.add(&within);
        let share = Formula::bound(&[(part.share, Number::ONE)], within);
        let [own, other] = figures;
        let why = Why::ShareOf { share: part.share };
        push(rules, &Formula::Any(vec![own, other, share]), &why);
    }
    let own = ends.entry(part.share).or_default();
    for end in found.lows {
        own.add(&Interval { low: Some(end), high: None });
    }
    for end in found.highs {
        own.add(&Interval { low: None, high: Some(end) });
    }
}

/// Of nothing the share is nothing, whatever the whole is.
fn share_end(value: Number, low: &Bound, high: &Bound) -> Bound {
    let open = (low.open || high.open) && !value.is_zero();
    Bound { value, open }
}

/// What the part is at least with what the whole is at most (`true`), and the other
/// way round.
fn pairs<'e>(own: &'e Ends, whole: &'e Ends) -> Vec<(bool, &'e Bound, &'e Bound)> {
    let positive = |end: &&Bound| !end.value.is_negative() && !end.value.is_zero();
    let mut found = Vec::new();
    for low in own.lows.iter().filter(positive).take(ENDS) {
        found.extend(whole.highs.iter().filter(positive).take(ENDS).map(|high| (true, low, high)));
    }
    let known = |end: &&Bound| !end.value.is_negative();
    for high in own.highs.iter().filter(known).take(ENDS) {
        found.extend(whole.lows.iter().filter(positive).take(ENDS).map(|low| (false, low, high)));
    }
    found
}

/// Beside another part that is at least so much, one that is at most so much has no more
/// of the whole than of both.
fn beside(world: &World<'_>, parts: &[Part], ends: &BTreeMap<UnknownId, Ends>, rules: &mut Vec<Rule>) {
    let subject = |part: &Part| match &world.unknowns.get(part.figure).of {
        Of::Volume { subject, .. } => Some(*subject),
        _ => None,
    };
    for part in parts {
        for other in parts {
            let apart = match (subject(part), subject(other)) {
                (Some(a), Some(b)) => world.disjoint(a, b),
                _ => false,
            };
            if !apart {
                continue;
            }
            let (own, rest) = (of(ends, part.figure), of(ends, other.figure));
            for (more, low, high) in pairs(&own, &rest) {
                let both = &low.value + &high.value;
                let Some(value) = high.value.checked_div(&both).filter(|_| !more) else {
                    continue;
                };
                let end = share_end(value, low, high);
                let most = Interval { low: None, high: Some(end) };
                let share = Formula::bound(&[(part.share, Number::ONE)], most);
                let figures = [above(part.figure, high), below(other.figure, low)];
                let [own, other] = figures;
                let why = Why::ShareOf { share: part.share };
                push(rules, &Formula::Any(vec![own, other, share]), &why);
            }
        }
    }
}

/// A share of at least so much is at least so much of the whole.
fn figure(world: &mut World<'_>, share: UnknownId, ends: &Ends, rules: &mut Vec<Rule>) {
    let unknown = world.unknowns.get(share).clone();
    let Of::Portion { subject, object } = &unknown.of else {
        return;
    };
    let sum = |world: &mut World<'_>, of: &[(Subject, Option<ScopeId>)], factor: &Number| -> Terms {
        let sheet = (unknown.metric, unknown.period);
        let volume = |(subject, scope): &(Subject, Option<ScopeId>)| {
            (id(world, sheet, Of::Volume { subject: *subject, scope: *scope }), factor.clone())
        };
        of.iter().map(volume).collect()
    };
    let useful = |end: &&Bound| !end.value.is_negative() && end.value <= Number::ONE;
    let why = Why::ShareOf { share };
    for (is_low, end) in ends
        .lows
        .iter()
        .filter(useful)
        .take(ENDS)
        .map(|end| (true, end))
        .chain(ends.highs.iter().filter(useful).take(ENDS).map(|end| (false, end)))
    {
        let mut terms = sum(world, subject, &Number::ONE);
        terms.extend(sum(world, object, &-end.value.clone()));
        let zero = Some(Bound { value: Number::ZERO, open: end.open });
        let (outside, within) = match is_low {
            true => (below(share, end), Interval { low: zero, high: None }),
            false => (above(share, end), Interval { low: None, high: zero }),
        };
        // Of nothing every share is nothing.
        let within = Interval {
            low: within.low.map(|low| Bound { open: false, ..low }),
            high: within.high.map(|high| Bound { open: false, ..high }),
        };
        push(rules, &Formula::Any(vec![outside, Formula::bound(&terms, within)]), &why);
    }
}

/// Both ends moved by what is between the ends of `by`.
fn shifted(ends: &Ends, by: &Interval) -> Ends {
    let both = |end: &Bound, by: &Bound| Bound { value: &end.value + &by.value, open: end.open || by.open };
    let side = |ends: &[Bound], by: &Option<Bound>| -> Vec<Bound> {
        by.iter().flat_map(|by| ends.iter().take(ENDS).map(move |end| both(end, by))).collect()
    };
    Ends { lows: side(&ends.lows, &by.low), highs: side(&ends.highs, &by.high) }
}

/// It is less than that end.
fn below(id: UnknownId, end: &Bound) -> Formula {
    let high = Bound { value: end.value.clone(), open: !end.open };
    Formula::bound(&[(id, Number::ONE)], Interval { low: None, high: Some(high) })
}

/// It is more than that end.
fn above(id: UnknownId, end: &Bound) -> Formula {
    let low = Bound { value: end.value.clone(), open: !end.open };
    Formula::bound(&[(id, Number::ONE)], Interval { low: Some(low), high: None })
}
