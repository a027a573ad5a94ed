//! Every conflict is derived, and every statement has its part in that: without
//! it there would be none.

use super::random::{Dice, in_worlds, simple};
use super::*;

const OWN: Unit = Unit::Own;
const THINGS: [Subject; 3] = [ALDER, BIRCH, CEDAR];

/// Ranks, counts, figures and runs of few things in two weeks.
pub(super) fn places(dice: &mut Dice) -> Assertion {
    let (a, b) = dice.pick(&[(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)]);
    let (a, b) = (THINGS[a], THINGS[b]);
    let at = week(i64::try_from(dice.roll(2)).unwrap() - 1);
    let place = 1 + u32::try_from(dice.roll(4)).unwrap();
    let amount = i64::try_from(dice.roll(5)).unwrap() * 10;
    match dice.roll(11) {
        0 | 1 => rank(a, at, place),
        2 => moved(a, week(0), Quantity::top(place), Movement::Entered),
        3 => moved(a, week(0), Quantity::whole(place, Unit::Rank), Movement::Down),
        4 => streak(rank(a, week(0), place), 2, true),
        5 => top(dice.pick(&[NORTH, SOUTH]), at, 3, u32::try_from(dice.roll(4)).unwrap()),
        6 => ahead(a, b, at),
        7 => level(dice.pick(&[NORTH, SOUTH, TOTAL]), at, within(amount, amount + 9, OWN)),
        8 => share(a, TOTAL, at, within(amount, amount + 9, Unit::Percent)),
        9 => denied(rank(a, at, place)),
        _ => level(a, at, within(amount, amount + 9, OWN)),
    }
}

pub(super) fn explained(said: &[(u32, Assertion)]) -> usize {
    let found = find(said);
    for conflict in &found {
        let all = conflict.explanation.join("\n");
        assert!(!all.contains("No figures satisfy"), "{conflict:#?}");
        for number in 1..=conflict.statements.len() {
            assert!(all.contains(&format!("({number})")), "({number}) is not needed: {conflict:#?}");
        }
        assert!(!conflict.title.is_empty());
    }
    found.len()
}

#[test]
fn every_conflict_of_figures_is_derived() {
    let conflicts = in_worlds(Dice(71), 60, 9, simple, explained);
    assert!(conflicts > 40, "{conflicts}");
}

#[test]
fn every_conflict_of_places_is_derived() {
    let conflicts = in_worlds(Dice(13), 60, 7, places, explained);
    assert!(conflicts > 40, "{conflicts}");
}

#[test]
fn who_rose_by_so_much_did_not_fall() {
    let rose = change(ALDER, week(0), within(3, 4, Unit::Percent));
    let fell = change(ALDER, week(0), within(-5, -3, Unit::Percent));
    let found = find(&[(1, rose), (2, fell)]);
    let lines = &found[0].explanation;
    assert!(lines.len() == 2 && lines[1].ends_with("and both cannot be."), "{lines:#?}");
}
