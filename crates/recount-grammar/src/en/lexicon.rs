//! The words of English that the grammar knows, with what each can do.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

mod nouns;
mod verbs;

pub use nouns::Noun;
pub use verbs::{Form, Frames, Verb};

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
}

static ENTRIES: LazyLock<FxHashMap<String, Entry>> = LazyLock::new(|| {
    let mut entries: FxHashMap<String, Entry> = FxHashMap::default();
    for (form, verb) in verbs::forms() {
        let entry = entries.entry(form).or_default();
        entry.verb = Some(entry.verb.map_or(verb, |old| old.merged(verb)));
    }
    for (form, noun) in nouns::forms() {
        entries.entry(form).or_default().noun = Some(noun);
    }
    for adverb in ADVERBS {
        entries.entry((*adverb).to_owned()).or_default().adverb = true;
    }
    entries
});

/// What the word is known as; everything empty for an unknown word.
#[must_use]
pub fn look_up(lower: &str) -> Entry {
    ENTRIES
        .get(lower)
        .copied()
        .unwrap_or_else(|| Entry { adverb: lower.len() > 4 && lower.ends_with("ly"), ..Entry::default() })
}

/// Words that may stand between the parts of a clause without changing what it
/// asserts. Words in `-ly` are taken for such unless they are listed elsewhere.
const ADVERBS: &[&str] = &[
    "again", "already", "also", "altogether", "alone", "anew", "before", "far", "further", "however",
    "indeed", "instead", "just", "likewise", "meanwhile", "moreover", "nonetheless", "nevertheless",
    "notably", "now", "once", "overall", "still", "then", "there", "therefore", "though", "thus", "today",
    "together", "too", "worldwide", "only", "even", "back", "comfortably", "firmly", "well", "much", "yet",
    "alike", "both", "combined", "collectively", "jointly", "apiece", "so", "up", "down", "outright",
];

/// Words that have an ending in `-ly`, yet hedge, deny or measure.
pub const NOT_ADVERBS: &[&str] = &[
    "nearly", "weekly", "daily", "monthly", "yearly", "quarterly", "hourly", "reportedly", "allegedly",
    "supposedly", "possibly", "probably", "likely", "hardly", "barely", "scarcely", "roughly",
    "approximately", "exactly", "slightly", "fairly", "family", "july", "supply", "apply", "rely", "early",
    "potentially", "theoretically", "arguably", "hopefully", "presumably", "purportedly", "domestically",
    "regionally", "locally", "nationally", "internationally", "privately",
];
