//! Where somebody stands, as its own: `its ranking rose to third place`, `X's position slipped to
//! fifth`.

use super::noun_phrase::noun_phrase;
use super::predicate::Outcome;
use super::verb_group::{Group, verb_group};
use super::{About, Act, Np, rank};
use crate::en::lexicon::Frames;
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};

/// "its ranking rose to third place", "X's rank improved to fourth": of X. `focus` is the one
/// that is being spoken of.
pub(super) fn clause<'p>(c: Chunks<'p>, focus: Option<&Np>) -> Option<(Chunks<'p>, Np, Outcome, Group)> {
    // "Its ranking" is read as the list itself.
    let board = |c: Chunks<'_>, owner: &str| {
        c.get(0).is_some_and(|chunk| {
            matches!(chunk.phrase, Phrase::Place(Place::Board))
                && c.lower(chunk.end - 1) == "ranking"
                && (c.lower(chunk.first) == owner || chunk.end == chunk.first + 1)
        })
    };
    let (rest, who) = if board(c, "its") && c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "its") {
        (c, focus.cloned().unwrap_or_else(|| Np::carried(c.span(c.at, c.at + 1))))
    } else if c.is(0, words!["its"]) {
        (c.skip(1), focus.cloned().unwrap_or_else(|| Np::carried(c.span(c.at, c.at + 1))))
    } else {
        let (rest, np) = noun_phrase(c).filter(|(_, np)| np.is_named() && np.about == About::Nothing)?;
        (rest.skip(usize::from(rest.is(0, words!["'s", "’s", "'", "’"]))), np)
    };
    let rest = rest.skip(usize::from(rest.is(0, words!["overall", "weekly", "global"])));
    let list = board(rest, "its");
    let behind = ["its", "'s", "’s", "'", "’", "overall", "weekly", "global"].contains(&rest.word_before());
    let owned = behind || list && rest.at == c.at;
    if !owned || !list && !rest.is(0, words!["ranking", "rank", "position", "placing", "standing"]) {
        return None;
    }
    let rest = super::adjunct::board_behind(rest.skip(1));
    let (rest, group) = verb_group(rest, false)?;
    let moves = group.verb.frames.any(Frames::RANK) && !group.passive;
    let (rest, outcome) = moves.then(|| rank::complement(rest, &who, &group)).flatten()?;
    let ranks = outcome.pieces.iter().all(|piece| matches!(piece.act, Act::Rank { .. }));
    ranks.then_some((rest, who, outcome, group))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn a_rank_of_its_own() {
        let third: &[&str] =
            &["Alder climbed to number 3 by call volume compared with the week of 15 June 2026"];
        assert_read(&[
            ("Alder's ranking rose to third place.", third),
            ("Alder's rank improved to third last week.", third),
            (
                "Alder rose 8% last week, and its position slipped to fifth.",
                &[
                    "Alder rose by 8 percent",
                    "Alder dropped to number 5 by call volume compared with the week of 15 June 2026",
                ],
            ),
        ]);
        assert_listed(&["Alder's position on third place voting rose.", "Its rank rose to third place."]);
    }
}
