//! Random worlds of which some weeks have figures: what is refuted, and what conflicts
//! because of figures, against the same reference.

use std::collections::{BTreeMap, BTreeSet};

use recount_dataset::{Dataset, Figure, Place, Sheet, Source, Table};
use recount_model::Verdict;

use super::meaning::{Sum, one, plus, rest, row};
use super::rows::Logic;
use super::*;
use crate::check;

/// Where a figure stands: nowhere.
const PLACE: Place = Place { file: 0, span: Span::new(0, 0) };

/// The figures of the things and of the rest in one week.
type Figures = ([i64; 3], i64);

/// Statements about single things and everything; groups are what is listed of them.
fn statements(dice: &mut Dice, counted: bool) -> Vec<Say> {
    let ranked = if counted { Ranked::Counted } else { Ranked::Nothing };
    loop {
        let world = world(dice, ranked);
        let single = |say: &Say| {
            let said = say.assertion();
            let group = |subject: &Subject| matches!(*subject, NORTH | SOUTH);
            !said.subject.iter().chain(&said.object).any(group)
        };
        let world: Vec<Say> = world.into_iter().filter(single).collect();
        if world.len() > 2 {
            return world;
        }
    }
}

fn figures(dice: &mut Dice) -> BTreeMap<i64, Figures> {
    let weeks: &[i64] = dice.pick(&[&[1][..], &[2][..], &[1, 2][..], &[0, 1][..], &[3][..]]);
    let mut one = |most: u64| i64::try_from(1 + dice.roll(most)).unwrap();
    weeks.iter().map(|week| (*week, ([one(6), one(6), one(6)], one(3) - 1))).collect()
}

fn dataset(figures: &BTreeMap<i64, Figures>) -> Dataset {
    let figure = |value: i64| {
        let within = Interval::point(Number::from(value));
        Figure { given: within.clone(), admitted: within, place: PLACE }
    };
    let sheet = |(things, other): &Figures| Sheet {
        source: 0,
        complete: true,
        unlisted_at_most: things.iter().min().map(|least| Number::from(*least)),
        figures: (0..).map(SeriesId).zip(things.iter().map(|value| figure(*value))).collect(),
        other: Some(figure(*other)),
        place: PLACE,
    };
    let periods = figures.iter().map(|(at, figures)| (week(*at), vec![sheet(figures)])).collect();
    let source = Source {
        metric: MetricId(0),
        name: "nobody".to_owned(),
        license: None,
        tolerance: Number::ZERO,
        file: 0,
    };
    Dataset {
        vocabulary: super::listed(Nature::Flow),
        sources: vec![source],
        tables: vec![Table { cadence: recount_model::Cadence::Week, periods }],
        ..Dataset::default()
    }
}

/// The figures as rows of the reference.
fn known(figures: &BTreeMap<i64, Figures>) -> Given {
    let is = |sum: &Sum, value: i64| {
        let none = Sum::new();
        [row((sum, 1), (&none, 0), value, false), row((&none, 0), (sum, 1), -value, false)]
    };
    let week = |(week, (things, other)): (&i64, &Figures)| {
        let mut rows: Vec<Logic> = Vec::new();
        for (thing, value) in say::THINGS.into_iter().zip(things) {
            rows.extend(is(&one(thing, *week), *value));
        }
        let rest = [say::Who::North, say::Who::South, say::Who::Total].map(|side| rest(side, *week));
        rows.extend(is(&plus(rest.into_iter()), *other));
        rows
    };
    let there = figures.keys().flat_map(|week| say::THINGS.into_iter().map(move |thing| (thing, *week)));
    Given { rows: figures.iter().flat_map(week).collect(), there: there.collect() }
}

/// Holds one world against the reference; how many sets there are because of figures.
fn check_one(seed: u64, counted: bool) -> (usize, usize) {
    let mut dice = Dice(seed);
    let world = statements(&mut dice, counted);
    let figures = figures(&mut dice);
    let said: Vec<(u32, Assertion)> = (0_u32..).zip(&world).map(|(at, say)| (at, say.assertion())).collect();
    let claims = claims(&said);
    let said: Vec<Said<'_>> = claims.iter().map(|(voice, claim)| Said { claim, voice: *voice }).collect();
    let checked = check(&dataset(&figures), &said);
    assert_eq!(checked.left_out, Vec::<String>::new());
    let told = format!("in {seed}: {figures:?} {world:?}");
    let alone = minimal_sets(&world, Nature::Flow, &Given::default());
    let with: Vec<Vec<usize>> = minimal_sets(&world, Nature::Flow, &known(&figures));
    let verdict = |at: &usize| checked.findings[*at].verdict;
    let impossible: BTreeSet<usize> = with.iter().filter(|set| set.len() == 1).map(|set| set[0]).collect();
    let refuted: BTreeSet<usize> = (0..world.len()).filter(|at| verdict(at) == Verdict::Refuted).collect();
    assert!(refuted.is_subset(&impossible), "refuted {refuted:?} and not {impossible:?}, {told}");
    let set = |conflict: &Conflict| -> Vec<usize> {
        let mut set = conflict.statements.clone();
        set.sort_unstable();
        set
    };
    let (given, own): (Vec<&Conflict>, Vec<&Conflict>) =
        checked.conflicts.iter().partition(|conflict| !conflict.figures.is_empty());
    let given: BTreeSet<Vec<usize>> = given.into_iter().map(set).collect();
    let own: BTreeSet<Vec<usize>> = own.into_iter().map(set).collect();
    // What the data support altogether is no conflict.
    let supported = |set: &Vec<usize>| set.iter().all(|at| verdict(at) == Verdict::Supported);
    let is_told = |set: &&Vec<usize>| set.len() > 1 && !supported(set);
    let wanted: BTreeSet<Vec<usize>> = alone.iter().filter(is_told).cloned().collect();
    let own: BTreeSet<Vec<usize>> = own.into_iter().filter(|set| set.len() > 1).collect();
    assert_eq!(own, wanted, "without the data, {told}");
    let new = |set: &&Vec<usize>| {
        let plain = !alone.iter().any(|small| small.iter().all(|at| set.contains(at)));
        plain && is_told(set) && !set.iter().any(|at| refuted.contains(at))
    };
    let wanted: BTreeSet<Vec<usize>> = with.iter().filter(new).cloned().collect();
    assert_eq!(given, wanted, "with the data, {told}");
    (refuted.len(), wanted.len())
}

fn check_figures(seeds: std::ops::Range<u64>, counted: bool) {
    let found: Vec<(usize, usize)> = seeds.into_par_iter().map(|seed| check_one(seed, counted)).collect();
    let (refuted, sets): (Vec<usize>, Vec<usize>) = found.into_iter().unzip();
    let several = |counts: &[usize]| counts.iter().sum::<usize>() * 20 > counts.len();
    assert!(several(&refuted) && several(&sets), "{refuted:?} {sets:?}");
}

#[test]
fn worlds_with_figures_are_as_the_reference_says() {
    check_figures(100_000..100_250, false);
}

#[test]
fn worlds_of_weeks_in_all_with_figures_are_as_the_reference_says() {
    check_figures(110_000..110_120, true);
}
