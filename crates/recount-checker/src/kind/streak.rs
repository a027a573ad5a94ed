//! An inner assertion holds in each of the weeks up to one.

use recount_model::ordinal;
use recount_model::{Assertion, Direction, Flag, Interval, Number, Period, Streak, Unit, Weeks};

use super::{atom, one_part};
use crate::figures::Ground;
use crate::shift::moved;
use crate::truth::{Answer, Attempt, Gap, Holds};
use crate::words;

pub(super) fn answer(ground: &Ground<'_>, streak: &Streak, period: Period) -> Attempt {
    if streak.weeks.low() == 0 {
        return Err(Gap::incomparable("a streak of no weeks says nothing"));
    }
    let gap = one_part(ground, period, "a streak ends with one figure")?;
    if streak.cumulative {
        let answer = in_all(ground, streak, period, gap.is_some());
        // Without a figure for its last week there may have been too many before.
        return match gap {
            Some(gap) if answer.holds != Holds::No => Err(gap),
            Some(_) | None => Ok(answer),
        };
    }
    let walk = Walk::back(ground, &streak.of, period);
    let verdict = walk.verdict(streak);
    // Without a figure for its last week a streak may be broken all the same.
    if let (Some(gap), false) = (gap, matches!(verdict, Fact::Broken { .. })) {
        return Err(gap);
    }
    Ok(match verdict {
        Fact::Broken { after } => walk.broken(ground, streak, after),
        Fact::Unknown { after } => walk.unknown(after),
        Fact::Longer => walk.longer(ground, streak),
        Fact::Unstarted => walk.unstarted(streak),
        Fact::Held { longer } => walk.held(ground, streak, longer),
    })
}

/// The inner assertion in each week, going back from the last, up to the
/// first in which it surely did not hold, or as far as figures go.
struct Walk {
    weeks: Vec<(Period, Answer)>,
}

/// What a streak comes to.
enum Fact {
    /// It did not hold `after` weeks back.
    Broken { after: usize },
    /// Nothing says whether it held `after` weeks back.
    Unknown { after: usize },
    /// It held before the weeks of an ordinal streak too.
    Longer,
    /// Nothing says whether it held before the weeks of an ordinal streak.
    Unstarted,
    /// It held; and in more weeks than that.
    Held { longer: bool },
}

impl Walk {
    fn back(ground: &Ground<'_>, inner: &Assertion, period: Period) -> Self {
        let mut weeks: Vec<(Period, Answer)> = Vec::new();
        let first = ground.first_covered().unwrap_or(period);
        for step in 0.. {
            let week = ground.later(period, -step);
            if weeks.last().is_some_and(|(last, _)| *last == week) {
                break;
            }
            let answer = atom(ground, &moved(ground, inner, -step), week);
            let stop = answer.holds == Holds::No || week < first;
            weeks.push((week, answer));
            if stop {
                break;
            }
        }
        Self { weeks }
    }

    fn holds(&self, back: usize) -> Holds {
        self.weeks.get(back).map_or(Holds::Open, |(_, answer)| answer.holds)
    }

    /// How many weeks it surely held, up to the last.
    fn length(&self) -> usize {
        self.weeks.iter().take_while(|(_, answer)| answer.holds.supports()).count()
    }

    fn verdict(&self, streak: &Streak) -> Fact {
        let needed = streak.weeks.low() as usize;
        let seen = needed.min(self.weeks.len());
        if let Some(after) = (0..seen).find(|back| self.holds(*back) == Holds::No) {
            return Fact::Broken { after };
        }
        // Further back than figures go, nothing is known.
        if let Some(after) = (0..needed.min(seen + 1)).find(|back| !self.holds(*back).supports()) {
            return Fact::Unknown { after };
        }
        let most = match streak.weeks {
            Weeks::Exactly(weeks) => Some(weeks as usize),
            Weeks::Range { high, .. } => high.map(|high| high as usize),
        };
        let Some(most) = most else {
            return Fact::Held { longer: false };
        };
        let before = (needed..=most).map(|back| self.holds(back));
        let ended = before.clone().any(|holds| holds == Holds::No);
        let longer = before.clone().all(Holds::supports);
        let surely = before.clone().all(|holds| holds == Holds::Yes);
        // Of a published order that may be another one, the start is open.
        let likely = before.clone().any(|holds| holds == Holds::Unlikely);
        match (streak.ordinal, ended || likely, surely) {
            (true, false, true) => Fact::Longer,
            (true, false, false) => Fact::Unstarted,
            (..) => Fact::Held { longer },
        }
    }

    fn answer(&self, ground: &Ground<'_>, holds: Holds) -> Answer {
        let mut answer = Answer::new(holds);
        let length = u32::try_from(self.length()).unwrap_or(u32::MAX);
        let ended = self.holds(self.length()) == Holds::No;
        let count = Number::from(length);
        let count = if ended { Interval::point(count) } else { Interval::at_least(count) };
        answer.actual = Some(ground.amount(count, Unit::Count));
        answer
    }

    /// The lines and figures of the week so many back.
    fn tell(&self, answer: &mut Answer, back: usize) {
        if let Some((_, part)) = self.weeks.get(back) {
            answer.lines.extend(part.lines.iter().cloned());
            answer.evidence.extend(part.evidence.iter().cloned());
            answer.missing.extend(part.missing.iter().copied());
            answer.incomparable |= part.incomparable;
        }
    }

    fn broken(&self, ground: &Ground<'_>, streak: &Streak, after: usize) -> Answer {
        let mut answer = self.answer(ground, Holds::No);
        self.tell(&mut answer, after);
        answer.direction = Some(Direction::Exaggerated);
        if after == 0 {
            let last = self.weeks.first().map(|(_, part)| part);
            answer.direction = last.and_then(|part| part.direction);
            answer.said = last.and_then(|part| part.said.clone());
        }
        let held = u32::try_from(after).unwrap_or(u32::MAX);
        answer.distance = Some(Number::from(streak.weeks.low().saturating_sub(held)));
        if let (Some((last, _)), true) = (self.weeks.first(), after > 0) {
            self.tell(&mut answer, 0);
            let surely = self.length();
            if surely < after {
                let ends =
                    [surely, after].map(|weeks| Number::from(u32::try_from(weeks).unwrap_or(u32::MAX)));
                let [low, high] = ends;
                answer.actual = Some(ground.amount(Interval::closed(low, high), Unit::Count));
            }
            answer.lines.push(format!(
                "so {}{} up to {}, not {}",
                if surely < after { "at most " } else { "" },
                words::weeks(held),
                words::when(*last),
                streak.weeks.low()
            ));
        }
        answer
    }

    fn unknown(&self, after: usize) -> Answer {
        let mut answer = Answer::new(Holds::Open);
        self.tell(&mut answer, after);
        answer
    }

    fn longer(&self, ground: &Ground<'_>, streak: &Streak) -> Answer {
        let mut answer = self.answer(ground, Holds::No);
        let before = streak.weeks.low() as usize;
        self.tell(&mut answer, before);
        answer
            .lines
            .push(format!("so it is not the {} week running, but a later one", ordinal(streak.weeks.low())));
        answer.direction = Some(Direction::Understated);
        let length = u32::try_from(self.length()).unwrap_or(u32::MAX);
        answer.distance = Some(Number::from(length.saturating_sub(streak.weeks.low())));
        answer
    }

    fn unstarted(&self, streak: &Streak) -> Answer {
        let mut answer = Answer::new(Holds::Open);
        let before = streak.weeks.low() as usize;
        answer.lines.push(format!(
            "it holds in {} running; whether it held in the week before them is not known",
            words::weeks(streak.weeks.low())
        ));
        self.tell(&mut answer, before);
        answer
    }

    fn held(&self, ground: &Ground<'_>, streak: &Streak, longer: bool) -> Answer {
        let needed = streak.weeks.low() as usize;
        let weeks = self.weeks.get(..needed).unwrap_or(&self.weeks);
        let least = weeks.iter().map(|(_, answer)| answer.holds).min();
        let mut answer = self.answer(ground, least.unwrap_or(Holds::Open));
        if let (Some((last, _)), Some((first, _))) = (weeks.first(), weeks.last()) {
            answer.lines.push(match streak.weeks.low() {
                1 => format!("it holds in {}", words::when(*last)),
                weeks => {
                    let (weeks, from_to) = (words::weeks(weeks), Ground::from_to(*first, *last));
                    format!("it holds in each of {weeks} {from_to}")
                }
            });
        }
        for (_, part) in weeks {
            answer.evidence.extend(part.evidence.iter().cloned());
            answer.flags.extend(part.flags.iter().copied());
        }
        if let Some((_, part)) = weeks.first() {
            answer.lines.extend(part.lines.first().cloned());
        }
        if streak.ordinal {
            if let Some((_, part)) = self.weeks.get(needed) {
                answer.lines.extend(part.lines.first().cloned());
                answer.evidence.extend(part.evidence.iter().cloned());
            }
        } else if longer {
            answer.flags.insert(Flag::Understated);
            let length = u32::try_from(self.length()).unwrap_or(u32::MAX);
            answer.lines.push(format!("in fact in {}", words::weeks(length)));
        }
        answer
    }
}

/// "A sixth week": so many in all, up to the period, whether adjacent or not. Where
/// there is no figure for the period itself, it is `taken` to be one of them.
fn in_all(ground: &Ground<'_>, streak: &Streak, period: Period, taken: bool) -> Answer {
    let now = atom(ground, &streak.of, period);
    if !taken && !now.holds.supports() {
        return now;
    }
    let surely = u32::from(taken || now.holds == Holds::Yes);
    let mut seen = Seen { surely, published: 1, possibly: 1 };
    let mut first = period;
    let mut step = -1;
    let earliest = ground.first_covered().unwrap_or(period);
    loop {
        let week = ground.later(period, step);
        if week < earliest {
            break;
        }
        if ground.covers(week) {
            let holds = atom(ground, &moved(ground, &streak.of, step), week).holds;
            seen.surely += u32::from(holds == Holds::Yes);
            seen.published += u32::from(holds.supports());
            seen.possibly += u32::from(holds != Holds::No);
            if holds.supports() {
                first = week;
            }
        }
        step -= 1;
    }
    let answer = count(ground, streak, seen, now, (first, period));
    // "A sixth week on top" may be said of the weeks running too.
    if streak.ordinal && streak.weeks.low() > 1 && !answer.holds.supports() {
        let running = Streak { cumulative: false, ..streak.clone() };
        let walk = Walk::back(ground, &running.of, period);
        if let Fact::Held { longer } = walk.verdict(&running) {
            return walk.held(ground, &running, longer);
        }
    }
    answer
}

/// In how many weeks an assertion holds.
struct Seen {
    /// Whatever figures the data admit.
    surely: u32,
    /// As published.
    published: u32,
    /// For some of the admitted figures at least.
    possibly: u32,
}

fn count(
    ground: &Ground<'_>,
    streak: &Streak,
    Seen { surely, published, possibly }: Seen,
    now: Answer,
    (first, last): (Period, Period),
) -> Answer {
    let (low, high) = match streak.weeks {
        Weeks::Exactly(weeks) => (weeks, Some(weeks)),
        Weeks::Range { low, high } => (low, high),
    };
    let over = high.is_some_and(|high| published > high);
    // Before the first covered week it may have been so too.
    let all = ground.covers_since_debut(&streak.of.subject, last);
    let holds = match (published >= low, over, possibly >= low) {
        (true, true, _) if streak.ordinal && high.is_some_and(|high| surely > high) => Holds::No,
        (true, true, _) if streak.ordinal => Holds::Open,
        (true, _, _) if streak.ordinal && high.is_some() && !all => Holds::Likely,
        (true, _, _) => Holds::Yes,
        (false, _, false) if all => Holds::No,
        (false, ..) => Holds::Open,
    };
    let mut answer = Answer::new(holds);
    answer.flags.insert(Flag::WithinCoverage);
    answer.direction = match (holds, over) {
        (Holds::No, true) => Some(Direction::Understated),
        (Holds::No, false) => Some(Direction::Exaggerated),
        (Holds::Unlikely | Holds::Open | Holds::Likely | Holds::Yes, _) => None,
    };
    if over && holds == Holds::Yes {
        answer.flags.insert(Flag::Understated);
    }
    let sum = Interval::closed(Number::from(surely), Number::from(possibly));
    answer.actual = Some(ground.amount(sum, Unit::Count));
    answer.lines.push(format!("{} in all {}", words::weeks(published), Ground::from_to(first, last)));
    answer.lines.extend(now.lines);
    answer.lines.push(ground.coverage(last));
    answer.evidence = now.evidence;
    answer
}
