//! How large the lead is of the two who were compared just now: `X beats Y for a sixth week, lead now 2.78
//! trillion tokens`, `X ahead of Y; gap at 300 billion`.

use super::*;

impl<'p> Parser<'p> {
    /// What begins with a place, a lead or a name that is a label.
    pub(super) fn opening(&mut self) -> bool {
        self.title_of_next() || self.lead_told() || self.label()
    }

    /// A lead or a gap without an article, behind what was said of two.
    pub(super) fn lead_told(&mut self) -> bool {
        let start = self.c.at;
        let opened = matches!(self.c.word_before(), "," | ";" | ":" | "—" | "–");
        if !opened || !self.c.is(0, words!["lead", "gap", "margin", "advantage", "edge"]) {
            return false;
        }
        let Some((who, object, falling)) = self.two_compared() else { return false };
        let look = skip_adverbs(self.c.skip(1));
        let to = look.is(
            0,
            words!["at", "of", "is", "to", "grows", "widens", "swells", "shrinks", "narrows", "stands"],
        );
        let look = look.skip(usize::from(to));
        let look = look.skip(usize::from(look.is(0, words!["to", "at"])));
        let Some((rest, Phrase::Amount { quantity, .. })) = figure(look) else { return false };
        let rest = level::skip_unit(rest);
        if !is_stop(rest, 0) && !matches!(rest.phrase(0), Some(Phrase::Time(_))) {
            return false;
        }
        // Of whichever is ahead: the one who was said to be.
        let (ahead, behind) = if falling { (object, who) } else { (who, object) };
        let act = Act::Compare { object: behind, value: quantity.clone(), event: false };
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.apart = true;
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &ahead, outcome, Group::PLAIN)
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn how_large_it_is() {
        assert_read(&[
            (
                "Alder beats Birch, lead now 560 billion tokens",
                &["Alder was above that of Birch", "Alder was 560 billion tokens above that of Birch"],
            ),
            (
                "Alder trailed Birch last week; gap at 300 billion tokens.",
                &["Alder was below that of Birch", "Birch was 300 billion tokens above that of Alder"],
            ),
            ("Alder tops chart; lead 2.78 trillion tokens", &["Alder ranked number 1 by call volume", "?"]),
        ]);
    }
}
