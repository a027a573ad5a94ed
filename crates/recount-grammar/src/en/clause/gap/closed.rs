//! Who comes nearer to another one: `closed the gap to 180 billion tokens`, `closed to within 180 billion
//! tokens of X`. Does not read: `came within 180 billion of X`, which may be ahead.

use recount_model::{Hedge, Quantity, Unit};

use super::{Pair, amount, extent};
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::predicate::{Outcome, Piece, Read, directed};
use crate::en::clause::verb_group::Group;
use crate::en::clause::{About, Act, Np, Who};
use crate::en::lexicon::{Frames, Noun};
use crate::en::phrase::Chunks;

/// "[closed the gap] to 180 billion tokens": to the other one who is spoken of, as the one behind,
/// or else ahead.
pub(super) fn closed_to<'p>(verb: Chunks<'p>, c: Chunks<'p>) -> Read<'p> {
    let (rest, value) = amount(c.is(0, words!["to"]).then(|| c.skip(1))?)?;
    if !is_closed(verb) || value.unit != Unit::Own {
        return None;
    }
    let object = Np { who: Who::Other, ..Np::carried(c.span(verb.at, c.at)) };
    let value = directed(&value, true);
    let mut outcome = Outcome::one(Act::Compare { object, value, event: false });
    outcome.adjuncts.either = true;
    Some((rest, outcome))
}

/// "[cut] X's lead to 180 billion tokens", "[pares] X's lead": behind X by that.
pub(super) fn anothers<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    if !group.verb.frames.any(Frames::CUT) || group.negated || group.passive {
        return None;
    }
    let (rest, object) = noun_phrase(c).filter(|(_, np)| np.is_named() && np.about == About::Nothing)?;
    let rest = rest.skip(usize::from(rest.is(0, words!["'s", "’s", "'", "’"])));
    // Over whom else, is another matter.
    let rest = super::lead_noun(rest).filter(|rest| rest.is(0, words!["to", "from"]))?;
    let pair = Pair { who: Np::carried(c.span(c.at, c.at)), object, either: false, unsaid: false };
    let (rest, pieces) = extent(rest, &pair, false)?;
    let mut outcome = Outcome { pieces: turned(pieces), ..Outcome::default() };
    outcome.adjuncts.apart = true;
    Some((rest, outcome))
}

/// "[closed] to within 180 billion tokens of X": behind it by that at most.
pub(in crate::en::clause) fn within<'p>(c: Chunks<'p>, group: &Group) -> Read<'p> {
    let to = usize::from(c.is(0, words!["to"]));
    let closes = group.verb.frames.any(Frames::WIDEN);
    if !closes || !c.is(to, words!["within"]) {
        return None;
    }
    let (rest, value) = amount(c.skip(to + 1))?;
    let (rest, object) = rest.is(0, words!["of"]).then(|| noun_phrase(rest.skip(1))).flatten()?;
    let plain = value.hedge == Hedge::Bare && value.unit == Unit::Own && !value.falling;
    if !plain || !object.is_named() {
        return None;
    }
    let value = Quantity { hedge: Hedge::AtMost, falling: true, ..value };
    Some((rest, Outcome::one(Act::Compare { object, value, event: false })))
}

/// "its widest lead yet at 420 billion tokens", "the narrowest margin so far, of 20 billion": how
/// large; that none was larger, no kind of statement says.
pub(super) fn widest(c: Chunks<'_>) -> Option<(Chunks<'_>, Quantity)> {
    const MOST: &crate::token::Words = words![
        "widest", "narrowest", "largest", "biggest", "slimmest", "smallest", "thinnest", "greatest",
        "slightest",
    ];
    let own = c.is(0, words!["the", "its", "their"]) && c.is(1, MOST);
    let look = own.then(|| c.skip(2))?;
    let gap = matches!(look.noun(0), Some(Noun::Lead | Noun::Gap));
    let look = look.skip(1);
    let far = match (look.word(0), look.word(1)) {
        ("yet" | "ever", _) => 1,
        ("so", "far") => 2,
        _ => 0,
    };
    let look = look.skip(far);
    let look = look.skip(usize::from(look.is(0, words![","]) && look.is(1, words!["of", "at"])));
    let look = (gap && look.is(0, words!["of", "at"])).then(|| look.skip(1))?;
    amount(look)
}

/// "Cut the gap on Y to 1.2 trillion": it is the one behind.
pub(super) fn is_behind(c: Chunks<'_>, gap: Chunks<'_>, group: &Group) -> bool {
    let on = gap.noun(0) == Some(Noun::Gap) && gap.is(1, words!["on"]);
    on && !is_wider(c) && !group.verb.frames.any(Frames::UP)
}

/// "Narrowed [the gap with Y]": rather the one behind did. `c`: what stands behind the verb.
pub(super) fn is_closed(c: Chunks<'_>) -> bool {
    let closes = words!["closed", "closes", "close", "closing"];
    let verb = c.at.checked_sub(1).map(|at| Chunks { at, ..c });
    verb.is_some_and(|verb| {
        verb.is(0, closes) || verb.verb(0).is_some_and(|verb| verb.frames.any(Frames::CUT))
    })
}

/// "Widened the gap on Y": the one ahead did.
fn is_wider(c: Chunks<'_>) -> bool {
    let opens = words!["open", "opens", "opened", "opening"];
    let verb = c.at.checked_sub(1).map(|at| Chunks { at, ..c });
    verb.is_some_and(|verb| {
        verb.is(0, opens) || verb.verb(0).is_some_and(|verb| verb.frames.any(Frames::RAISE))
    })
}

/// The same gaps of the one that is behind.
pub(super) fn turned(mut pieces: Vec<Piece>) -> Vec<Piece> {
    for piece in &mut pieces {
        if let Act::Compare { value, .. } = &mut piece.act {
            *value = directed(value, true);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_listed, assert_read};

    #[test]
    fn the_one_who_comes_nearer() {
        assert_read(&[(
            "Alder closed to within 180 billion tokens of Birch last week.",
            &["Alder was at most 180 billion tokens below that of Birch"],
        )]);
        assert_read(&[
            (
                "Alder came within 180 billion tokens of Birch last week.",
                &["Alder was less than 180 billion tokens below that of Birch"],
            ),
            (
                "Alder outpaced Birch for a fourth week in a row, the widest margin yet at 420 billion tokens.",
                &[
                    "Alder was above that of Birch for the 4th consecutive week",
                    "Alder was 420 billion tokens above that of Birch",
                ],
            ),
            // Whose that is, is not said.
            (
                "Alder rose 3% last week, its widest lead yet at 420 billion tokens.",
                &["Alder rose by 3 percent", "?"],
            ),
        ]);
        let read = article("Birch ranked first last week. Alder cut the gap to 180 billion tokens.");
        assert_eq!(read.last().map(String::as_str), Some("Alder was 180 billion tokens below that of Birch"));
        assert_listed(&[
            "Alder came within 180 billion tokens of the record last week.",
            "Alder closed to within 180 billion tokens of last week.",
            "Alder widened the gap to 180 billion tokens last week.",
        ]);
    }
}
