//! What puts somebody ahead of another: `putting it back in front`, `which put X ahead of Y (3.6
//! trillion) and of Z`.

use super::*;
use crate::en::clause::{be, compare};

impl Parser<'_> {
    /// ", putting them back in front", ", which put it ahead of Y", "That took X past Y".
    pub(super) fn put_ahead(&mut self) -> bool {
        let start = self.c.at;
        let ing = self.c.verb(0).is_some_and(|verb| verb.form == Form::Ing);
        let brings = causative::brings(self.c, Frames::BRING) || self.c.is(0, words!["put"]);
        let finite =
            brings && !ing && matches!(self.c.word_before(), "that" | "which" | "this" | "and" | "it" | ":");
        let participle = brings && ing;
        if !finite && !participle {
            return false;
        }
        let pronoun = self.c.is(1, words!["it", "them"]);
        let whom = match (pronoun, self.focus.clone()) {
            (true, Some(focus)) => Some((self.c.skip(2), focus)),
            (true, None) => noun_phrase(self.c.skip(1)),
            (false, _) => noun_phrase(self.c.skip(1))
                .filter(|(_, np)| np.is_named() && np.about == About::Nothing && !np.share),
        };
        let Some((rest, np)) = whom else { return false };
        let near = words!["back", "well", "just", "clear", "far", "narrowly", "slightly", "again", "firmly"];
        let rest = rest.skip(usize::from(rest.is(0, near)));
        let found = match compare::position(rest) {
            Some((rest, act)) => Some(with_others(rest, act)),
            None => be::ahead_alone(rest, &np),
        };
        let Some((rest, mut outcome)) = found else { return false };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }
}

/// "ahead of Y (3.6 trillion) and of Z (3.5 trillion)": what each of them had.
fn with_others(c: Chunks<'_>, act: Act) -> (Chunks<'_>, Outcome) {
    let mut outcome = Outcome::one(act);
    let mut rest = own_figure(c, &mut outcome);
    loop {
        // "ahead of Y but behind Z".
        let joined = rest.skip(usize::from(rest.is(0, words![","])));
        if joined.is(0, words!["but", "and", "yet"])
            && let Some((after, act)) = compare::position(joined.skip(1))
        {
            outcome.pieces.push(Piece::main(act));
            rest = own_figure(after, &mut outcome);
            continue;
        }
        if !rest.is(0, words!["and"]) || !rest.is(1, words!["of"]) {
            break;
        }
        let Some((after, np)) = noun_phrase(rest.skip(2)).filter(|(_, np)| np.is_named()) else { break };
        let Some(Act::Compare { value, event, .. }) = outcome.pieces.first().map(|piece| piece.act.clone())
        else {
            break;
        };
        outcome.pieces.push(Piece::main(Act::Compare { object: np, value, event }));
        rest = own_figure(after, &mut outcome);
    }
    (rest, outcome)
}

/// "(3.6 trillion)" behind the one who is behind.
fn own_figure<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Chunks<'p> {
    let object = match outcome.pieces.last().map(|piece| &piece.act) {
        Some(Act::Compare { object, .. }) => object.clone(),
        _ => return c,
    };
    compare::level_in_brackets(c, &object, outcome).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn who_is_put_ahead() {
        let level = "Alder was 4.2 trillion tokens";
        let ahead = "Alder was above that of Birch";
        assert_read(&[
            ("Alder processed 4.2 trillion tokens, putting it ahead of Birch.", &[level, ahead]),
            ("Alder processed 4.2 trillion tokens, which put it back in front of Birch.", &[level, ahead]),
            (
                "Alder processed 4.2 trillion tokens, which put it ahead of Birch (3.6 trillion) and of Cedar (3.5 trillion).",
                &[
                    level, ahead, "Birch was 3.6 trillion tokens", "Alder was above that of Cedar",
                    "Cedar was 3.5 trillion tokens",
                ],
            ),
            (
                "Alder processed 4.2 trillion tokens, leaving it just behind Birch.",
                &[level, "Alder was below that of Birch"],
            ),
        ]);
    }

    #[test]
    fn what_is_put_elsewhere() {
        assert_listed(&["That put Alder ahead of its time."]);
    }
}
