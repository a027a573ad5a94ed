//! Who did otherwise: `Not so X, which slipped 2 %`, `The same cannot be said of X, which fell`.

use super::*;

/// What says that somebody did otherwise, and how it is joined to the name.
const OTHERWISE: &[&[&str]] = &[
    &["not", "so", "for"],
    &["not", "so", "with"],
    &["not", "so"],
    &["less", "so"],
    &["the", "same", "cannot", "be", "said", "of"],
    &["the", "same", "cannot", "be", "said", "for"],
    &["the", "same", "is", "not", "true", "of"],
    &["the", "same", "is", "not", "true", "for"],
];

impl Parser<'_> {
    /// "Not so X, which slipped 2 %": the words before the comma say only of whom the rest is.
    pub(super) fn not_so(&mut self) -> bool {
        let before = Chunks { at: self.c.at.saturating_sub(1), ..self.c };
        if !self.c.is(0, words!["not", "less", "the"]) || self.c.at > 0 && !is_stop(before, 0) {
            return false;
        }
        let Some(words) = OTHERWISE.iter().find(|words| self.c.are(words)) else { return false };
        let Some((rest, np)) = noun_phrase(self.c.skip(words.len())) else { return false };
        if !np.is_named() || !rest.is(0, words![","]) || !rest.is(1, words!["which", "whose", "who"]) {
            return false;
        }
        self.focus = Some(np);
        self.c = rest;
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn who_did_otherwise() {
        for text in [
            "Alder rose 8% last week. Not so Birch, which fell 2%.",
            "Token usage of Alder rose last week. Not so that of Birch, which fell by 2%.",
            "Alder rose 8% last week. The same cannot be said of Birch, which fell 2%.",
        ] {
            assert_eq!(article(text).last().map(String::as_str), Some("Birch fell by 2 percent"), "{text}");
        }
        let read = article("Alder rose 8% last week. Not so fast, which fell 2%.");
        assert!(!read.iter().any(|line| line.contains("fell by 2")), "{read:?}");
    }
}
