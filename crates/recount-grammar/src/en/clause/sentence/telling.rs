//! Where a sentence tells nothing more: behind its last phrase, and its last word of order or
//! change. No statement is looked for there.

use super::*;
use crate::en::lexicon::{Seen, Starts};
use crate::token::Kind as Made;

/// The last place of a stretch that tells anything.
pub(super) fn last(c: Chunks<'_>) -> usize {
    let tells = |place: &usize| c.all.get(*place).is_some_and(|chunk| tells(c, chunk));
    (c.at..c.to).rev().find(tells).unwrap_or(0)
}

/// Can a statement need it: a phrase, digits or a sign, a word of order or change, a noun or a
/// verb that the grammar knows?
fn tells(c: Chunks<'_>, chunk: &Chunk<'_>) -> bool {
    let Phrase::Word(entry) = &chunk.phrase else { return true };
    let token = c.tokens.rest.get(chunk.first);
    entry.noun.is_some()
        || entry.verb.is_some_and(|verb| verb.frames != Frames::NONE)
        || token.is_some_and(|token| {
            let sign = token.kind == Made::Symbol && token.starts != Starts::NONE;
            token.kind == Made::Number || sign || token.word.seen().any(Seen::ORDER)
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::en::clause::testing::world;
    use crate::names::Names;
    use crate::token::{Tokens, tokenise};

    /// Words of every kind, and some that the grammar does not know.
    const WORDS: &[&str] = &[
        "Alder", "Birch", "northern models", "tokens", "the", "a", "its", "harbour", "gladly", "committee",
        "said", "rose", "fell", "overtook", "is", "was", "did", "so", "too", "ahead", "level", "behind",
        "up", "8%", "4.19 trillion", "third", "last week", "in May", "and", "but", "while", "which", "that",
        ",", ":", "with", "of", "to", "no", "not", "same", "alone", "respectively", "each", "both",
        "neither", "it", "they", "there", "again", "likewise", "first", "for nine weeks", "record",
        "top ten", "lead", "since", "than", "more", "(", ")", "?", "whether", "here", "of course", "by far",
        "one", "(4-4)", "(5-6)", "2-1", "→", "=", "holds firm at", "steady",
    ];

    /// A sentence as it is read with the gate and without.
    fn both_ways(text: &str) -> [Vec<Item>; 2] {
        let names = Names::new(&world());
        let (mut lower, mut tokens) = (String::new(), Vec::new());
        tokenise(text, &mut lower, &mut tokens);
        let tokens = Tokens { text, lower: &lower, rest: &tokens };
        let mentions = names.find(tokens, &mut String::new());
        let chunks = crate::en::phrase::chunk(tokens, &mentions, &names);
        let c = Chunks::new(tokens, &chunks);
        [None, Some(usize::MAX)].map(|last_telling| {
            let kept = Kept::new(c);
            let mut parser = Parser::new(Chunks { kept: Some(&kept), ..c });
            parser.last_telling = last_telling.unwrap_or(parser.last_telling);
            parser.run();
            parser.items
        })
    }

    #[test]
    fn what_no_rule_reads_in_a_bracket_is_listed_once() {
        let [gated, open] = both_ways("so it ( its )");
        assert_eq!(gated, open);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]
        #[test]
        fn nothing_is_said_where_nothing_tells(words in prop::collection::vec(0..WORDS.len(), 1..16)) {
            let words: Vec<&str> = words.into_iter().map(|at| WORDS[at]).collect();
            let text = words.join(" ");
            let [gated, open] = both_ways(&text);
            prop_assert_eq!(gated, open, "{}", text);
        }
    }
}
