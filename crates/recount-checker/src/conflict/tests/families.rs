//! One test, at least, for each family.

use super::*;
use recount_model::{Extreme, Hedge};

const OWN: Unit = Unit::Own;
const PERCENT: Unit = Unit::Percent;

pub(super) fn one(said: &[(u32, Assertion)]) -> Conflict {
    let mut found = find(said);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

pub(super) fn none(said: &[(u32, Assertion)]) {
    assert_eq!(find(said), Vec::new());
}

/// One article: two levels, two changes, and a streak that they exclude.
fn five(voice: u32) -> Vec<(u32, Assertion)> {
    let at = week(0);
    vec![
        (voice, level(NORTH, at, figure(419, 10, OWN))),
        (voice, change(NORTH, at, figure(349, -1, PERCENT))),
        (voice, streak(ahead(NORTH, SOUTH, at), 2, true)),
        (voice, level(SOUTH, at, figure(363, 10, OWN))),
        (voice, change(SOUTH, at, falling(figure(85, -1, PERCENT)))),
        (voice, level(ALDER, at, figure(187, 10, OWN))),
    ]
}

#[test]
fn growth_backs_out_the_week_before() {
    let found = one(&five(0));
    assert_eq!(found.code, Code::SelfContradictory);
    assert_eq!(found.statements, [0, 1, 2, 3, 4]);
    let expected = [
        "By (1) the north in the week of 2 March 2026 is 4.185 to 4.2 trillion tokens.",
        "By (4) the south in the week of 2 March 2026 is 3.625 to 3.64 trillion tokens.",
        "By (2), a rise of 34.85 to 35 percent, the north in the week of 23 February 2026 is 3.1 to \
         3.115 trillion tokens (4.185 trillion / 1.35 to 4.2 trillion / 1.3485).",
        "By (5), a fall of 8.45 to 8.6 percent, the south in the week of 23 February 2026 is 3.96 \
         to 3.982 trillion tokens (3.625 trillion / 0.9155 to 3.64 trillion / 0.914).",
        "But (3), a 2nd consecutive week, needs the north in the week of 23 February 2026 to be more \
         than 3.96 trillion tokens, and it is at most 3.115 trillion tokens.",
    ];
    assert_eq!(found.explanation, expected);
}

#[test]
fn each_statement_has_its_rescue() {
    let found = one(&five(0));
    let words: Vec<&str> = found.rescue.iter().map(|r| r.words.as_str()).collect();
    let expected = [
        "holds only if the figure of the north in the week of 2 March 2026 is more than 5.34 \
         trillion tokens",
        "holds only if the north did not rise by 6.072 percent or more in the week of 2 March 2026",
        "holds only as a 1st consecutive week",
        "holds only if the figure of the south in the week of 2 March 2026 is less than 2.851 \
         trillion tokens",
        "holds only if the south rose by more than 16.388 percent in the week of 2 March 2026",
    ];
    assert_eq!(words, expected);
}

#[test]
fn a_conflict_inside_more_is_rescued_as_alone() {
    let alone = one(&five(0));
    let mut said = five(0);
    for (voice, thing, place) in [(1, ALDER, 1), (2, BIRCH, 3), (3, CEDAR, 4)] {
        said.push((voice, rank(thing, week(0), place)));
        said.push((voice, rank(thing, week(-1), place)));
    }
    said.push((1, level(TOTAL, week(0), figure(200, 11, OWN))));
    let inside = one(&said);
    assert_eq!(inside.explanation, alone.explanation);
    assert_eq!(inside.rescue, alone.rescue);
}

#[test]
fn a_figure_told_again_in_rounder_words_is_another_statement() {
    let mut said = five(0);
    said.push((0, level(NORTH, week(0), figure(42, 11, OWN))));
    let found: Vec<Vec<usize>> = find(&said).into_iter().map(|conflict| conflict.statements).collect();
    assert_eq!(found, [[1, 2, 3, 4, 6], [0, 1, 2, 3, 4]]);
}

#[test]
fn a_rescued_statement_ends_the_conflict() {
    let mut said = five(0);
    said[1].1 = change(NORTH, week(0), figure(60, -1, PERCENT));
    none(&said);
    said[1].1 = change(NORTH, week(0), figure(63, -1, PERCENT));
    one(&said);
}

#[test]
fn the_count_of_a_streak_alone_can_contradict() {
    let said = [
        (0, streak(ahead(NORTH, SOUTH, week(0)), 2, true)),
        (1, streak(ahead(NORTH, SOUTH, week(1)), 2, true)),
    ];
    let found = one(&said);
    assert_eq!(found.code, Code::Contradicting);
    let expected = [
        "Both count the same run of weeks, the north above the south.",
        "By (1), a 2nd consecutive week in the week of 2 March 2026, it began in the week of 23 \
         February 2026.",
        "By (2), a 2nd consecutive week in the week of 9 March 2026, it began in the week of 2 \
         March 2026.",
        "The second is 1 week after the first: where the run goes on, a 2nd is followed by the 3rd \
         consecutive week.",
        "But by (2) the week of 23 February 2026 was not yet one of its weeks, and by (1) it was.",
    ];
    assert_eq!(found.explanation, expected);
    let words: Vec<&str> = found.rescue.iter().map(|r| r.words.as_str()).collect();
    assert_eq!(words, ["holds only as a 1st consecutive week", "holds only as a 3rd consecutive week"]);
    none(&[said[0].clone(), (1, streak(ahead(NORTH, SOUTH, week(1)), 3, true))]);
    none(&[said[0].clone(), (1, streak(ahead(NORTH, SOUTH, week(4)), 2, true))]);
}

#[test]
fn streaks_at_a_rank_are_counted_too() {
    let said = [(0, streak(rank(ALDER, week(0), 1), 6, true)), (1, streak(rank(ALDER, week(2), 1), 7, true))];
    assert_eq!(one(&said).statements, [0, 1]);
    let other = [(0, streak(rank(ALDER, week(0), 1), 6, true)), (1, rank(BIRCH, week(-3), 1))];
    assert_eq!(one(&other).statements, [0, 1]);
    none(&[(0, streak(rank(ALDER, week(0), 1), 6, true)), (1, rank(BIRCH, week(-6), 1))]);
}

#[test]
fn equal_assertions_are_one_statement_with_several_witnesses() {
    let behind = compare(BIRCH, ALDER, week(0), Quantity::direction(true, OWN));
    let said = [(2, ahead(ALDER, BIRCH, week(0))), (0, behind), (1, ahead(BIRCH, ALDER, week(0)))];
    let found = one(&said);
    assert_eq!(found.statements, [1, 2]);
    assert_eq!(found.witnesses, [vec![0, 1], vec![2]]);
}

#[test]
fn a_voice_that_says_all_of_it_contradicts_itself() {
    let said = [
        (0, ahead(ALDER, BIRCH, week(0))),
        (1, ahead(BIRCH, ALDER, week(0))),
        (1, ahead(ALDER, BIRCH, week(0))),
    ];
    let found = one(&said);
    assert_eq!((found.code, found.statements), (Code::SelfContradictory, vec![1, 2]));
}

#[test]
fn two_levels_of_one_thing_contradict() {
    let said =
        [(0, level(ALDER, week(0), figure(45, 11, OWN))), (1, level(ALDER, week(0), figure(49, 11, OWN)))];
    let found = one(&said);
    assert_eq!(found.code, Code::Contradicting);
    assert_eq!(
        found.explanation,
        [
            "By (1) Alder in the week of 2 March 2026 is 4.45 to 4.6 trillion tokens.",
            "But by (2) Alder is 4.85 to 5 trillion tokens: the two have nothing in common.",
        ]
    );
    none(&[said[0].clone(), (1, level(ALDER, week(1), figure(49, 11, OWN)))]);
    none(&[said[0].clone(), (1, level(BIRCH, week(0), figure(49, 11, OWN)))]);
    let mut elsewhere = level(ALDER, week(0), figure(49, 11, OWN));
    elsewhere.period = None;
    none(&[said[0].clone(), (1, elsewhere)]);
}

#[test]
fn two_growths_contradict_without_any_level() {
    let said = [
        (0, change(ALDER, week(0), figure(30, 0, PERCENT))),
        (1, change(ALDER, week(0), figure(40, 0, PERCENT))),
    ];
    assert_eq!(one(&said).statements, [0, 1]);
    none(&[said[0].clone(), (1, change(ALDER, week(1), figure(40, 0, PERCENT)))]);
}

#[test]
fn a_level_a_growth_and_a_level_form_a_triangle() {
    let said = [
        (0, level(ALDER, week(-1), figure(40, 11, OWN))),
        (1, change(ALDER, week(0), figure(50, 0, PERCENT))),
        (2, level(ALDER, week(0), figure(50, 11, OWN))),
    ];
    let found = one(&said);
    assert_eq!(found.statements, [0, 1, 2]);
    none(&said[..2]);
    none(&said[1..]);
}

#[test]
fn a_total_is_at_least_everything_named() {
    let said = [
        (0, level(TOTAL, week(0), figure(60, 11, OWN))),
        (0, level(NORTH, week(0), figure(40, 11, OWN))),
        (0, level(SOUTH, week(0), figure(30, 11, OWN))),
    ];
    let found = one(&said);
    assert_eq!(found.statements, [0, 1, 2]);
    let last = found.explanation.last().unwrap();
    assert!(last.contains("everything is at least"), "{last}");
    none(&said[..2]);
}

#[test]
fn a_model_is_part_of_a_charted_group_only_with_its_rank() {
    let said = [
        (0, level(NORTH, week(0), figure(40, 11, OWN))),
        (0, level(ALDER, week(0), figure(25, 11, OWN))),
        (0, level(BIRCH, week(0), figure(25, 11, OWN))),
        (0, rank(ALDER, week(0), 2)),
        (0, rank(BIRCH, week(0), 9)),
    ];
    none(&said[..4]);
    let mut outside = said.to_vec();
    outside[4].1 = rank(BIRCH, week(0), 10);
    none(&outside);
    // Alder's own figure is not needed: a second is at least a ninth.
    assert_eq!(one(&said).statements, [0, 2, 3, 4]);
}

#[test]
fn under_all_listed_every_named_member_counts() {
    let listed = |assertion: Assertion| Assertion {
        scope: match assertion.subject[0] {
            Subject::Group(_) => Some(ScopeId(1)),
            _ => None,
        },
        ..assertion
    };
    let said = [
        (0, listed(level(NORTH, week(0), figure(40, 11, OWN)))),
        (1, listed(level(ALDER, week(0), figure(25, 11, OWN)))),
        (2, listed(level(BIRCH, week(0), figure(25, 11, OWN)))),
    ];
    assert_eq!(one(&said).statements, [0, 1, 2]);
}

#[test]
fn different_scopes_are_different_things() {
    let mut listed = level(NORTH, week(0), figure(60, 11, OWN));
    listed.scope = Some(ScopeId(1));
    none(&[(0, level(NORTH, week(0), figure(40, 11, OWN))), (1, listed)]);
}

#[test]
fn a_share_stands_against_levels() {
    let said = [
        (0, share(ALDER, TOTAL, week(0), figure(43, 0, PERCENT))),
        (1, level(ALDER, week(0), figure(45, 11, OWN))),
        (2, level(TOTAL, week(0), figure(46, 12, OWN))),
    ];
    let found = one(&said);
    assert_eq!(found.statements, [0, 1, 2]);
    let words = &found.rescue[0].words;
    assert!(words.contains("9.468 to 10.11"), "{words}");
    none(&said[..2]);
}

#[test]
fn shares_of_one_whole_are_at_most_all_of_it() {
    let said = [
        (0, share(NORTH, TOTAL, week(0), figure(60, 0, PERCENT))),
        (1, share(SOUTH, TOTAL, week(0), figure(50, 0, PERCENT))),
    ];
    assert_eq!(one(&said).statements, [0, 1]);
    none(&[said[0].clone(), (1, share(SOUTH, TOTAL, week(0), figure(40, 0, PERCENT)))]);
}

#[test]
fn shares_and_their_change_in_points() {
    let points = Change { base: Some(week(-1)), value: figure(10, 0, Unit::Point) };
    let said = [
        (0, share(NORTH, TOTAL, week(-1), figure(30, 0, PERCENT))),
        (0, share(NORTH, TOTAL, week(0), figure(35, 0, PERCENT))),
        (1, say(&[NORTH], &[TOTAL], week(0), Predicate::Change(points))),
    ];
    assert_eq!(one(&said).statements, [0, 1, 2]);
}

#[test]
fn sums_of_subjects_are_sums() {
    let both = Predicate::Level(Level { value: figure(246, 11, OWN) });
    let said = [
        (0, say(&[NORTH, SOUTH], &[], week(0), both)),
        (0, level(NORTH, week(0), figure(20, 12, OWN))),
        (1, level(SOUTH, week(0), figure(10, 12, OWN))),
    ];
    assert_eq!(one(&said).statements, [0, 1, 2]);
}

#[test]
fn comparisons_chain() {
    let said = [
        (0, ahead(ALDER, BIRCH, week(0))),
        (1, ahead(BIRCH, CEDAR, week(0))),
        (2, ahead(CEDAR, ALDER, week(0))),
    ];
    let found = one(&said);
    assert_eq!(found.statements, [0, 1, 2]);
    let expected = [
        "By (1) Alder is above Birch in the week of 2 March 2026.",
        "With (2), Birch is above Cedar, it follows that Alder is above Cedar.",
        "But by (3) Cedar is above Alder, and both cannot be.",
    ];
    assert_eq!(found.explanation, expected);
}

#[test]
fn gaps_and_ratios_stand_against_levels() {
    let levels =
        [(0, level(ALDER, week(0), figure(50, 11, OWN))), (0, level(BIRCH, week(0), figure(40, 11, OWN)))];
    for wrong in [figure(20, 11, OWN), figure(181, -2, Unit::Ratio), figure(50, 0, PERCENT)] {
        let mut said = levels.to_vec();
        said.push((1, compare(ALDER, BIRCH, week(0), wrong)));
        assert_eq!(one(&said).statements, [0, 1, 2]);
    }
    let mut said = levels.to_vec();
    said.push((1, compare(ALDER, BIRCH, week(0), figure(25, 0, PERCENT))));
    none(&said);
}

#[test]
fn an_event_was_not_yet_so_before() {
    let event = Compare { base: Some(week(-1)), value: Quantity::direction(false, OWN) };
    let said = [
        (0, say(&[ALDER], &[BIRCH], week(0), Predicate::Compare(event))),
        (1, ahead(ALDER, BIRCH, week(-1))),
    ];
    assert_eq!(one(&said).statements, [0, 1]);
}

#[test]
fn a_record_that_reaches_further_back_than_it_says_is_no_contradiction() {
    let since = recount_model::Record { base: Some(week(-2)), extreme: Extreme::Lowest };
    let lowest = (0, say(&[ALDER], &[], week(0), Predicate::Record(since)));
    let at = |weeks, mantissa| (1, level(ALDER, week(weeks), figure(mantissa, 11, OWN)));
    // The week it is told from was higher than now: understated, no more.
    none(&[lowest.clone(), at(-2, 90), at(-1, 50), at(0, 40)]);
    // A lower week in between contradicts it.
    assert_eq!(one(&[lowest, at(-2, 90), at(-1, 30), at(0, 40)]).statements, [0, 2, 3]);
}

#[test]
fn records_stand_against_earlier_levels() {
    let said = [
        (0, record(ALDER, week(0), Extreme::Highest)),
        (0, level(ALDER, week(0), figure(40, 11, OWN))),
        (1, level(ALDER, week(-9), figure(50, 11, OWN))),
    ];
    assert_eq!(one(&said).statements, [0, 1, 2]);
    let later = (1, level(ALDER, week(1), figure(50, 11, OWN)));
    none(&[said[0].clone(), said[1].clone(), later]);
}

#[test]
fn a_first_time_was_never_before() {
    let said = [(0, first(ahead(ALDER, BIRCH, week(0)), None)), (1, ahead(ALDER, BIRCH, week(-7)))];
    assert_eq!(one(&said).statements, [0, 1]);
    none(&[(0, first(ahead(ALDER, BIRCH, week(0)), Some(5))), said[1].clone()]);
    let near = [(0, first(ahead(ALDER, BIRCH, week(0)), Some(5))), (1, ahead(ALDER, BIRCH, week(-4)))];
    assert_eq!(one(&near).statements, [0, 1]);
}

#[test]
fn a_denial_stands_against_what_it_denies() {
    let said = [
        (0, denied(ahead(ALDER, BIRCH, week(0)))),
        (1, level(ALDER, week(0), figure(50, 11, OWN))),
        (2, level(BIRCH, week(0), figure(40, 11, OWN))),
    ];
    assert_eq!(one(&said).statements, [0, 1, 2]);
    let rise = change(ALDER, week(0), Quantity::direction(false, PERCENT));
    let thirty = change(ALDER, week(0), figure(30, 0, PERCENT));
    assert_eq!(one(&[(0, denied(rise)), (1, thirty)]).statements, [0, 1]);
}

#[test]
fn hedges_are_admissible_both_ways() {
    let about = Quantity { hedge: Hedge::About, ..figure(40, 11, OWN) };
    none(&[(0, level(ALDER, week(0), about)), (1, level(ALDER, week(0), figure(419, 10, OWN)))]);
}

#[test]
fn a_claim_with_two_readings_conflicts_only_if_both_do() {
    let claim = |other: Assertion| {
        let mut claims = claims(&[
            (0, level(ALDER, week(0), figure(40, 11, OWN))),
            (1, level(ALDER, week(0), figure(50, 11, OWN))),
        ]);
        claims[1].1.readings.push(other);
        claims
    };
    let vocabulary = vocabulary();
    let fine = claim(level(ALDER, week(1), figure(50, 11, OWN)));
    assert_eq!(find_in(&vocabulary, &fine), Vec::new());
    let wrong = claim(level(ALDER, week(0), figure(60, 11, OWN)));
    assert_eq!(find_in(&vocabulary, &wrong).len(), 1);
}

#[test]
fn every_minimal_set_is_found() {
    let said = [
        (0, level(ALDER, week(0), figure(40, 11, OWN))),
        (1, level(ALDER, week(0), figure(50, 11, OWN))),
        (2, level(ALDER, week(0), figure(60, 11, OWN))),
        (3, level(BIRCH, week(0), figure(1, 12, OWN))),
        (4, level(BIRCH, week(0), figure(3, 12, OWN))),
    ];
    let mut found: Vec<Vec<usize>> = sets(&said).into_iter().map(|(_, set)| set).collect();
    found.sort();
    assert_eq!(found, [vec![0, 1], vec![0, 2], vec![1, 2], vec![3, 4]]);
}
