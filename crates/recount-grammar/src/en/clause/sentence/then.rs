//! What was so at a time that stands in front of "when": "since April, when X led",
//! "unlike in the week of June 8, when X led with 4 trillion tokens".

use super::accept::is_when;
use super::*;
use crate::en::phrase::time::{Role, Time};

/// The time behind which a "when" clause stands.
#[derive(Clone, Debug)]
pub(super) struct Then {
    time: Time,
    /// How many items were there in front of it.
    items: usize,
    /// In a bracket of its own, and who was spoken of in front of it.
    bracket: bool,
    outside: Option<Np>,
    /// A stop stands behind what was said in it.
    told: bool,
}

impl Parser<'_> {
    /// At the word that joins: a "when" directly behind a time opens its clause.
    pub(super) fn opens_then(&mut self) {
        // "On the previous weekend where it earned 35 million": then.
        let then = self.c.is(0, words!["where"]) && !matches!(self.c.word_before(), "," | "(");
        if !self.c.is(0, words!["when"]) && !then {
            return;
        }
        let Some(before) = self.c.at.checked_sub(1) else { return };
        let last = Chunks { at: before, ..self.c };
        let bracket = last.is(0, words!["(", "["]);
        let place = if bracket || last.is(0, words![",", "—", "–"]) {
            before.checked_sub(1)
        } else {
            Some(before)
        };
        let time = match place.and_then(|place| self.c.all.get(place)).map(|chunk| &chunk.phrase) {
            Some(Phrase::Time(time)) => Some(time),
            Some(Phrase::First(first)) => first.since.as_ref(),
            Some(Phrase::Record(record)) => record.since.as_ref(),
            _ => None,
        };
        self.then = time.map(|time| Then {
            time: Time { role: Role::At, ..time.clone() },
            items: self.items.len(),
            bracket,
            outside: self.focus.clone().filter(|_| bracket),
            told: false,
        });
    }

    /// "The lowest since December 9 ($37.7M)": a figure of then.
    pub(super) fn bracket_of_then(&mut self) {
        let c = self.c;
        let figure = matches!(c.phrase(1), Some(Phrase::Amount { .. })) && c.is(2, words![")", "]"]);
        let before = c.at.checked_sub(1).and_then(|place| c.all.get(place)).map(|chunk| &chunk.phrase);
        let time = match before {
            Some(Phrase::First(first)) => first.since.as_ref(),
            Some(Phrase::Record(record)) => record.since.as_ref(),
            Some(Phrase::Time(time)) if time.role == Role::Since => Some(time),
            _ => None,
        };
        if let Some(time) = time.filter(|_| figure && c.is(0, words!["(", "["])) {
            let time = Time { role: Role::At, ..time.clone() };
            let outside = self.focus.clone();
            self.then = Some(Then { time, items: self.items.len(), bracket: true, outside, told: false });
        }
    }

    /// At a stop: behind a comma another subject starts anew.
    pub(super) fn stops_then(&mut self) {
        let Some(then) = &mut self.then else { return };
        if then.bracket && self.c.is(0, words![")", "]"]) {
            self.focus = then.outside.take();
            self.then = None;
        } else if self.c.is(0, words![";", ".", ":"]) {
            self.then = None;
        } else {
            then.told |= self.items.len() > then.items;
        }
    }

    /// Gives what a "when" clause says its time. False where it is unsure whether words
    /// belong to that clause still.
    pub(super) fn said_then(&mut self, start: usize, np: &Np, outcome: &mut Outcome) -> bool {
        let Some(then) = &self.then else { return true };
        let c = Chunks { at: start, ..self.c };
        if then.told {
            // "since April, when X led, and Y rose": of the clause around it, again.
            if np.span.start >= c.span(start, start + 1).start {
                self.then = None;
                return true;
            }
            // "since April, when X led, and fell", "from the week before, when X led, to
            // 4 trillion": whose that is, is not said.
            if c.is(0, words!["to", "by", "at"]) || matches!(c.word_before(), "and" | "but" | "yet" | "then")
            {
                return false;
            }
        }
        if !outcome.adjuncts.times.iter().any(is_when) {
            outcome.adjuncts.times.push(then.time.clone());
        }
        outcome.adjuncts.local = true;
        true
    }
}

#[cfg(test)]
mod tests {
    const LED: &str = "In the week of 8 June 2026, Birch ranked number 1";
    const LEVEL: &str = "In the week of 8 June 2026, Birch was 4.2 trillion tokens";
    const THEN: &str = "the week of June 8, when Birch led with 4.2 trillion tokens";

    fn reads(sentence: &str, said: &[&str]) {
        let read = crate::en::clause::testing::claims(sentence);
        let read: Vec<_> = read.iter().map(|claim| claim.replace(" by call volume", "")).collect();
        assert_eq!(read, said, "{sentence}");
    }

    #[test]
    fn what_stands_behind_when_is_of_the_time_in_front_of_it() {
        reads(&format!("Unlike in {THEN}, Alder ranked first."), &[LED, LEVEL, "Alder ranked number 1"]);
        reads(
            &format!("Alder topped the list, as no other had since {THEN}."),
            &["Alder ranked number 1", LED, LEVEL],
        );
        let first = "Alder ranked number 1 for the first time since the week of 8 June 2026";
        reads(&format!("Alder led for the first time since {THEN}."), &[first, LED, LEVEL]);
        let south = "In the week of 8 June 2026, Cedar was 3 trillion tokens";
        reads(
            &format!("Alder led for the first time since {THEN} and Cedar processed 3 trillion tokens."),
            &[first, LED, LEVEL, south],
        );
    }

    #[test]
    fn behind_its_comma_another_clause_is_of_another_time() {
        let first = "Alder ranked number 1 for the first time since the week of 8 June 2026";
        // Whether Alder or Birch, and when, is not said.
        reads(&format!("Alder led for the first time since {THEN}, and rose 8%."), &[first, LED, LEVEL, "?"]);
        reads(
            "Alder led for the first time since the week of June 8 (when Birch led), with 3 trillion tokens.",
            &[first, LED, "Alder was 3 trillion tokens"],
        );
    }
}
