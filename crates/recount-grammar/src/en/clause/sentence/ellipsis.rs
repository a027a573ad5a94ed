//! "X fell; Y did not", "so did Y", "Y was not": the verb is not said again.

use super::{Act, Group, Item, Outcome, Parser, Piece, is_stop, noun_phrase, rank};
use crate::en::clause::{Np, Who};
use crate::en::lexicon::Frames;
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Tokens;
use recount_model::{Hedge, Movement};

const NOT: &[&str] = &["not", "n't", "n’t"];
const TOO: &[&str] = &["too", "either", "likewise", "also"];

impl Parser<'_> {
    /// "Y did not" behind a clause that it repeats. Where that has a figure, the
    /// text leaves open whether the same figure is meant.
    pub(super) fn elliptic(&mut self) -> bool {
        let start = self.c.at;
        let Some((rest, np, negated, copies)) = turned(self.c).or_else(|| straight(self.c)) else {
            return false;
        };
        let last = self.items.iter().rev().find_map(|item| match item {
            Item::Said(said) => Some(said.clone()),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
        });
        let Some(last) = last else { return false };
        let alone = self.items.iter().filter(|item| matches!(item, Item::Said(_))).count() == 1;
        let mut said = *last;
        said.negated = if copies { said.negated } else { negated };
        said.no_longer = false;
        said.span = self.c.span(start, rest.at);
        if !(alone && repeats(&mut said.act, said.negated, &np)) {
            said.act = Act::Unexplained { why: "whether the same figure is meant, is not said" };
        }
        said.who = Np { about: said.who.about, share: said.who.share, of: said.who.of.clone(), ..np };
        said.mood = self.mood;
        self.focus = Some(said.who.clone());
        self.items.push(Item::Said(Box::new(said)));
        self.c = rest;
        true
    }
}

impl Parser<'_> {
    /// "Y was second in June, first in May": another place at another time.
    pub(super) fn place_then(&mut self) -> bool {
        let start = self.c.at;
        let ranked =
            matches!(self.items.last(), Some(Item::Said(said)) if matches!(said.act, Act::Rank { .. }));
        let (true, Some(focus)) = (ranked && self.unread.is_none(), self.focus.clone()) else { return false };
        let Some((rest, place @ Place::At(_))) = rank::place(self.c) else { return false };
        let Some(Phrase::Time(time)) = rest.phrase(0) else { return false };
        if !is_stop(rest, 1) && !rest.is(1, words!["and", "but"]) {
            return false;
        }
        let act = Act::Rank { place, movement: None, among: None };
        let piece = Piece { times: vec![time.clone()], ..Piece::main(act) };
        let outcome = Outcome { pieces: vec![piece], ..Outcome::default() };
        self.accept(start, rest.skip(1), &focus, outcome, Group::PLAIN)
    }
}

/// What a clause leaves out: the rest, its subject, whether it is denied, and
/// whether it only repeats what was said.
type Short<'p> = (Chunks<'p>, Np, bool, bool);

/// "so did Y", "neither did Y".
fn turned(c: Chunks<'_>) -> Option<Short<'_>> {
    let so = c.is(0, words!["so"]);
    if !so && !c.is(0, words!["neither", "nor"]) && !auxiliary(c, 0) {
        return None;
    }
    // Behind "nor", which joins clauses.
    let joined = !so && auxiliary(c, 0);
    if joined && !matches!(c.word_before(), "nor" | "so" | "neither") {
        return None;
    }
    let verb = usize::from(!joined);
    let copies = so || c.word_before() == "so";
    let (rest, np) = auxiliary(c, verb).then(|| noun_phrase(c.skip(verb + 1))).flatten()?;
    (is_stop(rest, 0) && is_one(&np)).then_some((rest, np, true, copies))
}

/// "Y did not", "Y did too", "Y was".
fn straight(c: Chunks<'_>) -> Option<Short<'_>> {
    let (rest, np) = noun_phrase(c)?;
    if !is_one(&np) || !auxiliary(rest, 0) {
        return None;
    }
    let rest = rest.skip(1);
    let not = rest.is(0, NOT);
    let rest = rest.skip(usize::from(not));
    let too = rest.is(0, TOO) || rest.are(&["as", "well"]);
    let rest = rest.skip(if rest.is(0, words!["as"]) && too { 2 } else { usize::from(too) });
    is_stop(rest, 0).then_some((rest, np, not, too && !not))
}

fn auxiliary(c: Chunks<'_>, ahead: usize) -> bool {
    c.verb(ahead).is_some_and(|verb| verb.frames.any(Frames::AUX.and(Frames::BE)))
}

fn is_one(np: &Np) -> bool {
    matches!(&np.who, Who::Named(names) if names.len() == 1)
}

/// Can it be said of another one as it stands? No figure, and nothing that the
/// denial would leave open.
fn repeats(act: &mut Act, negated: bool, np: &Np) -> bool {
    match act {
        Act::Change { value } => value.is_direction(),
        Act::Compare { object, value, event } => {
            *event &= !negated;
            value.is_direction() && object.who != np.who
        }
        Act::Level { value, .. } => {
            let sided = [Hedge::MoreThan, Hedge::AtLeast, Hedge::LessThan, Hedge::AtMost];
            sided.contains(&value.hedge)
        }
        Act::Rank { movement, place, .. } => {
            let one = matches!(place, Place::At(_));
            if negated && *movement == Some(Movement::Entered) {
                *movement = None;
            }
            // Two are not in one place.
            movement.is_none() && (negated || !one)
        }
        Act::Share { .. } | Act::Top { .. } | Act::Record(_) | Act::Follows | Act::Unexplained { .. } => {
            false
        }
    }
}

/// "Y did not.", "So did Y.", "Y took it.": a sentence that says nothing
/// without the one before it.
#[must_use]
pub fn leaves_out(tokens: Tokens<'_>) -> bool {
    const VERBS: &[&str] = &["did", "does", "do", "was", "were", "is", "are", "has", "have", "had"];
    let words = tokens.rest;
    let word = |place: usize| words.get(place).map_or("", |token| tokens.lower_of(*token));
    let last = words.len().checked_sub(1).filter(|last| (2..10).contains(last) && word(*last) == ".");
    let Some(last) = last else { return false };
    let turned = ["so", "neither", "nor"].contains(&word(0)) && VERBS.contains(&word(1));
    let end = word(last - 1);
    let verb = |back: usize| last.checked_sub(back).is_some_and(|place| VERBS.contains(&word(place)));
    let short = verb(1)
        || (NOT.contains(&end) || TOO.contains(&end)) && (verb(2) || verb(3))
        || end == "well" && verb(3);
    let taken = end == "it"
        && last > 2
        && ["took", "takes", "lost", "loses", "has", "holds", "won"].contains(&word(last - 2));
    turned || short || taken
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_read, claims};

    #[test]
    fn a_verb_that_is_not_said_again() {
        assert_read(&[
            ("Alder fell last week; Birch did not.", &["Alder fell", "Birch did not fall"]),
            ("Alder fell last week, but Birch did not.", &["Alder fell", "Birch did not fall"]),
            ("Alder fell last week, and so did Birch.", &["Alder fell", "Birch fell"]),
            ("Alder did not rise last week, nor did Birch.", &["Alder did not rise", "Birch did not rise"]),
            (
                "Alder was in the top five last week, Birch was not.",
                &["Alder was in the top 5 by call volume", "Birch was not in the top 5 by call volume"],
            ),
            (
                "Alder passed 4 trillion tokens last week; Birch did not.",
                &["Alder was more than 4 trillion tokens", "Birch was not over 4 trillion tokens"],
            ),
        ]);
        assert_eq!(claims("Alder grew 8% last week; Birch did not.")[1..], ["-"]);
    }

    #[test]
    fn a_sentence_that_leaves_out_its_verb_is_listed() {
        for short in ["Birch did not.", "So did Birch.", "Birch did too.", "Neither did Birch."] {
            let found = article(&format!("Alder processed 4 trillion tokens last week. {short}"));
            assert_eq!(found[1..], ["?"], "{short}");
        }
    }
}
