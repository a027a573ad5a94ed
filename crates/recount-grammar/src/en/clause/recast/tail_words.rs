//! What stands behind a comma in words that no tail has: `for third place`, `back above 4 trillion`, `sufficient for third place`,
//! `handing the lead to X`, `allowing X to overtake it`, `having risen in each of the three weeks before`.

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop, named_to, stop_behind, subjects_before};
use crate::en::lexicon::{Form, Frames, Noun, past_of};
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// In the words of a tail that is read.
pub(super) fn tail_words(c: Chunks<'_>, start: usize) -> Option<Recast> {
    start.checked_sub(1).filter(|place| c.is(*place, words![",", "—", "–"]))?;
    for_something(c, start)
        .or_else(|| back_above(c, start))
        .or_else(|| equivalent(c, start))
        .or_else(|| handing(c, start))
        .or_else(|| helping(c, start))
        .or_else(|| each_week_before(c, start))
        .or_else(|| near_record(c, start))
}

/// "just below its record", "some way off its peak of 5 trillion in the week of May 4": where it says when that was, held against
/// it; else it says nothing of the figure.
fn near_record(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let close = stop_behind(c, start);
    let near = (start..close.min(start + 5)).find(|place| c.is(*place, NEAR))?;
    let record = (near + 1..close.min(near + 5)).find(|place| {
        matches!(c.phrase(*place), Some(Phrase::Record(_)))
            || c.is(*place, words!["record", "peak", "high", "best", "maximum"])
                && (near..*place).any(|its| c.is(its, words!["its", "the", "their"]))
    })?;
    if (start..record).any(|place| c.get(place).is_some_and(crate::en::phrase::Chunk::is_figure)) {
        return None;
    }
    let figure = (record..close).find(|place| is_amount(c, *place));
    let when = figure
        .filter(|figure| (figure + 1..close).any(|place| matches!(c.phrase(place), Some(Phrase::Time(_)))));
    if let Some(figure) = when {
        return Some(Draft::new(c).keep(0, start).say("compared with", start).keep(figure, c.len()).done());
    }
    Some(Draft::new(c).keep(0, start - 1).keep(close, c.len()).drop(start, close).done())
}

/// "for third place", "for a share of 15 %".
fn for_something(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if c.is(start, words!["against"]) && c.is(start + 1, words!["a", "an"]) {
        let noun =
            (start + 2..start + 6).find(|place| matches!(c.noun(*place), Some(Noun::Rise | Noun::Fall)))?;
        let figure = (start + 2..noun).any(|place| is_amount(c, place));
        return figure.then(|| {
            Draft::new(c).keep(0, start).say("compared with", start).keep(start + 1, c.len()).done()
        });
    }
    let look = start + usize::from(c.is(start, words!["enough", "sufficient"]));
    if !c.is(look, words!["for"]) {
        return None;
    }
    let article = look + 1 + usize::from(c.is(look + 1, words!["a", "an", "the"]));
    let close = stop_behind(c, look);
    let says = match c.phrase(article)? {
        Phrase::Place(_) if close == article + 1 => "good for",
        Phrase::Percent(_) if c.noun(article + 1) == Some(Noun::Share) => "",
        _ if c.noun(article) == Some(Noun::Share) && c.is(article + 1, words!["of"]) => "",
        _ => return None,
    };
    let draft = Draft::new(c).keep(0, start);
    let draft = if says.is_empty() { draft } else { draft.say(says, look) };
    Some(draft.keep(look + 1, c.len()).done())
}

/// "back above 4 trillion", "still below 5 trillion", "back below 4 trillion for the first time since May".
fn back_above(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if !c.is(start, words!["back", "still", "again"]) {
        return None;
    }
    let word = usize::from(c.is(start + 1, words!["above", "below", "over", "under"]));
    let figure = start + 1 + word;
    let Some(Phrase::Amount { .. }) = c.phrase(figure) else { return None };
    let words = c.span(start + 1, figure + 1).of(c.tokens.text);
    let above = words.starts_with("above") || words.starts_with("over");
    if !above && !words.starts_with("below") && !words.starts_with("under") {
        return None;
    }
    let first = matches!(c.phrase(figure + 1), Some(Phrase::First(_)));
    let draft = Draft::new(c).keep(0, start);
    let draft = match (first, above) {
        (true, true) => draft.say("exceeding", start),
        (true, false) => draft.say("falling below", start),
        (false, true) => draft.say("back at more than", start),
        (false, false) => draft.say("back at less than", start),
    };
    // The amount may have taken the word for its own.
    let draft = match word {
        1 => draft.keep(figure, figure + 1),
        _ => draft.say(words.split_once(' ').map_or(words, |(_, number)| number), figure),
    };
    Some(draft.keep(figure + 1, c.len()).done())
}

/// "the equivalent of a 15 % share".
fn equivalent(c: Chunks<'_>, start: usize) -> Option<Recast> {
    c.skip(start)
        .are(&["the", "equivalent", "of"])
        .then(|| Draft::new(c).keep(0, start).say("equal to", start).keep(start + 3, c.len()).done())
}

/// "handing the lead to Y", "ceding second place to Y": and Y took first place.
fn handing(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if !c.is(start, words!["handing", "ceding", "surrendering", "yielding", "conceding", "giving"]) {
        return None;
    }
    let article = start + 1 + usize::from(c.is(start + 1, words!["the", "its"]));
    let lead = c.is(article, words!["lead", "crown"]);
    let place = matches!(c.phrase(article), Some(Phrase::Place(_)));
    let end = named_to(c, article + 2).filter(|_| c.is(article + 1, words!["to"]) && (lead || place))?;
    let draft = Draft::new(c).keep(0, start).say("and", start).keep(article + 2, end).say("took", start);
    let draft = if lead { draft.say("first place", article) } else { draft.keep(article, article + 1) };
    Some(draft.keep(end, c.len()).done())
}

/// "helping Y to 6 trillion tokens", "to a 15 % share": taking, giving it so much.
fn helping(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let end = named_to(c, start + 1).filter(|_| c.is(start, words!["helping"]))?;
    if !c.is(end, words!["to"]) {
        return None;
    }
    if is_amount(c, end + 1) {
        return Some(Draft::new(c).keep(0, start).say("taking", start).keep(start + 1, c.len()).done());
    }
    let share = c.is(end + 1, words!["a"]) && is_amount(c, end + 2) && c.noun(end + 3) == Some(Noun::Share);
    share.then(|| {
        let draft = Draft::new(c).keep(0, start).say("giving", start).keep(start + 1, end);
        draft.keep(end + 1, c.len()).done()
    })
}

/// Not far from.
const NEAR: &Words = words![
    "below", "short", "shy", "off", "near", "close", "matching", "from", "under", "approaching", "beneath",
];

/// "letting Y overtake it", "allowing Y to move into first place", "which let Y take second": and Y did so.
pub(super) fn let_another(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let which = usize::from(c.is(start, words!["which", "that"]));
    let lets = start + which;
    let verb = match which {
        0 => {
            c.is(lets, words!["letting", "allowing", "enabling"])
                && start > 0
                && c.is(start - 1, words![",", "—", "–"])
        }
        _ => c.is(lets, words!["let", "allowed", "enabled", "lets", "allows"]),
    };
    let end = named_to(c, lets + 1).filter(|_| verb)?;
    let does = end + usize::from(c.is(end, words!["to"]));
    let past = past_of(c.word(does)).filter(|_| c.verb(does).is_some_and(|verb| verb.form == Form::Base))?;
    let close = stop_behind(c, does);
    let comma = start - usize::from(start > 0 && c.is(start - 1, words![",", "—", "–"]));
    let draft = Draft::new(c).keep(0, comma).say(", and", start).keep(lets + 1, end).say(past, does);
    // "overtake it": the one who was spoken of.
    let it = (does + 1..close).find(|place| c.is(*place, words!["it", "them"]));
    let who = subjects_before(c, comma).find(|(_, to)| *to < comma);
    let draft = match (it, who) {
        (Some(it), Some((from, to))) => draft.keep(does + 1, it).again(from, to).keep(it + 1, close),
        (Some(_), None) => return None,
        (None, _) => draft.keep(does + 1, close),
    };
    Some(draft.keep(close, c.len()).done())
}

/// "having risen in each of the three weeks before": after three straight weeks of growth.
fn each_week_before(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if !c.is(start, words!["having", "after"]) {
        return None;
    }
    let frames = c.verb(start + 1)?.frames;
    let noun = match (frames.any(Frames::UP), frames.any(Frames::DOWN)) {
        (true, false) => "growth",
        (false, true) => "decline",
        _ => return None,
    };
    let each = start + 2;
    let of =
        c.is(each, words!["in"]) && c.is(each + 1, words!["each", "all"]) && c.is(each + 2, words!["of"]);
    let close = stop_behind(c, each);
    let words = c.span(each, close).of(c.tokens.text).to_ascii_lowercase();
    let then = ["before", "previous", "prior", "preceding"].iter().any(|word| words.contains(word));
    let count = words.split_whitespace().find_map(|word| COUNTS.iter().find(|(name, _)| *name == word))?;
    let weeks = words.contains("weeks");
    (of && then && weeks).then(|| {
        let says = format!("after {} straight weeks of {noun}", count.1);
        Draft::new(c).keep(0, start).say(&says, start).keep(close, c.len()).done()
    })
}

const COUNTS: &[(&str, &str)] = &[
    ("two", "two"),
    ("three", "three"),
    ("four", "four"),
    ("five", "five"),
    ("six", "six"),
    ("seven", "seven"),
    ("eight", "eight"),
    ("nine", "nine"),
    ("ten", "ten"),
];

/// "better than Y's 2 %", "outpacing Y's 2 % gain", "while Y managed only 2 %", behind a change: and Y rose by 2 %.
pub(super) fn better_than(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = start.checked_sub(1).filter(|place| {
        c.is(*place, words![",", "—", "–"])
            || *place > 0 && c.is(*place, words!["while", "where", "and", "but"])
    })?;
    let joined = !c.is(comma, words![",", "—", "–"]);
    let count = match () {
        () if c.is(start, words!["outpacing", "beating", "outstripping", "topping"]) => 1,
        () if c.is(start, words!["better", "faster", "more"]) && c.is(start + 1, words!["than"]) => 2,
        () if joined || c.is(start, words!["while", "where"]) => usize::from(!joined),
        () => return None,
    };
    let end = named_to(c, start + count)?;
    let owned = c.is(end - 1, words!["'s", "’s"]) || c.is(end, words!["'s", "’s"]);
    let name = if c.is(end - 1, words!["'s", "’s"]) { end - 1 } else { end };
    let managed = !owned && c.is(end, words!["managed", "mustered", "eked"]);
    if (joined || count == 1 && c.is(start, words!["while", "where"])) != managed || !managed && !owned {
        return None;
    }
    let figure = (end..end + 4).find(|place| matches!(c.phrase(*place), Some(Phrase::Percent(_))))?;
    let noun = usize::from(matches!(c.noun(figure + 1), Some(Noun::Rise)));
    let close = figure + 1 + noun;
    let rises = (0..comma).any(|place| {
        c.verb(place).is_some_and(|verb| verb.frames.any(Frames::UP) && !verb.frames.any(Frames::DOWN))
            && matches!(c.phrase(place + 1), Some(Phrase::Percent(_)) | Some(Phrase::Word(_)))
    });
    if !rises || close < c.len() && !is_stop(c, close) && !matches!(c.phrase(close), Some(Phrase::Time(_))) {
        return None;
    }
    let before = if joined { comma - usize::from(comma > 0 && c.is(comma - 1, words![","])) } else { comma };
    let draft =
        Draft::new(c).keep(0, before).say(", while", start).keep(start + count, name).say("rose by", figure);
    Some(draft.keep(figure, figure + 1).keep(close, c.len()).done())
}

/// "with Y trailing on 3 trillion", "trailed by Y with 3 trillion": while Y processed so much.
pub(super) fn trailing(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let with = start.checked_sub(1).filter(|place| c.is(*place, words!["with"]))?;
    let comma = with.checked_sub(1).filter(|place| c.is(*place, words![","]))?;
    let end = named_to(c, start)?;
    let trails = c.is(end, TRAILS);
    let figure = c.is(end + 1, words!["on", "at", "with"]) && is_amount(c, end + 2);
    (trails && figure).then(|| {
        let draft = Draft::new(c).keep(0, comma).say(", while", with).keep(start, end).say("processed", end);
        draft.keep(end + 2, c.len()).done()
    })
}

const TRAILS: &Words = words!["trailing", "following", "chasing", "lagging", "next", "back", "adrift"];

/// "X slid to fifth, overtaken by Y": and it was overtaken by Y.
pub(super) fn overtaken(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![",", "—", "–"]))?;
    let verb = start + usize::from(c.entry(start).adverb && c.verb(start).is_none());
    let passed = c.verb(verb).is_some_and(|verb| {
        verb.frames.any(Frames::OVERTAKE) && matches!(verb.form, Form::Past | Form::Participle)
    });
    let by = passed && c.is(verb + 1, words!["by"]) && named_to(c, verb + 2).is_some();
    let (from, to) = subjects_before(c, comma).filter(|_| by).find(|(_, to)| *to < comma)?;
    let draft = Draft::new(c).keep(0, comma).say(", and", start).again(from, to).say("was", start);
    Some(draft.keep(start, c.len()).done())
}
