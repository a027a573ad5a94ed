//! What had come before a clause, and was of its own week: `X was third, having lost 4.2 %`, `after a decline
//! of 8 % from the week before`; and in front of it: `Having processed 4 trillion tokens last week, X …`.

use super::accept::is_when;
use super::before::of_earlier;
use super::*;
use crate::en::clause::Anchor;
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Role, Time, When};

impl<'p> Parser<'p> {
    /// ", having lost 4.2 %", ", after a decline of 8 % from the week before": how the week that is
    /// spoken of was held against the one before, where nothing else tells it. Without the week
    /// before, a decline may have come in another week.
    pub(super) fn having_moved(&mut self, focus: &Np) -> bool {
        let start = self.c.at;
        if !self.c.is(0, words!["having", "after", "following"]) || self.moved(focus) {
            return false;
        }
        let found = match self.c.is(0, words!["having"]) {
            true => having(self.c, focus),
            false => on_the_week_before(self.c).or_else(|| self.in_last_week(self.c)),
        };
        let Some((rest, outcome)) = found else { return false };
        let told = outcome.pieces.iter().all(|piece| match &piece.act {
            Act::Change { value } => !value.is_direction() && piece.times.is_empty(),
            Act::Level { .. } => piece.anchor == Anchor::End,
            _ => false,
        });
        let plain = told
            && !outcome.negated
            && outcome.adjuncts.weeks.is_none()
            && outcome.adjuncts.first.is_none()
            && outcome.adjuncts.times.iter().all(|time| time.role == Role::Base || is_last_week(time));
        plain && self.accept(start, rest, focus, outcome, Group::PLAIN)
    }

    /// Was a change told of it, and not only for how many weeks?
    fn moved(&self, np: &Np) -> bool {
        self.items.iter().any(|item| {
            matches!(item, Item::Said(said) if said.who.who == np.who
                && matches!(said.act, Act::Change { .. }) && said.adjuncts.weeks.is_none())
        })
    }

    /// "X's losing streak reached five weeks after a fall of 7.7 % last week, to 344 billion tokens": of
    /// the week that is spoken of, where the sentence names no other.
    fn in_last_week(&self, c: Chunks<'p>) -> Option<(Chunks<'p>, Outcome)> {
        let timed = self.items.iter().any(|item| match item {
            Item::Said(said) => said.adjuncts.times.iter().any(is_when),
            Item::Time(_) | Item::Passing { .. } => true,
            Item::Unread { .. } => false,
        });
        let (rest, value, told) = change::change_noun(c.skip(1)).filter(|_| !timed)?;
        let (rest, time) = match (rest.phrase(0), told.as_slice()) {
            (Some(Phrase::Time(time)), []) => (rest.skip(1), time.clone()),
            (_, [time]) => (rest, Time { role: Role::At, ..time.clone() }),
            _ => return None,
        };
        let mut outcome =
            Outcome { pieces: vec![Piece::beside(Act::Change { value })], ..Outcome::default() };
        outcome.adjuncts.times.push(time.clone());
        let comma = usize::from(rest.is(0, words![","]) && rest.is(1, words!["to"]));
        let rest = change::to_and_from(rest.skip(comma), &mut outcome).unwrap_or(rest);
        is_last_week(&time).then_some((rest, outcome))
    }

    /// May what "having" tells in front of a clause be taken, and of when? "Having fallen to 3 trillion, X
    /// …" does not say by when; "Having entered the week before, X …" is not of the clause's time.
    pub(super) fn having_told(&self, outcome: &mut Outcome, told: &mut Adjuncts, rest: Chunks<'p>) -> bool {
        let change = |piece: &Piece| matches!(piece.act, Act::Change { .. });
        if told.weeks.is_some() {
            // "Having risen for nine weeks in a row, X fell": up to the week before.
            let [Piece { act: Act::Change { value }, .. }] = outcome.pieces.as_mut_slice() else {
                return false;
            };
            if !told.times.is_empty() || !turns(rest, value.falling) {
                return false;
            }
            outcome.pieces.iter_mut().for_each(|piece| piece.anchor = Anchor::Before);
            return true;
        }
        if told.times.is_empty() {
            return !outcome.pieces.iter().any(super::pieces::was_then);
        }
        if told.times.iter().all(|time| time.role == Role::Base) {
            return outcome.pieces.iter().all(change);
        }
        if told.first.is_some() || !told.times.iter().all(|time| time.role == Role::At) {
            return false;
        }
        // "Having gained 8 % last week, X is third": that week was told, and no other.
        if told.times.iter().all(|time| is_last_week(time) || time.when.is_dated_week()) {
            return true;
        }
        let pieces = std::mem::take(&mut outcome.pieces);
        outcome.pieces = pieces.into_iter().map(of_earlier).collect();
        true
    }
}

/// "last week".
pub(super) fn is_last_week(time: &Time) -> bool {
    time.role == Role::At && matches!(time.when, When::Unit { unit: TimeUnit::Week, shift: -1 })
}

/// "having lost 4.2 %".
fn having<'p>(c: Chunks<'p>, focus: &Np) -> Option<(Chunks<'p>, Outcome)> {
    let (rest, group) = verb_group(c, true)?;
    let plain = !group.negated && !group.passive && group.mood == Mood::Plain;
    let (rest, mut outcome) = plain.then(|| predicate(rest, focus, &group)).flatten()?;
    Some((adjuncts(rest, &mut outcome), outcome))
}

/// "after a decline of 8 % from the week before": held against it, not told of it.
fn on_the_week_before(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let (rest, value, told) = change::change_noun(c.skip(1))?;
    let words = c.until(rest.at);
    let against = (1..words.len()).any(|ahead| {
        let held = words.get(ahead).map_or("", |chunk| words.lower(chunk.first));
        matches!(words.phrase(ahead), Some(Phrase::Time(_)))
            && matches!(held, "from" | "on" | "versus" | "against" | "over")
    });
    let mut outcome = Outcome { pieces: vec![Piece::beside(Act::Change { value })], ..Outcome::default() };
    outcome.adjuncts.times = told;
    let rest = adjuncts(rest, &mut outcome);
    against.then_some((rest, outcome))
}

/// Does the clause behind the comma go the other way?
fn turns(rest: Chunks<'_>, falling: bool) -> bool {
    let Some((behind, np)) =
        rest.is(0, words![","]).then(|| noun_phrase(skip_leading(rest.skip(1)))).flatten()
    else {
        return false;
    };
    let Some((_, group)) = verb_group(behind, false).filter(|_| np.is_named()) else { return false };
    let way = if falling { Frames::UP } else { Frames::DOWN };
    group.verb.frames.any(way) && !group.negated && !group.passive
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn behind_a_clause() {
        let fell = "Alder fell by 4.2 percent";
        assert_read(&[
            ("Alder was third last week, having lost 4.2%.", &["Alder ranked number 3 by call volume", fell]),
            (
                "Alder processed 3.6 trillion tokens last week, after a decline of 4.2% from the week before.",
                &["Alder was 3.6 trillion tokens", fell],
            ),
            (
                "Alder processed 3.6 trillion tokens last week, having fallen to 3 trillion.",
                &["Alder was 3.6 trillion tokens", "?"],
            ),
        ]);
    }

    #[test]
    fn in_front_of_a_clause() {
        assert_read(&[
            (
                "Having processed 4.2 trillion tokens last week, Alder overtook Birch.",
                &[
                    "Alder was 4.2 trillion tokens",
                    "Alder was above that of Birch, unlike in the week of 15 June 2026",
                ],
            ),
            (
                "Having risen for nine weeks in a row, Alder fell 0.9% last week.",
                &[
                    "In the week of 15 June 2026, Alder rose from the week of 8 June 2026 for 9 consecutive weeks",
                    "Alder fell by 0.9 percent",
                ],
            ),
        ]);
        assert_listed(&["Having fallen to 3 trillion tokens, the market shrank."]);
    }
}
