//! "4 trillion tokens were sent last week to X, and 3 trillion to Y": X processed 4 trillion tokens last week. "A third of all
//! tokens were processed by X": X accounted for a third of all tokens.

use super::draft::{Draft, Recast};
use super::{behind_times, is_amount, is_stop, named, names_somebody};
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// Somebody to whom an amount went, with the amount in front.
pub(super) fn given_to(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let figure = (start..c.len().min(start + 6))
        .find(|place| is_amount(c, *place) || matches!(c.phrase(*place), Some(Phrase::Number(_))))?;
    let be = (figure + 1..c.len().min(figure + 9))
        .take_while(|place| !is_stop(c, *place))
        .find(|place| c.is(*place, words!["was", "were", "went", "ran", "flowed", "passed"]))?;
    if names_somebody(c, start, be) || (start..figure).any(|place| is_stop(c, place)) {
        return None;
    }
    let part = (figure + 1..be).any(|place| c.is(place, words!["of", "in"]))
        && (figure..be).any(|place| c.is(place, words!["all", "every"]));
    let counted = match c.phrase(figure)? {
        Phrase::Amount { metrics, .. } => !metrics.is_empty(),
        _ => false,
    };
    if part == counted {
        return None;
    }
    let verb = if c.is(be, words!["was", "were"]) {
        let verb = (be + 1..be + 3).find(|place| c.is(*place, GIVEN))?;
        (be + 1..verb).all(|place| c.entry(place).adverb).then_some(verb)?
    } else {
        be
    };
    let time = behind_times(c, verb + 1);
    if !c.is(time, BY) {
        return None;
    }
    // "passed through the platform": of all of it.
    let platform = source(c, time + 1).filter(|_| counted && !c.is(time, words!["to", "from", "for"]));
    if let Some(end) = platform {
        let draft =
            Draft::new(c).keep(0, start).say("the total was", verb).keep(start, be).keep(verb + 1, time);
        return Some(draft.keep(end, c.len()).done());
    }
    let (end, _) = named(c, time + 1)?;
    let after = behind_times(c, end);
    let says = if part { "accounted for" } else { "processed" };
    let draft = Draft::new(c).keep(0, start).keep(time + 1, end).say(says, verb).keep(start, be);
    let mut draft = draft.keep(verb + 1, time).keep(end, after);
    let mut at = after;
    // "… and 3 trillion to Y".
    while let Some((from, to, who, end)) = next(c, at, c.is(time, words!["by"])) {
        draft = draft.say(";", from).keep(who, end).say(says, from).keep(from, to);
        at = end;
    }
    Some(draft.keep(at, c.len()).done())
}

/// "and 3 trillion to Y" from `at` on: the figure, and the name.
fn next(c: Chunks<'_>, at: usize, by: bool) -> Option<(usize, usize, usize, usize)> {
    let comma = at + usize::from(c.is(at, words![","]));
    let join = comma + usize::from(c.is(comma, words!["and", "while", "with", "but"]));
    let just = join + usize::from(c.is(join, words!["just", "only", "another", "a", "some"]));
    if join == at || !is_amount(c, just) || c.is(just + 1, words!["by"]) != by || !c.is(just + 1, BY) {
        return None;
    }
    let (end, _) = named(c, just + 2)?;
    (is_stop(c, end) || matches!(c.phrase(end), Some(Phrase::Time(_)))).then_some((
        join,
        just + 1,
        just + 2,
        end,
    ))
}

/// What is done with what is counted, so that whoever it is done by or with counts it.
const GIVEN: &Words = words![
    "sent", "routed", "directed", "handled", "processed", "run", "served", "consumed", "generated",
    "recorded", "logged", "counted", "spent", "streamed", "viewed", "watched", "burned", "burnt", "pushed",
    "funneled", "funnelled", "channeled", "channelled", "piped", "delivered", "registered", "tallied",
    "clocked", "credited", "attributed", "listened", "moved", "pumped", "crunched", "produced", "fed", "put",
    "sold", "bought", "reported", "seen", "used", "racked", "claimed", "absorbed", "swallowed", "steered",
    "poured", "passed", "made", "shipped", "landed", "admitted", "placed",
];

const BY: &Words = words!["by", "to", "through", "via", "on", "with", "in", "at", "from", "for", "into"];

/// "the platform", "the marketplace", the name of where the figures are counted: the place behind it.
pub(super) fn source(c: Chunks<'_>, place: usize) -> Option<usize> {
    let article = place + usize::from(c.is(place, words!["the"]));
    let field =
        c.is(article, words!["platform", "marketplace", "service", "site", "router", "exchange", "network"]);
    let end = article
        + (article..c.len())
            .take_while(|place| c.entry(*place).source)
            .count()
            .max(usize::from(field && article > place));
    let ends = is_stop(c, end) || matches!(c.phrase(end), Some(Phrase::Time(_)));
    (end > article && ends).then_some(end)
}
