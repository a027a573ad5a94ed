//! Two in one place, or in each other's: `X and Y tied for second`, `X shared first place
//! with Y`, `X and Y swapped places`.

use super::*;
use crate::en::lexicon::{Noun, Seen};
use crate::en::phrase::place::Place;
use recount_model::{Quantity, Subject, Unit};

impl<'p> Parser<'p> {
    /// Every form; which of two who swapped is ahead now, is not said.
    pub(super) fn two_in_places(&mut self) -> bool {
        if !self.c.seen.any(Seen::TIED) {
            return false;
        }
        let start = self.c.at;
        let front = skip_leading(self.c);
        let Some((rest, np)) = noun_phrase(front).filter(|(_, np)| np.about == About::Nothing && !np.share)
        else {
            return false;
        };
        let Who::Named(names) = &np.who else { return false };
        let (mut rest, times) = crate::en::clause::adjunct::times(rest);
        rest = rest.skip(usize::from(rest.is(0, words!["have", "has", "had", "both"])));
        rest = skip_adverbs(rest);
        let swapped = swapped(rest);
        let Some(behind) = swapped.or_else(|| shared(rest)).or_else(|| tied(rest)) else { return false };
        let (behind, place) = match swapped {
            Some(behind) => (behind, None),
            None => match level_place(behind) {
                Some((behind, place)) => (behind, Some(place)),
                None => return false,
            },
        };
        let mut all = names.clone();
        let mut behind = behind;
        if behind.is(0, words!["with"]) {
            let Some((after, other)) = noun_phrase(behind.skip(1)) else { return false };
            let (Who::Named(others), About::Nothing) = (&other.who, other.about) else { return false };
            all.extend(others.iter().cloned());
            behind = after;
        }
        let thing = |one: &Vec<Subject>| matches!(one.as_slice(), [Subject::Entity(_) | Subject::Series(_)]);
        let count = all.len();
        if !all.iter().all(thing) || np.together || swapped.is_some() && count != 2 {
            return false;
        }
        let one = |name: &Vec<Subject>| Np { who: Who::Named(vec![name.clone()]), ..np.clone() };
        let Some(first) = all.first().map(one) else { return false };
        let mut outcome = match place {
            Some(place) => Outcome { pieces: on_a_level(&all, place, one), ..Outcome::default() },
            None => {
                let Some(object) = all.get(1).map(one) else { return false };
                let value = Quantity::direction(false, Unit::Own);
                let mut outcome = Outcome::one(Act::Compare { object, value, event: true });
                outcome.adjuncts.either = true;
                outcome
            }
        };
        if outcome.pieces.is_empty() {
            return false;
        }
        outcome.adjuncts.times.extend(times);
        let behind = adjuncts(behind, &mut outcome);
        let subject = if place.is_some() { np.clone() } else { first };
        self.accept(start, behind, &subject, outcome, Group::PLAIN)
    }
}

/// Each of them in that place or, one having to be named before the other, next to it; and
/// two of them level.
fn on_a_level(all: &[Vec<Subject>], place: u32, one: impl Fn(&Vec<Subject>) -> Np) -> Vec<Piece> {
    let more = u32::try_from(all.len().max(2) - 1).unwrap_or(1);
    let act = || Act::Rank { place: Place::Between(place, place + more), movement: None, among: None };
    let ranks = all.iter().map(|name| Piece { who: Some(one(name)), ..Piece::main(act()) });
    let mut pieces: Vec<Piece> = ranks.collect();
    if let [first, second] = all {
        let value = Quantity::bare(recount_model::Figure::Flat, Unit::Percent);
        let act = Act::Compare { object: one(second), value, event: false };
        pieces.push(Piece { who: Some(one(first)), ..Piece::main(act) });
    }
    pieces
}

/// "swapped places", "have traded spots".
fn swapped(c: Chunks<'_>) -> Option<Chunks<'_>> {
    const SWAP: &crate::token::Words = words![
        "swap", "swaps", "swapped", "trade", "trades", "traded", "exchange", "exchanges", "exchanged",
        "switch", "switches", "switched", "change", "changes", "changed",
    ];
    let places = c.noun(1) == Some(Noun::Place) && c.word(1).ends_with('s');
    (c.is(0, SWAP) && places).then(|| c.skip(2))
}

/// "shared [first place]", "share [third]".
fn shared(c: Chunks<'_>) -> Option<Chunks<'_>> {
    c.is(0, words!["shared", "shares", "share"]).then(|| c.skip(1))
}

/// "tied [with X] for [second]", "were tied in [second place]", "are joint [third]".
fn tied(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let be = usize::from(c.verb(0).is_some_and(|verb| verb.frames.any(Frames::BE)));
    let look = c.skip(be);
    if be == 1 && look.is(0, words!["joint"]) {
        return Some(look.skip(1));
    }
    let tied =
        look.is(0, words!["tied", "tie", "ties", "level"]) && (be == 1 || !look.is(0, words!["level"]));
    (tied && look.is(1, words!["for", "in", "at", "on"])).then(|| look.skip(2))
}

/// The place, one place alone.
fn level_place(c: Chunks<'_>) -> Option<(Chunks<'_>, u32)> {
    match rank::place(c)? {
        (rest, Place::At(place)) => Some((rest, place)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read, readings};

    #[test]
    fn two_in_one_place() {
        let tied: &[&str] = &[
            "Alder ranked between number 2 and number 3 by call volume",
            "Birch ranked between number 2 and number 3 by call volume",
            "Alder was level with that of Birch",
        ];
        assert_read(&[
            ("Alder and Birch tied for second.", tied),
            ("Alder and Birch were tied for second place last week.", tied),
            ("Alder tied for second with Birch.", tied),
            ("Alder and Birch shared second place.", tied),
            ("Alder shared second place with Birch last week.", tied),
            ("Alder and Birch were joint second.", tied),
        ]);
    }

    #[test]
    fn two_in_each_others_places() {
        let swapped = "Alder was above that of Birch, unlike in the week of 15 June 2026";
        let turned = "Birch was above that of Alder, unlike in the week of 15 June 2026";
        for sentence in [
            "Alder and Birch swapped places.",
            "Alder swapped places with Birch.",
            "Alder and Birch traded spots last week.",
            "Alder and Birch have changed places.",
        ] {
            assert_read(&[(sentence, &[swapped])]);
            assert_eq!(readings(sentence), [turned], "{sentence}");
        }
    }

    #[test]
    fn who_or_what_is_not_told() {
        assert_listed(&[
            "Alder, Birch and Cedar swapped places.",
            "The north and the south swapped places.",
            "Alder and Birch tied for second in the race for talent.",
        ]);
    }
}
