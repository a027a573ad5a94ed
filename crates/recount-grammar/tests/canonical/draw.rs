//! Random assertions: everything that the model can represent and that its
//! constructor lets pass. The choices come from a list of numbers that
//! proptest makes, and shrinks towards the first choice of each.

use jiff::ToSpan;
use jiff::civil::date;
use recount_model::{
    Assertion, Bound, Change, Compare, Decimal, EntityId, Extreme, Figure, First, GroupId, Hedge, Interval,
    Level, MetricId, Movement, Number, Period, Predicate, Quantity, Rank, Record, ScopeId, Share, Streak,
    Subject, Subjects, Top, Unit, Vocabulary, Weeks,
};

/// Makes choices until there are none left; then the first of each.
pub(crate) struct Draw<'a> {
    choices: std::slice::Iter<'a, u32>,
    vocabulary: &'a Vocabulary,
}

type Generator = fn(&mut Draw<'_>, Frame) -> Assertion;

/// One generator for each kind, in the order of [`place`].
pub(crate) const GENERATORS: [Generator; Predicate::KINDS.len()] = [
    |draw, frame| draw.level(frame),
    |draw, frame| draw.change(frame),
    |draw, frame| draw.compare(frame),
    |draw, frame| draw.share(frame),
    |draw, frame| draw.rank(frame),
    |draw, frame| draw.top(frame),
    |draw, frame| draw.record(frame),
    |draw, frame| draw.streak(frame),
    |draw, frame| draw.first(frame),
];

/// The place of the kind's generator. A new kind does not compile without one.
pub(crate) const fn place(predicate: &Predicate) -> usize {
    match predicate {
        Predicate::Level(_) => 0,
        Predicate::Change(_) => 1,
        Predicate::Compare(_) => 2,
        Predicate::Share(_) => 3,
        Predicate::Rank(_) => 4,
        Predicate::Top(_) => 5,
        Predicate::Record(_) => 6,
        Predicate::Streak(_) => 7,
        Predicate::First(_) => 8,
    }
}

const HEDGES: [Hedge; 11] = [
    Hedge::Bare,
    Hedge::Exactly,
    Hedge::About,
    Hedge::Nearly,
    Hedge::JustOver,
    Hedge::MoreThan,
    Hedge::AtLeast,
    Hedge::LessThan,
    Hedge::AtMost,
    Hedge::UpTo,
    Hedge::DownTo,
];

/// What every assertion has, whatever its kind.
#[derive(Clone, Copy)]
pub(crate) struct Frame {
    metric: MetricId,
    scope: Option<ScopeId>,
    period: Option<Period>,
    /// Inside a streak or a first: a state, that presupposes nothing.
    inside: bool,
}

impl<'a> Draw<'a> {
    pub(crate) fn new(choices: &'a [u32], vocabulary: &'a Vocabulary) -> Self {
        Self { choices: choices.iter(), vocabulary }
    }

    /// Any assertion.
    pub(crate) fn assertion(&mut self) -> Assertion {
        let frame = self.frame();
        let kind = self.below(GENERATORS.len());
        let assertion = GENERATORS[kind](self, frame);
        assert_eq!(place(&assertion.predicate), kind, "each generator gives its own kind");
        assertion
    }

    fn below(&mut self, count: usize) -> usize {
        self.choices.next().map_or(0, |choice| *choice as usize % count)
    }

    fn number(&mut self, low: u32, high: u32) -> u32 {
        low + u32::try_from(self.below((high - low + 1) as usize)).unwrap_or(0)
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    fn yes(&mut self) -> bool {
        self.below(2) == 1
    }

    fn rarely(&mut self) -> bool {
        self.below(5) == 4
    }

    fn frame(&mut self) -> Frame {
        let metric = MetricId(self.number(0, u32::try_from(self.vocabulary.metrics.len() - 1).unwrap_or(0)));
        let scope = self.rarely().then(|| ScopeId(self.number(0, 2)));
        let period = (!self.rarely()).then(|| self.period(metric));
        Frame { metric, scope, period, inside: false }
    }

    fn metric(&self, frame: Frame) -> &'a recount_model::vocabulary::Metric {
        self.vocabulary.metric(frame.metric)
    }

    fn date(&mut self) -> jiff::civil::Date {
        date(2019, 1, 1).saturating_add(i64::from(self.number(0, 4000)).days())
    }

    /// A week of the metric, another seven days, a day, a month, a year, or a
    /// stretch of days.
    fn period(&mut self, metric: MetricId) -> Period {
        let start = self.date();
        let first = self.vocabulary.metric(metric).week_starts;
        match self.below(10) {
            0..=4 => Period::week_of(start, first),
            5 => Period::week(start),
            6 => Period::day(start),
            7 => Period::month_of(start),
            8 => Period { start: start.first_of_year(), end: start.last_of_year() },
            _ => {
                let days = i64::from(self.number(1, 100)).days();
                Period { start, end: start.saturating_add(days) }
            }
        }
    }

    /// The week before, some weeks before, a year before, or any other period.
    fn before(&mut self, frame: Frame) -> Period {
        match (frame.period, self.below(4)) {
            (Some(period), 0) => period.weeks_later(-1),
            (Some(period), 1) => period.weeks_later(-i64::from(self.number(2, 12))),
            (Some(period), 2) => period.weeks_later(-52),
            _ => self.period(frame.metric),
        }
    }

    /// The base of a change or a movement.
    fn base(&mut self, frame: Frame) -> Option<Period> {
        (!self.rarely()).then(|| self.before(frame)).filter(|base| Some(*base) != frame.period)
    }

    fn entity(&mut self) -> Subject {
        Subject::Entity(EntityId(self.number(0, 4)))
    }

    fn subject(&mut self) -> Subject {
        match self.yes() {
            false => self.entity(),
            true => Subject::Group(GroupId(self.number(0, 3))),
        }
    }

    /// One or several, each once; the total only alone.
    fn subjects(&mut self) -> Subjects {
        let mut subjects = Subjects::new();
        for _ in 0..self.one(&[1, 1, 1, 2, 3]) {
            let subject = self.subject();
            let total = self.vocabulary.total().map(Subject::Group);
            if subjects.is_empty()
                || (!subjects.contains(&subject) && Some(subject) != total && Some(subjects[0]) != total)
            {
                subjects.push(subject);
            }
        }
        subjects
    }

    fn with(&mut self, frame: Frame, subject: Subjects, object: Subjects, predicate: Predicate) -> Assertion {
        Assertion {
            subject,
            object,
            metric: frame.metric,
            scope: frame.scope,
            period: frame.period,
            negated: self.rarely(),
            predicate,
        }
    }

    // Quantities.

    fn decimal(&mut self) -> Decimal {
        let mantissa = match self.below(4) {
            0 => self.number(1, 99),
            1 => self.number(100, 9999),
            2 => self.number(10_000, 100_000_000),
            _ => self.number(0, 10) * 10,
        };
        let exponent = self.one(&[0, 10, 12, 9, 6, 3, 1, 2, 4, -1, -2, -3, -6, 11, 13, 14, 15]);
        Decimal { mantissa: i128::from(mantissa), exponent }
    }

    /// A decimal with few digits and no scale: a percentage, a factor.
    fn small(&mut self) -> Decimal {
        Decimal { mantissa: i128::from(self.number(1, 9999)), exponent: self.one(&[-1, -2, 0, -3]) }
    }

    fn part(&mut self) -> Number {
        let under = self.one(&[2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000]);
        let over = self.number(1, under - 1);
        Number::ratio(i128::from(over), u128::from(under))
    }

    fn interval(&mut self, signed: bool) -> Interval {
        let scale = self.one(&[12, 0, 9, -2]);
        let (low, width) = (i64::from(self.number(0, 100_000)), i64::from(self.number(1, 100_000)));
        let low = if signed && self.yes() { low - 50_000 } else { low };
        let end = |value: i64, open| Bound { value: Number::decimal(i128::from(value), scale), open };
        let (from, to) = (end(low, self.yes()), end(low + width, self.yes()));
        match self.below(4) {
            0 => Interval { low: Some(from), high: Some(to) },
            1 => Interval { low: Some(from), high: None },
            2 => Interval { low: None, high: Some(to) },
            _ => Interval::point(from.value),
        }
    }

    /// A quantity in `unit`, with any figure and hedge that the unit can have.
    /// The match over figures at its end keeps the list complete.
    fn quantity(&mut self, unit: Unit, signed: bool) -> Quantity {
        let amount = unit == Unit::Own;
        let figure = match self.below(7) {
            0 if amount => Figure::Decimal(self.decimal()),
            0 | 1 if unit != Unit::Ratio => Figure::Decimal(self.small()),
            2 => {
                let low = if amount { self.decimal() } else { self.small() };
                let most = self.one(&[999, 99_999]);
                let width = i128::from(self.number(1, most));
                Figure::Range { low, high: Decimal { mantissa: low.mantissa + width, ..low } }
            }
            3 => Figure::Within(self.interval(signed && unit != Unit::Ratio)),
            4 if unit == Unit::Ratio && self.yes() => self.multiple(),
            4 => {
                let scale = Number::decimal(1, self.one(&[12, 9, 6]));
                match (unit, self.part()) {
                    (Unit::Percent, part) => Figure::Fraction { part, whole: Number::from(100) },
                    (Unit::Ratio, part) if is_named(&part) => Figure::Fraction { part, whole: Number::ONE },
                    (Unit::Own, part) if is_named(&part) => Figure::Fraction { part, whole: scale },
                    _ => Figure::Decimal(self.small()),
                }
            }
            5 if signed => Figure::Any,
            6 if unit == Unit::Percent && signed => Figure::Flat,
            // A factor without decimals is a multiple.
            _ if unit == Unit::Ratio => {
                let small = self.small();
                Figure::Decimal(Decimal { exponent: small.exponent.min(-1), ..small })
            }
            _ => Figure::Decimal(if amount { self.decimal() } else { self.small() }),
        };
        let hedged = match figure {
            Figure::Decimal(_) | Figure::Multiple(_) | Figure::Fraction { .. } => true,
            Figure::Range { .. } | Figure::Flat | Figure::Any | Figure::Within(_) => false,
        };
        let turns = signed && unit != Unit::Ratio && !matches!(figure, Figure::Flat | Figure::Within(_));
        Quantity {
            hedge: if hedged && self.yes() { self.one(&HEDGES) } else { Hedge::Bare },
            figure,
            falling: turns && self.yes(),
            unit,
        }
    }

    /// `twice`, `five times`, `two and a half times`, `half`.
    fn multiple(&mut self) -> Figure {
        Figure::Multiple(match self.below(2) {
            0 => Number::from(self.number(2, 50)),
            _ => Number::from(self.number(1, 19)) + self.one(&PARTS.map(|(a, b)| Number::ratio(a, b))),
        })
    }

    fn count(&mut self, most: u32) -> Quantity {
        let n = self.number(0, most);
        match self.below(3) {
            0 | 1 => Quantity { hedge: self.one(&COUNTED), ..Quantity::whole(n, Unit::Count) },
            _ => {
                let more = n + self.number(1, 3);
                let figure = Figure::Within(Interval::closed(Number::from(n), Number::from(more)));
                Quantity::bare(figure, Unit::Count)
            }
        }
    }

    // Kinds.

    fn level(&mut self, frame: Frame) -> Assertion {
        let subject = self.subjects();
        let signed = self.metric(frame).signed;
        let value = self.quantity(Unit::Own, signed);
        self.with(frame, subject, Subjects::new(), Predicate::Level(Level { value }))
    }

    fn change(&mut self, frame: Frame) -> Assertion {
        let subject = self.subjects();
        let share = self.rarely() && !self.metric(frame).is_place();
        let object = if share { self.whole(&subject) } else { Subjects::new() };
        let unit = if share { Unit::Point } else { self.unit(frame) };
        let value = match unit == Unit::Ratio && self.rarely() {
            true => Quantity::bare(Figure::Multiple(Number::ratio(1, 2)), Unit::Ratio),
            false => self.quantity(unit, true),
        };
        let base = self.base(frame);
        self.with(frame, subject, object, Predicate::Change(Change { base, value }))
    }

    fn compare(&mut self, frame: Frame) -> Assertion {
        let subject = self.apart(&Subjects::new());
        let object = self.apart(&subject);
        let unit = self.unit(frame);
        let value = self.quantity(unit, true);
        let base = (!frame.inside && self.rarely()).then(|| self.before(frame));
        self.with(frame, subject, object, Predicate::Compare(Compare { base, value }))
    }

    /// The unit of a change or a comparison: a place has no percentage.
    fn unit(&mut self, frame: Frame) -> Unit {
        match self.metric(frame).is_place() {
            true => Unit::Own,
            false => self.one(&[Unit::Percent, Unit::Own, Unit::Ratio]),
        }
    }

    /// Subjects that are neither the total nor in `others`, nor parts of them.
    fn apart(&mut self, others: &Subjects) -> Subjects {
        let all = [
            Subject::Group(GroupId(0)),
            Subject::Entity(EntityId(1)),
            Subject::Entity(EntityId(2)),
            Subject::Group(GroupId(2)),
        ];
        let left: Vec<Subject> = all.into_iter().filter(|subject| !others.contains(subject)).collect();
        let most = if others.is_empty() { 2 } else { left.len() };
        let first = self.below(left.len());
        let count = self.one(&[1, 1, 2]).min(most);
        left.iter().cycle().skip(first).take(count).copied().collect()
    }

    /// What a share is a share of.
    fn whole(&mut self, subject: &Subjects) -> Subjects {
        let whole = Subject::Group(GroupId(self.one(&[3, 1, 0, 2])));
        let total = Subject::Group(GroupId(3));
        Subjects::from_slice(&[if subject.contains(&whole) { total } else { whole }])
    }

    fn share(&mut self, frame: Frame) -> Assertion {
        let subject = self.subjects();
        let object = self.whole(&subject);
        let value = self.quantity(Unit::Percent, false);
        let top = self.rarely().then(|| self.number(1, 20));
        self.with(frame, subject, object, Predicate::Share(Share { top, value }))
    }

    /// Nobody, or a group.
    fn field(&mut self) -> Subjects {
        match self.rarely() {
            true => Subjects::from_slice(&[Subject::Group(GroupId(self.number(0, 3)))]),
            false => Subjects::new(),
        }
    }

    fn rank(&mut self, frame: Frame) -> Assertion {
        let (subject, mut object) = (self.subjects(), self.field());
        // A place among everything is a place, and is read as one.
        object.retain(|group| *group != Subject::Group(GroupId(3)));
        let movement = if frame.inside || self.yes() { None } else { Some(self.one(Movement::ALL)) };
        let (k, n) = (self.number(1, 30), self.number(1, 20));
        let single = match movement {
            Some(Movement::Kept | Movement::Took | Movement::Up | Movement::Down) => true,
            Some(Movement::Entered | Movement::Left) | None => self.yes(),
        };
        let value = match single {
            true if movement.is_none() && self.rarely() => Quantity::places(k + 1, k + 1 + n),
            true => Quantity::whole(k, Unit::Rank),
            false => Quantity::top(n),
        };
        let base = movement.and_then(|_| self.base(frame));
        let rank = self.with(frame, subject, object, Predicate::Rank(Rank { base, movement, value }));
        Assertion { negated: rank.negated || movement == Some(Movement::Left), ..rank }
    }

    fn top(&mut self, frame: Frame) -> Assertion {
        let (subject, object) = (self.subjects(), self.field());
        let top = self.number(1, 20);
        let value = self.count(top);
        self.with(frame, subject, object, Predicate::Top(Top { top, value }))
    }

    fn record(&mut self, frame: Frame) -> Assertion {
        let subject = self.subjects();
        let object = if self.rarely() { self.whole(&subject) } else { Subjects::new() };
        let extreme = self.one(&[Extreme::Highest, Extreme::Lowest]);
        let base = self.yes().then(|| self.before(frame));
        self.with(frame, subject, object, Predicate::Record(Record { base, extreme }))
    }

    fn weeks(&mut self) -> Weeks {
        let low = self.number(1, 30);
        match self.one(&[
            Weeks::Exactly(low),
            Weeks::Range { low, high: None },
            Weeks::Range { low, high: Some(low) },
        ]) {
            Weeks::Exactly(n) => Weeks::Exactly(n),
            Weeks::Range { low, high: None } => Weeks::Range { low, high: None },
            Weeks::Range { low, high: Some(_) } => Weeks::Range { low, high: Some(low + self.number(1, 9)) },
        }
    }

    /// What holds for weeks, or for the first time.
    fn holding(&mut self, frame: Frame, kinds: usize) -> Assertion {
        let kind = self.below(kinds);
        GENERATORS[kind](self, Frame { inside: true, ..frame })
    }

    fn around(&mut self, frame: Frame, of: &Assertion, predicate: Predicate) -> Assertion {
        self.with(frame, of.subject.clone(), of.object.clone(), predicate)
    }

    /// Of every kind but a streak and a first: they come last.
    fn streak(&mut self, frame: Frame) -> Assertion {
        let of = self.holding(frame, 7);
        let (weeks, ordinal, cumulative) = (self.weeks(), self.yes(), self.yes());
        let ordinal = ordinal && matches!(weeks, Weeks::Exactly(_));
        let streak = Streak { weeks, ordinal, cumulative, of: Box::new(of.clone()) };
        self.around(frame, &of, Predicate::Streak(streak))
    }

    /// Of every kind but a first.
    fn first(&mut self, frame: Frame) -> Assertion {
        let of = self.holding(frame, 8);
        let of = match frame.inside {
            true => of,
            false => Assertion { negated: of.negated && !matches!(of.predicate, Predicate::Streak(_)), ..of },
        };
        let (weeks, base) = match self.below(3) {
            0 => (None, None),
            1 => (Some(self.weeks()), None),
            _ => (None, Some(self.before(frame))),
        };
        let first = First { weeks, base, of: Box::new(of.clone()) };
        self.around(frame, &of, Predicate::First(first))
    }
}

const PARTS: [(i128, u128); 4] = [(1, 2), (1, 3), (3, 4), (2, 3)];

const COUNTED: [Hedge; 5] = [Hedge::Bare, Hedge::Bare, Hedge::AtLeast, Hedge::AtMost, Hedge::MoreThan];

/// Does a word name such parts: thirds, quarters?
fn is_named(part: &Number) -> bool {
    part.to_parts().is_some_and(|(over, under)| under <= 10 || (under == 100 && over < 20))
}
