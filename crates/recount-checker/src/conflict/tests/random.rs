//! Random worlds of statements against brute force.
//!
//! The worlds are small enough to try every assignment of whole numbers; the
//! statements in them bound differences and levels by whole numbers, and such
//! systems have a solution in whole numbers if they have one at all (their
//! matrix is totally unimodular). With percentages and sums that is no longer
//! so; there, what brute force solves must be possible, and every reported set
//! is checked by the solver's own opposite: each part of it has a solution.

use super::*;

pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides
    }

    pub(super) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[usize::try_from(self.roll(items.len() as u64)).unwrap()]
    }
}

const THINGS: [Subject; 3] = [ALDER, BIRCH, CEDAR];
const MOST: i64 = 5;

/// Figures of three things in two weeks.
type Figures = [[i64; 3]; 2];

/// A statement, and the same by brute force.
#[derive(Clone, Debug)]
pub(super) enum Simple {
    Level(usize, usize, i64, i64),
    Ahead(usize, usize, usize),
    NotAhead(usize, usize, usize),
    Gap(usize, usize, usize, i64),
    Rose(usize),
    NotRose(usize),
    Added(usize, i64),
    Overtook(usize, usize),
    Twice(usize, usize),
    Record(usize),
    NotLevel(usize, usize, i64),
}

fn ordinal_lead(a: usize, b: usize) -> Assertion {
    streak(ahead(THINGS[a], THINGS[b], week(1)), 1, true)
}

impl Simple {
    pub(super) fn random(dice: &mut Dice) -> Self {
        let small = |dice: &mut Dice| i64::try_from(dice.roll(4)).unwrap();
        let one = |dice: &mut Dice| dice.pick(&[0, 1, 2]);
        let two = |dice: &mut Dice| dice.pick(&[(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)]);
        let when = dice.pick(&[0, 1]);
        let (a, b) = two(dice);
        match dice.roll(11) {
            0 => {
                let low = small(dice);
                Self::Level(one(dice), when, low, low + small(dice) / 2)
            }
            1 => Self::Ahead(a, b, when),
            2 => Self::NotAhead(a, b, when),
            3 => Self::Gap(a, b, when, small(dice)),
            4 => Self::Rose(a),
            5 => Self::NotRose(a),
            6 => Self::Added(a, small(dice) - 1),
            7 => Self::Overtook(a, b),
            8 => Self::Twice(a, b),
            9 => Self::Record(a),
            _ => Self::NotLevel(a, when, small(dice)),
        }
    }

    pub(super) fn assertion(&self) -> Assertion {
        let at = |when: usize| week(i64::try_from(when).unwrap());
        let rise = || Quantity::direction(false, Unit::Percent);
        let now = week(1);
        match *self {
            Self::Level(s, when, low, high) => level(THINGS[s], at(when), within(low, high, Unit::Own)),
            Self::Ahead(a, b, when) => ahead(THINGS[a], THINGS[b], at(when)),
            Self::NotAhead(a, b, when) => denied(ahead(THINGS[a], THINGS[b], at(when))),
            Self::Gap(a, b, when, by) => {
                compare(THINGS[a], THINGS[b], at(when), within(by, by + 1, Unit::Own))
            }
            Self::Rose(s) => change(THINGS[s], now, rise()),
            Self::NotRose(s) => denied(change(THINGS[s], now, rise())),
            Self::Added(s, by) => change(THINGS[s], now, within(by, by, Unit::Own)),
            Self::Overtook(a, b) => ordinal_lead(a, b),
            Self::Twice(a, b) => compare(THINGS[a], THINGS[b], now, within(2, 2, Unit::Ratio)),
            Self::Record(s) => record(THINGS[s], now, recount_model::Extreme::Highest),
            Self::NotLevel(s, when, value) => {
                denied(level(THINGS[s], at(when), within(value, value, Unit::Own)))
            }
        }
    }

    fn holds(&self, v: &Figures) -> bool {
        match *self {
            Self::Level(s, when, low, high) => (low..=high).contains(&v[when][s]),
            Self::Ahead(a, b, when) => v[when][a] > v[when][b],
            Self::NotAhead(a, b, when) => v[when][a] <= v[when][b],
            Self::Gap(a, b, when, by) => (by..=by + 1).contains(&(v[when][a] - v[when][b])),
            Self::Rose(s) => v[1][s] > v[0][s],
            Self::NotRose(s) => v[1][s] <= v[0][s],
            Self::Added(s, by) => v[1][s] - v[0][s] == by,
            Self::Overtook(a, b) => v[1][a] > v[1][b] && v[0][a] <= v[0][b],
            Self::Twice(a, b) => v[1][b] > 0 && v[1][a] == 2 * v[1][b],
            Self::Record(s) => v[1][s] >= v[0][s],
            Self::NotLevel(s, when, value) => v[when][s] != value,
        }
    }
}

fn every(then: impl Fn(&Figures) -> bool) -> bool {
    let sides = MOST + 1;
    (0..sides.pow(6)).any(|mut code| {
        let mut figures: Figures = [[0; 3]; 2];
        for cell in figures.iter_mut().flatten() {
            *cell = code % sides;
            code /= sides;
        }
        then(&figures)
    })
}

fn solvable(statements: &[&Simple]) -> bool {
    every(|figures| statements.iter().all(|s| s.holds(figures)))
}

fn said(world: &[Simple]) -> Vec<(u32, Assertion)> {
    (0_u32..).zip(world).map(|(at, simple)| (at % 3, simple.assertion())).collect()
}

/// Sets of statements, each as the sorted numbers that `back` gives.
fn found(said: &[(u32, Assertion)], back: impl Fn(usize) -> usize) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = find(said)
        .into_iter()
        .map(|conflict| {
            let first = |witnesses: &Vec<usize>| witnesses.iter().map(|w| back(*w)).min();
            let mut set: Vec<usize> = conflict.witnesses.iter().filter_map(first).collect();
            set.sort_unstable();
            set
        })
        .collect();
    sets.sort();
    sets
}

#[test]
fn every_reported_set_is_impossible_and_minimal() {
    let mut dice = Dice(3);
    let (mut possible, mut impossible) = (0, 0);
    for _ in 0..60 {
        let count = 3 + usize::try_from(dice.roll(4)).unwrap();
        let world: Vec<Simple> = (0..count).map(|_| Simple::random(&mut dice)).collect();
        let sets = found(&said(&world), |at| at);
        let all: Vec<&Simple> = world.iter().collect();
        if solvable(&all) {
            possible += 1;
            assert_eq!(sets, Vec::<Vec<usize>>::new(), "{world:?}");
            continue;
        }
        impossible += 1;
        for set in &sets {
            let chosen: Vec<&Simple> = set.iter().map(|at| &world[*at]).collect();
            assert!(!solvable(&chosen), "{chosen:?}");
            for left_out in 0..chosen.len() {
                let mut rest = chosen.clone();
                rest.remove(left_out);
                let part: Vec<(u32, Assertion)> = rest.iter().map(|s| (0, s.assertion())).collect();
                assert_eq!(find(&part), Vec::new(), "{rest:?}");
            }
        }
    }
    assert!(possible > 10 && impossible > 10, "{possible} {impossible}");
}

#[test]
fn all_minimal_sets_of_a_random_world_are_found() {
    let mut dice = Dice(17);
    let mut several = 0;
    for _ in 0..100 {
        let world: Vec<Simple> = (0..6).map(|_| Simple::random(&mut dice)).collect();
        let said = said(&world);
        let sets = found(&said, |at| at);
        let possible = |set: u32| {
            let part = (0..6).filter(|at| set & (1 << at) != 0);
            let part: Vec<_> = part.map(|at| said[at].clone()).collect();
            find(&part).is_empty()
        };
        let minimal = |set: &u32| {
            let less = (0..6).filter(|at| set & (1 << at) != 0);
            !possible(*set) && less.into_iter().all(|at| possible(set & !(1 << at)))
        };
        let of = |set: u32| -> Vec<usize> { (0..6).filter(|at| set & (1 << at) != 0).collect() };
        let mut expected: Vec<Vec<usize>> = (1_u32..64).filter(minimal).map(of).collect();
        // Of equal statements only the first stands in a set.
        expected.retain(|set| set.iter().all(|at| (0..*at).all(|b| said[b].1 != said[*at].1)));
        expected.sort();
        assert_eq!(sets, expected, "{world:?}");
        several += usize::from(sets.len() > 1);
    }
    assert!(several > 12, "{several}");
}

#[test]
fn the_order_of_what_is_said_changes_nothing() {
    let mut dice = Dice(5);
    for _ in 0..80 {
        let world: Vec<Simple> = (0..8).map(|_| Simple::random(&mut dice)).collect();
        let said = said(&world);
        let mut order: Vec<usize> = (0..world.len()).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, usize::try_from(dice.roll(at as u64 + 1)).unwrap());
        }
        let shuffled: Vec<(u32, Assertion)> = order.iter().map(|at| said[*at].clone()).collect();
        let name = |at: usize| format!("{:?}", said[at].1);
        let sets = |said: &[(u32, Assertion)], back: &dyn Fn(usize) -> usize| {
            let mut all: Vec<(Code, Vec<String>, Vec<String>)> = find(said)
                .into_iter()
                .map(|c| {
                    let mut names: Vec<String> = c.statements.iter().map(|at| name(back(*at))).collect();
                    let mut rescue: Vec<String> = c.rescue.into_iter().map(|r| r.words).collect();
                    names.sort();
                    rescue.sort();
                    (c.code, names, rescue)
                })
                .collect();
            all.sort();
            all
        };
        assert_eq!(sets(&said, &|at| at), sets(&shuffled, &|at| order[at]));
    }
}

#[test]
fn saying_something_twice_changes_only_its_witnesses() {
    let mut dice = Dice(23);
    for _ in 0..60 {
        let world: Vec<Simple> = (0..6).map(|_| Simple::random(&mut dice)).collect();
        let said = said(&world);
        let mut twice = said.clone();
        twice.push(said[0].clone());
        assert_eq!(found(&said, |at| at), found(&twice, |at| at));
    }
}
