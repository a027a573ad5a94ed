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
        let nobody = || (label, Np::carried(c.span(c.at, c.at + colon)), Vec::new());
        let (label, np, behind) = of_whom(label).unwrap_or_else(nobody);
        let Some(table::Labelled { act, metric, times }) = table::labelled(label, value.until(end)) else {
            return false;
        };
        let mut outcome = Outcome::one(act);
        outcome.adjuncts.about = metric.map(About::Metric);
        outcome.adjuncts.times = times;
        outcome.adjuncts.times.extend(behind);
        self.accept(c.at, Chunks { at: end, ..c }, &np, outcome, Group::PLAIN)
    }
}

/// "Tokens processed by X in the week to June 28", "Change in X's volume": the label without
/// whose it is, and when.
fn of_whom(label: Chunks<'_>) -> Option<(Chunks<'_>, Np, Vec<crate::en::phrase::time::Time>)> {
    let used = |ahead: usize| {
        let verb =
            label.verb(ahead).is_some_and(|verb| verb.frames.any(Frames::USE) && verb.form == Form::Past);
        verb && label.is(ahead + 1, words!["by", "on", "through"])
    };
    // "Platform volume last week": all of it.
    let all = noun_phrase(label).filter(|(rest, np)| {
        np.who == Who::Total && !np.share && crate::en::clause::adjunct::times(*rest).0.is_empty()
    });
    if let Some((_, np)) = all {
        return Some((label, np, Vec::new()));
    }
    (1..label.len()).find_map(|ahead| {
        let count = match () {
            () if used(ahead) => 2,
            () if label.is(ahead, words!["in", "of", "for", "by"]) => 1,
            () => return None,
        };
        let (rest, np) = noun_phrase(label.skip(ahead + count))?;
        let (rest, times) = crate::en::clause::adjunct::times(rest);
        // "Share of all tokens": whose it is, stands above.
        let whole = label.is(ahead, words!["of"])
            && label.span(ahead + count, label.len()).of(label.tokens.text).starts_with("all ");
        let whose = matches!(&np.who, Who::Named(names) if names.len() == 1) && !np.share && !whole;
        (whose && rest.is_empty()).then(|| (label.until(label.at + ahead), np, times))
    })
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::{article, assert_read};

    #[test]
    fn a_label_that_says_whose_it_is() {
        let level: &[&str] = &["Alder was 4.19 trillion tokens"];
        assert_read(&[
            ("Tokens processed by Alder in the week to June 28: 4.19 trillion", level),
            ("Tokens handled by Alder last week: 4.19 trillion", level),
            ("Weekly tokens of Alder: 4.19 trillion", level),
            ("Change in Alder's volume: -8%", &["Alder fell by 8 percent"]),
            ("Week-on-week change in Alder's volume: +8%", &["Alder rose by 8 percent"]),
            ("Share of Alder: 14%", &["Alder accounted for 14 percent of the total call volume"]),
            ("Tokens processed by Alder and Birch last week: 4.19 trillion", &["?"]),
            ("Input tokens processed by Alder last week: 4.19 trillion", &["?"]),
        ]);
    }

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
