//! An inner assertion holds in a period and did not hold before.

use recount_model::{Assertion, Direction, First, Flag, Movement, Period, Predicate, Weeks};

use super::{atom, one_part};
use crate::figures::Ground;
use crate::shift::{moved, state};
use crate::truth::{Answer, Attempt, Holds};
use crate::words;

pub(super) fn answer(ground: &Ground<'_>, first: &First, period: Period) -> Attempt {
    let gap = one_part(ground, period, "a first time is of one figure")?;
    let now = atom(ground, &first.of, period);
    if now.holds == Holds::No || now.incomparable {
        return Ok(now);
    }
    let answer = match (first.weeks, first.base) {
        (Some(weeks), _) => in_weeks(ground, first, weeks, period, now),
        (None, Some(base)) => since(ground, first, base, period, now),
        (None, None) => ever(ground, first, period, now),
    };
    // Without a figure for its period it may have been so before all the same.
    match gap {
        Some(gap) if answer.holds != Holds::No => Err(gap),
        _ => Ok(answer),
    }
}

/// Never before, over all that is covered.
fn ever(ground: &Ground<'_>, first: &First, period: Period, now: Answer) -> Answer {
    let left = matches!(
        &first.of.predicate,
        Predicate::Rank(rank) if rank.movement == Some(Movement::Left)
    );
    let earlier = if left { (*first.of).clone() } else { state(&first.of) };
    let mut answer = now;
    // What was not there yet was not below anything.
    let below = matches!(&first.of.predicate, Predicate::Level(level) if level.value.written().low.is_none());
    let debut = ground.debut(&first.of.subject).filter(|_| below);
    for week in ground.earlier(period) {
        if debut.is_some_and(|debut| week < debut) {
            break;
        }
        // Before leaving one must have been inside, one week before that.
        if left && !ground.covers(ground.later(week, -1)) {
            continue;
        }
        let then = at(ground, &earlier, period, week);
        if !then.missing.is_empty() {
            continue;
        }
        if then.holds == Holds::Yes {
            return already(answer, then, Direction::Exaggerated);
        }
        answer = blocked(answer, then);
    }
    answer.flags.insert(Flag::WithinCoverage);
    answer.lines.push(ground.coverage(period));
    answer
}

/// Not in the weeks between, the last time about so many weeks back.
fn in_weeks(ground: &Ground<'_>, first: &First, weeks: Weeks, period: Period, now: Answer) -> Answer {
    // A hedged number of weeks is good to one more or less.
    let (low, high) = match weeks {
        Weeks::Exactly(weeks) => (weeks, Some(weeks)),
        Weeks::Range { low, high } => (low.saturating_sub(1), high.map(|high| high.saturating_add(1))),
    };
    let earlier = state(&first.of);
    let mut answer = now;
    let mut week = period;
    for back in 1..low {
        week = ground.later(week, -1);
        let then = at(ground, &earlier, period, week);
        if then.holds == Holds::Yes {
            let mut answer = already(answer, then, Direction::Exaggerated);
            answer.lines.push(format!("that is {} back", words::weeks(back)));
            return answer;
        }
        answer = blocked(answer, then);
        if ground.first_covered().is_none_or(|first| week < first) {
            return answer;
        }
    }
    let last = last_time(ground, &earlier, period);
    match (&last, high) {
        (Some((back, when)), high) => {
            let words = format!("the last time before: {}, {} back", words::when(*when), words::weeks(*back));
            answer.lines.push(words);
            if high.is_some_and(|high| *back > high) {
                answer.flags.insert(Flag::Understated);
            }
        }
        (None, Some(high)) => {
            let covered = ground.covers(ground.later(period, -i64::from(high)));
            answer.lines.push("not before, in any covered week".to_owned());
            answer.lines.push(ground.coverage(period));
            answer.flags.insert(Flag::WithinCoverage);
            if covered {
                answer.flags.insert(Flag::Understated);
            }
        }
        (None, None) => {
            answer.flags.insert(Flag::WithinCoverage);
            answer.lines.push(ground.coverage(period));
        }
    }
    answer
}

/// Not after the base; in it, or else longer ago still.
fn since(ground: &Ground<'_>, first: &First, base: Period, period: Period, now: Answer) -> Answer {
    let earlier = state(&first.of);
    let mut answer = now;
    let mut week = ground.later(period, -1);
    while week.start > base.end {
        let then = at(ground, &earlier, period, week);
        if then.holds == Holds::Yes {
            return already(answer, then, Direction::Exaggerated);
        }
        answer = blocked(answer, then);
        let before = ground.later(week, -1);
        if before == week || ground.first_covered().is_none_or(|first| week < first) {
            return answer;
        }
        week = before;
    }
    let mut inside = Vec::new();
    while week.end >= base.start && inside.len() < 600 {
        inside.push(week);
        let before = ground.later(week, -1);
        if before == week {
            break;
        }
        week = before;
    }
    let parts: Vec<Answer> = inside.iter().map(|week| at(ground, &earlier, period, *week)).collect();
    if let Some(then) = parts.iter().find(|then| then.holds.supports()) {
        answer.lines.extend(then.lines.first().cloned());
        answer.evidence.extend(then.evidence.iter().cloned());
    } else if parts.iter().all(|then| then.holds == Holds::No) {
        answer.flags.insert(Flag::Understated);
        answer.lines.push(format!("it did not hold in {} either", words::when(base)));
    } else {
        answer.flags.insert(Flag::WithinCoverage);
        answer.lines.push(format!("whether it held in {} is not known", words::when(base)));
    }
    answer
}

/// How many weeks back it surely held the last time, and when that was.
fn last_time(ground: &Ground<'_>, earlier: &Assertion, period: Period) -> Option<(u32, Period)> {
    let oldest = ground.first_covered()?;
    let mut week = period;
    for back in 1u32.. {
        let before = ground.later(week, -1);
        if before < oldest || before == week {
            return None;
        }
        week = before;
        if at(ground, earlier, period, week).holds.supports() {
            return Some((back, week));
        }
    }
    None
}

/// The inner assertion in an earlier week.
fn at(ground: &Ground<'_>, inner: &Assertion, period: Period, week: Period) -> Answer {
    let days = recount_model::time::days_between(period.start, week.start);
    let steps = match ground.table().cadence {
        recount_model::Cadence::Month => {
            i64::from(week.start.year() - period.start.year()) * 12
                + i64::from(week.start.month() - period.start.month())
        }
        recount_model::Cadence::Week | recount_model::Cadence::Day => days / 7,
    };
    atom(ground, &moved(ground, inner, steps), week)
}

/// It held before.
fn already(mut answer: Answer, then: Answer, direction: Direction) -> Answer {
    answer.holds = Holds::No;
    answer.direction = Some(direction);
    answer.lines.push("but it held before".to_owned());
    answer.lines.extend(then.lines);
    answer.evidence.extend(then.evidence);
    answer
}

/// What an earlier week, in which it did not surely hold, leaves of the answer.
fn blocked(mut answer: Answer, then: Answer) -> Answer {
    let denied = then.holds.denied();
    answer.holds = answer.holds.min(denied);
    // A week of which the published order says no keeps nothing open.
    if denied.supports() {
        return answer;
    }
    answer.missing.extend(then.missing);
    answer.lines.extend(then.lines);
    answer
}
