//! What a statement may be held against besides, and in which other weeks it may lie.

use super::*;

/// How many figures are kept.
const MOST: usize = 6;

impl Discourse<'_> {
    /// The same in other weeks, or held against them.
    pub(super) fn at_other_times(
        &self,
        said: &Said,
        first: &Assertion,
        words: &str,
        placed: &Placed,
    ) -> Vec<Assertion> {
        let weeks = self.other_weeks(said, first, placed).into_iter();
        let mut others: Vec<Assertion> = weeks.map(|week| first.moved_to(Some(week))).collect();
        if self.seen.any(Seen::MONTH) {
            others.extend(week_on_week(said, first, words));
        }
        let already = self.fronted.is_none() && may_be_so_already(said);
        others.extend(already.then(|| as_state(first.clone(), false)));
        others.extend(since_some_week(said, first));
        others.extend(self.against_told(said, first));
        others
    }

    /// "In the week of May 4 it was 3.1 trillion; last week it was 4.19 trillion, up
    /// 35 %": held against that week, unless the words say against what.
    fn against_told(&self, said: &Said, first: &Assertion) -> Vec<Assertion> {
        let Predicate::Change(change) = &first.predicate else { return Vec::new() };
        let told = said
            .adjuncts
            .times
            .iter()
            .any(|time| matches!(time.role, Role::Base | Role::Since | Role::Within));
        if told || change.value.is_direction() {
            return Vec::new();
        }
        let earlier = |(subject, metric, period): &(Subjects, MetricId, Period)| {
            let own = *subject == first.subject && *metric == first.metric;
            let before = first.period.is_some_and(|now| period.start < now.start);
            (own && before && change.base != Some(*period)).then_some(*period)
        };
        let against = |base| Assertion {
            predicate: Predicate::Change(Change { base: Some(base), ..change.clone() }),
            ..first.clone()
        };
        self.levels.iter().chain(&self.levels_before).filter_map(earlier).map(against).collect()
    }

    /// Keeps of whom and of when a figure was told.
    pub(super) fn keep_level(&mut self, first: &Assertion) {
        let figure = matches!(first.predicate, Predicate::Level(_) | Predicate::Share(_));
        if let (Some(period), true) = (first.period, figure && self.levels.len() < MOST) {
            self.levels.push((first.subject.clone(), first.metric, period));
        }
    }

    /// "Over the same stretch", behind words that no rule read: which one?
    pub(super) fn refuse_stretch(&self, said: &Said, text: &str) -> Result<()> {
        let same = self.unread_before && self.seen.any(Seen::SAME) && matches!(said.act, Act::Change { .. });
        match same && says_same_stretch(text) && has_word(text, &["over", "Over"]) {
            true => Err(Refusal::unread("which stretch of time is meant, is not said")),
            false => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::en::clause::testing::{article, world};
    use crate::{Format, Options, Reader};

    #[test]
    fn a_change_may_be_held_against_the_figure_before() {
        let world = world();
        let readings = |text: &str| {
            let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
            let reading = Reader::new(&world).read(text, Format::Markdown, &options);
            reading.claims.last().map_or(0, |claim| claim.readings.len())
        };
        let against = "In the week of May 4, Alder processed 3.1 trillion tokens; last week it processed 4.2 trillion, up 35%";
        assert_eq!(readings(&format!("{against}.")), 1);
        assert_eq!(readings(&format!("{against} from the week before.")), 0);
        assert_eq!(readings("Birch processed 3 trillion tokens a year ago. Alder rose 8% last week."), 0);
    }

    #[test]
    fn an_unread_stretch_is_not_the_week() {
        let text = "Eight weeks ago Alder bartered 3 trillion tokens. Over the same stretch, Birch rose 8%.";
        assert_eq!(article(text).last().map(String::as_str), Some("?"));
    }
}
