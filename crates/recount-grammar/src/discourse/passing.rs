//! Weeks that are named in passing: in words that no rule read, in a relative clause or
//! an apposition.

use recount_model::{MetricId, Period};

use super::{Discourse, Placed};
use crate::en::clause::{Act, Anchor, Aside, Item, Said};
use crate::en::phrase::time::Time;

impl Discourse<'_> {
    /// Was it named in passing in this paragraph?
    pub(super) fn is_aside(&self, period: Period) -> bool {
        self.aside == Some(period)
    }

    /// What a sentence without a time may also speak of: a period that was
    /// named in passing, and the one that was named last.
    pub(super) fn other_periods(&self, period: Period) -> Vec<Period> {
        let last = self.period.filter(|_| self.paragraph.is_none());
        let others = self.aside.into_iter().chain(last);
        others.filter(|other| *other != period).collect()
    }

    /// A week that the sentence names in passing, in words that no rule read.
    pub(super) fn pass(&mut self, time: &Time, aside: Aside) {
        if self.fronted.is_some() {
            return;
        }
        let week = self.is_week(std::slice::from_ref(time), None);
        // "It was dearest at the beginning of June, at 1.78": not "the previous week".
        let told = |placed: &Placed| {
            let days = placed.period.is_some_and(|period| period.days() != 7);
            week || aside == Aside::No && days && !placed.relative
        };
        self.passing = self.place_one(time, None).filter(told).map(|placed| (placed, aside));
    }

    /// When something holds whose time is told elsewhere.
    pub(super) fn untold(&self, said: &Said, metric: MetricId) -> Placed {
        match self.passing.clone() {
            Some((placed, aside)) => {
                let elsewhere = match aside {
                    Aside::No => false,
                    Aside::Place => matches!(said.act, Act::Rank { .. }),
                    Aside::Relative => true,
                };
                let mut carried = self.carried();
                if !elsewhere || carried.period.is_none() {
                    return self.or_carried(placed);
                }
                carried.others.extend(placed.period.filter(|week| Some(*week) != carried.period));
                carried
            }
            None if self.fronted.is_none() => self.of_its_own(metric, self.carried()),
            None => self.or_before_held(said, self.carried()),
        }
    }

    /// "X was sixth the week before; Y was fourth": then, or in the week that is spoken of.
    fn or_before_held(&self, said: &Said, mut carried: Placed) -> Placed {
        let told = self.held && carried.relative && !said.adjuncts.had;
        if let Some(week) = self.current_behind(None).filter(|week| told && Some(*week) != carried.period) {
            carried.others.push(week);
        }
        carried
    }

    /// "X was third in the week of June 1 and second in the week of June 8. A week before …": than the later
    /// of the two, perhaps.
    pub(super) fn second_week(&self, items: &[Item]) -> Option<Period> {
        let told = self.paragraph?;
        let beside = items.iter().filter_map(|item| match item {
            Item::Said(said) if said.adjuncts.local && said.anchor == Anchor::Clause => Some(said),
            _ => None,
        });
        let times = beside.flat_map(|said| &said.adjuncts.times).filter(|time| time.when.is_dated_week());
        let mut weeks = times.filter_map(|time| self.place_one(time, None)?.period);
        let later = |week: &Period| week.days() == 7 && told.days() == 7 && told.start < week.start;
        weeks.by_ref().filter(later).last().or_else(|| self.earlier_week(items))
    }

    /// "A week before" that later week.
    pub(super) fn before_second_week(&self, placed: &Placed) -> Option<Period> {
        let (told, later) = (self.paragraph?, self.aside?);
        let before = placed.relative && placed.period == Some(told.weeks_later(-1));
        (before && told.start < later.start && later.days() == 7).then(|| later.weeks_later(-1))
    }

    /// A week that may be meant, or else the one that is being spoken of.
    pub(super) fn or_carried(&self, mut placed: Placed) -> Placed {
        let other = self.carried().period;
        placed.others.extend(other.filter(|other| Some(*other) != placed.period));
        placed
    }

    /// "In the week of June 1, X led. ¶ Its volume has grown to 4 trillion": by the day of publication, and that is
    /// not known.
    pub(super) fn is_by_an_unknown_day(&self, said: &Said) -> bool {
        let perfect = said.adjuncts.perfect && said.adjuncts.weeks.is_none();
        let told = self.fronted.is_some() || self.paragraph.is_some() || self.headed;
        perfect && !told && self.setting.published.is_none() && self.setting.week.is_none()
    }

    /// "A month earlier it had 8 trillion, so it has doubled", "Three weeks earlier it led. It
    /// has fallen to tenth": what has come about, has by now, not by then.
    pub(super) fn up_to_now(&self, said: &Said) -> Option<Placed> {
        let then = match &self.fronted {
            Some(placed) => placed.period.filter(|_| placed.relative)?,
            None => self.paragraph.filter(|_| !self.headed)?,
        };
        let perfect = said.adjuncts.perfect && said.adjuncts.weeks.is_none();
        let now =
            self.setting.week.or(self.period).filter(|now| perfect && now.days() == 7 && then < *now)?;
        Some(Placed {
            period: Some(now),
            assumptions: vec![recount_model::Assumption::CarriedPeriod],
            others: vec![then],
            relative: false,
            deictic: false,
            week: false,
        })
    }
}
