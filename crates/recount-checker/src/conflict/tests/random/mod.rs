//! Random worlds of statements of every kind against an exact reference: all
//! subsets of each world are decided by it, every line-up of places and every
//! alternative in turn, by Fourier–Motzkin elimination. It shares nothing with
//! the engine but the statements.

mod data;
mod dice;
mod holders;
mod meaning;
mod rows;
mod say;

use rayon::prelude::*;

use super::*;
use crate::conflict::compile::World;
use crate::conflict::own::Own;
use crate::conflict::{minimal, statements};
use meaning::{CHART, Given, solvable};
use say::{Against, Ends, Nature, Ranked, Say};

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

/// Three to eight statements, no two of which are equal.
fn world(dice: &mut Dice, ranked: Ranked) -> Vec<Say> {
    let count = usize::try_from(3 + dice.roll(6)).unwrap();
    let mut world: Vec<Say> = Vec::new();
    while world.len() < count {
        let next = dice.say(ranked);
        let same = |other: &Say| turned(other) == turned(&next);
        if !world.iter().any(same) {
            world.push(next);
        }
    }
    world
}

/// What `check` counts in so many random worlds of so many statements, told by three voices.
pub(super) fn in_worlds(
    mut dice: Dice,
    worlds: usize,
    statements: u32,
    say: fn(&mut Dice) -> Assertion,
    check: fn(&[(u32, Assertion)]) -> usize,
) -> usize {
    let mut world = || (0..statements).map(|at| (at % 3, say(&mut dice))).collect::<Vec<_>>();
    (0..worlds).map(|_| check(&world())).sum()
}

/// A level, a change or a comparison.
pub(super) fn simple(dice: &mut Dice) -> Assertion {
    loop {
        let say = dice.say(Ranked::Nothing);
        if matches!(say, Say::Level { .. } | Say::Change { .. } | Say::Compare { .. }) {
            return say.assertion();
        }
    }
}

/// Any statement, of places too.
pub(super) fn any(dice: &mut Dice) -> Assertion {
    dice.say(Ranked::All).assertion()
}

/// "Behind" as "ahead": the same statement.
fn turned(say: &Say) -> Say {
    match say {
        Say::Compare { who, other, week, by: Against::Amount(ends), event } if *ends == Ends::LESS => {
            let by = Against::Amount(Ends::MORE);
            Say::Compare { who: *other, other: *who, week: *week, by, event: *event }
        }
        Say::Not(of) => Say::Not(Box::new(turned(of))),
        other => other.clone(),
    }
}

/// Of all subsets those that cannot all be true while each part of them can.
fn minimal_sets(world: &[Say], nature: Nature, given: &Given) -> Vec<Vec<usize>> {
    let members = |set: u32| (0..world.len()).filter(move |at| set & (1 << at) != 0);
    let possible = |set: u32| solvable(&members(set).map(|at| &world[at]).collect::<Vec<_>>(), nature, given);
    let all = (1_u32 << world.len()) - 1;
    if possible(all) {
        return Vec::new();
    }
    let mut sets: Vec<u32> = (1..=all).collect();
    sets.sort_by_key(|set| set.count_ones());
    let (mut minimal, mut maximal): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
    for set in sets {
        let known = maximal.iter().any(|large| set & !large == 0);
        if known || minimal.iter().any(|small| small & !set == 0) {
            continue;
        }
        if !possible(set) {
            minimal.push(set);
            continue;
        }
        let mut large = set;
        for at in 0..world.len() {
            let next = large | (1 << at);
            if next != large && !minimal.iter().any(|small| small & !next == 0) && possible(next) {
                large = next;
            }
        }
        maximal.push(large);
    }
    let mut sets: Vec<Vec<usize>> = minimal.into_iter().map(|set| members(set).collect()).collect();
    sets.sort();
    sets
}

/// The same names, with groups that count everything that is listed.
fn listed(nature: Nature) -> Vocabulary {
    let mut names = vocabulary();
    names.metrics[0].signed = nature == Nature::Signed;
    names.metrics[0].adds_up = nature != Nature::Stock;
    names.metrics[0].default_scope = Some(ScopeId(u32::from(nature != Nature::Chart)));
    names.scopes[0].top = Some(CHART);
    names
}

/// Sets of statements, each as the sorted numbers that `back` gives.
fn found(said: &[(u32, Assertion)], nature: Nature, back: impl Fn(usize) -> usize) -> Vec<Vec<usize>> {
    let claims = claims(said);
    let said: Vec<Said<'_>> = claims.iter().map(|(voice, claim)| Said { claim, voice: *voice }).collect();
    let found = claims_alone::find(&listed(nature), BTreeMap::new(), &said, &[], &|_| None);
    assert_eq!(found.left_out, Vec::<String>::new(), "{claims:#?}");
    let sets = found.conflicts.into_iter().map(|conflict| {
        let first = |witnesses: &Vec<usize>| witnesses.iter().map(|w| back(*w)).min();
        let mut set: Vec<usize> = conflict.witnesses.iter().filter_map(first).collect();
        set.sort_unstable();
        set
    });
    let mut sets: Vec<Vec<usize>> = sets.collect();
    sets.sort();
    sets
}

/// Holds one world against the reference; how many sets it has.
fn check(seed: u64, ranked: Ranked, nature: Nature) -> usize {
    let mut dice = Dice(seed);
    let world = world(&mut dice, ranked);
    let said: Vec<(u32, Assertion)> = (0_u32..).zip(&world).map(|(at, say)| (at, say.assertion())).collect();
    let sets = found(&said, nature, |at| at);
    assert_eq!(
        sets,
        minimal_sets(&world, nature, &Given::default()),
        "found, and there are, in {seed}: {world:#?}"
    );
    if seed.is_multiple_of(4) {
        let mut order: Vec<usize> = (0..world.len()).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, usize::try_from(dice.roll(at as u64 + 1)).unwrap());
        }
        let mut shuffled: Vec<(u32, Assertion)> = order.iter().map(|at| said[*at].clone()).collect();
        assert_eq!(found(&shuffled, nature, |at| order[at]), sets, "in another order, in {seed}: {world:#?}");
        shuffled.push((99, said[order[0]].1.clone()));
        order.push(order[0]);
        assert_eq!(found(&shuffled, nature, |at| order[at]), sets, "said twice, in {seed}: {world:#?}");
    }
    sets.len()
}

fn check_all(seeds: std::ops::Range<u64>, ranked: Ranked, nature: Nature) {
    let count = seeds.end - seeds.start;
    let sets: Vec<usize> = seeds.into_par_iter().map(|seed| check(seed, ranked, nature)).collect();
    let impossible = sets.iter().filter(|sets| **sets > 0).count() as u64;
    let several = sets.iter().filter(|sets| **sets > 1).count() as u64;
    assert!(impossible > count / 5 && impossible < count && several > count / 40, "{impossible} {several}");
}

#[test]
fn worlds_of_figures_are_as_the_reference_says() {
    check_all(0..1400, Ranked::Nothing, Nature::Flow);
}

#[test]
fn worlds_of_figures_below_zero_are_as_the_reference_says() {
    check_all(50_000..50_300, Ranked::Nothing, Nature::Signed);
}

#[test]
fn worlds_of_figures_that_do_not_add_up_are_as_the_reference_says() {
    check_all(60_000..60_300, Ranked::Nothing, Nature::Stock);
}

#[test]
fn worlds_of_places_are_as_the_reference_says() {
    check_all(10_000..10_400, Ranked::All, Nature::Flow);
}

#[test]
fn worlds_of_places_in_a_group_are_as_the_reference_says() {
    check_all(20_000..20_400, Ranked::North, Nature::Flow);
}

#[test]
fn worlds_of_weeks_in_all_are_as_the_reference_says() {
    check_all(40_000..40_300, Ranked::Counted, Nature::Flow);
}

#[test]
fn worlds_of_runs_of_about_so_many_weeks_are_as_the_reference_says() {
    check_all(70_000..70_300, Ranked::Ranges, Nature::Flow);
}

#[test]
fn worlds_of_charted_groups_are_as_the_reference_says() {
    check_all(80_000..80_120, Ranked::Week, Nature::Chart);
}

#[test]
fn worlds_of_charted_groups_without_places_are_as_the_reference_says() {
    check_all(85_000..85_120, Ranked::Nothing, Nature::Chart);
}

#[test]
fn worlds_of_shares_are_as_the_reference_says() {
    check_all(90_000..90_300, Ranked::Shares, Nature::Parts);
}

/// The sizes of the sets that are found where no more than so many may be.
fn sizes(world: &[Say], most: usize) -> Vec<usize> {
    let said: Vec<(u32, Assertion)> = (0_u32..).zip(world).map(|(at, say)| (at, say.assertion())).collect();
    let claims = claims(&said);
    let said: Vec<Said<'_>> = claims.iter().map(|(voice, claim)| Said { claim, voice: *voice }).collect();
    let names = listed(Nature::Flow);
    let mut world = World::new(&names, BTreeMap::new());
    let statements = statements::statements(&mut world, &said, &[]);
    let of = |core: &[usize]| {
        let set: Vec<&statements::Statement> = core.iter().map(|at| &statements[*at]).collect();
        Own::of(&world, &set).system()
    };
    let all: Vec<usize> = (0..statements.len()).collect();
    let limits = minimal::Limits { sets: most, questions: 300, work: minimal::WORK };
    let found = minimal::sets(&mut of(&all), all.len(), limits, &of);
    found.sets.iter().map(Vec::len).collect()
}

#[test]
fn where_there_are_too_many_the_smallest_are_found() {
    let mut cut = 0;
    for seed in 30_000..30_600 {
        let world = world(&mut Dice(seed), Ranked::Nothing);
        let mut all: Vec<usize> =
            minimal_sets(&world, Nature::Flow, &Given::default()).iter().map(Vec::len).collect();
        all.sort_unstable();
        for most in [1, 2, 3] {
            assert_eq!(sizes(&world, most), all[..most.min(all.len())], "{most} in {seed}: {world:#?}");
            cut += usize::from(all.len() > most && all[most - 1] < all[all.len() - 1]);
        }
    }
    assert!(cut > 20, "{cut}");
}
