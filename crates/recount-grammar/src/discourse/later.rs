//! "A week later", "the following week": told from the week that was told last, where nothing
//! stands between that nobody read.

use jiff::civil::Weekday;
use recount_model::{MetricId, Period};

use super::{Discourse, Hint, Placed};
use crate::en::clause::{Anchor, Said};
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Role, Time, When, is_open};

impl Discourse<'_> {
    /// "X bartered with 3 trillion tokens in the week of June 8. A week earlier …": a week that a
    /// sentence names of which no rule read anything.
    pub(super) fn pass_week(&mut self, hint: &Hint) {
        let Some(time) = hint.time.as_ref().filter(|time| time.role == Role::At) else { return };
        let placed = self.place_one(time, hint.metric).filter(|placed| !placed.relative);
        let week = placed.and_then(|placed| placed.period).filter(|week| week.days() == 7 && !is_open(*week));
        let spoken = self.carried().period;
        if let Some(week) = week.filter(|week| Some(*week) != spoken) {
            self.unread_week = Some(week);
            self.aside = Some(week);
        }
    }

    /// Is a time told from a week of which nobody knows whether it is meant?
    pub(super) fn is_from_unread(&self, time: &Time, placed: &Placed) -> bool {
        let told = placed.relative || matches!(time.when, When::Same | When::Back { .. } | When::Previous(_));
        self.unread_week.is_some() && told && self.fronted.is_none()
    }

    /// When "a week later" is, if the week is known from which it is told.
    pub(super) fn place_later(&self, time: &Time, metric: Option<MetricId>) -> Option<Placed> {
        // "Seven days later" is a week later.
        let weeks = match time.when {
            When::Forward { unit: TimeUnit::Week, .. } => true,
            When::Forward { unit: TimeUnit::Day, count } => count > 0 && count % 7 == 0,
            _ => false,
        };
        if !weeks {
            return None;
        }
        let from = self.last_told?;
        let week = time.when.resolve(&self.context(metric, Some(from)))?.period;
        // What was still to come is no news.
        let over = self.setting.published.is_none_or(|day| week.end < day);
        let starts: Weekday = self.week_starts(metric);
        let whole = week.days() == 7 && week.start.weekday() == starts;
        (over && whole).then(|| Placed { relative: true, ..Placed::at(Some(week)) })
    }

    /// Keeps the week of which a statement tells, for "a week later" behind it.
    pub(super) fn tell_of(&mut self, said: &Said, placed: &Placed) {
        if said.adjuncts.local || !matches!(said.anchor, Anchor::Clause | Anchor::End) {
            return;
        }
        if placed.week {
            self.unread_week = None;
        }
        let later = |time: &Time| time.when.is_later();
        let times = Self::own_times(said);
        // "The week before, it had 3 trillion. A week later …": than which of the two?
        let back = placed.relative && !times.iter().any(later) && !self.fronted_later;
        let week = |period: &Period| period.days() == 7 && !is_open(*period) && !back;
        self.last_told = placed.period.filter(week);
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn a_week_later() {
        let third = "In the week of 1 June 2026, Alder ranked number 3 by call volume";
        let level = "In the week of 8 June 2026, Alder was 4.1 trillion tokens";
        for text in [
            "In the week of June 1, Alder ranked third. A week later it processed 4.1 trillion tokens.",
            "In the week of June 1, Alder ranked third. The following week, it processed 4.1 trillion tokens.",
            "In the week of June 1, Alder ranked third. It processed 4.1 trillion tokens a week later.",
        ] {
            let read = article(text);
            assert_eq!(read.last().map(String::as_str), Some(level), "{text}");
            assert!(read.contains(&third.to_owned()), "{text}: {read:?}");
        }
        let two = article(
            "In the week of June 1, Alder ranked third. A week later it processed 4.1 trillion tokens, and the week after that it processed 4.3 trillion.",
        );
        assert_eq!(
            two.last().map(String::as_str),
            Some("In the week of 15 June 2026, Alder was 4.3 trillion tokens")
        );
    }

    #[test]
    fn later_than_what() {
        for text in [
            "Alder ranked third last week. A week later it processed 4.1 trillion tokens.",
            "In the week of June 1, Alder bartered 3 trillion tokens. A week later it processed 4.1 trillion tokens.",
            "In the week of June 1, Alder ranked third. In the week of June 8, Alder bartered 5 trillion tokens. A week later it processed 4.1 trillion tokens.",
            "In the week of June 1, Alder ranked third. The week before, it had ranked fourth. A week later it processed 4.1 trillion tokens.",
        ] {
            assert_eq!(article(text).last().map(String::as_str), Some("?"), "{text}");
        }
    }
}
