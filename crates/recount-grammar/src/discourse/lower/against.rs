//! What a statement may be held against besides, and in which other weeks it may lie.

use super::*;

/// "X led for five weeks, taking first place in the week of June 1", "X, which led for five weeks running,
/// had 3 trillion tokens": a run that is told as over, whose end no word of its own clause tells.
fn may_be_over(said: &Said) -> bool {
    let Some(weeks) = said.adjuncts.weeks.filter(|weeks| !weeks.ordinal && !weeks.in_all) else {
        return false;
    };
    let past = said.adjuncts.present == Some(false) && !said.adjuncts.perfect;
    let until = said.adjuncts.times.iter().any(|time| matches!(time.role, Role::Until | Role::Since));
    past && !until && (!weeks.consecutive || said.adjuncts.local || said.adjuncts.late)
}

impl Discourse<'_> {
    /// The same at other times, and where either of two may be meant, of each: "the lead is 1.8 trillion".
    pub(super) fn whenever(
        &self,
        said: &Said,
        first: &Assertion,
        others: &[Assertion],
        text: &str,
        placed: &Placed,
    ) -> Vec<Assertion> {
        // "Four of the top five were northern. They handled 17 trillion.": the north had so much at least.
        let more = self.are_counted(said, text).then(|| at_least(first)).flatten();
        let turned = if said.adjuncts.either { others } else { &[] };
        let all = std::iter::once(first).chain(turned);
        all.flat_map(|one| self.at_other_times(said, one, text, placed)).chain(more).collect()
    }

    /// The same in other weeks, or held against them.
    fn at_other_times(&self, said: &Said, first: &Assertion, text: &str, placed: &Placed) -> Vec<Assertion> {
        let words = said.span.of(text);
        let weeks = self.other_weeks(said, first, placed).into_iter();
        let mut others: Vec<Assertion> = weeks.map(|week| self.moved(said, first, week)).collect();
        others.extend(self.then_to_now(said, first, placed));
        // "It had 4.6 trillion tokens in one week.": in any.
        let some = said.adjuncts.times.is_empty()
            && (words.contains("in one week") || words.contains("in a single week"));
        // "In its first full week": told from a beginning that may be long ago.
        let nth = said.adjuncts.nth_week && Self::own_times(said).is_empty();
        others.extend((some || nth || may_be_over(said)).then(|| first.moved_to(None)));
        if self.seen.any(Seen::MONTH) {
            others.extend(week_on_week(said, first, words));
        }
        let made = matches!(said.act, Act::Rank { movement: Some(Movement::Entered), .. })
            && has_word(words, &["made", "makes", "make"]);
        let already = self.fronted.is_none() && may_be_so_already(said) || made;
        others.extend(already.then(|| as_state(first.clone(), false)));
        others.extend(since_some_week(said, first));
        others.extend(self.against_told(said, first));
        others.extend(way_for_weeks(said, first));
        others.extend(since_they_began(said, first));
        others.extend(self.some_week_of(first, words));
        // "February surge! X passes Y for the first time", as a headline: whenever the text says.
        let untimed = self.title && Self::own_times(said).is_empty();
        let once = untimed && matches!(first.predicate, Predicate::First(_));
        others.extend(once.then(|| first.moved_to(None)));
        others.extend(self.ago_from_publication(said, first, words));
        others.extend(self.months_back(said, first));
        others.extend(self.when_from(said, first));
        others.extend(self.weeks_from(said, first));
        others.extend(self.on_a_week(said, first, text));
        others
    }

    /// The same in another week; what it is held against stays where it is told by its own date.
    fn moved(&self, said: &Said, first: &Assertion, week: Period) -> Assertion {
        let mut moved = first.moved_to(Some(week));
        let told = said.adjuncts.times.iter().any(|time| matches!(time.role, Role::Base | Role::Since));
        if let (Predicate::Change(change), true) = (&mut moved.predicate, told) {
            change.base = self.base(said, first.metric, Some(week)).or(change.base);
        }
        moved
    }

    /// "In the week of July 27 it led. Y has gained 47 %": from then to now.
    fn then_to_now(&self, said: &Said, first: &Assertion, placed: &Placed) -> Option<Assertion> {
        let Predicate::Change(change) = &first.predicate else { return None };
        let told = placed.period.filter(|_| said.adjuncts.perfect && !said.adjuncts.based())?;
        let now = self.or_now(said, placed)?;
        let change = Change { base: Some(told), ..change.clone() };
        Some(Assertion { period: Some(now), predicate: Predicate::Change(change), ..first.clone() })
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
        let before = |period: &Period| {
            first.period.is_some_and(|now| period.start < now.start) && change.base != Some(*period)
        };
        let against = |base| Assertion {
            predicate: Predicate::Change(Change { base: Some(base), ..change.clone() }),
            ..first.clone()
        };
        let own = self.levels.iter().flatten();
        let own = own.filter(|told| told.of == first.subject && told.metric == first.metric);
        let mut weeks: Vec<Period> = own.map(|told| told.period).collect();
        // "Rose 8% last week" is told against the week before, whatever X did in May.
        if Self::own_times(said).is_empty() {
            weeks.extend(self.told_weeks(first.metric));
        }
        weeks.into_iter().filter(before).map(against).collect()
    }

    /// "Up 8 % from four weeks ago": before the week that is reported, or before the one of
    /// publication.
    fn ago_from_publication(&self, said: &Said, first: &Assertion, words: &str) -> Option<Assertion> {
        let Predicate::Change(change) = &first.predicate else { return None };
        let weeks = |time: &Time| time.when.weeks_back().is_some_and(|weeks| weeks > 1);
        let ago = said.adjuncts.times.iter().any(|time| time.role == Role::Base && weeks(time));
        let ago = ago && self.seen.any(Seen::AGO) && has_word(words, &["ago"]);
        let base = change.base.filter(|base| ago && base.days() == 7)?.weeks_later(1);
        let last = first.period.is_some_and(|period| base < period);
        let change = Change { base: Some(base), ..change.clone() };
        last.then(|| Assertion { predicate: Predicate::Change(change), ..first.clone() })
    }

    /// "Up 8 % from a month earlier": four weeks before, or a month of the calendar.
    fn months_back(&self, said: &Said, first: &Assertion) -> Vec<Assertion> {
        let Predicate::Change(change) = &first.predicate else { return Vec::new() };
        let context = self.context(Some(first.metric), first.period);
        let times = said.adjuncts.times.iter().filter(|time| time.role == Role::Base);
        let against = |base| Assertion {
            predicate: Predicate::Change(Change { base: Some(base), ..change.clone() }),
            ..first.clone()
        };
        times.flat_map(|time| time.when.weeks_too(&context)).map(against).collect()
    }

    /// "X was at 24.8 in the week of May 25. Y went from 27.1 to 19.5": from that week.
    fn when_from(&self, said: &Said, first: &Assertion) -> Vec<Assertion> {
        let level = matches!(first.predicate, Predicate::Level(_) | Predicate::Share(_));
        if !level || said.anchor != Anchor::Before || !Self::own_times(said).is_empty() {
            return Vec::new();
        }
        self.told_weeks(first.metric)
            .filter(|period| first.period != Some(*period))
            .map(|period| first.moved_to(Some(period)))
            .collect()
    }

    /// When figures were told in this sentence and the one before, and the time that
    /// each of them names in words that no rule read.
    fn told_weeks(&self, metric: MetricId) -> impl Iterator<Item = Period> {
        let told = self.levels.iter().flatten();
        let told = told.filter(move |told| told.metric == metric).map(|told| told.period);
        told.chain(self.hinted_weeks.iter().flatten().copied())
    }

    /// "It topped the list in the week of May 15. It held the top spot for four weeks":
    /// from that week on.
    fn weeks_from(&self, said: &Said, first: &Assertion) -> Vec<Assertion> {
        let Predicate::Streak(streak) = &first.predicate else { return Vec::new() };
        // "In the week of May 15, it held the top spot for four weeks": up to that one.
        if said.adjuncts.perfect || self.fronting || !Self::own_times(said).is_empty() {
            return Vec::new();
        }
        let reported = self.reported(None).and_then(|placed| placed.period);
        let last = |week: Period| week.weeks_later(i64::from(streak.weeks.low()) - 1);
        let weeks = first.period.into_iter().chain(self.hinted_weeks.iter().flatten().copied());
        weeks
            .filter(|week| week.days() == 7)
            .map(last)
            .filter(|last| reported.is_some_and(|week| *last <= week) && Some(*last) != first.period)
            .map(|last| first.moved_to(Some(last)))
            .collect()
    }

    /// "Over the same stretch", behind words that no rule read: which one?
    pub(super) fn refuse_stretch(&self, said: &Said, text: &str) -> Result<()> {
        // "The share was 28 % in the week of April 6; in that of March 23, 43 %. Volume fell from 9.8 to 5.8 trillion
        // over the same period": from the one to the other, whichever is told first.
        let way =
            matches!(said.act, Act::Level { .. }) && matches!(said.anchor, Anchor::Before | Anchor::End);
        let unsaid = match said.act {
            // "Over the same period X had 9.4 trillion, 1 % less than in the week before."
            Act::Change { .. } => {
                self.unread_before && !said.adjuncts.times.iter().any(|time| time.role == Role::Base)
            }
            _ => way && self.stretch.is_none(),
        };
        match self.seen.any(Seen::SAME)
            && unsaid
            && says_same_stretch(text)
            && has_word(text, &["over", "Over"])
        {
            true => Err(Refusal::unread("which stretch of time is meant, is not said")),
            false => Ok(()),
        }
    }
}

/// "Month-on-month" of a week's figure is often a slip of a translator for "from
/// the period before": the week before is a further reading.
fn week_on_week(said: &Said, first: &Assertion, words: &str) -> Option<Assertion> {
    let Predicate::Change(change) = &first.predicate else { return None };
    let week = first.period.filter(|period| period.days() == 7)?;
    let base = Some(crate::discourse::when::before(week));
    if change.base == base {
        return None;
    }
    let lower = words.to_lowercase();
    let forms = ["month-on-month", "month on month", "month-over-month", "month over month"];
    let told = matches!(said.act, Act::Change { .. }) && forms.iter().any(|form| lower.contains(form));
    told.then(|| Assertion {
        predicate: Predicate::Change(Change { base, ..change.clone() }),
        ..first.clone()
    })
}

/// So much at least, of an amount or a share.
fn at_least(first: &Assertion) -> Option<Assertion> {
    let mut more = first.clone();
    let value = match &mut more.predicate {
        recount_model::Predicate::Level(level) => &mut level.value,
        recount_model::Predicate::Share(share) => &mut share.value,
        _ => return None,
    };
    value.hedge = recount_model::Hedge::AtLeast;
    Some(more)
}

impl Discourse<'_> {
    /// "Weekly volume topped 4 trillion in June": in some week of it. "Led the weekly ranking on June 23": in the week of that day, or
    /// in the last that was over.
    fn some_week_of(&self, first: &Assertion, words: &str) -> Vec<Assertion> {
        let long = |period: &Period| period.days() != 7 && period.days() < LONG;
        let told = match &first.predicate {
            _ if !first.period.as_ref().is_some_and(long) => false,
            Predicate::Level(_) => {
                has_word(words, &["weekly", "Weekly"]) || WEEKLY.iter().any(|per| words.contains(per))
            }
            Predicate::Rank(_) => {
                first.period.is_some_and(|period| period.days() == 1)
                    && has_word(words, &["weekly", "Weekly"])
            }
            _ => false,
        };
        let Some(period) = first.period.filter(|_| told) else {
            return Vec::new();
        };
        let starts = self.setting.vocabulary.metric(first.metric).week_starts;
        let week = Period::week_of(period.start, starts);
        let from = if period.days() == 1 { -1 } else { 0 };
        let weeks = (from..6).map(|count| week.weeks_later(count));
        weeks.filter(|week| week.start <= period.end).map(|week| first.moved_to(Some(week))).collect()
    }
}

/// What calls a figure that of a week.
const WEEKLY: [&str; 4] = ["a week", "per week", "each week", "every week"];

/// Longer than any month.
const LONG: i64 = 40;

/// "Up 7.4 % for three weeks": weeks of growth, rather than of growth by just so much; not where they are
/// "by as much".
fn way_for_weeks(said: &Said, first: &Assertion) -> Option<Assertion> {
    let Predicate::Streak(streak) = &first.predicate else { return None };
    let Predicate::Change(change) = &streak.of.predicate else { return None };
    let told = change.value.is_measured();
    let way = Quantity::direction(change.value.falling, Unit::Percent);
    let change = Change { value: way, ..change.clone() };
    let of = Assertion { predicate: Predicate::Change(change), ..(*streak.of).clone() };
    let just = told && !streak.cumulative && !said.adjuncts.as_much;
    let streak = recount_model::Streak { of: Box::new(of), ..streak.clone() };
    just.then(|| Assertion { predicate: Predicate::Streak(streak), ..first.clone() })
}

/// "Fell three weeks in a row, losing 26 %": against the week before the first of them.
fn since_they_began(said: &Said, first: &Assertion) -> Option<Assertion> {
    let Predicate::Change(change) = &first.predicate else { return None };
    let run = said.adjuncts.run.filter(|_| said.adjuncts.times.is_empty())?;
    let (recount_model::Weeks::Exactly(weeks), TimeUnit::Week) = (run.weeks, run.unit) else { return None };
    let week = first.period.filter(|period| period.days() == 7)?;
    let change = Change { base: Some(week.weeks_later(-i64::from(weeks))), ..change.clone() };
    Some(Assertion { predicate: Predicate::Change(change), ..first.clone() })
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
        assert_eq!(readings("Alder fell three weeks in a row, losing 26%."), 1);
        assert_eq!(readings("Birch processed 3 trillion tokens a year ago. Alder rose 8% last week."), 0);
    }

    #[test]
    fn from_the_week_that_was_told_before() {
        let world = world();
        let options = Options { published: Some(date(2026, 6, 30)), reference: date(2026, 6, 28) };
        let text = "Birch processed 3 trillion tokens in the week of May 25. Alder went from 5 trillion to 4 trillion.";
        let reading = Reader::new(&world).read(text, Format::Markdown, &options);
        let may = recount_model::Period::week(date(2026, 5, 25));
        let from = reading.claims.iter().find(|claim| claim.readings.iter().any(|r| r.period == Some(may)));
        assert!(from.is_some(), "{:?}", reading.claims);
    }

    #[test]
    fn an_unread_stretch_is_not_the_week() {
        let text = "Eight weeks ago Alder bartered 3 trillion tokens. Over the same stretch, Birch rose 8%.";
        assert_eq!(article(text).last().map(String::as_str), Some("?"));
    }
}
