//! Who makes up the top n: "the top nine consists of six northern models and three southern ones", "six northern and three southern models
//! make up the top nine", "every model in the top five is northern", "the top five is entirely northern": so many of the top n are each one's.

use super::draft::{Draft, Recast};
use super::is_stop;
use crate::en::clause::be::member;
use crate::en::clause::noun_phrase::of_them;
use crate::en::clause::{About, Who};
use crate::en::lexicon::Noun;
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// What makes something up, one of which every such sentence has.
pub(super) const MADE: &Words = words![
    "comprises", "comprised", "comprise", "includes", "included", "include", "contains", "contained",
    "contain", "features", "featured", "feature", "counts", "counted", "count", "has", "had", "have",
    "consists", "consisted", "consist", "composed", "made", "split", "splits", "divided",
];

/// All of something.
pub(super) const WHOLLY: &Words =
    words!["entirely", "exclusively", "wholly", "completely", "solely", "purely", "all"];

/// So many of a group: the place of the count, and the words that say whose they are.
struct Part {
    count: usize,
    from: usize,
    to: usize,
}

/// "The top nine consists of six northern models and three southern ones", "the nine largest models include six from the north".
pub(super) fn consists_of(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let time = super::behind_times(c, top(c, start)?);
    let list = made_of(c, time)?;
    let (end, parts) = parts(c, list)?;
    // "The top nine included six northern models" is plain.
    let plain = !c.is(list - 1, words!["of", "into", "between"]) && (start..time).any(|at| is_top(c, at));
    let draft = || of_the_top(Draft::new(c).keep(0, start), c, (start, time), &parts);
    (!plain || parts.len() > 1).then(|| draft().keep(end, c.len()).done())
}

/// "Six northern models and three southern ones make up the top nine".
pub(super) fn makes_up(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let (verb, parts) = parts(c, start)?;
    let top_at = match () {
        () if c.is(verb, words!["make", "made", "making", "fill", "filled", "round", "rounded"]) => {
            verb + 1 + usize::from(c.is(verb + 1, words!["up", "out"]))
        }
        () if c.is(
            verb,
            words!["are", "were", "feature", "featured", "appear", "appeared", "stand", "stood"],
        ) && c.is(verb + 1, words!["in", "among", "inside"]) =>
        {
            verb + 2
        }
        () if c.is(
            verb,
            words!["form", "formed", "occupy", "occupied", "populate", "populated", "share", "shared"],
        ) =>
        {
            verb + 1
        }
        () => return None,
    };
    let end = top(c, top_at)?;
    let draft = || of_the_top(Draft::new(c).keep(0, start), c, (top_at, end), &parts);
    (parts.len() > 1).then(|| draft().keep(end, c.len()).done())
}

/// "Every model in the top five is northern", "every one of the top five comes from the north": all of them.
pub(super) fn every_one(c: Chunks<'_>, start: usize) -> Option<Recast> {
    // "Every model" may be the name of all of them.
    let every =
        c.get(start).is_some_and(|chunk| chunk.end == chunk.first + 1 && c.lower(chunk.first) == "every");
    let each = c.is(start, words!["each"]) && c.noun(start + 1) == Some(Noun::Thing);
    let single = start + 1 + usize::from(c.is(start + 1, words!["single", "last"]));
    let one = c.noun(single) == Some(Noun::Thing)
        || c.is(single, words!["one"])
        || matches!(c.phrase(single), Some(Phrase::Number(1)))
        || c.noun(single) == Some(Noun::Place);
    let of = single + 1;
    if !(every || each) || !one || !c.is(of, words!["in", "of", "among"]) {
        return None;
    }
    let verb = super::behind_times(c, top(c, of + 1)?);
    let says = match () {
        () if c.is(verb, words!["is", "was", "are", "were"]) => "were",
        () if c.is(verb, words!["comes", "came", "hails", "hailed", "come"]) => "came",
        () => return None,
    };
    let draft = Draft::new(c).keep(0, start).say("all of", start).keep(of + 1, verb).say(says, verb);
    Some(draft.keep(verb + 1, c.len()).done())
}

/// "The top five is entirely northern", "was an all-northern affair", "belongs entirely to the north": all of it is.
pub(super) fn entirely(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let verb = super::behind_times(c, top(c, start)?);
    let article = usize::from(c.is(verb + 1, words!["an", "a"]));
    let whose = match () {
        () if c.is(verb, words!["is", "was", "are", "were", "remains", "remained"])
            && c.is(verb + 1 + article, WHOLLY) =>
        {
            let hyphen = usize::from(crate::token::is_hyphen(c.word(verb + 2 + article)));
            verb + 2 + article + hyphen
        }
        () if c.is(verb, words!["belongs", "belonged", "belong", "went"])
            && (c.is(verb + 1, WHOLLY) && c.is(verb + 2, words!["to"])
                || c.is(verb + 1, words!["to"]) && c.is(verb + 2, WHOLLY)) =>
        {
            verb + 3
        }
        () => return None,
    };
    let (rest, np) = member(c.skip(whose))?;
    let group =
        matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing && !np.share;
    let affair = article == 1
        && c.is(rest.at, words!["affair", "club", "line", "lineup", "group", "party", "show", "set", "list"]);
    let end = rest.at + usize::from(affair);
    if !group || (article == 1) != affair || !ends(c, end) {
        return None;
    }
    let draft = Draft::new(c).keep(0, start).say("all of", start).keep(start, verb).say("were", verb);
    Some(draft.keep(whose, rest.at).keep(end, c.len()).done())
}

/// "The top nine", "last week's top ten models", "the nine largest models", from `place` on: the place behind it.
fn top(c: Chunks<'_>, place: usize) -> Option<usize> {
    let owned = matches!(c.phrase(place), Some(Phrase::Time(_))) && c.is(place + 1, words!["'s", "’s"]);
    let top = place + 2 * usize::from(owned);
    if is_top(c, top) {
        let thing = top + 1 + usize::from(matches!(c.noun(top + 1), Some(Noun::Thing | Noun::Place)));
        // "The nine biggest models on the list", "by tokens".
        let list = c.is(thing, words!["on", "in"])
            && matches!(c.phrase(thing + 1), Some(Phrase::Place(Place::Board)));
        let by = c.is(thing, words!["by"])
            && matches!(c.phrase(thing + 1), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_none());
        return Some(thing + 2 * usize::from(list || by));
    }
    // "The nine largest models".
    let number = top + usize::from(c.is(top, words!["the"]));
    let most = number + 1;
    let used = c.is(most, words!["most"]);
    let behind = most + 1 + usize::from(used && crate::token::is_hyphen(c.word(most + 1)));
    let thing = behind + usize::from(used);
    let large = c.is(most, words!["largest", "biggest", "busiest"])
        || used && c.is(behind, words!["used", "popular"]);
    let counted = matches!(c.phrase(number), Some(Phrase::Number(2..)));
    (counted && large && c.noun(thing) == Some(Noun::Thing)).then_some(thing + 1)
}

fn is_top(c: Chunks<'_>, place: usize) -> bool {
    matches!(c.phrase(place), Some(Phrase::Place(Place::Top(_))))
}

/// A verb of being made of parts, at `verb`: the place behind it.
fn made_of(c: Chunks<'_>, verb: usize) -> Option<usize> {
    let be = usize::from(c.is(verb, words!["is", "was", "are", "were"]));
    let look = verb + be;
    let plain = be == 0
        && c.is(
            look,
            words![
                "comprises", "comprised", "comprise", "includes", "included", "include", "contains",
                "contained", "contain", "features", "featured", "feature", "counts", "counted", "count",
                "has", "had", "have"
            ],
        );
    let of =
        be == 0 && c.is(look, words!["consists", "consisted", "consist"]) && c.is(look + 1, words!["of"]);
    let composed = be == 1 && c.is(look, words!["composed", "comprised"]) && c.is(look + 1, words!["of"]);
    let made =
        be == 1 && c.is(look, words!["made"]) && c.is(look + 1, words!["up"]) && c.is(look + 2, words!["of"]);
    let split = c.is(look, words!["split", "splits", "divided"]) && c.is(look + 1, words!["into", "between"]);
    match () {
        () if plain => Some(look + 1),
        () if of || composed || split => Some(look + 2),
        () if made => Some(look + 3),
        () => None,
    }
}

/// "six northern models, two southern ones and one from elsewhere", from `place` on: the place behind it, and each part with a group.
fn parts(c: Chunks<'_>, place: usize) -> Option<(usize, Vec<Part>)> {
    let mut found = Vec::new();
    let mut at = place;
    loop {
        let (end, part) = part(c, at)?;
        found.extend(part);
        let comma = end + usize::from(c.is(end, words![","]));
        let and = comma + usize::from(c.is(comma, words!["and", "plus"]));
        let goes_on = and > end && matches!(c.phrase(and), Some(Phrase::Number(_)));
        if !goes_on {
            return (!found.is_empty()).then_some((end, found));
        }
        at = and;
    }
}

/// "six northern models", "six from the north", "two others": the last are nobody's.
fn part(c: Chunks<'_>, count: usize) -> Option<(usize, Option<Part>)> {
    let Some(Phrase::Number(_)) = c.phrase(count) else { return None };
    if c.is(count + 1, words!["other", "others"]) {
        return Some((count + 2, None));
    }
    let thing = count + 1 + usize::from(c.noun(count + 1) == Some(Noun::Thing));
    let rest = match c.is(thing, words!["from"]) {
        true => member(c.skip(thing + 1)).filter(|(_, np)| np.about == About::Nothing && !np.share)?.0,
        false => of_them(c.skip(count + 1)).or_else(|| member(c.skip(count + 1)))?.0,
    };
    let ones = usize::from(c.is(rest.at, words!["ones", "one"]) || c.noun(rest.at) == Some(Noun::Thing));
    let group = (count + 1..rest.at).any(|at| is_group(c, at));
    let from = if c.is(thing, words!["from"]) { thing } else { count + 1 };
    group.then_some((rest.at + ones, Some(Part { count, from, to: rest.at })))
}

/// A group's name or adjective.
fn is_group(c: Chunks<'_>, place: usize) -> bool {
    matches!(c.phrase(place), Some(Phrase::Name(names) | Phrase::Adjective(names))
        if matches!(crate::en::phrase::subjects(names).collect::<Vec<_>>().as_slice(), [recount_model::Subject::Group(_)]))
}

/// "six of the top nine were northern, and three of the top nine were southern".
fn of_the_top<'p>(draft: Draft<'p>, c: Chunks<'p>, (from, to): (usize, usize), parts: &[Part]) -> Draft<'p> {
    parts.iter().enumerate().fold(draft, |draft, (index, part)| {
        let draft = if index > 0 { draft.say(", and", part.count) } else { draft };
        let verb = if c.is(part.from, words!["from"]) { "came" } else { "were" };
        let counted = draft.again(part.count, part.count + 1).say("of", part.count);
        counted.again(from, to).say(verb, part.count).again(part.from, part.to)
    })
}

/// Is nothing said behind it but a time?
fn ends(c: Chunks<'_>, place: usize) -> bool {
    is_stop(c, place) || matches!(c.phrase(place), Some(Phrase::Time(_)))
}
