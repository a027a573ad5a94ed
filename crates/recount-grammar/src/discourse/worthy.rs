//! Is a stretch of a sentence worth a check? A test of its own, apart from the
//! grammar: it decides what must be either read or listed.

use recount_model::Name;

use crate::en::lexicon::{Cue, Frames, Noun, is_superlative};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunk, Phrase};
use crate::token::{Kind, Tokens};

/// A figure, a rank, a streak or a record; or a known name beside a word of
/// rising, falling, leading or of being the most.
#[must_use]
pub fn is_worthy(chunks: &[Chunk<'_>], tokens: Tokens<'_>) -> bool {
    if chunks.iter().any(is_strong) {
        return true;
    }
    let named = chunks.iter().filter(|chunk| is_known(chunk)).count();
    // "No other model", "every model": all of them, though none is named.
    let named = named
        + usize::from(named == 0 && (0..chunks.len()).any(|place| Beside { chunks, tokens, place }.is_all()));
    let any = |is: &dyn Fn(&Chunk<'_>) -> bool| chunks.iter().any(is);
    // "It was third": who that is, stands in the sentence before.
    if named == 0 && (0..chunks.len()).any(|place| Beside { chunks, tokens, place }.is_placed()) {
        return true;
    }
    let trend = (0..chunks.len()).any(|place| Beside { chunks, tokens, place }.is_trend());
    let order = (0..chunks.len()).any(|place| Beside { chunks, tokens, place }.is_order());
    // Digits that no rule took for a number, a date or a name.
    let digits = any(&|chunk| {
        let token = tokens.rest.get(chunk.first);
        matches!(chunk.phrase, Phrase::Word(_)) && token.is_some_and(|token| token.kind == Kind::Number)
    });
    // "Hundreds of billions" is a figure, though a vague one; "in billions" is
    // what figures elsewhere are counted in.
    let vague = |chunk: &Chunk<'_>| {
        let word = |place: usize| tokens.rest.get(place).map_or("", |token| tokens.lower_of(*token));
        let counted_in = chunk.first.checked_sub(1).is_some_and(|before| word(before) == "in");
        matches!(chunk.phrase, Phrase::Word(_))
            && !counted_in
            && crate::en::phrase::quantity::is_large(word(chunk.first))
    };
    let counts = any(&|chunk| matches!(chunk.phrase, Phrase::Number(_) | Phrase::Other(_)) || vague(chunk));
    named > 0 && (trend || order || digits || counts)
}

/// "It ranked eighth.", "Their volume tripled.": does it go on about somebody
/// whom another sentence names?
#[must_use]
pub fn goes_on(chunks: &[Chunk<'_>], tokens: Tokens<'_>) -> bool {
    let carried = chunks.iter().take(4).any(|chunk| {
        let token = tokens.rest.get(chunk.first);
        let word = token.map_or("", |token| tokens.lower_of(*token));
        matches!(chunk.phrase, Phrase::Word(_)) && matches!(word, "it" | "they" | "its" | "their" | "both")
    });
    carried
        && (0..chunks.len()).any(|place| {
            let beside = Beside { chunks, tokens, place };
            beside.is_trend() || beside.is_order()
        })
}

/// Can a sentence say anything of ours? A cheap test before the grammar:
/// digits, number words, and words of rising, leading and the like. `None`
/// where it depends on whether it names anything.
#[must_use]
pub fn may_matter(tokens: Tokens<'_>) -> Option<bool> {
    let mut weak = 0;
    for token in tokens.rest {
        match token.cue {
            Cue::Strong => return Some(true),
            Cue::Weak => weak += 1,
            Cue::None => {}
        }
    }
    if weak == 1 { None } else { Some(weak > 1) }
}

/// A name of the vocabulary, or an adjective of one.
fn is_known(chunk: &Chunk<'_>) -> bool {
    match &chunk.phrase {
        Phrase::Adjective(_) => true,
        Phrase::Name(names) => names.iter().any(|name| matches!(name, Name::Subject(_) | Name::Metric(_))),
        _ => false,
    }
}

/// A figure that stands for something counted; the list alone ("on the chart")
/// does not.
#[must_use]
pub fn is_strong(chunk: &Chunk<'_>) -> bool {
    match &chunk.phrase {
        Phrase::Place(Place::Board) => false,
        _ => chunk.is_figure(),
    }
}

/// A word with those around it.
#[derive(Clone, Copy)]
struct Beside<'c> {
    chunks: &'c [Chunk<'c>],
    tokens: Tokens<'c>,
    place: usize,
}

impl Beside<'_> {
    fn word(&self, ahead: isize) -> &str {
        let chunk = self.place.checked_add_signed(ahead).and_then(|place| self.chunks.get(place));
        let token = chunk.and_then(|chunk| self.tokens.rest.get(chunk.first));
        token.map_or("", |token| self.tokens.lower_of(*token))
    }

    fn verb(&self, ahead: isize, frames: Frames) -> bool {
        let chunk = self.place.checked_add_signed(ahead).and_then(|place| self.chunks.get(place));
        match chunk.map(|chunk| &chunk.phrase) {
            Some(Phrase::Word(entry)) => entry.verb.is_some_and(|verb| verb.frames.any(frames)),
            _ => false,
        }
    }

    fn known(&self, ahead: isize) -> bool {
        self.place.checked_add_signed(ahead).and_then(|place| self.chunks.get(place)).is_some_and(is_known)
    }

    /// "It was third", "they ranked first and second".
    fn is_placed(&self) -> bool {
        let who = matches!(self.word(0), "it" | "they" | "both");
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

    /// "No model", "no other model", "every model": things of the vocabulary's
    /// groups, all or none of them.
    fn is_all(&self) -> bool {
        let thing = |ahead: isize| {
            let chunk = self.place.checked_add_signed(ahead).and_then(|place| self.chunks.get(place));
            chunk.is_some_and(|chunk| match &chunk.phrase {
                Phrase::Word(entry) => entry.known || entry.noun == Some(Noun::Thing),
                _ => false,
            })
        };
        let first = matches!(self.word(0), "no" | "every" | "each" | "all" | "none");
        first && (thing(1) || thing(2) && matches!(self.word(1), "other" | "single" | "of"))
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
    fn timed(&self) -> bool {
        let next = self.chunks.get(self.place + 1);
        next.is_some_and(|chunk| matches!(chunk.phrase, Phrase::Time(_)))
    }

    fn unit(&self, ahead: isize) -> bool {
        let chunk = self.place.checked_add_signed(ahead).and_then(|place| self.chunks.get(place));
        chunk.is_some_and(|chunk| match &chunk.phrase {
            Phrase::Name(names) => names.iter().any(|name| matches!(name, Name::Unit(_))),
            _ => false,
        })
    }

    /// Does it end its stretch?
    fn ends(&self) -> bool {
        matches!(self.word(1), "" | "," | "." | ";" | ")" | "!" | "?" | "—" | "–" | "and" | "but")
    }

    /// Is it the noun of a phrase such as "the spring", not a verb?
    fn is_noun(&self) -> bool {
        matches!(
            self.word(-1),
            "the"
                | "a"
                | "an"
                | "this"
                | "that"
                | "its"
                | "their"
                | "in"
                | "at"
                | "on"
                | "of"
                | "with"
                | "no"
        )
    }

    /// A word of rising and falling, an ordinal, or "most", "never" where they
    /// speak of amounts.
    fn is_trend(&self) -> bool {
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
            word if is_superlative(word) => true,
            _ => moves(chunk, self.is_noun()) || matches!(chunk.phrase, Phrase::Ordinal(_)),
        }
    }

    /// A word that puts one before another.
    fn is_order(&self) -> bool {
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
            "ahead" => self.word(1) == "of" || near || self.word(1) == "for",
            "behind" => {
                matches!(self.word(1), "it" | "them" | "its" | "their")
                    || self.known(1)
                    || self.known(2)
                    || (near && self.ends())
            }
            "level" => self.word(1) == "with" || self.verb(-1, stands) || self.ends(),
            "places" => {
                matches!(self.word(-1), "change" | "changed" | "swap" | "swapped" | "trade" | "traded")
            }
            "many" => self.word(-1) == "as",
            "match" => self.word(-1) == "no" && self.word(1) == "for" && (self.known(2) || self.known(3)),
            "close" | "closer" | "near" => {
                let came = ["came", "come", "comes", "coming", "even", "gets", "got", "nowhere"];
                let near = self.word(1) == "to" && (self.known(2) || self.known(3)) || self.known(1);
                near && (came.contains(&self.word(-1)) || self.verb(-1, stands))
                    || came.contains(&self.word(-1)) && (self.ends() || self.all(-2))
            }
            "caught" | "catch" if self.known(1) => true,
            "much" => self.word(-1) == "as" && self.word(-2) == "used",
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
                matches!(self.word(-1), "held" | "holds" | "fended" | "fends" | "fought") && self.known(1)
            }
            "closing" => self.word(1) == "in",
            "more" | "fewer" => {
                let after = Beside { place: self.place + 1, ..*self };
                let other = self.word(-2) == "other" || self.word(-3) == "other";
                self.unit(1) && (self.word(2) == "than" || other || after.ends() || after.timed())
            }
            "no" | "a" => self.unit(1) && (self.word(0) == "no" || self.word(-1) == "not"),
            "hardly" | "barely" | "scarcely" => self.word(1) == "any" && self.unit(2),
            "than" | "tied" | "matched" | "equal" | "equalled" | "neck" | "par" | "crossover" => true,
            _ => compares(chunk) || self.outsells(),
        }
    }
}

/// Is it a word of rising or falling? `noun` where it can be no verb.
fn moves(chunk: &Chunk<'_>, noun: bool) -> bool {
    let frames = Frames::UP
        .and(Frames::DOWN)
        .and(Frames::DOUBLE)
        .and(Frames::TRIPLE)
        .and(Frames::QUADRUPLE)
        .and(Frames::HALVE);
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
    use crate::en::clause::testing::claims;

    #[test]
    fn plain_talk_about_a_name_is_not_worth_a_check() {
        for sentence in [
            "A spokesperson for Alder said the harbour was never meant to delay anybody.",
            "Looking ahead, Alder appears to know it.",
            "Alder and Birch both hope to reshape the network at the spring conference.",
        ] {
            assert!(claims(sentence).is_empty(), "{sentence}");
        }
    }

    #[test]
    fn what_puts_one_before_another_is() {
        for sentence in [
            "Alder held flat.", "Alder was little changed.", "Alder is ahead.", "Alder fell behind.",
            "Alder and Birch are almost level.", "Alder sprang up.",
        ] {
            assert!(!claims(sentence).is_empty(), "{sentence}");
        }
    }
}
