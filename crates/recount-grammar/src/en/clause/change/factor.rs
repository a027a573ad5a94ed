//! Changes that a verb names as a factor: `doubled its volume`, `more than tripled`, `halved`.

use super::*;

/// "doubled", "more than tripled", "halved".
pub(in crate::en::clause) fn factor<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    let frames = group.verb.frames;
    const TIMES: [(Frames, i128, u128); 8] = [
        (Frames::DOUBLE, 2, 1),
        (Frames::TRIPLE, 3, 1),
        (Frames::QUADRUPLE, 4, 1),
        (Frames::QUINTUPLE, 5, 1),
        (Frames::SEXTUPLE, 6, 1),
        (Frames::OCTUPLE, 8, 1),
        (Frames::DECUPLE, 10, 1),
        (Frames::HALVE, 1, 2),
    ];
    let (_, numerator, denominator) = TIMES.into_iter().find(|(frame, ..)| frames.any(*frame))?;
    let value = multiple(numerator, denominator, group.hedge);
    let value = if frames.any(Frames::HALVE) { halved(value) } else { value };
    let mut outcome = Outcome::one(Act::Change { value });
    // "doubled its volume": the same as "its volume doubled".
    let c = match crate::en::clause::noun_phrase::noun_phrase(c) {
        Some((after, np)) if c.is(0, words!["its", "their"]) => {
            if np.about == About::Nothing || np.share || np.is_named() || np.window == Window::Another {
                return None;
            }
            outcome.adjuncts.about = Some(np.about);
            after
        }
        // "X Doubles Volume": a headline leaves out whose.
        _ if c.noun(0) == Some(Noun::Volume) && crate::en::clause::fronted::clause_ends(c.skip(1)) => {
            outcome.adjuncts.about = Some(About::Generic);
            c.skip(1)
        }
        // "doubled in size".
        _ if c.is(0, words!["in"]) && c.is(1, words!["size", "volume"]) => c.skip(2),
        _ => c,
    };
    // "quadrupled in three weeks to 25 million".
    let (behind, times) = crate::en::clause::adjunct::times(c);
    if behind.at > c.at
        && behind.is(0, words!["to"])
        && let Some(rest) = to_and_from(behind, &mut outcome)
    {
        outcome.adjuncts.times.extend(times);
        return Some((rest, outcome));
    }
    let rest = to_and_from(c, &mut outcome).unwrap_or(c);
    Some((rest, outcome))
}

/// "More than halved" is less than half of it, "nearly halved" a little more:
/// the hedge is about how far it fell.
pub(super) fn halved(value: Quantity) -> Quantity {
    let hedge = match value.hedge {
        Hedge::MoreThan => Hedge::LessThan,
        Hedge::LessThan => Hedge::MoreThan,
        Hedge::AtLeast => Hedge::AtMost,
        Hedge::AtMost => Hedge::AtLeast,
        hedge => hedge,
    };
    let falling = hedge == Hedge::Nearly;
    Quantity { hedge, falling, ..value }
}
