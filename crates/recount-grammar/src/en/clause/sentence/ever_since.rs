//! What has held since it came about: `X overtook Y in May and has led ever since`, `X took
//! first place in May and has not lost it since`, `… and has been there for five weeks`.

use super::*;
use crate::en::lexicon::Noun;
use crate::en::phrase::place::Place;
use crate::en::phrase::time::{Role, Time, When};
use recount_model::{Movement, Quantity, Unit};

impl<'p> Parser<'p> {
    /// Behind who overtook whom, or who took which place: that it has stayed so.
    pub(super) fn ever_since(&mut self) -> bool {
        let start = self.c.at;
        if !self.c.is(0, words!["has", "have"]) {
            return false;
        }
        let Some(Item::Said(last)) = self.items.last() else { return false };
        if last.negated || last.beside || last.mood != self.mood {
            return false;
        }
        let who = last.who.clone();
        let (act, compared) = match &last.act {
            Act::Compare { object, value, .. } if value.is_direction() && !value.falling => {
                let value = Quantity::direction(false, Unit::Own);
                (Act::Compare { object: object.clone(), value, event: false }, true)
            }
            Act::Rank { place, movement: Some(Movement::Took | Movement::Entered | Movement::Up), among } => {
                (Act::Rank { place: *place, movement: None, among: among.clone() }, false)
            }
            _ => return false,
        };
        let first = matches!(act, Act::Rank { place: Place::At(1), .. });
        let Some((rest, group)) = verb_group(self.c, false) else { return false };
        if group.passive || group.mood != Mood::Plain || group.no_longer {
            return false;
        }
        let Some(rest) = goes_on(rest, &group, compared || first) else { return false };
        let mut outcome = Outcome::one(act);
        let behind = adjuncts(rest, &mut outcome);
        let told = &mut outcome.adjuncts;
        let then = |time: &Time| time.role == Role::Since && time.when == When::Same;
        let since = told.times.iter().filter(|time| then(time)).count();
        if told.times.len() != since || since > 1 || told.first.is_some() {
            return false;
        }
        // "Has led for five weeks": up to now, not up to then.
        match (since, told.weeks.is_some()) {
            (0, true) => told.times.push(Time { role: Role::Since, when: When::Same }),
            (0, false) => return false,
            _ => {}
        }
        let group = Group { negated: false, ..group };
        self.accept(start, behind, &who, outcome, group)
    }
}

/// "led", "been ahead", "stayed there", "held it"; denied: "trailed", "lost it", "looked back".
/// `leads` where being ahead is what came about.
fn goes_on<'p>(c: Chunks<'p>, group: &Group, leads: bool) -> Option<Chunks<'p>> {
    let frames = group.verb.frames;
    let verb = c.word_before();
    if group.negated {
        let fallen = frames.any(Frames::BEHIND) || verb == "trailed";
        let lost = frames.any(Frames::LOSE.and(Frames::CEDE)) || verb == "left";
        let up = usize::from(verb == "given" && c.is(0, words!["up"]));
        return match () {
            () if fallen && leads => Some(c),
            () if leads && c.is(0, words!["behind"]) => Some(c.skip(1)),
            () if verb == "looked" && c.is(0, words!["back"]) && leads => Some(c.skip(1)),
            () if lost => it(c.skip(up)).map(|rest| rest.skip(usize::from(rest.is(0, words!["up"])))),
            () => None,
        };
    }
    let stays = frames.any(Frames::BE.and(Frames::STAY).and(Frames::HOLD));
    match () {
        () if frames.any(Frames::LEAD) && leads => Some(c),
        () if stays && leads && c.is(0, words!["ahead"]) => Some(c.skip(1)),
        () if stays && leads && c.are(&["in", "front"]) => Some(c.skip(2)),
        () if stays && leads && c.are(&["in", "the", "lead"]) => Some(c.skip(3)),
        () if stays && verb == "there" => Some(c),
        () if stays && c.is(0, words!["there"]) => Some(c.skip(1)),
        () if frames.any(Frames::HOLD) && !frames.any(Frames::BE) => it(c),
        () => None,
    }
}

/// "it", "the lead", "that place": what was told to be taken.
fn it(c: Chunks<'_>) -> Option<Chunks<'_>> {
    if c.is(0, words!["it"]) {
        return Some(c.skip(1));
    }
    let held = matches!(c.noun(1), Some(Noun::Place | Noun::Lead));
    (c.is(0, words!["the", "that", "its"]) && held).then(|| c.skip(2))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    const OVERTOOK: &str =
        "In the week of 11 May 2026, Alder was above that of Birch, unlike in the week of 4 May 2026";
    const TOOK: &str =
        "In the week of 11 May 2026, Alder took number 1 by call volume compared with the week of 4 May 2026";

    #[test]
    fn it_has_stayed_so() {
        let ahead: &[&str] = &[OVERTOOK, "Alder was above that of Birch for 7 consecutive weeks"];
        let first: &[&str] = &[TOOK, "Alder ranked number 1 by call volume for 7 consecutive weeks"];
        assert_read(&[
            ("Alder overtook Birch in the week of May 11 and has led ever since.", ahead),
            ("Alder overtook Birch in the week of May 11 and has never trailed since.", ahead),
            ("Alder overtook Birch in the week of May 11 and has not been behind since then.", ahead),
            ("Alder overtook Birch in the week of May 11 and has stayed ahead every week since.", ahead),
            ("Alder overtook Birch in the week of May 11 and has led for seven weeks.", ahead),
            ("Alder took the lead in the week of May 11 and has not lost it since.", first),
            ("Alder took first place in the week of May 11 and has not given it up since.", first),
            ("Alder took first place in the week of May 11 and has been there ever since.", first),
            ("Alder took first place in the week of May 11 and has held it since.", first),
        ]);
    }

    #[test]
    fn a_place_or_an_order_since_a_time() {
        assert_read(&[
            (
                "Alder has led the list since the week of June 1.",
                &["Alder ranked number 1 by call volume for 4 consecutive weeks"],
            ),
            (
                "Alder has not led the list since the week of May 4.",
                &["Alder did not rank number 1 by call volume for at least 7 consecutive weeks"],
            ),
        ]);
    }

    #[test]
    fn since_when_or_how_is_not_said() {
        assert_read(&[(
            "Alder overtook Birch in the week of May 11 and has grown fonder of it since.",
            &[OVERTOOK, "?"],
        )]);
        assert_listed(&["Alder has led ever since.", "Alder led the list since May."]);
    }
}
