//! What says that several are taken together: `X and Y combined`, `X and Y
//! jointly processed`, `7.3 trillion in total`, `a combined 7.3 trillion`.

use super::predicate::figure;
use crate::en::phrase::Chunks;
use crate::token::Words;

const ADVERBS: &Words = words!["together", "combined", "collectively", "jointly", "altogether"];

/// Adjectives before what is counted, or before a figure.
const ADJECTIVES: &Words = words!["combined", "joint", "collective", "aggregate", "aggregated"];

/// An adverb that says so, how many words it takes; 0 where none stands here.
/// "Together with Z" names somebody else.
pub(super) fn adverb(c: Chunks<'_>) -> usize {
    let count = if c.is(0, ADVERBS) {
        1
    } else if c.is(0, words!["taken", "put", "added", "lumped"]) && c.is(1, words!["together"])
        || c.are(&["between", "them"])
    {
        2
    } else {
        return 0;
    };
    // "X and Y combined for 7.3 trillion": the verb of the clause.
    let verb = c.is(0, words!["combined"]) && c.is(1, words!["for"]) && figure(c.skip(2)).is_some();
    let with = c.is(count - 1, words!["together", "combined"]) && c.is(count, words!["with"]);
    if verb || with { 0 } else { count }
}

/// "[X and Y] combined [for]", "added up to", "totalled": the verb just read is that of a sum.
pub(super) fn verb(c: Chunks<'_>, np: &super::Np) -> bool {
    const SUMS: &Words =
        words!["total", "totals", "totalled", "totaled", "totalling", "totaling", "combining"];
    let Some(last) = c.at.checked_sub(1) else { return false };
    // "X totalled 4 trillion" is one of them.
    let several = matches!(&np.who, super::Who::Named(names) if names.len() > 1);
    let adds = matches!(c.word_before(), "add" | "adds" | "added" | "adding")
        && c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "up");
    matches!(c.word_before(), "combine" | "combined" | "combines")
        || several && (adds || Chunks { at: last, ..c }.is(0, SUMS))
}

/// The same behind a figure, where "in total" and "in all" say it too.
pub(super) fn behind_figure(c: Chunks<'_>) -> usize {
    let all = c.is(0, words!["in"]) && c.is(1, words!["total", "all"]) || c.are(&["all", "told"]);
    let last = c.len() == 2 || c.word(2).chars().all(|c| !c.is_alphabetic());
    if all && last { 2 } else { adverb(c) }
}

/// Does an adjective stand here that adds up whatever follows?
pub(super) fn is_adjective(c: Chunks<'_>) -> bool {
    c.is(0, ADJECTIVES)
}

/// Is a figure somewhere in these words called a sum: "a combined 7.3 trillion",
/// "a total of 7.3 trillion"?
pub(super) fn in_figure(c: Chunks<'_>) -> bool {
    (0..c.len()).any(|ahead| {
        let article = c.skip(ahead);
        // There "total" is a part of the figure.
        let total = article.get(0).is_some_and(|chunk| {
            chunk.is_figure() && c.lower(chunk.first) == "a" && c.lower(chunk.first + 1) == "total"
        });
        let named = article.is(0, words!["a", "an", "some", "their"])
            && (is_adjective(article.skip(1)) || article.is(1, words!["total"]));
        total || named && figure(article).is_some()
    })
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    const SUM: &[&str] = &["Alder and Birch together was 7.3 trillion tokens"];
    const EACH: &[&str] = &["Alder was above that of Cedar", "Birch was above that of Cedar"];

    #[test]
    fn what_several_have_together() {
        for sentence in [
            "Alder and Birch together processed 7.3 trillion tokens last week.",
            "Alder and Birch combined for 7.3 trillion tokens last week.",
            "Together, Alder and Birch processed 7.3 trillion tokens last week.",
            "Taken together, Alder and Birch processed 7.3 trillion tokens last week.",
            "Alder and Birch, put together, processed 7.3 trillion tokens last week.",
            "Alder and Birch, combined, processed 7.3 trillion tokens last week.",
            "Alder and Birch jointly processed 7.3 trillion tokens last week.",
            "Alder and Birch have collectively processed 7.3 trillion tokens in the week of June 22.",
            "Alder and Birch processed 7.3 trillion tokens together last week.",
            "Alder and Birch processed 7.3 trillion tokens between them last week.",
            "Alder and Birch processed 7.3 trillion tokens in total last week.",
            "Alder and Birch processed 7.3 trillion tokens in all last week.",
            "Alder and Birch processed a combined 7.3 trillion tokens last week.",
            "Alder and Birch processed a total of 7.3 trillion tokens last week.",
            "The combined volume of Alder and Birch was 7.3 trillion tokens last week.",
            "Alder and Birch's combined volume reached 7.3 trillion tokens last week.",
        ] {
            assert_read(&[(sentence, SUM)]);
        }
        assert_read(&[
            (
                "Together, Alder and Birch surpassed Cedar last week.",
                &["Alder and Birch together was above that of Cedar"],
            ),
            (
                "Cedar surpassed Alder and Birch combined last week.",
                &["Cedar was above that of Alder and Birch together"],
            ),
            ("Alder and Birch combined rose 5% last week.", &["Alder and Birch together rose by 5 percent"]),
        ]);
    }

    #[test]
    fn what_is_together_elsewhere_adds_up_nobody() {
        assert_read(&[
            ("Alder and Birch, which work together, surpassed Cedar last week.", EACH),
            ("Alder and Birch surpassed Cedar last week, bringing the market together.", EACH),
            ("Alder and Birch, said to be developed jointly, surpassed Cedar last week.", EACH),
        ]);
    }

    #[test]
    fn whether_each_or_their_sum_is_not_said() {
        assert_listed(&[
            "Alder and Birch fell together last week.",
            "Alder and Birch rose 5% together last week.",
            "Alder, together with Birch, processed 7.3 trillion tokens last week.",
            "Alder processed a combined 7.3 trillion tokens last week.",
            "Together they processed 7.3 trillion tokens last week.",
        ]);
    }
}
