//! How many of the top n belong to whom.

use recount_model::{GroupId, Interval, Number, Subject};

use super::{MANY, Rule, Why, push};
use crate::conflict::compile::World;
use crate::conflict::formula::{Formula, UnknownId};
use crate::conflict::unknown::{Of, Unknown};

/// Counts of the top n: against each other, and against ranks.
pub(super) fn counts(world: &mut World<'_>, rules: &mut Vec<Rule>) {
    let all = world.unknowns.ordered();
    for (unknown, id) in &all {
        let Of::Count { group, top } = unknown.of else {
            continue;
        };
        let same = |other: &&(Unknown, UnknownId)| {
            other.1 > *id && (other.0.metric, other.0.period) == (unknown.metric, unknown.period)
        };
        for (other, other_id) in all.iter().filter(same) {
            if let Of::Count { group: g, top: n } = other.of {
                pair(world, (group, top, *id), (g, n, *other_id), rules);
            }
        }
        let ranked = |other: &&(Unknown, UnknownId)| {
            (other.0.metric, other.0.period) == (unknown.metric, unknown.period)
        };
        let (mut members, mut others) = (Vec::new(), Vec::new());
        for (other, place) in all.iter().filter(ranked) {
            let Of::Place { subject, among: None } = other.of else {
                continue;
            };
            let whole = Subject::Group(group);
            let list = match (world.within(subject, whole), world.disjoint(subject, whole)) {
                _ if matches!(subject, Subject::Group(_)) => continue,
                (true, _) => &mut members,
                (false, true) => &mut others,
                (false, false) => continue,
            };
            if list.len() < MANY {
                list.push(inside(world, unknown, subject, top, *place, rules));
            }
        }
        let sum = |list: &[UnknownId], sign: &Number| -> Vec<(UnknownId, Number)> {
            list.iter().map(|id| (*id, sign.clone())).collect()
        };
        let own = [(*id, Number::ONE)];
        let least = [own.to_vec(), sum(&members, &-Number::ONE)].concat();
        let zero = Interval::at_least(Number::ZERO);
        push(rules, &Formula::bound(&least, zero), &Why::Count);
        let most = [own.to_vec(), sum(&others, &Number::ONE)].concat();
        let top = Interval::at_most(Number::from(top));
        push(rules, &Formula::bound(&most, top), &Why::Count);
    }
}

/// Two counts of one week.
fn pair(
    world: &World<'_>,
    (a, top_a, id_a): (GroupId, u32, UnknownId),
    (b, top_b, id_b): (GroupId, u32, UnknownId),
    rules: &mut Vec<Rule>,
) {
    let (one, less) = (Number::ONE, -Number::ONE);
    if a == b {
        let (narrow, wide) = match top_a < top_b {
            true => ((id_a, top_a), (id_b, top_b)),
            false => ((id_b, top_b), (id_a, top_a)),
        };
        let step = [(wide.0, one), (narrow.0, less)];
        let more = Interval::closed(Number::ZERO, Number::from(wide.1 - narrow.1));
        push(rules, &Formula::bound(&step, more), &Why::Count);
    } else if top_a == top_b && world.disjoint(Subject::Group(a), Subject::Group(b)) {
        let sum = [(id_a, one.clone()), (id_b, one)];
        let most = Interval::at_most(Number::from(top_a));
        push(rules, &Formula::bound(&sum, most), &Why::Count);
    } else if top_a == top_b {
        let (a, b) = (Subject::Group(a), Subject::Group(b));
        for (part, whole, inner, outer) in [(a, b, id_a, id_b), (b, a, id_b, id_a)] {
            if world.within(part, whole) {
                let step = [(outer, one.clone()), (inner, less.clone())];
                let more = Interval::at_least(Number::ZERO);
                push(rules, &Formula::bound(&step, more), &Why::Count);
            }
        }
    }
}

/// Whether a ranked subject is in the top n, as a number.
fn inside(
    world: &mut World<'_>,
    like: &Unknown,
    subject: Subject,
    top: u32,
    place: UnknownId,
    rules: &mut Vec<Rule>,
) -> UnknownId {
    let inside = Unknown { metric: like.metric, period: like.period, of: Of::Inside { subject, top } };
    if let Some(id) = world.unknowns.find(&inside) {
        return id;
    }
    let id = world.unknowns.id(inside);
    let is = |value: i32| Formula::bound(&[(id, Number::ONE)], Interval::point(Number::from(value)));
    let at = |within: Interval| Formula::bound(&[(place, Number::ONE)], within);
    let within = at(Interval::at_most(Number::from(top))).and(is(1));
    let beyond = at(Interval::at_least(Number::from(top) + Number::ONE)).and(is(0));
    push(rules, &Formula::Any(vec![within, beyond]), &Why::Count);
    id
}
