//! Shares of one whole: those of disjoint parts are no more than all of it, and
//! those of parts no more than that of what they are part of.

use std::collections::BTreeMap;

use recount_model::{Interval, Number};

use super::families::{Families, dominated};
use super::{MANY, Rule, Scoped, Why, push};
use crate::conflict::compile::World;
use crate::conflict::formula::{Formula, Terms, UnknownId};
use crate::conflict::unknown::Of;

/// Somebody's share: of whom, and its unknown.
type Share<'s> = (&'s [Scoped], UnknownId);

/// Rules for the shares of one sheet.
pub(super) fn portions(world: &World<'_>, sheet: &[(Of, UnknownId)], rules: &mut Vec<Rule>) {
    let mut wholes: BTreeMap<Scoped, Vec<Share<'_>>> = BTreeMap::new();
    for (of, id) in sheet {
        if let Of::Portion { subject, object } = of
            && let [whole] = object.as_slice()
            && subject.iter().all(|part| world.is_part(*part, *whole))
        {
            let shares = wholes.entry(*whole).or_default();
            if shares.len() < MANY {
                shares.push((subject, *id));
            }
        }
    }
    for shares in wholes.values().filter(|shares| shares.len() > 1) {
        of_one(world, shares, rules);
    }
    narrower(world, &wholes, rules);
}

fn of_one(world: &World<'_>, shares: &[Share<'_>], rules: &mut Vec<Rule>) {
    let apart = |a: usize, b: usize| {
        let (a, b) = (shares[a].0, shares[b].0);
        a.iter().all(|a| b.iter().all(|b| world.disjoint(a.0, b.0)))
    };
    let inside = |a: usize, b: usize| {
        let (a, b) = (shares[a].0, shares[b].0);
        a != b && a.iter().all(|a| b.iter().any(|b| world.is_part(*a, *b) || a == b))
    };
    let wholes = (0..shares.len()).map(Some).chain([None]);
    for whole in wholes {
        let of = |at: &usize| whole.is_none_or(|whole| *at != whole && inside(*at, whole));
        let parts: Vec<usize> = (0..shares.len()).filter(of).collect();
        let mut families = Families::default();
        families.grow(&mut Vec::new(), parts.clone(), Vec::new(), &apart);
        for family in families.found {
            let single = whole.is_none() && family.len() < 2;
            if family.is_empty() || single || dominated(&family, &parts, &apart, &inside) {
                continue;
            }
            let parts: Vec<UnknownId> = family.iter().map(|at| shares[*at].1).collect();
            let mut sum: Terms = parts.iter().map(|id| (*id, Number::ONE)).collect();
            let (most, why) = match whole {
                Some(whole) => {
                    let whole = shares[whole].1;
                    sum.push((whole, -Number::ONE));
                    (Number::ZERO, Why::Parts { whole, parts })
                }
                None => (Number::ONE, Why::Shares),
            };
            push(rules, &Formula::bound(&sum, Interval::at_most(most)), &why);
        }
    }
}

/// A share of a part of the whole is no less than the same one's share of all.
fn narrower(world: &World<'_>, wholes: &BTreeMap<Scoped, Vec<Share<'_>>>, rules: &mut Vec<Rule>) {
    for (narrow, shares) in wholes {
        for (wide, others) in wholes.iter().filter(|(wide, _)| world.is_part(*narrow, **wide)) {
            debug_assert_ne!(narrow, wide);
            for (subject, id) in shares {
                let same = others.iter().filter(|(other, _)| other == subject);
                for (_, other) in same {
                    let form = [(*id, Number::ONE), (*other, -Number::ONE)];
                    let why = Why::Parts { whole: *id, parts: vec![*other] };
                    push(rules, &Formula::bound(&form, Interval::at_least(Number::ZERO)), &why);
                }
            }
        }
    }
}
