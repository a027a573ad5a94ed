//! An invented world for every family of conflict, and random worlds against
//! brute force.

mod counts;
mod explained;
mod families;
mod mixed;
mod random;
mod ranks;
mod rescues;
mod scale;
mod shares;
mod unspoken;

use std::collections::BTreeMap;

use jiff::civil::{Weekday, date};
use recount_model::vocabulary::{Best, Entity, Group, Metric, Scope, Series};
use recount_model::{
    Assertion, Change, Claim, Compare, Decimal, EntityId, Figure, First, GroupId, Interval, Level, MetricId,
    Movement, Number, Period, Predicate, Quantity, Rank, Record, ScopeId, SeriesId, Share, Span, Streak,
    Subject, Top, Unit, Vocabulary, Voice, Weeks,
};

use super::{Code, Conflict, claims_alone};
use crate::Said;

pub(super) const ALDER: Subject = Subject::Entity(EntityId(0));
pub(super) const BIRCH: Subject = Subject::Entity(EntityId(1));
pub(super) const CEDAR: Subject = Subject::Entity(EntityId(2));
pub(super) const NORTH: Subject = Subject::Group(GroupId(0));
pub(super) const SOUTH: Subject = Subject::Group(GroupId(1));
pub(super) const TOTAL: Subject = Subject::Group(GroupId(2));

/// Alder and Birch of the north, Cedar and Dogwood of the south; the metric
/// counts what is on the chart of nine, the total counts everything.
pub(super) fn vocabulary() -> Vocabulary {
    let names = ["alder", "birch", "cedar", "dogwood"];
    let side = |at: usize| if at < 2 { "north" } else { "south" };
    let of = |key: &str, value: &str| BTreeMap::from([(key.to_owned(), vec![value.to_owned()])]);
    let group = |id: &str, members: [u32; 2]| Group {
        id: id.to_owned(),
        names: vec![format!("the {id}")],
        selects: of("side", id),
        scope: None,
        members: members.map(SeriesId).to_vec(),
    };
    Vocabulary {
        metrics: vec![Metric {
            id: "tokens".to_owned(),
            names: vec!["token usage".to_owned()],
            unit: "token".to_owned(),
            units: vec!["token".to_owned(), "tokens".to_owned()],
            adds_up: true,
            signed: false,
            best: Best::Highest,
            week_starts: Weekday::Monday,
            default_scope: Some(ScopeId(0)),
            of: None,
        }],
        scopes: vec![scope("chart", Some(9)), scope("listed", None)],
        series: (0..4)
            .map(|at| Series {
                id: names[at].to_owned(),
                attributes: of("side", side(at)),
                metrics: Vec::new(),
            })
            .collect(),
        entities: (0_u32..)
            .zip(["Alder", "Birch", "Cedar", "Dogwood"])
            .map(|(at, name)| Entity {
                id: name.to_lowercase(),
                names: vec![name.to_owned()],
                series: vec![SeriesId(at)],
            })
            .collect(),
        groups: vec![
            group("north", [0, 1]),
            group("south", [2, 3]),
            Group {
                id: "total".to_owned(),
                names: vec!["everything".to_owned()],
                selects: BTreeMap::new(),
                scope: Some(ScopeId(1)),
                members: (0..4).map(SeriesId).collect(),
            },
        ],
    }
}

fn scope(id: &str, top: Option<u32>) -> Scope {
    Scope { id: id.to_owned(), names: vec![format!("the {id} ones")], top }
}

/// The week that starts so many weeks after 2 March 2026.
pub(super) fn week(n: i64) -> Period {
    Period::week(date(2026, 3, 2)).weeks_later(n)
}

pub(super) fn figure(mantissa: i128, exponent: i32, unit: Unit) -> Quantity {
    Quantity::bare(Figure::Decimal(Decimal { mantissa, exponent }), unit)
}

pub(super) fn within(low: i64, high: i64, unit: Unit) -> Quantity {
    let interval = Interval::closed(Number::from(low), Number::from(high));
    Quantity::bare(Figure::Within(interval), unit)
}

pub(super) fn falling(quantity: Quantity) -> Quantity {
    Quantity { falling: true, ..quantity }
}

pub(super) fn say(subject: &[Subject], object: &[Subject], at: Period, predicate: Predicate) -> Assertion {
    Assertion {
        subject: subject.iter().copied().collect(),
        object: object.iter().copied().collect(),
        metric: MetricId(0),
        scope: None,
        period: Some(at),
        negated: false,
        predicate,
    }
}

pub(super) fn level(subject: Subject, at: Period, value: Quantity) -> Assertion {
    say(&[subject], &[], at, Predicate::Level(Level { value }))
}

/// Against the week before.
pub(super) fn change(subject: Subject, at: Period, value: Quantity) -> Assertion {
    let base = Some(at.weeks_later(-1));
    let change = Change { base, value };
    say(&[subject], &[], at, Predicate::Change(change))
}

pub(super) fn compare(a: Subject, b: Subject, at: Period, value: Quantity) -> Assertion {
    let compare = Compare { base: None, value };
    say(&[a], &[b], at, Predicate::Compare(compare))
}

pub(super) fn ahead(a: Subject, b: Subject, at: Period) -> Assertion {
    compare(a, b, at, Quantity::direction(false, Unit::Own))
}

pub(super) fn share(a: Subject, b: Subject, at: Period, value: Quantity) -> Assertion {
    let share = Share { top: None, value };
    say(&[a], &[b], at, Predicate::Share(share))
}

pub(super) fn rank(subject: Subject, at: Period, place: u32) -> Assertion {
    let rank = Rank { base: None, movement: None, value: Quantity::whole(place, Unit::Rank) };
    say(&[subject], &[], at, Predicate::Rank(rank))
}

pub(super) fn moved(subject: Subject, at: Period, value: Quantity, movement: Movement) -> Assertion {
    let rank = Rank { base: Some(at.weeks_later(-1)), movement: Some(movement), value };
    say(&[subject], &[], at, Predicate::Rank(rank))
}

pub(super) fn top(group: Subject, at: Period, of: u32, count: u32) -> Assertion {
    let value = Quantity::whole(count, Unit::Count);
    say(&[group], &[], at, Predicate::Top(Top { top: of, value }))
}

pub(super) fn record(subject: Subject, at: Period, extreme: recount_model::Extreme) -> Assertion {
    let record = Record { base: None, extreme };
    say(&[subject], &[], at, Predicate::Record(record))
}

pub(super) fn streak(of: Assertion, weeks: u32, ordinal: bool) -> Assertion {
    Assertion {
        predicate: Predicate::Streak(Streak {
            weeks: Weeks::Exactly(weeks),
            ordinal,
            cumulative: false,
            of: Box::new(of.clone()),
        }),
        ..of
    }
}

/// A place, a lead or whatever `of` is, for so many weeks in all.
pub(super) fn in_all(of: Assertion, weeks: u32, ordinal: bool) -> Assertion {
    let mut said = streak(of, weeks, ordinal);
    if let Predicate::Streak(streak) = &mut said.predicate {
        streak.cumulative = true;
    }
    said
}

pub(super) fn first(of: Assertion, weeks: Option<u32>) -> Assertion {
    Assertion {
        predicate: Predicate::First(First {
            weeks: weeks.map(Weeks::Exactly),
            base: None,
            of: Box::new(of.clone()),
        }),
        ..of
    }
}

pub(super) fn denied(of: Assertion) -> Assertion {
    Assertion { negated: !of.negated, ..of }
}

pub(super) fn claims(said: &[(u32, Assertion)]) -> Vec<(Voice, Claim)> {
    said.iter()
        .enumerate()
        .map(|(at, (voice, assertion))| {
            let claim = Claim {
                span: Span::new(at * 10, at * 10 + 9),
                sentence: Span::new(at * 10, at * 10 + 9),
                assertion: assertion.clone(),
                readings: Vec::new(),
                assumptions: Vec::new(),
            };
            (Voice(*voice), claim)
        })
        .collect()
}

pub(super) fn find_in(vocabulary: &Vocabulary, claims: &[(Voice, Claim)]) -> Vec<Conflict> {
    let said: Vec<Said<'_>> = claims.iter().map(|(voice, claim)| Said { claim, voice: *voice }).collect();
    let found = claims_alone::find(vocabulary, BTreeMap::new(), &said, &[], &|_| None);
    assert_eq!(found.left_out, Vec::<String>::new());
    found.conflicts
}

pub(super) fn find(said: &[(u32, Assertion)]) -> Vec<Conflict> {
    find_in(&vocabulary(), &claims(said))
}

/// The code and the statements of each conflict.
pub(super) fn sets(said: &[(u32, Assertion)]) -> Vec<(Code, Vec<usize>)> {
    find(said).into_iter().map(|conflict| (conflict.code, conflict.statements)).collect()
}
