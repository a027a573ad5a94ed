//! Weeks one after another: "in eight of the last nine weeks", "seven consecutive weekly
//! gains", "the streak began in May".

use super::beside::Beside;
use crate::en::lexicon::Noun;
use crate::en::phrase::Phrase;
use crate::en::phrase::time::Role;

impl Beside<'_> {
    /// Words of weeks in a row, whoever they are said of.
    pub(super) fn is_run(&self) -> bool {
        let rises = |ahead: isize| matches!(self.noun(ahead), Some(Noun::Rise | Noun::Fall));
        match self.phrase(0) {
            // "the first decline since the week of April 13"
            Some(Phrase::Ordinal(1)) => {
                rises(1) && matches!(self.phrase(2), Some(Phrase::Time(time)) if time.role == Role::Since)
            }
            // "eight of the last nine weeks"
            Some(Phrase::Number(_)) => {
                // "five weekly declines"
                let weekly = self.word(1) == "weekly" && rises(2);
                weekly
                    || self.word(1) == "of"
                        && matches!(self.phrase(2), Some(Phrase::Time(_)))
                        && self.weeks(2)
            }
            // "a three-week slide"
            Some(Phrase::Other(found)) => {
                rises(1) && crate::en::phrase::weeks::counted_weeks(found).is_some()
            }
            Some(Phrase::Word(_)) if !self.is(words!["consecutive", "straight", "successive", "streak"]) => {
                false
            }
            Some(Phrase::Word(_)) => match self.word(0) {
                "consecutive" | "straight" | "successive" => {
                    matches!(self.word(1), "week" | "weeks") || self.word(1) == "weekly" && rises(2)
                }
                "streak" => (1..=4).any(|ahead| matches!(self.phrase(ahead), Some(Phrase::Time(_)))),
                _ => false,
            },
            _ => false,
        }
    }

    /// Does the phrase end in "weeks"?
    fn weeks(&self, ahead: isize) -> bool {
        let chunk = self.place.checked_add_signed(ahead).and_then(|place| self.chunks.get(place));
        let last =
            chunk.and_then(|chunk| chunk.end.checked_sub(1)).and_then(|last| self.tokens.rest.get(last));
        last.is_some_and(|token| self.tokens.lower_of(*token) == "weeks")
    }
}
