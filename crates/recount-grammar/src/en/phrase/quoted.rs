//! Names between quotation marks, as titles are written: `"Paper Moon" rose`.
//!
//! The marks belong to the name; a quotation that goes on behind the name is
//! none of them. A comma or stop that stands inside, `"Paper Moon," which`,
//! stands behind the name.

use super::{Chunk, Phrase};
use crate::names::Mention;
use crate::token::Tokens;

/// Marks that open, each with those that close it.
const MARKS: [(&str, &[&str]); 6] =
    [("\"", &["\""]), ("“", &["”", "\""]), ("„", &["“", "”"]), ("«", &["»"]), ("‘", &["’"]), ("'", &["'"])];

/// The chunks of a quoted name that begins at token `at`: the name, and the
/// comma or stop that stands before the closing mark, which is taken with it.
pub(super) fn quoted<'v>(
    tokens: Tokens<'_>,
    at: usize,
    mentions: &[Mention<'v>],
) -> Option<(Chunk<'v>, Option<Chunk<'v>>)> {
    let mention = mentions.iter().take(2).find(|mention| mention.first == at + 1)?;
    let open = tokens.peek_at(at);
    let closing = MARKS.iter().find(|(mark, _)| *mark == open).map(|(_, closing)| *closing)?;
    let closes = |place: usize| closing.contains(&tokens.peek_at(place));
    let phrase = match mention.adjective {
        true => return None,
        false => Phrase::Name(mention.names),
    };
    if closes(mention.end) {
        return Some((Chunk { phrase, first: at, end: mention.end + 1 }, None));
    }
    let stop = matches!(tokens.peek_at(mention.end), "," | ".");
    if stop && closes(mention.end + 1) {
        let word = Phrase::Word(crate::en::lexicon::Entry::default());
        let stop = Chunk { phrase: word, first: mention.end, end: mention.end + 2 };
        return Some((Chunk { phrase, first: at, end: mention.end }, Some(stop)));
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn titles_are_names() {
        assert_read(&[
            ("\"Alder\" processed 4 trillion tokens last week.", &["Alder was 4 trillion tokens"]),
            ("“Alder” led ‘Birch’ last week.", &["Alder was above that of Birch"]),
            ("Last week, 'Alder' rose 8%.", &["Alder rose by 8 percent"]),
        ]);
    }

    #[test]
    fn words_of_a_speaker_are_no_title() {
        assert_listed(&["\"Alder could lead Birch,\" he said."]);
    }
}
