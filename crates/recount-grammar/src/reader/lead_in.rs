//! "**Rain: Opal 4.** Below 700 billion tokens.": a name with a stop behind it, as one with a
//! colon, where what follows says nothing of anybody else.

use std::ops::Range;

use super::{Buffers, Read, Reader, Tokens};
use crate::en::clause::Item;
use crate::token::tokenise;

/// Longer words before a stop are a sentence, in bytes.
const LONGEST: usize = 48;
/// Words that may stand before the name.
const JOINS: &[&str] = &["and", "but", "now", "then", "as", "for", "what", "about", "the"];

impl Reader<'_> {
    /// What the second sentence of a block says behind the first one, which is nothing but a
    /// name, and where it then begins; `None` where it says as much by itself.
    pub(super) fn behind_name(
        &self,
        text: &str,
        [first, second]: [Range<usize>; 2],
        alone: &Read,
        dated: bool,
        buffers: &mut Buffers,
    ) -> Option<(Read, usize)> {
        if first.len() > LONGEST || alone.unread.is_empty() {
            return None;
        }
        let seen = buffers.seen;
        let found = self.only_name(text.get(first.clone())?, buffers).and_then(|name| {
            let start = first.start + name;
            let mut joined = text.get(start..second.end)?.to_owned();
            let stop = joined.get(..first.end - start)?.rfind(['.', '?', '!'])?;
            let marks = joined.get(stop + 1..)?.chars().take_while(|mark| matches!(mark, '*' | '_')).count();
            joined.replace_range(stop..=stop + marks, &format!(":{}", " ".repeat(marks)));
            let read = self.parse(&joined, dated, false, buffers);
            let said = |read: &Read| read.items.iter().filter(|item| matches!(item, Item::Said(_))).count();
            let better = read.unread.len() < alone.unread.len() && said(&read) > said(alone);
            better.then_some((read, start))
        });
        if found.is_none() {
            buffers.seen = seen;
            tokenise(text.get(second).unwrap_or(""), &mut buffers.lower, &mut buffers.tokens);
        }
        found
    }

    /// Where the name begins that is all that the words are but for a label: "Rain: Opal 4."
    fn only_name(&self, words: &str, buffers: &mut Buffers) -> Option<usize> {
        tokenise(words, &mut buffers.lower, &mut buffers.tokens);
        let tokens = Tokens { text: words, lower: &buffers.lower, rest: &buffers.tokens };
        let mentions = self.names.find(tokens, &mut buffers.squeezed);
        let [mention] = mentions.as_slice() else { return None };
        let behind = tokens.rest.get(mention.end..)?;
        let ends = !behind.is_empty()
            && behind.iter().all(|token| matches!(tokens.text_of(*token), "." | "?" | "!" | "*" | "**"));
        let front = tokens.rest.get(..mention.first)?;
        let label = front.last().is_none_or(|last| tokens.text_of(*last) == ":")
            || front.iter().all(|token| JOINS.contains(&tokens.lower_of(*token)));
        let first = tokens.rest.get(mention.first)?;
        let start = usize::try_from(first.start).ok()?;
        (ends && label).then_some(start)
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn a_name_with_a_stop_says_whose_the_next_figures_are() {
        for (text, expected) in [
            ("**Rain: Alder.** Below 700 billion tokens, and down 6%.", "Alder fell by 6 percent"),
            ("**Alder.** Fell 4% to 12.1 trillion tokens last week.", "Alder was 12.1 trillion tokens"),
            ("And Alder? Fell 4% to 12.1 trillion tokens last week.", "Alder was 12.1 trillion tokens"),
        ] {
            let read = article(&format!("Token watch.\n\n{text}"));
            assert_eq!(read.last().map(String::as_str), Some(expected), "{text}");
        }
    }

    #[test]
    fn of_somebody_else_it_says_nothing() {
        for text in [
            "**Alder.** Rivals fell 4% to 12.1 trillion tokens.",
            "**Alder.** Nobody handled 12.1 trillion tokens.",
        ] {
            let read = article(&format!("Token watch.\n\n{text}"));
            assert!(!read.iter().any(|claim| claim.starts_with("Alder")), "{text}: {read:?}");
        }
    }
}
