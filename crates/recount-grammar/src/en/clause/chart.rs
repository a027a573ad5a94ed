//! Chart talk: `debuted at No. 3`, `knocked X off the top spot`, `lost first
//! place to X`, `climbed 8-3`, `extended its run at number one to nine weeks`,
//! `had the highest price`.

mod newcomer;
#[cfg(test)]
mod tests;

use recount_model::{Decimal, Figure, Movement, Subject};

use self::newcomer::ARRIVALS;
pub(super) use self::newcomer::{newcomer, newcomer_is};
use super::noun_phrase::noun_phrase;
use super::predicate::{Outcome, Piece, Read, figure, level_of};
use super::rank::{at_place, place, place_held};
use super::verb_group::{Group, skip_adverbs};
use super::{About, Act, Anchor, Np, Who, level};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::{Chunks, Phrase, metric, subjects, units};
use crate::token::Words;

/// What follows a verb of chart talk.
pub(super) fn complement<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    displaced(c, group)
        .or_else(|| replaced(c, group))
        .or_else(|| ceded(c, frames))
        .or_else(|| pair(c, frames))
        .or_else(|| super::rank::run_to(c, frames))
        .or_else(|| made_debut(c, frames))
        .or_else(|| superlative(c, frames))
}

const fn ranked(place: Place, movement: Option<Movement>) -> Act {
    Act::Rank { place, movement, among: None }
}

/// It was there in the week before. Nothing where the text names only whose it
/// is, "ousts X's model": that of X is no place of all that X has.
fn was_there(who: Np, place: Place, outcome: &mut Outcome) {
    let things = match &who.who {
        Who::Named(names) => names.iter().flatten().all(|name| !matches!(name, Subject::Group(_))),
        _ => false,
    };
    if things {
        let piece = Piece::beside(ranked(place, None));
        outcome.pieces.push(Piece { who: Some(who), anchor: Anchor::Before, ..piece });
    }
}

/// "entered the top ten at No. 8": inside the ten, outside before, and eighth.
/// "entered the chart at No. 3": third, and not on the chart before.
pub(super) fn entered(outer: Place, at: Place) -> Outcome {
    let mut outcome = Outcome::one(ranked(at, Some(Movement::Entered)));
    if let Place::Top(_) = outer {
        outcome = Outcome::one(ranked(outer, Some(Movement::Entered)));
        outcome.pieces.push(Piece::beside(ranked(at, None)));
    }
    outcome
}

/// "[reclaimed first place] from X": X had it before.
pub(super) fn taken_from<'p>(
    c: Chunks<'p>,
    place: Place,
    movement: Option<Movement>,
    outcome: &mut Outcome,
) -> Chunks<'p> {
    if movement != Some(Movement::Took) || !c.is(0, words!["from"]) || !matches!(place, Place::At(_)) {
        return c;
    }
    match noun_phrase(c.skip(1)) {
        Some((rest, np)) if is_one(&np) => {
            was_there(np, place, outcome);
            rest
        }
        _ => c,
    }
}

/// One thing and nothing of it: not its volume, nor several.
fn is_one(np: &Np) -> bool {
    matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing && !np.share
}

/// "off the top spot", "out of the top five", "from the summit".
fn off_place(c: Chunks<'_>) -> Option<(Chunks<'_>, Place)> {
    let look = if c.are(&["out", "of"]) || c.are(&["off", "of"]) {
        c.skip(2)
    } else if c.is(0, words!["off", "from"]) {
        c.skip(1)
    } else {
        return None;
    };
    place(look)
}

/// "knocked X off the top spot", "pushed X down to second", "bumped X out of
/// the top five". Does not read: "pushed X to rise".
fn displaced<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    if !group.verb.frames.any(Frames::DISPLACE) || group.negated {
        return None;
    }
    let (rest, object) = noun_phrase(c)?;
    if !is_one(&object) {
        return None;
    }
    if let Some((after, found)) = off_place(rest) {
        return match found {
            Place::At(1) => {
                let mut outcome = Outcome::one(ranked(found, Some(Movement::Took)));
                was_there(object, found, &mut outcome);
                Some((after, outcome))
            }
            Place::At(_) | Place::Between(..) => None,
            Place::Top(_) | Place::Board => {
                let piece = Piece { who: Some(object), ..Piece::main(ranked(found, Some(Movement::Left))) };
                Some((after, Outcome { pieces: vec![piece], negated: true, ..Outcome::default() }))
            }
        };
    }
    let (after, found) = down_to(rest)?;
    let piece = Piece { who: Some(object), ..Piece::main(ranked(found, Some(Movement::Down))) };
    Some((after, Outcome { pieces: vec![piece], ..Outcome::default() }))
}

/// "[down] to second [place]", "into second".
fn down_to(c: Chunks<'_>) -> Option<(Chunks<'_>, Place)> {
    let look = if c.is(0, words!["down", "back"]) { c.skip(1) } else { c };
    let (rest, found) = look.is(0, words!["to", "into"]).then(|| place(look.skip(1))).flatten()?;
    matches!(found, Place::At(_)).then_some((rest, found))
}

/// "was knocked off the top spot [by X]", "was pushed down to second".
pub(super) fn passive<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    if frames.any(Frames::SUCCEED) && c.is(0, words!["at", "as", "on", "in"]) {
        let (rest, found) = at_place(c)?;
        return Some(by_whom(rest, found));
    }
    if !frames.any(Frames::DISPLACE) {
        return None;
    }
    if let Some((rest, found)) = off_place(c) {
        return Some(by_whom(rest, found));
    }
    let (rest, found) = down_to(c)?;
    let mut outcome = Outcome::one(ranked(found, Some(Movement::Down)));
    // "was pushed down to second by X": X is above it now.
    match rest.is(0, words!["by"]).then(|| noun_phrase(rest.skip(1))).flatten() {
        Some((after, object)) if is_one(&object) => {
            let value = recount_model::Quantity::direction(true, recount_model::Unit::Own);
            outcome.pieces.push(Piece::beside(Act::Compare { object, value, event: false }));
            Some((after, outcome))
        }
        _ => Some((rest, outcome)),
    }
}

/// It is there no longer; "by X", "to X": X is.
fn by_whom(c: Chunks<'_>, place: Place) -> (Chunks<'_>, Outcome) {
    let left = Outcome { negated: true, ..Outcome::one(ranked(place, Some(Movement::Left))) };
    match c.is(0, words!["by", "to"]).then(|| noun_phrase(c.skip(1))).flatten() {
        Some((rest, np)) if is_one(&np) && matches!(place, Place::At(_)) => {
            let piece = Piece { who: Some(np), ..Piece::beside(ranked(place, Some(Movement::Took))) };
            let mut outcome = left;
            outcome.pieces.push(piece);
            (rest, outcome)
        }
        _ => (c, left),
    }
}

/// "replaced X at number one", "succeeds X at the top".
fn replaced<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    let ousted = matches!(
        c.word_before(),
        "dethroned"
            | "dethrones"
            | "ousted"
            | "ousts"
            | "unseated"
            | "unseats"
            | "displaced"
            | "displaces"
            | "supplanted"
            | "supplants"
            | "deposed"
            | "deposes"
            | "toppled"
            | "topples"
    );
    if !(group.verb.frames.any(Frames::SUCCEED) || ousted) || group.negated {
        return None;
    }
    let (rest, object) = noun_phrase(c)?;
    let (rest, found) = at_place(rest)?;
    if ousted && !matches!(found, Place::At(_)) {
        return None;
    }
    // "replaced X in the top ten": X is out, the other one is in.
    if is_one(&object) && matches!(found, Place::Top(_)) {
        let left = Piece { who: Some(object), ..Piece::main(ranked(found, Some(Movement::Left))) };
        let pieces = vec![left, Piece::beside(ranked(found, Some(Movement::Entered)))];
        return Some((rest, Outcome { pieces, negated: true, ..Outcome::default() }));
    }
    if !is_one(&object) || !matches!(found, Place::At(_)) {
        return None;
    }
    let mut outcome = Outcome::one(ranked(found, Some(Movement::Took)));
    was_there(object, found, &mut outcome);
    Some((rest, outcome))
}

/// "lost the top spot [to X]", "ceded first place", "gave up the crown".
fn ceded<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    if !frames.any(Frames::CEDE) {
        return None;
    }
    let (rest, found, held) = place_held(skip_adverbs(c))?;
    let (rest, mut outcome) = matches!(found, Place::At(_)).then(|| by_whom(rest, found))?;
    let taken = outcome.pieces.len().min(1);
    outcome.pieces.splice(taken..taken, held);
    Some((rest, outcome))
}

/// "climbed 8-3", "moves 5-2", "vaults 8 to 3": the place before and the place
/// now. Only where the verb goes the same way, and no unit follows.
pub(super) fn pair<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    if !frames.any(Frames::RANK.and(Frames::BE)) {
        return None;
    }
    let (up, down) = (c.is(0, words!["up"]), c.is(0, words!["down"]));
    let c = if up || down || c.is(0, words!["back"]) { c.skip(1) } else { c };
    let (rest, before, now) = two_places(c)?;
    let movement = match now.cmp(&before) {
        std::cmp::Ordering::Less if !frames.any(Frames::DOWN) && !down => Movement::Up,
        std::cmp::Ordering::Greater if !frames.any(Frames::UP) && !up => Movement::Down,
        _ => return None,
    };
    if frames.any(Frames::BE) && !up && !down {
        return None;
    }
    let then = Piece { anchor: Anchor::Before, ..Piece::beside(ranked(Place::At(before), None)) };
    let now = Piece::main(ranked(Place::At(now), Some(movement)));
    Some((rest, Outcome { pieces: vec![then, now], ..Outcome::default() }))
}

/// "8-3" alone: the place before and the place now, "4-4" the same.
pub(super) fn moved<'p>(c: Chunks<'p>) -> Read<'p> {
    let (rest, before, now) = two_places(c)?;
    let movement = match now.cmp(&before) {
        std::cmp::Ordering::Less => Movement::Up,
        std::cmp::Ordering::Equal => Movement::Kept,
        std::cmp::Ordering::Greater => Movement::Down,
    };
    let then = Piece { anchor: Anchor::Before, ..Piece::beside(ranked(Place::At(before), None)) };
    let now = Piece::main(ranked(Place::At(now), Some(movement)));
    Some((rest, Outcome { pieces: vec![then, now], ..Outcome::default() }))
}

/// "8-3", "8 to 3", "4-9": two small whole numbers and nothing measured.
fn two_places(c: Chunks<'_>) -> Option<(Chunks<'_>, u32, u32)> {
    let (rest, before, now) = match (c.phrase(0)?, c.phrase(1), c.phrase(2)) {
        (Phrase::Word(_), Some(Phrase::Word(_)), Some(Phrase::Word(_)))
            if crate::token::is_hyphen(c.word(1)) || c.is(1, words!["–"]) =>
        {
            (c.skip(3), c.word(0).parse().ok()?, c.word(2).parse().ok()?)
        }
        (Phrase::Number(before), Some(Phrase::Word(_)), Some(Phrase::Number(now)))
            if c.is(1, words!["to"]) || crate::token::is_hyphen(c.word(1)) || c.is(1, words!["–"]) =>
        {
            (c.skip(3), *before, *now)
        }
        // "5 to 1" as a ratio: a verb of moving has no ratio of this form.
        (Phrase::Ratio(_), ..) => {
            let chunk = c.get(0)?;
            let number = |token: usize| c.lower(token).parse::<u32>().ok();
            if chunk.end != chunk.first + 3 || c.lower(chunk.first + 1) != "to" {
                return None;
            }
            (c.skip(1), number(chunk.first)?, number(chunk.first + 2)?)
        }
        (phrase @ Phrase::Amount { .. }, ..) => {
            let (before, now) = small_range(phrase)?;
            (c.skip(1), before, now)
        }
        _ => return None,
    };
    let ends = rest.is_empty()
        || rest
            .is(0, words![",", ".", ";", "(", ")", "on", "in", "with", "after", "and", "but", "this", "for"])
        || matches!(rest.phrase(0), Some(Phrase::Time(_)));
    let places = 1..=200;
    (places.contains(&before) && places.contains(&now) && ends).then_some((rest, before, now))
}

/// "4-9", two small whole numbers of nothing that is measured: places rather
/// than an amount between them.
pub(super) fn small_range(phrase: &Phrase<'_>) -> Option<(u32, u32)> {
    let Phrase::Amount { quantity, metrics } = phrase else {
        return None;
    };
    let Figure::Range { low, high } = &quantity.figure else {
        return None;
    };
    let whole = |decimal: &Decimal| {
        u32::try_from(decimal.mantissa).ok().filter(|n| decimal.exponent == 0 && *n <= 200)
    };
    if metrics.is_empty() { Some((whole(low)?, whole(high)?)) } else { None }
}

/// "made its debut at No. 3", "scored a top-five debut", "a No. 1 debut".
fn made_debut<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    let carries = Frames::ENTER.and(Frames::SET).and(Frames::LEVEL).and(Frames::TAKE).and(Frames::AUX);
    if !frames.any(carries) {
        return None;
    }
    let look = if c.is(0, words!["its", "their", "a", "the", "his", "her"]) { c.skip(1) } else { c };
    // "made its first appearance in the top ten": for the first time.
    let appears = look.get(0).is_some_and(|chunk| look.lower(chunk.first) == "first")
        && look.is(1, words!["appearance"]);
    if appears {
        let (rest, found) = at_place(look.skip(2))?;
        let mut outcome = Outcome::one(ranked(found, None));
        outcome.adjuncts.first = Some(crate::en::phrase::first::FirstTime { weeks: None, since: None });
        return Some((rest, outcome));
    }
    let look = if look.is(0, words!["chart", "strong", "first"]) { look.skip(1) } else { look };
    // "made its debut with 6.2 trillion tokens": how much it had.
    if look.is(0, ARRIVALS)
        && let Some((rest, piece)) = crate::en::clause::level::beside(look.skip(1))
    {
        return Some((rest, Outcome { pieces: vec![Piece { main: true, ..piece }], ..Outcome::default() }));
    }
    if look.is(0, ARRIVALS) {
        let (rest, found) = at_place(look.skip(1))?;
        return Some((rest, Outcome::one(ranked(found, Some(Movement::Entered)))));
    }
    match look.phrase(0)? {
        Phrase::Place(found) if look.is(1, ARRIVALS) => {
            Some((look.skip(2), Outcome::one(ranked(*found, Some(Movement::Entered)))))
        }
        _ => None,
    }
}

/// What those who are ranked may be called behind "of any".
const PEOPLE: &Words = words![
    "region", "regions", "country", "countries", "area", "areas", "state", "states", "city", "cities",
    "district", "districts", "week",
];

/// A time of one week: "last week", not "this year".
fn names_week(c: Chunks<'_>) -> bool {
    let last = c.get(0).and_then(|chunk| chunk.end.checked_sub(1)).map_or("", |token| c.lower(token));
    matches!(c.phrase(0), Some(Phrase::Time(_))) && last == "week"
}

/// "had the highest price", "recorded the most admissions": first by that
/// metric. Does not read: "had the highest hopes", "the highest price ever".
fn superlative<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    let carries = Frames::AUX.and(Frames::LEVEL).and(Frames::SET).and(Frames::HOLD).and(Frames::USE);
    if !frames.any(carries)
        || !c.is(0, words!["the"])
        || !c.is(1, words!["highest", "most", "largest", "biggest"])
    {
        return None;
    }
    let look = c.skip(2);
    let look = if look.is(0, words!["weekly", "total", "overall"]) { look.skip(1) } else { look };
    let Phrase::Name(names) = look.phrase(0)? else {
        return None;
    };
    let counted = match subjects(names).next() {
        None => metric(names).or_else(|| units(names).first().copied())?,
        Some(_) => return None,
    };
    let mut rest = look.skip(1);
    let everyone = rest.is(0, words!["of", "among"]) && rest.is(1, words!["any", "all", "them"]);
    if everyone {
        let thing = rest.noun(2) == Some(Noun::Thing) || rest.is(2, PEOPLE);
        rest = rest.skip(2 + usize::from(thing));
    }
    // "recorded the highest price" may be a record of its own.
    if frames.any(Frames::SET) && !everyone {
        return None;
    }
    let mut outcome = Outcome::one(ranked(Place::At(1), None));
    outcome.adjuncts.about = Some(About::Metric(counted));
    // "the highest price, $4.21 a gallon", "the most admissions, 512".
    let beside = usize::from(rest.is(0, words![",", "at", "with", "—", "–", ":"]));
    if beside > 0
        && let Some((after, phrase @ (Phrase::Amount { .. } | Phrase::Number(_)))) = figure(rest.skip(beside))
        && let Some(Act::Level { value, metrics }) = level_of(phrase)
        && (metrics.is_empty() || metrics.contains(&counted))
    {
        outcome.pieces.push(Piece::beside(Act::Level { value, metrics: vec![counted] }));
        rest = level::skip_unit(after);
    }
    let ends = rest.is_empty()
        || rest.is(0, words![",", ".", ";", "at", "with", "and", "but", "(", "—", "–", "for"])
        || matches!(rest.phrase(0), Some(Phrase::Weeks(_)))
        || names_week(rest);
    ends.then_some((rest, outcome))
}
