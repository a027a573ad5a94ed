//! Days that tell of their week: the price of a Monday, stocks as of a day.

use recount_model::{MetricId, Period, Vocabulary};

use super::{Discourse, Placed};
use crate::en::clause::{Act, Said};
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Role, Time, When};

impl Discourse<'_> {
    /// A price of Monday is that of its week.
    pub(super) fn week_of_day(&self, period: Option<Period>, metric: MetricId) -> Option<Period> {
        let stock = !self.setting.alone && !self.setting.vocabulary.metric(metric).adds_up;
        let day = period.filter(|period| stock && period.days() == 1)?;
        Some(Period::week_of(day.start, self.week_starts(Some(metric))))
    }

    /// "Stocks were 2,531 as of June 26": a stock of that day is the week's; the figure
    /// itself may be told of the day.
    pub(super) fn week_up_to(&self, said: &Said, mut placed: Placed, metric: MetricId) -> Placed {
        let as_of = said.adjuncts.times.iter().any(|time| time.role == Role::AsOf);
        if let Some(week) = self.week_of_day(placed.period, metric).filter(|_| as_of) {
            placed.others.extend(placed.period.filter(|_| matches!(said.act, Act::Level { .. })));
            placed.period = Some(week);
        }
        placed
    }

    /// "It closed at 82.5 on Friday, up 2 % on the week": of that week, as what is held against
    /// the one before.
    pub(super) fn week_of_change(&self, said: &Said, mut placed: Placed, metric: MetricId) -> Placed {
        let week = |time: &Time| {
            let unit =
                matches!(time.when, When::Back { unit: TimeUnit::Week, .. } | When::Previous(TimeUnit::Week));
            time.role == Role::Base && unit
        };
        let weekly = matches!(said.act, Act::Change { .. }) && said.adjuncts.times.iter().any(week);
        if let Some(week) = self.week_of_day(placed.period, metric).filter(|_| weekly) {
            placed.period = Some(week);
        }
        placed
    }

    /// Is it counted over weekends, as its name says: "weekend sales"?
    pub(super) fn counts_weekends(&self, metric: Option<MetricId>) -> bool {
        let metric = metric.or(self.setting.metric).unwrap_or(MetricId(0));
        self.of_weekends.get(metric.index()).copied().unwrap_or(false)
    }

    /// For each metric: is it counted over weekends?
    pub(super) fn of_weekends(vocabulary: &Vocabulary) -> Vec<bool> {
        let weekend = |name: &String| name.split(' ').any(|word| word.eq_ignore_ascii_case("weekend"));
        vocabulary.metrics.iter().map(|metric| metric.names.iter().any(weekend)).collect()
    }
}
