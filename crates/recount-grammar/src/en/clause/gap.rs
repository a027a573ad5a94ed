//! How far apart two are: `X's lead over Y widened to 1.2 trillion`, `the gap
//! between X and Y narrowed from 1.5 to 0.9 trillion`, `has a lead of 300
//! billion tokens over Y`, `a 300 billion token lead over Y`. By how much a
//! lead grew ("by 0.3 trillion") is no assertion of ours, and is listed.

mod closed;
pub(super) mod ratio;
mod two;
mod weeks;

use recount_model::{Quantity, Unit};

pub(super) use self::closed::within;
use self::closed::{closed_to, is_behind, is_closed, turned};
pub(super) use self::two::{is_side, sides, two};
use self::weeks::{streak_over, to_weeks};
use super::adjunct::times;
use super::noun_phrase::noun_phrase;
use super::predicate::{Outcome, Piece, Read, figure, quantity_of};
use super::verb_group::{Group, skip_adverbs, verb_group};
use super::{About, Act, Anchor, Np, Side, Who};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Role, Time, When};
use crate::en::phrase::{Chunks, Phrase};

/// Whose lead it is and over whom.
struct Pair {
    who: Np,
    object: Np,
    /// May it be the other way round?
    either: bool,
    /// "the lead": whose it is, is not said.
    unsaid: bool,
}

/// A clause whose subject is a lead or a gap. `focus` is the one that is being
/// spoken of, `against` the one with whom it was compared last.
///
/// Reads: "X's lead over Y grew to 1.2 trillion tokens", "its lead was 300
/// billion", "the gap between X and Y narrowed from 1.5 to 0.9 trillion". Does
/// not read: "its lead widened by 0.3 trillion": a change of a difference is no
/// assertion of ours.
pub(super) fn clause<'p>(
    c: Chunks<'p>,
    focus: Option<&Np>,
    against: Option<&Np>,
) -> Option<(Chunks<'p>, Np, Outcome, Group)> {
    if let Some(found) = ratio::clause(c) {
        return Some(found);
    }
    let (rest, pair) = between(c).or_else(|| gap_alone(c)).or_else(|| lead_of(c, focus, against))?;
    let (rest, mut times) = times(rest);
    // "X's lead over Y in weekly tokens".
    let mut measured = Outcome::default();
    let rest = super::adjunct::measure(rest, &mut measured).unwrap_or(rest);
    // "X's lead over Y: 2.78 trillion tokens".
    if rest.is(0, words![":"]) && c.at == 0 {
        let (rest, value) = amount(rest.skip(1)).filter(|(rest, _)| alone(*rest))?;
        let mut outcome = Outcome::one(compare(&pair, value));
        outcome.adjuncts.times.append(&mut times);
        outcome.adjuncts.either = pair.either || pair.unsaid;
        return Some((rest, pair.who, outcome, Group::PLAIN));
    }
    let (rest, group) = verb_group(rest, false)?;
    let moved = group.verb.frames.any(Frames::RAISE.and(Frames::CUT).and(Frames::WIDEN));
    if group.passive && !moved || group.negated {
        return None;
    }
    let moves = moved || group.verb.frames.any(WIDENS);
    let holds = Frames::BE.and(Frames::LEVEL).and(Frames::STAY).and(Frames::HOLD);
    let stands = group.verb.frames.any(holds.and(Group::BOUNDS));
    if !moves && !stands {
        return None;
    }
    let (rest, mut pieces) = extent(rest, &pair, stands)?;
    // "exceeds 1.2 trillion".
    if let Some(Piece { act: Act::Compare { value, .. }, .. }) = pieces.last_mut() {
        *value = group.bounded(value.clone());
    }
    let mut outcome = Outcome { pieces, ..measured };
    outcome.adjuncts.times.append(&mut times);
    outcome.adjuncts.either = pair.either || pair.unsaid;
    outcome.adjuncts.apart = true;
    Some((rest, pair.who, outcome, group))
}

/// Verbs that a lead or a gap can do.
const WIDENS: Frames = Frames::UP.and(Frames::DOWN).and(Frames::WIDEN).and(Frames::DOUBLE);

/// "to 1.2 trillion [from 0.9 trillion]", "from 1.5 to 0.9 trillion", "1.2
/// trillion".
fn extent<'p>(c: Chunks<'p>, pair: &Pair, stands: bool) -> Option<(Chunks<'p>, Vec<Piece>)> {
    extent_of(c, pair, stands, amount)
}

/// A figure of the kind that is spoken of.
type Size = for<'c> fn(Chunks<'c>) -> Option<(Chunks<'c>, Quantity)>;

fn extent_of<'p>(c: Chunks<'p>, pair: &Pair, stands: bool, amount: Size) -> Option<(Chunks<'p>, Vec<Piece>)> {
    let doubles = c.at.checked_sub(1).is_some_and(|last| {
        Chunks { at: last, ..c }.verb(0).is_some_and(|verb| verb.frames.any(Frames::DOUBLE))
    });
    let mut rest = skip_adverbs(c);
    let mut pieces = Vec::new();
    let (mut now, mut told) = (None, Vec::new());
    let grown = grown_by(rest);
    rest = grown.unwrap_or(rest);
    for _ in 0..2 {
        if rest.is(0, words!["from"])
            && let Some((after, value)) = amount(rest.skip(1))
        {
            let value = if value.unit == Unit::Ratio { value } else { scaled(rest.skip(1), value) };
            let (behind, times) = times(after);
            // "to 1.2 trillion from 0.9 trillion last week": then it came about.
            let of_clause = now.is_some() && told.is_empty() && times.iter().all(is_last_week);
            let (after, times) = if of_clause { (after, Vec::new()) } else { (behind, times) };
            let anchor = if times.is_empty() { Anchor::Before } else { Anchor::Clause };
            pieces.push(Piece { times, anchor, ..Piece::beside(compare(pair, value)) });
            rest = after;
        } else if now.is_none()
            && (rest.is(0, words!["to", "at"]) || stands)
            && let Some((after, value)) =
                amount(if rest.is(0, words!["to", "at"]) { rest.skip(1) } else { rest })
        {
            now = Some(value);
            // "to 1.2 trillion last week from 0.9 trillion".
            let (behind, times) = times(after);
            rest = if behind.is(0, words!["from"]) { behind } else { after };
            told = if rest.at == after.at { Vec::new() } else { times };
        } else if now.is_none()
            && !stands
            && let Some((after, phrase)) = super::level::up_to(rest)
        {
            // "crept up to 300 billion".
            (rest, now) = (super::level::skip_unit(after), quantity_of(&phrase));
        }
    }
    let anchor = if pieces.is_empty() { Anchor::Clause } else { Anchor::End };
    let value = match now {
        // "The lead shrank by 0.3 trillion": whose it is, was told before.
        None if grown.is_some() && pieces.is_empty() && pair.object.who == Who::Other => {
            return Some((rest, vec![unsaid()]));
        }
        None if grown.is_some() && pieces.is_empty() && !pair.either => Quantity::direction(false, Unit::Own),
        // "X's lead over Y widened".
        None if pieces.is_empty() && !pair.either && !stands && !doubles && alone(rest) => {
            Quantity::direction(false, Unit::Own)
        }
        now => now?,
    };
    pieces.extend(grown.map(|_| unsaid()));
    pieces.push(Piece { anchor, times: told, ..Piece::main(compare(pair, value)) });
    Some((rest, pieces))
}

/// Does the clause end there?
fn alone(c: Chunks<'_>) -> bool {
    super::fronted::clause_ends(c) || matches!(c.phrase(0), Some(Phrase::Time(_) | Phrase::Weeks(_)))
}

/// "last week", told from the day of publication.
fn is_last_week(time: &Time) -> bool {
    matches!(time.when, When::PastWeek | When::Unit { unit: TimeUnit::Week, shift: -1 })
}

/// "a week ago", behind what was so then.
fn as_when(time: Time) -> Time {
    Time { role: Role::At, ..time }
}

/// "by 0.3 trillion", "by a fifth": what is left behind it.
fn grown_by(c: Chunks<'_>) -> Option<Chunks<'_>> {
    c.is(0, words!["by"]).then(|| amount(c.skip(1))).flatten().map(|(rest, _)| rest)
}

/// By how much a lead grew.
fn unsaid() -> Piece {
    Piece::beside(Act::Unexplained { why: "by how much a lead grew or shrank" })
}

/// An amount, a percentage or points, with the unit behind it.
fn amount(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity)> {
    let (rest, phrase) = figure(skip_adverbs(c))?;
    match phrase {
        Phrase::Amount { .. } | Phrase::Percent(_) | Phrase::Points(_) => {
            Some((super::level::skip_unit(rest), quantity_of(phrase)?))
        }
        // "X's lead over Y widened from 2.3 times to 3.4 times"; "is three times that of Z" is another matter.
        Phrase::Ratio(value) if alone(rest) || rest.is(0, words!["to", "from"]) => {
            Some((rest, value.clone()))
        }
        _ => None,
    }
}

/// "from 1.5 to 0.9 trillion": the scale of the second is the first one's too.
fn scaled(c: Chunks<'_>, value: Quantity) -> Quantity {
    match (c.phrase(0), c.phrase(2)) {
        (Some(first), Some(_)) if c.is(1, words!["to"]) => c
            .get(2)
            .and_then(|last| super::parallel::shared(c, first.clone(), last))
            .and_then(|phrase| quantity_of(&phrase))
            .unwrap_or(value),
        _ => value,
    }
}

fn compare(pair: &Pair, value: Quantity) -> Act {
    Act::Compare { object: pair.object.clone(), value, event: false }
}

/// "the gap between X and Y": which of them is ahead, is not said.
fn between(c: Chunks<'_>) -> Option<(Chunks<'_>, Pair)> {
    let look = if c.is(0, words!["the", "a"]) { c.skip(1) } else { c };
    let look = if look.is(0, words!["weekly"]) { look.skip(1) } else { look };
    if look.noun(0) != Some(Noun::Gap) || !look.is(1, words!["between"]) {
        return None;
    }
    let (rest, who, object) = two(look.skip(2))?;
    Some((rest, Pair { who, object, either: true, unsaid: false }))
}

/// "The gap is still 26.6 trillion": between the two who were compared, or the two sides.
fn gap_alone(c: Chunks<'_>) -> Option<(Chunks<'_>, Pair)> {
    let gap = c.is(0, words!["the", "that", "this"]) && c.noun(1) == Some(Noun::Gap);
    let rest = c.skip(2);
    if !gap || !(rest.verb(0).is_some() || rest.entry(0).adverb) {
        return None;
    }
    let one = |side| Np { who: Who::Sides(side), ..Np::carried(c.span(c.at, rest.at)) };
    Some((rest, Pair { who: one(Side::Ahead), object: one(Side::Behind), either: true, unsaid: false }))
}

/// "X's lead over Y", "the lead of X over Y", "its lead".
fn lead_of<'p>(c: Chunks<'p>, focus: Option<&Np>, against: Option<&Np>) -> Option<(Chunks<'p>, Pair)> {
    let lead =
        lead_noun(c.skip(1)).is_some() || c.noun(1) == Some(Noun::Gap) && gap_over(c.skip(2)).is_some();
    let (rest, who) = if c.is(0, words!["its", "their", "that", "the"]) && lead {
        (c.skip(1), None)
    } else {
        let (rest, np) = noun_phrase(c).filter(|(_, np)| np.is_named() && np.about == About::Nothing)?;
        (if rest.is(0, words!["'s", "’s", "'", "’"]) { rest.skip(1) } else { rest }, Some(np))
    };
    let rest = lead_noun(rest).or_else(|| {
        // "its margin over Y".
        let margin = rest.noun(0) == Some(Noun::Gap) && gap_over(rest.skip(1)).is_some();
        margin.then(|| rest.skip(1))
    })?;
    let unsaid = who.is_none() && !rest.is(0, words!["of"]) && c.is(0, words!["the", "that"]);
    let (rest, who) = match who {
        None if rest.is(0, words!["of"]) => match noun_phrase(rest.skip(1)) {
            Some((after, np)) if np.is_named() => (after, np),
            _ => (rest, focus.cloned().unwrap_or_else(|| Np::carried(c.span(c.at, rest.at)))),
        },
        None => (rest, focus.cloned().unwrap_or_else(|| Np::carried(c.span(c.at, rest.at)))),
        Some(np) => (rest, np),
    };
    let other = || Np { who: Who::Other, ..Np::carried(c.span(c.at, rest.at)) };
    // "The gap to Y" may be one behind.
    let either = rest.is(0, words!["to", "with", "from"]);
    let found = if either { gap_over(rest) } else { over(rest) };
    // "X had 5 trillion and Y 4, so the lead is 1": of whichever is ahead.
    let unsaid = unsaid && found.is_none();
    let (rest, object) = found.unwrap_or_else(|| (rest, against.cloned().unwrap_or_else(other)));
    Some((rest, Pair { who, object, either, unsaid }))
}

/// "[weekly] lead".
fn lead_noun(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let look = if c.is(0, words!["weekly", "overall", "global", "own"]) { c.skip(1) } else { c };
    (look.noun(0) == Some(Noun::Lead)).then(|| look.skip(1))
}

/// "[the gap] to Y", "over Y".
fn gap_over(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    let to = c.is(0, words!["to", "with", "from"]).then(|| noun_phrase(c.skip(1))).flatten();
    over(c).or_else(|| to.filter(|(_, object)| object.is_named()))
}

/// "over Y".
pub(super) fn over(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    if !c.is(0, words!["over", "on", "against", "versus"]) {
        return None;
    }
    let (rest, object) = noun_phrase(c.skip(1))?;
    (object.is_named() || object.who == Who::Other).then_some((rest, object))
}

/// "a gap of 1.2 trillion", "a lead of 300 billion tokens", "a 27 % gap" behind a
/// comparison: how far apart the two are.
pub(super) fn size(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity)> {
    let look = if c.is(0, words!["a", "the"]) { c.skip(1) } else { c };
    let noun = |c: Chunks<'_>| matches!(c.noun(0), Some(Noun::Lead | Noun::Gap));
    if let Some(found) = ratio::size(look).or_else(|| closed::widest(c)) {
        return Some(found);
    }
    if noun(look) && look.is(1, words!["of"]) {
        return amount(look.skip(2));
    }
    let (rest, value) = amount(look)?;
    noun(rest).then(|| (rest.skip(1), value))
}

/// "widened its lead over Y": it is ahead. Not "lost its lead over Y".
fn keeps(group: &Group) -> bool {
    let frames = group.verb.frames;
    frames.any(Frames::WIDEN.and(Frames::MARK).and(Frames::UP).and(Frames::HOLD).and(Frames::RAISE))
        && !frames.any(Frames::LOSE.and(Frames::CEDE).and(Frames::DOWN).and(Frames::TAKE))
        && !group.negated
}

/// Verbs of making a lead or a gap larger or smaller.
const WIDENED: Frames =
    Frames::WIDEN.and(Frames::MARK).and(Frames::UP).and(Frames::DOWN).and(Frames::RAISE).and(Frames::CUT);

/// Verbs of having a lead.
const HAS: Frames = Frames::AUX
    .and(Frames::HOLD)
    .and(Frames::SHARE)
    .and(Frames::TAKE)
    .and(Frames::SET)
    .and(Frames::LEVEL)
    .and(Frames::RANK);

/// A lead as what is had: "has a lead of 300 billion tokens over Y", "held a
/// 300 billion token lead over Y", "extended its lead over Y to 1.2 trillion",
/// "widened the gap with Y to 1.2 trillion".
pub(super) fn complement<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    if let Some(found) = closed::anothers(c, group).or_else(|| streak_over(c, group)) {
        return Some(found);
    }
    let widens = group.verb.frames.any(WIDENED);
    if !group.verb.frames.any(HAS) && !widens {
        return None;
    }
    let mut look = skip_adverbs(c);
    while look.is(0, words!["a", "the", "its", "their", "an", "overall", "weekly", "comfortable"]) {
        look = look.skip(1);
    }
    let before = amount(look);
    let look = before.as_ref().map_or(look, |(rest, _)| *rest);
    let look = if before.is_none() && look.at > c.at { skip_adjectives(look) } else { look };
    let noun = look.noun(0).filter(|noun| matches!(noun, Noun::Lead | Noun::Gap))?;
    let mut rest = look.skip(1);
    let mut value = before.map(|(_, value)| value);
    if value.is_none()
        && rest.is(0, words!["of"])
        && let Some((after, found)) = amount(rest.skip(1))
    {
        (rest, value) = (after, Some(found));
    }
    if noun == Noun::Gap
        && value.is_none()
        && let Some(found) = closed_to(c, rest)
    {
        return Some(found);
    }
    let (rest, object) = over(rest).or_else(|| {
        let with = rest.is(0, words!["with", "to"]).then(|| noun_phrase(rest.skip(1))).flatten();
        with.filter(|(_, np)| np.is_named())
    })?;
    let by = if widens && value.is_none() { grown_by(rest) } else { None };
    let rest = by.unwrap_or(rest);
    let from = widens && value.is_none() && rest.is(0, words!["from"]);
    let to = widens && value.is_none() && rest.is(0, words!["to"]);
    let behind = widens && is_behind(c, look, group);
    if let Some(found) = to.then(|| to_weeks(rest.skip(1), &object)).flatten() {
        return Some(found);
    }
    let mut outcome = Outcome::default();
    let rest = if to || from {
        let pair = Pair { who: Np::carried(c.span(c.at, c.at)), object, either: false, unsaid: false };
        let (rest, pieces) = extent(rest, &pair, false)?;
        outcome.pieces = if behind || noun == Noun::Gap && is_closed(c) { turned(pieces) } else { pieces };
        rest
    } else {
        let ahead = (keeps(group) && noun == Noun::Lead).then(|| Quantity::direction(false, Unit::Own));
        let value = value.or(ahead)?;
        outcome.pieces.push(Piece::main(Act::Compare { object, value, event: false }));
        rest
    };
    outcome.pieces.extend(by.map(|_| unsaid()));
    // "narrowed the gap with Y": which of them is ahead, is not said.
    outcome.adjuncts.either = noun == Noun::Gap && widens && !behind;
    outcome.adjuncts.apart = true;
    Some((rest, outcome))
}

/// Behind adjectives that the lexicon does not know: "a comfortable lead".
fn skip_adjectives(c: Chunks<'_>) -> Chunks<'_> {
    let mut look = c;
    for _ in 0..2 {
        let entry = look.entry(0);
        let unknown = entry.verb.is_none() && entry.noun.is_none() && !entry.adverb;
        let word = look.word(0);
        if !unknown || word.len() < 3 || crate::en::lexicon::is_grammatical(word) {
            break;
        }
        look = look.skip(1);
    }
    look
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read, readings};

    #[test]
    fn leads_and_gaps() {
        let lead: &[&str] = &["Alder was 300 billion tokens above that of Birch"];
        assert_read(&[
            ("Alder's lead over Birch widened to 300 billion tokens last week.", lead),
            ("The gap between Alder and Birch was 300 billion tokens last week.", lead),
            ("Alder held a lead of 300 billion tokens over Birch last week.", lead),
            ("Alder held a 300 billion token lead over Birch last week.", lead),
            ("Alder extended its lead over Birch to 300 billion tokens.", lead),
            ("Alder led Birch by a margin of 300 billion tokens.", lead),
            ("Alder widened its lead over Birch last week.", &["Alder was above that of Birch"]),
            ("Alder kept an overwhelming advantage over Birch.", &["Alder was above that of Birch"]),
            (
                "Alder led Birch last week, and its lead grew to 27%.",
                &["Alder was above that of Birch", "Alder was 27 percent above that of Birch"],
            ),
            (
                "Alder extended its lead over Birch to five weeks.",
                &["Alder was above that of Birch for 5 consecutive weeks"],
            ),
            (
                "The gap between Alder and Birch narrowed from 1.5 to 0.9 trillion tokens last week.",
                &[
                    "In the week of 15 June 2026, Alder was 1.5 trillion tokens above that of Birch",
                    "Alder was 0.9 trillion tokens above that of Birch",
                ],
            ),
        ]);
    }

    #[test]
    fn a_lead_that_grew() {
        assert_read(&[
            (
                "Alder's lead over Birch widened by 300 billion tokens last week.",
                &["Alder was above that of Birch", "-"],
            ),
            (
                "Alder widened its lead over Birch by 0.3 trillion to 1.4 trillion tokens last week.",
                &["Alder was 1.4 trillion tokens above that of Birch", "-"],
            ),
            ("Alder widened its lead over Birch last week.", &["Alder was above that of Birch"]),
        ]);
        let narrowed = "Alder narrowed the gap with Birch to 200 billion tokens last week.";
        assert_read(&[(narrowed, &["Alder was 200 billion tokens below that of Birch"])]);
        assert_eq!(readings(narrowed), ["Birch was 200 billion tokens below that of Alder"]);
        assert_listed(&[
            "Alder did not widen its lead over Birch last week.",
            "The gap between Alder and Birch widened by 300 billion tokens last week.",
        ]);
    }

    #[test]
    fn what_is_no_lead_of_a_known_size() {
        assert_listed(&["Its lead was 300 billion tokens.", "Alder leads by 300 billion tokens."]);
    }
}
