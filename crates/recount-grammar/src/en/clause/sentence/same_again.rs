//! What a second clause leaves to the first: `X has led Y for nine weeks and Z has led W for twelve`,
//! `X beat Y and has led it for eight weeks`.

use super::*;
use crate::en::clause::Anchor;
use recount_model::Weeks;

impl<'p> Parser<'p> {
    /// "[for nine weeks and Z has led W] for twelve": of weeks too.
    pub(super) fn as_many_weeks(&self, rest: Chunks<'p>, outcome: &mut Outcome) -> Chunks<'p> {
        let Some(Phrase::Number(count)) = rest.phrase(1) else { return rest };
        let gapped = rest.is(0, words!["for"]) && is_stop(rest, 2) && outcome.adjuncts.weeks.is_none();
        let last = match self.items.last() {
            Some(Item::Said(said)) if gapped && said.anchor == Anchor::Clause => said.adjuncts.weeks,
            _ => None,
        };
        match last.filter(|weeks| !weeks.ordinal && *count > 1) {
            Some(weeks) => {
                outcome.adjuncts.weeks = Some(WeeksRunning { weeks: Weeks::Exactly(*count), ..weeks });
                rest.skip(2)
            }
            None => rest,
        }
    }

    /// "X beat Y and has led it for eight weeks", "and has been ahead of it": "it" is Y. False
    /// where nobody can tell.
    pub(super) fn is_the_other(&self, np: &Np, outcome: &mut Outcome) -> bool {
        for piece in &mut outcome.pieces {
            let Act::Compare { object, .. } = &mut piece.act else { continue };
            let it = object.who == Who::Carried && object.about == About::Nothing && !object.share;
            if !it || piece.who.is_some() {
                continue;
            }
            let subject = self.of_whom(np);
            let other = self.items.iter().rev().find_map(|item| match item {
                Item::Said(said) => match &said.act {
                    Act::Compare { object, .. } if said.who.who == subject.who && !said.beside => {
                        Some(object)
                    }
                    _ => None,
                },
                _ => None,
            });
            let joined =
                self.c.at > 0 && matches!(self.c.word_before(), "and" | "but" | "which" | "," | "yet");
            match other.filter(|np| np.is_named() && joined) {
                Some(other) => *object = Np { span: object.span, ..other.clone() },
                // "X overtook it": of whom the sentence before spoke, the discourse knows.
                None if !np.is_named() && is_object(object, self.c) => return false,
                None => {}
            }
        }
        true
    }
}

/// "[has led] it": directly behind a verb, where no rule of the discourse looks for who that is.
fn is_object(object: &Np, c: Chunks<'_>) -> bool {
    let place = (c.at..c.to).find(|at| c.span(*at, at + 1).start == object.span.start);
    place.is_none_or(|at| {
        let before = Chunks { at: at.saturating_sub(1), ..c };
        before.verb(0).is_some()
    })
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn what_is_left_out() {
        assert_read(&[
            (
                "Alder has led Birch for nine consecutive weeks and Birch has led Cedar for twelve.",
                &[
                    "Alder was above that of Birch for 9 consecutive weeks",
                    "Birch was above that of Cedar for 12 consecutive weeks",
                ],
            ),
            (
                "Alder beat Birch last week and has led it for eight straight weeks.",
                &["Alder was above that of Birch", "Alder was above that of Birch for 8 consecutive weeks"],
            ),
            (
                "Alder handled more tokens than Birch and has been ahead of it for at least eight weeks.",
                &[
                    "Alder was above that of Birch",
                    "Alder was above that of Birch for at least 8 consecutive weeks",
                ],
            ),
            (
                "Alder rose 3% last week and has led it for eight straight weeks.",
                &["Alder rose by 3 percent", "?"],
            ),
            (
                "Alder has led Birch for nine weeks and paid Cedar for twelve.",
                &["Alder was above that of Birch for 9 consecutive weeks", "?"],
            ),
        ]);
        assert_listed(&["Alder has led it for eight straight weeks."]);
    }
}
