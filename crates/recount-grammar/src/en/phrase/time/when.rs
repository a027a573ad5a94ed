//! What a time says.

use jiff::civil::Weekday;
use recount_model::Hedge;

use crate::en::phrase::quantity::TimeUnit;

/// A time as a text gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// What the time is for.
    pub role: Role,
    /// When.
    pub when: When,
}

/// What a time is for, by its preposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// When it was: `in June`, `last week`, `during the week of June 22`.
    At,
    /// What it is held against: `from the previous week`, `week-on-week`.
    Base,
    /// `since late February`.
    Since,
    /// `through June 28`.
    Until,
    /// `as of June 28`, `by the end of June`.
    AsOf,
    /// `in three weeks`, `over the past nine months`: always a [`When::Back`].
    Within,
}

/// When, as it is said; [`When::resolve`] gives the days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// `June 22, 2026`.
    Day(Day),
    /// `June 22–28`: both ends belong to it.
    Days {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
    },
    /// `Monday`; `shift` is -1 for "last Monday", 1 for "next Monday".
    Weekday {
        /// Which day.
        day: Weekday,
        /// Weeks from the most recent one.
        shift: i8,
    },
    /// `yesterday` is -1.
    DaysAway(i8),
    /// `the week of June 24`: the week that holds the day.
    WeekHolding(Day),
    /// `the week beginning June 22`.
    WeekFrom(Box<When>),
    /// `the week ended June 28`, `the seven days to Sunday`.
    WeekTo(Box<When>),
    /// `week 26 of 2026`: from its Monday.
    IsoWeek {
        /// From 1 to 53.
        week: i8,
        /// Of which year.
        year: YearRef,
    },
    /// `last week` (-1), `this month` (0), `next year` (1): from publication.
    Unit {
        /// What is counted.
        unit: TimeUnit,
        /// How many units from the one that holds the day of publication.
        shift: i8,
    },
    /// `the past week`, `the last seven days`: the week before the day of
    /// publication, or the seven days up to that day.
    PastWeek,
    /// `the previous week`: before the one that the text is about.
    Previous(TimeUnit),
    /// `the same period`, `that week`.
    Same,
    /// `back then`, `at that time`: the earlier one that was told last.
    Then,
    /// `the same week of 2025`.
    SameIn(YearRef),
    /// `two weeks earlier`, `a year ago`, `week-on-week`; a length, in
    /// [`Role::Within`].
    Back {
        /// How many; the nominal one where it is hedged.
        count: u32,
        /// Of what.
        unit: TimeUnit,
        /// The words around the count.
        hedge: Hedge,
    },
    /// `the following week`, `two weeks later`.
    Forward {
        /// How many.
        count: u32,
        /// Of what.
        unit: TimeUnit,
    },
    /// `two days after November 1`, `a week before June 22`.
    Offset {
        /// How many.
        count: u32,
        /// Of what.
        unit: TimeUnit,
        /// Before it? Else after it.
        before: bool,
        /// The other time; its length is kept.
        of: Box<When>,
    },
    /// A month, quarter, half or year of the calendar.
    Block {
        /// Which of its year.
        block: Block,
        /// Of which year.
        year: YearRef,
    },
    /// `late June`, `the end of last month`.
    Part {
        /// Which part.
        part: Part,
        /// Of what.
        of: Box<When>,
    },
    /// `the first week of June`, `the last full week of June`.
    NthWeek {
        /// From 1; -1 is the last.
        nth: i8,
        /// Must all of it lie inside?
        full: bool,
        /// Of what.
        of: Box<When>,
    },
    /// `the first three months of 2026`, `the last ten days of June`.
    Edge {
        /// At the start? Else at the end.
        first: bool,
        /// How many.
        count: u32,
        /// Of what unit.
        unit: TimeUnit,
        /// Of what.
        of: Box<When>,
    },
    /// `so far this month`, `year to date`.
    SoFar(TimeUnit),
    /// `an earlier period`: no one can tell which.
    Unnamed,
    /// `from January to March`, `between 2024 and 2025`, `from Monday to Friday`.
    Through(Box<When>, Box<When>),
    /// `the four weeks to June 28`, `the year to March 2026`.
    UnitsTo {
        /// How many.
        count: u32,
        /// Of what.
        unit: TimeUnit,
        /// Its last day is theirs.
        to: Box<When>,
    },
    /// `the two weeks beginning June 15`.
    UnitsFrom {
        /// How many.
        count: u32,
        /// Of what.
        unit: TimeUnit,
        /// Its first day is theirs.
        from: Box<When>,
    },
    /// `Monday of last week`.
    DayOf {
        /// Which day.
        day: Weekday,
        /// Of which week.
        of: Box<When>,
    },
    /// `the 4th to the 22nd of this month`, `the 20th of next month`.
    DaysIn {
        /// The first day of the month.
        first: i8,
        /// The last.
        last: i8,
        /// Of which month.
        of: Box<When>,
    },
    /// `the first Friday of July`.
    NthWeekday {
        /// From 1; -1 is the last.
        nth: i8,
        /// Which day.
        day: Weekday,
        /// Of what.
        of: Box<When>,
    },
    /// `this weekend` (0), `next weekend` (1): from publication; `None` for the
    /// most recent one.
    Weekend(Option<i8>),
    /// `the previous weekend`: before the one that is spoken of.
    WeekendBefore,
    /// `the weekend of June 20`: the Saturday and Sunday at the day, or a Friday before them.
    WeekendHolding(Day),
    /// `the next four days`: from the day after publication.
    Ahead {
        /// How many.
        count: u32,
        /// Of what.
        unit: TimeUnit,
    },
    /// `the rest of the week`: from publication on.
    Rest(TimeUnit),
    /// `later this month`: after publication.
    Later(TimeUnit),
    /// `a month and 21 days ago`: from the day of publication.
    Ago {
        /// How many months.
        months: u32,
        /// How many days before that.
        days: u32,
        /// Were they told in weeks, so that a week is meant?
        weeks: bool,
    },
    /// `the 1990s`: by its first year.
    Decade(i16),
    /// `summer 2025`, `last winter`.
    Season {
        /// The month that it begins in.
        first_month: i8,
        /// The year that it begins in.
        year: YearRef,
    },
}

/// A day of the calendar, as far as it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Day {
    /// The year.
    pub year: YearRef,
    /// The month, 1 to 12; `None` for "the 22nd".
    pub month: Option<i8>,
    /// The day of the month, 1 to 31.
    pub day: i8,
    /// The weekday, where it is said as well.
    pub weekday: Option<Weekday>,
}

/// A year, as far as it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearRef {
    /// `2026`.
    Given(i16),
    /// `last year` is -1, `this year` 0.
    Relative(i8),
    /// That of `next June`: the first one that is still to come.
    Next,
    /// That of `last June`: the latest one that was over before this month.
    Last,
    /// The text does not say.
    Missing,
}

/// A block of the calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// 1 to 12.
    Month(i8),
    /// 1 to 4.
    Quarter(i8),
    /// 1 or 2.
    Half(i8),
    /// The whole year.
    Year,
}

impl Block {
    /// The month in which it begins, from 1; `None` where no year has it.
    pub(super) fn first_month(self) -> Option<i8> {
        match self {
            Self::Month(month) => Some(month),
            Self::Quarter(quarter) => quarter.checked_mul(3)?.checked_sub(2),
            Self::Half(half) => half.checked_mul(6)?.checked_sub(5),
            Self::Year => Some(1),
        }
    }

    /// How many months it has.
    pub(super) const fn months(self) -> i64 {
        match self {
            Self::Month(_) => 1,
            Self::Quarter(_) => 3,
            Self::Half(_) => 6,
            Self::Year => 12,
        }
    }
}

/// A part of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Its first half: "early"; of a month to the 15th, of a week to
    /// Wednesday.
    Early,
    /// Its middle: "mid"; of a month the 10th to the 20th, of a year April to
    /// September.
    Mid,
    /// Its second half: "late".
    Late,
    /// Its first day.
    Start,
    /// Its last day.
    End,
    /// Its first half.
    FirstHalf,
    /// Its second half.
    SecondHalf,
}

impl When {
    /// Is it a week, or days in a row, that the calendar names: `the week of June 1`, `June 1–7`?
    #[must_use]
    pub const fn is_dated_week(&self) -> bool {
        matches!(
            self,
            Self::WeekHolding(_)
                | Self::WeekFrom(_)
                | Self::WeekTo(_)
                | Self::IsoWeek { .. }
                | Self::NthWeek { .. }
                | Self::Days { .. }
        )
    }

    /// One step back: "week-on-week" is one week.
    #[must_use]
    pub const fn back(count: u32, unit: TimeUnit) -> Self {
        Self::Back { count, unit, hedge: Hedge::Bare }
    }

    /// `last year`, `the previous year`: as `a year before`, told from the time that is spoken of.
    #[must_use]
    pub const fn in_the_year_before(&self) -> Option<Self> {
        match self {
            Self::Unit { unit: TimeUnit::Year, shift: -1 } | Self::Previous(TimeUnit::Year) => {
                Some(Self::back(1, TimeUnit::Year))
            }
            _ => None,
        }
    }

    /// Is it told from the day of publication: `last week`, `the past seven days`?
    #[must_use]
    pub const fn is_deictic(&self) -> bool {
        matches!(self, Self::Unit { .. } | Self::PastWeek)
    }

    /// How many whole weeks back it is, where it says nothing else.
    #[must_use]
    pub const fn weeks_back(&self) -> Option<i8> {
        match self {
            Self::Back { count, unit: TimeUnit::Week, hedge: Hedge::Bare } if *count <= 100 => {
                Some(*count as i8)
            }
            _ => None,
        }
    }

    /// So many weeks before the one that holds the day of publication.
    #[must_use]
    pub const fn weeks_before_publication(weeks: i8) -> Self {
        Self::Unit { unit: TimeUnit::Week, shift: -weeks }
    }

    /// Is it told from the day of publication and longer back than last week?
    #[must_use]
    pub const fn is_long_ago(&self) -> bool {
        matches!(self, Self::Unit { shift, .. } if *shift < -1)
    }

    /// "A year ago": told from now.
    #[must_use]
    pub const fn is_back(&self) -> bool {
        matches!(self, Self::Back { .. } | Self::Ago { .. })
    }

    /// Is it what comes after publication, whatever its first day?
    #[must_use]
    pub const fn is_to_come(&self) -> bool {
        matches!(self, Self::Ahead { .. } | Self::Rest(_) | Self::Later(_))
    }

    /// How many weeks later it is than one that was told before: "two weeks later".
    #[must_use]
    pub const fn weeks_later(&self) -> Option<u32> {
        match self {
            Self::Forward { count, unit: TimeUnit::Week } => Some(*count),
            Self::Forward { count, unit: TimeUnit::Day } if *count > 0 && *count % 7 == 0 => Some(*count / 7),
            _ => None,
        }
    }

    /// Is it told from an earlier time, "two weeks later"?
    #[must_use]
    pub const fn is_later(&self) -> bool {
        matches!(self, Self::Forward { .. })
    }
}
