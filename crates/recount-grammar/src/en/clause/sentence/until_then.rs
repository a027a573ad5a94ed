//! What was so before what has just been told: `Before that, it had risen for four straight weeks`,
//! `Until then it had been in the top nine for 14 weeks`, `That compares with 4.1 trillion the week
//! before`, `It had not handled that many since May`.

use super::*;
use crate::en::phrase::record::RecordHigh;
use crate::en::phrase::time::{Role, Time};
use crate::token::Words;
use recount_model::Extreme;

impl Parser<'_> {
    /// A figure behind its label, or what was so before.
    pub(super) fn labelled_or_before(&mut self) -> bool {
        self.labelled() || self.until_then() || self.compares_with() || self.that_many()
    }

    /// "Before that, it had risen for four straight weeks": weeks running that end with the one
    /// before.
    fn until_then(&mut self) -> bool {
        let words = self.c.are(&["before", "that"])
            || self.c.are(&["until", "then"])
            || self.c.are(&["till", "then"])
            || self.c.are(&["prior", "to", "that"])
            || self.c.are(&["up", "to", "then"]);
        if self.c.at != 0 || !words {
            return false;
        }
        let count = 2 + usize::from(self.c.is(0, words!["prior", "up"]));
        let rest = self.c.skip(count + usize::from(self.c.is(count, words![","])));
        let end = (0..rest.len()).find(|ahead| is_stop(rest, *ahead)).unwrap_or(rest.len());
        let run = (0..end).any(|ahead| matches!(rest.phrase(ahead), Some(Phrase::Weeks(_))));
        let had = (0..end).any(|ahead| rest.is(ahead, words!["had"]));
        if !run || !had {
            return false;
        }
        // What had been was before: the tense tells it.
        self.c = rest;
        true
    }

    /// "That compares with 4.1 trillion the week before".
    fn compares_with(&mut self) -> bool {
        let start = self.c.at;
        let that = self.c.is(0, words!["that", "this", "which", "it"]) && start == 0;
        let verb = self.c.is(1, words!["compares", "compared"]) && self.c.is(2, words!["with", "to"]);
        if !that || !verb {
            return false;
        }
        // "with 4.1 trillion the week before and 3.9 in the week of June 1".
        let mut pieces = Vec::new();
        let mut rest = self.c.skip(3);
        while let Some((behind, piece)) = figure_of_then(rest) {
            pieces.push(piece);
            rest = behind;
            let more = usize::from(rest.is(0, words![","]))
                + usize::from(rest.is(0, words!["and"]) || rest.are(&[",", "and"]));
            if more == 0 || figure_of_then(rest.skip(more)).is_none() {
                break;
            }
            rest = rest.skip(more);
        }
        if pieces.is_empty() || !is_stop(rest, 0) {
            return false;
        }
        let outcome = Outcome { pieces, ..Outcome::default() };
        let np = Np::carried(self.c.span(start, start + 1));
        self.accept(start, rest, &np, outcome, Group::PLAIN)
    }

    /// "It had not handled that many since the week of April 27", "In no earlier week had it
    /// handled that many": the most since then, or ever.
    fn that_many(&mut self) -> bool {
        const SO_MANY: &Words = words!["many", "much"];
        if !self.c.seen.any(crate::en::lexicon::Seen::THAT) {
            return false;
        }
        let start = self.c.at;
        let never = self.c.is(0, words!["in"])
            && self.c.is(1, words!["no"])
            && self.c.is(2, words!["earlier", "previous", "other"])
            && self.c.is(3, words!["week"]);
        let front = if never { 4 } else { 0 };
        let c = self.c.skip(front);
        // "had they handled", "they had not handled".
        let (rest, np) = if never {
            if !c.is(0, words!["had", "has", "have"]) {
                return false;
            }
            match noun_phrase(c.skip(1)) {
                Some(found) => found,
                None => return false,
            }
        } else {
            match noun_phrase(c) {
                Some((rest, np))
                    if rest.is(0, words!["had", "has", "have"])
                        && rest.is(1, words!["not", "n't", "n’t", "never"]) =>
                {
                    (rest.skip(2), np)
                }
                _ => return false,
            }
        };
        let used = rest.verb(0).is_some_and(|verb| verb.frames.any(Frames::USE.and(Frames::LEVEL)));
        let that = rest.is(1, words!["that"]) && rest.is(2, SO_MANY);
        if !used || !that {
            return false;
        }
        let rest = level::skip_unit(rest.skip(3));
        let since = match rest.phrase(0) {
            Some(Phrase::Time(time)) if time.role == Role::Since && !never => Some(time.clone()),
            _ => None,
        };
        let rest = rest.skip(usize::from(since.is_some()));
        let before = usize::from(rest.is(0, words!["before"]));
        let ever = never || before > 0 || c.word_before() == "never";
        if since.is_none() && !ever || !is_stop(rest, before) {
            return false;
        }
        let record = RecordHigh { extreme: Extreme::Highest, since, weeks: None, of: None };
        self.accept(start, rest.skip(before), &np, Outcome::one(Act::Record(record)), Group::PLAIN)
    }
}

/// "4.1 trillion the week before": it is told in passing, and what follows is not of that week.
fn figure_of_then(c: Chunks<'_>) -> Option<(Chunks<'_>, Piece)> {
    let (rest, phrase @ Phrase::Amount { .. }) = figure(c)? else { return None };
    let act = level_of(phrase)?;
    let rest = level::skip_unit(rest);
    let Phrase::Time(time) = rest.phrase(0)? else { return None };
    let times = vec![Time { role: Role::At, ..time.clone() }];
    let told = matches!(time.role, Role::At | Role::Base);
    told.then(|| (rest.skip(1), Piece { times, anchor: Anchor::Earlier, ..Piece::main(act) }))
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    #[test]
    fn what_was_so_before() {
        let lead = "Alder fell to 4.2 trillion tokens last week.";
        for (behind, expected) in [
            (
                "Before that, it had risen for four straight weeks.",
                "In the week of 15 June 2026, Alder rose from the week of 8 June 2026 for 4 consecutive weeks",
            ),
            (
                "Until then it had been in the top nine for 14 straight weeks.",
                "In the week of 15 June 2026, Alder was in the top 9 by call volume for 14 consecutive weeks",
            ),
            (
                "That compares with 4.5 trillion the week before.",
                "In the week of 15 June 2026, Alder was 4.5 trillion tokens",
            ),
            (
                "It had not handled that many since the week of June 1.",
                "Alder was its highest since the week of 1 June 2026",
            ),
            ("In no earlier week had it handled that many.", "Alder was its highest on record"),
        ] {
            let read = article(&format!("{lead} {behind}"));
            assert_eq!(read.last().map(String::as_str), Some(expected), "{behind}");
        }
        for behind in [
            "Before that, it had risen.",
            "Until then nobody had noticed.",
            "It had not handled that many complaints since June 1.",
        ] {
            let read = article(&format!("{lead} {behind}"));
            assert!(
                !read.iter().skip(2).any(|line| line.starts_with("Alder") || line.starts_with("In the")),
                "{read:?}"
            );
        }
    }
}
