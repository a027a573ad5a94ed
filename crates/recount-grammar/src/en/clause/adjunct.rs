//! Adjuncts: what may follow a predicate without a comma.

mod among;
mod another;
mod before;
mod degree;
mod enough;
mod measure;
mod nth_week;
mod whole;

use self::among::among;
use self::another::as_recently;
pub(super) use self::another::other_level;
pub(super) use self::measure::measure;
pub(super) use self::nth_week::{is_weekend, nth_week};
pub(super) use self::whole::{every_week, with_record};
use self::whole::{first_week, in_one_week, is_ago, of_all, of_so_much, of_things, so_soon};
use super::adverbs::begins_clause;
use super::aside;
use super::noun_phrase::noun_phrase;
use super::predicate::{Near, Outcome, Piece};
use super::{About, Act, Np, Who, level, rank, together};
use crate::en::lexicon::Noun;
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Role, Time, When};
use crate::en::phrase::{Chunks, Phrase, metric, scope};

/// Words behind which a clause gives a reason or a circumstance: what follows
/// changes nothing about what was said.
pub(super) const REASONS: &[&str] = &[
    "after", "because", "amid", "despite", "thanks", "due", "owing", "following", "driven", "fueled",
    "fuelled", "helped", "boosted", "underscoring", "reflecting", "as", "although", "though", "when", "even",
    "so", "propelled", "powered", "buoyed", "supported", "signaling", "signalling", "highlighting",
    "suggesting", "demonstrating", "according", "citing", "said", "once", "which", "who", "where", "since",
    "ahead", "partly", "largely", "mainly", "reportedly", "allegedly", "unlike", "whereas", "while",
];

/// The times that stand here, one behind the other.
pub(super) fn times(c: Chunks<'_>) -> (Chunks<'_>, Vec<Time>) {
    let mut rest = c;
    let mut times = Vec::new();
    while let Some(Phrase::Time(time)) = rest.phrase(0) {
        times.push(time.clone());
        rest = rest.skip(1);
    }
    (rest, times)
}

/// Reads adjuncts as long as there are any, into `outcome`.
pub(super) fn adjuncts<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Chunks<'p> {
    let mut rest = c;
    while let Some(after) = one(rest, outcome) {
        if after.at <= rest.at {
            break;
        }
        rest = after;
    }
    rest
}

fn one<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    match c.phrase(0)? {
        // "100,000 copies in a week": the week is what the amount counts.
        Phrase::Time(time) if is_one_week(time) && outcome.pieces.last().is_some_and(is_level) => {
            return Some(c.skip(1));
        }
        // "went from sixth to third in just one week".
        Phrase::Time(time) if is_one_week(time) && is_way(&outcome.pieces) => return Some(c.skip(1)),
        // "rose threefold over the past year": from a year before, not in the year
        // of the calendar.
        Phrase::Time(_) if long_way(c).is_some() && outcome.pieces.iter().all(is_change) => {
            outcome.adjuncts.times.extend(long_way(c));
            return Some(c.skip(1));
        }
        Phrase::Time(time) => {
            // "gained a third on the week of June 1".
            let first = outcome.adjuncts.times.is_empty() && outcome.pieces.last().is_some_and(is_change);
            let against = super::change::on_a_week(c, time).filter(|_| first);
            outcome.adjuncts.times.push(against.unwrap_or_else(|| time.clone()));
            outcome.adjuncts.ago |= time.role == Role::Base && is_ago(c);
            return Some(c.skip(1));
        }
        Phrase::Weeks(weeks) => {
            outcome.adjuncts.weeks = outcome.adjuncts.weeks.or(Some(*weeks));
            return Some(c.skip(1));
        }
        // "to a record low of 318 billion tokens".
        Phrase::Record(found)
            if !outcome.pieces.is_empty() && c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "to") =>
        {
            outcome.pieces.push(Piece::beside(Act::Record(found.clone())));
            return Some(amount_of_record(c.skip(1), outcome));
        }
        // "for the first time this year": not "ever", and no week.
        Phrase::First(_) if matches!(c.phrase(1), Some(Phrase::Time(time)) if is_longer(time)) => {
            return None;
        }
        Phrase::First(first) => {
            outcome.adjuncts.first = outcome.adjuncts.first.clone().or_else(|| Some(first.clone()));
            return Some(c.skip(1));
        }
        _ => {}
    }
    if c.is(0, words!["for", "over"]) && matches!(c.phrase(1), Some(Phrase::Weeks(_))) {
        return Some(c.skip(1));
    }
    if let Some((rest, time)) = in_brackets(c) {
        told_in_brackets(c, time, outcome);
        return Some(rest);
    }
    if let Some((rest, piece)) = level::beside(c) {
        let near = near(c, outcome);
        outcome.pieces.push(Piece { near, ..piece });
        return Some(rest);
    }
    if let Some(piece) = with_record(c) {
        outcome.pieces.push(piece);
        return Some(amount_of_record(c.skip(2), outcome));
    }
    more(c, outcome)
}

/// "was ahead of X on 3 trillion", "beat X with 3 trillion": the one whose figure that may be
/// as well as the subject's.
fn near(c: Chunks<'_>, outcome: &Outcome) -> Option<Near> {
    let before = c.at.checked_sub(1).and_then(|before| c.all.get(before))?;
    let Act::Compare { object, .. } = &outcome.pieces.last()?.act else { return None };
    let told = matches!(before.phrase, Phrase::Time(_) | Phrase::Weeks(_) | Phrase::First(_));
    let rather = c.is(0, words!["on", "at"]);
    (!told && object.is_named()).then(|| Near { np: object.clone(), rather })
}

/// What is no phrase of its own.
fn more<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    if let Some(rest) = sum(c, outcome) {
        return Some(rest);
    }
    // "1.62 euros on average": of a flow it is no week's figure.
    if c.are(&["on", "average"]) {
        outcome.adjuncts.average = true;
        return Some(c.skip(2));
    }
    if let Some(rest) = so_soon(c).or_else(|| degree::by_how_far(c, outcome)) {
        return Some(rest);
    }
    // "is not in the top nine either".
    if c.is(0, words!["either"]) && super::fronted::is_stop(c, 1) {
        return Some(c.skip(1));
    }
    if let Some(rest) = before::each_week_before(c, outcome) {
        return Some(rest);
    }
    let turn = aside::aside(c);
    if turn > 0 {
        return Some(c.skip(turn));
    }
    if let Some((rest, piece)) = of_so_much(c, outcome.pieces.last()) {
        outcome.pieces.push(piece);
        return Some(rest);
    }
    if let Some((rest, piece)) =
        to_another(c).or_else(|| of_all(c)).filter(|_| outcome.pieces.last().is_some_and(is_level))
    {
        outcome.pieces.push(piece);
        return Some(rest);
    }
    if let Some(rest) =
        in_one_week(c).filter(|_| !outcome.pieces.is_empty() && outcome.pieces.iter().all(is_move))
    {
        return Some(rest);
    }
    // "rose 5 % for a third week by as much".
    let told = || outcome.adjuncts.weeks.is_some() || outcome.adjuncts.first.is_some();
    if c.are(&["by", "as", "much"]) && !c.is(3, words!["as"]) && told() {
        outcome.adjuncts.as_much = true;
        return Some(c.skip(3));
    }
    if let Some((rest, time, each)) = every_week(c) {
        outcome.adjuncts.every_week |= each;
        outcome.adjuncts.times.push(time);
        return Some(rest);
    }
    if let Some(rest) = first_week(c, outcome) {
        return Some(rest);
    }
    if let Some(rest) = nth_week(c) {
        outcome.adjuncts.nth_week = true;
        outcome.adjuncts.weekend |= is_weekend(c);
        return Some(rest);
    }
    measure(c, outcome)
        .or_else(|| enough::enough_for(c, outcome))
        .or_else(|| share_beside(c, outcome))
        .or_else(|| among(c, outcome))
        .or_else(|| everywhere(c))
        .or_else(|| ahead(c, outcome))
        .or_else(|| as_recently(c, outcome))
}

/// "(June 1 to 7)", "in its debut week (June 1 to 7)": when.
fn in_brackets(c: Chunks<'_>) -> Option<(Chunks<'_>, &Time)> {
    let debut = c.is(0, words!["in"])
        && c.is(1, words!["its", "their"])
        && c.is(2, words!["debut", "first", "opening", "launch"])
        && c.is(3, words!["week"]);
    let look = if debut { c.skip(4) } else { c };
    let Some(Phrase::Time(time)) = look.phrase(1) else { return None };
    let told = look.is(0, words!["("]) && look.is(2, words![")"]) && time.role == Role::At;
    told.then(|| (look.skip(3), time))
}

/// "since late May (week of May 25)" says which time that was; else the time in
/// the brackets is that of the statement.
fn told_in_brackets(c: Chunks<'_>, time: &Time, outcome: &mut Outcome) {
    let behind = c.at.checked_sub(1).and_then(|before| c.all.get(before));
    let told = behind.is_some_and(|chunk| matches!(chunk.phrase, Phrase::Time(_)));
    match outcome.adjuncts.times.last_mut() {
        Some(last) if told && !matches!(last.role, Role::At | Role::AsOf) => last.when = time.when.clone(),
        _ => outcome.adjuncts.times.push(time.clone()),
    }
}

/// "[4 trillion] together", "in total": the sum of several.
fn sum<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    let count = together::behind_figure(c);
    let adds = |piece: &Piece| matches!(piece.act, Act::Level { .. } | Act::Share { .. });
    let found = count > 0 && outcome.pieces.iter().any(adds);
    outcome.adjuncts.together |= found;
    found.then(|| c.skip(count))
}

/// "[a record low] of 318 billion tokens": how much it was.
pub(super) fn amount_of_record<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Chunks<'p> {
    let of = usize::from(c.is(0, words!["of", "at"]));
    match super::predicate::figure(c.skip(of)) {
        Some((rest, phrase @ Phrase::Amount { .. })) => {
            outcome.pieces.extend(super::predicate::level_of(phrase).map(Piece::beside));
            level::skip_unit(rest)
        }
        _ => c,
    }
}

/// "from sixth to third": two places, one after the other.
fn is_way(pieces: &[Piece]) -> bool {
    pieces.len() == 2 && pieces.iter().all(|piece| matches!(piece.act, Act::Rank { .. }))
}

/// A change, or a way from one place to another.
fn is_move(piece: &Piece) -> bool {
    is_change(piece) || matches!(piece.act, Act::Rank { .. })
}

fn is_change(piece: &Piece) -> bool {
    matches!(piece.act, Act::Change { .. })
}

/// "over the past year", "in the last quarter": so long.
pub(super) fn long_way(c: Chunks<'_>) -> Option<Time> {
    let chunk = c.get(0).filter(|chunk| chunk.end == chunk.first + 4)?;
    let word = |ahead: usize| c.lower(chunk.first + ahead);
    if !matches!(word(0), "over" | "in" | "within") || word(1) != "the" || !matches!(word(2), "past" | "last")
    {
        return None;
    }
    let unit = match word(3) {
        "month" => TimeUnit::Month,
        "quarter" => TimeUnit::Quarter,
        "year" => TimeUnit::Year,
        _ => return None,
    };
    let when = When::Back { count: 1, unit, hedge: recount_model::Hedge::Bare };
    Some(Time { role: Role::Within, when })
}

/// "[4 trillion tokens] to X's 3 trillion": the level of another.
fn to_another(c: Chunks<'_>) -> Option<(Chunks<'_>, Piece)> {
    if !c.is(0, words!["to"]) {
        return None;
    }
    let known = |np: &Np| np.is_named() || np.who == Who::Other;
    let (rest, np) = noun_phrase(c.skip(1)).filter(|(_, np)| known(np) && !np.share)?;
    let owned = matches!(rest.word_before(), "'s" | "’s" | "'" | "’");
    let rest = if rest.is(0, words!["'s", "’s", "'", "’"]) { rest.skip(1) } else { rest };
    if !owned && rest.at == c.at {
        return None;
    }
    let phrase = rest.phrase(0).filter(|phrase| matches!(phrase, Phrase::Amount { .. }))?;
    let who = Some(np);
    Some((
        level::skip_unit(rest.skip(1)),
        Piece { who, ..Piece::beside(super::predicate::level_of(phrase)?) },
    ))
}

/// "this year", "this month".
fn is_longer(time: &Time) -> bool {
    let longer = |unit: TimeUnit| unit > TimeUnit::Week;
    time.role == Role::At && matches!(time.when, When::Unit { unit, .. } if longer(unit))
}

fn is_one_week(time: &Time) -> bool {
    let week = matches!(
        time.when,
        When::Back { count: 1, unit: TimeUnit::Week, .. } | When::Back { count: 7, unit: TimeUnit::Day, .. }
    );
    time.role == Role::Within && week
}

fn is_level(piece: &Piece) -> bool {
    matches!(piece.act, Act::Level { .. })
}

/// "by usage", "among the southern models" behind places of the order.
pub(super) fn order<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Chunks<'p> {
    let rest = measure(c, outcome).unwrap_or(c);
    among(rest, outcome).unwrap_or(rest)
}

/// "with a 30 % share [of …]", "for a share of 30 %".
fn share_beside<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    if !c.is(0, words!["with", "for", "at"]) {
        return None;
    }
    let (rest, value, of) = super::share::percentage(c.skip(1))?;
    let noun = of.is_some() || super::share::is_named(c.until(rest.at));
    let (whole, top) = of.map_or((None, None), |of| (of.whole, of.top));
    noun.then(|| {
        outcome.pieces.push(Piece::beside(Act::Share { value, whole, top }));
        rest
    })
}

/// "globally", "on the platform", "in the world", "in the ranking": no
/// restriction.
pub(super) fn everywhere(c: Chunks<'_>) -> Option<Chunks<'_>> {
    // "grew yet was overtaken": a clause of its own.
    let joins = c.is(0, words!["yet", "so"]) && c.verb(1).is_some() || begins_clause(c);
    if c.entry(0).adverb && c.verb(0).is_none() && !c.is(0, words!["up", "down", "before"]) && !joins {
        return Some(c.skip(1));
    }
    if !c.is(0, words!["on", "in", "across", "of", "at", "from", "via", "through"]) {
        return None;
    }
    if let Some(rest) = at_source(c.skip(1)) {
        return Some(board_of(rest).unwrap_or(rest));
    }
    if let Some(rest) = of_things(c) {
        return Some(rest);
    }
    if c.is(0, words!["on", "of"]) && c.is(1, words!["its", "their"]) && c.is(2, words!["own"]) {
        return Some(c.skip(3));
    }
    // "in a quieter week" says no more than when; "in a typical week" does.
    let usual =
        c.is(2, words!["typical", "normal", "average", "usual", "given", "single", "good", "bad", "busy"]);
    if usual {
        return None;
    }
    if c.is(0, words!["in"])
        && c.is(1, words!["a", "another"])
        && (c.is(2, words!["week"]) || c.is(3, words!["week"]))
    {
        return Some(if c.is(2, words!["week"]) { c.skip(3) } else { c.skip(4) });
    }
    let mut look = c.skip(1);
    while look.is(0, words!["the", "that", "this", "entire", "whole", "global", "overall", "same", "wider"]) {
        look = look.skip(1);
    }
    // "on a key platform".
    let unknown = look.entry(0).verb.is_none() && look.entry(0).noun.is_none() && !look.entry(0).adverb;
    let adjective = look.is(0, words!["a", "one"]) || unknown && look.noun(1) == Some(Noun::Field);
    let look_behind = if look.is(0, words!["a", "one"]) { look.skip(1) } else { look };
    if adjective
        && look_behind.noun(1) == Some(Noun::Field)
        && !look_behind.word(0).is_empty()
        && c.is(0, words!["on"])
    {
        return Some(look_behind.skip(2));
    }
    if let Some(found) = described_field(look) {
        return Some(found);
    }
    let board = |look: Chunks<'_>| {
        matches!(look.phrase(0), Some(Phrase::Place(super::super::phrase::place::Place::Board)))
            || look.noun(0) == Some(Noun::Board)
    };
    // "on the individual model ranking".
    while look.is(0, words!["individual", "single", "weekly", "latest", "model", "ai"]) && !board(look) {
        look = look.skip(1);
    }
    if board(look) {
        return Some(of_each(look.skip(1)));
    }
    (look.noun(0) == Some(Noun::Field) || is_field(look)).then(|| look.skip(1))
}

/// "[on] the popular third-party aggregation platform": still all of it, whatever is said of it.
fn described_field(c: Chunks<'_>) -> Option<Chunks<'_>> {
    const PRAISE: &crate::token::Words = words![
        "popular", "major", "leading", "key", "large", "largest", "big", "biggest", "well-known", "widely",
        "neutral", "independent", "third-party", "prominent", "influential", "busy", "busiest",
    ];
    let look = c.skip(usize::from(c.is(0, words!["a", "one"])));
    if !look.is(0, PRAISE) {
        return None;
    }
    let field = (1..6).find(|ahead| look.noun(*ahead) == Some(Noun::Field))?;
    let plain = |ahead: usize| {
        let entry = look.entry(ahead);
        matches!(look.phrase(ahead), Some(Phrase::Word(_) | Phrase::Adjective(_)))
            && entry.noun.is_none()
            && !entry.source
            || look.is(ahead, words!["-", "–"])
    };
    (1..field).all(plain).then(|| look.skip(field + 1))
}

/// "[at the top] of the ranking": behind the list.
pub(super) fn board_behind(c: Chunks<'_>) -> Chunks<'_> {
    let listed = c.is(0, words!["of"])
        && matches!(c.phrase(1), Some(Phrase::Place(super::super::phrase::place::Place::Board)));
    c.skip(2 * usize::from(listed))
}

/// "[in the ranking] of individual models": of all of them.
fn of_each(c: Chunks<'_>) -> Chunks<'_> {
    let single = c.is(0, words!["of"]) && c.is(1, words!["individual", "single", "all"]);
    single.then(|| super::noun_phrase::thing(c.skip(2))).flatten().unwrap_or(c)
}

/// "[the source]'s weekly ranking": the list that is told of anyway.
pub(super) fn board_of(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let mut look = c.is(0, words!["'s", "’s", "'", "’"]).then(|| c.skip(1))?;
    for _ in 0..3 {
        if matches!(look.phrase(0), Some(Phrase::Place(super::super::phrase::place::Place::Board)))
            || look.noun(0) == Some(Noun::Board)
        {
            return Some(look.skip(1));
        }
        let counted = matches!(look.phrase(0), Some(Phrase::Name(names)) if metric(names).is_some());
        let generic = look.noun(0) == Some(Noun::Volume);
        if !(counted || generic || look.entry(0).known || look.is(0, words!["weekly", "global", "overall"])) {
            return None;
        }
        look = look.skip(1);
    }
    None
}

/// A name such as "the platform", which means everything.
pub(super) fn is_field(c: Chunks<'_>) -> bool {
    let Some(chunk) = c.get(0).filter(|chunk| matches!(chunk.phrase, Phrase::Name(_))) else {
        return false;
    };
    let last = chunk.end.checked_sub(1).map_or("", |token| c.lower(token));
    crate::en::lexicon::look_up(last).noun == Some(Noun::Field)
}

/// The name of the source of the figures, with "the" and a noun: "the X
/// platform".
pub(super) fn at_source(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let mut look = if c.is(0, words!["the"]) { c.skip(1) } else { c };
    let start = look.at;
    while look.entry(0).source {
        look = look.skip(1);
    }
    if look.at == start {
        return None;
    }
    if matches!(look.noun(0), Some(Noun::Field | Noun::Board)) {
        look = look.skip(1);
    }
    // "the source's pipes".
    let owned = look.is(0, words!["'s", "’s"])
        && look.is(1, words!["pipes", "servers", "routers", "network", "systems", "platform"]);
    Some(look.skip(2 * usize::from(owned)))
}

/// "ahead of X [at 4.48 trillion]" behind another predicate.
fn ahead<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Option<Chunks<'p>> {
    if !c.is(0, words!["ahead", "behind"]) {
        return None;
    }
    let (rest, act) = super::compare::position(c)?;
    let Act::Compare { object, .. } = &act else {
        return None;
    };
    let object = object.clone();
    outcome.pieces.push(Piece::beside(act));
    other_level(rest, &object, outcome).or(Some(rest))
}
