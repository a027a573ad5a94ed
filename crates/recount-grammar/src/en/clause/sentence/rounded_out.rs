//! The last ones of the top n: `Rounding out the top five: X and Y`, `The top nine was
//! completed by X, in ninth`.

use super::forms::Listed;
use super::*;
use crate::en::phrase::place::Place;
use crate::en::phrase::time::Time;

impl<'p> Parser<'p> {
    /// Several are each among them; one alone is the last of them, or where it is said to be.
    pub(super) fn rounded_out(&mut self) -> bool {
        let start = self.c.at;
        let look = skip_leading(self.c);
        let Some((names, top, times)) = completing(look).or_else(|| completed_by(look)) else {
            return false;
        };
        let Some((rest, np)) = noun_phrase(names) else { return false };
        let Who::Named(who) = &np.who else { return false };
        let alone = who.len() == 1
            && !rest.is(0, words!["with", "at", "on", "("])
            && !(rest.is(0, words![","]) && matches!(rest.phrase(1), Some(Phrase::Name(_))));
        if !alone {
            let told = Listed { top, rest_of: true, ordered: false, all_of: None };
            return self.names_of_top(start, names, told, times);
        }
        let comma = usize::from(rest.is(0, words![","]));
        let inside = rest.skip(comma).is(0, words!["in", "at"]);
        let (rest, place) = match inside.then(|| rank::place(rest.skip(comma + 1))).flatten() {
            Some((after, place @ Place::At(_))) => (after, place),
            _ => (rest, Place::At(top)),
        };
        let mut outcome = Outcome::one(Act::Rank { place, movement: None, among: None });
        outcome.adjuncts.times = times;
        let rest = adjuncts(rest, &mut outcome);
        np.about == About::Nothing && self.accept(start, rest, &np, outcome, Group::PLAIN)
    }
}

/// "Rounding out the top five [last week] were", "Completing the top five:".
fn completing(c: Chunks<'_>) -> Option<(Chunks<'_>, u32, Vec<Time>)> {
    let completes =
        |verb: crate::en::lexicon::Verb| verb.form == Form::Ing && verb.frames.any(Frames::COMPLETE);
    let look = c.verb(0).is_some_and(completes).then(|| c.skip(1))?;
    let look = look.skip(usize::from(look.is(0, words!["out"])));
    let Phrase::Place(Place::Top(top)) = look.phrase(0)? else { return None };
    let (rest, times) = crate::en::clause::adjunct::times(look.skip(1));
    if rest.is(0, words![":", "—", "–"]) {
        return Some((rest.skip(1), *top, times));
    }
    // "Rounding out the top five was X" is read as any clause that begins with its place.
    let many = rest.is(0, words!["were", "are"]);
    many.then(|| (rest.skip(1), *top, times))
}

/// "The top five was rounded out by".
fn completed_by(c: Chunks<'_>) -> Option<(Chunks<'_>, u32, Vec<Time>)> {
    let Phrase::Place(Place::Top(top)) = c.phrase(0)? else { return None };
    let (rest, mut times) = crate::en::clause::adjunct::times(c.skip(1));
    let (rest, group) = verb_group(rest, false)?;
    if !group.passive
        || !group.verb.frames.any(Frames::COMPLETE)
        || group.negated
        || group.mood != Mood::Plain
    {
        return None;
    }
    let rest = rest.skip(usize::from(rest.is(0, words!["out"])));
    let (rest, more) = crate::en::clause::adjunct::times(rest);
    times.extend(more);
    rest.is(0, words!["by"]).then(|| (rest.skip(1), *top, times))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn the_last_of_the_top() {
        let third: &[&str] = &["Cedar ranked number 3 by call volume"];
        let both: &[&str] =
            &["Birch was in the top 5 by call volume", "Cedar was in the top 5 by call volume"];
        assert_read(&[
            ("Rounding out the top three: Cedar.", third),
            ("The top three was rounded out by Cedar.", third),
            ("The top five was completed by Cedar, in third.", third),
            ("Rounding out the top five: Birch and Cedar.", both),
            ("Completing the top five last week were Birch and Cedar.", both),
            ("The top five was rounded out by Birch and Cedar.", both),
            (
                "Rounding out the top five were Birch with 3.2 trillion tokens and Cedar with 2.5 trillion.",
                &[
                    "Birch was in the top 5 by call volume", "Cedar was in the top 5 by call volume",
                    "Birch was 3.2 trillion tokens", "Cedar was 2.5 trillion tokens",
                ],
            ),
        ]);
    }

    #[test]
    fn what_else_is_rounded() {
        assert_listed(&["The top five was not rounded out by Cedar."]);
    }
}
