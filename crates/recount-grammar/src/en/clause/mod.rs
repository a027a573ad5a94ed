//! Clauses: who is said to do what, by how much, when, against whom.
//!
//! [`sentence::read`] parses the chunks of a sentence into [`Said`] items: syntax only. What "it", "the
//! previous week" or a missing metric mean is for the discourse to find out.

mod adjunct;
mod adverbs;
mod aside;
mod be;
mod change;
mod chart;
mod compare;
mod equal;
mod extreme;
mod first_to;
mod fronted;
mod gap;
mod gate;
mod growth;
mod inverted;
mod level;
mod mood;
mod not_since;
mod noun_phrase;
mod own_rank;
mod parallel;
mod predicate;
mod price;
mod rank;
pub mod recast;
pub mod remark;
pub mod sentence;
mod share;
mod superlative;
pub mod table;
mod tail;
#[cfg(test)]
pub(crate) mod testing;
mod together;
mod top;
mod turns;
mod verb_group;

pub use self::mood::{Mood, OF_OTHER_THINGS};
pub(crate) use noun_phrase::{group_of, group_told};
use recount_model::{MetricId, Movement, Quantity, ScopeId, Span, Subject};

use super::phrase::first::FirstTime;
use super::phrase::place::Place;
use super::phrase::record::RecordHigh;
use super::phrase::time::{Role, Time};
use super::phrase::weeks::WeeksRunning;

/// Who a noun phrase names.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    /// Names of the vocabulary; for each, what it may stand for.
    Named(Vec<Vec<Subject>>),
    /// "Norvane's model", "the northern model": one member of the group.
    Member {
        /// The group, with everything that its name may stand for.
        group: Vec<Subject>,
        /// The one that was spoken of: "the", "this" or an owner stands before it.
        known: bool,
    },
    /// "it", "its volume", or nobody where a clause has no subject of its own.
    Carried,
    /// "their counterparts", "the latter".
    Other,
    /// "that": the one of whom the last figure was said.
    Figure,
    /// "the former", of the two who were named last.
    Former,
    /// "the latter".
    Latter,
    /// "the leader", "the runner-up", "the No. 3": the one in that place.
    Ranked(u32),
    /// "the two sides": the only two groups that were spoken of; the first, the second, or
    /// both.
    Sides(Side),
    /// "the pair", "the trio", "both": those who were named last.
    These {
        /// How many.
        count: u32,
        /// Each of them, not their sum?
        each: bool,
    },
    /// "They … respectively": one of so many who were named last, by its place, and how many.
    Nth(u32, u32),
    /// "The remaining 28 %": what the share before was of.
    SameWhole,
    /// Everything: "total weekly volume".
    Total,
    /// Words that no name of the vocabulary explains.
    Unknown,
}

/// Which of two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The one that was spoken of first.
    First,
    /// The other one.
    Second,
    /// Each of them.
    Both,
    /// "The gap": the one who was told to be ahead, or the first of the two.
    Ahead,
    /// The other.
    Behind,
}

/// The metric that a noun phrase speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// It names none.
    Nothing,
    /// A name of the vocabulary.
    Metric(MetricId),
    /// "the volume", "usage": the one that is being spoken of.
    Generic,
}

/// How often the thing that a noun phrase speaks of is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Not said, or weekly.
    Week,
    /// "daily", "monthly", "average": another window than the table's.
    Another,
    /// "its total": of the week, or of all the time up to it.
    Total,
}

/// A noun phrase.
#[derive(Clone, Debug, PartialEq)]
pub struct Np {
    /// Whose figure.
    pub who: Who,
    /// Which figure.
    pub about: About,
    /// The share of it, not the figure itself.
    pub share: bool,
    /// Of what it is the share, where that is not everything.
    pub of: Option<Box<Np>>,
    /// Which series count, where said.
    pub scope: Option<ScopeId>,
    /// Only what stands in the top n: "X in the top nine".
    pub top: Option<u32>,
    /// In which window, where said.
    pub window: Window,
    /// Each of a group, "all northern models": not its sum.
    pub each: bool,
    /// All of them as one: "X and Y together", "the combined volume of X and Y".
    pub together: bool,
    /// "the song": one thing, no group.
    pub one: bool,
    /// "the three northern models": a group that has so many members.
    pub counted: Option<u32>,
    /// The metric alone, "admissions", not "its admissions": nobody is named.
    pub bare: bool,
    /// "models of the south from Alder and Birch": the names behind "from", as
    /// another reading of who is meant.
    pub narrowed: Vec<Vec<Subject>>,
    /// The bytes of the sentence.
    pub span: Span,
}

impl Np {
    /// Nobody in particular: the one who is being spoken of.
    #[must_use]
    pub const fn carried(span: Span) -> Self {
        Self {
            who: Who::Carried,
            about: About::Nothing,
            share: false,
            of: None,
            scope: None,
            top: None,
            window: Window::Week,
            each: false,
            one: false,
            counted: None,
            together: false,
            bare: false,
            narrowed: Vec::new(),
            span,
        }
    }

    /// Does it name somebody?
    #[must_use]
    pub const fn is_named(&self) -> bool {
        matches!(
            self.who,
            Who::Named(_)
                | Who::Member { .. }
                | Who::Total
                | Who::Former
                | Who::Latter
                | Who::Ranked(_)
                | Who::Sides(_)
                | Who::These { .. }
                | Who::Nth(..)
        )
    }
}

/// What a clause says of its subject.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// An amount; `metrics` are those whose unit it carries.
    Level {
        /// The amount.
        value: Quantity,
        /// The metrics whose unit stands behind it.
        metrics: Vec<MetricId>,
    },
    /// More or less than before.
    Change {
        /// By how much.
        value: Quantity,
    },
    /// Against another.
    Compare {
        /// The other.
        object: Np,
        /// By how much.
        value: Quantity,
        /// Not so before.
        event: bool,
    },
    /// A part of a whole; `top` is [`Self::LIST`] for "of the tokens on the chart".
    Share {
        /// The part.
        value: Quantity,
        /// The whole; `None` where the text leaves it open.
        whole: Option<Np>,
        /// Of the top n only.
        top: Option<u32>,
    },
    /// A place.
    Rank {
        /// Which.
        place: Place,
        /// How it came there.
        movement: Option<Movement>,
        /// Among whom.
        among: Option<Np>,
    },
    /// Places of the top n.
    Top {
        /// How many places there are.
        top: u32,
        /// How many of them.
        count: Quantity,
        /// Among whom.
        among: Option<Np>,
    },
    /// The highest or lowest.
    Record(RecordHigh),
    /// One place below the one who was spoken of last.
    Follows,
    /// A number that no metric of the vocabulary explains.
    Unexplained {
        /// Why, in plain words.
        why: &'static str,
    },
}

impl Act {
    /// The number of places of the list that the text is about, where it does not say it.
    pub const LIST: u32 = 0;
}

/// When something is said to hold, against the time of its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At the same time.
    Clause,
    /// At the same time, as the end of "from A to B".
    End,
    /// In the period before.
    Before,
    /// At a time of its own that lies before: "from 3.71 a week ago".
    Earlier,
    /// Some time before; the text does not say when.
    Open,
}

/// When, how long, and for the first time or not.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Adjuncts {
    /// Every time that was said, with its role.
    pub times: Vec<Time>,
    /// Is one of the times "a week earlier" without a word that compares?
    pub ago: bool,
    /// The time that they are told from, if it is not the clause's.
    pub against: Option<Time>,
    /// A figure and nothing else: a sentence of its own.
    pub bare: bool,
    /// Do the times belong to this figure alone ("from 72 % a year ago")?
    pub local: bool,
    /// Where a way began rather in the week before, though it may have been at any time.
    pub lately: bool,
    /// Weeks running.
    pub weeks: Option<WeeksRunning>,
    /// The weeks running over which the way went that this figure began.
    pub run: Option<WeeksRunning>,
    /// For the first time.
    pub first: Option<FirstTime>,
    /// "in call volume", "by usage": the metric, if the subject names none.
    pub about: Option<About>,
    /// "among charted models".
    pub scope: Option<ScopeId>,
    /// "among the nine largest".
    pub top: Option<u32>,
    /// "the gap between X and Y": which of them is ahead, is not said.
    pub either: bool,
    /// "three times more than": three times as much, or so much on top of it.
    pub times_more: bool,
    /// The metrics that a change or a lead is counted in: "12,000 copies ahead".
    pub counted: Vec<MetricId>,
    /// "every week since May": of each of them.
    pub every_week: bool,
    /// On average: of a flow that is no week's figure.
    pub average: bool,
    /// "had risen 8 % from the week before": told from a later time, which may be
    /// the clause's own.
    pub earlier: bool,
    /// "had risen the week before": the same, whatever time is told with it.
    pub had: bool,
    /// "has risen": up to now, from whenever on.
    pub perfect: bool,
    /// Is it told as of now, "leads", "has risen"? `None` where no verb says it.
    pub present: Option<bool>,
    /// A lead or a gap is spoken of, not the figures themselves.
    pub apart: bool,
    /// "The order was reversed": the one behind is ahead.
    pub reversed: bool,
    /// "The ninth week in which they did so": what the sentence before says.
    pub again: bool,
    /// "It was 2 %": a share, where one was told before.
    pub of_share: bool,
    /// Weeks that ended at a time, which may be one of them.
    pub ended: bool,
    /// "in its second weekend": of what is counted over weekends only.
    pub weekend: bool,
    /// "has sold 3 million": up to now, unless a week is named.
    pub so_far: bool,
    /// "7.3 trillion together": the sum of those of whom it is said.
    pub together: bool,
    /// "added 3 million": so much more than before, or so much in all.
    pub added: bool,
    /// "cost 3 million": a price, no sum of what it took in.
    pub priced: bool,
    /// "outsold": of what was sold, whatever else is counted.
    pub sold: bool,
    /// "weakened", "strengthened": of a price, which way its figure went is not said.
    pub strength: bool,
    /// Places that are said in bare numbers, "from six to seven".
    pub digits: bool,
    /// "Four of the nine": so many as the list has, or as the top that was told.
    pub of_list: bool,
    /// "No other is above 6 trillion": the one that is meant is.
    pub only_above: Option<Quantity>,
    /// "in its second week": told from a beginning that the text does not give.
    pub nth_week: bool,
    /// Do the times stand behind a later part of the sentence: "X rose 5 % and
    /// led the chart in the week of June 15"?
    pub late: bool,
    /// "for a fifth week by as much": what goes on is not that it rises alone.
    pub as_much: bool,
}

impl Adjuncts {
    /// Does a word say against when, or since when?
    #[must_use]
    pub fn based(&self) -> bool {
        let base = |time: &Time| matches!(time.role, Role::Base | Role::Since | Role::Within);
        self.weeks.is_some() || self.first.is_some() || self.times.iter().any(base)
    }
}

/// One thing that a clause says.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// Of whom.
    pub who: Np,
    /// Are they named beside the one of whom the clause speaks: "lost first place to X"?
    pub beside: bool,
    /// What.
    pub act: Act,
    /// "not", "no longer".
    pub negated: bool,
    /// "no longer": it was so before.
    pub no_longer: bool,
    /// In which mood.
    pub mood: Mood,
    /// When and how long.
    pub adjuncts: Adjuncts,
    /// When, against the clause.
    pub anchor: Anchor,
    /// The bytes of the sentence that say it.
    pub span: Span,
}

impl Said {
    /// The metric that the one compared with, or the whole of a share, names.
    #[must_use]
    pub fn metric_of_others(&self) -> Option<MetricId> {
        let object = match &self.act {
            Act::Compare { object, .. } => Some(object.about),
            Act::Share { whole: Some(whole), .. } => Some(whole.about),
            _ => None,
        };
        let whole = self.who.of.as_ref().map(|whole| whole.about);
        [whole, object].into_iter().flatten().find_map(|about| match about {
            About::Metric(metric) => Some(metric),
            About::Nothing | About::Generic => None,
        })
    }
}

/// How near to its clause a time stands that is named in passing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// In its words: "sales of X in the week of June 15 rose".
    No,
    /// With a place of its own, "X, second in the week of June 15, fell to third":
    /// another place is one of another week.
    Place,
    /// In a relative clause: "X, which led in the week of June 15, fell".
    Relative,
}

/// A stretch of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Something is said of somebody.
    Said(Box<Said>),
    /// A time that holds for what follows: "In the week of June 22, …".
    Time(Time),
    /// A time in words that no rule read, or in what is said aside: what follows may
    /// be of that week.
    Passing {
        /// When.
        time: Time,
        /// Whether the clause is rather of another week.
        aside: Aside,
    },
    /// Words that no rule read, from chunk `from` up to chunk `to`.
    Unread {
        /// The first chunk.
        from: usize,
        /// The chunk after the last.
        to: usize,
        /// Why, in plain words.
        why: &'static str,
        /// Does it name somebody? Then who "it" is behind it is not known.
        named: bool,
    },
}
