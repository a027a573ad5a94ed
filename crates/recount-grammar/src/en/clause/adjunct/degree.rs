//! How far apart two are, without a figure: `by a whisker`, `by a wide margin`.

use crate::en::clause::predicate::Outcome;
use crate::en::clause::{Act, adjunct};
use crate::en::lexicon::Noun;
use crate::en::phrase::Chunks;
use crate::en::phrase::place::Place;
use crate::token::Words;

/// What is small or large in a race.
const LENGTHS: &Words = words![
    "whisker", "nose", "hair", "neck", "length", "mile", "head", "fraction", "sliver", "touch", "distance",
    "whisper", "breath", "thread", "street", "way", "landslide", "smidgen", "inch", "fingernail",
];

/// "by a whisker", "by the narrowest of margins", "by a wide margin": behind an order or a
/// place, of which it says no more than that it was so.
pub(super) fn by_how_far<'p>(c: Chunks<'p>, outcome: &Outcome) -> Option<Chunks<'p>> {
    let order = |act: &Act| match act {
        Act::Compare { value, .. } => value.is_direction(),
        Act::Rank { place: Place::At(_) | Place::Top(_), .. } => true,
        _ => false,
    };
    if !c.is(0, words!["by"]) || !outcome.pieces.last().is_some_and(|piece| order(&piece.act)) {
        return None;
    }
    if c.is(1, words!["far"]) {
        return Some(c.skip(2));
    }
    let look = c.is(1, words!["a", "the", "some", "just", "only"]).then(|| c.skip(2))?;
    let look = look.skip(usize::from(look.is(0, words!["a", "the"])));
    // "by the narrowest of margins".
    if look.word(0).ends_with("est") && look.is(1, words!["of", "possible"]) {
        let rest = look.skip(2);
        return (rest.noun(0) == Some(Noun::Gap) || rest.is(0, words!["margins"])).then(|| rest.skip(1));
    }
    let how = usize::from(look.entry(0).verb.is_none() && !ends_it(look) && ends_it(look.skip(1)));
    let look = look.skip(how);
    let rest = ends_it(look).then(|| look.skip(1))?;
    // "by a hair's breadth"; "by a margin of 1.2 trillion" has a figure.
    let rest =
        rest.skip(if rest.is(0, words!["'s", "’s"]) && rest.is(1, words!["breadth"]) { 2 } else { 0 });
    let figure = rest.is(0, words!["of", "that"]) || rest.is(0, words!["-"]);
    (!figure && adjunct::level::beside(rest).is_none()).then_some(rest)
}

/// A length, or a margin.
fn ends_it(c: Chunks<'_>) -> bool {
    c.is(0, LENGTHS) || c.noun(0) == Some(Noun::Gap)
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn how_far_without_a_figure() {
        let ahead: &[&str] = &["Alder was above that of Birch"];
        assert_read(&[
            ("Alder beat Birch by a whisker.", ahead),
            ("Alder led Birch by a wide margin last week.", ahead),
            ("Alder edged out Birch by the narrowest of margins.", ahead),
            ("Alder was ahead of Birch by a hair's breadth.", ahead),
            ("Alder leads by a mile.", &["Alder ranked number 1 by call volume"]),
            ("Alder missed first place by a whisker.", &["Alder did not rank number 1 by call volume"]),
            (
                "Alder beat Birch by a margin of 1.2 trillion tokens.",
                &["Alder was 1.2 trillion tokens above that of Birch"],
            ),
        ]);
    }

    #[test]
    fn no_length() {
        assert_listed(&["Alder beat Birch by a vote of the readers.", "Alder rose by a whisker."]);
    }
}
