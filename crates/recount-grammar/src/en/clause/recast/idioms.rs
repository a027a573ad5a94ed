//! Idioms in plainer words: `is breathing down its neck with 4.5 trillion` (is close behind), `the overall market` (all that is counted),
//! `, by a factor of five`.

use super::plain::Plainer;
use super::{is_amount, is_measure, is_stop};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::{Chunks, Phrase};

/// "is hot on its heels with 4.5 trillion", "sits right behind it on 4.5 trillion": is close behind.
pub(super) fn close_behind(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    const STANDS: &crate::token::Words = words![
        "sits", "sat", "stands", "stood", "comes", "came", "lies", "lay", "runs", "ran", "follows",
        "followed"
    ];
    let stands = c.verb(place).is_some_and(|verb| verb.frames.any(Frames::BE.and(Frames::STAY)))
        || c.is(place, STANDS);
    if !stands {
        return None;
    }
    let its = |at: usize| c.is(at, words!["its", "their"]);
    let look = place + 1;
    let close =
        usize::from(c.is(look, words!["right", "close", "just", "hot", "hard", "directly", "immediately"]));
    let end = match () {
        () if c.is(look + close, words!["on"])
            && its(look + close + 1)
            && c.is(look + close + 2, words!["heels", "tail"]) =>
        {
            look + close + 3
        }
        () if c.is(look, words!["breathing"])
            && c.is(look + 1, words!["down"])
            && its(look + 2)
            && c.is(look + 3, words!["neck"]) =>
        {
            look + 4
        }
        () if c.is(look, words!["snapping", "nipping"])
            && c.is(look + 1, words!["at"])
            && its(look + 2)
            && c.is(look + 3, words!["heels"]) =>
        {
            look + 4
        }
        () if close == 1 && c.is(look + 1, words!["behind"]) => {
            let it = usize::from(c.is(look + 2, words!["it", "them"]));
            look + 2 + it
        }
        () => return None,
    };
    let figure = c.is(end, words!["with", "at", "on"]) && is_amount(c, end + 1);
    figure.then_some((end, "is close behind"))
}

/// "the overall market", "the market as a whole": all that is counted; not "the northern market", and not "the broader market", which may be
/// that of shares.
pub(super) fn market(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    const FIELD: &crate::token::Words = words!["market", "field", "sector", "industry"];
    if !c.is(place, words!["the"]) {
        return None;
    }
    let wider = c.is(place + 1, words!["overall", "entire", "whole", "total"]) && c.is(place + 2, FIELD);
    let whole = c.is(place + 1, FIELD) && c.skip(place + 2).are(&["as", "a", "whole"]);
    let end = match (wider, whole) {
        (true, _) => place + 3,
        (_, true) => place + 5,
        _ => return None,
    };
    let of_something = c.is(end, words!["for", "of", "'s", "’s", "share", "leader", "in"]);
    (!of_something).then_some((end, "the total"))
}

/// "X outdid Y last week, by a factor of five": by it.
pub(super) fn by_a_factor(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let by = c.is(place, words![","]) && c.is(place + 1, words!["by"]);
    let factor = c.is(place + 2, words!["a"]) && c.is(place + 3, words!["factor"])
        || matches!(c.phrase(place + 2), Some(Phrase::Ratio(_)));
    let end = (place + 2..place + 7).find(|at| is_stop(c, *at));
    (by && factor && end.is_some()).then_some((place + 1, ""))
}

/// "the whole platform": the platform, which a vocabulary names so.
pub(super) fn whole_platform(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let whole = c.is(place, words!["the"]) && c.is(place + 1, words!["whole", "entire"]);
    (whole && c.noun(place + 2) == Some(Noun::Field)).then_some((place + 2, "the"))
}

/// "grew, but by no more than 2 %", "fell, but only by 2 %": by it.
pub(super) fn but_by(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let time = usize::from(place > 0 && matches!(c.phrase(place - 1), Some(Phrase::Time(_))));
    let moved = place.checked_sub(1 + time).and_then(|before| c.verb(before));
    let moved = moved.is_some_and(|verb| verb.frames.any(Frames::UP.and(Frames::DOWN)));
    let by = place + 2 + usize::from(c.is(place + 2, words!["only", "just"]));
    let but = c.is(place, words![","]) && c.is(place + 1, words!["but"]) && c.is(by, words!["by"]);
    (moved && but && is_measure(c, by + 1)).then_some((by, ""))
}

/// "with 6.3 trillion tokens and in second place": with the one, in the other.
pub(super) fn and_in_place(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let figure = place.checked_sub(1).is_some_and(|before| is_amount(c, before));
    let placed = c.is(place + 1, words!["in"])
        && matches!(c.phrase(place + 2), Some(Phrase::Place(_) | Phrase::Ordinal(_)))
        && is_stop(c, place + 3);
    (figure && c.is(place, words!["and"]) && placed).then_some((place + 1, ","))
}

/// "took it past Y into fourth place": past Y and into that.
pub(super) fn past_and_into(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let placed = matches!(c.phrase(place + 1), Some(Phrase::Place(_) | Phrase::Ordinal(_)));
    let past = (1..5).filter_map(|back| place.checked_sub(back)).find(|at| c.is(*at, words!["past"]))?;
    let taken = past > 1 && c.is(past - 1, words!["it", "them"]) && c.verb(past - 2).is_some();
    let named = super::named_to(c, past + 1) == Some(place);
    (c.is(place, words!["into"]) && placed && taken && named).then_some((place, "and"))
}

/// "100 billion tokens lay between X and Y": separated them.
pub(super) fn lay_between(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let lay = c.is(place, words!["lay", "lies", "lie", "stood", "stands", "stand"])
        && c.is(place + 1, words!["between"]);
    let figure = (1..3).any(|back| place.checked_sub(back).is_some_and(|at| is_amount(c, at)));
    (lay && figure).then_some((place + 2, "separated"))
}

/// "X broke its own record last week": set one.
pub(super) fn own_record(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    const BROKE: &crate::token::Words = words![
        "beat", "beats", "broke", "breaks", "smashed", "topped", "surpassed", "bettered", "eclipsed",
        "shattered"
    ];
    let own = place + 1 + usize::from(c.is(place + 1, words!["its", "their"]));
    let own = own + usize::from(own > place + 1 && c.is(own, words!["own"]));
    let old = usize::from(c.is(own, words!["previous", "old", "earlier", "weekly"]));
    let record = own + old;
    let behind = record + 1;
    let ends = is_stop(c, behind)
        || c.is(behind, words!["with", "and", "at"])
        || matches!(c.phrase(behind), Some(Phrase::Time(_)));
    let beaten = own > place + 1 && c.is(record, words!["record"]);
    (c.is(place, BROKE) && beaten && ends).then_some((record + 1, "set a record"))
}

/// "A had six of them; B, two": B two.
pub(super) fn gap_comma(c: Chunks<'_>, place: usize) -> Option<Plainer> {
    let gap = c.is(place, words![","])
        && matches!(c.phrase(place + 1), Some(Phrase::Number(_)))
        && is_stop(c, place + 2);
    let subject = || {
        (place.saturating_sub(4)..place)
            .any(|at| at > 0 && c.is(at - 1, words![";"]) && super::named_to(c, at) == Some(place))
    };
    (gap && subject()).then_some((place + 1, ""))
}
