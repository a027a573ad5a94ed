//! Assertions: what is said, structured. Section 4 of the design.

use smallvec::SmallVec;

use crate::kind::{Change, Compare, First, Level, Rank, Record, Share, Streak, Top};
use crate::quantity::Quantity;
use crate::time::Period;
use crate::vocabulary::{EntityId, GroupId, MetricId, ScopeId, SeriesId};

/// What an assertion speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A thing that articles name.
    Entity(EntityId),
    /// Series selected by an attribute.
    Group(GroupId),
    /// One series of the source that no entity names: only in claims by hand.
    Series(SeriesId),
}

/// Most assertions speak of one thing.
pub type Subjects = SmallVec<[Subject; 2]>;

/// What is said, apart from who said it and where.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Assertion {
    /// What it speaks of; several are their sum. Never empty.
    pub subject: Subjects,
    /// What it is held against; empty where there is nothing, or where the
    /// kind's default applies.
    pub object: Subjects,
    /// What is counted.
    pub metric: MetricId,
    /// Which series count, where the text says so.
    pub scope: Option<ScopeId>,
    /// When; `None` where the text leaves it open.
    pub period: Option<Period>,
    /// Is all of it denied?
    pub negated: bool,
    /// What is said of the subject.
    pub predicate: Predicate,
}

/// The kinds of assertion.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Predicate {
    /// An amount.
    Level(Level),
    /// An amount against an earlier one.
    Change(Change),
    /// An amount against another's.
    Compare(Compare),
    /// A part of a whole.
    Share(Share),
    /// A place in the order.
    Rank(Rank),
    /// Places of the top n.
    Top(Top),
    /// The highest or lowest.
    Record(Record),
    /// Weeks running.
    Streak(Streak),
    /// Never before.
    First(First),
}

impl Predicate {
    /// The names of all kinds, in the order of the design.
    pub const KINDS: [&'static str; 9] =
        ["level", "change", "compare", "share", "rank", "top", "record", "streak", "first"];

    /// The name of the kind in the JSON of section 9.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Level(_) => "level",
            Self::Change(_) => "change",
            Self::Compare(_) => "compare",
            Self::Share(_) => "share",
            Self::Rank(_) => "rank",
            Self::Top(_) => "top",
            Self::Record(_) => "record",
            Self::Streak(_) => "streak",
            Self::First(_) => "first",
        }
    }

    /// The quantity it states, if its kind states one.
    #[must_use]
    pub const fn value(&self) -> Option<&Quantity> {
        match self {
            Self::Level(level) => Some(&level.value),
            Self::Change(change) => Some(&change.value),
            Self::Compare(compare) => Some(&compare.value),
            Self::Share(share) => Some(&share.value),
            Self::Rank(rank) => Some(&rank.value),
            Self::Top(top) => Some(&top.value),
            Self::Record(_) | Self::Streak(_) | Self::First(_) => None,
        }
    }

    /// The period that it is held against, where it names one.
    #[must_use]
    pub const fn base(&self) -> Option<Period> {
        match self {
            Self::Change(change) => change.base,
            Self::Compare(compare) => compare.base,
            Self::Rank(rank) => rank.base,
            Self::Record(record) => record.base,
            Self::First(first) => first.base,
            Self::Level(_) | Self::Share(_) | Self::Top(_) | Self::Streak(_) => None,
        }
    }

    /// The assertion inside a streak or a first.
    #[must_use]
    pub fn inner(&self) -> Option<&Assertion> {
        match self {
            Self::Streak(streak) => Some(&streak.of),
            Self::First(first) => Some(&first.of),
            Self::Level(_) | Self::Change(_) | Self::Compare(_) | Self::Share(_) => None,
            Self::Rank(_) | Self::Top(_) | Self::Record(_) => None,
        }
    }
}

impl Assertion {
    /// The same assertion about another period; what is inside a streak or a
    /// first, and bases, move by the same number of days.
    #[must_use]
    pub fn moved_to(&self, period: Option<Period>) -> Self {
        let shift = |base: &mut Option<Period>| {
            if let (Some(old), Some(new), Some(b)) = (self.period, period, base.as_mut()) {
                let days = crate::time::days_between(old.start, new.start);
                *b = moved(*b, days);
            }
        };
        let mut copy = self.clone();
        match &mut copy.predicate {
            Predicate::Change(change) => shift(&mut change.base),
            Predicate::Compare(compare) => shift(&mut compare.base),
            Predicate::Rank(rank) => shift(&mut rank.base),
            Predicate::Streak(streak) => *streak.of = streak.of.moved_to(period),
            Predicate::First(first) => *first.of = first.of.moved_to(period),
            Predicate::Level(_) | Predicate::Share(_) | Predicate::Top(_) => {}
            Predicate::Record(_) => {}
        }
        copy.period = period;
        copy
    }
}

fn moved(period: Period, days: i64) -> Period {
    use jiff::ToSpan;
    let days = days.clamp(-3_000_000, 3_000_000).days();
    Period { start: period.start.saturating_add(days), end: period.end.saturating_add(days) }
}
