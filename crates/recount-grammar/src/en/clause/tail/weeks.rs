//! Tails of several weeks: "after seven straight weeks of growth".

use super::*;
use crate::en::clause::Anchor;
use crate::en::clause::noun_phrase::owner_named;

/// "after seven straight weeks of growth".
pub(super) fn growth_weeks(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let before = weeks_before(c).map(|(rest, mut outcome)| match ends_run(c) {
        // "and ended a run of four weekly gains last week".
        true => (adjuncts(rest, &mut outcome), outcome),
        false => (rest, outcome),
    });
    // "; after five weeks of growth, X …": of X.
    let front = |rest: Chunks<'_>| {
        matches!(c.word_before(), ";" | "and" | "but" | "while" | "whereas")
            && rest.is(0, words![","])
            && matches!(rest.phrase(1), Some(Phrase::Name(_)))
    };
    if before.as_ref().is_some_and(|(rest, _)| front(*rest)) {
        return None;
    }
    let (rest, mut outcome) = before.or_else(|| growth::straight_gains(c)).or_else(|| weeks_of_growth(c))?;
    // "the fourth straight week of growth for X".
    let whose = rest.is(0, words!["for"]).then(|| noun_phrase(rest.skip(1))).flatten();
    if let Some((rest, np)) = whose.filter(|(_, np)| np.is_named() && !np.share) {
        outcome.pieces.iter_mut().for_each(|piece| piece.who = Some(np.clone()));
        return Some((rest, Tail::new(outcome)));
    }
    Some((rest, Tail::new(outcome)))
}

/// "after seven straight weeks of growth", "snapping a five-week streak of
/// gains": up to the week before.
pub(in crate::en::clause) fn weeks_before(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    if !c.is(0, words!["after", "following"]) && !ends_run(c) {
        return None;
    }
    run_before(c.skip(1))
}

/// A verb that ends weeks running: "ending", "snapped".
pub(in crate::en::clause) fn ends_run(c: Chunks<'_>) -> bool {
    const ENDS: &crate::token::Words = words![
        "end", "ends", "ended", "ending", "snap", "snaps", "snapped", "snapping", "break", "breaks", "broke",
        "broken", "breaking", "halt", "halts", "halted", "halting", "arrest", "arrested", "arresting",
        "interrupt", "interrupts", "interrupted", "interrupting", "stop", "stops", "stopped", "stopping",
        "reverse", "reverses", "reversed", "reversing",
    ];
    c.is(0, ENDS)
}

/// "[after] seven straight weeks of growth", "[ended] a run of five weekly gains", "[snapped]
/// X's nine-week run at the top": up to the week before.
pub(in crate::en::clause) fn run_before(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let c = c.skip(usize::from(c.is(0, words!["spending", "sitting", "having"])));
    if let Some(found) = leading_for(c) {
        return Some(found);
    }
    // "ending X's nine-week run at the top".
    let (look, who) = owner_named(c).map_or((c, None), |(rest, np)| (rest, Some(np)));
    let article = usize::from(look.is(0, words!["a", "the", "its", "their"]));
    let (rest, mut outcome) = growth::straight_gains(look)
        .or_else(|| weeks_of_growth(look))
        .or_else(|| run_of_gains(look))
        .or_else(|| rank::weeks_at(look.skip(article)))?;
    let behind = rest.is(0, words!["for", "by", "of"]).then(|| noun_phrase(rest.skip(1))).flatten();
    let (rest, who) = match behind.filter(|(_, np)| np.is_named() && who.is_none()) {
        Some((rest, np)) => (rest, Some(np)),
        None => (rest, who),
    };
    // "after two weeks at number two": in a row.
    let weeks = outcome.adjuncts.weeks.take();
    let weeks = weeks.map(|weeks| WeeksRunning { cumulative: false, consecutive: true, ..weeks });
    for piece in &mut outcome.pieces {
        piece.anchor = Anchor::Before;
        piece.weeks = weeks;
        piece.who.clone_from(&who);
    }
    Some((rest, outcome))
}

/// "a five-week streak of gains", "seven straight weeks of growth".
fn weeks_of_growth(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let look = if c.is(0, words!["a", "an", "the", "its", "their"]) { c.skip(1) } else { c };
    // "after seven weeks of gains".
    let weeks = crate::en::phrase::weeks::running(look.phrase(0)?)?;
    let (rest, falling) =
        weeks_of(look.skip(1)).or_else(|| losing(look)).or_else(|| growth::rise_or_fall(look.skip(1)))?;
    let mut outcome = Outcome::one(Act::Change { value: Quantity::direction(falling, Unit::Percent) });
    outcome.adjuncts.weeks = Some(WeeksRunning { cumulative: weeks.cumulative && weeks.ordinal, ..weeks });
    Some((rest, outcome))
}

/// "a two-week losing streak": does it fall?
fn losing(c: Chunks<'_>) -> Option<(Chunks<'_>, bool)> {
    let chunk = c.get(0)?;
    let said = |word: &str| (chunk.first..chunk.end).any(|token| c.lower(token) == word);
    match () {
        () if said("losing") => Some((c.skip(1), true)),
        () if said("winning") || said("growth") => Some((c.skip(1), false)),
        () => None,
    }
}

/// "a run of five straight weekly gains", "a streak of four weeks of declines", "a string of
/// weekly losses": only where it says how many.
fn run_of_gains(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let look = c.skip(usize::from(c.is(0, words!["a", "an", "the", "its", "their"])));
    let run = look.noun(0) == Some(Noun::Streak) || look.is(0, words!["series", "sequence"]);
    if !run || !look.is(1, words!["of"]) {
        return None;
    }
    let look = look.skip(2);
    if let Some(found) = growth::straight_gains(look).or_else(|| weeks_of_growth(look)) {
        return Some(found);
    }
    // "a run of five weekly gains" is one in a row.
    let Phrase::Number(count) = look.phrase(0)? else { return None };
    let look = look.is(1, words!["weekly"]).then(|| look.skip(2))?;
    let (look, falling) = growth::rise_or_fall(look)?;
    (*count > 1).then(|| (look, growth::in_a_row(falling, *count, false)))
}

/// "[after] topping the chart for three weeks", "leading for a month": in a row, up to the
/// week before.
fn leading_for(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    use crate::en::phrase::place::Place;
    let leads = |verb: crate::en::lexicon::Verb| verb.form == Form::Ing && verb.frames.any(Frames::LEAD);
    let look = c.verb(0).is_some_and(leads).then(|| c.skip(1))?;
    let look = look.skip(usize::from(matches!(look.phrase(0), Some(Phrase::Place(Place::Board)))));
    let look = look.skip(usize::from(look.is(0, words!["for"])));
    let weeks = crate::en::phrase::weeks::running(look.phrase(0)?)?;
    let mut outcome = Outcome::one(Act::Rank { place: Place::At(1), movement: None, among: None });
    let weeks = WeeksRunning { cumulative: false, consecutive: true, ..weeks };
    outcome.pieces.iter_mut().for_each(|piece| {
        piece.anchor = Anchor::Before;
        piece.weeks = Some(weeks);
    });
    (!weeks.ordinal).then(|| (look.skip(1), outcome))
}

/// "of double-digit growth": by ten percent at least, and which way.
pub(in crate::en::clause) fn weeks_of_so_much(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity)> {
    let double = c.is(0, words!["of"]) && c.is(1, words!["double"]);
    let digit = double && crate::token::is_hyphen(c.word(2)) && c.is(3, words!["digit"]);
    let (rest, falling) = growth::rise_or_fall(digit.then(|| c.skip(4))?)?;
    let rest = rest.skip(usize::from(rest.is(0, words!["rates"])));
    let ten = Quantity { hedge: recount_model::Hedge::AtLeast, ..Quantity::whole(10, Unit::Percent) };
    Some((rest, crate::en::clause::predicate::directed(&ten, falling)))
}

/// "of growth", "of decline": does it fall?
pub(in crate::en::clause) fn weeks_of(c: Chunks<'_>) -> Option<(Chunks<'_>, bool)> {
    if !c.is(0, words!["of"]) {
        return None;
    }
    let mut look = c.skip(1);
    while look.is(0, words!["weekly", "steady", "continuous", "positive", "sustained"]) {
        look = look.skip(1);
    }
    growth::rise_or_fall(look).or_else(|| of_falling_figures(look))
}

/// "[three weeks of] falling prices": nobody's in particular.
fn of_falling_figures(c: Chunks<'_>) -> Option<(Chunks<'_>, bool)> {
    let verb = c.verb(0).filter(|verb| verb.form == Form::Ing)?;
    let (rest, np) = noun_phrase(c.skip(1))?;
    let figure = !np.is_named() && np.about != crate::en::clause::About::Nothing && !np.share;
    match (verb.frames.any(Frames::UP), verb.frames.any(Frames::DOWN)) {
        (true, false) if figure => Some((rest, false)),
        (false, true) if figure => Some((rest, true)),
        _ => None,
    }
}

/// "[X:] three weeks at No. 1".
pub(super) fn weeks_alone(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let (rest, mut outcome) = rank::weeks_at(c)?;
    let own = outcome.adjuncts.weeks.is_some_and(|weeks| weeks.ordinal);
    // ", nine weeks at No. 1" may be over.
    let behind = c.word_before() != "," || own;
    behind.then(|| (adjuncts(rest, &mut outcome), Tail::new(outcome)))
}
