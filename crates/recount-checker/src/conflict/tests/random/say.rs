//! Statements of every kind, and the assertion of each.

use super::*;

/// Of whom statements speak: three things, their two groups, and everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    Alder,
    Birch,
    Cedar,
    North,
    South,
    Total,
}

pub(super) const THINGS: [Who; 3] = [Who::Alder, Who::Birch, Who::Cedar];

impl Who {
    pub(super) const fn subject(self) -> Subject {
        match self {
            Self::Alder => ALDER,
            Self::Birch => BIRCH,
            Self::Cedar => CEDAR,
            Self::North => NORTH,
            Self::South => SOUTH,
            Self::Total => TOTAL,
        }
    }

    pub(super) const fn side(self) -> Self {
        match self {
            Self::Alder | Self::Birch | Self::North => Self::North,
            Self::Cedar | Self::South => Self::South,
            Self::Total => Self::Total,
        }
    }

    pub(super) fn is_thing(self) -> bool {
        THINGS.contains(&self)
    }
}

/// Ends in whole numbers; of factors and percentages in tenths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ends {
    pub(super) low: Option<i64>,
    pub(super) high: Option<i64>,
    pub(super) open: bool,
}

impl Ends {
    pub(super) const MORE: Self = Self { low: Some(0), high: None, open: true };
    pub(super) const LESS: Self = Self { low: None, high: Some(0), open: true };

    pub(super) const fn within(low: i64, high: i64) -> Self {
        Self { low: Some(low), high: Some(high), open: false }
    }

    fn quantity(self, unit: Unit, parts: u128) -> Quantity {
        if self == Self::MORE || self == Self::LESS {
            let unit = if unit == Unit::Ratio { Unit::Own } else { unit };
            return Quantity::direction(self == Self::LESS, unit);
        }
        let end =
            |value: i64| recount_model::Bound { value: Number::ratio(value.into(), parts), open: self.open };
        let within = Interval { low: self.low.map(end), high: self.high.map(end) };
        Quantity::bare(Figure::Within(within), unit)
    }
}

/// One quantity against another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Against {
    /// The difference.
    Amount(Ends),
    /// The quotient in tenths.
    Factor(Ends),
    /// The difference in tenths of the second.
    Percent(Ends),
}

impl Against {
    fn quantity(self, direction: Unit) -> Quantity {
        match self {
            Self::Amount(ends) if ends == Ends::MORE || ends == Ends::LESS => ends.quantity(direction, 1),
            Self::Amount(ends) => ends.quantity(Unit::Own, 1),
            Self::Factor(ends) => ends.quantity(Unit::Ratio, 10),
            Self::Percent(ends) => {
                let ten = |end: Option<i64>| end.map(|end| end * 10);
                let ends = Ends { low: ten(ends.low), high: ten(ends.high), open: ends.open };
                ends.quantity(Unit::Percent, 1)
            }
        }
    }
}

/// A statement; weeks are counted from the first of the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Say {
    Level {
        of: Vec<Who>,
        week: i64,
        ends: Ends,
    },
    Change {
        who: Who,
        week: i64,
        base: i64,
        by: Against,
    },
    Compare {
        who: Who,
        other: Who,
        week: i64,
        by: Against,
        event: bool,
    },
    Share {
        who: Who,
        whole: Who,
        top: Option<u32>,
        week: i64,
        ends: Ends,
    },
    Rank {
        who: Who,
        among: Option<Who>,
        week: i64,
        low: u32,
        high: u32,
        moved: Option<Movement>,
    },
    Top {
        who: Who,
        week: i64,
        top: u32,
        count: u32,
    },
    Record {
        who: Who,
        week: i64,
        since: Option<i64>,
        lowest: bool,
    },
    Streak {
        of: Box<Say>,
        weeks: u32,
        ordinal: bool,
    },
    /// For so many weeks running, or up to so many.
    Range {
        of: Box<Say>,
        low: u32,
        high: Option<u32>,
        ordinal: bool,
    },
    /// A share of everything, against that of the week before; ends in tenths.
    Points {
        who: Who,
        week: i64,
        ends: Ends,
    },
    InAll {
        of: Box<Say>,
        weeks: u32,
        ordinal: bool,
    },
    First {
        of: Box<Say>,
        weeks: Option<u32>,
        since: Option<i64>,
    },
    Not(Box<Say>),
}

impl Say {
    pub(super) fn week(&self) -> i64 {
        match self {
            Self::Level { week, .. } | Self::Change { week, .. } | Self::Compare { week, .. } => *week,
            Self::Share { week, .. } | Self::Rank { week, .. } | Self::Top { week, .. } => *week,
            Self::Record { week, .. } | Self::Points { week, .. } => *week,
            Self::Range { of, .. } => of.week(),
            Self::Streak { of, .. } | Self::InAll { of, .. } => of.week(),
            Self::First { of, .. } | Self::Not(of) => of.week(),
        }
    }

    /// The same so many weeks earlier.
    pub(super) fn back(&self, by: i64) -> Self {
        let mut moved = self.clone();
        match &mut moved {
            Self::Level { week, .. } | Self::Compare { week, .. } | Self::Share { week, .. } => *week -= by,
            Self::Rank { week, .. } | Self::Top { week, .. } | Self::Record { week, .. } => *week -= by,
            Self::Points { week, .. } => *week -= by,
            Self::Range { of, .. } => **of = of.back(by),
            Self::Change { week, base, .. } => {
                *week -= by;
                *base -= by;
            }
            Self::Streak { of, .. } | Self::InAll { of, .. } => **of = of.back(by),
            Self::First { of, .. } | Self::Not(of) => **of = of.back(by),
        }
        moved
    }

    pub(super) fn assertion(&self) -> Assertion {
        let one = |who: &Who| [who.subject()];
        match self {
            Self::Level { of, week: at, ends } => {
                let subjects: Vec<Subject> = of.iter().map(|who| who.subject()).collect();
                say(&subjects, &[], week(*at), Predicate::Level(Level { value: ends.quantity(Unit::Own, 1) }))
            }
            Self::Change { who, week: at, base, by } => {
                let value = by.quantity(Unit::Percent);
                let change = Change { base: Some(week(*base)), value };
                say(&one(who), &[], week(*at), Predicate::Change(change))
            }
            Self::Compare { who, other, week: at, by, event } => {
                let base = event.then(|| week(*at - 1));
                let compare = Compare { base, value: by.quantity(Unit::Own) };
                say(&one(who), &one(other), week(*at), Predicate::Compare(compare))
            }
            Self::Share { who, whole, top, week: at, ends } => {
                let ten = |end: Option<i64>| end.map(|end| end * 10);
                let ends = Ends { low: ten(ends.low), high: ten(ends.high), open: ends.open };
                let value = ends.quantity(Unit::Percent, 1);
                let share = Predicate::Share(Share { top: *top, value });
                say(&one(who), &one(whole), week(*at), share)
            }
            Self::Rank { who, among, week: at, low, high, moved } => {
                let base = moved.map(|_| week(*at - 1));
                let rank = Rank { base, movement: *moved, value: Quantity::places(*low, *high) };
                let among: Vec<Subject> = among.iter().map(|group| group.subject()).collect();
                let said = say(&one(who), &among, week(*at), Predicate::Rank(rank));
                if *moved == Some(Movement::Left) { denied(said) } else { said }
            }
            Self::Top { who, week: at, top, count } => {
                super::super::top(who.subject(), week(*at), *top, *count)
            }
            Self::Record { who, week: at, since, lowest } => {
                let extreme = match lowest {
                    true => recount_model::Extreme::Lowest,
                    false => recount_model::Extreme::Highest,
                };
                let record = Record { base: since.map(week), extreme };
                say(&one(who), &[], week(*at), Predicate::Record(record))
            }
            Self::Points { who, week: at, ends } => {
                let ten = |end: Option<i64>| end.map(|end| end * 10);
                let ends = Ends { low: ten(ends.low), high: ten(ends.high), open: ends.open };
                let change = Change { base: Some(week(*at - 1)), value: ends.quantity(Unit::Point, 1) };
                say(&one(who), &[TOTAL], week(*at), Predicate::Change(change))
            }
            Self::Streak { .. } | Self::Range { .. } | Self::InAll { .. } | Self::First { .. } => {
                self.of_weeks()
            }
            Self::Not(of) => denied(of.assertion()),
        }
    }

    /// A statement about more weeks than one of what is so in each.
    fn of_weeks(&self) -> Assertion {
        match self {
            Self::Streak { of, weeks, ordinal } => streak(of.assertion(), *weeks, *ordinal),
            Self::Range { of, low, high, ordinal } => {
                let mut streak = streak(of.assertion(), *low, *ordinal);
                if let Predicate::Streak(streak) = &mut streak.predicate {
                    streak.weeks = Weeks::Range { low: *low, high: *high };
                }
                streak
            }
            Self::First { of, weeks, since } => {
                let mut first = first(of.assertion(), *weeks);
                if let Predicate::First(first) = &mut first.predicate {
                    first.base = since.map(week);
                }
                first
            }
            Self::InAll { of, weeks, ordinal } => {
                let mut streak = streak(of.assertion(), *weeks, *ordinal);
                if let Predicate::Streak(streak) = &mut streak.predicate {
                    streak.cumulative = true;
                }
                streak
            }
            other => other.assertion(),
        }
    }
}

/// What the figures of one world are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    /// They add up and are never negative.
    Flow,
    /// They may be negative, so that a part may be more than the whole.
    Signed,
    /// They do not add up.
    Stock,
    /// They add up, and groups count the largest only.
    Chart,
    /// They add up, and no amount is told: of each week everything is ten.
    Parts,
}

/// What the statements of one world are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ranked {
    Nothing,
    /// Places among all, and counts of the top.
    All,
    /// Places among the members of a group.
    North,
    /// No places; of a few things how often they were so.
    Counted,
    /// No places; runs of about so many weeks.
    Ranges,
    /// Places of one week.
    Week,
    /// No amounts, but shares and how they changed.
    Shares,
}
