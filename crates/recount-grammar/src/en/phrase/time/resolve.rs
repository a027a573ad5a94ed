//! From what is said to days: missing years, weeks around a day, and what
//! "last week" means.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};
use recount_model::Period;
use recount_model::time::days_between;

use super::ahead::in_units;
use super::calendar::{
    ahead, before, behind, edge, ending, in_months, months_in, nth_week, part_of, season, stepped,
    unit_holding, weekday_in, weeks_in_months,
};
use super::{Block, Day, Role, Time, TimeUnit, When, YearRef};

/// What a time is relative to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeContext {
    /// When the text appeared, where that is known.
    pub published: Option<Date>,
    /// The last day of the data, or today: only for missing years, and only
    /// where nothing else is known.
    pub reference: Date,
    /// The first day of a week.
    pub week_starts: Weekday,
    /// The period that the text is about so far.
    pub current: Option<Period>,
}

/// The days of a time, and what was assumed to find them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The days.
    pub period: Period,
    /// Was the year not given?
    pub assumed_year: bool,
    /// Does it follow from the date of publication?
    pub from_publication: bool,
    /// Does it follow from the period that the text is about?
    pub relative_to_current: bool,
}

impl When {
    /// The days that are meant; `None` where they cannot be placed: "last week"
    /// without a date of publication, 30 February.
    ///
    /// A missing year is that of the most recent such date that is not more
    /// than a week after publication; without a date of publication, of the
    /// one nearest to the current period; without either, of the most recent
    /// week on the right weekdays up to the reference date, else of the most
    /// recent date. Weeks with both ends keep them, whatever their weekdays.
    #[must_use]
    pub fn resolve(&self, context: &TimeContext) -> Option<Resolved> {
        let mut resolver = Resolver { context, year: false, publication: false, current: false };
        let period = resolver.period(self)?;
        Some(Resolved {
            period,
            assumed_year: resolver.year,
            from_publication: resolver.publication,
            relative_to_current: resolver.current,
        })
    }
}

impl Time {
    /// The days that a reader of the words alone would take them for: a length
    /// of time stands for the days up to publication ("over the past three
    /// weeks").
    #[must_use]
    pub fn shown(&self, context: &TimeContext) -> Option<Period> {
        match (self.role, &self.when, context.published) {
            (Role::Within, When::Back { count, unit, .. }, Some(published)) => {
                behind(published, *count, *unit, context.week_starts)
            }
            _ => self.when.resolve(context).map(|found| found.period),
        }
    }

    /// As [`Self::shown`], where a length of time is still to come: "in three
    /// weeks", or, with `within`, "within three weeks".
    #[must_use]
    pub fn shown_ahead(&self, context: &TimeContext, within: bool) -> Option<Period> {
        let (count, unit, published) = match (self.role, &self.when, context.published) {
            (Role::Within, When::Back { count, unit, .. }, Some(published)) => (count, unit, published),
            (_, When::Ahead { count, unit }, Some(published)) if within => (count, unit, published),
            _ => return self.shown(context),
        };
        if within {
            let days = ahead(published, *count, *unit)?;
            return Period::new(published, days.end.checked_sub(1.day()).ok()?);
        }
        let when = in_units(i8::try_from(*count).ok()?, *unit);
        when.resolve(context).map(|found| found.period)
    }
}

struct Resolver<'c> {
    context: &'c TimeContext,
    year: bool,
    publication: bool,
    current: bool,
}

impl Resolver<'_> {
    fn period(&mut self, when: &When) -> Option<Period> {
        match when {
            When::Day(day) => self.day(*day).map(Period::day),
            When::Days { from, to } => self.days(*from, *to),
            When::Weekday { day, shift } => self.weekday(*day, *shift).map(Period::day),
            When::DaysAway(days) => {
                let published = self.published()?;
                published.checked_add(i64::from(*days).days()).ok().map(Period::day)
            }
            When::WeekHolding(day) => {
                let day = self.day(*day)?;
                Some(Period::week_of(day, self.context.week_starts))
            }
            When::WeekFrom(day) => {
                let start = self.period(day)?.start;
                Period::new(start, start.checked_add(6.days()).ok()?)
            }
            When::WeekTo(day) => {
                let end = self.period(day)?.end;
                Period::new(end.checked_sub(6.days()).ok()?, end)
            }
            When::IsoWeek { week, year } => self.iso_week(*week, *year),
            When::Unit { unit, shift } => self.unit(*unit, *shift),
            When::PastWeek => self.unit(TimeUnit::Week, -1),
            When::Previous(unit) => self.previous(*unit),
            When::Same => self.about(),
            When::SameIn(year) => self.same_in(*year),
            When::Back { count, unit, .. } => self.shifted(-i64::from(*count), *unit),
            When::Forward { count, unit } => self.shifted(i64::from(*count), *unit),
            When::Block { block, year } => self.block(*block, *year),
            When::Part { part, of } => part_of(self.period(of)?, *part),
            When::NthWeek { nth, full, of } => {
                let of = self.period(of)?;
                nth_week(of, *nth, *full, self.context.week_starts)
            }
            When::Edge { first, count, unit, of } => edge(self.period(of)?, *first, *count, *unit),
            When::SoFar(unit) => {
                let end = self.anchor()?;
                Period::new(unit_holding(end, *unit, self.context.week_starts).start, end)
            }
            When::Unnamed => None,
            When::Through(from, to) => self.through(from, to),
            other => self.further(other),
        }
    }

    /// Days of weeks and months, what is still to come, and decades.
    fn further(&mut self, when: &When) -> Option<Period> {
        match when {
            When::DayOf { day, of } => {
                let week = self.period(of).filter(|week| week.days() == 7)?;
                weekday_in(week, *day, 1).map(Period::day)
            }
            When::DaysIn { first, last, of } => {
                let month = self.period(of)?.start;
                let day = |day: i8| Date::new(month.year(), month.month(), day).ok();
                Period::new(day(*first)?, day(*last)?)
            }
            When::NthWeekday { nth, day, of } => {
                let of = self.period(of)?;
                weekday_in(of, *day, *nth).map(Period::day)
            }
            When::Offset { count, unit, before, of } => {
                let by = i64::from(*count);
                stepped(self.period(of)?, if *before { -by } else { by }, *unit)
            }
            When::UnitsFrom { count, unit, from } => {
                let before = self.period(from)?.start.checked_sub(1.day()).ok()?;
                ahead(before, *count, *unit)
            }
            When::UnitsTo { count, unit, to } => ending(self.period(to)?.end, *count, *unit),
            When::WeekendHolding(day) => {
                let day = self.day(*day)?;
                let start = match day.weekday() {
                    Weekday::Friday | Weekday::Saturday => day,
                    Weekday::Sunday => day.checked_sub(1.day()).ok()?,
                    _ => return None,
                };
                let ahead = i64::from(Weekday::Sunday.since(start.weekday()));
                Period::new(start, start.checked_add(ahead.days()).ok()?)
            }
            When::Weekend(shift) => self.weekend(*shift),
            When::WeekendBefore => self.weekend_before(),
            When::Ahead { count, unit } => ahead(self.published()?, *count, *unit),
            When::Rest(unit) => {
                let today = self.published()?;
                Period::new(today, unit_holding(today, *unit, self.context.week_starts).end)
            }
            When::Later(unit) => {
                let today = self.published()?;
                let end = unit_holding(today, *unit, self.context.week_starts).end;
                Period::new(today.checked_add(1.day()).ok()?, end)
            }
            When::Decade(year) => {
                let first = Date::new(*year, 1, 1).ok()?;
                Period::new(first, Date::new(year.checked_add(9)?, 12, 31).ok()?)
            }
            When::Ago { months, days, weeks } => {
                let day = self.published()?.checked_sub(i64::from(*months).months()).ok()?;
                let day = day.checked_sub(i64::from(*days).days()).ok()?;
                Some(if *weeks { Period::week_of(day, self.context.week_starts) } else { Period::day(day) })
            }
            When::Season { first_month, year } => self.season(*first_month, *year),
            _ => None,
        }
    }

    /// "Last summer" is that of last year until this one's is over; then it may be
    /// either, and lies in both and what is between.
    fn season(&mut self, first_month: i8, year: YearRef) -> Option<Period> {
        let of = |year: i16| season(year, first_month);
        if let YearRef::Given(year) = year {
            return of(year);
        }
        let today = self.published()?;
        let (this, before) = (of(today.year())?, of(today.year() - 1)?);
        let begun = if this.start <= today { this } else { before };
        match year {
            YearRef::Next if this.start > today => Some(this),
            YearRef::Next => of(today.year() + 1),
            YearRef::Relative(_) => Some(this).filter(|season| season.start <= today),
            YearRef::Last if first_month == 12 && before.end < today => Some(before),
            YearRef::Last if first_month == 12 => of(today.year() - 2),
            YearRef::Last if today <= this.end => Some(before),
            YearRef::Last => Period::new(before.start, this.end),
            _ => Some(begun),
        }
    }

    fn weekend(&mut self, shift: Option<i8>) -> Option<Period> {
        let published = self.published()?;
        let saturday = match shift {
            Some(shift) => {
                let monday = Period::week_of(published, Weekday::Monday).start;
                monday.checked_add((i64::from(shift) * 7 + 5).days()).ok()?
            }
            None => {
                let back = i64::from(published.weekday().since(Weekday::Saturday));
                published.checked_sub(back.days()).ok()?
            }
        };
        Period::new(saturday, saturday.checked_add(1.day()).ok()?)
    }

    fn weekend_before(&mut self) -> Option<Period> {
        let Some(spoken) = self.about().filter(|spoken| spoken.days() <= 7) else {
            return self.weekend(Some(-1));
        };
        let back = i64::from(spoken.end.weekday().since(Weekday::Saturday));
        let saturday = spoken.end.checked_sub((back + 7).days()).ok()?;
        Period::new(saturday, saturday.checked_add(1.day()).ok()?)
    }

    fn published(&mut self) -> Option<Date> {
        self.publication |= self.context.published.is_some();
        self.context.published
    }

    fn about(&mut self) -> Option<Period> {
        self.current |= self.context.current.is_some();
        self.context.current
    }

    /// The day of publication, else the last of the current period.
    fn anchor(&mut self) -> Option<Date> {
        self.published().or_else(|| self.about().map(|period| period.end))
    }

    fn weekday(&mut self, day: Weekday, shift: i8) -> Option<Date> {
        let published = self.published()?;
        let back = i64::from(published.weekday().since(day));
        // "Last Monday" on a Monday is a week ago, and so is "Monday" of a
        // text that appears on Tuesday one day ago.
        let weeks = if shift > 0 { 1 } else { i64::from(-i8::from(shift < 0 && back == 0)) };
        published.checked_add((weeks * 7 - back).days()).ok()
    }

    fn iso_week(&mut self, week: i8, year: YearRef) -> Option<Period> {
        let monday = |year: i16| Some(ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date());
        let start = match self.given(year)? {
            Some(year) => monday(year)?,
            None => self.guess(monday)?,
        };
        Some(Period::week(start))
    }

    /// The year that is meant; `Some(None)` where it is left open.
    fn given(&mut self, year: YearRef) -> Option<Option<i16>> {
        match year {
            YearRef::Given(year) => Some(Some(year)),
            YearRef::Relative(shift) => {
                let anchor = self.anchor()?;
                anchor.year().checked_add(i16::from(shift)).map(Some)
            }
            YearRef::Next | YearRef::Last | YearRef::Missing => Some(None),
        }
    }

    /// The first such date after publication.
    fn next(&mut self, date: impl Fn(i16) -> Option<Date>) -> Option<Date> {
        let published = self.published()?;
        let year = published.year();
        (year..=year + 8).filter_map(date).find(|found| *found > published)
    }

    /// The latest such date before the month of publication.
    fn last(&mut self, date: impl Fn(i16) -> Option<Date>) -> Option<Date> {
        let month = self.published()?.first_of_month();
        let year = month.year();
        (year - 8..=year).rev().filter_map(date).find(|found| *found < month)
    }

    /// The date of the year that is most likely meant.
    fn guess(&mut self, date: impl Fn(i16) -> Option<Date>) -> Option<Date> {
        self.year = true;
        // An open week is of no year.
        let current = self.context.current.filter(|current| !super::is_open(*current));
        if let (None, Some(current)) = (self.context.published, current) {
            let about = current.start.year();
            let candidates = (about - 4..=about + 4).filter_map(&date);
            return candidates.min_by_key(|found| (days_between(current.start, *found).abs(), *found));
        }
        let limit = self.limit();
        let year = limit.year();
        (year - 8..=year).rev().filter_map(date).find(|found| *found <= limit)
    }

    /// The last day that a date without a year can be.
    fn limit(&self) -> Date {
        match self.context.published {
            Some(published) => published.saturating_add(7.days()),
            None => self.context.reference,
        }
    }

    fn day(&mut self, day: Day) -> Option<Date> {
        let Some(month) = day.month else {
            return match day.weekday {
                Some(weekday) => self.weekday_of_month(weekday, day.day),
                None => self.day_of_month(day.day),
            };
        };
        if let Some(year) = self.given(day.year)? {
            return Date::new(year, month, day.day).ok();
        }
        let of = |year| Date::new(year, month, day.day).ok();
        if let (Some(weekday), None) = (day.weekday, self.context.current) {
            let fits = |year| of(year).filter(|date| date.weekday() == weekday);
            if let Some(found) = self.guess(fits) {
                return Some(found);
            }
        }
        self.guess(of)
    }

    /// `the 22nd`: the most recent one.
    fn day_of_month(&mut self, day: i8) -> Option<Date> {
        let anchor = self.anchor().unwrap_or(self.context.reference);
        let limit = anchor.saturating_add(7.days());
        let month = |back: i64| limit.checked_sub(back.months()).ok();
        let of = |date: Date| Date::new(date.year(), date.month(), day).ok();
        (0..4).filter_map(month).filter_map(of).find(|found| *found <= limit)
    }

    /// `Friday the 11th`: the nearest one, before publication where two are
    /// equally near.
    fn weekday_of_month(&mut self, weekday: Weekday, day: i8) -> Option<Date> {
        let anchor = self.anchor().unwrap_or(self.context.reference);
        let month = |by: i64| anchor.first_of_month().checked_add(by.months()).ok();
        let fits = |date: &Date| date.weekday() == weekday;
        let of = |date: Date| Date::new(date.year(), date.month(), day).ok().filter(fits);
        let found = (-14..=14).filter_map(month).filter_map(of);
        found.min_by_key(|found| (days_between(anchor, *found).abs(), *found))
    }

    fn days(&mut self, from: Day, to: Day) -> Option<Period> {
        let (start_year, end_year) = (self.given(from.year)?, self.given(to.year)?);
        let of = |day: Day, year: i16| Date::new(year, day.month?, day.day).ok();
        let period = match (start_year, end_year) {
            (Some(start), Some(end)) => Period::new(of(from, start)?, of(to, end)?),
            (Some(year), None) => {
                let start = of(from, year)?;
                let end = of(to, year).filter(|end| *end >= start);
                Period::new(start, end.or_else(|| of(to, year.checked_add(1)?))?)
            }
            (None, Some(year)) => before(of(to, year)?, |year| of(from, year)),
            (None, None) => self.days_without_year(from, to),
        };
        // "June 28–22" would otherwise be most of a year.
        period.filter(|period| period.days() <= 200 || start_year.is_some())
    }

    fn days_without_year(&mut self, from: Day, to: Day) -> Option<Period> {
        let of = |day: Day, year: i16| Date::new(year, day.month?, day.day).ok();
        let period = |year| before(of(to, year)?, |year| of(from, year));
        if self.context.published.is_none() && self.context.current.is_none_or(super::is_open) {
            let starts = self.context.week_starts;
            let week = |year| period(year).filter(|period| period.is_week(starts));
            if let Some(end) = self.guess(|year| week(year).map(|period| period.end)) {
                return week(end.year());
            }
        }
        let end = self.guess(|year| of(to, year))?;
        period(end.year())
    }

    fn unit(&mut self, unit: TimeUnit, shift: i8) -> Option<Period> {
        let starts = self.context.week_starts;
        let day = match self.published() {
            Some(published) => published,
            // Without a date of publication, "last week" may be the week that
            // the text is about, or the one before.
            None if unit == TimeUnit::Week && shift != 0 => return None,
            None => self.about()?.end,
        };
        stepped(unit_holding(day, unit, starts), i64::from(shift), unit)
    }

    fn previous(&mut self, unit: TimeUnit) -> Option<Period> {
        let starts = self.context.week_starts;
        let Some(current) = self.about() else {
            return self.unit(unit, -1);
        };
        if unit == TimeUnit::Week && current.days() == 7 {
            return Some(current.weeks_later(-1));
        }
        stepped(unit_holding(current.start, unit, starts), -1, unit)
    }

    /// So many units from the current period, its length kept; else from the
    /// day of publication.
    fn shifted(&mut self, by: i64, unit: TimeUnit) -> Option<Period> {
        let starts = self.context.week_starts;
        let Some(current) = self.about() else {
            // Told from another time, even where that was not named.
            self.current = true;
            let published = self.published()?;
            return stepped(unit_holding(published, unit, starts), by, unit);
        };
        match unit {
            TimeUnit::Day => stepped(current, by, unit),
            TimeUnit::Week => Some(current.weeks_later(by)),
            TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year => {
                let months = by.checked_mul(months_in(unit))?;
                if current.days() == 7 {
                    return Some(current.weeks_later(weeks_in_months(months)));
                }
                in_months(current, months)
            }
        }
    }

    fn same_in(&mut self, year: YearRef) -> Option<Period> {
        let current = self.about()?;
        let year = self.given(year)??;
        let years = i64::from(year) - i64::from(current.start.year());
        self.shifted(years, TimeUnit::Year)
    }

    fn block(&mut self, block: Block, year: YearRef) -> Option<Period> {
        let start_of = |year: i16| Date::new(year, block.first_month()?, 1).ok();
        let start = match self.given(year)? {
            Some(year) => start_of(year)?,
            None if year == YearRef::Next => self.next(start_of)?,
            None if year == YearRef::Last && self.context.published.is_some() => self.last(start_of)?,
            None => self.guess(start_of)?,
        };
        let last = start.checked_add((block.months() - 1).months()).ok()?;
        Period::new(start, last.last_of_month())
    }

    fn through(&mut self, from: &When, to: &When) -> Option<Period> {
        let (start, end) = (self.period(from)?, self.period(to)?);
        if start.start <= end.end {
            return Period::new(start.start, end.end);
        }
        // "From Friday to Tuesday": the last Friday before that Tuesday.
        if let When::Weekday { day, .. } = from {
            let back = i64::from(end.end.weekday().since(*day));
            return Period::new(end.end.checked_sub(back.days()).ok()?, end.end);
        }
        // "November to January": both without a year.
        let earlier = in_months(start, -12)?;
        Period::new(earlier.start, end.end).filter(|period| self.year && period.days() <= 366)
    }
}
