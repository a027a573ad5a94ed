//! What a figure does for somebody who is named behind it: `a decline of 17 % left X with 598 billion
//! tokens`, `a 15 % share of all tokens was enough for X to lead the chart`, `a 9 % gain was not enough to
//! put X in the top five`.

use super::accept::is_when;
use super::causative::state;
use super::enough::{BARELY, enough_to};
use super::*;
use crate::en::clause::adjunct::times;
use crate::en::clause::gate::{Need, may_have, word};
use crate::en::phrase::time::Time;

/// Verbs of what brings somebody somewhere, or gives them something.
const BRINGS: Frames = Frames::BRING.and(Frames::RENDER).and(Frames::GRANT);

impl<'p> Parser<'p> {
    /// A figure, what it does, and for whom: the figure is theirs.
    pub(super) fn figure_brings(&mut self) -> bool {
        let enough = || may_have(self.c, &[word(words!["enough", "sufficient"])]);
        if !may_have(self.c, &[Need::Verb(BRINGS)]) && !enough() {
            return false;
        }
        let start = self.c.at;
        let Some((rest, figure, told)) = figure_in_front(skip_leading(self.c)) else { return false };
        if crate::en::clause::growth::caused(skip_leading(self.c)).is_some() {
            return false;
        }
        let (rest, between) = times(rest);
        let fresh = self.items.len();
        let found = self.brings(rest).or_else(|| {
            self.items.truncate(fresh);
            self.suffices(rest)
        });
        let Some((rest, np, mut outcome, negated)) = found else {
            self.items.truncate(fresh);
            return false;
        };
        outcome.adjuncts.times.extend(between);
        let rest = adjuncts(rest, &mut outcome);
        // What the change is held against is nothing to the place.
        let mut own = told;
        if !own.is_empty() {
            own.extend(outcome.adjuncts.times.iter().filter(|time| is_when(time)).cloned());
        }
        outcome.pieces.insert(0, Piece { times: own, main: false, ..figure });
        let read = self.accept(start, rest, &np, outcome, Group { negated, ..Group::PLAIN });
        if !read {
            self.items.truncate(fresh);
        }
        read
    }

    /// "[A decline of 17 %] left X with 598 billion tokens", "gave X second place": of whom, and what.
    fn brings(&mut self, c: Chunks<'p>) -> Option<(Chunks<'p>, Np, Outcome, bool)> {
        let verb = skip_adverbs(c);
        let verb = skip_adverbs(verb.skip(usize::from(verb.is(0, words!["has", "have", "had"]))));
        let (rest, np) =
            noun_phrase(verb.verb(0).filter(|verb| verb.frames.any(BRINGS)).map(|_| verb.skip(1))?)
                .filter(|(_, np)| is_one(np))?;
        let rest = self.told_aside(rest, &np);
        if rest.is(0, words!["with"]) {
            let (rest, phrase @ Phrase::Amount { .. }) = figure(rest.skip(1))? else { return None };
            return Some((level::skip_unit(rest), np, Outcome::one(level_of(phrase)?), false));
        }
        let mut went = Outcome::default();
        if let Some(rest) = rest.is(0, words!["to"]).then(|| change::to_and_from(rest, &mut went)).flatten() {
            return Some((rest, np, went, false));
        }
        let (rest, outcome) = state(rest, &np)?;
        Some((rest, np, outcome, false))
    }

    /// "[A 9 % gain] was [not] enough for X to lead", "was [not] enough to put X in the top five".
    fn suffices(&mut self, c: Chunks<'p>) -> Option<(Chunks<'p>, Np, Outcome, bool)> {
        let (mut look, group) = verb_group(c, false)?;
        let is = group.verb.frames.any(Frames::BE) || look.word_before() == "proved";
        if !is || group.passive || group.mood != Mood::Plain {
            return None;
        }
        for _ in 0..3 {
            look = look.skip(usize::from(look.is(0, BARELY)));
        }
        let rest = look.is(0, words!["enough", "sufficient"]).then(|| look.skip(1))?;
        let (rest, np, mut outcome, denied) = if rest.is(0, words!["for"]) {
            let (rest, np) = noun_phrase(rest.skip(1)).filter(|(_, np)| is_one(np))?;
            let rest = self.told_aside(rest, &np);
            let (rest, outcome, inner) = enough_to(rest.is(0, words!["to"]).then(|| rest.skip(1))?, &np)?;
            (rest, np, outcome, inner.negated)
        } else {
            let (rest, np, outcome, _) = self.brings(rest.is(0, words!["to"]).then(|| rest.skip(1))?)?;
            (rest, np, outcome, false)
        };
        if denied || outcome.negated {
            return None;
        }
        if group.negated {
            // What it was not enough for is not so; that it had been otherwise, is not said.
            outcome.pieces.iter_mut().for_each(|piece| match &mut piece.act {
                Act::Compare { event, .. } => *event = false,
                Act::Rank { movement, .. } => *movement = None,
                _ => {}
            });
            let states = outcome
                .pieces
                .iter()
                .all(|piece| matches!(piece.act, Act::Rank { .. } | Act::Compare { .. }));
            let [_] = outcome.pieces.as_slice() else { return None };
            return states.then_some((rest, np, outcome, true));
        }
        Some((rest, np, outcome, false))
    }

    /// "left X, the most used model, with", "put X (4 trillion tokens) in": behind what is told of X aside.
    fn told_aside(&mut self, c: Chunks<'p>, np: &Np) -> Chunks<'p> {
        let close = match () {
            () if c.is(0, words!["("]) => (1..16).find(|ahead| c.is(*ahead, words![")"])),
            () if c.is(0, words![","]) && !c.is(1, JOINS) => {
                let stop = (1..16).find(|ahead| is_stop(c, *ahead) || c.is(*ahead, words!["(", ")"]));
                stop.filter(|ahead| c.is(*ahead, words![","]))
            }
            () => None,
        };
        let Some(close) = close else { return c };
        self.bracket(c.skip(1).until(c.at + close), np);
        c.skip(close + 1)
    }
}

/// "A decline of 17 % [from the week before]", "a 15 % share of all tokens", "4.2 trillion tokens".
fn figure_in_front(c: Chunks<'_>) -> Option<(Chunks<'_>, Piece, Vec<Time>)> {
    // "Not even 5 trillion tokens were enough to lift X": it was not lifted.
    if c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "not") {
        return None;
    }
    if let Some((rest, value, told)) = change::change_noun(c) {
        return (!value.is_direction()).then(|| (rest, Piece::beside(Act::Change { value }), told));
    }
    let article = usize::from(c.is(0, words!["a", "an"]));
    if let Some((rest, value, Some(of))) = percentage(c).or_else(|| percentage(c.skip(article))) {
        let times = of.time.iter().cloned().collect();
        return Some((rest, crate::en::clause::share::piece(value, Some(of)), times));
    }
    match figure(c)? {
        (rest, phrase @ Phrase::Amount { metrics, .. }) if !metrics.is_empty() => {
            Some((level::skip_unit(rest), Piece::beside(level_of(phrase)?), Vec::new()))
        }
        _ => None,
    }
}

/// One name, and nothing of it but its figure.
fn is_one(np: &Np) -> bool {
    matches!(&np.who, Who::Named(names) if names.len() == 1) && !np.share
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn whose_the_figure_is() {
        let fell = "Alder fell by 17 percent";
        assert_read(&[
            (
                "A decline of 17% left Alder with 598 billion tokens last week.",
                &[fell, "Alder was 598 billion tokens"],
            ),
            (
                "A 17% drop left Alder, the most used model on the platform, with 598 billion tokens.",
                &["Alder ranked number 1 by call volume", fell, "Alder was 598 billion tokens"],
            ),
            ("A 17% drop left Alder in third place.", &[fell, "Alder ranked number 3 by call volume"]),
            (
                "A fall of 17% from the week before left Alder behind Birch.",
                &[fell, "Alder was below that of Birch"],
            ),
            (
                "A 15.3% share of all tokens was enough for Alder to lead the chart.",
                &[
                    "Alder accounted for 15.3 percent of the total call volume",
                    "Alder ranked number 1 by call volume",
                ],
            ),
            (
                "A 9.4% increase was not enough to put Alder in the top five last week.",
                &["Alder rose by 9.4 percent", "Alder was not in the top 5 by call volume"],
            ),
            (
                "A 9.4% increase was just enough to keep Alder ahead of Birch.",
                &["Alder rose by 9.4 percent", "Alder was above that of Birch"],
            ),
        ]);
    }

    #[test]
    fn figures_of_something_else() {
        assert_listed(&[
            "A decline of 17% left Alder with little to do last week.",
            "A 9.4% increase may be enough to put Alder in the top five.",
            "A 9.4% increase in prices left Alder with 598 billion tokens.",
        ]);
    }
}
