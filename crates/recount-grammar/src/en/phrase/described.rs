//! Words that only describe the name behind them: `the medical drama "X"`,
//! `Mara Quill's memoir X`, `newcomer X`, and who made it: `"X" by Mara Quill`.
//!
//! They become part of the name's phrase, so that the grammar of clauses need
//! not know of them. What tells a name from another one of the same name
//! ("vinyl X", "not X") stays outside.

use super::{Chunk, Phrase};
use crate::en::lexicon::{Kind, Noun, Starts, is_grammatical};
use crate::token::{Kind as Made, Token, Tokens};
use recount_model::{Name, Subject};

/// How many words may describe a name.
const MOST: usize = 8;

/// Participles that tell a thing from another one of its name.
const ANOTHER: &[&str] = &[
    "tuned", "hosted", "distilled", "trained", "coded", "quantised", "quantized", "preview", "beta",
    "experimental",
];

/// Puts the words that describe a name into its phrase.
pub(super) fn names(chunks: &mut Vec<Chunk<'_>>, tokens: Tokens<'_>) {
    let mut at = 0;
    while at < chunks.len() {
        if is_one(&chunks[at].phrase) {
            let look = Look { chunks, tokens };
            let from = look.described(at);
            let to = look.made_by(at);
            chunks[at].first = chunks[from].first;
            chunks[at].end = chunks[to].end;
            chunks.drain(at + 1..=to);
            chunks.drain(from..at);
            at = from;
        }
        at += 1;
    }
}

/// The name of one thing, not of a group.
fn is_one(phrase: &Phrase<'_>) -> bool {
    let one = |name: &Name| matches!(name, Name::Subject(Subject::Entity(_) | Subject::Series(_)));
    matches!(phrase, Phrase::Name(names) if names.iter().any(one))
}

#[derive(Clone, Copy)]
struct Look<'c, 'v> {
    chunks: &'c [Chunk<'v>],
    tokens: Tokens<'c>,
}

impl<'c> Look<'c, '_> {
    /// The chunk with which the description of the name at `at` begins; `at` itself
    /// where there is none.
    fn described(self, at: usize) -> usize {
        let mut run = at;
        while run > 0 && at - run < MOST && self.is_plain(run - 1) {
            run -= 1;
        }
        let before = run.checked_sub(1);
        let article = before.is_some_and(|at| self.is(at, &["the", "a", "an", "this"]));
        let possessive = before.is_some_and(|at| self.is(at, &["its", "their", "his", "her"]));
        let owner = before.filter(|at| self.is(*at, &["'s", "’s"]) || self.is_plural_owner(*at));
        // "Norvane single X", "the Norvane film X": who made it, and what it is.
        let mut makers = before.into_iter().chain(run..at);
        let maker = makers.find(|maker| run < at && self.is_maker(*maker) && self.is_work(at - 1));
        if let Some(maker) = maker {
            let article = maker.checked_sub(1).filter(|place| self.is(*place, &["the", "a"]));
            return article.unwrap_or(maker);
        }
        if let Some(from) = self.newly(at).or_else(|| self.sized(at)).or_else(|| self.rated(at)) {
            return from;
        }
        let described = run < at && self.names_kind(at - 1, run, article || possessive || owner.is_some());
        if let Some(from) = owner.filter(|_| run == at || described).and_then(|mark| self.owner(mark)) {
            return from;
        }
        match described {
            true if article || possessive => run - 1,
            true if owner.is_some() || self.begins(run) => run,
            _ => at,
        }
    }

    /// The name of a group, before what one of its members is.
    fn is_maker(self, at: usize) -> bool {
        let Phrase::Name(names) = &self.chunks[at].phrase else { return false };
        let group = |name: &Name| matches!(name, Name::Subject(Subject::Group(_)));
        !names.is_empty() && names.iter().all(group) && !self.is(at + 1, &["'s", "’s"])
    }

    /// "single", "film": what a title may be, no word for whatever is counted.
    fn is_work(self, at: usize) -> bool {
        matches!(self.chunks[at].phrase, Phrase::Word(entry) if matches!(entry.kind, Kind::Work | Kind::Owned))
            && !self.lower(self.chunks[at].first).ends_with('s')
    }

    /// "newly released X": where that begins.
    fn newly(self, at: usize) -> Option<usize> {
        let from = at.checked_sub(2)?;
        let new = self.is(from, &["newly", "recently", "just", "freshly"])
            && self.is(from + 1, &["released", "launched", "added", "issued", "unveiled"]);
        (new && self.begins(from)).then_some(from)
    }

    /// "the larger X", "its much cheaper X": what a thing is like beside another one just named. Not
    /// "the older X", which may be another version.
    fn sized(self, at: usize) -> Option<usize> {
        const SIZES: &[&str] = &[
            "larger", "smaller", "bigger", "cheaper", "pricier", "faster", "slower", "heavier", "lighter",
            "costlier", "leaner", "tiny", "giant",
        ];
        let size = at.checked_sub(1).filter(|place| self.is(*place, SIZES))?;
        let degree = usize::from(size > 0 && self.is(size - 1, &["much", "far", "slightly", "even"]));
        let article = size.checked_sub(1 + degree)?;
        self.is(article, &["the", "its", "their"]).then_some(article)
    }

    /// "the highly rated X", "the once dominant X": what is thought of a thing, which tells it from no
    /// other one.
    fn rated(self, at: usize) -> Option<usize> {
        let (word, adverb) = (at.checked_sub(1)?, at.checked_sub(2)?);
        let article = at.checked_sub(3).filter(|place| self.is(*place, &["the", "its", "their"]))?;
        let (said, how) = (self.lower(self.chunks[word].first), self.lower(self.chunks[adverb].first));
        let plain = |place: usize| matches!(self.chunks[place].phrase, Phrase::Word(_));
        let rated = how.ends_with("ly") && said.ends_with("ed") && !ANOTHER.contains(&said);
        let once =
            matches!(how, "once" | "formerly" | "previously" | "still" | "always") && self.is_plain(word);
        (plain(word) && plain(adverb) && (rated || once)).then_some(article)
    }

    /// Does the last word of a description, which begins at `run`, say what the
    /// thing is?
    fn names_kind(self, last: usize, run: usize, owned: bool) -> bool {
        match self.chunks[last].phrase {
            Phrase::Word(entry) => match entry.kind {
                Kind::Thing | Kind::Work => true,
                // "the model X", "coding model X".
                _ if entry.noun == Some(Noun::Thing) && last == run => owned,
                _ if entry.noun == Some(Noun::Thing) => {
                    let another = |place: usize| ANOTHER.contains(&self.lower(self.chunks[place].first));
                    !self.lower(self.chunks[last].first).ends_with('s') && !(run..last).any(another)
                }
                // "the ever-popular X", "little-known X".
                _ if self.is_told_of_it(last) => true,
                _ if self.is(last, &["neighboring", "neighbouring", "nearby"]) => true,
                Kind::Owned => owned && (last == run || self.is_described(last)),
                Kind::Word | Kind::Telling => false,
            },
            // "former No. 1 X".
            Phrase::Place(_) => last > run,
            // "her latest film X", where films are a group.
            Phrase::Adjective(_) => owned,
            _ => false,
        }
    }

    /// "ever-popular", "little-known", "fast-growing": what a compound says of a thing without
    /// telling it from another one, as "fine-tuned" does.
    fn is_told_of_it(self, last: usize) -> bool {
        let word = self.lower(self.chunks[last].first);
        let joined = last >= 2 && crate::token::is_hyphen(self.lower(self.chunks[last - 1].first));
        let told = word.ends_with("ed")
            || word.ends_with("ing")
            || matches!(word, "known" | "popular" | "dominant" | "favourite" | "favorite" | "mighty");
        joined && told && !ANOTHER.contains(&word)
    }

    /// "the smash hit X", "its former number one single": an adjective before it.
    fn is_described(self, last: usize) -> bool {
        matches!(self.chunks[last - 1].phrase, Phrase::Word(entry) if entry.kind != Kind::Word)
            || self.is(
                last - 1,
                &["new", "latest", "former", "long", "-", "running", "holiday", "smash", "debut"],
            )
    }

    /// A word that may describe: neither a verb nor one of the grammar's own, and
    /// none that tells a name from another.
    fn is_plain(self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        if let Phrase::Adjective(_) = chunk.phrase {
            return self.chunks.get(at + 1).is_some_and(|next| is_one(&next.phrase));
        }
        // "its northern stablemate X", "Dale sibling X", where the maker has a name.
        if let (Phrase::Name(_), Some(next)) = (&chunk.phrase, self.chunks.get(at + 1)) {
            let kin = matches!(&next.phrase, Phrase::Word(entry) if entry.noun == Some(Noun::Counterpart) || matches!(entry.kind, Kind::Owned | Kind::Thing));
            return kin && !is_one(&chunk.phrase);
        }
        let Phrase::Word(entry) = chunk.phrase else {
            // "former No. 1 X".
            return matches!(chunk.phrase, Phrase::Place(super::place::Place::At(_)))
                && at
                    .checked_sub(1)
                    .is_some_and(|before| self.is(before, &["former", "onetime", "recent", "perennial"]));
        };
        let Some(token) = self.token(chunk.first) else { return false };
        let lower = self.tokens.lower_of(token);
        let hyphen = crate::token::is_hyphen(lower) && token.glued;
        let noun =
            entry.noun.is_none_or(|noun| matches!(noun, Noun::Counterpart | Noun::Thing | Noun::Place))
                || matches!(entry.kind, Kind::Thing | Kind::Work);
        let verb = entry.verb.is_some() && !matches!(entry.kind, Kind::Thing | Kind::Work | Kind::Owned);
        let joined = |place: Option<&Chunk<'_>>| {
            place.is_some_and(|chunk| crate::token::is_hyphen(self.lower(chunk.first)))
        };
        // "the long-running X", "a record-breaking X".
        let compound =
            joined(self.chunks.get(at + 1)) || joined(at.checked_sub(1).map(|at| &self.chunks[at]));
        // "market leader", "reigning champion", "long-time favourite".
        let leads = matches!(lower, "market" | "pack" | "field" | "category")
            && at + 1 < self.chunks.len()
            && self.is(at + 1, &["leader"]);
        if leads || matches!(lower, "reigning" | "defending") || compound && lower == "time" {
            return true;
        }
        const WHERE: &[&str] = &[
            "behind", "past", "ahead", "beyond", "near", "around", "across", "beside", "alongside", "except",
        ];
        let word = token.kind == Made::Word
            && !is_grammatical(lower)
            && !WHERE.contains(&lower)
            && (!entry.adverb || compound)
            && entry.kind != Kind::Telling
            && !token.starts.any(Starts::CALENDAR)
            && !matches!(lower, "'s" | "’s");
        hyphen || word && (compound || noun && !verb)
    }

    /// May a description without an article begin at `run`: at the start of a
    /// clause, or behind a verb or a preposition?
    fn begins(self, run: usize) -> bool {
        let Some(before) = run.checked_sub(1) else { return true };
        match self.chunks[before].phrase {
            Phrase::Word(entry) => {
                let lower = self.lower(self.chunks[before].first);
                let stop = !lower.starts_with(|c: char| c.is_alphanumeric());
                stop || entry.verb.is_some() && entry.noun.is_none()
                    || entry.adverb
                    || crate::en::lexicon::is_function_word(lower)
                    || matches!(lower, "behind" | "past")
                        && !matches!(lower, "not" | "no" | "nor" | "neither")
            }
            Phrase::Time(_) => true,
            _ => false,
        }
    }

    /// Where the words of an owner begin that no name of the vocabulary is, whose
    /// "'s" stands at `mark`: "Mara Quill's", "the Brasses'".
    fn owner(self, mark: usize) -> Option<usize> {
        let mut from = mark;
        while from > 0 && mark - from < MOST && (self.is_capitalised(from - 1) || self.links(from - 1, mark))
        {
            from -= 1;
        }
        while from < mark && !self.is_capitalised(from) {
            from += 1;
        }
        if from == mark {
            return None;
        }
        // "author Mara Quill's".
        let mut kind = from;
        while kind > 0 && from - kind < 3 && self.is_plain(kind - 1) && !self.is_capitalised(kind - 1) {
            kind -= 1;
        }
        let from = if kind == 0 || self.begins(kind) { kind } else { from };
        let article = from.checked_sub(1).is_some_and(|before| self.is(before, &["the", "a"]));
        Some(if article { from - 1 } else { from })
    }

    /// "and" or "&" between two owners.
    fn links(self, at: usize, mark: usize) -> bool {
        self.is(at, &["and", "&", "of", "the"])
            && at + 1 < mark
            && at > 0
            && self.is_capitalised(at + 1)
            && (self.is_capitalised(at - 1) || self.is(at - 1, &["of", "and", "&"]))
    }

    /// "the Brasses' X": a mark that stands for a possessive.
    fn is_plural_owner(self, at: usize) -> bool {
        let glued = self.token(self.chunks[at].first).is_some_and(|token| token.glued);
        glued
            && self.is(at, &["'", "’"])
            && at.checked_sub(1).is_some_and(|before| self.lower(self.chunks[before].end - 1).ends_with('s'))
    }

    /// The last chunk of a name between quotation marks and of who made it: `"X" by
    /// Mara Quill`.
    fn made_by(self, at: usize) -> usize {
        let quoted = !self.lower(self.chunks[at].first).starts_with(|c: char| c.is_alphanumeric());
        let by = quoted && at + 1 < self.chunks.len() && self.is(at + 1, &["by", "from"]);
        let mut to = at + 1;
        while by && to + 1 < self.chunks.len() && to - at <= 5 && self.is_capitalised(to + 1) {
            to += 1;
        }
        let ends = match self.chunks.get(to + 1).map(|next| &next.phrase) {
            Some(Phrase::Word(entry)) => entry.verb.is_some() || self.is(to + 1, &[",", "(", "—", "–"]),
            Some(_) => false,
            None => true,
        };
        if by && to > at + 1 && ends { to } else { at }
    }

    /// A word with a capital that neither the vocabulary nor the grammar knows.
    fn is_capitalised(self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        let Phrase::Word(entry) = chunk.phrase else { return false };
        let Some(token) = self.token(chunk.first) else { return false };
        let text = self.tokens.text_of(token);
        let dot = text == "."
            && token.glued
            && at > 0
            && self.tokens.text_of(self.tokens.rest[chunk.first - 1]).len() == 1;
        let capital = text.chars().next().is_some_and(char::is_uppercase);
        let known =
            entry.source || is_grammatical(self.tokens.lower_of(token)) || token.starts.any(Starts::CALENDAR);
        dot || capital && !known && token.kind == Made::Word
    }

    fn token(self, at: usize) -> Option<Token> {
        self.tokens.rest.get(at).copied()
    }

    fn lower(self, token: usize) -> &'c str {
        self.tokens.rest.get(token).map_or("", |token| self.tokens.lower_of(*token))
    }

    fn is(self, at: usize, words: &[&str]) -> bool {
        matches!(self.chunks[at].phrase, Phrase::Word(_))
            && words.contains(&self.lower(self.chunks[at].first))
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{assert_listed, assert_read};

    #[test]
    fn what_only_describes_a_name_is_part_of_it() {
        for name in [
            "Newcomer Alder", "The long-running drama \"Alder\"", "Mara Quill's \"Alder\"",
            "Mara Quill's latest single \"Alder\"", "The medical drama Alder", "Former champion Alder",
            "\"Alder\" by Mara Quill", "Author Mara Quill's memoir \"Alder\"", "The Brasses' \"Alder\"",
        ] {
            let up = format!("{name} rose 8% last week.");
            assert_read(&[(up.as_str(), &["Alder rose by 8 percent"])]);
            let behind = format!("Birch overtook {} last week.", name.replacen("The ", "the ", 1));
            if !name.contains(" by ") {
                assert_read(&[(
                    behind.as_str(),
                    &["Birch was above that of Alder, unlike in the week of 15 June 2026"],
                )]);
            }
        }
    }

    #[test]
    fn what_tells_it_from_another_is_not() {
        assert_listed(&[
            "Vinyl Alder rose 8% last week.",
            "The remixed single \"Alder\" rose 8% last week.",
            "Fans of the drama of Alder rose 8% last week.",
            "Neither drama Alder nor anything else rose 8% last week.",
        ]);
    }
}
