//! Small orders of words that a plain statement has otherwise: `for three weeks running X has led`,
//! `drifted 3 % lower`, `share climbed to 12 % of the total`, `went the other way with a 5 % drop`.

use super::draft::{Draft, Recast};
use super::{
    before_last_stop, is_amount, is_measure, is_stop, named, named_to, stop_behind, subjects_before,
};
use crate::en::clause::change::change_noun;
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::{About, Np, Who};
use crate::en::lexicon::{Form, Frames, Noun};
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// "A majority of all tokens": more than half of them. Holds also where it is denied.
pub(super) fn majority(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let place = (0..c.len()).find(|place| c.is(*place, words!["majority", "bulk"]))?;
    let kind = usize::from(
        place > 0 && c.is(place - 1, words!["clear", "slim", "narrow", "bare", "small", "large", "simple"]),
    );
    let article = place.checked_sub(1 + kind)?;
    let whole = c.is(article, words!["a", "the"]) && c.is(place + 1, words!["of"]);
    whole.then(|| Draft::new(c).keep(0, article).say("more than half", place).keep(place + 1, c.len()).done())
}

/// "For three weeks running X has led": X has led for three weeks running.
pub(super) fn weeks_in_front(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let weeks = matches!(c.phrase(start), Some(Phrase::Weeks(_)));
    let end = if weeks { named_to(c, start + 1)? } else { return None };
    c.verb(end)?;
    Some(Draft::new(c).keep(0, start + 1).say(",", start).keep(start + 1, c.len()).done())
}

/// "X drifted 3 % lower to 4 trillion", "X ended the week 3 % higher": X fell, rose by 3 %.
pub(super) fn so_much_lower(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let name = named_to(c, start)?;
    let figure = (name + 1..c.len().min(name + 5)).find(|place| is_measure(c, *place))?;
    let way = figure + 1;
    let verb = c.verb(name).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third));
    let plain = (name..figure).all(|place| !is_stop(c, place));
    let says = match () {
        () if c.is(way, words!["lower", "down"]) => "fell by",
        () if c.is(way, words!["higher", "up"]) => "rose by",
        () => return None,
    };
    if !verb
        || !plain
        || c.is(way + 1, words!["than"])
        || c.verb(name).is_some_and(|verb| verb.frames.any(Frames::BE))
    {
        return None;
    }
    let draft = Draft::new(c).keep(0, name).say(says, name).keep(figure, way);
    Some(draft.keep(way + 1, c.len()).done())
}

/// "Its share climbed to 12 % of all tokens": its share of all tokens climbed to 12 %.
pub(super) fn share_of(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let (rest, np) = noun_phrase(c.skip(start))?;
    let share = rest.at.checked_sub(1)?;
    if !np.share || c.noun(share) != Some(Noun::Share) || np.of.is_some() {
        return None;
    }
    let figure = (rest.at + 1..c.len().min(rest.at + 8))
        .take_while(|place| !is_stop(c, *place))
        .find(|place| is_amount(c, *place) && c.is(place + 1, words!["of"]))?;
    let (end, whole) = noun_phrase(c.skip(figure + 2)).map(|(rest, np)| (rest.at, np))?;
    (whole.is_named() && !whole.share).then(|| {
        let draft = Draft::new(c).keep(0, share + 1).keep(figure + 1, end).keep(share + 1, figure + 1);
        draft.keep(end, c.len()).done()
    })
}

/// "X went the other way with a 5 % drop", "X led the losers with a 5 % fall": X fell by 5 %.
pub(super) fn with_a_change(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let (name, np) = named(c, start)?;
    let with = (name + 1..c.len().min(name + 9))
        .take_while(|place| !is_stop(c, *place))
        .find(|place| c.is(*place, words!["with"]))?;
    let figures = (name..with).any(|place| c.get(place).is_some_and(crate::en::phrase::Chunk::is_figure));
    let told =
        c.verb(name).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third)) || c.is(name, STANDS);
    let (rest, value, _) = change_noun(c.skip(with + 1))?;
    let figure = (with..rest.at).find(|place| is_amount(c, *place))?;
    let ends = rest.at >= c.len()
        || is_stop(c, rest.at)
        || c.is(rest.at, words!["to", "and", "while"])
        || matches!(c.phrase(rest.at), Some(Phrase::Time(_)));
    if figures || !told || !ends || value.is_direction() || np.share || super::names_somebody(c, name, with) {
        return None;
    }
    let says = if value.falling { "fell by" } else { "rose by" };
    let draft = Draft::new(c).keep(0, name).say(says, name).keep(figure, figure + 1);
    let times = (with..rest.at).filter(|place| matches!(c.phrase(*place), Some(Phrase::Time(_))));
    let draft = times.fold(draft, |draft, time| draft.keep(time, time + 1));
    Some(draft.keep(rest.at, c.len()).drop(name, with).done())
}

const STANDS: &Words = words![
    "went", "bucked", "stood", "surprised", "disappointed", "impressed", "shone", "responded", "followed",
    "answered", "rallied", "bounced", "recovered", "stumbled",
];

/// "X was left only ahead of Y", "X was left third": X was.
pub(super) fn was_left(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let be = (0..c.len())
        .find(|place| c.is(*place, words!["was", "were", "is", "are"]) && c.is(place + 1, words!["left"]))?;
    let mut behind = be + 2;
    while c.is(behind, words!["only", "just", "slightly", "narrowly"]) {
        behind += 1;
    }
    let apart =
        |place: usize| c.is(place, words!["ahead", "behind", "short", "clear", "adrift", "above", "below"]);
    let state = c.is(behind, words!["in", "at", "level"])
        || apart(behind)
        || matches!(c.phrase(behind), Some(Phrase::Ordinal(_) | Phrase::Place(_)))
        || is_amount(c, behind) && (apart(behind + 1) || apart(behind + 2));
    state.then(|| Draft::new(c).keep(0, be + 1).keep(behind, c.len()).done())
}

/// "X atop the platform for a fourth week": X was first for a fourth week.
pub(super) fn atop(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let name = named_to(c, start)?;
    // "Atop a hill".
    if !c.is(name, words!["atop"]) || c.is(name + 1, words!["a", "an", "its", "this"]) {
        return None;
    }
    let close = (name + 1..c.len().min(name + 5)).find(|place| {
        is_stop(c, *place)
            || matches!(c.phrase(*place), Some(Phrase::Weeks(_) | Phrase::Time(_) | Phrase::First(_)))
            || c.is(*place, words!["for", "with", "again", "after", "as"])
    })?;
    (close > name + 1 && !super::names_somebody(c, name, close))
        .then(|| Draft::new(c).keep(0, name).say("was first", name).keep(close, c.len()).done())
}

/// "stayed ahead of Y, at 3 trillion, for a third week": for a third week; Y was at 3 trillion.
pub(super) fn figure_amid(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let comma = start.checked_sub(1).filter(|place| c.is(*place, words![","]))?;
    let name = comma.checked_sub(1).filter(|name| matches!(c.phrase(*name), Some(Phrase::Name(_))))?;
    let ahead = (name.saturating_sub(3)..name)
        .any(|place| c.is(place, words!["ahead", "behind", "of", "overtook", "led", "passed", "trailed"]));
    let close = stop_behind(c, start);
    let figure = c.is(start, words!["at", "on", "with"]) && is_amount(c, start + 1) && close <= start + 3;
    let last = before_last_stop(c);
    let goes_on = c.is(close, words![","]) && close + 1 < last && subjects_before(c, name).next().is_some();
    (ahead && figure && goes_on).then(|| {
        let draft =
            Draft::new(c).keep(0, comma).keep(close + 1, last).say(", while", start).again(name, name + 1);
        draft.say("was", start).keep(start, close).keep(last, c.len()).done()
    })
}

/// "Even as its volume fell, X led": whose it is, the words behind the comma say.
pub(super) fn whose_ahead(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let (its, comma) = (start == 0).then(|| looks_ahead(c)).flatten()?;
    // "Its share cut to 12 %, X fell" has no verb yet.
    if its == 0 {
        return None;
    }
    let name = named_to(c, comma + 1)?;
    let draft = Draft::new(c).keep(0, its).again(comma + 1, name).say("'s", its);
    Some(draft.keep(its + 1, c.len()).done())
}

/// "Its share cut to 12 %, X …", "Even as its volume fell, X …": a figure in front of the one whose it is; where "its"
/// stands, and the comma.
pub(super) fn looks_ahead(c: Chunks<'_>) -> Option<(usize, usize)> {
    if let Some(comma) = with_figure_ahead(c) {
        return Some((0, comma));
    }
    const OPENS: &Words = words!["although", "though", "despite"];
    let even = 2 * usize::from(c.is(0, words!["even"]) && c.is(1, words!["as", "though"]));
    let its = even.max(usize::from(c.is(0, OPENS)));
    if !c.is(its, words!["its", "their"]) {
        return None;
    }
    let comma = (its + 2..c.len().min(its + 20)).find(|place| {
        c.is(*place, words![","]) && named(c, place + 1).is_some_and(|(end, _)| c.verb(end).is_some())
    })?;
    let figure = (its..comma).any(|place| c.get(place).is_some_and(crate::en::phrase::Chunk::is_figure));
    let named_before = super::names_somebody(c, its, comma) && its > 0;
    (figure && !named_before).then_some((its, comma))
}

/// "With weekly calls rising to 3 trillion, X led": the comma.
fn with_figure_ahead(c: Chunks<'_>) -> Option<usize> {
    let (rest, np) = c.is(0, words!["with"]).then(|| noun_phrase(c.skip(1))).flatten()?;
    let ing = c.verb(rest.at).is_some_and(|verb| verb.form == Form::Ing);
    if !is_bare_metric(c, 1, &np) || !ing {
        return None;
    }
    (rest.at + 1..c.len().min(rest.at + 14)).find(|place| {
        c.is(*place, words![","]) && named(c, place + 1).is_some_and(|(end, _)| c.verb(end).is_some())
    })
}

/// A metric that is nobody's yet: "weekly calls", not "the total", "overall usage".
pub(super) fn is_bare_metric(c: Chunks<'_>, place: usize, np: &Np) -> bool {
    let article = c.is(place, words!["the", "total", "overall", "global", "all", "combined", "platform"]);
    matches!(np.about, About::Metric(_)) && !np.share && !article && !matches!(np.who, Who::Named(_))
}
