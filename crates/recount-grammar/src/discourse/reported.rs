//! The week that an article reports, where another one was told last.

use jiff::ToSpan;
use jiff::civil::Weekday;
use recount_model::{Assertion, Assumption, MetricId, Period, Unit};

use super::now::OfList;
use super::when::before;
use super::{Discourse, Placed};
use crate::en::clause::{Anchor, Said};
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Resolved, Time, When};

impl Discourse<'_> {
    /// The weeks that an article may go on about where the one that is carried was told
    /// of something else: its own, and the one before its publication. "It opened at
    /// No. 1 in the first week of June. Sales slid 3%."
    pub(super) fn own_weeks(&self, carried: Period) -> impl Iterator<Item = Period> {
        let own = self.setting.week.filter(|_| self.in_passing);
        let reported = self.reported(None).and_then(|placed| placed.period).filter(|week| Some(*week) != own);
        own.into_iter().chain(reported).filter(move |week| *week != carried)
    }

    /// "It is fourth now": in the week that is reported, whatever was told before it.
    pub(super) fn at_present(&self, carried: Placed) -> Placed {
        // Nobody tells when "now" is: it need not be the week that was named before.
        let named = carried.period.filter(|_| self.fronted.is_none());
        if self.setting.published.is_none() && named.is_some() && !self.setting.alone {
            return Placed::at(None);
        }
        let Some((own, told)) = carried.period.and_then(|told| Some((self.week_of_now(told)?, told))) else {
            return carried;
        };
        let others = carried.others.into_iter().chain([told]).filter(|week| *week != own).collect();
        Placed { period: Some(own), others, ..carried }
    }

    /// The week of what is told as of now.
    pub(super) fn of_now(&mut self) -> Placed {
        let outer = self.fronted.take_if(|placed| placed.relative);
        let carried = self.carried();
        self.fronted = outer.or(self.fronted.take());
        let placed = self.at_present(carried);
        self.speak_of_now(&placed);
        placed
    }

    /// Of which time is what a list tells that has a time of its own?
    pub(super) fn of_the_list(&mut self) -> Placed {
        let latest = self.now.of_list() == Some(OfList::Latest);
        if latest && self.setting.published.is_some() {
            return self.of_now();
        }
        // Of an undated text: the week that all of it reports, where no other was told before.
        let own = self.carried();
        let all = latest && self.period.is_none() && own.period.is_some();
        if all { own } else { Placed::at(None) }
    }

    /// "In the week of May 11 it was third. It is ninth now. A week earlier …": than now.
    fn speak_of_now(&mut self, placed: &Placed) {
        let told = self.paragraph.filter(|told| placed.period.is_some_and(|now| told.end < now.start));
        if told.is_some() && !self.headed {
            self.paragraph = placed.period;
            self.pending_aside = told;
        }
    }

    /// The week that is reported, where an earlier one was told.
    fn week_of_now(&self, told: Period) -> Option<Period> {
        let own = self.reported(None)?.period.filter(|own| told.end < own.start)?;
        // The week of the headline, if that is news.
        let near = self.setting.week.filter(|week| week.weeks_later(2).start > own.start);
        near.or(Some(own))
    }

    /// The week that the article speaks of, where no paragraph does: its own, or that of
    /// the last news, where it was named behind an older one.
    pub(super) fn topic(&self) -> Option<Period> {
        let news = |week: &Period| self.setting.week.is_some_and(|own| self.week_of_now(own) == Some(*week));
        self.period.filter(news).or(self.setting.week).or(self.period)
    }

    /// "In the week of March 2, X led. Y is first": then, or in the week that is reported,
    /// unless that week, too, was told in the present tense.
    pub(super) fn or_now(&self, said: &Said, placed: &Placed) -> Option<Period> {
        let carried = placed.assumptions.contains(&Assumption::CarriedPeriod) && self.fronted.is_none();
        // Behind "last week", in a paragraph of its own, whatever its tense.
        if carried && self.news && self.paragraph.is_none() {
            let news = self.reported(None).and_then(|news| news.period);
            return news.filter(|now| placed.period.is_some_and(|told| told.end < now.start));
        }
        // "… ¶ It has ballooned to 25 trillion": by now, where the paragraph before told of a week.
        let by_now = said.adjuncts.perfect && self.paragraph.is_none();
        let present = (said.adjuncts.present == Some(true) || by_now) && !self.headed;
        let told = placed.period.filter(|told| carried && present && self.now.retold != Some(*told))?;
        // "… has been first for two weeks now", behind the news of the week before last: up to the last one.
        let last = || self.reported(None)?.period.filter(|own| self.now.said && told.end < own.start);
        self.week_of_now(told).filter(|now| *now != told).or_else(last)
    }

    /// The weeks that may be meant besides.
    pub(super) fn other_weeks(&self, said: &Said, first: &Assertion, placed: &Placed) -> Vec<Period> {
        // Which week a figure fits, tells its week; "it rose" fits too many.
        let value = first.predicate.value();
        let figure = value
            .is_some_and(|value| !value.is_direction() && !matches!(value.unit, Unit::Rank | Unit::Count));
        let carried = placed.assumptions.contains(&Assumption::CarriedPeriod);
        let any = figure || !carried || said.adjuncts.nth_week || !self.strays.is_empty();
        let shift = i64::from(said.anchor == Anchor::Before);
        let told = placed.period.map(|week| week.weeks_later(shift));
        let reported = told.and_then(|week| self.just_reported(week));
        // "It had fallen for eight weeks": up to the week that is told, or to the one before.
        let earlier = placed.period.filter(|_| said.adjuncts.earlier).map(before);
        // "It had been third": in any of the weeks up to the one that is spoken of.
        let had = |period: &Period| {
            let told = placed.period.filter(|_| said.adjuncts.earlier);
            told.is_some_and(|told| [1, -1, -2].iter().any(|by| told.weeks_later(*by) == *period))
        };
        let admitted = |period: &Period| {
            any || self.is_aside(*period)
                || had(period)
                || earlier == Some(*period)
                || reported == Some(period.weeks_later(shift))
                || carried
                    && self.in_passing
                    && told
                        .is_some_and(|told| self.own_weeks(told).any(|own| own == period.weeks_later(shift)))
        };
        let mut weeks: Vec<Period> = placed.others.iter().copied().filter(admitted).collect();
        weeks.extend(self.or_now(said, placed).filter(|now| !weeks.contains(now)));
        weeks
    }

    /// On its first days "this week" may be the one that has just been
    /// reported: the week before one that was not over on the day of publication.
    pub(super) fn just_reported(&self, period: Period) -> Option<Period> {
        let open = |day| period.start <= day && day < period.end;
        (period.days() == 7 && self.setting.published.is_some_and(open)).then(|| before(period))
    }

    /// "September update" over the news of a week in September: that week, or the
    /// month.
    pub(super) fn of_the_headed_month(&self) -> Option<Placed> {
        let month = self.paragraph.filter(|period| self.headed && period.days() > 7)?;
        let mut placed = self.reported(None)?;
        let week = self.setting.week.filter(|week| week.is_within(&month)).or(placed.period)?;
        if !week.overlaps(&month)
            || self.setting.published.is_some_and(|day| day > month.end.saturating_add(7.days()))
        {
            return None;
        }
        placed.others.push(month);
        placed.others.extend(placed.period.filter(|other| *other != week));
        placed.others.retain(|other| *other != week);
        placed.period = Some(week);
        Some(placed)
    }

    /// "Last week" of a text that appears on the last day of a week may be that one.
    pub(super) fn by_the_report(
        &self,
        time: &Time,
        resolved: &Resolved,
        metric: Option<MetricId>,
    ) -> Option<Period> {
        let last = matches!(time.when, When::Unit { unit: TimeUnit::Week, shift: -1 });
        let day = self.setting.published.filter(|_| last && resolved.period.days() == 7)?;
        let this = Period::week_of(day, self.week_starts(metric));
        (this.end == day).then_some(this)
    }

    /// The last full week before publication, where nothing but that day tells the week, by the
    /// calendar of what is counted: the one that was spoken of may have another one.
    pub(super) fn on_its_calendar(&self, metric: MetricId, placed: Placed) -> Placed {
        let assumed = matches!(placed.assumptions.as_slice(), [Assumption::Publication(_)]);
        if !assumed || self.week_starts(Some(metric)) == self.week_starts(None) {
            return placed;
        }
        self.reported(Some(metric)).unwrap_or(placed)
    }

    /// The last full week before publication, of a metric or of the one that is being spoken of.
    pub(super) fn reported(&self, metric: Option<MetricId>) -> Option<Placed> {
        let published = self.setting.published?;
        let this = Period::week_of(published, self.week_starts(metric));
        // On its Sunday and later a weekend is over.
        let sunday = published.checked_sub(i64::from(published.weekday().since(Weekday::Sunday)).days());
        let over = self.counts_weekends(metric) && sunday.is_ok_and(|sunday| sunday >= this.start);
        let this = if over { this.weeks_later(1) } else { this };
        let last = this.weeks_later(-1);
        Some(Placed {
            period: Some(last),
            assumptions: vec![Assumption::Publication(published)],
            // Of a week that has just begun nothing is reported yet; an entry may be
            // headed by the first day of its week.
            others: match self.entry.is_some() || published > this.start.saturating_add(2.days()) {
                true => vec![this, this.weeks_later(-2)],
                false => vec![this.weeks_later(-2)],
            },
            relative: false,
            deictic: false,
            week: false,
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use recount_model::Period;

    use crate::en::clause::testing::world;
    use crate::{Format, Options, Reader};

    /// The first week of the last claim, and whether the last full one may be meant.
    fn last(text: &str) -> (Option<Period>, bool) {
        let world = world();
        let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
        let reading = Reader::new(&world).read(text, Format::Markdown, &options);
        let claim = reading.claims.last().expect("a claim");
        let week = Some(Period::week(date(2026, 6, 22)));
        let readings = || std::iter::once(&claim.assertion).chain(&claim.readings);
        (claim.assertion.period, readings().any(|reading| reading.period == week))
    }

    #[test]
    fn a_week_behind_a_statement_may_be_told_in_passing() {
        let lead =
            "Alder led the chart.\n\nIt entered the chart in the first week of June with 3 trillion tokens.";
        for behind in ["It fell 3%.", "Birch processed 2 trillion tokens.", "Birch has slumped to fifth."] {
            assert!(last(&format!("{lead} {behind}")).1, "{behind}");
        }
    }

    #[test]
    fn now_is_the_week_that_is_reported() {
        let week = Some(Period::week(date(2026, 6, 22)));
        for text in [
            "Alder was fourth in early May and is ninth now.",
            "Alder processed 5 trillion tokens in the week of May 18. It now processes 4 trillion.",
            "In the week of June 1, Alder was third. Now it is fifth.",
        ] {
            assert_eq!(last(text).0, week, "{text}");
        }
    }

    /// The weeks of the last claim, the first one first.
    fn weeks(text: &str) -> Vec<Option<Period>> {
        let world = world();
        let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
        let reading = Reader::new(&world).read(text, Format::Markdown, &options);
        let claim = reading.claims.last().expect("a claim");
        std::iter::once(&claim.assertion).chain(&claim.readings).map(|said| said.period).collect()
    }

    fn week(month: i8, day: i8) -> Option<Period> {
        Some(Period::week(date(2026, month, day)))
    }

    #[test]
    fn the_present_tense_behind_an_older_week_may_be_of_the_reported_one() {
        for present in [
            "Birch is first.",
            "Birch ranks first.",
            "Birch leads the chart.",
            "The current leader is Birch.",
            "Fast forward to the present: Birch is first.",
            "That has changed. Birch is first.",
            "Birch is first, Alder second.",
        ] {
            let found = weeks(&format!("In the week of March 2, Alder led the chart. {present}"));
            assert_eq!(found, [week(3, 2), week(6, 22)], "{present}");
        }
        for past in ["Birch was second.", "Birch came second, Cedar third.", "Birch had been second."] {
            let found = weeks(&format!("In the week of March 2, Alder led the chart. {past}"));
            assert!(!found.contains(&week(6, 22)), "{past}");
        }
    }

    #[test]
    fn a_week_retold_in_the_present_tense_goes_on_in_it() {
        for text in [
            "In the week of March 2, Alder leads the chart. Birch is second.",
            "In the week of March 2, Alder leads the chart and Birch is second.",
            "## The week of March 2\n\nAlder leads the chart. Birch is second.",
        ] {
            assert_eq!(weeks(text), [week(3, 2)], "{text}");
        }
    }

    #[test]
    fn today_holds_for_all_that_is_told_in_the_present_tense() {
        for text in [
            "Today, Birch ranks first.",
            "Today, Birch ranks first and Alder is second.",
            "Birch now processes 5 trillion tokens a week and ranks first.",
        ] {
            let found = weeks(&format!("In the week of March 2, Alder led the chart. {text}"));
            assert_eq!(found.first(), Some(&week(6, 22)), "{text}");
        }
    }

    #[test]
    fn last_week_behind_an_older_one_is_what_the_next_paragraphs_tell() {
        let lead = "In the week of April 13, Alder processed 4 trillion tokens.";
        let last = "Last week, Alder processed 5 trillion tokens.";
        let told = "Birch was sixth.";
        assert_eq!(weeks(&format!("{lead}\n\n{last}\n\n{told}")).first(), Some(&week(6, 22)));
        assert_eq!(weeks(&format!("{last}\n\n{lead} {told}")).first(), Some(&week(4, 13)));
    }

    #[test]
    fn a_week_before_the_statements_is_the_one_that_is_told() {
        let text = "Alder led the chart.\n\nIn the week of June 1, it processed 3 trillion tokens. Birch came second.";
        assert_eq!(last(text), (Some(Period::week(date(2026, 6, 1))), false));
    }
}
