//! Tails: what follows a clause behind a comma, a dash or a bracket, said of
//! the one who was spoken of last.

mod another;
mod bare;
mod circumstance;
mod place;
mod record;
mod than_before;
mod way;
mod weeks;

use recount_model::{Quantity, Unit};

use self::another::{after_amount, ahead, followed, more_than_another, times_as_much};
pub(super) use self::another::{after_follower, compared_with, versus, versus_words};
use self::bare::bare_level;
pub(super) use self::circumstance::alone as circumstance_alone;
pub(super) use self::circumstance::and_against;
use self::circumstance::{after_peak, circumstance};
use self::place::into_place;
use self::record::record;
pub(super) use self::way::both_ends;
pub(super) use self::weeks::{ends_run, run_before, weeks_before, weeks_of, weeks_of_so_much};
use self::weeks::{growth_weeks, weeks_alone};
use super::adjunct::{adjuncts, amount_of_record};
use super::noun_phrase::noun_phrase;
use super::predicate::{Outcome, Piece, figure, level_of, predicate};
use super::verb_group::{Group, skip_adverbs, verb_group};
use super::{Act, Np, Who, change, compare, growth, level, rank, share};
use crate::en::lexicon::{Form, Frames, Noun};
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::weeks::WeeksRunning;
use crate::en::phrase::{Chunks, Phrase};

/// A tail, and the one of whom it speaks if that is another one.
pub(super) struct Tail {
    /// What it says.
    pub outcome: Outcome,
    /// Who is spoken of from here on; `None` for the same as before.
    pub focus: Option<Np>,
    /// The verb, with its negation and its mood.
    pub group: Group,
}

impl Tail {
    fn new(outcome: Outcome) -> Self {
        Self { outcome: Outcome { negated: false, ..outcome }, focus: None, group: Group::PLAIN }
    }
}

/// Every form of tail.
pub(super) fn tail<'p>(c: Chunks<'p>, focus: &Np, bracket: bool) -> Option<(Chunks<'p>, Tail)> {
    // ", once first": when that was, is not said.
    if c.is(0, words!["once", "formerly", "previously", "long"]) {
        return None;
    }
    if let Some((rest, outcome)) = rank::back_at(c) {
        return Some((rest, Tail::new(outcome)));
    }
    if bracket && let Some((rest, piece)) = previous_leader(c) {
        let outcome = Outcome { pieces: vec![piece], ..Outcome::default() };
        return Some((rest, Tail::new(outcome)));
    }
    // "X, the previous week's leader, fell".
    let leads = matches!(c.word_before(), "'s" | "’s") && c.is(0, words!["leader", "frontrunner", "winner"]);
    if bracket && leads && c.len() == 1 {
        let place = crate::en::phrase::place::Place::At(1);
        let outcome = Outcome::one(Act::Rank { place, movement: None, among: None });
        return Some((c.skip(1), Tail::new(outcome)));
    }
    let c = skip_adverbs(c);
    followed(c)
        .or_else(|| no_longer(c))
        .or_else(|| from_place_to_place(c))
        .or_else(|| place_before(c))
        .or_else(|| stepped(c))
        .or_else(|| growth_weeks(c))
        .or_else(|| after_change(c, focus))
        .or_else(|| after_peak(c))
        .or_else(|| after_amount(c))
        .or_else(|| first_change(c))
        .or_else(|| circumstance(c))
        .or_else(|| came_from(c))
        .or_else(|| down_to(c, focus))
        .or_else(|| than_before::tail(c))
        .or_else(|| times_what_it_was(c))
        .or_else(|| times_as_much(c, focus))
        .or_else(|| more_than_another(c, focus))
        .or_else(|| adverbial(c))
        .or_else(|| appositive(c))
        .or_else(|| level_with(c, focus))
        .or_else(|| way::tail(c))
        .or_else(|| participle(c, focus))
        .or_else(|| versus(c))
        .or_else(|| beside(c))
        .or_else(|| record(c, focus))
        .or_else(|| share_alone(c))
        .or_else(|| ahead(c))
        .or_else(|| newcomer(c))
        .or_else(|| exceeding(c))
        .or_else(|| if bracket { two_places(c) } else { None })
        .or_else(|| superlative(c))
        .or_else(|| only_one(c))
        .or_else(|| into_place(c))
        .or_else(|| bare_rank(c, bracket))
        .or_else(|| if bracket || c.word_before() == "," { weeks_alone(c) } else { None })
        .or_else(|| if bracket { bare_level(c) } else { None })
}

/// ", down to 0.79 trillion tokens", ", back at 4 trillion": how much it is now.
fn down_to<'p>(c: Chunks<'p>, focus: &Np) -> Option<(Chunks<'p>, Tail)> {
    let (rest, mut outcome) = super::be::down_to(c, focus)?;
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// ", its first decline in six weeks", ", the first weekly rise for X since May".
fn first_change(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let (rest, who, mut outcome) = growth::first_change(c)?;
    outcome.pieces.iter_mut().for_each(|piece| piece.who.clone_from(&who));
    Some((rest, Tail::new(outcome)))
}

/// "X, the previous number one, slid": in the week before.
fn previous_leader(c: Chunks<'_>) -> Option<(Chunks<'_>, Piece)> {
    if !c.is(0, words!["the"]) || !c.is(1, words!["previous", "outgoing", "deposed"]) {
        return None;
    }
    let place = match c.phrase(2)? {
        Phrase::Place(place @ crate::en::phrase::place::Place::At(_)) => *place,
        _ if c.is(2, words!["leader", "frontrunner"]) => crate::en::phrase::place::Place::At(1),
        _ => return None,
    };
    let act = Act::Rank { place, movement: None, among: None };
    (c.len() == 3).then(|| (c.skip(3), Piece { anchor: super::Anchor::Before, ..Piece::beside(act) }))
}

/// "up 8 %", "an increase of 8 %", "with 4 trillion tokens": what may be said of
/// either of two who were compared.
pub(super) fn either_of_two(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let c = skip_adverbs(c);
    let (rest, tail) = adverbial(c).or_else(|| appositive(c)).or_else(|| beside(c))?;
    Some((rest, tail.outcome))
}

/// ", topping 4 trillion tokens [for the first time]": a participle that the
/// amount behind it takes for its hedge.
pub(super) fn exceeding(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let first = c.get(0).map_or("", |chunk| c.lower(chunk.first));
    if !matches!(first, "topping" | "exceeding" | "surpassing") {
        return None;
    }
    bare_level(c)
}

/// ", no longer first".
fn no_longer(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    if !c.are(&["no", "longer"]) {
        return None;
    }
    let inside = usize::from(c.is(2, words!["in", "among"]));
    let (rest, place) = rank::place(c.skip(2 + inside))?;
    let mut outcome = Outcome::one(Act::Rank { place, movement: None, among: None });
    let rest = adjuncts(rest, &mut outcome);
    let group = Group { negated: true, no_longer: true, ..Group::PLAIN };
    Some((rest, Tail { group, ..Tail::new(outcome) }))
}

/// ", up two places to third", ", down one place at fifth".
fn stepped(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    // ", up for a fourth week", ", down for the first time since May".
    let again =
        c.is(0, words!["up", "down"]) && matches!(c.phrase(1), Some(Phrase::Weeks(_) | Phrase::First(_)));
    if let Some((rest, mut outcome)) = again.then(|| super::be::only_up(c)).flatten() {
        return Some((adjuncts(rest, &mut outcome), Tail::new(outcome)));
    }
    let moved = c.is(0, words!["up", "down"]) && rank::steps(c) > 0;
    let (rest, mut outcome) = moved.then(|| super::be::stepped(c)).flatten()?;
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// ", up from third": its place in the week before.
fn place_before(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    if !c.is(0, words!["up", "down"]) || !c.is(1, words!["from"]) {
        return None;
    }
    let (rest, place) = rank::place(c.skip(2))?;
    if !matches!(place, crate::en::phrase::place::Place::At(_)) {
        return None;
    }
    let act = Act::Rank { place, movement: None, among: None };
    let mut outcome = Outcome {
        pieces: vec![Piece { anchor: super::Anchor::Before, ..Piece::beside(act) }],
        ..Outcome::default()
    };
    let rest = adjuncts(rest, &mut outcome);
    // "up from second a week ago": then.
    let times = std::mem::take(&mut outcome.adjuncts.times);
    let told = times.iter().all(|time| matches!(time.role, Role::Base | Role::At));
    if let (false, Some(piece)) = (times.is_empty(), outcome.pieces.first_mut()) {
        piece.anchor = super::Anchor::Earlier;
        piece.times = times.into_iter().map(|time| Time { role: Role::At, ..time }).collect();
    }
    told.then(|| (rest, Tail::new(outcome)))
}

/// "up from 12th to 7th", "down from first to third".
fn from_place_to_place(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    if !c.is(0, words!["up", "down"]) || !c.is(1, words!["from"]) {
        return None;
    }
    let (rest, mut outcome) = rank::from_to(c.skip(1), Frames::RANK, false)?;
    let rest = adjuncts(rest, &mut outcome);
    Some((rest, Tail::new(outcome)))
}

/// "after a 22 % plunge the week before", "after falling 3 % a week earlier": only
/// where it says when that was.
fn after_change<'p>(c: Chunks<'p>, focus: &Np) -> Option<(Chunks<'p>, Tail)> {
    if !c.is(0, words!["after", "following"]) {
        return None;
    }
    let noun = change::change_noun(c.skip(1)).map(|(rest, value, times)| {
        let mut outcome = Outcome::one(Act::Change { value });
        outcome.adjuncts.times = times;
        (rest, outcome)
    });
    let (rest, mut outcome) = noun.or_else(|| {
        let (rest, group) = verb_group(c.skip(1), true).filter(|(_, group)| group.verb.form == Form::Ing)?;
        let plain = !group.negated && !group.passive && group.mood == super::Mood::Plain;
        plain.then(|| change::complement(rest, focus, &group)).flatten()
    })?;
    let rest = skip_in(rest);
    let rest = adjuncts(rest, &mut outcome);
    let told = outcome.adjuncts.first.is_some() || outcome.adjuncts.weeks.is_some();
    let changes = outcome.pieces.iter().all(|piece| matches!(piece.act, Act::Change { .. }));
    let [time] = outcome.adjuncts.times.as_mut_slice() else { return None };
    if told || !changes || !matches!(time.role, Role::Base | Role::At) {
        return None;
    }
    let time = Time { role: Role::At, ..time.clone() };
    outcome.adjuncts.times.clear();
    for piece in &mut outcome.pieces {
        piece.times = vec![time.clone()];
        piece.anchor = super::Anchor::Earlier;
    }
    Some((rest, Tail::new(outcome)))
}

/// "almost double last week's 0.41 trillion": how many times what it was, and what
/// it was.
fn times_what_it_was(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let (Phrase::Ratio(value), Phrase::Time(time)) = (c.phrase(0)?, c.phrase(1)?) else { return None };
    if !c.is(2, words!["'s", "’s"]) || !matches!(time.role, Role::At | Role::Base) {
        return None;
    }
    // "more than double the previous week's figure".
    let figures = matches!(c.noun(3), Some(Noun::Volume | Noun::Total | Noun::Level))
        || c.is(3, words!["figure", "tally"]);
    if figures && crate::en::clause::fronted::is_stop(c, 4) {
        let mut outcome = Outcome::one(Act::Change { value: value.clone() });
        outcome.adjuncts.times = vec![Time { role: Role::Base, ..time.clone() }];
        return Some((c.skip(4), Tail::new(outcome)));
    }
    let (rest, phrase @ Phrase::Amount { .. }) = figure(c.skip(3))? else { return None };
    let before = Time { role: Role::At, ..time.clone() };
    let mut outcome = Outcome::one(Act::Change { value: value.clone() });
    outcome.adjuncts.times = vec![Time { role: Role::Base, ..time.clone() }];
    let was =
        Piece { times: vec![before], anchor: super::Anchor::Earlier, ..Piece::beside(level_of(phrase)?) };
    outcome.pieces.push(was);
    Some((level::skip_unit(rest), Tail::new(outcome)))
}

/// "up from 3.9 trillion".
fn came_from(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let (rest, pieces) = change::came_from(c)?;
    let mut outcome = Outcome { pieces, ..Outcome::default() };
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// "up 8.4 % from the week before".
fn adverbial(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let (rest, value, times) = change::adverbial(c)?;
    let mut outcome = Outcome::one(Act::Change { value });
    outcome.adjuncts.times = times;
    let rest = change::of_then(rest, &mut outcome);
    let rest = change::to_and_from(rest, &mut outcome).unwrap_or(rest);
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// "a 26.22 % decline", "an increase of 8 %".
fn appositive(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let (rest, value, times) = change::change_noun(c)?;
    if value.is_direction() {
        return None;
    }
    let mut outcome = Outcome::one(Act::Change { value });
    outcome.adjuncts.times = times;
    let rest = change::to_and_from(rest, &mut outcome).unwrap_or(rest);
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// "surging by 34.9 %", "accounting for 43 % of the total".
fn participle<'p>(c: Chunks<'p>, focus: &Np) -> Option<(Chunks<'p>, Tail)> {
    // "despite losing 3 %", "by adding 300 billion tokens".
    let beside = c.is(0, words!["despite", "by", "thereby", "while"])
        && c.verb(1).is_some_and(|verb| verb.form == Form::Ing && !verb.frames.any(Frames::BE));
    let c = if beside { c.skip(1) } else { c };
    let (rest, group) = verb_group(c, true)?;
    if group.verb.form != Form::Ing || group.passive {
        return None;
    }
    let (rest, mut outcome) = predicate(rest, focus, &group)?;
    let rest = adjuncts(rest, &mut outcome);
    had_been(c, &mut outcome);
    (!was_then(c, &outcome)).then_some((rest, Tail { outcome, focus: None, group }))
}

/// "…, having been third": before the week that is spoken of.
fn had_been(c: Chunks<'_>, outcome: &mut Outcome) {
    if c.is(0, words!["having"]) && outcome.adjuncts.times.is_empty() {
        let states =
            outcome.pieces.iter_mut().filter(|piece| matches!(piece.act, Act::Rank { movement: None, .. }));
        states.for_each(|piece| piece.earlier = true);
    }
}

/// "…, having fallen to 35 %": by when, only a time of its own would tell.
fn was_then(c: Chunks<'_>, outcome: &Outcome) -> bool {
    let then = |piece: &Piece| !matches!(piece.act, Act::Rank { .. });
    c.is(0, words!["having"]) && outcome.adjuncts.times.is_empty() && outcome.pieces.iter().any(then)
}

/// A finite predicate whose subject is the focus: behind "and", "but", "which",
/// or at the start of a list item.
pub(super) fn finite<'p>(c: Chunks<'p>, focus: &Np) -> Option<(Chunks<'p>, Tail)> {
    if let Some((rest, mut outcome)) = change::stood_still(c) {
        return Some((adjuncts(rest, &mut outcome), Tail::new(outcome)));
    }
    let (rest, group) = verb_group(c, false)?;
    if group.verb.form == Form::Ing && !group.passive && c.verb(0).is_some_and(|verb| verb.form == Form::Ing)
    {
        return None;
    }
    let (rest, mut outcome) = predicate(rest, focus, &group)?;
    let rest = adjuncts(rest, &mut outcome);
    // "Having been fourth a week earlier": what is told behind it is not of that week.
    outcome.adjuncts.local |= c.is(0, words!["having"]);
    had_been(c, &mut outcome);
    (!was_then(c, &outcome)).then_some((rest, Tail { outcome, focus: None, group }))
}

fn skip_in(c: Chunks<'_>) -> Chunks<'_> {
    if c.is(0, words!["in", "during", "for"]) && matches!(c.phrase(1), Some(Phrase::Time(_))) {
        c.skip(1)
    } else {
        c
    }
}

/// "with 4.66 trillion tokens".
fn beside(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let (rest, piece) = level::beside(c)?;
    let mut outcome = Outcome { pieces: vec![Piece { main: true, ..piece }], ..Outcome::default() };
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// ", a new entry at No. 3".
fn newcomer(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let (rest, act) = super::chart::newcomer(c)?;
    let mut outcome = Outcome::one(act);
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// ", the most used model".
fn superlative(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    if !c.is(0, words!["the"]) {
        return None;
    }
    let (rest, mut outcome) = super::superlative::place(c)?;
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// ", the only southern model in the top five".
fn only_one(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let (rest, mut outcome) = super::top::only_one_of(c)?;
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// ", level with X", ", neck and neck with X": as much as it.
fn level_with<'p>(c: Chunks<'p>, focus: &Np) -> Option<(Chunks<'p>, Tail)> {
    let words = c.is(0, words!["level", "even", "neck"]) || c.is(0, words!["on"]) && c.noun(1).is_none();
    let (rest, mut outcome) = words.then(|| super::equal::complement(c, focus)).flatten()?;
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// "or 43 % of the total", "a 43 % share".
fn share_alone(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let c = if c.is(0, words!["with"]) { c.skip(1) } else { c };
    // "good for a 15 % share", "equal to 15 % of the total".
    let equal = c.are(&["good", "for"]) || c.are(&["equal", "to"]) || c.are(&["equivalent", "to"]);
    let c = c.skip(2 * usize::from(equal));
    let (rest, value, of) = share::percentage(c)?;
    if of.is_none() && !share::is_named(c.until(rest.at)) {
        return None;
    }
    let mut outcome = Outcome { pieces: vec![share::piece(value, of)], ..Outcome::default() };
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// "(8-3)" behind a name: last week's place and this week's.
fn two_places(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let (rest, outcome) = super::chart::moved(c)?;
    (rest.is_empty() || rest.is(0, words![")"])).then(|| (rest, Tail::new(outcome)))
}

/// "third with 0.83 trillion" in a bracket or a list item.
fn bare_rank(c: Chunks<'_>, bracket: bool) -> Option<(Chunks<'_>, Tail)> {
    // ", in ninth place", ", at No. 9".
    let inside = c.is(0, words!["in", "at"])
        && matches!(c.phrase(1), Some(Phrase::Place(crate::en::phrase::place::Place::At(_))));
    // ", in fifth, with 1.1 trillion".
    let ordinal = c.is(0, words!["in"]) && matches!(c.phrase(1), Some(Phrase::Ordinal(_)));
    let ends = c.len() == 2 || super::fronted::is_stop(c, 2) || c.is(2, words!["with", "at"]);
    let inside = inside || ordinal && ends;
    let c = c.skip(usize::from(inside && matches!(c.word_before(), "," | "(" | "—" | "–")));
    let (rest, place) = rank::place(c)?;
    let written =
        matches!(c.phrase(0), Some(Phrase::Place(crate::en::phrase::place::Place::At(_)))) || inside;
    if !(bracket || written) || !matches!(place, crate::en::phrase::place::Place::At(_)) {
        return None;
    }
    let mut outcome = Outcome::one(Act::Rank { place, movement: None, among: None });
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn tails() {
        assert_read(&[
            (
                "Alder grew 3.5%, from 2.0 trillion to 2.07 trillion tokens.",
                &[
                    "Alder rose by 3.5 percent",
                    "In the week of 15 June 2026, Alder was 2.0 trillion tokens",
                    "Alder was 2.07 trillion tokens",
                ],
            ),
            (
                "Alder processed 4.19 trillion tokens, twice as much as Birch.",
                &["Alder was 4.19 trillion tokens", "Alder was twice that of Birch"],
            ),
            (
                "Alder slipped to second after nine straight weeks at number one.",
                &[
                    "Alder dropped to number 2 by call volume compared with the week of 15 June 2026",
                    "In the week of 15 June 2026, Alder ranked number 1 by call volume for 9 consecutive weeks",
                ],
            ),
            (
                "Alder kept first place, up 8.2% to 4.19 trillion tokens.",
                &[
                    "Alder stayed at number 1 by call volume compared with the week of 15 June 2026",
                    "Alder rose by 8.2 percent",
                    "Alder was 4.19 trillion tokens",
                ],
            ),
            (
                "Alder led Birch by 1.1 trillion tokens, up from 0.9 trillion.",
                &[
                    "Alder was 1.1 trillion tokens above that of Birch",
                    "In the week of 15 June 2026, Alder was 0.9 trillion tokens above that of Birch",
                ],
            ),
        ]);
    }

    #[test]
    fn a_tail_without_a_subject() {
        assert_listed(&["Up from 3.9 trillion tokens.", "From 2.0 trillion to 2.07 trillion tokens."]);
    }
}
