//! Which telling words a sentence has: what a rule that needs one of them asks
//! before it looks for it.

use super::{Entry, Frames, Noun};

/// Kinds of words that stand somewhere in a sentence. A set of bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Seen(u32);

impl Seen {
    /// No word of any of these kinds.
    pub const NONE: Self = Self(0);
    /// "lead", "gap".
    pub const LEAD: Self = Self(1);
    /// "the latter", "with X alone".
    pub const ASIDE: Self = Self(1 << 1);
    /// "ago".
    pub const AGO: Self = Self(1 << 2);
    /// "now".
    pub const NOW: Self = Self(1 << 3);
    /// "same".
    pub const SAME: Self = Self(1 << 4);
    /// "month".
    pub const MONTH: Self = Self(1 << 5);
    /// "an earlier version".
    pub const DRAFT: Self = Self(1 << 6);
    /// "revenue", "shares": what is counted in the news of companies and markets.
    pub const MEASURE: Self = Self(1 << 7);
    /// "that".
    pub const THAT: Self = Self(1 << 8);
    /// "highest", "most": see [`super::cue::SUPERLATIVES`].
    pub const MOST: Self = Self(1 << 9);
    /// "startup", "-based", "-placed": what may stand between an article and a name.
    pub const MAKER: Self = Self(1 << 10);
    /// "tied", "shared", "swapped": two in one place or in each other's.
    pub const TIED: Self = Self(1 << 11);
    /// "last".
    pub const LAST: Self = Self(1 << 12);
    /// "there".
    pub const THERE: Self = Self(1 << 13);
    /// "apart", "separated".
    pub const APART: Self = Self(1 << 14);
    /// "ranged".
    pub const RANGED: Self = Self(1 << 15);
    /// A word at which a sentence may speak of order or change; without one of
    /// them it does so by its figures and ranks only. See [`tells`].
    pub const ORDER: Self = Self(1 << 16);
    /// "than".
    pub const THAN: Self = Self(1 << 17);
    /// "the biggest gainer", "the slowest riser".
    pub const BIGGEST: Self = Self(1 << 18);
    /// "ratio".
    pub const RATIO: Self = Self(1 << 19);
    /// "the only one".
    pub const ONLY: Self = Self(1 << 20);

    /// A list of who is first, or what else than the figures may rank somebody: "leaderboard", "revenue", "benchmark".
    pub const RANKED: Self = Self(1 << 21);

    /// Both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Has it one of these?
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// May a word tell of order or change, by what it can be in a clause?
pub(super) fn tells(entry: Entry) -> bool {
    let frames = Frames::UP
        .and(Frames::DOWN)
        .and(Frames::FACTOR)
        .and(Frames::LOSE)
        .and(Frames::ADD)
        .and(Frames::AHEAD)
        .and(Frames::OVERTAKE)
        .and(Frames::BEHIND)
        .and(Frames::LEAD)
        .and(Frames::OUTSELL)
        .and(Frames::FOLLOW)
        .and(Frames::EQUAL)
        .and(Frames::DEBUT)
        .and(Frames::ENTER)
        .and(Frames::EXIT)
        .and(Frames::COMPLETE);
    let noun = matches!(
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
                | Noun::Lead
        )
    );
    noun || entry.verb.is_some_and(|verb| verb.frames.any(frames))
}

/// Words that tell of order or change beside certain others, whatever else they are.
const OF_ORDER: &[&str] = &[
    "never", "every", "flat", "unchanged", "changed", "steady", "stagnant", "moved", "move", "budge",
    "budged", "change", "stagnated", "stagnate", "stalled", "stable", "decline", "declined", "declines",
    "peaked", "peaks", "bulk", "majority", "dominate", "dominates", "dominated", "dominance", "ahead",
    "behind", "level", "places", "many", "much", "few", "little", "high", "low", "match", "close", "closer",
    "near", "caught", "catch", "catching", "catches", "pulled", "pulls", "pull", "pulling", "off", "closing",
    "more", "fewer", "no", "a", "hardly", "barely", "scarcely", "than", "tied", "matched", "equal",
    "equalled", "neck", "par", "crossover", "above", "below", "beneath", "beyond", "there", "front",
    "better", "worse", "up", "down", "outgrew", "outgrow", "outgrows", "outgrown", "outgrowing", "last",
    "next", "vanished", "vanishes", "vanish", "disappeared", "disappears", "disappear", "absent", "missing",
    "gone", "on", "in", "outside", "inside", "to", "longer", "debut", "newcomer", "newcomers", "entrant",
    "entrants", "cut", "rear", "past", "higher", "lower", "reversed", "inverted", "way",
];

/// The words of each kind.
pub(super) const TABLE: &[(&[&str], Seen)] = &[
    (&["lead", "gap", "margin", "advantage"], Seen::LEAD),
    (&["latter", "former", "alone"], Seen::ASIDE),
    (&["ago"], Seen::AGO),
    (&["now", "currently"], Seen::NOW),
    (&["same"], Seen::SAME),
    (&["month"], Seen::MONTH),
    (&["version", "draft"], Seen::DRAFT),
    (&["that"], Seen::THAT),
    (&["last"], Seen::LAST),
    (&["there"], Seen::THERE),
    (&["than"], Seen::THAN),
    (&["apart", "separated", "divided"], Seen::APART),
    (&["ranged", "ranges", "range", "varied", "varies", "vary"], Seen::RANGED),
    (
        &[
            "tied", "tie", "ties", "joint", "level", "shared", "shares", "share", "swap", "swaps", "swapped",
            "trade", "trades", "traded", "exchange", "exchanges", "exchanged", "switch", "switches",
            "switched", "change", "changes", "changed",
        ],
        Seen::TIED,
    ),
    (super::cue::SUPERLATIVES, Seen::MOST.and(Seen::ORDER)),
    (super::MOVERS_BY_MOST, Seen::BIGGEST),
    (&["ratio"], Seen::RATIO),
    (&["only", "sole", "lone"], Seen::ONLY),
    (OF_ORDER, Seen::ORDER),
    (OF_RANKINGS, Seen::RANKED),
    (super::MAKERS, Seen::MAKER),
    (&["based", "headquartered", "placed", "ranked", "topping", "leading"], Seen::MAKER),
    (
        &[
            "shares", "stock", "stocks", "revenue", "revenues", "profit", "profits", "earnings", "sales",
            "income", "valuation", "capitalisation", "capitalization", "price", "prices", "turnover",
            "shipments", "downloads", "headcount", "capex", "bookings", "margins", "dividend", "spending",
            "funding", "salaries", "subscribers", "employees", "orders", "exports", "imports", "inflation",
            "wages",
        ],
        Seen::MEASURE,
    ),
];

/// What ranks somebody, by what is counted or by something else.
const OF_RANKINGS: &[&str] = &[
    "chart", "charts", "ranking", "rankings", "leaderboard", "leaderboards", "table", "tables", "standings",
    "index", "revenue", "revenues", "profit", "profits", "earnings", "turnover", "valuation", "downloads",
    "download", "bookings", "spending", "dollars", "dollar", "benchmark", "benchmarks", "scores", "votes",
    "ecosystem", "story", "matter", "picture", "tale",
];
