//! Discourse: from what sentences say to claims. Who "it" is, which week is
//! meant, what is counted: all that one sentence leaves to the others.

mod lower;
mod when;
pub mod worthy;

use jiff::civil::{Date, Weekday};
use recount_model::{
    Assertion, Assumption, Claim, MetricId, Period, Remark, Span, Subject, Vocabulary,
};

use crate::en::clause::{Item, Said};
use crate::en::phrase::time::Time;

/// What is known before the first sentence.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'v> {
    /// The names.
    pub vocabulary: &'v Vocabulary,
    /// The day of publication, if known.
    pub published: Option<Date>,
    /// The last day of the data, or today.
    pub reference: Date,
    /// The metric that the article speaks of, where a sentence names none.
    pub metric: Option<MetricId>,
    /// The week that the article is about, where a sentence names none.
    pub week: Option<Period>,
    /// A single statement by hand: the first metric and the last week before
    /// publication may be assumed without anything that names them.
    pub alone: bool,
}

/// What one sentence gave.
#[derive(Clone, Debug, Default)]
pub struct Harvest {
    /// Claims, in the order of the text; spans in bytes of the sentence.
    pub claims: Vec<Claim>,
    /// What cannot be checked.
    pub not_checkable: Vec<Remark>,
    /// What was not understood.
    pub not_understood: Vec<Remark>,
}

/// What has been said so far.
#[derive(Debug)]
pub struct Discourse<'v> {
    setting: Setting<'v>,
    /// The period that is being spoken of, from sentence to sentence.
    period: Option<Period>,
    /// The metric that was spoken of last.
    metric: Option<MetricId>,
    /// The period that the sentence named before its clause.
    fronted: Option<Placed>,
    /// Who was spoken of last.
    subject: Vec<Vec<Subject>>,
    /// Everybody who was spoken of, last one last.
    named: Vec<Subject>,
    /// The place of the one who was ranked last.
    rank: Option<u32>,
}

/// A period, and what had to be assumed to find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Placed {
    period: Option<Period>,
    assumptions: Vec<Assumption>,
    /// Other weeks that may be meant.
    others: Vec<Period>,
}

impl<'v> Discourse<'v> {
    /// Before the first sentence.
    #[must_use]
    pub const fn new(setting: Setting<'v>) -> Self {
        Self {
            setting,
            period: None,
            metric: None,
            fronted: None,
            subject: Vec::new(),
            named: Vec::new(),
            rank: None,
        }
    }

    /// The first day of the weeks of the metric that is being spoken of.
    fn week_starts(&self, metric: Option<MetricId>) -> Weekday {
        let metric = metric.or(self.setting.metric).unwrap_or(MetricId(0));
        self.setting
            .vocabulary
            .metrics
            .get(metric.index())
            .map_or(Weekday::Monday, |m| m.week_starts)
    }

    /// Starts a list item or a paragraph whose heading or lead-in names
    /// somebody.
    pub fn speak_of(&mut self, subjects: Vec<Vec<Subject>>) {
        self.subject = subjects;
    }

    /// A new paragraph: who "it" is does not carry over.
    pub fn paragraph(&mut self) {
        self.subject.clear();
        self.rank = None;
    }

    /// One sentence: what it says, and the text it says it in.
    pub fn sentence(&mut self, items: &[Item], text: &str) -> Harvest {
        let mut harvest = Harvest::default();
        self.fronted = None;
        for item in items {
            match item {
                Item::Time(time) => self.front(time),
                Item::Said(said) => self.said(said, text, &mut harvest),
                Item::Unread { .. } => {}
            }
        }
        harvest
    }

    /// A time before a clause holds for the rest of the sentence.
    fn front(&mut self, time: &Time) {
        if let Some(placed) = self.place_one(time, None) {
            self.remember(placed.period);
            self.fronted = Some(placed);
        }
    }

    fn said(&mut self, said: &Said, text: &str, harvest: &mut Harvest) {
        match self.lower(said, text) {
            Ok(claims) => harvest.claims.extend(claims),
            Err(Refusal::NotCheckable(reason)) => {
                harvest.not_checkable.push(Remark {
                    span: said.span,
                    reason,
                });
            }
            Err(Refusal::NotUnderstood(reason)) => {
                harvest.not_understood.push(Remark {
                    span: said.span,
                    reason,
                });
            }
        }
    }
}

/// Why something that was read gives no claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is no statement about figures of the vocabulary, or not about the
    /// past.
    NotCheckable(String),
    /// Its subject, metric or time could not be found out.
    NotUnderstood(String),
}

impl Refusal {
    fn unchecked(reason: &str) -> Self {
        Self::NotCheckable(reason.to_owned())
    }

    fn unread(reason: &str) -> Self {
        Self::NotUnderstood(reason.to_owned())
    }
}

/// A claim of these words.
fn claim(
    span: Span,
    assertion: Assertion,
    readings: Vec<Assertion>,
    assumptions: Vec<Assumption>,
) -> Claim {
    Claim {
        span,
        assertion,
        readings,
        assumptions,
    }
}
