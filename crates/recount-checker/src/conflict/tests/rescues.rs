//! What would have to be true: inside its interval a statement contradicts the
//! others no more, and just outside of it it does.

use recount_model::{Bound, Extreme};

use super::explained::places;
use super::families::one;
use super::random::{Dice, in_worlds, simple};
use super::*;
use crate::conflict::Rescue;

const OWN: Unit = Unit::Own;
const PERCENT: Unit = Unit::Percent;

/// The statement with another number; `None` for a kind that has none, or for
/// a number that it cannot have.
fn with(said: &Assertion, value: &Number, unit: Unit) -> Option<Assertion> {
    let quantity = Quantity::bare(Figure::Within(Interval::point(value.clone())), unit);
    let whole = || u32::try_from(value.to_i64()?).ok();
    let weeks = || whole().filter(|n| *n > 0 && value.is_whole()).map(Weeks::Exactly);
    let mut other = said.clone();
    match &mut other.predicate {
        Predicate::Level(level) => level.value = quantity,
        Predicate::Change(change) => change.value = quantity,
        Predicate::Compare(compare) => compare.value = quantity,
        Predicate::Share(share) => share.value = quantity,
        Predicate::Rank(rank) => rank.value = Quantity::whole(whole()?, unit),
        Predicate::Top(top) => top.value = Quantity::whole(whole()?, unit),
        Predicate::Streak(streak) if unit == Unit::Count => streak.weeks = weeks()?,
        Predicate::First(first) if unit == Unit::Count => {
            first.base = None;
            first.weeks = Some(weeks()?);
        }
        Predicate::Record(record) => record.base = Some(said.period?.weeks_later(-value.to_i64()?)),
        Predicate::Streak(_) | Predicate::First(_) => return None,
    }
    Some(other)
}

/// Numbers inside of the interval, and numbers just outside of it. Of weeks,
/// places and counts the whole ones.
fn probes(rescue: &Rescue) -> (Vec<Number>, Vec<Number>) {
    let amount = rescue.holds_if.as_ref().unwrap();
    let whole = matches!(amount.unit, Unit::Rank | Unit::Count);
    let step = if whole { Number::ONE } else { Number::ratio(1, 1_000_000) };
    let Interval { low, high } = &amount.interval;
    let (mut inside, mut outside) = (Vec::new(), Vec::new());
    let mut end = |bound: &Bound, inward: &Number| {
        if bound.open {
            outside.push(bound.value.clone());
            inside.push(&bound.value + inward);
        } else {
            inside.push(bound.value.clone());
            outside.push(&bound.value - inward);
        }
    };
    low.iter().for_each(|bound| end(bound, &step));
    high.iter().for_each(|bound| end(bound, &-&step));
    if let (Some(low), Some(high), false) = (low, high, whole) {
        inside.push((&low.value + &high.value) * Number::ratio(1, 2));
    }
    (inside, outside)
}

/// Checks every rescue of every conflict; how many there were.
pub(super) fn check(said: &[(u32, Assertion)]) -> usize {
    let mut checked = 0;
    for conflict in find(said) {
        let told: Vec<usize> = conflict.rescue.iter().map(|r| r.statement).collect();
        assert_eq!(told, conflict.statements, "one rescue for each statement: {conflict:#?}");
        for rescue in conflict.rescue.iter().filter(|r| r.holds_if.is_some()) {
            let unit = rescue.holds_if.as_ref().unwrap().unit;
            let possible = |value: &Number| {
                let other = with(&said[rescue.statement].1, value, unit)?;
                let set = conflict.statements.iter().map(|at| match *at == rescue.statement {
                    true => (0, other.clone()),
                    false => (0, said[*at].1.clone()),
                });
                Some(find(&set.collect::<Vec<_>>()).is_empty())
            };
            let (inside, outside) = probes(rescue);
            for value in inside {
                assert_ne!(possible(&value), Some(false), "{} at {value:?} of {conflict:#?}", rescue.words);
            }
            for value in outside {
                assert_ne!(possible(&value), Some(true), "{} at {value:?} of {conflict:#?}", rescue.words);
            }
            checked += 1;
        }
    }
    checked
}

fn words(said: &[(u32, Assertion)]) -> Vec<String> {
    check(said);
    one(said).rescue.into_iter().map(|rescue| rescue.words).collect()
}

#[test]
fn inside_its_interval_a_statement_is_harmless_and_outside_it_is_not() {
    let checked = in_worlds(Dice(41), 40, 6, simple, check);
    assert!(checked > 40, "{checked}");
}

#[test]
fn places_and_counts_have_their_intervals_too() {
    let checked = in_worlds(Dice(29), 40, 6, places, check);
    assert!(checked > 40, "{checked}");
}

#[test]
fn a_record_holds_since_the_week_that_was_higher() {
    let at = |weeks, mantissa| (0, level(ALDER, week(weeks), figure(mantissa, 11, OWN)));
    let said = [(0, record(ALDER, week(0), Extreme::Highest)), at(0, 40), at(-9, 50), at(-12, 30)];
    assert_eq!(words(&said)[0], "holds only as the highest in 9 weeks, since the week of 29 December 2025");
    // The very week before was higher: no record of any length.
    let said = [(0, record(ALDER, week(0), Extreme::Highest)), at(0, 40), at(-1, 50)];
    assert_eq!(words(&said)[0], "holds only if it is denied: no number of its kind fits the others");
}

#[test]
fn a_first_time_is_one_in_so_many_weeks() {
    let said = [(0, first(ahead(ALDER, BIRCH, week(0)), None)), (1, ahead(ALDER, BIRCH, week(-7)))];
    let expected = [
        "holds only as the first time in 7 weeks, since the week of 12 January 2026",
        "holds only if Alder is not above Birch in the week of 12 January 2026",
    ];
    assert_eq!(words(&said), expected);
    // What it says of its own week is contradicted.
    let said = [(0, first(ahead(ALDER, BIRCH, week(0)), None)), (1, ahead(BIRCH, ALDER, week(0)))];
    assert_eq!(words(&said)[0], "holds only if Alder is below Birch in the week of 2 March 2026");
}

#[test]
fn a_streak_has_the_number_of_weeks_next_to_its_own_first() {
    let lead = |weeks, n| (0, streak(ahead(NORTH, SOUTH, week(weeks)), n, true));
    let expected = [
        "holds only as a 5th consecutive week",
        "holds only as an 8th consecutive week, or as a 1st consecutive week",
    ];
    assert_eq!(words(&[lead(0, 6), lead(2, 7)]), expected);
    let plain = [(0, streak(ahead(NORTH, SOUTH, week(0)), 6, false)), (0, ahead(SOUTH, NORTH, week(-3)))];
    assert_eq!(words(&plain)[0], "holds only for 3 weeks at most");
}

#[test]
fn places_with_a_gap_between_them_are_all_told() {
    let said = [(0, rank(ALDER, week(0), 3)), (1, rank(BIRCH, week(0), 3))];
    assert_eq!(
        words(&said)[0],
        "holds only if Alder is at number 1 or 2, or at number 4 or further down in the week of 2 March 2026"
    );
    let top = [(0, top(NORTH, week(0), 3, 0)), (1, rank(ALDER, week(0), 2))];
    let expected = [
        "holds only if the north holds 1 to 3 of the top 3 places in the week of 2 March 2026",
        "holds only if Alder is at number 4 or further down in the week of 2 March 2026",
    ];
    assert_eq!(words(&top), expected);
}

#[test]
fn movements_are_rescued_without_them() {
    let sixth = Quantity::whole(6, Unit::Rank);
    let said = [(0, moved(ALDER, week(0), sixth, Movement::Down)), (1, rank(ALDER, week(-1), 8))];
    assert_eq!(
        words(&said),
        [
            "holds only if Alder is at number 9 or further down in the week of 2 March 2026",
            "holds only if Alder is at number 1 to 5 in the week of 23 February 2026",
        ]
    );
    let event = Compare { base: Some(week(-1)), value: Quantity::direction(false, OWN) };
    let said = [
        (0, say(&[ALDER], &[BIRCH], week(0), Predicate::Compare(event))),
        (1, ahead(ALDER, BIRCH, week(-1))),
    ];
    assert_eq!(
        words(&said)[0],
        "holds only as Alder above Birch alone, without what it says of the time before"
    );
}

#[test]
fn a_figure_may_lie_on_either_side() {
    let said = [
        (0, rank(ALDER, week(0), 3)),
        (0, level(ALDER, week(0), figure(80, 10, OWN))),
        (0, rank(BIRCH, week(0), 4)),
        (0, level(BIRCH, week(0), figure(60, 10, OWN))),
        (0, level(CEDAR, week(0), figure(70, 10, OWN))),
    ];
    assert_eq!(
        words(&said)[4],
        "holds only if the figure of Cedar in the week of 2 March 2026 is at most 610 billion tokens, or the \
         figure of Cedar in the week of 2 March 2026 is at least 795 billion tokens"
    );
}

#[test]
fn shares_and_their_changes_have_intervals_too() {
    let twice = Change { base: Some(week(-1)), value: figure(20, -1, Unit::Ratio) };
    let said = [
        (0, share(NORTH, TOTAL, week(-1), figure(30, 0, PERCENT))),
        (0, share(NORTH, TOTAL, week(0), figure(35, 0, PERCENT))),
        (1, say(&[NORTH], &[TOTAL], week(0), Predicate::Change(twice))),
    ];
    assert_eq!(check(&said), 3);
    let denied = [(0, denied(ahead(ALDER, BIRCH, week(0)))), (1, ahead(ALDER, BIRCH, week(0)))];
    assert_eq!(words(&denied)[0], "does not hold; what it denies fits the others");
}

#[test]
fn who_may_not_have_nothing_has_more_than_that() {
    let nothing = share(ALDER, TOTAL, week(0), within(0, 0, Unit::Percent));
    let said = [(0, nothing), (1, level(ALDER, week(0), within(3, 4, Unit::Own)))];
    let words =
        "holds only if the share of Alder in the week of 2 March 2026 is more than 0 and at most 100 percent";
    assert_eq!(one(&said).rescue[0].words, words);
}

#[test]
fn where_either_may_be_ahead_there_is_a_way_on_each_side() {
    let gap = |a, b| compare(a, b, week(0), within(2, 3, OWN));
    let levels = [(ALDER, 20), (BIRCH, 10)].map(|(one, at)| (1, level(one, week(0), within(at, at, OWN))));
    let mut claims = claims(&[vec![(1, gap(ALDER, BIRCH))], levels.to_vec()].concat());
    claims[0].1.readings.push(gap(BIRCH, ALDER));
    let found = find_in(&vocabulary(), &claims);
    let rescue = &found[0].rescue[1];
    let expected = within(12, 13, OWN).admissible();
    assert_eq!(rescue.holds_if.as_ref().unwrap().interval, expected, "{rescue:?}");
    assert!(rescue.words.contains(", or "), "{rescue:?}");
    let lines = found[0].explanation.join("\n");
    assert!(lines.contains(" above Birch, or that Birch is "), "{lines}");
}
