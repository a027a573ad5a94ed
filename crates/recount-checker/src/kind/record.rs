//! No earlier figure of the subject is higher, or lower.

use recount_model::{Assertion, Direction, Extreme, Flag, Interval, Number, Period, Record, Unit};

use super::share;
use crate::figures::{Datum, Ground};
use crate::truth::{Answer, Attempt, Gap, Holds};
use crate::words;

pub(super) fn answer(ground: &Ground<'_>, assertion: &Assertion, record: &Record, period: Period) -> Attempt {
    if ground.parts(period)?.len() != 1 {
        return Err(Gap::incomparable(format!(
            "a record is of one figure, and {} has several",
            words::when(period)
        )));
    }
    let unit = if assertion.object.is_empty() { Unit::Own } else { Unit::Percent };
    let now = measure(ground, assertion, period)?;
    let what = |datum: &Datum| words::range(&datum.given, |n| words::amount(n, unit));
    let mut answer = standing(ground, assertion, &now, period, unit);
    // What was not there yet was no lower.
    let debut = ground.debut(&assertion.subject).filter(|_| record.base.is_none());
    let since = |earlier: &Period| {
        record.base.is_none_or(|base| earlier.start > base.end) && debut.is_none_or(|debut| *earlier >= debut)
    };
    let mut nearest: Option<(Period, Datum)> = None;
    for earlier in ground.earlier(period).take_while(since) {
        let Ok(then) = measure(ground, assertion, earlier) else {
            if record.base.is_some() {
                return Ok(open(answer, earlier));
            }
            continue;
        };
        let kept = not_beyond(&then, &now, record.extreme);
        answer.holds = answer.holds.min(kept);
        let closer = nearest.as_ref().is_none_or(|(_, best)| beats(&then, best, record.extreme));
        if closer {
            nearest = Some((earlier, then));
        }
    }
    if let Some(base) = record.base {
        return since_base(ground, assertion, record.extreme, answer, (base, period), nearest);
    }
    let Some((when, then)) = nearest else {
        answer.holds = Holds::Open;
        answer.lines.push("nothing earlier is covered".to_owned());
        return Ok(answer);
    };
    Ok(finish(ground, answer, record.extreme, &what(&then), when, then.evidence, period))
}

/// The figure of the record itself.
fn standing(ground: &Ground<'_>, assertion: &Assertion, now: &Datum, period: Period, unit: Unit) -> Answer {
    let name = words::names(ground.vocabulary(), &assertion.subject);
    let figure = words::range(&now.given, |n| words::amount(n, unit));
    let mut answer = Answer::new(Holds::Yes);
    answer.lines.push(format!("{}: {name} {figure}", words::when(period)));
    answer.actual = Some(ground.amount(now.admitted.clone(), unit));
    answer.evidence.clone_from(&now.evidence);
    answer
}

/// The words and flags, with the figure that comes nearest to the record.
fn finish(
    ground: &Ground<'_>,
    mut answer: Answer,
    extreme: Extreme,
    then: &str,
    when: Period,
    evidence: Vec<crate::finding::Evidence>,
    period: Period,
) -> Answer {
    let word = match extreme {
        Extreme::Highest => "highest",
        Extreme::Lowest => "lowest",
    };
    answer.lines.push(format!("the {word} before: {then} in {}", words::when(when)));
    answer.evidence.extend(evidence);
    answer.flags.insert(Flag::WithinCoverage);
    answer.lines.push(ground.coverage(period));
    if answer.holds == Holds::No {
        answer.direction = Some(Direction::Exaggerated);
    }
    if answer.holds == Holds::Open {
        answer.lines.push("the two lie within the tolerance of the data: no order".to_owned());
    }
    answer
}

/// "Since": every week between counts, and the figure of the base was at
/// least as high; where it was not, the record reaches further back still.
fn since_base(
    ground: &Ground<'_>,
    assertion: &Assertion,
    extreme: Extreme,
    mut answer: Answer,
    (base, period): (Period, Period),
    nearest: Option<(Period, Datum)>,
) -> Attempt {
    let unit = if assertion.object.is_empty() { Unit::Own } else { Unit::Percent };
    let what = |datum: &Datum| words::range(&datum.given, |n| words::amount(n, unit));
    if let Some(gap) = ground.first_gap(base, period)
        && answer.holds != Holds::No
    {
        return Ok(open(answer, gap));
    }
    if let Some((when, then)) = nearest {
        answer.lines.push(format!("the nearest since: {} in {}", what(&then), words::when(when)));
        answer.evidence.extend(then.evidence);
    }
    if answer.holds == Holds::No {
        answer.direction = Some(Direction::Exaggerated);
        return Ok(answer);
    }
    let now = measure(ground, assertion, period)?;
    let (when, then) = match at_base(ground, assertion, base, extreme) {
        Ok(found) => found,
        Err(gap) => return Ok(answer.and(Answer::of_gap(gap))),
    };
    answer.lines.push(format!("{}: {}", words::when(when), what(&then)));
    answer.evidence.extend(then.evidence.iter().cloned());
    // The base beats the record, or equals it; if not, it is longer.
    if not_beyond(&then, &now, extreme) == Holds::Yes {
        answer.flags.insert(Flag::Understated);
    }
    Ok(answer)
}

/// The figure of the base; of a longer one that is not made of whole weeks,
/// that of its week which comes nearest to a record.
fn at_base(
    ground: &Ground<'_>,
    assertion: &Assertion,
    base: Period,
    extreme: Extreme,
) -> Result<(Period, Datum), Gap> {
    let whole = measure(ground, assertion, base).map(|datum| (base, datum));
    if !matches!(whole, Err(Gap::Incomparable { .. })) {
        return whole;
    }
    let mut best: Option<(Period, Datum)> = None;
    for week in ground.weeks_inside(base) {
        let datum = measure(ground, assertion, week)?;
        if best.as_ref().is_none_or(|(_, known)| beats(&datum, known, extreme)) {
            best = Some((week, datum));
        }
    }
    best.map_or(whole, Ok)
}

fn open(mut answer: Answer, gap: Period) -> Answer {
    answer.holds = Holds::Open;
    answer.missing.push(gap);
    answer.lines.push(format!("no figures for {}", words::when(gap)));
    answer
}

fn measure(ground: &Ground<'_>, assertion: &Assertion, period: Period) -> Result<Datum, Gap> {
    if assertion.object.is_empty() {
        return ground.sum(&assertion.subject, period);
    }
    let part = share::of(ground, &assertion.subject, &assertion.object, None, period)?;
    Ok(Datum { evidence: part.evidence(), ..part.datum() })
}

/// Was `then` not beyond `now`?
fn not_beyond(then: &Datum, now: &Datum, extreme: Extreme) -> Holds {
    let difference = match extreme {
        Extreme::Highest => now.admitted.minus(&then.admitted),
        Extreme::Lowest => then.admitted.minus(&now.admitted),
    };
    let kept = Interval::at_least(Number::ZERO);
    if difference.is_within(&kept) {
        Holds::Yes
    } else if difference.is_disjoint(&kept) {
        Holds::No
    } else {
        Holds::Open
    }
}

fn beats(one: &Datum, other: &Datum, extreme: Extreme) -> bool {
    let (one, other) = (one.given.middle(), other.given.middle());
    match extreme {
        Extreme::Highest => one > other,
        Extreme::Lowest => one < other,
    }
}
