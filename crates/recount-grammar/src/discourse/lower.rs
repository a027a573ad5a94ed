//! One thing that was said, as assertions: subjects, metric and period filled
//! in, streaks and firsts wrapped around what holds.

use recount_model::{
    Assertion, Assumption, Change, Claim, Compare, First, Level, MetricId, Movement, Period,
    Predicate, Quantity, Rank, Record, Share, Streak, Subject, Subjects, Top, Unit, Weeks,
};

use super::{Discourse, Placed, Refusal, claim};
use crate::en::clause::{About, Act, Anchor, Mood, Np, Said, Who, Window};
use crate::en::phrase::place::Place;
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::Role;
use crate::en::phrase::weeks::WeeksRunning;

type Result<T> = std::result::Result<T, Refusal>;

impl Discourse<'_> {
    /// The claims that it makes, or why it makes none.
    pub(super) fn lower(&mut self, said: &Said, text: &str) -> Result<Vec<Claim>> {
        refuse_mood(said.mood)?;
        if let Act::Unexplained { why } = said.act {
            return Err(Refusal::unchecked(why));
        }
        if said.who.window == Window::Another {
            return Err(Refusal::unchecked(
                "a daily, monthly or average figure, not a weekly one",
            ));
        }
        refuse_span(said)?;
        let subjects = self.subjects(&said.who)?;
        let mut assumptions = Vec::new();
        let metric = self.metric(said, &mut assumptions)?;
        let placed = self.placed(said, metric)?;
        assumptions.extend(placed.assumptions.iter().copied());
        let together = is_together(said, text);
        let mut claims = Vec::new();
        for said in &spread_objects(said, together) {
            for subject in spread(&said.act, &subjects, together)? {
                let first = self.assertion(said, &subject, metric, &placed)?;
                let mut readings = self.readings(said, &subject, metric, &placed)?;
                let others = placed
                    .others
                    .iter()
                    .map(|period| first.moved_to(Some(*period)));
                readings.extend(others);
                readings.retain(|reading| *reading != first);
                readings.dedup();
                claims.push(claim(said.span, first, readings, assumptions.clone()));
            }
        }
        self.note(said, &subjects);
        Ok(claims)
    }

    /// Remembers who was spoken of, and in which place.
    fn note(&mut self, said: &Said, subjects: &[Vec<Subject>]) {
        if matches!(said.who.who, Who::Named(_)) {
            self.subject = subjects.to_vec();
        }
        for subject in subjects.iter().filter_map(|names| names.first()) {
            self.named.retain(|old| old != subject);
            self.named.push(*subject);
        }
        if let Act::Compare {
            object: Np {
                who: Who::Named(names),
                ..
            },
            ..
        } = &said.act
        {
            for subject in names.iter().filter_map(|names| names.first()) {
                self.named.retain(|old| old != subject);
                self.named
                    .insert(self.named.len().saturating_sub(1), *subject);
            }
        }
        match &said.act {
            Act::Rank {
                place: Place::At(k),
                ..
            } if !said.negated => self.rank = Some(*k),
            Act::Follows => self.rank = self.rank.map(|k| k + 1),
            Act::Rank { .. } => self.rank = None,
            Act::Level { .. } | Act::Change { .. } | Act::Compare { .. } | Act::Share { .. } => {}
            Act::Top { .. } | Act::Record(_) | Act::Unexplained { .. } => {}
        }
    }

    /// Whom a noun phrase names, with everything that each name may stand for.
    fn subjects(&self, np: &Np) -> Result<Vec<Vec<Subject>>> {
        match &np.who {
            Who::Named(names) => Ok(names.clone()),
            Who::Carried if !self.subject.is_empty() => Ok(self.subject.clone()),
            Who::Carried => Err(Refusal::unread("whose figure it is, is not said")),
            Who::Other => self.counterpart(),
            Who::Total => {
                let total = self.setting.vocabulary.total();
                let total = total
                    .ok_or_else(|| Refusal::unread("the vocabulary has no group for everything"))?;
                Ok(vec![vec![Subject::Group(total)]])
            }
            Who::Unknown => Err(Refusal::unread("no name of the vocabulary")),
        }
    }

    /// The other side: the last one of the same kind that is not the subject.
    fn counterpart(&self) -> Result<Vec<Vec<Subject>>> {
        let now = self
            .subject
            .first()
            .and_then(|names| names.first())
            .copied();
        let like = |subject: &&Subject| match (now, **subject) {
            (Some(Subject::Group(_)), Subject::Group(_))
            | (Some(Subject::Entity(_)), Subject::Entity(_)) => Some(**subject) != now,
            _ => false,
        };
        let mut others = self.named.iter().rev().filter(like);
        match (others.next(), others.next()) {
            (Some(other), None) => Ok(vec![vec![*other]]),
            _ => Err(Refusal::unread("who the counterparts are, is not said")),
        }
    }

    /// What is counted.
    fn metric(&self, said: &Said, assumptions: &mut Vec<Assumption>) -> Result<MetricId> {
        let named = match (said.who.about, said.adjuncts.about) {
            (About::Metric(metric), _) | (_, Some(About::Metric(metric))) => Some(metric),
            _ => None,
        };
        let object = match &said.act {
            Act::Compare {
                object:
                    Np {
                        about: About::Metric(metric),
                        ..
                    },
                ..
            } => Some(*metric),
            Act::Share {
                whole:
                    Some(Np {
                        about: About::Metric(metric),
                        ..
                    }),
                ..
            } => Some(*metric),
            _ => None,
        };
        if let Act::Level { metrics, value } = &said.act {
            match (metrics.as_slice(), named) {
                ([], Some(metric)) => return Ok(metric),
                ([], None) if value.unit == Unit::Own => {}
                (units, Some(metric)) if units.contains(&metric) => return Ok(metric),
                (_, Some(_)) => {
                    return Err(Refusal::unchecked("the unit is not that of the metric"));
                }
                ([metric, ..], None) => {
                    return Ok(self
                        .setting
                        .metric
                        .filter(|m| metrics.contains(m))
                        .unwrap_or(*metric));
                }
                ([], None) => {}
            }
        }
        if let Some(metric) = named.or(object) {
            return Ok(metric);
        }
        if let Some(metric) = self.hinted.or(self.setting.metric) {
            assumptions.push(Assumption::Metric);
            return Ok(metric);
        }
        if self.setting.alone || self.has_period(said) {
            assumptions.push(Assumption::Metric);
            return Ok(MetricId(0));
        }
        Err(Refusal::unchecked(
            "no metric of the vocabulary and no period",
        ))
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
                readings.push(self.assertion(
                    said,
                    &Subjects::from_slice(&[*other]),
                    metric,
                    placed,
                )?);
            }
        }
        if let Some(weeks) = said.adjuncts.weeks.filter(|weeks| weeks.cumulative) {
            // "for a third week" may mean the third in a row.
            let mut in_a_row = said.clone();
            in_a_row.adjuncts.weeks = Some(WeeksRunning {
                cumulative: false,
                consecutive: true,
                ..weeks
            });
            readings.push(self.assertion(&in_a_row, subject, metric, placed)?);
        }
        let narrow: Subjects = said
            .who
            .narrowed
            .iter()
            .filter_map(|names| names.first().copied())
            .collect();
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
        let inner = Assertion {
            subject: subject.clone(),
            object,
            metric,
            scope: said.adjuncts.scope.or(said.who.scope),
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

    fn predicate(
        &self,
        said: &Said,
        metric: MetricId,
        period: Option<Period>,
    ) -> Result<(Predicate, Subjects)> {
        let nothing = Subjects::new();
        Ok(match &said.act {
            Act::Level { value, .. } => {
                if said.who.share {
                    return Err(Refusal::unread("an amount of a share"));
                }
                (
                    Predicate::Level(Level {
                        value: value.clone(),
                    }),
                    nothing,
                )
            }
            Act::Change { value } => self.change(said, value, metric, period)?,
                        Act::Compare { object, value, .. } if self.holds(object, &said.who)? => {
                if value.falling || !value.is_direction() {
                    return Err(Refusal::unread("a comparison with a whole of which it is a part"));
                }
                let object = match object.who {
                    Who::Named(_) if !self.is_total(object)? => self.object(object)?,
                    _ => nothing,
                };
                (Predicate::Rank(Rank { base: None, movement: None, value: Quantity::whole(1, Unit::Rank) }), object)
            }
            Act::Compare { object, value, event } => {
                let base = event.then(|| period.map(super::when::before)).flatten();
                (
                    Predicate::Compare(Compare {
                        base,
                        value: value.clone(),
                    }),
                    self.object(object)?,
                )
            }
            Act::Share { value, whole, top } => {
                let object = match whole {
                    Some(np) => self.object(np)?,
                    None => self.total()?,
                };
                (
                    Predicate::Share(Share {
                        top: *top,
                        value: value.clone(),
                    }),
                    object,
                )
            }
            Act::Rank {
                place,
                movement,
                among,
            } => self.rank(*place, *movement, among.as_ref(), said, metric, period)?,
            Act::Follows => {
                let rank = self
                    .rank
                    .ok_or_else(|| Refusal::unread("the rank of the one before is not said"))?;
                (
                    Predicate::Rank(Rank {
                        base: None,
                        movement: None,
                        value: Quantity::whole(rank + 1, Unit::Rank),
                    }),
                    nothing,
                )
            }
            Act::Top { top, count } => (
                Predicate::Top(Top {
                    top: *top,
                    value: count.clone(),
                }),
                nothing,
            ),
            Act::Record(record) => {
                let context = self.context(Some(metric), period);
                let base = record
                    .since
                    .as_ref()
                    .map(|time| time.when.resolve(&context).map(|resolved| resolved.period));
                if base == Some(None) {
                    return Err(Refusal::unread("the time it speaks of cannot be placed"));
                }
                let back = record
                    .weeks
                    .and_then(|weeks| Some(period?.weeks_later(-i64::from(weeks.low()))));
                let base = base.flatten().or(back);
                let object = if said.who.share {
                    self.total()?
                } else {
                    nothing
                };
                (
                    Predicate::Record(Record {
                        base,
                        extreme: record.extreme,
                    }),
                    object,
                )
            }
            Act::Unexplained { why } => return Err(Refusal::unchecked(why)),
        })
    }

        fn is_total(&self, np: &Np) -> Result<bool> {
        let object = self.object(np)?;
        Ok(matches!(object.as_slice(), [Subject::Group(group)] if self.setting.vocabulary.group(*group).is_total()))
    }

    /// Is the subject a part of the group that it is compared with? Then "led
    /// X" says that it is first in it.
    fn holds(&self, object: &Np, who: &Np) -> Result<bool> {
        let vocabulary = self.setting.vocabulary;
        let [Subject::Group(group)] = self.object(object)?.as_slice().to_vec()[..] else { return Ok(false) };
        let subjects = self.subjects(who)?;
        let Some(Subject::Entity(entity)) = subjects.first().and_then(|names| names.first()).copied() else {
            return Ok(vocabulary.group(group).is_total());
        };
        let series = &vocabulary.entity(entity).series;
        let members = &vocabulary.group(group).members;
        Ok(vocabulary.group(group).is_total() || series.iter().all(|one| members.contains(one)))
    }

    fn change(&self, said: &Said,
        value: &Quantity,
        metric: MetricId,
        period: Option<Period>,
    ) -> Result<(Predicate, Subjects)> {
        let base = self.base(said, metric, period);
        let change = |value: Quantity| Predicate::Change(Change { base, value });
        match (said.who.share, value.unit) {
            (true, Unit::Point) => Ok((change(value.clone()), self.total()?)),
            (true, _) if value.is_direction() => Ok((
                change(Quantity {
                    unit: Unit::Point,
                    ..value.clone()
                }),
                self.total()?,
            )),
            (true, _) => Err(Refusal::unread("percent of a share, or points of it")),
            (false, Unit::Point) => Err(Refusal::unread("points of something that is not a share")),
            (false, _) => Ok((change(value.clone()), Subjects::new())),
        }
    }

    fn rank(
        &self,
        place: Place,
        movement: Option<Movement>,
        among: Option<&Np>,
        said: &Said,
        metric: MetricId,
        period: Option<Period>,
    ) -> Result<(Predicate, Subjects)> {
        let value = match place {
            Place::At(k) => Quantity::whole(k, Unit::Rank),
            Place::Top(n) => Quantity::top(n),
            Place::Board => Quantity::top(self.board(metric)?),
        };
        let movement = if said.no_longer {
            Some(Movement::Left)
        } else {
            movement
        };
        let base = movement.and(period).map(super::when::before);
        let object = match among {
            Some(np) => self.object(np)?,
            None => Subjects::new(),
        };
        Ok((
            Predicate::Rank(Rank {
                base,
                movement,
                value,
            }),
            object,
        ))
    }

    /// How many places the list has that the article speaks of.
    fn board(&self, metric: MetricId) -> Result<u32> {
        let vocabulary = self.setting.vocabulary;
        let scope = vocabulary
            .metric(metric)
            .default_scope
            .map(|scope| vocabulary.scope(scope));
        scope
            .and_then(|scope| scope.top)
            .ok_or_else(|| Refusal::unread("how many places the list has, is not known"))
    }

    fn object(&self, np: &Np) -> Result<Subjects> {
        Ok(self
            .subjects(np)?
            .iter()
            .filter_map(|names| names.first().copied())
            .collect())
    }

    fn total(&self) -> Result<Subjects> {
        let total = self.setting.vocabulary.total();
        let total =
            total.ok_or_else(|| Refusal::unread("the vocabulary has no group for everything"))?;
        Ok(Subjects::from_slice(&[Subject::Group(total)]))
    }
}

/// "has processed 20 trillion since June", "has not led since May": how long it
/// went on is no week's figure.
fn refuse_span(said: &Said) -> Result<()> {
    let long = said
        .adjuncts
        .times
        .iter()
        .any(|time| matches!(time.role, Role::Since | Role::Until | Role::Within));
    match said.act {
        _ if !long => Ok(()),
        Act::Change { .. } | Act::Record(_) => Ok(()),
        Act::Share { .. } | Act::Level { .. } if said.anchor != Anchor::Clause => Ok(()),
        Act::Share { .. }
            if said
                .adjuncts
                .times
                .iter()
                .all(|time| time.role != Role::Since) =>
        {
            Ok(())
        }
        Act::Level { .. } => Err(Refusal::unchecked(
            "an amount over a longer time than a week",
        )),
        Act::Compare { .. }
        | Act::Share { .. }
        | Act::Rank { .. }
        | Act::Top { .. }
        | Act::Follows => Err(Refusal::unread(
            "how long it has held is said, but not as weeks running",
        )),
        Act::Unexplained { .. } => Ok(()),
    }
}

fn refuse_mood(mood: Mood) -> Result<()> {
    match mood {
        Mood::Plain => Ok(()),
        Mood::Forecast => Err(Refusal::unchecked("a forecast, a plan or a possibility")),
        Mood::Conditional => Err(Refusal::unchecked("said under a condition")),
        Mood::Denied => Err(Refusal::unchecked("denied by somebody, not asserted")),
        Mood::Question => Err(Refusal::unchecked("a question")),
    }
}

/// Several subjects: one claim about their sum, or one about each.
fn spread(act: &Act, subjects: &[Vec<Subject>], together: bool) -> Result<Vec<Subjects>> {
    let each = || {
        subjects
            .iter()
            .filter_map(|names| names.first().map(|name| Subjects::from_slice(&[*name])))
    };
    if subjects.len() < 2 {
        return Ok(each().collect());
    }
    let sum: Subjects = subjects
        .iter()
        .filter_map(|names| names.first().copied())
        .collect();
    match act {
        _ if together => Ok(vec![sum]),
        Act::Level { .. } | Act::Share { .. } | Act::Top { .. } => Err(Refusal::unread(
            "whether each of several is meant, or their sum",
        )),
        Act::Rank {
            place: Place::At(_),
            ..
        }
        | Act::Follows => Err(Refusal::unread("one place for several")),
        Act::Change { .. }
        | Act::Compare { .. }
        | Act::Record(_)
        | Act::Rank { .. }
        | Act::Unexplained { .. } => Ok(each().collect()),
    }
}

/// "surpassed X and Y": each of them, unless their sum is meant.
fn spread_objects(said: &Said, together: bool) -> Vec<Said> {
    if let (
        Act::Compare {
            object,
            value,
            event,
        },
        false,
    ) = (&said.act, together)
        && let Who::Named(names) = &object.who
        && names.len() > 1
    {
        let each = names.iter().map(|name| {
            let object = Np {
                who: Who::Named(vec![name.clone()]),
                ..object.clone()
            };
            Said {
                act: Act::Compare {
                    object,
                    value: value.clone(),
                    event: *event,
                },
                ..said.clone()
            }
        });
        return each.collect();
    }
    vec![said.clone()]
}

fn is_together(said: &Said, text: &str) -> bool {
    let words = said.span.of(text).to_lowercase();
    [
        "together",
        "combined",
        "collectively",
        "jointly",
        "between them",
        "in total",
        "in all",
    ]
    .iter()
    .any(|word| words.contains(word))
}

/// What holds for weeks, or for the first time, is a state: what it presupposes
/// about the week before is left out.
fn as_state(mut assertion: Assertion, weeks: bool) -> Assertion {
    match &mut assertion.predicate {
        Predicate::Compare(compare) => compare.base = None,
        Predicate::Rank(rank) if weeks || rank.movement != Some(Movement::Left) => {
            rank.base = None;
            rank.movement = None;
        }
        _ => {}
    }
    assertion
}

fn streak(inner: Assertion, weeks: WeeksRunning) -> Result<Assertion> {
    if weeks.unit != TimeUnit::Week {
        return Err(Refusal::unchecked(
            "a streak of days, months or years, not of weeks",
        ));
    }
    let of = as_state(inner, true);
    // "rose for a third week": of a change it means the third in a row.
    let weeks = match of.predicate {
        Predicate::Change(_) if weeks.cumulative => WeeksRunning {
            cumulative: false,
            consecutive: true,
            ..weeks
        },
        _ => weeks,
    };
    // "for nine weeks" of an amount is its sum or its duration, not a streak.
    if !weeks.consecutive
        && !weeks.cumulative
        && matches!(of.predicate, Predicate::Level(_) | Predicate::Share(_))
    {
        return Err(Refusal::unread("an amount over several weeks"));
    }
    let weeks_said = match weeks.weeks {
        Weeks::Exactly(0) => return Err(Refusal::unread("a streak of no weeks")),
        other => other,
    };
    Ok(Assertion {
        subject: of.subject.clone(),
        object: of.object.clone(),
        metric: of.metric,
        scope: of.scope,
        period: of.period,
        negated: false,
        predicate: Predicate::Streak(Streak {
            weeks: weeks_said,
            ordinal: weeks.ordinal,
            cumulative: weeks.cumulative,
            of: Box::new(of),
        }),
    })
}
