//! Hundreds of statements that hang together: what is found does not depend on
//! the number of threads, on the order, or on how often a thing is said.

use std::collections::BTreeSet;

use super::random::{Dice, any};
use super::*;
use crate::conflict::Found;
use crate::conflict::compile::World;
use crate::conflict::minimal::{self, Ask, Asked, Limits};
use crate::conflict::own::Own;
use crate::conflict::statements;
use crate::conflict::system::System;

const OWN: Unit = Unit::Own;

/// So many weeks are told of.
const WEEKS: i64 = 50;

/// Weeks of which somebody tells something else.
const FALSE: [i64; 3] = [7, 21, 38];

/// Two things over many weeks, each statement of a voice of its own.
fn said() -> Vec<(u32, Assertion)> {
    let alder = |n: i64| 1_000 + (n * n * 37) % 211;
    let birch = |n: i64| 700 + (n * n * 53) % 197;
    let about = |value: i64| within(value - 2, value + 2, OWN);
    let mut said = Vec::new();
    for n in 0..WEEKS {
        said.push(level(ALDER, week(n), about(alder(n))));
        said.push(level(BIRCH, week(n), about(birch(n))));
        said.push(compare(ALDER, BIRCH, week(n), about(alder(n) - birch(n))));
        said.push(change(ALDER, week(n), about(alder(n) - alder(n - 1))));
    }
    said.extend(FALSE.map(|n| level(ALDER, week(n), about(alder(n) + 60))));
    (0..).zip(said).collect()
}

fn search(said: &[(u32, Assertion)]) -> Found {
    let claims = claims(said);
    let said: Vec<Said<'_>> = claims.iter().map(|(voice, claim)| Said { claim, voice: *voice }).collect();
    claims_alone::find(&vocabulary(), BTreeMap::new(), &said, &[], &|_| None)
}

/// The sets, each of the numbers that `back` gives.
fn sets(found: &Found, back: impl Fn(usize) -> usize) -> BTreeSet<BTreeSet<usize>> {
    let set = |conflict: &Conflict| conflict.statements.iter().map(|at| back(*at)).collect();
    found.conflicts.iter().map(set).collect()
}

#[test]
fn threads_change_nothing() {
    let said = said();
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| search(&said))
    };
    let one = with(1);
    assert!(one.conflicts.len() > FALSE.len(), "{one:#?}");
    assert_eq!(one, with(4));
}

#[test]
fn each_set_has_one_of_the_false_statements_and_all_of_them_are_found() {
    let count = said().len();
    let found = sets(&search(&said()), |at| at);
    let planted: BTreeSet<usize> = (count - FALSE.len()..count).collect();
    let guilty = |set: &BTreeSet<usize>| set.intersection(&planted).copied().collect::<Vec<usize>>();
    assert!(found.iter().all(|set| guilty(set).len() == 1), "{found:?}");
    for (one, week) in planted.iter().zip(FALSE) {
        // The level of the same week, and the three ways round.
        let at = |n: i64| usize::try_from(4 * n).unwrap();
        let (now, next) = (at(week), at(week + 1));
        let expected: [&[usize]; 3] = [&[now], &[now + 3, at(week - 1)], &[now + 2, now + 1]];
        for others in expected {
            let set: BTreeSet<usize> = others.iter().chain([one]).copied().collect();
            assert!(found.contains(&set), "{set:?} in {found:?}");
        }
        assert!(found.contains(&BTreeSet::from([*one, next, next + 3])), "{found:?}");
    }
}

#[test]
fn neither_does_the_order_nor_who_repeats_what() {
    let said = said();
    let found = search(&said);
    let mut order: Vec<usize> = (0..said.len()).collect();
    let mut dice = Dice(4);
    for at in (1..order.len()).rev() {
        order.swap(at, usize::try_from(dice.roll(at as u64 + 1)).unwrap());
    }
    let mut other: Vec<(u32, Assertion)> = order.iter().map(|at| said[*at].clone()).collect();
    let shuffled = search(&other);
    assert_eq!(sets(&shuffled, |at| order[at]), sets(&found, |at| at));
    assert_eq!(shuffled.left_out, found.left_out);
    let again = [0, said.len() - 1, said.len() / 2];
    for one in again {
        other.push((1_000, said[one].1.clone()));
        order.push(one);
    }
    let repeated = search(&other);
    assert_eq!(sets(&repeated, |at| order[at]), sets(&found, |at| at));
    let witnesses = |found: &Found| found.conflicts.iter().flat_map(|c| c.witnesses.concat()).count();
    assert!(witnesses(&repeated) > witnesses(&found));
}

/// A system, and the work that its questions took.
struct Counted {
    system: System,
    taken: usize,
}

impl Ask for Counted {
    fn ask(&mut self, statements: &[usize], work: &mut usize) -> Asked {
        let before = self.system.work();
        let answer = self.system.ask(statements, work);
        self.taken += self.system.work() - before;
        answer
    }
}

#[test]
fn a_search_ends_when_its_work_is_done_and_says_so() {
    let mut said = said();
    // Ten weeks, and the false statement of one of them.
    said.drain(40..said.len() - FALSE.len());
    said.truncate(41);
    let claims = claims(&said);
    let said: Vec<Said<'_>> = claims.iter().map(|(voice, claim)| Said { claim, voice: *voice }).collect();
    let names = vocabulary();
    let mut world = World::new(&names, BTreeMap::new());
    let statements = statements::statements(&mut world, &said, &[]);
    let of = |core: &[usize]| {
        let set: Vec<&statements::Statement> = core.iter().map(|at| &statements[*at]).collect();
        Own::of(&world, &set).system()
    };
    let all: Vec<usize> = (0..statements.len()).collect();
    let search = |work: usize| {
        let mut asker = Counted { system: of(&all), taken: 0 };
        let limits = Limits { sets: 60, questions: 240, work };
        let found = minimal::sets(&mut asker, all.len(), limits, &of);
        (found, asker.taken)
    };
    let (whole, much) = search(usize::MAX);
    let (none, least) = search(1);
    assert!(none.sets.is_empty() && none.left_out.is_some());
    // What a question looks at before it first asks whether it may go on.
    let one = 2 * least;
    for part in [100, 10, 4] {
        let work = much / part;
        let (found, taken) = search(work);
        assert!(found.sets.iter().all(|set| whole.sets.contains(set)));
        assert!(found.left_out.is_some(), "{work} of {much}");
        // A quarter for a quick search, all of it for the sets, and again for those by size.
        assert!(taken <= 2 * work + work / 4 + one, "{taken} of {work}");
    }
}

#[test]
fn of_hundreds_about_the_same_weeks_what_a_few_exclude_is_told() {
    let mut dice = Dice(7);
    let said: Vec<(u32, Assertion)> = (0..220).map(|at| (at % 20, any(&mut dice))).collect();
    let found = search(&said);
    assert!(found.conflicts.len() > 20 && found.left_out.len() == 1, "{found:#?}");
}
