//! Multiples of another one: `was 1.81 times that of X`, `handled twice as much as X`,
//! `five times that amount`.

use recount_model::{Figure, Quantity};

use crate::en::clause::fronted::is_stop;
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::predicate::{Outcome, Piece, Read, figure, level_of, multiple};
use crate::en::clause::verb_group::skip_adverbs;
use crate::en::clause::{About, Act, Anchor, Np, Who, Window, gap, level};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::time::{Role, Time};
use crate::en::phrase::{Chunks, Phrase};
use crate::token::Words;

/// "1.81 times [as much as | that of | the volume of] X", "double X's".
pub(super) fn ratio<'p>(c: Chunks<'p>, value: &Quantity, subject: &Np) -> Read<'p> {
    // "It was 4.2 to one a week ago": of two sides, not of what it was itself.
    if c.at.checked_sub(1).is_some_and(|at| gap::ratio::is_of_one(Chunks { at, ..c })) {
        return None;
    }
    let (rest, mut outcome) = of_what(c, value, subject)?;
    outcome.adjuncts.times_more |= c.is(0, MORE);
    Some((rest, outcome))
}

/// "[half] as many tokens again as X": one and a half times as much.
pub(super) fn again<'p>(c: Chunks<'p>, part: &Quantity, subject: &Np) -> Read<'p> {
    if !c.is(0, words!["as"]) || !c.is(1, words!["much", "many", "large", "big", "high"]) {
        return None;
    }
    let unit = matches!(c.phrase(2), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_none());
    let rest = c.skip(2 + usize::from(unit));
    let Figure::Fraction { part: figure, .. } = &part.figure else { return None };
    let figure = Figure::Multiple(figure + &recount_model::Number::ONE);
    let value = Quantity { figure, ..part.clone() };
    (rest.is(0, words!["again"]) && rest.is(1, words!["as"]))
        .then(|| of_what(rest.skip(2), &value, subject))
        .flatten()
}

/// "[three times] more than": of some, four times as much.
const MORE: &[&str] = &["more", "larger", "higher", "bigger", "greater"];

/// "[twice] what it was a year ago", "last week's": as much as it was itself.
fn against_itself<'p>(look: Chunks<'p>, value: &Quantity) -> Read<'p> {
    let was = what_it_was(look);
    if was > 0 && look.is(was, words!["before"]) {
        return Some((look.skip(was + 1), Outcome::one(Act::Change { value: value.clone() })));
    }
    if let Some(Phrase::Time(time)) = then(look).phrase(0) {
        // "twice what it was a year ago" is a change; "twice last week's" too.
        let mut outcome = Outcome::one(Act::Change { value: value.clone() });
        outcome.adjuncts.times.push(Time { role: Role::Base, ..time.clone() });
        let rest = then(look).skip(1);
        return Some((if rest.is(0, words!["'s", "’s"]) { rest.skip(1) } else { rest }, outcome));
    }
    None
}

/// "[nearly twice] the 4.1 trillion [tokens] it drew in late April", "the 3.4 trillion seen in
/// early May": what it was itself, and how many times as much it is.
fn its_amount_then<'p>(c: Chunks<'p>, value: &Quantity) -> Read<'p> {
    const SEEN: &Words = words![
        "seen", "recorded", "processed", "handled", "posted", "logged", "reported", "registered", "counted",
        "measured", "reached",
    ];
    let (rest, phrase @ Phrase::Amount { .. }) = figure(c.is(0, words!["the"]).then(|| c.skip(1))?)? else {
        return None;
    };
    let rest = level::skip_unit(rest);
    let that = usize::from(rest.is(0, words!["that", "which"]));
    let had = usize::from(rest.is(that + 1, words!["had"]));
    let it = rest.is(that, words!["it", "they"])
        && (rest.is(that + 1 + had, words!["did", "had", "was", "were", "done", "managed", "drew", "saw"])
            || rest.verb(that + 1 + had).is_some_and(|verb| verb.frames.any(Frames::USE.and(Frames::LEVEL))));
    let rest = match it {
        true => rest.skip(that + 2 + had),
        false if that == 0 && rest.is(0, SEEN) => rest.skip(1),
        false if that == 0 && rest.is(0, words!["of", "from"]) => rest.skip(1),
        false => return None,
    };
    let rest = rest.skip(usize::from(rest.is(0, words!["in", "at", "during"])));
    let Some(Phrase::Time(time)) = rest.phrase(0) else { return None };
    let past = matches!(time.role, Role::At | Role::Base);
    let mut outcome = Outcome::one(Act::Change { value: value.clone() });
    outcome.adjuncts.times = vec![Time { role: Role::Base, ..time.clone() }];
    let was = vec![Time { role: Role::At, ..time.clone() }];
    outcome.pieces.push(Piece { times: was, anchor: Anchor::Earlier, ..Piece::beside(level_of(phrase)?) });
    past.then_some((rest.skip(1), outcome))
}

fn of_what<'p>(c: Chunks<'p>, value: &Quantity, subject: &Np) -> Read<'p> {
    let mut look = c;
    if look.is(0, words!["as"]) && look.is(1, words!["much", "many", "large", "big", "high"]) {
        // "handled five times as much": as the one whose figure was said last.
        if alone(look.skip(2)) {
            let object = Np { who: Who::Figure, ..Np::carried(c.span(c.at, look.at + 2)) };
            let act = Act::Compare { object, value: value.clone(), event: false };
            return Some((look.skip(2), Outcome::one(act)));
        }
        let (behind, told) = as_what(look.skip(2))?;
        if let Some(time) = told {
            let (rest, mut outcome) = of_what(behind, value, subject)?;
            outcome.adjuncts.times.push(time);
            return Some((rest, outcome));
        }
        look = behind;
    } else if look.is(0, MORE) {
        let unit = matches!(look.phrase(1), Some(Phrase::Name(names)) if crate::en::phrase::subjects(names).next().is_none());
        let than = 1 + usize::from(unit);
        if look.is(than, words!["than"]) {
            look = look.skip(than + 1);
        }
    } else if look.is(0, words!["the"]) && look.is(1, words!["size", "level"]) && look.is(2, words!["of"]) {
        look = look.skip(3);
    }
    if let Some(found) = against_itself(look, value).or_else(|| its_amount_then(look, value)) {
        return Some(found);
    }
    if let Some(rest) = that_much(look) {
        let object = Np { who: Who::Figure, ..Np::carried(look.span(look.at, rest.at)) };
        return Some((rest, Outcome::one(Act::Compare { object, value: value.clone(), event: false })));
    }
    // "five times the 4.24 trillion handled by X".
    if let Some((rest, object, level)) = super::amount_of(look) {
        let act = Act::Compare { object: object.clone(), value: value.clone(), event: false };
        let mut outcome = Outcome::one(act);
        outcome.pieces.push(Piece { who: Some(object), ..Piece::beside(level) });
        return Some((rest, outcome));
    }
    of_another(look, value, subject)
}

/// "[the northern volume exceeded] the southern one": the volume of the south.
pub(super) fn as_figure(object: Np, subject: &Np, rest: Chunks<'_>) -> Np {
    let last = rest.at.checked_sub(1).and_then(|at| rest.all.get(at));
    let one = last.is_some_and(|chunk| rest.lower(chunk.first) == "one");
    match &object.who {
        Who::Member { group, known: true } if one && subject.about != About::Nothing => {
            Np { who: Who::Named(vec![group.clone()]), about: subject.about, ..object }
        }
        _ => object,
    }
}

/// "X's volume", "what X did", "X's 4.25 trillion".
fn of_another<'p>(look: Chunks<'p>, value: &Quantity, subject: &Np) -> Read<'p> {
    // "1.3 times what X did".
    let did = usize::from(look.is(0, words!["what"]));
    let (rest, object) = noun_phrase(look.skip(did))?;
    let object = as_figure(object, subject, rest);
    let rest = match did {
        0 => rest,
        _ if rest.is(0, words!["did", "does", "do", "had", "managed"]) => rest.skip(1),
        _ if rest.verb(0).is_some_and(|verb| verb.frames.any(Frames::USE)) => rest.skip(1),
        _ => return None,
    };
    if !(object.is_named() || object.who == Who::Other) || (object.share && !subject.share) {
        return None;
    }
    let mut outcome =
        Outcome::one(Act::Compare { object: object.clone(), value: value.clone(), event: false });
    // "five times X's 4.25 trillion".
    let owned = usize::from(rest.is(0, words!["'s", "’s", "'", "’"]));
    if (owned > 0 || matches!(rest.word_before(), "'s" | "’s" | "'" | "’"))
        && let Some((after, phrase @ Phrase::Amount { .. })) = figure(rest.skip(owned))
    {
        let level = level_of(phrase).map(|level| Piece { who: Some(object), ..Piece::beside(level) });
        outcome.pieces.extend(level);
        return Some((level::skip_unit(after), outcome));
    }
    // "the southern total of 4.25 trillion tokens".
    if object.about != About::Nothing
        && !object.share
        && rest.is(0, words!["of"])
        && let Some((after, phrase @ Phrase::Amount { .. })) = figure(rest.skip(1))
    {
        // "Their total of so much" is that of the week that it is held against.
        let object = Np { window: Window::Week, ..object };
        let mut outcome =
            Outcome::one(Act::Compare { object: object.clone(), value: value.clone(), event: false });
        let level = level_of(phrase).map(|level| Piece { who: Some(object), ..Piece::beside(level) });
        outcome.pieces.extend(level);
        return Some((level::skip_unit(after), outcome));
    }
    Some((rest, outcome))
}

/// "what it was", "what it had been": how many chunks it takes.
fn what_it_was(c: Chunks<'_>) -> usize {
    if !c.is(0, words!["what"]) || !c.is(1, words!["it", "they"]) {
        return 0;
    }
    let used = |ahead: usize| c.verb(ahead).is_some_and(|verb| verb.frames.any(Frames::USE));
    match (c.word(2), c.word(3)) {
        ("had", "been" | "done" | "had" | "managed") => 4,
        ("had", _) if used(3) => 4,
        ("was" | "were" | "had" | "did" | "managed", _) => 3,
        _ if used(2) => 3,
        _ => 0,
    }
}

/// "what it was", "its level of", "that of": the words before a time that a
/// multiple is held against.
fn then(c: Chunks<'_>) -> Chunks<'_> {
    // "[as many tokens as] it did in early May".
    let did = c.is(0, words!["it", "they"])
        && c.is(1, words!["did", "had", "was", "were", "handled", "processed", "managed"])
        && matches!(c.phrase(2), Some(Phrase::Time(_)));
    if did {
        return c.skip(2);
    }
    let was = what_it_was(c);
    let own = c.is(0, words!["its", "their", "the"]) && c.is(1, words!["level", "volume", "size", "figure"]);
    let of = if own || c.is(0, words!["that"]) { usize::from(own) + 1 } else { 0 };
    match (was > 0, of) {
        (true, _) => c.skip(was),
        (_, of) if of > 0 && c.is(of, words!["of", "from"]) => c.skip(of + 1),
        (_, of) if of > 1 => c.skip(of),
        _ => c,
    }
}

/// "by a factor of more than four".
pub(super) fn by_a_factor(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity)> {
    if !c.are(&["by", "a", "factor", "of"]) {
        return None;
    }
    let (rest, phrase) = figure(skip_adverbs(c.skip(4)))?;
    let quantity = crate::en::clause::predicate::quantity_of(phrase)?;
    let plain = match phrase {
        Phrase::Number(_) => true,
        Phrase::Amount { metrics, .. } => metrics.is_empty(),
        _ => false,
    };
    let Figure::Decimal(decimal) = quantity.figure else { return None };
    let whole = decimal.exponent == 0 && (2..1000).contains(&decimal.mantissa);
    (plain && whole).then(|| (rest, multiple(decimal.mantissa, 1, quantity.hedge)))
}

/// "by 18.4 trillion to 5.7 trillion": two amounts, the first the larger one.
pub(super) fn score(c: Chunks<'_>) -> Option<(Chunks<'_>, Act, Act)> {
    let (rest, first @ Phrase::Amount { quantity: mine, .. }) =
        figure(c.is(0, words!["by"]).then(|| c.skip(1))?)?
    else {
        return None;
    };
    let rest = level::skip_unit(rest);
    let (rest, second @ Phrase::Amount { quantity: theirs, .. }) =
        figure(rest.is(0, words!["to"]).then(|| rest.skip(1))?)?
    else {
        return None;
    };
    let size = |value: &Quantity| value.written().high.map(|high| high.value);
    let ordered = matches!((size(mine), size(theirs)), (Some(mine), Some(theirs)) if mine > theirs);
    ordered.then(|| Some((level::skip_unit(rest), level_of(first)?, level_of(second)?)))?
}

/// "[five times] that", "that amount", "this figure": the figure that was said last.
fn that_much(c: Chunks<'_>) -> Option<Chunks<'_>> {
    if !c.is(0, words!["that", "this"]) {
        return None;
    }
    let noun = matches!(c.noun(1), Some(Noun::Volume | Noun::Total | Noun::Level));
    let rest = c.skip(1 + usize::from(noun));
    alone(rest).then_some(rest)
}

/// "[as much] weekly volume as": behind the second "as".
fn as_what(c: Chunks<'_>) -> Option<(Chunks<'_>, Option<Time>)> {
    let mut look = c;
    let mut told = None;
    while !look.is(0, words!["as"]) {
        match look.phrase(0) {
            Some(Phrase::Name(_)) => {}
            // "as many tokens last week as X".
            Some(Phrase::Time(time)) if time.role == Role::At && look.is(1, words!["as"]) => {
                told = Some(time.clone());
            }
            _ => return None,
        }
        look = look.skip(1);
    }
    Some((look.skip(1), told))
}

/// Does what is compared end there?
fn alone(c: Chunks<'_>) -> bool {
    is_stop(c, 0)
        || c.is(0, words!["and", "but", "while"])
        || matches!(c.phrase(0), Some(Phrase::Time(time)) if time.role == Role::At)
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn as_much_as_the_one_before() {
        let lead = "Birch processed 2 trillion tokens last week.";
        for (behind, said) in [
            ("Alder handled twice as much.", "Alder was twice that of Birch"),
            ("Alder processed more than three times that.", "Alder was more than 3 times that of Birch"),
            ("Alder's volume was almost five times that amount.", "Alder was nearly 5 times that of Birch"),
        ] {
            assert_eq!(
                article(&format!("{lead} {behind}")).last().map(String::as_str),
                Some(said),
                "{behind}"
            );
        }
        let text = format!("{lead} Alder processed more than twice that: 4.19 trillion.");
        assert_eq!(
            article(&text)[1..],
            ["Alder was more than twice that of Birch", "Alder was 4.19 trillion tokens"]
        );
    }

    #[test]
    fn whose_figure_it_is_is_not_said() {
        for text in [
            "Alder handled twice as much last week.",
            "Alder processed 4 trillion tokens last week. It handled twice as much.",
            "In the week of June 1, Birch processed 2 trillion tokens. Last week, Alder handled twice as much.",
        ] {
            let read = article(text);
            assert!(read.iter().all(|line| !line.contains("twice")), "{text}: {read:?}");
        }
    }
}
