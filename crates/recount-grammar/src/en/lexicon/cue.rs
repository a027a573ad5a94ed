//! Words without which a sentence says nothing of figures, order or change.

use rustc_hash::FxHashSet;

use super::{Entry, Frames, Noun};

/// What a word adds to a sentence being worth reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Cue {
    /// Nothing.
    #[default]
    None,
    /// Enough beside a name, or beside another such word.
    Weak,
    /// Enough.
    Strong,
}

/// The words of the lists, ready to be found.
pub(super) struct Cues {
    weak: FxHashSet<&'static str>,
    strong: FxHashSet<&'static str>,
}

impl Cues {
    pub(super) fn new() -> Self {
        let all = |words: &[&'static str]| words.iter().copied().collect();
        Self { weak: all(WEAK), strong: WORDS.iter().chain(SUPERLATIVES).copied().collect() }
    }

    /// Can a sentence that has no figure, but this word, say anything of ours? A
    /// gate before the grammar.
    pub(super) fn of(&self, word: &str, entry: Entry) -> Cue {
        if self.weak.contains(word) {
            Cue::Weak
        } else if tells(entry) || self.strong.contains(word) {
            Cue::Strong
        } else {
            Cue::None
        }
    }
}

/// Words of rising, leading and order that mean other things as often.
pub(super) const WEAK: &[&str] = &[
    "one", "never", "every", "time", "steady", "ahead", "behind", "contract", "contracts", "spring",
    "springs", "most", "least", "best", "level", "cut", "cuts", "place", "places", "range", "leading",
    "pace", "back", "march", "may", "list", "lists", "position", "positions", "day", "days", "trail",
    "trails", "once", "dip", "shed", "number", "running", "figure", "figures", "follow", "follows",
    "followed", "following", "mark", "field", "head", "heads", "lap", "match", "matched", "close", "closer",
    "closing", "caught", "catch", "catching", "catches", "pulled", "pulls", "pull", "pulling", "off",
    "nowhere", "hardly", "barely", "scarcely", "moved", "changed", "change", "stagnated", "stalled",
    "stable", "no", "none", "above", "below", "beneath", "beyond", "front", "up", "down", "next", "rest",
    "others", "neither", "both", "vanished", "vanishes", "vanish", "disappeared", "disappears", "disappear",
    "absent", "missing", "gone", "ground", "matches", "last", "same", "order", "better", "worse", "nothing",
    "little", "debut", "debuts", "debuted", "newcomer", "newcomers", "entrant", "entrants", "entered",
    "enters", "joined", "rear", "peaked", "peaks", "bulk", "majority", "dominate", "dominates", "dominated",
    "dominance", "rounds", "rounded", "completed", "completes", "cheaper", "dearer", "pricier", "costlier",
    "expensive", "more", "fewer", "outgrew", "outgrow", "outgrows", "outgrown", "outgrowing", "swapped",
    "swap", "swaps", "traded", "switched", "exchanged", "shared", "past", "reversed", "inverted", "roles",
    "happened",
];

/// By what it can be in a clause.
fn tells(entry: Entry) -> bool {
    let frames = Frames::UP
        .and(Frames::DOWN)
        .and(Frames::AHEAD)
        .and(Frames::OVERTAKE)
        .and(Frames::BEHIND)
        .and(Frames::LEAD)
        .and(Frames::FACTOR)
        .and(Frames::SWEEP)
        .and(Frames::FOLLOW);
    let noun = matches!(
        entry.noun,
        Some(
            Noun::Rise
                | Noun::Fall
                | Noun::Share
                | Noun::Volume
                | Noun::Lead
                | Noun::Gap
                | Noun::Record
                | Noun::Streak
                | Noun::Counterpart
                | Noun::Place
                | Noun::High
                | Noun::Low
                | Noun::Total
                | Noun::Board
        )
    );
    let verb = entry.verb.is_some_and(|verb| verb.frames.any(frames));
    noun || verb
}

/// Words that every such sentence needs one of, figures, verbs and nouns
/// aside: numbers in words, units of time, months, order.
#[rustfmt::skip]
pub(super) const WORDS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
    "sixty", "seventy", "eighty", "ninety", "dozen", "hundred", "hundreds", "thousand", "thousands", "million",
    "millions", "billion", "billions", "trillion", "trillions", "quadrillion", "twice", "half", "third", "quarter",
    "quarters", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "second", "first",
    "fourth", "thirds", "double", "triple", "consecutive", "straight", "row", "top", "percent", "cent", "points",
    "flat", "unchanged", "leader", "summit", "crown", "week", "weeks", "wk", "wks", "month", "months", "year",
    "years", "yr", "yrs", "january", "jan", "february", "feb", "mar", "april", "apr", "june", "jun", "july", "jul",
    "august", "aug", "september", "sept", "sep", "october", "oct", "november", "nov", "december", "dec", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "than", "tied", "equal", "equalled", "neck",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth",
];

/// Words that say of something that it is the most or the least.
pub(super) const SUPERLATIVES: &[&str] = &[
    "highest", "lowest", "largest", "biggest", "smallest", "best", "worst", "strongest", "weakest", "most",
    "fewest", "least", "never", "leader", "unprecedented", "half", "every", "busiest", "heaviest",
    "steepest", "sharpest", "greatest", "slimmest", "narrowest", "widest", "poorest", "thinnest", "tightest",
    "podium", "cheapest", "dearest", "priciest", "costliest",
];
