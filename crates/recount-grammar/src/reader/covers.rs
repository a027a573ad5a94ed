//! "All figures below are for the week of June 15.": the week that an article speaks of, said
//! of its figures and not of anybody.

use crate::en::phrase::time::{Role, Time, time};
use crate::token::{Tokens, Words};

/// What has a week.
const FIGURES: &Words = words![
    "figures", "numbers", "data", "totals", "volumes", "counts", "statistics", "shares", "rankings",
    "report", "note", "table", "chart", "figure", "edition", "issue", "update", "newsletter", "digest",
];
/// In front of it.
const THESE: &Words = words!["all", "the", "these", "our", "this", "its", "weekly"];
/// What they do.
const COVER: &Words = words![
    "are", "is", "cover", "covers", "refer", "refers", "relate", "relates", "reflect", "reflects",
    "describe", "describes", "come", "concern",
];
/// Words that make something else of it.
const UNLIKE: &Words = words![
    "not", "n't", "n’t", "from", "since", "until", "than", "before", "after", "if", "unless", "except",
    "but", "and", "or", "with", "compared", "against", "some", "most", "where", "which",
];
/// The longest such sentence, in words and signs.
const LONGEST: usize = 22;

/// The week, where a sentence says that the figures are of it, and nothing else.
pub(super) fn week(tokens: Tokens<'_>) -> Option<Time> {
    let is = |ahead: usize, words: &Words| tokens.skip(ahead).opens(words);
    let first =
        (0..3).take_while(|ahead| *ahead == 0 || is(ahead - 1, THESE)).find(|ahead| is(*ahead, FIGURES))?;
    let length = tokens.len();
    if first == 0 && !is(0, words!["figures", "numbers", "data"]) || length > LONGEST {
        return None;
    }
    let verb = (first + 1..first + 6).find(|ahead| is(*ahead, COVER))?;
    let stop = |ahead: usize| matches!(tokens.peek_at(ahead), "." | "");
    for ahead in verb + 1..length {
        if let Ok((rest, found)) = time(tokens.skip(ahead)) {
            let ends = rest.is_empty() || rest.len() == 1 && rest.peek() == ".";
            let plain = !(first..ahead).any(|at| is(at, UNLIKE) || stop(at));
            return (ends && plain && found.role == Role::At).then_some(found);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::en::clause::testing::article;

    const LEVEL: &str = "In the week of 15 June 2026, Alder was 4.19 trillion tokens";

    #[test]
    fn the_week_of_all_figures() {
        for lead in [
            "All figures below are tokens for the week of June 15.",
            "The figures in this note cover the week of June 15.",
            "Numbers are for June 15 to 21.",
        ] {
            assert_eq!(
                article(&format!("{lead}\n\nAlder processed 4.19 trillion tokens.")),
                [LEVEL],
                "{lead}"
            );
        }
    }

    #[test]
    fn of_other_figures_it_says_nothing() {
        for lead in [
            "The figures are not for the week of June 15.",
            "Our data go back to the week of June 15.",
            "The figures are compared with the week of June 15.",
        ] {
            let read = article(&format!("{lead}\n\nAlder processed 4.19 trillion tokens."));
            assert_eq!(read, ["Alder was 4.19 trillion tokens"], "{lead}");
        }
    }
}
