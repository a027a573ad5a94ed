//! Weeks of which nothing is said: what was so in some of them need not all have
//! been so in one, and what is counted follows from what else is counted.

use recount_model::Extreme;

use super::counts::conflict;
use super::*;

const OWN: Unit = Unit::Own;

fn above(subject: Subject, at: i64, amount: i64) -> Assertion {
    level(subject, week(at), Quantity::bare(Figure::Within(Interval::above(Number::from(amount))), OWN))
}

fn by_at_least(subject: Subject, at: i64, amount: i64) -> Assertion {
    let value = Quantity::bare(Figure::Within(Interval::at_least(Number::from(amount))), OWN);
    change(subject, week(at), value)
}

#[test]
fn two_were_the_lowest_ever_in_different_weeks() {
    let lowest = |who| record(who, week(0), Extreme::Lowest);
    let three = |who| level(who, week(0), within(3, 3, OWN));
    // Before, everything was at most 5: Alder and Birch with 3 each were not there together.
    let new = first(above(TOTAL, 0, 5), None);
    let said = [three(ALDER), three(BIRCH), lowest(ALDER), lowest(BIRCH), new];
    assert!(!conflict(&said));
    // Nothing at all of three was ever there before.
    let small = first(above(TOTAL, 0, 2), None);
    assert!(conflict(&[three(ALDER), lowest(ALDER), small]));
}

#[test]
fn no_more_weeks_are_on_record_than_somebody_speaks_of() {
    let lowest = record(TOTAL, week(0), Extreme::Lowest);
    let third = in_all(above(TOTAL, 0, 2), 3, true);
    assert!(!conflict(&[lowest.clone(), third.clone()]), "the record began two weeks ago");
    // What else is counted makes the record no longer …
    let others = [in_all(above(SOUTH, 0, 5), 1, true), in_all(above(NORTH, 0, 4), 2, true)];
    assert!(!conflict(&[[lowest.clone(), third.clone()], others].concat()));
    // … but who speaks of four weeks does, also where more is said.
    let new = first(above(BIRCH, 0, 0), Some(3));
    assert!(conflict(&[lowest.clone(), third.clone(), new.clone()]));
    let known: Vec<(u32, Assertion)> =
        (0..).zip([above(TOTAL, -3, 1), lowest, third, new, above(ALDER, -2, 1)]).collect();
    // A week that somebody names is an earlier one: there need not be another before it.
    let back =
        |at: i64| First { weeks: None, base: Some(week(at)), of: Box::new(ahead(SOUTH, CEDAR, week(0))) };
    let since = |at: i64| say(&[SOUTH], &[CEDAR], week(0), Predicate::First(back(at)));
    let lowest_south = [record(SOUTH, week(0), Extreme::Lowest), in_all(above(SOUTH, 0, 4), 3, true)];
    assert!(!conflict(&[lowest_south.to_vec(), vec![since(-2)]].concat()));
    assert!(conflict(&[lowest_south.to_vec(), vec![since(-3)]].concat()));
    let mut found: Vec<Vec<usize>> = sets(&known).into_iter().map(|(_, set)| set).collect();
    found.sort();
    assert_eq!(found, [[0, 1, 2], [1, 2, 3]]);
}

#[test]
fn what_was_there_was_there_in_a_week_on_record() {
    let lowest = record(ALDER, week(0), Extreme::Lowest);
    let new = in_all(above(ALDER, 0, 3), 1, true);
    assert!(conflict(&[lowest.clone(), new.clone()]));
    let said = [lowest, new, record(TOTAL, week(1), Extreme::Lowest), in_all(above(TOTAL, 1, 1), 3, true)];
    let said: Vec<(u32, Assertion)> = (0..).zip(said).collect();
    assert_eq!(sets(&said).into_iter().map(|(_, set)| set).collect::<Vec<_>>(), [[0, 1]]);
}

#[test]
fn two_that_exclude_each_other_were_so_in_different_weeks() {
    let three = |a, b, at| in_all(ahead(a, b, week(at)), 3, true);
    let back = record(ALDER, week(1), Extreme::Highest);
    assert!(!conflict(&[three(ALDER, BIRCH, 1), three(BIRCH, ALDER, 0), back.clone()]));
    assert!(!conflict(&[three(ALDER, BIRCH, 1), three(BIRCH, ALDER, -3), back]));
}

#[test]
fn weeks_of_the_one_are_weeks_of_the_other() {
    let counts = |who, amount, at, weeks| in_all(above(who, at, amount), weeks, true);
    assert!(conflict(&[counts(ALDER, 5, 0, 3), counts(ALDER, 2, 1, 3)]), "with the week itself four");
    assert!(!conflict(&[counts(ALDER, 5, 0, 3), counts(ALDER, 2, 1, 4)]));
    assert!(!conflict(&[counts(ALDER, 2, 0, 3), counts(ALDER, 5, 1, 3)]));
    assert!(conflict(&[counts(ALDER, 5, 0, 3), counts(TOTAL, 2, 1, 3)]), "everything is more than Alder");
    assert!(!conflict(&[counts(ALDER, 5, 0, 3), counts(BIRCH, 2, 1, 3)]));
}

#[test]
fn no_week_is_one_of_both() {
    let lead = |a, b, at, weeks| in_all(ahead(a, b, week(at)), weeks, true);
    let all = |later: u32| [lead(ALDER, BIRCH, 0, 1), lead(BIRCH, ALDER, 1, 1), lead(ALDER, BIRCH, 4, later)];
    assert!(conflict(&[lead(ALDER, BIRCH, 0, 1), lead(BIRCH, ALDER, 1, 1), lead(ALDER, BIRCH, 4, 5)]));
    assert!(!conflict(&all(4)));
    let both = |at: i64| [all(3).to_vec(), vec![lead(BIRCH, ALDER, at, 3)]].concat();
    assert!(!conflict(&both(5)), "one week between was Alder's");
    assert!(conflict(&both(3)[..]), "Birch's were all that lie between");
}

#[test]
fn growth_is_counted_in_weeks_before_all() {
    let grown = |weeks: u32| in_all(by_at_least(ALDER, 0, 6), weeks, true);
    let new = first(above(ALDER, 0, 5), None);
    // Who grew by six had six.
    assert!(conflict(&[grown(3), new.clone()]));
    assert!(!conflict(&[grown(1), new.clone()]));
    assert!(!conflict(&[in_all(by_at_least(ALDER, 0, 4), 3, true), new]));
    // It grew long before, and fell since.
    let back = record(BIRCH, week(0), Extreme::Highest);
    let five = level(ALDER, week(0), within(7, 7, OWN));
    assert!(!conflict(&[five, grown(2), ahead(ALDER, BIRCH, week(0)), back]));
}

#[test]
fn a_week_of_which_both_speak_was_there() {
    let said = [
        (0, change(ALDER, week(0), Quantity::direction(false, Unit::Percent))),
        (
            1,
            Assertion {
                predicate: Predicate::Record(Record { base: Some(week(-3)), extreme: Extreme::Lowest }),
                ..record(ALDER, week(0), Extreme::Lowest)
            },
        ),
    ];
    let found = find(&said);
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].explanation,
        [
            "By (1) Alder in the week of 2 March 2026 is above that in the week of 23 February 2026.",
            "But by (2) Alder in the week of 23 February 2026 is not below that in the week of 2 March 2026, \
             and both cannot be."
        ]
    );
    let words: Vec<&str> = found[0].rescue.iter().map(|rescue| rescue.words.as_str()).collect();
    assert_eq!(words[0], "holds only if Alder did not rise in the week of 2 March 2026");
}
