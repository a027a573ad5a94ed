//! "Alder leads there": among those of whom the words before it spoke.

use super::*;
use crate::en::lexicon::Seen;
use crate::en::phrase::place::Place;

impl Parser<'_> {
    /// Gives a place that is told of "there" its list: the group that was spoken of last. Is
    /// anything else told of "there"? Then where that is, no rule reads.
    pub(super) fn told_there(&self, start: usize, rest: Chunks<'_>, outcome: &mut Outcome) -> bool {
        if !self.c.seen.any(Seen::THERE) {
            return false;
        }
        let Some(at) = there(Chunks { at: start, ..self.c }.until(rest.at)) else { return false };
        let list = Np::carried(self.c.span(at, at + 1));
        outcome.pieces.iter_mut().for_each(|piece| {
            if let Act::Rank { place: Place::At(_), among: among @ None, .. } = &mut piece.act {
                *among = Some(list.clone());
            }
        });
        let placed = |piece: &Piece| matches!(&piece.act, Act::Rank { among: Some(_), .. });
        !outcome.pieces.iter().all(placed)
    }
}

/// The word "there" behind a verb: not "there were", and not "has been there".
fn there(c: Chunks<'_>) -> Option<usize> {
    let stays = Frames::BE.and(Frames::STAY);
    let found = (1..c.len()).find(|ahead| c.is(*ahead, words!["there"]))?;
    let before = Chunks { at: c.at + found - 1, ..c };
    let is = before.verb(0).is_some_and(|verb| verb.frames.any(stays));
    let goes_on = c.verb(found + 1).is_some_and(|verb| verb.frames.any(Frames::BE));
    (!is && !goes_on).then_some(c.at + found)
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn among_those_who_were_spoken_of() {
        let lead = "Southern models processed 9.02 trillion tokens last week.";
        let south = "Birch ranked number 1 by call volume among the south";
        for (behind, said) in [
            ("Birch leads there.", south),
            ("Birch is first there.", south),
            ("Birch led the ranking there.", south),
            ("Alder leads there.", "?"),
            ("Birch grew 8% there.", "?"),
        ] {
            let read = article(&format!("{lead} {behind}"));
            assert_eq!(read.get(1).map(String::as_str), Some(said), "{behind}");
        }
        assert_eq!(
            article("Birch processed 3 trillion tokens last week. Alder leads there.")
                .get(1)
                .map(String::as_str),
            Some("?")
        );
    }
}
