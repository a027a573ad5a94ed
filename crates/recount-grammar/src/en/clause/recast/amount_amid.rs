//! A figure in the middle of its clause: `X with 4.1 trillion tokens overtook Y`; a share whose whole stands behind the
//! verb: `X fell to 5 % of all tokens`, `X grew from 5 % to 30 % of all tokens`.

use super::draft::{Draft, Recast};
use super::{is_amount, named, named_to};
use crate::en::clause::{About, share};
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::{Chunks, Phrase};

/// "X with 4.1 trillion tokens overtook Y": X, with so many, did.
pub(super) fn amount_amid(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let with = named_to(c, start)?;
    if !c.is(with, words!["with", "at"]) || !is_amount(c, with + 1) {
        return None;
    }
    let unit = (with + 2..with + 4).take_while(|at| matches!(c.phrase(*at), Some(Phrase::Name(_)))).count();
    let verb = with + 2 + unit;
    let told = c.verb(verb).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third));
    told.then(|| {
        let draft = Draft::new(c).keep(0, with).say(",", with).keep(with, verb).say(",", verb);
        draft.keep(verb, c.len()).done()
    })
}

/// "X fell to 5 % of all tokens", "X grew from 5 % to 30 % of all tokens": its share of them did.
pub(super) fn to_part_of_whole(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let (name, np) = named(c, start)?;
    let verb = (name..name + 3).find(|at| !c.entry(*at).adverb || c.verb(*at).is_some())?;
    let moves = c.verb(verb).is_some_and(|verb| {
        verb.frames.any(Frames::UP.and(Frames::DOWN))
            && matches!(verb.form, Form::Past | Form::Third | Form::Participle)
    }) || c.is(verb, words!["went", "goes"]);
    if !moves || np.share || np.about != About::Nothing {
        return None;
    }
    let percent = |at: usize| matches!(c.phrase(at), Some(Phrase::Percent(_)));
    let from = usize::from(c.is(verb + 1, words!["from"]) && percent(verb + 2)) * 2;
    let to = verb + 1 + from;
    let hedged = (to + 1..to + 3).find(|at| percent(*at))?;
    if !c.is(to, words!["to", "below", "above"]) || !c.is(hedged + 1, words!["of"]) {
        return None;
    }
    let (rest, _) = share::whole(c.skip(hedged + 1))?;
    let draft = Draft::new(c).keep(0, name).say("'s share", name).keep(hedged + 1, rest.at);
    Some(draft.keep(name, hedged + 1).keep(rest.at, c.len()).done())
}
