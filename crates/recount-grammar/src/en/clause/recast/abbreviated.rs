//! "Northern artificial intelligence (AI) models": a bracket that only abbreviates the words before it.

use super::draft::{Draft, Recast};
use crate::en::phrase::Chunks;

/// The sentence without such brackets.
pub(super) fn abbreviated(c: Chunks<'_>, start: usize) -> Option<Recast> {
    if start > 0 {
        return None;
    }
    let mut draft = Draft::new(c);
    let mut kept = 0;
    for open in (1..c.len()).filter(|place| c.is(*place, words!["("])) {
        if c.is(open + 2, words![")"]) && open >= kept && stands_for(c, open) {
            draft = draft.keep(kept, open);
            kept = open + 3;
        }
    }
    (kept > 0).then(|| draft.keep(kept, c.len()).done())
}

/// Is what the bracket holds made of the first letters of the words before it?
fn stands_for(c: Chunks<'_>, open: usize) -> bool {
    let short = c.span(open + 1, open + 2).of(c.tokens.text);
    let short = short.strip_suffix('s').unwrap_or(short);
    let capitals = (2..=6).contains(&short.len()) && short.bytes().all(|byte| byte.is_ascii_uppercase());
    let before = c.span(0, open).of(c.tokens.text);
    let words: Vec<&str> =
        before.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let Some(first) = words.len().checked_sub(short.len()).filter(|_| capitals) else { return false };
    let initial = |word: &str| word.chars().next().map(|letter| letter.to_ascii_uppercase());
    words.get(first..).is_some_and(|words| {
        words.iter().zip(short.chars()).all(|(word, letter)| initial(word) == Some(letter))
    })
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_listed;

    #[test]
    fn another_bracket_stays() {
        assert_listed(&["Northern artificial intelligence (EU) models processed 4.2 trillion tokens."]);
    }
}
