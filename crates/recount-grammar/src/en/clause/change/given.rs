//! What was given up or back, and where an addition led: `gave up 19 %`, `added 21 % to 2.13
//! trillion`.

use super::*;

/// "gave up 19 %", "gave back two fifths of its volume": a fall.
pub(super) fn given_back<'p>(c: Chunks<'p>, frames: Frames) -> Read<'p> {
    let back = usize::from(c.word_before() == "back");
    let verb = Chunks { at: c.at.checked_sub(back)?, ..c };
    let gives =
        frames.any(Frames::CEDE) && matches!(verb.word_before(), "give" | "gives" | "gave" | "giving");
    if !gives || !verb.is(0, words!["up", "back", "away"]) {
        return None;
    }
    let (rest, phrase) = figure(skip_adverbs(verb.skip(1)))?;
    if !matches!(phrase, Phrase::Percent(_) | Phrase::Amount { .. }) {
        return None;
    }
    let mut outcome = Outcome::one(Act::Change { value: directed(&quantity_of(phrase)?, true) });
    Some((to_amount(of_itself(rest), &mut outcome), outcome))
}

/// "[was] cut in half", "cut by a third to 4 trillion", "halved", "tripled": what was done to it; "raised by a third".
pub(in crate::en::clause) fn cut<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    if group.verb.frames.any(Frames::FACTOR) {
        return factor(c, group);
    }
    let raised = group.verb.frames.any(Frames::RAISE);
    if !raised && !group.verb.frames.any(Frames::CUT) {
        return None;
    }
    let half = !raised
        && c.is(0, words!["in", "by"])
        && c.get(1).is_some_and(|chunk| c.lower(chunk.first) == "half");
    let (rest, value) = if half {
        (c.skip(2), halved(multiple(1, 2, group.hedge)))
    } else {
        let (rest, phrase) = figure(skip_adverbs(c.is(0, words!["by"]).then(|| c.skip(1))?))?;
        let told = matches!(phrase, Phrase::Percent(_) | Phrase::Amount { .. });
        (rest, directed(&quantity_of(phrase).filter(|_| told)?, !raised))
    };
    let mut outcome = Outcome::one(Act::Change { value });
    Some((to_amount(rest, &mut outcome), outcome))
}

/// "[added 4.5 %] to its volume": what is left behind the words that name the figure itself. "Added
/// 2 % to its share" says something else.
pub(super) fn to_itself(c: Chunks<'_>) -> Chunks<'_> {
    if !c.is(0, words!["to"]) || !c.is(1, words!["its", "their"]) {
        return of_itself(c);
    }
    match crate::en::clause::noun_phrase::noun_phrase(c.skip(1)) {
        Some((after, np)) if np.about != About::Nothing && !np.share && !np.is_named() => after,
        _ => c,
    }
}

/// "[added 21 %] to 2.13 trillion": where that led, in an amount. "Added 2 % to its
/// share" says something else.
pub(super) fn to_amount<'p>(c: Chunks<'p>, outcome: &mut Outcome) -> Chunks<'p> {
    let amount =
        |ahead: usize| matches!(figure(skip_adverbs(c.skip(ahead))), Some((_, Phrase::Amount { .. })));
    if c.is(0, words!["to"]) && amount(1) { to_and_from(c, outcome).unwrap_or(c) } else { c }
}
