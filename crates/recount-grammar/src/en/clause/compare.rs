//! Comparisons: `surpassed X`, `was ahead of X`, `processed more than X`, `was
//! overtaken by X`, `was 1.81 times that of X`.

mod all_others;
mod alone;
mod held_off;
mod passive;
mod position;
mod ratio;
mod steps;
mod than;

use recount_model::{Figure, Movement, Quantity, Unit};

use self::all_others::beats_all;
pub(super) use self::all_others::{all_others, first_of};
pub(super) use self::alone::by_so_much;
use self::alone::{gone_ahead, led_by};
use self::held_off::{left_behind, out_or_off};
pub(super) use self::passive::passive;
pub(super) use self::position::{of_the_one_before, position};
use self::ratio::{by_a_factor, ratio, score};
pub(super) use self::steps::steps_apart;
use self::than::{either_of, more_or_less, what_is_compared};
use super::noun_phrase::noun_phrase;
use super::predicate::{Outcome, Piece, Read, directed, figure, level_of, quantity_of};
use super::verb_group::{Group, skip_adverbs};
use super::{Act, Np, equal, gap};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::place::Place;
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::{Chunks, Phrase, metric, units};
use crate::token::Words;

/// Verbs of rising and falling.
const MOVES: Frames = Frames::UP.and(Frames::DOWN).and(Frames::ADD).and(Frames::LOSE);

/// Verbs of being ahead or behind, and comparatives behind any verb.
pub(super) fn complement<'p>(c: Chunks<'p>, subject: &Np, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    let carries = Frames::LEVEL.and(Frames::USE).and(Frames::SHARE).and(Frames::AUX).and(Frames::RANK);
    let all = (frames.any(carries) && !frames.any(Frames::UP.and(Frames::DOWN)))
        .then(|| all_others(c, subject))
        .flatten();
    if let Some(found) = all.or_else(|| beats_all(c, subject, frames)) {
        return Some(found);
    }
    if let Some(found) = left_behind(c) {
        return Some(found);
    }
    if let Some(found) = equal::complement(c, subject)
        && frames.any(Frames::LEVEL.and(Frames::USE).and(Frames::SHARE).and(Frames::AUX))
    {
        return Some(found);
    }
    // "got through twice as many tokens as X".
    let through = c.is(0, words!["through"]) && frames.any(Frames::ENTER.and(Frames::BELONG));
    let used = c.skip(usize::from(through && !frames.any(Frames::SET.and(Frames::TAKE))));
    if let Some(found) = comparative_of(used, subject, frames) {
        return of_a_figure(c, frames).then_some(found);
    }
    if let Some(found) = volume_compared(c, subject, frames) {
        return Some(found);
    }
    // "came out ahead of X".
    let out = usize::from(
        c.is(0, words!["out", "back", "well", "clear"])
            && (c.is(1, words!["ahead"]) || c.skip(1).are(&["in", "front"]))
            && frames.any(Frames::RANK.and(Frames::UP)),
    );
    if !frames.any(Frames::BEHIND)
        && let Some((rest, act)) = position(c.skip(out))
    {
        return placed_to(c, c.skip(out), rest, act, group);
    }
    if let Some(found) = gone_ahead(c.skip(out), subject, group).or_else(|| led_by(c, subject, group)) {
        return Some(found);
    }
    if let Some(found) = out_or_off(c, frames) {
        return Some(found);
    }
    let c = if c.is(0, words!["past", "over", "out", "behind", "ahead"])
        && (frames.any(Frames::UP.and(Frames::OVERTAKE))
            || c.is(0, words!["past"]) && frames.any(Frames::RANK))
    {
        // "edged past X", "pulled ahead of X".
        let step = if c.is(1, words!["of"]) { 2 } else { 1 };
        // "edged past the 2.94 trillion of X".
        if amount_of(c.skip(step)).is_some() {
            return over_another(c.skip(step), subject, Frames::OVERTAKE);
        }
        let (rest, object) = noun_phrase(skip_adverbs(c.skip(step)))?;
        let (rest, outcome) = finish(rest, ahead(object, false, true))?;
        return Some(into_place(rest, outcome, Some(Movement::Up)));
    } else {
        c
    };
    (!outpaced_all(c, frames)).then(|| over_another(c, subject, frames)).flatten()
}

/// "outpaced the platform as a whole": it grew faster; "led the platform" is a place.
fn outpaced_all(c: Chunks<'_>, frames: Frames) -> bool {
    let thing = c.skip(usize::from(c.is(0, words!["the"])));
    !frames.any(Frames::LEAD) && (super::adjunct::is_field(c) || thing.noun(0) == Some(Noun::Field))
}

/// "[came out] ahead of X", "[swept] past X": `place` is where that begins.
fn placed_to<'p>(c: Chunks<'p>, place: Chunks<'p>, rest: Chunks<'p>, act: Act, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    let mover =
        Frames::RANK.and(Frames::UP).and(Frames::DOWN).and(Frames::STAY).and(Frames::HOLD).and(Frames::ENTER);
    // "fell further behind X": it was behind before.
    let past = place.is(0, words!["past"]);
    // "climbed behind X": it may have been behind it before.
    let behind = matches!(&act, Act::Compare { value, .. } if value.falling) && !frames.any(Frames::DOWN);
    let event = !behind && (past || frames.any(Frames::UP.and(Frames::DOWN).and(Frames::BELONG).and(Frames::ENTER)))
        && !frames.any(Frames::STAY)
        && c.word_before() != "further"
        // "fell short of X": so it may have been before.
        && !place.is(0, words!["short", "shy"]);
    // "swept past X": it swept nothing.
    if frames.any(mover) || past && frames.any(Frames::SWEEP.and(Frames::BELONG)) {
        let act = as_event(act, event && group.verb.form != crate::en::lexicon::Form::Ing);
        return finish(rest, act).map(|(rest, outcome)| into_place(rest, outcome, Some(Movement::Up)));
    }
    None
}

/// "[moved past X] into third", "[beat X] to first place", "[edged out X] for third by 20
/// billion": where that took it.
fn into_place(c: Chunks<'_>, mut outcome: Outcome, movement: Option<Movement>) -> (Chunks<'_>, Outcome) {
    let place = c.is(0, words!["into", "to", "for"]).then(|| super::rank::place(c.skip(1))).flatten();
    // "sits behind X in second": it does; "ahead of X in third" may be X.
    let behind =
        matches!(outcome.pieces.as_slice(), [Piece { act: Act::Compare { value, .. }, .. }] if value.falling);
    let place = match place {
        None if behind && c.is(0, words!["in", "at"]) => {
            super::rank::place(c.skip(1)).filter(|(rest, _)| super::fronted::is_stop(*rest, 0))
        }
        found => found,
    };
    let movement = match movement {
        _ if c.is(0, words!["in", "at"]) => None,
        // "tumbled behind X to seventh".
        Some(_) if behind => Some(Movement::Down),
        movement => movement,
    };
    let Some((rest, place @ Place::At(_))) = place else { return (c, outcome) };
    let by = rest.is(0, words!["by"]).then(|| figure(rest.skip(1))).flatten();
    let rest = match (by, outcome.pieces.first_mut().map(|piece| &mut piece.act)) {
        (Some((after, phrase @ Phrase::Amount { .. })), Some(Act::Compare { value, .. }))
            if value.is_direction() =>
        {
            let Some(lead) = quantity_of(phrase) else { return (c, outcome) };
            *value = directed(&lead, value.falling);
            super::level::skip_unit(after)
        }
        _ => rest,
    };
    outcome.pieces.push(Piece::beside(Act::Rank { place, movement, among: None }));
    (rest, outcome)
}

/// A comparative, where the verb lets one be about the figures that are
/// counted.
fn comparative_of<'p>(c: Chunks<'p>, subject: &Np, frames: Frames) -> Read<'p> {
    // "scored higher than X" is not about the figures that are counted.
    let scored = c.is(0, words!["higher", "lower", "larger", "bigger", "greater", "smaller"])
        && !frames.any(MOVES.and(Frames::BE).and(Frames::STAY));
    if scored { None } else { comparative(c, subject) }
}

/// "[recorded] a volume 44 % higher than that of X", "[had] a call volume larger than
/// X's".
fn volume_compared<'p>(c: Chunks<'p>, subject: &Np, frames: Frames) -> Read<'p> {
    let has = Frames::LEVEL.and(Frames::SET).and(Frames::AUX).and(Frames::SHARE).and(Frames::HOLD);
    if !frames.any(has) || frames.any(MOVES) || !c.is(0, words!["a", "an"]) {
        return None;
    }
    let (rest, np) = noun_phrase(c)?;
    let volume = np.about != super::About::Nothing && !np.is_named() && !np.share;
    let apart = rest.is(0, words!["higher", "larger", "bigger", "greater", "smaller", "lower"])
        || matches!(rest.phrase(0), Some(Phrase::Percent(_) | Phrase::Ratio(_) | Phrase::Amount { .. }));
    (volume && apart && np.window == super::Window::Week).then(|| comparative(rest, subject)).flatten()
}

/// Does a comparative behind the verb compare two figures? "rose more than X"
/// compares how much they rose; "fell 300 billion behind X" tells how far behind
/// it is now.
fn of_a_figure(c: Chunks<'_>, frames: Frames) -> bool {
    let apart = || figure(c).is_some_and(|(rest, _)| rest.is(0, words!["behind", "ahead", "clear"]));
    let more = || c.is(0, words!["another", "further", "a"]) || c.word_before() == "further";
    !frames.any(MOVES) || (apart() && !more())
}

/// "surpassed X", "overtook the 3.15 trillion of X", "trails behind X".
fn over_another<'p>(c: Chunks<'p>, subject: &Np, frames: Frames) -> Read<'p> {
    if !frames.any(Frames::AHEAD.and(Frames::OVERTAKE).and(Frames::BEHIND)) {
        return None;
    }
    let c = if c.is(0, words!["behind"]) { c.skip(1) } else { c };
    if let Some((rest, object, level)) = amount_of(c) {
        let behind = frames.any(Frames::BEHIND);
        let mut outcome = Outcome::one(ahead(object.clone(), behind, frames.any(Frames::OVERTAKE)));
        outcome.pieces.push(Piece { who: Some(object), ..Piece::beside(level) });
        return Some((rest, outcome));
    }
    let (rest, object) = noun_phrase(skip_adverbs(c))?;
    let object = ratio::as_figure(object, subject, rest);
    use super::Who::{Carried, Former, Latter, Named, Other, Ranked};
    let it = skip_adverbs(c).is(0, words!["it", "them"]);
    if !matches!(object.who, Named(_) | Other | Carried | Former | Latter | Ranked(_))
        || (object.who == super::Who::Carried && !object.share && !it)
    {
        return None;
    }
    let behind = frames.any(Frames::BEHIND);
    let event = frames.any(Frames::OVERTAKE);
    let (rest, outcome) = finish(rest, ahead(object, behind, event))?;
    Some(if behind { (rest, outcome) } else { into_place(rest, outcome, None) })
}

/// "the 3.15 trillion of X", "the 3.15 trillion tokens processed by X".
fn amount_of(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Act)> {
    if !c.is(0, words!["the"]) {
        return None;
    }
    // "the figure of 3.15 trillion tokens of X".
    let noun = matches!(c.noun(1), Some(Noun::Volume | Noun::Total)) && c.is(2, words!["of"]);
    let (rest, phrase @ Phrase::Amount { .. }) = figure(c.skip(1 + 2 * usize::from(noun)))? else {
        return None;
    };
    let rest = if noun { super::level::skip_unit(rest) } else { rest };
    let used =
        rest.verb(0).is_some_and(|verb| verb.frames.any(Frames::USE)) && rest.is(1, words!["by", "on"]);
    let rest = if used { rest.skip(1) } else { rest };
    // "the 9.02 trillion that went to X", "the 9.02 trillion tokens X handled".
    let went = rest.skip(usize::from(rest.is(0, words!["that", "which"])));
    let went = went.verb(0).is_some_and(|verb| verb.frames.any(Frames::BELONG))
        && went.is(1, words!["to", "through"]);
    let rest = match went {
        true => rest.skip(1 + usize::from(rest.is(0, words!["that", "which"]))),
        false => rest,
    };
    if let Some((behind, np)) = noun_phrase(rest.skip(usize::from(rest.is(0, words!["that"]))))
        && !used
        && !went
        && np.is_named()
        && behind
            .verb(0)
            .is_some_and(|verb| verb.frames.any(Frames::USE) && verb.form != crate::en::lexicon::Form::Ing)
    {
        return level_of(phrase).map(|level| (behind.skip(1), np, level));
    }
    if !used && !went && !rest.is(0, words!["of", "for", "from", "by"]) {
        return None;
    }
    let (rest, np) = noun_phrase(rest.skip(1))?;
    let one = matches!(&np.who, super::Who::Named(names) if names.len() == 1) || np.who == super::Who::Other;
    one.then(|| level_of(phrase).map(|level| (rest, np, level))).flatten()
}

fn ahead(object: Np, behind: bool, event: bool) -> Act {
    Act::Compare { object, value: Quantity::direction(behind, Unit::Own), event }
}

fn as_event(act: Act, event: bool) -> Act {
    match act {
        Act::Compare { object, value, .. } => Act::Compare { object, value, event },
        other => other,
    }
}

/// "by a factor of five", "last week, by a factor of five".
fn factor_behind(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity, Vec<Time>)> {
    let (behind, times) = super::adjunct::times(c);
    let behind = behind.skip(usize::from(behind.is(0, words![","])));
    by_a_factor(behind).map(|(rest, ratio)| (rest, ratio, times))
}

/// What may follow the object: its own amount, "by" how much.
fn finish<'p>(c: Chunks<'p>, act: Act) -> Read<'p> {
    let Act::Compare { object, value, event } = act else {
        return None;
    };
    let mut outcome = Outcome::default();
    // "more tokens than X did".
    let mut rest = c.skip(usize::from(than::does(c)));
    // "surpassed X's 3.63 trillion", "overtook X (3.63 trillion)".
    let owned = if rest.is(0, words!["'s", "’s", "'", "’"]) { 1 } else { 0 };
    let mut object_level = None;
    if let Some((after, phrase @ Phrase::Amount { .. })) = figure(rest.skip(owned))
        && (owned > 0 || matches!(rest.word_before(), "'s" | "’s" | "'" | "’"))
    {
        object_level = level_of(phrase);
        rest = super::level::skip_unit(after);
    }
    let mut value = value;
    // "by a ratio of three to one".
    if rest.is(0, words!["by"])
        && rest.is(1, words!["a"])
        && (rest.is(2, words!["ratio", "factor"]) || rest.noun(2) == Some(Noun::Gap))
        && rest.is(3, words!["of"])
        && let Some(Phrase::Ratio(ratio)) = rest.phrase(4)
        && !value.falling
    {
        let act = Act::Compare { object, value: ratio.clone(), event };
        return Some((rest.skip(5), Outcome::one(act)));
    }
    if let Some((rest, ratio, times)) = factor_behind(rest).filter(|_| !value.falling) {
        let mut outcome = Outcome::one(Act::Compare { object, value: ratio, event });
        outcome.adjuncts.times = times;
        return Some((rest, outcome));
    }
    // "beat X by 18.4 trillion to 5.7 trillion": what each of the two had.
    if let Some((rest, mine, theirs)) = score(rest) {
        let mut outcome = Outcome::one(Act::Compare { object: object.clone(), value, event });
        outcome.pieces.push(Piece::beside(mine));
        outcome.pieces.push(Piece { who: Some(object), ..Piece::beside(theirs) });
        return Some((rest, outcome));
    }
    // "overtook X twice" counts how often, not how much.
    let often = event && rest.get(0).is_some_and(|chunk| rest.lower(chunk.first) == "twice");
    if let Some(Phrase::Ratio(ratio)) = rest.phrase(usize::from(rest.is(0, words!["by"])))
        && !value.falling
        && !often
    {
        // "leads X three to one".
        value = ratio.clone();
        rest = rest.skip(1 + usize::from(rest.is(0, words!["by"])));
    } else if rest.is(0, words!["by", "with"])
        && let Some((after, lead)) = gap::size(rest.skip(1))
    {
        // "led X by a margin of 1.1 trillion".
        value = directed(&lead, value.falling);
        rest = after;
    } else if rest.is(0, words!["by"])
        && let Some((after, phrase)) = figure(skip_adverbs(rest.skip(1)))
        && let Some(lead) = quantity_of(phrase)
    {
        value = directed(&lead, value.falling);
        rest = after;
    }
    outcome.pieces.push(Piece::main(Act::Compare { object: object.clone(), value, event }));
    if let Some(act) = object_level {
        outcome.pieces.push(Piece { who: Some(object), ..Piece::beside(act) });
    }
    Some((rest, outcome))
}

/// "560 billion tokens ahead": of the one who was spoken of beside it.
fn alone(c: Chunks<'_>) -> Option<(Chunks<'_>, Act)> {
    let behind = match c.word(0) {
        "ahead" | "clear" => false,
        "behind" => true,
        _ => return None,
    };
    let rest = c.skip(1);
    let ends = rest.is_empty()
        || rest.is(0, words![",", ".", ";", ")", "and", "but", "—", "–"])
        || matches!(rest.phrase(0), Some(Phrase::Time(_) | Phrase::Weeks(_)));
    let other = Np { who: super::Who::Other, ..Np::carried(c.span(c.at, c.at + 1)) };
    ends.then(|| (rest, ahead(other, behind, false)))
}

/// "[a] larger [weekly] share than X", "more [tokens] than X", "27 % more than
/// X", "1.81 times as much as X", "twice that of X".
pub(super) fn comparative<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let mut look = c;
    let mut lead: Option<Quantity> = None;
    let mut money = false;
    // "was 3 greater than that of X": of a metric that is named, a small number too.
    let named = |after: Chunks<'_>| {
        matches!(subject.about, super::About::Metric(_))
            && after.is(0, words!["greater", "less", "more", "higher", "lower", "fewer", "above", "below"])
    };
    if let Some((after, phrase)) = figure(look)
        && (!matches!(phrase, Phrase::Number(_)) || named(after))
    {
        money = matches!(phrase, Phrase::Amount { metrics, .. } if !metrics.is_empty());
        lead = quantity_of(phrase);
        look = after;
        if let Phrase::Ratio(value) = phrase {
            return ratio(look, value, subject);
        }
        if let Some(value) = part(phrase) {
            let found = a_part_of(look, &value, subject);
            if found.is_some() {
                return found;
            }
        }
    }
    if let Some((rest, act)) = lead.as_ref().and_then(|_| position(look).or_else(|| alone(look))) {
        return finish(rest, with_lead(act, lead));
    }
    if look.is(0, words!["a", "an"]) {
        look = look.skip(1);
    }
    // "no more tokens than X": not more.
    let none =
        look.is(0, words!["no"]) && look.is(1, words!["more", "less", "fewer", "larger", "bigger", "higher"]);
    look = look.skip(usize::from(none));
    let percent = lead.as_ref().is_none_or(|lead| lead.unit == Unit::Percent);
    let (look, behind) = more_or_less(look, !none && (money || percent))?;
    let (look, told) = what_is_compared(look);
    if !look.is(0, words!["than"]) {
        return None;
    }
    // "was higher than on X".
    let on = usize::from(look.is(1, words!["on", "at", "for", "by"]));
    if let Some((rest, mut outcome)) = either_of(look.skip(1), behind).filter(|_| lead.is_none() && !none) {
        outcome.adjuncts.times.extend(told);
        return Some((rest, outcome));
    }
    let (rest, object) = noun_phrase(look.skip(1 + on))?;
    if !(object.is_named() || object.who == super::Who::Other) {
        return None;
    }
    let (rest, mut outcome) = finish(rest, with_lead(ahead(object.clone(), behind, false), lead))?;
    let rest = level_in_brackets(rest, &object, &mut outcome).unwrap_or(rest);
    outcome.adjuncts.times.extend(told);
    Some((rest, Outcome { negated: none, ..outcome }))
}

/// "[half] as much as X", "[a third] of what X handled", "[half] the volume of X".
fn a_part_of<'p>(c: Chunks<'p>, value: &Quantity, subject: &Np) -> Read<'p> {
    let look = if c.are(&["of", "what"]) { c.skip(1) } else { c };
    if let Some(found) = ratio::again(look, value, subject) {
        return Some(found);
    }
    if look.is(0, words!["what"]) || look.is(0, words!["as"]) {
        return ratio(look, value, subject);
    }
    // "half the volume of X".
    let volume = look.is(0, words!["the"])
        && (look.noun(1) == Some(Noun::Volume)
            || look.is(1, words!["size", "level"])
            || matches!(look.phrase(1), Some(Phrase::Name(n)) if metric(n).is_some() || !units(n).is_empty()))
        && look.is(2, words!["of"]);
    // "was less than half the southern total", "less than half X's volume".
    let figured =
        || noun_phrase(look).is_some_and(|(_, np)| np.is_named() && np.about != super::About::Nothing);
    (volume || subject.about != super::About::Nothing && figured())
        .then(|| ratio(look, value, subject))
        .flatten()
}

/// "[more than X] (3.6 trillion)": how much that one had.
pub(super) fn level_in_brackets<'p>(c: Chunks<'p>, object: &Np, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    if !c.is(0, words!["("]) || object.who == super::Who::Other {
        return None;
    }
    let (rest, phrase @ Phrase::Amount { .. }) = figure(c.skip(1))? else { return None };
    let rest = super::level::skip_unit(rest);
    if !rest.is(0, words![")"]) {
        return None;
    }
    outcome.pieces.push(Piece { who: Some(object.clone()), ..Piece::beside(level_of(phrase)?) });
    Some(rest.skip(1))
}

/// "half", "two thirds" as a factor: "half as many tokens as X".
fn part(phrase: &Phrase<'_>) -> Option<Quantity> {
    let Phrase::Percent(value) = phrase else { return None };
    let Figure::Fraction { part, .. } = &value.figure else { return None };
    let figure = Figure::Fraction { part: part.clone(), whole: recount_model::Number::ONE };
    Some(Quantity { hedge: value.hedge, ..Quantity::bare(figure, Unit::Ratio) })
}

fn with_lead(act: Act, lead: Option<Quantity>) -> Act {
    match (act, lead) {
        (Act::Compare { object, value, event }, Some(lead)) => {
            let value = directed(&lead, value.falling);
            Act::Compare { object, value, event }
        }
        (act, _) => act,
    }
}
