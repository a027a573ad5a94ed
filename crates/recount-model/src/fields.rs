//! The flat form of an assertion: section 9 of the design. JSON reports are
//! written from it, claims by hand are read into it.

mod sense;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::assertion::{Assertion, Predicate, Subjects};
use crate::interval::{Bound, Interval};
use crate::kind::{
    Change, Compare, Extreme, First, Level, Movement, Rank, Record, Share, Streak, Top, Weeks,
};
use crate::number::Number;
use crate::quantity::{Figure, Hedge, Quantity};
use crate::time::Period;
use crate::unit::Unit;
use crate::vocabulary::Vocabulary;

/// Every field of an assertion, by name. What a kind does not use is at its
/// default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Default)]
pub struct AssertionFields {
    /// The kind's name.
    pub kind: String,
    /// Ids of entities, groups or series.
    pub subject: Vec<String>,
    /// The same, of what it is held against.
    pub object: Vec<String>,
    /// The id of a metric.
    pub metric: String,
    /// The id of a scope.
    pub scope: Option<String>,
    /// Is all of it denied?
    pub negated: bool,
    /// When.
    pub period: Option<PeriodFields>,
    /// Compared with when.
    pub base: Option<PeriodFields>,
    /// What a rank presupposes.
    #[serde(rename = "move")]
    pub movement: Option<String>,
    /// The stated interval.
    pub value: Option<ValueFields>,
    /// A number of weeks.
    pub weeks: Option<u32>,
    /// A hedged number of weeks.
    pub weeks_range: Option<WeeksFields>,
    /// "the n-th consecutive week".
    pub ordinal: bool,
    /// "an n-th week", in all.
    pub cumulative: bool,
    /// What holds for weeks, or for the first time.
    pub of: Option<Box<AssertionFields>>,
    /// Of the top n.
    pub top: Option<u32>,
}

/// A closed range of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PeriodFields {
    /// The first day.
    #[serde(serialize_with = "iso")]
    pub start: Date,
    /// The last day.
    #[serde(serialize_with = "iso")]
    pub end: Date,
}

/// An interval and what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ValueFields {
    /// The lower end; `null` for none.
    #[serde(serialize_with = "number")]
    pub low: Option<Number>,
    /// The upper end; `null` for none.
    #[serde(serialize_with = "number")]
    pub high: Option<Number>,
    /// Is the lower end itself outside?
    pub low_open: bool,
    /// Is the upper end itself outside?
    pub high_open: bool,
    /// The unit's name.
    pub unit: String,
}

/// A hedged number of weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct WeeksFields {
    /// At least.
    pub low: Option<u32>,
    /// At most.
    pub high: Option<u32>,
}

fn iso<S: Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(date)
}

/// Writes an exact number as a JSON number: whole where it is, else the
/// nearest binary floating-point number.
///
/// # Errors
/// Those of the serializer.
pub fn number<S: Serializer>(number: &Option<Number>, to: S) -> Result<S::Ok, S::Error> {
    match number {
        None => to.serialize_none(),
        Some(number) => match number.to_i64() {
            Some(whole) => to.serialize_i64(whole),
            None => to.serialize_f64(number.to_f64()),
        },
    }
}

impl From<Period> for PeriodFields {
    fn from(period: Period) -> Self {
        Self { start: period.start, end: period.end }
    }
}

impl ValueFields {
    /// The fields of an interval in a unit of that name.
    #[must_use]
    pub fn new(interval: &Interval, unit: &str) -> Self {
        let value = |bound: &Option<Bound>| bound.as_ref().map(|b| b.value.clone());
        let open = |bound: &Option<Bound>| bound.as_ref().is_some_and(|b| b.open);
        Self {
            low: value(&interval.low),
            high: value(&interval.high),
            low_open: open(&interval.low),
            high_open: open(&interval.high),
            unit: unit.to_owned(),
        }
    }

    /// The interval of the fields.
    #[must_use]
    pub fn interval(&self) -> Interval {
        let bound =
            |value: &Option<Number>, open| value.as_ref().map(|value| Bound { value: value.clone(), open });
        Interval { low: bound(&self.low, self.low_open), high: bound(&self.high, self.high_open) }
    }
}

impl Assertion {
    /// The flat form.
    #[must_use]
    pub fn fields(&self, vocabulary: &Vocabulary) -> AssertionFields {
        let ids =
            |subjects: &Subjects| subjects.iter().map(|s| vocabulary.subject_id(*s).to_owned()).collect();
        let own = &vocabulary.metric(self.metric).unit;
        let value = |q: &Quantity| Some(ValueFields::new(&q.written(), q.unit.name(own)));
        let inner = |of: &Assertion| Some(Box::new(of.fields(vocabulary)));
        let mut fields = AssertionFields {
            kind: self.predicate.kind().to_owned(),
            subject: ids(&self.subject),
            object: ids(&self.object),
            metric: vocabulary.metric(self.metric).id.clone(),
            scope: self.scope.map(|scope| vocabulary.scope(scope).id.clone()),
            negated: self.negated,
            period: self.period.map(PeriodFields::from),
            value: self.predicate.value().and_then(value),
            ..AssertionFields::default()
        };
        match &self.predicate {
            Predicate::Level(_) => {}
            Predicate::Change(change) => fields.base = change.base.map(PeriodFields::from),
            Predicate::Compare(compare) => fields.base = compare.base.map(PeriodFields::from),
            Predicate::Share(share) => fields.top = share.top,
            Predicate::Rank(rank) => {
                fields.base = rank.base.map(PeriodFields::from);
                fields.movement = rank.movement.map(|movement| movement.word().to_owned());
            }
            Predicate::Top(top) => fields.top = Some(top.top),
            Predicate::Record(record) => {
                fields.base = record.base.map(PeriodFields::from);
                let zero = match record.extreme {
                    Extreme::Highest => Interval::at_least(Number::ZERO),
                    Extreme::Lowest => Interval::at_most(Number::ZERO),
                };
                fields.value = Some(ValueFields::new(&zero, own));
            }
            Predicate::Streak(streak) => {
                fields.set_weeks(Some(streak.weeks));
                fields.ordinal = streak.ordinal;
                fields.cumulative = streak.cumulative;
                fields.of = inner(&streak.of);
            }
            Predicate::First(first) => {
                fields.set_weeks(first.weeks);
                fields.base = first.base.map(PeriodFields::from);
                fields.of = inner(&first.of);
            }
        }
        fields
    }
}

/// What is wrong with one field, for a report that names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The name of the field; `of.` stands before a field of the inner one.
    pub field: String,
    /// What was found there.
    pub found: String,
    /// What was expected.
    pub expected: String,
    /// The valid words for it, if it is a word: for the nearest one.
    pub valid: Vec<String>,
}

impl AssertionFields {
    fn set_weeks(&mut self, weeks: Option<Weeks>) {
        match weeks {
            None => {}
            Some(Weeks::Exactly(weeks)) => self.weeks = Some(weeks),
            Some(Weeks::Range { low, high }) => {
                self.weeks_range = Some(WeeksFields { low: Some(low), high });
            }
        }
    }

    fn weeks(&self) -> Option<Weeks> {
        match (self.weeks, self.weeks_range) {
            (Some(weeks), _) => Some(Weeks::Exactly(weeks)),
            (None, Some(range)) => Some(Weeks::Range { low: range.low.unwrap_or(1), high: range.high }),
            (None, None) => None,
        }
    }

    /// The assertion, or everything that is wrong with the fields.
    ///
    /// # Errors
    /// One [`FieldError`] for each unknown id or word and each field that its
    /// kind needs and that is missing; where there is none, one for everything
    /// that no sentence says: a streak of a streak, an event inside a streak.
    pub fn resolve(&self, vocabulary: &Vocabulary) -> Result<Assertion, Vec<FieldError>> {
        let mut resolver = Resolver { vocabulary, errors: Vec::new() };
        match resolver.assertion(self) {
            Some(assertion) if resolver.errors.is_empty() => {
                let errors = sense::senseless(&assertion, self, vocabulary);
                if errors.is_empty() { Ok(assertion) } else { Err(errors) }
            }
            _ => Err(resolver.errors),
        }
    }
}

struct Resolver<'v> {
    vocabulary: &'v Vocabulary,
    errors: Vec<FieldError>,
}

impl Resolver<'_> {
    fn error(&mut self, field: &str, found: &str, expected: &str, valid: Vec<String>) {
        self.errors.push(FieldError {
            field: field.to_owned(),
            found: found.to_owned(),
            expected: expected.to_owned(),
            valid,
        });
    }

    fn assertion(&mut self, fields: &AssertionFields) -> Option<Assertion> {
        let vocabulary = self.vocabulary;
        let metric = vocabulary.find_metric(&fields.metric);
        if metric.is_none() {
            let valid = vocabulary.metrics.iter().map(|m| m.id.clone()).collect();
            self.error("metric", &fields.metric, "the id of a metric", valid);
        }
        let scope = fields.scope.as_ref().map(|id| (id, vocabulary.find_scope(id)));
        if let Some((id, None)) = &scope {
            let valid = vocabulary.scopes.iter().map(|s| s.id.clone()).collect();
            self.error("scope", id, "the id of a scope", valid);
        }
        let subject = self.subjects("subject", &fields.subject);
        let object = self.subjects("object", &fields.object);
        if fields.subject.is_empty() {
            self.error("subject", "nothing", "at least one id", Vec::new());
        }
        let own = metric.map_or("", |metric| vocabulary.metric(metric).unit.as_str());
        let predicate = self.predicate(fields, own);
        Some(Assertion {
            subject,
            object,
            metric: metric?,
            scope: scope.and_then(|(_, scope)| scope),
            period: self.period("period", fields.period),
            negated: fields.negated,
            predicate: predicate?,
        })
    }

    fn period(&mut self, field: &str, fields: Option<PeriodFields>) -> Option<Period> {
        let fields = fields?;
        let period = Period::new(fields.start, fields.end);
        if period.is_none() {
            let found = format!("{} to {}", fields.start, fields.end);
            self.error(field, &found, "a start not after the end", Vec::new());
        }
        period
    }

    fn subjects(&mut self, field: &str, ids: &[String]) -> Subjects {
        let mut subjects = Subjects::new();
        for id in ids {
            match self.vocabulary.find_subject(id) {
                Some(subject) => subjects.push(subject),
                None => {
                    let groups = self.vocabulary.groups.iter().map(|g| g.id.clone());
                    let entities = self.vocabulary.entities.iter().map(|e| e.id.clone());
                    let valid = groups.chain(entities).collect();
                    self.error(field, id, "the id of an entity, group or series", valid);
                }
            }
        }
        subjects
    }

    fn value(&mut self, fields: &AssertionFields, own: &str) -> Option<Quantity> {
        let Some(value) = &fields.value else {
            self.error("value", "nothing", "low, high and unit", Vec::new());
            return None;
        };
        let Some(unit) = Unit::named(&value.unit, own) else {
            let valid = ["percent", "point", "ratio", "rank", "count", own];
            let valid = valid.into_iter().map(str::to_owned).collect();
            self.error("value.unit", &value.unit, "the name of a unit", valid);
            return None;
        };
        Some(quantity(&value.interval(), unit))
    }

    fn inner(&mut self, fields: &AssertionFields) -> Option<Box<Assertion>> {
        let Some(of) = &fields.of else {
            self.error("of", "nothing", "the assertion that holds", Vec::new());
            return None;
        };
        let before = self.errors.len();
        let inner = self.assertion(of);
        for error in &mut self.errors[before..] {
            error.field.insert_str(0, "of.");
        }
        inner.map(Box::new)
    }

    fn top(&mut self, fields: &AssertionFields) -> Option<u32> {
        match fields.top {
            Some(top) if top > 0 => Some(top),
            _ => {
                self.error("top", "nothing", "a number of places, from 1", Vec::new());
                None
            }
        }
    }

    fn movement(&mut self, fields: &AssertionFields) -> Option<Movement> {
        let word = fields.movement.as_ref()?;
        let movement = Movement::from_word(word);
        if movement.is_none() {
            let valid = Movement::ALL.iter().map(|m| m.word().to_owned()).collect();
            self.error("move", word, "the name of a movement", valid);
        }
        movement
    }

    fn streak(&mut self, fields: &AssertionFields) -> Option<Streak> {
        let of = self.inner(fields);
        let Some(weeks) = fields.weeks() else {
            self.error("weeks", "nothing", "a number of weeks", Vec::new());
            return None;
        };
        Some(Streak { weeks, ordinal: fields.ordinal, cumulative: fields.cumulative, of: of? })
    }

    fn predicate(&mut self, fields: &AssertionFields, own: &str) -> Option<Predicate> {
        let base = self.period("base", fields.base);
        Some(match fields.kind.as_str() {
            "level" => Predicate::Level(Level { value: self.value(fields, own)? }),
            "change" => Predicate::Change(Change { base, value: self.value(fields, own)? }),
            "compare" => Predicate::Compare(Compare { base, value: self.value(fields, own)? }),
            "share" => Predicate::Share(Share { top: fields.top, value: self.value(fields, own)? }),
            "rank" => {
                let movement = self.movement(fields);
                Predicate::Rank(Rank { base, movement, value: self.value(fields, own)? })
            }
            "top" => {
                let top = self.top(fields);
                Predicate::Top(Top { value: self.value(fields, own)?, top: top? })
            }
            "record" => {
                let highest = self.value(fields, own)?.written().low.is_some();
                let extreme = if highest { Extreme::Highest } else { Extreme::Lowest };
                Predicate::Record(Record { base, extreme })
            }
            "streak" => Predicate::Streak(self.streak(fields)?),
            "first" => {
                let of = self.inner(fields)?;
                Predicate::First(First { weeks: fields.weeks(), base, of })
            }
            other => {
                let valid = Predicate::KINDS.iter().map(|kind| (*kind).to_owned()).collect();
                self.error("kind", other, "the name of a kind", valid);
                return None;
            }
        })
    }
}

/// The quantity of given bounds; a direction where that is all they say.
fn quantity(interval: &Interval, unit: Unit) -> Quantity {
    let up = Interval::above(Number::ZERO);
    let figure = if *interval == up || *interval == up.mirrored() {
        Figure::Any
    } else {
        Figure::Within(interval.clone())
    };
    let falling = figure == Figure::Any && interval.low.is_none();
    Quantity { hedge: Hedge::Bare, figure, falling, unit }
}
