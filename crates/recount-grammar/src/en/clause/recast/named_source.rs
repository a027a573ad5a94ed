//! The name of the source of the figures where a plain statement has another word: `the Switchboard traffic`, `Switchboard's
//! weekly volume` (the total), `tops Switchboard` (the ranking), `the Switchboard leaderboard`, `ranking of token usage`.

use super::draft::{Draft, Recast};
use super::is_stop;
use crate::en::clause::fronted::is_chart;
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::{Chunks, Phrase, subjects};
use crate::token::Words;
use recount_model::Subject;

/// In the words that stand for the source.
pub(super) fn named_source(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let from = (0..c.len()).find(|place| c.entry(*place).source)?;
    let to = (from..c.len()).find(|place| !c.entry(*place).source).unwrap_or(c.len());
    all_of_it(c, from, to).or_else(|| its_list(c, from, to)).or_else(|| ranked_there(c, from, to))
}

/// "Switchboard's weekly volume", "2 % of Switchboard traffic": the total.
fn all_of_it(c: Chunks<'_>, from: usize, to: usize) -> Option<Recast> {
    let owned = usize::from(c.is(to, words!["'s", "’s"]));
    let article = usize::from(from > 0 && c.is(from - 1, words!["the"]));
    let start = to + owned;
    let total = usize::from(c.is(start, words!["total", "overall", "entire", "whole"]));
    let weekly = usize::from(c.is(start + total, words!["weekly", "token", "api"]));
    let counted = start + total + weekly;
    let behind = counted + 1;
    let plain =
        !matches!(c.noun(behind), Some(Noun::Board | Noun::Field | Noun::Share | Noun::Rest | Noun::Place))
            && !matches!(c.phrase(behind), Some(Phrase::Place(_) | Phrase::Name(_)))
            && !c.is(behind, KEPT_BY)
            && !is_chart(c, behind);
    let draft = Draft::new(c).keep(0, from - article).say("the total", from);
    (is_counted(c, counted) && plain).then(|| draft.keep(start + total, c.len()).done())
}

/// "on the Switchboard leaderboard", "on Switchboard's chart": on the leaderboard, on the chart.
fn its_list(c: Chunks<'_>, from: usize, to: usize) -> Option<Recast> {
    let owned = from > 0 && c.is(from - 1, words!["on"]) && c.is(to, words!["'s", "’s"]);
    if owned && is_chart(c, to + 1) {
        return Some(Draft::new(c).keep(0, from).say("the", from).keep(to + 1, c.len()).done());
    }
    let article = from > 0 && c.is(from - 1, words!["the"]);
    (article && is_chart(c, to)).then(|| Draft::new(c).keep(0, from).keep(to, c.len()).done())
}

/// "tops Switchboard with 3 trillion tokens": the ranking.
fn ranked_there(c: Chunks<'_>, from: usize, to: usize) -> Option<Recast> {
    let the = usize::from(from > 1 && c.is(from - 1, words!["the"]));
    let verb = from.checked_sub(1 + the)?;
    // Of a group with its figure it may be one member that is meant.
    let group = |subject: &Subject| matches!(subject, Subject::Group(_));
    let named = (0..verb).rev().find_map(|place| match c.phrase(place) {
        Some(Phrase::Name(names)) => Some(subjects(names).any(|subject| group(&subject))),
        _ => None,
    });
    let several = named == Some(true);
    let leads = c.verb(verb).is_some_and(|verb| verb.frames.any(Frames::LEAD));
    let ends = is_stop(c, to)
        || to == c.len()
        || matches!(c.phrase(to), Some(Phrase::Time(_) | Phrase::Weeks(_)))
        || c.is(to, words!["with", "at", "for", "in", "by", "and", "as", "on"]);
    (leads && ends && !several)
        .then(|| Draft::new(c).keep(0, from - the).say("the ranking", from).keep(to, c.len()).done())
}

/// "the global ranking of token usage": by token usage.
pub(super) fn ranking_of(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let of = (1..c.len())
        .find(|place| c.is(*place, words!["of"]) && is_list(c, *place - 1) && is_metric(c, *place + 1))?;
    Some(Draft::new(c).keep(0, of).say("by", of).keep(of + 1, c.len()).done())
}

fn is_list(c: Chunks<'_>, place: usize) -> bool {
    let last = c.get(place).and_then(|chunk| chunk.end.checked_sub(1)).map_or("", |token| c.lower(token));
    matches!(last, "ranking" | "rankings" | "leaderboard" | "chart" | "list" | "table")
}

/// A name of what is counted, and of nobody.
fn is_metric(c: Chunks<'_>, place: usize) -> bool {
    matches!(c.phrase(place), Some(Phrase::Name(names)) if subjects(names).next().is_none())
}

fn is_counted(c: Chunks<'_>, place: usize) -> bool {
    is_metric(c, place) || c.noun(place) == Some(Noun::Volume)
}

/// Behind what is counted: it belongs to these.
const KEPT_BY: &Words = words![
    "data", "figures", "numbers", "statistics", "stats", "rankings", "ranking", "chart", "charts",
    "leaderboard", "list", "report", "reports", "share", "growth", "leader", "page", "pages", "of", "by",
    "from", "on", "for", "-", "'s", "’s",
];

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn the_total_and_the_ranking() {
        assert_read(&[(
            "Alder tops the global ranking of call volume.",
            &["Alder ranked number 1 by call volume"],
        )]);
        assert_listed(&["Alder tops the ranking of call-volume growth."]);
    }
}
