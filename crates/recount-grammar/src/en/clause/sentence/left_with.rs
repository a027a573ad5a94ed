//! What something leaves somebody with: `that left X with a lead of 53 trillion tokens`, `leaving
//! X's lead at 41 trillion`; and what it is thanks to.

use super::*;
use crate::en::clause::gap;
use crate::en::lexicon::Noun;
use crate::token::Words;

impl<'p> Parser<'p> {
    /// "That leaves X [with] a lead of 53 trillion tokens [over Y]", ", giving it a lead of 300
    /// billion", "leaves X's lead over Y at 41 trillion".
    pub(super) fn left_with(&mut self) -> bool {
        const LEAVES: &Words =
            words!["leaves", "left", "leaving", "gives", "gave", "giving", "put", "puts", "putting"];
        let start = self.c.at;
        let that = usize::from(self.c.is(0, words!["that", "this", "it", "which"]));
        let ing = self.c.is(that, words!["leaving", "giving", "putting"]);
        let told = that > 0 || matches!(self.c.word_before(), "that" | "this" | "which");
        if !self.c.is(that, LEAVES) || told == ing {
            return false;
        }
        let look = self.c.skip(that + 1);
        let Some((rest, np)) = noun_phrase(look) else { return false };
        let whose = match np.who {
            Who::Named(_) => np,
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
        let Some((rest, value, object)) = lead_of(rest) else { return false };
        let other = || Np { who: Who::Other, ..Np::carried(self.c.span(start, rest.at)) };
        let object = object.unwrap_or_else(other);
        let np = Np { about: About::Nothing, share: false, ..whose };
        let mut outcome = Outcome::one(Act::Compare { object, value, event: false });
        outcome.adjuncts.apart = true;
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "Thanks to a price cut, X rose": what stands before the comma says why, where it has
    /// no figure of its own.
    pub(super) fn thanks(&mut self) -> bool {
        let c = self.c;
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

/// "with a lead of 53 trillion tokens over Y", "a 300 billion token lead", "'s lead over Y at 41
/// trillion": how large it is, and over whom.
fn lead_of(c: Chunks<'_>) -> Option<(Chunks<'_>, recount_model::Quantity, Option<Np>)> {
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

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn what_it_leaves() {
        let lead: &[&str] = &["Alder was 300 billion tokens above that of Birch"];
        assert_read(&[
            ("That left Alder with a lead of 300 billion tokens over Birch.", lead),
            ("That gave Alder a 300 billion token lead over Birch last week.", lead),
            ("This leaves Alder's lead over Birch at 300 billion tokens.", lead),
        ]);
        assert_listed(&[
            "That left Alder with a gap of 300 billion tokens.",
            "That left Alder with 300 billion.",
        ]);
    }
}
