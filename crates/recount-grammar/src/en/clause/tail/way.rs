//! The ends of a way behind its verb: `…, from 2.0 trillion to 2.07 trillion`, `…, to a record
//! 2.07 trillion tokens`.

use super::*;

/// ", from 2.0 trillion to 2.07 trillion", ", to 2.07 trillion", ", to a record 2.07 trillion".
pub(super) fn tail(c: Chunks<'_>) -> Option<(Chunks<'_>, Tail)> {
    let record = matches!(c.phrase(0), Some(Phrase::Record(_)))
        && c.get(0).is_some_and(|chunk| c.lower(chunk.first) == "to");
    if record && c.word_before() == "," {
        let (rest, mut outcome) = to_record(c)?;
        return Some((adjuncts(rest, &mut outcome), Tail::new(outcome)));
    }
    if let Some((rest, mut outcome)) = both_ends(c, matches!(c.word_before(), "," | "(" | "—" | "–" | ":"))
    {
        return Some((adjuncts(rest, &mut outcome), Tail::new(outcome)));
    }
    let to = c.is(0, words!["to"]) && (c.word_before() == "," || change::closes(c));
    if !to && !c.is(0, words!["from"]) {
        return None;
    }
    let mut outcome = Outcome::default();
    let rest = change::to_and_from(c, &mut outcome)?;
    // ", from 229,000 the week before".
    let from = c.word_before() == ",";
    (outcome.pieces.len() == 2 || to || from).then(|| (adjuncts(rest, &mut outcome), Tail::new(outcome)))
}

/// "9.95T -> 8.21T", "(2.14T to 4.75T)": what it was, and what it is.
pub(in crate::en::clause) fn both_ends(c: Chunks<'_>, plain: bool) -> Option<(Chunks<'_>, Outcome)> {
    let (rest, from @ Phrase::Amount { quantity, .. }) = figure(c)? else { return None };
    let rest = level::skip_unit(rest);
    let arrow = rest.is(0, words!["->", "→", "⇒", "➔", "➡"]);
    if quantity.falling || !(arrow || plain && rest.is(0, words!["to"])) {
        return None;
    }
    let (rest, to @ Phrase::Amount { .. }) = figure(rest.skip(1))? else { return None };
    let before = Piece { anchor: super::super::Anchor::Before, ..Piece::beside(level_of(from)?) };
    let now = Piece { anchor: super::super::Anchor::End, ..Piece::main(level_of(to)?) };
    let outcome = Outcome { pieces: vec![before, now], ..Outcome::default() };
    Some((level::skip_unit(rest), outcome))
}

/// "to a record [of] 2.07 trillion": that it was one, and how much.
fn to_record<'p>(c: Chunks<'p>) -> Option<(Chunks<'p>, Outcome)> {
    let Phrase::Record(found) = c.phrase(0)? else { return None };
    let of = usize::from(c.is(1, words!["of"]));
    let (rest, phrase @ Phrase::Amount { .. }) = figure(c.skip(1 + of))? else { return None };
    let mut outcome = Outcome::one(level_of(phrase)?);
    outcome.pieces.push(Piece::beside(Act::Record(found.clone())));
    Some((level::skip_unit(rest), outcome))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    #[test]
    fn where_it_went_behind_a_time() {
        assert_read(&[
            (
                "Alder rose 8% in the week of June 22, to a record 4.19 trillion tokens.",
                &[
                    "Alder rose by 8 percent", "Alder was 4.19 trillion tokens",
                    "Alder was its highest on record",
                ],
            ),
            (
                "Alder rose 8% last week, to 4.19 trillion tokens.",
                &["Alder rose by 8 percent", "Alder was 4.19 trillion tokens"],
            ),
        ]);
    }
}
