//! "A week later", "the following week": told from the week that was told last, where nothing
//! stands between that nobody read.

use jiff::civil::Weekday;
use recount_model::{MetricId, Period};

use super::{Discourse, Hint, Placed};

/// How a week was told from the one before: "a week later", "two weeks later".
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// From which week the first of them was told.
    from: Period,
    /// The week that the last one came to.
    to: Period,
    /// By how many weeks.
    count: u32,
}
use crate::en::clause::{Anchor, Said};
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
        let count = time.when.weeks_later()?;
        let told = self.last_told?;
        // "Second a week later, fourth another week later": each from the last one. "A week later 4 trillion,
        // two weeks later 5": of the same beginning, or two weeks on from the last one.
        let (from, other) = match self.step.filter(|step| told == step.to || told == step.from) {
            Some(step) if count > step.count => (step.from, Some(step.to)),
            Some(step) => (step.to, None),
            None => (told, None),
        };
        let week = time.when.resolve(&self.context(metric, Some(from)))?.period;
        // What was still to come is no news.
        let over = self.setting.published.is_none_or(|day| week.end < day);
        let starts: Weekday = self.week_starts(metric);
        let whole = week.days() == 7 && week.start.weekday() == starts;
        let others = other.map(|other| other.weeks_later(i64::from(count))).into_iter().collect();
        (over && whole).then(|| Placed { relative: true, others, ..Placed::at(Some(week)) })
    }

    /// "It had been fourth the week before with 3 trillion tokens": both of one week. "Second a week later, fourth the
    /// week after": of two.
    pub(super) fn at_once(&mut self, said: &Said, times: &[Time], own: &mut Option<Placed>) {
        let later = times.iter().any(|time| time.when.is_later());
        match &self.placed_last {
            Some((last, placed, at)) if *last == times && (!later || at.is_none_or(|at| at == said.span)) => {
                *own = Some(placed.clone());
            }
            _ => {
                let relative = own.clone().filter(|own| own.relative);
                self.placed_last = relative.map(|own| (times.to_vec(), own, Some(said.span)));
            }
        }
    }

    /// Keeps the week of which a statement tells, for "a week later" behind it.
    pub(super) fn tell_of(&mut self, said: &Said, placed: &Placed) {
        self.step_to(said, placed);
        if said.adjuncts.local || !matches!(said.anchor, Anchor::Clause | Anchor::End) {
            return;
        }
        if placed.week {
            self.unread_week = None;
        }
        let later = |time: &Time| time.when.is_later();
        let times = Self::own_times(said);
        // "The week before, it had 3 trillion. A week later …": than which of the two?
        let back = placed.relative && !times.iter().any(later) && self.fronted_later.is_none();
        let week = |period: &Period| period.days() == 7 && !is_open(*period) && !back;
        self.last_told = placed.period.filter(week);
    }

    /// Keeps how the week was told from another one; any other time ends what was told so.
    fn step_to(&mut self, said: &Said, placed: &Placed) {
        let times = Self::own_times(said);
        let own = times.iter().find_map(|time| time.when.weeks_later());
        match (own.or(self.fronted_later), placed.period.zip(self.last_told)) {
            (Some(_), _) if own.is_none() && self.step.is_some_and(|step| Some(step.to) == placed.period) => {
            }
            (Some(count), Some((to, told))) => {
                let from = self.step.map_or(told, |step| step.from);
                self.step = Some(Step { from, to, count });
            }
            _ if times.is_empty() && self.fronted_later.is_none() => {}
            _ => self.step = None,
        }
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
    fn one_after_another() {
        let told = |text: &str| article(text).last().cloned().unwrap_or_default();
        let from = "In the week of June 1, Alder ranked third.";
        for (text, week) in [
            ("A week later it ranked fourth. Another week on, it ranked fifth.", "15 June"),
            ("It ranked fourth a week later and fifth the week after.", "15 June"),
            ("A week on, it ranked fifth.", "8 June"),
        ] {
            let fifth = format!("In the week of {week} 2026, Alder ranked number 5 by call volume");
            assert_eq!(told(&format!("{from} {text}")), fifth, "{text}");
        }
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
