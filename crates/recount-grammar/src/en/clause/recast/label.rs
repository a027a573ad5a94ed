//! "X (Tall Pine Records) climbed": a bracket between a name and its verb that tells no figure and names nobody.

use super::draft::{Draft, Recast};
use crate::en::lexicon::Form;
use crate::en::phrase::{Chunks, Phrase};

/// The sentence without such a bracket.
pub(super) fn without_label(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let opens = |place: &usize| c.is(*place, words!["("]);
    let (open, close) = (1..c.len()).filter(opens).find_map(|open| Some((open, label(c, open)?)))?;
    Some(Draft::new(c).keep(0, open).keep(close + 1, c.len()).done())
}

/// "X (Tall Pine Records) climbed": words in capitals between a name and its verb, no figure, nobody who is
/// known; where the bracket closes.
fn label(c: Chunks<'_>, open: usize) -> Option<usize> {
    let close = (open + 2..c.len().min(open + 7)).find(|place| c.is(*place, words![")"]))?;
    let capital = |place: usize| {
        let joins = place > open + 1 && c.is(place, words!["of", "the", "and", "&", ":"]);
        let plain = matches!(c.phrase(place), Some(Phrase::Word(_)));
        plain && (joins || c.span(place, place + 1).of(c.tokens.text).starts_with(char::is_uppercase))
    };
    let name = matches!(c.phrase(open - 1), Some(Phrase::Name(_))) || c.is(open - 1, words!["”", "\"", "’"]);
    let verb = c.verb(close + 1).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third));
    (name && verb && (open + 1..close).all(capital)).then_some(close)
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_listed;

    #[test]
    fn another_bracket_stays() {
        assert_listed(&["Northern artificial intelligence (EU) models processed 4.2 trillion tokens."]);
    }
}
