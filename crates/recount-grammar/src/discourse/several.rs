//! Articles on several metrics: what "it" speaks of, and which week each of them
//! is told of.

use recount_model::{MetricId, Period, Subject, Subjects, Unit};

use super::lower::told_top::Last;
use super::pronoun::starts_with;
use super::{Discourse, Placed};
use crate::en::clause::{About, Act, Anchor, Item, Np, Said, Who};

/// What was said of each metric so far.
#[derive(Debug, Default)]
pub(super) struct Several {
    /// Of whom the main clause of the last sentence spoke, and in which metric.
    topic: Option<(Vec<Vec<Subject>>, MetricId)>,
    /// The same of this sentence.
    now: Option<(Vec<Vec<Subject>>, MetricId)>,
    /// Was anything said since the last heading or paragraph?
    here: bool,
    /// Did the paragraph tell of a week in a sentence before?
    weekly: bool,
    /// The same of this sentence.
    weekly_now: bool,
    /// The week that was named last with each metric.
    weeks: Vec<(MetricId, Period)>,
    /// Of which top n something was told.
    pub(super) top: Last<u32>,
    /// Of what a share was told.
    pub(super) whole: Last<Option<Subjects>>,
    /// And in what it is counted.
    pub(super) whole_metric: Option<MetricId>,
    /// Was a share all that was spoken of?
    pub(super) share: Last<bool>,
    /// Of whom together the last amount was told.
    pub(super) sum: Vec<Vec<Subject>>,
    /// What kind of thing each sentence of this paragraph said first, and of whom.
    pub(super) alike: Vec<(std::mem::Discriminant<Act>, Subject)>,
}

impl Several {
    /// Nothing yet.
    pub(super) const NONE: Self = Self {
        topic: None,
        now: None,
        here: false,
        weekly: false,
        weekly_now: false,
        weeks: Vec::new(),
        top: Last::NONE,
        whole: Last::NONE,
        whole_metric: None,
        share: Last::NONE,
        sum: Vec::new(),
        alike: Vec::new(),
    };

    /// A new sentence: what the last one spoke of is known.
    pub(super) fn begin(&mut self) {
        self.topic = self.now.take().or(self.topic.take());
        self.weekly |= std::mem::take(&mut self.weekly_now);
        self.top.begin();
        self.whole.begin();
        self.share.begin();
    }

    /// A new paragraph may tell of another time.
    pub(super) fn new_paragraph(&mut self, goes_on: bool) {
        self.topic = self.now.take().or(self.topic.take());
        self.here = false;
        self.alike.clear();
        self.weekly = false;
        self.weekly_now = false;
        self.top.new_paragraph();
        // "X's share was 12 %. ¶ A week earlier it was 10 %": of the same.
        if !goes_on {
            self.whole.new_paragraph();
            self.share.new_paragraph();
        }
    }

    /// What the sentence before counted.
    pub(super) fn before(&self) -> Option<MetricId> {
        self.topic.as_ref().map(|(_, metric)| *metric)
    }

    /// Was anything said so far?
    pub(super) const fn is_any(&self) -> bool {
        self.topic.is_some() || self.now.is_some()
    }

    /// Was anything said since the last heading or paragraph?
    pub(super) const fn is_here(&self) -> bool {
        self.here
    }

    /// The same, where this paragraph told of it.
    pub(super) fn before_here(&self) -> Option<MetricId> {
        self.before().filter(|_| self.here)
    }

    /// Did the paragraph tell of a week?
    pub(super) const fn is_weekly(&self) -> bool {
        self.weekly
    }

    /// Something was said of a week.
    pub(super) fn told(&mut self, placed: &Placed) {
        self.weekly_now |= placed.period.is_some_and(|period| period.days() == 7);
    }

    /// The first one of whom something was said in the sentence.
    pub(super) fn note(&mut self, said: &Said, subjects: &[Vec<Subject>], metric: MetricId) {
        self.here = true;
        self.share.now = Some(said.who.share && self.share.now.unwrap_or(true));
        if self.now.is_none() && matches!(said.anchor, Anchor::Clause | Anchor::End) {
            if let Some(&first) = subjects.first().and_then(|names| names.first()) {
                self.alike.push((std::mem::discriminant(&said.act), first));
            }
            self.now = Some((subjects.to_vec(), metric));
        }
    }
}

impl Several {
    /// Keeps of whom together an amount was told.
    pub(super) fn keep_sum(&mut self, said: &Said, subjects: &[Vec<Subject>], together: bool) {
        if matches!(said.act, Act::Level { .. }) {
            self.sum = if together && subjects.len() > 1 { subjects.to_vec() } else { Vec::new() };
        }
    }
}

impl Discourse<'_> {
    /// "X's share was 39 %. It has risen every week since": the share; by how many percent, may be told of its volume.
    pub(super) fn of_the_share(&self, items: &[Item], said: &mut Said, text: &str) {
        let it = said.who.who == Who::Carried
            && !said.who.bare
            && !said.who.share
            && said.who.about == About::Nothing
            && starts_with(said.who.span.of(text), &["it"]);
        let about = said.adjuncts.about.is_some() || !said.adjuncts.counted.is_empty();
        let levels = |item: &Item| matches!(item, Item::Said(said) if matches!(said.act, Act::Level { .. }));
        // "The gap between X and Y was 500 billion. It has grown every week since": the gap, or X?
        let moved = match &said.act {
            Act::Change { value } => value.is_direction(),
            Act::Record(_) => true,
            _ => false,
        };
        if it && !about && self.apart && moved {
            said.who.who = Who::Unknown;
            return;
        }
        if !it || about || self.several.share.before != Some(true) || items.iter().any(levels) {
            return;
        }
        match &said.act {
            Act::Change { value } if !value.is_direction() && value.unit != Unit::Point => {
                said.who.who = Who::Unknown;
            }
            Act::Change { .. } | Act::Record(_) => {
                let whole = Np { who: Who::SameWhole, ..Np::carried(said.who.span) };
                (said.who.share, said.who.of) = (true, Some(Box::new(whole)));
            }
            _ => {}
        }
    }

    /// "The price of X rose. It was up for a third week": the metric of the sentence
    /// before, where the same one is spoken of and nothing else is named.
    pub(super) fn metric_of_topic(&self, said: &Said) -> Option<MetricId> {
        let told = matches!(said.act, Act::Change { .. } | Act::Record(_) | Act::Compare { .. });
        let open = said.who.who == Who::Carried && said.who.about == About::Nothing && !said.who.share;
        let (subjects, metric) = self.several.topic.as_ref().filter(|_| told && open)?;
        let place = self.setting.vocabulary.metric(*metric).is_place();
        (*subjects == self.subject && !place).then_some(*metric)
    }

    /// "Prices fell", where the sentence before spoke of something else and the
    /// vocabulary says whose prices are meant.
    pub(super) fn is_of_its_own(&self, np: &Np) -> bool {
        let About::Metric(metric) = np.about else { return false };
        let other = self.several.topic.as_ref().is_some_and(|(_, topic)| *topic != metric);
        other && np.bare && !np.share && self.setting.vocabulary.metric(metric).of.is_some()
    }

    /// What else may be counted where the sentence names nothing: what the sentence
    /// before counted, or the article.
    pub(super) fn other_metric(&self, said: &Said, metric: MetricId) -> Option<MetricId> {
        let told = matches!(said.act, Act::Change { .. } | Act::Record(_));
        let open = said.who.about == About::Nothing && said.adjuncts.about.is_none() && !said.who.share;
        let silent = said.adjuncts.counted.is_empty() && said.metric_of_others().is_none();
        let last = self.several.topic.as_ref().map(|(_, metric)| *metric);
        let others = [self.hinted.or(self.setting.metric), last];
        let fits = |other: &MetricId| *other != metric && !self.setting.vocabulary.metric(*other).is_place();
        others.into_iter().flatten().find(fits).filter(|_| told && open && silent)
    }

    /// The week that a sentence names is that of its metric.
    pub(super) fn keep_week(&mut self, metric: MetricId, placed: &Placed) {
        let Some(week) = placed.period.filter(|week| week.days() == 7 && !placed.relative) else { return };
        self.several.weeks.retain(|(other, _)| *other != metric);
        self.several.weeks.push((metric, week));
    }

    /// A week that was named of another metric only: the one that was named of this
    /// one, or that the article reports, is meant, or else that one.
    pub(super) fn of_its_own(&self, metric: MetricId, mut placed: Placed) -> Placed {
        let Some(week) = placed.period.filter(|week| week.days() == 7) else { return placed };
        let own = self.several.weeks.iter().find(|(other, _)| *other == metric).map(|(_, week)| *week);
        let foreign = self.several.weeks.iter().any(|(other, old)| *other != metric && *old == week);
        if !foreign || own == Some(week) || self.setting.week == Some(week) {
            return placed;
        }
        let reported = || {
            self.setting
                .published
                .map(|day| Period::week_of(day, self.week_starts(Some(metric))).weeks_later(-1))
        };
        placed.others.insert(0, week);
        placed.period = own.or(self.setting.week).or_else(reported);
        placed.others.retain(|other| Some(*other) != placed.period);
        placed
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article_in_shops;

    #[test]
    fn it_is_what_the_sentence_before_counted() {
        let text = "Alder sold 4,000 copies last week. The price of Birch rose 3 cents to $3.41. It was up for a third week in a row.";
        assert_eq!(
            article_in_shops(text).last().map(String::as_str),
            Some("the price of Birch rose for the 3rd consecutive week"),
        );
    }

    #[test]
    fn a_week_of_one_metric_is_not_that_of_another() {
        let text = "Alder sold 4,000 copies last week.\n\nThe price of Birch rose 3 cents in the week of June 8. Sales of Alder fell 3%.";
        assert_eq!(
            article_in_shops(text).last().map(String::as_str),
            Some("the sales of Alder fell by 3 percent")
        );
    }
}
