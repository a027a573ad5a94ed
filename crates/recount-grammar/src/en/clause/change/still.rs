//! Nothing changes: `flatlined at 4 trillion`, `treads water`, `barely moved`, `did not budge`.

use recount_model::{Figure, Quantity, Unit};

use crate::en::clause::predicate::{Outcome, Read, figure};
use crate::en::clause::verb_group::{Group, skip_adverbs};
use crate::en::clause::{Act, Np, fronted};
use crate::en::lexicon::Frames;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// What follows "flatlined", "levelled off", "trod water".
pub(in crate::en::clause) fn still<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    if !group.verb.frames.any(Frames::STILL) || group.negated || !ends(c) {
        return None;
    }
    // "Its share flatlined at 43 %": what it is; by how many points it may have changed, is not said.
    if subject.share {
        let at = c.is(0, words!["at"]).then(|| figure(skip_adverbs(c.skip(1)))).flatten();
        let (rest, Phrase::Percent(value)) = at? else { return None };
        return Some((rest, Outcome::one(Act::Share { value: value.clone(), whole: None, top: None })));
    }
    Some((c, unchanged()))
}

/// "barely moved", "hardly budges", "did not budge": verbs that say so with the word before them.
pub(in crate::en::clause) fn stood_still<'p>(c: Chunks<'p>) -> Read<'p> {
    const MOVED: &Words = words![
        "moved", "changed", "budged", "shifted", "move", "change", "budge", "moves", "changes", "budges",
        "moving", "changing", "budging",
    ];
    let look = c.skip(usize::from(c.is(0, words!["has", "have", "had"])));
    let not = look.is(0, words!["did", "do", "does"]) && look.is(1, words!["not", "n't", "n’t"]);
    let count = if not && look.is(2, MOVED) {
        3
    } else {
        2 * usize::from(look.is(0, words!["barely", "hardly", "scarcely"]) && look.is(1, MOVED))
    };
    let rest = look.skip(count);
    // "did not move past X", "has hardly changed hands".
    (count > 0 && ends(rest)).then(|| (rest, unchanged()))
}

/// Does nothing follow that would make it another thing?
fn ends(c: Chunks<'_>) -> bool {
    fronted::clause_ends(c)
        || c.is(0, words!["at", "from", "in", "with"])
        || matches!(c.phrase(0), Some(Phrase::Time(_) | Phrase::Weeks(_)))
}

fn unchanged() -> Outcome {
    Outcome::one(Act::Change { value: Quantity::bare(Figure::Flat, Unit::Percent) })
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn as_good_as_unchanged() {
        let flat = "Alder was little changed";
        let level = "Alder was 4.2 trillion tokens";
        assert_read(&[
            ("Alder flatlined last week.", &[flat]),
            ("Alder's volume treads water", &[flat]),
            ("Alder levelled off at 4.2 trillion tokens last week.", &[flat, level]),
            ("Alder has plateaued at 4.2 trillion tokens.", &[flat, level]),
            ("Alder's volume barely moves", &[flat]),
            ("Alder did not budge last week.", &[flat]),
            (
                "Alder's share flatlined at 43% last week.",
                &["Alder accounted for 43 percent of the total call volume"],
            ),
        ]);
    }

    #[test]
    fn what_else_stood() {
        assert_listed(&[
            "Alder barely moved past 4.2 trillion tokens last week.",
            "Alder's share trod water last week.",
        ]);
    }
}
