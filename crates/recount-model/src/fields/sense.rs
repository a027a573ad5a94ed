//! What no sentence says: fields that fit together in form only, such as a
//! streak of a streak. The statement of such an assertion could not be read back.

use crate::assertion::{Assertion, Predicate, Subject, Subjects};
use crate::interval::Bound;
use crate::kind::{Change, Compare, First, Movement, Rank, Streak, Top, Weeks};
use crate::number::Number;
use crate::quantity::Quantity;
use crate::unit::Unit;
use crate::vocabulary::Vocabulary;

use super::{AssertionFields, FieldError};

/// Everything about an assertion that no sentence says; `fields` are those that
/// it was made of.
pub(super) fn senseless(
    assertion: &Assertion,
    fields: &AssertionFields,
    vocabulary: &Vocabulary,
) -> Vec<FieldError> {
    let mut check = Check { vocabulary, assertion, fields, errors: Vec::new() };
    check.predicate();
    let mut errors = check.errors;
    if let (Some(of), Some(inner)) = (assertion.predicate.inner(), fields.of.as_deref()) {
        errors.extend(
            senseless(of, inner, vocabulary)
                .into_iter()
                .map(|error| FieldError { field: format!("of.{}", error.field), ..error }),
        );
    }
    errors
}

struct Check<'a> {
    vocabulary: &'a Vocabulary,
    assertion: &'a Assertion,
    fields: &'a AssertionFields,
    errors: Vec<FieldError>,
}

impl Check<'_> {
    fn error(&mut self, field: &str, found: &str, expected: &str) {
        let (field, found, expected) = (field.to_owned(), found.to_owned(), expected.to_owned());
        self.errors.push(FieldError { field, found, expected, valid: Vec::new() });
    }

    fn predicate(&mut self) {
        match &self.assertion.predicate {
            Predicate::Level(level) => self.unit(&level.value, &[Unit::Own]),
            Predicate::Change(change) => self.change(change),
            Predicate::Compare(compare) => self.compare(compare),
            Predicate::Share(share) => self.unit(&share.value, &[Unit::Percent]),
            Predicate::Rank(rank) => self.rank(rank),
            Predicate::Top(top) => self.top(top),
            Predicate::Record(_) => {}
            Predicate::Streak(streak) => self.streak(streak),
            Predicate::First(first) => self.first(first),
        }
    }

    /// The units that a kind can have. Of a metric in percent, percent is its own
    /// unit, and points are amounts.
    fn unit(&mut self, value: &Quantity, units: &[Unit]) {
        let metric = self.vocabulary.metric(self.assertion.metric);
        let percent = metric.is_percent() && matches!(value.unit, Unit::Own | Unit::Point);
        if units.contains(&value.unit) || percent {
            return;
        }
        let names: Vec<&str> = units.iter().map(|unit| unit.name(&metric.unit)).collect();
        let expected = format!("a unit that a {} has: {}", self.fields.kind, names.join(", "));
        self.error("value.unit", value.unit.name(&metric.unit), &expected);
    }

    fn change(&mut self, change: &Change) {
        let place = self.vocabulary.metric(self.assertion.metric).is_place();
        match (self.assertion.object.is_empty(), place) {
            (false, _) => self.unit(&change.value, &[Unit::Point, Unit::Percent]),
            (true, true) => self.unit(&change.value, &[Unit::Own]),
            (true, false) => self.unit(&change.value, &[Unit::Percent, Unit::Own, Unit::Ratio]),
        }
        if change.base.is_some() && change.base == self.assertion.period {
            self.error("base", "the period itself", "another period than that of the change");
        }
    }

    fn compare(&mut self, compare: &Compare) {
        match self.vocabulary.metric(self.assertion.metric).is_place() {
            true => self.unit(&compare.value, &[Unit::Own]),
            false => self.unit(&compare.value, &[Unit::Percent, Unit::Own, Unit::Ratio]),
        }
        if self.assertion.object.is_empty() {
            self.error("object", "nothing", "whom it is compared with");
        } else if self.is_part() {
            self.error(
                "object",
                "a whole of which the subject is a part",
                "another one: a share of a whole is a `share`, being ahead in it a `rank`",
            );
        }
    }

    /// Is something of the subject in the object?
    fn is_part(&self) -> bool {
        let Assertion { subject, object, .. } = self.assertion;
        let total = |subjects: &Subjects| {
            subjects
                .iter()
                .any(|one| matches!(one, Subject::Group(id) if self.vocabulary.group(*id).is_total()))
        };
        total(object) || subject.iter().any(|one| object.contains(one))
    }

    fn rank(&mut self, rank: &Rank) {
        self.unit(&rank.value, &[Unit::Rank]);
        let written = rank.value.written();
        let one = Number::ONE;
        let whole = |bound: &Bound| !bound.open && bound.value.is_whole() && bound.value >= one;
        let low = written.low.as_ref().is_none_or(whole);
        if !low || !written.high.as_ref().is_some_and(whole) {
            self.error("value", "no range of places", "whole places from 1, such as low = 1, high = 5");
        }
        let moved = rank.movement.filter(|m| !matches!(m, Movement::Entered | Movement::Left));
        if let (Some(movement), None) = (moved, written.single()) {
            let found = format!("{} several places", movement.word());
            self.error("move", &found, "one place: the same low and high");
        }
        if rank.movement == Some(Movement::Left) && !self.assertion.negated {
            self.error("negated", "false", "true: who left a place is not in it");
        }
    }

    fn top(&mut self, top: &Top) {
        self.unit(&top.value, &[Unit::Count]);
    }

    /// A number of weeks that counts something.
    fn weeks(&mut self, weeks: Weeks) {
        if weeks == Weeks::Exactly(0) {
            self.error("weeks", "0", "a number of weeks, from 1");
        }
    }

    fn streak(&mut self, streak: &Streak) {
        self.weeks(streak.weeks);
        if streak.ordinal && !matches!(streak.weeks, Weeks::Exactly(_)) {
            let expected = "`weeks` alone: the n-th week has one number";
            self.error("ordinal", "a range of weeks", expected);
        }
        if matches!(streak.of.predicate, Predicate::Streak(_) | Predicate::First(_)) {
            self.error(
                "of.kind",
                streak.of.predicate.kind(),
                "what holds in one week, no streak and no first",
            );
        }
        self.state(&streak.of, false);
    }

    fn first(&mut self, first: &First) {
        if let Some(weeks) = first.weeks {
            self.weeks(weeks);
        }
        if first.weeks.is_some() && first.base.is_some() {
            self.error("base", "`weeks` beside it", "one of them: in so many weeks, or since then");
        }
        if matches!(first.of.predicate, Predicate::First(_)) {
            self.error("of.kind", "first", "what holds in one week or for some, no first");
        }
        self.state(&first.of, true);
    }

    /// What holds for weeks or for the first time is a state: no event that the
    /// week before is part of. `left`: may it be one left for the first time?
    fn state(&mut self, of: &Assertion, left: bool) {
        match &of.predicate {
            Predicate::Compare(Compare { base: Some(_), .. }) => {
                self.error("of.base", "a period", "none: an overtaking holds in no second week");
            }
            Predicate::Rank(Rank { movement: Some(movement), .. })
                if !(left && *movement == Movement::Left) =>
            {
                self.error("of.move", movement.word(), "none: it is the place that holds");
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{PeriodFields, ValueFields, WeeksFields};
    use super::*;
    use crate::interval::Interval;
    use crate::vocabulary::{Best, Entity, Group, Metric};
    use jiff::civil::{Weekday, date};

    fn world() -> Vocabulary {
        let entity = |id: &str| Entity { id: id.to_owned(), names: vec![id.to_owned()], series: Vec::new() };
        Vocabulary {
            metrics: vec![Metric {
                id: "tokens".to_owned(),
                names: vec!["token usage".to_owned()],
                unit: "token".to_owned(),
                units: vec!["tokens".to_owned()],
                adds_up: true,
                signed: false,
                best: Best::Highest,
                week_starts: Weekday::Monday,
                default_scope: None,
                of: None,
            }],
            entities: vec![entity("alder"), entity("birch")],
            groups: vec![Group {
                id: "total".to_owned(),
                names: vec!["everything".to_owned()],
                members: Vec::new(),
                selects: std::collections::BTreeMap::new(),
                scope: None,
            }],
            ..Vocabulary::default()
        }
    }

    fn fields(kind: &str, value: Option<ValueFields>) -> AssertionFields {
        let week = PeriodFields { start: date(2026, 6, 22), end: date(2026, 6, 28) };
        AssertionFields {
            kind: kind.to_owned(),
            subject: vec!["alder".to_owned()],
            metric: "tokens".to_owned(),
            period: Some(week),
            value,
            ..AssertionFields::default()
        }
    }

    fn compare() -> AssertionFields {
        let ahead = ValueFields::new(&Interval::above(Number::ZERO), "token");
        AssertionFields { object: vec!["birch".to_owned()], ..fields("compare", Some(ahead)) }
    }

    fn streak(of: AssertionFields) -> AssertionFields {
        AssertionFields { weeks: Some(3), of: Some(Box::new(of)), ..fields("streak", None) }
    }

    fn place(low: u32, high: u32) -> AssertionFields {
        let places = Interval::closed(Number::from(low), Number::from(high));
        fields("rank", Some(ValueFields::new(&places, "rank")))
    }

    /// `field: found, not expected` of everything that is wrong.
    fn wrong(fields: &AssertionFields) -> Vec<String> {
        let errors = fields.resolve(&world()).err().unwrap_or_default();
        errors.iter().map(|error| format!("{}: {}", error.field, error.found)).collect()
    }

    #[test]
    fn what_no_sentence_says_is_refused() {
        assert_eq!(wrong(&streak(streak(compare()))), ["of.kind: streak"]);
        let event = AssertionFields { base: compare().period, ..compare() };
        assert_eq!(wrong(&streak(event)), ["of.base: a period"]);
        let moved = AssertionFields { movement: Some("up".to_owned()), ..place(1, 1) };
        assert_eq!(wrong(&streak(moved)), ["of.move: up"]);
        let range = WeeksFields { low: Some(3), high: None };
        let hedged =
            AssertionFields { weeks: None, weeks_range: Some(range), ordinal: true, ..streak(compare()) };
        assert_eq!(wrong(&hedged), ["ordinal: a range of weeks"]);
        let kept = AssertionFields { movement: Some("kept".to_owned()), ..place(1, 5) };
        assert_eq!(wrong(&kept), ["move: kept several places"]);
        let left = AssertionFields { movement: Some("left".to_owned()), ..place(1, 5) };
        assert_eq!(wrong(&left), ["negated: false"]);
        let whole = AssertionFields { object: vec!["total".to_owned()], ..compare() };
        assert_eq!(wrong(&whole), ["object: a whole of which the subject is a part"]);
        let points = ValueFields::new(&Interval::above(Number::ZERO), "point");
        assert_eq!(wrong(&fields("change", Some(points))), ["value.unit: point"]);
        let none = AssertionFields { weeks: Some(0), ..streak(compare()) };
        assert_eq!(wrong(&none), ["weeks: 0"]);
    }

    #[test]
    fn what_a_sentence_says_is_kept() {
        let first = AssertionFields { of: Some(Box::new(streak(compare()))), ..fields("first", None) };
        let left = AssertionFields { movement: Some("left".to_owned()), negated: true, ..place(1, 5) };
        for good in [compare(), streak(compare()), first, place(7, 9), left] {
            assert_eq!(wrong(&good), Vec::<String>::new());
        }
    }
}
