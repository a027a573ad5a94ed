//! "Among the top ten, X holds six places": X holds six of the top ten places. "X placed one model, Y, in the top three": X
//! has one model in the top three; Y is in it. "Three of the top five from X": three of the top five are from X.

use super::draft::{Draft, Recast};
use super::{is_stop, named};
use crate::en::clause::Who;
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};

/// "A, B and C occupied the fourth to sixth positions": fourth to sixth place.
pub(super) fn places_in_a_row(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let rank = |place: usize| matches!(c.phrase(place), Some(Phrase::Ordinal(_)));
    let first = (1..c.len()).find(|place| {
        rank(*place)
            && rank(place + 2)
            && c.is(place + 1, words!["to", "through", "-", "–"])
            && c.is(place + 3, PLACES)
    })?;
    let article = usize::from(c.is(first - 1, words!["the"]));
    let draft = Draft::new(c).keep(0, first - article).keep(first, first + 3).say("place", first + 3);
    Some(draft.keep(first + 4, c.len()).done())
}

const PLACES: &crate::token::Words =
    words!["places", "positions", "spots", "slots", "ranks", "seats", "place", "position", "spot"];

/// How many places there are, told in front.
pub(super) fn among_the_top(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if !c.is(start, words!["among", "in", "of"]) || !is_top(c, start + 1) {
        return None;
    }
    let comma = (start + 2..start + 8).find(|place| c.is(*place, words![","]))?;
    // "the top five models by tokens last week", "on the list".
    let plain = |place: usize| {
        let told = matches!(c.phrase(place), Some(Phrase::Time(_) | Phrase::Name(_)));
        let list = matches!(c.phrase(place), Some(Phrase::Place(Place::Board)));
        let by = c.is(place, words!["by", "in", "on"]);
        c.noun(place) == Some(Noun::Thing) || c.entry(place).known || by || list || told && place > start + 2
    };
    let thing = (start + 2..comma).all(plain);
    let more = (start + 2..comma).find(|place| {
        c.is(*place, words!["by", "in", "on"]) || matches!(c.phrase(*place), Some(Phrase::Time(_)))
    });
    let (verb, np) = named(c, comma + 1)?;
    let holds = Frames::HOLD.and(Frames::TAKE).and(Frames::AUX).and(Frames::SHARE);
    let has = c.verb(verb).is_some_and(|verb| verb.frames.any(holds)) || c.is(verb, HOLDS);
    let count = verb + 1;
    let places = usize::from(matches!(c.noun(count + 1), Some(Noun::Place | Noun::Thing)));
    let ends =
        is_stop(c, count + 1 + places) || matches!(c.phrase(count + 1 + places), Some(Phrase::Time(_)));
    if !thing || np.share || !has || !matches!(c.phrase(count), Some(Phrase::Number(_))) || !ends {
        return None;
    }
    let draft = Draft::new(c).keep(0, start).keep(comma + 1, verb).say("holds", verb).keep(count, count + 1);
    let draft = draft.say("of", start).again(start + 1, start + 2);
    let draft = match more {
        Some(more) => draft.again(more, comma),
        None => draft,
    };
    Some(draft.keep(count + 1 + places, c.len()).done())
}

/// Those of somebody in the top, with their names between commas.
pub(super) fn named_in_the_top(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let (verb, np) = named(c, start)?;
    let placed = c.is(verb, words!["placed", "places", "had", "has", "put", "landed", "got", "kept"]);
    let thing = verb + 2;
    let counted = matches!(c.phrase(verb + 1), Some(Phrase::Number(_))) && c.noun(thing) == Some(Noun::Thing);
    if !placed || np.share || !counted || !c.is(thing + 1, words![","]) {
        return None;
    }
    let (close, told) = named(c, thing + 2)?;
    let place = close + 2;
    let inside =
        c.is(close, words![","]) && c.is(close + 1, words!["in", "among", "inside"]) && is_top(c, place);
    if !inside
        || told.share
        || !(is_stop(c, place + 1) || matches!(c.phrase(place + 1), Some(Phrase::Time(_))))
    {
        return None;
    }
    let draft =
        Draft::new(c).keep(0, verb).say("has", verb).keep(verb + 1, thing + 1).keep(close + 1, place + 1);
    let draft = draft.say(";", close).keep(thing + 2, close).say("ranked in", close).again(place, place + 1);
    Some(draft.keep(place + 1, c.len()).done())
}

/// A headline, or an item of a list, without its verb.
pub(super) fn from_whom(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let counted = matches!(c.phrase(start), Some(Phrase::Number(_)))
        && c.is(start + 1, words!["of", "in"])
        && is_top(c, start + 2);
    let all = is_top(c, start) && c.is(start + 1, words!["all", "both"]);
    let from = match (counted, all) {
        (true, _) => start + 3,
        (_, true) => start + 2,
        _ => return None,
    };
    let (end, _) = c.is(from, words!["from"]).then(|| named(c, from + 1)).flatten()?;
    let ends = is_stop(c, end) || matches!(c.phrase(end), Some(Phrase::Time(_)));
    let verb = if all { from - 1 } else { from };
    ends.then(|| Draft::new(c).keep(0, verb).say("were", verb).keep(verb, c.len()).done())
}

/// "The first three places went to X, Y and Z", "the top three were X, Y and Z, in that order": X was first, Y second.
pub(super) fn in_that_order(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let Some(Phrase::Place(Place::Top(count))) = c.phrase(start) else { return None };
    let verb = start + 1 + usize::from(c.noun(start + 1) == Some(Noun::Thing));
    let time = usize::from(matches!(c.phrase(verb), Some(Phrase::Time(_))));
    let verb = verb + time;
    let went = c.is(verb, words!["went", "go", "belong", "belonged", "fell"]);
    let to = (verb + 1..verb + 6).find(|place| c.is(*place, words!["to"])).filter(|_| went);
    let from = match to {
        Some(to) => to + 1,
        None if c.is(verb, words!["were", "are"]) => verb + 1,
        None => return None,
    };
    let (end, np) = named(c, from)?;
    let several = matches!(&np.who, Who::Named(names) if names.len() == *count as usize && names.len() > 1);
    let told = end + usize::from(c.is(end, words![","]));
    let order =
        c.is(told, words!["in"]) && c.is(told + 1, words!["that", "this"]) && c.is(told + 2, words!["order"]);
    let end_of_it = if order { told + 3 } else { end };
    // "The top three were X, Y and Z" says nothing of their order.
    if !several || !(order || went) || !is_stop(c, end_of_it) {
        return None;
    }
    let ordinals = ORDINALS.get(..*count as usize)?;
    let (last, first) = ordinals.split_last()?;
    let places = format!("were {} and {last}", first.join(", "));
    let draft = Draft::new(c).keep(0, start).keep(from, end).say(&places, start);
    let draft = if time > 0 { draft.keep(verb - 1, verb) } else { draft };
    Some(draft.keep(end_of_it, c.len()).done())
}

fn is_top(c: Chunks<'_>, place: usize) -> bool {
    matches!(c.phrase(place), Some(Phrase::Place(Place::Top(_))))
}

const HOLDS: &crate::token::Words = words!["occupies", "occupied", "occupy", "claims", "claimed", "claim"];

const ORDINALS: &[&str] =
    &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
