//! "Only X recorded more": more than the one whose figure was told last. That nobody else did,
//! no assertion tells.

use super::*;
use crate::en::clause::{Who, Window};
use recount_model::{Quantity, Unit};

impl Parser<'_> {
    /// "Only X handled more", "Only X had fewer [tokens]".
    pub(super) fn only_more(&mut self) -> bool {
        let start = self.c.at;
        let fresh = start == 0 || is_stop(Chunks { at: start.saturating_sub(1), ..self.c }, 0);
        if !self.c.is(0, words!["only"]) || !fresh {
            return false;
        }
        let Some((rest, np)) = noun_phrase(self.c.skip(1)) else { return false };
        let one = matches!(&np.who, Who::Named(names) if names.len() == 1);
        if !one || np.about != About::Nothing || np.share || np.window != Window::Week {
            return false;
        }
        let Some((rest, group)) = verb_group(rest, false) else { return false };
        let carries = Frames::LEVEL.and(Frames::USE).and(Frames::SET).and(Frames::AUX);
        let moves = Frames::UP.and(Frames::DOWN).and(Frames::ADD).and(Frames::LOSE);
        let plain = !group.negated && !group.passive && group.mood == Mood::Plain;
        if !plain || !group.verb.frames.any(carries) || group.verb.frames.any(moves) {
            return false;
        }
        let falling = rest.is(0, words!["fewer", "less"]);
        if !falling && !rest.is(0, words!["more"]) {
            return false;
        }
        let rest = rest.skip(1);
        let unit = matches!(rest.phrase(0), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_none());
        let rest = rest.skip(usize::from(unit));
        let object = Np { who: Who::Figure, ..Np::carried(self.c.span(start, start + 1)) };
        let value = Quantity::direction(falling, Unit::Own);
        let mut outcome = Outcome::one(Act::Compare { object, value, event: false });
        let rest = adjuncts(rest, &mut outcome);
        is_stop(rest, 0) && self.accept(start, rest, &np, outcome, group)
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_listed};

    #[test]
    fn more_than_the_one_before() {
        let lead = "Birch processed 3.2 trillion tokens last week.";
        for (behind, said) in [
            ("Only Alder processed more.", "Alder was above that of Birch"),
            ("Only Alder handled more tokens, with 4.19 trillion.", "Alder was above that of Birch"),
            ("Only Cedar recorded fewer.", "Cedar was below that of Birch"),
        ] {
            let read = article(&format!("{lead} {behind}"));
            assert_eq!(read.get(1).map(String::as_str), Some(said), "{behind}");
        }
    }

    #[test]
    fn more_than_nobody_knows_whom() {
        assert_listed(&["Only Alder handled more.", "Only Alder added more tokens last week."]);
    }
}
