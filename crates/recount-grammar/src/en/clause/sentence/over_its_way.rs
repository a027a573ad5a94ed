//! What stands behind both ends of a way: `from 69 trillion to 113 trillion over the month, a gain of
//! 64 %`, `up from 2.3 trillion, its lowest ever`.

use super::*;
use crate::en::phrase::time::{Role, Time};
use recount_model::{Number, Quantity, Unit};

impl Parser<'_> {
    /// "from 69 trillion to 113 trillion over the month, a gain of 64 %": over the month.
    /// "4.2 trillion, against 3.9 trillion in the week of June 1, a gain of 8 %": since then, where
    /// the figures say so.
    pub(super) fn over_its_way(&self, tail: &mut Tail) {
        let change = tail.outcome.pieces.iter().find_map(|piece| match &piece.act {
            Act::Change { value } => Some(value),
            _ => None,
        });
        let Some(value) = change.filter(|_| !tail.outcome.adjuncts.based()) else { return };
        if !matches!(self.c.word_before(), "," | "(" | "—" | "–") {
            return;
        }
        let (mut now, mut then) = (None, None);
        for said in self.last_said().take(3) {
            match (&said.act, said.anchor) {
                (Act::Level { .. }, Anchor::Before | Anchor::Earlier) => then = then.or(Some(said)),
                (Act::Level { .. }, Anchor::Clause | Anchor::End) => now = now.or(Some(said)),
                _ => return,
            }
        }
        let (Some(now), Some(then)) = (now, then) else { return };
        if now.who.who != then.who.who {
            return;
        }
        let told = |time: &&Time| matches!(time.role, Role::Base | Role::Since | Role::Within);
        let way: Vec<Time> = match now.anchor {
            Anchor::End => now.adjuncts.times.iter().filter(told).cloned().collect(),
            _ => Vec::new(),
        };
        let start = then.adjuncts.times.first().filter(|_| then.anchor == Anchor::Earlier);
        let since = || start.map(|time| Time { role: Role::Base, ..time.clone() });
        match way.is_empty() {
            false => tail.outcome.adjuncts.times.extend(way),
            true if grew(then, now, value) => tail.outcome.adjuncts.times.extend(since()),
            true => {}
        }
    }

    /// What was said directly before, the last one first.
    fn last_said(&self) -> impl Iterator<Item = &Said> {
        self.items.iter().rev().map_while(|item| match item {
            Item::Said(said) => Some(said.as_ref()),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
        })
    }

    /// "recovered to 4.4 trillion from 2.3 trillion, the lowest this year": what it was then,
    /// where it is more now. False where nobody can tell which of the two is meant.
    pub(super) fn record_of_then(&self, tail: &mut Tail) -> bool {
        use recount_model::Extreme;
        let lowest = tail.outcome.pieces.iter().find_map(|piece| match &piece.act {
            Act::Record(found) => Some(found.extreme == Extreme::Lowest),
            _ => None,
        });
        let (Some(lowest), true) = (lowest, self.c.word_before() == ",") else { return true };
        let mut levels = self.items.iter().rev().map_while(|item| match item {
            Item::Said(said) => Some(said),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
        });
        let size = |said: &Said| match &said.act {
            Act::Level { value, .. } | Act::Share { value, .. } => {
                value.written().high.map(|high| high.value)
            }
            _ => None,
        };
        let (mut now, mut then) = (None, None);
        for said in levels.by_ref().take(4) {
            match said.act {
                Act::Unexplained { .. } => return false,
                Act::Level { .. } | Act::Share { .. } => match said.anchor {
                    Anchor::Before | Anchor::Earlier => then = then.or(Some(said)),
                    Anchor::Clause | Anchor::End => now = now.or(Some(said)),
                    Anchor::Open => return false,
                },
                _ => {}
            }
        }
        let (Some(now), Some(then)) = (now, then) else { return true };
        match (size(now), size(then)) {
            (Some(a), Some(b)) if (a > b) == lowest && a != b => {
                for piece in &mut tail.outcome.pieces {
                    piece.times.clone_from(&then.adjuncts.times);
                    piece.anchor = then.anchor;
                }
                true
            }
            (Some(_), Some(_)) => true,
            _ => false,
        }
    }
}

/// Do the two figures lie so far apart?
fn grew(then: &Said, now: &Said, by: &Quantity) -> bool {
    let ends = |said: &Said| match &said.act {
        Act::Level { value, .. } => {
            let written = value.written();
            Some((written.low?.value, written.high?.value))
        }
        _ => None,
    };
    let (Some((low, high)), Some((least, most))) = (ends(then), ends(now)) else { return false };
    let zero = Number::from(0);
    if low <= zero {
        return false;
    }
    let (mut from, mut to) = (&least / &high, &most / &low);
    match by.unit {
        Unit::Percent => {
            let percent = |ratio: Number| &(&ratio * &Number::from(100)) - &Number::from(100);
            (from, to) = (percent(from), percent(to));
        }
        Unit::Ratio => {}
        _ => return false,
    }
    let said = by.written();
    said.low.is_none_or(|low| low.value <= to) && said.high.is_none_or(|high| high.value >= from)
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::claims;

    #[test]
    fn a_gain_over_a_way() {
        let last = |text: &str| claims(text).last().cloned().unwrap_or_default();
        let way = "Alder rose from 3.9 trillion tokens in the week of June 1 to 4.19 trillion last week";
        assert_eq!(
            last(&format!("{way}, a gain of 7.4%.")),
            "Alder rose by 7.4 percent from the week of 1 June 2026"
        );
        // Of the week alone.
        assert_eq!(last(&format!("{way}, up 2.1%.")), "Alder rose by 2.1 percent");
        let month = "Alder rose from 3.9 trillion to 4.19 trillion tokens in four weeks";
        assert_eq!(
            last(&format!("{month}, a gain of 7.4%.")),
            "Alder rose by 7.4 percent from the week of 25 May 2026"
        );
    }

    #[test]
    fn the_lowest_it_came_from() {
        let then = "In the week of 15 June 2026, Alder was its lowest on record";
        let last = |text: &str| claims(text).last().cloned().unwrap_or_default();
        assert_eq!(last("Alder rose to 4.19 trillion tokens, up from 2.3 trillion, its lowest ever."), then);
        let now = "Alder was its lowest on record";
        assert_eq!(last("Alder fell to 2.3 trillion tokens, down from 4.19 trillion, its lowest ever."), now);
    }
}
