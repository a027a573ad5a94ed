//! The two ends of a range, with whose they are: `prices ranged from 3.05 dollars for X to 3.41
//! for Y`. That all others lie between them, no assertion tells.

use super::*;
use crate::en::clause::predicate::quantity_of;
use crate::en::lexicon::Seen;

impl<'p> Parser<'p> {
    /// "Admissions ranged from 120 in X to 310 in Y", "between 120 in X and 310 in Y".
    pub(super) fn ranged(&mut self) -> bool {
        const RANGES: &crate::token::Words = words!["ranged", "ranges", "range", "varied", "varies", "vary"];
        if !self.c.seen.any(Seen::RANGED) {
            return false;
        }
        let start = self.c.at;
        let Some((rest, np)) = noun_phrase(skip_leading(self.c)) else { return false };
        let figure_of = np.who == Who::Carried && !np.share && np.window == crate::en::clause::Window::Week;
        let (rest, times) = crate::en::clause::adjunct::times(rest);
        if !figure_of || !matches!(np.about, About::Metric(_)) || !rest.is(0, RANGES) {
            return false;
        }
        let between = rest.is(1, words!["between"]);
        if !between && !rest.is(1, words!["from"]) {
            return false;
        }
        let Some((rest, first)) = end(rest.skip(2), np.about) else { return false };
        let joint: &crate::token::Words = if between { words!["and"] } else { words!["to"] };
        let Some((rest, second)) = rest.is(0, joint).then(|| end(rest.skip(1), np.about)).flatten() else {
            return false;
        };
        let mut outcome = Outcome { pieces: vec![first, second], ..Outcome::default() };
        outcome.adjuncts.times = times;
        outcome.adjuncts.about = Some(np.about);
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }
}

/// "3.41 dollars for X", "120 in X": how much it was of whom.
fn end(c: Chunks<'_>, about: About) -> Option<(Chunks<'_>, Piece)> {
    let (rest, phrase) = figure(c)?;
    let metrics = match phrase {
        Phrase::Amount { metrics, .. } => metrics.clone(),
        Phrase::Number(_) => Vec::new(),
        _ => return None,
    };
    let rest = level::skip_unit(rest);
    let named = rest.is(0, words!["for", "in", "at", "on"]).then(|| noun_phrase(rest.skip(1))).flatten();
    let (rest, np) = named.filter(|(_, np)| np.about == About::Nothing && !np.share)?;
    let one = matches!(&np.who, Who::Named(names) if names.len() == 1);
    let act = Act::Level { value: quantity_of(phrase)?, metrics };
    one.then(|| (rest, Piece { who: Some(Np { about, ..np }), ..Piece::main(act) }))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn both_ends_and_whose_they_are() {
        let ends: &[&str] = &["Alder was 2.5 trillion tokens", "Birch was 4.19 trillion tokens"];
        assert_read(&[
            (
                "Call volume ranged from 2.5 trillion tokens for Alder to 4.19 trillion tokens for Birch.",
                ends,
            ),
            ("Call volume last week ranged from 2.5 trillion for Alder to 4.19 trillion for Birch.", ends),
            ("Call volume varied between 2.5 trillion for Alder and 4.19 trillion for Birch.", ends),
        ]);
    }

    #[test]
    fn no_range_of_several() {
        assert_listed(&[
            "Call volume ranged from 2.5 trillion to 4.19 trillion tokens.",
            "Call volume of Alder ranged from 2.5 trillion in May to 4.19 trillion in June.",
        ]);
    }
}
