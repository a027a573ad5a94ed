//! When: the period of a statement, and the one it is compared with.

use jiff::ToSpan;
use jiff::civil::Weekday;
use recount_model::{Assumption, MetricId, Period};

use super::{Discourse, Placed, Refusal};
use crate::en::clause::{Act, Anchor, Said};
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Resolved, Role, Time, TimeContext, When, is_open, open_week};

impl Discourse<'_> {
    pub(super) fn context(&self, metric: Option<MetricId>, current: Option<Period>) -> TimeContext {
        TimeContext {
            published: self.setting.published,
            reference: self.setting.reference,
            week_starts: self.week_starts(metric),
            current,
        }
    }

    /// The period that is being spoken of, named or carried.
    fn current(&self) -> Option<Period> {
        self.current_behind(self.fronted.as_ref())
    }

    pub(super) fn place_one(&self, time: &Time, metric: Option<MetricId>) -> Option<Placed> {
        if !matches!(time.role, Role::At | Role::AsOf) {
            return None;
        }
        let current = self.told_from(time);
        // "A week later" than what?
        if time.when.is_later() {
            return self.place_later(time, metric);
        } else if time.when.is_to_come() {
            return None;
        }
        if time.when == When::Then {
            return self.place_then();
        }
        let context = self.context(metric, current);
        // "Last month" of an undated text need not be told from the week it names.
        let of_publication = matches!(time.when, When::Unit { unit, .. } if unit != TimeUnit::Week);
        if of_publication && self.setting.published.is_none() {
            return None;
        }
        let mut resolved = match open_week(&time.when, &context) {
            Some(period) => {
                Resolved { period, assumed_year: false, from_publication: false, relative_to_current: false }
            }
            None => time.when.resolve(&context)?,
        };
        // Nothing is reported of days that were still to come.
        if self.setting.published.is_some_and(|published| resolved.period.start > published) {
            return None;
        }
        resolved.period = self.weekend(resolved.period, metric);
        let flow = self.counted(metric).is_some_and(|metric| metric.adds_up);
        if time.role == Role::AsOf && flow && resolved.period.days() == 1 {
            let week = Period::week_of(resolved.period.start, self.week_starts(metric));
            if week.end == resolved.period.end {
                resolved.period = week;
            }
        }
        let mut assumptions = Vec::new();
        if resolved.assumed_year {
            assumptions.push(Assumption::Year(resolved.period.start.year()));
        }
        if let (true, Some(published)) = (resolved.from_publication, self.setting.published) {
            assumptions.push(Assumption::Publication(published));
        }
        let others = self.besides(time, metric, &resolved, &context);
        Some(Placed {
            period: Some(resolved.period),
            assumptions,
            others,
            deictic: false,
            relative: (resolved.relative_to_current && Some(resolved.period) != current)
                || time.when.is_long_ago(),
            week: resolved.period.days() == 7 && !resolved.relative_to_current,
        })
    }

    /// The other periods that a time may mean.
    fn besides(
        &self,
        time: &Time,
        metric: Option<MetricId>,
        resolved: &Resolved,
        context: &TimeContext,
    ) -> Vec<Period> {
        // On a Tuesday "this week" may be the one that has just been reported.
        let unfinished = resolved.from_publication
            && resolved.period.days() == 7
            && self
                .setting
                .published
                .is_some_and(|day| resolved.period.start <= day && day < resolved.period.end);
        // "4 trillion this week, 3 trillion last week": then last week is the one before.
        let last = self.setting.this_week
            && resolved.from_publication
            && resolved.period.days() == 7
            && self.just_reported(resolved.period.weeks_later(1)).is_some();
        let mut others = if unfinished || last { vec![before(resolved.period)] } else { Vec::new() };
        others.extend(self.by_the_report(time, resolved, metric));
        others.extend(time.when.weeks_too(context));
        others.extend(self.days_up_to_publication(time, metric));
        // "This week: 28.9 trillion", in a report of one that was over by then: the one it reports.
        let own =
            self.setting.week.or(self.period).or(self.strays.last().copied()).filter(|own| own.days() == 7);
        others.extend(own.filter(|own| unfinished && own.end < resolved.period.start));
        others
    }

    /// The seven days up to the day of publication, with it or without it, where no
    /// week ends there: "in the past seven days" may be them.
    fn days_up_to_publication(&self, time: &Time, metric: Option<MetricId>) -> Vec<Period> {
        let starts = self.week_starts(metric);
        let past = self.setting.published.filter(|_| time.when == When::PastWeek);
        let Some(day) = past.filter(|day| day.weekday() != starts) else {
            return Vec::new();
        };
        [7, 6].map(|back| Period::week(day.saturating_sub(back.days()))).to_vec()
    }

    /// Why a time has no place.
    pub(super) fn no_place(&self, time: &Time, metric: Option<MetricId>) -> Refusal {
        let starts = time.when.resolve(&self.context(metric, None)).map(|found| found.period.start);
        let ahead = self.setting.published.zip(starts).is_some_and(|(published, start)| start > published);
        match (ahead && !time.when.is_later()) || time.when.is_to_come() {
            true => Refusal::NotCheckable("it speaks of a time that was still to come".to_owned()),
            false => Refusal::unread("the time it speaks of cannot be placed"),
        }
    }

    /// Carries a period on to the next sentences: a week stays the subject of
    /// an article even where a month or a year is named in passing.
    pub(super) fn remember(&mut self, placed: &Placed) {
        let Some(new) = placed.period else { return };
        self.now.told(placed.relative);
        // What is still to come is not what the article reports.
        if self.setting.published.is_some_and(|published| new.start > published) {
            return;
        }
        // "The week before last" is a topic where no other week is.
        let topic =
            placed.week && self.period.is_none() && self.paragraph.is_none() && self.setting.week.is_none();
        if placed.relative {
            self.pending_topic = topic.then_some(new);
            self.pending_aside = Some(new);
            return;
        }
        if placed.week {
            self.strays.clear();
            self.vague = false;
        }
        self.news |= placed.deictic && self.reported(None).and_then(|news| news.period) == Some(new);
        self.paragraph = Some(new);
        self.headed = false;
        self.pending_aside = placed.others.first().copied().or(self.pending_aside);
        let week = new.days() == 7;
        // "X had 4 trillion tokens last week. In the week of May 25, it had 3. Y rose 8 %": then, or last week.
        let [period, paragraph] = self.spoken_before;
        let spoken = paragraph.or(period).filter(|old| week && old.days() == 7 && new.end < old.start);
        self.pending_aside = self.pending_aside.or(spoken);
        let topic = self.period.or(self.setting.week);
        if week || (topic.is_none_or(|old| old.days() != 7) && new.days() <= 31) {
            self.period = Some(new);
        }
    }

    /// A month of one metric is not the time of another: "as of December" of
    /// users says nothing of this week's volume.
    fn speak_of(&mut self, metric: MetricId) {
        let other = self.metric.is_some_and(|old| old != metric);
        let long = |period: &Option<Period>| period.is_some_and(|period| period.days() != 7);
        if other && long(&self.period) {
            self.period = None;
        }
        if other && long(&self.paragraph) {
            self.paragraph = None;
        }
        self.metric = Some(metric);
    }

    /// When a statement holds.
    pub(super) fn placed(&mut self, said: &Said, metric: MetricId) -> Result<Placed, Refusal> {
        if said.anchor == Anchor::Open {
            return self.beginning(said, metric);
        }
        let times = self.times_of(said, metric);
        let named = !times.is_empty();
        // "from 72 % a year ago to 33 % in June": a year before that June.
        let against = said.adjuncts.against.as_ref().and_then(|time| self.place_one(time, Some(metric)));
        let outer = self.fronted.clone();
        self.fronted = against.or(outer.clone());
        let own = self.narrowest(&times, metric);
        self.fronted = outer;
        let mut own = own?;
        self.at_once(said, &times, &mut own);
        // "from 132.5 the week before": whichever week is spoken of.
        if let Some(own) = own.as_mut().filter(|own| own.others.is_empty()) {
            let carried = self.carried();
            if own.period == carried.period.map(before) {
                own.others = carried.others.into_iter().map(before).collect();
            }
        }
        let own = own.map(|own| self.week_up_to(said, own, metric));
        // "A week after that": after a week that nobody could place.
        let own = own.filter(|own| {
            let unread = times.iter().any(|time| self.is_from_unread(time, own));
            !(self.now.astray && own.relative || unread)
        });
        self.speak_of(metric);
        let placed = match own {
            Some(placed) if said.adjuncts.late => self.or_carried(placed),
            Some(placed) => {
                self.hold(said, &placed);
                placed
            }
            None if named => {
                let unread = || Refusal::unread("the time it speaks of cannot be placed");
                self.now.astray = true;
                return Err(times.first().map_or_else(unread, |time| self.no_place(time, Some(metric))));
            }
            None if self.now.holds(said) => {
                self.now.today = true;
                self.of_now()
            }
            None if self.fronted.is_none() && self.now.of_list().is_some() => self.of_the_list(),
            None if self.now.astray && said.adjuncts.present != Some(true) => Placed::at(None),
            None if self.is_by_an_unknown_day(said) => Placed::at(None),
            None => {
                let placed = self.up_to_now(said).unwrap_or_else(|| self.untold(said, metric));
                self.on_its_calendar(metric, placed)
            }
        };
        if named && !said.adjuncts.local || self.fronted.is_some() {
            self.keep_week(metric, &placed);
            self.now.retold = placed.period.filter(|_| said.adjuncts.present == Some(true));
        }
        let placed = self.or_stray(placed, named);
        let placed = self.week_of_change(said, placed, metric);
        let placed = self.had_been(said, placed, named);
        self.tell_of(said, &placed);
        self.anchored(said, metric, placed)
    }

    /// What a statement tells of its time holds for the rest of the sentence too.
    fn hold(&mut self, said: &Said, placed: &Placed) {
        // "Until last week it had stayed below 3 for more than a month": what follows is of no such end.
        let over = said.adjuncts.ended && said.adjuncts.earlier;
        if matches!(said.anchor, Anchor::Clause | Anchor::End) && !said.adjuncts.local && !over {
            // "It entered in May and has led since", where the paragraph tells of a week.
            let long = placed.period.is_some_and(|period| period.days() > 7);
            let passing = long && matches!(said.act, Act::Rank { .. }) && self.several.is_weekly();
            match passing {
                true => self.pending_aside = placed.period,
                false => self.remember(placed),
            }
            self.in_passing = true;
            // "Overtaken two weeks ago, X was first last week with 4 trillion, up 11 %": last week.
            self.passing = None;
            // "The past seven days" stay what they may be.
            let same = |other: &&Period| placed.period.is_some_and(|period| period.overlaps(other));
            let others = placed.others.iter().filter(same).copied().collect();
            self.keep_outer(said, placed);
            self.held = !said.adjuncts.times.is_empty() && !self.fronting;
            self.fronted = Some(Placed { others, ..placed.clone() });
        }
    }

    /// A period where the statement tells of the time before it.
    fn anchored(&mut self, said: &Said, metric: MetricId, mut placed: Placed) -> Result<Placed, Refusal> {
        // "up from 3.71 a week ago", where the week before publication is the
        // one that is spoken of.
        if said.anchor == Anchor::Earlier && super::ends::names_its_week(said) {
            // "After a fall of 3.1 % in the week of June 22": then, whatever week is spoken of.
        } else if said.anchor == Anchor::Earlier && placed.period == self.carried().period {
            // Or the one that is told from the day of publication after all.
            placed.others.extend(placed.period);
            placed.period = placed.period.map(before);
        } else if said.anchor == Anchor::Earlier {
            placed.others.extend(placed.period.filter(|week| week.days() == 7).map(before));
        }
        let starts = self.week_starts(Some(metric));
        if said.anchor == Anchor::Before && matches!(said.act, Act::Rank { .. }) {
            self.began = placed.period.and_then(|period| Self::ends(said, period));
        }
        if said.anchor == Anchor::Before
            && let Some(base) = self.way_back(said, metric)
        {
            placed.period = Some(base);
        } else if let (Anchor::Before, Some(run)) = (said.anchor, said.adjuncts.run) {
            super::run::begin(run, &mut placed)?;
        } else if said.anchor == Anchor::Before && !super::ends::first_week(&mut placed, said, starts) {
            let weeks = self.now.weeks_before(said);
            let then = |week: Period| week.weeks_later(-weeks);
            placed.period = placed.period.map(then);
            placed.others = placed.others.into_iter().map(then).collect();
        }
        self.now.keep_run(said);
        super::ends::last_week(&mut placed, said, starts);
        if let (true, Act::Level { .. }, Some((first, last))) = (self.same_stretch, &said.act, self.stretch) {
            placed.period = Some(if said.anchor == Anchor::Before { first } else { last });
        }
        placed.others.extend(self.week_of_day(placed.period, metric));
        Ok(placed)
    }

    /// The times of a statement: those behind a later part of the sentence only
    /// where they name a week.
    fn times_of(&self, said: &Said, metric: MetricId) -> Vec<Time> {
        let times = Self::own_times(said);
        if said.adjuncts.late && !self.is_week(&times, metric) { Vec::new() } else { times }
    }

    /// When "from 72 % to 33 %" began, where the words do not say it.
    fn beginning(&self, said: &Said, metric: MetricId) -> Result<Placed, Refusal> {
        let named = self.fronted.as_ref().filter(|placed| placed.week);
        let named = named.and_then(|placed| placed.period);
        let end = said.adjuncts.against.iter().cloned();
        let times: Vec<Time> = Self::own_times(said).into_iter().chain(end).collect();
        let own = self.narrowest(&times, metric)?.and_then(|placed| placed.period);
        let week =
            own.or(named).filter(|period| period.days() == 7 && said.adjuncts.run.is_none()).map(before);
        Ok(Placed::at(self.way_back(said, metric).or(week)))
    }

    /// Do the times name one week, and not only against another one?
    pub(super) fn is_week(&self, times: &[Time], metric: impl Into<Option<MetricId>>) -> bool {
        let metric = metric.into();
        times
            .iter()
            .filter_map(|time| self.place_one(time, metric))
            .next_back()
            .is_some_and(|placed| placed.week)
    }

    /// The one period that several times name: each must lie in the next wider
    /// one, as in "last week (June 22 to 28)".
    fn narrowest(&self, times: &[Time], metric: MetricId) -> Result<Option<Placed>, Refusal> {
        if self.vague && times.iter().any(|time| time.when == When::Same) {
            return Err(Refusal::unread("which week is meant, is not said"));
        }
        let mut found: Option<Placed> = None;
        for placed in times.iter().filter_map(|time| self.place_one(time, Some(metric))) {
            let (Some(old), Some(new)) = (found.as_ref().and_then(|old| old.period), placed.period) else {
                found = Some(placed);
                continue;
            };
            // "Last week (June 22 to 28)" of an undated text: the sentence tells it.
            if is_open(old) || is_open(new) {
                found = if is_open(old) { Some(placed) } else { found };
            } else if new.is_within(&old) {
                found = Some(placed);
            } else if !old.is_within(&new) {
                return Err(Refusal::unread("two times that are not the same"));
            }
        }
        Ok(found)
    }

    /// Where "from A to B in a year" began.
    fn way_back(&self, said: &Said, metric: MetricId) -> Option<Period> {
        if let (true, Some((base, _))) = (self.same_stretch, self.stretch) {
            return Some(base);
        }
        let within = said
            .adjuncts
            .times
            .iter()
            .find(|time| matches!(time.role, Role::Within | Role::Base | Role::Since))?;
        let own = said.adjuncts.times.iter().find_map(|time| self.place_one(time, Some(metric)));
        let current =
            own.and_then(|placed| placed.period).or_else(|| self.current()).or_else(|| self.carried().period);
        let context = self.context(Some(metric), current);
        within.when.resolve(&context).map(|resolved| resolved.period)
    }

    /// The times that say when a statement holds: "a week earlier" does, unless
    /// it is what a change compares with.
    pub(super) fn own_times(said: &Said) -> Vec<Time> {
        let ago = said.adjuncts.ago && !matches!(said.act, Act::Change { .. });
        let times = said.adjuncts.times.iter();
        let own = times
            .filter(|time| matches!(time.role, Role::At | Role::AsOf) || (ago && time.role == Role::Base));
        own.map(|time| Time {
            role: if time.role == Role::Base { Role::At } else { time.role },
            ..time.clone()
        })
        .collect()
    }

    /// A weekend of what is counted over weekends is the week that holds it.
    fn weekend(&self, period: Period, metric: Option<MetricId>) -> Period {
        let weekend = period.days() <= 3 && period.start.weekday() == Weekday::Saturday;
        match weekend && self.counts_weekends(metric) {
            true => Period::week_of(period.start, self.week_starts(metric)),
            false => period,
        }
    }

    pub(super) fn carried(&self) -> Placed {
        if let Some(placed) = &self.fronted {
            let mut placed = placed.clone();
            let reported = placed.period.and_then(|period| self.just_reported(period));
            placed.others.extend(reported.filter(|week| !placed.others.contains(week)));
            return placed;
        }
        if let Some(placed) = self.of_the_headed_month() {
            return placed;
        }
        if let Some(period) = self.paragraph.or_else(|| self.topic()) {
            let mut others = self.other_periods(period);
            let reported = self.just_reported(period).filter(|week| !others.contains(week));
            others.extend(reported);
            for own in self.own_weeks(period) {
                if !others.contains(&own) {
                    others.push(own);
                }
            }
            return Placed {
                period: Some(period),
                assumptions: vec![Assumption::CarriedPeriod],
                others,
                relative: false,
                deictic: false,
                week: false,
            };
        }
        // No week anywhere: the last full week before publication, or one near it.
        self.reported(None).unwrap_or(Placed::at(None))
    }

    /// Was a period named in the sentence or carried from another one?
    pub(super) fn has_period(&self, said: &Said) -> bool {
        let own =
            said.adjuncts.times.iter().any(|time| matches!(time.role, Role::At | Role::AsOf | Role::Base));
        own || self.current().is_some()
    }

    /// From which week to which one something changed over a stretch of days,
    /// where the text does not say what it is held against.
    pub(super) fn ends(said: &Said, period: Period) -> Option<(Period, Period)> {
        let told = said.adjuncts.times.iter().any(|time| matches!(time.role, Role::Base | Role::Since));
        if told { None } else { ends(period) }
    }

    /// The period that a change compares with.
    pub(super) fn base(&self, said: &Said, metric: MetricId, period: Option<Period>) -> Option<Period> {
        let context = self.context(Some(metric), period);
        let told = said.adjuncts.times.iter().find(|time| matches!(time.role, Role::Base | Role::Since));
        let within = said.adjuncts.times.iter().find(|time| time.role == Role::Within);
        if let Some(time) = told.or(within) {
            // "Lower than last year", of a week: than in the same week of it.
            let week = time.role == Role::Base && period.is_some_and(|period| period.days() == 7);
            let same_week = time.when.in_the_year_before().filter(|_| week);
            return same_week
                .as_ref()
                .unwrap_or(&time.when)
                .resolve(&context)
                .map(|resolved| self.weekend(resolved.period, Some(metric)));
        }
        // "X tripled in four weeks; Y fell 17 % over the same period".
        let same =
            self.stretch.filter(|(base, now)| self.same_stretch && Some(*now) == period && *base < *now);
        same.map(|(base, _)| base).or_else(|| period.map(before))
    }
}

/// The first and the last week of a stretch of days that is no calendar month,
/// quarter or year.
fn ends(period: Period) -> Option<(Period, Period)> {
    let calendar = period.start == period.start.first_of_month() && period.end == period.end.last_of_month();
    // "Early June" is no way from its first week to its second.
    let half = match period.start.day() {
        1 => period.end.first_of_month() == period.start && period.end.day() == 15,
        16 => period.end == period.start.last_of_month(),
        _ => false,
    };
    let long = period.days() >= 14 && !calendar && !half;
    let last = Period { start: period.end.saturating_sub(6.days()), end: period.end };
    long.then(|| (Period::week(period.start), last))
}

/// The period of the same kind just before: the week before a week, the month
/// before a month.
pub(super) fn before(period: Period) -> Period {
    if period.days() != 7 && period == Period::month_of(period.start) {
        return Period::month_of(period.start.saturating_sub(1.day()));
    }
    let (first, last) = (period.start, period.end);
    if first == first.first_of_year() && last == first.last_of_year() {
        let last = first.saturating_sub(1.day());
        return Period { start: last.first_of_year(), end: last };
    }
    let days = period.days().days();
    Period { start: period.start.saturating_sub(days), end: period.end.saturating_sub(days) }
}
