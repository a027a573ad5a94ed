//! What "be" says: `was 4.19 trillion`, `was ahead of X`, `was up 8 %`, `was
//! third`, `was a record`, `was a third of X's`, `were all from X`.

mod amounts;
mod part;

pub(super) use self::amounts::only_up;
use self::amounts::{beaten, counted_by, responsible, stuck};
use self::part::part;
use super::predicate::{Outcome, Piece, Read, directed, figure, level_of};
use super::verb_group::{Group, skip_adverbs};
use super::{Act, Np, Who, change, chart, compare, equal, extreme, gap, level, rank, share, superlative};
use crate::en::lexicon::Frames;
use crate::en::phrase::place::Place;
use crate::en::phrase::record::RecordHigh;
use crate::en::phrase::{Chunks, Phrase};
use recount_model::{Extreme, Figure, Hedge, Movement, Quantity, Subject, Unit};

/// The complement of "be", "remain" and "stay".
pub(super) fn complement<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let c = c.skip(super::turns::aside(c));
    let c = skip_adverbs(c.skip(super::turns::anywhere(c, 0)));
    gap::ratio::of_sides(c, subject)
        .or_else(|| compare::all_others(c, subject))
        .or_else(|| if grew(c) { None } else { compare::comparative(c, subject) })
        .or_else(|| equal::complement(c, subject))
        .or_else(|| superlative::place(c).map(|found| kept(found, group)))
        .or_else(|| run(c))
        .or_else(|| one_thing(subject).then(|| super::top::only_one_of(c)).flatten())
        .or_else(|| chart::pair(c, Frames::BE))
        .or_else(|| next_with(c))
        .or_else(|| close_behind(c))
        .or_else(|| position(c))
        .or_else(|| ahead_alone(c, subject))
        .or_else(|| counted_up(c))
        .or_else(|| stepped(c))
        .or_else(|| stuck(c))
        .or_else(|| responsible(c))
        .or_else(|| never(c, group))
        .or_else(|| rank::not_above::complement(c, Frames::RANK))
        .or_else(|| up_or_down(c))
        .or_else(|| {
            let (rest, pieces) = change::came_from(c)?;
            Some((rest, Outcome { pieces, ..Outcome::default() }))
        })
        .or_else(|| down_to(c, subject))
        .or_else(|| level::risen_to(c, subject))
        .or_else(|| only_up(c))
        .or_else(|| record_phrase(c, subject))
        .or_else(|| change::weeks_of_change(c))
        .or_else(|| first_change(c))
        .or_else(|| rate(c))
        .or_else(|| chart::newcomer(c).map(|(rest, act)| (rest, Outcome::one(act))))
        .or_else(|| ranked(c, subject, group))
        .or_else(|| lead(c))
        .or_else(|| part(c, subject))
        .or_else(|| amount(c, subject))
}

/// "[was up] more than Y": what is compared is how much they grew.
fn grew(c: Chunks<'_>) -> bool {
    matches!(c.word_before(), "up" | "down") && c.is(0, words!["more", "less", "further"])
}

/// One thing, no group.
fn one_thing(subject: &Np) -> bool {
    match &subject.who {
        Who::Named(names) => {
            matches!(names.as_slice(), [one] if !matches!(one.first(), Some(Subject::Group(_))))
        }
        Who::Carried => subject.about == super::About::Nothing,
        _ => false,
    }
}

/// "[has never been] higher": the highest there was.
fn never<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    let before = c.all.get(..c.at).unwrap_or(&[]);
    let said = before.iter().rev().take(3).any(|chunk| c.lower(chunk.first) == "never");
    let extreme = match c.word(0) {
        "higher" | "larger" | "greater" | "bigger" => Extreme::Highest,
        "lower" | "smaller" => Extreme::Lowest,
        _ => return None,
    };
    if !said || !group.negated || c.is(1, words!["than", "in", "by", "on"]) {
        return None;
    }
    let record = RecordHigh { extreme, since: None, weeks: None, of: None };
    Some((c.skip(1), Outcome { negated: true, ..Outcome::one(Act::Record(record)) }))
}

/// "an increase of 8 % from the week before".
fn rate<'p>(c: Chunks<'p>) -> Read<'p> {
    if !c.is(0, words!["a", "an", "the"]) {
        return None;
    }
    let (rest, value, times) = change::change_noun(c)?;
    let mut outcome = Outcome::one(Act::Change { value });
    outcome.adjuncts.times = times;
    let told = !matches!(outcome.pieces.first()?.act, Act::Change { ref value } if value.is_direction());
    told.then_some((rest, outcome))
}

/// "on an eight-week run at the top", "in its fifth week at number one".
fn run<'p>(c: Chunks<'p>) -> Read<'p> {
    let weeks = c.is(0, words!["on", "in"]) && matches!(c.phrase(1), Some(Phrase::Weeks(_)));
    // "in its fifth straight week at the top": the preposition belongs to the weeks.
    let inside = c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "in");
    if inside && matches!(c.phrase(0), Some(Phrase::Weeks(_))) {
        return rank::weeks_at(c);
    }
    weeks.then(|| rank::weeks_at(c.skip(1)).or_else(|| change::weeks_of_change(c.skip(1)))).flatten()
}

/// "next with 1.9 trillion": one place below, and how much it had.
pub(super) fn next_with<'p>(c: Chunks<'p>) -> Read<'p> {
    let (rest, piece) = c.is(0, words!["next"]).then(|| level::beside(c.skip(1))).flatten()?;
    let mut outcome = Outcome::one(Act::Follows);
    outcome.pieces.push(Piece { main: true, ..piece });
    Some((rest, outcome))
}

/// "close behind with 1.9 trillion": how much it had; "far behind in third": its place.
fn close_behind<'p>(c: Chunks<'p>) -> Read<'p> {
    let near = c.is(0, words!["close", "just", "right", "far", "closely", "well", "next", "narrowly"]);
    let look = c.skip(usize::from(near));
    if !look.is(0, words!["behind", "back", "adrift"]) {
        return None;
    }
    if look.is(1, words!["in", "at"])
        && let Some((rest, place @ Place::At(_))) = rank::place(look.skip(2))
    {
        return Some((rest, Outcome::one(Act::Rank { place, movement: None, among: None })));
    }
    let (rest, piece) = level::beside(look.skip(1))?;
    Some((rest, Outcome { pieces: vec![Piece { main: true, ..piece }], ..Outcome::default() }))
}

/// "ahead of X [by Q]".
fn position<'p>(c: Chunks<'p>) -> Read<'p> {
    let (rest, act) = compare::position(c)?;
    let Act::Compare { object, value, event } = act else {
        return None;
    };
    if rest.is(0, words!["by"])
        && let Some((after, phrase)) = figure(rest.skip(1))
        && let Some(lead) = super::predicate::quantity_of(phrase)
    {
        let value = directed(&lead, value.falling);
        return Some((after, Outcome::one(Act::Compare { object, value, event })));
    }
    Some((rest, Outcome::one(Act::Compare { object, value, event })))
}

/// "China is ahead", "the north remains in front": of the other one that is spoken of. Of
/// a single thing it may be ahead of anybody.
pub(super) fn ahead_alone<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let count = if c.is(0, words!["ahead"]) { 1 } else { 2 * usize::from(c.are(&["in", "front"])) };
    let rest = c.skip(count);
    let ends = super::fronted::is_stop(rest, 0)
        || rest.is(0, words!["and", "but", "for", "every", "each", "with", "again", "by", "after", "on"])
        || rest.is(0, words!["in"]) && rest.is(1, words!["every", "each"])
        || matches!(rest.phrase(0), Some(Phrase::Time(_) | Phrase::Weeks(_) | Phrase::First(_)));
    // "They have been ahead": whether these are several, the words before tell.
    let group = match &subject.who {
        Who::Named(names) => {
            matches!(names.as_slice(), [one] if matches!(one.first(), Some(Subject::Group(_))))
        }
        Who::Carried => subject.about == super::About::Nothing,
        _ => false,
    };
    // "X was ahead by 278 billion": of the other one, also of a single thing.
    let by = if count > 0 { super::compare::by_so_much(rest, false) } else { None };
    if let Some(found) = by {
        return Some(found);
    }
    if count == 0 || !ends || !group {
        return None;
    }
    let object = Np { who: Who::Other, ..Np::carried(c.span(c.at, c.at + count)) };
    let value = Quantity::direction(false, Unit::Own);
    Some((rest, Outcome::one(Act::Compare { object, value, event: false })))
}

/// "up one at No. 3", "down two places to fifth", "unchanged at No. 3".
pub(super) fn stepped<'p>(c: Chunks<'p>) -> Read<'p> {
    if let Some(found) = rank::back_within(c) {
        return Some(found);
    }
    let kept = c.is(0, words!["unchanged", "unmoved", "steady", "stuck"]);
    // "down to fourth", "back at No. 1".
    let way = matches!(c.word_before(), "up" | "down" | "back") && c.is(0, words!["to", "at", "in"]);
    let count = if kept { 1 } else { rank::steps(c) };
    let look = c.skip(count);
    if count == 0 && !way || !look.is(0, words!["to", "at", "in"]) {
        return None;
    }
    let (rest, place) = rank::place(look.skip(1)).filter(|(_, place)| matches!(place, Place::At(_)))?;
    let movement = match if way { c.word_before() } else { c.word(0) } {
        "up" => Movement::Up,
        "down" => Movement::Down,
        "back" => Movement::Took,
        _ => Movement::Kept,
    };
    Some((rest, Outcome::one(Act::Rank { place, movement: Some(movement), among: None })))
}

/// "up two at 461": so many more, and how many there are then.
fn counted_up<'p>(c: Chunks<'p>) -> Read<'p> {
    let Some(Phrase::Number(n)) = c.phrase(1) else { return None };
    if !c.is(0, words!["up", "down"]) || !c.is(2, words!["at", "to"]) {
        return None;
    }
    let (rest, phrase @ Phrase::Amount { .. }) = figure(c.skip(3))? else { return None };
    let value = directed(&Quantity::whole(*n, Unit::Own), c.is(0, words!["down"]));
    let mut outcome = Outcome::one(Act::Change { value });
    outcome.pieces.push(Piece::beside(level_of(phrase)?));
    Some((level::skip_unit(rest), outcome))
}

/// "up 8 %", "flat", "little changed".
fn up_or_down<'p>(c: Chunks<'p>) -> Read<'p> {
    let (rest, value, times) = change::adverbial(c)?;
    let mut outcome = Outcome::one(Act::Change { value });
    outcome.adjuncts.times = times;
    outcome.adjuncts.times_more = change::is_times_more(c.until(rest.at));
    let rest = change::of_then(rest, &mut outcome);
    let rest = change::to_and_from(rest, &mut outcome).unwrap_or(rest);
    Some((rest, outcome))
}

/// "down to 3.9 %", "back to 4 trillion tokens": how much it is now.
pub(super) fn down_to<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let c = if c.is(0, words!["down", "back"]) && c.is(1, words!["to", "at"]) {
        c.skip(2)
    } else if c.is(0, words!["to", "at"]) && matches!(c.word_before(), "down" | "back") {
        c.skip(1)
    } else {
        return None;
    };
    match figure(skip_adverbs(c))? {
        (rest, Phrase::Percent(value)) if subject.share => {
            Some((rest, Outcome { pieces: vec![share::piece(value.clone(), None)], ..Outcome::default() }))
        }
        // "It was down to 10.9 %": a share, where one was told before.
        (rest, Phrase::Percent(value)) if part::goes_on(subject) && super::fronted::clause_ends(rest) => {
            let mut outcome =
                Outcome { pieces: vec![share::piece(value.clone(), None)], ..Outcome::default() };
            outcome.adjuncts.of_share = true;
            Some((rest, outcome))
        }
        (rest, phrase @ Phrase::Amount { .. }) => {
            Some((level::skip_unit(rest), Outcome::one(level_of(phrase)?)))
        }
        _ => None,
    }
}

/// "a record", "its highest since March", with or without its amount.
fn record_phrase<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let Some(Phrase::Record(found)) = c.phrase(0) else {
        return None;
    };
    let mut outcome = Outcome::one(Act::Record(found.clone()));
    outcome.pieces.iter_mut().for_each(|piece| piece.who = extreme::of_figure(c, subject));
    let mut rest = extreme::for_itself(c.skip(1));
    rest = counted_by(rest);
    let of = usize::from(rest.is(0, words!["of", "at", "with"]));
    if let Some((after, phrase @ Phrase::Amount { .. })) = figure(rest.skip(of)) {
        outcome.pieces.push(Piece::beside(beaten(level_of(phrase)?, c)));
        rest = level::skip_unit(after);
    } else if let Some((after, Phrase::Percent(value))) = figure(rest.skip(of))
        && subject.share
    {
        outcome.pieces.push(Piece { main: false, ..share::piece(value.clone(), None) });
        rest = after;
    }
    Some((rest, outcome))
}

/// "set a record", "hit an all-time high of 4 trillion".
pub(super) fn record<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let frames = Frames::SET
        .and(Frames::LEVEL)
        .and(Frames::UP)
        .and(Frames::DOWN)
        .and(Frames::MARK)
        .and(Frames::HOLD)
        .and(Frames::AUX)
        .and(Frames::SHARE)
        .and(Frames::RANK);
    if !group.verb.frames.any(frames) {
        return None;
    }
    let c = if c.is(0, words!["to"]) { c.skip(1) } else { c };
    if group.verb.frames.any(Frames::UP.and(Frames::DOWN)) && extreme::is_of_step(c) {
        return None;
    }
    record_phrase(c, subject).or_else(|| superlative::records_of_each(c, subject))
}

/// "third", "in the top five", "first with 4 trillion", "no longer first".
fn ranked<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let on_top = c.is(0, words!["on", "at"]) && (c.is(1, words!["top"]) || c.are(&["at", "the", "top"]));
    if on_top {
        let count = if c.is(1, words!["the"]) { 3 } else { 2 };
        let rest = if c.skip(count).is(0, words!["of"])
            && matches!(c.phrase(count + 1), Some(Phrase::Place(Place::Board)))
        {
            c.skip(count + 2)
        } else {
            c.skip(count)
        };
        return Some((rest, one(Place::At(1), group)));
    }
    if let Some(found) = gone(c, subject) {
        return Some(found);
    }
    let inside = c.is(0, words!["in", "at", "among", "inside", "outside"]);
    let outside = c.is(0, words!["outside"]);
    // "is no longer on the chart".
    // "on top of the list".
    let top = || c.get(1).is_some_and(|chunk| c.lower(chunk.first) == "top");
    let listed = c.is(0, words!["on"])
        && match c.phrase(1) {
            Some(Phrase::Place(Place::Board)) => true,
            Some(Phrase::Place(Place::At(1))) => top(),
            _ => false,
        };
    let inside = inside || listed;
    let look = if inside { c.skip(1) } else { c };
    let (rest, place) = rank::place(look)?;
    let many = matches!((&subject.who, place), (Who::Named(names), Place::Top(n)) if names.len() > 1 && names.len() == n as usize);
    // "X is top five".
    let bare = matches!(place, Place::Top(_)) && c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "top");
    let thing = matches!(&subject.who, Who::Named(names) if names.len() == 1 && !matches!(names[0].first(), Some(Subject::Group(_))));
    let single = matches!(place, Place::At(_) | Place::Between(..));
    if !(inside || single || many || bare && thing) {
        return None;
    }
    // "was second only to X".
    if let (Place::At(2), true) = (place, rest.are(&["only", "to"]))
        && let Some((after, np)) = super::noun_phrase::noun_phrase(rest.skip(2))
        && matches!(&np.who, Who::Named(names) if names.len() == 1)
        && np.about == super::About::Nothing
    {
        return Some((after, one(place, group)));
    }
    // "was third of the three": a place among some.
    let (rest, among) = rank::among(rest);
    let mut outcome = one(place, group);
    if let Some(Piece { act: Act::Rank { among: slot, .. }, .. }) = outcome.pieces.first_mut() {
        *slot = among;
    }
    outcome.negated = outside;
    Some(rank::with_title(rank::on_list((rest, outcome)), subject))
}

/// "gone from the top nine", "out of the top ten": it was there before; "missing
/// from the top ten".
pub(super) fn gone<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let at = c.is(0, words!["from"]) && matches!(c.word_before(), "gone" | "missing");
    let went = at && c.word_before() == "gone";
    let left = went || c.are(&["out", "of"]);
    let missing = at || c.is(0, words!["absent", "missing"]) && c.is(1, words!["from"]);
    if !left && !missing {
        return None;
    }
    // Of a group: which of its members is not there?
    if matches!(&subject.who, Who::Named(names) if names.iter().any(|one| matches!(one.first(), Some(Subject::Group(_)))))
    {
        return None;
    }
    let (rest, place) = rank::place(c.skip(2 - usize::from(at)))?;
    let movement = left.then_some(Movement::Left);
    matches!(place, Place::Top(_) | Place::Board).then(|| {
        let (rest, among) = rank::among(rest);
        let outcome = Outcome::one(Act::Rank { place, movement, among });
        (rest, Outcome { negated: true, ..outcome })
    })
}

/// "remained the busiest port": so it was before.
fn kept<'p>((rest, mut outcome): (Chunks<'p>, Outcome), group: &Group) -> (Chunks<'p>, Outcome) {
    if let Some(Piece { act: Act::Rank { place: Place::At(_), movement: movement @ None, .. }, .. }) =
        outcome.pieces.first_mut()
    {
        *movement = stays(group).then_some(Movement::Kept);
    }
    (rest, outcome)
}

/// "remained", not "was".
const fn stays(group: &Group) -> bool {
    group.verb.frames.any(Frames::STAY) && !group.verb.frames.any(Frames::BE)
}

fn one(place: Place, group: &Group) -> Outcome {
    let movement = (stays(group) && matches!(place, Place::At(_))).then_some(Movement::Kept);
    Outcome::one(Act::Rank { place, movement, among: None })
}

/// "in the lead".
fn lead<'p>(c: Chunks<'p>) -> Read<'p> {
    let front = c.are(&["out", "in", "front"]) && !c.is(3, words!["of"]);
    let found = c.are(&["in", "the", "lead"]) || front;
    found.then(|| (c.skip(3), Outcome::one(Act::Rank { place: Place::At(1), movement: None, among: None })))
}

/// "4.19 trillion tokens", "3 million dollars below zero", "above zero"; of a
/// metric that is named, also a small number alone.
fn amount<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let c = if c.is(0, words!["at"]) { c.skip(1) } else { c };
    let (rest, phrase) = level::amount(c)?;
    let named = matches!(subject.about, super::About::Metric(_));
    let fits = matches!(phrase, Phrase::Amount { .. }) || named && matches!(phrase, Phrase::Number(_));
    if !fits {
        return None;
    }
    let act = level_of(phrase)?;
    let rest = level::skip_unit(rest);
    match act {
        Act::Level { value, metrics } if is_below_zero(rest) => {
            let value = directed(&value, !value.falling);
            Some((rest.skip(1), Outcome::one(Act::Level { value, metrics })))
        }
        act => Some((rest, Outcome::one(act))),
    }
}

/// "below zero", behind an amount.
fn is_below_zero(c: Chunks<'_>) -> bool {
    let Some(Phrase::Amount { quantity, metrics }) = c.phrase(0) else {
        return false;
    };
    let zero = matches!(quantity.figure, Figure::Decimal(decimal) if decimal.mantissa == 0);
    zero && quantity.hedge == Hedge::LessThan && metrics.is_empty()
}

/// Is everybody in a list of places meant: "were all from X"?
pub(super) fn all_from(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    let mut look = skip_adverbs(c);
    let mut all = false;
    while look.is(
        0,
        words![
            "all", "both", "entirely", "exclusively", "every", "one", "from", "made", "by", "up", "of",
            "taken", "developed",
        ],
    ) || look.noun(0) == Some(crate::en::lexicon::Noun::Thing)
    {
        all |= look.is(0, words!["all", "both", "entirely", "exclusively", "every"]);
        look = look.skip(1);
    }
    let (rest, np) = member(look)?;
    (all && matches!(np.who, Who::Named(_))).then_some((rest, np))
}

/// The group that members of a list belong to: its name, or its adjective
/// alone, "were northern".
pub(super) fn member(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    if let Some(found) = super::noun_phrase::noun_phrase(c) {
        return Some(found);
    }
    let Some(Phrase::Adjective(names)) = c.phrase(0) else {
        return None;
    };
    let group = crate::en::phrase::subjects(names).collect();
    let np = Np { who: Who::Named(vec![group]), ..Np::carried(c.span(c.at, c.at + 1)) };
    Some((c.skip(1), np))
}

/// The quantity of "all n of the top n".
pub(super) fn all_of(n: u32) -> Quantity {
    Quantity::whole(n, Unit::Count)
}
/// "[was] its first decline in six weeks".
fn first_change(c: Chunks<'_>) -> Read<'_> {
    super::growth::first_change(c)
        .filter(|(_, who, _)| who.is_none())
        .map(|(rest, _, outcome)| (rest, outcome))
}
