//! What is known around a sentence, and what one gives.

use jiff::civil::Date;
use recount_model::{Claim, MetricId, Period, Remark, Subject, Vocabulary};

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
    /// Who is named first, in the headline and the lead: whose figure it may be
    /// where nobody is named.
    pub topics: &'v [Subject],
    /// The groups among which it gives places: lists of their own.
    pub lists: &'v [Subject],
    /// The groups that it names anywhere.
    pub groups: &'v [Subject],
    /// A single statement by hand: the first metric and the last week before
    /// publication may be assumed without anything that names them.
    pub alone: bool,
    /// Figures are told of "this week", while it still ran on the day of publication:
    /// it may be the one that was just over, and "last week" then the one before.
    pub this_week: bool,
}

/// What a heading, a caption or the words before a list say of what follows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hint {
    /// When.
    pub time: Option<Time>,
    /// What is counted.
    pub metric: Option<MetricId>,
    /// The same, where it names no other metric.
    pub sole_metric: Option<MetricId>,
    /// Of whom, where it names just one.
    pub subject: Option<Vec<Subject>>,
    /// Does it give a figure of nobody whom a rule found?
    pub figure: bool,
    /// May it name anybody at all?
    pub anybody: bool,
    /// Everybody that it names, where their names are known.
    pub named: Vec<Subject>,
    /// The time that it begins with.
    pub opening: Option<Time>,
    /// The week of which it says that all figures are: "The figures below are for the week of
    /// June 15."
    pub covers: Option<Time>,
    /// Does it speak of something counted that is none of the vocabulary's:
    /// "revenue", "shares"?
    pub foreign: bool,
    /// Does it name what is counted, or where?
    pub counts: bool,
    /// Does it speak of another ranking than that of the figures?
    pub elsewhere: bool,
    /// The groups of which it singles out a member: "the biggest southern model".
    pub lists: Vec<Subject>,
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
