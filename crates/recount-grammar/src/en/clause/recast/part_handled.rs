//! "[X handled three quarters of all tokens then.] Today it handles less than a tenth": it is less than a tenth.

use super::draft::{Draft, Recast};
use super::{is_start, is_stop};
use crate::en::lexicon::{Form, Frames};
use crate::en::phrase::{Chunks, Phrase};

/// A part of what nothing says, by somebody of whom the sentence before spoke.
pub(super) fn part_handled(c: Chunks<'_>, start: usize) -> Option<Recast> {
    let begin = start + usize::from(c.is(start, words!["now"]));
    let who = c.is(begin, words!["it", "they"]) && is_start(c, start);
    let now = usize::from(c.is(begin + 1, words!["now", "still", "today"]));
    let at = begin + 1 + now;
    let verb = c.verb(at).filter(|verb| verb.frames.any(Frames::USE.and(Frames::SHARE)))?;
    let figure = at + 1 + usize::from(c.entry(at + 1).adverb || c.is(at + 1, words!["just", "only", "for"]));
    let part = matches!(c.phrase(figure), Some(Phrase::Percent(_)));
    let ends = figure + 1 >= c.len()
        || is_stop(c, figure + 1)
        || matches!(c.phrase(figure + 1), Some(Phrase::Time(_)));
    if !who || !part || !ends {
        return None;
    }
    let says = if verb.form == Form::Past { "it was" } else { "it is" };
    let draft = Draft::new(c).keep(0, begin).say(says, begin).keep(begin + 1, at);
    Some(draft.keep(at + 1, c.len()).done())
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn a_part_of_what_was_told_before() {
        let text = "A year ago, Alder handled a third of all tokens. Today it handles less than a tenth.";
        let last = "Alder accounted for less than a tenth of the total call volume";
        assert_eq!(article(text).last().map(String::as_str), Some(last));
    }
}
