//! The same in other words.
//!
//! What the clause parsers read is a subject, its verb and what belongs to the verb, in the order of
//! a plain statement. English has other orders: "third was X", "4 trillion tokens were sent to X",
//! "X, whose 4 trillion tokens were …", "having processed 4 trillion, X …". Each file here turns one of them
//! into the plain order, whatever else stands in the sentence; the whole grammar then reads the sentence anew
//! (a transformation in the sense of Harris, *Co-occurrence and transformation in linguistic structure*, 1957).
//! A rule only moves words that stand in the sentence, repeats a name, and puts in plain verbs; it is tried only where words were left
//! unread, and taken only if more is read than before and nothing that was read is lost.

mod absolute;
mod actor;
mod adverb_first;
mod amount_amid;
mod as_it_did;
mod between_them;
mod brought_to;
mod by_example;
mod called;
mod cleft;
mod colon;
mod compared;
mod described;
mod did;
mod draft;
mod each_exceeding;
mod each_had;
mod each_other;
mod figure_of_then;
mod figure_that;
mod figure_then;
mod figures_turned;
mod first_week;
mod fronted_of;
mod given_to;
mod having;
mod high_of_weeks;
mod idioms;
mod inverted;
mod item_figures;
mod label;
mod leads_in;
mod lifted_own;
mod make_up;
mod more_than_then;
mod named_source;
mod news_for;
mod noun_of_change;
mod nth_in_which;
mod one_new;
mod orders;
mod own_models;
mod part_handled;
mod participle;
mod plain;
mod plainer;
mod points_of_share;
mod rules;
mod shown;
mod tail_words;
mod than_figure;
mod that_top;
mod the_others;
mod time_moved;
mod times_own;
mod told_then;
mod top_places;
mod unsaid_week;
mod verbless;
mod weekly;
mod whose;
mod within;
mod without;
mod without_turns;

pub use self::draft::Recast;

use super::fronted::{JOINS, is_stop};
pub(crate) use super::noun_phrase::Kept;
use super::noun_phrase::{end_of, noun_phrase};
use super::{Np, Who};
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::{Chunks, Phrase};

/// Every way of saying a sentence in other words that a rule knows, each made when it is asked for.
pub fn ways<'p>(c: Chunks<'p>) -> impl Iterator<Item = Recast> + 'p {
    let asserted = is_asserted(c);
    let starts = (0..c.len()).filter(move |place| asserted && is_start(c, *place)).take(MOST);
    let denied = if asserted { None } else { orders::majority(c, 0).or_else(|| cleft::cleft(c, 0)) };
    let denied = denied.or_else(|| cleft::not_until(c, 0));
    let open = rules::open(c);
    let plain = starts.flat_map(move |start| rules::tried(c, open, start));
    denied.into_iter().chain(plain)
}

/// Does the sentence begin with a figure of somebody who is named behind it: "Its share cut to 12 %, X …"?
#[must_use]
pub fn looks_ahead(c: Chunks<'_>) -> bool {
    orders::looks_ahead(c).is_some()
}

/// The most clauses of a sentence that are looked at.
const MOST: usize = 12;

/// May a clause begin there?
fn is_start(c: Chunks<'_>, place: usize) -> bool {
    let Some(before) = place.checked_sub(1) else { return true };
    is_stop(c, before)
        || c.is(before, JOINS)
        || c.is(before, words!["that", "with", "even"])
        || matches!(c.phrase(before), Some(Phrase::Time(_)))
}

/// Is all of it asserted? What is asked, denied, expected or said under a condition keeps its order: the
/// words that say so reach as far as they do there.
fn is_asserted(c: Chunks<'_>) -> bool {
    const OTHERWISE: &crate::token::Words = words![
        "?", "if", "unless", "whether", "would", "could", "might", "may", "should", "will", "not", "n't",
        "n’t", "never", "no", "nor", "neither", "without", "except", "hardly", "barely", "scarcely", "until",
        "perhaps", "maybe",
    ];
    // "As expected, X rose": it did.
    let as_said = |place: usize| place > 0 && c.is(place - 1, words!["as"]) && !is_amount(c, place + 1);
    // "Perhaps not surprisingly", "no small feat": it did all the same.
    let surprise = |place: usize| {
        const EXPECTED: &crate::token::Words =
            words!["surprisingly", "unexpectedly", "coincidentally", "surprising"];
        let not = place + usize::from(c.is(place, words!["perhaps", "maybe"]));
        c.is(not, words!["not"]) && c.is(not + 1, EXPECTED)
            || c.is(place, words!["no"]) && c.is(place + 1, words!["small", "mean", "doubt", "surprise"])
    };
    // "Not even a 17 % jump was enough": what its figure did is denied.
    let not_even = |place: usize| {
        place == 0 && c.get(0).is_some_and(|chunk| chunk.is_figure() && c.lower(chunk.first) == "not")
    };
    let unsure = |place: usize| {
        let expected = surprise(place) || place > 0 && surprise(place - 1);
        not_even(place)
            || !expected && c.is(place, OTHERWISE)
            || c.verb(place).is_some_and(|verb| verb.frames.any(Frames::FORECAST.and(Frames::DENY)))
                && !as_said(place)
    };
    !(0..c.len()).any(unsure)
}

/// A name of somebody, alone or with what belongs to it, from `place` on; and the place behind it.
fn named(c: Chunks<'_>, place: usize) -> Option<(usize, Np)> {
    named_to(c, place)?;
    let (rest, np) = noun_phrase(c.skip(place))?;
    Some((rest.at, np))
}

/// The place behind a name of somebody.
fn named_to(c: Chunks<'_>, place: usize) -> Option<usize> {
    end_of(c.skip(place), |np| matches!(np.who, Who::Named(_)))
}

/// Does a stretch name somebody?
fn names_somebody(c: Chunks<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|place| matches!(c.phrase(place), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_some()))
}

/// The place behind times that stand at `place`.
fn behind_times(c: Chunks<'_>, place: usize) -> usize {
    let time = |place: &usize| matches!(c.phrase(*place), Some(Phrase::Time(_)));
    place + (place..c.len()).take_while(time).count()
}

/// Where the clause that is read at `place` ends: at the next stop.
fn stop_behind(c: Chunks<'_>, place: usize) -> usize {
    (place..c.len()).find(|place| is_stop(c, *place)).unwrap_or(c.len())
}

/// Whoever a clause before `end` may begin with, from and up to, the last first.
fn subjects_before(c: Chunks<'_>, end: usize) -> impl Iterator<Item = (usize, usize)> {
    // "As X slid to eleventh": whoever the clause behind the join speaks of.
    let joined = move |place: usize| {
        c.is(place - 1, words!["as", "while", "whereas", "though", "although", "because", "but", "when"])
            && named_to(c, place)
                .is_some_and(|behind| c.verb(behind).is_some_and(|verb| verb.form == Form::Past))
    };
    let begins = move |place: &usize| {
        *place == 0
            || is_stop(c, place - 1)
            || matches!(c.phrase(place - 1), Some(Phrase::Time(_)))
            || joined(*place)
    };
    (0..end).rev().filter(begins).filter_map(move |place| named_to(c, place).map(|behind| (place, behind)))
}

/// Is it a figure of something?
fn is_amount(c: Chunks<'_>, place: usize) -> bool {
    matches!(c.phrase(place), Some(Phrase::Amount { .. } | Phrase::Percent(_) | Phrase::Ratio(_)))
}

/// May something rise or fall by it?
fn is_measure(c: Chunks<'_>, place: usize) -> bool {
    is_amount(c, place) || matches!(c.phrase(place), Some(Phrase::Points(_)))
}

/// Where the sentence ends: before its last stop.
fn before_last_stop(c: Chunks<'_>) -> usize {
    c.len() - usize::from(is_stop(c, c.len() - 1))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::claims;

    fn same(sentence: &str, plain: &str) {
        let found = claims(sentence);
        assert_eq!(found, claims(plain), "{sentence}");
        assert!(!found.is_empty() && found.iter().all(|one| one != "?"), "{sentence}: {found:?}");
    }

    #[test]
    fn other_orders_say_the_same() {
        for (sentence, plain) in [
            (
                "Second among southern models was Cedar, with 905 billion tokens.",
                "Cedar was second among southern models, with 905 billion tokens.",
            ),
            (
                "Nearly 5 trillion tokens were sent last week to Alder.",
                "Alder processed nearly 5 trillion tokens last week.",
            ),
            (
                "5 trillion tokens were sent to Alder last week, and 3 trillion to Birch.",
                "Alder processed 5 trillion tokens last week; Birch processed 3 trillion.",
            ),
            (
                "Developers pushed 3.1 trillion tokens through Cedar last week.",
                "Cedar processed 3.1 trillion tokens last week.",
            ),
            ("Last week's total was 25.9 trillion tokens.", "Last week the total was 25.9 trillion tokens."),
            (
                "Alder led, ahead of Birch, whose 4.2 trillion tokens were unchanged from the week before.",
                "Alder led, ahead of Birch; Birch's 4.2 trillion tokens were unchanged from the week before.",
            ),
            (
                "Having processed 1.5 trillion tokens last week, Alder overtook Birch.",
                "Alder processed 1.5 trillion tokens last week; Alder overtook Birch.",
            ),
            (
                "Alder lifted its share of all tokens from 12% to 15% last week.",
                "Alder's share of all tokens rose from 12% to 15% last week.",
            ),
            (
                "Alder added 4.5% to its token traffic last week.",
                "Alder's token traffic rose 4.5% last week.",
            ),
        ] {
            same(sentence, plain);
        }
    }

    #[test]
    fn what_is_not_asserted_stays_as_it_is() {
        for sentence in [
            "If second among southern models was Cedar, nobody saw it.",
            "5 trillion tokens were not sent to Alder.",
            "5 trillion tokens might be sent to Alder.",
            "Having 5 trillion tokens to process last week, Alder overtook nobody.",
            "Last week's leader Alder is gone from the list.",
            "5 trillion tokens were wasted on Alder.",
        ] {
            let found = claims(sentence);
            assert!(found.iter().all(|one| one == "?" || one == "-"), "{sentence}: {found:?}");
        }
    }
}
