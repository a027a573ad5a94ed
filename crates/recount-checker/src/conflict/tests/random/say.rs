//! Random statements of every kind, and the assertion of each.

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

    const fn within(low: i64, high: i64) -> Self {
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
            Self::Streak { of, weeks, ordinal } => streak(of.assertion(), *weeks, *ordinal),
            Self::Points { who, week: at, ends } => {
                let ten = |end: Option<i64>| end.map(|end| end * 10);
                let ends = Ends { low: ten(ends.low), high: ten(ends.high), open: ends.open };
                let change = Change { base: Some(week(*at - 1)), value: ends.quantity(Unit::Point, 1) };
                say(&one(who), &[TOTAL], week(*at), Predicate::Change(change))
            }
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
            Self::Not(of) => denied(of.assertion()),
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

impl Dice {
    fn upto(&mut self, most: i64) -> i64 {
        i64::try_from(self.roll(most.unsigned_abs() + 1)).unwrap()
    }

    fn one_in(&mut self, sides: u64) -> bool {
        self.roll(sides) == 0
    }

    fn who(&mut self) -> Who {
        self.pick(&[
            Who::Alder,
            Who::Alder,
            Who::Birch,
            Who::Birch,
            Who::Cedar,
            Who::Cedar,
            Who::North,
            Who::South,
            Who::Total,
        ])
    }

    fn pair(&mut self) -> (Who, Who) {
        use Who::{Alder, Birch, Cedar, North, South};
        let pair = self.pick(&[
            (Alder, Birch),
            (Alder, Cedar),
            (Birch, Cedar),
            (Alder, Birch),
            (Alder, South),
            (North, South),
            (Cedar, North),
        ]);
        if self.one_in(2) { pair } else { (pair.1, pair.0) }
    }

    fn ends(&mut self, most: i64) -> Ends {
        let low = self.upto(most);
        match self.roll(6) {
            0 => Ends { low: Some(low), high: None, open: true },
            1 => Ends { low: None, high: Some(low + 1), open: true },
            2 => Ends { low: None, high: Some(low), open: false },
            3 => Ends::within(low, low),
            _ => Ends::within(low, low + 1),
        }
    }

    fn against(&mut self) -> Against {
        let ends = |low: i64, wide: i64| Ends::within(low, low + wide);
        match self.roll(8) {
            0..=2 => Against::Amount(Ends::MORE),
            3 => Against::Amount(Ends::LESS),
            4 => Against::Amount(ends(1 + self.upto(3), 0)),
            5 => Against::Factor(ends(self.pick(&[5, 20, 30, 15]), self.pick(&[0, 1]))),
            6 => Against::Percent(ends(self.pick(&[-5, -2, 1, 2, 3]), self.pick(&[0, 1]))),
            _ => Against::Factor(Ends { low: Some(20), high: None, open: true }),
        }
    }

    fn inner(&mut self, week: i64, ranked: Ranked) -> Say {
        if ranked == Ranked::Counted {
            let by = Against::Amount(Ends::MORE);
            let ends = Ends { low: Some(3), high: None, open: true };
            return match self.roll(3) {
                0 => Say::Compare { who: Who::Alder, other: Who::Birch, week, by, event: false },
                1 => Say::Change { who: Who::Birch, week, base: week - 1, by },
                _ => Say::Level { of: vec![Who::Alder], week, ends },
            };
        }
        let direction = self.pick(&[Ends::MORE, Ends::MORE, Ends::LESS]);
        match self.roll(6) {
            0 | 1 => {
                let (who, other) = self.pair();
                Say::Compare { who, other, week, by: Against::Amount(Ends::MORE), event: false }
            }
            2 | 3 => {
                let by = Against::Amount(direction);
                Say::Change { who: self.who(), week, base: week - 1, by }
            }
            4 if ranked == Ranked::All => {
                let who = self.pick(&THINGS);
                Say::Rank { who, among: None, week, low: 1, high: 1, moved: None }
            }
            _ => {
                let ends = Ends { low: Some(self.upto(5)), high: None, open: true };
                Say::Level { of: vec![self.who()], week, ends }
            }
        }
    }

    fn rank(&mut self, week: i64, ranked: Ranked) -> Say {
        if ranked == Ranked::North {
            let who = self.pick(&[Who::Alder, Who::Birch]);
            let place = self.pick(&[1, 2, 2, 3]);
            return Say::Rank { who, among: Some(Who::North), week, low: place, high: place, moved: None };
        }
        if self.one_in(6) {
            let who = self.pick(&[Who::Alder, Who::Birch, Who::North, Who::South]);
            let (top, low) = (Some(self.pick(&[2, 3])), self.upto(9));
            let ends = Ends::within(low, low + self.pick(&[0, 1]));
            return Say::Share { who, whole: Who::Total, top, week, ends };
        }
        if self.one_in(4) {
            let top = self.pick(&[2, 3]);
            let count = u32::try_from(self.upto(i64::from(top))).unwrap();
            return Say::Top { who: self.pick(&[Who::North, Who::South]), week, top, count };
        }
        let who = self.pick(&THINGS);
        let place = self.pick(&[1, 2, 2, 3]);
        let moved = self.one_in(5).then(|| self.pick(Movement::ALL));
        let several = matches!(moved, Some(Movement::Entered | Movement::Left)) || self.one_in(5);
        let moved = if several { moved.filter(|m| *m >= Movement::Entered) } else { moved };
        Say::Rank { who, among: None, week, low: if several { 1 } else { place }, high: place, moved }
    }

    /// A run of about so many weeks.
    fn range(&mut self, week: i64) -> Say {
        let of = Box::new(self.inner(week, Ranked::Nothing));
        let low = u32::try_from(1 + self.upto(1)).unwrap();
        let high = self.one_in(2).then_some(low + 1);
        Say::Range { of, low, high, ordinal: high.is_some() && self.one_in(2) }
    }

    /// Of shares of everything.
    fn of_shares(&mut self, week: i64) -> Say {
        let who = self.pick(&[Who::Alder, Who::Birch, Who::Cedar, Who::North, Who::South]);
        let (part, other) = self.pair();
        let low = self.upto(8);
        let wide = self.pick(&[0, 1]);
        match self.roll(8) {
            0..=2 => {
                let low = self.pick(&[-3, -1, 1, 2, 3]);
                Say::Points { who, week, ends: Ends::within(low, low + wide) }
            }
            3 | 4 => {
                Say::Share { who, whole: Who::Total, top: None, week, ends: Ends::within(low, low + wide) }
            }
            5 => {
                let by =
                    self.pick(&[Against::Factor(Ends::within(20, 30)), Against::Percent(Ends::within(2, 3))]);
                Say::Compare { who: part, other, week, by, event: false }
            }
            kind => {
                let by = Against::Amount(Ends::MORE);
                let of = Say::Compare { who: part, other, week, by, event: false };
                match kind {
                    6 => Say::Streak { of: Box::new(of), weeks: 2, ordinal: self.one_in(3) },
                    _ => of,
                }
            }
        }
    }

    /// Any statement.
    pub(super) fn say(&mut self, ranked: Ranked) -> Say {
        let week = 2 + self.upto(1);
        if ranked == Ranked::Shares {
            return self.of_shares(week);
        }
        if ranked == Ranked::Week {
            let place = self.rank(2, Ranked::All);
            let last = match &place {
                Say::Rank { moved: None, high, .. } => Some(*high),
                Say::Top { top, .. } | Say::Share { top: Some(top), .. } => Some(*top),
                _ => None,
            };
            return if last.is_none_or(|last| last > 2) || self.one_in(2) {
                self.say(Ranked::Nothing)
            } else {
                place
            };
        }
        let few = matches!(ranked, Ranked::Nothing | Ranked::Ranges);
        let plain = match self.roll(if few { 12 } else { 16 }) {
            0..=2 => {
                let of = match self.one_in(6) {
                    true => vec![Who::Alder, Who::Cedar],
                    false => vec![self.who()],
                };
                Say::Level { of, week, ends: self.ends(6) }
            }
            3 | 4 => {
                let base = if self.one_in(4) { week - 2 } else { week - 1 };
                Say::Change { who: self.who(), week, base, by: self.against() }
            }
            5 | 6 => {
                let (who, other) = self.pair();
                let event = self.one_in(5);
                let by = if event { Against::Amount(Ends::MORE) } else { self.against() };
                Say::Compare { who, other, week, by, event }
            }
            7 => {
                let who = self.pick(&[Who::Alder, Who::Birch, Who::Cedar, Who::North, Who::South]);
                let whole = if who.is_thing() && self.one_in(2) { who.side() } else { Who::Total };
                let low = self.upto(8);
                let wide = self.pick(&[0, 1]);
                Say::Share { who, whole, top: None, week, ends: Ends::within(low, low + wide) }
            }
            8 => {
                let since = self.one_in(3).then_some(week - 2);
                return Say::Record { who: self.who(), week, since, lowest: self.one_in(3) };
            }
            9 | 10 if ranked == Ranked::Ranges => self.range(week),
            9 | 10 => {
                let weeks = u32::try_from(1 + self.upto(2)).unwrap();
                let of = Box::new(self.inner(week, ranked));
                return Say::Streak { of, weeks, ordinal: self.one_in(2) };
            }
            11 => {
                let within = if ranked == Ranked::Counted { ranked } else { Ranked::Nothing };
                let of = Box::new(self.inner(week, within));
                let (weeks, since) = match self.roll(3) {
                    0 => (None, None),
                    1 => (Some(self.pick(&[2, 3])), None),
                    _ => (None, Some(week - 2)),
                };
                return Say::First { of, weeks, since };
            }
            _ if ranked == Ranked::Counted => {
                let weeks = self.pick(&[1, 2, 2, 3]);
                let of = Box::new(self.inner(week, ranked));
                return Say::InAll { of, weeks, ordinal: !self.one_in(4) };
            }
            _ => self.rank(week, ranked),
        };
        let event = matches!(&plain, Say::Compare { event: true, .. } | Say::Rank { moved: Some(_), .. });
        match !event && self.one_in(8) {
            true => Say::Not(Box::new(plain)),
            false => plain,
        }
    }
}
