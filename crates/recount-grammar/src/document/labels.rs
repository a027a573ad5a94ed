//! Lines of labels: `Tokens: 4.19 trillion`, `Rank: 2`, one below the other in one paragraph.

use std::ops::Range;

use super::block::{Block, Kind};

/// A longer label is none, in bytes.
const LONGEST_LABEL: usize = 48;
/// A longer line is a sentence, in bytes.
const LONGEST_LINE: usize = 100;

/// The lines of a paragraph that is nothing but labels and what is told of each; the first one
/// may be a title. Empty where it is anything else.
pub(super) fn lines(text: &str) -> Vec<Range<usize>> {
    if !text.contains('\n') {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        found.push(start..start + line.len());
        start += line.len() + 1;
    }
    let words = |line: &Range<usize>| text.get(line.clone()).unwrap_or("").trim();
    let labelled = found.iter().filter(|line| is_label(words(line))).count();
    let titled = found.first().is_some_and(|line| is_title(words(line)));
    let others = found.len() - labelled;
    let all = labelled > 1 && (others == 0 || others == 1 && titled);
    if all { found } else { Vec::new() }
}

/// Is it a paragraph of labels?
pub(super) fn is_list(text: &str) -> bool {
    !lines(text).is_empty()
}

/// "Tokens, week of June 15": a line without a stop over a list, which says what the list is of.
/// Not a dateline.
pub(super) fn is_name(block: &Block<'_>) -> bool {
    const DATES: &[&str] = &["updated", "published", "posted", "edited", "written", "june", "july"];
    const LONGEST: usize = 80;
    let text: &str = &block.text;
    let plain = matches!(block.kind, Kind::Paragraph | Kind::Headline) && !text.contains('\n');
    let told = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.len() > 3 && word.starts_with(char::is_lowercase) && !DATES.contains(&word)
    };
    plain && text.len() <= LONGEST && is_title(text) && text.split_whitespace().any(told)
}

/// "Tokens: 4.19 trillion", "June 22-28: 12.1 trillion".
fn is_label(line: &str) -> bool {
    let Some((label, value)) = line.split_once(": ") else { return false };
    let label = label.trim_matches(['*', '_', '-', '•', ' ']);
    let told =
        label.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && !value.trim().is_empty();
    told && label.len() <= LONGEST_LABEL
        && line.len() <= LONGEST_LINE
        && !label.contains(['.', '!', '?', ';'])
}

/// A line above them without a stop.
fn is_title(line: &str) -> bool {
    !line.is_empty()
        && line.len() <= LONGEST_LINE
        && !line.contains(": ")
        && !line.ends_with(['.', '!', '?', ',', ';'])
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn every_line_of_labels_is_one() {
        for (text, expected) in [
            ("Tokens: 4.19 trillion\nRank: 2", 2),
            ("Alder, June 22-28\nTokens: 4.19 trillion\nRank: 2", 3),
            ("Tokens: 4.19 trillion", 0),
            ("Alder led again: it had 4.19\ntrillion tokens, and Birch: 3", 0),
            ("Alder led again.\nTokens: 4.19 trillion\nRank: 2", 0),
            ("Alder rose. It had this: 4.19\ntrillion. Birch had this: 3", 0),
        ] {
            assert_eq!(lines(text).len(), expected, "{text}");
        }
    }
}
