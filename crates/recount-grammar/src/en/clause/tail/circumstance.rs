//! Circumstances that are figures themselves: `despite a 12 % gain to 24,118`, `after
//! the peak of 9,330 in the week of June 8`, `up 3 % on the week and 8 % from a year
//! earlier`.

use super::*;
use crate::en::clause::Anchor;

/// The same in front of its clause.
pub(in crate::en::clause) fn alone(c: Chunks<'_>) -> Option<(Chunks<'_>, Outcome)> {
    let led = usize::from(c.is(0, words!["led"]));
    let found = match led {
        0 if c.are(&["even", "after"]) => told(c.skip(2), false),
        0 => circumstance(c),
        _ => told(c.is(1, words!["by"]).then(|| c.skip(2))?, true),
    };
    found.map(|(rest, tail)| (rest, tail.outcome))
}

/// "despite a 12 % gain to 24,118 copies", "on an 8 % rise".
pub(super) fn circumstance(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let count = match (c.word(0), c.word(1), c.word(2)) {
        ("in", "spite", "of") => 3,
        ("thanks", "to", _) => 2,
        ("on", "the", "back") if c.is(3, words!["of"]) => 4,
        (
            "helped" | "driven" | "boosted" | "powered" | "lifted" | "fuelled" | "fueled" | "buoyed"
            | "propelled" | "dragged" | "hurt" | "hit",
            "by",
            _,
        ) => 2,
        ("despite" | "notwithstanding" | "on" | "amid" | "with", ..) => 1,
        _ => return None,
    };
    told(c.skip(count), c.is(1, words!["by"]))
}

/// The change itself; behind "helped by" only with the one who had it.
fn told(look: Chunks<'_>, owned: bool) -> Option<(Chunks<'_>, Tail)> {
    // "helped by X's 12 % gain".
    let before = crate::en::clause::noun_phrase::owner_named(look).filter(|(_, np)| !np.share);
    let (look, before) = before.map_or((look, None), |(rest, np)| (rest, Some(np)));
    let (rest, value, times) = change::change_noun(look).filter(|(_, value, _)| !value.is_direction())?;
    let mut outcome = Outcome::one(Act::Change { value });
    outcome.adjuncts.times = times;
    // "thanks to a 16 % jump in usage of X": that of X.
    let owner =
        rest.is(0, words!["in", "of", "for", "at", "by"]).then(|| noun_phrase(rest.skip(1))).flatten();
    let owner = owner.filter(|(_, np)| np.is_named() && !np.share).or(before.map(|np| (rest, np)));
    let named = owner.is_some();
    let rest = match owner {
        Some((rest, np)) => {
            outcome.pieces.iter_mut().for_each(|piece| piece.who = Some(np.clone()));
            rest
        }
        None => rest,
    };
    // Whose it was that helped, is not said.
    if !named && owned {
        return None;
    }
    let rest = if named { rest } else { change::to_and_from(rest, &mut outcome).unwrap_or(rest) };
    Some((adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// "after the peak of 9,330 in the week of June 8", "from a high of 4 trillion in
/// May": only where it says when that was.
pub(super) fn after_peak(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let beyond =
        c.is(0, words!["surpassing", "beating", "breaking", "eclipsing", "exceeding", "topping", "above"]);
    if !beyond && !c.is(0, words!["after", "from", "since", "below", "following"]) {
        return None;
    }
    let mut look = c.skip(1);
    while look
        .is(0, words!["the", "a", "an", "its", "their", "recent", "earlier", "previous", "old", "prior"])
    {
        look = look.skip(1);
    }
    let record = look.noun(0) == Some(Noun::Record) && !c.is(0, words!["from", "since", "below"]);
    if !(record || matches!(look.noun(0), Some(Noun::High | Noun::Low))) || !look.is(1, words!["of", "at"]) {
        return None;
    }
    let (rest, phrase @ Phrase::Amount { .. }) = figure(look.skip(2))? else { return None };
    let mut outcome = Outcome::one(level_of(phrase)?);
    let rest = level::skip_unit(rest);
    let rest = rest.skip(usize::from(rest.is(0, words!["set", "reached", "recorded", "hit", "posted"])));
    let rest = adjuncts(rest, &mut outcome);
    let [time] = outcome.adjuncts.times.as_slice() else { return None };
    let then = Time { role: Role::At, ..time.clone() };
    outcome.adjuncts.times.clear();
    for piece in &mut outcome.pieces {
        piece.times = vec![then.clone()];
        piece.anchor = Anchor::Earlier;
    }
    Some((rest, Tail::new(outcome)))
}

/// "[up 3 % on the week] and 8 % from a year earlier": the same way against another
/// time.
pub(in crate::en::clause) fn and_against(c: Chunks<'_>, falling: bool) -> Option<(Chunks<'_>, Outcome)> {
    // "down 3 % on the week but up 8 % from a year earlier".
    let (c, falling) = match c.word(0) {
        "up" | "higher" => (c.skip(1), false),
        "down" | "off" | "lower" => (c.skip(1), true),
        _ => (c, falling),
    };
    let (rest, phrase) = figure(skip_adverbs(c))?;
    let value = super::super::predicate::quantity_of(phrase)?;
    if matches!(phrase, Phrase::Number(_)) || value.falling {
        return None;
    }
    let mut outcome = Outcome::one(Act::Change { value: Quantity { falling, ..value } });
    let mut rest = rest;
    while let Some(Phrase::Time(time)) = rest.phrase(0) {
        outcome.adjuncts.times.push(time.clone());
        rest = rest.skip(1);
    }
    let told = outcome.adjuncts.times.iter().any(|time| time.role == Role::Base);
    told.then_some((rest, outcome))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn circumstances_with_figures() {
        assert_read(&[
            (
                "Alder slipped to second last week despite a 12% gain to 4.2 trillion tokens.",
                &[
                    "Alder dropped to number 2 by call volume compared with the week of 15 June 2026",
                    "Alder rose by 12 percent",
                    "Alder was 4.2 trillion tokens",
                ],
            ),
            (
                "Alder fell for a second consecutive week after the peak of 4.5 trillion in the week of June 8.",
                &[
                    "Alder fell for the 2nd consecutive week",
                    "In the week of 8 June 2026, Alder was 4.5 trillion tokens",
                ],
            ),
            (
                "Alder was up 3% from the week before and 8% from a year earlier.",
                &["Alder rose by 3 percent", "Alder rose by 8 percent from the week of 23 June 2025"],
            ),
            (
                "Alder rose for a fourth straight week to 3.2 trillion tokens.",
                &["Alder rose for the 4th consecutive week", "Alder was 3.2 trillion tokens"],
            ),
            (
                "Alder fell 3% to 4.2 trillion tokens, its first decline in six weeks.",
                &[
                    "Alder fell by 3 percent",
                    "Alder was 4.2 trillion tokens",
                    "Alder fell for the first time in 6 weeks",
                ],
            ),
            (
                "Alder fell 26% from 5.6 trillion tokens in the week of May 18.",
                &[
                    "Alder fell by 26 percent from the week of 18 May 2026",
                    "In the week of 18 May 2026, Alder was 5.6 trillion tokens",
                ],
            ),
            ("It was Alder's fifth straight week of growth.", &["Alder rose for the 5th consecutive week"]),
            (
                "Alder led Birch in each of the last six weeks.",
                &["Alder was above that of Birch for 6 consecutive weeks"],
            ),
            (
                "Alder peaked at No. 2 in the week of June 8.",
                &["In the week of 8 June 2026, Alder ranked number 2 by call volume"],
            ),
        ]);
        assert_listed(&["Alder peaked at No. 2."]);
        assert_read(&[("Alder slipped last week amid a 12% rise in demand.", &["Alder fell", "?"])]);
    }
}
