//! The solver against brute force: random systems whose solutions, if there
//! are any, are found by eliminating variables (Fourier and Motzkin).

use super::*;
use recount_model::{Bound, Number};

/// A small generator of the same numbers on every machine: splitmix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides
    }

    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.roll(u64::try_from(high - low + 1).unwrap())).unwrap()
    }
}

/// `Σ factors · x ≤ limit`, or `<`.
#[derive(Clone, Debug)]
struct Most {
    factors: Vec<i64>,
    limit: i64,
    strict: bool,
}

fn random(dice: &mut Dice, vars: usize, count: usize) -> Vec<Most> {
    (0..count)
        .map(|_| Most {
            factors: (0..vars).map(|_| dice.between(-2, 2)).collect(),
            limit: dice.between(-3, 3),
            strict: dice.roll(2) == 0,
        })
        .collect()
}

/// Fourier and Motzkin: exact, slow, and unlike the simplex in every step.
fn satisfiable(system: &[Most]) -> bool {
    let vars = system.first().map_or(0, |most| most.factors.len());
    let mut system = system.to_vec();
    for var in 0..vars {
        let (with, mut rest): (Vec<Most>, Vec<Most>) =
            system.into_iter().partition(|most| most.factors[var] != 0);
        let (ups, downs): (Vec<Most>, Vec<Most>) = with.into_iter().partition(|most| most.factors[var] > 0);
        for up in &ups {
            for down in &downs {
                let (a, b) = (-down.factors[var], up.factors[var]);
                let sum = |x: i64, y: i64| a * x + b * y;
                let pairs = up.factors.iter().zip(&down.factors);
                let mut next = Most {
                    factors: pairs.map(|(x, y)| sum(*x, *y)).collect(),
                    limit: sum(up.limit, down.limit),
                    strict: up.strict || down.strict,
                };
                shrink(&mut next);
                rest.push(next);
            }
        }
        system = rest;
    }
    system.iter().all(|most| most.limit > 0 || (most.limit == 0 && !most.strict))
}

fn shrink(most: &mut Most) {
    fn gcd(a: i64, b: i64) -> i64 {
        if b == 0 { a.abs() } else { gcd(b, a % b) }
    }
    let by = most.factors.iter().fold(most.limit, |a, b| gcd(a, *b));
    if by > 1 {
        most.factors.iter_mut().for_each(|f| *f /= by);
        most.limit /= by;
    }
}

fn solver(system: &[Most]) -> (Simplex, Vec<Var>, Vec<Var>) {
    let mut simplex = Simplex::default();
    let vars: Vec<Var> = system[0].factors.iter().map(|_| simplex.variable()).collect();
    let forms = system.iter().map(|most| {
        let terms = vars.iter().zip(&most.factors);
        let terms: Vec<(Var, Number)> =
            terms.filter(|(_, f)| **f != 0).map(|(v, f)| (*v, Number::from(*f))).collect();
        simplex.define(&terms)
    });
    let forms = forms.collect();
    (simplex, vars, forms)
}

fn limit(most: &Most) -> Delta {
    Delta::upper(&Bound { value: Number::from(most.limit), open: most.strict })
}

fn run(simplex: &mut Simplex, forms: &[Var], system: &[Most], which: &[usize]) -> Outcome {
    for at in which {
        let tag = u32::try_from(*at).unwrap();
        if let Err(tags) = simplex.at_most(forms[*at], limit(&system[*at]), tag) {
            return Outcome::Infeasible(tags);
        }
    }
    simplex.check()
}

#[test]
fn agrees_with_elimination_on_random_systems() {
    let mut dice = Dice(7);
    let (mut yes, mut no) = (0, 0);
    for _ in 0..1_500 {
        let vars = 1 + usize::try_from(dice.roll(3)).unwrap();
        let count = 1 + usize::try_from(dice.roll(6)).unwrap();
        let system = random(&mut dice, vars, count);
        let (mut simplex, ..) = solver(&system);
        let forms: Vec<Var> = (vars..vars + count).collect();
        let all: Vec<usize> = (0..count).collect();
        match run(&mut simplex, &forms, &system, &all) {
            Outcome::Feasible => {
                yes += 1;
                assert!(satisfiable(&system), "{system:?}");
            }
            Outcome::Infeasible(tags) => {
                no += 1;
                let core: Vec<Most> = tags.iter().map(|t| system[*t as usize].clone()).collect();
                assert!(!satisfiable(&core), "{system:?} {tags:?}");
            }
            Outcome::GaveUp => panic!("gave up on {system:?}"),
        }
    }
    assert!(yes > 300 && no > 300, "{yes} {no}");
}

#[test]
fn one_tableau_serves_every_subset() {
    let mut dice = Dice(11);
    for _ in 0..120 {
        let system = random(&mut dice, 3, 5);
        let (mut simplex, _, forms) = solver(&system);
        for subset in 0_u32..32 {
            let which: Vec<usize> = (0..5).filter(|at| subset & (1 << at) != 0).collect();
            let part: Vec<Most> = which.iter().map(|at| system[*at].clone()).collect();
            let mark = simplex.mark();
            let outcome = run(&mut simplex, &forms, &system, &which);
            let feasible = part.is_empty() || satisfiable(&part);
            assert_eq!(outcome == Outcome::Feasible, feasible, "{part:?}");
            simplex.undo(mark);
        }
    }
}

#[test]
fn a_strict_end_is_not_reached() {
    let mut simplex = Simplex::default();
    let (x, y) = (simplex.variable(), simplex.variable());
    let one = Number::ONE;
    let sum = simplex.define(&[(x, one.clone()), (y, one.clone())]);
    let two = Delta::upper(&Bound::open(Number::from(2)));
    simplex.at_most(x, two, 0).unwrap();
    simplex.at_most(y, Delta::exact(Number::from(3)), 1).unwrap();
    assert_eq!(simplex.check(), Outcome::Feasible);
    let Extent::Reaches(end) = simplex.maximum(sum) else {
        panic!("the sum has an upper end");
    };
    assert_eq!(end.value, Number::from(5));
    assert!(end.tiny.is_negative());
    let low = simplex.define(&[(sum, -&one)]);
    assert_eq!(simplex.maximum(low), Extent::Unbounded);
}

#[test]
fn the_maximum_is_the_last_feasible_value() {
    let mut dice = Dice(13);
    for _ in 0..300 {
        let system = random(&mut dice, 3, 5);
        let (mut simplex, vars, forms) = solver(&system);
        if run(&mut simplex, &forms, &system, &[0, 1, 2, 3, 4]) != Outcome::Feasible {
            continue;
        }
        let Extent::Reaches(end) = simplex.maximum(vars[0]) else {
            continue;
        };
        let mark = simplex.mark();
        let at_end = simplex.at_least(vars[0], end.clone(), 90).map(|()| simplex.check());
        assert_eq!(at_end, Ok(Outcome::Feasible));
        simplex.undo(mark);
        let beyond = Delta { tiny: &end.tiny + &Number::ONE, value: end.value };
        let past = simplex.at_least(vars[0], beyond, 91);
        assert!(past.is_err() || matches!(simplex.check(), Outcome::Infeasible(_)));
    }
}
