//! The words of English that the grammar knows, with what each can do.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

mod cue;
mod kinds;
mod nouns;
mod phrasal;
mod seen;
pub mod sources;
mod starts;
mod table;
mod verbs;

use crate::token::Words;

use table::Table;

pub use cue::Cue;
pub use nouns::Noun;
pub use phrasal::{Needs, Phrasal, phrasals};
pub use seen::Seen;
pub use starts::Starts;
pub use table::Key;
pub use verbs::{Form, Frames, Verb, past_of};

/// What one word form can be. A form may be several things at once ("lead" is
/// a verb and a noun, "top" a verb and an adjective): the phrases around it
/// decide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// As a verb.
    pub verb: Option<Verb>,
    /// As a noun.
    pub noun: Option<Noun>,
    /// As a word that changes nothing about who did how much when: "also",
    /// "globally", "reportedly" is not one of them.
    pub adverb: bool,
    /// A word of the names of metrics, units and groups: it may stand beside
    /// such a name and changes nothing there.
    pub known: bool,
    /// A word of the name of the source of the figures: where it all happens.
    pub source: bool,
    /// What things are called before their names: "the drama X".
    pub kind: Kind,
}

impl Entry {
    /// Does the grammar know nothing of what it does in a clause?
    #[must_use]
    pub fn is_unknown(self) -> bool {
        Self { kind: Kind::Word, ..self } == Self::default()
    }
}

/// How a word may stand before a name that it describes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// As any word.
    #[default]
    Word,
    /// As what the work or ware is, "drama X"; also alone, "the drama".
    Work,
    /// As what else it is, "newcomer X".
    Thing,
    /// The same behind an article or an owner, "the single X": a verb elsewhere.
    Owned,
    /// To tell it from another one, "vinyl X": no description.
    Telling,
}

/// What is known of one word form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lexeme {
    /// What it can be in a clause.
    pub entry: Entry,
    /// The phrases that may start with it.
    pub starts: Starts,
    /// What it adds to a sentence being worth reading.
    pub cue: Cue,
    /// What a sentence has with it.
    pub seen: Seen,
}

/// A word that the grammar knows, by its place in the lexicon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct WordId(u16);

static LEXEMES: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexemes: BTreeMap<String, Lexeme> = BTreeMap::new();
    // Unknown words with an ending that tells something stand for all of them.
    lexemes.insert(ADVERB.to_owned(), Lexeme::default());
    for (form, verb) in verbs::forms() {
        let entry = &mut lexemes.entry(form).or_default().entry;
        entry.verb = Some(entry.verb.map_or(verb, |old| old.merged(verb)));
    }
    for (form, noun) in nouns::forms() {
        lexemes.entry(form).or_default().entry.noun = Some(noun);
    }
    for adverb in ADVERBS {
        lexemes.entry((*adverb).to_owned()).or_default().entry.adverb = true;
    }
    let kinds = [
        (kinds::WORKS, Kind::Work),
        (kinds::KINDS, Kind::Thing),
        (kinds::KINDS_OR_VERBS, Kind::Owned),
        (kinds::TELLING, Kind::Telling),
    ];
    for (words, kind) in kinds {
        for word in words {
            lexemes.entry((*word).to_owned()).or_default().entry.kind = kind;
        }
    }
    for (word, starts) in starts::rows() {
        let lexeme = lexemes.entry(word.to_owned()).or_default();
        lexeme.starts = lexeme.starts.and(starts);
    }
    // "the song's lowest total since May".
    for word in kinds::WORKS {
        let lexeme = lexemes.entry((*word).to_owned()).or_default();
        lexeme.starts = lexeme.starts.and(Starts::RECORD);
    }
    for (words, seen) in seen::TABLE {
        for word in *words {
            let lexeme = lexemes.entry((*word).to_owned()).or_default();
            lexeme.seen = lexeme.seen.and(*seen);
        }
    }
    for word in NOT_ADVERBS.iter().chain(cue::WORDS).chain(cue::WEAK).chain(cue::SUPERLATIVES) {
        lexemes.entry((*word).to_owned()).or_default();
    }
    let cues = cue::Cues::new();
    let not_adverbs: FxHashSet<&str> = NOT_ADVERBS.iter().copied().collect();
    for (word, lexeme) in &mut lexemes {
        let unlisted = lexeme.entry.verb.is_none() && lexeme.entry.noun.is_none();
        lexeme.entry.adverb |= unlisted && word.len() > 4 && word.ends_with("ly");
        lexeme.entry.adverb &= !not_adverbs.contains(word.as_str());
        lexeme.cue = cues.of(word, lexeme.entry);
        if seen::tells(lexeme.entry) {
            lexeme.seen = lexeme.seen.and(Seen::ORDER);
        }
    }
    let mut words: Vec<(String, Lexeme)> = lexemes.into_iter().collect();
    let multiple =
        Lexeme { starts: Starts::QUANTITY.and(Starts::NUMERAL), cue: Cue::Strong, ..Lexeme::default() };
    words.push((MULTIPLE.to_owned(), multiple));
    let table = Table::new(words);
    Lexicon { adverb: table.find_word(ADVERB), multiple: table.find_word(MULTIPLE), table }
});

/// Stand for all unknown words with these endings. No word of a text is spelt
/// like them.
const ADVERB: &str = "-fully";
const MULTIPLE: &str = "-fold";

/// All words, for whoever looks for many of them.
#[derive(Debug)]
pub struct Lexicon {
    table: Table,
    /// The word that stands for all in `-ly`, and the one for all in `-fold`.
    adverb: u16,
    multiple: u16,
}

impl Lexicon {
    /// All words that the grammar knows.
    #[must_use]
    pub fn get() -> &'static Self {
        &LEXEMES
    }

    /// The word of a text, in lower case, with its key; and what is known of it.
    #[must_use]
    #[inline]
    pub fn find(&'static self, bytes: &[u8], key: Key) -> (WordId, Option<&'static Lexeme>) {
        let place = match self.table.find(bytes, key) {
            0 => match bytes {
                [_, .., b'l', b'y'] if bytes.len() > 4 => self.adverb,
                [_, .., b'f', b'o', b'l', b'd'] if bytes.len() > 4 => self.multiple,
                _ => 0,
            },
            place => place,
        };
        (WordId(place), self.table.at(place))
    }
}

impl WordId {
    /// The word of a text, in lower case. [`WordId::default`] is any unknown
    /// word without a telling ending.
    #[must_use]
    pub fn of(lower: &str) -> Self {
        Lexicon::get().find(lower.as_bytes(), Key::of(lower.as_bytes())).0
    }

    /// Which telling word it is.
    #[must_use]
    #[inline]
    pub fn seen(self) -> Seen {
        LEXEMES.table.at(self.0).map(|known| known.seen).unwrap_or_default()
    }

    /// What it can be in a clause; everything empty for an unknown word.
    #[must_use]
    pub fn entry(self) -> Entry {
        LEXEMES.table.at(self.0).map(|known| known.entry).unwrap_or_default()
    }
}

/// What the word is known as; everything empty for an unknown word.
#[must_use]
pub fn look_up(lower: &str) -> Entry {
    WordId::of(lower).entry()
}

/// Words that may stand between the parts of a clause without changing what it
/// asserts. Words in `-ly` are taken for such unless they are listed elsewhere.
const ADVERBS: &[&str] = &[
    "again", "already", "also", "altogether", "alone", "anew", "before", "far", "further", "however",
    "indeed", "instead", "just", "likewise", "meanwhile", "moreover", "nonetheless", "nevertheless",
    "notably", "now", "once", "overall", "still", "then", "there", "therefore", "though", "thus", "thereby",
    "today", "too", "worldwide", "only", "even", "back", "comfortably", "firmly", "well", "much", "yet",
    "alike", "both", "apiece", "so", "up", "down", "outright",
];

/// Who makes things: "startup", "the search giant's".
pub const MAKERS: &[&str] = &[
    "startup", "startups", "company", "companies", "firm", "firms", "lab", "labs", "giant", "giants",
    "unicorn", "upstart", "developer", "developers", "maker", "makers", "conglomerate", "powerhouse",
];

/// How somebody moved: "the biggest gainer", "the second-fastest riser".
pub const MOVERS_BY_MOST: &[&str] = &[
    "biggest", "largest", "highest", "top", "fastest", "strongest", "steepest", "sharpest", "best",
    "slowest", "quickest",
];

/// Words that have an ending in `-ly`, yet hedge, deny or measure.
pub const NOT_ADVERBS: &[&str] = &[
    "nearly", "weekly", "daily", "monthly", "yearly", "quarterly", "hourly", "reportedly", "allegedly",
    "supposedly", "possibly", "probably", "likely", "hardly", "barely", "scarcely", "roughly",
    "approximately", "exactly", "slightly", "fairly", "family", "july", "supply", "apply", "rely", "early",
    "potentially", "theoretically", "arguably", "hopefully", "presumably", "purportedly", "domestically",
    "regionally", "locally", "nationally", "internationally", "privately", "seemingly", "ostensibly",
    "briefly", "temporarily", "momentarily", "fleetingly", "intermittently", "virtually", "effectively",
    "practically", "nominally", "necessarily", "unofficially", "collectively", "jointly",
];

/// Does the word only tie phrases together? Never part of a figure's lead-in.
#[must_use]
pub fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains(word)
}

/// Is it a word of the grammar, not of what is spoken of: one of those, an
/// article or another word that stands before any noun?
#[must_use]
pub fn is_grammatical(word: &str) -> bool {
    is_function_word(word) || DETERMINERS.contains(word)
}

const FUNCTION_WORDS: &Words = words![
    "of", "in", "on", "at", "to", "by", "for", "from", "with", "than", "as", "and", "or", "but", "that",
    "which", "who", "while", "when", "where", "if", "per", "via", "into", "over", "under", "above", "below",
    "among", "against", "between", "out", "off", "not", "no", "nor", "neither", "versus", "vs", "compared",
    "after", "before", "since", "because", "amid", "despite", "without", "within", "until", "through",
    "during",
];

const DETERMINERS: &Words = words![
    "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "your", "my",
    "all", "both", "each", "every", "any", "some", "is", "are", "was", "were", "be", "up", "down", "only",
    "more", "less", "most", "least", "other", "so", "yet",
];
