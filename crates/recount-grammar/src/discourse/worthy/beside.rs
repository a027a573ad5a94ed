//! A word of a sentence with those around it: does it speak of order, of change,
//! of being on a list?

use recount_model::Name;

use super::is_known;
use crate::en::lexicon::{Form, Frames, Kind, Noun, Seen, phrasals};
use crate::en::phrase::{Chunk, Phrase};
use crate::token::{OneOf, Tokens};

/// A word with those around it.
#[derive(Clone, Copy)]
pub(super) struct Beside<'c> {
    pub(super) chunks: &'c [Chunk<'c>],
    pub(super) tokens: Tokens<'c>,
    pub(super) place: usize,
}

impl Beside<'_> {
    /// The phrase `ahead` places on, or back.
    pub(super) fn phrase(&self, ahead: isize) -> Option<&Phrase<'_>> {
        self.chunk(ahead).map(|chunk| &chunk.phrase)
    }

    fn chunk(&self, ahead: isize) -> Option<&Chunk<'_>> {
        self.place.checked_add_signed(ahead).and_then(|place| self.chunks.get(place))
    }

    /// The text that it starts with, in lower case; empty beyond the ends.
    pub(super) fn word(&self, ahead: isize) -> &str {
        let token = self.chunk(ahead).and_then(|chunk| self.tokens.rest.get(chunk.first));
        token.map_or("", |token| self.tokens.lower_of(*token))
    }

    /// Does it speak of order or change?
    pub(super) fn tells(&self) -> bool {
        self.may_tell() && (self.is_trend() || self.is_order()) || self.is_what_never_was() || self.outdoes()
    }

    /// "Bettered Y", "towered over Y", "had the edge on Y": a verb that says so only before a name.
    fn outdoes(&self) -> bool {
        if !self.verb(0, Frames::PHRASAL) {
            return false;
        }
        let order = Frames::AHEAD.and(Frames::OVERTAKE).and(Frames::BEHIND);
        phrasals(self.word(0)).iter().filter(|phrasal| phrasal.frames.any(order)).any(|phrasal| {
            let words = phrasal.words.split(' ').filter(|word| *word != "-");
            let behind =
                words.zip(1..).try_fold(1, |_, (word, at)| (self.word(at) == word).then_some(at + 1));
            behind.is_some_and(|next| self.known(next) || self.known(next + 1))
        })
    }

    /// "[That had] never happened", "[it had not] done so".
    fn is_what_never_was(&self) -> bool {
        matches!(self.word(-1), "never" | "not" | "n't" | "n’t")
            && (self.is(words!["happened"])
                || self.is(words!["done"]) && matches!(self.word(1), "so" | "that"))
    }

    /// Can it speak of order or change? A word that is not marked as one that
    /// may, by [`Seen::ORDER`], does not.
    pub(super) fn may_tell(&self) -> bool {
        !matches!(self.phrase(0), None | Some(Phrase::Word(_))) || self.seen(Seen::ORDER)
    }

    /// Does it start with one of these words?
    #[inline]
    pub(super) fn is(&self, words: impl OneOf) -> bool {
        let token = self.chunks.get(self.place).and_then(|chunk| self.tokens.rest.get(chunk.first));
        token.is_some_and(|token| words.has(self.tokens, *token))
    }

    /// Does it start with a word of one of these kinds?
    fn seen(&self, kinds: Seen) -> bool {
        let token = self.chunk(0).and_then(|chunk| self.tokens.rest.get(chunk.first));
        token.is_some_and(|token| token.word.seen().any(kinds))
    }

    /// Can it be a verb with one of these frames?
    pub(super) fn verb(&self, ahead: isize, frames: Frames) -> bool {
        match self.phrase(ahead) {
            Some(Phrase::Word(entry)) => entry.verb.is_some_and(|verb| verb.frames.any(frames)),
            _ => false,
        }
    }

    /// Is it a verb in a form that a clause of its own can have, and no noun?
    pub(super) fn is_finite(&self) -> bool {
        let Some(Phrase::Word(entry)) = self.phrase(0) else { return false };
        let finite = |form| matches!(form, Form::Past | Form::Third | Form::Base);
        entry.noun.is_none() && entry.verb.is_some_and(|verb| finite(verb.form))
    }

    /// Is it a verb in any form, and no noun?
    pub(super) fn is_verb(&self) -> bool {
        matches!(self.phrase(0), Some(Phrase::Word(entry)) if entry.noun.is_none() && entry.verb.is_some())
    }

    /// As a noun.
    pub(super) fn noun(&self, ahead: isize) -> Option<Noun> {
        match self.phrase(ahead) {
            Some(Phrase::Word(entry)) => entry.noun,
            _ => None,
        }
    }

    /// Does it name something of the vocabulary?
    pub(super) fn known(&self, ahead: isize) -> bool {
        self.chunk(ahead).is_some_and(is_known)
    }

    /// "It was third", "they ranked first and second", "Rank: 3".
    pub(super) fn is_placed(&self) -> bool {
        let label =
            self.place == 0 && self.word(1) == ":" && matches!(self.phrase(2), Some(Phrase::Number(_)));
        if label && matches!(self.word(0), "rank" | "ranking" | "position" | "place" | "pos") {
            return true;
        }
        // "The drama was second".
        let work = matches!(self.phrase(0), Some(Phrase::Word(entry)) if entry.kind != Kind::Word);
        let who = matches!(self.word(0), "it" | "they" | "both") || work && self.place > 0;
        let stands = Frames::BE.and(Frames::RANK).and(Frames::STAY).and(Frames::HOLD);
        if !who || !self.verb(1, stands) {
            return false;
        }
        let adverb = usize::from(matches!(self.word(2), "only" | "still" | "now" | "not" | "just" | "again"));
        let place = self.place + 2 + adverb;
        let after = Beside { place, ..*self };
        let ordinal = self.chunks.get(place).is_some_and(|chunk| matches!(chunk.phrase, Phrase::Ordinal(_)));
        let list = after.ends() || after.timed() || matches!(after.word(1), "with" | "behind" | "in");
        (ordinal || after.word(0) == "first") && list
    }

    /// "The model", "this song", "the company" at the beginning: the one of whom the
    /// sentence before spoke.
    pub(super) fn is_the_one(&self) -> bool {
        let thing = match self.phrase(0) {
            Some(Phrase::Word(entry)) => entry.known || entry.noun == Some(Noun::Thing),
            _ => false,
        };
        let maker = matches!(
            self.word(0),
            "company" | "firm" | "lab" | "maker" | "startup" | "developer" | "newcomer"
        );
        // "Last week, the model".
        let timed = matches!(self.chunks.first().map(|chunk| &chunk.phrase), Some(Phrase::Time(_)));
        let opens = self.place == 1 || timed && self.place <= 3;
        let one = matches!(self.word(-1), "the" | "this") || self.word(-1) == "that" && self.place == 1;
        one && opens && (thing || maker)
    }

    /// "No model", "no other model", "every model": things of the vocabulary's
    /// groups, all or none of them.
    pub(super) fn is_all(&self) -> bool {
        let thing = |ahead: isize| match self.phrase(ahead) {
            Some(Phrase::Word(entry)) => entry.known || entry.noun == Some(Noun::Thing),
            _ => false,
        };
        if self.is(words!["rest", "others"]) {
            return self.word(-1) == "the";
        }
        let first = self.is(words!["no", "every", "each", "all", "none"]);
        first && (thing(1) || thing(2) && matches!(self.word(1), "other" | "single" | "of"))
    }

    /// "Five of the six counters": so many of them.
    pub(super) fn is_some_of(&self) -> bool {
        let number = |ahead| matches!(self.phrase(ahead), Some(Phrase::Number(_)));
        let the = isize::from(self.word(2) == "the");
        number(0) && self.word(1) == "of" && number(2 + the)
    }

    /// Is it the subject "no other X" that ends here?
    fn all(&self, ahead: isize) -> bool {
        self.place.checked_add_signed(ahead - 1).is_some_and(|place| {
            Beside { place, ..*self }.is_all() || place > 0 && Beside { place: place - 1, ..*self }.is_all()
        })
    }

    /// "outsold", though what is counted may be no sales: whether the word is a
    /// verb of this sentence is not asked.
    fn outsells(&self) -> bool {
        let chunk = self.chunks.get(self.place);
        let token = chunk.and_then(|chunk| self.tokens.rest.get(chunk.first));
        let verb = token.and_then(|token| token.word.entry().verb);
        verb.is_some_and(|verb| verb.frames.any(Frames::OUTSELL))
    }

    /// Does a time follow?
    pub(super) fn timed(&self) -> bool {
        let next = self.chunks.get(self.place + 1);
        next.is_some_and(|chunk| matches!(chunk.phrase, Phrase::Time(_)))
    }

    fn unit(&self, ahead: isize) -> bool {
        match self.phrase(ahead) {
            Some(Phrase::Name(names)) => names.iter().any(|name| matches!(name, Name::Unit(_))),
            _ => false,
        }
    }

    /// Does it end its stretch?
    pub(super) fn ends(&self) -> bool {
        matches!(self.word(1), "" | "," | "." | ";" | ")" | "!" | "?" | "—" | "–" | "and" | "but")
    }

    /// Is it the noun of a phrase such as "the spring", not a verb? "That grew"
    /// is none.
    fn is_noun(&self) -> bool {
        let past = match self.phrase(0) {
            Some(Phrase::Word(entry)) => entry.verb.is_some_and(|verb| verb.form == Form::Past),
            _ => false,
        };
        let that = self.word(-1) == "that" && !past;
        let before = ["the", "a", "an", "this", "its", "their", "in", "at", "on", "of", "with", "no"];
        // A name may begin with "the" too.
        let word = matches!(self.phrase(-1), Some(Phrase::Word(_)));
        that || word && before.contains(&self.word(-1))
    }

    /// A word of rising and falling, an ordinal, or "most", "never" where they
    /// speak of amounts.
    pub(super) fn is_trend(&self) -> bool {
        let Some(chunk) = self.chunks.get(self.place) else { return false };
        let of_amounts = Frames::UP
            .and(Frames::DOWN)
            .and(Frames::AHEAD)
            .and(Frames::LEAD)
            .and(Frames::LEVEL)
            .and(Frames::USE)
            .and(Frames::RANK)
            .and(Frames::BE)
            .and(Frames::AUX);
        if self.loses() {
            return true;
        }
        match self.word(0) {
            "never" => self.word(1) == "before" || self.verb(1, of_amounts) || self.verb(2, of_amounts),
            "every" => matches!(self.word(1), "week" | "other" | "single") || self.known(1),
            "flat" | "unchanged" | "changed" | "steady" | "stagnant" => !self.is_noun(),
            // "Hardly moved", "did not change", "all but stagnated", "anything but stable".
            "moved" | "move" | "budge" | "budged" | "change" | "stagnated" | "stagnate" | "stalled"
            | "stable" => {
                let little =
                    ["hardly", "barely", "scarcely", "not", "n't", "n’t", "but", "from", "little", "never"];
                little.contains(&self.word(-1))
            }
            // "Declined to comment" is no fall.
            "decline" | "declined" | "declines" if self.word(1) == "to" => {
                matches!(self.phrase(2), Some(phrase) if !matches!(phrase, Phrase::Word(_)))
            }
            "peaked" | "peaks" | "bulk" | "majority" | "dominate" | "dominates" | "dominated"
            | "dominance" => true,
            _ if self.seen(Seen::MOST) => true,
            _ => moves(chunk, self.is_noun()) || matches!(chunk.phrase, Phrase::Ordinal(_)),
        }
    }

    /// "More tokens than X", "no other model handled more", "only X handled more".
    fn is_more(&self) -> bool {
        let after = Beside { place: self.place + 1, ..*self };
        let other = self.word(-2) == "other" || self.word(-3) == "other";
        let handles = Frames::LEVEL.and(Frames::USE).and(Frames::ADD);
        let counted = self.unit(1) && (self.word(2) == "than" || other || after.ends() || after.timed());
        // "X handled more than the week before", "only X handled more."
        let then = self.word(1) == "than" && self.timed() && self.verb(-1, handles);
        counted || then || self.ends() && self.verb(-1, handles) && self.known(-2)
    }

    /// "Both", "the latter", "the two": those who were named before?
    fn of_those(&self, ahead: isize) -> bool {
        let those = matches!(self.word(ahead + 1), "latter" | "former" | "pair" | "two" | "three");
        self.word(ahead) == "both" || self.word(ahead) == "the" && those
    }

    /// "Moved past X", "took it past Y", "swept past it".
    fn is_past_another(&self, near: bool) -> bool {
        let moved = near || self.verb(-1, Frames::SWEEP.and(Frames::PHRASAL));
        self.known(1)
            || self.word(1) == "both" && self.known(2)
            || moved && matches!(self.word(1), "it" | "them" | "both")
    }

    /// A word that puts one before another.
    pub(super) fn is_order(&self) -> bool {
        let Some(chunk) = self.chunks.get(self.place) else { return false };
        let stands = Frames::BE
            .and(Frames::STAY)
            .and(Frames::RANK)
            .and(Frames::UP)
            .and(Frames::DOWN)
            .and(Frames::HOLD)
            .and(Frames::BELONG);
        let near = self.verb(-1, stands) || self.verb(-2, stands) || self.place == 0;
        match self.word(0) {
            "ahead" => matches!(self.word(1), "of" | "for") || near || self.known(-1) && self.ends(),
            "behind" => {
                matches!(self.word(1), "it" | "them" | "its" | "their")
                    || ((near || self.after_known()) && (self.known(1) || self.known(2)))
                    || (near && (self.ends() || self.of_those(1)))
            }
            "level" => self.word(1) == "with" || self.verb(-1, stands) || self.ends(),
            "places" => {
                matches!(self.word(-1), "change" | "changed" | "swap" | "swapped" | "trade" | "traded")
            }
            "many" | "much" if self.word(-1) == "as" => {
                self.word(-2) == "used"
                    || (1..=4).any(|ahead| self.word(ahead) == "as")
                    || self.word(0) == "many"
            }
            // "Not since May had it sold so few."
            "many" | "much" | "few" | "little" | "high" | "low" if self.word(-1) == "so" => {
                let before = -isize::try_from(self.place).unwrap_or(0);
                (before..0)
                    .any(|ahead| matches!(self.word(ahead), "not" | "never" | "n't" | "n’t" | "rarely"))
            }
            "match" => self.word(-1) == "no" && self.word(1) == "for" && (self.known(2) || self.known(3)),
            "past" => self.is_past_another(near),
            "close" | "closer" | "near" => {
                let came = ["came", "come", "comes", "coming", "even", "gets", "got", "nowhere"];
                let near = self.word(1) == "to" && (self.known(2) || self.known(3)) || self.known(1);
                near && (came.contains(&self.word(-1)) || self.verb(-1, stands))
                    || came.contains(&self.word(-1)) && (self.ends() || self.all(-2))
            }
            "caught" | "catch" if self.known(1) => true,
            "caught" | "catch" | "catching" | "catches" => {
                let after = Beside { place: self.place + 3, ..*self };
                self.word(1) == "up"
                    && self.word(2) == "with"
                    && self.known(3)
                    && (after.ends() || after.timed())
            }
            "pulled" | "pulls" | "pull" | "pulling" => {
                matches!(self.word(1), "away" | "ahead" | "level" | "even" | "clear" | "further")
            }
            "off" => {
                let kept = matches!(self.word(-1), "held" | "holds" | "fended" | "fends" | "fought");
                kept && self.known(1) || self.shows()
            }
            "closing" => self.word(1) == "in",
            "more" | "fewer" => self.is_more(),
            "no" | "a" => self.unit(1) && (self.word(0) == "no" || self.word(-1) == "not"),
            "hardly" | "barely" | "scarcely" => self.word(1) == "any" && self.unit(2),
            "than" | "tied" | "matched" | "equal" | "equalled" | "neck" | "par" | "crossover" => true,
            _ => compares(chunk) || self.outsells() || self.stands() || self.shows(),
        }
    }
}

/// Is it a word of rising or falling? `noun` where it can be no verb.
fn moves(chunk: &Chunk<'_>, noun: bool) -> bool {
    let frames = Frames::UP.and(Frames::DOWN).and(Frames::FACTOR);
    let Phrase::Word(entry) = &chunk.phrase else {
        return false;
    };
    let told = matches!(
        entry.noun,
        Some(
            Noun::Rise
                | Noun::Fall
                | Noun::Gap
                | Noun::Record
                | Noun::Streak
                | Noun::High
                | Noun::Low
                | Noun::Share
        )
    );
    told || (!noun && entry.verb.is_some_and(|verb| verb.frames.any(frames)))
}

fn compares(chunk: &Chunk<'_>) -> bool {
    let frames = Frames::AHEAD.and(Frames::OVERTAKE).and(Frames::BEHIND).and(Frames::LEAD);
    let Phrase::Word(entry) = &chunk.phrase else {
        return false;
    };
    entry.noun == Some(Noun::Lead) || entry.verb.is_some_and(|verb| verb.frames.any(frames))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Beside;
    use crate::en::clause::testing::world;
    use crate::names::Names;
    use crate::token::{Tokens, tokenise};

    /// Words beside which others tell of order or change, and such others.
    const WORDS: &[&str] = &[
        "Alder", "Birch", "northern models", "tokens", "the", "a", "its", "harbour", "its usage", "was",
        "is", "stayed", "came", "finished", "never", "every", "week", "flat", "hardly", "moved", "not",
        "declined", "to", "peaked", "rose", "fell", "lost", "ground", "share", "more", "than", "fewer",
        "ahead", "behind", "level", "with", "change", "places", "as", "many", "much", "so", "few", "no",
        "match", "for", "close", "caught", "up", "down", "pulled", "away", "held", "off", "closing", "in",
        "barely", "any", "tied", "equal", "neck", "par", "crossover", "outsold", "led", "lead", "above",
        "there", "ever", "front", "did", "better", "outgrew", "last", "dead", "next", "follows", "matched",
        "vanished", "from", "chart", "on", "outside", "longer", "debuted", "newcomer", "missed", "the cut",
        "brought up the rear", "entered", "left", "completed", "list", "third", "last week", "one", ",", ".",
        "that", "most", "highest", "dominate", "spot", "rival", "same",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn what_is_not_marked_does_not_tell(words in prop::collection::vec(0..WORDS.len(), 1..12)) {
            let words: Vec<&str> = words.into_iter().map(|at| WORDS[at]).collect();
            let text = words.join(" ");
            let names = Names::new(&world());
            let (mut lower, mut tokens) = (String::new(), Vec::new());
            tokenise(&text, &mut lower, &mut tokens);
            let tokens = Tokens { text: &text, lower: &lower, rest: &tokens };
            let mentions = names.find(tokens, &mut String::new());
            let chunks = crate::en::phrase::chunk(tokens, &mentions, &names);
            for place in 0..chunks.len() {
                let beside = Beside { chunks: &chunks, tokens, place };
                let tells = beside.is_trend() || beside.is_order();
                prop_assert!(beside.may_tell() || !tells, "{} at {}", text, place);
            }
        }
    }
}
