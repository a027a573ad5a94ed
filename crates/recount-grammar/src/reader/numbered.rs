//! Numbered lists of places: under `Top 5 by tokens:` the first item names who is first.

use recount_model::Name;

use crate::document::{Block, Document, Kind};
use crate::en::clause::{About, Act, Adjuncts, Anchor, Item, Mood, Said, Who};
use crate::en::phrase::place::Place;

use super::hint::above;
use crate::names::{Mention, Names};
use crate::token::{Kind as TokenKind, Token, Tokens, tokenise};

/// Longer words over a list are no name of a ranking.
const LONGEST: usize = 120;

/// Puts the place that the number of an item gives before what the item says of one thing: how
/// much it had.
pub(super) fn place(
    items: &mut Vec<Item>,
    document: &Document<'_>,
    block: &Block<'_>,
    first: bool,
    names: &Names,
) {
    let Kind::ListItem { number: Some(number), .. } = block.kind else { return };
    let Some(Item::Said(told)) = items.first() else { return };
    let one = matches!(&told.who.who, Who::Named(names)
        if matches!(names.as_slice(), [name] if matches!(name.first(), Some(recount_model::Subject::Entity(_)))));
    let level = matches!(told.act, Act::Level { .. }) && !told.negated && told.mood == Mood::Plain;
    let plain = told.who.about == About::Nothing && !told.who.share && told.anchor == Anchor::Clause;
    if !first || !one || !level || !plain || number == 0 || !is_ranking(document, block, names) {
        return;
    }
    let rank = Said {
        act: Act::Rank { place: Place::At(number), movement: None, among: None },
        adjuncts: Adjuncts::default(),
        span: told.who.span,
        ..(**told).clone()
    };
    items.insert(0, Item::Said(Box::new(rank)));
}

/// Do the words over the list call it a ranking of what there was, and nothing else: "Top five by
/// tokens", "The ranking last week"? Not "Top gainers", "Top 3 takeaways", "Top five southern
/// models".
fn is_ranking(document: &Document<'_>, block: &Block<'_>, names: &Names) -> bool {
    const RANKED: &[&str] = &["ranking", "rankings", "leaderboard", "standings"];
    const COUNTS: &[&str] = &["three", "five", "six", "seven", "eight", "nine", "ten"];
    const PLAIN: &[&str] = &[
        "top", "the", "by", "of", "in", "on", "for", "a", "an", "is", "are", "here", "this", "last", "week",
        "weekly", "s", "full", "most", "used", "global", "overall", "current", "world", "worldwide", "and",
        "to", "from", "new", "at", "with", "their", "three", "five", "six", "seven", "eight", "nine", "ten",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ];
    above(document, block).into_iter().filter_map(|place| document.blocks.get(place)).any(|over| {
        if over.text.len() > LONGEST {
            return false;
        }
        let (mut lower, mut tokens, mut squeezed) = (String::new(), Vec::new(), String::new());
        tokenise(&over.text, &mut lower, &mut tokens);
        let told = Tokens { text: &over.text, lower: &lower, rest: &tokens };
        let somebody = |mention: &Mention<'_>| {
            mention.adjective || mention.names.iter().any(|name| matches!(name, Name::Subject(_)))
        };
        if names.find(told, &mut squeezed).iter().any(somebody) {
            return false;
        }
        let words: Vec<&str> = tokens
            .iter()
            .filter(|token| token.kind != TokenKind::Symbol)
            .map(|token| told.lower_of(*token))
            .collect();
        let counted = words.windows(2).any(|pair| match pair {
            ["top", count] => count.parse::<u32>().is_ok() || COUNTS.contains(count),
            _ => false,
        });
        let ranked = counted || words.iter().any(|word| RANKED.contains(word));
        let plain = |token: &Token| {
            let word = told.lower_of(*token);
            token.kind != TokenKind::Word
                || PLAIN.contains(&word)
                || RANKED.contains(&word)
                || names.knows(word)
                || names.role_of(told, *token).source
                || matches!(word, "\u{2019}s" | "'s")
        };
        ranked && tokens.iter().all(plain)
    })
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn the_numbers_of_a_ranking_are_places() {
        let items = "1. Alder – 4.19T (+8%)\n2. Birch – 3.63T\n";
        let said = [
            "Alder ranked number 1 by call volume", "Alder was 4.19 trillion tokens",
            "Alder rose by 8 percent", "Birch ranked number 2 by call volume",
            "Birch was 3.63 trillion tokens",
        ];
        for over in ["Top 5 by tokens last week:", "## The ranking last week"] {
            let mut read = article(&format!("{over}\n\n{items}"));
            read.retain(|line| line != "?");
            assert_eq!(read, said, "{over}");
        }
        for over in [
            "Notes of last week:", "Top 5 gainers last week:", "The top 3 things last week:",
            "Top 5 northern models last week:", "The coding ranking last week:",
        ] {
            let read = article(&format!("{over}\n\n{items}"));
            assert!(read.iter().all(|line| !line.contains("ranked")), "{over}: {read:?}");
        }
    }
}
