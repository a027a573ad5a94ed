//! "The leader", "the runner-up", "the No. 3": the one who was told to be there.

use recount_model::{MetricId, Period, Subject};

use super::{Discourse, Refusal};
use crate::en::clause::{Act, Anchor, Mood, Np, Said, Side, Who};
use crate::en::phrase::place::Place;

/// Who was told to be in a place.
#[derive(Clone, Debug)]
pub(super) struct Told {
    place: u32,
    who: Subject,
    metric: MetricId,
    period: Option<Period>,
}

/// Who was told to be ahead of whom.
#[derive(Clone, Debug)]
pub(super) struct Ahead {
    /// The one who is ahead.
    pub who: Vec<Vec<Subject>>,
    /// The other.
    pub of: Vec<Vec<Subject>>,
}

/// The one who was ranked last.
#[derive(Clone, Debug)]
pub(super) struct Ranked {
    /// Where.
    place: u32,
    /// When.
    period: Option<Period>,
    /// By what.
    metric: MetricId,
    who: Option<Subject>,
    /// In the sentence that is read now, or is it the one who was spoken of before it?
    fresh: bool,
}

impl Ranked {
    /// In this sentence.
    fn new(place: u32, subjects: &[Vec<Subject>], metric: MetricId, period: Option<Period>) -> Self {
        let who = subjects.first().and_then(|names| names.first()).copied();
        Self { place, period, metric, who, fresh: true }
    }
}

impl Discourse<'_> {
    /// A new sentence. "X led. Y followed at 3.6 trillion": Y is second where X was spoken of last.
    pub(super) fn begin_places(&mut self) {
        if let Some(ranked) = &mut self.rank {
            let spoken = self.subject.iter().any(|names| names.first().copied() == ranked.who);
            ranked.fresh = self.subject.is_empty() || spoken;
        }
    }

    /// The place of the one before, at a time: of the one who was ranked last in this sentence, or
    /// of the one who was spoken of before it. "X, third the week before, fell. Behind it came Y": not fourth.
    pub(super) fn rank_before(&self, period: Option<Period>) -> Option<u32> {
        let ranked = self.rank.as_ref()?;
        (ranked.period == period && ranked.fresh).then_some(ranked.place)
    }

    /// "By requests X was first. Second was Y": a place that goes on with an order is one by the same metric.
    pub(super) fn metric_of_order(&self, said: &Said) -> Option<MetricId> {
        let ranked = self.rank.as_ref().filter(|ranked| ranked.fresh)?;
        let goes_on = match &said.act {
            Act::Rank { place: Place::At(place), movement: None, .. } => *place == ranked.place + 1,
            Act::Follows => true,
            _ => false,
        };
        goes_on.then_some(ranked.metric)
    }

    /// Keeps the place of the one who was ranked last.
    fn keep_rank(
        &mut self,
        said: &Said,
        subjects: &[Vec<Subject>],
        metric: MetricId,
        period: Option<Period>,
    ) {
        self.rank = match (&said.act, self.rank.take()) {
            (Act::Rank { place: Place::At(place), .. }, _) if !said.negated => {
                Some(Ranked::new(*place, subjects, metric, period))
            }
            (Act::Follows, last) => {
                last.map(|last| Ranked::new(last.place + 1, subjects, last.metric, last.period))
            }
            (Act::Rank { .. }, _) => None,
            (_, last) => last,
        };
    }

    /// Keeps who is in which place. Behind a comparison of two groups "the leader" may
    /// be one of them.
    pub(super) fn keep_place(
        &mut self,
        said: &Said,
        subjects: &[Vec<Subject>],
        metric: MetricId,
        period: Option<Period>,
    ) {
        self.keep_rank(said, subjects, metric, period);
        let group = |one: &Subject| matches!(one, Subject::Group(_));
        match &said.act {
            Act::Compare { .. } if subjects.iter().flatten().any(group) => self.places.clear(),
            Act::Rank { place: Place::At(place), among, .. } => {
                let [names] = subjects else { return };
                let Some(who) = names.first().copied() else { return };
                let told = said.mood == Mood::Plain && !said.negated;
                if !told || said.anchor != Anchor::Clause || said.adjuncts.local {
                    return;
                }
                // Among some, or of groups: then "the leader" may be either.
                if among.is_some() || group(&who) {
                    self.places.clear();
                    return;
                }
                self.places.retain(|old| {
                    old.metric == metric && old.period == period && old.place != *place && old.who != who
                });
                self.places.push(Told { place: *place, who, metric, period });
            }
            _ => {}
        }
    }

    /// Keeps the groups that are spoken of.
    pub(super) fn keep_groups(&mut self, said: &Said, subjects: &[Vec<Subject>]) {
        let object = match &said.act {
            Act::Compare { object: Np { who: Who::Named(names), .. }, .. } => names.as_slice(),
            _ => &[],
        };
        for one in subjects.iter().chain(object).filter_map(|names| names.first()) {
            if matches!(one, Subject::Group(_)) && !self.groups.contains(one) {
                self.groups.push(*one);
            }
        }
    }

    /// "The two sides": the only two groups that were spoken of.
    pub(super) fn sides(&self, side: Side) -> Result<Vec<Vec<Subject>>, Refusal> {
        let apart = matches!(side, Side::Ahead | Side::Behind);
        if let Some([first, second]) = self.two_held_together().filter(|_| apart && !self.unread_before) {
            return Ok(if side == Side::Ahead { first } else { second });
        }
        match (&self.ahead, side) {
            (Some(ahead), _) if apart && (ahead.who.len() != 1 || ahead.of.len() != 1) => {
                return Err(Refusal::unread("who the two sides are, is not said"));
            }
            (Some(ahead), Side::Ahead) => return Ok(ahead.who.clone()),
            (Some(ahead), Side::Behind) => return Ok(ahead.of.clone()),
            _ if self.unread_before && matches!(side, Side::Ahead | Side::Behind) => {
                return Err(Refusal::unread("between whom the gap is, is not said"));
            }
            _ => {}
        }
        let total = self.setting.vocabulary.total().map(Subject::Group);
        let groups: Vec<Vec<Subject>> =
            self.groups.iter().filter(|one| Some(**one) != total).map(|one| vec![*one]).collect();
        // The one who was told to be ahead comes first.
        let turned = matches!((groups.as_slice(), &self.ahead), ([first, second], Some(ahead))
            if ahead.who.as_slice() == [second.clone()] && ahead.of.as_slice() == [first.clone()]);
        let groups = if turned { groups.into_iter().rev().collect() } else { groups };
        match (groups.as_slice(), side) {
            ([first, _], Side::First | Side::Ahead) => Ok(vec![first.clone()]),
            ([_, second], Side::Second | Side::Behind) => Ok(vec![second.clone()]),
            ([_, _], Side::Both) => Ok(groups),
            _ => Err(Refusal::unread("who the two sides are, is not said")),
        }
    }

    /// The only two of one kind of whom this sentence speaks, or the one before, unless those of
    /// whom one was told to be ahead; the one who is ahead comes first.
    fn two_held_together(&self) -> Option<[Vec<Vec<Subject>>; 2]> {
        let total = self.setting.vocabulary.total().map(Subject::Group);
        let list = [&self.mentioned, &self.mentioned_before].into_iter().find(|list| !list.is_empty())?;
        let mut those = list.iter().filter(|names| names.first().copied() != total);
        let (first, second) = (those.next()?, those.next()?);
        let alike = match (first.first()?, second.first()?) {
            (Subject::Group(one), Subject::Group(other)) => self.are_alike(*one, *other),
            (Subject::Entity(_), Subject::Entity(_)) => true,
            _ => false,
        };
        if those.next().is_some() || !alike {
            return None;
        }
        let (first, second) = (vec![first.clone()], vec![second.clone()]);
        let turned = self.is_larger(&second, &first).unwrap_or_else(|| {
            self.ahead.as_ref().is_some_and(|ahead| ahead.who == second && ahead.of == first)
        });
        Some(if turned { [second, first] } else { [first, second] })
    }

    /// In which place somebody was told to be.
    pub(super) fn told_place(&self, who: Option<Subject>, metric: MetricId, period: Period) -> Option<u32> {
        let told =
            |told: &&Told| Some(told.who) == who && told.metric == metric && told.period == Some(period);
        self.places.iter().find(told).map(|told| told.place)
    }

    /// The one who was told to be in a place in the week that is spoken of.
    pub(super) fn in_place(&self, place: u32) -> Result<Vec<Vec<Subject>>, Refusal> {
        let now = self.carried().period;
        let found = self.places.iter().find(|told| told.place == place && told.period == now);
        match found {
            Some(told) => Ok(vec![vec![told.who]]),
            None => Err(Refusal::unread("who is in that place, is not said")),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn the_one_in_a_place() {
        let lead = "Alder ranked first last week. Birch was second.";
        for (behind, said) in [
            ("The leader fell 8%.", "Alder fell by 8 percent"),
            ("The leader's volume was 4.19 trillion tokens.", "Alder was 4.19 trillion tokens"),
            ("The runner-up rose 8%.", "Birch rose by 8 percent"),
            ("The No. 2 processed 3 trillion tokens.", "Birch was 3 trillion tokens"),
            (
                "Cedar was 300 billion tokens behind the leader.",
                "Cedar was 300 billion tokens below that of Alder",
            ),
        ] {
            assert_eq!(
                article(&format!("{lead} {behind}")).last().map(String::as_str),
                Some(said),
                "{behind}"
            );
        }
    }

    #[test]
    fn who_is_there_is_not_said() {
        for text in [
            "The leader fell 8% last week.",
            "Northern models led southern models last week. The leader fell 8%.",
            "Alder ranked first in the week of June 1. Last week the leader fell 8%.",
            "Alder was first among the northern models last week. The leader fell 8%.",
        ] {
            assert_eq!(article(text).last().map(String::as_str), Some("?"), "{text}");
        }
    }
}
