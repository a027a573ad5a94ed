//! "Shares of all tokens, by maker:" over "- Norvane 19.3 %": what the items of such a list give is the share of each.

use recount_model::{Name, Span, Subject};

use super::hint::lead_in_of;
use super::{Block, Buffers, Document, Item, Read, Reader, Tokens};
use crate::en::clause::recast::Recast;
use crate::token::{Kind, tokenise};

/// Words that say that what follows is how a whole is divided.
const DIVIDED: &[&str] = &["share", "shares", "split", "slice", "slices", "divided", "pie"];

/// Words behind which the whole is another one, or what follows is no share.
const OTHERWISE: &[&str] = &[
    "top", "chart", "charted", "listed", "among", "change", "changes", "growth", "gain", "gains", "gained",
    "lost", "points", "rise", "rises", "fall", "falls", "increase", "decrease", "not", "than", "expected",
    "forecast",
];

impl Reader<'_> {
    /// An item of a list under words that divide everything: "Norvane's share was 19.3 %".
    pub(super) fn share_in_list(
        &self,
        document: &Document<'_>,
        block: &Block<'_>,
        (words, alone): (&str, &Read),
        dated: bool,
        buffers: &mut Buffers,
    ) -> Option<Read> {
        let above =
            lead_in_of(document, block).filter(|_| !alone.unread.is_empty() && words.contains('%'))?;
        if !self.divides_everything(&above.text) {
            return None;
        }
        let way = self.told_as_share(words)?;
        self.read_instead(&way, words, alone, dated, buffers)
    }

    /// Does a lead-in speak of parts of everything?
    fn divides_everything(&self, text: &str) -> bool {
        let (mut lower, mut found, mut squeezed) = (String::new(), Vec::new(), String::new());
        tokenise(text, &mut lower, &mut found);
        let tokens = Tokens { text, lower: &lower, rest: &found };
        let has = |words: &[&str]| found.iter().any(|token| words.contains(&tokens.lower_of(*token)));
        let total = self.vocabulary.total().map(Subject::Group);
        let other = |name: &Name| matches!(name, Name::Subject(subject) if Some(*subject) != total);
        let mentions = self.names.find(tokens, &mut squeezed);
        has(DIVIDED)
            && !has(OTHERWISE)
            && !mentions.iter().any(|mention| mention.adjective || mention.names.iter().any(other))
    }

    /// "Norvane 19.3 %, up from 18 %", "Norvane: 19.3 %": "Norvane's share was 19.3 %, up from 18 %".
    fn told_as_share(&self, words: &str) -> Option<Recast> {
        let (mut lower, mut found, mut squeezed) = (String::new(), Vec::new(), String::new());
        tokenise(words, &mut lower, &mut found);
        let tokens = Tokens { text: words, lower: &lower, rest: &found };
        let mentions = self.names.find(tokens, &mut squeezed);
        let [mention] = mentions.as_slice() else { return None };
        // "19.3 % — Norvane".
        if mention.first == 3 && mention.end == found.len() && !mention.adjective {
            let percent = found.first()?.kind == Kind::Number && tokens.peek_at(1) == "%";
            let label = matches!(tokens.peek_at(2), ":" | "-" | "–" | "—" | "|");
            let name = Span::new(found.get(3)?.start as usize, words.len());
            let figure = Span::new(0, found.get(1)?.end as usize);
            let parts = [
                (name.of(words), name, true),
                ("'s share was ", name, false),
                (figure.of(words), figure, true),
            ];
            return (percent && label).then(|| Recast::of_parts(&parts));
        }
        let label = usize::from(matches!(tokens.peek_at(mention.end), ":" | "-" | "–" | "—" | "|"));
        let figure = mention.end + label;
        let percent = found.get(figure)?.kind == Kind::Number && tokens.peek_at(figure + 1) == "%";
        let about = matches!(
            tokens.peek_at(figure),
            "about" | "around" | "nearly" | "just" | "some" | "roughly" | "~"
        );
        let hedged =
            about && found.get(figure + 1)?.kind == Kind::Number && tokens.peek_at(figure + 2) == "%";
        if mention.first != 0 || mention.adjective || !(percent || hedged) {
            return None;
        }
        let name = Span::new(0, found.get(mention.end.checked_sub(1)?)?.end as usize);
        let rest = Span::new(found.get(figure)?.start as usize, words.len());
        Some(Recast::of_parts(&[
            (name.of(words), name, true),
            ("'s share was ", name, false),
            (rest.of(words), rest, true),
        ]))
    }

    /// What is said in other words, if it is more than in its own.
    pub(super) fn read_instead(
        &self,
        way: &Recast,
        words: &str,
        alone: &Read,
        dated: bool,
        buffers: &mut Buffers,
    ) -> Option<Read> {
        self.read_with(way, words, (alone, 1), dated, buffers)
    }

    /// The same, if it is so many statements more.
    pub(super) fn read_with(
        &self,
        way: &Recast,
        words: &str,
        (alone, more): (&Read, usize),
        dated: bool,
        buffers: &mut Buffers,
    ) -> Option<Read> {
        let seen = buffers.seen;
        let mut read = self.parse(&way.text, dated, false, buffers);
        let here = buffers.seen;
        tokenise(words, &mut buffers.lower, &mut buffers.tokens);
        let told = |item: &&Item| matches!(item, Item::Said(said) if !said.adjuncts.bare);
        let said = |read: &Read| read.items.iter().filter(told).count();
        let better = read.unread.len() <= alone.unread.len() && said(&read) >= said(alone) + more;
        buffers.seen = if better { here } else { seen };
        if !better {
            return None;
        }
        for unread in &mut read.unread {
            unread.span = way.back(unread.span);
        }
        let inner = read.recast.take();
        read.recast = Some(Box::new(inner.map_or_else(|| way.clone(), |inner| inner.behind(way))));
        Some(read)
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn items_under_words_that_divide_the_whole() {
        for over in ["Shares of all tokens last week:", "How they split last week's tokens:"] {
            let read = article(&format!("# Tokens\n\n{over}\n\n- Birch 19.3%\n- 12% — Alder\n"));
            for share in ["Alder accounted for 12 percent of", "Birch accounted for 19.3 percent of"] {
                let share = format!("{share} the total call volume");
                assert!(read.contains(&share), "{over}: {read:?}");
            }
        }
        for over in [
            "Shares of the top five last week:", "Northern shares last week:", "Changes of shares last week:",
        ] {
            let read = article(&format!("# Tokens\n\n{over}\n\n- Birch 19.3%\n- Alder: 12%\n"));
            assert!(!read.iter().any(|claim| claim.contains("accounted")), "{over}: {read:?}");
        }
    }
}
