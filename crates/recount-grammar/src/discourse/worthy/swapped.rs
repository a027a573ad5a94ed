//! Who made way for whom, in words that go on about a list or an order: "they pushed out X", "out go X and Y", "the
//! order had flipped", "Y had won it back".

use super::beside::Beside;
use crate::en::phrase::Phrase;
use crate::token::Words;

impl Beside<'_> {
    /// Did one take the place of another, or an order turn?
    pub(super) fn is_swapped(&self) -> bool {
        const PUSHED: &Words =
            words!["pushed", "knocked", "edged", "squeezed", "crowded", "shoved", "forced"];
        const ORDER: &Words = words!["order", "tables", "roles", "ranking", "picture", "positions"];
        const BACK: &Words = words!["won", "got", "took", "had", "claimed", "gained"];
        // Most words are none of all these.
        const ANY: &Words = words![
            "pushed", "knocked", "edged", "squeezed", "crowded", "shoved", "forced", "order", "tables",
            "roles", "ranking", "picture", "positions", "won", "got", "took", "had", "claimed", "gained",
            "out", "in"
        ];
        if !self.is(ANY) {
            return false;
        }
        let named = |ahead: isize| matches!(self.phrase(ahead), Some(Phrase::Name(_)));
        if self.is(PUSHED) {
            return matches!(self.word(1), "out" | "off" | "aside");
        }
        if self.is(ORDER) {
            let turned = |ahead| matches!(self.word(ahead), "flipped" | "reversed" | "turned" | "swapped");
            return self.word(-1) == "the" && (1..=3).any(turned);
        }
        if self.is(BACK) {
            return self.word(1) == "it" && self.word(2) == "back";
        }
        // "Out go X and Y, in come Z".
        let moves = || matches!(self.word(1), "go" | "goes" | "went" | "come" | "comes" | "came");
        self.is(words!["out", "in"]) && moves() && named(2)
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn what_goes_on_about_an_order_is_listed() {
        let lead = "Alder and Birch entered the top nine by token usage last week.";
        for text in [
            "They pushed out Cedar.",
            "Out goes Cedar, in come Alder and Birch.",
            "Two weeks later, the order had flipped.",
            "By the following week, Cedar had won it back.",
            "This was the first decline since the week of April 13.",
        ] {
            let read = article(&format!("{lead} {text}"));
            assert_eq!(read.last().map(String::as_str), Some("?"), "{text}: {read:?}");
        }
        for text in ["They pushed on.", "Out in the fields, Cedar grows.", "The order of the day was rest."] {
            let read = article(&format!("{lead} {text}"));
            assert_ne!(read.last().map(String::as_str), Some("?"), "{text}: {read:?}");
        }
    }
}
