//! A place before the one who has it, as a label: `No. 2 last week: X`, `#1 X
//! 1.68T`, `New to the top ten: X`, `Out of the top five: X`.

use super::*;
use crate::en::lexicon::Noun;
use crate::en::phrase::place::Place;
use crate::token::Words;
use recount_model::Movement;

/// What a label says.
struct Label<'p> {
    rest: Chunks<'p>,
    outcome: Outcome,
    /// "No. 2", "#2": a mark of its own, behind which no colon needs to stand.
    numbered: bool,
}

impl<'p> Parser<'p> {
    /// "No. 2 last week: X", "first: X", "At No. 4: X": a place before the one
    /// who has it.
    pub(super) fn label(&mut self) -> bool {
        let first = self.c.get(0).map_or("", |chunk| self.c.lower(chunk.first));
        let fresh = self.items.iter().all(|item| matches!(item, Item::Time(_)))
            || matches!(first, "#" | "no")
                && matches!(self.c.word_before(), "," | ";" | "." | ":" | "|" | "•");
        if !fresh
            || self.unread.is_some()
            || !(self.c.at == 0 || is_stop(Chunks { at: self.c.at - 1, ..self.c }, 0))
        {
            return false;
        }
        let start = self.c.at;
        let Some(Label { mut rest, mut outcome, numbered }) = read(self.c) else { return false };
        while let Some(Phrase::Time(time)) = rest.phrase(0) {
            outcome.adjuncts.times.push(time.clone());
            rest = rest.skip(1);
        }
        let colon = rest.is(0, words![":"]) || numbered && rest.is(0, words!["—", "–", "-"]);
        if !colon && !numbered {
            return false;
        }
        let Some((after, np)) = noun_phrase(rest.skip(usize::from(colon))) else { return false };
        let one = matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing;
        // "Fourth: X." may be the fourth thing that a text has to say.
        if matches!(self.c.phrase(0), Some(Phrase::Ordinal(_))) && after.is(0, words!["."]) {
            return false;
        }
        // "#1 X 1.68T, #2 Y 1.27T".
        let after = match figure(after.skip(usize::from(after.is(0, words![",", ":", "—", "–", "-"])))) {
            Some((behind, phrase @ Phrase::Amount { .. })) if one && is_stop(level::skip_unit(behind), 0) => {
                outcome.pieces.extend(level_of(phrase).map(Piece::beside));
                level::skip_unit(behind)
            }
            _ if colon || is_stop(after, 0) => after,
            _ => return false,
        };
        one && self.accept(start, after, &np, outcome, Group::PLAIN)
    }
}

fn read(c: Chunks<'_>) -> Option<Label<'_>> {
    let rank = |place, movement| Outcome::one(Act::Rank { place, movement, among: None });
    let c = skip_adverbs(c);
    // "New to the top ten", "Back in the top ten", "Out of the top five".
    let enters = c.is(0, words!["new", "back", "newly"]) && c.is(1, words!["to", "in", "into"]);
    let leaves = c.is(0, words!["out", "gone", "dropped"]) && c.is(1, words!["of", "from"]);
    if enters || leaves {
        let (rest, place) = rank::place(c.skip(2)).filter(|(_, place)| !matches!(place, Place::At(_)))?;
        let movement = if enters { Movement::Entered } else { Movement::Left };
        let mut outcome = rank(place, Some(movement));
        outcome.negated = leaves;
        return Some(Label { rest, outcome, numbered: false });
    }
    if let Some(rest) = leader(c) {
        return Some(Label { rest, outcome: rank(Place::At(1), None), numbered: false });
    }
    let numbered = c.get(0).is_some_and(|chunk| matches!(c.lower(chunk.first), "#" | "no"));
    let (rest, place) = match c.is(0, words!["at", "in"]) {
        true => rank::at_place(c)?,
        false => rank::place(c)?,
    };
    matches!(place, Place::At(_)).then(|| Label { rest, outcome: rank(place, None), numbered })
}

/// "Leader:", "Most used model:", "Biggest maker:", behind which whoever is first is named.
fn leader(c: Chunks<'_>) -> Option<Chunks<'_>> {
    const BEST: &Words = words!["largest", "biggest", "top", "number-one", "most-used"];
    let leads = c.is(0, words!["leader"]);
    let most = c.is(0, words!["most"]) && c.is(1, words!["used", "popular"]);
    let thing = 1 + usize::from(most);
    let one = (most || c.is(0, BEST)) && c.noun(thing) == Some(Noun::Thing) && !c.word(thing).ends_with('s');
    let colon = if leads { 1 } else { thing + 1 };
    ((leads || one) && c.is(colon, words![":"])).then(|| c.skip(colon))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn a_place_before_the_one_who_has_it() {
        let fourth: &[&str] = &["Alder ranked number 4 by call volume"];
        let first = "Alder ranked number 1 by call volume";
        let level = "Alder was 4.2 trillion tokens";
        assert_read(&[
            ("No. 4: Alder.", fourth),
            ("At No. 4: Alder.", fourth),
            ("No. 4 — Alder.", fourth),
            ("In fourth place: Alder.", fourth),
            ("Leader: Alder, with 4.2 trillion tokens.", &[first, level]),
            ("Most used model: Alder (4.2 trillion tokens).", &[first, level]),
            ("Largest model: Alder (4.2 trillion tokens)", &[first, level]),
            (
                "New to the top ten: Alder.",
                &["Alder entered the top 10 by call volume compared with the week of 15 June 2026"],
            ),
            (
                "Out of the top ten: Alder.",
                &["Alder dropped out of the top 10 by call volume compared with the week of 15 June 2026"],
            ),
        ]);
    }

    #[test]
    fn no_label() {
        assert_listed(&["New to the market: Alder with 4 million tokens more."]);
    }
}
