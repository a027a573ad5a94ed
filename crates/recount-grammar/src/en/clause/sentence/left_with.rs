//! What something leaves somebody with: `that left X with a lead of 53 trillion tokens`, `leaving
//! X's lead at 41 trillion`; and what it is thanks to.

use super::*;
use crate::en::clause::gap;
use crate::en::lexicon::Noun;
use crate::token::Words;

/// Words that only join a sentence to the one before.
const MARKERS: &Words =
    words!["meanwhile", "separately", "finally", "lastly", "similarly", "likewise", "conversely", "however"];

impl<'p> Parser<'p> {
    /// "That leaves X [with] a lead of 53 trillion tokens [over Y]", ", giving it a lead of 300
    /// billion", "leaves X's lead over Y at 41 trillion".
    pub(super) fn left_with(&mut self) -> bool {
        let start = self.c.at;
        let that = usize::from(self.c.is(0, words!["that", "this", "it", "which"]));
        let verb = self.c.skip(that);
        let ing = verb.verb(0).is_some_and(|verb| verb.form == Form::Ing);
        let told = that > 0 || matches!(self.c.word_before(), "that" | "this" | "which");
        if !causative::brings(verb, Frames::BRING.and(Frames::GRANT)) || told == ing {
            return false;
        }
        let look = self.c.skip(that + 1);
        let Some((rest, np)) = noun_phrase(look) else { return false };
        let whose = match np.who {
            Who::Named(_) | Who::Former | Who::Latter => np,
            Who::Carried
                if look.is(0, words!["it", "them"]) || self.c.is(that + 1, words!["its", "their"]) =>
            {
                match self.focus.clone() {
                    Some(focus) => Np { who: focus.who, ..np },
                    None => np,
                }
            }
            _ => return false,
        };
        // "giving it 23.3 per cent of the market".
        if let Some((rest, value, of @ Some(_))) =
            percentage(rest.skip(usize::from(rest.is(0, words!["with"]))))
        {
            let np = Np { about: About::Nothing, share: false, ..whose };
            let piece = crate::en::clause::share::piece(value, of);
            let mut outcome = Outcome { pieces: vec![piece], ..Outcome::default() };
            let rest = adjuncts(rest, &mut outcome);
            let rest = rest.skip(3 * usize::from(rest.are(&["on", "its", "own"])));
            return self.accept(start, rest, &np, outcome, Group::PLAIN);
        }
        if let Some((rest, outcome)) = left_so_much(self.c.skip(that), rest) {
            let np = Np { about: About::Nothing, share: false, ..whose };
            return self.accept(start, rest, &np, outcome, Group::PLAIN);
        }
        // "left the northern total at 14 times the southern one".
        if let Some((rest, mut outcome)) = rest
            .is(0, words!["at"])
            .then(|| crate::en::clause::compare::comparative(skip_adverbs(rest.skip(1)), &whose))
            .flatten()
            .filter(|(_, outcome)| {
                matches!(outcome.pieces.first(), Some(Piece { act: Act::Compare { .. }, .. }))
            })
        {
            let rest = adjuncts(rest, &mut outcome);
            return self.accept(start, rest, &whose, outcome, Group::PLAIN);
        }
        let Some((rest, value, object)) = lead_of(rest) else { return false };
        let other = || Np { who: Who::Other, ..Np::carried(self.c.span(start, rest.at)) };
        let object = object.unwrap_or_else(other);
        let np = Np { about: About::Nothing, share: false, ..whose };
        let mut outcome = Outcome::one(Act::Compare { object, value, event: false });
        outcome.adjuncts.apart = true;
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "X's surge lifted Y's volume to 21.7 trillion tokens": where Y's came, whatever did it.
    pub(super) fn lifted_another(&mut self) -> bool {
        if self.figure_brings() {
            return true;
        }
        let start = self.c.at;
        let plain = |ahead: usize| {
            self.c.get(ahead).is_some_and(|chunk| !chunk.is_figure()) && !is_stop(self.c, ahead)
        };
        let Some(verb) = (1..8).take_while(|ahead| plain(*ahead)).find(|ahead| {
            causative::brings(self.c.skip(*ahead), Frames::BRING.and(Frames::RAISE).and(Frames::CUT))
                || self.c.is(*ahead, words!["helped"])
        }) else {
            return false;
        };
        // No other verb in front: "X said that it pushed".
        if (0..verb).any(|ahead| {
            self.c.verb(ahead).is_some_and(|verb| is_finite(verb.form)) && self.c.noun(ahead).is_none()
        }) {
            return false;
        }
        let Some((rest, np)) = noun_phrase(self.c.skip(verb + 1)) else { return false };
        let figure_of =
            matches!(np.who, Who::Named(_) | Who::Total) && np.about != About::Nothing && !np.share;
        if !figure_of || !rest.is(0, words!["to"]) {
            return false;
        }
        let mut outcome = Outcome::default();
        let Some(rest) = change::to_and_from(rest, &mut outcome) else { return false };
        let levels = outcome.pieces.iter().all(|piece| matches!(piece.act, Act::Level { .. }));
        let rest = adjuncts(rest, &mut outcome);
        levels && self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "All in all the platform carried 28.9 trillion": adds nothing, with a comma or without.
    pub(super) fn in_all(&mut self) -> bool {
        let before = Chunks { at: self.c.at.saturating_sub(1), ..self.c };
        let count = match (self.c.word(0), self.c.word(1), self.c.word(2)) {
            ("all", "in", "all") => 3,
            ("all", "told", _) | ("in", "all", _) => 2,
            ("in", ..) if self.c.get(1).is_some_and(|chunk| self.c.lower(chunk.first) == "total") => 2,
            _ => return false,
        };
        let first = self.c.at == 0 || is_stop(before, 0);
        let clause = self.c.is(count, words![","]) || noun_phrase(self.c.skip(count)).is_some();
        if self.unread.is_some() || !first || !clause {
            return false;
        }
        if self.whole_scene() {
            return true;
        }
        self.c = self.c.skip(count + usize::from(self.c.is(count, words![","])));
        true
    }

    /// "As expected, X rose", "In style, X led": words that change nothing.
    pub(super) fn turn_of_phrase(&mut self) -> bool {
        // "Not for the first time, X rose".
        let again = self.c.is(0, words!["not"])
            && matches!(self.c.phrase(1), Some(Phrase::First(_)))
            && self.c.is(2, words![","]);
        let count = match aside::aside(self.c) {
            0 if again => 3,
            // "Meanwhile, at 4 trillion tokens, X led".
            0 if self.unread.is_none() && self.c.is(0, MARKERS) && self.c.is(1, words![","]) => 2,
            0 if self.unread.is_none() => aside::in_front(self.c).max(worse(self.c)),
            count => count,
        };
        let before = Chunks { at: self.c.at.saturating_sub(1), ..self.c };
        if count == 0 || self.c.at > 0 && !is_stop(before, 0) && !before.is(0, JOINS) {
            return false;
        }
        self.c = self.c.skip(count);
        true
    }

    /// "Thanks to a price cut, X rose": what stands before the comma says why, where it has
    /// no figure of its own.
    pub(super) fn thanks(&mut self) -> bool {
        let c = self.c;
        // "Between them, X and Y processed": what it adds to the clause, that looks for.
        if c.are(&["between", "them"]) && c.is(2, words![","]) && self.unread.is_none() {
            self.c = c.skip(3);
            return true;
        }
        let why = c.are(&["thanks", "to"])
            || c.is(1, words!["by"])
                && c.is(
                    0,
                    words!["helped", "boosted", "driven", "buoyed", "aided", "fuelled", "fueled", "powered"],
                );
        if c.at != 0 || !why {
            return false;
        }
        let rest = to_stop(c);
        let plain = (0..rest.at - c.at).all(|ahead| c.get(ahead).is_some_and(|chunk| !chunk.is_figure()));
        if !plain || !rest.is(0, words![","]) {
            return false;
        }
        self.c = rest.skip(1);
        true
    }
}

/// "which leaves [X] with 2.1 trillion tokens": so much of what is counted.
fn left_so_much<'p>(verb: Chunks<'_>, c: Chunks<'p>) -> Option<(Chunks<'p>, Outcome)> {
    let left = verb.is(0, words!["leaves", "left", "leaving"]) && c.is(0, words!["with"]);
    let (rest, phrase @ Phrase::Amount { metrics, .. }) = left.then(|| figure(c.skip(1))).flatten()? else {
        return None;
    };
    let mut outcome = Outcome::one(level_of(phrase)?);
    let rest = level::skip_unit(rest);
    let ends = is_stop(rest, 0) || matches!(rest.phrase(0), Some(Phrase::Time(_)));
    let rest = adjuncts(rest, &mut outcome);
    (ends && !metrics.is_empty()).then_some((rest, outcome))
}

/// "with a lead of 53 trillion tokens over Y", "a 300 billion token lead", "'s lead over Y at 41
/// trillion": how large it is, and over whom.
fn lead_of(c: Chunks<'_>) -> Option<(Chunks<'_>, recount_model::Quantity, Option<Np>)> {
    if let Some(found) = so_far_ahead(c) {
        return Some(found);
    }
    let owned = c.is(0, words!["'s", "’s", "'", "’"]) || matches!(c.word_before(), "'s" | "’s");
    let with = c.skip(usize::from(c.is(0, words!["with", "'s", "’s", "'", "’"])));
    if owned && with.noun(0) == Some(Noun::Lead) {
        let (rest, object) =
            gap::over(with.skip(1)).map_or((with.skip(1), None), |(rest, np)| (rest, Some(np)));
        let (rest, phrase @ Phrase::Amount { .. }) = figure(rest.is(0, words!["at"]).then(|| rest.skip(1))?)?
        else {
            return None;
        };
        let value = crate::en::clause::predicate::quantity_of(phrase)?;
        return Some((level::skip_unit(rest), value, object));
    }
    let (rest, value) = gap::size(with)?;
    // "a gap" may be one behind.
    let lead = (with.at..rest.at).any(|at| Chunks { at, ..with }.noun(0) == Some(Noun::Lead));
    let (rest, object) = gap::over(rest).map_or((rest, None), |(rest, np)| (rest, Some(np)));
    lead.then_some((rest, value, object))
}

/// "300 billion tokens ahead [of Y]", "ahead [of Y] by 300 billion tokens", "300 billion behind".
fn so_far_ahead<'p>(c: Chunks<'p>) -> Option<(Chunks<'p>, recount_model::Quantity, Option<Np>)> {
    let by = |c: Chunks<'p>| match figure(c)? {
        (rest, phrase @ (Phrase::Amount { .. } | Phrase::Percent(_))) => {
            Some((level::skip_unit(rest), crate::en::clause::predicate::quantity_of(phrase)?))
        }
        _ => None,
    };
    let way = |c: Chunks<'_>| match c.word(0) {
        "ahead" | "clear" => Some(false),
        "behind" | "short" => Some(true),
        _ => None,
    };
    let whom = |c: Chunks<'p>, falling: bool| {
        let of = usize::from(c.is(0, words!["of"]));
        match noun_phrase(c.skip(of)).filter(|(_, np)| (of > 0 || falling) && np.is_named()) {
            Some((rest, np)) => (rest, Some(np)),
            None => (c, None),
        }
    };
    if let Some((rest, value)) = by(c) {
        let falling = way(rest)?;
        let (rest, object) = whom(rest.skip(1), falling);
        return Some((rest, crate::en::clause::predicate::directed(&value, falling), object));
    }
    let falling = way(c)?;
    let (rest, object) = whom(c.skip(1), falling);
    let (rest, value) = by(rest.is(0, words!["by"]).then(|| rest.skip(1))?)?;
    Some((rest, crate::en::clause::predicate::directed(&value, falling), object))
}

/// "Worse, X fell", "Better still, it rose", "Even worse, X fell": how it is to be taken; how many chunks it takes.
fn worse(c: Chunks<'_>) -> usize {
    let even = usize::from(c.is(0, words!["even"]));
    if c.at > 0 || !c.is(even, words!["worse", "better"]) {
        return 0;
    }
    let end = even + 1 + usize::from(c.is(even + 1, words!["still", "yet"]));
    if c.is(end, words![","]) { end + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn what_it_leaves() {
        let lead: &[&str] = &["Alder was 300 billion tokens above that of Birch"];
        assert_read(&[
            ("That left Alder with a lead of 300 billion tokens over Birch.", lead),
            ("That gave Alder a 300 billion token lead over Birch last week.", lead),
            ("That left Alder 300 billion tokens ahead of Birch.", lead),
            ("That left Alder ahead of Birch by 300 billion tokens.", lead),
            ("This leaves Alder's lead over Birch at 300 billion tokens.", lead),
        ]);
        assert_listed(&[
            "That left Alder with a gap of 300 billion tokens.",
            "That left Alder with 300 billion.",
        ]);
    }
}
