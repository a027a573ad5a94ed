//! Who somebody was then, behind the name: `overtook X, the previous week's leader`, `X, for
//! seven weeks the leader, was third`.

use super::*;
use crate::en::phrase::place::Place;
use crate::en::phrase::time::{Role, Time};

impl<'p> Parser<'p> {
    /// "X's share, 13.2 % two weeks ago, has slipped": what it was then.
    pub(super) fn share_of_then(&mut self, c: Chunks<'p>, np: &Np) -> bool {
        let Some((rest, Phrase::Percent(value))) = figure(c).filter(|_| np.share) else { return false };
        let (rest, mut told) = crate::en::clause::adjunct::times(rest);
        if told.is_empty() || !rest.is_empty() {
            return false;
        }
        told.iter_mut().for_each(|time| time.role = Role::At);
        let act = Act::Share { value: value.clone(), whole: None, top: None };
        self.bracket_says(c, np, act);
        if let Some(Item::Said(said)) = self.items.last_mut() {
            said.adjuncts.times = told;
            said.adjuncts.local = true;
            said.anchor = crate::en::clause::Anchor::Earlier;
        }
        true
    }

    /// ", the previous week's leader", ", the runner-up in the week before", ", for seven weeks
    /// the leader": of the name just before the comma.
    pub(super) fn title_of_then(&mut self) -> bool {
        let start = self.c.at;
        if !matches!(self.c.word_before(), "," | "(" | "—" | "–") {
            return false;
        }
        let owner = self.other.clone().or_else(|| self.focus.clone());
        let Some(np) = owner.filter(|np| np.is_named() && np.about == About::Nothing) else { return false };
        let Some((rest, outcome)) =
            titled(self.c, self.other.is_some()).filter(|(rest, _)| is_stop(*rest, 0))
        else {
            return false;
        };
        let focus = self.focus.clone();
        let read = self.accept(start, rest, &np, outcome, Group::PLAIN);
        if read && self.other.is_some() {
            self.focus = focus;
        }
        read
    }
}

impl<'p> Parser<'p> {
    /// "X led; No. 2, Y, gained 4 %": the place of Y, in front of its name.
    pub(super) fn title_of_next(&mut self) -> bool {
        let start = self.c.at;
        let begins = start == 0
            || matches!(self.c.word_before(), ";" | "." | ":" | "and" | "while" | "but")
            || matches!(self.c.all.get(start - 1), Some(Chunk { phrase: Phrase::Time(_), .. }));
        let look = self.c.skip(usize::from(self.c.is(0, words!["the"])));
        if !begins || !matches!(look.phrase(0), Some(Phrase::Place(Place::At(_)))) {
            return false;
        }
        let Some((rest, place @ Place::At(_))) = rank::place(look) else { return false };
        if !rest.is(0, words![","]) {
            return false;
        }
        let Some((rest, np)) = noun_phrase(rest.skip(1)) else { return false };
        let one = matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing;
        let goes_on = rest.is(0, words![","])
            && skip_adverbs(rest.skip(1)).verb(0).is_some_and(|verb| is_finite(verb.form));
        one && goes_on && {
            let outcome = Outcome::one(Act::Rank { place, movement: None, among: None });
            self.accept(start, rest, &np, outcome, Group::PLAIN)
        }
    }
}

/// A place of then: with its week, or with how long it was held.
fn titled(c: Chunks<'_>, of_another: bool) -> Option<(Chunks<'_>, Outcome)> {
    week_s_place(c).or_else(|| place_of_then(c, of_another)).or_else(|| weeks_the_leader(c))
}

/// "the previous week's leader", "last week's No. 2".
fn week_s_place(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let Phrase::Time(time) = c.phrase(0)? else { return None };
    let owned = c.is(1, words!["'s", "’s"]).then(|| c.skip(2))?;
    let place = match owned.phrase(0)? {
        Phrase::Place(place @ Place::At(_)) => *place,
        _ if owned.is(0, words!["leader", "frontrunner", "winner", "champion"]) => Place::At(1),
        _ => return None,
    };
    Some((owned.skip(1), was_then(place, time)))
}

/// "the leader of the week before", "the runner-up also in the week of June 8", "No. 1 a week
/// earlier" behind another name; "X, third a week ago, is now first" a bracket reads.
fn place_of_then(c: Chunks<'_>, of_another: bool) -> Option<(Chunks<'_>, Outcome)> {
    let (behind, place @ Place::At(_)) = rank::place(c)? else { return None };
    let rest = behind;
    let rest = rest.skip(usize::from(rest.is(0, words!["also", "even", "still", "only"])));
    let rest = rest.skip(usize::from(rest.is(0, words!["of", "in", "from"])));
    let Phrase::Time(time) = rest.phrase(0)? else { return None };
    (of_another || rest.at > behind.at).then(|| (rest.skip(1), was_then(place, time)))
}

/// "for seven weeks the leader".
fn weeks_the_leader(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let weeks = crate::en::phrase::weeks::running(c.phrase(0)?)?;
    let (rest, place @ Place::At(_)) = rank::place(c.skip(1))? else { return None };
    let mut outcome = Outcome::one(Act::Rank { place, movement: None, among: None });
    outcome.adjuncts.weeks = Some(weeks);
    (!weeks.ordinal).then_some((rest, outcome))
}

/// That place, at that time.
fn was_then(place: Place, time: &Time) -> Outcome {
    let act = Act::Rank { place, movement: None, among: None };
    let time = Time { role: Role::At, ..time.clone() };
    let piece = Piece { anchor: super::super::Anchor::Earlier, times: vec![time], ..Piece::beside(act) };
    Outcome { pieces: vec![piece], ..Outcome::default() }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn who_it_was_then() {
        let ahead = "Alder was above that of Birch, unlike in the week of 15 June 2026";
        let led = "In the week of 15 June 2026, Birch ranked number 1 by call volume";
        assert_read(&[
            ("Alder overtook Birch, the previous week's leader.", &[ahead, led]),
            ("Alder overtook Birch, the leader of the week before.", &[ahead, led]),
            ("Alder overtook Birch, No. 1 a week earlier.", &[ahead, led]),
            (
                "Alder overtook Birch, the runner-up in the week before.",
                &[ahead, "In the week of 15 June 2026, Birch ranked number 2 by call volume"],
            ),
            (
                "Birch, for seven weeks the leader, was relegated to third.",
                &[
                    "In the week of 15 June 2026, Birch ranked number 1 by call volume for 7 consecutive weeks",
                    "Birch dropped to number 3 by call volume compared with the week of 15 June 2026",
                ],
            ),
        ]);
    }

    #[test]
    fn titles_of_something_else() {
        let ahead = "Alder was above that of Birch, unlike in the week of 15 June 2026";
        assert_read(&[("Alder overtook Birch, the leader of 4 trillion fans.", &[ahead, "?"])]);
    }
}
