//! Rescues in words.

use recount_model::{Assertion, Bound, Interval, Number, Predicate, Unit};

use super::{Measure, Rescuer};
use crate::conflict::explain::{clause, role};
use crate::conflict::words::Words;

/// "holds only if Alder in the week of … was …".
pub(super) fn only_if(words: Words<'_>, said: &Assertion, measure: &Measure, pieces: &[Interval]) -> String {
    let list = |subjects: &[recount_model::Subject]| {
        let names: Vec<&str> = subjects.iter().map(|s| words.vocabulary.subject_name(*s)).collect();
        names.join(" and ")
    };
    let (subject, object) = (list(&said.subject), list(&said.object));
    let when = said.period.map_or_else(String::new, |period| format!(" in {}", words.period(period)));
    let value = |within: &Interval| words.interval(within, measure.unit, said.metric);
    let each: Vec<String> = pieces
        .iter()
        .map(|piece| match &said.predicate {
            Predicate::Level(_) => format!("the figure of {subject}{when} is {}", value(piece)),
            Predicate::Share(_) => format!("the share of {subject}{when} is {}", value(piece)),
            Predicate::Compare(_) => {
                let is = if words.many(&said.subject) { "are" } else { "is" };
                format!("{subject} {is} {}{when}", against(piece, measure, &object, value))
            }
            Predicate::Change(_) if !said.object.is_empty() => {
                format!("the share of {subject} {}{when}", changed(piece, measure, value))
            }
            Predicate::Change(_) => format!("{subject} {}{when}", changed(piece, measure, value)),
            Predicate::Rank(_) | Predicate::Top(_) | Predicate::Record(_) => role(words, said),
            Predicate::Streak(_) | Predicate::First(_) => role(words, said),
        })
        .collect();
    format!("holds only if {}", each.join(", or "))
}

/// On which side of zero an interval lies, and what is left to say of it.
enum Sign {
    Above(Option<Interval>),
    Below(Option<Interval>),
    NotAbove,
    NotBelow,
    Level,
    Both,
}

fn sign(within: &Interval) -> Sign {
    let zero = Number::ZERO;
    if *within == Interval::point(zero.clone()) {
        Sign::Level
    } else if *within == Interval::at_most(zero.clone()) {
        Sign::NotAbove
    } else if *within == Interval::at_least(zero.clone()) {
        Sign::NotBelow
    } else if within.is_within(&Interval::at_least(zero.clone())) {
        Sign::Above(Some(within.clone()).filter(|w| *w != Interval::above(zero)))
    } else if within.is_within(&Interval::at_most(zero.clone())) {
        Sign::Below(Some(within.mirrored()).filter(|w| *w != Interval::above(zero)))
    } else {
        Sign::Both
    }
}

/// "42.9 to 53.5 thousand tokens below Birch", "1.4 to 1.5 times Birch".
fn against(
    within: &Interval,
    measure: &Measure,
    object: &str,
    value: impl Fn(&Interval) -> String,
) -> String {
    if measure.unit == Unit::Ratio {
        return match () {
            () if *within == Interval::below(Number::ONE) => format!("below {object}"),
            () if *within == Interval::at_most(Number::ONE) => format!("not above {object}"),
            () if *within == Interval::above(Number::ONE) => format!("above {object}"),
            () if *within == Interval::at_least(Number::ONE) => format!("not below {object}"),
            () if *within == Interval::point(Number::ONE) => format!("level with {object}"),
            () => format!("{} {object}", value(within)),
        };
    }
    match sign(within) {
        Sign::Above(None) => format!("above {object}"),
        Sign::Above(Some(by)) => format!("{} above {object}", value(&by)),
        Sign::Below(None) => format!("below {object}"),
        Sign::Below(Some(by)) => format!("{} below {object}", value(&by)),
        Sign::NotAbove => format!("not above {object}"),
        Sign::NotBelow => format!("not below {object}"),
        Sign::Level => format!("level with {object}"),
        Sign::Both => {
            let end = |bound: &Bound, side: &str| {
                let most = if bound.open { "less than" } else { "no more than" };
                format!("{most} {} {side}", value(&Interval::point(bound.value.abs())))
            };
            match (&within.high, &within.low) {
                (Some(high), Some(low)) => {
                    format!("{} {object} and {} it", end(high, "above"), end(low, "below"))
                }
                (Some(high), None) => format!("{} {object}", end(high, "above")),
                (None, Some(low)) => format!("{} {object}", end(low, "below")),
                (None, None) => format!("above or below {object}"),
            }
        }
    }
}

/// "rose by 3 to 5 percent".
fn changed(within: &Interval, measure: &Measure, value: impl Fn(&Interval) -> String) -> String {
    if measure.unit == Unit::Ratio {
        return match () {
            () if *within == Interval::below(Number::ONE) => "fell".to_owned(),
            () if *within == Interval::at_most(Number::ONE) => "did not rise".to_owned(),
            () if *within == Interval::above(Number::ONE) => "rose".to_owned(),
            () if *within == Interval::at_least(Number::ONE) => "did not fall".to_owned(),
            () if *within == Interval::point(Number::ONE) => "did not change".to_owned(),
            () => format!("came to {} its figure before", value(within)),
        };
    }
    match sign(within) {
        Sign::Above(None) => "rose".to_owned(),
        Sign::Above(Some(by)) => format!("rose by {}", value(&by)),
        Sign::Below(None) => "fell".to_owned(),
        Sign::Below(Some(by)) => format!("fell by {}", value(&by)),
        Sign::NotAbove => "did not rise".to_owned(),
        Sign::NotBelow => "did not fall".to_owned(),
        Sign::Level => "did not change".to_owned(),
        Sign::Both => {
            let end = |bound: &Bound, verb: &str| {
                let amount = value(&Interval::point(bound.value.abs()));
                match bound.open {
                    true => format!("{verb} by {amount} or more"),
                    false => format!("{verb} by more than {amount}"),
                }
            };
            match (&within.low, &within.high) {
                (Some(low), Some(high)) => format!("neither {} nor {}", end(low, "fell"), end(high, "rose")),
                (Some(low), None) => format!("did not {}", end(low, "fall")),
                (None, Some(high)) => format!("did not {}", end(high, "rise")),
                (None, None) => "changed".to_owned(),
            }
        }
    }
}

impl Rescuer<'_, '_> {
    /// A statement without what it says of the time before.
    pub(super) fn state_words(&self, plain: &Assertion) -> String {
        let words = Words::new(self.own.world.vocabulary);
        format!("{} alone, without what it says of the time before", clause(words, plain))
    }
}
