//! At which places, or with how many of them, a statement would fit.

use recount_model::{Assertion, Movement, Number, Predicate, Quantity, Rank, Top, Unit};

use super::{Found, Rescuer, Run, Runs};
use crate::conflict::words::Words;

/// Places are tried so far beyond the last that anybody names …
const BEYOND: u32 = 3;

/// … but none behind this one.
const LAST: u32 = 60;

impl Rescuer<'_, '_> {
    pub(super) fn rank(&self, said: &Assertion, rank: &Rank) -> Option<Found> {
        let with = |place: u32| Assertion {
            predicate: Predicate::Rank(Rank { value: Quantity::whole(place, Unit::Rank), ..rank.clone() }),
            ..said.clone()
        };
        // Who enters or leaves a top is told by the top, and no place.
        if matches!(rank.movement, Some(Movement::Entered | Movement::Left)) {
            return None;
        }
        let stated = rank.value.admissible();
        let far = self.set.iter().filter_map(|s| farthest(&s.assertion)).max()?;
        let last = (far + BEYOND).min(LAST);
        let fits = |place: u32| {
            let own = stated.contains(&Number::from(place));
            !own && self.fits(with(place)) == Some(true)
        };
        let runs = Runs::of(1, last, true, fits);
        let (amount, runs) = runs.nearest(place_of(&stated), said.metric, Unit::Rank)?;
        let each: Vec<String> = runs.iter().map(|run| at_number(*run)).collect();
        Some((Some(amount), self.only_if(said, &format!("is {}", each.join(", or ")))))
    }

    pub(super) fn top(&self, said: &Assertion, top: &Top) -> Option<Found> {
        let with = |count: u32| Assertion {
            predicate: Predicate::Top(Top { value: Quantity::whole(count, Unit::Count), ..top.clone() }),
            ..said.clone()
        };
        let stated = top.value.admissible();
        let fits = |count: u32| {
            let own = stated.contains(&Number::from(count));
            !own && self.fits(with(count)) == Some(true)
        };
        let runs = Runs::of(0, top.top.min(LAST), false, fits);
        let (amount, runs) = runs.nearest(place_of(&stated), said.metric, Unit::Count)?;
        let each: Vec<String> = runs.iter().map(|run| count(*run)).collect();
        let hold = if Words::new(self.own.world.vocabulary).many(&said.subject) { "hold" } else { "holds" };
        let places = format!("{hold} {} of the top {} places", each.join(", or "), top.top);
        Some((Some(amount), self.only_if(said, &places)))
    }

    /// "holds only if Alder {is} in the week of …".
    pub(super) fn only_if(&self, said: &Assertion, is: &str) -> String {
        let words = Words::new(self.own.world.vocabulary);
        let names: Vec<&str> = said.subject.iter().map(|s| words.vocabulary.subject_name(*s)).collect();
        let when = said.period.map_or_else(String::new, |period| format!(" in {}", words.period(period)));
        format!("holds only if {} {is}{when}", names.join(" and "))
    }
}

/// The last place or top that an assertion names.
fn farthest(said: &Assertion) -> Option<u32> {
    let end = |value: &Quantity| {
        let within = value.admissible();
        let end = within.high.or(within.low)?.value;
        u32::try_from(end.floor().to_i64()?).ok()
    };
    match &said.predicate {
        Predicate::Rank(rank) => end(&rank.value),
        Predicate::Top(top) => Some(top.top),
        Predicate::Streak(streak) => farthest(&streak.of),
        Predicate::First(first) => farthest(&first.of),
        Predicate::Level(_) | Predicate::Change(_) | Predicate::Compare(_) => None,
        Predicate::Share(_) | Predicate::Record(_) => None,
    }
}

/// Where the stated places begin.
fn place_of(stated: &recount_model::Interval) -> u32 {
    let low = stated.low.as_ref().and_then(|low| low.value.floor().to_i64());
    low.and_then(|low| u32::try_from(low).ok()).unwrap_or(1)
}

/// "at number 1 to 3", "at number 4 or further down".
fn at_number(run: Run) -> String {
    match run.last {
        None => format!("at number {} or further down", run.first),
        Some(last) if last == run.first => format!("at number {last}"),
        Some(last) if last == run.first + 1 => format!("at number {} or {last}", run.first),
        Some(last) => format!("at number {} to {last}", run.first),
    }
}

fn count(run: Run) -> String {
    match run.last {
        Some(last) if last == run.first => last.to_string(),
        Some(last) if last == run.first + 1 => format!("{} or {last}", run.first),
        Some(last) => format!("{} to {last}", run.first),
        None => format!("{} or more", run.first),
    }
}
