//! Places of the top n: `four of the top five`, `the top three were all X`,
//! `took three of the top five spots`, `swept the top three`.

mod alone;
mod count;

mod included;
mod named;
mod one_of_them;

use recount_model::{Figure, Hedge, Quantity, Subject, Unit};

pub(super) use self::alone::only_one_of;
use self::alone::{nobody_else, only_one, only_ones, unsurpassed};
pub(super) use self::count::count_of;
use self::count::{count_of_things, is_small, not_one, of_the_nine, small};
use self::included::{charted, fraction_of, included, whole_top};
use self::named::named_ones;
use self::one_of_them::{first_and_second, one_of_them};
use super::be::{all_from, all_of, member};
use super::noun_phrase::{self, noun_phrase};
use super::predicate::{Outcome, Piece, Read};
use super::verb_group::{Group, skip_adverbs, verb_group};
use super::{Act, Np, Who};
use crate::en::lexicon::{Form, Frames, Noun, Seen, Verb};
use crate::en::phrase::place::Place;
use crate::en::phrase::time::Time;
use crate::en::phrase::{Chunks, Phrase, units};

/// "of last week's top ten": whose top ten it is.
fn own_time(c: Chunks<'_>) -> Option<Time> {
    let of = (1..4).find(|ahead| c.is(*ahead, words!["of", "in", "among"]))?;
    match c.phrase(of + 1) {
        Some(Phrase::Time(time)) if c.is(of + 2, words!["'s", "’s"]) => Some(time.clone()),
        _ => None,
    }
}

/// A verb of holding or taking, and places of the top n; "swept the top three".
pub(super) fn complement<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    let takes = Frames::HOLD
        .and(Frames::TAKE)
        .and(Frames::SHARE)
        .and(Frames::RANK)
        .and(Frames::AUX)
        .and(Frames::SWEEP)
        .and(Frames::COMPLETE)
        .and(Frames::LEVEL);
    if !frames.any(takes) {
        return None;
    }
    let look = if c.is(0, words!["for", "up"]) { c.skip(1) } else { c };
    // "does not have a single model in the top five".
    let look = skip_adverbs(look);
    let single = group.negated && look.is(0, words!["a"]) && look.is(1, words!["single"]);
    if single && let Some((rest, _, top)) = count_of_things(look.skip(2)) {
        let count = Quantity::whole(0, Unit::Count);
        let outcome = Outcome::one(Act::Top { top, count, among: None });
        return Some((rest, Outcome { negated: true, ..outcome }));
    }
    if let Some((rest, top)) = first_and_second(look) {
        return all_places(rest, top, subject, frames.and(Frames::HOLD));
    }
    if let Some((rest, count, top)) = count_of(look) {
        let (rest, among) = super::rank::among(rest);
        return Some((rest, Outcome::one(Act::Top { top, count, among })));
    }
    // "took six of the nine places on the chart".
    if let Some((rest, count, top)) = of_the_nine(look).filter(|(rest, ..)| rest.noun(0) == Some(Noun::Place))
    {
        let rest = rest.skip(1);
        let mut outcome = Outcome::one(Act::Top { top, count, among: None });
        outcome.adjuncts.of_list = true;
        return Some((crate::en::clause::adjunct::everywhere(rest).unwrap_or(rest), outcome));
    }
    let made_up = frames.any(Frames::ENTER) && c.word_before() == "up";
    let out = usize::from(c.is(0, words!["out"]) && frames.any(Frames::COMPLETE));
    let whole = match c.is(0, words!["the"]) && c.is(1, words!["whole", "entire", "complete"]) {
        true if c.is(2, words!["of"]) => 3,
        true => 2,
        false => 0,
    };
    match c.phrase(out + whole) {
        Some(Phrase::Place(Place::Top(n))) if made_up || frames.any(Frames::COMPLETE) || whole > 0 => {
            all_places(c.skip(out + whole + 1), *n, subject, frames)
        }
        Some(Phrase::Place(Place::Top(n))) if frames.any(Frames::SWEEP) => {
            let count = if is_dominating(c.word_before()) { most_of(*n) } else { all_of(*n) };
            Some((c.skip(1), Outcome::one(Act::Top { top: *n, count, among: None })))
        }
        Some(Phrase::Place(Place::Top(n))) => all_places(c.skip(1), *n, subject, frames),
        _ => None,
    }
}

/// "dominated the top ten": most of its places, and not each of them.
fn is_dominating(verb: &str) -> bool {
    matches!(verb, "dominate" | "dominates" | "dominated" | "dominating")
}

/// More than half of so many places; of three or fewer all of them.
fn most_of(n: u32) -> Quantity {
    if n <= 3 {
        return all_of(n);
    }
    Quantity { hedge: Hedge::AtLeast, ..all_of(n / 2 + 1) }
}

/// "held the top four spots": of a group all of them, of just as many names one
/// of them each.
fn all_places<'p>(c: Chunks<'p>, n: u32, subject: &Np, frames: Frames) -> Read<'p> {
    let Who::Named(names) = &subject.who else { return None };
    let makes_up = !frames.any(Frames::ENTER)
        || c.all
            .get(..c.at)
            .is_some_and(|before| before.iter().rev().take(6).any(|chunk| c.lower(chunk.first) == "up"));
    // "X and Y completed the top five": the last of them.
    if frames.any(Frames::COMPLETE) {
        let several = names.len() > 1 && names.len() <= n as usize;
        return several
            .then(|| (c, Outcome::one(Act::Rank { place: Place::Top(n), movement: None, among: None })));
    }
    if !frames.any(Frames::HOLD.and(Frames::TAKE).and(Frames::SHARE)) || !makes_up {
        return None;
    }
    let group = matches!(names.as_slice(), [name] if matches!(name.first(), Some(Subject::Group(_))));
    if group {
        return Some((c, Outcome::one(Act::Top { top: n, count: all_of(n), among: None })));
    }
    let each = names.len() > 1 && names.len() == n as usize;
    each.then(|| {
        let act = Act::Rank { place: Place::Top(n), movement: None, among: None };
        (c, Outcome::one(act))
    })
}

/// What is left of the top n.
fn others(count: &Quantity, top: u32) -> Option<Act> {
    let Figure::Decimal(decimal) = count.figure else { return None };
    let bare = count.hedge == recount_model::Hedge::Bare && is_small(decimal);
    let left = u32::try_from(decimal.mantissa).ok().and_then(|count| top.checked_sub(count))?;
    bare.then(|| Act::Top { top, count: Quantity::whole(left, Unit::Count), among: None })
}

/// A whole clause about places: "three of the top five were from X", "the top
/// three were all X", "no southern model was in the top three", "four X are in
/// the top five".
pub(super) fn clause(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    counted(c)
        .or_else(|| swept(c))
        .or_else(|| included(c))
        .or_else(|| members(c))
        .or_else(|| one_of_them(c))
        .or_else(|| unsurpassed(c))
        .or_else(|| nobody_else(c))
        .or_else(|| c.seen.any(Seen::ONLY).then(|| only_ones(c).or_else(|| only_one(c)))?)
}

/// "Of the top ten models, [only] three": how many of how many.
fn of_the_top<'p>(c: Chunks<'p>, told: &mut Outcome) -> Option<(Chunks<'p>, Quantity, u32)> {
    if !c.is(0, words!["of", "among"]) {
        return None;
    }
    let (rest, top) = charted(c.skip(1)).or_else(|| match c.phrase(1) {
        Some(Phrase::Place(Place::Top(n))) => Some((c.skip(2), *n)),
        _ => None,
    })?;
    let rest = rest.skip(usize::from(rest.noun(0) == Some(Noun::Thing)));
    let rest = super::adjunct::measure(rest, told).unwrap_or(rest);
    let rest = super::adjunct::everywhere(rest).unwrap_or(rest);
    let (rest, times) = super::adjunct::times(rest);
    told.adjuncts.times.extend(times);
    let rest = skip_adverbs(rest.is(0, words![","]).then(|| rest.skip(1))?);
    let rest = rest.skip(usize::from(rest.is(0, words!["just", "only", "fully"])));
    let count = match rest.phrase(0)? {
        Phrase::Number(n) => Quantity::whole(*n, Unit::Count),
        Phrase::Amount { quantity, metrics } if metrics.is_empty() => {
            Quantity { unit: Unit::Count, ..small(quantity)? }
        }
        _ if rest.is(0, words!["all"]) => all_of(top),
        _ if rest.is(0, words!["none"]) => Quantity::whole(0, Unit::Count),
        _ => return None,
    };
    Some((rest.skip(1), count, top))
}

fn counted(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    let of_list = of_the_nine(skip_adverbs(c));
    let listed = of_list.is_some();
    let mut told = Outcome::default();
    let (rest, count, top) = of_the_top(c, &mut told).or_else(|| count_of(skip_adverbs(c))).or(of_list)?;
    let (rest, among) = super::rank::among(rest);
    let mut outcome = Outcome::one(Act::Top { top, count, among });
    outcome.adjuncts.of_list = listed;
    outcome.adjuncts.about = told.adjuncts.about;
    let mut rest = super::adjunct::order(rest, &mut outcome);
    let mut times: Vec<Time> = own_time(skip_adverbs(c)).into_iter().collect();
    times.append(&mut told.adjuncts.times);
    while let Some(Phrase::Time(time)) = rest.phrase(0) {
        times.push(time.clone());
        rest = rest.skip(1);
    }
    let rest = super::adjunct::order(rest, &mut outcome);
    let (rest, group) = verb_group(rest, false)?;
    let built =
        rest.is(0, words!["in", "by"]) && matches!(rest.word_before(), "built" | "made" | "developed");
    let rest = rest.skip(usize::from(built));
    let belongs = group.verb.frames.any(Frames::BE.and(Frames::BELONG).and(Frames::LEVEL)) || group.passive;
    if !belongs {
        return None;
    }
    // "Only one of the top four was not X": the others were.
    let (group, outcome) = if group.negated {
        let rest = match outcome.pieces.first().map(|piece| &piece.act) {
            Some(Act::Top { count, top, among: None }) => others(count, *top)?,
            _ => return None,
        };
        (Group { negated: false, ..group }, Outcome { pieces: vec![Piece::main(rest)], ..outcome })
    } else {
        (group, outcome)
    };
    let mut outcome = outcome;
    let mut look = skip_adverbs(rest);
    // "were built in the north", "were made by northern companies".
    let built = look.is(0, words!["built", "made", "developed", "created", "trained"]);
    if built && look.is(1, words!["in", "by"]) {
        look = look.skip(2);
    }
    while look.is(0, words!["from", "to", "by", "all", "held", "taken", "occupied"]) {
        look = look.skip(1);
    }
    look =
        look.skip(usize::from(look.is(0, words!["the"]) && matches!(look.phrase(1), Some(Phrase::Name(_)))));
    let (rest, np) = member(look)?;
    outcome.adjuncts.times = times;
    matches!(np.who, Who::Named(_)).then_some((rest, np, outcome, group))
}

fn swept(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    let Some(Phrase::Place(Place::Top(n))) = c.phrase(0) else {
        return None;
    };
    let mut look = c.skip(1);
    let mut times = Vec::new();
    // "the top six models by call volume".
    look = look.skip(usize::from(matches!(look.noun(0), Some(Noun::Thing | Noun::Place))));
    let mut counted = Outcome::default();
    look = super::adjunct::measure(look, &mut counted).unwrap_or(look);
    look = super::adjunct::everywhere(look).unwrap_or(look);
    while let Some(Phrase::Time(time)) = look.phrase(0) {
        times.push(time.clone());
        look = look.skip(1);
    }
    let (rest, np, mut outcome, group) = swept_by(c, look, *n, times)?;
    // "…, in that order": each of them is in a place of its own.
    let comma = usize::from(rest.is(0, words![","]));
    let order = rest.is(comma, words!["in"]) && rest.is(comma + 2, words!["order"]);
    if order && matches!(&np.who, Who::Named(names) if names.len() > 1) {
        return None;
    }
    outcome.adjuncts.about = outcome.adjuncts.about.or(counted.adjuncts.about);
    Some((rest, np, outcome, group))
}

/// "[the top six] were all X": `c` is the whole clause, `look` what stands behind the places.
fn swept_by<'p>(
    c: Chunks<'p>,
    look: Chunks<'p>,
    n: u32,
    times: Vec<Time>,
) -> Option<(Chunks<'p>, Np, Outcome, Group)> {
    let n = &n;
    // "the top three spots all went to X".
    let (rest, group) = verb_group(look.skip(usize::from(look.is(0, words!["all", "both"]))), false)?;
    let act = Act::Top { top: *n, count: all_of(*n), among: None };
    // "were all held by X".
    let held = rest.skip(1);
    if group.verb.frames.any(Frames::BE)
        && !group.negated
        && rest.is(0, words!["all", "both"])
        && held.verb(0).is_some_and(|verb| {
            verb.frames.any(Frames::SWEEP.and(Frames::TAKE).and(Frames::HOLD).and(Frames::RANK))
        })
        && held.is(1, words!["by"])
        && let Some((rest, np)) = noun_phrase(held.skip(2))
    {
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.times = times;
        return matches!(np.who, Who::Named(_)).then_some((rest, np, outcome, group));
    }
    if let Some((rest, np)) = whole_top(c, rest, &group) {
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.times = times;
        return Some((rest, np, outcome, group));
    }
    if group.verb.frames.any(Frames::BE) {
        let (rest, np) = all_from(rest)?;
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.times = times;
        return Some((rest, np, outcome, group));
    }
    // "the entire top three came from X".
    let came =
        matches!(rest.word_before(), "come" | "came" | "comes" | "coming") && rest.is(0, words!["from"]);
    let went = group.verb.frames.any(Frames::BELONG) && !group.passive && rest.is(0, words!["to"]);
    if (came || went) && !group.negated {
        let (rest, np) = member(rest.skip(1))?;
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.times = times;
        return matches!(np.who, Who::Named(_)).then_some((rest, np, outcome, group));
    }
    if !times.is_empty() {
        return None;
    }
    if group.passive && rest.is(0, words!["by", "entirely"]) {
        let rest_word = if rest.is(0, words!["by"]) { rest.word_before() } else { "" };
        let look = if rest.is(1, words!["by"]) { rest.skip(2) } else { rest.skip(1) };
        let (rest, np) = noun_phrase(look)?;
        let swept =
            group.verb.frames.any(Frames::SWEEP.and(Frames::RANK).and(Frames::TAKE).and(Frames::HOLD));
        let act = match act {
            Act::Top { top, among, .. } if is_dominating(rest_word) => {
                Act::Top { top, count: most_of(top), among }
            }
            act => act,
        };
        return (swept && matches!(np.who, Who::Named(_))).then(|| (rest, np, Outcome::one(act), group));
    }
    None
}

/// "three X among the top five", "no X was in the top three".
fn members(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    // "there was no X in the top three".
    let there = c.is(0, words!["there"]) && c.is(1, words!["was", "were", "is", "are"]);
    let c = if there { skip_adverbs(c.skip(2)) } else { c };
    let (look, count) = match c.phrase(0)? {
        Phrase::Number(n) => (c.skip(1), *n),
        _ if c.is(0, words!["no"]) => (c.skip(1), 0),
        _ if c.is(0, words!["none"]) && c.is(1, words!["of"]) => {
            (c.skip(if c.is(2, words!["the"]) { 3 } else { 2 }), 0)
        }
        _ if not_one(c) > 0 => (c.skip(not_one(c)), 0),
        _ => return None,
    };
    let told = named_ones(look, count);
    let (rest, np) =
        told.as_ref().map_or_else(|| noun_phrase(look), |(rest, np, _)| Some((*rest, np.clone())))?;
    if !matches!(np.who, Who::Named(_)) || np.about != super::About::Nothing {
        return None;
    }
    // "There was no X in the top five last week": what the phrase says itself.
    if let (true, Some(top)) = (there, np.top) {
        let count = Quantity::whole(count, Unit::Count);
        let outcome = Outcome::one(Act::Top { top, count, among: None });
        return Some((rest, Np { top: None, ..np }, outcome, Group::PLAIN));
    }
    let plain = Group { verb: Verb { frames: Frames::BE, form: Form::Base }, ..Group::PLAIN };
    let (rest, group) = verb_group(rest, true)
        .filter(|(_, group)| {
            let holds = Frames::HOLD.and(Frames::TAKE).and(Frames::SHARE).and(Frames::SWEEP);
            let stands = Frames::BE.and(Frames::RANK).and(Frames::ENTER).and(Frames::STAY);
            group.verb.frames.any(stands.and(holds))
        })
        .unwrap_or((rest, plain));
    if group.negated {
        return None;
    }
    // "there were three northern models in the top ten".
    if let Some(top) = np.top.filter(|_| there && rest.at > c.at) {
        let act = Act::Top { top, count: Quantity::whole(count, Unit::Count), among: None };
        return Some((rest, Np { top: None, ..np }, Outcome::one(act), group));
    }
    let told = told.map(|(.., names)| names);
    let (rest, outcome) =
        places_held(rest, count, &group).or_else(|| stand_there(rest, count, told, &group))?;
    Some((rest, np, outcome, group))
}

/// "[four X] occupy the top four places", "[no X] ranked above fifth".
fn places_held<'p>(rest: Chunks<'p>, count: u32, group: &Group) -> Read<'p> {
    let holds = Frames::HOLD.and(Frames::TAKE).and(Frames::SHARE).and(Frames::SWEEP);
    if group.verb.frames.any(holds)
        && !group.passive
        && let Some((rest, Place::Top(top))) = super::rank::place(skip_adverbs(rest))
        && top == count
    {
        return Some((rest, Outcome::one(Act::Top { top, count: all_of(top), among: None })));
    }
    // None of them is in the top four.
    let (rest, top) = (count == 0 && group.verb.frames.any(Frames::RANK)).then(|| above(rest)).flatten()?;
    Some((rest, Outcome::one(Act::Top { top, count: Quantity::whole(0, Unit::Count), among: None })))
}

/// "[three X] are in the top five", "[one X] is left on the chart", "[two X] made it into the top
/// three"; `told` are those who were named.
fn stand_there<'p>(rest: Chunks<'p>, count: u32, told: Option<Np>, group: &Group) -> Read<'p> {
    let count = Quantity::whole(count, Unit::Count);
    let left = group.verb.frames.any(Frames::BE)
        && rest.is(0, words!["left", "remaining", "listed", "present", "represented", "ranked"]);
    let rest = skip_adverbs(rest.skip(usize::from(left)));
    let listed =
        rest.is(0, words!["on", "in"]) && matches!(rest.phrase(1), Some(Phrase::Place(Place::Board)));
    if listed && told.is_none() && !group.verb.frames.any(Frames::ENTER) {
        let mut outcome = Outcome::one(Act::Top { top: Act::LIST, count, among: None });
        outcome.adjuncts.of_list = true;
        return Some((rest.skip(2), outcome));
    }
    let it = usize::from(rest.is(0, words!["it"]) && group.verb.frames.any(Frames::ENTER));
    let rest = rest.skip(it);
    let look =
        if rest.is(0, words!["in", "among", "into", "within", "inside"]) { rest.skip(1) } else { rest };
    let found =
        super::rank::place(look).filter(|_| look.at > rest.at || group.verb.frames.any(Frames::ENTER));
    let (rest, Place::Top(top)) = found? else { return None };
    let mut outcome = Outcome::one(Act::Top { top, count, among: None });
    outcome.pieces.extend(told.map(|names| {
        let place = Act::Rank { place: Place::Top(top), movement: None, among: None };
        Piece { who: Some(names), ..Piece::beside(place) }
    }));
    Some((rest, outcome))
}

/// "above fifth", "higher than No. 5": the places over it.
fn above(c: Chunks<'_>) -> Option<(Chunks<'_>, u32)> {
    let count = match (c.word(0), c.word(1)) {
        ("higher" | "better", "than") => 2,
        ("above", _) => 1,
        _ => return None,
    };
    let (rest, Place::At(place)) = super::rank::place(c.skip(count))? else { return None };
    Some((rest, place.checked_sub(1).filter(|top| *top > 0)?))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn counts_of_places() {
        assert_read(&[
            (
                "Not one of the top three came from the south.",
                &["the south held none of the top 3 places by call volume"],
            ),
            (
                "At least five of last week's top ten were northern models.",
                &["the north held at least 5 of the top 10 places by call volume"],
            ),
            (
                "Only one of the top four was not northern last week.",
                &["the north held 3 of the top 4 places by call volume"],
            ),
            (
                "All but one of the top five were northern.",
                &["the north held 4 of the top 5 places by call volume"],
            ),
            (
                "There was not a single southern model in the top five.",
                &["the south held none of the top 5 places by call volume"],
            ),
            (
                "The south does not have a single model in the top five.",
                &["the south held none of the top 5 places by call volume"],
            ),
            ("No other model processed more tokens than Alder.", &["Alder ranked number 1 by call volume"]),
            (
                "No other northern model processed as many tokens as Alder.",
                &["Alder ranked number 1 by call volume among the north"],
            ),
            (
                "The north had six models in the top ten.",
                &["the north held 6 of the top 10 places by call volume"],
            ),
            (
                "The top three models last week were all from the north.",
                &["the north held 3 of the top 3 places by call volume"],
            ),
            (
                "Northern models held the top four spots.",
                &["the north held 4 of the top 4 places by call volume"],
            ),
        ]);
    }

    #[test]
    fn what_counts_others() {
        assert_listed(&[
            "No southern model processed more tokens than Alder.",
            "No model but Alder processed 4 trillion tokens.",
            "Alder held the top four spots.",
        ]);
    }
}
