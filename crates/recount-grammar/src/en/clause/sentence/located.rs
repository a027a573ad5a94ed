//! Whose figure it is, behind the verb: `admissions fell 6 % in X but rose 9 %
//! in Y, and 2 % in Z`.

use super::*;
use crate::en::clause::predicate::directed;
use crate::en::clause::tail::both_ends;
use crate::en::phrase::time::{Role, Time};
use crate::token::Words;

/// Prepositions before the place, or the one, that something is counted of.
const PLACES: &Words = words!["in", "at", "on", "for", "across", "among"];

impl<'p> Parser<'p> {
    /// A subject that is only what is counted, "admissions", and its owner
    /// behind the predicate. Not where the subject has an owner of its own:
    /// "its admissions fell in X".
    pub(super) fn located(&mut self, rest: Chunks<'p>, np: Np, outcome: &mut Outcome) -> (Chunks<'p>, Np) {
        let owned = self.c.is(0, words!["its", "their", "whose", "his", "her", "our"]);
        let counted = matches!(np.about, About::Metric(_)) && np.who == Who::Carried && !np.share && !owned;
        self.located = None;
        let Some((after, owner)) = counted.then(|| place(rest)).flatten() else {
            return (rest, np);
        };
        self.located = Some(np.about);
        (adjuncts(after, outcome), Np { about: np.about, ..owner })
    }

    /// "(prev. 15.77T)", "(last week: 15.77T)": what it was before.
    pub(super) fn previous(&mut self) -> bool {
        const BEFORE: &Words =
            words!["prev", "previous", "previously", "prior", "was", "formerly", "before", "from"];
        if self.c.word_before() != "(" || self.focus.is_none() {
            return false;
        }
        let start = self.c.at;
        let mut look = self.c;
        let mut outcome = Outcome::default();
        let mut piece_times = Vec::new();
        if look.is(0, BEFORE) {
            look = look.skip(1);
            look = look.skip(usize::from(look.is(0, words!["week"])));
        } else if let Some(Phrase::Time(time)) = look.phrase(0) {
            piece_times.push(Time { role: Role::At, ..time.clone() });
            look = look.skip(1);
        } else {
            return false;
        }
        look = look.skip(usize::from(look.is(0, words![".", ":"])));
        look = look.skip(usize::from(look.is(0, words![":"])));
        let share = self.focus.as_ref().is_some_and(|focus| focus.share);
        let (rest, act) = match figure(look) {
            Some((rest, phrase @ Phrase::Amount { .. })) => (level::skip_unit(rest), level_of(phrase)),
            // "X's share: 43 % (last week: 49 %)".
            Some((rest, Phrase::Percent(value))) if share => {
                (rest, Some(Act::Share { value: value.clone(), whole: None, top: None }))
            }
            _ => return false,
        };
        let Some(act) = act.filter(|_| is_stop(rest, 0)) else { return false };
        let anchor = if piece_times.is_empty() { Anchor::Before } else { Anchor::Earlier };
        outcome.pieces.push(Piece { times: piece_times, anchor, ..Piece::beside(act) });
        let focus = self.focus.clone().unwrap_or_else(|| Np::carried(self.c.span(start, start + 1)));
        self.accept(start, rest, &focus, outcome, Group::PLAIN)
    }

    /// "The numbers are wild:": words in front of a colon that promise the figures behind it.
    fn numbers_come(&self) -> bool {
        const NUMBERS: &Words = words!["numbers", "number", "figures", "figure", "tally", "result", "count"];
        let Some(colon) = self.c.at.checked_sub(1).filter(|_| self.c.word_before() == ":") else {
            return false;
        };
        let front = Chunks { at: 0, ..self.c }.until(colon);
        let article = usize::from(front.is(0, words!["the", "its", "their"]));
        let plain =
            front.all.get(..colon).unwrap_or(&[]).iter().all(|chunk| matches!(chunk.phrase, Phrase::Word(_)));
        let counted = matches!(self.c.phrase(0), Some(Phrase::Amount { metrics, .. }) if !metrics.is_empty());
        let be = front.verb(article + 1).is_some_and(|verb| verb.frames.any(Frames::BE));
        let short = colon == article + 1 || be && colon <= article + 4;
        plain && counted && front.is(article, NUMBERS) && short
    }

    /// "4.19 trillion tokens, up 8 %." as a sentence: of the one who was spoken of.
    pub(super) fn bare_figure(&mut self) -> bool {
        let fresh =
            self.items.iter().all(|item| matches!(item, Item::Time(_))) && self.pending == Outcome::default();
        let first = self.c.at == 0
            || matches!(self.c.all.get(self.c.at - 1), Some(Chunk { phrase: Phrase::Time(_), .. }));
        let told = self.numbers_come();
        if !(fresh && first || told) || self.focus.is_some() || self.unread.is_some() {
            return false;
        }
        let start = self.c.at;
        let way = both_ends(self.c, false);
        let (rest, mut outcome) = match figure(self.c).filter(|_| way.is_none()) {
            Some((rest, phrase @ Phrase::Amount { quantity, .. }))
                if !quantity.falling
                    && !signed(self.c)
                    && !self.c.is(0, words!["up", "down", "off", "plus", "minus"]) =>
            {
                let Some(act) = level_of(phrase) else { return false };
                (level::skip_unit(rest), Outcome::one(act))
            }
            // "Their best week ever.", "A new record."
            None if matches!(self.c.phrase(0), Some(Phrase::Record(_))) => match self.c.phrase(0) {
                Some(Phrase::Record(found)) => (self.c.skip(1), Outcome::one(Act::Record(found.clone()))),
                _ => return false,
            },
            _ => match change::adverbial(self.c) {
                Some((rest, value, times)) => {
                    let mut outcome = Outcome::one(Act::Change { value });
                    outcome.adjuncts.times = times;
                    let rest = change::to_and_from(rest, &mut outcome).unwrap_or(rest);
                    (rest, outcome)
                }
                // "Down from 49 % a week ago."
                None => match way.or_else(|| came_from(self.c)).or_else(|| place_or_share(self.c)) {
                    Some(found) => found,
                    None => return false,
                },
            },
        };
        let rest = adjuncts(rest, &mut outcome);
        // "Up 8 %, X led the chart" speaks of X.
        let alone = rest.is_empty()
            || rest.is(0, words![".", ";", "(", "!"])
            || rest.is(0, words![","]) && is_figure_behind(rest.skip(1));
        let nobody = Np::carried(self.c.span(start, start + 1));
        outcome.adjuncts.bare = true;
        alone && self.accept(start, rest, &nobody, outcome, Group::PLAIN)
    }

    /// "but rose 9 % in Y", "8 % in Y and 1 % in Z": the same figure of others.
    pub(super) fn elsewhere(&mut self) -> bool {
        let Some(about) = self.located else { return false };
        let start = self.c.at;
        let Some(focus) = self.focus.clone() else { return false };
        let read = match finite(skip_adverbs(self.c), &focus) {
            Some((rest, found)) => {
                let negated = found.group.negated != found.outcome.negated;
                Some((rest, found.outcome, negated))
            }
            None => self.same_figure().map(|(rest, outcome)| (rest, outcome, false)),
        };
        let Some((rest, mut outcome, negated)) = read else { return false };
        let Some((rest, owner)) = place(rest) else { return false };
        let rest = adjuncts(rest, &mut outcome);
        outcome.negated = false;
        let np = Np { about, ..owner };
        self.accept(start, rest, &np, outcome, Group { negated, ..Group::PLAIN })
    }

    /// A figure without a verb: as the last one.
    fn same_figure(&self) -> Option<(Chunks<'p>, Outcome)> {
        let Some(Item::Said(last)) = self.items.last() else { return None };
        // "up 5 % in X and down 9 % in Y": the word says which way.
        let moved = matches!(last.act, Act::Change { .. }).then(|| change::adverbial(self.c)).flatten();
        if let Some((rest, value, times)) = moved {
            let mut outcome = Outcome::one(Act::Change { value });
            outcome.adjuncts.times = times;
            return Some((rest, outcome));
        }
        let (rest, phrase) = figure(self.c)?;
        let act = match (&last.act, phrase) {
            (Act::Change { value: old }, Phrase::Percent(value)) => {
                Act::Change { value: directed(value, old.falling) }
            }
            (Act::Level { .. }, Phrase::Amount { .. }) => level_of(phrase)?,
            _ => return None,
        };
        Some((rest, Outcome::one(act)))
    }
}

/// Is the figure said with a sign, "+4 trillion"?
fn signed(c: Chunks<'_>) -> bool {
    c.get(0).is_some_and(|chunk| matches!(c.text(chunk.first), "+" | "-" | "−" | "–" | "±"))
}

/// Does another figure follow, and then no name in this sentence?
/// "Up from 3.9 trillion": what it was before.
fn came_from(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let (rest, pieces) = change::came_from(c)?;
    Some((rest, Outcome { pieces, ..Outcome::default() }))
}

fn is_figure_behind(c: Chunks<'_>) -> bool {
    let told = change::adverbial(c).is_some()
        || change::came_from(c).is_some()
        || matches!(c.phrase(0), Some(Phrase::Record(_)) | Some(Phrase::Place(_)))
        || c.is(0, words!["against", "versus", "compared"]);
    told && !(0..c.len()).any(|ahead| matches!(c.phrase(ahead), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_some()))
}

/// "in X": a name behind a preposition of place.
fn place(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    if !c.is(0, PLACES) {
        return None;
    }
    let (rest, np) = noun_phrase(c.skip(1))?;
    (np.is_named() && np.about == About::Nothing && !np.share).then_some((rest, np))
}

/// "Fifth place in the ranking.", "4.6 % of all tokens.": in an item of a list.
fn place_or_share(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    if let Some((rest, value, of @ Some(_))) = percentage(c) {
        let piece = crate::en::clause::share::piece(value, of);
        return Some((rest, Outcome { pieces: vec![piece], ..Outcome::default() }));
    }
    let (rest, place) = rank::place(c)?;
    let one = matches!(place, crate::en::phrase::place::Place::At(_));
    one.then(|| (rest, Outcome::one(Act::Rank { place, movement: None, among: None })))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn the_owner_may_stand_behind_the_verb() {
        assert_read(&[
            ("Call volume fell 6% in the south last week.", &["the south fell by 6 percent"]),
            (
                "Call volume fell 6% in the south last week but rose 9% in the north.",
                &["the south fell by 6 percent", "the north rose by 9 percent"],
            ),
            (
                "Token usage rose 6% at Alder last week, 8% at Birch and 1% at Cedar.",
                &["Alder rose by 6 percent", "Birch rose by 8 percent", "Cedar rose by 1 percent"],
            ),
        ]);
    }

    #[test]
    fn what_stands_in_front_shares_the_time_of_the_clause() {
        assert_read(&[(
            "Surging 8% to 4.2 trillion tokens, Alder ranked first in the week of June 8.",
            &[
                "In the week of 8 June 2026, Alder rose by 8 percent from the week of 1 June 2026",
                "In the week of 8 June 2026, Alder was 4.2 trillion tokens",
                "In the week of 8 June 2026, Alder ranked number 1 by call volume",
            ],
        )]);
    }

    #[test]
    fn an_owner_before_it_stays() {
        assert_listed(&["Alder's call volume fell 6% in the south last week."]);
    }
}
