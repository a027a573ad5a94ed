//! "X handled twice the tokens that Y did", "four times as many tokens a week as it did a year ago": twice as many tokens as Y,
//! four times as many tokens as a year ago.

use super::draft::{Draft, Recast};
use super::{is_stop, named_to};
use crate::en::phrase::{Chunks, Phrase, units};

/// What a figure is so many times of, told with a verb of its own.
pub(super) fn as_it_did(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let did = (4..c.len()).find(|place| c.is(*place, words!["did", "does", "do"]))?;
    let ends =
        did + 1 >= c.len() || is_stop(c, did + 1) || matches!(c.phrase(did + 1), Some(Phrase::Time(_)));
    let pronoun = c.is(did - 1, words!["it", "they"]);
    let who = if pronoun {
        did - 1
    } else {
        (did.saturating_sub(4)..did).find(|place| named_to(c, *place) == Some(did))?
    };
    let times = (who.saturating_sub(8)..who).rev().find(|place| is_factor(c, *place))?;
    if !ends || (times..did).any(|place| is_stop(c, place)) {
        return None;
    }
    let draft = Draft::new(c).keep(0, times + 1);
    // "twice the tokens that Y did".
    let that = usize::from(c.is(who - 1, words!["that", "which"]));
    if c.is(times + 1, words!["the"]) && is_unit(c, times + 2) && who == times + 3 + that && !pronoun {
        let draft = draft.say("as many", times + 1).keep(times + 2, times + 3).say("as", who);
        return Some(draft.keep(who, did).keep(did + 1, c.len()).done());
    }
    // "twice as many tokens a week as Y did".
    let many = c.is(times + 1, words!["as"]) && c.is(times + 2, words!["many", "much"]);
    let unit = times + 3 + usize::from(is_unit(c, times + 3));
    let week = |place: usize| c.is(place, words!["a", "per", "each", "every", "week"]);
    if !many || !c.is(who - 1, words!["as"]) || !(unit..who - 1).all(week) {
        return None;
    }
    let draft = draft.keep(times + 1, unit).keep(who - 1, who);
    let draft = if pronoun { draft } else { draft.keep(who, did) };
    Some(draft.keep(did + 1, c.len()).done())
}

/// "Twice", "less than half".
fn is_factor(c: Chunks<'_>, place: usize) -> bool {
    matches!(c.phrase(place), Some(Phrase::Ratio(_) | Phrase::Percent(_)))
}

/// The unit of a metric.
fn is_unit(c: Chunks<'_>, place: usize) -> bool {
    matches!(c.phrase(place), Some(Phrase::Name(names)) if !units(names).is_empty())
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn as_many_as_another_one_had() {
        assert_read(&[
            ("Alder handled twice the tokens that Birch did last week.", &["Alder was twice that of Birch"]),
            ("Alder handled twice the tokens Birch did.", &["Alder was twice that of Birch"]),
            (
                "Alder took in 1.31 times as many tokens as Birch did.",
                &["Alder was 1.31 times that of Birch"],
            ),
        ]);
        assert_listed(&["Alder won twice the customers that Birch did last week."]);
    }
}
