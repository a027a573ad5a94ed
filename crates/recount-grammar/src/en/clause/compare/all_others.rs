//! Ahead of all the others, which is a place: `handled more tokens than any other model`,
//! `was ahead of every other northern model`, `beat all its rivals`.

use crate::en::clause::noun_phrase::of_them;
use crate::en::clause::predicate::{Outcome, Read};
use crate::en::clause::verb_group::skip_adverbs;
use crate::en::clause::{About, Act, Np, Who};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase, metric, units};

use super::what_is_compared;

/// "more tokens than any other model", "ahead of all the others": first. Does not read: how far
/// ahead, what is fewer, all but some.
pub(in crate::en::clause) fn all_others<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let look = skip_adverbs(c);
    let front = if look.is(0, words!["ahead", "clear"]) && look.is(1, words!["of"]) {
        look.skip(2)
    } else if look.are(&["in", "front", "of"]) {
        look.skip(3)
    } else if look.is(0, words!["above"]) {
        look.skip(1)
    } else if look.is(0, words!["more", "larger", "bigger", "higher", "greater"]) {
        return than_all(look.skip(1), subject);
    } else {
        return None;
    };
    first_of(front, subject)
}

/// "[beat] every other model", where the verb tells who is ahead.
pub(super) fn beats_all<'p>(c: Chunks<'p>, subject: &Np, frames: Frames) -> Read<'p> {
    let ahead = frames.any(Frames::AHEAD.and(Frames::OVERTAKE)) && !frames.any(Frames::BEHIND);
    ahead.then(|| first_of(c, subject)).flatten()
}

/// "[more] weekly tokens last week than any other model".
fn than_all<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let (look, told) = what_is_compared(c);
    let (rest, mut outcome) = first_of(look.is(0, words!["than"]).then(|| look.skip(1))?, subject)?;
    let counted = |chunk: &crate::en::phrase::Chunk<'_>| match &chunk.phrase {
        Phrase::Name(names) => metric(names).or_else(|| units(names).first().copied()),
        _ => None,
    };
    let between = c.all.get(c.at..look.at).unwrap_or(&[]);
    outcome.adjuncts.about = between.iter().find_map(counted).map(About::Metric);
    outcome.adjuncts.times.extend(told);
    Some((rest, outcome))
}

/// "[more tokens went to X than to] any other model": behind "than" and what belongs to it.
pub(in crate::en::clause) fn first_of<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let (rest, among) = others(c)?;
    let excepted = rest.is(
        0,
        words![
            "except", "excepting", "but", "besides", "bar", "barring", "save", "apart", "other", "outside",
            "that", "which", "who", "whose", "did", "had", "has", "ever",
        ],
    );
    // Two of them are not both first.
    let place = match &subject.who {
        Who::Named(names) => u32::try_from(names.len()).ok().filter(|_| !subject.together)?,
        _ => 1,
    };
    let place = if place == 1 { Place::At(1) } else { Place::Top(place) };
    let act = Act::Rank { place, movement: None, among };
    (!excepted).then(|| (rest, Outcome::one(act)))
}

/// "any other model", "every other northern model", "all its rivals", "the rest of the field",
/// "anyone else": behind it, and among whom.
fn others(c: Chunks<'_>) -> Option<(Chunks<'_>, Option<Np>)> {
    let everyone = c.is(0, words!["everyone", "everybody", "anyone", "anybody"]) && c.is(1, words!["else"]);
    if everyone {
        return Some((c.skip(2), None));
    }
    if c.are(&["the", "rest", "of", "the"]) && c.noun(4) == Some(Noun::Board) {
        return Some((c.skip(5), None));
    }
    // "ahead of everybody", "ahead of the pack", "led the rest".
    let ends = |count: usize| {
        let behind = c.skip(count);
        crate::en::clause::fronted::is_stop(behind, 0)
            || behind.is(0, words!["and", "with", "for", "at", "by", "again"])
            || matches!(behind.phrase(0), Some(Phrase::Time(_) | Phrase::Weeks(_) | Phrase::First(_)))
    };
    if c.is(0, words!["everyone", "everybody"]) && ends(1) {
        return Some((c.skip(1), None));
    }
    if c.is(0, words!["the"]) && c.is(1, words!["rest", "pack", "field", "others"]) && ends(2) {
        return Some((c.skip(2), None));
    }
    let look = c.is(0, words!["any", "every", "each", "all"]).then(|| c.skip(1))?;
    let look = look.skip(usize::from(look.is(0, words!["of"])));
    let look = look.skip(usize::from(look.is(0, words!["the", "its"])));
    if look.is(0, words!["rival", "rivals", "competitor", "competitors", "challenger", "challengers"]) {
        return Some((look.skip(1), None));
    }
    if look.is(0, words!["others"]) {
        return Some((look.skip(1), None));
    }
    let look = look.is(0, words!["other"]).then(|| look.skip(1))?;
    if let Some((rest, group)) = of_them(look) {
        return Some((rest, Some(group)));
    }
    let things = crate::en::clause::noun_phrase::thing(look);
    match things.or_else(|| (look.entry(0).known && look.verb(0).is_none()).then(|| look.skip(1))) {
        Some(rest) => Some((rest, None)),
        // "than any other.": whichever it is.
        None => crate::en::clause::fronted::is_stop(look, 0).then_some((look, None)),
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn ahead_of_all_the_others_is_first() {
        let first: &[&str] = &["Alder ranked number 1 by call volume"];
        let north: &[&str] = &["Alder ranked number 1 by call volume among the north"];
        assert_read(&[
            ("Alder handled more tokens than any other model.", first),
            ("Alder processed more last week than any other model.", first),
            ("Alder was ahead of every other model.", first),
            ("Alder beat all its rivals.", first),
            ("Alder finished ahead of all the other models.", first),
            ("Alder processed more tokens than any other northern model.", north),
            (
                "Alder and Birch handled more tokens than any other model.",
                &["Alder was in the top 2 by call volume", "Birch was in the top 2 by call volume"],
            ),
        ]);
        assert_listed(&[
            "Alder processed more tokens than any other model except Birch.",
            "Alder rose more than any other model.",
            "Alder was 8% ahead of any other model.",
            "Alder handled fewer tokens than any other model.",
            "Alder did not handle more tokens than any other model from the coast.",
        ]);
    }
}
