//! How many places two are apart: `a place ahead of X`, `two spots behind X`, `a long way behind X`.

use crate::en::lexicon::Noun;
use crate::en::phrase::{Chunks, Phrase};

/// "a place [ahead of X]", "two spots [behind X]", "a long way [behind X]": how many chunks
/// it takes. By how many places, the figures need not tell.
pub(in crate::en::clause) fn steps_apart(c: Chunks<'_>) -> usize {
    let counted = c.is(0, words!["a", "one"]) || matches!(c.phrase(0), Some(Phrase::Number(_)));
    if counted && c.noun(1) == Some(Noun::Place) && is_apart(c.skip(2)) {
        return 2;
    }
    let some = usize::from(c.is(0, words!["some", "a"]));
    let long = some + usize::from(c.is(some, words!["long", "good", "little", "fair"]));
    let way = some > 0 && c.is(long, words!["way", "distance"]) && is_apart(c.skip(long + 1));
    if way { long + 1 } else { 0 }
}

fn is_apart(c: Chunks<'_>) -> bool {
    c.is(0, words!["ahead", "behind", "above", "below", "clear"]) || c.are(&["in", "front", "of"])
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_read};

    #[test]
    fn so_many_places_apart() {
        let ahead: &[&str] = &["Alder was above that of Birch"];
        let behind: &[&str] = &["Alder was below that of Birch"];
        assert_read(&[
            ("Alder is a place ahead of Birch.", ahead),
            ("Alder finished two spots above Birch.", ahead),
            ("Alder was a long way behind Birch.", behind),
            (
                "Alder was two places behind Birch, in fifth.",
                &["Alder was below that of Birch", "Alder ranked number 5 by call volume"],
            ),
        ]);
        let text = "Birch processed 3 trillion tokens last week. Alder was a place ahead of it.";
        assert_eq!(article(text).last().map(String::as_str), ahead.first().copied());
    }
}
