//! Lists and steps: `the film list`, `the singles chart`, `up one`, `from six to
//! seven`.

use super::*;
use crate::en::clause::Who;

/// "[topped] the box office", "the singles chart": what is counted, by name.
pub(super) fn by_name(c: Chunks<'_>) -> Option<(Chunks<'_>, recount_model::MetricId)> {
    let look = c.is(0, &["the", "this"]).then(|| c.skip(1))?;
    let look = look.skip(usize::from(look.is(0, &["weekly", "overall", "weekend"])));
    let Phrase::Name(names) = look.phrase(0)? else { return None };
    let metric = crate::en::phrase::metric(names)?;
    let rest = look.skip(1);
    let rest = rest.skip(usize::from(rest.noun(0) == Some(Noun::Board)));
    ends(rest).then_some((rest, metric))
}

/// "the film list", where films are only some of all.
pub(super) fn kind_list(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    let look = c.skip(usize::from(c.is(0, &["the", "this"])));
    let (Phrase::Adjective(names) | Phrase::Name(names)) = look.phrase(0)? else { return None };
    let group: Vec<_> = crate::en::phrase::subjects(names).collect();
    let board =
        look.noun(1) == Some(Noun::Board) || matches!(look.phrase(1), Some(Phrase::Place(Place::Board)));
    let among = Np { who: Who::Named(vec![group.clone()]), ..Np::carried(c.span(look.at, look.at + 1)) };
    let one = matches!(group.as_slice(), [recount_model::Subject::Group(_)]);
    (one && board).then(|| (look.skip(2), among))
}

/// "up one", "down two places": how many chunks it takes.
pub(in crate::en::clause) fn steps(c: Chunks<'_>) -> usize {
    let number = matches!(c.phrase(1), Some(Phrase::Number(_))) || c.is(1, &["one", "a"]);
    let place = c.noun(2) == Some(Noun::Place);
    let counted = c.is(0, &["up", "down"]) && number && (place || !c.is(1, &["a"]));
    if counted { 2 + usize::from(place) } else { 0 }
}

/// "six", "7": a small number that may be a place.
pub(super) fn bare_place(c: Chunks<'_>) -> Option<(Chunks<'_>, Place)> {
    match c.phrase(0)? {
        Phrase::Number(n @ 1..=200) if ends(c.skip(1)) || c.is(1, &["to", "into"]) => {
            Some((c.skip(1), Place::At(*n)))
        }
        _ => None,
    }
}

/// "all models", "individual models", "the models": no restriction at all. How
/// many chunks it takes; zero where it restricts.
pub(in crate::en::clause) fn is_everything(c: Chunks<'_>) -> usize {
    let mut count = 0;
    loop {
        // "the most-used models".
        let used = c.is(count, &["most"])
            && (c.is(count + 1, &["used", "popular"])
                || crate::token::is_hyphen(c.word(count + 1)) && c.is(count + 2, &["used"]));
        if used {
            count += if c.is(count + 1, &["used", "popular"]) { 2 } else { 3 };
        } else if c.is(count, &["all", "the", "individual", "single", "global"])
            || (c.entry(count).known && c.noun(count).is_none())
        {
            count += 1;
        } else {
            break;
        }
    }
    if c.noun(count) == Some(Noun::Thing) { count + 1 } else { 0 }
}
