//! Figures whose own noun is plainly another thing than what a metric counts: "196 billion parameters", "8 million users" of
//! a vocabulary that counts neither, "400 providers"; and money where nothing is counted in it.

use super::beside::Beside;
use crate::en::lexicon::is_grammatical;
use crate::en::phrase::Phrase;
use crate::en::phrase::quantity::Measure;

/// How many words a noun may have.
const LONGEST: isize = 3;

impl Beside<'_> {
    /// A number with a noun of its own, in the plural, that no name of the vocabulary has in it and the grammar
    /// knows nothing of.
    pub(super) fn is_of_another_kind(self) -> bool {
        if self.is_money() {
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

    /// An amount of money, of a vocabulary that counts none.
    fn is_money(self) -> bool {
        matches!(self.phrase(0), Some(Phrase::Other(measured)) if matches!(measured.measure, Measure::Money))
    }
}
