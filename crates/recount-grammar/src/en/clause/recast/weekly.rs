//! Weeks running behind figures: `up 7.4 % for a fifth consecutive weekly rise`; `X handled 9 trillion versus 5 of Y, four
//! straight weeks ahead`.

use super::draft::{Draft, Recast};
use super::{is_stop, subjects_before};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::{Chunks, Phrase};

/// "Up 7.4 % for a fifth consecutive weekly rise": up 7.4 %, the fifth in a row, not so much each time.
pub(super) fn nth_weekly_change(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let weekly = (4..c.len()).find(|place| {
        c.is(*place, words!["weekly"])
            && c.is(*place - 1, words!["consecutive", "straight", "successive"])
            && matches!(c.phrase(*place - 2), Some(Phrase::Ordinal(_)))
            && matches!(c.noun(*place + 1), Some(Noun::Rise | Noun::Fall))
    })?;
    let article =
        c.is(weekly - 3, words!["a", "its", "their", "the"]) && c.is(weekly - 4, words!["for", "in"]);
    let falls = c.noun(weekly + 1) == Some(Noun::Fall);
    // What it did is told before it.
    let (verbs, words) = match falls {
        true => (Frames::DOWN, words!["down"]),
        false => (Frames::UP, words!["up"]),
    };
    let told = (0..weekly - 4)
        .rev()
        .take_while(|place| !is_stop(c, *place))
        .any(|place| c.is(place, words) || c.verb(place).is_some_and(|verb| verb.frames.any(verbs)));
    (article && told)
        .then(|| Draft::new(c).keep(0, weekly - 4).say(",", weekly - 4).keep(weekly - 3, c.len()).done())
}

/// "4 trillion tokens, a decline for the second consecutive week": down for so long.
pub(super) fn change_for_weeks(c: Chunks<'_>, start: usize) -> Option<Recast> {
    start.checked_sub(1).filter(|place| c.is(*place, words![",", "—", "–"]))?;
    let noun = start + usize::from(c.is(start, words!["a", "another"]));
    let says = match c.noun(noun)? {
        Noun::Rise => "up",
        Noun::Fall => "down",
        _ => return None,
    };
    let weeks = matches!(c.phrase(noun + 1), Some(Phrase::Weeks(_)))
        && c.span(noun + 1, noun + 2).of(c.tokens.text).starts_with("for");
    (weeks && noun > start)
        .then(|| Draft::new(c).keep(0, start).say(says, noun).keep(noun + 1, c.len()).done())
}

/// "X handled 9 trillion versus 5 of Y, four straight weeks ahead": X was ahead of Y for so long.
pub(super) fn weeks_ahead(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![",", "—", "–", ";"]))?;
    let weeks = matches!(c.phrase(start), Some(Phrase::Weeks(_)));
    let way = start + 1;
    let front = c.is(way, words!["in"]) && c.is(way + 1, words!["front"]);
    let end = way + 1 + usize::from(front);
    let ends = end >= c.len() || is_stop(c, end);
    if !weeks || !(front || c.is(way, words!["ahead", "behind"])) || !ends {
        return None;
    }
    let named = |place: &usize| super::names_somebody(c, *place, *place + 1);
    let mut others = (0..comma).filter(named);
    let (first, second, third) = (others.next()?, others.next()?, others.next());
    let (from, to) = subjects_before(c, comma).find(|(from, _)| *from <= first)?;
    if third.is_some() || to > second || !(from..to).contains(&first) {
        return None;
    }
    let says = if c.is(way, words!["behind"]) { "was behind" } else { "was ahead of" };
    let draft = Draft::new(c).keep(0, comma).say(", and", start).again(first, first + 1).say(says, way);
    let draft = draft.again(second, second + 1).say("for", start).keep(start, way);
    Some(draft.keep(end, c.len()).done())
}
