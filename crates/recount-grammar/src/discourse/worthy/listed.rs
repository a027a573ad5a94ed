//! Who is on the list: "made its debut", "is off the chart", "missed the cut",
//! "rounds out the list", "the same three led".

use super::beside::Beside;
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::Phrase;
use crate::en::phrase::place::Place;

/// How many words the list may be behind the word that says who is on it.
const NEAR: isize = 4;

impl Beside<'_> {
    /// Being on the list, coming to it, or being on it no more.
    pub(super) fn shows(&self) -> bool {
        if !matches!(self.phrase(0), Some(Phrase::Word(_))) {
            return false;
        }
        let list = || (1..=NEAR).any(|ahead| self.list(ahead));
        match self.word(0) {
            "vanished" | "vanishes" | "vanish" | "disappeared" | "disappears" | "disappear" | "absent"
            | "missing" | "gone" => matches!(self.word(1), "from" | "off") && list(),
            "on" | "off" | "in" | "outside" | "inside" | "to" => {
                let is = Frames::BE.and(Frames::STAY).and(Frames::RANK).and(Frames::ENTER).and(Frames::HOLD);
                let told = || (-NEAR..0).any(|back| self.verb(back, is) || self.word(back) == "only");
                (self.list(1) || self.list(2)) && told()
            }
            "longer" => self.word(-1) == "no" && (self.list(1) || self.word(1) == "charts"),
            "debut" | "newcomer" | "newcomers" | "entrant" | "entrants" => {
                matches!(self.word(-1), "its" | "their" | "the" | "a" | "new" | "highest" | "only")
            }
            "cut" => {
                self.word(-1) == "the" && matches!(self.word(-2), "missed" | "made" | "misses" | "makes")
            }
            "rear" => self.word(-2) == "up",
            _ => {
                self.verb(0, Frames::DEBUT) && self.word(0).starts_with("debut")
                    || self.verb(0, Frames::ENTER.and(Frames::EXIT).and(Frames::COMPLETE)) && list()
            }
        }
    }

    /// Is it a list of who is first, and who next?
    fn list(&self, ahead: isize) -> bool {
        let names = self.noun(ahead) == Some(Noun::Board)
            && !matches!(self.word(ahead), "table" | "field" | "pack" | "rank" | "ranks");
        names || matches!(self.phrase(ahead), Some(Phrase::Place(Place::Board | Place::Top(_))))
    }

    /// "The same three models led", "nothing changed at the top", "the order did not change".
    pub(super) fn is_same(&self) -> bool {
        let unmoved = || {
            let words = ["same", "unchanged", "change", "changed", "stable", "reversed", "inverted"];
            (1..=NEAR).any(|ahead| words.contains(&self.word(ahead)))
        };
        if matches!(self.phrase(0), Some(Phrase::Place(Place::Board))) {
            return unmoved();
        }
        let words = words![
            "same", "nothing", "little", "order", "ranking", "rankings", "line-up", "roles", "positions"
        ];
        if !self.is(words) {
            return false;
        }
        match self.word(0) {
            "same" => self.word(-1) == "the" && (1..=NEAR).any(|ahead| self.verb(ahead, Frames::LEAD)),
            "nothing" | "little" => matches!(self.word(1), "changed" | "moved"),
            "order" | "ranking" | "rankings" | "line-up" | "roles" | "positions" => {
                matches!(self.word(-1), "the" | "this" | "that") && unmoved()
            }
            _ => false,
        }
    }
}
