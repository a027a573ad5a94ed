//! "The lead has shrunk: it was 1 trillion a week ago and is now below 200 billion": behind a
//! clause whose subject is a lead or a gap, "it is so much" is said of that.

use super::*;
use crate::en::clause::predicate::directed;
use crate::en::phrase::time::{Role, Time};

/// The two of whom a lead was spoken of.
#[derive(Clone, Debug)]
pub(super) struct Lead {
    who: Np,
    object: Np,
    either: bool,
}

impl<'p> Parser<'p> {
    /// Keeps whose lead is the subject of the clause that was just read.
    pub(super) fn keep_lead(&mut self) {
        let Some(Item::Said(last)) = self.items.last() else { return };
        if let (Act::Compare { object, .. }, true) = (&last.act, last.adjuncts.apart) {
            let either = last.adjuncts.either;
            self.lead = Some(Lead { who: last.who.clone(), object: object.clone(), either });
        }
    }

    /// Turns an amount that is said of "it" into the size of the lead.
    pub(super) fn said_of_lead(&mut self, start: usize, group: &Group, outcome: &mut Outcome) -> Option<Np> {
        let lead = self.lead.clone()?;
        let named = matches!(self.c.all.get(start)?.phrase, Phrase::Name(_) | Phrase::Adjective(_));
        if named {
            self.lead = None;
            return None;
        }
        let it = Chunks { at: start, ..self.c };
        let pronoun = it.is(0, words!["it", "this", "that", "which"]) || it.verb(0).is_some();
        let stands = group.verb.frames.any(Frames::BE) || matches!(it.word(1), "stands" | "stood" | "came");
        let amounts =
            outcome.pieces.iter().all(|piece| matches!(piece.act, Act::Level { .. }) && piece.who.is_none());
        if !pronoun || !stands || !amounts || outcome.pieces.is_empty() {
            return None;
        }
        let ago = outcome.adjuncts.ago || outcome.adjuncts.times.iter().any(is_back);
        for piece in &mut outcome.pieces {
            if let Act::Level { value, .. } = &piece.act {
                let value = directed(value, false);
                piece.act = Act::Compare { object: lead.object.clone(), value, event: false };
            }
            // "It was 1 trillion a week ago": before the week that is spoken of.
            if ago && piece.times.is_empty() {
                piece.times = outcome.adjuncts.times.clone();
                piece.times.iter_mut().for_each(|time| time.role = Role::At);
                piece.anchor = Anchor::Earlier;
            }
        }
        outcome.adjuncts.either |= lead.either;
        outcome.adjuncts.apart = true;
        Some(lead.who)
    }
}

/// "a week ago", "a week earlier".
fn is_back(time: &Time) -> bool {
    time.role == Role::Base
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn how_large_the_lead_was() {
        let text = "Alder was ahead of Birch last week. The lead has shrunk, though: it was nearly 1 trillion \
                    tokens a week earlier and is now less than 200 billion.";
        assert_eq!(
            article(text),
            [
                "Alder was above that of Birch",
                "Alder was above that of Birch",
                "In the week of 15 June 2026, Alder was nearly 1 trillion tokens above that of Birch",
                "Alder was less than 200 billion tokens above that of Birch",
            ]
        );
    }

    #[test]
    fn what_is_said_of_another_is_not_said_of_the_lead() {
        let text = "Alder's lead over Birch widened last week, and Cedar was 300 billion tokens.";
        let read = article(text);
        assert!(read.iter().all(|line| !line.contains("300 billion tokens above")), "{read:?}");
    }
}
