//! How much there was in all, behind a part of it: `11.8 trillion of the platform's 27.4
//! trillion tokens`.

use super::is_field;
use crate::en::clause::predicate::Piece;
use crate::en::clause::{Np, Who, level};
use crate::en::lexicon::Noun;
use crate::en::phrase::{Chunks, Phrase};

/// "[11.8 trillion] of the platform's 27.4 trillion tokens": how much there was in all.
pub(super) fn of_all(c: Chunks<'_>) -> Option<(Chunks<'_>, Piece)> {
    if !c.is(0, words!["of"]) {
        return None;
    }
    let look = c.skip(1 + usize::from(c.is(1, words!["the"])));
    let field = look.noun(0) == Some(Noun::Field) || is_field(look) || look.entry(0).source;
    let owned = field && look.is(1, words!["'s", "’s"]);
    let total = usize::from(look.is(0, words!["total"]));
    let look = look.skip(if owned { 2 } else { total });
    if look.at < c.at + 2 {
        return None;
    }
    let (rest, phrase @ Phrase::Amount { metrics, .. }) = crate::en::clause::predicate::figure(look)? else {
        return None;
    };
    if metrics.is_empty() {
        return None;
    }
    let who = Np { who: Who::Total, ..Np::carried(c.span(c.at, rest.at)) };
    let piece = Piece { who: Some(who), ..Piece::beside(crate::en::clause::predicate::level_of(phrase)?) };
    Some((level::skip_unit(rest), piece))
}
