//! What things that are listed and counted are called in general: the words that
//! stand before a title or a name, "the drama X", "newcomer X".

/// A kind of thing; none of them names anything of a domain.
pub(super) const KINDS: &[&str] = &[
    "album", "anthem", "app", "ballad", "bestseller", "biography", "blockbuster", "book", "championship",
    "chart-topper", "city", "club", "comedy", "cookbook", "country", "county", "crossover", "documentary",
    "docuseries", "drama", "duet", "ep", "epic", "film", "franchise", "game", "hardback", "hardcover",
    "incumbent", "instalment", "installment", "library", "memoir", "miniseries", "mixtape", "movie",
    "musical", "mystery", "newcomer", "novel", "package", "paperback", "picture", "port", "prequel",
    "programme", "province", "remake", "rival", "romance", "saga", "sensation", "sequel", "series", "sitcom",
    "song", "soundtrack", "spin-off", "spinoff", "state", "station", "tearjerker", "thriller", "tie-in",
    "tool", "toolkit", "tune", "western", "whodunit", "champion", "leader", "frontrunner", "front-runner",
    "holdover", "debutant", "favourite", "favorite", "framework", "region", "adaptation", "trilogy", "team",
    "side", "venue", "stadium", "terminal", "fuel", "grade", "broadcaster", "opener", "finale", "special",
    "quiz",
];

/// Words of a kind that are verbs as well: of a kind only behind an article or
/// an owner, "the single X".
pub(super) const KINDS_OR_VERBS: &[&str] =
    &["hit", "release", "show", "single", "title", "track", "record", "feature", "smash", "debut", "entry"];

/// Words before a name that tell it from another of the same name, or that deny
/// it: what they stand in is no mere description.
pub(super) const TELLING: &[&str] = &[
    "acoustic", "another", "any", "besides", "digital", "domestic", "each", "either", "every", "foreign",
    "free", "instrumental", "international", "like", "live", "neither", "no", "non", "nor", "not", "old",
    "older", "original", "other", "overseas", "paid", "physical", "plus", "re-recorded", "remastered",
    "remixed", "rerelease", "reissue", "reissued", "some", "unlike", "vinyl", "which", "whose", "what",
    "offshore", "onshore", "unleaded", "leaded", "premium", "wholesale", "used", "second-hand", "online",
];
