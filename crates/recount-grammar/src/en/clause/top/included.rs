//! How many of the top n, said from their side: `the top nine included six from X`,
//! `half of the top ten`.

use recount_model::{Figure, Quantity, Unit};

use crate::en::clause::be::member;
use crate::en::clause::predicate::Outcome;
use crate::en::clause::verb_group::{Group, skip_adverbs};
use crate::en::clause::{Act, Np, Who};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};

/// "The top nine included six northern models", "last week's top ten had six from
/// the north".
pub(super) fn included(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    let Some(Phrase::Place(Place::Top(n))) = c.phrase(0) else { return None };
    let (look, times) = crate::en::clause::adjunct::times(c.skip(1));
    let verb = look.is(
        0,
        words![
            "included", "includes", "include", "contained", "contains", "contain", "featured", "features",
            "feature", "counted", "count", "had", "has", "have"
        ],
    );
    let look = skip_adverbs(look.skip(1));
    let Some(Phrase::Number(count)) = look.phrase(0).filter(|_| verb) else { return None };
    let look = look.skip(1);
    let thing = usize::from(look.noun(0) == Some(Noun::Thing) && look.is(1, words!["from"]));
    let look = look.skip(thing);
    let (rest, np) = member(look.skip(usize::from(look.is(0, words!["from"]))))?;
    if count > n || !matches!(np.who, Who::Named(_)) || np.about != crate::en::clause::About::Nothing {
        return None;
    }
    let mut outcome =
        Outcome::one(Act::Top { top: *n, count: Quantity::whole(*count, Unit::Count), among: None });
    outcome.adjuncts.times = times;
    Some((rest, np, outcome, Group::PLAIN))
}

/// "half", "two thirds" of so many, where that is a whole number.
pub(super) fn fraction_of(quantity: &Quantity, n: u32) -> Option<Quantity> {
    let Figure::Fraction { part, .. } = &quantity.figure else { return None };
    if quantity.hedge != recount_model::Hedge::Bare {
        return None;
    }
    let count = (1..n).find(|count| {
        recount_model::Number::from(i128::from(*count)) == part * &recount_model::Number::from(i128::from(n))
    })?;
    Some(Quantity::whole(count, Unit::Count))
}

/// "The whole top three was northern": behind its verb, whose it is.
pub(super) fn whole_top<'p>(c: Chunks<'p>, rest: Chunks<'p>, group: &Group) -> Option<(Chunks<'p>, Np)> {
    let first = c.get(0)?;
    let whole = (first.first..first.end).any(|token| matches!(c.lower(token), "entire" | "whole"));
    if !whole || !group.verb.frames.any(Frames::BE) || group.negated {
        return None;
    }
    member(rest).filter(|(_, np)| matches!(np.who, Who::Named(_)))
}

/// "the nine charted models", where that is the name of a scope: so many places.
pub(super) fn charted(c: Chunks<'_>) -> Option<(Chunks<'_>, u32)> {
    let look = c.skip(usize::from(c.is(0, words!["the"])));
    // "the nine models at the top [of the table]".
    if let (Phrase::Number(n), Some(Noun::Thing)) = (look.phrase(0)?, look.noun(1))
        && look.is(2, words!["at"])
    {
        if matches!(look.phrase(3), Some(Phrase::Place(Place::At(1)))) {
            return Some((look.skip(4), *n));
        }
        if look.is(3, words!["the"]) && look.is(4, words!["top"]) {
            let of =
                look.is(5, words!["of"]) && look.is(6, words!["the"]) && look.noun(7) == Some(Noun::Board);
            return Some((look.skip(if of { 8 } else { 5 }), *n));
        }
    }
    match (look.phrase(0)?, look.phrase(1)?) {
        (Phrase::Number(n), Phrase::Name(names)) if crate::en::phrase::scope(names).is_some() => {
            Some((look.skip(2), *n))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn said_from_the_side_of_the_top() {
        assert_read(&[
            (
                "The top nine included six northern models.",
                &["the north held 6 of the top 9 places by call volume"],
            ),
            ("Half of the top ten were northern.", &["the north held 5 of the top 10 places by call volume"]),
        ]);
    }

    #[test]
    fn no_whole_number_of_places() {
        assert_listed(&["Half of the top five were northern.", "The top nine included Alder."]);
    }
}
