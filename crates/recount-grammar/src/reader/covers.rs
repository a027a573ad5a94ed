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
const THESE: &Words = words!["all", "the", "these", "our", "this", "its", "weekly", "following"];
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

/// What opens a note that says where the figures are from.
const NOTED: &Words =
    words!["figures", "numbers", "data", "source", "sources", "statistics", "note", "chart", "table"];

/// The week, where a sentence says that the figures are of it, and nothing else.
pub(super) fn week(tokens: Tokens<'_>) -> Option<Time> {
    noted(tokens).or_else(|| told(tokens))
}

/// "(Figures: week of June 15.)", "Data: the platform, June 15-21", "Figures for June 15-21."
fn noted(tokens: Tokens<'_>) -> Option<Time> {
    let bracket = usize::from(matches!(tokens.peek(), "(" | "[" | "*"));
    let inside = tokens.skip(bracket);
    let joins = |ahead: usize| matches!(inside.peek_at(ahead), ":" | "for" | ",");
    if !inside.opens(NOTED) || !joins(1) || tokens.len() > LONGEST {
        return None;
    }
    for ahead in 2..inside.len() {
        let Ok((rest, found)) = time(inside.skip(ahead)) else { continue };
        let ends =
            rest.len() <= 2 && (0..rest.len()).all(|at| matches!(rest.peek_at(at), "." | ")" | "]" | "*"));
        let plain = !(1..ahead).any(|at| inside.skip(at).opens(UNLIKE) || inside.peek_at(at) == ".");
        return (ends && plain && found.role == Role::At).then_some(found);
    }
    None
}

/// "All figures below are for the week of June 15."
fn told(tokens: Tokens<'_>) -> Option<Time> {
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
            "The following numbers are tokens processed in the week of June 15.",
            "Figures for the week of June 15",
        ] {
            assert_eq!(
                article(&format!("{lead}\n\nAlder processed 4.19 trillion tokens.")),
                [LEVEL],
                "{lead}"
            );
        }
    }

    #[test]
    fn a_note_below_the_figures_names_their_week() {
        for note in
            ["(Figures: week of June 15.)", "Data: the platform, June 15-21", "*Figures: June 15-21, 2026*"]
        {
            assert_eq!(
                article(&format!("Alder processed 4.19 trillion tokens.\n\n{note}"))[..1],
                [LEVEL],
                "{note}"
            );
        }
        for note in ["Source: the platform, June 15, 2026", "Data: the platform, since June 15"] {
            let read = article(&format!("Alder processed 4.19 trillion tokens.\n\n{note}"));
            assert_eq!(read[..1], ["Alder was 4.19 trillion tokens"], "{note}");
        }
        let two = "Alder processed 4.19 trillion tokens.\n\nFigures: June 8-14\n\nBirch had 3 trillion.\n\nFigures: June 15-21";
        assert_eq!(article(two)[..1], ["Alder was 4.19 trillion tokens"]);
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
