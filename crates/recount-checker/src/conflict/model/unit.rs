//! One clause, and whether values satisfy it.

use recount_model::{Interval, Number};

use crate::conflict::formula::{Atom, Clause, UnknownId};

/// The place of an unknown among the values.
pub(super) type At = usize;

/// A value for each unknown.
pub(super) type Values = Vec<Number>;

/// One clause.
pub(super) struct Unit<'a> {
    pub(super) clause: &'a Clause,
    /// Whose it is; `None` for what always holds.
    pub(super) statement: Option<usize>,
    /// What it speaks of, ascending.
    pub(super) unknowns: Vec<At>,
    /// Does it speak of what follows from figures and places?
    pub(super) follows: bool,
    /// Its alternatives.
    ways: Vec<Vec<Line<'a>>>,
}

/// A form that lies within an interval.
struct Line<'a> {
    terms: Vec<(At, &'a Number)>,
    within: &'a Interval,
}

impl<'a> Unit<'a> {
    /// `unknowns` are all that there are, ascending.
    pub(super) fn new(clause: &'a Clause, statement: Option<usize>, unknowns: &[UnknownId]) -> Self {
        let line = |atom: &'a Atom| {
            let place = |id: &UnknownId| unknowns.binary_search(id).ok();
            let terms = atom.form.iter().filter_map(|(id, factor)| Some((place(id)?, factor)));
            Line { terms: terms.collect(), within: &atom.within }
        };
        let ways: Vec<Vec<Line<'a>>> =
            clause.iter().map(|alternative| alternative.iter().map(line).collect()).collect();
        let mut unknowns: Vec<At> =
            ways.iter().flatten().flat_map(|line| line.terms.iter().map(|(at, _)| *at)).collect();
        unknowns.sort_unstable();
        unknowns.dedup();
        Self { clause, statement, unknowns, follows: false, ways }
    }

    /// Do the values satisfy it?
    pub(super) fn holds(&self, values: &Values) -> bool {
        self.ways.iter().any(|way| way.iter().all(|line| line.holds(values)))
    }

    /// Where one unknown may go while the others stay: in the alternative that
    /// holds, or where it is `broken`, in the first that the others allow. `None`
    /// where that is nowhere, or anywhere of what is broken anyway.
    pub(super) fn room(&self, unknown: At, values: &Values, broken: bool) -> Option<Interval> {
        let holds = |way: &&Vec<Line<'_>>| way.iter().all(|line| line.holds(values));
        let others = |way: &&Vec<Line<'_>>| {
            way.iter().filter(|line| line.factor(unknown).is_none()).all(|line| line.holds(values))
        };
        let way = match broken {
            true => self.ways.iter().find(others)?,
            false => self.ways.iter().find(holds)?,
        };
        let mut room = Interval::ALL;
        for line in way {
            let Some(own) = line.factor(unknown) else {
                continue;
            };
            let rest = &line.sum(values) - &(&values[unknown] * own);
            let inverse = Number::ONE.checked_div(own)?;
            room = room.intersection(&line.within.shifted(&-rest).scaled(&inverse));
        }
        Some(room)
    }

    /// The one bound that it sets to the one unknown of which it speaks.
    pub(super) fn bound(&self) -> Option<(At, Interval)> {
        let ([way], [unknown]) = (self.ways.as_slice(), self.unknowns.as_slice()) else {
            return None;
        };
        let scaled = way.iter().map(|line| {
            let inverse = Number::ONE.checked_div(line.factor(*unknown)?)?;
            Some(line.within.scaled(&inverse))
        });
        let all = scaled.reduce(|all, more| Some(all?.intersection(&more?)));
        Some((*unknown, all??))
    }
}

impl Line<'_> {
    fn holds(&self, values: &Values) -> bool {
        self.within.contains(&self.sum(values))
    }

    fn sum(&self, values: &Values) -> Number {
        let mut terms = self.terms.iter();
        let product = |(at, factor): &(At, &Number)| &values[*at] * factor;
        let first = terms.next().map(product).unwrap_or_default();
        terms.fold(first, |sum, term| sum + product(term))
    }

    fn factor(&self, unknown: At) -> Option<&Number> {
        self.terms.iter().find(|(own, _)| *own == unknown).map(|(_, factor)| *factor)
    }
}
