//! What clashes, in one line of plain words.

use std::collections::BTreeSet;

use recount_model::{Assertion, Interval, Period, Predicate, Subject};

use super::role::{clause, role};
use crate::conflict::words::Words;

/// So many names a title gives.
const NAMES: usize = 3;

/// "the figures, the growth and the run of weeks of A and B do not fit together".
pub(crate) fn title(words: Words<'_>, said: &[&Assertion]) -> String {
    if let [a, b] = said
        && let Some(title) = of_two(words, a, b)
    {
        return title;
    }
    let when = period(said).map_or_else(String::new, |p| format!(" in {}", words.period(p)));
    let order = |said: &&Assertion| {
        matches!(&said.predicate, Predicate::Compare(c) if c.value.is_direction()) && !said.negated
    };
    if said.iter().all(order) {
        let own = |one: &Assertion| match (when.is_empty(), one.period) {
            (true, Some(period)) => format!("{} in {}", clause(words, one), words.period(period)),
            _ => clause(words, one),
        };
        let each: Vec<String> = said.iter().map(|one| own(one)).collect();
        let all = if said.len() == 2 { "both" } else { "all" };
        return format!("{} cannot {all} be{when}", listed(&each));
    }
    if let Some((last, others)) = of_one(words, said) {
        let kinds = kinds(&others);
        let fits = if others.len() == 1 && !kinds.concat().ends_with('s') { "does" } else { "do" };
        return format!("{} of {}{when} {fits} not fit {last}", listed(&kinds), subjects(words, &others));
    }
    let kinds = kinds(said);
    let fit = if said.len() == 1 { "cannot be so" } else { "do not fit together" };
    format!("{} of {}{when} {fit}", listed(&kinds), subjects(words, said))
}

/// "the figures", "the growth": each kind of statement once.
fn kinds(said: &[&Assertion]) -> Vec<String> {
    let kinds: BTreeSet<Kind> = said.iter().map(|one| Kind::of(one)).collect();
    let many = |kind: Kind| said.iter().filter(|one| Kind::of(one) == kind).count() > 1;
    kinds.into_iter().map(|kind| kind.noun(many(kind))).collect()
}

/// A run of weeks, a first time, a record or a count of the top places, where
/// there is one: what it says, and the others.
fn of_one<'s>(words: Words<'_>, said: &[&'s Assertion]) -> Option<(String, Vec<&'s Assertion>)> {
    let told = |one: &Assertion| match &one.predicate {
        Predicate::Streak(streak) => Some(format!("{} of {}", role(words, one), clause(words, &streak.of))),
        Predicate::First(first) => Some(format!("{} for the first time", clause(words, &first.of))),
        Predicate::Record(_) => Some(format!("{} for {}", role(words, one), subjects(words, &[one]))),
        Predicate::Top(_) => Some(clause(words, one)),
        _ => None,
    };
    let mut odd = said.iter().filter(|one| !one.negated && told(one).is_some());
    let one = odd.next()?;
    if odd.next().is_some() || said.len() < 2 {
        return None;
    }
    let others: Vec<&Assertion> = said.iter().copied().filter(|other| !std::ptr::eq(*other, *one)).collect();
    Some((told(one)?, others))
}

/// Two statements of one kind about one thing.
fn of_two(words: Words<'_>, a: &Assertion, b: &Assertion) -> Option<String> {
    if a.negated || b.negated {
        return None;
    }
    let both = [a, b];
    let when = period(&both).map(|p| format!(" in {}", words.period(p)));
    let same = a.subject == b.subject && a.object == b.object;
    match (&a.predicate, &b.predicate) {
        (Predicate::Streak(x), Predicate::Streak(y)) if same && x.of.object == y.of.object => {
            let run = clause(words, &x.of);
            if x.cumulative && y.cumulative {
                return Some(format!("two counts of the weeks with {run} do not fit together"));
            }
            Some(format!("two counts of one run of weeks ({run}) do not fit together"))
        }
        (Predicate::Rank(_), Predicate::Rank(_)) if !same => {
            let (x, y) = (clause(words, a), clause(words, b));
            Some(format!("{x} and {y} exclude each other{}", when?))
        }
        (Predicate::Compare(x), Predicate::Compare(y))
            if x.value.is_direction() && y.value.is_direction() =>
        {
            let (x, y) = (clause(words, a), clause(words, b));
            Some(format!("{x} and {y} exclude each other{}", when?))
        }
        _ if same && Kind::of(a) == Kind::of(b) => {
            let noun = Kind::of(a).plain(true);
            let told = match (figure(words, a), figure(words, b)) {
                (Some(x), Some(y)) if x != y => format!(": {x} and {y}"),
                _ => String::new(),
            };
            Some(format!("two {noun} of {}{} exclude each other{told}", subjects(words, &both), when?))
        }
        _ => None,
    }
}

/// The figure as it was written, without what it admits.
fn figure(words: Words<'_>, said: &Assertion) -> Option<String> {
    let value = said.predicate.value().filter(|value| !value.is_direction())?;
    let middle = Interval::point(value.written().middle()?);
    Some(words.interval(&middle, value.unit, said.metric))
}

/// The one period of all, where they have one.
fn period(said: &[&Assertion]) -> Option<Period> {
    let mut periods = said.iter().map(|one| one.period);
    let first = periods.next()??;
    periods.all(|period| period == Some(first)).then_some(first)
}

fn subjects(words: Words<'_>, said: &[&Assertion]) -> String {
    let mut names: Vec<&str> = Vec::new();
    let of = |one: &Assertion| -> Vec<Subject> { one.subject.iter().chain(&one.object).copied().collect() };
    for subject in said.iter().flat_map(|one| of(one)) {
        let name = words.vocabulary.subject_name(subject);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len() > NAMES + 1;
    names.truncate(if more { NAMES } else { NAMES + 1 });
    let mut names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    if more {
        names.push("others".to_owned());
    }
    listed(&names)
}

/// "a", "a and b", "a, b and c".
pub(super) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What a statement gives, in the order in which a title names it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Figure,
    Growth,
    Change,
    Share,
    Lead,
    Place,
    Top,
    Record,
    Run,
    First,
}

impl Kind {
    fn of(said: &Assertion) -> Self {
        match &said.predicate {
            Predicate::Level(_) => Self::Figure,
            Predicate::Change(change) if change.value.falling => Self::Change,
            Predicate::Change(_) => Self::Growth,
            Predicate::Share(_) => Self::Share,
            Predicate::Compare(_) => Self::Lead,
            Predicate::Rank(_) => Self::Place,
            Predicate::Top(_) => Self::Top,
            Predicate::Record(_) => Self::Record,
            Predicate::Streak(_) => Self::Run,
            Predicate::First(_) => Self::First,
        }
    }

    fn noun(self, many: bool) -> String {
        format!("the {}", self.plain(many))
    }

    const fn plain(self, many: bool) -> &'static str {
        match (self, many) {
            (Self::Figure, false) => "figure",
            (Self::Figure, true) => "figures",
            (Self::Growth, false) => "growth",
            (Self::Growth, true) => "rates of growth",
            (Self::Change, false) => "fall",
            (Self::Change, true) => "falls",
            (Self::Share, false) => "share",
            (Self::Share, true) => "shares",
            (Self::Lead, false) => "comparison",
            (Self::Lead, true) => "comparisons",
            (Self::Place, false) => "place",
            (Self::Place, true) => "places",
            (Self::Top, false) => "count of the top places",
            (Self::Top, true) => "counts of the top places",
            (Self::Record, false) => "record",
            (Self::Record, true) => "records",
            (Self::Run, false) => "run of weeks",
            (Self::Run, true) => "runs of weeks",
            (Self::First, false) => "first time",
            (Self::First, true) => "first times",
        }
    }
}
