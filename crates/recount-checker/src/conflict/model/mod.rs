//! A value for every unknown: what satisfies statements proves that they
//! contradict nothing.
//!
//! The values start where the published figures are, or where a statement puts
//! them ([`start`]). Where a clause is broken, one of its unknowns is moved to
//! where everything that speaks of it holds; where there is no such place, all of
//! its unknowns are set anew while all others stay as they are; where that is
//! impossible, the others that the refutation used are set anew, too, and so on
//! (with the figures of a week always its places and tops, which follow from them):
//! refinement guided by the refutation (E. Clarke, O. Grumberg, S. Jha, Y. Lu and
//! H. Veith, "Counterexample-guided abstraction refinement", 2000). A refutation
//! that uses none of the others is a conflict. So what is asked at once is as
//! large as the trouble is, and not as the component.

mod start;
mod unit;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use recount_model::{Bound, Interval, Number};

use super::formula::{Atom, Clause, UnknownId};
use super::large::Parts;
use super::system::{Answer, System};
use super::unknown::Of;
use unit::{At, Unit, Values};

/// So many unknowns at once are set anew, …
const FREE: usize = 60;

/// … in so many rounds at most.
const ROUNDS: usize = 24;

/// Clauses that may be looked at together in all, for each clause there is …
const EFFORT: usize = 40;

/// … and at least so many.
const LEAST: usize = 60_000;

/// See the module.
#[derive(Clone)]
pub(crate) struct Model<'a> {
    frame: Rc<Frame<'a>>,
    /// Which clauses are looked at.
    on: Vec<bool>,
    values: Values,
    /// So many clauses may yet be looked at.
    effort: usize,
    /// So much work of systems may yet be done.
    work: usize,
}

/// What stays the same while values change.
struct Frame<'a> {
    /// What always holds, then what the statements say.
    units: Vec<Unit<'a>>,
    /// For each statement, its first unit, and the end of the last.
    ranges: Vec<(usize, usize)>,
    /// Every unknown; its place here is its place among the values.
    unknowns: Vec<UnknownId>,
    /// For each unknown, the units that speak of it.
    users: Vec<Vec<usize>>,
    /// For each unknown, the others of its metric and period that only follow
    /// from figures and places.
    followers: Vec<Rc<Vec<At>>>,
}

/// What came of an attempt to satisfy more.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// It holds, and so does what held before.
    Holds,
    /// These statements have no common solution; ascending.
    Clash(Vec<usize>),
    /// It could not be told in time, or what always holds excludes itself.
    GaveUp,
}

impl<'a> Model<'a> {
    /// Values for the unknowns of a component; nothing is looked at yet but what
    /// always holds, and that may be broken.
    pub(crate) fn new(parts: &Parts<'a>) -> Self {
        let frame = Frame::new(parts);
        let rules = parts.rules.len();
        let on = (0..frame.units.len()).map(|unit| unit < rules).collect();
        let effort = LEAST.max(EFFORT * frame.units.len());
        let values = start::values(parts, &frame);
        Self { frame: Rc::new(frame), on, values, effort, work: usize::MAX }
    }

    /// From now on no more work of systems than this.
    pub(crate) const fn allow(&mut self, work: usize) {
        self.work = work;
    }

    /// What is left of it.
    pub(crate) const fn left(&self) -> usize {
        self.work
    }

    /// Looks at these statements, and no others.
    pub(crate) fn look_at(&mut self, statements: impl Iterator<Item = usize>) {
        let frame = Rc::clone(&self.frame);
        let rules = frame.ranges.first().map_or(frame.units.len(), |(first, _)| *first);
        self.on[rules..].fill(false);
        for statement in statements {
            let (first, end) = frame.ranges[statement];
            self.on[first..end].fill(true);
        }
    }

    /// Looks at one statement more, or no more.
    pub(crate) fn look(&mut self, statement: usize, on: bool) {
        let (first, end) = self.frame.ranges[statement];
        self.on[first..end].fill(on);
    }

    /// Every statement that the values satisfy, ascending.
    pub(crate) fn holding(&self) -> BTreeSet<usize> {
        (0..self.frame.ranges.len()).filter(|statement| self.satisfies(*statement)).collect()
    }

    /// Do the values satisfy a statement?
    pub(crate) fn satisfies(&self, statement: usize) -> bool {
        let (first, end) = self.frame.ranges[statement];
        self.frame.units[first..end].iter().all(|unit| unit.holds(&self.values))
    }

    /// Changes values until what always holds does; so many clauses of it are
    /// looked at no more, because it could not be told in time.
    pub(crate) fn fit_rules(&mut self) -> usize {
        let rules = self.frame.ranges.first().map_or(self.frame.units.len(), |(first, _)| *first);
        let mut given_up = 0;
        for unit in 0..rules {
            if self.fit_units(unit..unit + 1) != Fit::Holds {
                self.on[unit] = false;
                given_up += 1;
            }
        }
        given_up
    }

    /// Changes values until all that is looked at holds. Where that cannot be, what
    /// held before does still.
    pub(crate) fn fit_all(&mut self) -> Fit {
        self.fit_units(0..self.frame.units.len())
    }

    /// Changes values until a statement holds that is looked at.
    pub(crate) fn fit(&mut self, statement: usize) -> Fit {
        let (first, end) = self.frame.ranges[statement];
        self.fit_units(first..end)
    }

    fn fit_units(&mut self, units: std::ops::Range<usize>) -> Fit {
        for unit in units {
            if self.is_settled(unit) || self.nudge(unit) || self.slide(unit) {
                continue;
            }
            match self.mend(unit) {
                Fit::Holds => {}
                other => return other,
            }
        }
        Fit::Holds
    }

    fn is_settled(&self, at: usize) -> bool {
        !self.on[at] || self.frame.units[at].holds(&self.values)
    }

    /// Moves one unknown of a broken clause to where it holds, and all else that
    /// holds still does; false where that is nowhere.
    fn nudge(&mut self, at: usize) -> bool {
        let frame = Rc::clone(&self.frame);
        for unknown in &frame.units[at].unknowns {
            let Some(room) = self.room(at, *unknown, true).filter(|room| !room.is_empty()) else {
                continue;
            };
            let old = std::mem::replace(&mut self.values[*unknown], inside(&room));
            if self.is_settled(at) {
                return true;
            }
            self.values[*unknown] = old;
        }
        false
    }

    /// The same where places and tops may follow: those of its week that are as large
    /// move along, and what that breaks is mended by moving one more.
    fn slide(&mut self, at: usize) -> bool {
        let frame = Rc::clone(&self.frame);
        for unknown in &frame.units[at].unknowns {
            let Some(room) = self.room(at, *unknown, false).filter(|room| !room.is_empty()) else {
                continue;
            };
            let before = self.values.clone();
            let old = &before[*unknown];
            let alike = frame.followers[*unknown].iter().filter(|at| !old.is_zero() && before[**at] == *old);
            let moved: BTreeSet<At> = alike.chain([unknown]).copied().collect();
            for one in &moved {
                self.values[*one] = inside(&room);
            }
            let touched = self.touched(&moved);
            if touched.iter().all(|unit| self.is_settled(*unit) || self.nudge(*unit)) && self.is_settled(at) {
                return true;
            }
            self.values = before;
        }
        false
    }

    /// Where an unknown may go if a broken clause is to hold and what holds is
    /// not to break, that of places and tops only with `all`.
    fn room(&self, broken: usize, unknown: At, all: bool) -> Option<Interval> {
        // First where the broken clause wants it: that is mostly nowhere.
        let own = &self.frame.units[broken];
        let mut room = own.room(unknown, &self.values, true)?;
        for at in self.frame.users[unknown].iter().filter(|at| **at != broken && self.on[**at]) {
            if !all && self.frame.units[*at].follows {
                continue;
            }
            if room.is_empty() {
                return None;
            }
            if let Some(more) = self.frame.units[*at].room(unknown, &self.values, false) {
                room = room.intersection(&more);
            }
        }
        Some(room)
    }

    /// Sets the unknowns of a broken clause anew, and others as far as need be.
    fn mend(&mut self, at: usize) -> Fit {
        let frame = Rc::clone(&self.frame);
        let mut chosen: BTreeSet<At> = frame.units[at].unknowns.iter().copied().collect();
        for _ in 0..ROUNDS {
            let followers = chosen.iter().flat_map(|at| frame.followers[*at].iter());
            let free: BTreeSet<At> = chosen.iter().chain(followers).copied().collect();
            let touched = self.touched(&free);
            if self.effort < touched.len() || chosen.len() > FREE || self.work == 0 {
                break;
            }
            self.effort -= touched.len();
            let around = touched.iter().flat_map(|unit| frame.units[*unit].unknowns.iter().copied());
            let fixed: BTreeSet<At> = around.filter(|unknown| !free.contains(unknown)).collect();
            let pins: Vec<(At, Clause)> = fixed.into_iter().map(|at| (at, self.pin(at))).collect();
            let clauses = touched.iter().map(|unit| std::slice::from_ref(frame.units[*unit].clause));
            let all: Vec<&[Clause]> =
                clauses.chain(pins.iter().map(|(_, pin)| std::slice::from_ref(pin))).collect();
            let mut system = System::new(&all, &[]).within(self.work);
            system.start(&|id| {
                let at = frame.unknowns.binary_search(&id).ok()?;
                Some(self.values[at].clone())
            });
            let answer = system.solve(&(0..all.len()).collect::<Vec<usize>>());
            self.work = self.work.saturating_sub(system.work());
            match answer {
                Answer::Possible if self.settle(&system, &free, &touched) => return Fit::Holds,
                Answer::Possible | Answer::Unknown => break,
                Answer::Impossible { statements, .. } => {
                    let used = statements.iter().filter_map(|s| s.checked_sub(touched.len()));
                    let before = chosen.len();
                    chosen.extend(used.map(|pin| pins[pin].0));
                    if chosen.len() == before {
                        return self.clash(statements.iter().map(|s| touched[*s]));
                    }
                }
            }
        }
        Fit::GaveUp
    }

    /// Everything that speaks of the unknowns, and holds or is to hold.
    fn touched(&self, free: &BTreeSet<At>) -> Vec<usize> {
        let users = free.iter().flat_map(|unknown| &self.frame.users[*unknown]);
        let mut touched: Vec<usize> = users.copied().filter(|unit| self.on[*unit]).collect();
        touched.sort_unstable();
        touched.dedup();
        touched
    }

    fn pin(&self, at: At) -> Clause {
        let within = Interval::point(self.values[at].clone());
        vec![vec![Atom { form: vec![(self.frame.unknowns[at], Number::ONE)], within }]]
    }

    /// Takes the values of a solution, with a number small enough in the place of
    /// the infinitesimal.
    fn settle(&mut self, system: &System, free: &BTreeSet<At>, touched: &[usize]) -> bool {
        let old: Vec<(At, Number)> = free.iter().map(|at| (*at, self.values[*at].clone())).collect();
        for exponent in [0, -3, -6, -9, -15, -25, -40] {
            let tiny = Number::decimal(1, exponent);
            for at in free {
                if let Some(value) = system.value(self.frame.unknowns[*at]) {
                    self.values[*at] = &value.value + &(&value.tiny * &tiny);
                }
            }
            if touched.iter().all(|unit| self.frame.units[*unit].holds(&self.values)) {
                return true;
            }
        }
        for (at, value) in old {
            self.values[at] = value;
        }
        false
    }

    /// The statements of units that exclude each other.
    fn clash(&self, used: impl Iterator<Item = usize>) -> Fit {
        let core: BTreeSet<usize> = used.filter_map(|unit| self.frame.units[unit].statement).collect();
        match core.is_empty() {
            true => Fit::GaveUp,
            false => Fit::Clash(core.into_iter().collect()),
        }
    }
}

impl<'a> Frame<'a> {
    fn new(parts: &Parts<'a>) -> Self {
        let mut clauses: Vec<(&'a Clause, Option<usize>)> =
            parts.rules.iter().map(|clause| (*clause, None)).collect();
        let mut ranges = Vec::new();
        for (statement, own) in parts.statements.iter().enumerate() {
            let first = clauses.len();
            clauses.extend(own.iter().map(|clause| (clause, Some(statement))));
            ranges.push((first, clauses.len()));
        }
        let atoms = clauses.iter().flat_map(|(clause, _)| clause.iter().flatten());
        let mut unknowns: Vec<UnknownId> =
            atoms.flat_map(|atom| atom.form.iter().map(|(id, _)| *id)).collect();
        unknowns.sort_unstable();
        unknowns.dedup();
        let mut units: Vec<Unit<'a>> =
            clauses.into_iter().map(|(clause, statement)| Unit::new(clause, statement, &unknowns)).collect();
        let mut users = vec![Vec::new(); unknowns.len()];
        for (at, unit) in units.iter().enumerate() {
            for unknown in &unit.unknowns {
                users[*unknown].push(at);
            }
        }
        let followers = followers(parts, &unknowns);
        for unit in &mut units {
            unit.follows = unit.unknowns.iter().any(|at| follows(&parts.unknowns.get(unknowns[*at]).of));
        }
        Self { units, ranges, unknowns, users, followers }
    }
}

/// For each unknown, what follows in its metric and period.
fn followers(parts: &Parts<'_>, unknowns: &[UnknownId]) -> Vec<Rc<Vec<At>>> {
    let sheet = |id: &UnknownId| {
        let what = parts.unknowns.get(*id);
        (what.metric, what.period)
    };
    let mut sheets: BTreeMap<_, Vec<At>> = BTreeMap::new();
    for (at, id) in unknowns.iter().enumerate() {
        if follows(&parts.unknowns.get(*id).of) {
            sheets.entry(sheet(id)).or_default().push(at);
        }
    }
    let sheets: BTreeMap<_, Rc<Vec<At>>> =
        sheets.into_iter().map(|(sheet, all)| (sheet, Rc::new(all))).collect();
    unknowns.iter().map(|id| sheets.get(&sheet(id)).cloned().unwrap_or_default()).collect()
}

/// Does it follow from figures and places?
fn follows(of: &Of) -> bool {
    match of {
        Of::Volume { .. } | Of::Portion { .. } | Of::There { .. } | Of::Times { .. } => false,
        Of::Charted { .. } | Of::InTop { .. } | Of::TopSum { .. } | Of::Slot { .. } => true,
        Of::Place { .. } | Of::Count { .. } | Of::Inside { .. } | Of::Ahead { .. } => true,
    }
}

/// A number inside of an interval that is not empty.
fn inside(room: &Interval) -> Number {
    let beyond = |bound: &Bound| match bound.open {
        true => bound.value.abs() * Number::ratio(1, 100) + Number::ONE,
        false => Number::ZERO,
    };
    match (&room.low, &room.high) {
        (Some(low), None) => &low.value + &beyond(low),
        (None, Some(high)) => &high.value - &beyond(high),
        (low, high) => between(low.as_ref().map(|b| &b.value), high.as_ref().map(|b| &b.value)),
    }
}

/// A number well inside, with few digits.
fn between(low: Option<&Number>, high: Option<&Number>) -> Number {
    let (low, high) = match (low, high) {
        (Some(low), Some(high)) => (low, high),
        (Some(one), None) | (None, Some(one)) => return one.clone(),
        (None, None) => return Number::ZERO,
    };
    let width = (high - low).to_f64();
    let middle = &(low + high) * &Number::ratio(1, 2);
    if width <= 0.0 || !width.is_finite() {
        return middle;
    }
    let step = Number::decimal(1, (width / 4.0).log10().floor() as i32);
    middle.checked_div(&step).map_or(middle, |steps| steps.floor() * step)
}
