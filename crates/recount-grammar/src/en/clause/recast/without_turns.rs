//! "X was in effect third": X was third. The sentence without the turns of phrase that change no figure.

use super::draft::{Draft, Recast};
use super::is_stop;
use crate::en::clause::turns::anywhere;
use crate::en::phrase::{Chunks, Phrase};

/// The sentence without all turns of it.
pub(super) fn without_turns(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let mut draft = Draft::new(c);
    let (mut kept, mut at) = (0, 0);
    while at < c.len() {
        let count = anywhere(c, at);
        if count == 0 {
            at += 1;
            continue;
        }
        let (from, to) = with_commas(c, at, at + count);
        draft = draft.keep(kept, from);
        (kept, at) = (to, to);
    }
    (kept > 0).then(|| draft.keep(kept, c.len()).done())
}

/// A turn between two commas, or between one and the end of a sentence, takes them with it.
fn with_commas(c: Chunks<'_>, from: usize, to: usize) -> (usize, usize) {
    let before = from.checked_sub(1).is_some_and(|place| c.is(place, words![","]));
    let behind = c.is(to, words![","]);
    // "Last week, in effect, X led": the time in front keeps its comma.
    let fronted = before && (from == 1 || from == 2) && matches!(c.phrase(0), Some(Phrase::Time(_)));
    match () {
        () if from == 0 && behind => (from, to + 1),
        () if before && behind && !fronted => (from - 1, to + 1),
        () if fronted && behind => (from, to + 1),
        () if before && (to >= c.len() || is_stop(c, to)) => (from - 1, to),
        () => (from, to),
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::claims;

    const FRAMES: &[&str] = &[
        "Alder {} processed 4.2 trillion tokens last week.",
        "Alder processed 4.2 trillion tokens {} last week.",
        "Alder, {}, was third last week.",
        "Alder was third last week, {}.",
        "Alder {} accounted for 12% of all tokens last week.",
        "Alder rose 8% last week, {} overtaking Birch.",
    ];

    #[test]
    fn turns_stand_anywhere_and_change_nothing() {
        for turn in
            ["in effect", "for the time being", "duly", "by itself", "in its own right", "into the bargain"]
        {
            for frame in FRAMES {
                let with = frame.replace("{}", turn);
                let plain = frame.replace(", {}.", ".").replace(", {},", "").replace("{} ", "");
                assert_eq!(claims(&with), claims(&plain), "{with}");
            }
        }
    }

    #[test]
    fn what_says_more_than_that_is_none() {
        for sentence in [
            "Alder processed 4.2 trillion tokens on its own servers last week.",
            "Alder processed a good deal of tokens last week, 4.2 trillion in effect zones.",
        ] {
            let found = claims(sentence);
            assert!(found.iter().any(|one| one == "?" || one == "-"), "{sentence}: {found:?}");
        }
    }
}
