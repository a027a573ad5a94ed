//! A part of an amount that is told: `42 % of the 75.3 trillion tokens on the platform`, `a fifth of the
//! 27 trillion tokens that the platform processed`.

use super::{Of, Quantity, piece};
use crate::en::clause::adjunct::{everywhere, is_field};
use crate::en::clause::level::skip_unit;
use crate::en::clause::noun_phrase::noun_phrase;
use crate::en::clause::predicate::{Outcome, Piece, Read, figure, level_of};
use crate::en::clause::{Np, Who};
use crate::en::lexicon::{Form, Frames, Noun};
use crate::en::phrase::{Chunks, Phrase};

/// Of everything, or of what somebody had; and how much that was. Does not read "42 % of the 75.3
/// trillion tokens" alone: whose they are, is not said.
pub(super) fn of_amount<'p>(c: Chunks<'p>) -> Read<'p> {
    let (rest, Phrase::Percent(value)) = figure(c)? else { return None };
    let look = rest.skip(usize::from(rest.noun(0) == Some(Noun::Share)));
    if !look.is(0, words!["of"]) || !look.is(1, words!["the", "all", "a", "some"]) {
        return None;
    }
    let (rest, phrase @ Phrase::Amount { metrics, .. }) = figure(look.skip(2))? else { return None };
    if metrics.is_empty() {
        return None;
    }
    let (rest, whole) = whose(skip_unit(rest))?;
    Some((rest, told(value, whole, phrase)?))
}

fn told(value: &Quantity, whole: Np, phrase: &Phrase<'_>) -> Option<Outcome> {
    let of = if whole.who == Who::Total { Of::all(None) } else { Of::all(Some(whole.clone())) };
    let level = Piece { who: Some(whole), ..Piece::beside(level_of(phrase)?) };
    Some(Outcome { pieces: vec![piece(value.clone(), Some(of)), level], ..Outcome::default() })
}

/// "on the platform", "that the platform processed", "processed by X", "X handled": whose it is.
fn whose(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    let total = |end: Chunks<'_>| Np { who: Who::Total, ..Np::carried(c.span(c.at, end.at)) };
    let uses =
        |c: Chunks<'_>| c.verb(0).is_some_and(|verb| verb.frames.any(Frames::USE) && verb.form != Form::Ing);
    let used = usize::from(uses(c));
    if let Some(rest) =
        everywhere(c.skip(used)).filter(|_| c.is(used, words!["on", "across", "via", "through"]))
    {
        return Some((rest, total(rest)));
    }
    if used > 0 && c.is(1, words!["in"]) && c.is(2, words!["total", "all"]) {
        return Some((c.skip(3), total(c.skip(3))));
    }
    if used > 0 && c.is(1, words!["by"]) {
        let (rest, np) = noun_phrase(c.skip(2))?;
        return np.is_named().then_some((rest, np));
    }
    let look = c.skip(usize::from(c.is(0, words!["that", "which"])));
    // "that the platform processed".
    let field = look.is(0, words!["the"]) && (look.noun(1) == Some(Noun::Field) || is_field(look.skip(1)));
    if field && uses(look.skip(2)) {
        return Some((look.skip(3), total(look.skip(3))));
    }
    let (rest, np) = noun_phrase(look)?;
    (np.is_named() && uses(rest)).then(|| (rest.skip(1), np))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn a_part_of_so_much() {
        let part = "Alder accounted for 20 percent of the total call volume";
        let all = "the total call volume was 27 trillion tokens";
        let all: &[&str] = &[part, all];
        assert_read(&[
            ("Alder accounted for 20% of the 27 trillion tokens on the platform last week.", all),
            ("Alder handled 20% of the 27 trillion tokens that the platform processed last week.", all),
            (
                "Alder accounted for 20% of the 27 trillion tokens processed by northern models last week.",
                &["Alder accounted for 20 percent of the north", "the north was 27 trillion tokens"],
            ),
        ]);
        assert_listed(&["Alder accounted for 20% of the 27 trillion tokens last week."]);
    }
}
