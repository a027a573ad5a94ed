//! Amounts: `responsible for 4 trillion tokens`, `stuck at 4 trillion`, `broke its record of 4 trillion`.

use super::*;

/// "responsible for 43 % of all tokens", "responsible for 4 trillion tokens".
pub(super) fn responsible<'p>(c: Chunks<'p>) -> Read<'p> {
    // "was good for 5.1 trillion tokens".
    if !c.are(&["responsible", "for"]) && !c.are(&["good", "for"]) {
        return None;
    }
    if let Some((rest, value, of @ Some(_))) = share::percentage(c.skip(2)) {
        return Some((rest, Outcome { pieces: vec![share::piece(value, of)], ..Outcome::default() }));
    }
    let (rest, phrase @ Phrase::Amount { metrics, .. }) = level::amount(c.skip(2))? else { return None };
    (!metrics.is_empty())
        .then(|| level_of(phrase).map(|act| (level::skip_unit(rest), Outcome::one(act))))
        .flatten()
}

/// "stuck at 1 trillion tokens", "parked at 4 trillion".
pub(super) fn stuck<'p>(c: Chunks<'p>) -> Read<'p> {
    let at = c.is(0, words!["stuck", "parked"]) && c.is(1, words!["at", "on"]);
    let (rest, piece) = level::beside(at.then(|| c.skip(1))?)?;
    Some((rest, Outcome { pieces: vec![Piece { main: true, ..piece }], ..Outcome::default() }))
}

/// "[broke] its record of 4 trillion": more than that.
pub(super) fn beaten(act: Act, c: Chunks<'_>) -> Act {
    const BEATS: &crate::token::Words = words![
        "break", "breaks", "broke", "broken", "breaking", "smash", "smashes", "smashed", "smashing",
        "shatter", "shatters", "shattered", "shattering",
    ];
    let broke = c.at.checked_sub(1).is_some_and(|at| Chunks { at, ..c }.is(0, BEATS));
    match act {
        Act::Level { value, metrics } if broke && value.hedge == Hedge::Bare => {
            Act::Level { value: Quantity { hedge: Hedge::MoreThan, ..value }, metrics }
        }
        act => act,
    }
}

/// "up for a fourth week", "down for the first time since May"; "0.7 cheaper at
/// 138.2".
pub(in crate::en::clause) fn only_up<'p>(c: Chunks<'p>) -> Read<'p> {
    if let Some((rest, phrase)) = figure(c)
        && matches!(phrase, Phrase::Amount { .. } | Phrase::Percent(_) | Phrase::Points(_))
        && let Some((rest, falling)) = crate::en::clause::price::adjective(rest).or_else(|| {
            let way = rest.is(0, words!["lower", "higher"]);
            way.then(|| (rest.skip(1), rest.is(0, words!["lower"])))
        })
        && rest.is(0, words!["at"])
    {
        let value = directed(&crate::en::clause::predicate::quantity_of(phrase)?, falling);
        return Some((rest, Outcome::one(Act::Change { value })));
    }
    if let Some(found) = crate::en::clause::price::than_before(c) {
        return Some(found);
    }
    if !c.is(0, words!["up", "down"]) || !matches!(c.phrase(1), Some(Phrase::Weeks(_) | Phrase::First(_))) {
        return None;
    }
    let value = Quantity::direction(c.is(0, words!["down"]), Unit::Percent);
    Some((c.skip(1), Outcome::one(Act::Change { value })))
}

/// "[a record] throughput of 91,700 containers": what is counted, before how much.
pub(super) fn counted_by(c: Chunks<'_>) -> Chunks<'_> {
    let counted = c.noun(0) == Some(crate::en::lexicon::Noun::Volume)
        || matches!(c.phrase(0), Some(Phrase::Name(names)) if crate::en::phrase::metric(names).is_some());
    let amount = c.is(1, words!["of"]) && matches!(figure(c.skip(2)), Some((_, Phrase::Amount { .. })));
    c.skip(usize::from(counted && amount))
}
