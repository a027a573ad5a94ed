//! What things that are listed and counted are called in general: the words that
//! stand before a title or a name, "the drama X", "newcomer X".

/// Works and wares, which stand for themselves as well: "the song", where it was
/// named before. None of them names anything of a domain.
pub(super) const WORKS: &[&str] = &[
    "album", "anthem", "app", "ballad", "bestseller", "biography", "blockbuster", "book", "comedy",
    "cookbook", "documentary", "docuseries", "drama", "duet", "ep", "epic", "film", "franchise", "game",
    "memoir", "miniseries", "mixtape", "movie", "musical", "mystery", "novel", "package", "paperback",
    "hardback", "hardcover", "picture", "prequel", "programme", "remake", "romance", "saga", "sequel",
    "series", "sitcom", "song", "soundtrack", "spin-off", "spinoff", "thriller", "tune", "whodunit",
    "adaptation", "trilogy", "chart-topper",
];

/// Other kinds of those who are counted.
pub(super) const KINDS: &[&str] = &[
    "championship", "city", "club", "competitor", "country", "county", "crossover", "incumbent",
    "instalment", "installment", "library", "newcomer", "port", "province", "rival", "sensation", "state",
    "station", "tearjerker", "tie-in", "tool", "toolkit", "western", "champion", "leader", "frontrunner",
    "front-runner", "holdover", "debutant", "favourite", "favorite", "framework", "region", "team", "side",
    "venue", "stadium", "terminal", "fuel", "grade", "broadcaster", "opener", "finale", "special", "quiz",
    "sibling", "stablemate", "flagship", "challenger", "upstart", "archrival", "pacesetter", "underdog",
    "heavyweight",
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
