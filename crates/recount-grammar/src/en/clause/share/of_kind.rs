//! Wholes that are the volume of a group: `all hours viewed on the film list`, `all hours of films`.

use crate::en::clause::{Np, Who, rank};
use crate::en::phrase::{Chunks, Phrase};

/// "[all hours viewed] on the film list", "[all hours] of films": of that group, not of everything.
pub(super) fn of_kind(c: Chunks<'_>) -> Option<(Chunks<'_>, Np)> {
    if c.is(0, words!["on", "in", "from", "across", "for"])
        && let Some(found) = rank::kind_list(c.skip(1))
    {
        return Some(found);
    }
    if !c.is(0, words!["of", "among", "across", "for", "by", "on"]) {
        return None;
    }
    let Some(Phrase::Name(names)) = c.phrase(1) else { return None };
    let group: Vec<_> = crate::en::phrase::subjects(names).collect();
    let one = matches!(group.as_slice(), [recount_model::Subject::Group(_)]);
    let np = Np { who: Who::Named(vec![group]), ..Np::carried(c.span(c.at + 1, c.at + 2)) };
    (one && !c.is(2, words!["'s", "’s", "'", "’"])).then(|| (c.skip(2), np))
}
