//! Where one stands to another: "above Birch", "in front", "comes next".

use super::CARRIED;
use super::beside::Beside;
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::Phrase;

/// How many words a name may be behind the word that relates it: "above that
/// of all northern models".
const NEAR: isize = 4;

impl Beside<'_> {
    /// "A price cut", "now that the buzz has faded": something else rises or falls, of which the
    /// vocabulary knows nothing.
    pub(super) fn is_of_another(&self) -> bool {
        let price = |ahead: isize| matches!(self.word(ahead), "price" | "prices" | "fees" | "pricing");
        if (-1..2).any(|ahead| price(ahead) && !self.known(ahead)) {
            return true;
        }
        if !self.verb(0, Frames::UP.and(Frames::DOWN)) {
            return false;
        }
        let unknown = |ahead: isize| {
            matches!(self.phrase(ahead), Some(Phrase::Word(entry)) if entry.is_unknown())
                && self.word(ahead).len() > 2
                && !crate::en::lexicon::is_grammatical(self.word(ahead))
                && !matches!(self.word(ahead), "it" | "they" | "them" | "who")
        };
        let behind = isize::from(self.verb(-1, Frames::AUX.and(Frames::BE)));
        unknown(-1 - behind)
    }

    /// "[rose by 50,000,] the largest increase since July".
    pub(super) fn is_largest_step(&self) -> bool {
        let step = matches!(self.noun(0), Some(Noun::Rise | Noun::Fall | Noun::Change));
        let most = |back: isize| self.word(back).ends_with("est") || self.word(back) == "most";
        let since = matches!(self.word(1), "since" | "in" | "ever" | "on" | "for" | "of");
        step && since && (-3..0).any(most)
    }

    fn ahead(&self, ahead: isize) -> Option<Self> {
        self.place.checked_add_signed(ahead).map(|place| Self { place, ..*self })
    }

    /// Does something known, or carried on from before, stand before it?
    pub(super) fn after_known(&self) -> bool {
        let carried = |ahead: &isize| self.ahead(*ahead).is_some_and(|beside| beside.is(CARRIED));
        let before = -isize::try_from(self.place).unwrap_or(0);
        (before..0).any(|ahead| self.known(ahead) || carried(&ahead))
    }

    /// Is something known named soon after it?
    fn names(&self) -> bool {
        (1..=NEAR).any(|ahead| self.known(ahead))
    }

    /// Where one thing stands: "above that of Birch", "in front", "level".
    pub(super) fn stands(&self) -> bool {
        if !matches!(self.phrase(0), Some(Phrase::Word(_))) {
            return false;
        }
        let was = Frames::BE.and(Frames::STAY);
        let is = self.verb(-1, was) || self.verb(-2, was);
        match self.word(0) {
            "above" | "below" | "beneath" | "beyond" => {
                let rival = (1..=NEAR).any(|ahead| self.noun(ahead) == Some(Noun::Counterpart));
                self.after_known() && (self.names() || rival)
            }
            // "It had not handled that many since May."
            "many" | "much" => self.word(-1) == "that" && self.verb(-2, Frames::USE.and(Frames::LEVEL)),
            // "By last week it was the other way round."
            "way" => self.word(-1) == "other" && matches!(self.word(1), "round" | "around"),
            // "X has been there ever since."
            "there" => is && (self.word(1) == "ever" || self.timed()),
            "front" => {
                self.word(-1) == "in"
                    && self.after_known()
                    && (self.ends()
                        || self.timed()
                        || self.word(1) == "of" && self.names()
                        || matches!(self.word(1), "in" | "on" | "by") && self.names())
            }
            // "Did better than ever."
            "better" | "worse" => matches!(self.word(-1), "did" | "does" | "do" | "fared" | "performed"),
            // "Alder up, Birch down": a headline leaves the verb out.
            "up" | "down" if self.known(-1) && self.ends() => true,
            // "Moved up a spot": to where, is not said.
            "up" | "down" if self.noun(2) == Some(Noun::Place) => true,
            "outgrew" | "outgrow" | "outgrows" | "outgrown" | "outgrowing" => {
                self.after_known() || self.names()
            }
            "last" => is && self.ends() || matches!(self.word(-1), "finished" | "came" | "dead"),
            // "X went down last week", "has come up".
            "up" | "down" | "higher" | "lower"
                if matches!(
                    self.word(-1),
                    "went" | "gone" | "goes" | "moved" | "came" | "headed" | "trended" | "pushed" | "stepped"
                ) =>
            {
                self.after_known() && (self.ends() || self.timed())
            }
            "higher" | "lower" => false,
            "up" | "down" => {
                let way = ["from", "on", "by", "again", "sharply", "slightly", "strongly", "markedly"];
                let running = self.word(1) == "and" && self.word(2) == "running";
                is && !running && (self.ends() || self.timed() || way.contains(&self.word(1)))
            }
            "next" => {
                let came = matches!(self.word(-1), "came" | "comes" | "come");
                came && (self.ends() || matches!(self.word(1), "with" | "at" | "in"))
            }
            _ => {
                let follows = self.verb(0, Frames::FOLLOW);
                let equals = self.verb(0, Frames::EQUAL);
                follows && self.after_known() && self.ends() || equals && self.known(1)
            }
        }
    }

    /// "Taking the lead on the list", "ranked first in the world": whoever is spoken of.
    pub(super) fn takes_a_place(&self) -> bool {
        let took = self.is(words![
            "take", "takes", "took", "taking", "taken", "seized", "seizing", "claimed", "claiming"
        ]);
        let lead = matches!(self.word(1), "the" | "a") && self.noun(2) == Some(Noun::Lead);
        let placed = matches!(self.phrase(1), Some(Phrase::Ordinal(_) | Phrase::Place(_)));
        took && lead || placed && self.verb(0, Frames::RANK)
    }

    /// "[4.25 trillion,] the lowest figure in months", "a level not seen in weeks": more or less than for so long, however long.
    pub(super) fn is_extreme_of_late(&self) -> bool {
        let most =
            |ahead: isize| self.word(ahead).ends_with("est") || matches!(self.word(ahead), "most" | "worst");
        let article = self.is(words!["the", "its", "their"]) && most(1);
        let unseen = self.is(words!["level", "levels", "volume", "figure"])
            && matches!((self.word(1), self.word(2)), ("not" | "last" | "unseen" | "un-seen", _));
        let late = |ahead: &isize| {
            matches!(self.word(*ahead), "in" | "for" | "since")
                && matches!(
                    self.word(*ahead + 1),
                    "weeks"
                        | "months"
                        | "years"
                        | "ages"
                        | "a"
                        | "many"
                        | "several"
                        | "some"
                        | "recent"
                        | "over"
                )
        };
        (article || unseen) && (2..7).any(|ahead| late(&ahead))
    }

    /// "Its usage doubled", "the company's volume has risen": of whom, nobody may know.
    pub(super) fn is_volume_moved(&self) -> bool {
        let volume = self.is(words!["usage", "volume", "volumes", "consumption", "throughput"]);
        let frames = Frames::UP.and(Frames::DOWN).and(Frames::FACTOR);
        volume && (1..=5).any(|ahead| self.verb(ahead, frames)) && self.noun(0) == Some(Noun::Volume)
    }

    /// "Lost volume", "gained share", "lost ground".
    pub(super) fn loses(&self) -> bool {
        let counted = |ahead: isize| {
            matches!(self.noun(ahead), Some(Noun::Volume | Noun::Share))
                || matches!(self.word(ahead), "ground" | "traction")
        };
        self.verb(0, Frames::LOSE.and(Frames::ADD).and(Frames::UP).and(Frames::DOWN)) && counted(1)
    }
}
