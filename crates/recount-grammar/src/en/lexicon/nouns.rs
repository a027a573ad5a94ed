//! Nouns that the grammar knows: none of them names anything of a domain.

/// What a noun does in a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Noun {
    /// "increase", "gain": a rise by what follows or stands before.
    Rise,
    /// "decline", "drop".
    Fall,
    /// "change": of either sign.
    Change,
    /// "share": a part of a whole.
    Share,
    /// "volume", "figure", "count": the metric that is being spoken of.
    Volume,
    /// "lead": being ahead, or first.
    Lead,
    /// "gap", "margin": how far apart.
    Gap,
    /// "record".
    Record,
    /// "streak", "run": weeks in a row.
    Streak,
    /// "counterparts", "rivals": the other side.
    Counterpart,
    /// "list", "chart", "ranking": the order itself.
    Board,
    /// "place", "position", "spot": one place of the order.
    Place,
    /// "product", "title": a thing that is ranked, in general.
    Thing,
    /// "high" in "record high", "all-time high".
    High,
    /// "low" likewise.
    Low,
    /// "total": the whole.
    Total,
    /// "mark", "threshold", "milestone".
    Mark,
    /// "level".
    Level,
    /// "combination", "trio", "pair", "duo": several taken together.
    Sum,
    /// "half", "quarter" have a meaning as quantities and are not here.
    Rest,
    /// "platform", "market", "world", "field": where all of it happens.
    Field,
}

const TABLE: &[(Noun, &[&str])] = &[
    (
        Noun::Rise,
        &[
            "increase", "rise", "gain", "growth", "jump", "surge", "uptick", "climb", "leap", "advance",
            "increases", "gains", "rises", "lift", "bump", "hike", "upswing", "spike", "rebound",
            "expansion", "build", "buildup", "injection", "rally", "boost", "upturn", "uplift", "pickup",
            "upsurge", "spurt", "bounce", "boom", "ascent", "recovery", "runup", "stepup", "improvement",
            "improvements", "increment", "addition", "additions", "buildups", "injections", "jumps",
            "surges", "spikes", "bumps", "leaps", "upticks", "climbs", "advances", "rallies", "rebounds",
            "hikes",
        ],
    ),
    (
        Noun::Fall,
        &[
            "decline", "drop", "decrease", "fall", "slump", "dip", "plunge", "slide", "loss", "contraction",
            "reduction", "losses", "draw", "drawdown", "withdrawal", "tumble", "slip", "declines", "drops",
            "downturn", "retreat", "setback", "pullback", "dropoff", "falloff", "nosedive", "shrinkage",
            "downtick", "downswing", "dive", "collapse", "crash", "erosion", "descent", "skid", "swoon",
            "selloff", "comedown", "slippage", "falls", "slumps", "slides", "dips", "plunges", "decreases",
            "reductions", "contractions", "drawdowns", "withdrawals", "retreats", "setbacks", "pullbacks",
            "tumbles",
        ],
    ),
    (Noun::Change, &["change", "swing", "shift"]),
    (Noun::Share, &["share", "shares", "portion", "proportion", "slice"]),
    (
        Noun::Volume,
        &[
            "volume", "volumes", "usage", "figure", "figures", "count", "counts", "number", "numbers",
            "tally", "haul", "intake", "consumption", "throughput", "traffic", "amount", "activity",
            "audience", "audiences", "contribution", "output",
        ],
    ),
    (Noun::Lead, &["lead", "advantage", "leadership", "cushion", "premium"]),
    (Noun::Gap, &["gap", "margin", "difference", "distance", "gulf", "spread", "differential"]),
    (Noun::Record, &["record", "records"]),
    (Noun::Streak, &["streak", "run", "stretch", "spell", "string"]),
    (
        Noun::Counterpart,
        &[
            "counterparts", "counterpart", "rivals", "rival", "competitors", "competitor", "peers",
            "archrival", "archrivals", "opponents",
        ],
    ),
    (
        Noun::Board,
        &[
            "list", "chart", "charts", "ranking", "rankings", "leaderboard", "table", "standings", "pack",
            "field", "rank", "ranks",
        ],
    ),
    (
        Noun::Place,
        &[
            "place", "places", "position", "positions", "spot", "spots", "slot", "slots", "seat", "seats",
            "perch", "entry", "entries", "rung", "rungs", "notch", "notches",
        ],
    ),
    (
        Noun::Thing,
        &[
            "product", "products", "title", "titles", "name", "names", "entrant", "entrants", "contender",
            "contenders", "one", "ones", "player", "players", "flagship", "flagships",
        ],
    ),
    (Noun::High, &["high", "peak", "highs"]),
    (Noun::Low, &["low", "trough", "lows"]),
    (Noun::Total, &["total", "whole"]),
    (Noun::Mark, &["mark", "threshold", "milestone", "barrier", "line"]),
    (Noun::Level, &["level", "levels"]),
    (Noun::Sum, &["pair", "duo", "trio", "quartet", "quintet", "two", "combination", "family"]),
    (Noun::Rest, &["rest", "remainder", "others"]),
    (
        Noun::Field,
        &[
            "platform", "market", "world", "globe", "industry", "marketplace", "site", "aggregator",
            "gateway", "pie", "mix",
        ],
    ),
];

/// Every form of every noun.
pub(super) fn forms() -> Vec<(String, Noun)> {
    TABLE.iter().flat_map(|(noun, forms)| forms.iter().map(|form| ((*form).to_owned(), *noun))).collect()
}
