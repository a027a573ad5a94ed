//! Shares of the top n against places and counts, and shares of one whole against
//! each other.

use super::families::{none, one};
use super::*;

const PERCENT: Unit = Unit::Percent;

fn of_top(subject: Subject, top: u32, low: i64, high: i64) -> Assertion {
    let share = Share { top: Some(top), value: within(low, high, PERCENT) };
    say(&[subject], &[TOTAL], week(0), Predicate::Share(share))
}

fn points(subject: Subject, low: i64, high: i64) -> Assertion {
    let change = Change { base: Some(week(-1)), value: within(low, high, Unit::Point) };
    say(&[subject], &[TOTAL], week(0), Predicate::Change(change))
}

fn clash(said: &[Assertion]) {
    let said: Vec<(u32, Assertion)> = (0..).zip(said.iter().cloned()).collect();
    assert_eq!(one(&said).statements, (0..said.len()).collect::<Vec<usize>>());
}

fn fit(said: &[Assertion]) {
    let said: Vec<(u32, Assertion)> = (0..).zip(said.iter().cloned()).collect();
    none(&said);
}

#[test]
fn who_is_second_has_no_more_than_half_of_the_top() {
    clash(&[of_top(ALDER, 3, 60, 70), rank(ALDER, week(0), 2)]);
    fit(&[of_top(ALDER, 3, 40, 50), rank(ALDER, week(0), 2)]);
    clash(&[of_top(ALDER, 3, 20, 30), rank(ALDER, week(0), 1)]);
    fit(&[of_top(ALDER, 3, 20, 30), rank(ALDER, week(0), 3)]);
}

#[test]
fn a_group_has_what_its_places_have() {
    clash(&[of_top(NORTH, 3, 50, 50), top(NORTH, week(0), 2, 0)]);
    fit(&[of_top(NORTH, 3, 30, 33), top(NORTH, week(0), 2, 0)]);
    clash(&[of_top(NORTH, 3, 0, 60), top(NORTH, week(0), 2, 2)]);
    clash(&[of_top(SOUTH, 2, 50, 50), of_top(NORTH, 2, 30, 30)]);
    fit(&[of_top(SOUTH, 2, 70, 70), of_top(NORTH, 2, 30, 30)]);
}

#[test]
fn shares_of_one_whole_are_at_most_all_of_it() {
    let then = |subject, low, high| share(subject, TOTAL, week(-1), within(low, high, PERCENT));
    clash(&[points(SOUTH, -30, -25), then(NORTH, 80, 90)]);
    fit(&[points(SOUTH, -30, -25), then(NORTH, 70, 75)]);
    clash(&[points(ALDER, -30, -25), then(BIRCH, 80, 90)]);
    let now = |subject, low, high| share(subject, TOTAL, week(0), within(low, high, PERCENT));
    clash(&[points(ALDER, 30, 35), now(SOUTH, 75, 80)]);
}

#[test]
fn nothing_has_a_share_of_nothing() {
    let nothing = level(TOTAL, week(-1), within(0, 0, Unit::Own));
    clash(&[points(ALDER, 5, 10), nothing]);
    // Who has nothing has no share, and no part of it had one.
    let listed = |of: Assertion| Assertion { scope: Some(ScopeId(1)), ..of };
    let none = listed(level(NORTH, week(0), within(0, 0, Unit::Own)));
    let north = |low, high| listed(points(NORTH, low, high));
    clash(&[none.clone(), points(ALDER, -30, -30), north(-10, 0)]);
    fit(&[none, points(ALDER, -30, -30), north(-40, -30)]);
    // It is no less than nothing, beside more than nothing of others.
    let nothing = level(ALDER, week(-1), within(0, 0, Unit::Own));
    let above = Quantity::bare(Figure::Within(Interval::above(Number::from(3))), Unit::Own);
    for others in [level(CEDAR, week(-1), above.clone()), level(TOTAL, week(-1), above)] {
        fit(&[nothing.clone(), points(ALDER, 10, 20), others]);
    }
}

#[test]
fn who_gained_so_much_has_so_much_at_least() {
    let now = |subject, low, high| share(subject, TOTAL, week(0), within(low, high, PERCENT));
    let ahead = ahead(CEDAR, ALDER, week(0));
    clash(&[points(ALDER, 20, 25), ahead.clone(), now(NORTH, 85, 90)]);
    fit(&[points(ALDER, 20, 25), ahead, now(NORTH, 55, 60)]);
    let none = level(ALDER, week(0), within(0, 0, Unit::Own));
    clash(&[points(ALDER, 20, 25), none]);
    let before = level(ALDER, week(-1), within(0, 0, Unit::Own));
    fit(&[points(ALDER, 20, 25), before]);
}

#[test]
fn figures_are_ends_of_shares() {
    let own = |subject, at, low, high| level(subject, at, within(low, high, Unit::Own));
    let then = [own(ALDER, week(-1), 3, 4), own(TOTAL, week(-1), 10, 10)];
    let all = |more: &[Assertion]| [then.as_slice(), more].concat();
    clash(&all(&[points(ALDER, 20, 25), own(BIRCH, week(0), 6, 6), own(ALDER, week(0), 1, 2)]));
    fit(&all(&[points(ALDER, 20, 25), own(BIRCH, week(0), 2, 2), own(ALDER, week(0), 2, 3)]));
    // What a share was, by what it is.
    let now = |low, high| share(ALDER, TOTAL, week(0), within(low, high, PERCENT));
    clash(&all(&[points(ALDER, 20, 25), now(40, 45)]));
    fit(&all(&[points(ALDER, 20, 25), now(50, 60)]));
}

#[test]
fn where_figures_are_held_against_each_other_so_are_their_shares() {
    let ahead = [ahead(ALDER, SOUTH, week(0)), ahead(ALDER, SOUTH, week(-1))];
    let now = share(SOUTH, TOTAL, week(0), within(40, 50, PERCENT));
    let all = |change: Assertion| [ahead.as_slice(), &[points(SOUTH, -5, -5), now.clone(), change]].concat();
    let said = all(points(ALDER, -15, -15));
    let said: Vec<(u32, Assertion)> = (0..).zip(said).collect();
    assert!(find(&said).iter().any(|conflict| conflict.statements == [0, 2, 3, 4]));
    fit(&all(points(ALDER, 2, 5))[1..]);
}
