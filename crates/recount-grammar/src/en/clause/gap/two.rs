//! Two who are held against each other: `X and Y`, `X from Y`, `the two sides`, `them`.

use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::{Np, Side, Who};
use crate::en::lexicon::Noun;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// "X and Y", "X from Y"; "the two [sides]", "them": who were named last.
pub(in crate::en::clause) fn two(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Np)> {
    if let Some(rest) = the_top_two(c) {
        let one = |place| Np { who: Who::Ranked(place), ..Np::carried(c.span(c.at, rest.at)) };
        return Some((rest, one(1), one(2)));
    }
    if let Some(rest) = the_two(c) {
        let one = |who| Np { who, ..Np::carried(c.span(c.at, rest.at)) };
        // "[between] the two": those who are spoken of.
        if rest.at == c.at + 2 {
            return Some((rest, one(Who::Sides(Side::Ahead)), one(Who::Sides(Side::Behind))));
        }
        if rest.at > c.at && is_side(Chunks { at: rest.at - 1, ..c }) {
            return Some((rest, one(Who::Sides(Side::First)), one(Who::Sides(Side::Second))));
        }
        return Some((rest, one(Who::Former), one(Who::Latter)));
    }
    let (rest, np) = noun_phrase(c)?;
    let Who::Named(names) = &np.who else { return None };
    let one = |name: &Vec<recount_model::Subject>| Np { who: Who::Named(vec![name.clone()]), ..np.clone() };
    match names.as_slice() {
        [first, second] => Some((rest, one(first), one(second))),
        // "X from Y" is also read as Y of X.
        [_] if np.narrowed.len() == 1 => {
            let other = Np { who: Who::Named(np.narrowed.clone()), narrowed: Vec::new(), ..np.clone() };
            Some((rest, Np { narrowed: Vec::new(), ..np }, other))
        }
        [_] if rest.is(0, words!["from"]) => {
            let (rest, other) = noun_phrase(rest.skip(1))?;
            matches!(&other.who, Who::Named(names) if names.len() == 1).then_some((rest, np, other))
        }
        _ => None,
    }
}

/// "the top two", "first and second [place]", "the leader and the runner-up".
fn the_top_two(c: Chunks<'_>) -> Option<Chunks<'_>> {
    use crate::en::phrase::place::Place;
    let at = |ahead: usize, place: u32| match c.phrase(ahead) {
        Some(Phrase::Place(Place::At(found))) => *found == place,
        Some(Phrase::Ordinal(found)) => *found == place,
        Some(Phrase::Word(_)) => place == 1 && c.is(ahead, words!["first"]),
        _ => false,
    };
    if matches!(c.phrase(0), Some(Phrase::Place(Place::Top(2)))) {
        return Some(c.skip(1));
    }
    let listed = at(0, 1) && c.is(1, words!["and"]) && at(2, 2);
    listed.then(|| c.skip(3 + usize::from(c.noun(3) == Some(Noun::Place))))
}

/// Those of whom two may be named.
const SIDES: &Words = words![
    "sides", "camps", "countries", "groups", "rivals", "models", "leaders", "nations", "blocs", "companies",
    "makers", "labs", "competitors", "contenders", "powers",
];

/// "sides", "camps": groups, not what belongs to them.
pub(in crate::en::clause) fn is_side(c: Chunks<'_>) -> bool {
    c.is(0, words!["sides", "camps", "countries", "nations", "blocs", "powers"])
}

/// "[both] camps", "[both of] these models", "[both of] them".
pub(in crate::en::clause) fn sides(c: Chunks<'_>) -> Option<Chunks<'_>> {
    if c.is(0, words!["them"]) {
        return Some(c.skip(1));
    }
    let look = c.skip(usize::from(c.is(0, words!["the", "these", "those"])));
    (look.is(0, SIDES) || look.noun(0) == Some(Noun::Thing) && look.word(0).ends_with('s'))
        .then(|| look.skip(1))
}

/// "the two [sides]", "them", "both camps".
pub(in crate::en::clause) fn the_two(c: Chunks<'_>) -> Option<Chunks<'_>> {
    if c.is(0, words!["them"]) {
        return Some(c.skip(1));
    }
    let both = c.is(0, words!["both"]);
    let two = c.is(0, words!["the", "these", "those"])
        && (matches!(c.phrase(1), Some(Phrase::Number(2))) || c.is(1, words!["two"]));
    let rest = c.skip(if both {
        1
    } else if two {
        2
    } else {
        return None;
    });
    let side = rest.is(0, SIDES) || rest.noun(0) == Some(Noun::Thing);
    (side || two).then(|| rest.skip(usize::from(side)))
}
