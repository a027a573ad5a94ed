//! What the layers of the grammar saw in one statement.

mod human;
mod json;

use recount_model::{Assertion, EntityId, Interval, Period, Span};

pub use human::explain_human;
pub use json::explain_json;

/// What the layers of the grammar saw in a text, apart from its claims.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Words, numbers and signs.
    pub tokens: Vec<Span>,
    /// Phrases in the order of the text, and what each was taken for.
    pub phrases: Vec<(Span, &'static str)>,
    /// Numbers and durations, as the intervals that they mean.
    pub quantities: Vec<SeenQuantity>,
    /// Weeks, days, months: what the words for a time resolve to.
    pub times: Vec<SeenTime>,
    /// Names of the vocabulary.
    pub mentions: Vec<SeenMention>,
    /// The words in which sentences were read that are not in the order of a plain statement.
    pub in_other_words: Vec<(Span, String)>,
    /// Where reading stopped.
    pub stops: Vec<SeenStop>,
}

/// A number with its unit, or a duration.
#[derive(Clone, Debug)]
pub struct SeenQuantity {
    /// Where it stands.
    pub span: Span,
    /// What it means.
    pub interval: Interval,
    /// The unit's name: of a duration "week", "day", "month" or "year".
    pub unit: String,
}

/// The words for a time.
#[derive(Clone, Copy, Debug)]
pub struct SeenTime {
    /// Where they stand.
    pub span: Span,
    /// What they mean.
    pub period: Period,
}

/// A name.
#[derive(Clone, Debug)]
pub struct SeenMention {
    /// Where it stands.
    pub span: Span,
    /// What kind of thing it names: "entity", "group", "series", "metric",
    /// "unit" or "scope".
    pub kind: &'static str,
    /// Its id in files.
    pub id: String,
}

/// Where reading stopped.
#[derive(Clone, Debug)]
pub struct SeenStop {
    /// What was not understood.
    pub stretch: Span,
    /// The words of it that stopped the reader, as exactly as is known.
    pub span: Span,
    /// Why, in plain words.
    pub reason: String,
    /// How it could be said.
    pub way_out: SeenWayOut,
}

/// How something that was not understood could be said.
#[derive(Clone, Debug)]
pub enum SeenWayOut {
    /// Without the words that stopped the reader, it says this.
    Without(Vec<Assertion>),
    /// With a name of the vocabulary in the place of these words, it says
    /// this; here, with that of the entity.
    Named(EntityId, Vec<Assertion>),
    /// What was seen in it can be said like this.
    Like(Vec<Assertion>),
    /// Nobody of whom the vocabulary knows is named.
    Nobody,
    /// Nothing that is known.
    Unknown,
}
