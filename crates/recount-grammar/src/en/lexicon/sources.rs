//! Nouns of those who tell figures.

use crate::token::Words;

/// What is counted, and who counts: figures of everybody. "Data showed that it led" speaks of somebody else.
pub const COUNTS: &Words = words![
    "data", "report", "reports", "figures", "statistics", "numbers", "rankings", "analysis", "tracker",
    "study", "survey", "research", "tally", "dashboard", "analysts", "analyst", "index", "graph", "count",
    "statistic", "snapshot", "snapshots", "summary", "summaries", "window", "readings", "stats",
    "dashboards", "trackers", "monitoring", "results", "metrics", "tables", "counts", "logs",
];

/// Who or what says something, of itself as well: "the company said in a statement that it led".
pub const SPEAKERS: &Words = words![
    "note", "platform", "company", "release", "statement", "outlet", "newspaper", "look", "reporting",
    "coverage", "outlets", "newsletter", "newsletters", "media",
];

/// What holds figures, and is a figure itself elsewhere: a source where somebody puts figures somewhere.
pub const HOLDERS: &Words = words!["estimate", "estimates", "chart", "source", "table"];
