//! "…, with X climbing to second": and X climbed to second. "…, its share slipping to 12 %", "its share up 2 points":
//! and its share slipped, was up. What a figure of somebody, or somebody, did or was, without a finite verb.

use super::draft::{Draft, Recast};
use super::{is_stop, named, named_to, stop_behind};
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::{About, Who};
use crate::en::lexicon::{Form, Frames, Noun, past_of};
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// A participle that has a subject of its own, behind what is said of another one or in front of it.
pub(super) fn participle(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let with = start.checked_sub(1).filter(|place| c.is(*place, words!["with"]));
    let from = with.unwrap_or(start);
    let comma = from.checked_sub(1).filter(|place| {
        c.is(*place, words![",", "—", "–"])
            || with.is_none() && c.is(*place, words!["and"]) && beside_another(c, *place)
    });
    if with.is_none() && comma.is_none() && from > 0 {
        return None;
    }
    let beside = comma.is_some_and(|place| c.is(place, words!["and"]));
    let (end, its) = subject(c, start, with.is_some() || from == 0 || beside)?;
    let own = (end..c.len().min(end + 3))
        .find(|place| !c.entry(*place).adverb || c.verb(*place).is_some() || c.is(*place, DIRECTED))?;
    let close = stop_behind(c, own);
    let (says, behind) = told(c, own)?;
    if behind > close || c.is(own, words!["included", "excluded", "counted", "including"]) {
        return None;
    }
    // "Its users live abroad, with X accounting for 6 %": of the users, if anything that is counted.
    let figure = |place: usize| c.get(place).is_some_and(crate::en::phrase::Chunk::is_figure);
    if says == "accounted" && from > 0 && !(0..from).any(figure) && !super::names_somebody(c, 0, from) {
        return None;
    }
    // "Its share cut to 12 %, X fell": X's share.
    if from == 0 {
        let last = c.len() - usize::from(is_stop(c, c.len() - 1));
        if !c.is(close, words![","]) {
            return None;
        }
        let name = named_to(c, close + 1)?;
        let draft = Draft::new(c);
        let bare =
            noun_phrase(c.skip(start)).is_some_and(|(_, np)| super::orders::is_bare_metric(c, start, &np));
        let draft = match its || bare {
            true => draft.again(close + 1, name).say("'s", start).keep(start + usize::from(its), end),
            false => draft.keep(start, end),
        };
        let draft = draft.say(says, own).keep(behind, close).say(";", close).keep(close + 1, last);
        return Some(draft.keep(last, c.len()).done());
    }
    let before = comma.unwrap_or(from);
    let draft = Draft::new(c).keep(0, before).say(", and", from).keep(start, end).say(says, own);
    Some(draft.keep(behind, c.len()).done())
}

/// "with Y leading and Z breaking into the top three": is the one before "and" told so behind "with"?
fn beside_another(c: Chunks<'_>, and: usize) -> bool {
    let clause = (0..and).rev().take_while(|place| !is_stop(c, *place));
    let with = clause.into_iter().find(|place| c.is(*place, words!["with"]));
    let ing = |place: usize| c.verb(place).is_some_and(|verb| verb.form == Form::Ing);
    with.and_then(|with| named(c, with + 1)).is_some_and(|(end, _)| ing(end))
}

/// "Extending its lead over Y to 300 billion, X rose 8 %": X rose 8 %, extending its lead.
pub(super) fn in_front(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let ing = start == 0 && c.verb(0).is_some_and(|verb| verb.form == Form::Ing);
    let its = (1..4).any(|place| c.is(place, words!["its", "their"]));
    let comma = stop_behind(c, 0);
    if !ing || !its || !c.is(comma, words![","]) {
        return None;
    }
    let end = named_to(c, comma + 1)?;
    // "Extending its lead, X, which …": whose commas they are, is not told.
    let verb = c.verb(end).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third));
    let last = super::before_last_stop(c);
    let plain = (comma + 1..last).all(|place| !is_stop(c, place));
    (verb && plain).then(|| {
        Draft::new(c).keep(comma + 1, last).say(",", comma).keep(0, comma).keep(last, c.len()).done()
    })
}

/// Somebody, "its share", or, behind "with", a figure of nobody else: up to where, and is it "its"?
fn subject(c: Chunks<'_>, start: usize, with: bool) -> Option<(usize, bool)> {
    let its = c.is(start, words!["its", "their"]);
    // "its lead over Y", "the gap to Y".
    if (its || c.is(start, words!["the"])) && matches!(c.noun(start + 1), Some(Noun::Gap | Noun::Lead)) {
        let over = c.is(start + 2, words!["over", "to", "on", "with"]).then(|| named(c, start + 3)).flatten();
        return Some((over.map_or(start + 2, |(end, _)| end), its));
    }
    // "its 4 trillion tokens".
    if its && super::is_amount(c, start + 1) {
        let unit = usize::from(matches!(c.phrase(start + 2), Some(Phrase::Name(_))));
        return Some((start + 2 + unit, its));
    }
    let (rest, np) = noun_phrase(c.skip(start))?;
    let figure = np.share || np.about != About::Nothing;
    let fits = match np.who {
        Who::Named(_) => with,
        Who::Carried | Who::Total => figure && (its || with),
        _ => false,
    };
    fits.then_some((rest.at, its))
}

/// What stands for the participle in a plain sentence, and the place behind it.
pub(super) fn told(c: Chunks<'_>, own: usize) -> Option<(&'static str, usize)> {
    let verb = c.verb(own);
    let directed = c.is(own, DIRECTED);
    let figure = |place: usize| {
        matches!(
            c.phrase(place),
            Some(Phrase::Percent(_) | Phrase::Points(_) | Phrase::Amount { .. } | Phrase::Ratio(_))
        )
    };
    if directed {
        return Some(("was", own));
    }
    // "its 4 trillion tokens good for tenth", "its 4 trillion tokens 12 % more than a week before".
    let good = c.is(own, words!["good", "enough", "sufficient"]) && c.is(own + 1, words!["for", "to"]);
    let more = figure(own) && c.is(own + 1, words!["more", "less", "fewer", "higher", "lower"]);
    if (good || more) && is_counted(c, own - 1) {
        return Some(("were", own));
    }
    let goes = c.is(own + 1, words!["to", "from", "by", "below", "above"]) || figure(own + 1);
    if goes && c.is(own, LIFTED) {
        return Some(("rose", own + 1));
    }
    if goes && c.is(own, CUT) {
        return Some(("fell", own + 1));
    }
    let verb = verb?;
    let frames = verb.frames;
    match verb.form {
        Form::Ing if c.is(own, words!["being"]) => Some(("was", own + 1)),
        Form::Ing => {
            let idle = frames.any(Frames::SAY.and(Frames::DENY).and(Frames::FORECAST).and(Frames::AUX));
            past_of(c.word(own)).filter(|_| !idle).map(|past| (past, own + 1))
        }
        _ => None,
    }
}

/// Is it a figure, or what is counted by it?
fn is_counted(c: Chunks<'_>, place: usize) -> bool {
    super::is_amount(c, place)
        || matches!(c.phrase(place), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_none())
}

/// What a figure may be without a verb.
const DIRECTED: &Words = words!["up", "down", "flat", "unchanged", "little", "back", "now", "still"];
const LIFTED: &Words = words!["lifted", "raised", "boosted", "pushed", "increased", "widened", "swelled"];
const CUT: &Words = words![
    "cut", "reduced", "trimmed", "slashed", "lowered", "squeezed", "pared", "eroded", "whittled", "narrowed"
];
