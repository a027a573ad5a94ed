//! What an act says, as the predicate of an assertion.

use recount_model::{Extreme, Figure};

use super::*;

impl Discourse<'_> {
    pub(super) fn predicate(
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
                (Predicate::Level(Level { value: value.clone() }), nothing)
            }
            Act::Change { value } => self.change(said, &self.upwards(value, metric)?, metric, period)?,
            Act::Compare { object, value, .. } if self.holds(object, &said.who)? => {
                if value.falling || !value.is_direction() {
                    return Err(Refusal::unread("a comparison with a whole of which it is a part"));
                }
                let object = match object.who {
                    Who::Named(_) if !self.is_total(object)? => self.object(object)?,
                    _ => nothing,
                };
                (
                    Predicate::Rank(Rank {
                        base: None,
                        movement: None,
                        value: Quantity::whole(1, Unit::Rank),
                    }),
                    object,
                )
            }
            Act::Compare { value, .. } if value.unit == Unit::Point => {
                return Err(Refusal::unread("points between two that are no shares"));
            }
            Act::Compare { object, value, event } => {
                // "has not overtaken": it is not ahead, whenever it may have been.
                let event = *event && !said.negated;
                let base = if event { self.base(said, metric, period) } else { None };
                let value = self.upwards(value, metric)?;
                let object = self.another(object, &said.who)?;
                (Predicate::Compare(Compare { base, value }), object)
            }
            Act::Share { value, whole, top } => {
                let object = self.whole_or_rate(whole.as_ref(), said)?;
                // "Four months ago it was a quarter of that": of itself, at another time.
                // "Total usage was 21 trillion tokens, of which they had 28 %": not all of it.
                let narrow = top.is_some() || said.who.top.is_some();
                // "All models had half of all tokens" says so of whom it names, however odd.
                let that = whole.as_ref().is_some_and(|whole| whole.who == Who::Figure);
                let told = that || said.who.who == Who::Carried;
                if told && !narrow && object.as_slice() == self.told_of.as_slice() {
                    return Err(Refusal::unread("a part of its own figure"));
                }
                let share = Share { top: self.so_many_places(*top, metric)?, value: value.clone() };
                (Predicate::Share(share), object)
            }
            Act::Rank { place, movement, among } => {
                self.rank(*place, *movement, among.as_ref(), said, metric, period)?
            }
            Act::Follows => (self.follows(period)?, self.list_of_last(said).into_iter().collect()),
            Act::Top { count, among, .. } => {
                let object = among.as_ref().map_or(Ok(nothing), |np| self.object(np))?;
                (Predicate::Top(Top { top: self.places_of(said, metric)?, value: count.clone() }), object)
            }
            Act::Record(record) => self.record(record, said, metric, period)?,
            Act::Unexplained { why } => return Err(Refusal::unchecked(why)),
        })
    }

    /// Whom it is held against. "Y fell behind Z. X overtook it": Y, or Z.
    fn another(&self, np: &Np, who: &Np) -> Result<Subjects> {
        let it = np.who == Who::Carried && !np.share && np.about == About::Nothing;
        let told = if self.mentioned.is_empty() { &self.mentioned_before } else { &self.mentioned };
        let of_one = |names: &Vec<Subject>| self.subject.contains(names);
        // "Y fell behind Z. Z led it by 600 billion": it is not Z.
        let subject = self.subjects(who).unwrap_or_default();
        let mut others = told.iter().filter(|names| !subject.contains(names) || self.subject.contains(names));
        if it && !(others.all(of_one) && is_one_thing(&self.subject)) {
            return Err(Refusal::unread("whom \"it\" means, is not said"));
        }
        let object = self.object(np)?;
        // Nobody is above itself: "usage now exceeds X's", where X was named last.
        let subjects = self.subjects(who)?;
        let same = subjects.iter().any(|names| names.iter().any(|name| object.contains(name)));
        // "X was sixth. Y was fifth, 40 billion ahead of it": of the one of the sentence before.
        if let ([other], true, Who::Named(_)) = (self.mentioned_before.as_slice(), same && it, &who.who)
            && !subjects.contains(other)
            && self.mentioned.iter().all(|names| subjects.contains(names))
            && is_one_thing(std::slice::from_ref(other))
        {
            return Ok(other.iter().take(1).copied().collect());
        }
        match same {
            true => Err(Refusal::unread("whose figure it is, is not said")),
            false => Ok(object),
        }
    }

    /// The whole of a share; where rates are counted too, it must be told.
    fn whole_or_rate(&self, whole: Option<&Np>, said: &Said) -> Result<Subjects> {
        match whole {
            Some(np) if np.who == Who::SameWhole => self.same_whole(),
            // "X made up 44 % of that, Y 33 %": of the same.
            Some(np) if np.who == Who::Figure && self.figure.is_none() => self.whole_told_here(),
            // "X handled 22 % of them and Y 18 %": of the same.
            Some(np) if np.who == Who::Carried && matches!(self.several.whole.now, Some(Some(_))) => {
                self.whole_told_here()
            }
            Some(np) => self.object(np),
            None if !said.who.share && self.counts_rates() => {
                Err(Refusal::unread("a share or a rate: which of them, is not said"))
            }
            None => self.whole_of(&said.who),
        }
    }

    /// Is anything counted in percent?
    fn counts_rates(&self) -> bool {
        self.setting.vocabulary.metrics.iter().any(recount_model::vocabulary::Metric::is_percent)
    }

    /// One place below the one who was ranked last, where that was then and of the one who is spoken of.
    fn follows(&self, period: Option<Period>) -> Result<Predicate> {
        let rank = self
            .rank_before(period)
            .ok_or_else(|| Refusal::unread("the rank of the one before is not said"))?;
        Ok(Predicate::Rank(Rank { base: None, movement: None, value: Quantity::whole(rank + 1, Unit::Rank) }))
    }

    /// More or less, in figures: of a metric that is itself a place, the higher
    /// place is the smaller figure, and a percentage of a place says nothing.
    fn upwards(&self, value: &Quantity, metric: MetricId) -> Result<Quantity> {
        if !self.setting.vocabulary.metric(metric).is_place() || value.figure == Figure::Flat {
            return Ok(value.clone());
        }
        match value.unit {
            _ if value.is_direction() => Ok(Quantity { falling: !value.falling, ..value.clone() }),
            Unit::Own => Ok(Quantity { falling: !value.falling, ..value.clone() }),
            _ => Err(Refusal::unread("which figure it is, is not said: a place has no percentage")),
        }
    }

    /// The highest or lowest, ever or since a time.
    fn record(
        &self,
        record: &RecordHigh,
        said: &Said,
        metric: MetricId,
        period: Option<Period>,
    ) -> Result<(Predicate, Subjects)> {
        let context = self.context(Some(metric), period);
        let base =
            record.since.as_ref().map(|time| time.when.resolve(&context).map(|resolved| resolved.period));
        if base == Some(None) {
            return Err(Refusal::unread("the time it speaks of cannot be placed"));
        }
        // "Its highest this year": since the last week that began in the year before.
        let this = record
            .since
            .as_ref()
            .is_some_and(|time| matches!(time.when, When::Unit { shift: 0, .. } | When::SoFar(_)));
        let base = base.map(|base| match (base, period) {
            (Some(whole), Some(now))
                if this && whole.days() > 7 && now.overlaps(&whole) && whole.start < now.start =>
            {
                let first = Period::week_of(whole.start, self.week_starts(Some(metric)));
                Some(if first.start == whole.start { first.weeks_later(-1) } else { first })
            }
            _ => base,
        });
        let back = record.weeks.and_then(|weeks| Some(period?.weeks_later(-i64::from(weeks.low()))));
        let base = base.flatten().or(back);
        let object = if said.who.share { self.whole_of(&said.who)? } else { Subjects::new() };
        // The highest place is the smallest figure.
        let extreme = match (record.extreme, self.setting.vocabulary.metric(metric).is_place()) {
            (extreme, false) => extreme,
            (Extreme::Highest, true) => Extreme::Lowest,
            (Extreme::Lowest, true) => Extreme::Highest,
        };
        Ok((Predicate::Record(Record { base, extreme }), object))
    }

    /// Is the subject a part of the group that it is compared with? Then "led
    /// X" says that it is first in it.
    pub(super) fn holds(&self, object: &Np, who: &Np) -> Result<bool> {
        let vocabulary = self.setting.vocabulary;
        let object = self.object(object)?;
        let &[Subject::Group(group)] = object.as_slice() else {
            return Ok(false);
        };
        let subjects = self.subjects(who)?;
        let Some(Subject::Entity(entity)) = subjects.first().and_then(|names| names.first()).copied() else {
            return Ok(vocabulary.group(group).is_total());
        };
        let series = &vocabulary.entity(entity).series;
        let members = &vocabulary.group(group).members;
        Ok(vocabulary.group(group).is_total() || series.iter().all(|one| members.contains(one)))
    }

    pub(super) fn change(
        &self,
        said: &Said,
        value: &Quantity,
        metric: MetricId,
        period: Option<Period>,
    ) -> Result<(Predicate, Subjects)> {
        // "Between the week of June 22 and that of July 13" is from the one to the other.
        if let Some((first, _)) = period.and_then(|period| Self::ends(said, period)) {
            let change = Predicate::Change(Change { base: Some(first), value: value.clone() });
            return match (said.who.share, value.unit) {
                (false, Unit::Point) => Err(Refusal::unread("points of something that is not a share")),
                (false, _) => Ok((change, Subjects::new())),
                (true, _) => Err(Refusal::unread("a share over several weeks")),
            };
        }
        let base = match self.base(said, metric, period) {
            Some(base) if Some(base) == period => {
                // "down 6 % on last week", said of last week: the week before it.
                let context = self.context(Some(metric), period);
                let told = said.adjuncts.times.iter().filter(|time| time.role == Role::Base);
                let mut told = told.filter_map(|time| time.when.resolve(&context));
                if !told.any(|found| found.from_publication && !found.relative_to_current) {
                    return Err(Refusal::unread("a change against its own period"));
                }
                period.map(crate::discourse::when::before)
            }
            base => base,
        };
        let change = |value: Quantity| Predicate::Change(Change { base, value });
        let percent = self.setting.vocabulary.metric(metric).is_percent();
        match (said.who.share, value.unit) {
            (true, Unit::Point) => Ok((change(value.clone()), self.whole_of(&said.who)?)),
            (true, _) if value.is_direction() => {
                Ok((change(Quantity { unit: Unit::Point, ..value.clone() }), self.whole_of(&said.who)?))
            }
            (true, _) => Err(Refusal::unread("percent of a share, or points of it")),
            (false, Unit::Point) if !percent => {
                Err(Refusal::unread("points of something that is not a share"))
            }
            (false, _) => Ok((change(value.clone()), Subjects::new())),
        }
    }

    pub(super) fn rank(
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
            Place::Between(first, last) => Quantity::places(first, last),
            Place::Board => Quantity::top(self.board(metric)?),
        };
        let movement = if said.no_longer { Some(Movement::Left) } else { movement };
        // "climbed to third a week earlier": then, not against then.
        let base = match movement {
            None => None,
            Some(_) if said.adjuncts.ago => period.map(crate::discourse::when::before),
            // "Between the week of June 8 and that of June 22, X climbed from fifth to third".
            Some(_)
                if self
                    .began
                    .is_some_and(|way| Some(way) == period.and_then(|period| Self::ends(said, period))) =>
            {
                self.began.map(|(first, _)| first)
            }
            Some(_) => self.base(said, metric, period),
        };
        let object = match among {
            // "the albums chart", where everything is an album.
            Some(np) if self.is_total(np)? => Subjects::new(),
            // "X leads there": where X is one of those.
            Some(np) if np.who == Who::Carried && !self.holds(np, &said.who)? => {
                return Err(Refusal::unread("where that is, is not said"));
            }
            Some(np) => self.object(np)?,
            None => self.carried_list(said).into_iter().collect(),
        };
        Ok((Predicate::Rank(Rank { base, movement, value }), object))
    }

    /// How many places the list has that the article speaks of.
    pub(super) fn board(&self, metric: MetricId) -> Result<u32> {
        let vocabulary = self.setting.vocabulary;
        let scope = vocabulary.metric(metric).default_scope.map(|scope| vocabulary.scope(scope));
        scope
            .and_then(|scope| scope.top)
            .ok_or_else(|| Refusal::unread("how many places the list has, is not known"))
    }

    pub(super) fn object(&self, np: &Np) -> Result<Subjects> {
        Ok(self.subjects(np)?.iter().filter_map(|names| names.first().copied()).collect())
    }

    /// The whole of a share: the one that the noun phrase names, or everything.
    fn whole_of(&self, who: &Np) -> Result<Subjects> {
        match &who.of {
            Some(whole) => self.object(whole),
            None => self.total(),
        }
    }

    pub(super) fn total(&self) -> Result<Subjects> {
        let total = self.setting.vocabulary.total();
        let total = total.ok_or_else(|| Refusal::unread("the vocabulary has no group for everything"))?;
        Ok(Subjects::from_slice(&[Subject::Group(total)]))
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn nobody_is_above_itself() {
        let text =
            "Southern models processed 4 trillion tokens last week. Token usage now exceeds the south's.";
        let read = article(text);
        assert_eq!(read.iter().filter(|line| line.contains("above")).count(), 0, "{read:?}");
        assert_eq!(read.len(), 2, "{read:?}");
    }
}
