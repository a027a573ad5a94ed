//! Which telling words a sentence has: what a rule that needs one of them asks
//! before it looks for it.

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
    (super::cue::SUPERLATIVES, Seen::MOST),
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
