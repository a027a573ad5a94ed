//! Who is first of a group, told beside it: `southern models, led by X, rose 3 %`.

use super::*;
use crate::en::phrase::place::Place;
use recount_model::Subject;

impl Parser<'_> {
    /// ", led by X" behind what is said of a group: X is first among them.
    pub(super) fn led_by(&mut self) -> bool {
        let start = self.c.at;
        let led = self.c.is(0, words!["led", "headed"]) && self.c.is(1, words!["by"]);
        if !led || !matches!(self.c.word_before(), "," | "(" | "—" | "–") {
            return false;
        }
        // "Southern models rose 3 %, led by X": X rose most, and may be anywhere.
        let said = self.items.iter().rev().find(|item| matches!(item, Item::Said(_) | Item::Unread { .. }));
        let moved = match said {
            Some(Item::Said(said)) => matches!(said.act, Act::Change { .. }),
            Some(_) => true,
            None => self.focus.is_none(),
        };
        if moved || self.unread.is_some() {
            return self.led_by_how_much(start);
        }
        let Some(group) = self.focus.clone().filter(|np| self.other.is_none() && is_group(np)) else {
            return false;
        };
        let Some((rest, np)) = noun_phrase(self.c.skip(2)) else { return false };
        let one = matches!(&np.who, Who::Named(names)
            if names.len() == 1 && names.iter().flatten().all(|name| matches!(name, Subject::Entity(_))));
        if !one || np.about != About::Nothing || np.share {
            return false;
        }
        let among = Np { about: About::Nothing, top: None, ..group.clone() };
        let act = Act::Rank { place: Place::At(1), movement: None, among: Some(among) };
        let mut outcome = Outcome::one(act);
        let rest = adjuncts(rest, &mut outcome);
        let read = is_stop(rest, 0) && self.accept(start, rest, &np, outcome, Group::PLAIN);
        if read {
            self.focus = Some(group);
        }
        read
    }

    /// "Six models gained, led by X, up 66 %": what X did is read as it stands.
    fn led_by_how_much(&mut self, start: usize) -> bool {
        let behind = self.c.skip(2);
        let Some((rest, np)) = noun_phrase(behind).filter(|(_, np)| np.is_named() && !np.share) else {
            return false;
        };
        let told = rest.is(0, words![",", "("]) && rest.is(1, words!["up", "down", "+", "-", "−"])
            || matches!((rest.is(0, words!["("]), rest.phrase(1)), (true, Some(Phrase::Percent(_))));
        if !told || np.about != About::Nothing {
            return false;
        }
        let why = "who gained or lost most";
        self.items.push(Item::Unread { from: start, to: behind.at, why, named: false });
        self.c = behind;
        true
    }
}

/// The name of one group, and no figure of it alone.
fn is_group(np: &Np) -> bool {
    matches!(&np.who, Who::Named(names) if names.len() == 1
        && names.iter().flatten().all(|name| matches!(name, Subject::Group(_))))
        && !np.share
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn who_leads_the_group() {
        let first = "Birch ranked number 1 by call volume among the south";
        let rose = "the south rose by 3 percent";
        assert_read(&[
            ("Southern models, led by Birch, rose 3%.", &[first, rose]),
            ("Southern models rose 3%, led by Birch.", &[rose, "?"]),
            ("Most models gained, led by Birch, up 66%.", &["Birch rose by 66 percent", "?"]),
            ("Most models gained, led by Birch (+66%).", &["Birch rose by 66 percent", "?"]),
        ]);
    }

    #[test]
    fn who_leads_something_else() {
        assert_read(&[(
            "Southern models rose 3%, led by a new pricing team.",
            &["the south rose by 3 percent", "?"],
        )]);
        assert_listed(&["Led by Birch in other respects, the market rose 3%."]);
    }
}
