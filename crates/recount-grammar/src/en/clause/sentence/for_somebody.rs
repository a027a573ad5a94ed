//! What it was for somebody: `For X the figure was 4 trillion tokens`, `For X it was the fifth gain in
//! a row`.

use super::*;

impl<'p> Parser<'p> {
    /// "For X[,] it was", "For X[,] the figure rose": of X.
    pub(super) fn for_somebody(&mut self) -> bool {
        let start = self.c.at;
        let before = Chunks { at: start.saturating_sub(1), ..self.c };
        let begins = start == 0 || is_stop(before, 0) || before.is(0, JOINS);
        if !self.c.is(0, words!["for"]) || !begins {
            return false;
        }
        let Some((rest, np)) = noun_phrase(self.c.skip(1)).filter(|(_, np)| np.is_named()) else {
            return false;
        };
        if np.about != About::Nothing || np.share {
            return false;
        }
        let rest = rest.skip(usize::from(rest.is(0, words![","])));
        let it = rest.is(0, words!["it", "that", "this"]);
        let figure = rest.is(0, words!["the", "this", "that"])
            && rest.is(1, words!["figure", "number", "tally", "count", "total", "figures", "numbers"]);
        let np = match (it, figure) {
            (_, true) => Np { about: About::Generic, ..np },
            (true, _) => np,
            _ => return false,
        };
        let Some((rest, group)) = verb_group(rest.skip(1 + usize::from(figure)), false) else {
            return false;
        };
        let Some((rest, mut outcome)) = predicate(rest, &np, &group) else { return false };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &np, outcome, group)
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn what_it_was_for_somebody() {
        let level: &[&str] = &["Alder was 4.19 trillion tokens"];
        assert_read(&[
            ("For Alder the figure was 4.19 trillion tokens last week.", level),
            ("For Alder, the number was 4.19 trillion tokens last week.", level),
            ("For Alder, it was 4.19 trillion tokens last week.", level),
            ("For Alder it was the fifth consecutive gain.", &["Alder rose for the 5th consecutive week"]),
        ]);
        assert_listed(&[
            "For Alder, the users paid 4.19 trillion tokens last week.",
            "For Alder it was a week in which 4.19 trillion tokens were not enough.",
        ]);
    }
}
