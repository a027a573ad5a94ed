//! The figures that were told in this sentence and the one before: of whom, when, and which of
//! two is larger.

use recount_model::{Assertion, Interval, MetricId, Period, Predicate, Subject, Subjects};

use super::{Discourse, Placed, Refusal};
use crate::en::clause::{Act, Said, Who};

/// So many figures of a sentence are kept.
const MOST: usize = 6;

/// A figure that was told.
#[derive(Clone, Debug)]
pub(super) struct Level {
    /// Of whom.
    pub of: Subjects,
    /// What it counts.
    pub metric: MetricId,
    /// When.
    pub period: Period,
    /// How much; `None` for a share.
    pub value: Option<Interval>,
}

/// "X led Y by 3.7 trillion": "it was 2.9" behind it may be of the lead.
pub(super) fn is_by_so_much(said: &Said) -> bool {
    matches!(&said.act, Act::Compare { value, .. } if value.unit == recount_model::Unit::Own && !value.is_direction())
}

impl Discourse<'_> {
    /// Keeps of whom and of when a figure was told.
    pub(super) fn keep_level(&mut self, first: &Assertion) {
        let value = match &first.predicate {
            Predicate::Level(level) if !first.negated => Some(level.value.written()),
            Predicate::Level(_) | Predicate::Share(_) => None,
            _ => return,
        };
        if let (Some(period), true) = (first.period, self.levels[0].len() < MOST) {
            let of = first.subject.clone();
            self.levels[0].push(Level { of, metric: first.metric, period, value });
        }
    }

    /// "Its share was 28 % in the week of April 6; in that of March 23, 43 %. Volume fell over the same period": from
    /// the one to the other.
    pub(super) fn between_two_weeks(&self) -> Option<(Period, Period)> {
        let [one, other] = self.levels[1].as_slice() else { return None };
        let weeks = one.period.days() == 7 && other.period.days() == 7 && one.of == other.of;
        let (first, last) = (one.period.min(other.period), one.period.max(other.period));
        (weeks && first < last).then_some((first, last))
    }

    /// "X processed 4.3 trillion tokens. Y bartered. Its rival processed 3.5 trillion": hardly X, of
    /// which another figure of that week was told just now.
    pub(super) fn refuse_second_figure(
        &self,
        said: &Said,
        subjects: &[Vec<Subject>],
        metric: MetricId,
        placed: &Placed,
    ) -> Result<(), Refusal> {
        // The one whose rival it is was named in words that no rule read.
        if said.who.who == Who::Other && self.unread_before {
            return Err(Refusal::unread("who the counterparts are, is not said"));
        }
        let Act::Level { value, .. } = &said.act else { return Ok(()) };
        let ([one], Some(period)) = (subjects, placed.period) else { return Ok(()) };
        let told = self.levels.iter().flatten().filter(|told| {
            told.metric == metric
                && told.period == period
                && matches!(told.of.as_slice(), [single] if Some(single) == one.first())
        });
        let value = value.written();
        let mut other = told.filter_map(|told| told.value.as_ref()).filter(|told| told.is_disjoint(&value));
        match said.who.who == Who::Other && !said.negated && other.next().is_some() {
            true => Err(Refusal::unread("who the counterparts are, is not said")),
            false => Ok(()),
        }
    }

    /// Of whom else it may be said, by the figures and the sides that were told.
    pub(super) fn or_another_one(
        &self,
        said: &Said,
        subject: &Subjects,
        metric: MetricId,
        text: &str,
    ) -> Vec<Subject> {
        let mut others = self.or_all_of_it(said, subject, text);
        others.extend(self.of_another_figure(said, subject, metric));
        others.extend(self.or_other_named(said, subject, text));
        others
    }

    /// "X processed 4.3 trillion tokens and Y 3.7. That was a record": which of the two figures?
    fn of_another_figure(&self, said: &Said, subject: &Subjects, metric: MetricId) -> Vec<Subject> {
        let told = matches!(said.act, Act::Change { .. } | Act::Record(_));
        if !told || said.who.who != Who::Figure || !self.levels[0].is_empty() {
            return Vec::new();
        }
        let before = self.levels[1].iter().filter(|told| told.metric == metric);
        let others = before.filter_map(|told| told.of.first().filter(|_| told.of.len() == 1)).copied();
        others.filter(|one| !subject.contains(one)).collect()
    }

    /// Is the figure of one larger than that of another, by what was told last of one week?
    /// `None` where no such figures were told.
    pub(super) fn is_larger(&self, one: &[Vec<Subject>], other: &[Vec<Subject>]) -> Option<bool> {
        let ([one], [other]) = (one, other) else { return None };
        let all = || self.levels.iter().flat_map(|levels| levels.iter().rev());
        let of = |names: &[Subject], level: &&Level| matches!(level.of.as_slice(), [single] if Some(single) == names.first());
        let first = all().find(|level| of(one, level))?;
        let same = |level: &&Level| level.metric == first.metric && level.period == first.period;
        let second = all().find(|level| of(other, level) && same(level))?;
        let (first, second) = (first.value.as_ref()?, second.value.as_ref()?);
        let (first, second) = (first.middle()?, second.middle()?);
        (first != second).then(|| first > second)
    }

    /// "The gap was 1.2 trillion": the one with the larger figure is ahead, where both were told.
    pub(super) fn by_the_figures(&self, said: &Said) -> Option<Said> {
        let Act::Compare { object, value, event } = &said.act else { return None };
        if !said.adjuncts.either || value.falling {
            return None;
        }
        let (one, other) = (self.subjects(&said.who).ok()?, self.subjects(object).ok()?);
        if self.is_larger(&other, &one) != Some(true) {
            return None;
        }
        let act = Act::Compare { object: said.who.clone(), value: value.clone(), event: *event };
        Some(Said { who: object.clone(), act, ..said.clone() })
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn the_larger_one_is_ahead_in_a_gap() {
        let gap = "Birch was 1.2 trillion tokens above that of Alder";
        for text in [
            "Alder processed 3.1 trillion tokens last week and Birch 4.3 trillion. The gap is 1.2 trillion.",
            "Alder processed 3.1 trillion tokens last week, Birch processed 4.3 trillion, a gap of 1.2 trillion.",
        ] {
            assert_eq!(article(text).last().map(String::as_str), Some(gap), "{text}");
        }
    }
}
