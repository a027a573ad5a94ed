//! Rises and falls that are the first in a while: `its first decline in six weeks`, `the
//! first weekly gain for X since April`.

use recount_model::{Hedge, Quantity, Unit, Weeks};

use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::predicate::{Outcome, directed};
use crate::en::clause::{About, Act, Np};
use crate::en::lexicon::Noun;
use crate::en::phrase::first::FirstTime;
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Role, Time, When};
use crate::en::phrase::{Chunks, Phrase};

/// "its first decline in six weeks", "the first weekly rise since May", "X's first gain since
/// April", "the first weekly drop for X in nine weeks", and whose it is, if that is said.
///
/// Does not read: "its first decline", of all time; "the first rise of 5 %".
pub(in crate::en::clause) fn first_change(c: Chunks<'_>) -> Option<(Chunks<'_>, Option<Np>, Outcome)> {
    let article = usize::from(c.is(0, words!["its", "the", "their", "a"]));
    // "It was the model's first decline in four weeks".
    let model = usize::from(c.is(0, words!["the"]) && c.is(2, words!["'s", "’s"])) * 2;
    let (look, owner) = match article {
        0 => {
            let (rest, np) = noun_phrase(c).filter(|(_, np)| np.is_named() && np.about == About::Nothing)?;
            (rest.is(0, words!["'s", "’s", "'", "’"]).then(|| rest.skip(1))?, Some(np))
        }
        count if model > 0 && c.noun(1) == Some(Noun::Thing) => (c.skip(count + model), None),
        count => (c.skip(count), None),
    };
    let first = look.is(0, words!["first"]) || matches!(look.phrase(0), Some(Phrase::Ordinal(1)));
    let look = first.then(|| look.skip(1))?;
    let look = look.skip(usize::from(look.is(0, words!["weekly", "such"])));
    let (look, falling) = super::rise_or_fall(look)?;
    let (look, value) = of_more_than(look, falling);
    let behind =
        look.is(0, words!["for", "in", "of", "by", "at"]).then(|| noun_phrase(look.skip(1))).flatten();
    let (look, owner) = match behind.filter(|(_, np)| np.is_named() && !np.share) {
        Some((rest, np)) if owner.is_none() => (rest, Some(np)),
        _ => (look, owner),
    };
    let Some(Phrase::Time(time)) = look.phrase(0) else { return None };
    let mut outcome = Outcome::one(Act::Change { value });
    outcome.adjuncts.first = Some(since(time)?);
    Some((look.skip(1), owner, outcome))
}

/// "[the first decline] of more than 5 %", "of at least 10 %": how much it is at least, or which
/// way it goes.
fn of_more_than(c: Chunks<'_>, falling: bool) -> (Chunks<'_>, Quantity) {
    let figure = c.is(0, words!["of"]).then(|| c.phrase(1)).flatten();
    match figure {
        Some(Phrase::Percent(value)) if matches!(value.hedge, Hedge::MoreThan | Hedge::AtLeast) => {
            (c.skip(2), directed(value, falling))
        }
        _ => (c, Quantity::direction(falling, Unit::Percent)),
    }
}

/// "since May", "in six weeks".
fn since(time: &Time) -> Option<FirstTime> {
    match (&time.role, &time.when) {
        (Role::Since, _) => Some(FirstTime { weeks: None, since: Some(time.clone()) }),
        (Role::Within, When::Back { count, unit: TimeUnit::Week, hedge: Hedge::Bare }) => {
            Some(FirstTime { weeks: Some(Weeks::Exactly(*count)), since: None })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn the_first_in_a_while() {
        let six: &[&str] = &["Alder fell for the first time in 6 weeks"];
        let may: &[&str] = &["Alder rose for the first time since 1 May 2026"];
        assert_read(&[
            ("It was the first weekly decline for Alder in six weeks.", six),
            ("This was Alder's first weekly drop in six weeks.", six),
            ("It marked the first decline in Alder's volume in six weeks.", six),
            ("It is the first gain by Alder since May 1.", may),
            (
                "Alder fell 8%, the first decline of more than 5% since May 1.",
                &[
                    "Alder fell by 8 percent",
                    "Alder fell by more than 5 percent for the first time since 1 May 2026",
                ],
            ),
        ]);
        assert_listed(&["It was the first weekly decline of 5% for Alder.", "It was Alder's first decline."]);
    }
}
