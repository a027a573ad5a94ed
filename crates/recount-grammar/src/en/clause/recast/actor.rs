//! "Users sent 4 trillion tokens to X last week": X processed 4 trillion tokens last week.

use super::draft::{Draft, Recast};
use super::{behind_times, is_amount, is_stop, named_to};
use crate::en::phrase::{Chunks, Phrase, subjects};
use crate::token::Words;

/// Whoever uses what is counted did something with so much of it on somebody.
pub(super) fn actor(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let article = start + usize::from(c.is(start, words!["the", "its", "all"]));
    if !is_actor(c, article) && !is_source(c, article) {
        return None;
    }
    let verb = article + 1 + usize::from(c.entry(article + 1).adverb);
    let told = is_source(c, article) && c.is(verb, TOLD);
    if !told && (!c.is(verb, SENT) || is_source(c, article)) {
        return None;
    }
    if let Some(found) = more_than_to(c, start, verb).filter(|_| !told) {
        return Some(found);
    }
    let figure = (verb + 1..verb + 4).find(|place| is_amount(c, *place))?;
    let more = more_of_it(c, figure);
    let hedge = more.unwrap_or(figure);
    let counted = more.is_some()
        || matches!(c.phrase(figure), Some(Phrase::Amount { metrics, .. }) if !metrics.is_empty());
    let lead = (verb + 1..figure).all(|place| {
        c.entry(place).adverb || c.is(place, words!["a", "an", "some", "just", "only", "total", "of", "up"])
    });
    let time = behind_times(c, hedge + 1);
    if !counted
        || !lead
        || !c.is(time, words!["to", "on", "through", "via", "with", "in", "at", "into", "for", "from"])
    {
        return None;
    }
    // "pushed 28 trillion tokens through the platform": in all.
    if let Some(end) = super::given_to::source(c, time + 1).filter(|_| !told) {
        let draft = Draft::new(c).keep(0, start).say("the total was", verb).keep(verb + 1, time);
        return Some(draft.keep(end, c.len()).done());
    }
    let end = named_to(c, time + 1)?;
    let ends = is_stop(c, end)
        || matches!(c.phrase(end), Some(Phrase::Time(_)))
        || c.is(end, words!["and", "while", "but"]);
    if !ends {
        return None;
    }
    let draft = Draft::new(c).keep(0, start).keep(time + 1, end).say("processed", verb).keep(verb + 1, time);
    Some(draft.keep(end, c.len()).done())
}

/// "[developers] sent more tokens to X than to Y": more of them were processed by X than by Y.
fn more_than_to(c: Chunks<'_>, start: usize, verb: usize) -> Option<Recast> {
    const WAYS: &Words = words!["to", "on", "through", "via", "with", "at", "into"];
    let more = c.is(verb + 1, words!["more", "fewer", "less"]);
    let unit = matches!(c.phrase(verb + 2), Some(Phrase::Name(names)) if subjects(names).next().is_none());
    if !more || !unit || !c.is(verb + 3, WAYS) {
        return None;
    }
    let than = named_to(c, verb + 4)?;
    let other = than + 2;
    let one = c.is(than, words!["than"]) && c.is(than + 1, WAYS);
    let draft = Draft::new(c).keep(0, start).keep(verb + 1, verb + 3).say("were processed by", verb);
    let draft = draft.keep(verb + 4, than).say("than by", than);
    one.then(|| draft.keep(other, c.len()).done())
}

/// "[sent] 9 % more requests": the last word of it.
fn more_of_it(c: Chunks<'_>, figure: usize) -> Option<usize> {
    let unit = matches!(c.phrase(figure + 2), Some(Phrase::Name(names)) if subjects(names).next().is_none());
    (c.is(figure + 1, words!["more", "fewer", "less"]) && unit).then_some(figure + 2)
}

/// Those who use what is counted; where they are counted themselves, their name is that of a unit.
fn is_actor(c: Chunks<'_>, place: usize) -> bool {
    let unit = || matches!(c.phrase(place), Some(Phrase::Name(names)) if subjects(names).next().is_none());
    c.is(place, ACTORS)
        || unit()
            && c.get(place)
                .is_some_and(|chunk| c.lower(chunk.first) == "users" && chunk.end == chunk.first + 1)
}

/// The source of the figures: a name of nobody who is counted.
fn is_source(c: Chunks<'_>, place: usize) -> bool {
    c.is(
        place,
        words![
            "platform", "site", "tracker", "router", "ranking", "chart", "data", "figures", "table",
            "numbers"
        ],
    ) || c.get(place).is_some_and(|chunk| {
        let word = matches!(&chunk.phrase, Phrase::Word(entry) if entry.is_unknown());
        word && c.text(chunk.first).starts_with(char::is_uppercase) && c.is(place + 1, TOLD)
    })
}

const ACTORS: &Words = words![
    "users", "developers", "customers", "audiences", "audience", "viewers", "readers", "fans", "listeners",
    "people", "subscribers", "programmers", "companies", "businesses", "teams", "coders", "builders", "apps",
    "consumers", "moviegoers", "streamers", "buyers", "drivers", "households", "shoppers", "firms",
    "players", "agents", "clients", "engineers", "startups", "callers",
];

pub(super) const SENT: &Words = words![
    "sent", "spent", "routed", "put", "pushed", "ran", "directed", "burned", "poured", "threw", "fed",
    "fired", "ran", "piped", "made", "placed", "pumped", "funneled", "funnelled", "channeled", "channelled",
    "consumed", "used", "streamed", "watched", "logged", "clocked", "racked", "send", "spend", "route",
    "push", "run", "burn", "pour",
];

pub(super) const TOLD: &Words = words![
    "reports", "reported", "counts", "counted", "shows", "showed", "records", "recorded", "lists", "listed",
    "logs", "logged", "gives", "gave", "has", "had", "puts", "credits", "credited",
];
