//! Heads of columns: what the cells under them are.

use recount_model::MetricId;

use super::super::noun_phrase::noun_phrase;
use super::super::parallel::power;
use super::super::{About, Np, Who};
use super::weeks::{self, Weekly};
use crate::en::phrase::place::Place;
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::{Chunks, Phrase, metric, units};

/// What the figures of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Names, or words that no rule reads.
    Other,
    /// Of whom somebody's are: a word of it beside a name limits nothing.
    Beside,
    /// Notes.
    Note,
    /// Weeks, or other times.
    When,
    /// Places.
    Rank,
    /// Amounts.
    Level,
    /// Changes against the week before.
    Change,
    /// Parts of the whole.
    Share,
}

/// What the head of a column says of its cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// What they are.
    pub what: Column,
    /// Which metric they count, where it names one.
    pub metric: Option<MetricId>,
    /// Are its numbers percentages: "Share, %"?
    pub percent: bool,
    /// The power of ten that its scale word stands for: 12 for "tokens (tn)".
    pub scale: Option<i32>,
    /// When: "week of June 22".
    pub time: Option<Time>,
    /// Against when, for changes: "vs. the week before".
    pub base: Option<Time>,
    /// Whose figures they are, where a name stands over them.
    pub who: Option<Np>,
    /// Of what they are parts, where the head says it: "Share of all tokens".
    pub whole: Option<Np>,
    /// How its cells name weeks, where they do.
    pub weekly: Option<Weekly>,
}

impl Head {
    /// Nothing known but that they are amounts.
    pub(super) const PLAIN: Self = Self {
        what: Column::Level,
        metric: None,
        percent: false,
        scale: None,
        time: None,
        base: None,
        who: None,
        whole: None,
        weekly: None,
    };

    /// A day over a column stands for its week.
    pub fn hold_week(&mut self) {
        let week = self.time.as_ref().map(|time| weeks::week_of(time, Weekly::Holding));
        self.time = week;
    }
}

/// Words that may stand in the head of a column of ranks, of changes, of shares
/// and of amounts.
const RANK: &[&str] = &[
    "rank", "ranks", "#", "place", "places", "position", "positions", "no", "pos", "ranking", "rankings",
    ".", "in", "the", "on", "by",
];
const CHANGE: &[&str] = &[
    "change", "changes", "wow", "growth", "chg", "delta", "gain", "%", "percent", "pct", "weekly", "in",
    "on", "the", "week",
];
const SHARE: &[&str] = &[
    "share", "shares", "market", "of", "total", "percent", "%", "all", "platform", "the", "in", "weekly",
    "by", "country", "maker", "model", "region", "company",
];
/// What tells that a column is of ranks.
const PLACED: &[&str] = &[
    "rank", "ranks", "#", "place", "places", "position", "positions", "no", "pos", "ranking", "rankings", ".",
];
const LEVEL: &[&str] =
    &["weekly", "volume", "usage", "volumes", "in", "of", "the", "count", "figure", "figures", "number"];
const MARKS: &[&str] = &["(", ")", ",", ":", "-", "–", "—", "[", "]", "/", "*", "†"];
const BESIDE: &[&str] = &[
    "maker", "company", "developer", "vendor", "provider", "lab", "organization", "organisation",
    "publisher", "owner", "creator", "author", "country", "origin", "region", "state", "artist", "label",
    "studio", "network", "license", "licence", "of",
];
const NOTE: &[&str] = &["note", "notes", "comment", "comments", "remark", "remarks", "trend", "source"];
const WHEN: &[&str] = &[
    "week", "weeks", "of", "ending", "ended", "beginning", "starting", "commencing", "period", "date", "day",
    "month", "quarter", "w/c", "w/e",
];

/// Heads that are signs.
const SIGNS: &[(&str, Column)] = &[
    ("w/w", Column::Change),
    ("w/w %", Column::Change),
    ("% w/w", Column::Change),
    ("δ", Column::Change),
    ("δ%", Column::Change),
    ("δ %", Column::Change),
    ("+/-", Column::Change),
    ("+/−", Column::Change),
    ("±", Column::Change),
    ("±%", Column::Change),
];

/// What a column is, from its head: only where every word of it is understood,
/// for "users" or "previous" stand over other figures.
#[must_use]
pub fn head(c: Chunks<'_>) -> Head {
    let mut head = Head { weekly: weeks::weekly(c), ..Head::PLAIN };
    if head.weekly.is_some() && c.len() == 1 && !matches!(c.phrase(0), Some(Phrase::Time(_))) {
        return Head { what: Column::When, ..head };
    }
    let whole = c.span(c.at, c.to).of(c.tokens.text).to_lowercase();
    if let Some((_, what)) = SIGNS.iter().find(|(sign, _)| *sign == whole) {
        return Head { what: *what, ..head };
    }
    let other = |head: &Head| Head { what: Column::Other, ..head.clone() };
    let mut words: Vec<&str> = Vec::new();
    let (c, who) = whose(c);
    head.who = who;
    let mut ahead = 0;
    while ahead < c.len() {
        let here = ahead;
        ahead += 1;
        if let Some((end, np)) = whole_of(c, here).filter(|_| words.contains(&"share")) {
            head.whole = Some(np);
            ahead = end;
            continue;
        }
        match c.phrase(here) {
            Some(Phrase::Name(names)) => match metric(names).or_else(|| units(names).first().copied()) {
                Some(found) if head.metric.is_none() => head.metric = Some(found),
                Some(_) => {}
                None => return other(&head),
            },
            Some(Phrase::Time(time)) if matches!(time.role, Role::At | Role::AsOf) && head.time.is_none() => {
                head.time = Some(time.clone());
            }
            Some(Phrase::Time(time)) if time.role == Role::Base && head.base.is_none() => {
                head.base = Some(time.clone());
            }
            Some(Phrase::Place(Place::Board)) => words.push("ranking"),
            Some(Phrase::Word(entry)) => {
                let word = c.word(here);
                match power(word) {
                    Some(scale)
                        if word.len() > 1
                            || here.checked_sub(1).is_some_and(|before| c.is(before, words!["("])) =>
                    {
                        head.scale = Some(scale);
                    }
                    _ if MARKS.contains(&word) || entry.known => {}
                    _ => words.push(word),
                }
            }
            _ => return other(&head),
        }
    }
    head.percent = words.iter().any(|word| matches!(*word, "%" | "percent" | "pct"));
    head.what = kind_of(&words, &head);
    head
}

/// "of all tokens", "of the north's volume": of what a share is a part, and where the words for
/// it end.
fn whole_of(c: Chunks<'_>, of: usize) -> Option<(usize, Np)> {
    let (rest, np) = noun_phrase(c.skip(of + 1)).filter(|_| c.is(of, words!["of"]))?;
    let told = matches!(np.who, Who::Named(_) | Who::Total) && !np.share && np.top.is_none();
    told.then_some((rest.at - c.at, np))
}

/// The name that a head begins with, "China (trillion)", or the word for
/// everything.
fn whose(c: Chunks<'_>) -> (Chunks<'_>, Option<Np>) {
    let whole = c.len() == 1 && c.is(0, words!["total", "overall", "all", "everything"]);
    if whole {
        let np = Np { who: Who::Total, ..Np::carried(c.span(c.at, c.to)) };
        return (c.skip(1), Some(np));
    }
    match noun_phrase(c).filter(|(_, np)| np.is_named() && !np.share && np.about == About::Nothing) {
        Some((rest, np)) => (rest, Some(np)),
        None => (c, None),
    }
}

/// What the words of a head that name no metric, time or scale make of it.
fn kind_of(words: &[&str], head: &Head) -> Column {
    let all = |allowed: &[&str]| words.iter().all(|word| allowed.contains(word));
    let any = |marks: &[&str]| words.iter().any(|word| marks.contains(word));
    let changes = any(&["change", "changes", "wow", "growth", "chg", "delta", "gain"]) || head.base.is_some();
    let column = |fits: bool, what: Column| if fits { what } else { Column::Other };
    if changes {
        return column(all(CHANGE), Column::Change);
    }
    if any(&["share", "shares"]) {
        return column(all(SHARE), Column::Share);
    }
    if any(PLACED) {
        return column(all(RANK) && head.scale.is_none(), Column::Rank);
    }
    // "This report (June 22-28)".
    const REPORT: &[&str] =
        &["this", "previous", "last", "report", "issue", "edition", "week", "current", "prior"];
    if head.time.is_some() && head.who.is_none() && all(REPORT) {
        return Column::Level;
    }
    let bare = !words.is_empty() && head.metric.is_none() && head.time.is_none() && head.scale.is_none();
    for (told, what) in [(BESIDE, Column::Beside), (NOTE, Column::Note), (WHEN, Column::When)] {
        if bare && all(told) {
            return what;
        }
    }
    column(all(LEVEL), Column::Level)
}

/// The power of ten that the words around a table give its numbers: "in
/// trillions of tokens".
#[must_use]
pub fn scale_of(text: &str) -> Option<i32> {
    let lower = text.to_lowercase();
    let mut before = "";
    for word in lower.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let told = before == "in" || word.starts_with('(') || bare.ends_with('s');
        // "Tokens (T)"
        let sign = word.starts_with('(') && word.contains(')');
        let numbered = before.starts_with(|c: char| c.is_ascii_digit());
        if let (Some(found), true, false) = (power(bare), told && (bare.len() > 1 || sign), numbered) {
            return Some(found);
        }
        before = bare;
    }
    None
}
