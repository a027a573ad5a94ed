//! Words that noun phrases are told by.

use crate::token::Words;

/// Verbs of somebody who says what stands before them.
pub(super) const SPEECH: &Words = words![
    "added", "announced", "claimed", "claims", "noted", "notes", "reported", "reports", "said", "say",
    "says", "told", "wrote", "writes",
];

/// Words before a name or a metric that change nothing.
pub(super) const MODIFIERS: &Words = words![
    "exact", "precise", "weekly", "total", "global", "overall", "combined", "aggregate", "worldwide",
    "entire", "whole", "individual", "single", "own", "latest", "current", "reported", "actual",
    "respective", "major", "newcomer", "rival", "nearest", "closest", "market", "platform", "usage", "data",
    "mysterious", "enigmatic", "anonymous", "veteran", "dominant", "ubiquitous", "unheralded", "popular",
    "pricier", "cheaper", "costlier", "charted", "surging", "resurgent", "struggling", "ailing", "mighty",
    "vaunted",
];

/// Words that put a figure into another window than the week.
pub(super) const WINDOWS: &Words = words![
    "daily", "monthly", "quarterly", "annual", "yearly", "hourly", "average", "median", "mean", "typical",
    "cumulative", "lifetime",
];

pub(super) const DETERMINERS: &Words =
    words!["the", "a", "an", "all", "both", "this", "these", "those", "that"];

pub(super) const POSSESSIVES: &Words = words!["its", "their", "his", "her", "whose"];

/// The words between "share" and the one who has it.
pub(super) const SHARE_OF: &[&str] =
    &["going", "to", "of", "held", "by", "for", "from", "taken", "that", "went", "goes"];
