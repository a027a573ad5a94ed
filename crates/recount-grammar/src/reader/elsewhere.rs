//! Another ranking than that of the figures: "By revenue, X is first.", "The benchmark table looks different.", "Downloads tell
//! another story." A place or a share that goes on behind it may be of that one.

use crate::en::lexicon::{Noun, is_grammatical};
use crate::names::Names;
use crate::token::{Kind, Tokens, Words};

/// What somebody may be ranked by that a weekly table of something else does not tell.
const MEASURES: &Words = words![
    "revenue", "revenues", "profit", "profits", "earnings", "turnover", "valuation", "downloads", "download",
    "bookings", "spending", "dollars", "benchmark", "benchmarks", "scores", "votes",
];

/// What describes any list.
const OF_ANY: &Words = words![
    "global", "latest", "weekly", "overall", "official", "public", "whole", "entire", "new", "current",
    "world", "monthly", "daily", "general", "main", "full", "top", "worldwide", "international", "same",
    "own", "last", "previous", "ten", "five", "following", "complete", "updated", "recent", "market", "live",
    "real-time", "accompanying",
];

/// Does a sentence that names no metric speak of another ranking?
pub(super) fn speaks_of_another(tokens: Tokens<'_>, names: &Names) -> bool {
    let word = |place: usize| tokens.rest.get(place).map_or("", |token| tokens.lower_of(*token));
    let is = |place: usize, words: &Words| {
        tokens.rest.get(place).is_some_and(|token| crate::token::OneOf::has(words, tokens, *token))
    };
    // "tells another story", "is another matter", "the picture is different".
    let story = |place: usize| {
        let another = matches!(word(place), "story" | "matter" | "picture" | "tale");
        let near = place.saturating_sub(2)..place + 4;
        another && near.into_iter().any(|at| matches!(word(at), "another" | "different" | "other"))
    };
    // "The benchmark table", "Arena's text chart", "the coding rankings".
    let board = |place: usize| {
        let list = tokens.rest.get(place).is_some_and(|token| token.word.entry().noun == Some(Noun::Board));
        let Some(before) = place.checked_sub(1).and_then(|before| tokens.rest.get(before)).filter(|_| list)
        else {
            return false;
        };
        let entry = before.word.entry();
        let plain = before.kind == Kind::Word && entry.is_unknown() && !is_grammatical(word(place - 1));
        plain && !is(place - 1, OF_ANY) && !names.describes(word(place - 1)) && word(place - 1).len() > 2
    };
    // "leads the open-source ecosystem".
    let field = |place: usize| word(place) == "ecosystem";
    (0..tokens.rest.len()).any(|place| is(place, MEASURES) || story(place) || board(place) || field(place))
}
