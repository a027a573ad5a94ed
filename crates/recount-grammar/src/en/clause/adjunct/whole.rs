//! How much there was in all, behind a part of it: `11.8 trillion of the platform's 27.4
//! trillion tokens`.

use super::is_field;
use crate::en::clause::predicate::{Outcome, Piece};
use crate::en::clause::{Act, Np, Who, level};
use crate::en::lexicon::Noun;
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::{Chunks, Phrase};

/// "[11.8 trillion] of the platform's 27.4 trillion tokens": how much there was in all.
pub(super) fn of_all(c: Chunks<'_>) -> Option<(Chunks<'_>, Piece)> {
    if !c.is(0, words!["of"]) {
        return None;
    }
    let look = c.skip(1 + usize::from(c.is(1, words!["the"])));
    let field = look.noun(0) == Some(Noun::Field) || is_field(look) || look.entry(0).source;
    let owned = field && look.is(1, words!["'s", "’s"]);
    let total = usize::from(look.is(0, words!["total"]));
    let look = look.skip(if owned { 2 } else { total });
    if look.at < c.at + 2 {
        return None;
    }
    let (rest, phrase @ Phrase::Amount { metrics, .. }) = crate::en::clause::predicate::figure(look)? else {
        return None;
    };
    if metrics.is_empty() {
        return None;
    }
    let who = Np { who: Who::Total, ..Np::carried(c.span(c.at, rest.at)) };
    let piece = Piece { who: Some(who), ..Piece::beside(crate::en::clause::predicate::level_of(phrase)?) };
    Some((level::skip_unit(rest), piece))
}

/// "[25.6 %] of the platform's weekly volume of 69.05 trillion tokens": how much that was.
pub(super) fn of_so_much<'p>(c: Chunks<'p>, share: Option<&Piece>) -> Option<(Chunks<'p>, Piece)> {
    let Act::Share { whole, top: None, .. } = &share?.act else { return None };
    let volume = matches!(c.phrase(0), Some(Phrase::Amount { .. }))
        || c.is(0, words!["of", "at"]) && matches!(c.phrase(1), Some(Phrase::Amount { .. }));
    let named = whole.as_ref().is_none_or(|np| matches!(np.who, Who::Total | Who::Named(_)) && !np.share);
    if !named || !volume {
        return None;
    }
    let look = c.skip(usize::from(c.is(0, words!["of", "at"])));
    let (rest, phrase) = crate::en::clause::predicate::figure(look)?;
    let all = || Np { who: Who::Total, ..Np::carried(c.span(c.at, rest.at)) };
    let who = whole.clone().unwrap_or_else(all);
    let piece = Piece { who: Some(who), ..Piece::beside(crate::en::clause::predicate::level_of(phrase)?) };
    Some((level::skip_unit(rest), piece))
}

/// "with a record 18.2 trillion tokens": that it is one.
pub(in crate::en::clause) fn with_record(c: Chunks<'_>) -> Option<Piece> {
    let Phrase::Record(found) = c.is(0, words!["with", "at"]).then(|| c.phrase(1))?? else { return None };
    matches!(c.phrase(2), Some(Phrase::Amount { .. })).then(|| Piece::beside(Act::Record(found.clone())))
}

/// "within days of its release": how soon, is told of no week.
pub(super) fn so_soon(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let soon = c.is(0, words!["within"]) && c.is(1, words!["days", "hours", "weeks", "a"]);
    let of = (2..4).find(|ahead| soon && c.is(*ahead, words!["of"]))?;
    let release =
        c.is(of + 1, words!["its", "the", "their"]) && c.is(of + 2, words!["release", "launch", "debut"]);
    release.then(|| c.skip(of + 3))
}

/// "[4 trillion tokens last week,] in its first [full] week", "[landed at No. 2] in week one": the week
/// that is told, or that of the place.
pub(super) fn first_week<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    let dated = outcome.adjuncts.times.iter().any(|time| time.role == Role::At);
    let ranked = outcome.pieces.iter().any(|piece| matches!(piece.act, Act::Rank { .. }));
    if !dated && !ranked || !c.is(0, words!["in"]) {
        return None;
    }
    let numbered =
        c.is(1, words!["week"]) && c.get(2).is_some_and(|chunk| matches!(c.lower(chunk.first), "one" | "1"));
    let full = usize::from(c.is(3, words!["full", "complete", "whole"]));
    let first = matches!(c.phrase(2), Some(Phrase::Ordinal(1)))
        || c.is(2, words!["first", "debut", "opening", "launch"]);
    let its = c.is(1, words!["its", "their"]) && first && c.is(3 + full, words!["week"]);
    outcome.adjuncts.nth_week |= !dated && (numbered || its);
    match (numbered, its) {
        (true, _) => Some(c.skip(3)),
        (_, true) => Some(c.skip(4 + full)),
        _ => None,
    }
}

/// "[the ranking] of AI models": whatever is ranked.
pub(super) fn of_things(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let before = c.at.checked_sub(1).and_then(|at| c.all.get(at))?;
    let listed = c.is(0, words!["of"]) && matches!(before.phrase, Phrase::Place(_));
    listed.then(|| crate::en::clause::noun_phrase::thing(c.skip(1))).flatten()
}

/// "[in] every [single] week since May", of each week; "ever since".
pub(in crate::en::clause) fn every_week(c: Chunks<'_>) -> Option<(Chunks<'_>, Time, bool)> {
    let ever = c.is(0, words!["ever"]);
    let look = c.skip(usize::from(c.is(0, words!["in", "for"])));
    let each = look.is(0, words!["every", "each"]);
    let look = look.skip(1 + usize::from(look.is(1, words!["single"])));
    let look = look.skip(usize::from(each && look.is(0, words!["week"])));
    let Some(Phrase::Time(time)) = look.phrase(0).filter(|_| ever || look.word_before() == "week") else {
        return None;
    };
    (time.role == Role::Since && (ever || each)).then(|| (look.skip(1), time.clone(), each))
}

/// "[rose 66 %] in a single week", "in just one week": from one week to the next.
pub(super) fn in_one_week(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let look = c.skip(1 + usize::from(c.is(1, words!["just", "only"])));
    let one = look.is(0, words!["a", "one"]) && look.is(1, words!["single"])
        || look.at > c.at + 1 && look.is(0, words!["a", "one"]);
    let single = usize::from(look.is(1, words!["single"]));
    (c.is(0, words!["in", "within"]) && one && look.is(1 + single, words!["week"]))
        .then(|| look.skip(2 + single))
}

/// "a week earlier", "two weeks ago" without a word that compares: of anything
/// but a change it is the time itself.
pub(super) fn is_ago(c: Chunks<'_>) -> bool {
    let first = c.get(0).map_or("", |chunk| c.lower(chunk.first));
    let number = c
        .get(0)
        .is_some_and(|chunk| crate::en::phrase::quantity::cardinal(c.tokens.skip(chunk.first)).is_ok());
    number || matches!(first, "a" | "one" | "the")
}
