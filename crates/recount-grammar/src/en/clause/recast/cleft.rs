//! A time that a sentence puts in front to stress it: "it was not until the week of June 1 that X overtook Y", "it was only in May that X
//! led", "not until May did X overtake Y": so it was then.

use super::draft::{Draft, Recast};
use super::{is_asserted, named_to};
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::time::{Role, When};
use crate::en::phrase::{Chunks, Phrase};

/// "It was not until the week of June 1 that X overtook Y": in that week it did. What is denied is the time before.
pub(super) fn cleft(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 || !c.is(0, words!["it"]) || !c.is(1, words!["was", "is", "wasn", "isn"]) {
        return None;
    }
    let contracted = c.is(2, words!["n't", "n’t"]);
    let not = 2 + usize::from(contracted || c.is(2, words!["not"]));
    let only = not + usize::from(c.is(not, words!["only", "just"]));
    let time = only;
    let Some(Phrase::Time(told)) = c.phrase(time) else { return None };
    let until = not > 2;
    let that = time + 1;
    if !c.is(that, words!["that", "when"]) || until != is_end(told.role) || c.verb(that + 1).is_some() {
        return None;
    }
    let end = super::stop_behind(c, that + 1);
    let rest = Chunks { at: that + 1, ..c };
    if !is_asserted(rest) {
        return None;
    }
    let draft = Draft::new(c).keep(that + 1, end);
    let draft = if until { at_the_time(draft, c, time)? } else { draft.keep(time, time + 1) };
    Some(draft.keep(end, c.len()).done())
}

/// "Not until the week of June 1 did X overtake Y": in that week it did.
pub(super) fn not_until(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 || !c.is(0, words!["not", "only"]) || !c.is(2, words!["did"]) {
        return None;
    }
    let Some(Phrase::Time(told)) = c.phrase(1) else { return None };
    let subject = named_to(c, 3)?;
    let verb = c.verb(subject)?;
    let events = Frames::OVERTAKE.and(Frames::AHEAD).and(Frames::TAKE).and(Frames::ENTER).and(Frames::REACH);
    let until = c.is(0, words!["not"]);
    let rest = Chunks { at: subject, ..c };
    if until != is_end(told.role) || verb.form != Form::Base || !verb.frames.any(events) || !is_asserted(rest)
    {
        return None;
    }
    let end = super::stop_behind(c, subject);
    let draft = Draft::new(c).keep(3, subject).say("did", 2).keep(subject, end);
    let draft = if until { at_the_time(draft, c, 1)? } else { draft.keep(1, 2) };
    Some(draft.keep(end, c.len()).done())
}

fn is_end(role: Role) -> bool {
    matches!(role, Role::Until)
}

/// "until the week of June 1": in it.
fn at_the_time<'p>(draft: Draft<'p>, c: Chunks<'p>, place: usize) -> Option<Draft<'p>> {
    let Some(Phrase::Time(told)) = c.phrase(place) else { return None };
    let preposition = match told.when {
        When::Day(_) | When::Weekday { .. } => "on",
        When::Unit { .. } | When::Previous(_) | When::PastWeek => "",
        _ => "in",
    };
    let words = c.span(place, place + 1).of(c.tokens.text);
    let (_, when) = words.split_once(char::is_whitespace)?;
    Some(draft.say(&format!("{preposition} {when}"), place))
}
