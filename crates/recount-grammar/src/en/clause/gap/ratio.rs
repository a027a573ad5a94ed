//! The ratio of two: `the ratio between X and Y stands at 4.8 to 1`, `the X-to-Y ratio fell to 3.6x from
//! 3.7x`, `the ratio has narrowed from 4.4 to 3.5`, `it was 4.2:1`.

use recount_model::{Figure, Quantity, Unit};

use super::two::two;
use super::{Pair, extent_of};
use crate::en::clause::adjunct::times;
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::predicate::{Outcome, Piece, Read, figure};
use crate::en::clause::verb_group::{Group, skip_adverbs, verb_group};
use crate::en::clause::{About, Act, Anchor, Np, Side, Who};
use crate::en::lexicon::{Frames, Seen};
use crate::en::phrase::{Chunks, Phrase};

/// A clause whose subject is a ratio.
pub(super) fn clause(c: Chunks<'_>) -> Option<(Chunks<'_>, Np, Outcome, Group)> {
    if !c.seen.any(Seen::RATIO) {
        return None;
    }
    let (rest, pair) = subject(c)?;
    let (rest, mut told) = times(rest);
    let (rest, group) = if rest.is(0, words![":"]) && c.at == 0 {
        (rest.skip(1), Group::PLAIN)
    } else {
        verb_group(rest, false)?
    };
    let stands = Frames::BE.and(Frames::LEVEL).and(Frames::STAY).and(Frames::HOLD);
    let moves = stands.and(Frames::UP).and(Frames::DOWN).and(Frames::WIDEN).and(Frames::SET);
    let label = rest.word_before() == ":";
    if group.passive || group.negated || !label && !group.verb.frames.any(moves) {
        return None;
    }
    // "is down to 2.3 to one", "is back at 3".
    let way = usize::from(rest.is(0, words!["up", "down", "back"]) && rest.is(1, words!["to", "at", "from"]));
    let (rest, pieces) = extent_of(rest.skip(way), &pair, label || group.verb.frames.any(stands), value)?;
    let mut outcome = Outcome { pieces, ..Outcome::default() };
    outcome.adjuncts.times.append(&mut told);
    outcome.adjuncts.either = pair.either;
    outcome.adjuncts.apart = true;
    Some((rest, pair.who, outcome, group))
}

/// "the ratio between X and Y", "the ratio of X to Y", "the X-to-Y ratio", "the ratio".
fn subject(c: Chunks<'_>) -> Option<(Chunks<'_>, Pair)> {
    let look = c.skip(usize::from(c.is(0, words!["the", "their", "that", "this"])));
    if !look.is(0, words!["ratio"]) {
        return named_in_front(look);
    }
    if look.is(1, words!["between"]) {
        let (rest, who, object) = two(look.skip(2))?;
        return Some((rest, Pair { who, object, either: true, unsaid: false }));
    }
    if look.is(1, words!["of"]) {
        // "the ratio of northern to southern usage".
        let (rest, who) = crate::en::clause::be::member(look.skip(2))?;
        let (rest, object) = noun_phrase(rest.is(0, words!["to"]).then(|| rest.skip(1))?)?;
        return (who.is_named() && object.is_named())
            .then_some((rest, Pair { who, object, either: false, unsaid: false }));
    }
    // "The ratio was 3.6 to one": of the two who are spoken of.
    (look.at > c.at).then(|| (look.skip(1), of_the_two(c, look.skip(1))))
}

/// "the X/Y ratio", "the X-to-Y ratio", "the X-Y ratio".
fn named_in_front(c: Chunks<'_>) -> Option<(Chunks<'_>, Pair)> {
    let (rest, who) = noun_phrase(c.until(c.at + 1)).map(|(_, np)| (c.skip(1), np))?;
    let hyphen = |c: Chunks<'_>| c.get(0).is_some_and(|chunk| crate::token::is_hyphen(c.lower(chunk.first)));
    let dash = rest.skip(usize::from(hyphen(rest)));
    let joint = usize::from(dash.is(0, words!["to", "/", ":", "vs", "versus"]));
    let rest = dash.skip(joint);
    let rest = rest.skip(usize::from(joint > 0 && hyphen(rest)));
    if dash.at == c.at + 1 && joint == 0 {
        return None;
    }
    let (_, object) = noun_phrase(rest.until(rest.at + 1))?;
    let one =
        |np: &Np| matches!(&np.who, Who::Named(names) if names.len() == 1) && np.about == About::Nothing;
    (one(&who) && one(&object) && rest.is(1, words!["ratio"]))
        .then(|| (rest.skip(2), Pair { who, object, either: false, unsaid: false }))
}

/// The two of whom the words before speak.
pub(in crate::en::clause) fn the_sides(c: Chunks<'_>, end: Chunks<'_>) -> (Np, Np) {
    let one = |side| Np { who: Who::Sides(side), ..Np::carried(c.span(c.at, end.at)) };
    (one(Side::Ahead), one(Side::Behind))
}

fn of_the_two(c: Chunks<'_>, end: Chunks<'_>) -> Pair {
    let (who, object) = the_sides(c, end);
    Pair { who, object, either: true, unsaid: false }
}

/// "4.8 to one", "3.6x", and "3.6", which is no amount of anything here.
pub(in crate::en::clause) fn value(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity)> {
    let (rest, phrase) = figure(skip_adverbs(c))?;
    let value = match phrase {
        Phrase::Ratio(value) => value.clone(),
        Phrase::Number(n) => Quantity::whole(*n, Unit::Ratio),
        Phrase::Amount { quantity, metrics } if metrics.is_empty() => {
            let plain = matches!(quantity.figure, Figure::Decimal(decimal)
                if decimal.exponent <= 0 && decimal.value() > recount_model::Number::ONE);
            let small =
                quantity.written().high.is_some_and(|high| high.value < recount_model::Number::from(100));
            (plain && small && quantity.unit == Unit::Own)
                .then(|| Quantity { unit: Unit::Ratio, ..quantity.clone() })?
        }
        _ => return None,
    };
    let rest = rest.skip(2 * usize::from(rest.are(&["or", "so"])));
    // "from 3.1 to one": behind "from" these are read as two ends.
    let one = matches!(rest.phrase(1), Some(Phrase::Number(1))) || rest.is(1, words!["one"]);
    let rest = rest.skip(2 * usize::from(one && rest.is(0, words!["to"])));
    (!value.falling).then_some((rest, value))
}

/// "[a] ratio of 4.8 to one", "[a] 4.8-to-1 ratio": how far apart two are.
pub(super) fn size(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity)> {
    if c.is(0, words!["ratio"]) && c.is(1, words!["of"]) {
        return value(c.skip(2));
    }
    let (rest, Phrase::Ratio(value)) = figure(c)? else { return None };
    // The figure takes "ratio of" for its own, as in "a four to one ratio of X to Y".
    rest.is(0, words!["ratio"]).then(|| (rest.skip(1), value.clone()))
}

/// Is the figure that stands there one of two sides: "4.8 to one", "4:1", not "4.8 times"?
pub(in crate::en::clause) fn is_of_one(c: Chunks<'_>) -> bool {
    let Some(chunk) = c.get(0).filter(|chunk| matches!(chunk.phrase, Phrase::Ratio(_))) else { return false };
    // "up to twice", "close to three times" are no sides.
    let hedge = |at: usize| matches!(c.lower(at), "up" | "close" | "down");
    (chunk.first + 1..chunk.end).any(|at| matches!(c.lower(at), "to" | ":") && !hedge(at - 1))
}

/// "[it was] 4.2 to one [a week ago]": of the two who are spoken of, then.
pub(in crate::en::clause) fn of_sides<'p>(c: Chunks<'p>, subject: &Np) -> Read<'p> {
    let nobody = matches!(subject.who, Who::Carried | Who::Figure) && subject.about == About::Nothing;
    let (rest, phrase) = figure(skip_adverbs(c))?;
    let (true, Phrase::Ratio(value)) = (nobody && !subject.share, phrase) else { return None };
    if !is_of_one(Chunks { at: rest.at - 1, ..c }) {
        return None;
    }
    let (who, object) = the_sides(c, rest);
    let (rest, told) = times(rest);
    let act = Act::Compare { object, value: value.clone(), event: false };
    let anchor = if told.is_empty() { Anchor::Clause } else { Anchor::Earlier };
    let times = told.into_iter().map(super::as_when).collect();
    let mut outcome = Outcome {
        pieces: vec![Piece { who: Some(who), anchor, times, ..Piece::main(act) }],
        ..Outcome::default()
    };
    outcome.adjuncts.either = true;
    outcome.adjuncts.apart = true;
    Some((rest, outcome))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_listed, assert_read, readings};

    #[test]
    fn how_large_the_ratio_is() {
        let now = "Alder was 3.5 times that of Birch";
        let before = "In the week of 15 June 2026, Alder was 4.2 times that of Birch";
        assert_read(&[
            ("The ratio between Alder and Birch was 3.5 to 1 last week.", &[now]),
            ("The ratio between Alder and Birch narrowed from 4.2 to 3.5 last week.", &[before, now]),
            ("The Alder-to-Birch ratio fell to 3.5 last week from 4.2 the week before.", &[before, now]),
            (
                "The ratio of northern to southern usage rose from 4.2 to 3.5 last week.",
                &[
                    "In the week of 15 June 2026, the north was 4.2 times that of the south",
                    "the north was 3.5 times that of the south",
                ],
            ),
            ("The ratio of Alder to Birch was 3.5 last week, down from 4.2 to one.", &[now, before]),
            (
                "Alder was up to twice what it was in the week of June 15.",
                &["Alder was up to twice what it was in the week of 15 June 2026"],
            ),
        ]);
        assert_eq!(
            readings("The ratio between Alder and Birch was 3.5 to 1 last week."),
            ["Birch was 3.5 times that of Alder"]
        );
    }

    #[test]
    fn between_the_two_who_are_spoken_of() {
        let lead = "Northern models processed 7 trillion tokens last week, southern models 2 trillion.";
        let now = "the north was 3.5 times that of the south";
        let before = "In the week of 15 June 2026, the north was 4.2 times that of the south";
        for (behind, said) in [
            ("The ratio is down to 3.5:1. It was 4.2:1 a week ago.", [now, before].as_slice()),
            ("That is a ratio of 3.5 to one.", &[now]),
            ("That's a 3.5-to-1 ratio. A week earlier it was 4.2 to 1.", &[now, before]),
            ("The ratio has narrowed from 4.2 to 3.5.", &[before, now]),
            ("The ratio was 3.5 to 1, compared with 4.2 to 1 a week earlier.", &[now, before]),
        ] {
            assert_eq!(article(&format!("{lead} {behind}"))[2..], *said, "{behind}");
        }
    }

    #[test]
    fn whose_ratio_it_is_is_not_said() {
        let of_three = article("Alder led Birch and Cedar last week. The ratio was 3.5 to 1.");
        assert_eq!(of_three.last().map(String::as_str), Some("?"), "{of_three:?}");
        assert_listed(&[
            "The ratio was 3.5 to 1 last week.",
            "The ratio between Alder and Birch did not fall to 3.5 last week.",
        ]);
    }
}
