//! A figure behind the word for what it is, of whoever the heading or the item
//! above names: `Tokens last week: 4.19 trillion`, `Change: +8%`, `Rank: 1`. What
//! the label means is what it would mean over a column of a table.

use super::*;
use crate::en::clause::table;

/// Longer labels are none.
const LONGEST: usize = 6;

impl Parser<'_> {
    /// "Share of total: 14%", at the start of a line, or one after the other: "rank:
    /// second; share: 14%".
    pub(super) fn labelled(&mut self) -> bool {
        let c = self.c;
        let fresh = c.at == 0 && self.items.is_empty() || c.word_before() == ";";
        if !fresh || self.unread.is_some() {
            return false;
        }
        let Some(colon) = (1..=LONGEST).find(|ahead| c.is(*ahead, words![":"])) else { return false };
        let value = c.skip(colon + 1);
        let end = (1..value.len())
            .find(|ahead| is_stop(value, *ahead) || value.is(*ahead, words!["("]))
            .map_or(value.to, |ahead| value.at + ahead);
        let label = c.until(c.at + colon);
        let Some(table::Labelled { act, metric, times }) = table::labelled(label, value.until(end)) else {
            return false;
        };
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.about = metric.map(About::Metric);
        outcome.adjuncts.times = times;
        let np = Np::carried(c.span(c.at, c.at + colon));
        self.accept(c.at, Chunks { at: end, ..c }, &np, outcome, Group::PLAIN)
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn figures_behind_their_labels_are_of_whom_the_heading_names() {
        let text = "## Alder\n\n- Tokens last week: 4.19 trillion\n- **WoW change:** +34.9%\n\
                    - Share of total: 17%\n- Rank: #1\n\n## Birch\n\nWeekly tokens: 3.63T (down 8.5%)\n";
        assert_eq!(
            article(text),
            [
                "Alder was 4.19 trillion tokens",
                "Alder rose by 34.9 percent",
                "Alder accounted for 17 percent of the total call volume",
                "Alder ranked number 1 by call volume",
                "Birch was 3.63 trillion tokens",
                "Birch fell by 8.5 percent"
            ]
        );
        let text =
            "Last week:\n\n- Alder\n  - Tokens: 4.19T\n  - Position: No. 1\n- Birch\n  - Tokens: 3.63T\n";
        assert_eq!(
            article(text),
            [
                "Alder was 4.19 trillion tokens", "Alder ranked number 1 by call volume",
                "Birch was 3.63 trillion tokens"
            ]
        );
    }

    #[test]
    fn one_label_after_the_other() {
        let text = "**Alder**: 4.19 trillion tokens last week; rank: second; share: 14.8%\n";
        assert_eq!(
            article(text),
            [
                "Alder was 4.19 trillion tokens",
                "Alder ranked number 2 by call volume",
                "Alder accounted for 14.8 percent of the total call volume"
            ]
        );
    }

    #[test]
    fn labels_that_say_more_or_speak_of_nobody() {
        for label in ["Tokens all time", "Input tokens", "Tokens per day", "Peak", "Previous rank"] {
            let claims = article(&format!("## Alder\n\n- {label}: 4.19T\n"));
            assert!(claims.iter().all(|claim| claim.len() == 1), "{label}: {claims:?}");
        }
        for text in ["Tokens: 4.19T\n", "## Alder and Birch\n\n- Tokens: 4.19T\n"] {
            let claims = article(text);
            assert!(claims.iter().all(|claim| claim.len() == 1), "{text}: {claims:?}");
        }
    }
}
