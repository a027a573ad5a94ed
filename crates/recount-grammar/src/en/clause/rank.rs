//! Ranks: `ranked third`, `entered the top five`, `dropped out of the top nine`, `topped the list`.

mod back;
mod board;
mod held;
mod lead;
mod lost;
mod movement;
pub(super) mod not_above;
mod peak;
mod reign;
mod spell;

use recount_model::Movement;

pub(super) use self::back::{back_at, back_within};
use self::board::{atop, bare_place, by_name, first_few, kind_top, onto_list, place_within, took_over};
pub(super) use self::board::{is_everything, kind_list, on_list, steps, with_title};
pub(super) use self::held::place_held;
use self::lead::{completed, held_lead, lead_together, over_the_week};
use self::lost::{left, lost, missed};
use self::movement::{moved, movement, preposition};
use self::peak::peaked;
pub(super) use self::reign::{LASTS, lasted, owner as run_owner, run_to};
use self::spell::spent;
pub(super) use self::spell::{in_a_row, weeks_at};
use super::noun_phrase::noun_phrase;
use super::predicate::{Outcome, Piece, Read};
use super::verb_group::{Group, skip_adverbs};
use super::{Act, Anchor, Np, chart};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase};

/// A verb of ranking and a place.
pub(super) fn complement<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    if let Some(found) = lead_together(c, subject, frames) {
        return Some(found);
    }
    not_above::complement(c, frames)
        .or_else(|| chart::complement(c, group))
        .or_else(|| left(c, frames))
        .or_else(|| missed(c))
        .or_else(|| lost(c, subject, frames))
        .or_else(|| leads(c, frames))
        .or_else(|| from_to(c, frames, subject.about == super::About::Nothing))
        .or_else(|| spent(c, frames))
        .or_else(|| peaked(c, frames))
        .or_else(|| had_most(c, frames))
        .or_else(|| onto_list(c, frames))
        .or_else(|| took_over(c, frames))
        .or_else(|| placed(c, group))
        .or_else(|| next(c, frames))
        .or_else(|| most_of_the_week(c, frames))
        .or_else(|| held_lead(c, subject, group))
}

/// "[came] next with 1.9 trillion", "[came] next": one place below the one told before.
fn next<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    if !frames.any(Frames::RANK) || !c.is(0, words!["next"]) {
        return None;
    }
    super::be::next_with(c)
        .or_else(|| super::fronted::is_stop(c, 1).then(|| (c.skip(1), Outcome::one(Act::Follows))))
}

/// "finished [the week] as the most used model".
fn most_of_the_week<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    let (look, times) = over_the_week(c, frames).unwrap_or((c, Vec::new()));
    let named = look.is(0, words!["as"]) && frames.any(Frames::RANK);
    let (rest, mut outcome) = named.then(|| super::superlative::place(look.skip(1))).flatten()?;
    outcome.adjuncts.times.extend(times);
    Some((rest, outcome))
}

/// "had the highest call volume of any model".
fn had_most<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    let frame = Frames::HOLD.and(Frames::LEVEL).and(Frames::SET).and(Frames::AUX).and(Frames::RANK);
    let became = matches!(c.word_before(), "became" | "become" | "becomes" | "becoming");
    (frames.any(frame) || became).then(|| super::superlative::place(c)).flatten()
}

/// "at number one", "on top", "in the top ten", "atop the chart".
pub(super) fn at_place(c: Chunks<'_>) -> Option<(Chunks<'_>, Place)> {
    if c.is(0, words!["on", "at"]) && c.is(1, words!["top"]) {
        return Some((c.skip(2), Place::At(1)));
    }
    if c.are(&["at", "the", "top"]) && !c.is(3, words!["of", "end"]) {
        return Some((c.skip(3), Place::At(1)));
    }
    let atop = c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "atop");
    match c.phrase(0)? {
        Phrase::Place(place @ Place::At(_)) if atop => Some((c.skip(1), *place)),
        _ if c.is(0, words!["at", "on", "in", "as", "inside", "among"]) && !is_another(c.skip(1)) => {
            place(c.skip(1))
        }
        _ => None,
    }
}

/// "[in] the fourth": of something that was told before, a week or a list; no
/// place is told so.
pub(super) fn is_another(c: Chunks<'_>) -> bool {
    c.is(0, words!["the"]) && (matches!(c.phrase(1), Some(Phrase::Ordinal(_))) || c.is(1, words!["first"]))
}

/// A place, as a number or in words: "third", "third place", "first".
pub(super) fn place(c: Chunks<'_>) -> Option<(Chunks<'_>, Place)> {
    // "At first, X led": in the beginning.
    let begins = c.at == 1 || c.at > 1 && super::fronted::is_stop(Chunks { at: c.at - 2, ..c }, 0);
    let first = matches!(c.phrase(0), Some(Phrase::Ordinal(1)));
    if begins && c.word_before() == "at" && first && c.is(1, words![","]) {
        return None;
    }
    one_place(c).filter(|(rest, found)| {
        // "took the first, third and fifth places".
        let more = rest.is(0, words![",", "and"])
            && matches!(found, Place::At(_))
            && matches!(rest.phrase(1), Some(Phrase::Ordinal(_) | Phrase::Place(Place::At(_))))
            && !rest.is(2, words!["-"]);
        if more {
            return false;
        }
        !rest.is(0, words!["or", "to"])
            || !matches!(rest.phrase(1), Some(Phrase::Ordinal(_) | Phrase::Number(_)))
    })
}

fn one_place(c: Chunks<'_>) -> Option<(Chunks<'_>, Place)> {
    if let Some(found) = first_few(c) {
        return Some(found);
    }
    // "the platform's top five".
    let owned = super::noun_phrase::behind_owner(c);
    if owned.at > c.at && matches!(owned.phrase(0), Some(Phrase::Place(Place::Top(_) | Place::At(_)))) {
        return one_place(owned);
    }
    let look = if c.is(0, words!["the", "a"]) { c.skip(1) } else { c };
    // "top of OpenTable's chart", where the figures come from it.
    if look.are(&["top", "of"])
        && let Some(rest) = super::adjunct::at_source(look.skip(2))
    {
        let rest = super::adjunct::board_of(rest).unwrap_or(rest);
        let board = matches!(rest.phrase(0), Some(Phrase::Place(Place::Board)));
        return Some((rest.skip(usize::from(board)), Place::At(1)));
    }
    let close = look.is(0, words!["distant", "close", "strong", "solid", "narrow"]);
    let look = if close && matches!(look.phrase(1), Some(Phrase::Ordinal(_))) { look.skip(1) } else { look };
    match look.phrase(0)? {
        // "the No. 1 model".
        Phrase::Place(place @ Place::At(_)) if super::noun_phrase::thing(look.skip(1)).is_some() => {
            Some((super::noun_phrase::thing(look.skip(1))?, *place))
        }
        // "the top ten's seventh place".
        Phrase::Place(Place::Top(_) | Place::Board)
            if look.is(1, words!["'s", "’s"])
                && matches!(look.phrase(2), Some(Phrase::Place(Place::At(_)))) =>
        {
            one_place(look.skip(2))
        }
        Phrase::Place(place) => Some((look.skip(1), *place)),
        // "a third straight weekly gain" is no place.
        Phrase::Ordinal(_) if look.is(1, words!["straight", "consecutive", "successive", "weekly"]) => None,
        Phrase::Ordinal(n) => Some((look.skip(1), Place::At(*n))),
        Phrase::Word(entry) if entry.noun.is_none() || look.is(0, words!["first"]) => {
            let first = look.is(0, words!["first", "1st"]);
            let top = look.is(0, words!["top"]) && ends(look.skip(1));
            (first || top).then(|| (look.skip(1), Place::At(1)))
        }
        _ => None,
    }
}

fn ends(c: Chunks<'_>) -> bool {
    c.is_empty()
        || super::fronted::clause_ends(c)
        || super::aside::aside(c) > 0
        || c.is(0, words!["for", "with", "at", "in", "again", "of", "from", "by"])
        || matches!(c.phrase(0), Some(Phrase::Weeks(_) | Phrase::Time(_) | Phrase::First(_)))
}

/// "topped the list", "led the chart", "leads globally".
fn leads<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    if !frames.any(Frames::LEAD) {
        return None;
    }
    let first = Act::Rank { place: Place::At(1), movement: None, among: None };
    // "led last week's chart".
    if let (Some(Phrase::Time(time)), Some(Phrase::Place(Place::Board))) = (c.phrase(0), c.phrase(2))
        && c.is(1, words!["'s", "’s"])
    {
        let mut outcome = Outcome::one(first);
        outcome.adjuncts.times.push(time.clone());
        return Some((c.skip(3), outcome));
    }
    // "topped the source's chart", "tops X ranking", where X is the source.
    let owned = super::noun_phrase::behind_owner(c);
    if owned.at > c.at
        && (matches!(owned.phrase(0), Some(Phrase::Place(Place::Board | Place::Top(_))))
            || owned.noun(0) == Some(Noun::Board))
    {
        return Some((owned.skip(1), Outcome::one(first)));
    }
    if let Some((rest, among)) = kind_list(c) {
        let act = Act::Rank { place: Place::At(1), movement: None, among: Some(among) };
        return Some((rest, Outcome::one(act)));
    }
    if let Some((rest, metric)) = by_name(c) {
        let mut outcome = Outcome::one(first);
        outcome.adjuncts.about = Some(super::About::Metric(metric));
        return Some((rest, outcome));
    }
    match c.phrase(0) {
        Some(Phrase::Place(Place::Board | Place::At(1))) => Some((c.skip(1), Outcome::one(first))),
        Some(Phrase::Place(Place::Top(_))) => Some((c.skip(1), Outcome::one(first))),
        _ if c.is(0, words!["the"])
            && (matches!(c.noun(1), Some(Noun::Board | Noun::Field)) || c.is(1, words!["way"])) =>
        {
            Some((c.skip(2), Outcome::one(first)))
        }
        _ if c.is(0, words!["the"])
            && c.is(1, words!["weekly", "global", "overall", "latest", "official", "usage"])
            && c.noun(2) == Some(Noun::Board) =>
        {
            Some((c.skip(3), Outcome::one(first)))
        }
        _ if c.is(0, words!["all", "every", "the"])
            && matches!(c.noun(1), Some(Noun::Thing))
            && ends(c.skip(2)) =>
        {
            Some((c.skip(2), Outcome::one(first)))
        }
        _ => None,
    }
}

/// "leads", with nothing behind it: read last of all.
pub(super) fn alone<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    let leads = group.verb.frames.any(Frames::LEAD) && !group.verb.frames.any(Frames::LEVEL);
    let (at, phrase) = if c.is(0, words!["at", "with", "on"]) { (1, c.phrase(1)) } else { (0, c.phrase(0)) };
    let level = at > 0 && matches!(phrase, Some(Phrase::Amount { .. }));
    let weekly = || super::adjunct::every_week(c).is_some();
    let bare = leads && (ends(c) || c.entry(0).adverb || level || weekly());
    let topped = group.verb.frames.any(Frames::LEAD) && level;
    (bare || topped)
        .then(|| (c, Outcome::one(Act::Rank { place: Place::At(1), movement: None, among: None })))
}

/// "slipped from second to fifth", "rose from 9th place to 4th".
pub(super) fn from_to<'p>(c: Chunks<'p>, frames: Frames, bare: bool) -> Read<'p> {
    let c = c.skip(usize::from(c.is(0, words!["up", "down", "back"]) && c.is(1, words!["from"])));
    if !frames.any(Frames::RANK) || !c.is(0, words!["from"]) {
        return None;
    }
    // "drops from six to seven": places, where there are any.
    let bare = bare && bare_place(c.skip(1)).is_some();
    let (rest, old) = one_place(c.skip(1)).or_else(|| bare_place(c.skip(1)).filter(|_| bare))?;
    if !rest.is(0, words!["to", "into"]) {
        return None;
    }
    let (rest, new) = place(rest.skip(1)).or_else(|| bare_place(rest.skip(1)).filter(|_| bare))?;
    let (Place::At(before), Place::At(now)) = (old, new) else {
        return None;
    };
    let movement = match now.cmp(&before) {
        std::cmp::Ordering::Less => Movement::Up,
        std::cmp::Ordering::Equal => Movement::Kept,
        std::cmp::Ordering::Greater => Movement::Down,
    };
    let then = Piece {
        anchor: Anchor::Before,
        ..Piece::beside(Act::Rank { place: old, movement: None, among: None })
    };
    let now = Piece::main(Act::Rank { place: new, movement: Some(movement), among: None });
    let mut outcome = Outcome { pieces: vec![then, now], ..Outcome::default() };
    outcome.adjuncts.digits = bare;
    Some((rest, outcome))
}

/// "[made] its way into the top three": behind "way", and what that says.
fn own_way(c: Chunks<'_>) -> (Chunks<'_>, Read<'_>) {
    let way =
        c.is(0, words!["its", "their"]) && c.is(1, words!["way"]) && c.is(2, words!["into", "in", "back"]);
    if !way {
        return (c, None);
    }
    let entered = match place(c.skip(3)) {
        Some((rest, found @ Place::Top(_))) => {
            let act = Act::Rank { place: found, movement: Some(Movement::Entered), among: None };
            Some((rest, Outcome::one(act)))
        }
        _ => None,
    };
    (c.skip(2), entered)
}

/// "ranked third", "climbed to sixth", "kept first place", "took the top spot",
/// "entered the top five".
fn placed<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    if let Some(found) = completed(c, frames) {
        return Some(found);
    }
    // "made up the top three" is no entry into it.
    if frames.any(Frames::ENTER) && c.word_before() == "up" {
        return None;
    }
    let (c, entered) = own_way(c);
    if entered.is_some() {
        return entered;
    }
    let way = if c.is(0, words!["up", "down"]) { c.word(0) } else { c.word_before() };
    // "made it into the top ten".
    let made =
        matches!(way, "make" | "makes" | "made") && c.is(0, words!["it"]) && c.is(1, words!["into", "to"]);
    let c = if made { c.skip(1) } else { c };
    let entering = matches!(c.word_before(), "enter" | "re-enter" | "reenter");
    let c = by_steps(c, frames);
    // "finished the week third", "ended last week at No. 3".
    if let Some((rest, times)) = over_the_week(c, frames) {
        let (rest, mut outcome) = placed(rest, group)?;
        outcome.adjuncts.times.extend(times);
        return Some((rest, outcome));
    }
    let (preposition, look) = preposition(c);
    if let Some(found) = atop(c, frames) {
        return Some(found);
    }
    if let Some((rest, found, among)) = kind_top(look) {
        let movement = moved(movement(frames, preposition, found)?, way, entering, group);
        return Some((rest, Outcome::one(Act::Rank { place: found, movement, among: Some(among) })));
    }
    let (rest, found) = match at_place(c) {
        Some(at) if preposition.is_empty() => at,
        _ => place(skip_adverbs(look))?,
    };
    let movement = moved(movement(frames, preposition, found)?, way, entering, group);
    if movement == Some(Movement::Entered)
        && let Some((rest, at)) = place_within(rest)
    {
        return Some((rest, chart::entered(found, at)));
    }
    // "continued to rank third": so it was before.
    let kept = group.continued && !group.negated && matches!(found, Place::At(_));
    let movement = movement.or(kept.then_some(Movement::Kept));
    let (rest, among) = among(rest);
    let mut outcome = Outcome::one(Act::Rank { place: found, movement, among });
    // "rose to fifth from ninth".
    if matches!(movement, Some(Movement::Up | Movement::Down))
        && rest.is(0, words!["from"])
        && let Some((after, old @ Place::At(_))) = place(rest.skip(1))
    {
        let then = Act::Rank { place: old, movement: None, among: None };
        outcome.pieces.insert(0, Piece { anchor: Anchor::Before, ..Piece::beside(then) });
        return Some((after, outcome));
    }
    Some((chart::taken_from(rest, found, movement, &mut outcome), outcome))
}

/// "[climbed] two places [to third]", "[moved up] one [to No. 3]", "[held] steady [at number
/// one]": behind the steps.
fn by_steps(c: Chunks<'_>, frames: Frames) -> Chunks<'_> {
    // "climbed two places to third".
    let places = (matches!(c.phrase(0), Some(Phrase::Number(_))) || c.is(0, words!["a", "one"]))
        && c.noun(1) == Some(Noun::Place);
    let c = if places { c.skip(2) } else { c };
    // "moved up one to No. 3".
    let one = matches!(c.word_before(), "up" | "down")
        && matches!(c.phrase(0), Some(Phrase::Number(_)))
        && c.is(1, words!["to", "into"]);
    let c = c.skip(usize::from(one));
    // "lost two places, to fifth".
    let c = c.skip(usize::from(places && c.is(0, words![","]) && c.is(1, words!["to"])));
    // "moved up one to No. 3", "up two places to third".
    let by = steps(c);
    let c = if c.is(by, words!["to", "into", "at"]) { c.skip(by) } else { c };
    // "held steady at number one", "stays put at No. 3".
    let steady = frames.any(Frames::HOLD.and(Frames::STAY))
        && c.is(0, words!["steady", "firm", "fast", "put", "strong", "pat", "unchanged", "unmoved", "on"])
        && c.is(1, words!["at", "in", "on", "to"]);
    c.skip(usize::from(steady))
}

/// "the top ten films", "the top spot on the film list": among films, right behind the place.
fn of_kind(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    let before = c.at.checked_sub(1).and_then(|at| c.all.get(at)).map(|chunk| &chunk.phrase);
    if !matches!(before, Some(Phrase::Place(Place::At(_) | Place::Top(_)) | Phrase::Ordinal(_))) {
        return None;
    }
    if c.is(0, words!["on", "in", "of"]) {
        return kind_list(c.skip(1));
    }
    let (name @ Phrase::Name(names), Some(Phrase::Place(Place::Top(_)))) = (c.phrase(0)?, before) else {
        return None;
    };
    let one = super::superlative::is_group(name);
    (one && !c.is(1, words!["'s", "’s", "'", "’"])).then(|| (c.skip(1), named_by(c, names)))
}

/// Those whom the names of the phrase at this place name.
pub(super) fn named_by(c: Chunks<'_>, names: &[recount_model::Name]) -> Np {
    let group = crate::en::phrase::subjects(names).collect();
    Np { who: super::Who::Named(vec![group]), ..Np::carried(c.span(c.at, c.at + 1)) }
}

/// "among the southern models".
pub(super) fn among(c: Chunks<'_>) -> (Chunks<'_>, Option<Np>) {
    if let Some((rest, np)) = of_kind(c) {
        return (rest, Some(np));
    }
    // "the No. 1 film": among films.
    if let Some(Phrase::Adjective(names)) = c.phrase(0)
        && c.noun(1) != Some(Noun::Thing)
        && matches!(c.at.checked_sub(1).and_then(|at| c.all.get(at)), Some(before) if matches!(before.phrase, Phrase::Place(Place::At(_)) | Phrase::Ordinal(_)))
    {
        return (c.skip(1), Some(named_by(c, names)));
    }
    if c.is(0, words!["among", "amongst", "of"])
        || (c.is(0, words!["in", "on"]) && matches!(c.phrase(1), Some(Phrase::Name(_))))
    {
        if let Some((rest, np)) = noun_phrase(c.skip(1))
            && matches!(np.who, super::Who::Named(_))
            && np.about == super::About::Nothing
        {
            return (rest, Some(np));
        }
        if c.is(0, words!["among", "amongst"]) && is_everything(c.skip(1)) > 0 {
            return (c.skip(1 + is_everything(c.skip(1))), None);
        }
    }
    (c, None)
}

/// "is ranked third", "was placed second".
pub(super) fn passive<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    if !group.verb.frames.any(Frames::RANK) {
        return None;
    }
    // "was moved down to third".
    let way = match c.word(0) {
        "up" => Some(Movement::Up),
        "down" => Some(Movement::Down),
        _ => None,
    };
    let (preposition, look) = preposition(c);
    let (rest, found) = place(look)?;
    let movement = way.filter(|_| preposition == "to" && matches!(found, Place::At(_)));
    let (rest, among) = among(rest);
    Some((rest, Outcome::one(Act::Rank { place: found, movement, among })))
}
