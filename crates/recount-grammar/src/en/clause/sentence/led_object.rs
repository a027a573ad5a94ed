//! Whom somebody is ahead of, told behind "which": `Y, which X has led for eight weeks`.

use super::*;
use crate::en::clause::compare;

impl<'p> Parser<'p> {
    /// ", which it has now led for eleven weeks", ", whom X overtook in May": the one in front of
    /// "which" is whom the verb speaks of, and "it" is the other one.
    pub(super) fn led_object(&mut self) -> bool {
        const ORDERS: Frames = Frames::AHEAD.and(Frames::OVERTAKE).and(Frames::BEHIND);
        if !matches!(self.c.word_before(), "which" | "whom" | "who") || self.c.at < 2 {
            return false;
        }
        let start = self.c.at;
        let comma = Chunks { at: start - 2, ..self.c };
        let object = if comma.is(0, words![","]) { self.name_before(comma) } else { None };
        let Some(object) = object else { return false };
        let Some((rest, np)) = noun_phrase(self.c) else { return false };
        let Some((rest, group)) = verb_group(rest, false) else { return false };
        let it = self.c.is(0, words!["it", "they"]);
        let gap = ends_in_gap(rest);
        // "Which it has never led by so much": whom it led, stands in front all the same.
        let object_behind = || noun_phrase(rest).is_some_and(|(_, np)| np.is_named() || np.who == Who::Other);
        if !group.verb.frames.any(ORDERS) || group.passive || !gap && (!it || object_behind()) {
            return false;
        }
        let subject = match () {
            () if it => self.other_than(&object),
            () => Some(np).filter(|np| np.is_named() && np.about == About::Nothing && !np.share),
        };
        let read = subject.filter(|_| gap).and_then(|subject| {
            let (rest, outcome) = compare::of_the_one_before(rest, object, &group)?;
            Some((subject, rest, outcome))
        });
        let Some((subject, rest, mut outcome)) = read else {
            let rest = to_stop(self.c);
            let why = "whom it was ahead of, is not said";
            self.items.push(Item::Unread { from: start, to: rest.at, why, named: true });
            self.c = rest;
            return true;
        };
        let rest = adjuncts(rest, &mut outcome);
        self.accept(start, rest, &subject, outcome, group)
    }

    /// Who "it" is behind the name of another one: the one of whom the clause in front spoke.
    fn other_than(&self, object: &Np) -> Option<Np> {
        let said = self.items.iter().rev().find_map(|item| match item {
            Item::Said(said) if !said.beside => Some(said),
            _ => None,
        })?;
        let one =
            !matches!(&said.who.who, Who::Named(names) if names.len() > 1) && said.who.who != Who::Unknown;
        (one && said.who.who != object.who).then(|| Np {
            about: About::Nothing,
            share: false,
            ..said.who.clone()
        })
    }
}

/// Does nobody stand behind the verb?
fn ends_in_gap(c: Chunks<'_>) -> bool {
    is_stop(c, 0)
        || matches!(c.phrase(0), Some(Phrase::Weeks(_) | Phrase::Time(_) | Phrase::First(_)))
        || c.is(0, JOINS)
        || c.is(0, words!["by", "for", "since", "ever", "again"])
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn whom_it_leads() {
        let ahead = "Alder was 300 billion tokens above that of Birch";
        let eight = "Alder was above that of Birch for 8 consecutive weeks";
        assert_read(&[
            (
                "Alder finished 300 billion tokens ahead of Birch, which it has now led for eight straight weeks.",
                &[ahead, eight],
            ),
            (
                "Alder finished 300 billion tokens ahead of Birch, which it has outpaced for eight weeks.",
                &[ahead, eight],
            ),
        ]);
        assert_read(&[(
            "Alder finished 300 billion tokens ahead of Birch, which it had never led before.",
            &[ahead, "?"],
        )]);
        assert_listed(&["The talk was of Birch, which it has now led for eight straight weeks."]);
    }
}
