//! Where a rule may apply at all: what stands at its place, and what the sentence has. A rule is run only there.
//!
//! A gate says less than its rule, never more: where it is shut, the rule gives nothing. Debug builds hold every
//! rule to that, in every sentence that they read.

use super::noun_phrase::Kept;
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::{Chunks, Phrase};
use crate::token::{WordSet, Words};

/// At which places a rule may begin.
#[derive(Clone, Copy, Debug)]
pub(super) enum Where {
    /// At any.
    Anywhere,
    /// At the first of the sentence, for all of it.
    First,
    /// At one of these words.
    At(WordSet),
    /// Just behind one of them.
    Behind(WordSet),
    /// At a phrase of one of these kinds.
    On(Kinds),
    /// At a verb that can be one of these.
    Verb(Frames),
}

/// What the sentence must have somewhere.
#[derive(Clone, Copy, Debug)]
pub(super) enum Need {
    /// One of these words.
    Word(WordSet),
    /// A phrase of one of these kinds.
    Phrase(Kinds),
    /// A verb that can be one of these.
    Verb(Frames),
    /// A noun of this kind.
    Noun(Noun),
}

/// One of these words.
pub(super) const fn word(words: &Words) -> Need {
    Need::Word(WordSet::of(words))
}

/// A phrase of this kind.
pub(super) const fn phrase(kinds: Kinds) -> Need {
    Need::Phrase(kinds)
}

/// Where one of these words stands.
pub(super) const fn at(words: &Words) -> Where {
    Where::At(WordSet::of(words))
}

/// Behind one of these words.
pub(super) const fn behind(words: &Words) -> Where {
    Where::Behind(WordSet::of(words))
}

/// Kinds of phrases. A set of bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kinds(u16);

impl Kinds {
    pub(super) const NAME: Self = Self(1);
    pub(super) const AMOUNT: Self = Self(1 << 2);
    pub(super) const PERCENT: Self = Self(1 << 3);
    pub(super) const OTHER: Self = Self(1 << 6);
    pub(super) const NUMBER: Self = Self(1 << 7);
    pub(super) const ORDINAL: Self = Self(1 << 8);
    pub(super) const PLACE: Self = Self(1 << 9);
    pub(super) const WEEKS: Self = Self(1 << 10);
    pub(super) const FIRST: Self = Self(1 << 11);
    pub(super) const RECORD: Self = Self(1 << 12);
    pub(super) const TIME: Self = Self(1 << 13);
    const WORD: Self = Self(1 << 14);

    /// Both sets.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The one of a phrase.
    const fn of(phrase: &Phrase<'_>) -> Self {
        match phrase {
            Phrase::Name(_) => Self::NAME,
            Phrase::Adjective(_) => Self(1 << 1),
            Phrase::Amount { .. } => Self::AMOUNT,
            Phrase::Percent(_) => Self::PERCENT,
            Phrase::Points(_) => Self(1 << 4),
            Phrase::Ratio(_) => Self(1 << 5),
            Phrase::Other(_) => Self::OTHER,
            Phrase::Number(_) => Self::NUMBER,
            Phrase::Ordinal(_) => Self::ORDINAL,
            Phrase::Place(_) => Self::PLACE,
            Phrase::Weeks(_) => Self::WEEKS,
            Phrase::First(_) => Self::FIRST,
            Phrase::Record(_) => Self::RECORD,
            Phrase::Time(_) => Self::TIME,
            Phrase::Word(_) => Self::WORD,
        }
    }

    const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What a sentence has, found out once for all rules.
#[derive(Clone, Copy, Debug)]
pub(super) struct Has {
    words: WordSet,
    kinds: Kinds,
    frames: Frames,
    nouns: u32,
}

impl Has {
    /// Everything that stands in a sentence.
    pub(super) fn of(c: Chunks<'_>) -> Self {
        let mut has = Self { words: WordSet::NONE, kinds: Kinds(0), frames: Frames::NONE, nouns: 0 };
        for token in c.tokens.rest {
            has.words.insert(token.hash);
        }
        for chunk in c.all {
            let kind = Kinds::of(&chunk.phrase);
            has.kinds = Kinds(has.kinds.0 | kind.0);
            if let Phrase::Word(entry) = &chunk.phrase {
                has.frames = entry.verb.map_or(has.frames, |verb| has.frames.and(verb.frames));
                has.nouns |= entry.noun.map_or(0, |noun| 1 << noun as u32);
            }
        }
        has
    }

    fn meets(&self, need: &Need) -> bool {
        match need {
            Need::Word(words) => self.words.meets(words),
            Need::Phrase(kinds) => self.kinds.any(*kinds),
            Need::Verb(frames) => self.frames.any(*frames),
            Need::Noun(noun) => self.nouns >> *noun as u32 & 1 == 1,
        }
    }

    /// Has the sentence all of that?
    pub(super) fn all(&self, needs: &[Need]) -> bool {
        needs.iter().all(|need| self.meets(need))
    }
}

impl Where {
    /// May a rule begin at that place?
    pub(super) fn fits(&self, c: Chunks<'_>, place: usize) -> bool {
        let hash = |place: usize| {
            let chunk = c.get(place)?;
            c.tokens.rest.get(chunk.first).map(|token| token.hash)
        };
        match self {
            Self::Anywhere => true,
            Self::First => place == 0,
            Self::At(words) => hash(place).is_some_and(|hash| words.may_have(hash)),
            Self::Behind(words) => {
                place.checked_sub(1).and_then(hash).is_some_and(|hash| words.may_have(hash))
            }
            Self::On(kinds) => c.phrase(place).is_some_and(|phrase| kinds.any(Kinds::of(phrase))),
            Self::Verb(frames) => c.verb(place).is_some_and(|verb| verb.frames.any(*frames)),
        }
    }
}

/// The places at which each of some rules may begin, for whoever asks at every place: which rules may is told
/// by what stands there.
#[derive(Debug)]
pub(super) struct Opening {
    /// For each hash of a word, a bit for each rule that may begin at it.
    by_word: [u64; Opening::BUCKETS],
    /// For each kind of phrase, the same.
    by_kind: [u64; 16],
    /// Those that begin at a verb, at the first place, and behind a word.
    verbs: u64,
    first: u64,
    behind: u64,
    anywhere: u64,
}

impl Opening {
    const BUCKETS: usize = 512;

    /// Of at most 64 rules.
    pub(super) const fn new(rules: &[Where]) -> Self {
        let mut opening = Self {
            by_word: [0; Self::BUCKETS],
            by_kind: [0; 16],
            verbs: 0,
            first: 0,
            behind: 0,
            anywhere: 0,
        };
        let mut rule = 0;
        while rule < rules.len() {
            let (bit, mut at) = (1 << rule, 0);
            match &rules[rule] {
                Where::At(words) => {
                    while at < Self::BUCKETS {
                        if words.may_have(at as u16) {
                            opening.by_word[at] |= bit;
                        }
                        at += 1;
                    }
                }
                Where::On(kinds) => {
                    while at < 16 {
                        if kinds.0 >> at & 1 == 1 {
                            opening.by_kind[at] |= bit;
                        }
                        at += 1;
                    }
                }
                Where::Verb(_) => opening.verbs |= bit,
                Where::First => opening.first |= bit,
                Where::Behind(_) => opening.behind |= bit,
                Where::Anywhere => opening.anywhere |= bit,
            }
            rule += 1;
        }
        opening
    }

    /// The rules that may begin at a place, but for what [`Where::fits`] says, in their order.
    pub(super) fn at(&self, c: Chunks<'_>, place: usize) -> impl Iterator<Item = usize> {
        let chunk = c.get(place);
        let token = chunk.and_then(|chunk| c.tokens.rest.get(chunk.first));
        let kind = chunk.map_or(0, |chunk| Kinds::of(&chunk.phrase).0.trailing_zeros() as usize);
        let verb = c.verb(place).map_or(0, |_| self.verbs);
        let edge = if place == 0 { self.first } else { self.behind };
        let mut left = token.map_or(0, |token| self.by_word[usize::from(token.hash) % Self::BUCKETS])
            | self.by_kind[kind % 16]
            | verb
            | edge
            | self.anywhere;
        std::iter::from_fn(move || {
            let next = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            (next < u64::BITS).then_some(next as usize)
        })
    }
}

/// May the sentence have all of that? For rules of clauses that need what few sentences have.
pub(super) fn may_have(c: Chunks<'_>, needs: &[Need]) -> bool {
    Kept::of(c).is_none_or(|kept| kept.has.all(needs))
}
