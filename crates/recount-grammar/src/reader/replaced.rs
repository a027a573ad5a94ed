//! "Dunlin slipped out of the top nine. Heron took its place.": Heron entered the top nine. "X is no longer second. That
//! place now belongs to Y.": Y is second. The place stands in the sentence before.

use recount_model::{Movement, Span};

use super::{Buffers, Item, Parsed, Read, Reader, Tokens};
use crate::en::clause::recast::Recast;
use crate::en::clause::{Act, Mood, Who};
use crate::en::phrase::place::Place;
use crate::token::tokenise;

/// Longer sentences say something else, in tokens.
const LONGEST: usize = 40;

/// What stands before a sentence.
pub(super) struct Behind<'p> {
    /// The question that it may answer.
    pub asked: Option<&'p str>,
    /// The sentence before it.
    pub last: Option<&'p Parsed>,
    /// The block it stands in itself.
    pub block: usize,
}

impl Reader<'_> {
    /// What a sentence says behind another one, where both together say more than it says alone.
    pub(super) fn behind_another(
        &self,
        behind: &Behind<'_>,
        words: &str,
        alone: Read,
        dated: bool,
        buffers: &mut Buffers,
    ) -> Read {
        let answered = behind.asked.and_then(|asked| self.answered(asked, words, &alone, dated, buffers));
        let read = answered.unwrap_or(alone);
        self.replaced(behind, words, &read, dated, buffers)
            .or_else(|| self.went_on(behind, words, &read, dated, buffers))
            .unwrap_or(read)
    }

    /// What a sentence says of the place that somebody lost in the one before.
    fn replaced(
        &self,
        behind: &Behind<'_>,
        words: &str,
        alone: &Read,
        dated: bool,
        buffers: &mut Buffers,
    ) -> Option<Read> {
        let entered = place_lost(behind.last.filter(|last| last.block == behind.block)?)?;
        let way = self.told_of_the_place(&entered, words)?;
        self.read_instead(&way, words, alone, dated, buffers)
    }

    /// The words with that place instead of "its place".
    fn told_of_the_place(&self, entered: &str, words: &str) -> Option<Recast> {
        let (mut lower, mut found, mut squeezed) = (String::new(), Vec::new(), String::new());
        tokenise(words, &mut lower, &mut found);
        let tokens = Tokens { text: words, lower: &lower, rest: &found };
        if tokens.len() > LONGEST {
            return None;
        }
        let mentions = self.names.find(tokens, &mut squeezed);
        let mention = mentions.first().filter(|mention| !mention.adjective)?;
        let front = place_taken(tokens, mention.first)?;
        let end = if front { mention.end } else { mention.end + taken_behind(tokens.skip(mention.end))? };
        let there = usize::from(tokens.peek_at(end) == "there");
        let rest = found.get(end + there).map_or(words.len(), |token| token.start as usize);
        let goes_on = words.get(rest..)?.starts_with(['.', ',', ';', '!', '—', '–']) || rest == words.len();
        let from = found.get(mention.first)?.start as usize;
        let to = found.get(mention.end.checked_sub(1)?)?.end as usize;
        let name = Span::new(from, to);
        let behind = Span::new(rest, words.len());
        goes_on.then(|| {
            Recast::of_parts(&[
                (name.of(words), name, true),
                (entered, name, false),
                (behind.of(words), behind, true),
            ])
        })
    }
}

/// What the one does who has the place now that somebody lost.
fn place_lost(last: &Parsed) -> Option<String> {
    let said = last.items.iter().rev().find_map(|item| match item {
        Item::Said(said) => Some(said),
        Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => None,
    })?;
    let Act::Rank { place, movement, among: None } = &said.act else { return None };
    let left = *movement == Some(Movement::Left) || said.no_longer;
    let one = !matches!(&said.who.who, Who::Named(names) if names.len() > 1);
    if !left || !one || said.mood != Mood::Plain {
        return None;
    }
    match place {
        Place::Top(n) => Some(format!(" entered the top {n}")),
        Place::At(n) => Some(format!(" is number {n}")),
        _ => None,
    }
}

/// "Its place went to", "that spot now belongs to", "it was replaced by" in front of a name: `Some(false)` where the name
/// stands first.
fn place_taken(tokens: Tokens<'_>, name: usize) -> Option<bool> {
    if name == 0 {
        return Some(false);
    }
    let word = |place: usize| tokens.peek_at(place);
    let place = matches!(word(0), "its" | "that" | "their")
        && matches!(word(1), "place" | "spot" | "slot" | "position");
    let now = 2 + usize::from(matches!(word(2), "now" | "then" | "has"));
    let went = matches!(word(now), "went" | "goes" | "gone" | "belongs" | "passed" | "fell")
        && word(now + 1) == "to";
    let replaced =
        word(0) == "it" && word(1) == "was" && word(2) == "replaced" && word(3) == "by" && name == 4;
    (place && went && name == now + 2 || replaced).then_some(true)
}

/// "took its place", "replaced it" behind a name: how many tokens it takes.
fn taken_behind(tokens: Tokens<'_>) -> Option<usize> {
    let word = |place: usize| tokens.peek_at(place);
    let took = matches!(word(0), "took" | "takes" | "filled" | "fills" | "claimed");
    let place = matches!(word(1), "its" | "their" | "that") && matches!(word(2), "place" | "spot" | "slot");
    match () {
        () if took && place => Some(3),
        () if matches!(word(0), "replaced" | "replaces") && word(1) == "it" => Some(2),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn the_place_that_somebody_lost() {
        let top = "Birch entered the top 9 by call volume compared with the week of 15 June 2026";
        for behind in ["Birch took its place.", "Its place went to Birch.", "It was replaced by Birch."] {
            let read =
                article(&format!("Alder dropped out of the top nine by token usage last week. {behind}"));
            assert!(read.iter().any(|claim| claim == top), "{behind}: {read:?}");
        }
        let second = "Birch ranked number 2 by call volume";
        let read =
            article("Alder was no longer second by token usage last week. That place now belongs to Birch.");
        assert!(read.iter().any(|claim| claim == second), "{read:?}");
    }

    #[test]
    fn another_place() {
        for behind in
            ["Birch took its place in a second ranking.", "Birch took its time.", "Its office went to Birch."]
        {
            let read =
                article(&format!("Alder dropped out of the top nine by token usage last week. {behind}"));
            assert!(!read.iter().any(|claim| claim.starts_with("Birch")), "{behind}: {read:?}");
        }
        let read = article("Alder rose to third by token usage last week. Birch took its place.");
        assert!(!read.iter().any(|claim| claim.starts_with("Birch")), "{read:?}");
    }
}
