//! What the words beside a phrase make of it: `fifth place or lower` is not the fifth, `from about 70% to 30%` is about
//! 30 as well.

use recount_model::{Decimal, Figure, Hedge, Quantity};

use super::place::Place;
use super::quantity::Measured;
use super::{Chunk, Phrase};
use crate::token::Tokens;

/// The phrase that ends before token `end`, as the chunks before it and the words behind it leave it.
pub(super) fn settled<'v>(
    tokens: Tokens<'_>,
    before: &[Chunk<'v>],
    phrase: Phrase<'v>,
    end: usize,
) -> (Phrase<'v>, usize) {
    match phrase {
        Phrase::Ordinal(rank) | Phrase::Place(Place::At(rank)) => {
            open_ended(tokens, rank, end).unwrap_or((phrase, end))
        }
        Phrase::Percent(value) => (Phrase::Percent(as_round(tokens, before, value)), end),
        other => (other, end),
    }
}

/// "fifth or better": within the top five. "fifth and below", "third or lower": several places, or one of them that is not
/// told.
fn open_ended<'v>(tokens: Tokens<'_>, rank: u32, end: usize) -> Option<(Phrase<'v>, usize)> {
    let joined = tokens.peek_at(end);
    if !matches!(joined, "or" | "and") {
        return None;
    }
    let better = match tokens.peek_at(end + 1) {
        "better" | "higher" | "above" => true,
        "below" | "lower" | "worse" | "beyond" | "under" | "down" | "onward" | "onwards" => false,
        _ => return None,
    };
    let alone = matches!(
        tokens.peek_at(end + 2),
        "" | "."
            | ","
            | ";"
            | ":"
            | ")"
            | "—"
            | "–"
            | "and"
            | "but"
            | "while"
            | "with"
            | "in"
            | "by"
            | "last"
            | "this"
            | "for"
            | "on"
    );
    let found = match better && joined == "or" {
        true => Phrase::Place(Place::Top(rank)),
        false => Phrase::Other(Measured::rank(u64::from(rank))),
    };
    alone.then_some((found, end + 2))
}

/// "from about 70% to 30%": the hedge holds for both ends, where the second is as round a number.
fn as_round(tokens: Tokens<'_>, before: &[Chunk<'_>], value: Quantity) -> Quantity {
    let [.., from, first, to] = before else { return value };
    let is =
        |chunk: &Chunk<'_>, word: &str| chunk.end == chunk.first + 1 && tokens.peek_at(chunk.first) == word;
    let Phrase::Percent(old) = &first.phrase else { return value };
    let round = |value: &Quantity| matches!(value.figure, Figure::Decimal(Decimal { mantissa, exponent }) if exponent >= 0 && mantissa % 5 == 0);
    let shared = old.hedge == Hedge::About && value.hedge == Hedge::Bare && round(old) && round(&value);
    let hedge = if shared && is(from, "from") && is(to, "to") { Hedge::About } else { value.hedge };
    Quantity { hedge, ..value }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn one_of_the_places_and_those_behind_it() {
        assert_read(&[
            ("Alder ranked fifth or better.", &["Alder was in the top 5 by call volume"]),
            (
                "Alder was in fifth place and rose 8%.",
                &["Alder ranked number 5 by call volume", "Alder rose by 8 percent"],
            ),
        ]);
        assert_listed(&["Alder fell to fifth place and below.", "Alder ranked sixth or lower last week."]);
    }

    #[test]
    fn both_ends_are_about_so_much() {
        assert_read(&[(
            "The north's share fell from roughly 70% to 30% in a year.",
            &[
                "In the week of 23 June 2025, the north accounted for about 70 percent of the total call volume",
                "the north accounted for about 30 percent of the total call volume",
            ],
        )]);
    }
}
