//! Places that nobody gave: a thing with a figure and no rank of its own takes
//! the place that its figure leaves it, if there is one. Trying that first saves
//! the solver from trying every order.

use std::collections::{BTreeMap, BTreeSet};

use recount_model::Number;

use super::bounds::{Choice, Limit};
use super::solver::{Delta, Var};

/// Two places of one list, of which the first is better in the first
/// alternative: `second − first ≥ 1`, or `≤ −1`.
#[derive(Debug)]
struct Pair {
    clause: usize,
    places: [Var; 2],
    figures: [Var; 2],
}

/// What the order rules of a system say.
#[derive(Debug, Default)]
pub(crate) struct Places {
    pairs: Vec<Pair>,
    /// Places of which only the order rules speak, and that they are above zero.
    free: BTreeSet<Var>,
}

impl Places {
    /// Finds the order rules among the clauses.
    pub(crate) fn of(clauses: &[Choice]) -> Self {
        let pairs: Vec<Pair> =
            (0..clauses.len()).filter_map(|clause| pair(clause, &clauses[clause])).collect();
        let mut free: BTreeSet<Var> = pairs.iter().flat_map(|pair| pair.places).collect();
        let ordered: BTreeSet<usize> = pairs.iter().map(|pair| pair.clause).collect();
        for (at, choice) in clauses.iter().enumerate() {
            if ordered.contains(&at) || is_range(choice) {
                continue;
            }
            for (var, _) in choice.iter().flatten().flat_map(|l| l.terms.iter()) {
                free.remove(var);
            }
        }
        Self { pairs, free }
    }

    /// The order rules that speak of free places.
    pub(crate) fn clauses(&self) -> impl Iterator<Item = usize> {
        let free = |pair: &&Pair| pair.places.iter().any(|place| self.free.contains(place));
        self.pairs.iter().filter(free).map(|pair| pair.clause)
    }

    /// Values for the free places of the `asked` clauses that suit all other
    /// values, list by list; nothing for a list in which there are none.
    pub(crate) fn suited<'v>(
        &self,
        asked: &[usize],
        value: &impl Fn(Var) -> &'v Delta,
    ) -> BTreeMap<Var, Delta> {
        if self.free.is_empty() {
            return BTreeMap::new();
        }
        let asked: BTreeSet<usize> = asked.iter().copied().collect();
        let mut lists: BTreeMap<Var, BTreeMap<Var, Var>> = BTreeMap::new();
        for pair in self.pairs.iter().filter(|p| asked.contains(&p.clause)) {
            let [a, b] = pair.places;
            let first = |var: Var| {
                let of = |(lead, list): (&Var, &BTreeMap<Var, Var>)| list.contains_key(&var).then_some(*lead);
                lists.iter().find_map(of)
            };
            let homes = [first(a), first(b)];
            let lead = homes.into_iter().flatten().min().unwrap_or(a.min(b));
            let mut list = lists.remove(&lead).unwrap_or_default();
            for home in homes.into_iter().flatten().filter(|home| *home != lead) {
                list.extend(lists.remove(&home).unwrap_or_default());
            }
            list.insert(a, pair.figures[0]);
            list.insert(b, pair.figures[1]);
            lists.insert(lead, list);
        }
        let mut suited = BTreeMap::new();
        for list in lists.values() {
            suited.extend(self.list(list, value).unwrap_or_default());
        }
        suited
    }

    fn list<'v>(
        &self,
        list: &BTreeMap<Var, Var>,
        value: &impl Fn(Var) -> &'v Delta,
    ) -> Option<BTreeMap<Var, Delta>> {
        let figures = list.iter().map(|(place, figure)| (*place, value(*figure)));
        let mut order: Vec<(Var, &Delta)> = figures.collect();
        let own = |place: Var| (!self.free.contains(&place)).then(|| value(place));
        order.sort_by(|(a, x), (b, y)| y.cmp(x).then_with(|| own(*a).cmp(&own(*b))));
        let one = Delta::exact(Number::ONE);
        let mut last = Delta::default();
        let mut suited = BTreeMap::new();
        for (place, _) in order {
            let least = &last + &one;
            last = match own(place) {
                Some(own) if *own < least => return None,
                Some(own) => own.clone(),
                None => {
                    suited.insert(place, least.clone());
                    least
                }
            };
        }
        Some(suited)
    }
}

/// One variable that is at least one.
fn is_range(choice: &Choice) -> bool {
    let [alternative] = choice.as_slice() else {
        return false;
    };
    let [limit] = alternative.as_slice() else {
        return false;
    };
    let one = Delta::exact(Number::ONE);
    limit.terms.len() == 1 && limit.high.is_none() && limit.low == Some(one)
}

fn pair(clause: usize, choice: &Choice) -> Option<Pair> {
    let [first, second] = choice.as_slice() else {
        return None;
    };
    let ([steps, figures], [back, other]) = (first.as_slice(), second.as_slice()) else {
        return None;
    };
    let one = Delta::exact(Number::ONE);
    let less = Delta::exact(-Number::ONE);
    let zero = Delta::default();
    if steps.var != back.var || figures.var != other.var {
        return None;
    }
    let (a, b) = difference(steps)?;
    let (x, y) = difference(figures)?;
    let ends = |limit: &Limit, low: Option<&Delta>, high: Option<&Delta>| {
        limit.low.as_ref() == low && limit.high.as_ref() == high
    };
    // `a − b ≥ 1` puts b first.
    let up = ends(steps, Some(&one), None) && ends(back, None, Some(&less));
    let down = ends(steps, None, Some(&less)) && ends(back, Some(&one), None);
    let over = ends(figures, Some(&zero), None) && ends(other, None, Some(&zero));
    let under = ends(figures, None, Some(&zero)) && ends(other, Some(&zero), None);
    if !(up || down) || !(over || under) {
        return None;
    }
    // Where the lowest figure is best this takes the figures the wrong way
    // round; then no values suit, and every order is tried.
    Some(Pair {
        clause,
        places: if up { [b, a] } else { [a, b] },
        figures: if over { [x, y] } else { [y, x] },
    })
}

/// The two variables of a difference: the first less the second.
fn difference(limit: &Limit) -> Option<(Var, Var)> {
    match limit.terms.as_slice() {
        [(a, one), (b, less)] if *one == Number::ONE && *less == -Number::ONE => Some((*a, *b)),
        _ => None,
    }
}
