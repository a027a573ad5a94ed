//! The constructions that entries of the corpus name.

/// How reports phrase weekly figures: a letter for the family (A has none), a
/// number for the form.
///
/// B list and table, C change, D headline, E caveat, F first time, G gap, H
/// share, I time, K comparison, L level, M ratio, N reference to what was said,
/// O forecast, P approximation, Q attribution, R rank, S streak, T top n, U sum,
/// V negation, X record, Z threshold.
pub const FORMS: [(char, u32); 22] = [
    ('B', 2),
    ('C', 11),
    ('D', 2),
    ('E', 2),
    ('F', 4),
    ('G', 1),
    ('H', 7),
    ('I', 6),
    ('K', 5),
    ('L', 11),
    ('M', 3),
    ('N', 6),
    ('O', 1),
    ('P', 2),
    ('Q', 4),
    ('R', 9),
    ('S', 7),
    ('T', 4),
    ('U', 2),
    ('V', 1),
    ('X', 1),
    ('Z', 4),
];

/// Forms that the catalogue of reports does not have.
const UNSEEN: [&str; 1] = ["K4"];

/// What else an entry can show, mostly where nothing is stated.
pub const OTHER: [&str; 16] = [
    "plain",       // ordinary prose
    "opinion",     // judgement, praise
    "question",    // asked, not said
    "condition",   // if, unless
    "denied",      // said to be false
    "quality",     // scores, benchmarks
    "figures",     // other people's figures: money, users, funding
    "period",      // monthly, daily, cumulative beside weekly
    "limited",     // among some, excluding some
    "boilerplate", // footers, captions, notices
    "quote",       // somebody's words
    "typical",     // what usually happens
    "plan",        // targets, aims
    "spread",      // rates of others, per head, per second
    "trap",        // one of the known traps
    "vague",       // no metric, no period, no size
];

/// Every form of [`FORMS`], as `C4`.
#[must_use]
pub fn forms() -> Vec<String> {
    let all =
        FORMS.iter().flat_map(|(letter, last)| (1..=*last).map(move |number| format!("{letter}{number}")));
    all.filter(|form| !UNSEEN.contains(&form.as_str())).collect()
}

/// May an entry name it?
#[must_use]
pub fn is_known(id: &str) -> bool {
    OTHER.contains(&id) || forms().iter().any(|form| form == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_ninety_four_forms() {
        assert_eq!(forms().len(), 94);
        assert!(is_known("C11") && is_known("plain") && !is_known("C12") && !is_known("K4"));
    }
}
