//! The validated dataset: what is known, and what is said by hand.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use recount_model::{
    Assertion, Cadence, Interval, MetricId, Number, Period, SeriesId, Span, Verdict, Vocabulary,
};

use crate::load;
use crate::problem::Problem;

/// One TOML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path, as reports show it.
    pub name: String,
    /// All of its text.
    pub text: Arc<str>,
}

/// The texts of a `claims/` folder.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// `vocabulary.toml`; its absence is a problem.
    pub vocabulary: Option<SourceFile>,
    /// `figures/*.toml`, in the order in which they are to be listed; may be empty.
    pub figures: Vec<SourceFile>,
    /// `by-hand/*.toml`; may be empty.
    pub by_hand: Vec<SourceFile>,
}

/// Where something stands in a TOML file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file: an index into [`Dataset::files`].
    pub file: u32,
    /// Bytes of that file: for a figure, from its key to the end of its value.
    pub span: Span,
}

/// What a `claims/` folder says, validated. The default is that of no folder:
/// no names and no figures.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    /// Every name. Series that the figures list and no entity names are in it too.
    pub vocabulary: Vocabulary,
    /// The vocabulary, the figures, the claims by hand, in that order.
    pub files: Vec<SourceFile>,
    /// One for each figures file, in their order.
    pub sources: Vec<Source>,
    /// What is known of each metric, by [`MetricId`]; empty where nothing is.
    pub tables: Vec<Table>,
    /// The claims by hand, in the order of their files.
    pub hand_claims: Vec<HandClaim>,
}

/// Who published the figures of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What is counted.
    pub metric: MetricId,
    /// Its name, with the date as of which it was read.
    pub name: String,
    /// The licence of the data.
    pub license: Option<String>,
    /// How far a figure may be from what is written, as a part of it: 0.5 % is
    /// 1/200. At least 0, below 1.
    pub tolerance: Number,
    /// An index into [`Dataset::files`].
    pub file: u32,
}

/// What is known of one metric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// How often there is a figure; weeks where there is none at all.
    pub cadence: Cadence,
    /// The figures of each period; several sheets are several sources, in the
    /// order of their files.
    pub periods: BTreeMap<Period, Vec<Sheet>>,
}

/// What one source says of one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// An index into [`Dataset::sources`].
    pub source: u32,
    /// Are the largest series listed and the rest summed in `other`?
    pub complete: bool,
    /// No unlisted series is larger (worse, where the lowest is best): what the
    /// file gives, or the smallest listed figure. `None` where nothing is listed.
    pub unlisted_at_most: Option<Number>,
    /// The listed figures.
    pub figures: BTreeMap<SeriesId, Figure>,
    /// The sum of what is not listed.
    pub other: Option<Figure>,
    /// The line that names the period.
    pub place: Place,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// As it is written: a bare integer exactly, a string by its precision, or
    /// between low and high. Closed at both ends.
    pub given: Interval,
    /// The given one, widened outward by the source's tolerance.
    pub admitted: Interval,
    /// Where it stands.
    pub place: Place,
}

/// A claim written in TOML. At least one of `says` and `assertion` is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandClaim {
    /// The statement, and its words' place in the file (without the quotes).
    pub says: Option<(String, Span)>,
    /// What is said, given structured.
    pub assertion: Option<Assertion>,
    /// When, if the claim gives it.
    pub period: Option<Period>,
    /// Who said it.
    pub source: String,
    /// Where it can be read.
    pub url: Option<String>,
    /// The verdict that it is held to.
    pub expect: Option<Verdict>,
    /// All of what the claim says: its `says` or its `assertion`.
    pub place: Place,
}

impl Dataset {
    /// Reads the texts of a `claims/` folder.
    ///
    /// # Errors
    /// Everything that is wrong with any of them, in the order of the files
    /// and of the places in each.
    pub fn load(sources: Sources) -> Result<Self, Vec<Problem>> {
        load::dataset(sources)
    }

    /// The last day that figures cover: of weekly metrics if there are any
    /// with figures, else of any.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        let last = |weekly: bool| {
            self.tables
                .iter()
                .filter(|table| !weekly || table.cadence == Cadence::Week)
                .flat_map(|table| table.periods.keys().map(|period| period.end))
                .max()
        };
        last(true).or_else(|| last(false))
    }
}
