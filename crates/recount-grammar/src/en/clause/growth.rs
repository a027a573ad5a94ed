//! Growth as a noun: `X's growth slowed to 8 %`, `its weekly decline was 3 %`,
//! `its fifth straight weekly gain`, `five straight weekly gains`.

mod caused;
mod continued;
mod ended;
mod first;

use recount_model::{Quantity, Unit, Weeks};

pub(super) use self::caused::caused;
use self::continued::continued;
pub(super) use self::ended::{came_to_an_end, ended};
pub(super) use self::first::first_change;

use super::noun_phrase::noun_phrase;
use super::predicate::{Outcome, Piece, Read, directed, figure};
use super::verb_group::{Group, skip_adverbs, verb_group};
use super::{About, Act, Anchor, Np};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::quantity::TimeUnit;
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::weeks::WeeksRunning;
use crate::en::phrase::{Chunks, Phrase};

/// A clause whose subject is a rise or a fall.
///
/// Reads: "X's growth slowed to 8 %", "growth of X was 8 %", "its week-on-week
/// decline reached 3 percent". Does not read: "growth slowed by 3 points", "its
/// growth was the fastest".
pub(super) fn clause(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    let (rest, np) = owner(c)?;
    let (rest, falling, mut times) = noun(rest)?;
    let (rest, np) = match np {
        Some(np) => (rest, np),
        None if rest.is(0, words!["of", "in", "for", "at"]) => {
            noun_phrase(rest.skip(1)).filter(|(_, np)| np.is_named() && !np.share)?
        }
        None => (rest, Np::carried(c.span(c.at, c.at + 1))),
    };
    let rest = more_times(rest, &mut times);
    if let Some((rest, outcome)) = against_another(rest, falling, &mut times) {
        return Some((rest, np, outcome, Group::PLAIN));
    }
    let (rest, group) = verb_group(rest, false)?;
    // "The decline ended a run of five gains", "The rise comes after three weeks of declines".
    let plain = !group.negated && !group.passive && group.mood == super::Mood::Plain;
    let verb = Chunks { at: rest.at.saturating_sub(1), ..rest };
    let run = match () {
        () if !plain => None,
        () if super::tail::ends_run(verb) => super::tail::run_before(rest),
        () if verb.is(0, words!["comes", "came", "come"]) => super::tail::weeks_before(rest),
        () if verb.is(0, words!["follows", "followed"]) => super::tail::run_before(rest),
        () => continued(rest, falling),
    };
    if let Some((rest, mut outcome)) = run {
        outcome.adjuncts.times.append(&mut times);
        return Some((rest, np, outcome, group));
    }
    let moves = Frames::UP.and(Frames::DOWN).and(Frames::WIDEN);
    let says = moves.and(Frames::BE).and(Frames::LEVEL).and(Frames::STAY).and(Group::BOUNDS);
    if group.passive || !group.verb.frames.any(says) {
        return None;
    }
    let look = skip_adverbs(rest);
    let look = match look.is(0, words!["to", "at"]) {
        true => look.skip(1),
        false if group.verb.frames.any(moves) && look.is(0, words!["from"]) => look,
        false if group.verb.frames.any(moves) => return None,
        false => look,
    };
    let (rest, mut pieces) = rates(look, falling)?;
    // "exceeded 8 %".
    if let Some(Piece { act: Act::Change { value }, .. }) = pieces.iter_mut().rfind(|piece| piece.main) {
        *value = group.bounded(value.clone());
    }
    let mut outcome = Outcome { pieces, ..Outcome::default() };
    outcome.adjuncts.times = times;
    Some((rest, np, outcome, group))
}

/// "[X's growth] of 8 % compares with a decline of 3 % for Y": both.
fn against_another<'p>(c: Chunks<'p>, falling: bool, times: &mut Vec<Time>) -> Read<'p> {
    let look = c.skip(usize::from(c.is(0, words!["of"])));
    let (rest, phrase @ Phrase::Percent(_)) = figure(look)? else { return None };
    let mut told = Vec::new();
    let rest = more_times(rest, &mut told);
    let count = match (rest.word(0), rest.word(1)) {
        ("compares" | "compared" | "contrasts" | "contrasted" | "compare", "with" | "to") => 2,
        _ => return None,
    };
    let (rest, other, other_times) =
        super::change::change_noun(rest.skip(count)).filter(|(_, value, _)| !value.is_direction())?;
    let (rest, np) =
        noun_phrase(rest.is(0, words!["for", "in", "by", "at", "of", "among"]).then(|| rest.skip(1))?)?;
    let value = directed(&super::predicate::quantity_of(phrase)?, falling);
    let mut outcome = Outcome::one(Act::Change { value });
    outcome.pieces.push(Piece {
        who: Some(np.clone()),
        times: other_times,
        ..Piece::main(Act::Change { value: other })
    });
    let fits = np.is_named() && !np.share;
    if fits {
        outcome.adjuncts.times.append(times);
        outcome.adjuncts.times.append(&mut told);
    }
    fits.then_some((rest, outcome))
}

/// "There was a rise of 5 % in X's volume".
pub(super) fn there_was(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome)> {
    let (rest, group) = verb_group(c.is(0, words!["there"]).then(|| c.skip(1))?, false)?;
    if group.negated
        || group.passive
        || !group.verb.frames.any(Frames::BE)
        || group.mood != super::Mood::Plain
    {
        return None;
    }
    let (rest, value, times) =
        super::change::change_noun(rest).filter(|(_, value, _)| !value.is_direction())?;
    let (rest, np) = noun_phrase(rest.is(0, words!["in", "for", "at", "of"]).then(|| rest.skip(1))?)?;
    let mut outcome = Outcome::one(Act::Change { value });
    outcome.adjuncts.times = times;
    (np.is_named() && !np.share).then_some((rest, np, outcome))
}

/// "8 %", "8 % from 3 %", "from 3 % to 8 %": the rate, and the one before.
fn rates(c: Chunks<'_>, falling: bool) -> Option<(Chunks<'_>, Vec<Piece>)> {
    if let Some((rest, old)) = before(c, falling) {
        let (rest, now) = rate(rest.is(0, words!["to"]).then(|| rest.skip(1))?, falling)?;
        return Some((rest, vec![old, Piece { anchor: Anchor::End, ..Piece::main(now) }]));
    }
    let (rest, now) = rate(c, falling)?;
    let now = Piece::main(now);
    // "to 11.3 % last week from 4 % the week before".
    let mut times = Vec::new();
    let told = match rest.phrase(0) {
        Some(Phrase::Time(time)) if time.role == Role::At && rest.is(1, words!["from"]) => {
            times.push(time.clone());
            rest.skip(1)
        }
        _ => rest,
    };
    Some(match before(told, falling) {
        Some((rest, old)) => (rest, vec![old, Piece { times, ..now }]),
        None => (rest, vec![now]),
    })
}

fn rate(c: Chunks<'_>, falling: bool) -> Option<(Chunks<'_>, Act)> {
    match figure(skip_adverbs(c))? {
        (rest, Phrase::Percent(value)) => Some((rest, Act::Change { value: directed(value, falling) })),
        _ => None,
    }
}

/// "from 3 % [in May]".
fn before(c: Chunks<'_>, falling: bool) -> Option<(Chunks<'_>, Piece)> {
    let (rest, act) = rate(c.is(0, words!["from"]).then(|| c.skip(1))?, falling)?;
    let mut times = Vec::new();
    let after = more_times(rest, &mut times);
    let anchor = if times.is_empty() { Anchor::Before } else { Anchor::Clause };
    Some((after, Piece { anchor, times, ..Piece::beside(act) }))
}

/// Whose growth it is: "X's", "its", or nobody yet.
fn owner(c: Chunks<'_>) -> Option<(Chunks<'_>, Option<Np>)> {
    if c.is(0, words!["its", "their"]) {
        return Some((c.skip(1), Some(Np::carried(c.span(c.at, c.at + 1)))));
    }
    let article = usize::from(c.is(0, words!["the"]));
    if is_growth(c.skip(article)) {
        return Some((c.skip(article), None));
    }
    let (rest, np) = noun_phrase(c).filter(|(_, np)| np.is_named() && np.about == About::Nothing)?;
    if matches!(rest.word_before(), "'s" | "’s" | "'" | "’") {
        return Some((rest, Some(np)));
    }
    rest.is(0, words!["'s", "’s", "'", "’"]).then(|| (rest.skip(1), Some(np)))
}

/// Does "[weekly] growth [rate]" begin here?
fn is_growth(c: Chunks<'_>) -> bool {
    noun(c).is_some()
}

/// "weekly growth rate", "week-on-week decline": does it fall, and the times in
/// it.
fn noun(c: Chunks<'_>) -> Option<(Chunks<'_>, bool, Vec<Time>)> {
    let mut rest = c;
    let mut times = Vec::new();
    loop {
        match rest.phrase(0) {
            Some(Phrase::Time(time)) if time.role == Role::Base => times.push(time.clone()),
            _ if rest.is(0, words!["weekly", "overall", "latest", "usage", "volume"]) => {}
            _ => break,
        }
        rest = rest.skip(1);
    }
    let (rest, falling) = rise_or_fall(rest)?;
    let rest = if rest.is(0, words!["rate"]) { rest.skip(1) } else { rest };
    Some((rest, falling, times))
}

fn more_times<'p>(c: Chunks<'p>, times: &mut Vec<Time>) -> Chunks<'p> {
    let mut rest = c;
    while let Some(Phrase::Time(time)) = rest.phrase(0) {
        times.push(time.clone());
        rest = rest.skip(1);
    }
    rest
}

/// "its fifth straight weekly gain", "five straight weekly gains", "back-to-back
/// weekly declines", "a third weekly decline in a row".
pub(super) fn straight_gains<'p>(c: Chunks<'p>) -> Read<'p> {
    // "the model's third decline in a row".
    let thing = c.is(0, words!["the"]) && c.noun(1) == Some(Noun::Thing) && c.is(2, words!["'s", "’s"]);
    let article = usize::from(c.is(0, words!["its", "their", "a", "the", "an"]));
    let look = c.skip(if thing { 3 } else { article });
    let (count, ordinal, mut look) = match look.phrase(0)? {
        Phrase::Ordinal(n) => (*n, true, look.skip(1)),
        Phrase::Number(n) => (*n, false, look.skip(1)),
        _ => (2, false, back_to_back(look)?),
    };
    let mut row = !ordinal && look.at > c.at && matches!(look.word_before(), "back");
    if look.is(0, words!["straight", "consecutive", "successive"]) {
        row = true;
        look = look.skip(1);
    }
    let weekly = look.is(0, words!["weekly"]);
    look = look.skip(usize::from(weekly));
    while look.entry(0).adverb || look.is(0, words!["modest", "small", "strong", "steep", "sharp", "large"]) {
        look = look.skip(1);
    }
    let (after, falling) = rise_or_fall(look)?;
    look = after;
    if look.are(&["in", "a", "row"]) {
        row = true;
        look = look.skip(3);
    } else if look.are(&["in", "succession"]) || look.are(&["on", "end"]) {
        row = true;
        look = look.skip(2);
    } else if look.are(&["on", "the", "trot"]) {
        row = true;
        look = look.skip(3);
    } else if look.is(0, words!["running"]) {
        row = true;
        look = look.skip(1);
    } else if look.are(&["in", "as", "many", "weeks"]) {
        // "its third gain in as many weeks": in each of them.
        row = true;
        look = look.skip(4);
    }
    (row && count > 1).then(|| (look, in_a_row(falling, count, ordinal)))
}

/// "[weekly] gains", "decline": does it fall?
pub(super) fn rise_or_fall(c: Chunks<'_>) -> Option<(Chunks<'_>, bool)> {
    match c.noun(0)? {
        Noun::Rise => Some((c.skip(1), false)),
        Noun::Fall => Some((c.skip(1), true)),
        _ => None,
    }
}

/// A rise or a fall in so many weeks in a row, or for the nth of them.
pub(super) fn in_a_row(falling: bool, count: u32, ordinal: bool) -> Outcome {
    let mut outcome = Outcome::one(Act::Change { value: Quantity::direction(falling, Unit::Percent) });
    outcome.adjuncts.weeks = Some(WeeksRunning {
        weeks: Weeks::Exactly(count),
        ordinal,
        cumulative: false,
        consecutive: true,
        in_all: false,
        unit: TimeUnit::Week,
    });
    outcome
}

/// "it was X's fifth straight weekly gain", "this was the fifth straight weekly
/// gain for X".
pub(super) fn gain_of(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome)> {
    if !c.is(0, words!["it", "this", "that"]) {
        return None;
    }
    let (rest, group) = verb_group(c.skip(1), false)?;
    // "That makes it three consecutive weeks of growth for X".
    let makes = group.verb.frames.any(Frames::ENTER) && rest.is(0, words!["it"]);
    if group.negated || !(makes || group.verb.frames.any(Frames::BE.and(Frames::MARK))) {
        return None;
    }
    let rest = rest.skip(usize::from(makes));
    let found = straight_gains(rest).or_else(|| super::change::weeks_of_change(rest));
    if let Some((rest, outcome)) = found {
        let (rest, np) = if rest.is(0, words!["for", "of"]) {
            noun_phrase(rest.skip(1))?
        } else {
            (rest, Np::carried(c.span(c.at, rest.at)))
        };
        return Some((rest, np, outcome));
    }
    if let Some((rest, np, outcome)) = first_change(rest) {
        let np = np.unwrap_or_else(|| Np::carried(c.span(c.at, rest.at)));
        return Some((rest, np, outcome));
    }
    let (rest, np) = noun_phrase(rest).filter(|(_, np)| np.is_named())?;
    let rest = if rest.is(0, words!["'s", "’s", "'", "’"]) { rest.skip(1) } else { return None };
    let (rest, outcome) = straight_gains(rest)?;
    Some((rest, np, outcome))
}

/// "back-to-back", with or without hyphens; behind a verb its first word has
/// been passed over as an adverb.
fn back_to_back(c: Chunks<'_>) -> Option<Chunks<'_>> {
    let c =
        if c.is(0, words!["back"]) || c.word_before() != "back" { c } else { Chunks { at: c.at - 1, ..c } };
    if c.are(&["back", "-", "to", "-", "back"]) {
        return Some(c.skip(5));
    }
    c.are(&["back", "to", "back"]).then(|| c.skip(3))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn growth_is_a_change() {
        let rise: &[&str] = &["Alder rose by 8 percent"];
        let fifth: &[&str] = &["Alder rose for the 5th consecutive week"];
        assert_read(&[
            ("Alder's growth slowed to 8% last week.", rise),
            ("Alder's weekly growth was 8%.", rise),
            ("Alder's 8% growth was the fastest last week.", rise),
            ("Growth in Alder's volume reached 8% last week.", rise),
            ("Alder's week-on-week decline was 3%.", &["Alder fell by 3 percent"]),
            ("Alder posted a fifth straight weekly gain.", fifth),
            ("It was Alder's fifth consecutive weekly gain.", fifth),
            ("Alder suffered back-to-back weekly declines.", &["Alder fell for 2 consecutive weeks"]),
            (
                "Alder fell 3%, its second straight decline.",
                &["Alder fell by 3 percent", "Alder fell for the 2nd consecutive week"],
            ),
            (
                "After five straight weeks of growth, Alder fell 3% last week.",
                &[
                    "In the week of 15 June 2026, Alder rose from the week of 8 June 2026 for 5 consecutive weeks",
                    "Alder fell by 3 percent",
                ],
            ),
        ]);
    }

    #[test]
    fn growth_of_which_no_rate_is_said() {
        assert_listed(&[
            "Alder's growth slowed by 3 points last week.",
            "Alder's growth doubled to 4.19 trillion tokens last week.",
        ]);
    }
}
