//! So many weeks in all, and the weeks of which nothing is said.

use recount_model::Extreme;

use super::explained::explained;
use super::random::{Dice, in_worlds};
use super::rescues::check;
use super::*;

const OWN: Unit = Unit::Own;

/// Do these conflict, all of them and no fewer? Else none may.
pub(super) fn conflict(said: &[Assertion]) -> bool {
    let said: Vec<(u32, Assertion)> = (0..).zip(said.iter().cloned()).collect();
    match sets(&said).as_slice() {
        [] => false,
        [(_, set)] => {
            assert_eq!(set.len(), said.len(), "{said:#?}");
            true
        }
        more => panic!("{more:?}"),
    }
}

fn on_top(at: i64, weeks: u32) -> Assertion {
    in_all(rank(ALDER, week(at), 1), weeks, true)
}

#[test]
fn counts_grow_by_a_week_at_most_and_by_the_week_itself() {
    for (later, count, clash) in
        [(1, 3, true), (1, 4, false), (1, 5, true), (3, 4, false), (3, 6, false), (3, 7, true), (3, 2, true)]
    {
        assert_eq!(conflict(&[on_top(0, 3), on_top(later, count)]), clash, "{count} after {later}");
    }
    assert!(!conflict(&[on_top(0, 3), in_all(rank(BIRCH, week(1), 1), 3, true)]), "of two things");
    assert!(!conflict(&[on_top(0, 3), in_all(rank(ALDER, week(1), 2), 3, true)]), "of two places");
}

#[test]
fn a_week_between_is_counted_if_it_was_so() {
    assert!(conflict(&[on_top(0, 3), on_top(2, 5), rank(BIRCH, week(1), 1)]));
    assert!(!conflict(&[on_top(0, 3), on_top(2, 4), rank(BIRCH, week(1), 1)]));
    assert!(conflict(&[on_top(0, 3), on_top(2, 4), rank(ALDER, week(1), 1)]));
    let lead = |at: i64, weeks: u32| in_all(ahead(ALDER, BIRCH, week(at)), weeks, true);
    assert!(conflict(&[lead(0, 3), lead(2, 4), ahead(ALDER, BIRCH, week(1))]));
    assert!(!conflict(&[lead(0, 3), lead(2, 4), ahead(BIRCH, ALDER, week(1))]));
}

#[test]
fn a_run_and_a_first_time_are_counted() {
    let run = |weeks: u32| streak(rank(ALDER, week(0), 1), weeks, false);
    assert!(conflict(&[on_top(0, 3), run(4)]));
    assert!(!conflict(&[on_top(0, 3), run(3)]));
    assert!(!conflict(&[on_top(0, 3), run(2)]), "with a week on top before");
    let first = first(rank(ALDER, week(-2), 1), None);
    assert!(conflict(&[first.clone(), on_top(0, 4)]));
    assert!(!conflict(&[first.clone(), on_top(0, 3)]));
    assert!(conflict(&[first, in_all(rank(ALDER, week(0), 1), 4, false)]), "four at least");
    assert!(!conflict(&[on_top(0, 4), in_all(rank(ALDER, week(2), 1), 3, false)]), "more is understated");
}

#[test]
fn who_may_mean_weeks_running_is_not_held_to_weeks_in_all() {
    let mut claims = claims(&[(0, on_top(0, 3)), (1, on_top(1, 3))]);
    assert_eq!(find_in(&vocabulary(), &claims).len(), 1);
    claims[1].1.readings = vec![streak(rank(ALDER, week(1), 1), 3, true)];
    assert_eq!(find_in(&vocabulary(), &claims), Vec::new());
}

#[test]
fn a_week_of_which_nothing_is_said_stands_for_all_before() {
    let lowest = record(ALDER, week(0), Extreme::Lowest);
    let above = |at: i64| {
        level(ALDER, week(at), Quantity::bare(Figure::Within(Interval::above(Number::from(5))), OWN))
    };
    let new = first(above(0), None);
    assert!(conflict(&[lowest.clone(), new.clone()]), "there was a week before, and it was no lower");
    assert!(!conflict(&[lowest.clone(), first(above(0), Some(3))]), "it may have been so four weeks before");
    assert!(!conflict(&[record(ALDER, week(0), Extreme::Highest), new]));
    assert!(!conflict(&[lowest, first(denied(above(0)), None)]));
}

fn counted(dice: &mut Dice) -> Assertion {
    let at = week(i64::try_from(dice.roll(4)).unwrap() - 2);
    let weeks = 1 + u32::try_from(dice.roll(4)).unwrap();
    let lead = |at| ahead(ALDER, BIRCH, at);
    let place = |at| rank(ALDER, at, 1);
    let of = if dice.roll(2) == 0 { lead(at) } else { place(at) };
    match dice.roll(8) {
        0..=3 => in_all(of, weeks, dice.roll(4) > 0),
        4 => streak(of, weeks, dice.roll(2) == 0),
        5 => first(of, None),
        6 => rank(dice.pick(&[ALDER, BIRCH]), at, 1),
        _ => dice.pick(&[lead as fn(Period) -> Assertion, |at| ahead(BIRCH, ALDER, at)])(at),
    }
}

#[test]
fn every_conflict_of_counts_is_derived_and_rescued() {
    assert!(in_worlds(Dice(29), 60, 6, counted, explained) > 40);
    assert!(in_worlds(Dice(31), 40, 5, counted, check) > 40);
}
