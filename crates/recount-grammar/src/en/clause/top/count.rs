//! How many of how many places: `k of the top n`, `none of the top n`, `a model in the top n`.

use recount_model::{Decimal, Figure, Hedge};

use super::*;

/// "k of the top n", "all of the top n", "k spots in the top n", "none of the
/// top n": how many of how many.
pub(in crate::en::clause) fn count_of(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity, u32)> {
    let (mut look, count) = how_many(c)?;
    let whole = |n: u32| Some(Quantity::whole(n, Unit::Count));
    // "all but one of the top five".
    let but = count.is_none().then(|| one_but(look)).flatten();
    if let Some((after, _)) = but {
        look = after;
    }
    while matches!(look.noun(0), Some(Noun::Place | Noun::Thing)) || look.is(0, words!["global", "leading"]) {
        look = look.skip(1);
    }
    let look = Some(look.skip(works(look))).filter(|look| look.is(0, words!["of", "in", "among"]))?;
    // "of last week's top ten": the time is read behind.
    let owned = matches!(look.phrase(1), Some(Phrase::Time(_))) && look.is(2, words!["'s", "’s"]);
    let look = if owned { look.skip(2) } else { look };
    // "three of the five top spots".
    if look.is(1, words!["the"])
        && let Some(Phrase::Number(n)) = look.phrase(2)
        && look.is(3, words!["top"])
        && look.noun(4) == Some(Noun::Place)
    {
        return Some((look.skip(5), count.or_else(|| whole(*n))?, *n));
    }
    if let Some((rest, n)) = charted(look.skip(1)) {
        return Some((rest, count.or_else(|| whole(n))?, n));
    }
    match look.phrase(1) {
        Some(Phrase::Place(Place::Top(n))) => {
            let mut rest = look.skip(2);
            while matches!(rest.noun(0), Some(Noun::Place | Noun::Thing)) {
                rest = rest.skip(1);
            }
            let rest = rest.skip(works(rest));
            let behind = (count.is_none() && but.is_none()).then(|| one_but(rest)).flatten();
            let rest = behind.map_or(rest, |(after, _)| after);
            let missing = but.or(behind).map_or(0, |(_, missing)| missing);
            let count = count.or_else(|| whole(n.checked_sub(missing)?))?;
            let rest = crate::en::clause::adjunct::everywhere(rest).unwrap_or(rest);
            Some((rest, count, *n))
        }
        _ => None,
    }
}

/// "four of the nine [models]", "all nine of them" aside: of as many as stand on the list.
pub(super) fn of_the_nine(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity, u32)> {
    let count = match c.phrase(0)? {
        Phrase::Number(n) => Quantity::whole(*n, Unit::Count),
        _ if c.is(0, words!["none"]) => Quantity::whole(0, Unit::Count),
        _ if not_one(c) > 0 => Quantity::whole(0, Unit::Count),
        _ => return None,
    };
    let rest = c.skip(not_one(c).max(1));
    if !rest.is(0, words!["of"]) || !rest.is(1, words!["the", "those", "these"]) {
        return None;
    }
    let Some(Phrase::Number(top)) = rest.phrase(2) else { return None };
    let rest = rest.skip(3);
    Some((rest.skip(usize::from(rest.noun(0) == Some(Noun::Thing))), count, *top))
}

/// "songs", "films": what is ranked, as far as a word tells that.
fn works(c: Chunks<'_>) -> usize {
    use crate::en::lexicon::Kind;
    let entry = c.entry(0);
    let one = c.word(0).strip_suffix('s').map(crate::en::lexicon::look_up);
    let work = one.is_some_and(|one| one.kind != Kind::default());
    usize::from(work || entry.known && entry.verb.is_none() && one.is_some())
}

/// "three", "all", "none", "a model", "half": how many; nothing for all of them.
fn how_many(c: Chunks<'_>) -> Option<(Chunks<'_>, Option<Quantity>)> {
    let whole = |n: u32| Some(Quantity::whole(n, Unit::Count));
    Some(match c.phrase(0)? {
        Phrase::Number(n) => (c.skip(1), whole(*n)),
        // "at least five".
        Phrase::Amount { quantity, metrics } if metrics.is_empty() => {
            (c.skip(1), Some(Quantity { unit: Unit::Count, ..small(quantity)? }))
        }
        // "all five of the top five".
        _ if c.is(0, words!["all"]) && matches!(c.phrase(1), Some(Phrase::Number(_))) => (c.skip(2), None),
        _ if c.is(0, words!["all", "every"]) => (c.skip(1), None),
        _ if c.is(0, words!["none", "no"]) => (c.skip(1), whole(0)),
        _ if c.is(0, words!["both"]) => (c.skip(1), whole(2)),
        _ if not_one(c) > 0 => (c.skip(not_one(c)), whole(0)),
        // "[had] a model in the top five": one at least.
        _ if c.is(0, words!["a"]) && matches!(c.noun(after_a(c)), Some(Noun::Place | Noun::Thing)) => {
            let one = Quantity { hedge: Hedge::AtLeast, ..Quantity::whole(1, Unit::Count) };
            (c.skip(after_a(c)), Some(one))
        }
        // "each of the top five".
        _ if c.is(0, words!["each"]) => (c.skip(1), None),
        // "half of the top ten", where that is a whole number.
        Phrase::Percent(quantity) => {
            let (look, top) = match c.phrase(2) {
                Some(Phrase::Time(_)) if c.is(3, words!["'s", "’s"]) => (c.skip(1), c.phrase(4)?),
                other => (c.skip(1), other?),
            };
            let Phrase::Place(Place::Top(n)) = top else { return None };
            (look, Some(fraction_of(quantity, *n)?))
        }
        _ => return None,
    })
}

/// "model in the top five": of how many places.
pub(super) fn count_of_things(c: Chunks<'_>) -> Option<(Chunks<'_>, (), u32)> {
    let thing = matches!(c.noun(0), Some(Noun::Place | Noun::Thing)) || c.entry(0).known;
    match c.phrase(2) {
        Some(Phrase::Place(Place::Top(n))) if thing && c.is(1, words!["in", "among"]) => {
            Some((c.skip(3), (), *n))
        }
        _ => None,
    }
}

/// "not one", "not a single": how many words it takes.
pub(super) fn not_one(c: Chunks<'_>) -> usize {
    if !c.is(0, words!["not"]) {
        0
    } else if matches!(c.phrase(1), Some(Phrase::Number(1))) {
        2
    } else if c.is(1, words!["a"]) && c.is(2, words!["single"]) {
        3
    } else {
        0
    }
}

/// "[all] but one", "[all of the top five] but two": how many are left out.
pub(super) fn one_but(c: Chunks<'_>) -> Option<(Chunks<'_>, u32)> {
    match c.phrase(1) {
        Some(Phrase::Number(n)) if c.is(0, words!["but"]) => Some((c.skip(2), *n)),
        _ => None,
    }
}

/// A count that is written as a small whole number.
pub(super) fn small(quantity: &Quantity) -> Option<Quantity> {
    match quantity.figure {
        Figure::Decimal(decimal) if is_small(decimal) => Some(quantity.clone()),
        Figure::Range { low, high } if is_small(low) && is_small(high) => Some(quantity.clone()),
        _ => None,
    }
}

pub(super) fn is_small(decimal: Decimal) -> bool {
    decimal.exponent == 0 && (0..=100).contains(&decimal.mantissa)
}

/// "a", "a single": how many words stand before the thing.
fn after_a(c: Chunks<'_>) -> usize {
    1 + usize::from(c.is(1, words!["single"]))
}
