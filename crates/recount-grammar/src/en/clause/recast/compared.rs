//! Comparisons that other words tell: `a far cry from the 1.1 trillion of a year ago`, `second only to X`, `a lead of 300 billion over X`, `15 %
//! up on the week`, `reversing a 5 % drop of the week before`.

use super::draft::{Draft, Recast};
use super::{is_amount, is_measure, is_stop, named, named_to};
use crate::en::lexicon::Noun;
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// In the words of a plain comparison.
pub(super) fn compared(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let behind_comma = start > 0 && c.is(start - 1, words![",", "—", "–", "and"]);
    second_only(c, start).or_else(|| {
        behind_comma.then(|| far_cry(c, start).or_else(|| lead_of(c, start)).or_else(|| up_on(c, start)))?
    })
}

/// "second only to Y".
fn second_only(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let ordinal = (start..start + 3).find(|place| matches!(c.phrase(*place), Some(Phrase::Ordinal(2))))?;
    let only = c.is(ordinal + 1, words!["only"]) && c.is(ordinal + 2, words!["to", "behind"]);
    let end = named_to(c, ordinal + 3).filter(|_| only)?;
    // "Second only to Y last week, X led Z".
    let comma = (end..c.len().min(end + 4)).find(|place| c.is(*place, words![","]));
    let subject =
        comma.filter(|_| start == 0 && ordinal == 0).and_then(|comma| Some((comma, named(c, comma + 1)?.0)));
    if let Some((comma, name)) = subject {
        let draft = Draft::new(c).again(comma + 1, name).say("was second", ordinal).keep(end, comma);
        return Some(draft.say(";", comma).keep(comma + 1, c.len()).done());
    }
    Some(Draft::new(c).keep(0, ordinal).say("in second place", ordinal).keep(end, c.len()).done())
}

/// "a far cry from the 1.1 trillion of a year ago", "and well above the 1.1 trillion of a year earlier".
fn far_cry(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let cry: &[&[&str]] = &[
        &["a", "far", "cry", "from"],
        &["a", "long", "way", "from"],
        &["a", "big", "step", "up", "from"],
        &["a", "modest", "improvement", "on"],
        &["an", "improvement", "on"],
        &["a", "slight", "improvement", "on"],
        &["a", "marked", "improvement", "on"],
    ];
    let count = cry.iter().find(|words| c.skip(start).are(words)).map(|words| words.len());
    if let Some(count) = count {
        let the = start + count;
        let figure = the + usize::from(c.is(the, words!["the"]));
        return is_amount(c, figure)
            .then(|| Draft::new(c).keep(0, start).say("compared with", start).keep(the, c.len()).done());
    }
    if let Some(found) = moved_from(c, start) {
        return Some(found);
    }
    let well = start + usize::from(c.is(start, words!["well", "far", "just", "slightly"]));
    let figure = well + 1 + usize::from(c.is(well + 1, words!["the"]));
    let and = c.is(start - 1, words!["and"]) && c.is(well, words!["above", "below"]) && is_amount(c, figure);
    and.then(|| Draft::new(c).keep(0, start - 1).say(",", start).keep(start, c.len()).done())
}

/// "a marked increase from the 1.1 trillion of a week earlier", "well down on the 1.4 trillion of the week before": up, down from it.
fn moved_from(c: Chunks<'_>, start: usize) -> Option<Recast> {
    const DEGREES: &Words =
        words!["well", "far", "slight", "modest", "marked", "sharp", "steep", "big", "small", "clear"];
    let article = c.is(start, words!["a", "an"]);
    let degree = start + usize::from(article);
    let known = c.entry(degree).adverb || c.is(degree, DEGREES);
    let way = degree + usize::from(known || c.entry(degree).known && c.noun(degree).is_none());
    let says = match c.noun(way) {
        Some(Noun::Rise) if article => "up from",
        Some(Noun::Fall) if article => "down from",
        _ if !article && c.is(way, words!["up"]) => "up from",
        _ if !article && c.is(way, words!["down"]) => "down from",
        _ => return None,
    };
    let the = way + 2;
    let figure = the + usize::from(c.is(the, words!["the"]));
    let on = c.is(way + 1, words!["on"]) || article && c.is(way + 1, words!["from", "over"]);
    (on && figure > the && is_amount(c, figure))
        .then(|| Draft::new(c).keep(0, start).say(says, start).keep(the, c.len()).done())
}

/// "a lead of 300 billion over Y".
fn lead_of(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let lead = start + 1;
    let fits = c.is(start, words!["a"])
        && (matches!(c.noun(lead), Some(Noun::Gap | Noun::Lead)) || c.is(lead, words!["edge"]));
    let figure = (lead + 2..lead + 5)
        .find(|place| is_amount(c, *place))
        .filter(|_| fits && c.is(lead + 1, words!["of"]))?;
    let over = figure + 1;
    let end = named_to(c, over + 1).filter(|_| c.is(over, words!["over"]))?;
    let draft = Draft::new(c).keep(0, start).keep(lead + 2, over).say("ahead of", over);
    Some(draft.keep(over + 1, end).keep(end, c.len()).done())
}

/// "15 % up on the week".
fn up_on(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let way = is_measure(c, start) && c.is(start + 1, words!["up", "down"]);
    let on = c.is(start + 2, words!["on", "from"]) || matches!(c.phrase(start + 2), Some(Phrase::Time(_)));
    (way && on).then(|| {
        Draft::new(c)
            .keep(0, start)
            .keep(start + 1, start + 2)
            .keep(start, start + 1)
            .keep(start + 2, c.len())
            .done()
    })
}

/// "half of it through Y", "nearly half of them handled by Y": half of which went to Y.
pub(super) fn part_of_it(c: Chunks<'_>, start: usize) -> Option<Recast> {
    start.checked_sub(1).filter(|place| c.is(*place, words![",", "—", "–"]))?;
    let part = (start..start + 3).find(|place| is_amount(c, *place))?;
    let of = part + 1;
    let it = c.is(of, words!["of"]) && c.is(of + 1, words!["it", "them", "that", "those"]);
    let verb = of + 2;
    let handled =
        usize::from(c.is(verb, words!["handled", "processed", "served", "sent", "routed", "generated"]));
    let by = verb + handled;
    let joins = c.is(by, words!["by", "through", "from", "via", "to", "on", "at"]);
    let end = named_to(c, by + 1).filter(|_| it && joins && (handled > 0 || !c.is(by, words!["to"])))?;
    (end >= c.len() || is_stop(c, end) || c.is(end, words!["and", "alone"])).then(|| {
        Draft::new(c).keep(0, of).say("of which went to", of).keep(by + 1, end).keep(end, c.len()).done()
    })
}

/// "ahead of Y's 3.4 trillion": ahead of Y, which had 3.4 trillion.
pub(super) fn ahead_of_figure(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let ahead = (start..c.len().min(start + 6)).find(|place| {
        c.is(
            *place,
            words![
                "ahead", "behind", "clear", "outpacing", "beating", "topping", "overtaking", "passing",
                "shy", "short", "below", "front", "more", "less"
            ],
        )
    })?;
    // "more than Y's 15 %".
    let than = usize::from(c.is(ahead, words!["more", "less"]) && c.is(ahead + 1, words!["than"]));
    let name = ahead + 1 + than + usize::from(c.is(ahead + 1, words!["of"]));
    let end = named_to(c, name)?;
    let below = c.is(ahead, words!["shy", "short", "below", "under"]);
    // "Y's" is one with its name, or not.
    let apart = c.is(end, words!["'s", "’s"]);
    let joined = end > 0 && c.is(end - 1, words!["'s", "’s"]);
    let (whose, figure) = match (apart, joined) {
        (true, _) => (end, end + 1),
        (_, true) => (end - 1, end),
        _ => return None,
    };
    let unit = figure + 1;
    let ends = unit >= c.len() || is_stop(c, unit) || matches!(c.phrase(unit), Some(Phrase::Time(_)));
    let share = matches!(c.phrase(figure), Some(Phrase::Percent(_)));
    (ends && is_amount(c, figure) && (share || than == 0)).then(|| {
        // "Ahead of Y's 15 %", behind a share: of the same whole.
        if matches!(c.phrase(figure), Some(Phrase::Percent(_))) {
            let draft = Draft::new(c).keep(0, start).say("against", start).keep(name, unit);
            let draft = if than > 0 { draft } else { draft.say(",", start).again(start, whose) };
            return draft.keep(unit, c.len()).done();
        }
        // "Just shy of Y's 3 trillion": no more than that it had so much.
        if below {
            return Draft::new(c).keep(0, start).say("compared with", start).keep(name, c.len()).done();
        }
        let draft = Draft::new(c).keep(0, whose).say(", which processed", figure).keep(figure, unit);
        draft.keep(unit, c.len()).done()
    })
}

/// "one of three northern models in the top five": and three northern models were in the top five.
pub(super) fn one_of_several(c: Chunks<'_>, start: usize) -> Option<Recast> {
    start.checked_sub(1).filter(|place| c.is(*place, words![","]))?;
    let count = start + 2;
    let several = c.is(start + 1, words!["of"]) && matches!(c.phrase(count), Some(Phrase::Number(2..=20)));
    let one = c.is(start, words!["one"]) || matches!(c.phrase(start), Some(Phrase::Number(1)));
    let inside = (count + 1..count + 5).find(|place| c.is(*place, words!["in", "among"]))?;
    let top = inside + 1 + usize::from(c.is(inside + 1, words!["the"]));
    let placed = matches!(c.phrase(top), Some(Phrase::Place(_)));
    (several && one && placed).then(|| {
        let draft = Draft::new(c).keep(0, start).say("and", start).keep(count, inside).say("were", inside);
        draft.keep(inside, c.len()).done()
    })
}

/// "the first time it has topped 4 trillion": the first time that it has.
pub(super) fn first_time_it(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let first = matches!(c.phrase(start), Some(Phrase::First(_)));
    let words = c.skip(start).are(&["the", "first", "time"]);
    let subject = start + if words { 3 } else { 1 };
    if !(first || words) || c.is(subject, words!["that", "since", "in"]) {
        return None;
    }
    let it = c.is(subject, words!["it", "they"])
        || named_to(c, subject).is_some()
        || c.is(subject, words!["the", "its"]);
    it.then(|| Draft::new(c).keep(0, subject).say("that", subject).keep(subject, c.len()).done())
}
