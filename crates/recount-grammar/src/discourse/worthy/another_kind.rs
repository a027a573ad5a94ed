//! Figures whose own noun is plainly another thing than what a metric counts: "196 billion parameters", "8 million users" of
//! a vocabulary that counts neither, "400 providers"; and money where nothing is counted in it.

use super::beside::Beside;
use crate::en::lexicon::is_grammatical;
use crate::en::phrase::Phrase;
use crate::en::phrase::quantity::Measure;

/// How many words a noun may have.
const LONGEST: isize = 3;

/// So many of them are no count of a top.
const FEW: i64 = 30;

impl Beside<'_> {
    /// A number with a noun of its own, in the plural, that no name of the vocabulary has in it and the grammar
    /// knows nothing of.
    pub(super) fn is_of_another_kind(self) -> bool {
        if self.is_money() || self.describes_another() {
            return true;
        }
        let bare = match self.phrase(0) {
            Some(Phrase::Amount { metrics, .. }) => metrics.is_empty(),
            Some(Phrase::Number(_)) => true,
            _ => false,
        };
        if !bare {
            return false;
        }
        if self.is_of_many_things() {
            return true;
        }
        let noun = |ahead: &isize| match self.phrase(*ahead) {
            Some(Phrase::Word(entry)) => {
                let word = self.word(*ahead);
                let plain = word.len() > 2 && word.chars().all(|c| c.is_alphabetic() || c == '-');
                let used = entry.verb.is_some() && word.ends_with("ed") && *ahead < LONGEST;
                plain && (entry.is_unknown() || used) && !is_grammatical(word)
            }
            _ => false,
        };
        let count = (1..=LONGEST).take_while(noun).count();
        let last = isize::try_from(count).unwrap_or(0);
        let head = self.word(last);
        last > 0 && head.len() > 3 && head.ends_with('s') && !head.ends_with("ss") && !head.ends_with("ous")
    }

    /// "300+ models", "some 80 titles": how many there are, not what one of them had.
    fn is_of_many_things(self) -> bool {
        let many = match self.phrase(0) {
            Some(Phrase::Amount { quantity, .. }) => {
                quantity.written().low.is_some_and(|low| low.value >= recount_model::Number::from(FEW))
            }
            Some(Phrase::Number(count)) => i64::from(*count) >= FEW,
            _ => false,
        };
        let thing = matches!(self.phrase(1), Some(Phrase::Word(entry)) if entry.noun == Some(crate::en::lexicon::Noun::Thing));
        many && thing
    }

    /// "a 1-million-token context window": a figure that only describes what something else is.
    fn describes_another(self) -> bool {
        const REACHED: &[&str] = &[
            "mark", "milestone", "threshold", "barrier", "line", "level", "club", "total", "haul", "tally",
            "figure",
        ];
        let hyphen = || {
            let chunk = self.chunks.get(self.place);
            let tokens = chunk.and_then(|chunk| self.tokens.rest.get(chunk.first..chunk.end)).unwrap_or(&[]);
            tokens.iter().any(|token| crate::token::is_hyphen(self.tokens.lower_of(*token)))
        };
        let unknown = match self.phrase(1) {
            Some(Phrase::Word(entry)) => entry.is_unknown() && self.word(1).chars().all(char::is_alphabetic),
            _ => false,
        };
        let article = matches!(self.word(-1), "a" | "an" | "the" | "its" | "their");
        let unit = matches!(self.phrase(0), Some(Phrase::Amount { metrics, .. }) if !metrics.is_empty());
        unit && article
            && unknown
            && !REACHED.contains(&self.word(1))
            && !is_grammatical(self.word(1))
            && hyphen()
    }

    /// An amount of money, of a vocabulary that counts none.
    fn is_money(self) -> bool {
        matches!(self.phrase(0), Some(Phrase::Other(measured)) if matches!(measured.measure, Measure::Money))
    }
}
