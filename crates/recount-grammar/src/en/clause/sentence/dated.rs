//! Weeks that stand behind a later part of the sentence: "X (4 trillion), which
//! rose 5 %, led the chart in the week of June 15" says all of it of that week.

use super::accept::is_when;
use super::*;
use crate::en::phrase::time::Time;

/// Behind these a clause has a time of its own.
const OTHER_TIMES: &[&str] =
    &["after", "before", "since", "when", "until", "than", "because", "once", "despite", "following"];

/// Of places of lists in parallel, the last has the time of all behind it.
pub(super) fn date_alike(items: &mut [Item]) {
    let mut times: Vec<Time> = Vec::new();
    for item in items.iter_mut().rev() {
        match item {
            Item::Said(said) if said.adjuncts.times.iter().any(is_when) => {
                times = said.adjuncts.times.iter().filter(|time| is_when(time)).cloned().collect();
            }
            // "X and Y left the list last week; they had been eighth and ninth": before that.
            Item::Said(said) if said.adjuncts.had => {}
            Item::Said(said) => said.adjuncts.times.extend(times.iter().cloned()),
            Item::Time(_) | Item::Passing { .. } | Item::Unread { .. } => {}
        }
    }
}

impl Parser<'_> {
    /// Gives the time of what was read last to what was said before it in the
    /// sentence and has none.
    pub(super) fn date_back(&mut self, fresh: usize, start: usize, earlier: bool) {
        let from = self.undated;
        let other = |c: Chunks<'_>| c.is(0, OTHER_TIMES) || OTHER_TIMES.contains(&c.word_before());
        if from >= fresh || self.relative || earlier || other(Chunks { at: start, ..self.c }) {
            return;
        }
        let told = self.items.get(fresh..).unwrap_or(&[]).iter().find_map(|item| match item {
            Item::Said(said)
                if matches!(said.anchor, Anchor::Clause | Anchor::End) && !said.adjuncts.local =>
            {
                Some(said)
            }
            _ => None,
        });
        let times: Vec<Time> = told
            .map(|said| said.adjuncts.times.iter().filter(|time| is_when(time)).cloned().collect())
            .unwrap_or_default();
        if times.is_empty() {
            return;
        }
        self.date_all(&times, fresh);
    }

    /// Gives times to the items before `fresh` that have none.
    pub(super) fn date_all(&mut self, times: &[Time], fresh: usize) {
        // What was said up to here is dated now, or never.
        let from = std::mem::replace(&mut self.undated, fresh);
        for item in self.items.get_mut(from..fresh).unwrap_or(&mut []).iter_mut().rev() {
            match item {
                Item::Said(said) => {
                    let own = said.adjuncts.ago || said.adjuncts.times.iter().any(is_when);
                    if own {
                        return;
                    }
                    if !matches!(said.anchor, Anchor::Earlier | Anchor::Open) {
                        said.adjuncts.times.extend(times.iter().cloned());
                        said.adjuncts.late = true;
                    }
                }
                Item::Time(_) | Item::Passing { .. } => return,
                Item::Unread { .. } => {}
            }
        }
    }

    /// "X was launched in the week of June 15 and processed 4 trillion tokens":
    /// the time in words that no rule read may be that of what follows.
    pub(super) fn passing_time(&mut self, from: usize, to: usize) {
        let bracket = from.checked_sub(1).is_some_and(|before| {
            self.c.all.get(before).is_some_and(|chunk| matches!(self.c.lower(chunk.first), "(" | "["))
        });
        if self.relative || bracket {
            return;
        }
        let chunks = self.c.all.get(from..to).unwrap_or(&[]);
        let time = chunks.iter().find_map(|chunk| match &chunk.phrase {
            Phrase::Time(time) if is_when(time) => Some(time.clone()),
            _ => None,
        });
        // "Having trailed for most of the spring, X …": then, and not what comes behind it.
        let then = Chunks { at: from, ..self.c }.is(0, words!["having"]);
        let aside = if then { Aside::Relative } else { Aside::No };
        self.items.extend(time.map(|time| Item::Passing { time, aside }));
    }
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::assert_read;

    const WEEK: &str = "In the week of 8 June 2026,";

    fn of_that_week(sentence: &'static str, said: &[&str]) {
        let said: Vec<String> = said.iter().map(|said| format!("{WEEK} {said}")).collect();
        let said: Vec<&'static str> = said.into_iter().map(|said| &*said.leak()).collect();
        assert_read(&[(sentence, &said)]);
    }

    #[test]
    fn a_week_behind_the_last_part_is_that_of_all_parts() {
        let rose = "Alder rose by 8 percent from the week of 1 June 2026";
        let level = "Alder was 4.2 trillion tokens";
        of_that_week("Alder rose 8% to 4.2 trillion tokens in the week of June 8.", &[rose, level]);
        of_that_week(
            "Alder rose 8% and processed 4.2 trillion tokens in the week of June 8.",
            &[rose, level],
        );
        of_that_week(
            "Alder (4.2 trillion tokens, +8%) overtook Birch in the week of June 8.",
            &[level, rose, "Alder was above that of Birch, unlike in the week of 1 June 2026"],
        );
        of_that_week(
            "Alder, which processed 4.2 trillion tokens, led Birch (3 trillion) in the week of June 8.",
            &[level, "Alder was above that of Birch", "Birch was 3 trillion tokens"],
        );
    }

    #[test]
    fn another_week_is_not_that_of_what_stands_before() {
        assert_read(&[
            (
                "Alder rose 8% last week after falling 3% in the week of June 8.",
                &[
                    "Alder rose by 8 percent",
                    "In the week of 8 June 2026, Alder fell by 3 percent from the week of 1 June 2026",
                ],
            ),
            (
                "Alder rose 8% in the week of June 15 before falling 3% last week.",
                &[
                    "In the week of 15 June 2026, Alder rose by 8 percent from the week of 8 June 2026",
                    "Alder fell by 3 percent",
                ],
            ),
            (
                "Alder rose 8%; in the week of June 8, it fell 3%.",
                &[
                    "Alder rose by 8 percent",
                    "In the week of 8 June 2026, Alder fell by 3 percent from the week of 1 June 2026",
                ],
            ),
        ]);
        assert_read(&[("Alder rose 8% after falling 3%.", &["Alder rose by 8 percent", "?"])]);
    }
}
