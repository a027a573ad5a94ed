//! "4 trillion tokens were sent last week to X, and 3 trillion to Y": X processed 4 trillion tokens last week. "A third of all
//! tokens were processed by X": X accounted for a third of all tokens.

use super::draft::{Draft, Recast};
use super::{behind_times, is_amount, is_stop, named, names_somebody};
use crate::en::lexicon::Noun;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// Somebody to whom an amount went, with the amount in front.
pub(super) fn given_to(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let of_it = of_what_was_said(c, start);
    let figure = (of_it..c.len().min(of_it + 6))
        .find(|place| is_amount(c, *place) || matches!(c.phrase(*place), Some(Phrase::Number(_))))?;
    // "3 trillion of which went to X".
    let behind = of_what_was_said(c, figure + 1);
    let said = of_it > start || behind > figure + 1 || told_before(c, start);
    let be = (behind..c.len().min(figure + 9))
        .take_while(|place| !is_stop(c, *place))
        .find(|place| c.is(*place, WENT) || c.is(*place, GIVEN) && *place == behind && said)?;
    if names_somebody(c, start, be) || (of_it..figure).any(|place| is_stop(c, place)) {
        return None;
    }
    let part = (behind..be).any(|place| c.is(place, words!["of", "in"]))
        && (figure..be).any(|place| c.is(place, words!["all", "every"]));
    let counted = match c.phrase(figure)? {
        Phrase::Amount { metrics, .. } => !metrics.is_empty() || said,
        _ => false,
    };
    // "with 44 % going to X": of what was told before.
    let of_that = !part && of_it == start && behind == figure + 1 && told_before(c, start);
    let of_that = of_that && matches!(c.phrase(figure), Some(Phrase::Percent(_)));
    if (part || of_that) == counted {
        return None;
    }
    let verb = if c.is(be, words!["was", "were", "being"]) {
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
    let says = if part || of_that { "accounted for" } else { "processed" };
    let whole = if of_that { "of that" } else { "" };
    went(c, &Gift { start, of_it, figure, behind, be, verb, time, says, whole })
}

/// Where an amount and whoever it went to stand in a sentence.
struct Gift {
    /// The first place, with "of which".
    start: usize,
    /// Behind "of which".
    of_it: usize,
    /// The amount.
    figure: usize,
    /// Behind the amount and "of which".
    behind: usize,
    /// The verb, or what stands before it.
    be: usize,
    /// The verb itself.
    verb: usize,
    /// Behind the times at the verb: "to", "by".
    time: usize,
    /// What whoever it went to did with it.
    says: &'static str,
    /// Of what it is a part, where that is not said.
    whole: &'static str,
}

/// Whoever it went to processed it.
fn went(c: Chunks<'_>, gift: &Gift) -> Option<Recast> {
    let Gift { start, of_it, figure, behind, be, verb, time, says, whole } = *gift;
    let (end, _) = named(c, time + 1)?;
    let after = behind_times(c, end);
    // "…, with 3 trillion going to X": a clause of its own.
    let with = start > 0 && c.is(start - 1, words!["with"]);
    let mut draft = Draft::new(c).keep(0, start - usize::from(with));
    draft = if with { draft.say(";", start - 1) } else { draft };
    draft = draft.keep(time + 1, end).say(says, verb).keep(of_it, figure + 1).say(whole, figure);
    let mut draft = draft.keep(behind, be).keep(verb + 1, time).keep(end, after);
    let mut at = after;
    // "… and 3 trillion to Y".
    while let Some((from, to, who, end)) = next(c, at, c.is(time, words!["by"])) {
        draft = draft.say(";", from).keep(who, end).say(says, from).keep(from, to).say(whole, from);
        at = end;
    }
    Some(draft.keep(at, c.len()).done())
}

/// "of which", "of that,": the place behind it.
fn of_what_was_said(c: Chunks<'_>, place: usize) -> usize {
    let of = c.is(place, words!["of"])
        && c.is(place + 1, words!["which", "them", "that", "these", "those", "this", "it"]);
    let total = usize::from(of && c.noun(place + 2) == Some(Noun::Total));
    let behind = place + 2 * usize::from(of) + total;
    behind + usize::from(of && c.is(behind, words![","]))
}

/// Has the sentence told so much of what is counted before that?
fn told_before(c: Chunks<'_>, start: usize) -> bool {
    (0..start)
        .any(|place| matches!(c.phrase(place), Some(Phrase::Amount { metrics, .. }) if !metrics.is_empty()))
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

/// What something does that goes to somebody.
pub(super) const WENT: &Words = words![
    "was", "were", "being", "went", "ran", "flowed", "passed", "going", "running", "flowing", "passing",
];

/// What is done with what is counted, so that whoever it is done by or with counts it.
pub(super) const GIVEN: &Words = words![
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
