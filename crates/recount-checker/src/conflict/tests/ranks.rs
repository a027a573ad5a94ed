//! Ranks and counts of the top n.

use super::families::{none, one};
use super::*;

const OWN: Unit = Unit::Own;

#[test]
fn better_ranks_have_the_larger_figures() {
    let said = [
        (0, rank(ALDER, week(0), 3)),
        (0, level(ALDER, week(0), figure(75, 10, OWN))),
        (1, rank(BIRCH, week(0), 5)),
        (1, level(BIRCH, week(0), figure(83, 10, OWN))),
    ];
    assert_eq!(one(&said).statements, [0, 1, 2, 3]);
    let mut swapped = said.to_vec();
    swapped[0].1 = rank(ALDER, week(0), 6);
    none(&swapped);
}

#[test]
fn ranks_bracket_what_lies_between() {
    let said = [
        (0, rank(ALDER, week(0), 3)),
        (0, level(ALDER, week(0), figure(83, 10, OWN))),
        (0, rank(BIRCH, week(0), 5)),
        (0, level(BIRCH, week(0), figure(75, 10, OWN))),
        (1, rank(CEDAR, week(0), 4)),
        (1, level(CEDAR, week(0), figure(70, 10, OWN))),
    ];
    // Fifth with 0.75 against fourth with 0.70; and 0.75 has no place between
    // third with 0.83 and fourth with 0.70.
    let found: Vec<Vec<usize>> = sets(&said).into_iter().map(|(_, set)| set).collect();
    assert_eq!(found, [vec![2, 3, 4, 5], vec![0, 1, 3, 4, 5]]);
}

#[test]
fn two_cannot_hold_one_rank() {
    let said = [(0, rank(ALDER, week(0), 3)), (1, rank(BIRCH, week(0), 3))];
    assert_eq!(one(&said).statements, [0, 1]);
    let tie = compare(ALDER, BIRCH, week(0), within(0, 0, OWN));
    none(&[said[0].clone(), said[1].clone(), (0, tie.clone())]);
    // What somebody else says does not make them share it.
    assert_eq!(one(&[said[0].clone(), said[1].clone(), (2, tie.clone())]).statements, [0, 1]);
    // A tie in another week leaves a rank what it is, whoever repeats it.
    let elsewhere = compare(ALDER, BIRCH, week(3), within(0, 0, OWN));
    let again = [said[0].clone(), said[1].clone(), (2, elsewhere), (2, said[0].1.clone())];
    assert_eq!(one(&again).witnesses, [vec![0, 3], vec![1]]);
    // Who is behind two that tie comes next, or one later.
    let level = [(0, tie), said[0].clone(), (0, rank(BIRCH, week(0), 3))];
    for next in [4, 5] {
        none(&[level.as_slice(), &[(0, rank(CEDAR, week(0), next))]].concat());
    }
    assert_eq!(one(&[level.as_slice(), &[(1, rank(CEDAR, week(0), 3))]].concat()).statements, [1, 2, 3]);
}

#[test]
fn movements_speak_of_the_week_before() {
    let sixth = Quantity::whole(6, Unit::Rank);
    let said = [(0, moved(ALDER, week(0), sixth, Movement::Down)), (1, rank(ALDER, week(-1), 8))];
    assert_eq!(one(&said).statements, [0, 1]);
    none(&[said[0].clone(), (1, rank(ALDER, week(-1), 4))]);
    let entered = moved(ALDER, week(0), Quantity::top(5), Movement::Entered);
    assert_eq!(one(&[(0, entered), (1, rank(ALDER, week(-1), 4))]).statements, [0, 1]);
    let left = denied(moved(ALDER, week(0), Quantity::top(9), Movement::Left));
    assert_eq!(one(&[(0, left), (1, rank(ALDER, week(0), 4))]).statements, [0, 1]);
}

#[test]
fn counts_of_the_top_fit_the_ranks() {
    let said = [(0, top(NORTH, week(0), 3, 0)), (1, rank(ALDER, week(0), 2))];
    assert_eq!(one(&said).statements, [0, 1]);
    let both = [(0, top(NORTH, week(0), 5, 3)), (1, top(SOUTH, week(0), 5, 3))];
    assert_eq!(one(&both).statements, [0, 1]);
    none(&[(0, top(NORTH, week(0), 3, 1)), (1, rank(ALDER, week(0), 2))]);
}

#[test]
fn a_place_in_its_group_and_one_among_all_leave_others_the_rest() {
    let among =
        |place: u32| Assertion { object: [NORTH].into_iter().collect(), ..rank(ALDER, week(0), place) };
    let said = |overall: u32, own: u32, top: Assertion| {
        !sets(&[(0, rank(ALDER, week(0), overall)), (1, among(own)), (2, top)]).is_empty()
    };
    let of = |group: Subject, places: u32, count: u32| top(group, week(0), places, count);
    // Fourth among all and in the north: the first four are of the north.
    assert!(said(4, 4, of(SOUTH, 3, 1)));
    assert!(said(4, 4, of(SOUTH, 4, 1)));
    assert!(!said(4, 4, of(SOUTH, 5, 1)));
    assert!(said(4, 4, of(NORTH, 3, 2)));
    // Fourth among all, second in the north: two others are ahead.
    assert!(said(4, 2, of(SOUTH, 3, 3)));
    assert!(!said(4, 2, of(SOUTH, 3, 2)));
    assert!(said(4, 2, of(NORTH, 2, 2)));
    assert!(said(4, 2, of(NORTH, 5, 4)));
    assert!(!said(4, 2, of(NORTH, 5, 3)));
}

#[test]
fn a_chart_is_a_top_too() {
    let mut names = vocabulary();
    names.scopes[0].top = Some(3);
    let found = |said: &[Assertion]| {
        let said: Vec<(u32, Assertion)> = (0..).zip(said.iter().cloned()).collect();
        find_in(&names, &claims(&said)).into_iter().map(|one| one.statements).collect::<Vec<_>>()
    };
    let at = week(0);
    // With two of the top two it has more than who has the third place at most.
    assert_eq!(found(&[top(NORTH, at, 2, 2), ahead(SOUTH, NORTH, at)]), [[0, 1]]);
    assert!(found(&[top(NORTH, at, 2, 1), ahead(SOUTH, NORTH, at)]).is_empty());
    // Who holds no place of the chart has nothing on it.
    assert_eq!(found(&[top(NORTH, at, 3, 0), ahead(NORTH, CEDAR, at)]), [[0, 1]]);
    // Two places behind the first have as much as it only where all of them tie.
    let said = [rank(ALDER, at, 1), ahead(SOUTH, ALDER, at), ahead(NORTH, SOUTH, at)];
    assert_eq!(found(&said), [[0, 1, 2]]);
    assert!(found(&said[..2]).is_empty());
    // A thing without a place may be on the chart or not.
    assert!(found(&[ahead(BIRCH, NORTH, at), ahead(NORTH, SOUTH, at)]).is_empty());
}

#[test]
fn who_is_behind_the_chart_has_no_more_than_anybody_on_it() {
    // The chart has nine places.
    let charted = |low: i64, high: i64| level(NORTH, week(0), within(low, high, OWN));
    let figure = |low: i64| level(ALDER, week(0), within(low, low, OWN));
    let said =
        |place: u32, charted: Assertion| [(0, rank(ALDER, week(0), place)), (0, figure(6)), (1, charted)];
    assert_eq!(one(&said(11, charted(3, 4))).statements, [0, 1, 2]);
    none(&said(11, charted(6, 7)));
    none(&said(11, charted(0, 0)));
    assert_eq!(one(&said(9, charted(3, 4))).statements, [0, 1, 2]);
    // Where the first has nothing, nobody has.
    let first =
        [(0, rank(CEDAR, week(0), 1)), (0, level(CEDAR, week(0), within(0, 0, OWN))), (1, charted(1, 2))];
    assert_eq!(one(&first).statements, [0, 1, 2]);
}
