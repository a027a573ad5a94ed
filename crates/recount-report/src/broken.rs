//! Paragraphs that are broken to a width.
//!
//! A report has one for every claim and remark, nearly all of them plain words with
//! one space between them: those are broken here, all others by `textwrap`.

use textwrap::core::display_width;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthChar;

/// A text broken to a width, with one indent before the first line and another
/// before the others; it ends with a line feed.
pub(crate) fn paragraph(first: &str, other: &str, words: &str, width: usize) -> String {
    let mut text = plain(first, other, words, width).unwrap_or_else(|| any(first, other, words, width));
    text.push('\n');
    text
}

/// Any text.
fn any(first: &str, other: &str, words: &str, width: usize) -> String {
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(other)
        .word_splitter(WordSplitter::NoHyphenation)
        // A report has many short paragraphs: even lines are not worth their cost.
        .word_separator(WordSeparator::AsciiSpace)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::fill(words, options)
}

/// A text of words with one space between them, each shorter than a line; `None` for
/// any other.
fn plain(first: &str, other: &str, words: &str, width: usize) -> Option<String> {
    let ascii = is_plain_ascii(words);
    if !ascii && words.contains(['\n', '\u{1b}']) {
        return None;
    }
    let (before_first, before_other) = (display_width(first), other_width(other));
    let longest = width.checked_sub(before_first.max(before_other))?;
    let mut text = String::with_capacity(words.len() + 64);
    text.push_str(first);
    let mut left = width - before_first;
    let mut start = 0;
    while start <= words.len() {
        let rest = words.as_bytes().get(start..)?;
        let end = start + rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len());
        let word = words.get(start..end)?;
        let own = if ascii { word.len() } else { columns(word) };
        if own == 0 || own > longest {
            return None;
        }
        let space = usize::from(start > 0);
        if own + space > left {
            text.push('\n');
            text.push_str(other);
            left = width - before_other;
        } else if space > 0 {
            text.push(' ');
            left -= 1;
        }
        text.push_str(word);
        left -= own;
        start = end + 1;
    }
    Some(text)
}

/// Has it nothing but letters, digits, signs and spaces of ASCII? Without a stop at the first other, several are
/// looked at at once.
pub(crate) fn is_plain_ascii(text: &str) -> bool {
    text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'))
}

fn other_width(indent: &str) -> usize {
    if is_plain_ascii(indent) { indent.len() } else { display_width(indent) }
}

fn columns(word: &str) -> usize {
    if word.bytes().all(|byte| byte.is_ascii_graphic()) {
        return word.len();
    }
    word.chars().map(|c| c.width().unwrap_or(0)).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{any, plain};

    proptest! {
        #[test]
        fn plain_texts_are_broken_as_any(
            words in r"([a-zA-Z“”…–é万🙂.,'-]{0,14} ?){0,20}",
            first in r" {0,9}[✓✗•]? {0,3}",
            other in r" {0,12}",
            width in 20usize..60,
        ) {
            let long = any(&first, &other, &words, width);
            prop_assert_eq!(plain(&first, &other, &words, width).unwrap_or_else(|| long.clone()), long);
        }
    }

    #[test]
    fn lines_that_are_just_full() {
        for width in 20..40 {
            let words = "It rose by 8 % to 4.19 trillion, “more than ever” in nineteen weeks – or so.";
            assert_eq!(
                plain("  ✓ 2:10 ", "    ", words, width),
                Some(any("  ✓ 2:10 ", "    ", words, width))
            );
        }
    }
}
