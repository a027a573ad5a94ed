//! Random statements of every kind.

use super::say::{Against, Ends, Ranked, Say, THINGS, Who};
use super::*;

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

    fn first(&mut self, week: i64, ranked: Ranked) -> Say {
        let within = if ranked == Ranked::Counted { ranked } else { Ranked::Nothing };
        let of = Box::new(self.inner(week, within));
        let (weeks, since) = match self.roll(3) {
            0 => (None, None),
            1 => (Some(self.pick(&[2, 3])), None),
            _ => (None, Some(week - 2)),
        };
        Say::First { of, weeks, since }
    }

    /// Any statement of places of one week, or of none.
    fn of_week(&mut self) -> Say {
        let place = self.rank(2, Ranked::All);
        let last = match &place {
            Say::Rank { moved: None, high, .. } => Some(*high),
            Say::Top { top, .. } | Say::Share { top: Some(top), .. } => Some(*top),
            _ => None,
        };
        match last.is_none_or(|last| last > 2) || self.one_in(2) {
            true => self.say(Ranked::Nothing),
            false => place,
        }
    }

    /// Any statement.
    pub(super) fn say(&mut self, ranked: Ranked) -> Say {
        let week = 2 + self.upto(1);
        if ranked == Ranked::Shares {
            return self.of_shares(week);
        }
        if ranked == Ranked::Week {
            return self.of_week();
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
            11 => return self.first(week, ranked),
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
