//! Who shows it, then what is shown without a finite verb: `the rankings for June 22–28 show X processing 4 trillion`,
//! `the week ending June 28 saw total traffic at 30 trillion`, `the latest count puts X ahead of Y by 2 trillion`,
//! `summaries put X at a 61 % share`.

use super::draft::{Draft, Recast};
use super::{is_amount, is_stop, named_to, participle};
use crate::en::clause::Who;
use crate::en::clause::fronted::{NEGATED, RUMOURS, is_chart, is_source};
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::lexicon::{Form, Frames, Noun, past_of};
use crate::en::phrase::time::When;
use crate::en::phrase::{Chunk, Chunks, Phrase};
use crate::token::Words;

/// How many chunks a source and its times take at most.
const REACH: usize = 14;

/// Verbs behind which something is, or does.
pub(super) const SHOWS: &Words = words![
    "show", "shows", "showed", "indicate", "indicates", "indicated", "reveal", "reveals", "revealed", "have",
    "has", "had", "see", "sees", "saw",
];

/// Verbs behind which something stands somewhere.
pub(super) const PUTS: &Words = words![
    "put", "puts", "place", "places", "placed", "peg", "pegs", "pegged", "list", "lists", "listed", "rank",
    "ranks", "ranked",
];

/// Where something stands.
const STANDS: &Words = words![
    "at", "in", "on", "ahead", "behind", "above", "below", "atop", "first", "level", "up", "down", "flat",
    "within", "unchanged", "top",
];

/// What figures are before the day on which they came out.
const CAME_OUT: &Words = words![
    "published", "released", "out", "issued", "posted", "dated", "available", "due", "compiled", "updated"
];

/// What nobody has counted yet.
const GUESSES: &Words = words![
    "predictions", "forecasts", "projections", "estimates", "targets", "plans", "goals", "forecast",
    "projection", "polls", "odds",
];

/// What the source shows, told as it is, behind the times of the source.
pub(super) fn shown(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let end = c.len().min(start + REACH);
    let verb = (start + 1..end)
        .take_while(|place| !is_stop(c, *place))
        .find(|place| c.is(*place, SHOWS) || c.is(*place, PUTS))?;
    let time = |place: &usize| matches!(c.phrase(*place), Some(Phrase::Time(_)));
    let source = (start..verb).any(|place| is_source(c, place) || is_chart(c, place))
        || time(&(verb - 1)) && (start..verb - 1).all(|place| c.is(place, words!["the"]));
    let bare =
        |place: usize| c.get(place).is_some_and(Chunk::is_figure) && !time(&place) && !is_chart(c, place);
    let unsure = |place: usize| c.is(place, NEGATED) || c.is(place, RUMOURS) || c.is(place, GUESSES);
    if !source
        || (start..verb).any(|place| bare(place) || unsure(place))
        || (start..verb).any(|place| named_to(c, place).is_some())
    {
        return None;
    }
    let (rest, np) = noun_phrase(c.skip(verb + 1))?;
    let whose = matches!(np.who, Who::Named(_) | Who::Total);
    let (says, behind) = state(c, rest.at, c.is(verb, PUTS)).filter(|_| whose)?;
    let mut draft = Draft::new(c).keep(0, start);
    // "Figures published on Monday show": when they came out, not of when they are.
    let of_figures = |place: &usize| match c.phrase(*place) {
        Some(Phrase::Time(time)) => {
            let day = matches!(time.when, When::Day(_) | When::Weekday { .. });
            !day && !place.checked_sub(1).is_some_and(|before| c.is(before, CAME_OUT))
        }
        _ => false,
    };
    for place in (start..verb).filter(of_figures) {
        let named =
            c.get(place).is_some_and(|chunk| matches!(c.lower(chunk.first), "week" | "the" | "seven"));
        draft = if named { draft.say("in", place) } else { draft };
        draft = draft.keep(place, place + 1).say(",", place);
    }
    // "…, rising 5 % and outpacing Y" goes on of the same one.
    Some(draft.keep(verb + 1, rest.at).say(says, rest.at).keep(behind, c.len()).done())
}

/// What stands for the words behind whom they are told of, and the place behind these.
fn state(c: Chunks<'_>, own: usize, put: bool) -> Option<(&'static str, usize)> {
    let placed = matches!(c.phrase(own), Some(Phrase::Ordinal(_) | Phrase::Place(_)));
    // "At a 61 % share", "with a 61 % share".
    let share = own + 1 + usize::from(c.is(own + 1, words!["a", "an"]));
    if c.is(own, words!["at"]) && is_amount(c, share) && c.noun(share + 1) == Some(Noun::Share) {
        return Some(("had", own + 1));
    }
    if c.is(own, STANDS) || placed {
        return Some(("was", own));
    }
    if c.is(own, words!["with"]) {
        return Some(("had", own + 1));
    }
    if put {
        return None;
    }
    let verb = c.verb(own)?;
    match verb.form {
        Form::Ing => participle::told(c, own),
        Form::Base if verb.frames.any(Frames::BE.and(Frames::AUX)) => None,
        Form::Base => past_of(c.word(own)).map(|past| (past, own + 1)),
        _ => None,
    }
}
