//! The place of the subject, among everything or among the members of a group.

use recount_model::{
    Assertion, Direction, GroupId, Interval, Movement, Number, Period, Quantity, Rank, SeriesId, Subject,
    Unit,
};

use super::said;
use super::top::belongs;
use crate::figures::{Ground, Placed, Places, Units};
use crate::finding::Evidence;
use crate::truth::{Answer, Attempt, Gap, Holds};
use crate::words;

pub(super) fn answer(ground: &Ground<'_>, assertion: &Assertion, rank: &Rank, period: Period) -> Attempt {
    if rank.value.unit != Unit::Rank {
        return Err(Gap::incomparable("a place in an order is a rank"));
    }
    let mut all: Option<Answer> = None;
    for subject in &assertion.subject {
        let one = of_one(ground, *subject, assertion, rank, period)?;
        all = Some(match all {
            Some(before) => before.and(one),
            None => one,
        });
    }
    all.ok_or_else(|| Gap::incomparable("nothing is ranked"))
}

fn of_one(
    ground: &Ground<'_>,
    subject: Subject,
    assertion: &Assertion,
    rank: &Rank,
    period: Period,
) -> Attempt {
    let object = &assertion.object;
    let standing = match standing(ground, subject, object, period) {
        Ok(standing) => standing,
        Err(gap) => return before_alone(ground, subject, assertion, rank, period).ok_or(gap),
    };
    let now = standing.answer(ground, &rank.value);
    let Some(movement) = rank.movement else {
        return Ok(if assertion.negated { no_way(now.denied()) } else { now });
    };
    let base = rank.base.unwrap_or_else(|| ground.later(period, -1));
    let before = self::standing(ground, subject, object, base);
    let inside = |before: &Standing| before.answer(ground, &rank.value);
    let presupposed = before.map_or_else(Answer::of_gap, |before| match movement {
        Movement::Kept | Movement::Left => inside(&before),
        Movement::Took => no_way(inside(&before).denied()),
        Movement::Entered => no_way(before.answer(ground, &entered(ground, &rank.value)).denied()),
        Movement::Up => before.moved(&Order::of(&standing.places, &before.places)),
        Movement::Down => before.moved(&Order::of(&before.places, &standing.places)),
    });
    // Leaving is a denial of today's place, not of the one before.
    Ok(match (movement, assertion.negated) {
        (Movement::Left, true) => no_way(now.denied()).and(presupposed),
        (_, true) => no_way(now.and(presupposed).denied()),
        (_, false) => now.and(presupposed),
    })
}

/// Where the place of now is not known, the one before may exclude the move all the
/// same: nobody keeps a place that was another's.
fn before_alone(
    ground: &Ground<'_>,
    subject: Subject,
    assertion: &Assertion,
    rank: &Rank,
    period: Period,
) -> Option<Answer> {
    let movement = rank.movement?;
    if assertion.negated != (movement == Movement::Left) {
        return None;
    }
    let base = rank.base.unwrap_or_else(|| ground.later(period, -1));
    let before = standing(ground, subject, &assertion.object, base).ok()?;
    let said = rank.value.admissible();
    let place =
        |end: Option<recount_model::Bound>| end.and_then(|end| end.value.to_string().parse::<u32>().ok());
    let among = |first: u32, last: u32| (first <= last).then(|| Quantity::places(first, last));
    let answer = match movement {
        Movement::Kept | Movement::Left => before.answer(ground, &rank.value),
        Movement::Took => before.answer(ground, &rank.value).denied(),
        Movement::Entered => before.answer(ground, &entered(ground, &rank.value)).denied(),
        // It came from behind the best of the places that are said …
        Movement::Up => before.answer(ground, &among(1, place(said.low)?)?).denied(),
        // … or from before the worst of them.
        Movement::Down => before.answer(ground, &among(1, place(said.high)?.checked_sub(1)?)?),
    };
    // What was before is no figure of the statement's own week.
    let answer = Answer { actual: None, said: None, distance: None, ..no_way(answer) };
    (answer.holds == Holds::No).then_some(answer)
}

/// Where a newcomer was not in the week before: "entered the top five" was
/// outside of it; "debuted at number 3" was not on the list at all, as far as
/// the list is known, and in any case not among the first three.
fn entered(ground: &Ground<'_>, value: &Quantity) -> Quantity {
    let place = value.written().single().and_then(|place| place.to_string().parse::<u32>().ok());
    let Some(place) = place else {
        return value.clone();
    };
    let vocabulary = ground.vocabulary();
    let list = ground.about().default_scope.and_then(|scope| vocabulary.scope(scope).top);
    Quantity::top(place.max(list.unwrap_or(0)))
}

/// A denied rank is neither more nor less.
fn no_way(mut answer: Answer) -> Answer {
    answer.direction = None;
    answer
}

/// Where a subject stands in one period.
struct Standing {
    places: Places,
    line: String,
    evidence: Vec<Evidence>,
}

impl Standing {
    /// Is its place one of those of `value`?
    fn answer(&self, ground: &Ground<'_>, value: &Quantity) -> Answer {
        let said_places = value.admissible();
        let whole = |first: u32, last: Option<u32>| Interval {
            high: last.map(|last| recount_model::Bound::closed(Number::from(last))),
            ..Interval::at_least(Number::from(first))
        };
        let (first, last) = self.places.published;
        let published = whole(first, last);
        let range = whole(self.places.best, self.places.worst);
        let fits = match last {
            Some(_) => !published.is_disjoint(&said_places),
            None => published.is_within(&said_places),
        };
        let holds = match fits {
            true if range.is_within(&said_places) => Holds::Yes,
            true => Holds::Likely,
            false if range.is_disjoint(&said_places) => Holds::No,
            false if last.is_none() && !published.is_disjoint(&said_places) => Holds::Open,
            false => Holds::Unlikely,
        };
        let mut answer = Answer::new(holds);
        if holds == Holds::No {
            let better = said_places.high.as_ref().is_some_and(|h| Number::from(first) > h.value);
            answer.direction = Some(if better { Direction::Exaggerated } else { Direction::Understated });
            answer.distance = Some(super::gap(&published, &said_places));
        }
        answer.lines.push(self.line.clone());
        answer.said = (holds == Holds::No).then(|| said(value));
        if holds == Holds::Unlikely {
            answer.lines.push("another order would need figures to swap within their tolerance".to_owned());
        }
        answer.actual = Some(ground.amount(published, Unit::Rank));
        answer.evidence.clone_from(&self.evidence);
        answer
    }

    /// The place before, as part of a move.
    fn moved(&self, order: &Order) -> Answer {
        let holds = match order {
            Order { surely: true, .. } => Holds::Yes,
            Order { published: true, .. } => Holds::Likely,
            Order { possibly: true, .. } => Holds::Unlikely,
            Order { .. } => Holds::No,
        };
        let mut answer = Answer::new(holds);
        if holds == Holds::No {
            answer.direction = Some(Direction::WrongWay);
        }
        answer.lines.push(self.line.clone());
        answer.evidence.clone_from(&self.evidence);
        answer
    }
}

/// Is one place before another?
struct Order {
    surely: bool,
    published: bool,
    possibly: bool,
}

impl Order {
    fn of(first: &Places, second: &Places) -> Self {
        Self {
            surely: first.worst.is_some_and(|worst| worst < second.best),
            published: first.published.0 < second.published.0,
            possibly: second.worst.is_none_or(|worst| first.best < worst),
        }
    }
}

fn standing(
    ground: &Ground<'_>,
    subject: Subject,
    object: &[Subject],
    period: Period,
) -> Result<Standing, Gap> {
    if let Subject::Group(id) = subject {
        return match ground.frame.units {
            Units::Best | Units::BestSeries => of_best(ground, id, object, period),
            Units::Entities | Units::Series => of_group(ground, id, object, period),
        };
    }
    let series = ground.series_of(subject);
    let name = ground.vocabulary().subject_name(subject);
    let within = |series: &SeriesId| object.iter().any(|o| ground.belongs(*series, *o));
    if !object.is_empty() && !series.iter().any(within) {
        let object = words::names(ground.vocabulary(), object);
        return Err(Gap::Missing {
            words: format!("{name} is not known to belong to {object}"),
            period: None,
        });
    }
    let parts = ground.parts(period)?;
    let units = match subject {
        Subject::Entity(_) | Subject::Group(_) => Units::Entities,
        Subject::Series(_) => Units::Series,
    };
    let order = ground.order(&parts, units)?;
    let is_mine = |placed: &Placed| placed.series.iter().any(|s| series.contains(s));
    let competes = |placed: &Placed| object.is_empty() || belongs(ground, placed, object);
    let listed = order.iter().any(is_mine);
    let others: Vec<&Placed> = order.iter().filter(|placed| competes(placed) && !is_mine(placed)).collect();
    if !listed && ground.about().is_place() {
        // Who is missing from a complete list of places stands below all of it.
        let last = u32::try_from(others.len()).unwrap_or(u32::MAX).saturating_add(1);
        let places = Places { published: (last, None), best: last, worst: None };
        let line = format!("{}: {name} is not among the {} listed", words::when(period), others.len());
        return Ok(Standing { places, line, evidence: Vec::new() });
    }
    let datum = ground.sum(&[subject], period)?;
    let mine = Placed {
        unit: subject,
        series,
        middle: datum.given.middle().unwrap_or_default(),
        given: datum.given.clone(),
        admitted: datum.admitted.clone(),
    };
    let mut places = ground.places(&mine, others.iter().copied());
    let when = words::when(period);
    let line = if listed {
        if ground.may_hide_more(&mine.admitted, &parts) {
            places.worst = None;
        }
        let neighbours = neighbours(ground, &mine, &others);
        let (figure, place) = (datum.words(), places.published.0);
        format!("{when}: {name} {figure}, number {place}{neighbours}")
    } else {
        let last = u32::try_from(others.len()).unwrap_or(u32::MAX).saturating_add(1);
        places.published = (last, None);
        places.worst = None;
        format!("{when}: {name} is not among the {} listed", others.len())
    };
    Ok(Standing { places, line, evidence: datum.evidence })
}

/// The next before and the next after, with their figures.
fn neighbours(ground: &Ground<'_>, mine: &Placed, others: &[&Placed]) -> String {
    let mut order: Vec<Placed> = others.iter().map(|placed| (*placed).clone()).collect();
    order.push(mine.clone());
    ground.sort(&mut order);
    let Some(at) = order.iter().position(|placed| placed.unit == mine.unit) else {
        return String::new();
    };
    let words = |placed: &Placed| {
        let name = ground.vocabulary().subject_name(placed.unit);
        format!("{name} {}", words::range(&placed.given, words::short))
    };
    let before = at.checked_sub(1).and_then(|at| order.get(at));
    let after = order.get(at + 1);
    match (before.map(words), after.map(words)) {
        (Some(before), Some(after)) => format!(" (after {before}, before {after})"),
        (Some(before), None) => format!(" (after {before})"),
        (None, Some(after)) => format!(" (before {after})"),
        (None, None) => String::new(),
    }
}

/// The place of a group's best member: a maker's name stands for its model.
fn of_best(ground: &Ground<'_>, id: GroupId, object: &[Subject], period: Period) -> Result<Standing, Gap> {
    let group = [Subject::Group(id)];
    let order = ground.order(&ground.parts(period)?, ground.frame.units)?;
    let best = order.iter().find(|placed| {
        belongs(ground, placed, &group) && (object.is_empty() || belongs(ground, placed, object))
    });
    let any = || ground.series_of(Subject::Group(id)).first().copied().map(Subject::Series);
    let unit = best.map(|placed| placed.unit).or_else(any);
    let name = || ground.vocabulary().subject_name(Subject::Group(id));
    let unit = unit.ok_or_else(|| Gap::unlisted(name(), period))?;
    let mut standing = standing(ground, unit, object, period)?;
    standing.line = format!("the best of {} in {}", name(), standing.line);
    Ok(standing)
}

/// A group's place among those that select by the same attribute.
fn of_group(ground: &Ground<'_>, id: GroupId, object: &[Subject], period: Period) -> Result<Standing, Gap> {
    let subject = Subject::Group(id);
    let name = ground.vocabulary().subject_name(subject);
    let datum = ground.sum(&[subject], period)?;
    let competes = |placed: &Placed| {
        let mut series = ground.series_of(placed.unit).into_iter();
        object.is_empty() || series.any(|series| object.iter().any(|o| ground.belongs(series, *o)))
    };
    let mut rivals = ground.rivals(id, period)?;
    rivals.retain(competes);
    if rivals.is_empty() {
        return Err(Gap::incomparable(format!("{name} has no group to be ranked among")));
    }
    let mine = Placed {
        unit: subject,
        series: Vec::new(),
        middle: datum.given.middle().unwrap_or_default(),
        given: datum.given.clone(),
        admitted: datum.admitted.clone(),
    };
    let places = ground.places(&mine, rivals.iter());
    let line = format!(
        "{}: {name} {}, number {} of {}",
        words::when(period),
        datum.words(),
        places.published.0,
        rivals.len() + 1
    );
    Ok(Standing { places, line, evidence: datum.evidence })
}
