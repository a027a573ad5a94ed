//! What a bracket or an apposition behind a name says of it: `X (4 trillion tokens, third)`, `X, the most used model,`.

use super::accept::is_when;
use super::*;

impl<'p> Parser<'p> {
    /// What a bracket or an apposition behind a name says of it.
    pub(super) fn bracket(&mut self, c: Chunks<'p>, np: &Np) {
        if self.share_of_then(c, np) {
            return;
        }
        let inside = if c.is(0, words!["which", "who"]) { c.skip(1) } else { c };
        // "X, whose models processed 36.7 trillion": what they did, a group did.
        let group = matches!(&np.who, Who::Named(names)
            if names.iter().all(|name| matches!(name.first(), Some(recount_model::Subject::Group(_)))));
        let theirs = c.is(0, words!["whose"])
            && c.noun(1) == Some(crate::en::lexicon::Noun::Thing)
            && c.word(1).ends_with('s');
        let inside = if group && theirs { c.skip(2) } else { inside };
        let mut inner = Parser {
            focus: Some(np.clone()),
            mood: self.mood,
            base_mood: self.base_mood,
            opened: true,
            inside: c.at > 0 && Chunks { at: c.at - 1, ..c }.is(0, words!["(", "["]),
            relative: inside.at > c.at,
            ..Parser::new(inside)
        };
        inner.run();
        // What stands in a bracket or an apposition has a time of its own, and
        // words there that limit the name limit the whole clause.
        self.limited |= inner.limited;
        // ", if confirmed, ": the whole clause is.
        if inner.base_mood != Mood::Plain {
            self.mood = inner.base_mood;
        }
        let (relative, mut placed) = (inside.at > c.at, false);
        let mut passing: Option<crate::en::phrase::time::Time> = None;
        let mut told: Option<crate::en::phrase::time::Time> = None;
        for item in inner.items {
            match item {
                Item::Time(time) => told = Some(time),
                Item::Said(mut said) => {
                    said.adjuncts.local = true;
                    // "X, last week's No. 5, fell": the week before the fall.
                    if let (Act::Rank { .. }, Some(time)) = (&said.act, told.take()) {
                        said.adjuncts.times.push(time);
                        said.anchor = Anchor::Earlier;
                    }
                    let own = said.adjuncts.times.iter().find(|time| is_when(time));
                    let own = own.filter(|_| said.anchor == Anchor::Clause && passing.is_none());
                    placed |= own.is_some() && matches!(said.act, Act::Rank { .. });
                    passing = passing.or_else(|| own.cloned());
                    self.items.push(Item::Said(said));
                }
                Item::Passing { .. } => {}
                unread @ Item::Unread { .. } => self.items.push(unread),
            }
        }
        // "X, the most used model in the week of June 15, had 4 trillion": of that week
        // too, if nothing else is said.
        let aside = match relative {
            true => Aside::Relative,
            false if placed => Aside::Place,
            false => Aside::No,
        };
        self.items.extend(passing.map(|time| Item::Passing { time, aside }));
    }
}
