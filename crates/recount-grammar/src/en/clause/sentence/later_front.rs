//! A figure in front of a later clause: `X fell, while at 4.8 trillion tokens Y led the chart`, `X rose; with
//! 3.2 trillion tokens, Y was third`. It belongs to the subject to come, not to the one before.

use super::*;

impl<'p> Parser<'p> {
    /// Behind a word that joins clauses: a figure, then another subject with its verb.
    pub(super) fn front_of_later(&mut self) -> bool {
        if self.unread.is_some() {
            return false;
        }
        let Some(focus) = self.focus.clone() else { return self.front_without_comma() };
        let joined = matches!(
            self.c.word_before(),
            ";" | "and"
                | "but"
                | "while"
                | "whereas"
                | "as"
                | "though"
                | "although"
                | "yet"
                | "when"
                | "—"
                | "–"
        ) || self.c.word_before() == "," && self.behind_turn();
        // "While X rose, at 4 trillion tokens Y led", but "while X rose, reaching 4 trillion, Y fell" says it of X.
        let behind = self.c.word_before() == ","
            && self.behind_subclause()
            && self.c.is(0, words!["at", "with", "on"])
            && front(self.c).is_some_and(|(rest, _)| !rest.is(0, words![","]));
        let joined = joined || behind;
        if !joined || !self.pending.pieces.is_empty() {
            return false;
        }
        if !behind && self.any_front(&focus) {
            return true;
        }
        let Some((rest, pieces)) = front(self.c) else { return false };
        let subject = rest.skip(usize::from(rest.is(0, words![","])));
        let Some((behind, np)) = noun_phrase(skip_leading(subject)) else { return false };
        let another =
            matches!(np.who, Who::Named(_) | Who::Member { .. } | Who::Total) && np.who != focus.who;
        let between = crate::en::clause::adjunct::times(behind).0;
        let verb = another.then(|| verb_group(between, false)).flatten();
        if !verb.is_some_and(|(_, group)| is_finite(group.verb.form) && group.mood == Mood::Plain) {
            return false;
        }
        self.pending.pieces.extend(pieces);
        self.focus = None;
        self.other = None;
        self.c = subject;
        true
    }

    /// "At 4.8 trillion tokens X led the chart": no comma stands between.
    fn front_without_comma(&mut self) -> bool {
        let fresh = self.items.iter().all(|item| matches!(item, Item::Time(_)));
        if !fresh || !self.pending.pieces.is_empty() || !self.c.is(0, words!["at", "with", "on"]) {
            return false;
        }
        let Some((rest, pieces)) = front(self.c).filter(|(rest, _)| !rest.is(0, words![","])) else {
            return false;
        };
        let Some((behind, np)) = noun_phrase(skip_leading(rest)) else { return false };
        let between = crate::en::clause::adjunct::times(behind).0;
        let named = matches!(np.who, Who::Named(_) | Who::Member { .. } | Who::Total);
        let verb = named.then(|| verb_group(between, false)).flatten();
        let finite = verb.is_some_and(|(_, group)| is_finite(group.verb.form) && group.mood == Mood::Plain);
        if finite {
            self.pending.pieces.extend(pieces);
            self.c = rest;
        }
        finite
    }

    /// Whatever may stand in front of a sentence, up to a comma with another subject behind it.
    fn any_front(&mut self, focus: &Np) -> bool {
        let clause = |c: Chunks<'p>| {
            let (rest, np) = noun_phrase(skip_leading(c))?;
            let rest = crate::en::clause::adjunct::times(rest).0;
            let finite = verb_group(rest, false).is_some_and(|(_, group)| is_finite(group.verb.form));
            (finite && np.is_named() && np.who != focus.who).then_some(())
        };
        let figure = |ahead: &usize| {
            self.c.get(*ahead).is_some_and(|chunk| {
                chunk.is_figure()
                    || matches!(chunk.phrase, Phrase::First(_))
                    || crate::en::phrase::weeks::running(&chunk.phrase).is_some()
            })
        };
        let comma = (1..20).find(|ahead| self.c.is(*ahead, words![",", ";", "(", ":", "—", "–"]));
        let Some(comma) = comma.filter(|ahead| self.c.is(*ahead, words![","])) else { return false };
        let end = self.c.at + comma;
        if !(0..comma).any(|ahead| figure(&ahead)) || clause(self.c.skip(comma + 1)).is_none() {
            return false;
        }
        let (other, before) = (self.other.take(), self.c);
        let (kept, items) = (self.pending.clone(), self.items.len());
        self.focus = None;
        let read = self.weeks_or_first(comma) || self.figure_before() || self.participle_before();
        let told = &self.pending;
        let waits = !told.pieces.is_empty() || told.adjuncts.first.is_some() || told.adjuncts.weeks.is_some();
        if read && self.c.at == end && waits && self.items.len() == items {
            return true;
        }
        (self.focus, self.other, self.c) = (Some(focus.clone()), other, before);
        self.pending = kept;
        self.items.truncate(items);
        false
    }

    /// "for the first time in five weeks, [Y fell]", "for a fifth straight week, [Y fell]".
    fn weeks_or_first(&mut self, comma: usize) -> bool {
        match self.c.phrase(0) {
            Some(Phrase::First(first)) if comma == 1 => self.pending.adjuncts.first = Some(first.clone()),
            Some(Phrase::Weeks(weeks)) if comma == 1 => self.pending.adjuncts.weeks = Some(*weeks),
            _ => return false,
        }
        self.c = self.c.skip(1);
        true
    }

    /// "; meanwhile, [at 4 trillion tokens, …]", "; by contrast, […]": behind a turn of phrase.
    fn behind_turn(&self) -> bool {
        let comma = self.c.at.saturating_sub(1);
        let c = (comma.saturating_sub(4)..comma)
            .rev()
            .map(|at| Chunks { at, ..self.c })
            .find(|c| is_stop(*c, 0) || c.is(0, JOINS));
        let Some(turn) = c.map(|c| c.skip(1)) else { return false };
        let count = comma - turn.at;
        let word = words!["meanwhile", "however", "elsewhere"];
        count > 0 && (aside::aside(turn) == count || count == 1 && turn.is(0, word))
    }

    /// "Although X rose, [at 4 trillion tokens, Y …]": behind the clause that the sentence opens with.
    fn behind_subclause(&self) -> bool {
        let first = Chunks { at: 0, ..self.c };
        let opens = first.is(0, words!["although", "though", "while", "whereas", "when"])
            || first.are(&["even", "as"])
            || first.are(&["even", "though"]);
        opens && (1..self.c.at - 1).all(|at| !is_stop(Chunks { at, ..self.c }, 0))
    }
}

/// "at 4.8 trillion tokens", "with a 12 % share of all tokens", "down 8 % from the week before".
fn front(c: Chunks<'_>) -> Option<(Chunks<'_>, Vec<Piece>)> {
    if let Some((rest, piece)) = level::beside(c) {
        return Some((rest, vec![piece]));
    }
    if c.is(0, words!["with"])
        && let Some((rest, value, Some(of))) = percentage(c.skip(1))
    {
        return Some((rest, vec![crate::en::clause::share::piece(value, Some(of))]));
    }
    let (rest, value, times) = change::adverbial(c)?;
    let mut outcome = Outcome::default();
    let rest = change::to_and_from(rest, &mut outcome).unwrap_or(rest);
    let mut pieces = vec![Piece { times, ..Piece::beside(Act::Change { value }) }];
    pieces.append(&mut outcome.pieces);
    rest.is(0, words![","]).then_some((rest, pieces))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn of_the_subject_to_come() {
        let fell = "Alder fell by 8 percent";
        let birch: &[&str] = &[fell, "Birch was 4.8 trillion tokens", "Birch ranked number 1 by call volume"];
        assert_read(&[
            ("Alder fell 8%, while at 4.8 trillion tokens, Birch led the chart.", birch),
            ("Alder fell 8%, and at 4.8 trillion tokens Birch led the chart.", birch),
            ("Alder fell 8%; with 4.8 trillion tokens, Birch led the chart.", birch),
            ("Alder fell 8%; meanwhile, at 4.8 trillion tokens, Birch led the chart.", birch),
            (
                "Alder fell 8%, and now No. 1 on the chart, Birch rose 3%.",
                &[fell, "Birch ranked number 1 by call volume", "Birch rose by 3 percent"],
            ),
            ("Alder fell 8%; by contrast, at 4.8 trillion tokens, Birch led the chart.", birch),
            ("Although Alder fell 8%, at 4.8 trillion tokens Birch led the chart.", birch),
            (
                "Alder fell 8%, and for the first time in five weeks, Birch rose.",
                &[fell, "Birch rose for the first time in 5 weeks"],
            ),
            (
                "Alder fell 8%; after five weeks of growth, Birch fell 3%.",
                &[
                    fell,
                    "In the week of 15 June 2026, Birch rose from the week of 8 June 2026 for 5 consecutive weeks",
                    "Birch fell by 3 percent",
                ],
            ),
            (
                "At 4.8 trillion tokens Birch led the chart last week.",
                &["Birch was 4.8 trillion tokens", "Birch ranked number 1 by call volume"],
            ),
            (
                "Alder fell 8%; up 3% from the week before, Birch led the chart.",
                &[fell, "Birch rose by 3 percent", "Birch ranked number 1 by call volume"],
            ),
        ]);
    }
}
