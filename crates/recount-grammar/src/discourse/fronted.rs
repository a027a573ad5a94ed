//! Times that stand before their clause, and those that a clause leaves behind which gives no
//! claim.

use recount_model::Period;

use super::{Discourse, Placed};
use crate::en::clause::{Aside, Item, Said};
use crate::en::phrase::time::{Role, Time, When, is_open};

impl Discourse<'_> {
    /// The period that a time is told from: "fifth a week earlier and eighth a week before that", both from
    /// the same week.
    pub(super) fn told_from(&self, time: &Time) -> Option<Period> {
        let back = matches!(time.when, When::Back { count, .. } if count > 1);
        // "A week earlier it had 1.2 trillion, and two weeks earlier 1.3": both from the same week.
        let told = self.held || !self.fronting;
        let fronted = self.fronted.as_ref().filter(|placed| !(told && back && placed.relative));
        self.current_behind(fronted).or_else(|| self.carried().period)
    }

    /// The same behind a time in front.
    pub(super) fn current_behind(&self, fronted: Option<&Placed>) -> Option<Period> {
        fronted.and_then(|placed| placed.period).or(self.paragraph).or_else(|| self.topic())
    }

    /// The day on which something weekly is reported is not the time that it
    /// speaks of.
    pub(super) fn is_day_of_publication(&self, placed: &Placed) -> bool {
        let day = placed.period.filter(|period| period.days() == 1).map(|period| period.start);
        day.is_some() && day == self.setting.published
    }

    /// "It jumped in the week of February 9, when X overtook Y": whoever it was, what
    /// follows speaks of that week.
    pub(super) fn leave_week(&mut self, said: &Said) {
        if said.adjuncts.local {
            return;
        }
        let weeks: Vec<Placed> = Self::own_times(said)
            .iter()
            .filter(|time| time.role == Role::At)
            .filter_map(|time| self.place_one(time, None))
            .filter(|placed| placed.period.is_some_and(|period| period.days() == 7 && !is_open(period)))
            .collect();
        if let [placed] = weeks.as_slice() {
            self.remember(placed);
        }
    }

    /// Words that no rule read: where they name somebody, who "it" is behind them
    /// is not known.
    pub(super) fn lose(&mut self, named: bool) {
        if named {
            self.subject.clear();
            self.before.clear();
            self.lost = true;
        }
    }

    /// A time before a clause holds for the rest of the sentence.
    pub(super) fn front(&mut self, time: &Time) {
        if let Some(mut placed) = self.place_one(time, None) {
            if self.is_day_of_publication(&placed) {
                // "In May X led; today it does not": of the week that is reported.
                if self.fronted.is_some() {
                    self.fronted = self.reported(None);
                }
                self.now.today = true;
                return;
            }
            if self.is_from_unread(time, &placed) {
                self.unplaced = Some(self.no_place(time, None));
                return;
            }
            placed.deictic = time.when.is_deictic();
            self.unread_week = self.unread_week.filter(|_| !placed.week);
            // "A year ago, in the week of June 23, 2025, …".
            if placed.relative && self.fronting && self.fronted.as_ref().is_some_and(|old| !old.relative) {
                return;
            }
            // "Last week (June 15–21), …": as the dates say, whatever the day of publication.
            let apart = self.fronted.as_ref().is_some_and(|old| !old.relative && !old.deictic);
            // "Between the week of June 1 and that of June 22, …".
            let named = |period: &Period| !is_open(*period);
            // "Last week, in the week of June 22, …" of an undated text.
            let told = self.fronted.as_ref().and_then(|old| old.period).is_some_and(|old| named(&old));
            if self.fronting && told && !placed.period.as_ref().is_some_and(named) {
                return;
            }
            if let (Some(first), Some(second)) =
                (self.fronted.as_ref().and_then(|old| old.period), placed.period)
                && !first.overlaps(&second)
                && !(is_later_day(first, second) || is_later_day(second, first))
                && self.fronting
                && apart
                && told
            {
                placed.period = Period::new(first.start.min(second.start), first.end.max(second.end));
            }
            placed.others.extend(self.before_second_week(&placed));
            self.remember(&placed);
            // "A week earlier, when it was sixth, X had 6 trillion tokens": both of one week.
            self.placed_last = placed.relative.then(|| (vec![time.clone()], placed.clone(), None));
            self.in_passing = false;
            self.fronted_as_of = time.role == Role::AsOf;
            self.fronted_later = time.when.weeks_later();
            self.front_week = placed.period.filter(|_| placed.week);
            // "News on June 29: in the week of June 22, X led".
            let day = |passing: &(Placed, Aside)| passing.0.period.is_some_and(|period| period.days() == 1);
            let week = placed.period.is_some_and(|period| period.days() > 1);
            self.passing = self.passing.take().filter(|passing| !(week && day(passing)));
            self.fronted = Some(placed);
            (self.fronting, self.held) = (true, false);
        } else {
            self.unplaced = Some(self.no_place(time, None));
        }
    }
}

/// "X processed 4 trillion tokens last week, data showed on Monday": a day behind all that is said is when it
/// was said.
pub(super) fn is_day_of_saying(time: &Time, items: &[Item], at: usize) -> bool {
    let said = |items: &[Item]| items.iter().any(|item| matches!(item, Item::Said(_)));
    let (before, behind) = items.split_at(at);
    matches!(time.when, When::Weekday { .. }) && time.role == Role::At && said(before) && !said(behind)
}

/// "On June 29, data showed that from June 22 to 28": the day on which it is told.
fn is_later_day(day: Period, other: Period) -> bool {
    day.days() == 1 && other.days() > 1 && other.end < day.start
}
