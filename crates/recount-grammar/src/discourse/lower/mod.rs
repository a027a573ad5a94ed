//! One thing that was said, as assertions: subjects, metric and period filled
//! in, streaks and firsts wrapped around what holds.

mod across;
mod against;
mod denied;
mod every_week;
mod lead;
mod member;
mod metric;
mod never;
mod on_a_week;
mod owner;
mod perfect;
mod predicate;
mod refuse;
mod since;
mod that_total;
mod times_more;
pub(super) mod told_top;
mod took;
mod which_week;

use recount_model::{
    Assertion, Assumption, Change, Claim, Compare, First, Level, MetricId, Movement, Number, Period,
    Predicate, Quantity, Rank, Record, Share, Streak, Subject, Subjects, Top, Unit, Weeks,
};

use super::open::left_open;
use super::pronoun::{is_one_thing, starts_with};
use super::{Discourse, Placed, Refusal, claim};
use crate::en::clause::{About, Act, Anchor, Mood, Np, Said, Who, Window};
use crate::en::lexicon::Seen;
use crate::en::phrase::place::Place;
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::record::RecordHigh;
use crate::en::phrase::time::{Role, Time, When};
use crate::en::phrase::weeks::WeeksRunning;

use self::perfect::since_some_week;
pub(super) use self::refuse::is_how_far;
use self::refuse::{as_state, is_of_the_table, spread_objects, spread_subjects, streak};
use self::which_week::{EARLIER_WEEKS, may_be_so_already, other_weeks, until, week_ago};

pub(super) type Result<T> = std::result::Result<T, Refusal>;

/// Is one of these among the words of a text?
fn has_word(text: &str, words: &[&str]) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| words.contains(&word))
}

impl Discourse<'_> {
    /// The claims that it makes, or why it makes none.
    pub(super) fn lower(&mut self, said: &Said, text: &str) -> Result<Vec<Claim>> {
        let told = self.as_counted(said, text)?;
        let said = told.as_ref().unwrap_or(said);
        self.told_of = None;
        let subjects = self.whom(said, text)?;
        self.told_of = subjects.first().and_then(|names| names.first()).copied();
        let mut assumptions = Vec::new();
        let metric = self.metric(said, &subjects, &mut assumptions)?;
        let subjects = self.or_its_owner(said, subjects, metric)?;
        let words = said.span.of(text);
        self.now.said = self.says_now(words, text);
        self.refuse_form(said, metric)?;
        self.refuse_kind_of_another(said, text, metric, &subjects)?;
        self.refuse_stretch(said, text)?;
        self.same_stretch = self.is_of_same_stretch(said, text);
        let mut placed = self.placed(said, metric)?;
        let weekly = self.every_week(said, words, metric, &mut placed)?;
        let said = weekly.as_ref().unwrap_or(said);
        let first = self.never_until_now(said, words, &subjects, metric, &placed)?;
        let said = first.as_ref().unwrap_or(said);
        self.refuse_sum(said, metric, &placed, text)?;
        self.refuse_other_figure(said, text, &subjects, &placed)?;
        self.refuse_second_figure(said, &subjects, metric, &placed)?;
        self.or_another_week(said, text, metric, &mut placed);
        assumptions.extend(placed.assumptions.iter().copied());
        let together = self.adds_up(said, &subjects) || self.of_the_pair(said, text);
        let mut claims = Vec::new();
        for said in &spread_objects(said, together) {
            for subject in spread_subjects(said, &subjects, together, text)? {
                let first = self.assertion(said, &subject, metric, &placed)?;
                let first = denied::not_so_long_yet(first, said, words);
                if let Predicate::Change(change) = &first.predicate {
                    self.stretch = change.base.zip(first.period);
                }
                self.refuse_part_of_itself(said, &first)?;
                let mut readings = self.readings(said, &subject, metric, &placed)?;
                readings.extend(self.or_their_sum(said, &subjects, metric, &placed));
                readings.extend(self.of_others(said, &subject, metric, text, &placed));
                readings.extend(self.on_lists(said, metric, &first));
                readings.extend(held_now(said, words, &first));
                readings.extend(self.whenever(said, &first, &readings, text, &placed));
                readings.extend(said.adjuncts.lately.then(|| Assertion { period: None, ..first.clone() }));
                readings.retain(|reading| *reading != first);
                readings.dedup();
                self.keep_level(&first);
                claims.push(left_open(claim(said.span, first, readings, assumptions.clone()))?);
            }
        }
        self.note(said, &subjects);
        self.keep_metric(said);
        self.keep_list_of_rank(said, &claims);
        self.keep_lead(said, &subjects);
        self.keep_place(said, &subjects, metric, placed.period);
        self.keep_list(said);
        self.several.top.now = told_top::top_of(said).or(self.several.top.now);
        self.keep_whole(said, &claims);
        self.several.told(&placed);
        self.several.note(said, &subjects, metric);
        self.several.keep_sum(said, &subjects, together);
        self.keep_figure(said, subjects, metric, placed.period);
        Ok(claims)
    }

    /// "Now", among the words of a statement or in front of the sentence, but not "Now that".
    fn says_now(&self, words: &str, text: &str) -> bool {
        const NOW: &[&str] = &["now", "currently"];
        let reason = text.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("now that "));
        self.seen.any(Seen::NOW) && has_word(words, NOW) || starts_with(text, NOW) && !reason
    }

    /// "Over the same period", in its own words or in front of them.
    fn is_of_same_stretch(&self, said: &Said, text: &str) -> bool {
        let front = text
            .get(..said.span.start)
            .filter(|front| starts_with(front, &["over", "in", "during", "within"]));
        self.stretch.is_some()
            && self.seen.any(Seen::SAME)
            && (says_same_stretch(said.span.of(text)) || front.is_some_and(says_same_stretch))
    }

    /// Other weeks that may be meant, and the last one of weeks running up to a day.
    fn or_another_week(&self, said: &Said, text: &str, metric: MetricId, placed: &mut Placed) {
        match self.last_of_run(said, placed, metric) {
            Some((last, other)) => {
                placed.period = Some(last);
                placed.others.extend(other);
            }
            None => placed.others.extend(other_weeks(said, placed.period)),
        }
        placed.others.extend(week_ago(said, placed.period, text, self.seen).filter(|_| !self.now.said));
        self.of_the_week_of_a_figure(said, placed);
    }

    /// Forms that fit some metrics only.
    fn refuse_form(&self, said: &Said, metric: MetricId) -> Result<()> {
        self.refuse_no_scale(said, metric)?;
        if said.adjuncts.average && self.setting.vocabulary.metric(metric).adds_up {
            return Err(Refusal::unchecked("an average over days or things, not a week's figure"));
        }
        if said.adjuncts.priced && !self.setting.vocabulary.metric(metric).may_be_price() {
            return Err(Refusal::unchecked("what it cost, not what is counted"));
        }
        self.refuse_strength(said, metric)?;
        self.refuse_no_place(said, metric)?;
        refuse::place_of_nobody(said)?;
        if said.adjuncts.digits && self.place_metric().is_none() {
            return Err(Refusal::unread("numbers that may be places or amounts"));
        }
        if said.adjuncts.weekend && !self.counts_weekends(Some(metric)) {
            return Err(Refusal::unchecked("a weekend's figure, not a week's"));
        }
        Ok(())
    }

    /// Of whom it is said.
    fn whom(&self, said: &Said, text: &str) -> Result<Vec<Vec<Subject>>> {
        // "But the gap is below 90 billion. Make that 80 billion."
        let listed = self.listed.is_none() && matches!(said.act, Act::Rank { .. } | Act::Share { .. });
        if said.adjuncts.bare && (self.unread_before || listed) {
            return Err(Refusal::unread("what the figure is of, stands in words that no rule reads"));
        }
        let told =
            matches!(said.act, Act::Change { .. } | Act::Compare { .. } | Act::Record(_) | Act::Share { .. });
        let then =
            matches!(said.anchor, Anchor::Earlier | Anchor::Before) && matches!(said.act, Act::Level { .. });
        if let Some(least) = &said.adjuncts.only_above {
            return self.whose_figure_is_above(least);
        }
        if let Some(those) = self.whose_figures(said) {
            return those;
        }
        if said.who.who == Who::Figure && !told && !then {
            return Err(Refusal::unread("what is said of a figure, not of whom it counts"));
        }
        // "It is now 1.4 trillion tokens", where a lead was spoken of.
        if (self.apart || self.led) && matches!(said.act, Act::Level { .. }) && is_how_far(said.span.of(text))
        {
            return Err(Refusal::unread("whether the lead is meant, is not said"));
        }
        self.refuse_they(said, text)?;
        refuse::refuse_owner_alone(said, text, self.unread_before && self.said_before.is_none())?;
        if let Some(meant) = self.owner_meant(said, text).or_else(|| self.rival(said, text)) {
            return meant;
        }
        let of_figure = self.that_total(said, text)?;
        let subjects = of_figure.or_else(|| self.pronoun(said, text));
        let subjects = subjects.map_or_else(|| self.subjects(&said.who), Ok)?;
        // "Southern models rose. The model …": which of them, nobody knows.
        let label = text.get(said.who.span.end..).is_some_and(|rest| rest.trim_start().starts_with(':'));
        let the = !label && starts_with(said.who.span.of(text), &["the", "this", "that"]);
        let model = said.who.about == About::Nothing && the;
        if said.who.who == Who::Carried && model && !said.adjuncts.apart && !is_one_thing(&subjects) {
            return Err(Refusal::unread("whom the words mean, is not said"));
        }
        refuse::models_of_one(said, text, &subjects)?;
        // "Together they had 8 trillion. They rose 8 %": each of them, or the sum.
        if said.who.who == Who::Carried && !said.who.together && subjects == self.resumed.summed {
            return Err(Refusal::unread("whose figure it is, is not said"));
        }
        if let Some(those) = self.together(said, &subjects)? {
            return Ok(those);
        }
        let one = matches!(subjects.as_slice(), [names] if matches!(names.first(), Some(Subject::Entity(_))));
        let own = refuse::is_own_total(said, text);
        if one && matches!(said.act, Act::Level { .. }) && said.who.together && !own {
            return Err(Refusal::unread("who they are together, is not said"));
        }
        Ok(subjects)
    }

    /// Is the sum of several subjects meant?
    fn adds_up(&self, said: &Said, subjects: &[Vec<Subject>]) -> bool {
        let adds = matches!(said.act, Act::Level { .. } | Act::Share { .. });
        let those = matches!(said.who.who, Who::These { each: false, .. });
        // "Together they had 8 trillion. That was a third of the total."
        let sum = said.who.who == Who::Figure && subjects.len() > 1 && self.several.sum == subjects;
        said.who.together || (adds && (those && subjects.len() > 1 || sum))
    }

    /// Remembers who was spoken of, and in which place.
    fn note(&mut self, said: &Said, subjects: &[Vec<Subject>]) {
        // "It lost first place to X and fell to third": it did.
        if matches!(said.who.who, Who::Named(_)) && !(said.beside && self.by_pronoun) {
            self.subject = subjects.to_vec();
        }
        if said.who.who == Who::Carried && said.who.together && subjects.len() > 1 && self.subject.len() == 1
        {
            self.resumed.summed = subjects.to_vec();
        }
        if !said.beside {
            self.by_pronoun = matches!(said.who.who, Who::Carried);
        }
        for subject in subjects.iter().filter_map(|names| names.first()) {
            self.unname(*subject);
            self.named.push(*subject);
        }
        self.keep_groups(said, subjects);
        if let Act::Compare { object: Np { who: Who::Named(names), .. }, .. } = &said.act {
            for subject in names.iter().filter_map(|names| names.first()) {
                self.unname(*subject);
                self.named.insert(self.named.len().saturating_sub(1), *subject);
            }
        }
        let object = match &said.act {
            Act::Compare { object: Np { who: Who::Named(names), .. }, .. } => names.as_slice(),
            _ => &[],
        };
        if matches!(said.who.who, Who::Named(_) | Who::Former | Who::Latter | Who::Nth(..) | Who::Ranked(_)) {
            for subject in subjects.iter().chain(object) {
                if !self.mentioned.contains(subject) {
                    self.mentioned.push(subject.clone());
                }
            }
        }
    }

    /// The same of others, of whom it may be said by the figures, the sides and the names that were told.
    fn of_others(
        &self,
        said: &Said,
        subject: &Subjects,
        metric: MetricId,
        text: &str,
        placed: &Placed,
    ) -> Vec<Assertion> {
        let others = self.or_another_one(said, subject, metric, text).into_iter();
        let told = others
            .filter_map(|other| self.assertion(said, &Subjects::from_slice(&[other]), metric, placed).ok());
        told.map(|told| super::antecedent::against_the_other(told, subject)).collect()
    }

    /// Whom a noun phrase names, with everything that each name may stand for.
    pub(super) fn subjects(&self, np: &Np) -> Result<Vec<Vec<Subject>>> {
        self.refuse_count(np)?;
        match &np.who {
            // "All models from the south": those, not everything.
            Who::Named(names) if !np.narrowed.is_empty() && self.is_everything(names) => {
                Ok(np.narrowed.clone())
            }
            Who::Named(names) => Ok(names.clone()),
            // "The song rose", where only its maker was named before.
            Who::Carried
                if np.one && self.subject.iter().flatten().all(|one| matches!(one, Subject::Group(_))) =>
            {
                Err(Refusal::unread("which of them is meant, is not said"))
            }
            Who::Carried if self.is_of_its_own(np) => {
                Ok(self.everything(np).map(|all| vec![all]).into_iter().collect())
            }
            Who::Carried if !self.subject.is_empty() => Ok(self.subject.clone()),
            // "Admissions fell for a fourth week": all of them.
            Who::Carried => match self.everything(np).filter(|_| !self.lost) {
                Some(everything) => Ok(vec![vec![everything]]),
                None => Err(Refusal::unread("whose figure it is, is not said")),
            },
            Who::Figure => match &self.figure {
                Some((subjects, _)) => Ok(subjects.clone()),
                None => Err(Refusal::unread("which figure is meant, is not said")),
            },
            Who::Former | Who::Latter | Who::These { .. } => self.those_named(&np.who),
            Who::Nth(place, of) => self.one_of_those(*place, *of),
            Who::Ranked(place) => self.in_place(*place),
            Who::Sides(side) => self.sides(*side),
            Who::Other => self.counterpart(),
            Who::Total => Ok(self.total()?.iter().map(|total| vec![*total]).collect()),
            Who::Member { .. } => Err(Refusal::unread(member::UNKNOWN)),
            Who::SameWhole => Ok(self.same_whole()?.iter().map(|whole| vec![*whole]).collect()),
            Who::Unknown => Err(Refusal::unread("no name of the vocabulary")),
        }
    }

    /// Is it the whole that is named?
    pub(in crate::discourse) fn is_everything(&self, names: &[Vec<Subject>]) -> bool {
        matches!(names, [one] if matches!(one.as_slice(), [Subject::Group(group)] if self.setting.vocabulary.group(*group).is_total()))
    }

    /// Further readings of the same words: other things of the same name, and
    /// the narrower subject of "X from A and B".
    fn readings(
        &self,
        said: &Said,
        subject: &Subjects,
        metric: MetricId,
        placed: &Placed,
    ) -> Result<Vec<Assertion>> {
        let mut readings = Vec::new();
        if let Who::Named(names) = &said.who.who
            && let [names] = names.as_slice()
        {
            for other in names.iter().skip(1) {
                readings.push(self.assertion(said, &Subjects::from_slice(&[*other]), metric, placed)?);
            }
        }
        if let Some(weeks) = said.adjuncts.weeks.filter(|weeks| weeks.cumulative && !weeks.in_all) {
            // "for a third week" may mean the third in a row.
            let mut in_a_row = said.clone();
            in_a_row.adjuncts.weeks = Some(WeeksRunning { cumulative: false, consecutive: true, ..weeks });
            readings.push(self.assertion(&in_a_row, subject, metric, placed)?);
        }
        if let (true, Act::Change { value }) = (said.adjuncts.added, &said.act)
            && value.unit == Unit::Own
        {
            let level = Act::Level { value: value.clone(), metrics: said.adjuncts.counted.clone() };
            let all = Said { act: level, ..said.clone() };
            readings.push(self.assertion(&all, subject, metric, placed)?);
        }
        readings.extend(self.stood_there(said, subject, metric, placed));
        if let Some(act) = times_more::on_top(said) {
            readings.extend(self.assertion(&Said { act, ..said.clone() }, subject, metric, placed).ok());
        }
        if let (true, Act::Compare { object, value, event }) = (said.adjuncts.either, &said.act) {
            // "the gap between X and Y": whichever of them is ahead.
            let turned = Said {
                who: object.clone(),
                act: Act::Compare { object: said.who.clone(), value: value.clone(), event: *event },
                ..said.clone()
            };
            let subject: Subjects = self.object(object)?;
            readings.push(self.assertion(&turned, &subject, metric, placed)?);
        }
        readings.extend(self.denied_otherwise(said, subject, metric, placed)?);
        for other in self.of_whom_else(said, subject) {
            readings.push(self.assertion(said, &Subjects::from_slice(&[other]), metric, placed)?);
        }
        // "X leads as token usage hits a record": X's, or all of it.
        let bare = said.who.bare && matches!(said.who.about, About::Metric(_)) && !said.who.share;
        if let Some(total) = self.total().ok().filter(|total| bare && total != subject) {
            readings.extend(self.assertion(said, &total, metric, placed).ok());
        }
        if let Some(other) = self.other_metric(said, metric) {
            readings.extend(self.assertion(said, subject, other, placed).ok());
        }
        if let Some(other) = self.of_the_title(said, subject) {
            readings.extend(self.assertion(said, &Subjects::from_slice(&[other]), metric, placed).ok());
        }
        let narrow: Subjects = said.who.narrowed.iter().filter_map(|names| names.first().copied()).collect();
        if !narrow.is_empty() && narrow != *subject {
            readings.push(self.assertion(said, &narrow, metric, placed)?);
        }
        Ok(readings)
    }

    fn assertion(
        &self,
        said: &Said,
        subject: &Subjects,
        metric: MetricId,
        placed: &Placed,
    ) -> Result<Assertion> {
        let period = placed.period;
        let (predicate, object) = self.predicate(said, metric, period)?;
        let period = match (&said.act, period.and_then(|period| Self::ends(said, period))) {
            (Act::Change { .. }, Some((_, last))) => Some(last),
            (Act::Rank { movement: Some(_), .. }, Some(way)) if self.began == Some(way) => Some(way.1),
            _ => period,
        };
        let inner = Assertion {
            subject: subject.clone(),
            object,
            metric,
            scope: self.scope(said)?,
            period,
            negated: said.negated,
            predicate,
        };
        let inner = match said.adjuncts.weeks {
            Some(weeks) => streak(inner, weeks)?,
            None => inner,
        };
        let Some(first) = &said.adjuncts.first else {
            return Ok(inner);
        };
        let context = self.context(Some(metric), period);
        let base = match &first.since {
            Some(time) => Some(
                time.when
                    .resolve(&context)
                    .ok_or_else(|| Refusal::unread("the time it speaks of cannot be placed"))?
                    .period,
            ),
            None => None,
        };
        Ok(Assertion {
            negated: false,
            predicate: Predicate::First(First {
                weeks: first.weeks,
                base,
                of: Box::new(as_state(inner.clone(), false)),
            }),
            ..inner
        })
    }

    /// Which series count: "in the top nine" is the scope of so many.
    fn scope(&self, said: &Said) -> Result<Option<recount_model::ScopeId>> {
        let object = match &said.act {
            Act::Compare { object, .. } => object.top,
            _ => None,
        };
        let Some(top) = said.who.top.or(object).or(said.adjuncts.top) else {
            return Ok(said.adjuncts.scope.or(said.who.scope));
        };
        let mut scopes = (0u32..).zip(&self.setting.vocabulary.scopes);
        let found = scopes.find(|(_, scope)| scope.top == Some(top));
        found.map(|(at, _)| Some(recount_model::ScopeId(at))).ok_or_else(|| {
            Refusal::unread("only what stands in the top of the list is meant, and no scope has so many")
        })
    }

    pub(super) fn is_total(&self, np: &Np) -> Result<bool> {
        let object = self.object(np)?;
        Ok(
            matches!(object.as_slice(), [Subject::Group(group)] if self.setting.vocabulary.group(*group).is_total()),
        )
    }
}

/// "Over the same period", of more than one week, where the change before was told
/// over several.
fn says_same_stretch(words: &str) -> bool {
    let mut before = "";
    words.split(|c: char| !c.is_alphabetic()).any(|word| {
        let same = before.eq_ignore_ascii_case("same");
        before = word;
        same && ["period", "stretch", "span", "time", "interval"]
            .iter()
            .any(|unit| word.eq_ignore_ascii_case(unit))
    })
}

/// "Holds second place": it is there now; that it was there before, as "kept" says, may not be meant.
fn held_now(said: &Said, words: &str, first: &Assertion) -> Option<Assertion> {
    let Predicate::Rank(rank) = &first.predicate else { return None };
    const SECURED: &[&str] = &[
        "secured", "secures", "securing", "snagged", "snags", "snagging", "nabbed", "nabs", "earned",
        "earns", "scored", "scores", "landed", "lands",
    ];
    let plain = said.adjuncts.weeks.is_none();
    let holds = plain && has_word(words, &["holds", "hold", "holding"]);
    // "Secured the top position": as often as not it was there before.
    let secured = plain && has_word(words, SECURED);
    let there = Rank { movement: None, base: None, ..rank.clone() };
    (holds && rank.movement == Some(recount_model::Movement::Kept)
        || secured && rank.movement == Some(recount_model::Movement::Took))
    .then(|| Assertion { predicate: Predicate::Rank(there), ..first.clone() })
}
