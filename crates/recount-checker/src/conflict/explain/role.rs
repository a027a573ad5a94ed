//! What a statement contributes to a derivation, in a few words.

use recount_model::{
    Assertion, Extreme, Figure, Interval, Movement, Number, Predicate, Quantity, Unit, Weeks,
};

use crate::conflict::words::Words;
use recount_model::{article, ordinal};

/// "a change of 34.85 to 35 percent", "a 2nd consecutive week".
pub(crate) fn role(words: Words<'_>, said: &Assertion) -> String {
    let denied = if said.negated && !is_left(said) { "the denial of " } else { "" };
    let value = |quantity: &Quantity| words.interval(&quantity.admissible(), quantity.unit, said.metric);
    let what = match &said.predicate {
        Predicate::Level(level) if said.subject.len() > 1 => {
            let names: Vec<&str> = said.subject.iter().map(|s| words.vocabulary.subject_name(*s)).collect();
            format!("{} together with {}", names.join(" and "), value(&level.value))
        }
        Predicate::Level(level) => format!("a figure of {}", value(&level.value)),
        Predicate::Change(change) => match (&change.value.figure, change.value.falling) {
            (Figure::Any, true) => "a fall".to_owned(),
            (Figure::Any, false) => "a rise".to_owned(),
            (Figure::Flat, _) => format!("no change to speak of ({})", value(&change.value)),
            _ => changed(words, said, &change.value),
        },
        Predicate::Share(share) => format!("a share of {}", value(&share.value)),
        Predicate::Compare(_) | Predicate::Rank(_) | Predicate::Top(_) => clause(words, said),
        Predicate::Record(record) => {
            let end = match record.extreme {
                Extreme::Highest => "highest",
                Extreme::Lowest => "lowest",
            };
            let since = record.base.map(|base| format!("the {end} since {}", words.period(base)));
            since.unwrap_or_else(|| format!("the {end} on record"))
        }
        Predicate::Streak(streak) => match (streak.weeks, streak.ordinal, streak.cumulative) {
            (Weeks::Exactly(n), true, false) => format!("{} {} consecutive week", article(n), ordinal(n)),
            (Weeks::Exactly(n), _, true) => format!("{} {} week in all", article(n), ordinal(n)),
            (weeks, _, true) => format!("{} weeks in all", weeks.low()),
            (weeks, _, _) if weeks.low() == 1 => "a run of 1 week".to_owned(),
            (weeks, _, _) => format!("a run of {} weeks", weeks.low()),
        },
        Predicate::First(_) => "a first time".to_owned(),
    };
    format!("{denied}{what}")
}

/// Does it say that a place was left? That is no denial of what was before.
fn is_left(said: &Assertion) -> bool {
    matches!(&said.predicate, Predicate::Rank(rank) if rank.movement == Some(Movement::Left))
}

/// "a fall of 8.45 to 8.6 percent", "1.9 to 2.1 times the figure before".
fn changed(words: Words<'_>, said: &Assertion, value: &Quantity) -> String {
    let within = value.admissible();
    let by = |within: &Interval| words.interval(within, value.unit, said.metric);
    if value.unit == Unit::Ratio {
        return format!("{} the figure before", by(&within));
    }
    let one_side = |side: &Interval| within.is_within(side);
    if one_side(&Interval::at_most(Number::ZERO)) {
        format!("a fall of {}", by(&within.mirrored()))
    } else if one_side(&Interval::at_least(Number::ZERO)) {
        format!("a rise of {}", by(&within))
    } else {
        format!("a change of {}", by(&within))
    }
}

/// What holds, without its time: "Alder above Birch".
pub(crate) fn clause(words: Words<'_>, said: &Assertion) -> String {
    let names = |subjects: &[recount_model::Subject]| {
        let names = subjects.iter().map(|s| words.vocabulary.subject_name(*s));
        names.collect::<Vec<_>>().join(" and ")
    };
    let (subject, object) = (names(&said.subject), names(&said.object));
    match &said.predicate {
        Predicate::Compare(compare) => {
            let value = &compare.value;
            let side = if value.falling { "below" } else { "above" };
            let interval = value.admissible();
            let event = if compare.base.is_some() { ", unlike before" } else { "" };
            match (&value.figure, value.unit) {
                (Figure::Any, _) => format!("{subject} {side} {object}{event}"),
                (_, Unit::Ratio) => {
                    let by = words.interval(&interval, Unit::Ratio, said.metric);
                    format!("{subject} at {by} {object}")
                }
                (_, unit) => {
                    let by = words.interval(&upright(&interval), unit, said.metric);
                    let side = if interval == upright(&interval) { "above" } else { "below" };
                    format!("{subject} {by} {side} {object}")
                }
            }
        }
        Predicate::Rank(rank) => {
            let places = rank.value.admissible();
            let place = match (places.single(), &places.high) {
                (Some(place), _) => format!("at number {place}"),
                (None, Some(last)) => format!("in the top {}", last.value),
                (None, None) => "at a place".to_owned(),
            };
            let moved = match rank.movement {
                None | Some(Movement::Left) => "",
                Some(Movement::Kept) => ", as before",
                Some(Movement::Took | Movement::Entered) => ", unlike before",
                Some(Movement::Up) => ", up from a worse place",
                Some(Movement::Down) => ", down from a better place",
            };
            let still = if is_left(said) { "no longer " } else { "" };
            format!("{subject} {still}{place}{moved}")
        }
        Predicate::Top(top) => {
            let many = words.interval(&top.value.admissible(), Unit::Count, said.metric);
            format!("{many} of the top {} from {subject}", top.top)
        }
        Predicate::Streak(_) | Predicate::First(_) | Predicate::Record(_) => {
            format!("{} of {subject}", role(words, said))
        }
        Predicate::Level(_) | Predicate::Change(_) | Predicate::Share(_) => {
            format!("{subject} with {}", role(words, said))
        }
    }
}

/// The interval or its mirror image, whichever lies above zero.
fn upright(interval: &Interval) -> Interval {
    let below = interval.is_within(&Interval::at_most(Number::ZERO));
    if below { interval.mirrored() } else { interval.clone() }
}
