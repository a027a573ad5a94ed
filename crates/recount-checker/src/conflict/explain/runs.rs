//! Two streaks of one thing whose counts do not fit the weeks between them.

use recount_model::{Period, Predicate, Streak, article, ordinal};

use super::role::{clause, role};
use crate::conflict::claims_alone::Set;
use crate::conflict::statements::{Statement, key};
use crate::conflict::words::Words;

/// The lines; `None` where the set is something else.
pub(super) fn lines(set: &Set<'_>) -> Option<Vec<String>> {
    let [a, b] = set.statements.as_slice() else {
        return None;
    };
    let (earlier, later, numbers) = match a.assertion.period <= b.assertion.period {
        true => (*a, *b, [1, 2]),
        false => (*b, *a, [2, 1]),
    };
    let (first, second) = (streak(earlier)?, streak(later)?);
    let moved = first.of.moved_to(second.of.period);
    let vocabulary = set.own.world.vocabulary;
    let same = key(vocabulary, &moved, earlier.scope) == key(vocabulary, &second.of, later.scope);
    if !same || earlier.assertion.negated || later.assertion.negated {
        return None;
    }
    let (from, to) = (earlier.assertion.period?, later.assertion.period?);
    let words = Words::new(vocabulary);
    let began = |number: usize, statement: &Statement, streak: &Streak, end: Period| {
        let start = end.weeks_later(1 - i64::from(streak.weeks.low()));
        format!(
            "By ({number}), {} in {}, it began in {}.",
            role(words, &statement.assertion),
            words.period(end),
            words.period(start)
        )
    };
    let mut lines = vec![
        format!("Both count the same run of weeks, {}.", clause(words, &first.of)),
        began(numbers[0], earlier, first, from),
        began(numbers[1], later, second, to),
    ];
    let days = recount_model::time::days_between(from.start, to.start);
    let apart = u32::try_from(days / 7).ok()?;
    let (count, other) = (first.weeks.low(), second.weeks.low());
    if apart > 0 {
        let weeks = if apart == 1 { "week" } else { "weeks" };
        lines.push(format!(
            "The second is {apart} {weeks} after the first: where the run goes on, {} {} is followed by the {} \
             consecutive week.",
            article(count),
            ordinal(count),
            ordinal(count.saturating_add(apart)),
        ));
    }
    // The week of which one says that it was the last without, and the other
    // that it was one of the run.
    let (denies, says, week) = match other < count.saturating_add(apart) {
        true => (numbers[1], numbers[0], to.weeks_later(-i64::from(other))),
        false => (numbers[0], numbers[1], from.weeks_later(-i64::from(count))),
    };
    lines.push(format!(
        "But by ({denies}) {} was not yet one of its weeks, and by ({says}) it was.",
        words.period(week)
    ));
    Some(lines)
}

fn streak(statement: &Statement) -> Option<&Streak> {
    match &statement.assertion.predicate {
        Predicate::Streak(streak) if streak.ordinal && !streak.cumulative => Some(streak),
        _ => None,
    }
}
