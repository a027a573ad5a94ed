//! The general simplex of Dutertre and de Moura: variables with bounds, rows
//! that define further variables, and a check that either finds values within
//! all bounds or names bounds that exclude each other.

use std::collections::BTreeMap;

use recount_model::Number;

use super::delta::Delta;

/// Who asked for a bound.
pub(crate) type Tag = u32;

/// Variables are numbered from zero.
pub(crate) type Var = usize;

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// There are values within all bounds.
    Feasible,
    /// There are none: the bounds of these tags, ascending, exclude each other.
    Infeasible(Vec<Tag>),
    /// The allowed number of steps was not enough to tell.
    GaveUp,
}

/// The end that an expression can reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// No end.
    Unbounded,
    /// Up to here; a part in ε says that the end itself is outside.
    Reaches(Delta),
    /// The allowed number of steps was not enough to tell.
    GaveUp,
}

/// A bound and who asked for it.
type Limit = Option<(Delta, Tag)>;

#[derive(Clone, Debug, Default)]
struct Limits {
    low: Limit,
    high: Limit,
}

type Row = BTreeMap<Var, Number>;

/// A set of linear forms and the bounds asserted of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Simplex {
    limits: Vec<Limits>,
    values: Vec<Delta>,
    /// For a basic variable: itself as a sum over variables that are not basic.
    rows: Vec<Option<Row>>,
    /// Whose bound was replaced, whether the lower one, and by what it was.
    trail: Vec<(Var, bool, Limit)>,
    /// So many terms of rows were changed by pivots.
    work: usize,
}

/// Pivots after which one check gives up. Bland's rule ends every run; this
/// bounds how long that may take.
const STEPS: usize = 20_000;

impl Simplex {
    /// A new variable without bounds.
    pub(crate) fn variable(&mut self) -> Var {
        self.limits.push(Limits::default());
        self.values.push(Delta::default());
        self.rows.push(None);
        self.limits.len() - 1
    }

    /// How many variables there are.
    pub(crate) const fn len(&self) -> usize {
        self.limits.len()
    }

    /// A new variable that equals the sum of `terms`.
    pub(crate) fn define(&mut self, terms: &[(Var, Number)]) -> Var {
        let mut row = Row::new();
        for (var, factor) in terms {
            match self.rows[*var].clone() {
                None => add_term(&mut row, *var, factor),
                Some(inner) => add_row(&mut row, &inner, factor),
            }
        }
        let new = self.variable();
        self.values[new] = self.sum(&row);
        self.rows[new] = Some(row);
        new
    }

    /// Sets variables that no row defines and no bound holds: where the first
    /// check starts from.
    pub(crate) fn start(&mut self, values: impl Iterator<Item = (Var, Number)>) {
        for (var, value) in values {
            if self.rows[var].is_none() {
                self.values[var] = Delta::exact(value);
            }
        }
        for var in 0..self.rows.len() {
            if let Some(row) = &self.rows[var] {
                self.values[var] = self.sum(row);
            }
        }
    }

    /// How much was done so far: terms of rows that pivots changed.
    pub(crate) const fn work(&self) -> usize {
        self.work
    }

    /// A place to come back to with [`Simplex::undo`].
    pub(crate) fn mark(&self) -> usize {
        self.trail.len()
    }

    /// Takes back every bound asserted since the mark.
    pub(crate) fn undo(&mut self, mark: usize) {
        while self.trail.len() > mark {
            let Some((var, is_low, old)) = self.trail.pop() else {
                return;
            };
            if is_low {
                self.limits[var].low = old;
            } else {
                self.limits[var].high = old;
            }
        }
    }

    /// Asks for `var ≥ bound`; the two tags that exclude each other where a
    /// bound from above is already below it.
    pub(crate) fn at_least(&mut self, var: Var, bound: Delta, tag: Tag) -> Result<(), Vec<Tag>> {
        let limits = &self.limits[var];
        if limits.low.as_ref().is_some_and(|(low, _)| *low >= bound) {
            return Ok(());
        }
        if let Some((high, other)) = &limits.high
            && *high < bound
        {
            return Err(tags([tag, *other]));
        }
        if self.rows[var].is_none() && self.values[var] < bound {
            self.shift(var, &bound);
        }
        let old = self.limits[var].low.replace((bound, tag));
        self.trail.push((var, true, old));
        Ok(())
    }

    /// Asks for `var ≤ bound`; see [`Simplex::at_least`].
    pub(crate) fn at_most(&mut self, var: Var, bound: Delta, tag: Tag) -> Result<(), Vec<Tag>> {
        let limits = &self.limits[var];
        if limits.high.as_ref().is_some_and(|(high, _)| *high <= bound) {
            return Ok(());
        }
        if let Some((low, other)) = &limits.low
            && *low > bound
        {
            return Err(tags([tag, *other]));
        }
        if self.rows[var].is_none() && self.values[var] > bound {
            self.shift(var, &bound);
        }
        let old = self.limits[var].high.replace((bound, tag));
        self.trail.push((var, false, old));
        Ok(())
    }

    /// The value of a variable after a feasible check.
    pub(crate) fn value(&self, var: Var) -> &Delta {
        &self.values[var]
    }

    /// Looks for values within all bounds.
    pub(crate) fn check(&mut self) -> Outcome {
        for _ in 0..STEPS {
            let Some((basic, below)) = self.violated() else {
                return Outcome::Feasible;
            };
            match self.entering(basic, below) {
                Ok(column) => {
                    let limits = &self.limits[basic];
                    let end = if below { &limits.low } else { &limits.high };
                    let Some((goal, _)) = end.clone() else {
                        return Outcome::GaveUp;
                    };
                    self.pivot_to(basic, column, &goal);
                }
                Err(reasons) => return Outcome::Infeasible(reasons),
            }
        }
        Outcome::GaveUp
    }

    /// How far up `var` can go within all bounds; call after a feasible check.
    pub(crate) fn maximum(&mut self, var: Var) -> Extent {
        for _ in 0..STEPS {
            let Some((column, up)) = self.improving(var) else {
                return Extent::Reaches(self.values[var].clone());
            };
            if !self.advance(column, up) {
                return Extent::Unbounded;
            }
        }
        Extent::GaveUp
    }

    /// The first basic variable outside of its bounds, and whether it is below.
    fn violated(&self) -> Option<(Var, bool)> {
        self.rows.iter().enumerate().find_map(|(var, row)| {
            row.as_ref()?;
            let (limits, value) = (&self.limits[var], &self.values[var]);
            if limits.low.as_ref().is_some_and(|(low, _)| value < low) {
                return Some((var, true));
            }
            let over = limits.high.as_ref().is_some_and(|(high, _)| value > high);
            over.then_some((var, false))
        })
    }

    /// The first variable of the row that can move `basic` in the wanted
    /// direction, or the tags of the bounds that forbid all of them.
    fn entering(&self, basic: Var, up: bool) -> Result<Var, Vec<Tag>> {
        let limits = &self.limits[basic];
        let own = if up { &limits.low } else { &limits.high };
        let mut reasons: Vec<Tag> = own.iter().map(|(_, tag)| *tag).collect();
        for (var, factor) in self.rows[basic].iter().flatten() {
            match self.blocked(*var, up != factor.is_negative()) {
                None => return Ok(*var),
                Some(tag) => reasons.push(tag),
            }
        }
        Err(tags(reasons))
    }

    /// The tag of the bound that keeps `var` from going up (or down).
    fn blocked(&self, var: Var, up: bool) -> Option<Tag> {
        let limits = &self.limits[var];
        let (bound, tag) = if up { &limits.high } else { &limits.low }.as_ref()?;
        (self.values[var] == *bound).then_some(*tag)
    }

    /// A variable outside the basis whose move would raise `var`.
    fn improving(&self, var: Var) -> Option<(Var, bool)> {
        match &self.rows[var] {
            None => self.blocked(var, true).is_none().then_some((var, true)),
            Some(row) => row.iter().find_map(|(column, factor)| {
                let up = !factor.is_negative();
                self.blocked(*column, up).is_none().then_some((*column, up))
            }),
        }
    }

    /// Moves `column` as far as all bounds allow; false where nothing stops it.
    fn advance(&mut self, column: Var, up: bool) -> bool {
        let limits = &self.limits[column];
        let own = if up { &limits.high } else { &limits.low };
        let mut best: Option<(Delta, Option<Var>, Delta)> = own.as_ref().map(|(bound, _)| {
            let room = if up { bound - &self.values[column] } else { &self.values[column] - bound };
            (room, None, bound.clone())
        });
        for (basic, row) in self.rows.iter().enumerate() {
            let Some(factor) = row.as_ref().and_then(|row| row.get(&column)) else {
                continue;
            };
            let rises = up != factor.is_negative();
            let limits = &self.limits[basic];
            let end = if rises { &limits.high } else { &limits.low };
            let Some((bound, _)) = end else { continue };
            let distance = if rises { bound - &self.values[basic] } else { &self.values[basic] - bound };
            let Some(inverse) = Number::ONE.checked_div(&factor.abs()) else {
                continue;
            };
            let room = distance.scaled(&inverse);
            if best.as_ref().is_none_or(|(least, ..)| room < *least) {
                best = Some((room, Some(basic), bound.clone()));
            }
        }
        match best {
            None => return false,
            Some((_, None, bound)) => self.shift(column, &bound),
            Some((_, Some(basic), bound)) => self.pivot_to(basic, column, &bound),
        }
        true
    }

    fn sum(&self, row: &Row) -> Delta {
        row.iter().fold(Delta::default(), |sum, (var, factor)| &sum + &self.values[*var].scaled(factor))
    }

    /// Sets a variable outside the basis and what depends on it.
    fn shift(&mut self, column: Var, goal: &Delta) {
        let step = goal - &self.values[column];
        self.move_basics(column, &step, None);
        self.values[column] = goal.clone();
    }

    fn move_basics(&mut self, column: Var, step: &Delta, except: Option<Var>) {
        for (basic, row) in self.rows.iter().enumerate() {
            if Some(basic) == except {
                continue;
            }
            if let Some(factor) = row.as_ref().and_then(|row| row.get(&column)) {
                self.values[basic] = &self.values[basic] + &step.scaled(factor);
            }
        }
    }

    /// Sets `basic` to `goal` by moving `column`, and swaps their roles.
    fn pivot_to(&mut self, basic: Var, column: Var, goal: &Delta) {
        let Some(factor) = self.rows[basic].as_ref().and_then(|row| row.get(&column)) else {
            return;
        };
        let Some(inverse) = Number::ONE.checked_div(factor) else {
            return;
        };
        let step = (goal - &self.values[basic]).scaled(&inverse);
        self.move_basics(column, &step, Some(basic));
        self.values[basic] = goal.clone();
        self.values[column] = &self.values[column] + &step;
        self.pivot(basic, column, &inverse);
    }

    fn pivot(&mut self, basic: Var, column: Var, inverse: &Number) {
        let Some(mut row) = self.rows[basic].take() else {
            return;
        };
        row.remove(&column);
        let turned = -inverse;
        for factor in row.values_mut() {
            *factor = &*factor * &turned;
        }
        row.insert(basic, inverse.clone());
        for other in self.rows.iter_mut().flatten() {
            if let Some(factor) = other.remove(&column) {
                add_row(other, &row, &factor);
                self.work += row.len();
            }
        }
        self.rows[column] = Some(row);
    }
}

fn tags(tags: impl IntoIterator<Item = Tag>) -> Vec<Tag> {
    let mut tags: Vec<Tag> = tags.into_iter().collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

fn add_row(row: &mut Row, other: &Row, factor: &Number) {
    for (var, inner) in other {
        add_term(row, *var, &(inner * factor));
    }
}

fn add_term(row: &mut Row, var: Var, factor: &Number) {
    let sum = row.get(&var).map_or_else(|| factor.clone(), |old| old + factor);
    if sum.is_zero() {
        row.remove(&var);
    } else {
        row.insert(var, sum);
    }
}
