//! Where a list of names ends because a clause begins: `X led Y and Z fell`, `a third went to X and Y's volume
//! fell`, `23 % of all tokens and Y 24 %`.

use super::*;

impl<'p> Builder<'p> {
    /// "Although X led Y, Z rose": behind a verb or a preposition a name with a verb
    /// of its own is no further one of the list, but begins a clause.
    pub(super) fn of_another_clause(&self, count: usize) -> bool {
        let before = Chunks { at: self.start.saturating_sub(1), ..self.c };
        let ahead_of = before.is(0, words!["of"]) && matches!(before.word_before(), "ahead" | "that");
        // "43 % of all tokens and the south's volume fell".
        let part = before.is(0, words!["of"])
            && self.start.checked_sub(2).and_then(|place| self.c.all.get(place)).is_some_and(|chunk| {
                match &chunk.phrase {
                    Phrase::Percent(_) => true,
                    Phrase::Word(entry) => entry.noun == Some(Noun::Share),
                    _ => false,
                }
            });
        let verb = before.verb(0).is_some_and(|verb| !verb.frames.any(Frames::SAY));
        let preposition = before.is(0, words!["than", "by", "behind", "past", "over"]);
        let object = self.start > 0
            && (verb
                || ahead_of
                || part
                || preposition
                || went_to(before)
                || there_was(before)
                || likened(before));
        let look = if object { self.behind_what_is_theirs(self.c.skip(count + 1)) } else { None };
        look.is_some_and(begins_clause)
    }

    /// "X", "X's losing streak", "X last week": what stands behind it.
    fn behind_what_is_theirs(&self, c: Chunks<'p>) -> Option<Chunks<'p>> {
        let mut look = c;
        if look.is(0, words!["'s", "’s", "'", "’"]) {
            look = look.skip(1);
            while is_modifier(look) && !(look.noun(0).is_some() && look.verb(1).is_some())
                || look.is(0, WINDOWS)
                || look.is(0, words!["losing", "winning"]) && look.noun(1).is_some()
            {
                look = look.skip(1);
            }
            let named = matches!(look.phrase(0), Some(Phrase::Name(names)) if metric(names).is_some() || !units(names).is_empty());
            if !(named || look.noun(0).is_some()) {
                return None;
            }
            look = look.skip(1);
        }
        while matches!(look.phrase(0), Some(Phrase::Time(_)))
            || look.entry(0).adverb && look.verb(0).is_none()
        {
            look = look.skip(1);
        }
        Some(look)
    }
}

/// Does a verb, or a figure without one, stand behind the name?
fn begins_clause(look: Chunks<'_>) -> bool {
    // "23 % of all tokens and Y 24 %", "were processed by X, Y just 4 trillion".
    if matches!(look.phrase(0), Some(Phrase::Percent(_) | Phrase::Amount { .. })) {
        return true;
    }
    if look.is(0, words!["will", "would", "could", "may", "might", "should"]) {
        return true;
    }
    let auxiliary = Frames::BE.and(Frames::AUX);
    // "surpassed X and Y combined".
    look.noun(0).is_none()
        && together::adverb(look) == 0
        && look
            .verb(0)
            .is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third) || verb.frames.any(auxiliary))
}

/// "A third went to [X and Y's usage rose]", "lost first place to", "were sent last week to".
fn went_to(before: Chunks<'_>) -> bool {
    if !before.is(0, words!["to"]) {
        return false;
    }
    let mut verb = Chunks { at: before.at.saturating_sub(1), ..before };
    while verb.at > 0 && matches!(verb.phrase(0), Some(Phrase::Time(_))) {
        verb = Chunks { at: verb.at - 1, ..before };
    }
    let goes = |verb: crate::en::lexicon::Verb| {
        verb.frames.any(Frames::BELONG) && matches!(verb.form, Form::Past | Form::Third)
    };
    let ceded = matches!(verb.phrase(0), Some(Phrase::Place(_)));
    let ahead = Chunks { at: verb.at.saturating_sub(1), ..before };
    let sent = verb.is(0, words!["sent", "routed", "directed"]) && ahead.is(0, words!["were", "are"]);
    // "the tokens that went to X and Y rose" is of both.
    let told = ahead.is(0, words!["that", "which", "who"]);
    verb.at < before.at && !told && (ceded || sent || verb.verb(0).is_some_and(goes))
}

/// "There was a 24 % fall for [X, and Y doubled its volume]".
fn there_was(before: Chunks<'_>) -> bool {
    let moved = Chunks { at: before.at.saturating_sub(1), ..before };
    before.is(0, words!["for"])
        && Chunks { at: 0, ..before }.is(0, words!["there"])
        && matches!(moved.noun(0), Some(Noun::Rise | Noun::Fall))
}

/// "twice as many tokens as [X, and Y led]".
fn likened(before: Chunks<'_>) -> bool {
    before.is(0, words!["as"])
        && (2..7).filter_map(|back| before.at.checked_sub(back)).any(|at| {
            let c = Chunks { at, ..before };
            c.is(0, words!["as"]) && c.is(1, words!["many", "much"])
        })
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn a_clause_of_its_own() {
        let part = "Alder accounted for a third of the total call volume";
        assert_read(&[
            (
                "A third of all tokens went to Alder and Birch's volume fell 8%.",
                &[part, "Birch fell by 8 percent"],
            ),
            (
                "Alder took 33.3% of all tokens and Birch 24%.",
                &[
                    "Alder accounted for 33.3 percent of the total call volume",
                    "Birch accounted for 24 percent of the total call volume",
                ],
            ),
            (
                "Alder processed twice as many tokens as Birch, and Cedar led the chart.",
                &["Alder was twice that of Birch", "Cedar ranked number 1 by call volume"],
            ),
            ("There was an 8% rise for Alder, and Birch fell.", &["Alder rose by 8 percent", "Birch fell"]),
        ]);
    }
}
